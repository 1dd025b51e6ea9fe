// Tasks and decisions through the registers that make them.

#include "work/work.hpp"

#include "api/core_routes.hpp"
#include "slices/assets/assets.hpp"
#include "slices/processes/processes.hpp"
#include "slices/test_slices.hpp"

namespace sigill::work {

namespace {

using testing::ElementsAre;

class Work : public slices::SliceTest {
protected:
    Work() {
        entity::Draft of_process;
        of_process.title("Vård");
        of_process.set("owner", eva);
        auto const care = create({}, processes::definition, of_process);
        entity::Draft draft;
        draft.title("Journalsystemet");
        draft.set(assets::kind, "system");
        draft.set(assets::process, care.id);
        journal = create(sten, assets::definition, draft);
    }

    entity::Record only_task() {
        auto const found = referring(tasks::definition, tasks::record, reference_to(journal));
        return found.front();
    }
    // GET /my as the person.
    json::Object my(std::string const& person_id) {
        api::Router router{engine_};
        api::register_my_routes(router);
        tenant::Context context;
        context.principal = access::Principal::system();
        context.principal.person_id = person_id;
        std::string body;
        tenant_->read_and_wait(context, [&](tenant::Transaction& tx) {
            body = router.match("GET", "/my").route->handler({}, tx).body;
        });
        auto const parsed = json::parse(body);
        return std::get<json::Value>(parsed).get_object();
    }

    std::string eva = person("Eva Lind");
    std::string sten = person("Sten Berg");
    entity::Record journal;
};

TEST_F(Work, what_asks_for_a_classification_is_not_ticked_off) {
    EXPECT_EQ(refusal([&] { step(eva, only_task(), "complete"); }), "closed_by_doing");
    EXPECT_EQ(again(only_task()).state, "open");
    act({}, [&](tenant::Transaction& tx) {
        engine_.archive(tx, assets::definition, journal.id, std::nullopt);
    });
    EXPECT_EQ(step(eva, only_task(), "complete").state, "done");
    EXPECT_THAT(entries(), ElementsAre("tasks.complete"));
}

TEST_F(Work, only_the_assignee_completes_a_task) {
    act({}, [&](tenant::Transaction& tx) {
        open_task(engine_, tx,
                  {.kind = review, .record = journal, .assignee = eva, .title = {"{}", "{}"}});
    });
    auto const found = referring(tasks::definition, tasks::record, reference_to(journal));
    auto const& asked = found.back();
    EXPECT_EQ(refusal([&] { step(sten, asked, "complete"); }), "not_assignee");
    EXPECT_EQ(step(eva, asked, "complete").state, "done");
}

TEST_F(Work, a_task_without_anybody_to_ask_is_not_made) {
    act({}, [&](tenant::Transaction& tx) {
        open_task(engine_, tx,
                  {.kind = review, .record = journal, .assignee = {}, .title = {"{}", "{}"}});
        tx.record("test.done", {});
    });
    EXPECT_THAT(entries(), ElementsAre("test.done"));
}

TEST_F(Work, tasks_and_decisions_are_not_written_by_hand) {
    access::Rights rights;
    for (auto const* permission : {"tasks.create", "decisions.create", "decisions.archive"}) {
        rights.grant(permission, {.everywhere = true});
    }
    tenant::Context context;
    context.principal = {access::PrincipalKind::person, eva, eva, "Eva Lind", {}, rights};
    for (auto const* definition : {&tasks::definition, &decisions::definition}) {
        EXPECT_EQ(refusal([&] {
                      tenant_->write_and_wait(context, [&](tenant::Transaction& tx) {
                          engine_.create(tx, *definition, {});
                      });
                  }),
                  "read_only");
    }
}

TEST_F(Work, my_page_shows_what_i_owe_own_and_wait_for) {
    auto const of_eva = my(eva);
    ASSERT_EQ(of_eva.at("tasks").as_array().size(), 1U);
    auto const& task = of_eva.at("tasks").as_array()[0].as_object();
    EXPECT_EQ(task.at("title").as_string(), "Klassa Journalsystemet");
    auto const& about = task.at("record").as_object();
    EXPECT_EQ(about.at("register").as_string(), "assets");
    EXPECT_EQ(about.at("ref").as_string(), "AST-1");
    EXPECT_EQ(about.at("title").as_string(), "Journalsystemet");
    EXPECT_EQ(of_eva.at("owned").as_array()[0].as_object().at("register").as_string(), "processes");
    EXPECT_TRUE(of_eva.at("waiting").as_array().empty());

    auto const of_sten = my(sten);
    EXPECT_TRUE(of_sten.at("tasks").as_array().empty());
    EXPECT_EQ(of_sten.at("owned").as_array()[0].as_object().at("ref").as_string(), "AST-1");
    ASSERT_EQ(of_sten.at("waiting").as_array().size(), 1U);

    EXPECT_TRUE(my({}).at("tasks").as_array().empty());
}

}  // namespace

}  // namespace sigill::work
