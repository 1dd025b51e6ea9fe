#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/phrase.hpp"
#include "http/message.hpp"
#include "http/path.hpp"

namespace sigill::http {

// What is wrong with the head of a request, and the status that says so.
struct HeadProblem {
    int status = 400;
    Phrase phrase;
    std::string value;  // what replaces "{}" in the phrase
};

struct HeadLimits {
    std::size_t target_bytes = 8 * 1024;
    std::size_t fields = 100;
};

// The head of a request, read more strictly than RFC 9112 demands: wherever two readers (a proxy
// and we) could disagree on where a request ends, it is refused.
struct Head {
    std::string method;
    std::string path;  // canonical
    Query query;
    std::vector<Header> headers;  // names in lower case
    std::string host;             // lower case, without port and trailing dot
    int minor_version = 1;        // HTTP/1.<minor>
    std::uint64_t content_length = 0;
    bool chunked = false;
    bool close = false;  // the client wants the connection closed afterwards
    bool expects_continue = false;
};

// `raw` is everything up to and including the empty line. Never throws for bad input.
[[nodiscard]] std::variant<Head, HeadProblem> parse_head(std::string_view raw,
                                                         HeadLimits limits = {});
[[nodiscard]] std::optional<HeadProblem> check_head(std::string_view raw, HeadLimits limits = {});

// Looks for the end of a head in what has arrived so far. `from` is the size that an earlier call
// has already looked through.
struct HeadScan {
    std::size_t end = 0;  // bytes up to and including the empty line; 0: not there yet
    bool broken = false;  // can never become a head: no use to wait for the rest
};
[[nodiscard]] HeadScan scan_head(std::string_view arrived, std::size_t from);

struct Authority {
    std::string host;  // lower case, without trailing dot; an IPv6 address keeps its brackets
    std::string port;  // digits or empty
    bool operator==(Authority const&) const = default;
};
[[nodiscard]] std::optional<Authority> parse_authority(std::string_view text);

}  // namespace sigill::http
