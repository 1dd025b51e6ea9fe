#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/failure.hpp"
#include "http/test_client.hpp"

namespace sigill::http {

namespace {

// A folder with a fresh key and self-signed certificate, removed at the end.
class Certificates {
public:
    Certificates() {
        std::string pattern = testing::TempDir() + "sigill_tls_XXXXXX";
        folder_ = ::mkdtemp(pattern.data());
        renew("first");
    }
    ~Certificates() { std::filesystem::remove_all(folder_); }
    Certificates(Certificates const&) = delete;
    Certificates& operator=(Certificates const&) = delete;

    [[nodiscard]] std::string certificate() const { return folder_ + "/certificate.pem"; }
    [[nodiscard]] std::string key() const { return folder_ + "/key.pem"; }

    void renew(std::string const& name) const {
        auto* pair = EVP_EC_gen("P-256");
        auto* certificate_object = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate_object), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate_object), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate_object), 3600);
        X509_set_pubkey(certificate_object, pair);
        auto* subject = X509_get_subject_name(certificate_object);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<unsigned char const*>(name.c_str()), -1, -1, 0);
        X509_set_issuer_name(certificate_object, subject);
        X509_sign(certificate_object, pair, EVP_sha256());
        auto* file = std::fopen(certificate().c_str(), "w");
        PEM_write_X509(file, certificate_object);
        std::fclose(file);
        file = std::fopen(key().c_str(), "w");
        PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
        X509_free(certificate_object);
        EVP_PKEY_free(pair);
    }

    [[nodiscard]] ServerOptions options() const {
        ServerOptions options;
        options.certificate_file = certificate();
        options.key_file = key();
        return options;
    }

private:
    std::string folder_;
};

// A client that speaks exactly one version of TLS.
class TlsClient {
public:
    TlsClient(std::uint16_t port, int version, char const* ciphers = "ALL:@SECLEVEL=0",
              std::string_view protocol = {})
        : wire_(port), context_(SSL_CTX_new(TLS_client_method())) {
        SSL_CTX_set_min_proto_version(context_, version);
        SSL_CTX_set_max_proto_version(context_, version);
        SSL_CTX_set_cipher_list(context_, ciphers);
        session_ = SSL_new(context_);
        if (!protocol.empty()) {
            std::string offer{static_cast<char>(protocol.size())};
            offer += protocol;
            SSL_set_alpn_protos(session_, reinterpret_cast<unsigned char const*>(offer.data()),
                                static_cast<unsigned>(offer.size()));
        }
        SSL_set_fd(session_, wire_.socket());
        connected = SSL_connect(session_) == 1;
        ERR_clear_error();
    }
    ~TlsClient() {
        SSL_free(session_);
        SSL_CTX_free(context_);
    }
    TlsClient(TlsClient const&) = delete;
    TlsClient& operator=(TlsClient const&) = delete;

    std::string ask(std::string_view request) {
        SSL_write(session_, request.data(), static_cast<int>(request.size()));
        std::string all;
        std::string part(65'536, '\0');
        int got = 0;
        while ((got = SSL_read(session_, part.data(), static_cast<int>(part.size()))) > 0) {
            all.append(part, 0, static_cast<std::size_t>(got));
        }
        closed_properly = SSL_get_error(session_, got) == SSL_ERROR_ZERO_RETURN;
        return all;
    }
    [[nodiscard]] std::string version() const { return SSL_get_version(session_); }
    [[nodiscard]] std::string certificate_name() const {
        char name[64] = {};
        auto* certificate = SSL_get0_peer_certificate(session_);
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name,
                                  sizeof name);
        return name;
    }

    bool connected = false;
    bool closed_properly = false;

private:
    TestClient wire_;
    SSL_CTX* context_;
    SSL* session_;
};

constexpr std::string_view request = "GET /secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

