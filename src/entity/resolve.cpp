// Refs and ids in a draft become ids of records that exist and may be read.

#include <algorithm>

#include "entity/phrases.hpp"
#include "entity/store.hpp"

namespace sigill::entity {

namespace {

struct Resolver {
    Engine const& engine;
    tenant::Transaction& tx;
    std::vector<Problem> problems;

    // The id, or nothing after the problem is noted.
    std::optional<std::string> resolve(std::string_view key, std::string_view target,
                                       std::string const& given) {
        auto const* entry = engine.catalogue().find(target);
        auto const found =
            entry == nullptr ? std::nullopt
                             : select_one(tx, *entry->definition, given, std::string_view{"read"});
        if (!found) {
            problems.push_back({std::string{key}, phrases::unknown_reference, {}});
            return std::nullopt;
        }
        if (found->archived_at) {
            problems.push_back({std::string{key}, phrases::archived_reference, {}});
            return std::nullopt;
        }
        return found->id;
    }

    void one(Draft& draft, std::string_view key, std::string_view target,
             std::string const& before) {
        auto const* value = draft.find(key);
        auto const* given = value == nullptr ? nullptr : std::get_if<std::string>(value);
        if (given == nullptr || given->empty() || *given == before) {
            return;
        }
        if (auto id = resolve(key, target, *given)) {
            draft.set(key, std::move(*id));
        }
    }

    void many(Draft& draft, Field const& field, std::vector<std::string> const& before) {
        auto const* value = draft.find(field.key);
        auto const* given =
            value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
        if (given == nullptr) {
            return;
        }
        std::vector<std::string> ids;
        for (auto const& item : *given) {
            auto id = std::ranges::find(before, item) != before.end()
                          ? std::optional{item}
                          : resolve(field.key, field.target, item);
            if (id && std::ranges::find(ids, *id) == ids.end()) {
                ids.push_back(std::move(*id));
            }
        }
        draft.set(field.key, std::move(ids));
    }
};

template <class V>
V value_before(Record const* before, Field const& field) {
    if (before == nullptr) {
        return {};
    }
    auto const* held = std::get_if<V>(&before->value(field));
    return held == nullptr ? V{} : *held;
}

}  // namespace

void resolve_references(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                        Draft& draft, Record const* before) {
    Resolver resolver{engine, tx, {}};
    resolver.one(draft, "owner", "people", before == nullptr ? "" : before->owner);
    resolver.one(draft, "unit", "units", before == nullptr ? "" : before->unit);
    for (auto const* field : definition.fields) {
        if (is_many(field->kind)) {
            resolver.many(draft, *field, value_before<std::vector<std::string>>(before, *field));
        } else if (is_reference(field->kind) && !field->target.empty()) {
            resolver.one(draft, field->key, field->target,
                         value_before<std::string>(before, *field));
        }
    }
    if (auto const* value = draft.find("audience")) {
        auto const* group = std::get_if<std::string>(value);
        auto const known = group == nullptr || group->empty() || tx.rights().is_all() ||
                           tx.rights().groups().contains(*group) ||
                           (before != nullptr && before->audience == *group);
        if (!known) {
            resolver.problems.push_back({"audience", phrases::unknown_reference, {}});
        }
    }
    if (!resolver.problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(resolver.problems)};
    }
}

}  // namespace sigill::entity
