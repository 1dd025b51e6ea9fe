#include <set>

#include "api/core_routes.hpp"
#include "api/gateway.hpp"
#include "entity/json_text.hpp"
#include "entity/view.hpp"
#include "http/cookie.hpp"
#include "identity/identity.hpp"

namespace sigill::api {

namespace {

using entity::JsonText;

constexpr Phrase text_wanted{"required", "must be filled in", "måste fyllas i"};
constexpr std::size_t longest_secret = 1024;

std::string text_of(json::Object const& body, std::string_view key) {
    auto const text = json::string_at(body, key);
    if (!text || text->empty() || text->size() > longest_secret) {
        throw Failure::invalid(std::string{key}, text_wanted);
    }
    return std::string{*text};
}

void only(json::Object const& body, std::initializer_list<std::string_view> known) {
    for (auto const& member : body) {
        std::string_view const key{member.key().data(), member.key().size()};
        if (std::ranges::find(known, key) == known.end()) {
            throw Failure::invalid(
                std::string{key.substr(0, 100)},
                {"unknown_field", "there is no such field", "det finns inget sådant fält"});
        }
    }
}

http::Header cookie_header(std::string value, bool secure, bool end) {
    http::SetCookie cookie;
    cookie.name = cookie_name(secure);
    cookie.value = std::move(value);
    cookie.secure = secure;
    if (end) {
        cookie.max_age = std::chrono::seconds{0};
    }
    return {"set-cookie", http::to_header(cookie)};
}

void write_person(JsonText& out, tenant::Transaction& tx) {
    auto const& id = tx.principal().person_id;
    out.key("person");
    if (id.empty()) {
        out.null();
        return;
    }
    tx.query("SELECT ref, title, email FROM people WHERE id = $1", {id}, [&](db::Row const& row) {
        out.open_object().key("id").string(id).key("ref").string(row.text(0));
        out.key("title").string(row.text(1)).key("email").string_or_null(row.text(2));
        out.close_object();
        return false;
    });
}

// Every permission of the program that the person holds, one by one: the page knows no patterns.
void write_permissions(JsonText& out, Router const& router, access::Rights const& rights) {
    std::set<std::string_view> held;
    for (auto const& route : router.routes()) {
        auto const& permission = route.options.permission;
        if (!permission.is_open() && !permission.is_self() && rights.may(permission.name())) {
            held.insert(permission.name());
        }
    }
    out.key("permissions").open_array();
    for (auto const name : held) {
        out.string(name);
    }
    out.close_array();
}

std::string session_json(Router const& router, tenant::Transaction& tx, std::string_view csrf_token,
                         Instant expires_at) {
    JsonText out;
    out.open_object().key("csrf_token").string_or_null(csrf_token);
    write_person(out, tx);
    auto const& info = tx.tenant().info();
    out.key("tenant").open_object().key("slug").string(info.slug).key("name").string(info.name);
    out.key("language").string(info.language).close_object();
    write_permissions(out, router, tx.rights());
    out.key("second_factor").string("none");
    out.key("idle_minutes").number(identity::policy(tx).idle / one_minute);
    out.key("expires_at").string(format_instant(expires_at)).close_object();
    return out.take();
}

Response log_in(Router const& router, Request const& request, tenant::Tenant& tenant,
                tenant::Context const& context, bool secure) {
    only(request.body, {"email", "password"});
    auto const entered = identity::log_in(tenant, context, text_of(request.body, "email"),
                                          text_of(request.body, "password"), request.http->peer);
    Response response;
    tenant.read_and_wait(context, [&](tenant::Transaction& tx) {
        auto const session = identity::session_of(tx, entered.cookie_token);
        if (!session) {
            throw Failure::of(FailureKind::internal, {"session_lost", "The new session is gone.",
                                                      "Den nya sessionen är borta."});
        }
        tx.become(session->principal);
        response = ok(session_json(router, tx, entered.csrf_token, session->expires_at));
    });
    response.headers.push_back(cookie_header(entered.cookie_token, secure, false));
    return response;
}

Response sign(Request const& request, tenant::Tenant& tenant, tenant::Context const& context) {
    only(request.body, {"password"});
    if (request.session_id.empty()) {
        throw Failure::of(FailureKind::forbidden,
                          {"signature_needs_person", "Only a logged-in person can sign.",
                           "Bara en inloggad person kan signera."});
    }
    auto const signature = identity::reauthenticate(tenant, context, request.session_id,
                                                    text_of(request.body, "password"));
    JsonText out;
    auto const until = tenant.environment().clock->now() + 5 * one_minute;
    out.open_object().key("signature").string(signature);
    out.key("expires_at").string(format_instant(until)).close_object();
    return ok(out.take());
}

}  // namespace

void register_session_routes(Router& router, bool secure) {
    auto const* all = &router;
    router.slow("POST", "/session",
                {.permission = Permission::open(),
                 .body = true,
                 .csrf_exempt = true,
                 .rate = RateClass::log_in,
                 .event = "session.opened"},
                [secure, all](auto const& request, auto& tenant, auto const& context) {
                    return log_in(*all, request, tenant, context, secure);
                });
    router.slow("POST", "/session/signature",
                {.permission = Permission::self(), .body = true, .rate = RateClass::log_in}, sign);
    router.get("/session", {.permission = Permission::self()},
               [all](Request const& request, tenant::Transaction& tx) {
                   return ok(session_json(*all, tx, request.csrf_token, request.expires_at));
               });
    router.remove("/session", {.permission = Permission::self(), .event = "session.closed"},
                  [secure](Request const& request, tenant::Transaction& tx) {
                      identity::log_out(tx, request.session_id);
                      auto response = no_content();
                      response.headers.push_back(cookie_header("", secure, true));
                      return response;
                  });
    auto const* engine = &router.engine();
    router.get("/registers", {.permission = Permission::self()},
               [engine](Request const&, tenant::Transaction& tx) {
                   return ok(entity::describe(engine->catalogue(), tx.rights()));
               });
}

}  // namespace sigill::api
