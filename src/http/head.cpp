#include "http/head.hpp"

#include "http/ascii.hpp"
#include "http/percent.hpp"
#include "http/problem.hpp"

namespace sigill::http {

namespace {

using Outcome = std::optional<HeadProblem>;

constexpr std::string_view line_end = "\r\n";

// Two of these that differ would be read differently by us and by somebody in front of us.
constexpr std::string_view single_fields[] = {
    "authorization",   "content-type", "expect",       "if-match",       "if-none-match",
    "idempotency-key", "origin",       "x-csrf-token", "sec-fetch-site",
};

constexpr std::string_view known_methods[] = {"GET",   "HEAD",   "POST",   "PUT",
                                              "PATCH", "DELETE", "OPTIONS"};

HeadProblem bad(Phrase phrase, std::string value = {}) {
    return {400, phrase, std::move(value)};
}

// CR and LF only as pairs, no NUL: what is left can be cut into lines without doubt.
Outcome check_line_endings(std::string_view raw) {
    if (!raw.ends_with("\r\n\r\n")) {
        return bad(problems::line_ending);
    }
    for (std::size_t i = 0; i < raw.size(); ++i) {
        auto const lone_cr = raw[i] == '\r' && (i + 1 == raw.size() || raw[i + 1] != '\n');
        auto const lone_lf = raw[i] == '\n' && (i == 0 || raw[i - 1] != '\r');
        if (lone_cr || lone_lf || raw[i] == '\0') {
            return bad(problems::line_ending);
        }
    }
    return std::nullopt;
}

Outcome read_version(std::string_view text, Head& head) {
    if (text == "HTTP/1.1" || text == "HTTP/1.0") {
        head.minor_version = text.back() - '0';
        return std::nullopt;
    }
    auto const shaped = text.size() == 8 && text.starts_with("HTTP/") && ascii::is_digit(text[5]) &&
                        text[6] == '.' && ascii::is_digit(text[7]);
    return shaped ? HeadProblem{505, problems::version, {}} : bad(problems::request_line);
}

Outcome read_method(std::string_view text, Head& head) {
    if (!ascii::is_token(text)) {
        return bad(problems::request_line);
    }
    for (auto const known : known_methods) {
        if (text == known) {
            head.method = text;
            return std::nullopt;
        }
    }
    return HeadProblem{501, problems::method, {}};
}

// Splits off "http://authority" of the absolute form; nothing where the target is in neither form.
std::optional<std::string_view> origin_form(std::string_view target, std::string_view& authority) {
    if (target.starts_with('/')) {
        return target;
    }
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!ascii::same_without_case(target.substr(0, scheme.size()), scheme)) {
            continue;
        }
        auto const rest = target.substr(scheme.size());
        auto const end = rest.find_first_of("/?");
        authority = rest.substr(0, end);
        if (end == std::string_view::npos) {
            return std::string_view{"/"};
        }
        return rest[end] == '/' ? std::optional{rest.substr(end)} : std::nullopt;
    }
    return std::nullopt;
}

Outcome read_target(std::string_view text, HeadLimits limits, Head& head,
                    std::string_view& authority) {
    if (text.size() > limits.target_bytes) {
        return HeadProblem{414, problems::target_too_long, {}};
    }
    for (auto const c : text) {
        auto const plain =
            static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f;
        if (!plain || c == '#') {
            return bad(problems::target);
        }
    }
    auto const target = origin_form(text, authority);
    if (!target) {
        return bad(problems::target);
    }
    auto const mark = target->find('?');
    auto path = canonical_path(target->substr(0, mark));
    if (!path) {
        return bad(problems::path);
    }
    head.path = std::move(*path);
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    auto query = parse_query(target->substr(mark + 1));
    if (!query) {
        return bad(problems::query);
    }
    head.query = std::move(*query);
    return std::nullopt;
}

