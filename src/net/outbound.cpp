#include "net/outbound.hpp"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <mutex>

#include "base/assert.hpp"

namespace sigill::net {

namespace {

namespace ip = boost::asio::ip;

constexpr std::size_t most_answer_bytes = 64 * 1024;

// RFC 6890 and its successors: what does not lead to a host on the public Internet.
AddressList const& special_networks() {
    static AddressList const networks{std::vector<std::string>{
        "0.0.0.0/8",       "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",    "169.254.0.0/16",
        "172.16.0.0/12",   "192.0.0.0/24",   "192.0.2.0/24",  "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",   "240.0.0.0/4",    "::/96",
        "64:ff9b::/96",    "64:ff9b:1::/48", "100::/64",      "2001::/23",      "2001:db8::/32",
        "2002::/16",       "fc00::/7",       "fe80::/10",     "fec0::/10",      "ff00::/8"}};
    return networks;
}

struct Exchange {
    AddressList const* allowed = nullptr;
    std::string answer;
    bool was_refused = false;
};

// Called with the address that the connection will be made to, after the name was resolved: what is
// checked is what is used.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* where) {
    auto& exchange = *static_cast<Exchange*>(data);
    ip::address address;
    if (where->family == AF_INET) {
        sockaddr_in held{};
        std::memcpy(&held, &where->addr, sizeof held);
        address = ip::address_v4{ntohl(held.sin_addr.s_addr)};
    } else if (where->family == AF_INET6) {
        sockaddr_in6 held{};
        std::memcpy(&held, &where->addr, sizeof held);
        ip::address_v6::bytes_type bytes;
        std::memcpy(bytes.data(), &held.sin6_addr, bytes.size());
        address = unmapped(ip::address_v6{bytes});
    } else {
        return CURL_SOCKET_BAD;
    }
    if (!is_public(address) && !exchange.allowed->contains(address)) {
        exchange.was_refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(where->family, where->socktype | SOCK_CLOEXEC, where->protocol);
}

std::size_t take(char* piece, std::size_t size, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    auto const bytes = size * count;
    if (exchange.answer.size() + bytes > most_answer_bytes) {
        return 0;
    }
    exchange.answer.append(piece, bytes);
    return bytes;
}

void prepare_library() {
    static std::once_flag once;
    std::call_once(once, [] { SIGILL_ASSERT(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); });
}

}  // namespace

bool is_public(ip::address const& address) {
    return !special_networks().contains(unmapped(address));
}

Outbound::Outbound(std::vector<std::string> const& allowed, std::chrono::milliseconds timeout)
    : allowed_(allowed), timeout_(timeout) {}

OutboundAnswer Outbound::post(std::string const& url, std::string const& content_type,
                              std::string_view body) const {
    prepare_library();
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> const handle{curl_easy_init(),
                                                                     curl_easy_cleanup};
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers{
        curl_slist_append(nullptr, ("Content-Type: " + content_type).c_str()), curl_slist_free_all};
    // A body above 1 KiB would else wait for a "100 Continue".
    headers.reset(curl_slist_append(headers.release(), "Expect:"));
    Exchange exchange{&allowed_, {}, false};
    auto* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout_.count()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
    auto const result = curl_easy_perform(curl);
    if (exchange.was_refused) {
        return {0, "the address lies in a network that is not allowed (outbound.allowed)"};
    }
    if (result != CURLE_OK) {
        return {0, curl_easy_strerror(result)};
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return {static_cast<int>(status), std::move(exchange.answer)};
}

}  // namespace sigill::net
