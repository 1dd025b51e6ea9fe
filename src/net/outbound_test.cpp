#include "net/outbound.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace sigill::net {

namespace {

// Answers one connection with `text`, whatever is asked.
class OneAnswer {
public:
    explicit OneAnswer(std::string text) : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), length), 0);
        EXPECT_EQ(::listen(listener_, 1), 0);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this, text = std::move(text)] {
            auto const peer = ::accept(listener_, nullptr, nullptr);
            if (peer < 0) {
                return;
            }
            char asked[4096];
            auto const count = ::read(peer, asked, sizeof asked);
            was_asked_ = count > 0;
            static_cast<void>(!::write(peer, text.data(), text.size()));
            ::close(peer);
        }};
    }
    ~OneAnswer() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    OneAnswer(OneAnswer const&) = delete;
    OneAnswer& operator=(OneAnswer const&) = delete;

    [[nodiscard]] std::string url(std::string const& host = "127.0.0.1") const {
        return "http://" + host + ":" + std::to_string(port_) + "/x";
    }

private:
    int listener_;
    std::uint16_t port_ = 0;
    bool was_asked_ = false;
    std::thread thread_;
};

}  // namespace

TEST(Outbound, addresses_inside_are_not_public) {
    for (auto const* inside :
         {"127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
          "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1",
          "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"}) {
        EXPECT_FALSE(is_public(parse_address(inside).value())) << inside;
    }
    for (auto const* outside : {"9.9.9.9", "172.32.0.1", "2620:fe::fe"}) {
        EXPECT_TRUE(is_public(parse_address(outside).value())) << outside;
    }
}

TEST(Outbound, nothing_is_sent_inside_that_the_operator_has_not_allowed) {
    OneAnswer const server{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"};
    // By number, by name, and by a number written otherwise.
    for (auto const* host : {"127.0.0.1", "localhost", "2130706433", "0x7f.1"}) {
        auto const answer = Outbound{{}}.post(server.url(host), "text/plain", "x");
        EXPECT_EQ(answer.status, 0) << host;
        EXPECT_NE(answer.body.find("outbound.allowed"), std::string::npos) << answer.body;
    }
    auto const allowed = Outbound{{"127.0.0.0/8"}}.post(server.url(), "text/plain", "x");
    EXPECT_EQ(allowed.status, 200);
    EXPECT_EQ(allowed.body, "hi");
}

TEST(Outbound, a_redirect_is_an_answer_and_not_followed) {
    OneAnswer const server{
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"};
    EXPECT_EQ((Outbound{{"127.0.0.0/8"}}.post(server.url(), "text/plain", "x").status), 302);
}

TEST(Outbound, an_answer_without_end_is_given_up) {
    OneAnswer const server{"HTTP/1.1 200 OK\r\n\r\n" + std::string(100'000, 'x')};
    EXPECT_EQ((Outbound{{"127.0.0.0/8"}}.post(server.url(), "text/plain", "x").status), 0);
}

TEST(Outbound, other_schemes_are_refused) {
    EXPECT_EQ((Outbound{{"0.0.0.0/0"}}.post("file:///etc/passwd", "text/plain", "x").status), 0);
}

}  // namespace sigill::net
