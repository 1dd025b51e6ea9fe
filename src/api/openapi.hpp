#pragma once
// The interface told as an OpenAPI 3.1 document, made from the table of routes and the definitions
// of the registers: there is nothing in it that is not served, and nothing is served without it.

#include <string>
#include <string_view>

#include "api/router.hpp"

namespace sigill::api {

[[nodiscard]] std::string openapi(Router const& router);

// What the document tells of a route that belongs to no register, or to all of them alike. `content_type` of the answer,
// empty where there is none; `parameters` of the query.
struct RouteText {
    std::string_view method;
    std::string_view path;
    std::string_view summary;
    std::string_view content_type = "application/json";
    std::vector<std::string_view> parameters{};
    std::string_view body_type{};  // where it is no JSON object
};
[[nodiscard]] RouteText const* text_of(Route const& route);

// GET /openapi.json
void register_openapi_route(Router& router);

}  // namespace sigill::api
