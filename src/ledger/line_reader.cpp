#include "ledger/line_reader.hpp"

#include <algorithm>
#include <cstring>

namespace sigill::ledger {

namespace {

constexpr std::size_t first_buffer_bytes = 256 * 1024;

}  // namespace

LineReader::LineReader(std::istream& file, std::size_t line_limit_bytes)
    : file_(file), line_limit_bytes_(line_limit_bytes), buffer_(first_buffer_bytes) {}

// Moves what is unread to the front and reads more behind it; false when there is no more, or no
// room within the limit.
bool LineReader::fill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == buffer_.size()) {
        if (buffer_.size() > line_limit_bytes_) {
            return false;
        }
        buffer_.resize(std::min(buffer_.size() * 2, line_limit_bytes_ + 1));
        if (end_ == buffer_.size()) {
            return false;
        }
    }
    file_.read(buffer_.data() + end_, static_cast<std::streamsize>(buffer_.size() - end_));
    auto const count = file_.gcount();
    end_ += static_cast<std::size_t>(count);
    return count > 0;
}

std::optional<std::string_view> LineReader::next() {
    std::size_t searched = 0;
    for (;;) {
        auto const* const start = buffer_.data() + begin_;
        auto const* const newline =
            static_cast<char const*>(std::memchr(start + searched, '\n', end_ - begin_ - searched));
        if (newline != nullptr) {
            auto const size = static_cast<std::size_t>(newline - start);
            if (size > line_limit_bytes_) {
                return std::nullopt;
            }
            begin_ += size + 1;
            return std::string_view{start, size};
        }
        searched = end_ - begin_;
        if (!fill()) {
            return std::nullopt;
        }
    }
}

std::string LineReader::rest(std::size_t limit_bytes) {
    std::string out;
    do {
        auto const wanted = std::min(end_ - begin_, limit_bytes - out.size());
        out.append(buffer_.data() + begin_, wanted);
        begin_ += wanted;
    } while (out.size() < limit_bytes && fill());
    return out;
}

}  // namespace sigill::ledger
