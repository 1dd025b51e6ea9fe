#pragma once
// One record of one register, driven through the interface.

#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sigill::battery {

using test_support::Answer;

class RegisterUnderTest {
public:
    // `label` stands in its texts: some must be unique.
    RegisterUnderTest(test_support::World& world, entity::Definition const& definition,
                      std::string label)
        : world_(world),
          definition_(definition),
          label_(std::move(label)),
          client_(world.gateway(), "alfa", world.asker("outsider").credentials) {}

    [[nodiscard]] entity::Definition const& definition() const { return definition_; }
    [[nodiscard]] test_support::Client const& client() const { return client_; }
    [[nodiscard]] std::string path() const { return "/" + std::string{definition_.path}; }
    [[nodiscard]] std::string record_path() const { return path() + "/" + id_; }

    // Every writable field filled in; another variant, other values.
    [[nodiscard]] json::Object body(int variant = 0) const;
    // The same with texts that no record has yet.
    [[nodiscard]] json::Object fresh_body();
    // Makes the record that the other calls are about.
    Answer create(json::Object const& body);
    // Changes it; the version is kept in step.
    Answer patch(json::Object const& body);
    Answer archive();
    Answer restore();
    [[nodiscard]] Answer read() const { return client_.get(record_path()); }
    // How many entries the log holds about it.
    [[nodiscard]] std::size_t entries() const;
    [[nodiscard]] std::int64_t version() const { return version_; }
    [[nodiscard]] std::string const& ref() const { return ref_; }

    // What an answer shows of a field, as it would be written: references as ids.
    [[nodiscard]] static json::Value written(json::Value const& shown);

private:
    Answer keep(Answer answer);

    test_support::World& world_;
    entity::Definition const& definition_;
    std::string label_;
    test_support::Client client_;
    std::string id_;
    std::string ref_;
    std::int64_t version_ = 0;
    int bodies_ = 0;
};

}  // namespace sigill::battery
