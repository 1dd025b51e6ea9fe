#pragma once

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace sigill::net {

struct TlsFiles {
    std::string certificate;  // PEM, the leaf first
    std::string key;          // PEM
    bool only_1_3 = false;    // the floor is TLS 1.2
};

// A server context with forward secrecy and authenticated encryption only. Failure unavailable,
// naming the file, when certificate or key cannot be used or do not belong together.
[[nodiscard]] std::shared_ptr<boost::asio::ssl::context> make_tls_context(TlsFiles const& files);

}  // namespace sigill::net
