#include <charconv>

#include "identity/identity.hpp"
#include "tenant/settings.hpp"

namespace sigill::identity {

namespace {

// A setting that is no number within the bounds counts as not set.
std::optional<std::int64_t> number(std::map<std::string, std::string> const& settings,
                                   std::string const& key, std::int64_t least, std::int64_t most) {
    auto const found = settings.find(key);
    if (found == settings.end()) {
        return std::nullopt;
    }
    auto const& text = found->second;
    std::int64_t value = 0;
    auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || value < least ||
        value > most) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

Policy policy(tenant::Transaction& tx) {
    Policy result;
    auto const sessions = tenant::settings(tx, "session.");
    if (auto const minutes = number(sessions, "session.idle_minutes", 1, 24 * 60)) {
        result.idle = *minutes * one_minute;
    }
    if (auto const minutes = number(sessions, "session.absolute_minutes", 1, 7 * 24 * 60)) {
        result.absolute = *minutes * one_minute;
    }
    if (auto const count = number(sessions, "session.per_account", 1, 1000)) {
        result.sessions_per_account = static_cast<int>(*count);
    }
    auto const passwords = tenant::settings(tx, "password.");
    if (auto const memory = number(passwords, "password.memory_kib", 8, 1 << 20)) {
        result.cost.memory_kib = static_cast<std::uint32_t>(*memory);
    }
    if (auto const passes = number(passwords, "password.passes", 1, 20)) {
        result.cost.passes = static_cast<std::uint32_t>(*passes);
    }
    return result;
}

}  // namespace sigill::identity
