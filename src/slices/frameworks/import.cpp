// A catalogue into the registers: what is new is created, what differs is changed, the rest stays.

#include <unordered_map>

#include "slices/frameworks/frameworks.hpp"
#include "slices/frameworks/parts.hpp"

namespace sigill::frameworks {

namespace {

void put(entity::Draft& draft, entity::Field const& field, std::string_view text) {
    draft.set(field.key,
              text.empty() ? entity::FieldValue{} : entity::FieldValue{std::string{text}});
}

class Importer {
public:
    Importer(entity::Engine const& engine, tenant::Transaction& tx) : engine_(engine), tx_(tx) {}

    ImportResult run(oscal::Catalog const& catalog) {
        auto const stored = store_framework(catalog);
        framework_id_ = stored.id;
        result_.framework_id = stored.id;
        result_.framework_ref = stored.ref;
        result_.counts = catalog.counts;
        read_existing();
        for (auto const& group : catalog.groups) {
            store(group, {});
        }
        return std::move(result_);
    }

private:
    struct Existing {
        std::string id;
        std::int64_t version = 0;
        std::string content_hash;
    };

    entity::Record store_framework(oscal::Catalog const& catalog) {
        entity::Draft draft;
        draft.title(catalog.title);
        put(draft, edition, catalog.version);
        put(draft, publisher, catalog.publisher);
        put(draft, source,
            "OSCAL " + catalog.oscal_version + ", " + catalog.uuid + ", " + catalog.last_modified);
        auto const found = tx_.connection().text(
            "SELECT id FROM frameworks WHERE title = $1 AND COALESCE(edition, '') = $2 AND "
            "archived_at IS NULL",
            {catalog.title, catalog.version});
        if (found) {
            return engine_.set(tx_, definition, *found, draft);
        }
        draft.set("owner", tx_.principal().person_id);
        return engine_.insert(tx_, definition, draft);
    }

    // Archived requirements too: an import does not bring back what somebody has put away.
    void read_existing() {
        tx_.query(
            "SELECT id, version, identifier, number, content_hash FROM requirements WHERE "
            "framework = $1",
            {framework_id_}, [&](db::Row const& row) {
                auto const key = row.is_null(2) ? row.text(3) : row.text(2);
                existing_[std::string{key}] = {std::string{row.text(0)}, row.integer(1),
                                               std::string{row.text(4)}};
                return true;
            });
    }

    entity::Draft draft_of(oscal::Control const& control, std::string const& parent_id,
                           std::string const& hash) const {
        entity::Draft draft;
        draft.title(control.title.empty() ? control.number : control.title);
        draft.set(requirements::framework, framework_id_);
        put(draft, requirements::number, control.number);
        put(draft, requirements::parent, parent_id);
        put(draft, requirements::kind, oscal::name_of(control.kind));
        draft.set(requirements::withdrawn, control.withdrawn);
        put(draft, requirements::statement, control.statement);
        put(draft, requirements::guidance, control.guidance);
        put(draft, requirements::identifier, control.id);
        put(draft, requirements::content_hash, hash);
        return draft;
    }

    // The requirement's id.
    std::string store_one(oscal::Control const& control, std::string const& parent_id) {
        auto const hash = content_hash_of(control);
        auto const draft = draft_of(control, parent_id, hash);
        auto found = existing_.find(control.id);
        if (found == existing_.end()) {
            found = existing_.find(control.number);
        }
        if (found == existing_.end()) {
            auto const made = engine_.insert(tx_, requirements::definition, draft);
            replace_parts(tx_, made.id, control.parts);
            replace_parameters(tx_, made.id, control.parameters);
            ++result_.created;
            return made.id;
        }
        auto const& before = found->second;
        auto const after = engine_.set(tx_, requirements::definition, before.id, draft);
        if (before.content_hash != hash) {
            replace_parts(tx_, before.id, control.parts);
            replace_parameters(tx_, before.id, control.parameters);
        }
        ++(after.version == before.version ? result_.unchanged : result_.changed);
        return before.id;
    }

    // As deep as the parser allows: 12 levels.
    void store(oscal::Control const& control, std::string const& parent_id) {
        auto const id = store_one(control, parent_id);
        for (auto const& child : control.children) {
            store(child, id);
        }
    }

    entity::Engine const& engine_;
    tenant::Transaction& tx_;
    std::string framework_id_;
    std::unordered_map<std::string, Existing> existing_;
    ImportResult result_;
};

}  // namespace

ImportResult import_catalog(entity::Engine const& engine, tenant::Transaction& tx,
                            oscal::Catalog const& catalog) {
    return Importer{engine, tx}.run(catalog);
}

}  // namespace sigill::frameworks
