#pragma once
// The shape of the example organisations: plain tables whose rows name each other by short keys.
// Dates are given in days from the day on which the example is made, so that it never grows old.

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>

namespace sigill::app::example {

// A short list of keys.
class Keys {
public:
    static constexpr std::size_t most = 8;

    template <std::convertible_to<std::string_view>... Key>
    constexpr Keys(Key... keys) : keys_{std::string_view{keys}...}, size_(sizeof...(keys)) {
        static_assert(sizeof...(keys) <= most);
    }
    [[nodiscard]] constexpr auto begin() const { return keys_.begin(); }
    [[nodiscard]] constexpr auto end() const {
        return keys_.begin() + static_cast<std::ptrdiff_t>(size_);
    }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }

private:
    std::array<std::string_view, most> keys_{};
    std::size_t size_ = 0;
};

struct Unit {
    std::string_view key;
    std::string_view title;
    std::string_view parent;  // empty for the organisation itself
    std::string_view head;    // person
};

struct Person {
    std::string_view key;
    std::string_view name;
    std::string_view email;
    std::string_view unit;
    std::string_view position;    // what the person works as
    std::string_view employment;  // employee, consultant, supplier_personnel
    std::string_view start;       // ISO date
    Keys roles;                   // keys of access::role_templates()
};

struct Process {
    std::string_view key;
    std::string_view title;
    std::string_view unit;
    std::string_view owner;  // person
    bool personal_data = false;
    std::string_view purpose;
};

struct Asset {
    std::string_view key;
    std::string_view title;
    std::string_view kind;  // information, system, service, server, network, facility,
                            // supplier_service, people
    std::string_view process;
    std::string_view system_owner;  // person
    Keys depends_on;                // assets
    std::string_view personal_data = "none";  // none, ordinary, special
    bool internet_facing = false;
    std::string_view description;
};

// A level of the K/R/T scale with its reason.
struct Level {
    int value = 0;
    std::string_view reason;
};

struct Classification {
    std::string_view asset;
    bool decided = false;  // signed by the owner of the asset's process; otherwise a draft
    std::string_view ciso;
    std::string_view process_owner;
    Keys specialists;
    Level confidentiality;
    Level integrity;
    Level availability;
    int rto_hours = 0;
    int rpo_hours = 0;
    int next_review_in_days = 365;
};

struct Safeguard {
    std::string_view key;
    std::string_view title;
    std::string_view kind;    // preventive, detective, corrective
    std::string_view nature;  // organisational, people, physical, technical
    std::string_view process;
    Keys assets;
    Keys measures;      // numbers in NIS2, article 21.2
    Keys requirements;  // numbers in NIST SP 800-53 revision 5
    std::string_view description;
    // proposed, decided, in_progress, implemented, verified, rejected, accepted
    std::string_view state = "proposed";
    std::string_view decision;  // implement, accept, not; empty while proposed
    std::string_view reason;
    std::string_view responsible;  // person
    int due_in_days = 0;
};

// Where the register has opened a task of that kind about that record itself, it is this one.
struct Task {
    std::string_view title;
    std::string_view kind;           // classify, decide, review, other
    std::string_view register_path;  // "assets", "safeguards", "processes"
    std::string_view record;         // key in that register
    std::string_view assignee;       // person
    int due_in_days = 0;
    bool done = false;
};

struct Content {
    std::string_view slug;
    std::string_view name;
    std::span<Unit const> units;
    std::span<Person const> people;
    std::span<Process const> processes;
    std::span<Asset const> assets;
    std::span<Classification const> classifications;
    std::span<Safeguard const> safeguards;
    std::span<Task const> tasks;
};

// Several tables as one, so that no file need hold more than a screenful or two.
template <typename Row, std::size_t... Sizes>
constexpr auto joined(std::array<Row, Sizes> const&... tables) {
    std::array<Row, (Sizes + ...)> all{};
    std::size_t next = 0;
    auto const append = [&](auto const& table) {
        for (auto const& row : table) {
            all[next++] = row;
        }
    };
    (append(tables), ...);
    return all;
}

}  // namespace sigill::app::example
