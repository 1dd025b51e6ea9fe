// Keep-alive connections, each with one request under way, on one thread: how many answers a
// second, and how long each took.

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "arguments.hpp"

namespace sigill::bench {

namespace {

using Steady = std::chrono::steady_clock;

// The requests in their order, endlessly; "{n}" in a body becomes a running number.
class Requests {
public:
    explicit Requests(Arguments const& arguments) : next_number_(arguments.number("first", 1)) {
        method_ = arguments.text("method", "GET");
        body_ = arguments.text("body");
        head_ = " HTTP/1.1\r\nHost: " + arguments.text("host", "localhost") + "\r\n";
        for (auto const* name : {"Cookie", "X-CSRF-Token"}) {
            if (auto const value = arguments.text(name); !value.empty()) {
                head_ += std::string{name} + ": " + value + "\r\n";
            }
        }
        if (auto const path = arguments.text("path"); !path.empty()) {
            paths_.push_back(path);
        } else {
            std::ifstream file{arguments.required("paths")};
            for (std::string line; std::getline(file, line);) {
                paths_.push_back(line);
            }
        }
    }

    std::string next() {
        auto text = method_ + ' ' + paths_[turn_++ % paths_.size()] + head_;
        if (body_.empty()) {
            return text + "\r\n";
        }
        auto body = body_;
        auto const number = fmt::format("{:07}", next_number_++);
        if (auto const at = body.find("{n}"); at != std::string::npos) {
            body.replace(at, 3, number);
        }
        return fmt::format("{}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}", text,
                           body.size(), body);
    }

private:
    std::string method_, body_, head_;
    std::vector<std::string> paths_;
    std::size_t turn_ = 0;
    int next_number_;
};

struct Answer {
    int status = 0;
    std::size_t size = 0;  // of the whole
    std::size_t head = 0;
};

// The first answer in `bytes` once it is whole, else a size of 0.
Answer read_answer(std::string_view bytes) {
    auto const end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        return {};
    }
    Answer answer;
    answer.head = end + 4;
    std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
    std::string head{bytes.substr(0, end + 2)};
    std::ranges::transform(head, head.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    constexpr std::string_view name = "\r\ncontent-length: ";
    auto const at = head.find(name);
    if (at == std::string::npos) {
        throw std::runtime_error("an answer without a length: " + head);
    }
    std::size_t length = 0;
    std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
    answer.size = bytes.size() >= answer.head + length ? answer.head + length : 0;
    return answer;
}

int open_connection(int port) {
    auto const socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("nobody listens there");
    }
    int const on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
    return socket;
}

struct Connection {
    int socket = -1;
    std::string received;
    Steady::time_point sent_at;
};

class Load {
public:
    Load(Arguments const& arguments, Requests& requests) : requests_(requests) {
        epoll_ = ::epoll_create1(0);
        connections_.resize(static_cast<std::size_t>(arguments.number("connections", 16)));
        for (std::size_t i = 0; i < connections_.size(); ++i) {
            connections_[i].socket = open_connection(std::stoi(arguments.required("port")));
            epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, connections_[i].socket, &event);
        }
    }

    void run(std::chrono::seconds period) {
        started_ = Steady::now();
        end_ = started_ + period;
        for (auto& each : connections_) {
            send(each);
        }
        std::vector<epoll_event> events(connections_.size());
        while (waiting_ > 0) {
            auto const count =
                ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 10'000);
            if (count <= 0) {
                throw std::runtime_error("no answer within 10 seconds");
            }
            for (int i = 0; i < count; ++i) {
                receive(connections_[events[static_cast<std::size_t>(i)].data.u64]);
            }
        }
    }

    void print() {
        std::ranges::sort(times_us_);
        auto const at = [&](double part) {
            return times_us_.empty() ? 0.0
                                     : times_us_[static_cast<std::size_t>(
                                           part * static_cast<double>(times_us_.size() - 1))] /
                                           1'000.0;
        };
        std::chrono::duration<double> const took = last_ - started_;
        fmt::print(
            "{{\"per_second\":{:.1f},\"answers\":{},\"refused\":{},\"p50_ms\":{:.2f},"
            "\"p99_ms\":{:.2f},\"bytes\":{}}}\n",
            static_cast<double>(times_us_.size()) / took.count(), times_us_.size(), refused_,
            at(0.5), at(0.99), last_bytes_);
    }
    [[nodiscard]] int refused() const { return refused_; }

private:
    void send(Connection& connection) {
        auto const request = requests_.next();
        connection.sent_at = Steady::now();
        if (::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size())) {
            throw std::runtime_error("a request was not taken whole");
        }
        ++waiting_;
    }

    void receive(Connection& connection) {
        char buffer[65'536];
        for (;;) {
            auto const count = ::recv(connection.socket, buffer, sizeof buffer, 0);
            if (count > 0) {
                connection.received.append(buffer, static_cast<std::size_t>(count));
                continue;
            }
            if (count == 0) {
                throw std::runtime_error("the server closed: " + connection.received);
            }
            break;
        }
        auto const answer = read_answer(connection.received);
        if (answer.size == 0) {
            return;
        }
        last_ = Steady::now();
        --waiting_;
        times_us_.push_back(
            std::chrono::duration<double, std::micro>(last_ - connection.sent_at).count());
        last_bytes_ = answer.size - answer.head;
        if (answer.status / 100 != 2 && refused_++ == 0) {
            fmt::print(stderr, "{}\n", connection.received);
        }
        connection.received.erase(0, answer.size);
        if (last_ < end_) {
            send(connection);
        }
    }

    Requests& requests_;
    int epoll_ = -1;
    std::vector<Connection> connections_;
    Steady::time_point started_, end_, last_;
    std::vector<double> times_us_;
    int waiting_ = 0;
    int refused_ = 0;
    std::size_t last_bytes_ = 0;
};

}  // namespace

int load(Arguments const& arguments) {
    Requests requests{arguments};
    Load measured{arguments, requests};
    measured.run(std::chrono::seconds{arguments.number("seconds", 3)});
    measured.print();
    return measured.refused() == 0 ? 0 : 1;
}

}  // namespace sigill::bench
