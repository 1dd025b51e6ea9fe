#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sigill::http {

using Header = std::pair<std::string, std::string>;

struct Request {
    std::string method;  // upper case
    std::string path;    // canonical: decoded once, no dot segments, no empty segments
    std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
    std::vector<Header> headers;                             // names in lower case
    std::string body;
    std::string host;        // lower case, without port
    std::string peer;        // address of the client (a declared proxy's word is already applied)
    std::string request_id;  // 16 random bytes in hex, also in the answer's X-Request-Id
    bool tls = false;

    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_case_name) const;
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
};

// A long body, pulled piece by piece on a blocking worker; never more than a few pieces in memory.
class BodySource {
public:
    virtual ~BodySource() = default;
    // Appends the next piece; false when there is no more. May throw: the connection is cut, so
    // that the client sees an incomplete answer rather than a wrong one.
    virtual bool next(std::string& piece) = 0;
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    std::shared_ptr<BodySource> source;  // instead of body
};

// Takes the answer; may be called from any thread, exactly once.
using Respond = std::function<void(Response)>;

}  // namespace sigill::http
