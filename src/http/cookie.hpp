#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sigill::http {

enum class SameSite { strict, lax, none };

struct SetCookie {
    std::string name;
    std::string value;
    std::string path = "/";
    std::optional<std::chrono::seconds> max_age;  // absent: until the browser closes; 0: delete
    bool secure = true;
    bool http_only = true;
    SameSite same_site = SameSite::strict;
};

// The value of a Set-Cookie header. Names and values are ours: an impossible one is an assertion.
[[nodiscard]] std::string to_header(SetCookie const& cookie);

// The value of `name` in a Cookie header. Nothing when it is absent or there twice: the second may
// have been planted by a neighbouring host.
[[nodiscard]] std::optional<std::string_view> cookie_in(std::string_view header,
                                                        std::string_view name);

}  // namespace sigill::http
