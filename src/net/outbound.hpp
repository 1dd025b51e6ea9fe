#pragma once
// Requests that the program sends by itself (S10). Never to an address that the operator has not
// allowed inside the own network, whatever a name resolves to at that moment.

#include <boost/asio/ip/address.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/address.hpp"

namespace sigill::net {

struct OutboundAnswer {
    int status = 0;  // 0: there was no answer, and `body` says why, for the operator
    std::string body;
};

// An address on the public Internet: not loopback, link-local, private, shared, multicast, or one of
// those inside an IPv6 address.
[[nodiscard]] bool is_public(boost::asio::ip::address const& address);

class Outbound {
public:
    // `allowed`: addresses and networks that may be reached although they are not public.
    explicit Outbound(std::vector<std::string> const& allowed,
                      std::chrono::milliseconds timeout = std::chrono::seconds{5});

    // Only http and https; no redirect is followed, no proxy of the environment used; at most 64 KiB
    // are read. Waits, so never on an event loop. Never throws for what the other side does.
    [[nodiscard]] OutboundAnswer post(std::string const& url, std::string const& content_type,
                                      std::string_view body) const;

private:
    AddressList allowed_;
    std::chrono::milliseconds timeout_;
};

}  // namespace sigill::net
