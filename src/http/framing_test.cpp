// Malformed and ambiguous requests over a raw socket against the real server.

#include <gtest/gtest.h>

#include "http/head.hpp"
#include "http/test_client.hpp"

namespace sigill::http {

namespace {

struct Case {
    char const* name;
    int status;
    std::string request;
};

std::string get(std::string_view target, std::string_view fields = "Host: a.example\r\n") {
    return "GET " + std::string{target} + " HTTP/1.1\r\n" + std::string{fields} + "\r\n";
}

std::string post(std::string_view fields, std::string_view body = "abcde") {
    return "POST /p HTTP/1.1\r\nHost: a.example\r\n" + std::string{fields} + "\r\n" +
           std::string{body};
}

std::vector<Case> lengths() {
    return {
        {"length_and_coding", 400, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")},
        {"coding_and_length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")},
        {"two_lengths", 400, post("Content-Length: 5\r\nContent-Length: 6\r\n")},
        {"two_equal_lengths", 400, post("Content-Length: 5\r\nContent-Length: 5\r\n")},
        {"two_lengths_case", 400, post("Content-Length: 5\r\ncontent-length: 5\r\n")},
        {"length_list", 400, post("Content-Length: 5, 5\r\n")},
        {"length_plus", 400, post("Content-Length: +5\r\n")},
        {"length_minus", 400, post("Content-Length: -1\r\n")},
        {"length_hex", 400, post("Content-Length: 0x5\r\n")},
        {"length_hex_digits", 400, post("Content-Length: a\r\n")},
        {"length_inner_space", 400, post("Content-Length: 5 5\r\n")},
        {"length_inner_tab", 400, post("Content-Length: 5\t5\r\n")},
        {"length_empty", 400, post("Content-Length:\r\n")},
        {"length_blank", 400, post("Content-Length:   \r\n")},
        {"length_decimals", 400, post("Content-Length: 5.0\r\n")},
        {"length_exponent", 400, post("Content-Length: 1e1\r\n")},
        {"length_overflow_64", 400, post("Content-Length: 18446744073709551621\r\n")},
        {"length_overflow_32", 413, post("Content-Length: 4294967301\r\n")},
        {"length_many_digits", 400, post("Content-Length: 00000000000000000005\r\n")},
        {"length_too_large", 413, post("Content-Length: 99999999\r\n")},
    };
}

std::vector<Case> codings() {
    auto const last = "5\r\nabcde\r\n0\r\n\r\n";
    return {
        {"coding_gzip", 501, post("Transfer-Encoding: gzip\r\n", last)},
        {"coding_gzip_chunked", 501, post("Transfer-Encoding: gzip, chunked\r\n", last)},
        {"coding_chunked_twice", 501, post("Transfer-Encoding: chunked, chunked\r\n", last)},
        {"coding_identity", 501, post("Transfer-Encoding: identity\r\n")},
        {"coding_x_chunked", 501, post("Transfer-Encoding: xchunked\r\n", last)},
        {"coding_upper_case", 501, post("Transfer-Encoding: CHUNKED\r\n", last)},
        {"coding_quoted", 501, post("Transfer-Encoding: \"chunked\"\r\n", last)},
        {"coding_parameter", 501, post("Transfer-Encoding: chunked;q=1\r\n", last)},
        {"coding_empty", 501, post("Transfer-Encoding:\r\n", last)},
        {"coding_vertical_tab", 400, post("Transfer-Encoding: \vchunked\r\n", last)},
        {"coding_repeated", 400,
         post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", last)},
        {"coding_other_then_chunked", 400,
         post("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", last)},
        {"coding_space_before_colon", 400, post("Transfer-Encoding : chunked\r\n", last)},
        {"coding_folded", 400, post("Transfer-Encoding:\r\n chunked\r\n", last)},
        {"coding_in_http_1_0", 400,
         "POST /p HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    };
}

std::vector<Case> chunks() {
    std::string const head = "Transfer-Encoding: chunked\r\n";
    return {
        {"chunk_extension", 400, post(head, "5;a=b\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_extension_quoted", 400, post(head, "5;a=\"\r\n\"\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_extension_bare", 400, post(head, "5;\r\nabcde\r\n0\r\n\r\n")},
        {"last_chunk_extension", 400, post(head, "5\r\nabcde\r\n0;a\r\n\r\n")},
        {"chunk_size_too_large", 413, post(head, "fffffff\r\nabcde")},
        {"chunk_size_overflow", 400, post(head, "10000000000000005\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_signed", 400, post(head, "+5\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_minus", 400, post(head, "-5\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_prefix", 400, post(head, "0x5\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_missing", 400, post(head, "\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_letters", 400, post(head, "zz\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_leading_space", 400, post(head, " 5\r\nabcde\r\n0\r\n\r\n")},
        {"chunk_size_trailing_space", 400, post(head, "5 \r\nabcde\r\n0\r\n\r\n")},
        {"chunk_bare_lf", 400, post(head, "5\nabcde\r\n0\r\n\r\n")},
        {"chunk_end_bare_lf", 400, post(head, "5\r\nabcde\n0\r\n\r\n")},
        {"chunk_end_bare_cr", 400, post(head, "5\r\nabcde\r0\r\n\r\n")},
        {"chunk_too_short", 400, post(head, "5\r\nabcdefgh\r\n0\r\n\r\n")},
        {"trailer_field", 400, post(head, "5\r\nabcde\r\n0\r\nX-Admin: yes\r\n\r\n")},
        {"trailer_length", 400, post(head, "5\r\nabcde\r\n0\r\nContent-Length: 9\r\n\r\n")},
        {"trailer_folded", 400, post(head, "5\r\nabcde\r\n0\r\n a: b\r\n\r\n")},
    };
}

std::vector<Case> fields() {
    std::string const host = "Host: a.example\r\n";
    std::string many = host;
    for (int i = 0; i < 120; ++i) {
        many += "X-" + std::to_string(i) + ": 1\r\n";
    }
    return {
        {"obs_fold_space", 400, get("/", host + "X-A: b\r\n c\r\n")},
        {"obs_fold_tab", 400, get("/", host + "X-A: b\r\n\tc\r\n")},
        {"obs_fold_first", 400, get("/", " X-A: b\r\n" + host)},
        {"bare_lf_header", 400, "GET / HTTP/1.1\r\nHost: a\nX-A: b\r\n\r\n"},
        {"bare_lf_everywhere", 400, "GET / HTTP/1.1\nHost: a\n\n"},
        {"bare_cr_header", 400, get("/", host + "X-A: b\rX-B: c\r\n")},
        {"cr_cr_lf", 400, get("/", host + "X-A: b\r\r\n")},
        {"nul_in_value", 400, get("/", host + std::string{"X-A: b\0c\r\n", 10})},
        {"control_in_value", 400, get("/", host + "X-A: b\x01\r\n")},
        {"delete_in_value", 400, get("/", host + "X-A: b\x7f\r\n")},
        {"latin_1_in_value", 400, get("/", host + "X-A: \xe5\r\n")},
        {"space_before_colon", 400, get("/", host + "X-A : b\r\n")},
        {"tab_before_colon", 400, get("/", host + "X-A\t: b\r\n")},
        {"no_colon", 400, get("/", host + "X-A b\r\n")},
        {"empty_name", 400, get("/", host + ": b\r\n")},
        {"name_with_parenthesis", 400, get("/", host + "X(A): b\r\n")},
        {"name_not_ascii", 400, get("/", host + "X-Å: b\r\n")},
        {"too_many_fields", 431, get("/", many)},
        {"head_too_large", 431, get("/", host + "X-A: " + std::string(20'000, 'a') + "\r\n")},
        {"two_content_types", 400, get("/", host + "Content-Type: a/b\r\nContent-Type: c/d\r\n")},
        {"two_authorizations", 400, get("/", host + "Authorization: a\r\nAuthorization: b\r\n")},
        {"expectation_unknown", 417, get("/", host + "Expect: 200-ok\r\n")},
    };
}

std::vector<Case> hosts() {
    return {
        {"host_missing", 400, get("/", "X-A: b\r\n")},
        {"host_missing_1_0", 400, "GET / HTTP/1.0\r\n\r\n"},
        {"host_twice", 400, get("/", "Host: a.example\r\nHost: b.example\r\n")},
        {"host_twice_equal", 400, get("/", "Host: a.example\r\nHost: a.example\r\n")},
        {"host_empty", 400, get("/", "Host:\r\n")},
        {"host_list", 400, get("/", "Host: a.example, b.example\r\n")},
        {"host_user", 400, get("/", "Host: x@a.example\r\n")},
        {"host_path", 400, get("/", "Host: a.example/x\r\n")},
        {"host_percent", 400, get("/", "Host: a%2eexample\r\n")},
        {"host_space", 400, get("/", "Host: a example\r\n")},
        {"host_underlined_port", 400, get("/", "Host: a.example:80a\r\n")},
        {"host_large_port", 400, get("/", "Host: a.example:65536\r\n")},
        {"host_empty_port", 400, get("/", "Host: a.example:\r\n")},
        {"host_only_port", 400, get("/", "Host: :80\r\n")},
        {"host_empty_label", 400, get("/", "Host: a..example\r\n")},
        {"host_open_bracket", 400, get("/", "Host: [::1\r\n")},
        {"host_after_bracket", 400, get("/", "Host: [::1]x\r\n")},
        {"host_not_ascii", 400, get("/", "Host: å.example\r\n")},
        {"absolute_other_host", 400, get("http://b.example/")},
        {"absolute_other_port", 400, get("http://a.example:81/")},
        {"absolute_user", 400, get("http://x@a.example/")},
        {"absolute_empty", 400, get("http:///")},
        {"absolute_without_host", 400, get("http://a.example/", "X-A: b\r\n")},
        {"absolute_other_scheme", 400, get("ftp://a.example/")},
    };
}

std::vector<Case> targets() {
    return {
        {"relative", 400, get("a")},
        {"asterisk", 400, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"empty_segment", 400, get("//")},
        {"empty_segment_inside", 400, get("/a//b")},
        {"dot", 400, get("/a/./b")},
        {"dot_at_end", 400, get("/a/.")},
        {"dots", 400, get("/a/../b")},
        {"dots_at_end", 400, get("/a/..")},
        {"dots_encoded", 400, get("/a/%2e%2e/b")},
        {"dots_half_encoded", 400, get("/a/.%2E/b")},
        {"dot_encoded", 400, get("/a/%2e/b")},
        {"slash_encoded", 400, get("/a%2fb")},
        {"slash_encoded_upper", 400, get("/a%2Fb")},
        {"backslash", 400, get("/a\\b")},
        {"backslash_encoded", 400, get("/a%5cb")},
        {"nul_encoded", 400, get("/a%00b")},
        {"newline_encoded", 400, get("/a%0ab")},
        {"delete_encoded", 400, get("/a%7fb")},
        {"escape_cut", 400, get("/a%2")},
        {"escape_bare", 400, get("/a%")},
        {"escape_wrong", 400, get("/a%zz")},
        {"escape_unicode", 400, get("/a%u0041")},
        {"not_utf8", 400, get("/a%e5")},
        {"overlong_slash", 400, get("/a%c0%af")},
        {"surrogate", 400, get("/a%ed%a0%80")},
        {"raw_utf8", 400, get("/å")},
        {"control", 400, get("/a\x01")},
        {"tab", 400, get("/a\tb")},
        {"space", 400, get("/a b")},
        {"fragment", 400, get("/a#b")},
        {"angle", 400, get("/<a>")},
        {"query_nul", 400, get("/a?b=%00")},
        {"query_escape", 400, get("/a?b=%f")},
        {"query_not_utf8", 400, get("/a?b=%ff")},
        {"target_too_long", 414, get("/" + std::string(9'000, 'a'))},
        {"target_endless", 414, "GET /" + std::string(20'000, 'a')},
    };
}

std::vector<Case> request_lines() {
    std::string const host = "Host: a.example\r\n\r\n";
    return {
        {"method_unknown", 501, "BREW / HTTP/1.1\r\n" + host},
        {"method_lower_case", 501, "get / HTTP/1.1\r\n" + host},
        {"method_trace", 501, "TRACE / HTTP/1.1\r\n" + host},
        {"method_connect", 501, "CONNECT a.example:443 HTTP/1.1\r\n" + host},
        {"method_no_token", 400, "G(ET / HTTP/1.1\r\n" + host},
        {"method_missing", 400, " / HTTP/1.1\r\n" + host},
        {"empty_line_first", 400, "\r\nGET / HTTP/1.1\r\n" + host},
        {"two_spaces", 400, "GET  / HTTP/1.1\r\n" + host},
        {"space_at_end", 400, "GET / HTTP/1.1 \r\n" + host},
        {"tab_between", 400, "GET\t/\tHTTP/1.1\r\n" + host},
        {"version_missing", 400, "GET /\r\n" + host},
        {"version_0_9", 505, "GET / HTTP/0.9\r\n" + host},
        {"version_1_2", 505, "GET / HTTP/1.2\r\n" + host},
        {"version_2_0", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"version_lower_case", 400, "GET / http/1.1\r\n" + host},
        {"version_wide", 400, "GET / HTTP/1.10\r\n" + host},
        {"version_other", 400, "GET / HTTQ/1.1\r\n" + host},
        {"tls_to_plain_port", 400, std::string{"\x16\x03\x01\x00\xa5\x01\x00\x00", 8}},
    };
}

std::vector<Case> all_cases() {
    std::vector<Case> all;
    for (auto const& part :
         {lengths(), codings(), chunks(), fields(), hosts(), targets(), request_lines()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

class Framing : public testing::TestWithParam<Case> {};

// What follows on the wire must never be taken for a request of its own.
TEST_P(Framing, is_refused_and_the_connection_closed_without_asking_the_handler) {
    ServerOptions options;
    options.limits.body_bytes = 1024 * 1024;
    TestServer server{options};
    auto const answer =
        server.ask(GetParam().request + "GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::to_string(GetParam().status) + " "))
        << answer;
    EXPECT_TRUE(answer.ends_with("}")) << answer;
    EXPECT_EQ(answer.find("}HTTP/1.1"), std::string::npos) << answer;
    EXPECT_NE(answer.find("\r\nContent-Type: application/problem+json\r\n"), std::string::npos);
    EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_NE(answer.find("\r\nX-Request-Id: "), std::string::npos);
    EXPECT_EQ(server.calls, 0);
    EXPECT_EQ(server.logged, 1);
    EXPECT_EQ(server.last_status, GetParam().status);
}

// The long ones are cut often enough on their way as it is.
std::vector<Case> short_cases() {
    auto cases = all_cases();
    std::erase_if(cases, [](Case const& item) { return item.request.size() > 1'000; });
    return cases;
}

class FramingByteByByte : public testing::TestWithParam<Case> {};

TEST_P(FramingByteByByte, is_refused_alike) {
    ServerOptions options;
    options.limits.body_bytes = 1024 * 1024;
    TestServer server{options};
    TestClient client{server.port()};
    for (auto const c : GetParam().request + "GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n") {
        client.send({&c, 1});
    }
    auto const answer = client.receive_all();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::to_string(GetParam().status) + " "))
        << answer;
    EXPECT_EQ(answer.find("}HTTP/1.1"), std::string::npos) << answer;
    EXPECT_EQ(server.calls, 0);
}

INSTANTIATE_TEST_SUITE_P(All, Framing, testing::ValuesIn(all_cases()),
                         [](auto const& item) { return std::string{item.param.name}; });

INSTANTIATE_TEST_SUITE_P(All, FramingByteByByte, testing::ValuesIn(short_cases()),
                         [](auto const& item) { return std::string{item.param.name}; });

class Accepted : public testing::TestWithParam<Case> {};

TEST_P(Accepted, is_answered) {
    TestServer server;
    TestClient client{server.port()};
    client.send(GetParam().request);
    auto const answer = client.receive();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_EQ(server.calls, 1);
}

INSTANTIATE_TEST_SUITE_P(
    All, Accepted,
    testing::Values(Case{"plain", 200, get("/")}, Case{"escaped_utf8", 200, get("/%C3%A5ker")},
                    Case{"trailing_slash", 200, get("/a/")},
                    Case{"dots_in_name", 200, get("/a..b/...")},
                    Case{"query", 200, get("/a?field[gte]=1&q=%C3%A5+b")},
                    Case{"absolute", 200, get("http://a.example/x")},
                    Case{"absolute_case", 200, get("HTTP://A.Example/x")},
                    Case{"absolute_without_path", 200, get("http://a.example")},
                    Case{"host_with_port", 200, get("/", "Host: a.example:8080\r\n")},
                    Case{"host_ipv6", 200, get("/", "Host: [::1]:8080\r\n")},
                    Case{"spaces_round_value", 200, get("/", "Host: \t a.example \t\r\n")},
                    Case{"no_space_after_colon", 200, get("/", "Host:a.example\r\n")},
                    Case{"utf8_in_value", 200, get("/", "Host: a.example\r\nX-A: åäö\r\n")},
                    Case{"http_1_0", 200, "GET / HTTP/1.0\r\nHost: a\r\n\r\n"},
                    Case{"length", 200, post("Content-Length: 5\r\n")},
                    Case{"length_zero", 200, post("Content-Length: 0\r\n", "")},
                    Case{"length_with_spaces_round", 200, post("Content-Length:  5 \r\n")},
                    Case{"chunked", 200,
                         post("Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n0\r\n\r\n")},
                    Case{"chunked_leading_zeros", 200,
                         post("Transfer-Encoding: chunked\r\n", "0005\r\nabcde\r\n000\r\n\r\n")}),
    [](auto const& item) { return std::string{item.param.name}; });

// Every cut of every case: the parser may say what it likes, but must come back and agree with
// itself.
TEST(Head, no_cut_of_a_bad_request_breaks_the_parser) {
    std::size_t heads = 0;
    for (auto const& item : all_cases()) {
        auto const text = std::string_view{item.request}.substr(0, 300);
        for (std::size_t end = 0; end <= text.size(); ++end) {
            auto const cut = text.substr(0, end);
            EXPECT_EQ(check_head(cut).has_value(),
                      std::holds_alternative<HeadProblem>(parse_head(cut)));
            ++heads;
        }
    }
    EXPECT_GT(heads, 5'000U);
}

}  // namespace

}  // namespace sigill::http
