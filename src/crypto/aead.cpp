#include <sodium.h>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "crypto/primitives.hpp"

namespace sigill::crypto {

namespace {

static_assert(primitives::xchacha_key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(primitives::xchacha_nonce_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(primitives::xchacha_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

constexpr Phrase wrong_key_length{"crypto.key_length", "A key or nonce has {} bytes.",
                                  "En nyckel eller engångskod har {} byte."};

}  // namespace

Bytes primitives::xchacha20_poly1305_seal(BytesView key, BytesView nonce, BytesView plain,
                                          BytesView associated) {
    ensure_sodium();
    for (auto const& [given, wanted] :
         {std::pair{key.size(), xchacha_key_bytes}, std::pair{nonce.size(), xchacha_nonce_bytes}}) {
        if (given != wanted) {
            throw Failure::of(FailureKind::internal, wrong_key_length, std::to_string(given));
        }
    }
    Bytes cipher(plain.size() + xchacha_tag_bytes);
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(cipher.data(), &size, plain.data(), plain.size(),
                                               associated.data(), associated.size(), nullptr,
                                               nonce.data(), key.data());
    return cipher;
}

std::optional<Secret> primitives::xchacha20_poly1305_open(BytesView key, BytesView nonce,
                                                          BytesView cipher, BytesView associated) {
    ensure_sodium();
    if (key.size() != xchacha_key_bytes || nonce.size() != xchacha_nonce_bytes ||
        cipher.size() < xchacha_tag_bytes) {
        return std::nullopt;
    }
    Bytes plain(cipher.size() - xchacha_tag_bytes);
    unsigned long long size = 0;
    auto const refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.data(), &size, nullptr, cipher.data(), cipher.size(), associated.data(),
        associated.size(), nonce.data(), key.data());
    if (refused != 0) {
        return std::nullopt;
    }
    return Secret{std::move(plain)};
}

Bytes seal(BytesView key, BytesView plain, std::string_view about, Random& random) {
    // 192 random bits do not repeat in practice, so no counter has to be stored.
    Bytes sealed(primitives::xchacha_nonce_bytes);
    random.fill(sealed);
    auto const cipher = primitives::xchacha20_poly1305_seal(key, sealed, plain, as_bytes(about));
    sealed.insert(sealed.end(), cipher.begin(), cipher.end());
    return sealed;
}

std::optional<Secret> open(BytesView key, BytesView sealed, std::string_view about) {
    if (sealed.size() < primitives::xchacha_nonce_bytes) {
        return std::nullopt;
    }
    return primitives::xchacha20_poly1305_open(key, sealed.first(primitives::xchacha_nonce_bytes),
                                               sealed.subspan(primitives::xchacha_nonce_bytes),
                                               as_bytes(about));
}

}  // namespace sigill::crypto
