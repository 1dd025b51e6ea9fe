#pragma once
// Requests to the gateway without a socket: the same code path from the parsed request on.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/gateway.hpp"
#include "json/json.hpp"

namespace sigill::test_support {

// How somebody shows who they are: a browser's session, a program's token, or nothing.
struct Credentials {
    std::string cookie;
    std::string csrf_token;
    std::string bearer;
};

struct Ask {
    std::string method = "GET";
    std::string path;  // below /api/v1
    std::vector<std::pair<std::string, std::string>> query{};
    std::optional<std::string> body{};
    std::optional<std::int64_t> if_match{};
    std::vector<http::Header> headers{};
    bool with_csrf_token = true;
};

struct Answer {
    int status = 0;
    std::vector<http::Header> headers;
    std::string body;

    [[nodiscard]] std::string header(std::string_view name) const;
    // The body as an object; empty where it is none.
    [[nodiscard]] json::Object object() const;
    // A problem document names `field` with `code` ("" for any) among its errors.
    [[nodiscard]] bool names(std::string_view field, std::string_view code = {}) const;
    // "422 {…}", for messages.
    [[nodiscard]] std::string told() const;

    bool operator==(Answer const&) const = default;
};

class Client {
public:
    Client(api::Gateway& gateway, std::string slug, Credentials credentials = {})
        : gateway_(gateway), slug_(std::move(slug)), credentials_(std::move(credentials)) {}

    // Every request has the same request id, so that equal answers are equal byte for byte.
    [[nodiscard]] Answer ask(Ask const& ask) const;
    [[nodiscard]] Answer get(std::string path,
                             std::vector<std::pair<std::string, std::string>> query = {}) const;
    [[nodiscard]] Answer post(std::string path, json::Object const& body) const;
    [[nodiscard]] Answer patch(std::string path, json::Object const& body,
                               std::optional<std::int64_t> version) const;

    [[nodiscard]] Credentials const& credentials() const { return credentials_; }

private:
    api::Gateway& gateway_;
    std::string slug_;
    Credentials credentials_;
};

}  // namespace sigill::test_support
