#include "ledger/checkpoint.hpp"

#include <algorithm>
#include <charconv>

#include "text/text.hpp"

namespace sigill::ledger {

namespace {

constexpr Phrase broken_key{"ledger.broken_key", "“{}” is no Ed25519 verifier key.",
                            "”{}” är ingen Ed25519-verifieringsnyckel."};
constexpr Phrase broken_note{"ledger.broken_note", "The checkpoint is no signed note: {}.",
                             "Kontrollpunkten är ingen signerad not: {}."};
constexpr Phrase unsigned_note{unsigned_code, "The checkpoint bears no signature by the key {}.",
                               "Kontrollpunkten saknar signatur av nyckeln {}."};
constexpr Phrase bad_signature{"ledger.bad_signature", "The checkpoint's signature by {} is false.",
                               "Kontrollpunktens signatur av {} är falsk."};
constexpr Phrase other_origin{"ledger.other_origin", "The checkpoint is of another log, {}.",
                              "Kontrollpunkten hör till en annan logg, {}."};

constexpr std::size_t public_key_bytes = 32;
constexpr std::size_t key_hash_bytes = 4;
constexpr std::size_t note_limit_bytes = 64 * 1024;
constexpr std::string_view signature_mark = "\u2014 ";

Problem problem(Phrase const& phrase, std::string_view value) {
    return {"checkpoint", phrase, std::string{value}};
}

Bytes typed_key(BytesView public_key, std::uint8_t kind) {
    Bytes typed(1 + public_key.size(), kind);
    std::ranges::copy(public_key, typed.begin() + 1);
    return typed;
}

// C2SP signed-note: the first four bytes of SHA-256(name ‖ 0x0A ‖ kind ‖ key).
std::array<std::uint8_t, key_hash_bytes> key_hash(std::string_view name, BytesView public_key,
                                                  std::uint8_t kind) {
    crypto::Hasher hasher;
    auto const digest = hasher.add(name).add("\n").add(typed_key(public_key, kind)).finish();
    std::array<std::uint8_t, key_hash_bytes> hash;
    std::copy_n(digest.begin(), hash.size(), hash.begin());
    return hash;
}

// A key's name holds neither a plus nor a space, in Unicode's sense of the word; ours are ASCII.
bool is_key_name(std::string_view name) {
    return !name.empty() && name.find_first_of("+ \t\r\n\v\f") == std::string_view::npos &&
           text::is_utf8(name) && !text::has_control(name);
}

// The text before the next newline, which is consumed; nothing when there is none.
std::optional<std::string_view> take_line(std::string_view& rest) {
    auto const end = rest.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    auto const line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

std::optional<std::uint64_t> parse_size(std::string_view line) {
    std::uint64_t size = 0;
    auto const* const end = line.data() + line.size();
    auto const [stop, error] = std::from_chars(line.data(), end, size);
    auto const leading_zero = line.size() > 1 && line.front() == '0';
    if (line.empty() || error != std::errc{} || stop != end || leading_zero) {
        return std::nullopt;
    }
    return size;
}

std::optional<Digest> parse_root(std::string_view line) {
    auto const bytes = from_base64(line);
    Digest root;
    if (!bytes || bytes->size() != root.size()) {
        return std::nullopt;
    }
    std::copy(bytes->begin(), bytes->end(), root.begin());
    return root;
}

// C2SP tlog-checkpoint: origin, size and root on a line each, then optional extension lines.
std::optional<Checkpoint> parse_body(std::string_view body) {
    auto const origin = take_line(body);
    auto const size_line = take_line(body);
    auto const root_line = take_line(body);
    if (!origin || origin->empty() || !size_line || !root_line) {
        return std::nullopt;
    }
    auto const size = parse_size(*size_line);
    auto const root = parse_root(*root_line);
    if (!size || !root) {
        return std::nullopt;
    }
    while (auto const extension = take_line(body)) {
        if (extension->empty()) {
            return std::nullopt;
        }
    }
    return Checkpoint{std::string{*origin}, *size, *root};
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
    if (!line.starts_with(signature_mark)) {
        return std::nullopt;
    }
    line.remove_prefix(signature_mark.size());
    auto const space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) {
        return std::nullopt;
    }
    auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= key_hash_bytes) {
        return std::nullopt;
    }
    return NoteSignature{std::string{line.substr(0, space)}, std::move(*bytes)};
}

std::variant<Note, Problem> parse_note(std::string_view note) {
    if (note.size() > note_limit_bytes) {
        return problem(broken_note, "> 64 KiB");
    }
    auto const is_forbidden = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n';
    };
    if (!text::is_utf8(note) || std::any_of(note.begin(), note.end(), is_forbidden)) {
        return problem(broken_note, "UTF-8");
    }
    auto const blank = note.rfind("\n\n");
    if (blank == std::string_view::npos) {
        return problem(broken_note, "\\n\\n");
    }
    auto const signed_text = note.substr(0, blank + 1);
    auto checkpoint = parse_body(signed_text);
    if (!checkpoint) {
        return problem(broken_note, "origin, size, root");
    }
    std::vector<NoteSignature> signatures;
    auto rest = note.substr(blank + 2);
    while (!rest.empty()) {
        auto const line = take_line(rest);
        auto signature = line ? parse_signature(*line) : std::nullopt;
        if (!signature) {
            return problem(broken_note, "\u2014 <name> <base64>");
        }
        signatures.push_back(std::move(*signature));
    }
    return Note{std::string{signed_text}, std::move(*checkpoint), std::move(signatures)};
}

}  // namespace

