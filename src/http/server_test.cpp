#include "http/server.hpp"

#include <gtest/gtest.h>

#include "http/test_client.hpp"

namespace sigill::http {

namespace {

TEST(Server, a_request_gets_its_answer) {
    TestServer server;
    auto const answer = server.ask("GET /hello?a=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nGET /hello")) << answer;
}

}  // namespace

}  // namespace sigill::http
