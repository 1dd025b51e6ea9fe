#pragma once
// What a file is, by its content and by its name (S7). Both must agree on a type of the list; programs,
// scripts, Office macros, archive bombs and files that are two things at once are refused. Only
// signatures, text and the directory of a ZIP archive are looked at: nothing is unpacked or parsed
// further.

#include <string>
#include <string_view>

#include "base/byte_source.hpp"

namespace sigill::files {

// The media type to serve it as. Failure unsupported_type with the reason.
[[nodiscard]] std::string inspect(std::string_view name, ByteSource& content);

}  // namespace sigill::files
