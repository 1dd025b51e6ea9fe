// Writing: permission, session, CSRF, fields that are not the caller's, archived records, references.

#include <set>

#include "isolation/probes.hpp"
#include "isolation/shapes.hpp"

namespace sigill::isolation {

namespace {

using test_support::Answer;
using test_support::Ask;
using test_support::Client;
using test_support::Place;

constexpr std::string_view guessed_id = "018f0000-0000-7000-8000-000000000000";

// An address that exists for those who may: a visible record of the route's register.
std::string near_id(Subject const& subject, api::Route const& route) {
    auto const shape = shape_of(subject.world.catalogue(), route);
    return shape.definition == nullptr
               ? std::string{}
               : subject.world.seeded(shape.definition->path, Place::near).record.id;
}

std::string told(api::Route const& route, std::string const& what, Answer const& answer) {
    return name_of(route) + ": " + what + ": " + answer.told();
}

std::set<std::string> all_permissions(api::Router const& router) {
    std::set<std::string> names;
    for (auto const& route : router.routes()) {
        if (!route.options.permission.is_open() && !route.options.permission.is_self()) {
            names.emplace(route.options.permission.name());
        }
    }
    return names;
}

std::string_view transition_of(api::Route const& route) {
    auto const at = route.path.find("/transitions/");
    return at == std::string::npos ? std::string_view{}
                                   : std::string_view{route.path}.substr(at + 13);
}

// The body of a write as it would be right, before the probe puts something wrong into it.
json::Object right_body(Subject const& subject, api::Route const& route) {
    if (!takes_fields(route) || route.method == "PATCH" || !transition_of(route).empty()) {
        return {};
    }
    auto body =
        test_support::sample_body(*route.definition, subject.world.samples(Place::near, "probe"));
    auto const& unit = subject.world.unit("north");
    body["unit"] = json::String(unit.data(), unit.size());
    return body;
}

// Keys that exist, and some that do not, which this route must not take.
std::vector<std::pair<std::string, json::Value>> forbidden_fields(Subject const& subject,
                                                                  api::Route const& route) {
    std::vector<std::pair<std::string, json::Value>> fields;
    for (auto const* key :
         {"id", "created_by", "updated_by", "tenant_id", "ref", "state", "created_at", "updated_at",
          "archived_at", "title_sort", "no_such_field", "__proto__"}) {
        fields.emplace_back(key, guessed_id);
    }
    fields.emplace_back("version", 7);
    fields.emplace_back("ref_number", 1);
    if (!takes_fields(route)) {
        return fields;
    }
    auto const& definition = *route.definition;
    auto const* step = entity::find_transition(definition, transition_of(route));
    auto const samples = subject.world.samples(Place::near, "probe");
    for (auto const* field : definition.fields) {
        auto const holds = [&](auto const& list) {
            return std::ranges::find(list, field->key, &entity::Field::key) != list.end();
        };
        auto const allowed =
            step == nullptr ? field->writable : holds(step->fields) || holds(step->required);
        if (!allowed) {
            fields.emplace_back(field->key,
                                test_support::to_json(*field, sample(definition, *field, samples)));
        }
    }
    if (step != nullptr) {
        fields.emplace_back("title", "probe");
        fields.emplace_back("owner", guessed_id);
        fields.emplace_back("unit", guessed_id);
        fields.emplace_back("audience", guessed_id);
    }
    return fields;
}

struct ReferenceProbe {
    std::string key;
    std::string_view target;
    bool is_many = false;
};

std::vector<ReferenceProbe> references(api::Route const& route) {
    auto const& definition = *route.definition;
    std::vector<ReferenceProbe> found;
    auto const* step = entity::find_transition(definition, transition_of(route));
    auto const add = [&](entity::Field const* field) {
        if (entity::is_reference(field->kind) && !field->target.empty()) {
            found.push_back({std::string{field->key}, field->target, entity::is_many(field->kind)});
        }
    };
    if (step != nullptr) {
        // A step from another state is refused before its fields are read.
        if (std::ranges::find(step->from, definition.initial_state) != step->from.end()) {
            std::ranges::for_each(step->fields, add);
        }
        return found;
    }
    found = {{"owner", "people"}, {"unit", "units"}};
    for (auto const* field : definition.fields) {
        if (field->writable) {
            add(field);
        }
    }
    return found;
}

Ask with_body(Ask ask, json::Object const& body) {
    ask.body = json::to_text(body);
    return ask;
}

json::Value as_reference(ReferenceProbe const& probe, std::string_view id) {
    json::Value const value(json::String(id.data(), id.size()));
    return probe.is_many ? json::Value(json::Array{value}) : value;
}

void probe_reference(Subject const& subject, api::Route const& route,
                     test_support::Asker const& asker, ReferenceProbe const& probe,
                     Findings& findings) {
    auto const client = subject.client(asker);
    auto const with = [&](std::string_view id) {
        auto body = right_body(subject, route);
        body[{probe.key.data(), probe.key.size()}] = as_reference(probe, id);
        return client.ask(with_body(ask_for(route, near_id(subject, route)), body));
    };
    auto const missing = with(guessed_id);
    auto const what = asker.name + ", " + probe.key;
    findings.expect(missing.status == 422 && missing.names(probe.key, "unknown_reference"),
                    told(route, what + " to nothing", missing));
    for (auto const& seeded : subject.world.seeded()) {
        if (seeded.definition->path != probe.target || asker.may_see(seeded)) {
            continue;
        }
        auto const place = what + " to " + std::string{test_support::name_of(seeded.place)};
        auto const by_id = with(seeded.record.id);
        findings.expect(by_id == missing, told(route, place, by_id));
        if (seeded.place != Place::foreign) {
            auto const by_ref = with(seeded.record.ref);
            findings.expect(by_ref == missing, told(route, place + " by ref", by_ref));
        }
    }
}

bool is_closed_to_archived(api::Route const& route, Shape const& shape) {
    return is_write(route) && shape.is_known && shape.definition != nullptr &&
           route.act != "restore";
}

}  // namespace

Findings a_missing_permission_is_refused(Subject const& subject) {
    Findings findings;
    auto const all = all_permissions(subject.router);
    for (auto const& without : all) {
        std::vector<std::string> names{"(none).read"};
        std::ranges::copy_if(all, std::back_inserter(names),
                             [&](auto const& name) { return name != without; });
        Client const client{subject.gateway, "alfa", subject.world.token(names)};
        for (auto const& route : subject.router.routes()) {
            if (route.options.permission.name() != without) {
                continue;
            }
            auto const answer = client.ask(ask_for(route, near_id(subject, route)));
            findings.expect(answer.status == 403, told(route, "without " + without, answer));
        }
    }
    Client const everything{subject.gateway, "alfa", subject.world.token({all.begin(), all.end()})};
    for (auto const& route : subject.router.routes()) {
        if (!is_write(route)) {
            auto const answer = everything.ask(ask_for(route, near_id(subject, route)));
            findings.expect(answer.status != 401 && answer.status != 403,
                            told(route, "with everything", answer));
        }
    }
    return findings;
}

Findings nobody_gets_in_without_credentials(Subject const& subject) {
    Findings findings;
    auto const cookie = subject.world.asker("member").credentials.cookie;
    Client const nobody{subject.gateway, "alfa"};
    Client const made_up{subject.gateway, "alfa", {std::string(43, 'A'), "x", ""}};
    Client const bearer{subject.gateway, "alfa", {"", "", "sgl_" + std::string(43, 'A')}};
    Client const elsewhere{subject.gateway, "beta", subject.world.asker("member").credentials};
    Client const in_wrong_place{subject.gateway, "alfa", {"", "", cookie}};
    for (auto const& route : subject.router.routes()) {
        if (route.options.permission.is_open()) {
            continue;
        }
        auto const ask = ask_for(route, near_id(subject, route));
        for (auto const* client : {&nobody, &made_up, &bearer, &elsewhere, &in_wrong_place}) {
            auto const answer = client->ask(ask);
            findings.expect(answer.status == 401, told(route, "no credentials", answer));
        }
    }
    return findings;
}

Findings writes_need_the_csrf_token(Subject const& subject) {
    Findings findings;
    auto const client = subject.client(subject.world.asker("member"));
    for (auto const& route : subject.router.routes()) {
        if (!is_write(route)) {
            continue;
        }
        auto ask = ask_for(route, near_id(subject, route));
        ask.headers = {{"sec-fetch-site", "cross-site"}};
        auto const from_elsewhere = client.ask(ask);
        findings.expect(from_elsewhere.status == 403, told(route, "cross-site", from_elsewhere));
        if (route.options.csrf_exempt) {
            findings.expect(route.options.permission.is_open(),
                            name_of(route) + ": exempt, although it needs a session");
            continue;
        }
        ask.headers.clear();
        ask.with_csrf_token = false;
        auto const without = client.ask(ask);
        findings.expect(without.status == 403, told(route, "without CSRF token", without));
        ask.headers = {{"x-csrf-token", "wrong"}};
        auto const wrong = client.ask(ask);
        findings.expect(wrong.status == 403, told(route, "with a wrong CSRF token", wrong));
    }
    return findings;
}

Findings unwritable_fields_are_refused(Subject const& subject) {
    Findings findings;
    auto const client = subject.client(subject.world.asker("member"));
    auto const size_before = subject.world.log_size();
    for (auto const& route : subject.router.routes()) {
        if (!route.options.body) {
            continue;
        }
        for (auto const& [key, value] : forbidden_fields(subject, route)) {
            auto body = right_body(subject, route);
            body[{key.data(), key.size()}] = value;
            auto const answer =
                client.ask(with_body(ask_for(route, near_id(subject, route)), body));
            findings.expect(answer.status == 422 && answer.names(key), told(route, key, answer));
        }
    }
    findings.expect(subject.world.log_size() == size_before, "something was changed");
    return findings;
}

Findings archived_records_are_closed(Subject const& subject) {
    Findings findings;
    auto const client = subject.client(subject.world.asker("member"));
    auto const size_before = subject.world.log_size();
    for (auto const& route : subject.router.routes()) {
        auto const shape = shape_of(subject.world.catalogue(), route);
        if (!is_closed_to_archived(route, shape)) {
            continue;
        }
        auto const& archived = subject.world.seeded(shape.definition->path, Place::archived);
        auto const answer = client.ask(ask_for(route, archived.record.id));
        findings.expect(answer.status == 409, told(route, "archived", answer));
    }
    findings.expect(subject.world.log_size() == size_before, "something was changed");
    return findings;
}

Findings hidden_references_look_unknown(Subject const& subject) {
    Findings findings;
    auto const size_before = subject.world.log_size();
    for (auto const& route : subject.router.routes()) {
        if (!takes_fields(route)) {
            continue;
        }
        for (auto const* name : {"north", "outsider"}) {
            auto const& asker = subject.world.asker(name);
            for (auto const& probe : references(route)) {
                probe_reference(subject, route, asker, probe, findings);
            }
            if (!transition_of(route).empty()) {
                continue;
            }
            auto const client = subject.client(asker);
            auto const with = [&](std::string_view group) {
                auto body = right_body(subject, route);
                body["audience"] = json::String(group.data(), group.size());
                return client.ask(with_body(ask_for(route, near_id(subject, route)), body));
            };
            auto const missing = with(guessed_id);
            findings.expect(missing.status == 422 && missing.names("audience", "unknown_reference"),
                            told(route, "audience", missing));
            findings.expect(with(subject.world.group()) == missing,
                            told(route, "another group as audience", missing));
        }
    }
    findings.expect(subject.world.log_size() == size_before, "something was changed");
    return findings;
}

}  // namespace sigill::isolation
