#pragma once
// A small world for tests of the interface: the whole program on a data directory of its own, two
// organisations, people with narrow rights, and in every register one record of each place.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/gateway.hpp"
#include "app/services.hpp"
#include "support/client.hpp"
#include "support/samples.hpp"
#include "support/temporary_directory.hpp"

namespace sigill::test_support {

// Where a seeded record lies. All but `foreign` are in the organisation "alfa".
enum class Place {
    near,          // in the unit "north"
    below,         // in a unit below "north"
    far,           // in the unit "south"
    mine,          // in "south", owned by the person "owner"
    confidential,  // in "north", for a group only
    archived,      // in "north"
    foreign,       // in the organisation "beta"
};
inline constexpr std::array all_places{Place::near,   Place::below,        Place::far,
                                       Place::mine,   Place::confidential, Place::archived,
                                       Place::foreign};
[[nodiscard]] std::string_view name_of(Place place);

struct Seeded {
    entity::Definition const* definition = nullptr;
    Place place = Place::near;
    entity::Record record;
};

// Somebody who asks. All but `nobody` hold every permission, in a narrow reach.
struct Asker {
    std::string name;
    std::string person_id;
    Credentials credentials;
    bool everywhere = false;
    bool own = false;
    bool in_group = false;
    std::vector<std::string> units;

    // What scope and audience say about the record. What belongs to the whole organisation is read
    // by everyone who may read any of it.
    [[nodiscard]] bool reaches(Seeded const& seeded, bool to_read) const;
    [[nodiscard]] bool may_see(Seeded const& seeded) const { return reaches(seeded, true); }
};

class World {
public:
    World();
    ~World();
    World(World const&) = delete;
    World& operator=(World const&) = delete;

    [[nodiscard]] app::Services& services() { return *services_; }
    [[nodiscard]] entity::Catalogue const& catalogue() const {
        return services_->program().catalogue();
    }
    [[nodiscard]] api::Router const& router() const { return services_->program().router(); }
    [[nodiscard]] api::Gateway& gateway() { return *gateway_; }
    // Another door to the same data, for routes that a test makes.
    [[nodiscard]] std::unique_ptr<api::Gateway> make_gateway(api::Router const& router);

    [[nodiscard]] std::vector<Seeded> const& seeded() const { return seeded_; }
    [[nodiscard]] Seeded const& seeded(std::string_view path, Place place) const;
    // north, owner, outsider (everywhere, not in the group), member (everywhere, in the group),
    // nobody (no permission at all)
    [[nodiscard]] Asker const& asker(std::string_view name) const;
    [[nodiscard]] std::vector<Asker> const& askers() const { return askers_; }
    [[nodiscard]] std::string const& unit(std::string_view name) const {
        return units_.at(std::string{name});
    }
    [[nodiscard]] std::string const& group() const { return group_; }

    // A program's token with exactly these permissions, everywhere in "alfa".
    [[nodiscard]] Credentials token(std::vector<std::string> const& permissions);
    // Entries in the log of "alfa".
    [[nodiscard]] std::uint64_t log_size();
    // Where references of a record in this place point.
    [[nodiscard]] Samples samples(Place place, std::string label) const;

private:
    void seed_units(tenant::Transaction& tx, std::string_view slug);
    void seed_people(tenant::Transaction& tx);
    void seed_place(tenant::Transaction& tx, Place place);
    void seed_roles(tenant::Transaction& tx);
    void log_in(Asker& asker);

    TemporaryDirectory directory_;
    std::unique_ptr<app::Services> services_;
    std::unique_ptr<api::Pages> pages_;
    std::unique_ptr<api::Gateway> gateway_;
    std::map<std::string, std::string> units_;
    std::string group_;
    std::vector<Seeded> seeded_;
    std::vector<Asker> askers_;
};

}  // namespace sigill::test_support
