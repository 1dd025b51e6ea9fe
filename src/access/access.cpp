#include "access/access.hpp"

namespace sigill::access {

std::string_view name_of(PrincipalKind kind) {
    switch (kind) {
    case PrincipalKind::person: return "person";
    case PrincipalKind::token: return "token";
    case PrincipalKind::service: return "service";
    case PrincipalKind::staff: return "staff";
    case PrincipalKind::link: return "link";
    case PrincipalKind::anonymous: return "anonymous";
    case PrincipalKind::system: return "system";
    }
    return "anonymous";
}

bool matches(std::string_view pattern, std::string_view permission) {
    if (pattern == "*" || pattern == permission) {
        return true;
    }
    if (pattern.ends_with(".*")) {
        // Through the point, so that "assets.*" leaves "assets_archive.read" alone.
        return permission.starts_with(pattern.substr(0, pattern.size() - 1));
    }
    if (pattern.starts_with("*.")) {
        auto const point = permission.find('.');
        return point != std::string_view::npos && permission.substr(point) == pattern.substr(1);
    }
    return false;
}

void Scope::add(Scope const& other) {
    everywhere = everywhere || other.everywhere;
    own = own || other.own;
    units.insert(other.units.begin(), other.units.end());
}

void Rights::grant(std::string permission, Scope const& scope) {
    if (!permission.empty() && !scope.empty()) {
        scopes_[std::move(permission)].add(scope);
    }
}

Rights Rights::all() {
    Rights rights;
    rights.all_ = true;
    return rights;
}

bool Rights::may(std::string_view permission) const {
    return all_ || std::ranges::any_of(scopes_, [&](auto const& granted) {
               return matches(granted.first, permission);
           });
}

Scope Rights::scope(std::string_view permission) const {
    Scope result;
    if (all_) {
        result.everywhere = true;
        return result;
    }
    for (auto const& [pattern, scope] : scopes_) {
        if (matches(pattern, permission)) {
            result.add(scope);
        }
    }
    return result;
}

std::vector<std::string> Rights::names() const {
    if (all_) {
        return {"*"};
    }
    std::vector<std::string> names;
    names.reserve(scopes_.size());
    for (auto const& [pattern, scope] : scopes_) {
        names.push_back(pattern);
    }
    return names;
}

Principal Principal::system(std::string on_behalf_of) {
    Principal principal;
    principal.kind = PrincipalKind::system;
    principal.title = "Sigill";
    principal.on_behalf_of = std::move(on_behalf_of);
    principal.rights = Rights::all();
    return principal;
}

Principal Principal::anonymous() {
    return {};
}

}  // namespace sigill::access
