// The OpenAPI document and what is served are the same thing.

#include <gtest/gtest.h>

#include <set>

#include "api/openapi.hpp"
#include "golden/golden.hpp"
#include "support/world.hpp"

namespace sigill::golden {

namespace {

json::Object document(api::Router const& router) {
    auto parsed = json::parse(api::openapi(router), {.bytes = 64 << 20, .depth = 64});
    return std::get<json::Value>(parsed).as_object();
}

std::string text_at(json::Object const& object, std::string_view key) {
    return std::string{json::string_at(object, key).value_or("")};
}

// One member a line, so that a difference can be read.
void write_lines(json::Value const& value, std::string const& indent, std::string& out) {
    auto const is_small = json::to_text(value).size() < 90;
    if (is_small || (!value.is_object() && !value.is_array())) {
        out += json::to_text(value);
        return;
    }
    auto const inner = indent + " ";
    bool first = true;
    auto const next = [&] {
        out += first ? "\n" : ",\n";
        out += inner;
        first = false;
    };
    out += value.is_object() ? '{' : '[';
    if (value.is_object()) {
        for (auto const& member : value.get_object()) {
            next();
            out += '"' + std::string{member.key()} + "\": ";
            write_lines(member.value(), inner, out);
        }
    } else {
        for (auto const& item : value.get_array()) {
            next();
            write_lines(item, inner, out);
        }
    }
    out += '\n' + indent + (value.is_object() ? '}' : ']');
}

// As much of JSON Schema as the document uses: what does not fit, by its place.
class Checker {
public:
    explicit Checker(json::Object const& document)
        : schemas_(document.at("components").as_object().at("schemas").as_object()) {}

    std::vector<std::string> problems(json::Value const& value, std::string const& name) {
        problems_.clear();
        check(value, schemas_.at(name).as_object(), name);
        return problems_;
    }
    [[nodiscard]] bool knows(std::string_view reference) const {
        constexpr std::string_view start = "#/components/schemas/";
        return reference.starts_with(start) && schemas_.contains(reference.substr(start.size()));
    }

private:
    static bool is_type(json::Value const& value, std::string_view type) {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
               (type == "string" && value.is_string()) || (type == "null" && value.is_null()) ||
               (type == "boolean" && value.is_bool()) || (type == "integer" && value.is_int64());
    }

    void expect(bool holds, std::string const& place) {
        if (!holds) {
            problems_.push_back(place);
        }
    }

    bool fits_one(json::Value const& value, json::Array const& choices) {
        return std::ranges::any_of(choices, [&](json::Value const& choice) {
            Checker inner{*this};
            inner.problems_.clear();
            inner.check(value, choice.as_object(), "");
            return inner.problems_.empty();
        });
    }

    void check_members(json::Object const& value, json::Object const& schema,
                       std::string const& place) {
        if (auto const* required = schema.if_contains("required")) {
            for (auto const& key : required->as_array()) {
                expect(value.contains(key.as_string()),
                       place + "." + std::string{key.as_string()} + " is missing");
            }
        }
        auto const* properties = schema.if_contains("properties");
        auto const is_closed = schema.contains("additionalProperties");
        for (auto const& member : value) {
            auto const* inner =
                properties == nullptr ? nullptr : properties->as_object().if_contains(member.key());
            auto const at = place + "." + std::string{member.key()};
            expect(inner != nullptr || !is_closed, at + " is not in the document");
            if (inner != nullptr) {
                check(member.value(), inner->as_object(), at);
            }
        }
    }

    void check(json::Value const& value, json::Object const& schema, std::string const& place) {
        if (auto const* reference = schema.if_contains("$ref")) {
            std::string const name{reference->as_string()};
            return check(value, schemas_.at(name.substr(name.rfind('/') + 1)).as_object(), place);
        }
        if (auto const* choices = schema.if_contains("anyOf")) {
            expect(fits_one(value, choices->as_array()), place + " fits none");
        }
        if (auto const* all = schema.if_contains("allOf")) {
            for (auto const& each : all->as_array()) {
                check(value, each.as_object(), place);
            }
        }
        if (auto const* values = schema.if_contains("enum")) {
            expect(std::ranges::find(values->as_array(), value) != values->as_array().end(),
                   place + " is none of its choices");
        }
        if (auto const* type = schema.if_contains("type")) {
            auto const types = type->is_array() ? type->as_array() : json::Array{*type};
            expect(std::ranges::any_of(
                       types, [&](auto const& each) { return is_type(value, each.as_string()); }),
                   place + " has another type");
        }
        if (value.is_object()) {
            check_members(value.get_object(), schema, place);
        }
        if (auto const* items = schema.if_contains("items"); items != nullptr && value.is_array()) {
            for (auto const& item : value.get_array()) {
                check(item, items->as_object(), place + "[]");
            }
        }
    }

