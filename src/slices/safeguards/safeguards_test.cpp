#include "slices/safeguards/safeguards.hpp"

#include "slices/frameworks/frameworks.hpp"
#include "slices/processes/processes.hpp"
#include "slices/test_slices.hpp"
#include "work/work.hpp"

namespace sigill::safeguards {

namespace {

using testing::ElementsAre;

class Safeguards : public slices::SliceTest {
protected:
    Safeguards() {
        entity::Draft draft;
        draft.title("Vård");
        draft.set("owner", eva);
        care = create({}, processes::definition, draft);
    }

    entity::Draft encryption() {
        entity::Draft draft;
        draft.title("Kryptering av diskar");
        draft.set(process, care.id);
        return draft;
    }
    entity::Record proposed() { return create(sten, definition, encryption()); }
    entity::Draft outcome(std::string what, std::string reason = {}, std::string who = {},
                          std::string when = {}) {
        entity::Draft draft;
        draft.set(decision, std::move(what));
        draft.set(decision_reason, std::move(reason));
        draft.set(responsible, std::move(who));
        draft.set(due, std::move(when));
        return draft;
    }
    entity::Draft yes() { return outcome("implement", {}, siv, "2027-01-31"); }
    std::vector<std::string> tasks_of(entity::Record const& safeguard) {
        std::vector<std::string> found;
        for (auto const& task : referring(work::tasks::definition, work::tasks::record,
                                          work::reference_to(safeguard))) {
            found.push_back(task[work::tasks::kind] + " " + task.state);
        }
        return found;
    }

