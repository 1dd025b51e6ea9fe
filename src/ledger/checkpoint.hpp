#pragma once
// Checkpoints in the C2SP signed-note and tlog-checkpoint formats, signed with Ed25519.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/failure.hpp"
#include "ledger/merkle.hpp"

namespace sigill::ledger {

struct Checkpoint {
    std::string origin;  // "sigill/<tenant uuid>"
    std::uint64_t size = 0;
    Digest root{};
};

struct Signer {
    std::string name;  // the origin
    crypto::KeyPair key;
};

// C2SP "vkey": name+hash+base64(0x01 ‖ public key).
[[nodiscard]] std::string verifier_key(std::string_view name, BytesView public_key);

[[nodiscard]] std::string signed_note(Checkpoint const& checkpoint, Signer const& signer);

using CheckpointResult = std::variant<Checkpoint, Problem>;
// Reads a note and requires a valid signature by `vkey`. Unknown signatures beside it are ignored,
// as the format demands. Never throws.
[[nodiscard]] CheckpointResult open_note(std::string_view note, std::string_view vkey);

}  // namespace sigill::ledger
