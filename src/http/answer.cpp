#include "http/answer.hpp"

#include <array>

#include "base/assert.hpp"
#include "http/ascii.hpp"
#include "http/problem.hpp"

namespace sigill::http {

namespace {

constexpr std::string_view own_fields[] = {"content-length", "transfer-encoding", "connection",
                                           "date",           "x-request-id",      "keep-alive"};

bool is_own(std::string_view name) {
    for (auto const own : own_fields) {
        if (ascii::same_without_case(name, own)) {
            return true;
        }
    }
    return false;
}

bool is_sendable(Header const& header) {
    for (auto const c : header.second) {
        if (ascii::is_control(c) && c != '\t') {
            return false;
        }
    }
    return ascii::is_token(header.first);
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

void append_two(std::string& text, unsigned number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

}  // namespace

Framing framing_of(Response const& response, AnswerOptions const& options) {
    if (response.status == 204 || response.status == 304) {
        return Framing::none;
    }
    if (response.source) {
        return options.minor_version == 0 ? Framing::close : Framing::chunked;
    }
    return Framing::length;
}

std::optional<std::string> answer_head(Response const& response, AnswerOptions const& options) {
    if (response.status < 200 || response.status > 599) {
        return std::nullopt;
    }
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reason(response.status)).append("\r\n");
    append_field(head, "Date", options.date);
    append_field(head, "X-Request-Id", options.request_id);
    for (auto const& header : response.headers) {
        if (is_own(header.first)) {
            continue;
        }
        if (!is_sendable(header)) {
            return std::nullopt;
        }
        append_field(head, header.first, header.second);
    }
    switch (framing_of(response, options)) {
    case Framing::none:
    case Framing::close: break;
    case Framing::length:
        append_field(head, "Content-Length", std::to_string(response.body.size()));
        break;
    case Framing::chunked: append_field(head, "Transfer-Encoding", "chunked"); break;
    }
    if (options.close) {
        append_field(head, "Connection", "close");
    }
    head += "\r\n";
    return head;
}

std::string_view unframed_chunk(std::string_view bytes) {
    return bytes.substr(chunk_room.size());
}

std::string_view framed_chunk(std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    auto const size = bytes.size() - chunk_room.size();
    // Eight hexadecimal digits; a piece of 4 GiB would be our own mistake.
    SIGILL_ASSERT(bytes.size() >= chunk_room.size() && size <= 0xffff'ffffU);
    if (size == 0) {
        return {};
    }
    auto at = chunk_room.size() - 2;
    for (auto rest = size; rest > 0; rest >>= 4) {
        bytes[--at] = digits[rest & 0x0f];
    }
    bytes += "\r\n";
    return std::string_view{bytes}.substr(at);
}

std::string http_date(std::chrono::sys_seconds at) {
    constexpr std::array<std::string_view, 7> day_names{"Sun", "Mon", "Tue", "Wed",
                                                        "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> month_names{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const midnight = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const day{midnight};
    std::chrono::hh_mm_ss const time{at - midnight};
    std::string text{day_names[std::chrono::weekday{midnight}.c_encoding()]};
    text += ", ";
    append_two(text, static_cast<unsigned>(day.day()));
    text += ' ';
    text += month_names[static_cast<unsigned>(day.month()) - 1];
    text += ' ' + std::to_string(static_cast<int>(day.year())) + ' ';
    append_two(text, static_cast<unsigned>(time.hours().count()));
    text += ':';
    append_two(text, static_cast<unsigned>(time.minutes().count()));
    text += ':';
    append_two(text, static_cast<unsigned>(time.seconds().count()));
    return text + " GMT";
}

}  // namespace sigill::http
