#pragma once
// Cosignatures of witnesses (C2SP tlog-cosignature, v1) and what is sent to obtain one (C2SP
// tlog-witness).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/checkpoint.hpp"

namespace sigill::ledger {

// The signature line of a witness over a note's signed text, as of a POSIX time in seconds.
[[nodiscard]] std::string cosignature_line(Signer const& witness, std::string_view signed_text,
                                           std::uint64_t time_s);

struct Cosignature {
    std::string line;  // with its newline
    std::uint64_t time_s = 0;
};
// The valid cosignature by the witness key `vkey` on the note, nothing where there is none. Where
// there are several, the newest. Never throws.
[[nodiscard]] std::optional<Cosignature> find_cosignature(std::string_view note,
                                                          std::string_view vkey);

// The body of POST …/add-checkpoint.
struct AddCheckpoint {
    std::uint64_t old_size = 0;
    std::vector<Digest> proof;
    std::string note;
};
[[nodiscard]] std::string add_checkpoint_body(AddCheckpoint const& request);
// Nothing when it is malformed. Never throws.
[[nodiscard]] std::optional<AddCheckpoint> parse_add_checkpoint(std::string_view body);

}  // namespace sigill::ledger
