#pragma once
// What may leave the log: bytes of entries after the organisation's period, and what it tells about
// a person. The tree verifies as before; both are entries themselves.

#include <cstdint>
#include <string>
#include <string_view>

#include "tenant/tenant.hpp"

namespace sigill::tenant {

// The setting: whole months that the contents of entries are kept; none or "0": for ever.
inline constexpr std::string_view ledger_months = "ledger_bytes_months";

// The first day whose entries are kept, counted back from `today`; both "YYYY-MM-DD". Where the month
// has no such day, its last.
[[nodiscard]] std::string first_kept_day(std::string_view today, int months);

// Drops the bytes of all entries older than the period, in pieces; their hashes stay. Writes
// "ledger.bytes_dropped" for each piece. Waits. Returns how many were dropped; called every minute,
// it does something once a day at most.
std::uint64_t drop_old_leaves(Tenant& tenant);

// Makes all that the log has sealed for this subject unreadable for ever, in every copy. Writes
// "ledger.subject_erased", durable before the key is destroyed, so that a stop between the two leaves
// an entry and not a silent loss: call it again then. Waits. False where nothing was ever sealed.
bool erase_subject(Tenant& tenant, Context const& context, std::string const& subject_id);

}  // namespace sigill::tenant
