#pragma once
// Tasks: what a person owes by a date. Everyone's first page.

#include <array>

#include "entity/engine.hpp"

namespace sigill::work {

// What a task asks for.
inline constexpr std::string_view classify = "classify";
inline constexpr std::string_view decision = "decide";
inline constexpr std::string_view review = "review";

namespace tasks {

inline constexpr std::array<entity::Option, 4> kinds{{
    {classify, {"Classify", "Klassa"}},
    {decision, {"Decide", "Besluta"}},
    {review, {"Review", "Se över"}},
    {"other", {"Other", "Annat"}},
}};

inline constexpr auto kind = entity::choice({.key = "kind",
                                             .label = {"What to do", "Att göra"},
                                             .required = true,
                                             .writable = false,
                                             .in_list = true,
                                             .filterable = true,
                                             .options = kinds});
// A reference without a target leads to any register: stored as "assets/<id>".
inline constexpr auto record = entity::reference({.key = "record",
                                                  .label = {"Concerns", "Gäller"},
                                                  .writable = false,
                                                  .in_list = true,
                                                  .filterable = true});
inline constexpr auto assignee = entity::person({.key = "assignee",
                                                 .label = {"Assigned to", "Ansvarig"},
                                                 .required = true,
                                                 .writable = false,
                                                 .in_list = true,
                                                 .filterable = true});
inline constexpr auto due = entity::day({.key = "due",
                                         .label = {"Due", "Klar senast"},
                                         .writable = false,
                                         .in_list = true,
                                         .sortable = true,
                                         .filterable = true});

inline constexpr std::array<entity::Field const*, 4> fields{&kind, &record, &assignee, &due};
inline constexpr std::array<entity::State, 3> states{{
    {"open", {"Open", "Öppen"}, entity::Tone::info},
    {"done", {"Done", "Klar"}, entity::Tone::good},
    {"cancelled", {"Cancelled", "Inställd"}, entity::Tone::neutral},
}};
inline constexpr std::array<std::string_view, 1> from_open{"open"};
inline constexpr std::array<entity::Transition, 1> transitions{{
    {.name = "complete",
     .label = {"Mark as done", "Markera som klar"},
     .from = from_open,
     .to = "done",
     .permission_act = "complete"},
}};

inline constexpr entity::Definition definition{
    .name = "task",
    .path = "tasks",
    .table = "tasks",
    .ref_prefix = "TASK",
    .area = "my",
    .label = {"Task", "Uppgift"},
    .label_plural = {"Tasks", "Uppgifter"},
    .help = {"What somebody is to do by a date. Tasks come from the registers: a new asset is to "
             "be classified, a proposed safeguard decided.",
             "Vad någon ska göra och till när. Uppgifterna kommer från registren: en ny tillgång "
             "ska klassas, en föreslagen skyddsåtgärd ska beslutas."},
    .title_label = {"Task", "Uppgift"},
    .fields = fields,
    .states = states,
    .initial_state = "open",
    .transitions = transitions,
    .read_only = true,
};

}  // namespace tasks

}  // namespace sigill::work
