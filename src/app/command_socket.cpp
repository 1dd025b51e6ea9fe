#include "app/command_socket.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <list>

#include "base/failure.hpp"
#include "json/json.hpp"

namespace sigill::app {

namespace {

constexpr std::size_t most_question_bytes = 1 << 20;

std::string socket_path(std::string const& data) {
    return data + "/sigill.sock";
}

bool fill_address(sockaddr_un& address, std::string const& path) {
    std::memset(&address, 0, sizeof address);
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        return false;
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return true;
}

bool send_all(int socket, std::string_view text) {
    while (!text.empty()) {
        auto const sent = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

// Lines from a socket; nothing at its end or over the limit.
class LineReader {
public:
    explicit LineReader(int socket) : socket_(socket) {}

    std::optional<std::string> next() {
        for (;;) {
            if (auto const end = pending_.find('\n'); end != std::string::npos) {
                auto line = pending_.substr(0, end);
                pending_.erase(0, end + 1);
                return line;
            }
            char buffer[16 * 1024];
            auto const count = ::recv(socket_, buffer, sizeof buffer, 0);
            if (count <= 0 || pending_.size() > most_question_bytes) {
                return std::nullopt;
            }
            pending_.append(buffer, static_cast<std::size_t>(count));
        }
    }

private:
    int socket_;
    std::string pending_;
};

std::string line_of(std::string_view key, std::string_view text) {
    std::string line = "{";
    json::append_quoted(line, key);
    line += ':';
    json::append_quoted(line, text);
    return line + "}\n";
}

std::optional<Invocation> read_question(std::string const& line) {
    auto const parsed = json::parse(line);
    auto const* value = std::get_if<json::Value>(&parsed);
    if (value == nullptr || !value->is_object()) {
        return std::nullopt;
    }
    auto const& object = value->get_object();
    auto const* arguments = object.if_contains("arguments");
    if (arguments == nullptr || !arguments->is_array()) {
        return std::nullopt;
    }
    Invocation invocation;
    for (auto const& item : arguments->get_array()) {
        if (!item.is_string()) {
            return std::nullopt;
        }
        invocation.arguments.emplace_back(json::view(item.get_string()));
    }
    invocation.folder = json::string_at(object, "folder").value_or("");
    invocation.input = json::string_at(object, "input").value_or("");
    return invocation;
}

std::string question(Invocation const& invocation) {
    json::Object object;
    json::Array arguments;
    for (auto const& argument : invocation.arguments) {
        arguments.emplace_back(json::String(argument.data(), argument.size()));
    }
    object["arguments"] = std::move(arguments);
    object["folder"] = invocation.folder;
    object["input"] = invocation.input;
    return json::to_text(object) + "\n";
}

}  // namespace

class CommandSocket::Impl {
public:
    Impl(std::string const& data, RunCommand run) : path_(socket_path(data)), run_(std::move(run)) {
        sockaddr_un address{};
        listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        // The data directory's lock is ours, so a socket that lies here is a dead server's.
        ::unlink(path_.c_str());
        auto const old_mask = ::umask(0177);
        auto const bound =
            fill_address(address, path_) &&
            ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::umask(old_mask);
        if (!bound || ::listen(listener_, 16) != 0) {
            ::close(listener_);
            throw Failure::of(FailureKind::unavailable,
                              {"command_socket", "The command socket {} cannot be made.",
                               "Kommandosockeln {} går inte att skapa."},
                              path_);
        }
        thread_ = std::thread{[this] { accept_all(); }};
    }

    ~Impl() {
        stop_ = true;
        thread_.join();
        for (auto& thread : clients_) {
            thread.join();
        }
        ::close(listener_);
        ::unlink(path_.c_str());
    }

private:
    void accept_all() {
        while (!stop_) {
            pollfd waiting{listener_, POLLIN, 0};
            if (::poll(&waiting, 1, 200) <= 0) {
                continue;
            }
            auto const client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (client >= 0) {
                timeval const patience{10, 0};
                ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
                clients_.emplace_back([this, client] { serve(client); });
            }
        }
    }

    void serve(int client) {
        LineReader reader{client};
        auto const line = reader.next();
        auto const invocation = line ? read_question(*line) : std::nullopt;
        if (invocation) {
            Output const output{
                [client](std::string_view text) { send_all(client, line_of("out", text)); },
                [client](std::string_view text) { send_all(client, line_of("err", text)); }};
            auto const code = run_(*invocation, output);
            send_all(client, "{\"exit\":" + std::to_string(code) + "}\n");
        }
        ::close(client);
    }

    std::string path_;
    RunCommand run_;
    int listener_ = -1;
    std::atomic<bool> stop_{false};
    std::thread thread_;
    std::list<std::thread> clients_;
};

CommandSocket::CommandSocket(std::string const& data, RunCommand run)
    : impl_(std::make_unique<Impl>(data, std::move(run))) {}

CommandSocket::~CommandSocket() = default;

std::optional<int> run_by_server(std::string const& data, Invocation const& invocation,
                                 Output const& output) {
    sockaddr_un address{};
    if (!fill_address(address, socket_path(data))) {
        return std::nullopt;
    }
    auto const server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(server);
        return std::nullopt;
    }
    send_all(server, question(invocation));
    LineReader reader{server};
    int code = exit_failed;
    bool ended = false;
    while (auto const line = reader.next()) {
        auto const parsed = json::parse(*line, {.bytes = 16 << 20});
        auto const* value = std::get_if<json::Value>(&parsed);
        if (value == nullptr || !value->is_object()) {
            continue;
        }
        auto const& object = value->get_object();
        if (auto const text = json::string_at(object, "out")) {
            output.out(*text);
        } else if (auto const problem = json::string_at(object, "err")) {
            output.err(*problem);
        } else if (auto const* exit = object.if_contains("exit"); exit && exit->is_int64()) {
            code = static_cast<int>(exit->get_int64());
            ended = true;
        }
    }
    ::close(server);
    if (!ended) {
        output.error("The server went away before the command was done.");
    }
    return code;
}

}  // namespace sigill::app
