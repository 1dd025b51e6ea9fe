#pragma once
// One register with every field kind, for the engine's own tests.

#include <array>

#include "entity/engine.hpp"

namespace sigill::entity::test {

inline constexpr std::array<Option, 2> colours{
    {{"red", {"Red", "Röd"}}, {"blue", {"Blue", "Blå"}}}};
inline constexpr auto note =
    text({.key = "note", .label = {"Note", "Not"}, .filterable = true, .max = 10});
inline constexpr auto story = long_text({.key = "story", .label = {"Story", "Berättelse"}});
inline constexpr auto colour =
    choice({.key = "colour", .label = {"Colour", "Färg"}, .options = colours});
inline constexpr auto level =
    scale({.key = "level", .label = {"Level", "Nivå"}, .sortable = true, .scale = "krt"});
inline constexpr auto due =
    day({.key = "due", .label = {"Due", "Klar"}, .sortable = true, .filterable = true});
inline constexpr auto seen = instant({.key = "seen", .label = {"Seen", "Sedd"}});
inline constexpr auto hours =
    number({.key = "hours", .label = {"Hours", "Timmar"}, .min = 1, .max = 99});
inline constexpr auto ready = yes_no({.key = "ready", .label = {"Ready", "Klar"}});
inline constexpr auto other =
    reference({.key = "other", .label = {"Other", "Annan"}, .target = "things"});
inline constexpr auto others =
    references({.key = "others", .label = {"Others", "Andra"}, .target = "things"});
inline constexpr auto fixed = text({.key = "fixed", .label = {"Fixed", "Fast"}, .writable = false});

inline constexpr std::array<Field const*, 11> fields{&note,  &story, &colour, &level,  &due,  &seen,
                                                     &hours, &ready, &other,  &others, &fixed};
inline constexpr std::array<State, 2> states{
    {{"open", {"Open", "Öppen"}}, {"closed", {"Closed", "Stängd"}, Tone::good}}};
inline constexpr std::array<std::string_view, 1> from_open{"open"};
inline constexpr std::array<Field const*, 1> to_close{&hours};
inline constexpr std::array<Transition, 1> transitions{{{.name = "close",
                                                         .label = {"Close", "Stäng"},
                                                         .from = from_open,
                                                         .to = "closed",
                                                         .permission_act = "close",
                                                         .required = to_close}}};

inline constexpr Definition thing{.name = "thing",
                                  .path = "things",
                                  .table = "things",
                                  .ref_prefix = "THING",
                                  .area = "test",
                                  .label = {"Thing", "Sak"},
                                  .label_plural = {"Things", "Saker"},
                                  .help = {"For tests.", "För prov."},
                                  .title_label = {"Name", "Namn"},
                                  .fields = fields,
                                  .states = states,
                                  .initial_state = "open",
                                  .transitions = transitions};

}  // namespace sigill::entity::test
