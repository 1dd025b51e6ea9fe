#pragma once

#include <boost/asio/ip/address.hpp>

#include "http/message.hpp"
#include "net/address.hpp"

namespace sigill::http {

// Sets `request.peer` and `request.tls` from the connection and, where it comes from a trusted
// proxy, from X-Forwarded-For (the right-most address that is no trusted proxy) and
// X-Forwarded-Proto. Anybody else's forwarding headers are removed: they are only a claim.
void apply_forwarding(Request& request, boost::asio::ip::address const& peer, bool tls,
                      net::AddressList const& trusted);

}  // namespace sigill::http
