#include "witness/witness.hpp"

#include <algorithm>
#include <filesystem>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "witness/durable_file.hpp"

namespace sigill::witness {

namespace {

using ledger::AddCheckpoint;
using ledger::Checkpoint;

constexpr Phrase broken_state{"witness.state",
                              "The file {} is damaged. Without it this log cannot be witnessed.",
                              "Filen {} är skadad. Utan den kan loggen inte bevittnas."};
constexpr Phrase broken_key{"witness.key", "The file {} holds no witness key.",
                            "Filen {} innehåller ingen vittnesnyckel."};
constexpr Phrase key_there{"witness.key_there", "The file {} is there already.",
                           "Filen {} finns redan."};

Answer refuse(int status, std::string_view why) {
    return {status, std::string{why} + "\n"};
}

Answer other_size(std::uint64_t size) {
    return {409, std::to_string(size) + "\n", "text/x.tlog.size"};
}

bool is_consistent(AddCheckpoint const& request, Checkpoint const& known,
                   Checkpoint const& checkpoint) {
    if (known.size == 0 || known.size == checkpoint.size) {
        return request.proof.empty();
    }
    return ledger::verify_consistency(known.size, checkpoint.size, known.root, checkpoint.root,
                                      request.proof);
}

}  // namespace

Witness::Witness(std::string directory, ledger::Signer signer, std::vector<std::string> const& logs,
                 Clock const& clock)
    : directory_(std::move(directory)), signer_(std::move(signer)), clock_(clock) {
    for (auto const& vkey : logs) {
        auto const parsed = ledger::parse_verifier_key(vkey);
        if (auto const* problem = std::get_if<Problem>(&parsed)) {
            throw Failure{FailureKind::invalid, {*problem}};
        }
        logs_.emplace(std::get<ledger::VerifierKey>(parsed).name, vkey);
    }
}

std::string Witness::verifier_key() const {
    return ledger::verifier_key(signer_.name, signer_.key.public_key, ledger::KeyKind::witness);
}

std::string Witness::path_of(std::string_view origin) const {
    return directory_ + "/" + to_hex(crypto::sha256(as_bytes(origin))) + ".checkpoint";
}

Checkpoint Witness::latest(std::string_view origin) const {
    auto const path = path_of(origin);
    auto const note = read_file(path);
    if (!note) {
        return {std::string{origin}, 0, ledger::empty_root()};
    }
    // Signed by the log when it was stored: a file that was changed since is not believed.
    auto const [first, last] = logs_.equal_range(origin);
    for (auto key = first; key != last; ++key) {
        auto const opened = ledger::open_note(*note, key->second);
        if (auto const* checkpoint = std::get_if<Checkpoint>(&opened)) {
            return *checkpoint;
        }
    }
    throw Failure::of(FailureKind::internal, broken_state, path);
}

Answer Witness::add_checkpoint(std::string_view body) {
    auto const request = ledger::parse_add_checkpoint(body);
    auto const claimed = request ? ledger::note_parts(request->note) : std::nullopt;
    if (!claimed) {
        return refuse(400, "the request is malformed");
    }
    auto const [first, last] = logs_.equal_range(claimed->checkpoint.origin);
    if (first == last) {
        return refuse(404, "this log is not known here");
    }
    auto const is_signed = std::any_of(first, last, [&](auto const& log) {
        return std::holds_alternative<Checkpoint>(ledger::open_note(request->note, log.second));
    });
    if (!is_signed) {
        return refuse(403, "the checkpoint is not signed by a key of this log");
    }
    if (request->old_size > claimed->checkpoint.size) {
        return refuse(400, "the old size is above the checkpoint's");
    }
    std::scoped_lock const held{mutex_};
    return judge(*request, claimed->checkpoint);
}

Answer Witness::judge(AddCheckpoint const& request, Checkpoint const& checkpoint) {
    auto const known = latest(checkpoint.origin);
    if (request.old_size != known.size) {
        return other_size(known.size);
    }
    if (known.size == checkpoint.size && known.root != checkpoint.root) {
        return other_size(known.size);
    }
    if (!is_consistent(request, known, checkpoint)) {
        return refuse(422, "the checkpoint does not continue the log as it was seen here");
    }
    if (known.size != checkpoint.size || known.size == 0) {
        write_durably(path_of(checkpoint.origin), request.note);
    }
    auto const parts = ledger::note_parts(request.note);
    return {200, ledger::cosignature_line(signer_, parts->signed_text,
                                          static_cast<std::uint64_t>(clock_.now() / one_second))};
}

ledger::Signer make_key(std::string const& path, std::string_view name, Random& random) {
    if (std::filesystem::exists(path)) {
        throw Failure::of(FailureKind::conflict, key_there, path);
    }
    auto seed = crypto::make_key(random);
    write_durably(path, std::string{name} + "\n" + to_hex(seed.bytes()) + "\n");
    return {std::string{name}, crypto::ed25519_from_seed(std::move(seed))};
}

ledger::Signer read_key(std::string const& path) {
    auto const text = read_file(path).value_or("");
    auto const end = text.find('\n');
    auto digits = end == std::string::npos ? std::string{} : text.substr(end + 1);
    if (digits.ends_with('\n')) {
        digits.pop_back();
    }
    auto seed = from_hex(digits);
    if (!seed || seed->size() != 32 || end == 0) {
        throw Failure::of(FailureKind::invalid, broken_key, path);
    }
    return {text.substr(0, end), crypto::ed25519_from_seed(Secret{std::move(*seed)})};
}

}  // namespace sigill::witness
