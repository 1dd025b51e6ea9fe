#include "slices/classifications/classifications.hpp"

#include "slices/assets/assets.hpp"
#include "slices/processes/processes.hpp"
#include "slices/safeguards/safeguards.hpp"
#include "slices/test_slices.hpp"
#include "work/work.hpp"

namespace sigill::classifications {

namespace {

using testing::ElementsAre;

class Classifications : public slices::SliceTest {
protected:
    Classifications() {
        entity::Draft draft;
        draft.title("Vård");
        draft.set("owner", eva);
        care = create({}, processes::definition, draft);
        entity::Draft of_asset;
        of_asset.title("Journalsystemet");
        of_asset.set(assets::kind, "system");
        of_asset.set(assets::process, care.id);
        journal = create({}, assets::definition, of_asset);
    }

    entity::Draft complete_draft(int level = 3) {
        entity::Draft draft;
        draft.title("Klassning av journalsystemet");
        draft.set(asset, journal.id);
        draft.set(ciso, sten);
        draft.set(specialists, {siv});
        for (auto const* field : {&confidentiality, &integrity, &availability}) {
            draft.set(*field, level);
        }
        for (auto const* field :
             {&confidentiality_reason, &integrity_reason, &availability_reason}) {
            draft.set(*field, "Patienter kan skadas.");
        }
        return draft;
    }
    entity::Record decided(int level) {
        return step(eva, create(sten, definition, complete_draft(level)), "decide");
    }
    std::vector<entity::Record> about(entity::Definition const& definition_of,
                                      entity::Field const& field, entity::Record const& record) {
        return referring(definition_of, field, work::reference_to(record));
    }

    std::string eva = person("Eva Lind");
    std::string sten = person("Sten Berg");
    std::string siv = person("Siv Ek");
    entity::Record care;
    entity::Record journal;
};

TEST_F(Classifications, a_signed_decision_classifies_the_asset) {
    auto const draft = create(sten, definition, complete_draft());
    EXPECT_EQ(draft[process_owner], eva);
    EXPECT_EQ(draft.owner, eva);
    auto const made = step(eva, draft, "decide");
    EXPECT_THAT(entries(), ElementsAre("classifications.decide", "decisions.created",
                                       "assets.updated", "tasks.updated"));
    EXPECT_EQ(made.state, "decided");

    auto const after = again(journal);
    EXPECT_EQ(after.state, "classified");
    EXPECT_EQ(after[assets::confidentiality], 3);
    EXPECT_EQ(after[assets::integrity], 3);
    EXPECT_EQ(after[assets::availability], 3);
    auto const tasks = about(work::tasks::definition, work::tasks::record, journal);
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0].state, "done");
}

TEST_F(Classifications, the_decision_names_who_when_why_and_the_signed_entry) {
    auto const made = decided(2);
    auto const stored = about(work::decisions::definition, work::decisions::record, made);
    ASSERT_EQ(stored.size(), 1U);
    auto const& decision = stored[0];
    EXPECT_EQ(decision[work::decisions::decided_by], eva);
    EXPECT_EQ(decision[work::decisions::record_version], made.version);
    EXPECT_EQ(decision[work::decisions::outcome], "classified");
    EXPECT_EQ(decision[work::decisions::reason].substr(0, 4), "K2: ");
    EXPECT_EQ(decision[work::decisions::decided_at], made.updated_at);
    tenant_->read_and_wait({}, [&](tenant::Transaction& tx) {
        auto const entry = ledger::entry(tx.connection(), decision[work::decisions::entry]).value();
        auto const parsed = json::parse(entry.leaf);
        auto const& line = std::get<json::Value>(parsed).get_object();
        EXPECT_EQ(line.at("event").as_string(), "classifications.decide");
        EXPECT_NE(entry.leaf.find(made.id), std::string::npos);
        EXPECT_NE(entry.leaf.find("\"signature\":true"), std::string::npos);
    });
}

