#pragma once
// Random tokens, of which only the hash is ever stored.

#include <string>
#include <string_view>

#include "base/random.hpp"

namespace sigill::identity {

inline constexpr std::size_t token_characters = 43;  // 256 bits in base64url

[[nodiscard]] std::string new_token(Random& random);
// SHA-256 as hexadecimal digits. The token is random, so that no slow hash is needed.
[[nodiscard]] std::string hash_of(std::string_view token);
// Made from the cookie's token, so that it needs no place of its own and falls with it.
[[nodiscard]] std::string csrf_token_of(std::string_view cookie_token);

}  // namespace sigill::identity
