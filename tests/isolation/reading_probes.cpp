// Reading: ids in paths and queries, lists, counts, search, history.

#include "isolation/probes.hpp"
#include "isolation/shapes.hpp"

namespace sigill::isolation {

namespace {

using test_support::Ask;
using test_support::Asker;
using test_support::Place;
using test_support::Seeded;

constexpr std::string_view guessed_id = "018f0000-0000-7000-8000-000000000000";

std::string about(Asker const& asker, api::Route const& route, std::string const& what) {
    return asker.name + ": " + name_of(route) + ": " + what;
}

std::string about(Seeded const& seeded) {
    return std::string{seeded.definition->path} + " " +
           std::string{test_support::name_of(seeded.place)};
}

// How one record can be asked for. The number of a ref is another record's in another organisation.
std::vector<std::string> names_of(Seeded const& seeded) {
    if (seeded.place == Place::foreign) {
        return {seeded.record.id};
    }
    return {seeded.record.id, seeded.record.ref};
}

void probe_path(Subject const& subject, api::Route const& route, Shape const& shape,
                Asker const& asker, Findings& findings) {
    auto const& definition = *shape.definition;
    auto const client = subject.client(asker);
    auto const missing = client.ask(ask_for(route, guessed_id));
    auto const refused = missing.status == 403 && asker.name == "nobody";
    findings.expect(
        missing.status == 404 || refused,
        about(asker, route,
              "a missing id answers " + missing.told() + "; say in shapes.cpp how to ask"));
    auto const guesses = {std::string{definition.ref_prefix} + "-999999",
                          std::string{definition.ref_prefix} + "-0", std::string{"x"},
                          std::string{"%"}, std::string{"' OR '1'='1"}};
    for (auto const& guess : guesses) {
        auto const answer = client.ask(ask_for(route, guess));
        findings.expect(answer == missing, about(asker, route, guess + ": " + answer.told()));
    }
    for (auto const& seeded : subject.world.seeded()) {
        if (seeded.definition != &definition) {
            continue;
        }
        if (asker.reaches(seeded, needs_only_reading(route))) {
            auto const is_control = !is_write(route) && asker.name != "nobody" && !shape.has_child;
            auto const status =
                is_control ? client.ask(ask_for(route, seeded.record.id)).status : 200;
            findings.expect(status == 200, about(asker, route, "does not see " + about(seeded)));
            continue;
        }
        for (auto const& name : names_of(seeded)) {
            auto const answer = client.ask(ask_for(route, name));
            findings.expect(answer == missing,
                            about(asker, route, about(seeded) + ": " + answer.told()));
        }
    }
}

// Neither id nor title of anything out of reach, wherever in the answer.
void scan(Subject const& subject, api::Route const& route, Asker const& asker, Ask const& ask,
          Findings& findings) {
    auto const answer = subject.client(asker).ask(ask);
    auto const known = answer.status == 200 || answer.status == 403 || answer.status == 404 ||
                       answer.status == 422;
    findings.expect(known, about(asker, route, answer.told()));
    for (auto const& seeded : subject.world.seeded()) {
        if (asker.may_see(seeded) ||
            (shows_whole_log(route) && asker.everywhere && seeded.place != Place::foreign)) {
            continue;
        }
        auto const shown = answer.body.find(seeded.record.id) != std::string::npos ||
                           answer.body.find(seeded.record.title) != std::string::npos;
        findings.expect(!shown, about(asker, route, "shows " + about(seeded)));
    }
    auto const list = answer.object();
    auto const* total = list.if_contains("total");
    auto const* items = list.if_contains("items");
    if (total != nullptr && items != nullptr && items->is_array()) {
        findings.expect(total->is_int64() && total->get_int64() == static_cast<std::int64_t>(
                                                                       items->get_array().size()),
                        about(asker, route, "counts more than it shows"));
    }
}

std::vector<Ask> list_asks(api::Route const& route) {
    std::vector<Ask> asks;
    for (std::string const archived : {"false", "true"}) {
        asks.push_back({.path = route.path,
                        .query = {{"limit", "500"}, {"count", "exact"}, {"archived", archived}}});
        for (auto const place : test_support::all_places) {
            asks.push_back({.path = route.path,
                            .query = {{"q", "marker" + std::string{test_support::name_of(place)}},
                                      {"count", "exact"},
                                      {"archived", archived},
                                      {"limit", "500"}}});
        }
    }
    return asks;
}

// The routes that list a register's records: those with its definition and no parameter.
bool is_list(api::Route const& route, Shape const& shape) {
    return route.definition != nullptr && shape.definition == nullptr;
}

std::vector<std::pair<std::string, std::string_view>> list_references(
    entity::Definition const& definition) {
    std::vector<std::pair<std::string, std::string_view>> found{{"owner", "people"},
                                                                {"unit", "units"}};
    for (auto const* field : definition.fields) {
        if (entity::is_reference(field->kind) &&
            (field->filterable || entity::is_many(field->kind))) {
            found.emplace_back(field->key, test_support::target_of(*field));
        }
    }
    return found;
}

void probe_query(Subject const& subject, api::Route const& route, Asker const& asker,
                 std::string const& parameter, std::string_view target, Findings& findings) {
    auto const client = subject.client(asker);
    auto const shape = shape_of(subject.world.catalogue(), route);
    auto const id = shape.definition == nullptr
                        ? std::string{}
                        : subject.world.seeded(shape.definition->path, Place::near).record.id;
    auto const with = [&](std::string const& value) {
        return client.get(filled_in(route.path, id), {{parameter, value}});
    };
    auto const missing = with(std::string{guessed_id});
    for (auto const& seeded : subject.world.seeded()) {
        if ((!target.empty() && seeded.definition->path != target) || asker.may_see(seeded)) {
            continue;
        }
        auto const answer = with(seeded.record.id);
        findings.expect(
            answer == missing,
            about(asker, route, parameter + "=" + about(seeded) + ": " + answer.told()));
    }
}

}  // namespace

std::string Findings::told() const {
    std::string text;
    for (auto const& leak : leaks) {
        text += "\n  " + leak;
    }
    return text;
}

Findings hidden_ids_look_missing(Subject const& subject) {
    Findings findings;
    for (auto const& route : subject.router.routes()) {
        auto const shape = shape_of(subject.world.catalogue(), route);
        findings.expect(shape.is_known, name_of(route) +
                                            ": an address of a new shape; say in "
                                            "shapes.cpp what its parameters are");
        if (!shape.is_known || shape.definition == nullptr) {
            continue;
        }
        for (auto const& asker : subject.world.askers()) {
            probe_path(subject, route, shape, asker, findings);
        }
    }
    return findings;
}

Findings answers_show_only_what_is_in_reach(Subject const& subject) {
    Findings findings;
    for (auto const& route : subject.router.routes()) {
        auto const shape = shape_of(subject.world.catalogue(), route);
        if (is_write(route) || !shape.is_known) {
            continue;
        }
        for (auto const& asker : subject.world.askers()) {
            if (is_list(route, shape)) {
                for (auto const& ask : list_asks(route)) {
                    scan(subject, route, asker, ask, findings);
                }
            } else if (shape.definition == nullptr) {
                scan(subject, route, asker, {.path = route.path}, findings);
                scan(subject, route, asker, {.path = route.path, .query = {{"limit", "500"}}},
                     findings);
            }
            for (auto const& seeded : subject.world.seeded()) {
                if (seeded.definition == shape.definition && asker.may_see(seeded)) {
                    scan(subject, route, asker, ask_for(route, seeded.record.id), findings);
                }
            }
        }
    }
    return findings;
}

Findings hidden_ids_in_queries_look_missing(Subject const& subject) {
    Findings findings;
    for (auto const& route : subject.router.routes()) {
        auto const shape = shape_of(subject.world.catalogue(), route);
        if (is_write(route) || !shape.is_known) {
            continue;
        }
        for (auto const& asker : subject.world.askers()) {
            if (is_list(route, shape)) {
                for (auto const& [field, target] : list_references(*route.definition)) {
                    probe_query(subject, route, asker, field, target, findings);
                }
            }
            for (auto const& known : query_ids()) {
                if (known.path == route.path) {
                    probe_query(subject, route, asker, std::string{known.parameter},
                                known.register_path, findings);
                }
            }
        }
    }
    return findings;
}

}  // namespace sigill::isolation
