#include "slices/support/acyclic.hpp"

#include <set>

namespace sigill::support {

namespace {

constexpr Phrase cycle{"cycle", "would make {} depend on itself",
                       "skulle göra {} beroende av sig själv"};

std::vector<std::string> targets(entity::FieldValue const* value) {
    if (value == nullptr) {
        return {};
    }
    if (auto const* many = std::get_if<std::vector<std::string>>(value)) {
        return *many;
    }
    auto const* one = std::get_if<std::string>(value);
    return one == nullptr || one->empty() ? std::vector<std::string>{}
                                          : std::vector<std::string>{*one};
}

}  // namespace

void refuse_cycle(entity::Engine const& engine, tenant::Transaction& tx, entity::Field const& field,
                  entity::Record const& before, entity::Draft const& draft) {
    auto waiting = targets(draft.find(field.key));
    std::set<std::string> seen;
    while (!waiting.empty()) {
        auto const id = std::move(waiting.back());
        waiting.pop_back();
        if (id == before.id) {
            throw Failure::invalid(std::string{field.key}, cycle, before.ref);
        }
        if (!seen.insert(id).second) {
            continue;
        }
        if (auto const next = engine.find(tx, *before.definition, id)) {
            auto const further = targets(&next->value(field));
            waiting.insert(waiting.end(), further.begin(), further.end());
        }
    }
}

}  // namespace sigill::support
