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

// The kinds of Ed25519 keys in C2SP's formats: a log signs the text itself, a witness a text with the
// time before it (tlog-cosignature, v1).
enum class KeyKind : std::uint8_t { log = 0x01, witness = 0x04 };

// C2SP "vkey": name+hash+base64(kind ‖ public key). A name is not empty and holds no plus or space.
[[nodiscard]] std::string verifier_key(std::string_view name, BytesView public_key,
                                       KeyKind kind = KeyKind::log);

struct VerifierKey {
    std::string name;
    std::array<std::uint8_t, 4> hash{};
    std::array<std::uint8_t, 32> public_key{};
};
using VerifierKeyResult = std::variant<VerifierKey, Problem>;
// Never throws; requires that the hash fits name and key.
[[nodiscard]] VerifierKeyResult parse_verifier_key(std::string_view vkey,
                                                   KeyKind kind = KeyKind::log);

// What a signature covers: origin, size and root (base64), each on a line.
[[nodiscard]] std::string note_text(Checkpoint const& checkpoint);
[[nodiscard]] std::string signed_note(Checkpoint const& checkpoint, Signer const& signer);

// "— <name> <base64 of key hash and signature>" with its newline.
[[nodiscard]] std::string signature_line(Signer const& signer, KeyKind kind, BytesView signature);

struct NoteSignature {
    std::string name;
    Bytes bytes;  // key hash, then the signature
};
struct Note {
    std::string signed_text;  // with the newline that ends it
    Checkpoint checkpoint;
    std::vector<NoteSignature> signatures;
};
// A note taken apart, no signature checked; nothing when it is none. Never throws.
[[nodiscard]] std::optional<Note> note_parts(std::string_view note);

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
