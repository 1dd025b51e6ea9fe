#include "net/address.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"

namespace sigill::net {

namespace {

TEST(AddressList, holds_addresses_and_networks) {
    AddressList const list{{"192.0.2.7", "10.0.0.0/8", "172.16.0.0/12", "fd00::/8", "::1"}};
    for (auto const* inside :
         {"192.0.2.7", "10.255.0.1", "172.31.255.255", "fd12::1", "::1", "::ffff:10.0.0.1"}) {
        EXPECT_TRUE(list.contains(boost::asio::ip::make_address(inside))) << inside;
    }
    for (auto const* outside : {"192.0.2.8", "11.0.0.1", "172.32.0.0", "fe80::1", "::2"}) {
        EXPECT_FALSE(list.contains(boost::asio::ip::make_address(outside))) << outside;
    }
}

TEST(AddressList, an_unreadable_entry_is_named) {
    for (auto const* bad : {"", "x", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8x",
                            "fd00::/129", "10.0.0.256", "localhost"}) {
        EXPECT_THROW(AddressList({bad}), Failure) << bad;
    }
}

TEST(Address, ipv4_in_ipv6_compares_as_ipv4) {
    EXPECT_EQ(parse_address("::ffff:192.0.2.1"), parse_address("192.0.2.1"));
    EXPECT_EQ(parse_address("192.0.2.1 "), std::nullopt);
}

}  // namespace

}  // namespace sigill::net
