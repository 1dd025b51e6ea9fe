#pragma once
// A plain HTTP/1.1 client for tests that kill the server: it must tell an answer that came whole
// from one that did not.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sigill::faults {

struct Reply {
    int status = 0;
    std::map<std::string, std::string, std::less<>> headers;  // names in lower case
    std::string body;
};

struct Ask {
    std::string method = "GET";
    std::string target;  // "/api/v1/assets"
    std::string body{};
};

// One kept-alive connection to a server on loopback.
class HttpConnection {
public:
    HttpConnection(std::uint16_t port, std::string host, std::string bearer);
    ~HttpConnection();
    HttpConnection(HttpConnection const&) = delete;
    HttpConnection& operator=(HttpConnection const&) = delete;

    // Nothing unless the whole answer came; then the connection is of no more use.
    [[nodiscard]] std::optional<Reply> ask(Ask const& ask);

private:
    [[nodiscard]] bool send_all(std::string_view bytes);
    // Reads until `buffer_` holds `size` bytes.
    [[nodiscard]] bool fill(std::size_t size);
    [[nodiscard]] std::optional<std::string> read_line();
    [[nodiscard]] std::optional<std::string> read_exactly(std::size_t size);
    [[nodiscard]] std::optional<std::string> read_chunks();

    int socket_ = -1;
    std::string host_;
    std::string bearer_;
    std::string buffer_;
};

}  // namespace sigill::faults
