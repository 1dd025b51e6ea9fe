#include "net/address.hpp"

#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>

#include <charconv>

#include "base/failure.hpp"

namespace sigill::net {

namespace {

namespace ip = boost::asio::ip;

constexpr Phrase unreadable{"net.address", "“{}” is no address and no network.",
                            "”{}” är varken en adress eller ett nät."};

std::vector<unsigned char> bytes_of(ip::address const& address) {
    if (address.is_v4()) {
        auto const bytes = address.to_v4().to_bytes();
        return {bytes.begin(), bytes.end()};
    }
    auto const bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.end()};
}

bool same_prefix(std::vector<unsigned char> const& a, std::vector<unsigned char> const& b,
                 int bits) {
    for (std::size_t i = 0; i < a.size() && bits > 0; ++i, bits -= 8) {
        auto const mask = bits >= 8 ? 0xffU : (0xffU << (8 - bits)) & 0xffU;
        if ((a[i] & mask) != (b[i] & mask)) {
            return false;
        }
    }
    return true;
}

}  // namespace

ip::address unmapped(ip::address const& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    }
    return address;
}

std::optional<ip::address> parse_address(std::string_view text) {
    boost::system::error_code error;
    auto const address = ip::make_address(std::string{text}, error);
    if (error) {
        return std::nullopt;
    }
    return unmapped(address);
}

AddressList::AddressList(std::vector<std::string> const& entries) {
    for (auto const& entry : entries) {
        auto const slash = entry.find('/');
        auto const address = parse_address(std::string_view{entry}.substr(0, slash));
        if (!address) {
            throw Failure::invalid("proxies.trusted", unreadable, entry);
        }
        Network network{bytes_of(*address), 0};
        auto const widest = static_cast<int>(network.bytes.size() * 8);
        network.prefix_bits = widest;
        if (slash != std::string::npos) {
            auto const* const end = entry.data() + entry.size();
            auto const read = std::from_chars(entry.data() + slash + 1, end, network.prefix_bits);
            auto const in_range = network.prefix_bits >= 0 && network.prefix_bits <= widest;
            if (read.ec != std::errc{} || read.ptr != end || !in_range) {
                throw Failure::invalid("proxies.trusted", unreadable, entry);
            }
        }
        networks_.push_back(std::move(network));
    }
}

bool AddressList::contains(ip::address const& address) const {
    auto const bytes = bytes_of(unmapped(address));
    for (auto const& network : networks_) {
        if (network.bytes.size() == bytes.size() &&
            same_prefix(network.bytes, bytes, network.prefix_bits)) {
            return true;
        }
    }
    return false;
}

}  // namespace sigill::net
