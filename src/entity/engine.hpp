#pragma once
// One engine for all registers. Knows no HTTP. Throws Failure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entity/catalogue.hpp"
#include "entity/record.hpp"
#include "json/json.hpp"
#include "tenant/transaction.hpp"

namespace sigill::entity {

class Engine {
public:
    explicit Engine(Catalogue const& catalogue) : catalogue_(catalogue) {}

    [[nodiscard]] Catalogue const& catalogue() const { return catalogue_; }

    // By id or ref, within what `act` ("read", "update", …) reaches for the principal; else missing.
    // An archived record can be read; every act but read and restore on it is a conflict.
    [[nodiscard]] Record load(tenant::Transaction& tx, Definition const& definition,
                              std::string_view id_or_ref, std::string_view act = "read") const;
    // Writes "<register>.opened" first where the record is confidential or the reader is provider's
    // staff (S1); `load` for "read" does so itself. For code that shows contents some other way.
    static void note_opening(tenant::Transaction& tx, Record const& record);
    [[nodiscard]] static bool is_opening_logged(tenant::Transaction const& tx,
                                                Record const& record);
    // Without any check of rights: for functions that act for the system.
    [[nodiscard]] std::optional<Record> find(tenant::Transaction& tx, Definition const& definition,
                                             std::string_view id_or_ref) const;
    // All records whose `field` refers to `target_id`, not archived; without check of rights.
    [[nodiscard]] std::vector<Record> referring(tenant::Transaction& tx,
                                                Definition const& definition, Field const& field,
                                                std::string_view target_id) const;

    // Each writes one ledger entry ("assets.created" …) and keeps search and references in step.
    Record create(tenant::Transaction& tx, Definition const& definition, Draft draft) const;
    // `version`: what the caller read; nothing for functions of the system. A draft that changes
    // nothing writes nothing and returns the record as it is.
    Record update(tenant::Transaction& tx, Definition const& definition, std::string_view id,
                  std::optional<std::int64_t> version, Draft const& draft) const;
    Record archive(tenant::Transaction& tx, Definition const& definition, std::string_view id,
                   std::optional<std::int64_t> version) const;
    Record restore(tenant::Transaction& tx, Definition const& definition,
                   std::string_view id) const;
    Record transition(tenant::Transaction& tx, Definition const& definition, std::string_view id,
                      std::optional<std::int64_t> version, std::string_view name,
                      Draft const& draft) const;

    // Made by functions of the system: no check of rights, of `writable`, or of the version; the
    // draft's references must be ids. `insert` runs no behaviour.
    Record insert(tenant::Transaction& tx, Definition const& definition, Draft const& draft,
                  std::string_view state = {}) const;
    Record set(tenant::Transaction& tx, Definition const& definition, std::string_view id,
               Draft const& draft, std::string_view state = {}) const;

private:
    Catalogue const& catalogue_;
};

// The body of a create or merge patch → a draft: unknown and unwritable fields, wrong types and
// over-long values are all named at once. `allowed`: the transition's fields, or nothing for all.
[[nodiscard]] Draft read_draft(Definition const& definition, json::Object const& body,
                               Transition const* transition = nullptr);

}  // namespace sigill::entity
