#include "support/samples.hpp"

namespace sigill::test_support {

namespace {

using entity::Field;
using entity::FieldValue;
using entity::Kind;

// What a behaviour demands beyond the kind: "register.field" → text; "{}" stands for the label.
std::map<std::string, std::string, std::less<>> const& particular_texts() {
    static std::map<std::string, std::string, std::less<>> const texts{
        {"people.email", "{}@example.se"},
    };
    return texts;
}

std::string sample_text(entity::Definition const& definition, Field const& field,
                        Samples const& samples) {
    auto const label =
        samples.label + (samples.variant == 0 ? "" : std::to_string(samples.variant));
    auto const particular =
        particular_texts().find(std::string{definition.path} + "." + std::string{field.key});
    if (particular != particular_texts().end()) {
        return filled({"", particular->second, particular->second}, Language::english, label);
    }
    auto text = label + " " + std::string{field.key};
    if (field.max > 0 && text.size() > static_cast<std::size_t>(field.max)) {
        text.resize(static_cast<std::size_t>(field.max));
    }
    return text;
}

FieldValue sample_reference(Field const& field, Samples const& samples) {
    auto const target = target_of(field);
    auto const place = samples.targets.find(target);
    if (place == samples.targets.end()) {
        return {};
    }
    auto value = field.target.empty() ? std::string{target} + "/" + place->second : place->second;
    if (entity::is_many(field.kind)) {
        return std::vector<std::string>{std::move(value)};
    }
    return value;
}

}  // namespace

std::string_view target_of(Field const& field) {
    return field.target.empty() ? std::string_view{"assets"} : field.target;
}

FieldValue sample(entity::Definition const& definition, Field const& field,
                  Samples const& samples) {
    auto const turn = static_cast<std::size_t>(samples.variant);
    switch (field.kind) {
    case Kind::text:
    case Kind::long_text: return sample_text(definition, field, samples);
    case Kind::choice: return std::string{field.options[turn % field.options.size()].value};
    case Kind::scale: return std::int64_t{(2 + samples.variant) % 5};
    case Kind::day: return "2027-01-1" + std::to_string(turn % 10);
    case Kind::instant: return Instant{1'800'000'000'000'000} + samples.variant * one_second;
    case Kind::number: return std::max<std::int64_t>(field.min, 1) + samples.variant;
    case Kind::yes_no: return samples.variant % 2 != 0;
    case Kind::reference:
    case Kind::references:
    case Kind::person:
    case Kind::people: return sample_reference(field, samples);
    }
    return {};
}

json::Value to_json(Field const& field, FieldValue const& value) {
    if (auto const* text = std::get_if<std::string>(&value)) {
        return json::Value(json::String(text->data(), text->size()));
    }
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == Kind::instant) {
            auto const text = format_instant(*number);
            return json::Value(json::String(text.data(), text.size()));
        }
        return *number;
    }
    if (auto const* yes = std::get_if<bool>(&value)) {
        return *yes;
    }
    if (auto const* many = std::get_if<std::vector<std::string>>(&value)) {
        json::Array items;
        for (auto const& item : *many) {
            items.emplace_back(json::String(item.data(), item.size()));
        }
        return items;
    }
    return nullptr;
}

entity::Draft sample_draft(entity::Definition const& definition, Samples const& samples) {
    entity::Draft draft;
    draft.title(samples.label + " " + std::string{definition.name});
    for (auto const* field : definition.fields) {
        draft.set(field->key, sample(definition, *field, samples));
    }
    return draft;
}

json::Object sample_body(entity::Definition const& definition, Samples const& samples) {
    json::Object body;
    auto const title = samples.label + " " + std::string{definition.name} +
                       (samples.variant == 0 ? "" : std::to_string(samples.variant));
    body["title"] = json::String(title.data(), title.size());
    for (auto const* field : definition.fields) {
        if (field->writable) {
            body[{field->key.data(), field->key.size()}] =
                to_json(*field, sample(definition, *field, samples));
        }
    }
    return body;
}

}  // namespace sigill::test_support
