#include "witness/serve.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/failure.hpp"
#include "db/database.hpp"
#include "http/server.hpp"

namespace sigill::witness {

namespace {

constexpr Phrase in_use{"witness.in_use", "Another witness works in {}.",
                        "Ett annat vittne arbetar i {}."};
// Old size, 63 hashes, and a note of at most 64 KiB.
constexpr std::size_t most_body_bytes = 80 * 1024;

// Two that work on one state could each sign another tree of the same size.
class Lock {
public:
    explicit Lock(std::string const& directory)
        : file_(::open((directory + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        if (file_ < 0 || ::flock(file_, LOCK_EX | LOCK_NB) != 0) {
            throw Failure::of(FailureKind::unavailable, in_use, directory);
        }
    }
    ~Lock() { ::close(file_); }
    Lock(Lock const&) = delete;
    Lock& operator=(Lock const&) = delete;

private:
    int file_;
};

http::Response plain(Answer answer) {
    http::Response response;
    response.status = answer.status;
    response.body = std::move(answer.body);
    response.headers = {{"content-type", std::move(answer.content_type)},
                        {"cache-control", "no-store"},
                        {"x-content-type-options", "nosniff"}};
    return response;
}

}  // namespace

http::Response respond(Witness& witness, http::Request const& request) {
    if (request.path != "/add-checkpoint") {
        return plain({404, "there is nothing here\n"});
    }
    if (request.method != "POST") {
        auto response = plain({405, "POST a checkpoint\n"});
        response.headers.emplace_back("allow", "POST");
        return response;
    }
    try {
        return plain(witness.add_checkpoint(request.body));
    } catch (std::exception const& error) {
        spdlog::error("no checkpoint was signed: {}", error.what());
        return plain({503, "the state cannot be read or written\n"});
    }
}

void serve(ServeOptions const& options, std::function<void(std::string const&)> const& say) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    Lock const lock{options.directory};
    SystemClock const clock;
    Witness witness{options.directory, read_key(options.directory + "/key"), options.logs, clock};
    auto const pool = db::make_worker_pool(1);
    http::ServerOptions listening;
    listening.address = options.address;
    listening.port = options.port;
    listening.loops = 1;
    listening.limits.body_bytes = most_body_bytes;
    http::Server server{
        listening,
        [&](http::Request&& request, http::Respond answer) {
            db::post(*pool, [&witness, request = std::move(request), answer = std::move(answer)] {
                answer(respond(witness, request));
            });
        },
        [](http::AccessRecord const&) {}};
    server.start();
    say("http://" + options.address + ":" + std::to_string(server.port()));
    say(witness.verifier_key());
    int received = 0;
    while (sigwait(&signals, &received) != 0) {
    }
    server.drain(std::chrono::seconds{5});
    db::drain(*pool);
}

}  // namespace sigill::witness
