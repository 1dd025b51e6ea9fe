#pragma once
// The witnesses that cosign the logs' checkpoints (C2SP tlog-witness), so that not even who holds a
// log's key can rewrite it unseen.

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/cosignature.hpp"
#include "tenant/tenant.hpp"

namespace sigill::tenant {

struct WitnessPeer {
    std::string url;           // the submission prefix
    std::string verifier_key;  // kind 0x04
};

struct WitnessAnswer {
    int status = 0;  // 0: no answer, `body` says why
    std::string body;
};

class Witnesses {
public:
    // `post` sends a body to an address and waits.
    using Post = std::function<WitnessAnswer(std::string const& url, std::string_view body)>;

    // Failure invalid where a verifier key cannot be read.
    Witnesses(std::vector<WitnessPeer> peers, Post post);

    // Makes a checkpoint where the log grew and asks each witness that has not signed it yet. What
    // they say is kept in ledger_witnesses, their signatures in the checkpoint's note; that one
    // refuses is an entry, once. Waits for network and database: from a thread of its own, or one of
    // a pool for such work. Only the database's faults are thrown. Returns the note.
    std::string cosign(Tenant& tenant);

    [[nodiscard]] std::vector<WitnessPeer> const& peers() const { return peers_; }

private:
    struct Outcome;

    [[nodiscard]] Outcome ask(Tenant& tenant, WitnessPeer const& peer, std::string const& note);
    static void keep(Tenant& tenant, std::string const& name, std::string const& note,
                     Outcome const& outcome);

    std::vector<WitnessPeer> peers_;
    Post post_;
    std::mutex mutex_;
};

// What is known of a witness. States: "good", "refused" (it saw another history: the gravest thing
// that a log can be told), "unknown" (it does not serve this log), "unreachable".
struct WitnessState {
    std::string name;
    std::string state;
    std::uint64_t size = 0;  // of the last tree that it signed
    Instant signed_at = 0;   // 0: never
    Instant asked_at = 0;
    std::string answer;
};
[[nodiscard]] std::vector<WitnessState> witness_states(db::Connection& connection);

}  // namespace sigill::tenant