TEST(Tls, versions_1_2_and_1_3_are_spoken_and_older_ones_refused) {
    Certificates const files;
    TestServer server{files.options()};
    for (auto const version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client{server.port(), version};
        ASSERT_TRUE(client.connected) << version;
        EXPECT_TRUE(client.ask(request).ends_with("GET /secret")) << client.version();
        EXPECT_TRUE(client.closed_properly);
    }
    for (auto const version : {TLS1_VERSION, TLS1_1_VERSION}) {
        TlsClient client{server.port(), version};
        EXPECT_FALSE(client.connected) << version;
    }
    EXPECT_EQ(server.calls, 2);
}

TEST(Tls, the_floor_can_be_1_3) {
    Certificates const files;
    auto options = files.options();
    options.tls_1_3_only = true;
    TestServer server{options};
    EXPECT_FALSE((TlsClient{server.port(), TLS1_2_VERSION}.connected));
    EXPECT_TRUE((TlsClient{server.port(), TLS1_3_VERSION}.connected));
}

TEST(Tls, weak_ciphers_are_refused) {
    Certificates const files;
    TestServer server{files.options()};
    for (auto const* ciphers :
         {"ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "AES128-SHA"}) {
        EXPECT_FALSE((TlsClient{server.port(), TLS1_2_VERSION, ciphers}.connected)) << ciphers;
    }
    EXPECT_TRUE(
        (TlsClient{server.port(), TLS1_2_VERSION, "ECDHE-ECDSA-AES256-GCM-SHA384"}.connected));
}

TEST(Tls, only_http_1_1_can_be_negotiated) {
    Certificates const files;
    TestServer server{files.options()};
    EXPECT_TRUE((TlsClient{server.port(), TLS1_3_VERSION, "ALL", "http/1.1"}.connected));
    EXPECT_FALSE((TlsClient{server.port(), TLS1_3_VERSION, "ALL", "h2"}.connected));
}

TEST(Tls, plain_text_gets_no_answer) {
    Certificates const files;
    TestServer server{files.options()};
    EXPECT_EQ(server.ask(request).find("HTTP/1.1"), std::string::npos);
    EXPECT_EQ(server.calls, 0);
}

TEST(Tls, a_new_certificate_is_taken_up_and_an_unusable_one_is_not) {
    Certificates const files;
    TestServer server{files.options()};
    TlsClient before{server.port(), TLS1_3_VERSION};
    EXPECT_EQ(before.certificate_name(), "first");
    files.renew("second");
    server->reload_certificate();
    EXPECT_EQ((TlsClient{server.port(), TLS1_3_VERSION}.certificate_name()), "second");
    // The connection from before the reload goes on.
    EXPECT_TRUE(before.ask(request).ends_with("GET /secret"));
    std::ofstream{files.key()} << "no key";
    EXPECT_THROW(server->reload_certificate(), Failure);
    EXPECT_EQ((TlsClient{server.port(), TLS1_3_VERSION}.certificate_name()), "second");
}

TEST(Tls, a_handshake_that_stalls_is_cut) {
    Certificates const files;
    auto options = files.options();
    options.limits.header_timeout = std::chrono::milliseconds{100};
    TestServer server{options};
    TestClient client{server.port()};
    client.send("\x16\x03\x01");
    static_cast<void>(client.receive_all(std::chrono::seconds{3}));
    EXPECT_TRUE(client.closed());
}

TEST(Tls, a_large_answer_arrives_whole) {
    Certificates const files;
    TestServer server{files.options(), [](Request&& http, Respond respond) {
                          Response response;
                          response.body.assign(5'000'000, http.tls ? 't' : 'p');
                          respond(std::move(response));
                      }};
    TlsClient client{server.port(), TLS1_3_VERSION};
    auto const answer = client.ask(request);
    EXPECT_EQ(std::count(answer.begin(), answer.end(), 't') > 5'000'000 - 1, true);
    EXPECT_TRUE(answer.ends_with(std::string(1'000, 't')));
}

TEST(Tls, files_that_cannot_be_used_are_named) {
    Certificates const files;
    auto options = files.options();
    options.key_file = "/nowhere/key.pem";
    try {
        Server{options, TestServer::echo(), {}};
        FAIL() << "served without a key";
    } catch (Failure const& failure) {
        EXPECT_NE(failure.sentence(Language::english).find("/nowhere/key.pem"), std::string::npos);
    }
}

}  // namespace

}  // namespace sigill::http
