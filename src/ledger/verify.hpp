#pragma once
// Checks an exported log without the server: NDJSON lines, an empty line, the signed checkpoint.

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.hpp"

namespace sigill::ledger {

// An export file: the line {"sigill_ledger":1,"origin":…,"verifier_key":…,"size":N} first; then a
// line per entry {"i":<index>,"h":"<leaf hash hex>","e":<…>} — see docs/ledger-export.md — then an
// empty line and the note. `h` lets a changed line be told from a deleted one.
struct VerifyReport {
    bool good = false;
    std::uint64_t entries = 0;
    std::optional<std::uint64_t> first_bad_index;
    std::vector<Problem> problems;  // first is the cause; names index, id and kind: changed,
                                    // deleted, reordered, truncated, forged checkpoint …
    std::string root_hex;
    std::string origin;
};

// `trusted_key`: a vkey known from elsewhere; without it the key named in the file is used, and the
// report says so. `progress` is called with the number of entries read so far.
[[nodiscard]] VerifyReport verify_export(std::istream& file, std::optional<std::string> trusted_key,
                                         std::function<void(std::uint64_t)> const& progress = {});

}  // namespace sigill::ledger
