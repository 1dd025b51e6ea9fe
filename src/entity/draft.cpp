// The body of a request → a draft. Everything that is wrong is named at once.

#include <algorithm>

#include "entity/engine.hpp"
#include "entity/phrases.hpp"
#include "text/text.hpp"

namespace sigill::entity {

namespace {

constexpr std::size_t longest_line = 500;
constexpr std::size_t longest_text = 100'000;
constexpr std::size_t most_references = 500;

constexpr Field title_field{
    .key = "title", .label = {"Title", "Titel"}, .required = true, .max = 300};

struct Reader {
    std::vector<Problem> problems;

    FieldValue refuse(Field const& field, Phrase phrase, std::string value = {}) {
        problems.push_back({std::string{field.key}, phrase, std::move(value)});
        return {};
    }

    FieldValue read_string(Field const& field, json::Value const& value, bool many_lines) {
        if (!value.is_string()) {
            return refuse(field, phrases::not_text);
        }
        auto const raw = json::view(value.get_string());
        if (!text::is_utf8(raw)) {
            return refuse(field, phrases::not_utf8);
        }
        auto held = text::normalised(raw);
        auto const limit = field.max > 0 ? static_cast<std::size_t>(field.max)
                                         : (many_lines ? longest_text : longest_line);
        if (text::length(held) > limit) {
            return refuse(field, phrases::too_long, std::to_string(limit));
        }
        if (text::has_control(held) || (!many_lines && held.find('\n') != std::string::npos)) {
            return refuse(field, phrases::control_character);
        }
        if (held.empty()) {
            return {};
        }
        return held;
    }

    FieldValue read_choice(Field const& field, json::Value const& value) {
        if (!value.is_string()) {
            return refuse(field, phrases::not_text);
        }
        auto const held = json::view(value.get_string());
        for (auto const& option : field.options) {
            if (option.value == held) {
                return std::string{held};
            }
        }
        return refuse(field, phrases::no_such_choice, std::string{held.substr(0, 100)});
    }

    FieldValue read_integer(Field const& field, json::Value const& value, std::int64_t least,
                            std::int64_t most) {
        std::int64_t number = 0;
        if (value.is_int64()) {
            number = value.get_int64();
        } else {
            return refuse(field, phrases::not_whole_number);
        }
        if (number < least || number > most) {
            return refuse(field, phrases::out_of_range,
                          std::to_string(least) + "–" + std::to_string(most));
        }
        return number;
    }

    FieldValue read_day(Field const& field, json::Value const& value) {
        if (!value.is_string() || !is_day(json::view(value.get_string()))) {
            return refuse(field, phrases::not_day);
        }
        return std::string{json::view(value.get_string())};
    }

    FieldValue read_instant(Field const& field, json::Value const& value) {
        auto const at =
            value.is_string() ? parse_instant(json::view(value.get_string())) : std::nullopt;
        return at ? FieldValue{*at} : refuse(field, phrases::not_instant);
    }

    FieldValue read_reference(Field const& field, json::Value const& value) {
        if (!value.is_string() || value.get_string().size() > 60) {
            return refuse(field, phrases::not_reference);
        }
        auto const held = json::view(value.get_string());
        return held.empty() ? FieldValue{} : FieldValue{std::string{held}};
    }

    FieldValue read_references(Field const& field, json::Value const& value) {
        if (!value.is_array() || value.get_array().size() > most_references) {
            return refuse(field, phrases::not_references, std::to_string(most_references));
        }
        std::vector<std::string> ids;
        for (auto const& item : value.get_array()) {
            if (!item.is_string() || item.get_string().empty() || item.get_string().size() > 60) {
                return refuse(field, phrases::not_references, std::to_string(most_references));
            }
            ids.emplace_back(json::view(item.get_string()));
        }
        return ids;
    }

    FieldValue read(Field const& field, json::Value const& value) {
        if (value.is_null()) {
            return {};
        }
        switch (field.kind) {
        case Kind::text: return read_string(field, value, false);
        case Kind::long_text: return read_string(field, value, true);
        case Kind::choice: return read_choice(field, value);
        case Kind::scale: return read_integer(field, value, 0, 4);
        case Kind::day: return read_day(field, value);
        case Kind::instant: return read_instant(field, value);
        case Kind::number:
            return read_integer(field, value, field.min, field.max > 0 ? field.max : 1'000'000'000);
        case Kind::yes_no:
            return value.is_bool() ? FieldValue{value.get_bool()}
                                   : refuse(field, phrases::not_yes_no);
        case Kind::reference:
        case Kind::person: return read_reference(field, value);
        case Kind::references:
        case Kind::people: return read_references(field, value);
        }
        return {};
    }
};

// The common fields, read by the same rules as the register's own.
Field const* common_field(std::string_view key) {
    static constexpr Field owner{.key = "owner", .label = {"Owner", "Ägare"}, .kind = Kind::person};
    static constexpr Field unit{.key = "unit", .label = {"Unit", "Enhet"}, .kind = Kind::reference};
    static constexpr Field audience{
        .key = "audience", .label = {"Audience", "Läsekrets"}, .kind = Kind::reference};
    for (auto const* field : {&title_field, &owner, &unit, &audience}) {
        if (field->key == key) {
            return field;
        }
    }
    return nullptr;
}

bool may_write(Definition const& definition, Field const& field, Transition const* transition) {
    if (transition == nullptr) {
        return field.writable;
    }
    auto const holds = [&](auto const& fields) {
        return std::ranges::any_of(fields, [&](Field const* f) { return f->key == field.key; });
    };
    return find_field(definition, field.key) != nullptr &&
           (holds(transition->fields) || holds(transition->required));
}

}  // namespace

Draft read_draft(Definition const& definition, json::Object const& body,
                 Transition const* transition) {
    Reader reader;
    Draft draft;
    for (auto const& member : body) {
        std::string_view const key{member.key().data(), member.key().size()};
        auto const* field = find_field(definition, key);
        auto const common = field == nullptr;
        if (common && transition == nullptr) {
            field = common_field(key);
        }
        if (field == nullptr) {
            reader.problems.push_back(
                {std::string{key.substr(0, 100)}, phrases::unknown_field, {}});
        } else if (!common && !may_write(definition, *field, transition)) {
            reader.problems.push_back({std::string{key}, phrases::not_writable, {}});
        } else {
            draft.set(key, reader.read(*field, member.value()));
        }
    }
    if (!reader.problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(reader.problems)};
    }
    return draft;
}

}  // namespace sigill::entity
