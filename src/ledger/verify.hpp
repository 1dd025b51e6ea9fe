#pragma once
// Checks an exported log without the server: header, entries with their index lines, an empty line,
// the signed checkpoint. The format is described in docs/ledger-export.md.

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.hpp"

namespace sigill::ledger {

struct VerifyReport {
    bool good = false;
    std::uint64_t entries = 0;  // read
    // Entries of which only the hash is in the file: lawful after the tenant's period, but their
    // content cannot be seen, and their ids are not covered by the signature.
    std::uint64_t dropped = 0;
    // The lowest index that is named by a problem; nothing when only header, index lines, checkpoint
    // or signature are bad, or when the whole was rewritten and the place cannot be told.
    std::optional<std::uint64_t> first_bad_index;
    // The first is the cause; `field` is the place ("entry 17", "index 0", "header", "checkpoint"),
    // the phrase's code the kind ("ledger.changed"), the value index and id. At most 20.
    std::vector<Problem> problems;
    std::string root_hex;  // of the entries as they were read
    std::string origin;
    std::string verifier_key;      // the signature was checked by this
    bool key_was_trusted = false;  // false: the key came from the file itself
    // By each of the witnesses asked for that cosigned the checkpoint: its name and when, in POSIX
    // seconds. One that did not is a problem.
    std::vector<std::pair<std::string, std::uint64_t>> witnessed;
};

// Reads `file` from where it stands to its end, in constant memory. `trusted_key`: a vkey known
// from elsewhere; without it the key named in the file is used, which shows mistakes but no forger
// who signed anew. `progress` is called with the number of entries read so far, once for each.
// `witnesses`: verifier keys of
// those whose cosignatures the checkpoint must bear. Never throws for what the file holds.
[[nodiscard]] VerifyReport verify_export(std::istream& file, std::optional<std::string> trusted_key,
                                         std::function<void(std::uint64_t)> const& progress = {},
                                         std::vector<std::string> const& witnesses = {});

}  // namespace sigill::ledger
