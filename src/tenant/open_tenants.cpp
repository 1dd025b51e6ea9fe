#include "tenant/open_tenants.hpp"

namespace sigill::tenant {

OpenTenants::~OpenTenants() {
    clear();
}

std::shared_ptr<Tenant> OpenTenants::take(std::string const& slug, Opener const& open) {
    auto& state = *state_;
    std::vector<std::shared_ptr<Tenant>> dropped;
    std::unique_lock lock(state.mutex);
    for (;;) {
        auto& slot = state.slots[slug];
        if (auto tenant = slot.tenant.lock()) {
            return keep(state, slot, std::move(tenant), dropped);
        }
        if (!slot.is_busy) {
            slot.is_busy = true;
            break;
        }
        state.closed.wait(lock);
    }
    lock.unlock();
    std::shared_ptr<Tenant> tenant;
    try {
        // The deleter holds no reference to the state: a tenant that outlives it is closed at once.
        tenant = {open().release(), [weak = std::weak_ptr(state_), slug](Tenant* last) {
                      if (auto const held = weak.lock()) {
                          close(*held, slug, last);
                      } else {
                          delete last;
                      }
                  }};
    } catch (...) {
        lock.lock();
        state.slots.erase(slug);
        state.closed.notify_all();
        throw;
    }
    lock.lock();
    auto& slot = state.slots[slug];
    slot.tenant = tenant;
    keep(state, slot, tenant, dropped);
    lock.unlock();
    state.closed.notify_all();
    return tenant;
}

std::shared_ptr<Tenant> OpenTenants::keep(State& state, Slot& slot, std::shared_ptr<Tenant> tenant,
                                          std::vector<std::shared_ptr<Tenant>>& dropped) {
    if (slot.is_kept) {
        state.recent.splice(state.recent.begin(), state.recent, slot.place);
        return tenant;
    }
    state.recent.push_front(tenant);
    slot.place = state.recent.begin();
    slot.is_kept = true;
    while (state.recent.size() > state.limit) {
        auto const last = state.recent.back();
        state.slots.find(last->info().slug)->second.is_kept = false;
        state.recent.pop_back();
        dropped.push_back(last);
    }
    return tenant;
}

void OpenTenants::close(State& state, std::string const& slug, Tenant* tenant) {
    state.reaper.add([&state, slug, tenant] {
        try {
            // The last entries would else stay unsigned until somebody opens it again.
            tenant->make_checkpoint();
        } catch (...) {
            // A damaged or stopped database: the next opening tells.
        }
        delete tenant;
        {
            std::lock_guard const lock(state.mutex);
            state.slots.erase(slug);
        }
        state.closed.notify_all();
    });
}

std::shared_ptr<Tenant> OpenTenants::find(std::string_view slug) {
    auto& state = *state_;
    std::vector<std::shared_ptr<Tenant>> dropped;
    std::lock_guard const lock(state.mutex);
    auto const slot = state.slots.find(slug);
    auto tenant = slot == state.slots.end() ? nullptr : slot->second.tenant.lock();
    return tenant ? keep(state, slot->second, std::move(tenant), dropped) : nullptr;
}

std::vector<std::shared_ptr<Tenant>> OpenTenants::all() {
    std::lock_guard const lock(state_->mutex);
    return {state_->recent.begin(), state_->recent.end()};
}

void OpenTenants::clear() {
    std::list<std::shared_ptr<Tenant>> recent;
    {
        std::lock_guard const lock(state_->mutex);
        recent.swap(state_->recent);
        for (auto& [slug, slot] : state_->slots) {
            slot.is_kept = false;
        }
    }
    recent.clear();
    state_->reaper.wait_until_idle();
}

}  // namespace sigill::tenant
