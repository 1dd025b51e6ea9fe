#pragma once
// For tests of slices: the real engine with all registers on a tenant of its own, people who act,
// and the ledger entries that their acts left.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "crypto/crypto.hpp"
#include "entity/engine.hpp"
#include "ledger/log.hpp"
#include "slices/people/people.hpp"
#include "slices/slices.hpp"
#include "tenant/registry.hpp"

namespace sigill::slices {

class SliceTest : public testing::Test {
protected:
    using Work = std::function<void(tenant::Transaction&)>;

    SliceTest() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sigill-XXXXXX").string();
        directory_ = mkdtemp(pattern.data());
        fill(catalogue_, engine_);
        tenant::RegistryOptions options;
        options.data = directory_ / "data";
        options.create = true;
        registry_ = std::make_unique<tenant::Registry>(
            options, tenant::Environment{&clock_, &random_, workers_.get()});
        registry_->add("alfa", "Alfa", "sv");
        tenant_ = registry_->open("alfa");
    }

    ~SliceTest() override {
        tenant_.reset();
        registry_->close_all();
        db::drain(*workers_);
        registry_.reset();
        std::filesystem::remove_all(directory_);
    }

    // As the person, with every right; as the system where the person is empty.
    void act(std::string const& person_id, Work const& work, bool signs = false) {
        tenant::Context context;
        context.principal = access::Principal::system();
        if (!person_id.empty()) {
            context.principal.kind = access::PrincipalKind::person;
            context.principal.id = person_id;
            context.principal.person_id = person_id;
        }
        clock_.advance(one_second);
        tenant_->write_and_wait(context, [&](tenant::Transaction& tx) {
            if (signs) {
                tx.mark_signed();
            }
            mark_ = ledger::size(tx.connection());
            work(tx);
        });
    }
    void signs(std::string const& person_id, Work const& work) { act(person_id, work, true); }

    std::string person(std::string name) {
        entity::Draft draft;
        draft.title(std::move(name));
        draft.set(people::employment, "employee");
        return create({}, people::definition, draft).id;
    }

    entity::Record create(std::string const& as, entity::Definition const& definition,
                          entity::Draft const& draft) {
        entity::Record made;
        act(as, [&](tenant::Transaction& tx) { made = engine_.create(tx, definition, draft); });
        return made;
    }
    entity::Record update(std::string const& as, entity::Record const& record,
                          entity::Draft const& draft) {
        entity::Record made;
        act(as, [&](tenant::Transaction& tx) {
            made = engine_.update(tx, *record.definition, record.id, std::nullopt, draft);
        });
        return made;
    }
    entity::Record step(std::string const& as, entity::Record const& record, std::string_view name,
                        entity::Draft const& draft = {}) {
        entity::Record made;
        signs(as, [&](tenant::Transaction& tx) {
            made = engine_.transition(tx, *record.definition, record.id, std::nullopt, name, draft);
        });
        return made;
    }
    entity::Record again(entity::Record const& record) {
        std::optional<entity::Record> found;
        tenant_->read_and_wait({}, [&](tenant::Transaction& tx) {
            found = engine_.find(tx, *record.definition, record.id);
        });
        return found.value();
    }
    // Those not archived whose field refers to the id.
    std::vector<entity::Record> referring(entity::Definition const& definition,
                                          entity::Field const& field, std::string const& id) {
        std::vector<entity::Record> found;
        tenant_->read_and_wait({}, [&](tenant::Transaction& tx) {
            found = engine_.referring(tx, definition, field, id);
        });
        return found;
    }

    // Events of the entries that the last act left, in order.
    std::vector<std::string> entries() {
        std::vector<std::string> found;
        tenant_->read_and_wait({}, [&](tenant::Transaction& tx) {
            for (auto const& stored : ledger::range(tx.connection(), mark_, 100)) {
                auto const parsed = json::parse(stored.leaf);
                auto const& line = std::get<json::Value>(parsed).get_object();
                found.push_back(std::string{json::string_at(line, "event").value_or("")});
            }
        });
        return found;
    }
    std::uint64_t log_size() {
        std::uint64_t size = 0;
        tenant_->read_and_wait(
            {}, [&](tenant::Transaction& tx) { size = ledger::size(tx.connection()); });
        return size;
    }

    // "field code" of each problem, "code" where there is no field; "" when nothing is wrong.
    static std::string refusal(std::function<void()> const& work) {
        try {
            work();
        } catch (Failure const& failure) {
            std::string text;
            for (auto const& problem : failure.problems()) {
                text += text.empty() ? "" : ", ";
                text += problem.field.empty() ? "" : problem.field + " ";
                text += problem.phrase.code;
            }
            return text;
        }
        return {};
    }

    std::filesystem::path directory_;
    ManualClock clock_{parse_instant("2026-11-24T08:00:00Z").value()};
    crypto::SystemRandom random_;
    db::WorkerPoolPointer workers_ = db::make_worker_pool(2);
    entity::Catalogue catalogue_;
    entity::Engine engine_{catalogue_};
    std::unique_ptr<tenant::Registry> registry_;
    std::shared_ptr<tenant::Tenant> tenant_;
    std::uint64_t mark_ = 0;
};

}  // namespace sigill::slices
