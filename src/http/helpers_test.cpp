// The pure parts: codecs, paths, cookies, languages, answers, log lines.

#include <gtest/gtest.h>

#include "http/access_log.hpp"
#include "http/answer.hpp"
#include "http/body_reader.hpp"
#include "http/cookie.hpp"
#include "http/forwarded.hpp"
#include "http/head.hpp"
#include "http/language.hpp"
#include "http/path.hpp"
#include "http/percent.hpp"
#include "http/problem.hpp"
#include "json/json.hpp"

namespace sigill::http {

namespace {

TEST(Percent, decodes_once_and_only_what_is_sound) {
    EXPECT_EQ(percent_decode("a%20b"), "a b");
    EXPECT_EQ(percent_decode("%C3%A5%c3%a4"), "åä");
    EXPECT_EQ(percent_decode("%2541"), "%41");
    EXPECT_EQ(percent_decode("a+b"), "a+b");
    EXPECT_EQ(percent_decode("a+b%2B", Plus::space), "a b+");
    EXPECT_EQ(percent_decode(""), "");
    for (auto const* bad : {"%", "%4", "%zz", "%00", "%0", "%u0041", "%e5", "%c0%80", "%ed%a0%80",
                            "%f4%90%80%80", "%f8%88%80%80%80", "%c3"}) {
        EXPECT_EQ(percent_decode(bad), std::nullopt) << bad;
    }
}

TEST(Percent, what_is_encoded_decodes_to_itself) {
    for (auto const* text : {"", "åäö", "a/b?c=d&e+f", "100 %", "~-._", "\n\t"}) {
        EXPECT_EQ(percent_decode(percent_encode(text)), text);
    }
    EXPECT_EQ(percent_encode("å /"), "%C3%A5%20%2F");
}

TEST(Path, is_canonical_or_nothing) {
    EXPECT_EQ(canonical_path("/"), "/");
    EXPECT_EQ(canonical_path("/a/b"), "/a/b");
    EXPECT_EQ(canonical_path("/a/b/"), "/a/b/");
    EXPECT_EQ(canonical_path("/%61/b%2B+"), "/a/b++");
    EXPECT_EQ(canonical_path("/a%252fb"), "/a%2fb");
    EXPECT_EQ(canonical_path("/..a/b.."), "/..a/b..");
    for (auto const* bad : {"", "a", "//", "/a//", "/.", "/..", "/a/%2e%2e", "/a%2fb", "/a%5Cb",
                            "/%00", "/a\\b", "/a?b", "/a b", "/å", "/%0d%0a", "/%"}) {
        EXPECT_EQ(canonical_path(bad), std::nullopt) << bad;
    }
}

TEST(Query, keeps_order_repetition_and_empty_values) {
    Query const expected{{"a", "1"}, {"b", ""}, {"a", "2"}, {"c", ""}, {"d", "=x y"}};
    EXPECT_EQ(parse_query("a=1&b=&a=2&c&&d==x+y"), expected);
    EXPECT_EQ(parse_query(""), Query{});
    EXPECT_EQ(parse_query("a=%ff"), std::nullopt);
    std::string many;
    for (int i = 0; i < 257; ++i) {
        many += "a=1&";
    }
    EXPECT_EQ(parse_query(many), std::nullopt);
}

TEST(Authority, is_lower_case_without_the_final_dot) {
    EXPECT_EQ(parse_authority("A.Example:80"), (Authority{"a.example", "80"}));
    EXPECT_EQ(parse_authority("a.example."), (Authority{"a.example", ""}));
    EXPECT_EQ(parse_authority("[FD00::1]:1"), (Authority{"[fd00::1]", "1"}));
}

// A body of no chunks that came byte by byte stopped the whole program while Beast (Boost 1.81)
// read it: an assertion of its own.
TEST(Body, is_the_same_however_it_arrives) {
    Head head;
    head.chunked = true;
    for (auto const& [wire, body] : std::vector<std::pair<std::string, std::string>>{
             {"0\r\n\r\n", ""},
             {"5\r\nabcde\r\n0\r\n\r\n", "abcde"},
             {"00000005\r\nabcde\r\n1\r\nf\r\n00\r\n\r\n", "abcdef"},
             {"9\r\n0\r\n\r\n0\r\n\r\r\n0\r\n\r\n", "0\r\n\r\n0\r\n\r"}}) {
        for (std::size_t step = 1; step <= wire.size(); ++step) {
            BodyReader reader{head, 10};
            std::size_t used = 0;
            auto const all = wire + "GET /next";
            while (used < all.size() && !reader.is_done() && !reader.wrong()) {
                used += reader.feed(std::string_view{all}.substr(used, step));
            }
            EXPECT_TRUE(reader.is_done()) << wire << step;
            EXPECT_EQ(used, wire.size()) << wire << step;
            EXPECT_EQ(reader.take(), body) << wire << step;
        }
    }
}

TEST(Cookie, is_found_unless_it_is_ambiguous) {
    EXPECT_EQ(cookie_in("a=1; b=2", "b"), "2");
    EXPECT_EQ(cookie_in("a=1;b=2 ", "b"), "2");
    EXPECT_EQ(cookie_in("a=x=y", "a"), "x=y");
    EXPECT_EQ(cookie_in("a=", "a"), "");
    EXPECT_EQ(cookie_in("ab=1", "a"), std::nullopt);
    EXPECT_EQ(cookie_in("a=1; a=2", "a"), std::nullopt);
    Request request;
    request.headers = {{"cookie", "a=1"}, {"cookie", "a=2; b=3"}};
    EXPECT_EQ(request.cookie("a"), std::nullopt);
    EXPECT_EQ(request.cookie("b"), "3");
}

TEST(Cookie, is_strict_by_default) {
    EXPECT_EQ(to_header({.name = "__Host-sigill", .value = "t0k"}),
              "__Host-sigill=t0k; Path=/; SameSite=Strict; Secure; HttpOnly");
    EXPECT_EQ(to_header({.name = "s",
                         .value = "",
                         .max_age = std::chrono::seconds{0},
                         .secure = false,
                         .same_site = SameSite::lax}),
              "s=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
    EXPECT_DEATH(static_cast<void>(to_header({.name = "a", .value = "b; Domain=evil"})), "");
}

TEST(Language, follows_the_weights) {
    struct Case {
        std::string_view header;
        Language wanted;
    };
    constexpr Case cases[] = {
        {"", Language::swedish},
        {"sv", Language::swedish},
        {"en", Language::english},
        {"en-GB,en;q=0.9,sv;q=0.8", Language::english},
        {"sv-SE, sv;q=0.9, en;q=0.8", Language::swedish},
        {"en;q=0.5, sv;q=0.7", Language::swedish},
        {"de, fr;q=0.9", Language::swedish},
        {"de, en;q=0.1", Language::english},
        {"sv;q=0, en;q=0.001", Language::english},
        {"en;q=2", Language::swedish},
        {"en;q=0.12345", Language::swedish},
        {"english", Language::swedish},
        {",,;;,=", Language::swedish},
    };
    for (auto const& item : cases) {
        EXPECT_EQ(preferred_language(item.header), item.wanted) << item.header;
    }
    EXPECT_EQ(language_in_raw("x\r\nAccept-LANGUAGE: en\r\n"), Language::english);
    EXPECT_EQ(language_in_raw("x\r\nX: en\r\n"), Language::swedish);
}

TEST(ContentType, is_compared_without_case_and_parameters) {
    EXPECT_TRUE(is_content_type("application/json", "application/json"));
    EXPECT_TRUE(is_content_type("Application/JSON ; Charset=UTF-8", "application/json"));
    EXPECT_TRUE(is_content_type("application/json;charset=\"utf-8\"", "application/json"));
    EXPECT_FALSE(is_content_type("application/json; charset=iso-8859-1", "application/json"));
    EXPECT_FALSE(is_content_type("application/jsonx", "application/json"));
    EXPECT_FALSE(is_content_type("text/plain; application/json", "application/json"));
    EXPECT_FALSE(is_content_type("", "application/json"));
}

TEST(Answer, frames_are_the_servers_alone) {
    Response response;
    response.body = "abc";
    response.headers = {{"content-length", "99"},
                        {"Transfer-Encoding", "chunked"},
                        {"Connection", "upgrade"},
                        {"X-Request-Id", "forged"},
                        {"ETag", "\"3\""}};
    EXPECT_EQ(answer_head(response, {.request_id = "id", .date = "now"}),
              "HTTP/1.1 200 OK\r\nDate: now\r\nX-Request-Id: id\r\nETag: \"3\"\r\n"
              "Content-Length: 3\r\n\r\n");
}

TEST(Answer, a_header_that_would_break_out_makes_none) {
    for (Header const& bad :
         {Header{"X", "a\r\nb"}, Header{"X", "a\nb"}, Header{"X ", "a"}, Header{"X:", "a"},
          Header{"", "a"}, Header{"X\r\nY", "a"}, Header{"X", std::string{"a\0b", 3}}}) {
        Response response;
        response.headers = {bad};
        EXPECT_EQ(answer_head(response, {}), std::nullopt) << bad.first;
    }
    Response response;
    response.status = 99;
    EXPECT_EQ(answer_head(response, {}), std::nullopt);
}

TEST(Answer, dates_are_those_of_the_standard) {
    // The example of RFC 9110, section 5.6.7.
    EXPECT_EQ(http_date(std::chrono::sys_seconds{std::chrono::seconds{784111777}}),
              "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(std::chrono::sys_seconds{}), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(Answer, chunks_carry_their_size_in_hexadecimal) {
    for (auto const& [size, head] :
         std::vector<std::pair<std::size_t, std::string>>{{1, "1\r\n"},
                                                          {15, "f\r\n"},
                                                          {16, "10\r\n"},
                                                          {4096, "1000\r\n"},
                                                          {70000, "11170\r\n"}}) {
        std::string bytes{chunk_room};
        bytes.append(size, 'x');
        EXPECT_EQ(framed_chunk(bytes), head + std::string(size, 'x') + "\r\n");
    }
    std::string empty{chunk_room};
    EXPECT_EQ(framed_chunk(empty), "");
}

TEST(Problem, is_a_document_of_rfc_9457) {
    auto const response = problem(413, problems::body_too_large, "10", Language::english, "0a1b");
    auto const document = json::parse(response.body);
    auto const& object = std::get<json::Value>(document).as_object();
    EXPECT_EQ(object.at("status").as_int64(), 413);
    EXPECT_EQ(json::string_at(object, "detail"), "The body is larger than 10 bytes.");
    EXPECT_EQ(json::string_at(object, "request_id"), "0a1b");
    auto const& error = object.at("errors").as_array().at(0).as_object();
    EXPECT_EQ(json::string_at(error, "code"), "http.body_too_large");
}

TEST(Forwarding, only_a_trusted_proxy_is_believed) {
    net::AddressList const trusted{{"10.0.0.0/8", "192.0.2.1"}};
    struct Case {
        char const* peer;
        char const* chain;
        char const* client;
    };
    constexpr Case cases[] = {
        {"198.51.100.7", "203.0.113.5", "198.51.100.7"},
        {"10.1.2.3", "203.0.113.5", "203.0.113.5"},
        {"10.1.2.3", "1.1.1.1, 203.0.113.5", "203.0.113.5"},
        {"10.1.2.3", "203.0.113.5, 192.0.2.1", "203.0.113.5"},
        {"10.1.2.3", "nonsense", "10.1.2.3"},
        {"10.1.2.3", "", "10.1.2.3"},
        {"::ffff:10.1.2.3", "2001:db8::1", "2001:db8::1"},
    };
    for (auto const& item : cases) {
        Request request;
        request.headers = {{"x-forwarded-for", item.chain},
                           {"x-forwarded-proto", "https"},
                           {"forwarded", "for=1.1.1.1"},
                           {"accept", "*/*"}};
        auto const peer = boost::asio::ip::make_address(item.peer);
        apply_forwarding(request, peer, false, trusted);
        EXPECT_EQ(request.peer, item.client) << item.chain;
        EXPECT_EQ(request.tls, trusted.contains(peer)) << item.peer;
        EXPECT_EQ(request.headers.size(), 1U);
    }
}

TEST(AccessLine, is_json_without_anything_secret) {
    AccessRecord const record{"0a1b", "GET", "/å\"\n", "demo.localhost", "127.0.0.1", 200,
                              1234,   10,    20};
    EXPECT_EQ(access_line(record, "2026-11-24T08:00:00.000000Z"),
              R"({"time":"2026-11-24T08:00:00.000000Z","level":"info","event":"request",)"
              R"("request_id":"0a1b","method":"GET","path":"/å\"\n","status":200,"us":1234,)"
              R"("bytes":20,"request_bytes":10,"host":"demo.localhost","peer":"127.0.0.1"})");
}

TEST(JsonLog, writes_a_line_for_each_event) {
    auto const file = testing::TempDir() + "sigill_json_log_test.ndjson";
    std::remove(file.c_str());
    {
        JsonLog log{file};
        log.write(LogLevel::warning, "draining", {{"why", "SIGTERM\n"}});
        log.write(AccessRecord{"id", "GET", "/", "a", "127.0.0.1", 500, 1, 2, 3});
    }
    auto* opened = std::fopen(file.c_str(), "r");
    ASSERT_NE(opened, nullptr);
    std::string text(4096, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), opened));
    std::fclose(opened);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2) << text;
    EXPECT_NE(text.find(R"("level":"warning","event":"draining","why":"SIGTERM\n"})"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find(R"("level":"error","event":"request")"), std::string::npos) << text;
}

}  // namespace

}  // namespace sigill::http
