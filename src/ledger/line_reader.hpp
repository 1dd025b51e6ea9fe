#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sigill::ledger {

// Reads lines of a bounded length: a file without newlines cannot fill the memory.
class LineReader {
public:
    LineReader(std::istream& file, std::size_t line_limit_bytes);

    // The next line that ends with a newline, without it; valid until the next call. Nothing at the
    // end of the file, or when the line is too long.
    [[nodiscard]] std::optional<std::string_view> next();
    // The reading stopped at a line above the limit.
    [[nodiscard]] bool stopped_at_long_line() const { return end_ - begin_ > line_limit_bytes_; }
    // What is left, at most `limit_bytes` of it.
    [[nodiscard]] std::string rest(std::size_t limit_bytes);

private:
    bool fill();

    std::istream& file_;
    std::size_t line_limit_bytes_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace sigill::ledger
