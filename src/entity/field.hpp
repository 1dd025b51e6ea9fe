#pragma once
// Field kinds as constexpr data. Variety lives here, not in the registers.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace sigill::entity {

enum class Kind {
    text,       // one line
    long_text,  // several lines, Markdown
    choice,     // one of `options`
    scale,      // a level of a scale: 0–4
    day,        // ISO date
    instant,    // a moment
    number,     // a whole number
    yes_no,
    reference,   // to one record of `target`
    references,  // to many
    person,      // to one record of people
    people,      // to many
};

[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] constexpr bool is_many(Kind kind) {
    return kind == Kind::references || kind == Kind::people;
}
[[nodiscard]] constexpr bool is_reference(Kind kind) {
    return kind == Kind::reference || kind == Kind::person || is_many(kind);
}

struct Option {
    std::string_view value;
    Label label;
};

// Whose personal data a field holds (S2): governs erasure, export and sealing in the ledger.
enum class Personal { no, self };

struct Field {
    std::string_view key;  // column and JSON key
    Label label;
    Label help{};
    Label group{};  // heading on the record page
    bool required = false;
    bool writable = true;     // false: set by the system or by a transition only
    bool in_list = false;     // a column of the list from the start
    bool sortable = false;    // indexed
    bool filterable = false;  // indexed
    bool published = false;   // public text, not sealed in the ledger
    Personal personal = Personal::no;
    std::int64_t min = 0;  // number
    std::int64_t max = 0;  // number: largest; text: code points (0: the kind's own limit)
    std::span<Option const> options{};
    std::string_view target{};  // register path; empty: any register, held as "assets/<id>"
    std::string_view scale{};   // name of the scale
    Kind kind = Kind::text;
};

template <Kind K, class V>
struct TypedField : Field {
    using value_type = V;
    constexpr explicit TypedField(Field spec) : Field(spec) { kind = K; }
};

using TextField = TypedField<Kind::text, std::string>;
using LongTextField = TypedField<Kind::long_text, std::string>;
using ChoiceField = TypedField<Kind::choice, std::string>;
using ScaleField = TypedField<Kind::scale, std::int64_t>;
using DayField = TypedField<Kind::day, std::string>;
using InstantField = TypedField<Kind::instant, std::int64_t>;
using NumberField = TypedField<Kind::number, std::int64_t>;
using YesNoField = TypedField<Kind::yes_no, bool>;
using ReferenceField = TypedField<Kind::reference, std::string>;
using ReferencesField = TypedField<Kind::references, std::vector<std::string>>;
using PersonField = TypedField<Kind::person, std::string>;
using PeopleField = TypedField<Kind::people, std::vector<std::string>>;

consteval TextField text(Field spec) {
    return TextField{spec};
}
consteval LongTextField long_text(Field spec) {
    return LongTextField{spec};
}
consteval ChoiceField choice(Field spec) {
    return ChoiceField{spec};
}
consteval ScaleField scale(Field spec) {
    return ScaleField{spec};
}
consteval DayField day(Field spec) {
    return DayField{spec};
}
consteval InstantField instant(Field spec) {
    return InstantField{spec};
}
consteval NumberField number(Field spec) {
    return NumberField{spec};
}
consteval YesNoField yes_no(Field spec) {
    return YesNoField{spec};
}
consteval ReferenceField reference(Field spec) {
    return ReferenceField{spec};
}
consteval ReferencesField references(Field spec) {
    return ReferencesField{spec};
}
consteval PersonField person(Field spec) {
    spec.target = "people";
    return PersonField{spec};
}
consteval PeopleField people(Field spec) {
    spec.target = "people";
    return PeopleField{spec};
}

}  // namespace sigill::entity
