#include "slices/safeguards/safeguards.hpp"

#include "slices/frameworks/frameworks.hpp"
#include "slices/processes/processes.hpp"
#include "slices/safeguards/phrases.hpp"
#include "slices/support/values.hpp"
#include "work/work.hpp"

namespace sigill::safeguards {

namespace {

using entity::Draft;
using entity::Engine;
using entity::Record;
using tenant::Transaction;

std::string owner_of_process(Engine const& engine, Transaction& tx, std::string_view id) {
    auto const found = engine.find(tx, processes::definition, id);
    return found ? found->owner : std::string{};
}

// R-2.5c: nobody but the owner of the process decides.
void check_process_owner(Engine const& engine, Transaction& tx, Record const& safeguard) {
    auto const owner = owner_of_process(engine, tx, safeguard[process]);
    if (owner.empty()) {
        throw Failure::invalid("process", phrases::process_without_owner);
    }
    if (owner != tx.principal().person_id) {
        throw Failure::of(FailureKind::forbidden, phrases::not_process_owner);
    }
}

// Withdrawn requirements are shown but cannot be chosen; one that was chosen before it was
// withdrawn may stand.
void check_requirements(Engine const& engine, Transaction& tx, Draft const& draft,
                        std::vector<std::string> const& before) {
    std::vector<Problem> problems;
    for (auto const& id : support::given(draft, requirements)) {
        if (std::ranges::find(before, id) != before.end()) {
            continue;
        }
        auto const found = engine.find(tx, frameworks::requirements::definition, id);
        if (found && (*found)[frameworks::requirements::withdrawn]) {
            problems.push_back({"requirements", phrases::withdrawn_requirement,
                                (*found)[frameworks::requirements::number]});
        }
    }
    if (!problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(problems)};
    }
}

void prepare(Engine const& engine, Transaction& tx, Draft& draft) {
    check_requirements(engine, tx, draft, {});
    if (auto const its_process =
            engine.find(tx, processes::definition, support::given(draft, process))) {
        support::inherit(draft, its_process->owner, *its_process);
    }
}

void ask(Engine const& engine, Transaction& tx, Record const& safeguard, std::string_view what,
         Label title) {
    work::open_task(engine, tx,
                    {.kind = what,
                     .record = safeguard,
                     .assignee = owner_of_process(engine, tx, safeguard[process]),
                     .title = title});
}

void ask_for_decision(Engine const& engine, Transaction& tx, Record const& safeguard) {
    ask(engine, tx, safeguard, work::decision, {"Decide on {}", "Besluta om {}"});
}

// Why is needed for everything but yes; who and when are needed for yes.
void check_decision(Engine const& engine, Transaction& tx, Record const& before,
                    Draft const& draft) {
    check_process_owner(engine, tx, before);
    std::vector<Problem> problems;
    if (support::after(before, draft, decision) != "implement") {
        if (support::after(before, draft, decision_reason).empty()) {
            problems.push_back({"decision_reason", phrases::reason_needed, {}});
        }
    } else {
        auto const date = support::after(before, draft, due);
        if (support::after(before, draft, responsible).empty()) {
            problems.push_back({"responsible", phrases::responsible_needed, {}});
        }
        if (date.empty()) {
            problems.push_back({"due", phrases::due_needed, {}});
        } else if (date < tx.today()) {
            problems.push_back({"due", phrases::due_in_the_past, {}});
        }
    }
    if (!problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(problems)};
    }
}

std::string state_after_decision(Record const& decided_safeguard) {
    auto const made = decided_safeguard[decision];
    return made == "implement" ? "decided" : made == "accept" ? "accepted" : "rejected";
}

void after_decision(Engine const& engine, Transaction& tx, Record const& safeguard) {
    work::decide(engine, tx, safeguard,
                 {.kind = "safeguard",
                  .outcome = safeguard[decision],
                  .reason = safeguard[decision_reason]});
    work::complete_tasks(engine, tx, work::decision, safeguard);
}

void check_verifier(Transaction& tx, Record const& safeguard) {
    auto const& person = tx.principal().person_id;
    if (person.empty() || person == safeguard[responsible]) {
        throw Failure::of(FailureKind::forbidden, phrases::verified_by_another);
    }
}

}  // namespace

void review_for_asset(Engine const& engine, Transaction& tx, std::string_view asset_id) {
    for (auto const& safeguard : engine.referring(tx, definition, assets, asset_id)) {
        if (safeguard.state != definition.initial_state) {
            ask(engine, tx, safeguard, work::review,
                {"Review {}: the asset's class has changed",
                 "Se över {}: tillgångens klass har ändrats"});
        }
    }
}

void ask_owner(Engine const& engine, Transaction& tx, Record const& owned) {
    for (auto const& safeguard : engine.referring(tx, definition, process, owned.id)) {
        if (safeguard.state == definition.initial_state) {
            ask_for_decision(engine, tx, safeguard);
        } else {
            work::hand_over(engine, tx, work::review, safeguard, owned.owner);
        }
    }
}

void register_slice(entity::Catalogue& catalogue, Engine const& engine) {
    entity::Behaviour behaviour;
    behaviour.before_create = [&engine](Transaction& tx, Draft& draft) {
        prepare(engine, tx, draft);
    };
    behaviour.after_create = [&engine](Transaction& tx, Record const& safeguard) {
        ask_for_decision(engine, tx, safeguard);
    };
    behaviour.before_update = [&engine](Transaction& tx, Record const& before, Draft const& draft) {
        check_requirements(engine, tx, draft, before[requirements]);
    };
    behaviour.guards["decide"] = [&engine](Transaction& tx, Record const& before,
                                           Draft const& draft) {
        check_decision(engine, tx, before, draft);
    };
    behaviour.targets["decide"] = [](Transaction&, Record const& safeguard) {
        return state_after_decision(safeguard);
    };
    behaviour.effects["decide"] = [&engine](Transaction& tx, Record const& safeguard) {
        after_decision(engine, tx, safeguard);
    };
    behaviour.guards["verify"] = [](Transaction& tx, Record const& safeguard, Draft const&) {
        check_verifier(tx, safeguard);
    };
    behaviour.guards["reconsider"] = [&engine](Transaction& tx, Record const& safeguard,
                                               Draft const&) {
        check_process_owner(engine, tx, safeguard);
    };
    behaviour.effects["reconsider"] = [&engine](Transaction& tx, Record const& safeguard) {
        work::complete_tasks(engine, tx, work::review, safeguard);
        ask_for_decision(engine, tx, safeguard);
    };
    catalogue.add(definition, std::move(behaviour));
}

}  // namespace sigill::safeguards
