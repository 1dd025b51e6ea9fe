#include "work/work.hpp"

#include "base/assert.hpp"
#include "ledger/log.hpp"
#include "tenant/tenant.hpp"

namespace sigill::work {

namespace {

constexpr Phrase not_assignee{"not_assignee",
                              "Only the person the task is assigned to can do this.",
                              "Bara den som uppgiften är tilldelad kan göra det."};
constexpr Phrase closed_by_doing{"closed_by_doing",
                                 "The task is closed when {} is classified or decided on.",
                                 "Uppgiften stängs när {} har klassats eller beslutats."};

// The record that the task is about, or nothing when its register is gone.
std::optional<entity::Record> subject_of(entity::Engine const& engine, tenant::Transaction& tx,
                                         entity::Record const& task) {
    auto const held = task[tasks::record];
    auto const slash = held.find('/');
    auto const* found = engine.catalogue().find(std::string_view{held}.substr(0, slash));
    if (slash == std::string::npos || found == nullptr) {
        return std::nullopt;
    }
    return engine.find(tx, *found->definition, std::string_view{held}.substr(slash + 1));
}

std::vector<std::string> open_about(tenant::Transaction& tx, std::string_view kind,
                                    entity::Record const& record) {
    std::vector<std::string> ids;
    tx.query(
        "SELECT id FROM tasks WHERE record = $1 AND kind = $2 AND state = 'open' AND "
        "archived_at IS NULL ORDER BY id",
        {reference_to(record), std::string{kind}}, [&](db::Row const& row) {
            ids.emplace_back(row.text(0));
            return true;
        });
    return ids;
}

// A classification or decision is done by doing it, not by ticking off the task; a task about a
// record that has been archived can be put away.
void check_complete(entity::Engine const& engine, tenant::Transaction& tx,
                    entity::Record const& task) {
    if (tx.principal().person_id != task[tasks::assignee]) {
        throw Failure::of(FailureKind::forbidden, not_assignee);
    }
    auto const kind = task[tasks::kind];
    if (kind != classify && kind != decision) {
        return;
    }
    auto const subject = subject_of(engine, tx, task);
    if (subject && !subject->archived_at) {
        throw Failure::of(FailureKind::conflict, closed_by_doing, subject->ref);
    }
}

// Stored text is in the tenant's own language, whoever causes it.
std::string in_tenants_language(tenant::Transaction& tx, Label text, std::string_view value) {
    auto const language = language_of(tx.tenant().info().language);
    return filled({"", text.en, text.sv}, language, value);
}

}  // namespace

std::string reference_to(entity::Record const& record) {
    return std::string{record.definition->path} + "/" + record.id;
}

void open_task(entity::Engine const& engine, tenant::Transaction& tx, NewTask const& wanted) {
    if (wanted.assignee.empty() ||
        hand_over(engine, tx, wanted.kind, wanted.record, wanted.assignee)) {
        return;
    }
    entity::Draft draft;
    draft.title(in_tenants_language(tx, wanted.title, wanted.record.title));
    // The assignee owns the task, so that everyone reaches what is asked of them; otherwise it is
    // seen by those who see the record.
    draft.set("owner", wanted.assignee);
    draft.set("unit", wanted.record.unit);
    draft.set("audience", wanted.record.audience);
    draft.set(tasks::kind, std::string{wanted.kind});
    draft.set(tasks::record, reference_to(wanted.record));
    draft.set(tasks::assignee, wanted.assignee);
    draft.set(tasks::due, add_days(tx.today(), wanted.due_in_days));
    engine.insert(tx, tasks::definition, draft);
}

bool hand_over(entity::Engine const& engine, tenant::Transaction& tx, std::string_view kind,
               entity::Record const& record, std::string const& assignee) {
    auto const open = open_about(tx, kind, record);
    entity::Draft draft;
    draft.set("owner", assignee);
    draft.set(tasks::assignee, assignee);
    for (auto const& id : open) {
        if (!assignee.empty()) {
            engine.set(tx, tasks::definition, id, draft);
        }
    }
    return !open.empty();
}

void complete_tasks(entity::Engine const& engine, tenant::Transaction& tx, std::string_view kind,
                    entity::Record const& record) {
    for (auto const& id : open_about(tx, kind, record)) {
        engine.set(tx, tasks::definition, id, {}, "done");
    }
}

entity::Record decide(entity::Engine const& engine, tenant::Transaction& tx,
                      entity::Record const& record, Outcome const& made) {
    auto const newest = ledger::entries(tx.connection(), {.record_id = record.id, .limit = 1});
    SIGILL_ASSERT(!newest.empty());
    entity::Draft draft;
    draft.title(record.title);
    draft.set("owner", tx.principal().person_id);
    draft.set("unit", record.unit);
    draft.set("audience", record.audience);
    draft.set(decisions::record, reference_to(record));
    draft.set(decisions::kind, std::string{made.kind});
    draft.set(decisions::outcome, std::string{made.outcome});
    draft.set(decisions::reason, made.reason);
    draft.set(decisions::decided_by, tx.principal().person_id);
    draft.set(decisions::decided_at, tx.now());
    draft.set(decisions::record_version, record.version);
    draft.set(decisions::entry, newest.front().id);
    return engine.insert(tx, decisions::definition, draft);
}

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine) {
    entity::Behaviour of_tasks;
    of_tasks.guards["complete"] = [&engine](tenant::Transaction& tx, entity::Record const& task,
                                            entity::Draft const&) {
        check_complete(engine, tx, task);
    };
    catalogue.add(tasks::definition, std::move(of_tasks));
    catalogue.add(decisions::definition);
}

}  // namespace sigill::work
