#include "api/denials.hpp"

#include <spdlog/spdlog.h>

namespace sigill::api {

void Denials::note(std::string const& tenant, std::string const& who, std::string const& what) {
    std::scoped_lock const held{lock_};
    auto const key = std::tuple{tenant, who, what};
    if (counts_.size() >= most && !counts_.contains(key)) {
        ++beyond_;
        return;
    }
    ++counts_[key];
}

void Denials::flush(tenant::Registry& registry) {
    decltype(counts_) counts;
    int beyond = 0;
    {
        std::scoped_lock const held{lock_};
        counts.swap(counts_);
        std::swap(beyond, beyond_);
    }
    if (beyond > 0) {
        spdlog::warn("{} more kinds of refused requests were not stored", beyond);
    }
    for (auto const& [key, count] : counts) {
        auto const& [slug, who, what] = key;
        try {
            auto const tenant = registry.open(slug);
            if (!tenant) {
                continue;
            }
            tenant::Context context;
            context.principal = access::Principal::system();
            tenant->write_and_wait(context, [&](tenant::Transaction& tx) {
                json::Object details;
                details["who"] = who;
                details["what"] = what;
                details["count"] = count;
                tx.record("access.denied", {}, nullptr, std::move(details));
            });
        } catch (std::exception const& error) {
            // The next minute tries again with what comes then; the failure itself is in the log.
            spdlog::error("refused requests of {} could not be stored: {}", slug, error.what());
        }
    }
}

}  // namespace sigill::api