Outcome read_request_line(std::string_view line, HeadLimits limits, Head& head,
                          std::string_view& authority) {
    auto const first = line.find(' ');
    auto const last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
        return line.size() > limits.target_bytes ? HeadProblem{414, problems::target_too_long, {}}
                                                 : bad(problems::request_line);
    }
    if (auto wrong = read_version(line.substr(last + 1), head)) {
        return wrong;
    }
    if (auto wrong = read_method(line.substr(0, first), head)) {
        return wrong;
    }
    return read_target(line.substr(first + 1, last - first - 1), limits, head, authority);
}

Outcome read_field(std::string_view line, Head& head) {
    if (line.front() == ' ' || line.front() == '\t') {
        return bad(problems::folded);
    }
    auto const colon = line.find(':');
    if (colon == std::string_view::npos || !ascii::is_token(line.substr(0, colon))) {
        return bad(problems::field_line);
    }
    auto name = ascii::lowered(line.substr(0, colon));
    auto const value = ascii::trimmed(line.substr(colon + 1));
    for (auto const c : value) {
        if (ascii::is_control(c) && c != '\t') {
            return bad(problems::field_value, std::move(name));
        }
    }
    if (!is_utf8(value)) {
        return bad(problems::field_value, std::move(name));
    }
    head.headers.emplace_back(std::move(name), value);
    return std::nullopt;
}

std::vector<std::string_view> values_of(Head const& head, std::string_view name) {
    std::vector<std::string_view> values;
    for (auto const& [key, value] : head.headers) {
        if (key == name) {
            values.emplace_back(value);
        }
    }
    return values;
}

Outcome read_host(Head& head, std::string_view authority) {
    auto const hosts = values_of(head, "host");
    auto const host = hosts.size() == 1 ? parse_authority(hosts.front()) : std::nullopt;
    if (!host) {
        return bad(problems::host);
    }
    if (authority.data() != nullptr) {
        auto const named = parse_authority(authority);
        if (!named || *named != *host) {
            return bad(problems::absolute);
        }
    }
    head.host = host->host;
    return std::nullopt;
}

// RFC 9112, section 6: one framing, given once, in the one plain form.
Outcome read_framing(Head& head) {
    auto const lengths = values_of(head, "content-length");
    auto const codings = values_of(head, "transfer-encoding");
    if (lengths.size() + codings.size() > 1) {
        return bad(problems::two_framings);
    }
    if (codings.size() == 1) {
        if (codings.front() != "chunked") {
            return HeadProblem{501, problems::coding, {}};
        }
        if (head.minor_version == 0) {
            return bad(problems::two_framings);
        }
        head.chunked = true;
    }
    if (lengths.size() == 1) {
        // 18 digits always fit into 64 bits, and no body is that long.
        auto const digits = lengths.front();
        if (digits.empty() || digits.size() > 18) {
            return bad(problems::length);
        }
        for (auto const c : digits) {
            if (!ascii::is_digit(c)) {
                return bad(problems::length);
            }
            head.content_length = head.content_length * 10 + static_cast<std::uint64_t>(c - '0');
        }
    }
    return std::nullopt;
}

Outcome read_connection(Head& head) {
    head.close = head.minor_version == 0;
    for (auto const value : values_of(head, "connection")) {
        auto rest = value;
        while (!rest.empty()) {
            auto const option = ascii::trimmed(ascii::take_part(rest, ','));
            head.close = head.close || ascii::same_without_case(option, "close");
        }
    }
    for (auto const value : values_of(head, "expect")) {
        if (!ascii::same_without_case(value, "100-continue")) {
            return HeadProblem{417, problems::expectation, {}};
        }
        head.expects_continue = head.minor_version == 1;
    }
    for (auto const name : single_fields) {
        if (values_of(head, name).size() > 1) {
            return bad(problems::repeated, std::string{name});
        }
    }
    return std::nullopt;
}

