#include "api/pages.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/bytes.hpp"

namespace sigill::api {

namespace {

std::string type_of(std::filesystem::path const& path) {
    static std::map<std::string, std::string> const types{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".txt", "text/plain; charset=utf-8"},
    };
    auto const place = types.find(path.extension().string());
    return place == types.end() ? "application/octet-stream" : place->second;
}

std::string read_file(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string policy(std::string const& nonce) {
    return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce +
           "'; connect-src 'self'; img-src 'self' blob: data:; font-src 'self'; "
           "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
           "require-trusted-types-for 'script'; trusted-types default";
}

constexpr std::string_view placeholder = "__CSP_NONCE__";

// Addresses that programs ask for: a page there would look like an answer.
bool is_for_programs(std::string_view path) {
    for (auto const* start :
         {"/static/", "/metrics", "/scim/", "/saml/", "/oidc/", "/calendar/", "/.well-known/"}) {
        if (path.starts_with(start)) {
            return true;
        }
    }
    return false;
}

}  // namespace

Pages::Pages(std::string const& folder, Random& random) : random_(random) {
    if (folder.empty()) {
        return;
    }
    std::filesystem::path const root{folder};
    for (auto const& entry : std::filesystem::recursive_directory_iterator{root}) {
        if (!entry.is_regular_file() || entry.path().extension() == ".gz") {
            continue;
        }
        auto const name = "/" + entry.path().lexically_relative(root).generic_string();
        File file{type_of(entry.path()), read_file(entry.path()), {}};
        if (std::filesystem::exists(entry.path().string() + ".gz")) {
            file.gzip = read_file(entry.path().string() + ".gz");
        }
        if (name == "/index.html") {
            index_ = std::move(file.content);
        } else {
            files_.emplace(name, std::move(file));
        }
    }
}

http::Response Pages::serve(http::Request const& request, bool tls) const {
    http::Response response;
    if (request.method != "GET" && request.method != "HEAD") {
        response.status = 405;
        response.headers = {{"allow", "GET, HEAD"}};
    } else if (auto const place = files_.find(request.path); place != files_.end()) {
        auto const& file = place->second;
        auto const accepts = request.header("accept-encoding").value_or("");
        auto const packed = !file.gzip.empty() && accepts.find("gzip") != std::string_view::npos;
        response.body = packed ? file.gzip : file.content;
        response.headers = {{"content-type", file.type},
                            {"vary", "accept-encoding"},
                            {"cache-control", request.path.starts_with("/static/")
                                                  ? "public, max-age=31536000, immutable"
                                                  : "no-cache"}};
        if (packed) {
            response.headers.emplace_back("content-encoding", "gzip");
        }
    } else if (!index_.empty() && !is_for_programs(request.path)) {
        std::array<std::uint8_t, 18> bytes{};
        random_.fill(bytes);
        auto const nonce = to_base64(bytes);
        response.body = index_;
        for (auto at = response.body.find(placeholder); at != std::string::npos;
             at = response.body.find(placeholder, at)) {
            response.body.replace(at, placeholder.size(), nonce);
        }
        response.headers = {{"content-type", "text/html; charset=utf-8"},
                            {"cache-control", "no-store"},
                            {"content-security-policy", policy(nonce)}};
    } else {
        response.status = 404;
        response.headers = {{"content-type", "text/plain; charset=utf-8"}};
        response.body = "404\n";
    }
    add_security_headers(response, tls);
    return response;
}

void add_security_headers(http::Response& response, bool tls) {
    static constexpr std::pair<std::string_view, std::string_view> headers[] = {
        {"x-content-type-options", "nosniff"},
        {"referrer-policy", "no-referrer"},
        {"cross-origin-opener-policy", "same-origin"},
        {"cross-origin-resource-policy", "same-origin"},
        {"permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"},
        {"x-frame-options", "DENY"},
    };
    for (auto const& [name, value] : headers) {
        response.headers.emplace_back(name, value);
    }
    if (tls) {
        response.headers.emplace_back("strict-transport-security",
                                      "max-age=31536000; includeSubDomains");
    }
}

}  // namespace sigill::api
