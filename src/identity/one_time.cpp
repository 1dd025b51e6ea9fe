#include "identity/one_time.hpp"

#include "base/bytes.hpp"
#include "crypto/crypto.hpp"

namespace sigill::identity {

std::string new_token(Random& random) {
    return to_base64url(crypto::make_key(random).bytes());
}

std::string hash_of(std::string_view token) {
    return to_hex(crypto::sha256(token));
}

std::string csrf_token_of(std::string_view cookie_token) {
    return to_base64url(crypto::hmac_sha256(as_bytes(cookie_token), as_bytes("sigill csrf")));
}

}  // namespace sigill::identity
