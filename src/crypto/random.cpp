#include <sodium.h>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "crypto/primitives.hpp"

namespace sigill::crypto {

namespace {

constexpr Phrase cannot_start{"crypto.cannot_start", "libsodium cannot start.",
                              "libsodium kan inte starta."};

}  // namespace

void primitives::ensure_sodium() {
    static bool const started = sodium_init() >= 0;
    if (!started) {
        throw Failure::of(FailureKind::internal, cannot_start);
    }
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    primitives::ensure_sodium();
    randombytes_buf(bytes.data(), bytes.size());
}

bool equal(BytesView a, BytesView b) {
    primitives::ensure_sodium();
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

Secret make_key(Random& random) {
    Bytes key(primitives::xchacha_key_bytes);
    random.fill(key);
    return Secret{std::move(key)};
}

}  // namespace sigill::crypto
