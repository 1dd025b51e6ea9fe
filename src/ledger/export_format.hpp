#pragma once
// The lines of an export file, as docs/ledger-export.md describes them: written here for the writer
// and the verifier alike. Every line has exactly one right form, so that lines compare as text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/merkle.hpp"

namespace sigill::ledger::export_format {

inline constexpr std::uint64_t version = 1;
// Entries before each index line; fewer only before the last.
inline constexpr std::size_t block_entries = 256;

struct Header {
    std::string origin;
    std::string verifier_key;
    std::uint64_t size = 0;
};
[[nodiscard]] std::string header_line(Header const& header);
// Nothing when it is not this version's header. Never throws.
[[nodiscard]] std::optional<Header> parse_header(std::string_view line);

struct Listed {
    std::string id;
    Digest hash{};
    bool dropped = false;  // known of an entry that was read, not of one in an index line
};
struct Index {
    std::uint64_t from = 0;
    std::vector<Listed> entries;
};
// Writes the line that follows `entries` into `out`, whose memory is used again.
void write_index_line(std::string& out, std::uint64_t from, std::span<Listed const> entries);
[[nodiscard]] bool is_index_line(std::string_view line);
[[nodiscard]] std::optional<Index> parse_index(std::string_view line);

[[nodiscard]] std::string dropped_line(std::string_view id, Digest const& hash);
// Reads an entry's line: a leaf is hashed, of a dropped one the hash is taken as it stands there.
void read_entry(std::string_view line, Listed& into);

}  // namespace sigill::ledger::export_format
