#include "entity/catalogue.hpp"

#include "base/assert.hpp"

namespace sigill::entity {

void Catalogue::add(Definition const& definition, Behaviour behaviour) {
    SIGILL_ASSERT(find(definition.path) == nullptr);
    registers_.push_back({&definition, std::move(behaviour)});
}

Register const* Catalogue::find(std::string_view path) const {
    for (auto const& entry : registers_) {
        if (entry.definition->path == path) {
            return &entry;
        }
    }
    return nullptr;
}

Register const& Catalogue::at(Definition const& definition) const {
    auto const* found = find(definition.path);
    SIGILL_ASSERT(found != nullptr);
    return *found;
}

Scale const* Catalogue::scale(std::string_view name) const {
    for (auto const& scale : scales_) {
        if (scale.name == name) {
            return &scale;
        }
    }
    return nullptr;
}

}  // namespace sigill::entity
