#include "net/tls.hpp"

#include <openssl/ssl.h>

#include <string_view>

#include "base/failure.hpp"

namespace sigill::net {

namespace {

namespace ssl = boost::asio::ssl;

constexpr Phrase unusable{"net.tls_file", "The file {} cannot be used for TLS.",
                          "Filen {} går inte att använda för TLS."};

constexpr char ciphers_1_2[] =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
    "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";

[[noreturn]] void refuse(std::string const& file) {
    throw Failure::of(FailureKind::unavailable, unusable, file);
}

// Only HTTP/1.1 is spoken; a client that offers only others is told so in the handshake.
int choose_protocol(SSL*, unsigned char const** chosen, unsigned char* size,
                    unsigned char const* offered, unsigned int offered_size, void*) {
    constexpr std::string_view http_1_1 = "http/1.1";
    unsigned int at = 0;
    while (at < offered_size) {
        unsigned int const length = offered[at];
        if (length > offered_size - at - 1) {
            return SSL_TLSEXT_ERR_ALERT_FATAL;
        }
        std::string_view const name{reinterpret_cast<char const*>(offered + at + 1), length};
        if (name == http_1_1) {
            *chosen = offered + at + 1;
            *size = static_cast<unsigned char>(length);
            return SSL_TLSEXT_ERR_OK;
        }
        at += length + 1;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

}  // namespace

std::shared_ptr<ssl::context> make_tls_context(TlsFiles const& files) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    auto* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, files.only_1_3 ? TLS1_3_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                    SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA |
                                    SSL_OP_SINGLE_ECDH_USE);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    if (SSL_CTX_set_cipher_list(native, ciphers_1_2) != 1 ||
        SSL_CTX_set1_groups_list(native, "X25519:P-256:P-384") != 1) {
        refuse(files.certificate);
    }
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
    boost::system::error_code error;
    context->use_certificate_chain_file(files.certificate, error);
    if (error) {
        refuse(files.certificate);
    }
    context->use_private_key_file(files.key, ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(native) != 1) {
        refuse(files.key);
    }
    return context;
}

}  // namespace sigill::net
