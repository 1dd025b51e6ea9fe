#pragma once
// Routes are data: path + permission + body + handler(Request, Transaction&).

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/services.hpp"
#include "entity/engine.hpp"
#include "http/message.hpp"
#include "json/json.hpp"
#include "tenant/tenant.hpp"

namespace sigill::api {

// There is no empty permission: a route that names none does not compile.
class Permission {
public:
    consteval Permission(char const* name) : name_(name) {}  // NOLINT: meant to convert
    // Of a register: "assets.read".
    [[nodiscard]] static Permission of(entity::Definition const& definition, std::string_view act);
    // Any logged-in person; the handler shows only what is that person's own.
    [[nodiscard]] static constexpr Permission self() { return Permission(Special::self); }
    // No log-in: listed by name in the golden file of public routes.
    [[nodiscard]] static constexpr Permission open() { return Permission(Special::open); }

    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] bool is_open() const { return special_ == Special::open; }
    [[nodiscard]] bool is_self() const { return special_ == Special::self; }

private:
    enum class Special { none, self, open };
    constexpr explicit Permission(std::string_view name) : name_(name) {}
    constexpr explicit Permission(Special special)
        : name_(special == Special::open ? "(open)" : "(self)"), special_(special) {}

    std::string_view name_;
    Special special_ = Special::none;
};

enum class RateClass { normal, log_in };

struct Request {
    http::Request const* http = nullptr;
    Services const* services = nullptr;                           // null in tests that need none
    std::vector<std::pair<std::string, std::string>> parameters;  // {id} …
    json::Object body;       // empty where the route takes none
    std::string session_id;  // empty for tokens and anonymous
    std::string csrf_token;
    Instant expires_at = 0;

    [[nodiscard]] std::string_view parameter(std::string_view name) const;
    [[nodiscard]] std::string_view id() const { return parameter("id"); }
    [[nodiscard]] std::optional<std::string> query(std::string_view name) const;
    // The version in If-Match; Failure precondition_required without one, malformed when it is none.
    [[nodiscard]] std::int64_t if_match() const;
};

struct Response {
    int status = 200;
    std::string body;  // JSON unless content_type says otherwise
    std::string content_type = "application/json";
    std::vector<http::Header> headers;
    std::shared_ptr<http::BodySource> source;
};

[[nodiscard]] Response ok(std::string json);
[[nodiscard]] Response no_content();
// With ETag and, for a new record, Location.
[[nodiscard]] Response of_record(std::string json, std::int64_t version, int status = 200);

enum class Mode {
    read,   // read transaction on its own connection
    write,  // in the write strand
    slow,   // on the password pool, outside any transaction; opens its own
};

using Handler = std::function<Response(Request const&, tenant::Transaction&)>;
// For Mode::slow. The principal is already checked (in a read transaction) and given.
using SlowHandler =
    std::function<Response(Request const&, tenant::Tenant&, tenant::Context const&)>;

struct RouteOptions {
    Permission permission;     // no default
    bool body = false;         // takes a JSON object
    bool large_body = false;   // a document of up to 32 MiB instead of 1 MiB
    bool csrf_exempt = false;  // log-in only
    RateClass rate = RateClass::normal;
    std::string_view event = {};  // ledger event it writes, for the table of routes
};

struct Route {
    std::string method;
    std::string path;  // below /api/v1, "/assets/{id}"
    RouteOptions options;
    Mode mode = Mode::read;
    Handler handler;
    SlowHandler slow;
    entity::Definition const* definition = nullptr;  // for generated tests
    std::string act;
};

class Router {
public:
    explicit Router(entity::Engine const& engine) : engine_(engine) {}

    void get(std::string path, RouteOptions options, Handler handler);
    void post(std::string path, RouteOptions options, Handler handler);
    void remove(std::string path, RouteOptions options, Handler handler);
    void slow(std::string method, std::string path, RouteOptions options, SlowHandler handler);
    // List, create, read, patch, archive, restore, history and transitions of a register.
    void crud(entity::Definition const& definition);
    // For routes of a register that say all of themselves, its definition and act among it.
    Route& add(Route route);

    struct Match {
        Route const* route = nullptr;
        std::vector<std::pair<std::string, std::string>> parameters;
        bool path_known = false;  // another method exists: 405
        std::string allow;
    };
    [[nodiscard]] Match match(std::string_view method, std::string_view path) const;
    [[nodiscard]] std::vector<Route> const& routes() const { return routes_; }
    [[nodiscard]] entity::Engine const& engine() const { return engine_; }

private:
    entity::Engine const& engine_;
    std::vector<Route> routes_;
};

}  // namespace sigill::api
