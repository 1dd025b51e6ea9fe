// Damaged catalogues: every one is answered with its place, none with a crash.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "json/json.hpp"
#include "slices/frameworks/oscal/catalog.hpp"
#include "slices/frameworks/oscal/test_documents.hpp"

namespace sigill::frameworks::oscal {
namespace {

json::Value small() {
    return std::get<json::Value>(json::parse(small_document));
}

std::string outcome(std::string_view text) {
    auto const result = parse(text);
    auto const* const problem = std::get_if<Problem>(&result);
    if (problem == nullptr) {
        return "read";
    }
    EXPECT_FALSE(problem->phrase.en.empty());
    EXPECT_FALSE(problem->phrase.sv.empty());
    return problem->field + " " + std::string{problem->phrase.code};
}

std::string outcome(json::Value const& document) {
    return outcome(json::to_text(document));
}

// The pointer of every value below `value`, itself excepted.
void collect_pointers(json::Value const& value, std::string const& at,
                      std::vector<std::string>& pointers) {
    if (auto const* const object = value.if_object()) {
        for (auto const& [key, child] : *object) {
            pointers.push_back(at + '/' + std::string{json::view(key)});
            collect_pointers(child, std::string{pointers.back()}, pointers);
        }
    }
    if (auto const* const array = value.if_array()) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            pointers.push_back(at + '/' + std::to_string(i));
            collect_pointers((*array)[i], std::string{pointers.back()}, pointers);
        }
    }
}

std::vector<std::string> pointers_of(json::Value const& document) {
    std::vector<std::string> pointers;
    collect_pointers(document, "", pointers);
    return pointers;
}

void remove_at(json::Value& document, std::string const& pointer) {
    auto const slash = pointer.rfind('/');
    auto& parent = document.at_pointer(pointer.substr(0, slash));
    auto const key = pointer.substr(slash + 1);
    if (auto* const object = parent.if_object()) {
        object->erase(key);
    } else {
        auto& array = parent.get_array();
        array.erase(array.begin() + std::stoi(key));
    }
}

json::Value changed(std::string_view pointer, json::Value const& value) {
    auto document = small();
    document.at_pointer({pointer.data(), pointer.size()}) = value;
    return document;
}

std::string nested_groups(std::size_t levels) {
    std::string text = R"({"catalog":{"uuid":"0b1e7a52-6c1d-4d59-9a53-6f0a2b7a1c11","metadata":{)"
                       R"("title":"t","last-modified":"l","version":"1","oscal-version":"1.1.3"})";
    for (std::size_t i = 0; i < levels; ++i) {
        auto const id = std::to_string(i);
        text += R"(,"groups":[{"id":"g)" + id + R"(","title":"t")";
    }
    text += R"(,"controls":[{"id":"c","title":"t"}])";
    for (std::size_t i = 0; i < levels; ++i) {
        text += "}]";
    }
    return text + "}}";
}

TEST(OscalDamage, the_small_catalogue_is_whole) {
    auto const result = parse(small_document);
    ASSERT_TRUE(std::holds_alternative<Catalog>(result)) << outcome(small_document);
    auto const& catalog = std::get<Catalog>(result);
    EXPECT_EQ(catalog.publisher, "The House");
    EXPECT_EQ(catalog.counts.parameters, 4u);
    auto const& group = catalog.groups.at(0);
    EXPECT_EQ(group.statement, "About Of doors.");
    EXPECT_EQ(group.children.at(0).statement,
              "[Assignment: everybody] locks:\n"
              "  a. the door [Selection (one or more): with a key; as told by [Assignment: the "
              "last one out]]; and\n"
              "  b. the gate at ten, eleven.");
    EXPECT_EQ(group.children.at(0).guidance, "See G-2. Use both locks.");
    EXPECT_EQ(group.children.at(1).statement,
              "[Withdrawn: incorporated into G-1a; moved to g-1.1.]");
}

