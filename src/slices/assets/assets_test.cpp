#include "slices/assets/assets.hpp"

#include "slices/processes/processes.hpp"
#include "slices/test_slices.hpp"
#include "work/work.hpp"

namespace sigill::assets {

namespace {

using testing::ElementsAre;

class Assets : public slices::SliceTest {
protected:
    entity::Draft journal(std::string const& its_process) {
        entity::Draft draft;
        draft.title("Journalsystemet");
        draft.set(kind, "system");
        draft.set(process, its_process);
        return draft;
    }
    entity::Record owned_process(std::string const& owner) {
        entity::Draft draft;
        draft.title("Vård");
        draft.set("owner", owner);
        return create({}, processes::definition, draft);
    }
    std::vector<entity::Record> tasks_about(entity::Record const& asset) {
        return referring(work::tasks::definition, work::tasks::record, work::reference_to(asset));
    }
};

TEST_F(Assets, a_new_asset_asks_the_owner_of_its_process_to_classify_it) {
    auto const owner = person("Eva Lind");
    auto const asset = create({}, definition, journal(owned_process(owner).id));
    EXPECT_THAT(entries(), ElementsAre("assets.created", "tasks.created"));
    EXPECT_EQ(asset.state, "unclassified");

    auto const asked = tasks_about(asset);
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].title, "Klassa Journalsystemet");
    EXPECT_EQ(asked[0].owner, owner);
    EXPECT_EQ(asked[0][work::tasks::assignee], owner);
    EXPECT_EQ(asked[0][work::tasks::kind], "classify");
    EXPECT_EQ(asked[0][work::tasks::due], "2026-12-24");
    EXPECT_EQ(asked[0].state, "open");
}

TEST_F(Assets, nobody_is_asked_twice) {
    auto const asset = create({}, definition, journal(owned_process(person("Eva Lind")).id));
    entity::Draft draft;
    draft.title("Journalsystemet, nya");
    update({}, asset, draft);
    EXPECT_THAT(entries(), ElementsAre("assets.updated"));
    EXPECT_EQ(tasks_about(asset).size(), 1U);
}

TEST_F(Assets, an_asset_that_finds_its_process_later_asks_then) {
    auto const asset = create({}, definition, journal({}));
    EXPECT_THAT(entries(), ElementsAre("assets.created"));
    entity::Draft draft;
    draft.set(process, owned_process(person("Eva Lind")).id);
    update({}, asset, draft);
    EXPECT_THAT(entries(), ElementsAre("assets.updated", "tasks.created"));
}

TEST_F(Assets, a_new_owner_of_the_process_takes_over_what_is_asked) {
    auto const eva = person("Eva Lind");
    auto const siv = person("Siv Ek");
    auto const care = owned_process({});
    auto const asset = create({}, definition, journal(care.id));
    EXPECT_THAT(entries(), ElementsAre("assets.created"));

    entity::Draft draft;
    draft.set("owner", eva);
    update({}, care, draft);
    EXPECT_THAT(entries(), ElementsAre("processes.updated", "tasks.created"));
    draft.set("owner", siv);
    update({}, care, draft);
    EXPECT_THAT(entries(), ElementsAre("processes.updated", "tasks.updated"));
    ASSERT_EQ(tasks_about(asset).size(), 1U);
    EXPECT_EQ(tasks_about(asset)[0][work::tasks::assignee], siv);
    EXPECT_EQ(tasks_about(asset)[0].owner, siv);
}

TEST_F(Assets, the_class_is_not_written_by_hand) {
    json::Object body{{"title", "X"}, {"kind", "system"}, {"confidentiality", 4}};
    EXPECT_EQ(refusal([&] { static_cast<void>(entity::read_draft(definition, body)); }),
              "confidentiality not_writable");
}

TEST_F(Assets, an_asset_cannot_depend_on_itself) {
    auto const server = create({}, definition, journal({}));
    auto draft = journal({});
    draft.set(depends_on, {server.id});
    auto const system = create({}, definition, draft);
    entity::Draft change;
    change.set(depends_on, {system.id});
    EXPECT_EQ(refusal([&] { update({}, server, change); }), "depends_on cycle");
    EXPECT_TRUE(again(server)[depends_on].empty());
}

}  // namespace

}  // namespace sigill::assets
