#pragma once
// What an organisation has set for itself: table tenant_settings.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tenant/transaction.hpp"

namespace sigill::tenant {

[[nodiscard]] std::optional<std::string> setting(Transaction& tx, std::string_view key);
// Those whose key begins with `prefix`.
[[nodiscard]] std::map<std::string, std::string> settings(Transaction& tx, std::string_view prefix);

// Writes the entry "settings.changed" where the value differs from the stored one.
void set_setting(Transaction& tx, std::string_view key, std::string_view value);

}  // namespace sigill::tenant
