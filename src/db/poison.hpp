#pragma once

namespace sigill::db {

// S12: after the first failed write or sync the whole process acknowledges no write until it is
// restarted, because a second sync may report success for pages the kernel has already dropped.
// Never set for a full disk.
void poison_writes();

// Only for tests that break a disk on purpose.
void heal_writes_for_test();

}  // namespace sigill::db
