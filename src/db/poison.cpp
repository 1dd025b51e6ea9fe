#include "db/poison.hpp"

#include <atomic>

#include "db/database.hpp"

namespace sigill::db {

namespace {

// The one thing that belongs to the process and not to an object: the device is shared by all.
std::atomic<bool> poisoned{false};

}  // namespace

void poison_writes() {
    poisoned.store(true);
}

void heal_writes_for_test() {
    poisoned.store(false);
}

bool writes_are_poisoned() {
    return poisoned.load();
}

}  // namespace sigill::db
