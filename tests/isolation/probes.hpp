#pragma once
// What is asked of every route, whatever it is. A new route or register is covered as it is added;
// one whose address has another shape makes the probes ask for a line in shapes.cpp.

#include <string>
#include <string_view>
#include <vector>

#include "support/world.hpp"

namespace sigill::isolation {

struct Findings {
    int probes = 0;
    std::vector<std::string> leaks;

    void expect(bool holds, std::string const& what) {
        ++probes;
        if (!holds) {
            leaks.push_back(what);
        }
    }
    // The leaks, one a line.
    [[nodiscard]] std::string told() const;
};

// The routes of `router` behind a gateway of their own.
struct Subject {
    test_support::World& world;
    api::Gateway& gateway;
    api::Router const& router;

    [[nodiscard]] test_support::Client client(test_support::Asker const& asker) const {
        return {gateway, "alfa", asker.credentials};
    }
};

// A record out of reach answers byte for byte as one that does not exist.
[[nodiscard]] Findings hidden_ids_look_missing(Subject const& subject);
// Nothing that is out of reach shows in any answer, in any list, count, search or history.
[[nodiscard]] Findings answers_show_only_what_is_in_reach(Subject const& subject);
// A filter by something out of reach finds what a filter by nothing finds.
[[nodiscard]] Findings hidden_ids_in_queries_look_missing(Subject const& subject);
// An address written in another way is refused, or answers as the plain one.
[[nodiscard]] Findings disguised_paths_open_nothing(Subject const& subject);
// Every permission but the route's own is not enough.
[[nodiscard]] Findings a_missing_permission_is_refused(Subject const& subject);
[[nodiscard]] Findings nobody_gets_in_without_credentials(Subject const& subject);
[[nodiscard]] Findings writes_need_the_csrf_token(Subject const& subject);
// What only the program sets cannot be set by a request, and the request changes nothing.
[[nodiscard]] Findings unwritable_fields_are_refused(Subject const& subject);
// Each write to an archived record but its restoring is a conflict.
[[nodiscard]] Findings archived_records_are_closed(Subject const& subject);
// A reference to something out of reach is refused as one to nothing.
[[nodiscard]] Findings hidden_references_look_unknown(Subject const& subject);

}  // namespace sigill::isolation
