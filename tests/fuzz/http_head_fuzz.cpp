// Reads arbitrary bytes as what arrives on a connection: a head, and the body that follows it.

#include "base/assert.hpp"
#include "base/bytes.hpp"
#include "http/body_reader.hpp"
#include "http/head.hpp"
#include "http/percent.hpp"

namespace http = sigill::http;

namespace {

constexpr std::size_t most_body_bytes = 64 * 1024;

void check(http::Head const& head) {
    // What permission and dispatch see is sound, and has one way to be written.
    SIGILL_ASSERT(head.path.starts_with('/') && head.path.find("//") == std::string::npos);
    SIGILL_ASSERT(http::is_utf8(head.path) && head.path.find('\0') == std::string::npos);
    std::string encoded;
    for (std::size_t at = 0; at < head.path.size();) {
        auto const end = std::min(head.path.find('/', at), head.path.size());
        encoded += http::percent_encode(std::string_view{head.path}.substr(at, end - at));
        encoded += end < head.path.size() ? "/" : "";
        at = end + 1;
    }
    SIGILL_ASSERT(http::canonical_path(encoded) == head.path);
    SIGILL_ASSERT(!head.host.empty() && !(head.chunked && head.content_length > 0));
    for (auto const& [name, value] : head.headers) {
        SIGILL_ASSERT(!name.empty() && http::is_utf8(value));
        SIGILL_ASSERT(value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos);
    }
}

// The bytes cut in two give what they give in one.
std::string body_of(http::Head const& head, std::string_view raw, std::string_view rest,
                    std::size_t cut) {
    http::BodyReader reader{head, raw, most_body_bytes};
    std::string pending{rest.substr(0, cut)};
    auto left = rest.substr(cut);
    while (!reader.wrong() && !reader.is_done()) {
        auto const used = pending.empty() ? 0 : reader.feed(pending);
        SIGILL_ASSERT(used <= pending.size());
        pending.erase(0, used);
        if (used == 0 && left.empty()) {
            return "unfinished";
        }
        if (used == 0) {
            pending += left;
            left = {};
        }
    }
    return reader.wrong() ? "wrong" : "body:" + reader.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const arrived = sigill::as_text({bytes, size});
    auto const scan = http::scan_head(arrived, 0);
    if (scan.broken || scan.end == 0) {
        static_cast<void>(http::check_head(arrived));
        return 0;
    }
    auto const raw = arrived.substr(0, scan.end);
    auto const outcome = http::parse_head(raw);
    auto const* const head = std::get_if<http::Head>(&outcome);
    if (head == nullptr) {
        auto const status = std::get<http::HeadProblem>(outcome).status;
        SIGILL_ASSERT(status >= 400 && status < 600);
        return 0;
    }
    check(*head);
    if (head->chunked || head->content_length > 0) {
        auto const rest = arrived.substr(scan.end);
        auto const whole = body_of(*head, raw, rest, rest.size());
        SIGILL_ASSERT(body_of(*head, raw, rest, rest.size() / 2) == whole);
    }
    return 0;
}
