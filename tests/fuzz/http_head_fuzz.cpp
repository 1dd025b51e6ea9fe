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

// However the bytes are cut, they give the same.
std::string body_of(http::Head const& head, std::string_view rest, std::size_t step) {
    http::BodyReader reader{head, most_body_bytes};
    std::size_t used = 0;
    while (!reader.wrong() && !reader.is_done() && !rest.empty()) {
        auto const part = rest.substr(0, step);
        auto const taken = reader.feed(part);
        SIGILL_ASSERT(taken <= part.size());
        SIGILL_ASSERT(taken == part.size() || reader.wrong() || reader.is_done());
        rest.remove_prefix(taken);
        used += taken;
    }
    if (reader.wrong()) {
        return "wrong " + std::to_string(reader.wrong()->status);
    }
    return (reader.is_done() ? "done " : "open ") + std::to_string(used) + reader.take();
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
        auto const whole = body_of(*head, rest, rest.size());
        SIGILL_ASSERT(body_of(*head, rest, 1) == whole);
        SIGILL_ASSERT(body_of(*head, rest, rest.size() / 2 + 1) == whole);
    }
    return 0;
}
