#pragma once

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sigill::net {

// An IPv4 or IPv6 address; IPv4 mapped into IPv6 becomes plain IPv4, so that it compares.
[[nodiscard]] std::optional<boost::asio::ip::address> parse_address(std::string_view text);
[[nodiscard]] boost::asio::ip::address unmapped(boost::asio::ip::address const& address);

// Addresses and networks ("192.0.2.7", "10.0.0.0/8", "fd00::/8").
class AddressList {
public:
    AddressList() = default;
    // Failure invalid with the entry that cannot be read.
    explicit AddressList(std::vector<std::string> const& entries);

    [[nodiscard]] bool contains(boost::asio::ip::address const& address) const;
    [[nodiscard]] bool empty() const { return networks_.empty(); }

private:
    struct Network {
        std::vector<unsigned char> bytes;
        int prefix_bits = 0;
    };
    std::vector<Network> networks_;
};

}  // namespace sigill::net
