#include "slices/frameworks/frameworks.hpp"

#include <fstream>
#include <sstream>

#include "slices/frameworks/parts.hpp"
#include "slices/test_slices.hpp"

namespace sigill::frameworks {

namespace {

using testing::Each;
using testing::ElementsAre;

constexpr std::string_view small = R"json({"catalog": {
    "uuid": "5a4b7c1e-0000-4000-8000-000000000001",
    "metadata": {"title": "Liten katalog", "version": "1", "oscal-version": "1.0.0",
                 "last-modified": "2026-01-01T00:00:00Z"},
    "groups": [{"id": "ac", "title": "Access", "controls": [
        {"id": "ac-1", "title": "Policy", "props": [{"name": "label", "value": "AC-1"}],
         "parts": [{"name": "statement", "prose": "Have a policy."}],
         "controls": [{"id": "ac-1.1", "title": "More",
                       "props": [{"name": "label", "value": "AC-1(1)"}]}]},
        {"id": "ac-2", "title": "Accounts", "props": [{"name": "label", "value": "AC-2"}],
         "parts": [{"name": "guidance", "prose": "Mind the accounts."}]}]}]}})json";

std::string changed(std::string_view what, std::string_view into) {
    std::string text{small};
    text.replace(text.find(what), what.size(), into);
    return text;
}

std::string shared_data() {
    auto const* given = std::getenv("SIGILL_SHARED_DATA");
    return given != nullptr ? given : std::string{SIGILL_SOURCE_DIR} + "/../shared/data";
}

class Frameworks : public slices::SliceTest {
protected:
    ImportResult import(std::string_view document) {
        auto const parsed = oscal::parse(document);
        ImportResult result;
        act({}, [&](tenant::Transaction& tx) {
            result = import_catalog(engine_, tx, std::get<oscal::Catalog>(parsed));
        });
        return result;
    }
    std::int64_t number(db::Sql const& sql) {
        std::int64_t found = 0;
        tenant_->read_and_wait({}, [&](tenant::Transaction& tx) {
            found = tx.connection().integer(sql, {}).value_or(-1);
        });
        return found;
    }
};

TEST_F(Frameworks, an_import_leaves_one_entry_for_each_record) {
    auto const result = import(small);
    EXPECT_EQ(result.created, 4U);
    EXPECT_THAT(entries(),
                ElementsAre("frameworks.created", "requirements.created", "requirements.created",
                            "requirements.created", "requirements.created"));
}

TEST_F(Frameworks, a_second_import_changes_nothing_and_writes_nothing) {
    import(small);
    auto const before = log_size();
    auto const result = import(small);
    EXPECT_EQ(result.created, 0U);
    EXPECT_EQ(result.changed, 0U);
    EXPECT_EQ(result.unchanged, 4U);
    EXPECT_EQ(log_size(), before);
}

TEST_F(Frameworks, only_what_differs_is_changed) {
    import(small);
    struct Case {
        std::string_view what, into;
    };
    for (auto const& [what, into] : std::vector<Case>{{"Have a policy.", "Have a good policy."},
                                                      {"Mind the accounts.", "Mind them well."},
                                                      {"\"Accounts\"", "\"User accounts\""}}) {
        auto const document = changed(what, into);
        auto const result = import(document);
        EXPECT_EQ(result.created, 0U) << into;
        EXPECT_GE(result.changed, 1U) << into;
        EXPECT_THAT(entries(), Each("requirements.updated")) << into;
        EXPECT_EQ(entries().size(), result.changed) << into;
        EXPECT_EQ(import(document).changed, 0U) << into;
    }
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirement_parts"), 2);
}

TEST_F(Frameworks, another_edition_is_another_framework) {
    auto const first = import(small);
    auto const second = import(changed("\"version\": \"1\"", "\"version\": \"2\""));
    EXPECT_NE(first.framework_id, second.framework_id);
    EXPECT_EQ(second.created, 4U);
}

TEST_F(Frameworks, a_number_is_taken_once_and_the_tree_stays_in_its_framework) {
    auto const first = import(small);
    auto const second = import(changed("\"version\": \"1\"", "\"version\": \"2\""));
    entity::Draft draft;
    draft.title("Eget krav");
    draft.set(requirements::framework, first.framework_id);
    draft.set(requirements::kind, "control");
    draft.set(requirements::number, "AC-2");
    EXPECT_EQ(refusal([&] { create({}, requirements::definition, draft); }), "number number_taken");
    draft.set(requirements::number, "AC-3");
    auto const own = create({}, requirements::definition, draft);
    auto const others =
        referring(requirements::definition, requirements::framework, second.framework_id);
    entity::Draft change;
    change.set(requirements::parent, others.front().id);
    EXPECT_EQ(refusal([&] { update({}, own, change); }), "parent other_framework");
    change.set(requirements::parent, own.id);
    EXPECT_EQ(refusal([&] { update({}, own, change); }), "parent cycle");
}

