#pragma once
// Tasks and decisions: written once here, used by every register.

#include <string>
#include <string_view>

#include "entity/engine.hpp"
#include "work/decisions.hpp"
#include "work/tasks.hpp"

namespace sigill::work {

struct NewTask {
    std::string_view kind;         // one of tasks::kinds
    entity::Record const& record;  // what it is about
    std::string assignee;          // a person's id; empty: nobody can be asked, so no task is made
    Label title;                   // "{}" stands for the record's title
    int due_in_days = 30;
};
// Asks somebody for something. Where a task of that kind about that record is open already, it is
// handed over to the assignee, and nothing happens where it is theirs.
void open_task(entity::Engine const& engine, tenant::Transaction& tx, NewTask const& wanted);

// The open tasks of that kind about the record become the assignee's. False where there is none.
bool hand_over(entity::Engine const& engine, tenant::Transaction& tx, std::string_view kind,
               entity::Record const& record, std::string const& assignee);

// Closes the open tasks of that kind about the record: what they asked for has been done.
void complete_tasks(entity::Engine const& engine, tenant::Transaction& tx, std::string_view kind,
                    entity::Record const& record);

struct Outcome {
    std::string_view kind;     // one of decisions::kinds
    std::string_view outcome;  // one of decisions::outcomes
    std::string reason;
};
// Stores the decision that the principal has just made on `record` as it now is. Called from the
// step's effect, so that the record's newest entry in the ledger is the signed step itself.
entity::Record decide(entity::Engine const& engine, tenant::Transaction& tx,
                      entity::Record const& record, Outcome const& made);

// "assets/<id>": how a record of any register is referred to.
[[nodiscard]] std::string reference_to(entity::Record const& record);

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}  // namespace sigill::work
