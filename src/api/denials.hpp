#pragma once

#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "tenant/registry.hpp"

namespace sigill::api {

// Refused requests, counted per tenant, actor or address, and permission, so that nobody can fill
// the log with them: one entry a minute and kind.
class Denials {
public:
    void note(std::string const& tenant, std::string const& who, std::string const& what);
    void flush(tenant::Registry& registry);

private:
    static constexpr std::size_t most = 10'000;

    std::mutex lock_;
    std::map<std::tuple<std::string, std::string, std::string>, int> counts_;
    int beyond_ = 0;  // kinds that found no room
};

}  // namespace sigill::api
