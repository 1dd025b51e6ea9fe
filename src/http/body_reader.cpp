#include "http/body_reader.hpp"

#include <algorithm>

#include "http/ascii.hpp"
#include "http/problem.hpp"

namespace sigill::http {

namespace {

constexpr int most_digits = 8;

HeadProblem too_large(std::size_t most_bytes) {
    return {413, problems::body_too_large, std::to_string(most_bytes)};
}

}  // namespace

BodyReader::BodyReader(Head const& head, std::size_t most_bytes)
    : most_bytes_(most_bytes),
      state_(head.chunked ? State::first_digit : State::counted),
      left_(head.content_length) {
    if (left_ > most_bytes) {
        wrong_ = too_large(most_bytes);
    } else if (!head.chunked && left_ == 0) {
        state_ = State::done;
    }
}

std::size_t BodyReader::feed(std::string_view bytes) {
    std::size_t used = 0;
    while (used < bytes.size() && !wrong_ && !is_done()) {
        if (state_ == State::counted) {
            used += take_data(bytes.substr(used), State::done);
        } else if (state_ == State::data) {
            used += take_data(bytes.substr(used), State::data_cr);
        } else {
            take_character(bytes[used]);
            ++used;
        }
    }
    return used;
}

std::size_t BodyReader::take_data(std::string_view bytes, State next) {
    auto const part = bytes.substr(0, std::min<std::uint64_t>(left_, bytes.size()));
    body_.append(part);
    left_ -= part.size();
    if (left_ == 0) {
        state_ = next;
    }
    return part.size();
}

void BodyReader::take_character(char c) {
    switch (state_) {
    case State::first_digit:
        left_ = 0;
        digits_ = 0;
        take_digit(c);
        return;
    case State::size:
        if (c == '\r') {
            state_ = State::size_end;
        } else {
            take_digit(c);
        }
        return;
    case State::size_end:
        expect(c, '\n', State::data);
        begin_data();
        return;
    case State::data_cr: expect(c, '\r', State::data_lf); return;
    case State::data_lf: expect(c, '\n', State::first_digit); return;
    case State::last_cr: expect(c, '\r', State::last_lf); return;
    case State::last_lf: expect(c, '\n', State::done); return;
    case State::counted:
    case State::data:
    case State::done: return;
    }
}

void BodyReader::take_digit(char c) {
    auto const value = ascii::hex_value(c);
    if (value < 0 || digits_ == most_digits) {
        refuse();
        return;
    }
    left_ = left_ * 16 + static_cast<std::uint64_t>(value);
    ++digits_;
    state_ = State::size;
}

void BodyReader::begin_data() {
    if (wrong_) {
        return;
    }
    if (left_ == 0) {
        state_ = State::last_cr;
    } else if (left_ > most_bytes_ - body_.size()) {
        wrong_ = too_large(most_bytes_);
    }
}

void BodyReader::expect(char c, char wanted, State next) {
    if (c == wanted) {
        state_ = next;
    } else {
        refuse();
    }
}

void BodyReader::refuse() {
    wrong_ = HeadProblem{400, problems::body, {}};
}

}  // namespace sigill::http