TEST(OscalDamage, a_removed_required_key_is_named) {
    constexpr std::string_view required[] = {
        "/catalog/uuid",
        "/catalog/metadata",
        "/catalog/metadata/title",
        "/catalog/metadata/last-modified",
        "/catalog/metadata/version",
        "/catalog/metadata/oscal-version",
        "/catalog/metadata/parties/0/uuid",
        "/catalog/metadata/responsible-parties/0/role-id",
        "/catalog/params/0/id",
        "/catalog/groups/0/title",
        "/catalog/groups/0/props/0/name",
        "/catalog/groups/0/props/0/value",
        "/catalog/groups/0/parts/0/name",
        "/catalog/groups/0/controls/0/id",
        "/catalog/groups/0/controls/0/title",
        "/catalog/groups/0/controls/0/params/1/id",
        "/catalog/groups/0/controls/0/parts/0/parts/1/name",
        "/catalog/groups/0/controls/0/controls/0/id",
        "/catalog/groups/0/controls/0/controls/0/title",
        "/catalog/groups/0/controls/1/links/0/href",
    };
    for (auto const pointer : required) {
        auto document = small();
        remove_at(document, std::string{pointer});
        EXPECT_EQ(outcome(document), std::string{pointer} + " oscal.missing");
    }
}

TEST(OscalDamage, any_removal_is_read_or_answered_with_a_place) {
    auto const pointers = pointers_of(small());
    ASSERT_GT(pointers.size(), 90u);
    for (auto const& pointer : pointers) {
        auto document = small();
        remove_at(document, pointer);
        auto const answer = outcome(document);
        EXPECT_TRUE(answer == "read" || answer.starts_with("/catalog")) << pointer << answer;
    }
}

TEST(OscalDamage, a_value_of_another_type_is_never_taken) {
    // Keys that are passed over, because nothing that Sigill shows stands in them.
    constexpr std::string_view passed_over = "/catalog/metadata/parties/0/type";
    std::vector<json::Value> const strangers{nullptr, 7, true, json::Array{}, json::Object{}, ""};
    for (auto const& pointer : pointers_of(small())) {
        auto const original = small().at_pointer(pointer);
        for (auto const& stranger : strangers) {
            if (stranger.kind() == original.kind() || pointer == passed_over) {
                continue;
            }
            auto const answer = outcome(changed(pointer, stranger));
            EXPECT_TRUE(answer.starts_with(pointer + " oscal.expected_"))
                << pointer << " = " << json::to_text(stranger) << " gave " << answer;
        }
    }
}

TEST(OscalDamage, a_cut_text_is_refused_at_every_byte) {
    for (std::size_t length = 0; length < small_document.size(); length += 7) {
        EXPECT_TRUE(outcome(small_document.substr(0, length)).starts_with("byte ")) << length;
    }
}

