#include "http/server.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "base/failure.hpp"
#include "http/test_client.hpp"

namespace sigill::http {

namespace {

using namespace std::chrono_literals;

std::string get(std::string_view path, std::string_view fields = "") {
    return "GET " + std::string{path} + " HTTP/1.1\r\nHost: localhost\r\n" + std::string{fields} +
           "\r\n";
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

std::chrono::milliseconds since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 start);
}

TEST(Server, a_request_gets_its_answer) {
    TestServer server;
    auto const answer = server.ask(get("/hello?a=1", "Connection: close\r\n"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nGET /hello")) << answer;
    EXPECT_EQ(server.logged, 1);
}

TEST(Server, the_request_reaches_the_handler_decoded) {
    Request seen;
    TestServer server{{}, [&](Request&& request, Respond respond) {
                          seen = std::move(request);
                          respond({});
                      }};
    server.ask(
        "POST /%C3%A5/b?x=1&y=%26+z&x=2 HTTP/1.1\r\nHost: Demo.Localhost:8080\r\n"
        "X-Thing: One\r\nCookie: a=1; sigill_session=t0k\r\nContent-Length: 3\r\n"
        "X-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n\r\nabc");
    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.path, "/å/b");
    EXPECT_EQ(seen.host, "demo.localhost");
    EXPECT_EQ(seen.body, "abc");
    EXPECT_EQ(seen.peer, "127.0.0.1");
    EXPECT_FALSE(seen.tls);
    EXPECT_EQ(seen.header("x-thing"), "One");
    EXPECT_EQ(seen.header("x-forwarded-for"), std::nullopt);
    EXPECT_EQ(seen.cookie("sigill_session"), "t0k");
    EXPECT_EQ(seen.request_id.size(), 32U);
    std::vector<std::pair<std::string, std::string>> const query{
        {"x", "1"}, {"y", "& z"}, {"x", "2"}};
    EXPECT_EQ(seen.query, query);
}

TEST(Server, pipelined_requests_are_answered_in_order) {
    // The first is answered last of all, and still comes first.
    TestServer server{{}, [](Request&& request, Respond respond) {
                          Response response;
                          response.body = request.path;
                          if (request.path == "/0") {
                              std::thread([respond, response] {
                                  std::this_thread::sleep_for(50ms);
                                  respond(response);
                              }).detach();
                              return;
                          }
                          respond(std::move(response));
                      }};
    std::string all;
    for (int i = 0; i < 20; ++i) {
        all += get("/" + std::to_string(i), i == 19 ? "Connection: close\r\n" : "");
    }
    auto const answer = server.ask(all);
    EXPECT_EQ(server.calls, 20);
    std::size_t at = 0;
    for (int i = 0; i < 20; ++i) {
        auto const found = answer.find("\r\n\r\n/" + std::to_string(i), at);
        ASSERT_NE(found, std::string::npos) << i << answer;
        at = found + 1;
    }
}

TEST(Server, a_body_ends_where_the_next_request_begins) {
    TestServer server;
    auto const answer = server.ask(
        "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nGET /"
        "POST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "6\r\nPOST /\r\n0\r\n\r\n" +
        get("/3", "Connection: close\r\n"));
    EXPECT_EQ(server.calls, 3);
    EXPECT_NE(answer.find("\r\n\r\nPOST /1GET /HTTP/1.1 200"), std::string::npos) << answer;
    EXPECT_NE(answer.find("\r\n\r\nPOST /2POST /HTTP/1.1 200"), std::string::npos) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nGET /3"));
}

TEST(Server, a_connection_is_kept_for_the_next_request) {
    TestServer server;
    TestClient client{server.port()};
    for (int i = 0; i < 5; ++i) {
        client.send(get("/again"));
        EXPECT_TRUE(client.receive().ends_with("GET /again"));
    }
    EXPECT_FALSE(client.closed());
}

TEST(Server, http_1_0_is_answered_and_closed) {
    TestServer server;
    auto const answer = server.ask("GET /old HTTP/1.0\r\nHost: a\r\n\r\n");
    EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_TRUE(answer.ends_with("GET /old"));
}

TEST(Server, head_has_the_headers_of_get_and_no_body) {
    TestServer server;
    auto const answer = server.ask("HEAD /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_NE(answer.find("\r\nContent-Length: 11\r\n"), std::string::npos) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST(Server, an_answer_without_content_has_no_length) {
    TestServer server{{}, [](Request&&, Respond respond) {
                          Response response;
                          response.status = 204;
                          response.body = "must not be sent";
                          respond(std::move(response));
                      }};
    auto const answer = server.ask(get("/", "Connection: close\r\n"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 204 No Content\r\n"));
    EXPECT_EQ(answer.find("Content-Length"), std::string::npos);
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST(Server, continue_is_said_before_the_body_is_sent) {
    TestServer server;
    TestClient client{server.port()};
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(client.receive(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_TRUE(client.receive().ends_with("POST /pabc"));
}

TEST(Server, continue_is_not_said_to_a_body_that_is_too_large) {
    ServerOptions options;
    options.limits.body_bytes = 10;
    TestServer server{options};
    auto const answer = server.ask(
        "POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 413 ")) << answer;
}

TEST(Server, a_chunked_upload_arrives_whole_however_it_is_cut) {
    std::string const body(300'000, 'x');
    std::string wire =
        "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
        "Connection: close\r\n\r\n";
    for (std::size_t at = 0; at < body.size(); at += 4'096) {
        auto const part = body.substr(at, 4'096);
        char size[16];
        std::snprintf(size, sizeof size, "%zx\r\n", part.size());
        wire += size + part + "\r\n";
    }
    wire += "0\r\n\r\n";
    std::size_t received = 0;
    TestServer server{{}, [&](Request&& request, Respond respond) {
                          received = request.body.size();
                          respond({});
                      }};
    for (std::size_t const step : {wire.size(), std::size_t{1'009}}) {
        TestClient client{server.port()};
        for (std::size_t at = 0; at < wire.size(); at += step) {
            client.send(std::string_view{wire}.substr(at, step));
        }
        EXPECT_TRUE(client.receive_all().starts_with("HTTP/1.1 200 OK"));
        EXPECT_EQ(received, body.size());
    }
}

TEST(Server, a_head_may_arrive_byte_by_byte) {
    TestServer server;
    TestClient client{server.port()};
    for (auto const c : get("/slow", "Connection: close\r\n")) {
        client.send({&c, 1});
    }
    EXPECT_TRUE(client.receive_all().ends_with("GET /slow"));
}

TEST(Server, a_chunked_body_above_the_limit_is_refused) {
    ServerOptions options;
    options.limits.body_bytes = 10'000;
    TestServer server{options};
    std::string wire = "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 11; ++i) {
        wire += "3e8\r\n" + std::string(1'000, 'x') + "\r\n";
    }
    EXPECT_TRUE(server.ask(wire).starts_with("HTTP/1.1 413 "));
    EXPECT_EQ(server.calls, 0);
}

TEST(Server, bodies_together_are_held_to_a_limit_and_the_memory_is_given_back) {
    ServerOptions options;
    options.limits.all_bodies_bytes = 150'000;
    TestServer server{options};
    std::string const head = "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n";
    TestClient first{server.port()};
    first.send(head + std::string(99'999, 'x'));
    std::this_thread::sleep_for(50ms);
    auto const refused = server.ask(head + std::string(100'000, 'x'));
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 503 ")) << refused;
    EXPECT_NE(refused.find("\r\nRetry-After: "), std::string::npos);
    first.send("x");
    EXPECT_TRUE(first.receive().starts_with("HTTP/1.1 200 OK"));
    // Given back once the answer is sent: a moment after the client has it.
    std::string const last =
        "POST /p HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n";
    for (int i = 0; i < 3; ++i) {
        std::string answer;
        for (int tries = 0; tries < 100 && !answer.starts_with("HTTP/1.1 200 OK"); ++tries) {
            std::this_thread::sleep_for(10ms);
            answer = server.ask(last + std::string(100'000, 'x'));
        }
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK")) << answer;
        EXPECT_TRUE(answer.ends_with("x"));
    }
}

TEST(Server, a_slow_head_is_told_so_and_closed) {
    ServerOptions options;
    options.limits.header_timeout = 200ms;
    TestServer server{options};
    TestClient client{server.port()};
    auto const start = std::chrono::steady_clock::now();
    // A byte now and then must not move the deadline.
    client.send("GET / HT");
    for (int i = 0; i < 4; ++i) {
        std::this_thread::sleep_for(50ms);
        client.send("T");
    }
    auto const answer = client.receive_all();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
    EXPECT_TRUE(client.closed());
    EXPECT_LT(since(start), 1000ms);
    EXPECT_EQ(server.calls, 0);
}

TEST(Server, a_slow_body_is_told_so_and_closed) {
    ServerOptions options;
    options.limits.body_timeout = 200ms;
    TestServer server{options};
    auto const answer = server.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
    EXPECT_EQ(server.calls, 0);
}

TEST(Server, an_idle_connection_is_closed_in_silence) {
    ServerOptions options;
    options.limits.idle_timeout = 200ms;
    TestServer server{options};
    TestClient client{server.port()};
    EXPECT_EQ(client.receive_all(), "");
    EXPECT_TRUE(client.closed());
    EXPECT_EQ(server.logged, 0);
}

TEST(Server, a_client_that_does_not_read_is_cut) {
    ServerOptions options;
    options.limits.write_timeout = 200ms;
    TestServer server{options, [](Request&&, Respond respond) {
                          Response response;
                          response.body.assign(64 * 1024 * 1024, 'x');
                          respond(std::move(response));
                      }};
    TestClient client{server.port()};
    client.send(get("/"));
    auto const start = std::chrono::steady_clock::now();
    while (server.logged == 0 && since(start) < 5s) {
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(server.logged, 1);
}

TEST(Server, a_half_sent_body_calls_no_handler) {
    TestServer server;
    {
        TestClient client{server.port()};
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    }
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(server.calls, 0);
}

TEST(Server, a_handler_that_throws_or_forgets_is_an_opaque_500) {
    TestServer server{{}, [](Request&& request, Respond) {
                          if (request.path == "/throw") {
                              throw std::runtime_error{"secret detail"};
                          }
                      }};
    for (auto const* path : {"/throw", "/forget"}) {
        auto const answer = server.ask(get(path, "Connection: close\r\n"));
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 ")) << answer;
        EXPECT_EQ(answer.find("secret detail"), std::string::npos);
    }
}

TEST(Server, a_header_of_the_handler_cannot_break_the_answer) {
    TestServer server{{}, [](Request&&, Respond respond) {
                          Response response;
                          response.headers.emplace_back("X-A", "b\r\nX-Evil: yes");
                          respond(std::move(response));
                      }};
    auto const answer = server.ask(get("/", "Connection: close\r\n"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 ")) << answer;
    EXPECT_EQ(answer.find("X-Evil"), std::string::npos);
}

TEST(Server, a_problem_speaks_the_callers_language) {
    TestServer server;
    auto const swedish =
        server.ask("GET /a/../b HTTP/1.1\r\nHost: a\r\nAccept-Language: sv\r\n\r\n");
    auto const english =
        server.ask("GET /a/../b HTTP/1.1\r\nHost: a\r\naccept-language: en\r\n\r\n");
    EXPECT_NE(swedish.find("Sökvägen är tvetydig"), std::string::npos) << swedish;
    EXPECT_NE(english.find("The path is ambiguous"), std::string::npos) << english;
}

TEST(Server, sixty_four_clients_are_served_at_once) {
    TestServer server;
    std::atomic<int> good = 0;
    std::vector<std::thread> clients;
    clients.reserve(64);
    for (int i = 0; i < 64; ++i) {
        clients.emplace_back([&, i] {
            TestClient client{server.port()};
            auto const path = "/client-" + std::to_string(i);
            for (int j = 0; j < 20; ++j) {
                client.send(get(path));
                good += client.receive().ends_with("GET " + path) ? 1 : 0;
            }
        });
    }
    for (auto& client : clients) {
        client.join();
    }
    EXPECT_EQ(good, 64 * 20);
    EXPECT_EQ(server.calls, 64 * 20);
}

TEST(Server, answers_from_other_threads_reach_their_own_clients) {
    TestServer server{{}, [](Request&& request, Respond respond) {
                          std::thread([path = request.path, respond] {
                              Response response;
                              response.body = path;
                              respond(std::move(response));
                          }).detach();
                      }};
    std::atomic<int> good = 0;
    std::vector<std::thread> clients;
    clients.reserve(16);
    for (int i = 0; i < 16; ++i) {
        clients.emplace_back([&, i] {
            TestClient client{server.port()};
            for (int j = 0; j < 20; ++j) {
                auto const path = "/" + std::to_string(i) + "-" + std::to_string(j);
                client.send(get(path));
                good += client.receive().ends_with("\r\n\r\n" + path) ? 1 : 0;
            }
        });
    }
    for (auto& client : clients) {
        client.join();
    }
    EXPECT_EQ(good, 16 * 20);
}

TEST(Server, more_connections_than_allowed_are_closed_at_once) {
    ServerOptions options;
    options.limits.connections = 4;
    TestServer server{options};
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<TestClient>(server.port()));
        clients.back()->send(get("/"));
        EXPECT_TRUE(clients.back()->receive().ends_with("GET /"));
    }
    TestClient fifth{server.port()};
    fifth.send(get("/"));
    EXPECT_EQ(fifth.receive_all(), "");
    clients.clear();
    std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(server.ask(get("/", "Connection: close\r\n")).ends_with("GET /"));
}

TEST(Drain, lets_a_request_under_way_finish_and_refuses_new_ones) {
    std::atomic<bool> under_way = false;
    Respond later;
    TestServer server{{}, [&](Request&&, Respond respond) {
                          later = std::move(respond);
                          under_way = true;
                      }};
    TestClient idle{server.port()};
    TestClient busy{server.port()};
    busy.send(get("/long") + get("/pipelined-behind"));
    while (!under_way) {
        std::this_thread::sleep_for(1ms);
    }
    std::thread drain{[&] { server->drain(5s); }};
    EXPECT_EQ(idle.receive_all(), "");
    EXPECT_TRUE(idle.closed());
    // Each loop closes its own listener, a moment later or earlier than its neighbour.
    auto refused = false;
    for (int i = 0; i < 100 && !refused; ++i) {
        refused = !TestClient{server.port()}.connected();
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_TRUE(refused);
    Response response;
    response.body = "finished";
    later(std::move(response));
    auto const answer = busy.receive_all();
    drain.join();
    EXPECT_TRUE(answer.ends_with("finished")) << answer;
    EXPECT_EQ(count(answer, "HTTP/1.1 "), 1U);
    EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_EQ(server.calls, 1);
}

TEST(Drain, patience_ends_and_a_late_answer_does_no_harm) {
    std::atomic<bool> under_way = false;
    Respond later;
    auto server = std::make_unique<TestServer>(ServerOptions{}, [&](Request&&, Respond respond) {
        later = std::move(respond);
        under_way = true;
    });
    TestClient client{server->port()};
    client.send(get("/hangs"));
    while (!under_way) {
        std::this_thread::sleep_for(1ms);
    }
    auto const start = std::chrono::steady_clock::now();
    (*server)->drain(100ms);
    EXPECT_LT(since(start), 2s);
    EXPECT_EQ(client.receive_all(), "");
    server.reset();
    later({});
}

TEST(Bind, without_tls_only_loopback_unless_a_proxy_is_trusted) {
    for (auto const* address : {"0.0.0.0", "::", "192.0.2.1"}) {
        ServerOptions options;
        options.address = address;
        EXPECT_THROW(Server(options, TestServer::echo(), {}), Failure) << address;
        options.trusted_proxies = {"192.0.2.10"};
        EXPECT_NO_THROW(Server(options, TestServer::echo(), {})) << address;
    }
}

TEST(Bind, an_address_in_use_is_named) {
    TestServer first;
    ServerOptions options;
    options.port = first.port();
    Server second{options, TestServer::echo(), {}};
    try {
        second.start();
        FAIL() << "two servers on one port";
    } catch (Failure const& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::unavailable);
        EXPECT_NE(failure.sentence(Language::english).find(std::to_string(first.port())),
                  std::string::npos);
    }
}

}  // namespace

}  // namespace sigill::http
