#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sigill::witness {

// Replaces the file whole or not at all, mode 0600; on disk when it returns. Failure unavailable.
void write_durably(std::string const& path, std::string_view text);
// Nothing where there is no such file. Failure unavailable when it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(std::string const& path);

}  // namespace sigill::witness
