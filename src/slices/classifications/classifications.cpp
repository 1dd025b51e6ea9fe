#include "slices/classifications/classifications.hpp"

#include "slices/assets/assets.hpp"
#include "slices/classifications/krt_scale.hpp"
#include "slices/classifications/phrases.hpp"
#include "slices/processes/processes.hpp"
#include "slices/safeguards/safeguards.hpp"
#include "slices/support/values.hpp"
#include "work/work.hpp"

namespace sigill::classifications {

namespace {

using entity::Draft;
using entity::Engine;
using entity::Record;
using tenant::Transaction;

constexpr auto scale_levels = [] {
    std::array<entity::Level, krt_levels.size()> result{};
    std::ranges::transform(krt_levels, result.begin(), [](KrtLevel const& level) {
        return entity::Level{level.value,
                             level.name,
                             level.description,
                             level.color,
                             {{{confidentiality.key, level.confidentiality},
                               {integrity.key, level.integrity},
                               {availability.key, level.availability}}}};
    });
    return result;
}();

// The owner of the asset's process, who alone may sign.
std::string decider_of(Engine const& engine, Transaction& tx, std::string_view asset_id) {
    auto const its_asset = engine.find(tx, assets::definition, asset_id);
    if (!its_asset || !its_asset->has(assets::process)) {
        throw Failure::invalid("asset", phrases::asset_without_process);
    }
    auto const its_process = engine.find(tx, processes::definition, (*its_asset)[assets::process]);
    if (!its_process || its_process->owner.empty()) {
        throw Failure::invalid("asset", phrases::process_without_owner);
    }
    return its_process->owner;
}

// A classification is seen by those who see the asset, and belongs to the one who is to sign it.
void prepare(Engine const& engine, Transaction& tx, Draft& draft) {
    auto const its_asset = engine.find(tx, assets::definition, support::given(draft, asset));
    if (!its_asset) {
        return;  // the engine says that the asset is required
    }
    auto const its_process = engine.find(tx, processes::definition, (*its_asset)[assets::process]);
    auto const decider = its_process ? its_process->owner : std::string{};
    support::inherit(draft, decider, *its_asset);
    if (draft.find(process_owner.key) == nullptr && !decider.empty()) {
        draft.set(process_owner, decider);
    }
}

void check_still_draft(Record const& before) {
    if (before.state != definition.initial_state) {
        throw Failure::of(FailureKind::conflict, phrases::no_longer_draft);
    }
}

// R-2.5b: CISO, process owner and a specialist took part. That all levels and reasons are there the
// engine has checked by now.
void check_decision(Engine const& engine, Transaction& tx, Record const& before) {
    auto const decider = decider_of(engine, tx, before[asset]);
    if (decider != tx.principal().person_id) {
        throw Failure::of(FailureKind::forbidden, phrases::not_process_owner);
    }
    std::vector<Problem> problems;
    if (before[process_owner] != decider) {
        problems.push_back({"process_owner", phrases::another_owns_process, {}});
    }
    auto const is_other = [&](std::string const& person) {
        return person != before[ciso] && person != decider;
    };
    if (std::ranges::none_of(before[specialists], is_other)) {
        problems.push_back({"specialists", phrases::no_other_specialist, {}});
    }
    if (!problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(problems)};
    }
}

void supersede_earlier(Engine const& engine, Transaction& tx, Record const& decided) {
    for (auto const& earlier : engine.referring(tx, definition, asset, decided[asset])) {
        if (earlier.id != decided.id && earlier.state == "decided") {
            engine.set(tx, definition, earlier.id, {}, "superseded");
        }
    }
}

// "K3: … R2: … T4: …": what the decision rests on, in one text.
std::string grounds(Record const& decided) {
    auto const line = [&](char letter, entity::ScaleField const& level,
                          entity::LongTextField const& reason) {
        return letter + std::to_string(decided[level]) + ": " + decided[reason];
    };
    return line('K', confidentiality, confidentiality_reason) + "\n\n" +
           line('R', integrity, integrity_reason) + "\n\n" +
           line('T', availability, availability_reason);
}

void after_decision(Engine const& engine, Transaction& tx, Record const& decided) {
    work::decide(engine, tx, decided,
                 {.kind = "classification", .outcome = "classified", .reason = grounds(decided)});
    supersede_earlier(engine, tx, decided);
    auto const before = engine.find(tx, assets::definition, decided[asset]);
    if (!before) {
        throw Failure::missing();
    }
    Draft draft;
    draft.set(assets::confidentiality, decided[confidentiality]);
    draft.set(assets::integrity, decided[integrity]);
    draft.set(assets::availability, decided[availability]);
    auto const after = engine.set(tx, assets::definition, before->id, draft, "classified");
    work::complete_tasks(engine, tx, work::classify, after);
    auto const moved = [&](entity::ScaleField const& level) {
        return before->has(level) && (*before)[level] != after[level];
    };
    if (moved(assets::confidentiality) || moved(assets::integrity) || moved(assets::availability)) {
        safeguards::review_for_asset(engine, tx, after.id);
    }
}

}  // namespace

void register_slice(entity::Catalogue& catalogue, Engine const& engine) {
    catalogue.add_scale({krt_name, krt_label, scale_levels});

    entity::Behaviour behaviour;
    behaviour.before_create = [&engine](Transaction& tx, Draft& draft) {
        prepare(engine, tx, draft);
    };
    behaviour.before_update = [](Transaction&, Record const& before, Draft const&) {
        check_still_draft(before);
    };
    behaviour.guards["decide"] = [&engine](Transaction& tx, Record const& before, Draft const&) {
        check_decision(engine, tx, before);
    };
    behaviour.effects["decide"] = [&engine](Transaction& tx, Record const& decided) {
        after_decision(engine, tx, decided);
    };
    catalogue.add(definition, std::move(behaviour));
}

}  // namespace sigill::classifications