class FrameworkRoutes : public Frameworks {
protected:
    FrameworkRoutes() { register_routes(router_); }

    json::Object get(std::string const& path, std::string const& query = {}) {
        auto const match = router_.match("GET", path);
        http::Request http;
        if (!query.empty()) {
            http.query = {{"parent", query}};
        }
        api::Request request;
        request.http = &http;
        request.parameters = match.parameters;
        tenant::Context context;
        context.principal = access::Principal::system();
        std::string body;
        tenant_->read_and_wait(context, [&](tenant::Transaction& tx) {
            body = match.route->handler(request, tx).body;
        });
        return std::get<json::Value>(json::parse(body)).get_object();
    }
    api::Response post(std::string document) {
        http::Request http;
        http.body = std::move(document);
        api::Request request;
        request.http = &http;
        tenant::Context context;
        context.principal = access::Principal::system();
        return router_.match("POST", "/frameworks/import").route->slow(request, *tenant_, context);
    }
    static std::vector<std::string> numbers(json::Object const& tree) {
        std::vector<std::string> found;
        for (auto const& item : tree.at("items").as_array()) {
            found.push_back(std::string{json::view(item.at("number").as_string())} + " " +
                            std::to_string(item.at("children").as_int64()));
        }
        return found;
    }

    api::Router router_{engine_};
};

TEST_F(FrameworkRoutes, a_tree_is_walked_level_by_level_and_parts_are_read) {
    auto const body = std::get<json::Value>(json::parse(post(std::string{small}).body));
    EXPECT_EQ(body.at("created").to_number<int>(), 4);
    auto const top = get("/frameworks/FRW-1/tree");
    EXPECT_THAT(numbers(top), ElementsAre("AC 2"));
    auto const below = get("/frameworks/FRW-1/tree", "REQ-1");
    EXPECT_THAT(numbers(below), ElementsAre("AC-1 1", "AC-2 0"));
    EXPECT_FALSE(below.at("items").at(0).at("withdrawn").as_bool());
    auto const text = get("/requirements/REQ-2/parts");
    EXPECT_EQ(text.at("parts").at(0).at("prose").as_string(), "Have a policy.");
    EXPECT_TRUE(text.at("parts").at(0).at("label").is_null());
    EXPECT_TRUE(text.at("parameters").as_array().empty());
}

TEST_F(FrameworkRoutes, a_damaged_document_names_its_place_and_stores_nothing) {
    auto const before = log_size();
    EXPECT_THAT(refusal([&] { post("{\"catalog\": {"); }), testing::StartsWith("byte "));
    EXPECT_THAT(refusal([&] { post(R"({"catalog": {"metadata": {}}})"); }),
                testing::HasSubstr("/catalog"));
    EXPECT_EQ(log_size(), before);
}

TEST_F(FrameworkRoutes, a_requirement_that_does_not_exist_is_missing) {
    EXPECT_THROW(get("/requirements/REQ-9/parts"), Failure);
    EXPECT_THROW(get("/frameworks/FRW-9/tree"), Failure);
}

TEST_F(Frameworks, nist_800_53_is_imported_whole_and_soon) {
    auto const path = shared_data() + "/nist-oscal/sp800-53r5/NIST_SP-800-53_rev5_catalog-min.json";
    std::ifstream file{path};
    if (!file) {
        GTEST_SKIP() << "no data at " << path;
    }
    std::stringstream document;
    document << file.rdbuf();
    auto const started = std::chrono::steady_clock::now();
    auto const result = import(document.str());
    auto const taken = std::chrono::steady_clock::now() - started;
    std::cout << "imported " << result.created << " requirements in "
              << std::chrono::duration_cast<std::chrono::milliseconds>(taken).count() << " ms\n";
    EXPECT_EQ(result.created, 1209U);
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirements WHERE kind = 'group'"), 20);
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirements WHERE kind = 'control'"), 322);
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirements WHERE kind = 'enhancement'"), 867);
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirements WHERE withdrawn = 1"), 182);
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirement_parts p JOIN requirements r ON "
                     "r.id = p.requirement WHERE r.kind <> 'group'"),
              3122);
    EXPECT_EQ(number("SELECT COUNT(*) FROM requirement_parameters"), 1258);
    auto const before = log_size();
    auto const second = import(document.str());
    EXPECT_EQ(second.created + second.changed, 0U);
    EXPECT_EQ(second.unchanged, 1209U);
    EXPECT_EQ(log_size(), before);
}

}  // namespace

}  // namespace sigill::frameworks