std::string verifier_key(std::string_view name, BytesView public_key, KeyKind kind) {
    auto const type = static_cast<std::uint8_t>(kind);
    return std::string{name} + "+" + to_hex(key_hash(name, public_key, type)) + "+" +
           to_base64(typed_key(public_key, type));
}

VerifierKeyResult parse_verifier_key(std::string_view vkey, KeyKind kind) {
    auto const type = static_cast<std::uint8_t>(kind);
    auto const first = vkey.find('+');
    auto const second = vkey.find('+', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos) {
        return problem(broken_key, vkey);
    }
    auto const name = vkey.substr(0, first);
    auto const typed = from_base64(vkey.substr(second + 1));
    if (!is_key_name(name) || !typed || typed->size() != 1 + public_key_bytes ||
        typed->front() != type) {
        return problem(broken_key, vkey);
    }
    auto const public_key = BytesView{*typed}.subspan(1);
    VerifierKey key{std::string{name}, key_hash(name, public_key, type), {}};
    if (vkey.substr(first + 1, second - first - 1) != to_hex(key.hash)) {
        return problem(broken_key, vkey);
    }
    std::copy(public_key.begin(), public_key.end(), key.public_key.begin());
    return key;
}

std::string note_text(Checkpoint const& checkpoint) {
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
           to_base64(checkpoint.root) + "\n";
}

std::string signed_note(Checkpoint const& checkpoint, Signer const& signer) {
    auto const text = note_text(checkpoint);
    return text + "\n" +
           signature_line(signer, KeyKind::log, crypto::ed25519_sign(signer.key, as_bytes(text)));
}

std::string signature_line(Signer const& signer, KeyKind kind, BytesView signature) {
    auto const hash = key_hash(signer.name, signer.key.public_key, static_cast<std::uint8_t>(kind));
    Bytes bytes{hash.begin(), hash.end()};
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return std::string{signature_mark} + signer.name + " " + to_base64(bytes) + "\n";
}

std::optional<Note> note_parts(std::string_view note) {
    auto parsed = parse_note(note);
    auto* const held = std::get_if<Note>(&parsed);
    return held == nullptr ? std::nullopt : std::optional{std::move(*held)};
}

CheckpointResult read_note(std::string_view note) {
    auto parsed = parse_note(note);
    if (auto* const problem = std::get_if<Problem>(&parsed)) {
        return std::move(*problem);
    }
    return std::move(std::get<Note>(parsed).checkpoint);
}

CheckpointResult open_note(std::string_view note, std::string_view vkey) {
    auto const key_or_problem = parse_verifier_key(vkey);
    if (auto const* const broken = std::get_if<Problem>(&key_or_problem)) {
        return *broken;
    }
    auto const& key = std::get<VerifierKey>(key_or_problem);
    auto parsed = parse_note(note);
    if (auto* const broken = std::get_if<Problem>(&parsed)) {
        return std::move(*broken);
    }
    auto& held = std::get<Note>(parsed);
    bool found = false;
    for (auto const& signature : held.signatures) {
        auto const bytes = BytesView{signature.bytes};
        if (signature.name != key.name ||
            !std::ranges::equal(bytes.first(key_hash_bytes), key.hash)) {
            continue;
        }
        if (!crypto::ed25519_verify(key.public_key, as_bytes(held.signed_text),
                                    bytes.subspan(key_hash_bytes))) {
            return problem(bad_signature, key.name);
        }
        found = true;
    }
    if (!found) {
        return problem(unsigned_note, vkey);
    }
    // The key of one log signs no other log's checkpoints.
    if (held.checkpoint.origin != key.name) {
        return problem(other_origin, held.checkpoint.origin);
    }
    return std::move(held.checkpoint);
}

}  // namespace sigill::ledger
