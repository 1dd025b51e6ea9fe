#include "api/router.hpp"

#include <charconv>
#include <mutex>
#include <set>

#include "base/assert.hpp"

namespace sigill::api {

namespace {

// Names made from definitions live as long as the program, as literals do.
std::string_view interned(std::string text) {
    static std::set<std::string> names;
    static std::mutex lock;
    std::scoped_lock const held{lock};
    return *names.insert(std::move(text)).first;
}

std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    auto const end = path.find('/');
    auto const segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    return segment;
}

// The parameters, or nothing where the path has another shape. A literal segment must be equal.
std::optional<std::vector<std::pair<std::string, std::string>>> fit(std::string_view pattern,
                                                                    std::string_view path) {
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!pattern.empty() && !path.empty()) {
        auto const expected = take_segment(pattern);
        auto const segment = take_segment(path);
        if (expected.starts_with('{')) {
            if (segment.empty()) {
                return std::nullopt;
            }
            parameters.emplace_back(expected.substr(1, expected.size() - 2), segment);
        } else if (expected != segment) {
            return std::nullopt;
        }
    }
    if (!pattern.empty() || !path.empty()) {
        return std::nullopt;
    }
    return parameters;
}

std::size_t literals(std::string_view pattern) {
    std::size_t count = 0;
    while (!pattern.empty()) {
        count += take_segment(pattern).starts_with('{') ? 0 : 1;
    }
    return count;
}

constexpr Phrase no_if_match{"if_match", "Send If-Match with the version that you read.",
                             "Skicka If-Match med den version du läste."};
constexpr Phrase bad_if_match{"if_match", "If-Match is not a version of this record.",
                              "If-Match är ingen version av posten."};

}  // namespace

Permission Permission::of(entity::Definition const& definition, std::string_view act) {
    return Permission(interned(entity::permission(definition, act)));
}

std::string_view Request::parameter(std::string_view name) const {
    for (auto const& [key, value] : parameters) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::optional<std::string> Request::query(std::string_view name) const {
    for (auto const& [key, value] : http->query) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::int64_t Request::if_match() const {
    auto const header = http->header("if-match");
    if (!header) {
        throw Failure::of(FailureKind::precondition_required, no_if_match);
    }
    auto text = *header;
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
    }
    std::int64_t version = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw Failure::of(FailureKind::malformed, bad_if_match);
    }
    return version;
}

Response ok(std::string json) {
    Response response;
    response.body = std::move(json);
    return response;
}

Response no_content() {
    Response response;
    response.status = 204;
    response.content_type.clear();
    return response;
}

Response of_record(std::string json, std::int64_t version, int status) {
    auto response = ok(std::move(json));
    response.status = status;
    response.headers.emplace_back("etag", '"' + std::to_string(version) + '"');
    return response;
}

Route& Router::add(Route route) {
    for (auto const& other : routes_) {
        SIGILL_ASSERT(other.method != route.method || other.path != route.path);
    }
    routes_.push_back(std::move(route));
    return routes_.back();
}

void Router::get(std::string path, RouteOptions options, Handler handler) {
    add({"GET", std::move(path), options, Mode::read, std::move(handler), {}, nullptr, {}});
}

void Router::post(std::string path, RouteOptions options, Handler handler) {
    add({"POST", std::move(path), options, Mode::write, std::move(handler), {}, nullptr, {}});
}

void Router::remove(std::string path, RouteOptions options, Handler handler) {
    add({"DELETE", std::move(path), options, Mode::write, std::move(handler), {}, nullptr, {}});
}

void Router::slow(std::string method, std::string path, RouteOptions options, SlowHandler handler) {
    add({std::move(method),
         std::move(path),
         options,
         Mode::slow,
         {},
         std::move(handler),
         nullptr,
         {}});
}

Router::Match Router::match(std::string_view method, std::string_view path) const {
    Match best;
    std::size_t best_literals = 0;
    for (auto const& route : routes_) {
        auto parameters = fit(route.path, path);
        if (!parameters) {
            continue;
        }
        best.path_known = true;
        if (route.method != method) {
            best.allow += (best.allow.empty() ? "" : ", ") + route.method;
            continue;
        }
        // "/frameworks/import" wins over "/frameworks/{id}".
        auto const count = literals(route.path);
        if (best.route == nullptr || count > best_literals) {
            best.route = &route;
            best.parameters = std::move(*parameters);
            best_literals = count;
        }
    }
    return best;
}

}  // namespace sigill::api
