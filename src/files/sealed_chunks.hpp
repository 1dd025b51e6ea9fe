#pragma once
// A file as it lies on the disk: eight bytes that name the format, then chunks of at most 64 KiB,
// each sealed with XChaCha20-Poly1305 under the file's own key. Nonce and authenticated text hold the
// chunk's number and whether it is the last: a chunk moved, left out or cut off does not open.

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.hpp"
#include "base/secret.hpp"

namespace sigill::files {

inline constexpr std::string_view format_mark = "sigfile1";
inline constexpr std::size_t chunk_bytes = 64 * 1024;
inline constexpr std::size_t tag_bytes = 16;
inline constexpr std::size_t sealed_chunk_bytes = chunk_bytes + tag_bytes;

// The key must be used for one file only: nonces count from zero.
[[nodiscard]] Bytes seal_chunk(Secret const& key, std::uint64_t number, bool is_last,
                               BytesView plain);
// Nothing where a byte, the number or the end is another.
[[nodiscard]] std::optional<Secret> open_chunk(Secret const& key, std::uint64_t number,
                                               bool is_last, BytesView sealed);

}  // namespace sigill::files