TEST_F(Classifications, only_the_process_owner_decides_and_with_a_signature) {
    auto const draft = create(sten, definition, complete_draft());
    auto const before = log_size();
    for (auto const& other : {sten, siv, std::string{}}) {
        EXPECT_EQ(refusal([&] { step(other, draft, "decide"); }), "not_process_owner");
    }
    access::Rights rights;
    rights.grant("classifications.decide", {.everywhere = true});
    tenant::Context context;
    context.principal = {access::PrincipalKind::person, eva, eva, "Eva Lind", {}, rights};
    auto const unsigned_decision = [&] {
        tenant_->write_and_wait(context, [&](tenant::Transaction& tx) {
            engine_.transition(tx, definition, draft.id, std::nullopt, "decide", {});
        });
    };
    EXPECT_EQ(refusal(unsigned_decision), "signature signature_required");
    EXPECT_EQ(log_size(), before);
    EXPECT_EQ(again(draft).state, "draft");
}

TEST_F(Classifications, everything_that_is_missing_is_named_at_once) {
    entity::Draft draft;
    draft.title("Klassning");
    draft.set(asset, journal.id);
    auto const empty = create(sten, definition, draft);
    EXPECT_EQ(refusal([&] { step(eva, empty, "decide"); }),
              "ciso required, specialists required, confidentiality required, "
              "confidentiality_reason required, integrity required, integrity_reason required, "
              "availability required, availability_reason required");
}

TEST_F(Classifications, three_parts_took_part) {
    auto lonely = complete_draft();
    lonely.set(specialists, {eva, sten});
    EXPECT_EQ(refusal([&] { step(eva, create(sten, definition, lonely), "decide"); }),
              "specialists no_other_specialist");
    auto other_owner = complete_draft();
    other_owner.set(process_owner, siv);
    EXPECT_EQ(refusal([&] { step(eva, create(sten, definition, other_owner), "decide"); }),
              "process_owner another_owns_process");
}

TEST_F(Classifications, an_asset_without_process_or_owner_cannot_be_decided) {
    entity::Draft of_asset;
    of_asset.title("Lös server");
    of_asset.set(assets::kind, "server");
    auto draft = complete_draft();
    draft.set(asset, create({}, assets::definition, of_asset).id);
    draft.set(process_owner, eva);
    EXPECT_EQ(refusal([&] { step(eva, create(sten, definition, draft), "decide"); }),
              "asset asset_without_process");
    auto const made = create(sten, definition, complete_draft());
    entity::Draft nobody;
    nobody.set("owner", std::string{});
    update({}, care, nobody);
    EXPECT_EQ(refusal([&] { step(eva, made, "decide"); }), "asset process_without_owner");
}

TEST_F(Classifications, a_new_one_supersedes_and_what_is_decided_stands) {
    auto const first = decided(1);
    auto const second = decided(4);
    EXPECT_EQ(again(first).state, "superseded");
    EXPECT_EQ(again(second).state, "decided");
    EXPECT_EQ(again(journal)[assets::availability], 4);
    entity::Draft change;
    change.set(confidentiality, 0);
    EXPECT_EQ(refusal([&] { update(eva, second, change); }), "no_longer_draft");
    EXPECT_EQ(refusal([&] { step(eva, second, "decide"); }), "wrong_state");
}

TEST_F(Classifications, a_changed_class_asks_for_review_of_decided_safeguards) {
    auto const guard = [&](std::string name) {
        entity::Draft draft;
        draft.title(std::move(name));
        draft.set(safeguards::process, care.id);
        draft.set(safeguards::assets, {journal.id});
        return create(sten, safeguards::definition, draft);
    };
    auto const proposed = guard("Loggkontroll");
    entity::Draft decision;
    decision.set(safeguards::decision, "implement");
    decision.set(safeguards::responsible, siv);
    decision.set(safeguards::due, "2027-01-31");
    auto const to_do = step(eva, guard("Kryptering"), "decide", decision);

    auto const reviews = [&](entity::Record const& safeguard) {
        auto const tasks = about(work::tasks::definition, work::tasks::record, safeguard);
        return std::ranges::count_if(
            tasks, [](auto const& task) { return task[work::tasks::kind] == "review"; });
    };
    decided(2);
    EXPECT_EQ(reviews(to_do), 0);
    decided(2);
    EXPECT_EQ(reviews(to_do), 0);
    decided(3);
    EXPECT_THAT(entries(),
                ElementsAre("classifications.decide", "decisions.created",
                            "classifications.updated", "assets.updated", "tasks.created"));
    EXPECT_EQ(reviews(to_do), 1);
    EXPECT_EQ(reviews(proposed), 0);
}

}  // namespace

}  // namespace sigill::classifications