Outcome read_fields(std::string_view lines, HeadLimits limits, Head& head) {
    while (!lines.empty()) {
        auto const end = lines.find(line_end);
        auto const line = lines.substr(0, end);
        lines.remove_prefix(end + line_end.size());
        if (line.empty()) {
            // The first empty line ends the head; more text means that the caller cut wrongly.
            return lines.empty() ? Outcome{} : bad(problems::field_line);
        }
        if (head.headers.size() == limits.fields) {
            return HeadProblem{431, problems::head_too_large, {}};
        }
        if (auto wrong = read_field(line, head)) {
            return wrong;
        }
    }
    return bad(problems::field_line);
}

bool is_host_name(std::string_view text) {
    for (auto const c : text) {
        if (!ascii::is_alphanumeric(c) && c != '-' && c != '.' && c != '_') {
            return false;
        }
    }
    auto const empty_label = text.starts_with('.') || text.find("..") != std::string_view::npos;
    return !text.empty() && text.size() <= 254 && !empty_label;
}

bool is_address_in_brackets(std::string_view text) {
    if (text.size() < 4 || text.size() > 47 || text.front() != '[' || text.back() != ']') {
        return false;
    }
    for (auto const c : text.substr(1, text.size() - 2)) {
        if (ascii::hex_value(c) < 0 && c != ':' && c != '.') {
            return false;
        }
    }
    return true;
}

bool is_port(std::string_view text) {
    int number = 0;
    for (auto const c : text) {
        if (!ascii::is_digit(c)) {
            return false;
        }
        number = number * 10 + (c - '0');
    }
    return !text.empty() && text.size() <= 5 && number <= 65535;
}

}  // namespace

HeadScan scan_head(std::string_view arrived, std::size_t from) {
    if (!arrived.empty() && !ascii::is_token_character(arrived.front())) {
        return {.broken = true};
    }
    for (auto at = from; at < arrived.size(); ++at) {
        if (arrived[at] != '\n') {
            continue;
        }
        if (arrived[at - 1] != '\r') {
            return {.broken = true};
        }
        if (arrived.substr(0, at + 1).ends_with("\r\n\r\n")) {
            return {.end = at + 1};
        }
    }
    return {};
}

std::optional<Authority> parse_authority(std::string_view text) {
    auto const bracket = text.starts_with('[') ? text.find(']') : 0;
    if (bracket == std::string_view::npos) {
        return std::nullopt;
    }
    auto const colon = text.find(':', bracket);
    auto host = text.substr(0, colon);
    Authority authority;
    if (colon != std::string_view::npos) {
        authority.port = text.substr(colon + 1);
        if (authority.port.size() > 5 || !is_port(authority.port)) {
            return std::nullopt;
        }
    }
    if (host.starts_with('[') ? !is_address_in_brackets(host) : !is_host_name(host)) {
        return std::nullopt;
    }
    if (host.ends_with('.')) {
        host.remove_suffix(1);
    }
    authority.host = ascii::lowered(host);
    return authority;
}

std::variant<Head, HeadProblem> parse_head(std::string_view raw, HeadLimits limits) {
    if (auto wrong = check_line_endings(raw)) {
        return std::move(*wrong);
    }
    Head head;
    std::string_view authority;
    auto const end = raw.find(line_end);
    if (auto wrong = read_request_line(raw.substr(0, end), limits, head, authority)) {
        return std::move(*wrong);
    }
    if (auto wrong = read_fields(raw.substr(end + line_end.size()), limits, head)) {
        return std::move(*wrong);
    }
    if (auto wrong = read_host(head, authority)) {
        return std::move(*wrong);
    }
    if (auto wrong = read_framing(head)) {
        return std::move(*wrong);
    }
    if (auto wrong = read_connection(head)) {
        return std::move(*wrong);
    }
    return head;
}

std::optional<HeadProblem> check_head(std::string_view raw, HeadLimits limits) {
    auto outcome = parse_head(raw, limits);
    if (auto* wrong = std::get_if<HeadProblem>(&outcome)) {
        return std::move(*wrong);
    }
    return std::nullopt;
}

}  // namespace sigill::http
