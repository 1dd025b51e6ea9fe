#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/head.hpp"

namespace sigill::http {

// Reads the body that follows a head, with Content-Length or chunked (RFC 9112, section 7.1), piece
// by piece as it arrives. Of chunked only the plain form is taken: no extensions, no trailers, at
// most 8 digits of size. Nobody who means well sends the rest, and readers differ on it.
class BodyReader {
public:
    BodyReader(Head const& head, std::size_t most_bytes);

    // Takes what belongs to the body from the front of `bytes` and says how much that was.
    std::size_t feed(std::string_view bytes);
    [[nodiscard]] bool is_done() const { return state_ == State::done; }
    [[nodiscard]] std::optional<HeadProblem> const& wrong() const { return wrong_; }
    [[nodiscard]] std::string take() { return std::move(body_); }

private:
    enum class State {
        counted,      // Content-Length: `left_` bytes to go
        first_digit,  // of a chunk's size
        size,         // more digits or CR
        size_end,     // LF
        data,         // `left_` bytes of the chunk to go
        data_cr,      // the CR and
        data_lf,      // the LF behind a chunk
        last_cr,      // the CR and
        last_lf,      // the LF that end the body
        done,
    };

    std::size_t take_data(std::string_view bytes, State next);
    void take_character(char c);
    void take_digit(char c);
    void expect(char c, char wanted, State next);
    void begin_data();
    void refuse();

    std::size_t most_bytes_;
    State state_;
    std::uint64_t left_ = 0;
    int digits_ = 0;
    std::string body_;
    std::optional<HeadProblem> wrong_;
};

}  // namespace sigill::http
