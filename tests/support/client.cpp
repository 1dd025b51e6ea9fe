#include "support/client.hpp"

#include <future>

namespace sigill::test_support {

namespace {

http::Request to_http(Ask const& ask, std::string const& slug, Credentials const& credentials) {
    http::Request request;
    request.method = ask.method;
    request.path = "/api/v1" + ask.path;
    request.query = ask.query;
    request.headers = ask.headers;
    request.host = slug + ".localhost";
    request.peer = "127.0.0.1";
    request.request_id = "00000000000000000000000000000000";
    request.headers.emplace_back("accept-language", "en");
    if (!credentials.cookie.empty()) {
        request.headers.emplace_back("cookie", "sigill_session=" + credentials.cookie);
        if (ask.with_csrf_token && ask.method != "GET") {
            request.headers.emplace_back("x-csrf-token", credentials.csrf_token);
        }
    }
    if (!credentials.bearer.empty()) {
        request.headers.emplace_back("authorization", "Bearer " + credentials.bearer);
    }
    if (ask.if_match) {
        request.headers.emplace_back("if-match", '"' + std::to_string(*ask.if_match) + '"');
    }
    if (ask.body) {
        request.headers.emplace_back("content-type", "application/json");
        request.body = *ask.body;
    }
    return request;
}

}  // namespace

std::string Answer::header(std::string_view name) const {
    for (auto const& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

json::Object Answer::object() const {
    auto parsed = json::parse(body, {.bytes = 64 << 20, .depth = 64});
    auto* value = std::get_if<json::Value>(&parsed);
    return value != nullptr && value->is_object() ? std::move(value->get_object()) : json::Object{};
}

bool Answer::names(std::string_view field, std::string_view code) const {
    auto const problem = object();
    auto const* errors = problem.if_contains("errors");
    if (errors == nullptr || !errors->is_array()) {
        return false;
    }
    return std::ranges::any_of(errors->get_array(), [&](json::Value const& error) {
        return error.is_object() && json::string_at(error.get_object(), "field") == field &&
               (code.empty() || json::string_at(error.get_object(), "code") == code);
    });
}

std::string Answer::told() const {
    return std::to_string(status) + " " + body.substr(0, 400);
}

Answer Client::ask(Ask const& ask) const {
    std::promise<http::Response> promise;
    auto future = promise.get_future();
    gateway_.handle(to_http(ask, slug_, credentials_), [&promise](http::Response response) {
        promise.set_value(std::move(response));
    });
    auto response = future.get();
    Answer answer{response.status, std::move(response.headers), std::move(response.body)};
    if (response.source) {
        while (response.source->next(answer.body)) {
        }
    }
    return answer;
}

Answer Client::get(std::string path, std::vector<std::pair<std::string, std::string>> query) const {
    return ask({.path = std::move(path), .query = std::move(query)});
}

Answer Client::post(std::string path, json::Object const& body) const {
    return ask({.method = "POST", .path = std::move(path), .body = json::to_text(body)});
}

Answer Client::patch(std::string path, json::Object const& body,
                     std::optional<std::int64_t> version) const {
    return ask({.method = "PATCH",
                .path = std::move(path),
                .body = json::to_text(body),
                .if_match = version});
}

}  // namespace sigill::test_support
