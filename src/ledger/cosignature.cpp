#include "ledger/cosignature.hpp"

#include <algorithm>
#include <charconv>

namespace sigill::ledger {

namespace {

constexpr std::size_t key_hash_bytes = 4;
constexpr std::size_t time_bytes = 8;
constexpr std::size_t signature_bytes = 64;
// tlog-witness: a client must not send more.
constexpr std::size_t most_hashes = 63;
constexpr std::uint64_t latest_time = (std::uint64_t{1} << 63) - 1;

std::string cosigned_text(std::string_view signed_text, std::uint64_t time_s) {
    return "cosignature/v1\ntime " + std::to_string(time_s) + "\n" + std::string{signed_text};
}

std::optional<std::uint64_t> whole(std::string_view text) {
    std::uint64_t value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    auto const leading_zero = text.size() > 1 && text.front() == '0';
    return text.empty() || error != std::errc{} || stop != end || leading_zero
               ? std::nullopt
               : std::optional{value};
}

}  // namespace

std::string cosignature_line(Signer const& witness, std::string_view signed_text,
                             std::uint64_t time_s) {
    auto const made =
        crypto::ed25519_sign(witness.key, as_bytes(cosigned_text(signed_text, time_s)));
    Bytes stamped(time_bytes);
    for (std::size_t i = 0; i < time_bytes; ++i) {
        stamped[i] = static_cast<std::uint8_t>(time_s >> (8 * (time_bytes - 1 - i)));
    }
    stamped.insert(stamped.end(), made.begin(), made.end());
    return signature_line(witness, KeyKind::witness, stamped);
}

std::optional<Cosignature> find_cosignature(std::string_view note, std::string_view vkey) {
    auto const parsed_key = parse_verifier_key(vkey, KeyKind::witness);
    auto const* key = std::get_if<VerifierKey>(&parsed_key);
    auto const held = note_parts(note);
    if (key == nullptr || !held) {
        return std::nullopt;
    }
    std::optional<Cosignature> found;
    for (auto const& signature : held->signatures) {
        auto const bytes = BytesView{signature.bytes};
        if (signature.name != key->name ||
            bytes.size() != key_hash_bytes + time_bytes + signature_bytes ||
            !std::ranges::equal(bytes.first(key_hash_bytes), key->hash)) {
            continue;
        }
        std::uint64_t time_s = 0;
        for (auto const byte : bytes.subspan(key_hash_bytes, time_bytes)) {
            time_s = time_s << 8 | byte;
        }
        auto const is_good =
            time_s <= latest_time &&
            crypto::ed25519_verify(key->public_key,
                                   as_bytes(cosigned_text(held->signed_text, time_s)),
                                   bytes.subspan(key_hash_bytes + time_bytes));
        if (is_good && (!found || found->time_s < time_s)) {
            found = {"\u2014 " + signature.name + " " + to_base64(signature.bytes) + "\n", time_s};
        }
    }
    return found;
}

std::string add_checkpoint_body(AddCheckpoint const& request) {
    auto body = "old " + std::to_string(request.old_size) + "\n";
    for (auto const& hash : request.proof) {
        body += to_base64(hash) + "\n";
    }
    return body + "\n" + request.note;
}

std::optional<AddCheckpoint> parse_add_checkpoint(std::string_view body) {
    AddCheckpoint request;
    bool has_size = false;
    for (;;) {
        auto const end = body.find('\n');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        auto const line = body.substr(0, end);
        body.remove_prefix(end + 1);
        if (!has_size) {
            auto const size = line.starts_with("old ") ? whole(line.substr(4)) : std::nullopt;
            if (!size) {
                return std::nullopt;
            }
            request.old_size = *size;
            has_size = true;
        } else if (line.empty()) {
            request.note = body;
            return request;
        } else {
            auto const bytes = from_base64(line);
            Digest hash;
            if (!bytes || bytes->size() != hash.size() || request.proof.size() == most_hashes) {
                return std::nullopt;
            }
            std::ranges::copy(*bytes, hash.begin());
            request.proof.push_back(hash);
        }
    }
}

}  // namespace sigill::ledger
