#include "tenant/tenant.hpp"

namespace sigill::tenant {

std::vector<std::string> const& technical_tables() {
    static std::vector<std::string> const tables{
        // Which key seals which subject: made on the way to an entry, or lost without harm.
        "subject_keys",
        // Last use of a session: a write at most once a minute that tells nothing about the content.
        "session_touches",
        // Counters of the lock; refused log-ins reach the log aggregated.
        "log_in_failures",
        "log_in_reports",
        // Signed notes about the log; entries and tree themselves stay under the rule.
        "ledger_checkpoints",
        // What witnesses answered; that one refused has an entry.
        "ledger_witnesses",
        // Answers kept for those who ask again, stored beside the change they answer.
        "idempotency_keys",
    };
    return tables;
}

}  // namespace sigill::tenant
