#include "api/problem.hpp"

#include <spdlog/spdlog.h>

#include "json/json.hpp"

namespace sigill::api {

namespace {

struct Kind {
    int status;
    std::string_view name;
    Label title;
};

Kind kind_of(FailureKind kind) {
    switch (kind) {
    case FailureKind::invalid:
        return {422, "invalid", {"Something needs to be corrected", "Något behöver rättas"}};
    case FailureKind::malformed:
        return {400, "malformed", {"The request cannot be read", "Anropet går inte att läsa"}};
    case FailureKind::unauthenticated:
        return {401, "unauthenticated", {"Log in first", "Logga in först"}};
    case FailureKind::forbidden:
        return {403, "forbidden", {"You may not do this", "Du får inte göra det här"}};
    case FailureKind::missing: return {404, "missing", {"Not found", "Finns inte"}};
    case FailureKind::conflict:
        return {409, "conflict", {"Not possible right now", "Går inte just nu"}};
    case FailureKind::stale:
        return {412, "stale", {"Changed by somebody else", "Ändrad av någon annan"}};
    case FailureKind::too_large: return {413, "too_large", {"Too large", "För stort"}};
    case FailureKind::unsupported_type:
        return {415, "unsupported_type", {"Send JSON", "Skicka JSON"}};
    case FailureKind::precondition_required:
        return {428,
                "precondition_required",
                {"Say which version you read", "Ange vilken version du läste"}};
    case FailureKind::too_many: return {429, "too_many", {"Too many attempts", "För många försök"}};
    case FailureKind::unavailable:
        return {503, "unavailable", {"Try again soon", "Försök igen strax"}};
    case FailureKind::disk_full: return {507, "disk_full", {"The disk is full", "Disken är full"}};
    case FailureKind::internal:
        return {500, "internal", {"Something went wrong here", "Något gick fel hos oss"}};
    }
    return {500, "internal", {"Something went wrong here", "Något gick fel hos oss"}};
}

constexpr Phrase internal_detail{
    "internal", "Nothing was stored. Tell the operator the request's number.",
    "Inget sparades. Lämna anropets nummer till den som sköter driften."};

void add_errors(std::string& body, Failure const& failure, Language language) {
    body += ",\"errors\":[";
    bool first = true;
    for (auto const& error : failure.problems()) {
        body += first ? "{\"field\":" : ",{\"field\":";
        first = false;
        json::append_quoted(body, error.field);
        body += ",\"code\":";
        json::append_quoted(body, error.phrase.code);
        body += ",\"message\":";
        json::append_quoted(body, filled(error.phrase, language, error.value));
        body += '}';
    }
    body += ']';
}

}  // namespace

int status_of(FailureKind kind) {
    return kind_of(kind).status;
}

http::Response problem(Failure const& failure, Language language, std::string_view request_id) {
    auto const kind = kind_of(failure.kind());
    auto const internal = failure.kind() == FailureKind::internal;
    std::string body = "{\"type\":\"urn:sigill:problem:" + std::string{kind.name} + "\",\"title\":";
    json::append_quoted(body, kind.title.in(language));
    body += ",\"status\":" + std::to_string(kind.status) + ",\"detail\":";
    json::append_quoted(
        body, internal ? std::string{internal_detail.in(language)} : failure.sentence(language));
    body += ",\"request_id\":";
    json::append_quoted(body, request_id);
    if (!internal) {
        add_errors(body, failure, language);
    }
    if (!failure.current().empty()) {
        body += ",\"current\":" + failure.current();
    }
    body += '}';
    http::Response response;
    response.status = kind.status;
    response.body = std::move(body);
    response.headers.emplace_back("content-type", "application/problem+json");
    response.headers.emplace_back("content-language", tag_of(language));
    if (kind.status == 429 || kind.status == 503) {
        response.headers.emplace_back("retry-after", kind.status == 429 ? "60" : "2");
    }
    if (internal) {
        spdlog::error("request {} failed: {}", request_id, failure.what());
    }
    return response;
}

http::Response problem(std::exception_ptr error, Language language, std::string_view request_id) {
    try {
        std::rethrow_exception(error);
    } catch (Failure const& failure) {
        return problem(failure, language, request_id);
    } catch (std::exception const& other) {
        spdlog::error("request {} failed: {}", request_id, other.what());
        return problem(Failure::of(FailureKind::internal, internal_detail), language, request_id);
    }
}

}  // namespace sigill::api
