#include "tenant/witnesses.hpp"

#include <charconv>

#include "base/assert.hpp"
#include "tenant/waiting.hpp"

namespace sigill::tenant {

namespace {

constexpr std::size_t kept_answer_bytes = 200;

std::string name_of(std::string const& vkey) {
    return vkey.substr(0, vkey.find('+'));
}

std::optional<std::uint64_t> size_in(std::string_view body) {
    std::uint64_t size = 0;
    auto const [end, error] = std::from_chars(body.data(), body.data() + body.size(), size);
    auto const is_whole =
        error == std::errc{} && std::string_view{end, body.data() + body.size()} == "\n";
    return is_whole ? std::optional{size} : std::nullopt;
}

// Printable ASCII only: the answer is shown to people, and came from outside.
std::string cleaned(std::string_view text) {
    std::string clean;
    for (auto const c : text.substr(0, kept_answer_bytes)) {
        clean += c >= ' ' && c <= '~' ? c : ' ';
    }
    return clean.substr(0, clean.find_last_not_of(' ') + 1);
}

}  // namespace

struct Witnesses::Outcome {
    std::string state;
    std::string answer;
    std::string line;  // the cosignature, with state "good"
    std::uint64_t size = 0;
};

Witnesses::Witnesses(std::vector<WitnessPeer> peers, Post post)
    : peers_(std::move(peers)), post_(std::move(post)) {
    for (auto& peer : peers_) {
        auto const parsed = ledger::parse_verifier_key(peer.verifier_key, ledger::KeyKind::witness);
        if (auto const* problem = std::get_if<Problem>(&parsed)) {
            throw Failure{FailureKind::invalid,
                          {{"ledger.witnesses", problem->phrase, problem->value}}};
        }
        while (peer.url.ends_with('/')) {
            peer.url.pop_back();
        }
    }
}

std::string Witnesses::cosign(Tenant& tenant) {
    // One at a time: an export and the schedule may ask for the same checkpoint.
    std::scoped_lock const held{mutex_};
    auto note = tenant.make_checkpoint();
    for (auto const& peer : peers_) {
        if (ledger::find_cosignature(note, peer.verifier_key)) {
            continue;
        }
        auto const outcome = ask(tenant, peer, note);
        note += outcome.line;
        keep(tenant, name_of(peer.verifier_key), note, outcome);
    }
    return note;
}

Witnesses::Outcome Witnesses::ask(Tenant& tenant, WitnessPeer const& peer,
                                  std::string const& note) {
    auto const parts = ledger::note_parts(note);
    SIGILL_ASSERT(parts.has_value());
    auto const size = parts->checkpoint.size;
    std::uint64_t old_size = 0;
    wait_for_read(tenant.database(), [&](db::Connection& connection) {
        for (auto const& state : witness_states(connection)) {
            if (state.name == name_of(peer.verifier_key)) {
                old_size = std::min(state.size, size);
            }
        }
    });
    // Twice: a witness whose state is not the one we remember says which it is.
    for (int attempt = 0;; ++attempt) {
        ledger::AddCheckpoint request{old_size, {}, note};
        if (old_size > 0 && old_size < size) {
            wait_for_read(tenant.database(), [&](db::Connection& connection) {
                request.proof =
                    ledger::consistency_proof(old_size, size, ledger::nodes(connection));
            });
        }
        auto const answer =
            post_(peer.url + "/add-checkpoint", ledger::add_checkpoint_body(request));
        auto const said = std::to_string(answer.status) + " " + cleaned(answer.body);
        auto const known = answer.status == 409 ? size_in(answer.body) : std::nullopt;
        if (answer.status == 200) {
            auto const found = ledger::find_cosignature(parts->signed_text + "\n" + answer.body,
                                                        peer.verifier_key);
            return found ? Outcome{"good", "", found->line, size}
                         : Outcome{"unreachable", "200 without a signature by its key", "", 0};
        }
        if (known && attempt == 0 && *known <= size && *known != old_size) {
            old_size = *known;
            continue;
        }
        // It has seen more than there is, another tree of this size, or one that this does not
        // continue: the log is not the one that it was.
        auto const is_refusal = answer.status == 422 || known.has_value();
        auto const is_unknown = answer.status == 403 || answer.status == 404;
        return {is_refusal ? "refused" : is_unknown ? "unknown" : "unreachable", said, "", 0};
    }
}

void Witnesses::keep(Tenant& tenant, std::string const& name, std::string const& note,
                     Outcome const& outcome) {
    Context context;
    context.principal = access::Principal::system();
    tenant.write_and_wait(context, [&](Transaction& tx) {
        WitnessState state{name, "", 0, 0, 0, ""};
        for (auto& known : witness_states(tx.connection())) {
            if (known.name == name) {
                state = std::move(known);
            }
        }
        auto const was = state.state;
        state.state = outcome.state;
        if (outcome.state == "good") {
            state.size = outcome.size;
            state.signed_at = tx.now();
            auto const parts = ledger::note_parts(note);
            ledger::store_checkpoint(tx.connection(), parts->checkpoint, note, tx.now());
        }
        db::upsert(tx.connection(), "ledger_witnesses", {"name"},
                   {"name", "state", "size", "signed_at", "asked_at", "answer"},
                   {name, state.state, static_cast<std::int64_t>(state.size),
                    state.signed_at == 0 ? db::Value{} : db::Value{state.signed_at}, tx.now(),
                    outcome.answer});
        if (outcome.state == "refused" && was != "refused") {
            auto const parts = ledger::note_parts(note);
            json::Object details;
            details["witness"] = name;
            details["size"] = static_cast<std::int64_t>(parts->checkpoint.size);
            details["seen_size"] = static_cast<std::int64_t>(state.size);
            details["answer"] = outcome.answer;
            tx.record("ledger.witness_refused", {}, nullptr, std::move(details));
        }
    });
}

std::vector<WitnessState> witness_states(db::Connection& connection) {
    std::vector<WitnessState> all;
    connection.query(
        "SELECT name, state, size, signed_at, asked_at, answer FROM ledger_witnesses "
        "ORDER BY name",
        {}, [&](db::Row const& row) {
            all.push_back({std::string{row.text(0)}, std::string{row.text(1)},
                           static_cast<std::uint64_t>(row.integer(2)),
                           row.is_null(3) ? 0 : row.integer(3), row.integer(4),
                           std::string{row.text(5)}});
            return true;
        });
    return all;
}

}  // namespace sigill::tenant
