#include "battery/wrong_values.hpp"

namespace sigill::battery {

namespace {

using entity::Field;
using entity::Kind;

constexpr std::size_t title_limit = 300;

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

json::Value text_value(std::string const& text) {
    return json::Value(json::String(text.data(), text.size()));
}

// In code points, not bytes: each "å" is two bytes.
std::size_t text_limit(Field const& field) {
    if (field.max > 0) {
        return static_cast<std::size_t>(field.max);
    }
    return field.kind == Kind::text ? 500 : 100'000;
}

std::int64_t largest(Field const& field) {
    return field.max > 0 ? field.max : 1'000'000'000;
}

std::vector<json::Value> wrong_for(Field const& field) {
    json::Array const array{1};
    json::Object const object{{"a", 1}};
    switch (field.kind) {
    case Kind::text:
        return {7, true, array, object, text_value(repeated("å", text_limit(field) + 1)),
                "two\nlines", "bell\a", "escape\x1b[31m",
                // Turns the text after it around, so that one reads something else.
                "turned \u202E around"};
    case Kind::long_text:
        return {7,       false, array, object, text_value(repeated("å", text_limit(field) + 1)),
                "bell\a"};
    case Kind::choice: return {"no such choice", "", 7, true, array, object};
    case Kind::scale: return {"2", -1, 5, 2.5, true, array, 9'000'000'000'000'000'000};
    case Kind::day: return {"2026-13-01", "2026-02-30", "24/11 2026", "", 20261124, true, array};
    case Kind::instant: return {"2026-11-24", "noon", 7, true, array};
    case Kind::number:
        return {"7",  field.min - 1, largest(field) + 1,         1.5,
                true, array,         18'000'000'000'000'000'000U};
    case Kind::yes_no: return {"true", 1, 0, "ja", array};
    case Kind::reference:
    case Kind::person: return {7, true, array, object, text_value(repeated("x", 61)), "x"};
    case Kind::references:
    case Kind::people: {
        json::Array many;
        many.resize(501, json::Value("x"));
        return {7,
                "x",
                object,
                json::Array{7},
                json::Array{""},
                json::Array{nullptr},
                json::Array{"x"},
                many};
    }
    }
    return {};
}

}  // namespace

std::vector<Value> wrong_values(entity::Definition const& definition) {
    std::vector<Value> values{
        {"title", 7},
        {"title", json::Array{}},
        {"title", text_value(repeated("å", title_limit + 1))},
        {"title", ""},
        {"title", "two\nlines"},
        {"owner", 7},
        {"owner", "x"},
        {"unit", true},
        {"unit", "x"},
        {"audience", 7},
        {"audience", "x"},
        {"no_such_field", 1},
        {"Title", "x"},
        {"", "x"},
        {"title ", "x"},
    };
    for (auto const* field : definition.fields) {
        if (field->writable) {
            for (auto& wrong : wrong_for(*field)) {
                values.push_back({std::string{field->key}, std::move(wrong)});
            }
        }
    }
    return values;
}

std::vector<Value> limit_values(entity::Definition const& definition) {
    std::vector<Value> values{{"title", text_value(repeated("å", title_limit))}, {"title", "x"}};
    for (auto const* field : definition.fields) {
        std::string const key{field->key};
        if (!field->writable || key == "email") {
            continue;
        }
        if (field->kind == Kind::text || field->kind == Kind::long_text) {
            values.push_back({key, text_value(repeated("å", text_limit(*field)))});
        } else if (field->kind == Kind::number) {
            values.push_back({key, largest(*field)});
            values.push_back({key, field->min});
        } else if (field->kind == Kind::scale) {
            values.push_back({key, 0});
            values.push_back({key, 4});
        }
    }
    return values;
}

std::vector<std::string> const& naughty_strings() {
    static std::vector<std::string> const all{
        "åäö ÅÄÖ é ß ñ Ł",
        "\U0001F512 \U0001F469‍\U0001F469‍\U0001F467‍\U0001F466 \U00020000",
        "שלום עולם مرحبا بالعالم",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "'; DROP TABLE assets; --",
        R"(" \ / \\ \" ' ` $1 %s {} {0} ${x} #{x} {{7*7}})",
        "=cmd|' /C calc'!A0",
        "a\xCC\x8A o\xCC\x88",  // combining: stored composed
        "null",
        "undefined",
        "NaN",
        "0",
        "-1",
        "1e309",
        "true",
        "a  b   c",
        "../../etc/passwd",
        "%2e%2e%2f",
        "%00",
        "C:\\nul",
        "​zero​width",
        "﷽",
        "＜ｓ＞",
        "İıſ",
    };
    return all;
}

std::vector<BrokenBody> const& broken_bodies() {
    static std::vector<BrokenBody> const all{
        {"deep arrays", R"({"title":)" + repeated("[", 40) + repeated("]", 40) + "}", 400},
        {"very deep", repeated("[", 100'000), 400},
        {"broken UTF-8", "{\"title\":\"\xC3\x28\"}", 400},
        {"over-long UTF-8", "{\"title\":\"\xC0\xAF\"}", 400},
        {"lone surrogate", R"({"title":"\ud800"})", 400},
        {"repeated key", R"({"title":"a","title":"b"})", 400},
        {"text after the end", R"({"title":"a"} x)", 400},
        {"cut off", R"({"title":"a)", 400},
        {"a comment", R"({/* */"title":"a"})", 400},
        {"single quotes", "{'title':'a'}", 400},
        {"nothing", "", 400},
        {"an array", "[]", 422},
        {"a text", "\"a\"", 422},
        {"a number without end", R"({"title":)" + repeated("9", 1000) + "}", 422},
        {"more than a mebibyte", R"({"title":")" + repeated("x", (1 << 20) + 1) + "\"}", 413},
    };
    return all;
}

}  // namespace sigill::battery
