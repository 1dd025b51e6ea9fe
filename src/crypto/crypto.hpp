#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"

namespace sigill::crypto {

using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(BytesView bytes);
[[nodiscard]] Digest sha256(std::string_view text);
[[nodiscard]] Digest hmac_sha256(BytesView key, BytesView message);

// SHA-256 of pieces, without joining them.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher const&) = delete;
    Hasher& operator=(Hasher const&) = delete;
    Hasher& add(BytesView bytes);
    Hasher& add(std::string_view text) { return add(as_bytes(text)); }
    [[nodiscard]] Digest finish();

private:
    void* context_;
};

class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Same length, compared in time that does not depend on the content.
[[nodiscard]] bool equal(BytesView a, BytesView b);

// 32 random bytes.
[[nodiscard]] Secret make_key(Random& random);

// XChaCha20-Poly1305, nonce (24 bytes) first. `about` is authenticated, not stored.
[[nodiscard]] Bytes seal(BytesView key, BytesView plain, std::string_view about, Random& random);
// Nothing when the key is another, `about` is another, or a byte was changed.
[[nodiscard]] std::optional<Secret> open(BytesView key, BytesView sealed, std::string_view about);

// A separate key for a separate purpose (HKDF-SHA256).
[[nodiscard]] Secret derive(BytesView key, std::string_view purpose);

struct KeyPair {
    Secret seed;  // 32 bytes
    std::array<std::uint8_t, 32> public_key{};
};
[[nodiscard]] KeyPair ed25519_from_seed(Secret seed);
[[nodiscard]] std::array<std::uint8_t, 64> ed25519_sign(KeyPair const& key, BytesView message);
[[nodiscard]] bool ed25519_verify(BytesView public_key, BytesView message, BytesView signature);

struct PasswordCost {
    std::uint32_t memory_kib = 65536;
    std::uint32_t passes = 3;
};
// PHC text, "$argon2id$v=19$m=…,t=…,p=1$salt$hash". Slow by intent: never on an event loop, never
// inside a transaction.
[[nodiscard]] std::string hash_password(std::string_view password, PasswordCost cost);
[[nodiscard]] bool verify_password(std::string_view hash, std::string_view password);
// True when `hash` was made with less than `cost`.
[[nodiscard]] bool needs_rehash(std::string_view hash, PasswordCost cost);

}  // namespace sigill::crypto
