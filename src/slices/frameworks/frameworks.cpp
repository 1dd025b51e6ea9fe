#include "slices/frameworks/frameworks.hpp"

#include "slices/support/acyclic.hpp"
#include "slices/support/values.hpp"

namespace sigill::frameworks {

namespace {

constexpr Phrase number_taken{"number_taken", "the framework has a requirement {} already",
                              "ramverket har redan ett krav {}"};
constexpr Phrase other_framework{"other_framework", "belongs to another framework",
                                 "hör till ett annat ramverk"};

// Within one framework a number names one requirement, and the tree does not leave it.
void check_place(entity::Engine const& engine, tenant::Transaction& tx, std::string const& id,
                 std::string const& its_framework, std::string const& its_number,
                 std::string const& its_parent) {
    auto const taken = tx.connection().text(
        "SELECT id FROM requirements WHERE framework = $1 AND number = $2 AND id <> $3 AND "
        "archived_at IS NULL",
        {its_framework, its_number, id});
    if (taken) {
        throw Failure::invalid("number", number_taken, its_number);
    }
    auto const above =
        its_parent.empty() ? std::nullopt : engine.find(tx, requirements::definition, its_parent);
    if (above && (*above)[requirements::framework] != its_framework) {
        throw Failure::invalid("parent", other_framework);
    }
}

}  // namespace

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine) {
    entity::Behaviour of_requirements;
    of_requirements.before_create = [&engine](tenant::Transaction& tx, entity::Draft& draft) {
        check_place(engine, tx, {}, support::given(draft, requirements::framework),
                    support::given(draft, requirements::number),
                    support::given(draft, requirements::parent));
    };
    of_requirements.before_update = [&engine](tenant::Transaction& tx, entity::Record const& before,
                                              entity::Draft const& draft) {
        check_place(engine, tx, before.id, support::after(before, draft, requirements::framework),
                    support::after(before, draft, requirements::number),
                    support::after(before, draft, requirements::parent));
        support::refuse_cycle(engine, tx, requirements::parent, before, draft);
    };
    catalogue.add(definition);
    catalogue.add(requirements::definition, std::move(of_requirements));
}

}  // namespace sigill::frameworks
