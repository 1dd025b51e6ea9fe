#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "http/message.hpp"

namespace sigill::api {

// The web page's files, read once at start. index.html is rendered for each answer with a fresh
// nonce (S6); the others have their content's hash in their names and are cached for ever.
class Pages {
public:
    // `folder` empty: no page, the API only.
    Pages(std::string const& folder, Random& random);

    // The answer to a GET outside /api.
    [[nodiscard]] http::Response serve(http::Request const& request, bool tls) const;

private:
    struct File {
        std::string type;
        std::string content;
        std::string gzip;
    };

    std::map<std::string, File, std::less<>> files_;
    std::string index_;
    Random& random_;
};

// On every answer, page or API.
void add_security_headers(http::Response& response, bool tls);

}  // namespace sigill::api
