#pragma once
// The primitives below crypto.hpp with every parameter open, for known-answer tests. Product code
// uses crypto.hpp, where nonces are drawn and purposes are named.

#include <optional>
#include <string_view>

#include "base/bytes.hpp"
#include "base/secret.hpp"

namespace sigill::crypto::primitives {

inline constexpr std::size_t xchacha_key_bytes = 32;
inline constexpr std::size_t xchacha_nonce_bytes = 24;
inline constexpr std::size_t xchacha_tag_bytes = 16;

// Initialises libsodium once per process; cheap afterwards. Throws Failure internal when it cannot.
void ensure_sodium();

// Cipher text followed by the tag. `key` is 32 bytes and `nonce` 24, else Failure internal.
[[nodiscard]] Bytes xchacha20_poly1305_seal(BytesView key, BytesView nonce, BytesView plain,
                                            BytesView associated);
// Nothing when a length is wrong or the tag does not fit.
[[nodiscard]] std::optional<Secret> xchacha20_poly1305_open(BytesView key, BytesView nonce,
                                                            BytesView cipher, BytesView associated);

// RFC 5869 with SHA-256. `size` is at most 255 * 32, else Failure internal.
[[nodiscard]] Secret hkdf_sha256(BytesView key, BytesView salt, BytesView info, std::size_t size);

}  // namespace sigill::crypto::primitives
