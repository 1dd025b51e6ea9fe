#include "tenant/settings.hpp"

#include "tenant/phrases.hpp"
#include "tenant/zone.hpp"

namespace sigill::tenant {

std::optional<std::string> setting(Transaction& tx, std::string_view key) {
    return tx.connection().text("SELECT value FROM tenant_settings WHERE key = $1",
                                {std::string{key}});
}

std::map<std::string, std::string> settings(Transaction& tx, std::string_view prefix) {
    std::map<std::string, std::string> found;
    // The end of the range: the prefix with its last character replaced by the next one.
    std::string end{prefix};
    if (!end.empty()) {
        ++end.back();
    }
    tx.query("SELECT key, value FROM tenant_settings WHERE key >= $1 AND key < $2",
             {std::string{prefix}, end}, [&](db::Row const& row) {
                 found.emplace(row.text(0), row.text(1));
                 return true;
             });
    return found;
}

void set_setting(Transaction& tx, std::string_view key, std::string_view value) {
    if (key == "zone" && !is_zone(value)) {
        throw Failure::invalid("zone", phrases::unknown_zone, std::string{value});
    }
    if (key == "ledger_bytes_months" &&
        (value.empty() || value.size() > 4 ||
         value.find_first_not_of("0123456789") != std::string_view::npos)) {
        throw Failure::invalid("ledger_bytes_months", phrases::bad_months);
    }
    auto const before = setting(tx, key);
    if (before == value) {
        return;
    }
    if (before) {
        tx.run("UPDATE tenant_settings SET value = $2 WHERE key = $1",
               {std::string{key}, std::string{value}});
    } else {
        tx.run("INSERT INTO tenant_settings (key, value) VALUES ($1, $2)",
               {std::string{key}, std::string{value}});
    }
    json::Object change;
    change["before"] = before ? json::Value(*before) : json::Value(nullptr);
    change["after"] = value;
    json::Object changes;
    changes[key] = std::move(change);
    tx.record("settings.changed", {}, std::move(changes));
}

}  // namespace sigill::tenant