    json::Object const& schemas_;
    std::vector<std::string> problems_;
};

void collect_references(json::Value const& value, std::set<std::string>& found) {
    if (value.is_object()) {
        for (auto const& member : value.get_object()) {
            if (member.key() == "$ref" && member.value().is_string()) {
                found.emplace(member.value().get_string());
            }
            collect_references(member.value(), found);
        }
    } else if (value.is_array()) {
        for (auto const& item : value.get_array()) {
            collect_references(item, found);
        }
    }
}

}  // namespace

TEST(openapi, is_the_reviewed_one) {
    app::Program const program;
    std::string text;
    write_lines(json::Value(document(program.router())), "", text);
    expect_same("openapi.json", text + "\n");
}

TEST(openapi, tells_every_route_and_nothing_else) {
    app::Program const program;
    auto const all = document(program.router());
    std::set<std::string> told;
    std::set<std::string> ids;
    for (auto const& path : all.at("paths").as_object()) {
        for (auto const& operation : path.value().as_object()) {
            std::string method{operation.key()};
            std::ranges::transform(method, method.begin(), ::toupper);
            auto const name = method + " " + std::string{path.key()};
            told.insert(name);
            auto const& held = operation.value().as_object();
            EXPECT_TRUE(ids.insert(text_at(held, "operationId")).second)
                << name << ": the operationId is another's";
            EXPECT_FALSE(text_at(held, "summary").empty())
                << name << ": say in openapi_texts.cpp what it does";
        }
    }
    std::set<std::string> served;
    for (auto const& route : program.router().routes()) {
        served.insert(route.method + " " + route.path);
    }
    EXPECT_EQ(told, served);
}

TEST(openapi, every_reference_leads_somewhere) {
    app::Program const program;
    auto const all = document(program.router());
    Checker const checker{all};
    std::set<std::string> references;
    collect_references(json::Value(all), references);
    EXPECT_GT(references.size(), 20U);
    for (auto const& reference : references) {
        EXPECT_TRUE(checker.knows(reference)) << reference;
    }
}

TEST(openapi, real_answers_fit_it) {
    test_support::World world;
    auto const& asker = world.asker("member");
    test_support::Client const client{world.gateway(), "alfa", asker.credentials};
    auto const served = client.get("/openapi.json");
    ASSERT_EQ(served.status, 200);
    auto const all = served.object();
    Checker checker{all};
    int answers = 0;
    auto const expect_fit = [&](test_support::Answer const& answer, std::string const& name) {
        ASSERT_EQ(answer.status, 200) << answer.told();
        auto const problems = checker.problems(json::Value(answer.object()), name);
        EXPECT_TRUE(problems.empty()) << name << ": " << problems.front();
        ++answers;
    };
    for (auto const& route : world.router().routes()) {
        // What hangs on a record has no schema of its own yet.
        if (route.method != "GET" || route.definition == nullptr ||
            api::text_of(route) != nullptr) {
            continue;
        }
        auto const& paths = all.at("paths").as_object();
        auto const& answer = paths.at(route.path).at("get").at("responses").at("200");
        std::string const reference{
            answer.at("content").at("application/json").at("schema").at("$ref").as_string()};
        auto const name = reference.substr(reference.rfind('/') + 1);
        if (route.path.find('{') == std::string::npos) {
            expect_fit(client.get(route.path, {{"count", "exact"}}), name);
            continue;
        }
        for (auto const& seeded : world.seeded()) {
            if (seeded.definition == route.definition && asker.may_see(seeded)) {
                auto path = route.path;
                path.replace(path.find("{id}"), 4, seeded.record.id);
                expect_fit(client.get(path), name);
            }
        }
    }
    EXPECT_GT(answers, 50);
    // What does not fit is seen.
    EXPECT_FALSE(checker.problems(json::Value(json::Object{{"id", 7}}), "Asset").empty());
}

}  // namespace sigill::golden
