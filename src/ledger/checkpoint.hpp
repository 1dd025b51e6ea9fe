#pragma once
// Checkpoints in the C2SP signed-note and tlog-checkpoint formats, signed with Ed25519.

#include <array>
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

// C2SP "vkey": name+hash+base64(0x01 ‖ public key). A name is not empty and holds no plus or space.
[[nodiscard]] std::string verifier_key(std::string_view name, BytesView public_key);

struct VerifierKey {
    std::string name;
    std::array<std::uint8_t, 4> hash{};
    std::array<std::uint8_t, 32> public_key{};
};
using VerifierKeyResult = std::variant<VerifierKey, Problem>;
// Never throws; requires that the hash fits name and key.
[[nodiscard]] VerifierKeyResult parse_verifier_key(std::string_view vkey);

// What a signature covers: origin, size and root (base64), each on a line.
[[nodiscard]] std::string note_text(Checkpoint const& checkpoint);
[[nodiscard]] std::string signed_note(Checkpoint const& checkpoint, Signer const& signer);

// The code of the problem "no signature by that key", as against a false one by it.
inline constexpr std::string_view unsigned_code = "ledger.unsigned";

using CheckpointResult = std::variant<Checkpoint, Problem>;
// Reads a note and requires a valid signature by `vkey`, whose name must be the origin. Signatures
// by other keys (witnesses) are ignored, as the format demands. Never throws.
[[nodiscard]] CheckpointResult open_note(std::string_view note, std::string_view vkey);
// Only what a note claims: its signatures are read but not checked. For saying what is wrong with
// a note that open_note refused. Never throws.
[[nodiscard]] CheckpointResult read_note(std::string_view note);

}  // namespace sigill::ledger
