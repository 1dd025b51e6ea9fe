#include "files/sealed_chunks.hpp"

#include <array>

#include "crypto/primitives.hpp"

namespace sigill::files {

namespace {

using Nonce = std::array<std::uint8_t, crypto::primitives::xchacha_nonce_bytes>;

Nonce nonce_of(std::uint64_t number, bool is_last) {
    Nonce nonce{};
    for (std::size_t i = 0; i < 8; ++i) {
        nonce[i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    nonce[8] = is_last ? 1 : 0;
    return nonce;
}

}  // namespace

Bytes seal_chunk(Secret const& key, std::uint64_t number, bool is_last, BytesView plain) {
    auto const nonce = nonce_of(number, is_last);
    return crypto::primitives::xchacha20_poly1305_seal(key.bytes(), nonce, plain,
                                                       as_bytes(format_mark));
}

std::optional<Secret> open_chunk(Secret const& key, std::uint64_t number, bool is_last,
                                 BytesView sealed) {
    auto const nonce = nonce_of(number, is_last);
    return crypto::primitives::xchacha20_poly1305_open(key.bytes(), nonce, sealed,
                                                       as_bytes(format_mark));
}

}  // namespace sigill::files
