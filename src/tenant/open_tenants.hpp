#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tenant/reaper.hpp"
#include "tenant/tenant.hpp"

namespace sigill::tenant {

// The open tenants: each is open at most once, however many ask at the same time, and the least
// recently used are let go. A tenant that somebody still holds is found again, not opened anew; one
// that is being closed is waited for.
class OpenTenants {
public:
    explicit OpenTenants(std::size_t limit) : state_(std::make_shared<State>()) {
        state_->limit = std::max<std::size_t>(limit, 1);
    }
    ~OpenTenants();
    OpenTenants(OpenTenants const&) = delete;
    OpenTenants& operator=(OpenTenants const&) = delete;

    using Opener = std::function<std::unique_ptr<Tenant>()>;
    // `open` runs on the caller's thread; what it throws reaches this caller, and the next tries again.
    [[nodiscard]] std::shared_ptr<Tenant> take(std::string const& slug, Opener const& open);
    [[nodiscard]] std::shared_ptr<Tenant> find(std::string_view slug);
    [[nodiscard]] std::vector<std::shared_ptr<Tenant>> all();
    void clear();

private:
    struct Slot {
        std::weak_ptr<Tenant> tenant;
        bool is_busy = false;  // being opened, open, or being closed
        std::list<std::shared_ptr<Tenant>>::iterator place;
        bool is_kept = false;  // `place` is valid
    };
    struct State {
        std::mutex mutex;
        std::condition_variable closed;
        std::size_t limit = 1;
        std::map<std::string, Slot, std::less<>> slots;
        std::list<std::shared_ptr<Tenant>> recent;  // newest use first
        Reaper reaper;
    };

    // Tenants that fell off the end go to `dropped`, to be let go of outside the lock.
    static std::shared_ptr<Tenant> keep(State& state, Slot& slot, std::shared_ptr<Tenant> tenant,
                                        std::vector<std::shared_ptr<Tenant>>& dropped);
    static void close(State& state, std::string const& slug, Tenant* tenant);

    std::shared_ptr<State> state_;
};

}  // namespace sigill::tenant
