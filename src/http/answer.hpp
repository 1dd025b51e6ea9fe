#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace sigill::http {

// How the end of a body is told to the client.
enum class Framing {
    none,     // 204, 304
    length,   // Content-Length
    chunked,  // a BodySource, HTTP/1.1
    close,    // a BodySource, HTTP/1.0: ends with the connection
};

struct AnswerOptions {
    std::string_view request_id;
    std::string_view date;
    bool close = false;
    int minor_version = 1;  // of the request
};

[[nodiscard]] Framing framing_of(Response const& response, AnswerOptions const& options);

// Status line and headers with the empty line. Framing, Date, Connection and X-Request-Id are the
// server's alone; the handler's are dropped. Nothing when a handler's header would break the
// message (header injection), which is our own mistake.
[[nodiscard]] std::optional<std::string> answer_head(Response const& response,
                                                     AnswerOptions const& options);

// A chunk is built in place: a piece of the body is appended to this room, and then framed.
inline constexpr std::string_view chunk_room = "00000000\r\n";
inline constexpr std::string_view last_chunk = "0\r\n\r\n";

// The chunk within `bytes`, which begin with the room. An empty piece makes no chunk: it would end
// the body.
[[nodiscard]] std::string_view framed_chunk(std::string& bytes);
// The piece alone.
[[nodiscard]] std::string_view unframed_chunk(std::string_view bytes);

// "Tue, 24 Nov 2026 02:55:00 GMT" (RFC 9110, section 5.6.7), without the locale.
[[nodiscard]] std::string http_date(std::chrono::sys_seconds at);

}  // namespace sigill::http