TEST(OscalDamage, broken_references_and_values_are_named) {
    struct Case {
        std::string_view pointer;
        json::Value value;
        std::string_view expected;
    };
    std::string const control = "/catalog/groups/0/controls/0";
    std::string const choice = control + "/params/1/select/choice/1";
    std::string const label = control + "/params/0/label";
    std::string const how_many = control + "/params/1/select/how-many";
    std::string const part = control + "/parts/0/parts/0/id";
    std::string const prose = control + "/parts/1/prose";
    Case const cases[] = {
        {"/catalog/uuid", "x", "/catalog/uuid oscal.invalid_uuid"},
        {"/catalog/metadata/oscal-version", "2.0",
         "/catalog/metadata/oscal-version oscal.unsupported_version"},
        {"/catalog/metadata/title", " ", "/catalog/metadata/title oscal.empty"},
        {"/catalog/groups", json::Array{}, "/catalog oscal.no_controls"},
        {"/catalog/groups/0/controls/1/id", "g-1",
         "/catalog/groups/0/controls/1/id oscal.repeated_id"},
        {"/catalog/groups/0/controls/1/id", "g",
         "/catalog/groups/0/controls/1/id oscal.repeated_id"},
        {"/catalog/groups/0/controls/0/params/1/id", "all",
         "/catalog/groups/0/controls/0/params/1/id oscal.repeated_id"},
        {part, "g-1_smt", "/catalog/groups/0/controls/0/parts/0/parts/0/id oscal.repeated_id"},
        {prose, "{{ insert: param, nobody }}",
         "/catalog/groups/0/controls/0/parts/1/prose oscal.unknown_parameter"},
        {prose, "{{ insert: control, g-2 }}",
         "/catalog/groups/0/controls/0/parts/1/prose oscal.broken_insertion"},
        {prose, "{{ insert: param, who",
         "/catalog/groups/0/controls/0/parts/1/prose oscal.broken_insertion"},
        {prose, "{{ insert: param, }}",
         "/catalog/groups/0/controls/0/parts/1/prose oscal.broken_insertion"},
        {prose, json::Value(std::string{"a\0b", 3}),
         "/catalog/groups/0/controls/0/parts/1/prose oscal.null_character"},
        {prose, json::Value(std::string(200'001, 'x')),
         "/catalog/groups/0/controls/0/parts/1/prose oscal.too_long"},
        {prose, "a template {{ like this }} is no insertion", "read"},
        {choice, "{{ insert: param, how }}",
         "/catalog/groups/0/controls/0/params/1 oscal.cyclic_parameter"},
        {label, "{{ insert: param, how }}",
         "/catalog/groups/0/controls/0/params/0 oscal.cyclic_parameter"},
        {label, "{{ insert: param, nobody }}",
         "/catalog/groups/0/controls/0/params/0/label oscal.unknown_parameter"},
        {how_many, "many",
         "/catalog/groups/0/controls/0/params/1/select/how-many oscal.unknown_how_many"},
    };
    for (auto const& scenario : cases) {
        EXPECT_EQ(outcome(changed(scenario.pointer, scenario.value)), scenario.expected)
            << scenario.pointer;
    }
}

TEST(OscalDamage, what_is_no_catalogue_is_refused) {
    EXPECT_EQ(outcome(std::string_view{""}), "byte 0 json.broken");
    EXPECT_EQ(outcome(std::string_view{"[]"}), " oscal.expected_object");
    EXPECT_EQ(outcome(std::string_view{"{}"}), "/catalog oscal.not_oscal");
    EXPECT_EQ(outcome(std::string_view{R"({"catalog":[]})"}), "/catalog oscal.expected_object");
    EXPECT_TRUE(outcome(std::string_view{"{\"catalog\":\"\xff\"}"}).ends_with("json.broken"));
}

TEST(OscalDamage, deep_nesting_is_refused_with_its_place) {
    EXPECT_EQ(outcome(nested_groups(11)), "read");
    auto const answer = outcome(nested_groups(13));
    EXPECT_TRUE(answer.ends_with("/groups/0 oscal.too_deep")) << answer;
    EXPECT_TRUE(outcome(nested_groups(5000)).ends_with("json.too_deep"));
}

TEST(OscalDamage, insertions_that_multiply_are_stopped) {
    auto document = small();
    auto& params = document.at_pointer("/catalog/params").get_array();
    std::string previous = "all";
    for (auto i = 0; i < 12; ++i) {
        auto const id = "bomb" + std::to_string(i);
        std::string text;
        for (auto repeat = 0; repeat < 10; ++repeat) {
            text += "{{ insert: param, " + previous + " }} ";
        }
        params.push_back(json::Object{{"id", id}, {"label", text}});
        previous = id;
    }
    EXPECT_TRUE(outcome(document).ends_with("oscal.too_long")) << outcome(document);
}

TEST(OscalDamage, a_long_chain_of_insertions_is_stopped) {
    auto document = small();
    auto& params = document.at_pointer("/catalog/params").get_array();
    for (auto i = 0; i < 20'000; ++i) {
        params.push_back(
            json::Object{{"id", "link" + std::to_string(i)},
                         {"label", "{{ insert: param, link" + std::to_string(i + 1) + " }}"}});
    }
    EXPECT_TRUE(outcome(document).ends_with("oscal.too_deep")) << outcome(document);
}

}  // namespace
}  // namespace sigill::frameworks::oscal
