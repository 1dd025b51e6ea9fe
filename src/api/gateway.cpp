#include "api/gateway.hpp"

#include <spdlog/spdlog.h>

#include "api/idempotency.hpp"
#include "api/problem.hpp"
#include "crypto/crypto.hpp"
#include "http/language.hpp"
#include "identity/identity.hpp"

namespace sigill::api {

namespace {

constexpr std::string_view prefix = "/api/v1";

constexpr Phrase no_tenant{"unknown_host", "No organisation is served under the name {}.",
                           "Ingen organisation finns under namnet {}."};
constexpr Phrase no_method{"method", "This address takes {}.", "Den här adressen tar emot {}."};
constexpr Phrase log_in{"log_in", "Log in to go on. What you have written is still on the page.",
                        "Logga in för att fortsätta. Det du skrivit finns kvar på sidan."};
constexpr Phrase cross_site{"cross_site", "The request comes from another site.",
                            "Anropet kommer från en annan webbplats."};
constexpr Phrase no_csrf{"csrf",
                         "The header X-CSRF-Token is missing or wrong. Load the page again.",
                         "Sidhuvudet X-CSRF-Token saknas eller är fel. Ladda om sidan."};
constexpr Phrase json_wanted{"content_type", "Send the body as application/json.",
                             "Skicka innehållet som application/json."};
constexpr Phrase object_wanted{"object", "The body must be a JSON object.",
                               "Innehållet ska vara ett JSON-objekt."};
constexpr Phrase busy{"busy", "Many are logging in right now.", "Många loggar in just nu."};

constexpr std::size_t most_body_bytes = 1 << 20;
constexpr std::size_t most_document_bytes = 32 << 20;

bool is_write(http::Request const& request) {
    return request.method != "GET" && request.method != "HEAD";
}

json::Object read_body(http::Request const& request, Route const& route) {
    if (!route.options.body) {
        return {};
    }
    if (request.body.empty() && route.path.find("/transitions/") != std::string::npos) {
        return {};
    }
    if (!http::is_content_type(request.header("content-type").value_or(""), "application/json")) {
        throw Failure::of(FailureKind::unsupported_type, json_wanted);
    }
    auto const limit = route.options.large_body ? most_document_bytes : most_body_bytes;
    if (request.body.size() > limit) {
        throw Failure::of(FailureKind::too_large,
                          {"too_large", "The body may be at most {} bytes.",
                           "Innehållet får vara högst {} byte."},
                          std::to_string(limit));
    }
    auto parsed = json::parse(request.body, {.bytes = limit, .depth = 32});
    if (auto const* error = std::get_if<json::ParseError>(&parsed)) {
        throw Failure::of(FailureKind::malformed, error->phrase, error->value);
    }
    auto& value = std::get<json::Value>(parsed);
    if (!value.is_object()) {
        throw Failure::of(FailureKind::invalid, object_wanted);
    }
    return std::move(value.get_object());
}

http::Response to_http(Response&& response, bool secure) {
    http::Response result;
    result.status = response.status;
    result.body = std::move(response.body);
    result.source = std::move(response.source);
    result.headers = std::move(response.headers);
    if (!response.content_type.empty()) {
        result.headers.emplace_back("content-type", std::move(response.content_type));
    }
    result.headers.emplace_back("cache-control", "no-store");
    result.headers.emplace_back("content-security-policy", "default-src 'none'; sandbox");
    add_security_headers(result, secure);
    return result;
}

// For load balancers: alive, and able to take writes.
http::Response health(bool ready) {
    http::Response response;
    response.status = ready ? 200 : 503;
    response.body = ready ? "ok\n" : "writes are stopped after a storage fault; see the log\n";
    response.headers = {{"content-type", "text/plain; charset=utf-8"},
                        {"cache-control", "no-store"}};
    return response;
}

// "<slug>.<base domain>" → slug; the default tenant for any other host.
std::string slug_of(std::string const& host, GatewayOptions const& options) {
    auto const suffix = "." + options.base_domain;
    if (host.ends_with(suffix)) {
        return host.substr(0, host.size() - suffix.size());
    }
    return options.default_tenant;
}

}  // namespace

struct Gateway::Call {
    http::Request http;
    http::Respond respond;
    Route const* route = nullptr;
    Request request;
    Language language = Language::swedish;
    std::string slug;
    std::string who;  // for denials
    std::shared_ptr<tenant::Tenant> tenant;
    Response response;
    bool touch = false;
    bool secure = false;
};

std::string_view cookie_name(bool secure) {
    return secure ? "__Host-sigill" : "sigill_session";
}

Gateway::Gateway(tenant::Registry& registry, Router const& router, Pages const& pages,
                 db::WorkerPool& workers, db::WorkerPool& password_pool, GatewayOptions options,
                 Services services)
    : registry_(registry),
      router_(router),
      pages_(pages),
      workers_(workers),
      password_pool_(password_pool),
      options_(std::move(options)),
      services_(services) {}

void Gateway::handle(http::Request&& request, http::Respond respond) {
    auto const secure = request.tls || options_.secure_cookies;
    if (request.path == "/healthz" || request.path == "/readyz") {
        respond(health(request.path == "/healthz" || !db::writes_are_poisoned()));
        return;
    }
    if (request.path != prefix && !request.path.starts_with(std::string{prefix} + "/")) {
        respond(pages_.serve(request, secure));
        return;
    }
    auto call = std::make_shared<Call>();
    call->secure = secure;
    call->language = http::preferred_language(request.header("accept-language").value_or(""));
    call->http = std::move(request);
    call->respond = std::move(respond);
    call->who = call->http.peer;
    auto const refuse = [&](Failure const& failure) {
        finish(*call, std::make_exception_ptr(failure));
    };
    // HEAD is GET whose body the server leaves out.
    auto const asked = std::string_view{call->http.method};
    auto const method = asked == "HEAD" ? std::string_view{"GET"} : asked;
    auto match = router_.match(method, std::string_view{call->http.path}.substr(prefix.size()));
    if (match.route == nullptr && !match.path_known) {
        return refuse(Failure::missing());
    }
    if (match.route == nullptr) {
        auto response = problem(Failure::of(FailureKind::malformed, no_method, match.allow),
                                call->language, call->http.request_id);
        response.status = 405;
        response.headers.emplace_back("allow", match.allow);
        add_security_headers(response, secure);
        call->respond(std::move(response));
        return;
    }
    call->route = match.route;
    call->request.http = &call->http;
    call->request.services = &services_;
    call->request.parameters = std::move(match.parameters);
    auto const site = call->http.header("sec-fetch-site").value_or("same-origin");
    if (is_write(call->http) && site != "same-origin" && site != "none") {
        return refuse(Failure::of(FailureKind::forbidden, cross_site));
    }
    call->slug = slug_of(call->http.host, options_);
    call->tenant = tenant::is_slug(call->slug) ? registry_.opened(call->slug) : nullptr;
    if (call->tenant) {
        return serve(call);
    }
    open_tenant(std::move(call));
}

void Gateway::open_tenant(std::shared_ptr<Call> call) {
    db::post(workers_, [this, call = std::move(call)] {
        try {
            if (tenant::is_slug(call->slug)) {
                call->tenant = registry_.open(call->slug);
            }
            if (!call->tenant) {
                throw Failure::of(FailureKind::missing, no_tenant, call->http.host);
            }
            serve(call);
        } catch (...) {
            finish(*call, std::current_exception());
        }
    });
}

// Session, permission and CSRF: the same for every route and mode, before the handler is reached.
void Gateway::admit(Call& call, tenant::Transaction& tx) {
    auto const& options = call.route->options;
    std::optional<identity::Session> session;
    auto const bearer = call.http.header("authorization").value_or("");
    auto const cookie = call.http.cookie(cookie_name(call.secure));
    if (bearer.starts_with("Bearer ")) {
        session = identity::token_of(tx, bearer.substr(7));
    } else if (cookie) {
        session = identity::session_of(tx, *cookie);
    }
    if (session) {
        call.who = session->principal.actor_id();
        call.request.session_id = session->session_id;
        call.request.csrf_token = session->csrf_token;
        call.request.expires_at = session->expires_at;
        call.touch = session->touch;
        tx.become(session->principal);
    } else if (!options.permission.is_open()) {
        throw Failure::of(FailureKind::unauthenticated, log_in);
    }
    if (session && is_write(call.http) && !session->session_id.empty() && !options.csrf_exempt &&
        !crypto::equal(as_bytes(call.http.header("x-csrf-token").value_or("")),
                       as_bytes(session->csrf_token))) {
        throw Failure::of(FailureKind::forbidden, no_csrf);
    }
    if (!options.permission.is_open() && !options.permission.is_self()) {
        tx.require(options.permission.name());
    }
}

void Gateway::serve(std::shared_ptr<Call> const& call) {
    if (call->route->mode == Mode::slow) {
        return serve_slow(call);
    }
    tenant::Context context;
    context.language = call->language;
    context.request_id = call->http.request_id;
    auto const command = [this, call](tenant::Transaction& tx) {
        admit(*call, tx);
        if (auto answer = answered_before(tx, call->http)) {
            call->response = std::move(*answer);
            return;
        }
        call->request.body = read_body(call->http, *call->route);
        if (auto const* signature = call->request.body.if_contains("signature");
            signature != nullptr && signature->is_string() && !call->request.session_id.empty()) {
            identity::use_signature(tx, call->request.session_id,
                                    json::view(signature->get_string()));
        }
        call->request.body.erase("signature");
        call->response = call->route->handler(call->request, tx);
        keep_answer(tx, call->http, call->response);
    };
    auto const done = [this, call](std::exception_ptr error) { finish(*call, error); };
    try {
        if (call->route->mode == Mode::read) {
            call->tenant->read(std::move(context), command, done);
        } else if (!call->route->options.permission.is_open() &&
                   !call->http.header("authorization") &&
                   !call->http.cookie(cookie_name(call->secure))) {
            // Nobody without any credentials gets as far as the write queue.
            throw Failure::of(FailureKind::unauthenticated, log_in);
        } else {
            call->tenant->write(std::move(context), command, done);
        }
    } catch (...) {
        finish(*call, std::current_exception());
    }
}

void Gateway::serve_slow(std::shared_ptr<Call> const& call) {
    if (slow_waiting_.fetch_add(1) >= options_.slow_queue) {
        slow_waiting_.fetch_sub(1);
        return finish(*call, std::make_exception_ptr(Failure::of(FailureKind::too_many, busy)));
    }
    db::post(password_pool_, [this, call] {
        std::exception_ptr error;
        try {
            tenant::Context context;
            context.language = call->language;
            context.request_id = call->http.request_id;
            call->tenant->read_and_wait(context, [&](tenant::Transaction& tx) {
                admit(*call, tx);
                context.principal = tx.principal();
            });
            call->request.body = read_body(call->http, *call->route);
            call->response = call->route->slow(call->request, *call->tenant, context);
        } catch (...) {
            error = std::current_exception();
        }
        slow_waiting_.fetch_sub(1);
        finish(*call, error);
    });
}

void Gateway::finish(Call& call, std::exception_ptr error) {
    if (!error) {
        call.respond(to_http(std::move(call.response), call.secure));
        if (call.touch) {
            tenant::Context context;
            context.principal = access::Principal::system();
            // A touch that is lost ends the session a minute early at worst.
            try {
                call.tenant->write(
                    context,
                    [id = call.request.session_id](tenant::Transaction& tx) {
                        identity::touch_session(tx, id);
                    },
                    [](std::exception_ptr) {});
            } catch (Failure const& failure) {
                spdlog::warn("a session was not touched: {}", failure.what());
            }
        }
        return;
    }
    auto response = problem(error, call.language, call.http.request_id);
    auto const had_credentials =
        call.http.header("authorization") || call.http.cookie(cookie_name(call.secure));
    // Somebody who is simply not logged in yet is no denial worth an entry.
    if (call.tenant && (response.status == 403 || (response.status == 401 && had_credentials))) {
        auto const what = call.route == nullptr ? std::string{call.http.path}
                                                : call.route->method + " " + call.route->path;
        denials_.note(call.slug, call.who, what);
    }
    add_security_headers(response, call.secure);
    call.respond(std::move(response));
}

}  // namespace sigill::api
