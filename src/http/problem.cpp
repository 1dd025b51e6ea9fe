#include "http/problem.hpp"

#include "json/json.hpp"

namespace sigill::http {

namespace {

struct Status {
    int code = 0;
    std::string_view reason;  // RFC 9110, section 15
    Label title;
};

constexpr Status statuses[] = {
    {200, "OK", {}},
    {201, "Created", {}},
    {202, "Accepted", {}},
    {204, "No Content", {}},
    {206, "Partial Content", {}},
    {302, "Found", {}},
    {303, "See Other", {}},
    {304, "Not Modified", {}},
    {307, "Temporary Redirect", {}},
    {308, "Permanent Redirect", {}},
    {400, "Bad Request", {"Bad request", "Felaktig begäran"}},
    {401, "Unauthorized", {"Not logged in", "Inte inloggad"}},
    {403, "Forbidden", {"Not permitted", "Inte tillåtet"}},
    {404, "Not Found", {"Not found", "Finns inte"}},
    {405, "Method Not Allowed", {"Method not allowed", "Metoden är inte tillåten"}},
    {406, "Not Acceptable", {"Not acceptable", "Formatet finns inte"}},
    {408, "Request Timeout", {"Too slow", "För långsamt"}},
    {409, "Conflict", {"Conflict", "Konflikt"}},
    {410, "Gone", {"Gone", "Borttaget"}},
    {412, "Precondition Failed", {"Changed since you read it", "Ändrat sedan du läste det"}},
    {413, "Content Too Large", {"Too large", "För stort"}},
    {414, "URI Too Long", {"Address too long", "För lång adress"}},
    {415, "Unsupported Media Type", {"Unsupported type", "Typen stöds inte"}},
    {417, "Expectation Failed", {"Expectation failed", "Förväntan kan inte uppfyllas"}},
    {422, "Unprocessable Content", {"Invalid content", "Ogiltigt innehåll"}},
    {428, "Precondition Required", {"Version needed", "Version krävs"}},
    {429, "Too Many Requests", {"Too many requests", "För många begäranden"}},
    {431, "Request Header Fields Too Large", {"Headers too large", "För stora sidhuvuden"}},
    {500, "Internal Server Error", {"Internal error", "Internt fel"}},
    {501, "Not Implemented", {"Not supported", "Stöds inte"}},
    {503, "Service Unavailable", {"Not available now", "Inte tillgängligt just nu"}},
    {505, "HTTP Version Not Supported", {"Version not supported", "Versionen stöds inte"}},
    {507, "Insufficient Storage", {"Storage full", "Lagringen är full"}},
};

Status const* find_status(int code) {
    for (auto const& status : statuses) {
        if (status.code == code) {
            return &status;
        }
    }
    return nullptr;
}

}  // namespace

std::string_view reason(int status) {
    auto const* found = find_status(status);
    return found == nullptr ? std::string_view{} : found->reason;
}

Response problem(int status, Phrase phrase, std::string_view value, Language language,
                 std::string_view request_id) {
    auto const* found = find_status(status);
    auto const title = found == nullptr ? std::string_view{} : found->title.in(language);
    auto const detail = filled(phrase, language, value);
    std::string body = R"({"type":"about:blank","title":)";
    json::append_quoted(body, title);
    body += R"(,"status":)" + std::to_string(status) + R"(,"detail":)";
    json::append_quoted(body, detail);
    body += R"(,"request_id":)";
    json::append_quoted(body, request_id);
    body += R"(,"errors":[{"field":"","code":)";
    json::append_quoted(body, phrase.code);
    body += R"(,"message":)";
    json::append_quoted(body, detail);
    body += "}]}";
    std::vector<Header> headers{{"Content-Type", "application/problem+json"},
                                {"Cache-Control", "no-store"},
                                {"X-Content-Type-Options", "nosniff"}};
    if (status == 503) {
        headers.emplace_back("Retry-After", "5");
    }
    return {status, std::move(headers), std::move(body), nullptr};
}

}  // namespace sigill::http
