#include "http/forwarded.hpp"

#include "http/ascii.hpp"

namespace sigill::http {

namespace {

constexpr std::string_view claims[] = {"x-forwarded-for",  "x-forwarded-proto", "x-forwarded-host",
                                       "x-forwarded-port", "x-real-ip",         "forwarded"};

bool is_claim(Header const& header) {
    for (auto const claim : claims) {
        if (header.first == claim) {
            return true;
        }
    }
    return false;
}

// All values of a header as one list, in the order of the wire.
std::string joined(Request const& request, std::string_view name) {
    std::string all;
    for (auto const& [key, value] : request.headers) {
        if (key == name) {
            all += all.empty() ? value : "," + value;
        }
    }
    return all;
}

std::string_view take_last(std::string_view& list) {
    auto const comma = list.rfind(',');
    auto const last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
    return ascii::trimmed(last);
}

}  // namespace

void apply_forwarding(Request& request, boost::asio::ip::address const& peer, bool tls,
                      net::AddressList const& trusted) {
    auto client = net::unmapped(peer);
    request.tls = tls;
    if (trusted.contains(client)) {
        auto const addresses = joined(request, "x-forwarded-for");
        std::string_view rest = addresses;
        while (!rest.empty() && trusted.contains(client)) {
            auto const before = net::parse_address(take_last(rest));
            if (!before) {
                break;
            }
            client = *before;
        }
        auto const protocols = joined(request, "x-forwarded-proto");
        std::string_view words = protocols;
        request.tls = tls || ascii::same_without_case(take_last(words), "https");
    }
    request.peer = client.to_string();
    std::erase_if(request.headers, is_claim);
}

}  // namespace sigill::http
