#pragma once

#include <string_view>

struct sqlite3;

namespace sigill::db::sqlite {

// Throws the Failure of an SQLite result code. `context` is the statement's text (never its values)
// or what was being done. Sets the poison of S12 where the code says that the device failed.
[[noreturn]] void raise(sqlite3* handle, int code, std::string_view path, std::string_view context);

// The poison alone, for results that nobody waits for (checkpoints).
void poison_if_device_failed(sqlite3* handle, int code);

}  // namespace sigill::db::sqlite