    std::string eva = person("Eva Lind");
    std::string sten = person("Sten Berg");
    std::string siv = person("Siv Ek");
    entity::Record care;
};

TEST_F(Safeguards, a_proposal_asks_the_process_owner_to_decide) {
    auto const made = proposed();
    EXPECT_THAT(entries(), ElementsAre("safeguards.created", "tasks.created"));
    EXPECT_EQ(made.state, "proposed");
    EXPECT_EQ(made.owner, eva);
    EXPECT_THAT(tasks_of(made), ElementsAre("decide open"));
}

TEST_F(Safeguards, a_signed_decision_sets_the_state_stores_a_decision_and_closes_the_task) {
    struct Case {
        entity::Draft decision;
        std::string state;
    };
    for (auto const& [made_decision, state] :
         std::vector<Case>{{yes(), "decided"},
                           {outcome("accept", "Låg sannolikhet."), "accepted"},
                           {outcome("not", "För dyrt."), "rejected"}}) {
        auto const made = step(eva, proposed(), "decide", made_decision);
        EXPECT_THAT(entries(),
                    ElementsAre("safeguards.decide", "decisions.created", "tasks.updated"));
        EXPECT_EQ(made.state, state);
        EXPECT_THAT(tasks_of(made), ElementsAre("decide done"));
        auto const stored = referring(work::decisions::definition, work::decisions::record,
                                      work::reference_to(made));
        ASSERT_EQ(stored.size(), 1U);
        EXPECT_EQ(stored[0][work::decisions::outcome], made[decision]);
        EXPECT_EQ(stored[0][work::decisions::decided_by], eva);
        EXPECT_EQ(stored[0][work::decisions::record_version], made.version);
    }
}

TEST_F(Safeguards, a_decision_says_why_or_who_and_when) {
    auto const made = proposed();
    auto const before = log_size();
    struct Case {
        entity::Draft decision;
        std::string refused;
    };
    for (auto const& [draft, refused] :
         std::vector<Case>{{{}, "decision required"},
                           {outcome("implement"), "responsible required, due required"},
                           {outcome("implement", {}, siv, "2026-11-23"), "due due_in_the_past"},
                           {outcome("accept"), "decision_reason required"},
                           {outcome("not"), "decision_reason required"}}) {
        EXPECT_EQ(refusal([&] { step(eva, made, "decide", draft); }), refused);
    }
    EXPECT_EQ(log_size(), before);
    EXPECT_EQ(again(made).version, 1);
}

TEST_F(Safeguards, only_the_process_owner_decides) {
    auto const made = proposed();
    for (auto const& other : {sten, siv, std::string{}}) {
        EXPECT_EQ(refusal([&] { step(other, made, "decide", yes()); }), "not_process_owner");
    }
    entity::Draft nobody;
    nobody.set("owner", std::string{});
    update({}, care, nobody);
    EXPECT_EQ(refusal([&] { step(eva, made, "decide", yes()); }), "process process_without_owner");
}

TEST_F(Safeguards, what_is_decided_is_started_completed_and_verified_by_another) {
    auto made = step(eva, proposed(), "decide", yes());
    EXPECT_EQ(refusal([&] { step(siv, made, "complete"); }), "wrong_state");
    made = step(siv, made, "start");
    EXPECT_EQ(made.state, "in_progress");
    made = step(siv, made, "complete");
    EXPECT_EQ(made.state, "implemented");
    EXPECT_EQ(refusal([&] { step(siv, made, "verify"); }), "verified_by_another");
    EXPECT_EQ(refusal([&] { step({}, made, "verify"); }), "verified_by_another");
    made = step(sten, made, "verify");
    EXPECT_EQ(made.state, "verified");
    EXPECT_THAT(entries(), ElementsAre("safeguards.verify"));
}

TEST_F(Safeguards, a_new_owner_of_the_process_takes_over_what_is_asked) {
    auto const made = proposed();
    entity::Draft draft;
    draft.set("owner", siv);
    update({}, care, draft);
    EXPECT_THAT(entries(), ElementsAre("processes.updated", "tasks.updated"));
    EXPECT_EQ(refusal([&] { step(eva, made, "decide", yes()); }), "not_process_owner");
    EXPECT_EQ(step(siv, made, "decide", yes()).state, "decided");
}

TEST_F(Safeguards, the_process_owner_may_reconsider) {
    auto made = step(eva, proposed(), "decide", outcome("not", "För dyrt."));
    EXPECT_EQ(refusal([&] { step(sten, made, "reconsider"); }), "not_process_owner");
    made = step(eva, made, "reconsider");
    EXPECT_EQ(made.state, "proposed");
    EXPECT_THAT(entries(), ElementsAre("safeguards.reconsider", "tasks.created"));
    EXPECT_THAT(tasks_of(made), ElementsAre("decide done", "decide open"));
}

TEST_F(Safeguards, a_withdrawn_requirement_cannot_be_chosen) {
    entity::Draft framework;
    framework.title("Krav");
    auto const of = create({}, frameworks::definition, framework).id;
    auto const requirement = [&](std::string number, bool withdrawn) {
        entity::Draft draft;
        draft.title("Krav " + number);
        draft.set(frameworks::requirements::framework, of);
        draft.set(frameworks::requirements::number, number);
        draft.set(frameworks::requirements::kind, "control");
        draft.set(frameworks::requirements::withdrawn, withdrawn);
        return create({}, frameworks::requirements::definition, draft);
    };
    auto const valid = requirement("A.1", false);
    auto const gone = requirement("A.2", true);
    auto draft = encryption();
    draft.set(requirements, {valid.id, gone.id});
    EXPECT_EQ(refusal([&] { create(sten, definition, draft); }),
              "requirements withdrawn_requirement");

    draft.set(requirements, {valid.id});
    auto const made = create(sten, definition, draft);
    entity::Draft change;
    change.set(requirements, {valid.id, gone.id});
    EXPECT_EQ(refusal([&] { update(sten, made, change); }), "requirements withdrawn_requirement");

    // What was chosen before it was withdrawn may stand.
    entity::Draft withdraw;
    withdraw.set(frameworks::requirements::withdrawn, true);
    update({}, valid, withdraw);
    entity::Draft same;
    same.set(requirements, {valid.id});
    same.title("Kryptering av alla diskar");
    EXPECT_EQ(refusal([&] { update(sten, made, same); }), "");
}

}  // namespace

}  // namespace sigill::safeguards
