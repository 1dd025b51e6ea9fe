#include <sodium.h>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "crypto/primitives.hpp"

namespace sigill::crypto {

namespace {

constexpr Phrase wrong_seed_length{"crypto.seed_length", "A signing key has {} bytes.",
                                   "En signeringsnyckel har {} byte."};

using SecretKey = std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES>;

void require_seed(Secret const& seed) {
    if (seed.bytes().size() != crypto_sign_SEEDBYTES) {
        throw Failure::of(FailureKind::internal, wrong_seed_length,
                          std::to_string(seed.bytes().size()));
    }
}

}  // namespace

KeyPair ed25519_from_seed(Secret seed) {
    primitives::ensure_sodium();
    require_seed(seed);
    KeyPair pair;
    SecretKey secret_key;
    crypto_sign_seed_keypair(pair.public_key.data(), secret_key.data(), seed.bytes().data());
    wipe(secret_key.data(), secret_key.size());
    pair.seed = std::move(seed);
    return pair;
}

std::array<std::uint8_t, 64> ed25519_sign(KeyPair const& key, BytesView message) {
    primitives::ensure_sodium();
    require_seed(key.seed);
    // Derived anew from the seed: a pair whose public half was changed must not sign, since two
    // signatures of one message under different public halves give the secret away.
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> public_key;
    SecretKey secret_key;
    crypto_sign_seed_keypair(public_key.data(), secret_key.data(), key.seed.bytes().data());
    std::array<std::uint8_t, crypto_sign_BYTES> signature;
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                         secret_key.data());
    wipe(secret_key.data(), secret_key.size());
    return signature;
}

bool ed25519_verify(BytesView public_key, BytesView message, BytesView signature) {
    primitives::ensure_sodium();
    return public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       public_key.data()) == 0;
}

}  // namespace sigill::crypto
