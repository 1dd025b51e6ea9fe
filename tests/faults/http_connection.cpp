#include "http_connection.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>

namespace sigill::faults {

namespace {

constexpr int patience_seconds = 60;  // a sanitized server on a busy machine

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

std::optional<std::size_t> number(std::string_view text, int base) {
    std::size_t value = 0;
    auto const [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), value, base);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                      : std::nullopt;
}

}  // namespace

HttpConnection::HttpConnection(std::uint16_t port, std::string host, std::string bearer)
    : host_(std::move(host)), bearer_(std::move(bearer)) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    timeval const patience{patience_seconds, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    int const on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

HttpConnection::~HttpConnection() {
    if (socket_ >= 0) {
        ::close(socket_);
    }
}

bool HttpConnection::send_all(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool HttpConnection::fill(std::size_t size) {
    std::array<char, 65536> piece{};
    while (buffer_.size() < size) {
        auto const got = ::recv(socket_, piece.data(), piece.size(), 0);
        if (got <= 0) {
            return false;
        }
        buffer_.append(piece.data(), static_cast<std::size_t>(got));
    }
    return true;
}

std::optional<std::string> HttpConnection::read_line() {
    auto end = buffer_.find("\r\n");
    while (end == std::string::npos) {
        if (!fill(buffer_.size() + 1)) {
            return std::nullopt;
        }
        end = buffer_.find("\r\n");
    }
    auto line = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return line;
}

std::optional<std::string> HttpConnection::read_exactly(std::size_t size) {
    if (!fill(size)) {
        return std::nullopt;
    }
    auto bytes = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return bytes;
}

std::optional<std::string> HttpConnection::read_chunks() {
    std::string body;
    while (true) {
        auto const line = read_line();
        auto const size = line ? number(*line, 16) : std::nullopt;
        auto const chunk = size ? read_exactly(*size) : std::nullopt;
        if (!chunk || read_line() != "") {
            return std::nullopt;
        }
        if (chunk->empty()) {
            return body;
        }
        body += *chunk;
    }
}

std::optional<Reply> HttpConnection::ask(Ask const& ask) {
    auto request = ask.method + " " + ask.target + " HTTP/1.1\r\nHost: " + host_ +
                   "\r\nAuthorization: Bearer " + bearer_ + "\r\n";
    if (!ask.body.empty()) {
        request +=
            "Content-Type: application/json\r\nContent-Length: " + std::to_string(ask.body.size()) +
            "\r\n";
    }
    if (socket_ < 0 || !send_all(request + "\r\n" + ask.body)) {
        return std::nullopt;
    }
    auto const first = read_line();
    if (!first || !first->starts_with("HTTP/1.1 ") || first->size() < 12) {
        return std::nullopt;
    }
    Reply reply;
    reply.status = std::stoi(first->substr(9, 3));
    while (true) {
        auto const line = read_line();
        if (!line) {
            return std::nullopt;
        }
        if (line->empty()) {
            break;
        }
        auto const colon = line->find(": ");
        reply.headers.emplace(lower(line->substr(0, colon)), line->substr(colon + 2));
    }
    auto const length = reply.headers.find("content-length");
    auto const body = length == reply.headers.end()
                          ? read_chunks()
                          : read_exactly(number(length->second, 10).value_or(0));
    if (!body) {
        return std::nullopt;
    }
    reply.body = *body;
    return reply;
}

}  // namespace sigill::faults
