#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdio>
#include <thread>

#include "http/test_client.hpp"

namespace sigill::http {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view request = "GET /export HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

// Gives `pieces` pieces of `size` bytes and counts how far it was asked.
class Pieces final : public BodySource {
public:
    Pieces(int pieces, std::size_t size) : left_(pieces), size_(size) {}

    bool next(std::string& piece) override {
        ++pulled;
        if (throw_at > 0 && pulled == throw_at) {
            throw std::runtime_error{"the disk is gone"};
        }
        piece.append(size_, static_cast<char>('a' + pulled % 26));
        return --left_ > 0;
    }

    std::atomic<int> pulled = 0;
    int throw_at = 0;

private:
    int left_;
    std::size_t size_;
};

Handler streaming(std::shared_ptr<Pieces> source) {
    return [source](Request&&, Respond respond) {
        Response response;
        response.source = source;
        respond(std::move(response));
    };
}

// Undoes the chunks; `whole` says whether the last one came.
std::string unchunked(std::string_view answer, bool& whole) {
    auto rest = answer.substr(answer.find("\r\n\r\n") + 4);
    std::string body;
    whole = false;
    while (!rest.empty()) {
        auto const end = rest.find("\r\n");
        auto const size = std::stoul(std::string{rest.substr(0, end)}, nullptr, 16);
        rest.remove_prefix(end + 2);
        if (size == 0) {
            whole = rest == "\r\n";
            return body;
        }
        if (rest.size() < size + 2) {
            return body;
        }
        body += rest.substr(0, size);
        rest.remove_prefix(size + 2);
    }
    return body;
}

long resident_kilobytes() {
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    long total = 0;
    long resident = 0;
    EXPECT_EQ(std::fscanf(file, "%ld %ld", &total, &resident), 2);
    std::fclose(file);
    return resident * (::sysconf(_SC_PAGESIZE) / 1024);
}

TEST(Streaming, a_source_arrives_in_chunks) {
    auto const source = std::make_shared<Pieces>(3, 5);
    TestServer server{{}, streaming(source)};
    auto const answer = server.ask(request);
    EXPECT_NE(answer.find("\r\nTransfer-Encoding: chunked\r\n"), std::string::npos) << answer;
    EXPECT_EQ(answer.find("Content-Length"), std::string::npos);
    EXPECT_TRUE(answer.ends_with("\r\n\r\n5\r\nbbbbb\r\n5\r\nccccc\r\n5\r\nddddd\r\n0\r\n\r\n"))
        << answer;
}

TEST(Streaming, an_empty_piece_does_not_end_the_body) {
    auto const source = std::make_shared<Pieces>(3, 0);
    TestServer server{{}, streaming(source)};
    EXPECT_TRUE(server.ask(request).ends_with("\r\n\r\n0\r\n\r\n"));
    EXPECT_EQ(source->pulled, 3);
}

TEST(Streaming, http_1_0_gets_the_body_until_the_connection_ends) {
    TestServer server{{}, streaming(std::make_shared<Pieces>(2, 3))};
    auto const answer = server.ask("GET /export HTTP/1.0\r\nHost: a\r\n\r\n");
    EXPECT_EQ(answer.find("Transfer-Encoding"), std::string::npos);
    EXPECT_TRUE(answer.ends_with("\r\n\r\nbbbccc")) << answer;
}

TEST(Streaming, head_pulls_nothing) {
    auto const source = std::make_shared<Pieces>(3, 5);
    TestServer server{{}, streaming(source)};
    EXPECT_TRUE(server.ask("HEAD /export HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .ends_with("\r\n\r\n"));
    EXPECT_EQ(source->pulled, 0);
}

TEST(Streaming, the_next_request_follows_a_stream_on_the_same_connection) {
    TestServer server{{}, [](Request&&, Respond respond) {
                          Response response;
                          response.source = std::make_shared<Pieces>(2, 10'000);
                          respond(std::move(response));
                      }};
    TestClient client{server.port()};
    for (int i = 0; i < 3; ++i) {
        client.send("GET /export HTTP/1.1\r\nHost: a\r\n\r\n");
        auto whole = false;
        EXPECT_EQ(unchunked(client.receive_until("\r\n0\r\n\r\n"), whole).size(), 20'000U);
        EXPECT_TRUE(whole);
    }
}

TEST(Streaming, a_source_that_fails_leaves_an_incomplete_answer) {
    auto const source = std::make_shared<Pieces>(10, 1'000);
    source->throw_at = 4;
    TestServer server{{}, streaming(source)};
    auto whole = true;
    EXPECT_EQ(unchunked(server.ask(request), whole).size(), 3'000U);
    EXPECT_FALSE(whole);
}

TEST(Streaming, workers_that_take_no_more_leave_an_incomplete_answer) {
    for (auto const throws : {true, false}) {
        ServerOptions options;
        options.run_blocking = [throws](std::function<void()> const&) {
            if (throws) {
                throw std::runtime_error{"full"};
            }
        };
        TestServer server{options, streaming(std::make_shared<Pieces>(10, 1'000))};
        auto whole = true;
        EXPECT_EQ(unchunked(server.ask(request), whole), "");
        EXPECT_FALSE(whole);
    }
}

TEST(Streaming, half_a_gigabyte_passes_in_bounded_memory) {
    constexpr int pieces = 512;
    constexpr std::size_t size = 1024 * 1024;
    TestServer server{{}, streaming(std::make_shared<Pieces>(pieces, size))};
    TestClient client{server.port()};
    client.send(request);
    static_cast<void>(client.receive());
    auto const before = resident_kilobytes();
    auto peak = before;
    std::size_t total = 0;
    for (int i = 0; !client.closed(); ++i) {
        total += client.receive(256 * 1024).size();
        peak = i % 64 == 0 ? std::max(peak, resident_kilobytes()) : peak;
    }
    EXPECT_GT(total, pieces * size);
    // Sanitizers hold freed memory back for a while; without them it is under 10 MB.
    EXPECT_LT(peak - before, 400 * 1024) << "kilobytes";
    std::printf("half a gigabyte streamed, resident memory grew by %ld kB\n", peak - before);
}

TEST(Streaming, nothing_more_is_pulled_for_a_client_that_is_gone) {
    auto const source = std::make_shared<Pieces>(100'000, 100'000);
    TestServer server{{}, streaming(source)};
    {
        TestClient client{server.port()};
        client.send(request);
        static_cast<void>(client.receive());
    }
    for (int i = 0; i < 200 && server.logged == 0; ++i) {
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(server.logged, 1);
    auto const pulled = source->pulled.load();
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(source->pulled, pulled);
    EXPECT_LT(pulled, 1'000);
}

TEST(Streaming, a_client_that_waits_holds_the_source_back) {
    auto const source = std::make_shared<Pieces>(100'000, 100'000);
    ServerOptions options;
    options.limits.write_timeout = 300ms;
    TestServer server{options, streaming(source)};
    TestClient client{server.port()};
    client.send(request);
    for (int i = 0; i < 300 && server.logged == 0; ++i) {
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(server.logged, 1) << "not cut after the write timeout";
    // What the kernel's socket buffers take, and not more.
    EXPECT_LT(source->pulled, 200);
}

}  // namespace

}  // namespace sigill::http
