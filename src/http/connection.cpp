#include <sys/random.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <algorithm>

#include "base/assert.hpp"
#include "base/bytes.hpp"
#include "http/answer.hpp"
#include "http/body_reader.hpp"
#include "http/forwarded.hpp"
#include "http/head.hpp"
#include "http/language.hpp"
#include "http/loop.hpp"
#include "http/problem.hpp"
#include "http/waiter.hpp"
#include "http/wire.hpp"

namespace sigill::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t read_bytes = 16 * 1024;
// An idle connection holds no more than this, and a usual request arrives in it whole.
constexpr std::size_t first_read_bytes = 2 * 1024;

std::string make_request_id() {
    std::array<std::uint8_t, 16> bytes{};
    // An id needs no secrecy; 16 bytes never come short (getrandom(2)).
    SIGILL_ASSERT(getrandom(bytes.data(), bytes.size(), 0) == ssize_t{16});
    return to_hex(bytes);
}

struct Piece {
    std::string bytes;
    bool more = false;
    bool failed = true;
};

Response unanswered() {
    Response response;
    response.status = 0;
    return response;
}

// One request and its answer. The parts kept beside the request are for the log: the request itself
// is given away.
struct Exchange {
    explicit Exchange(Service& service) : share(service) {}

    Request request;
    BodyShare share;
    SteadyTime since = std::chrono::steady_clock::now();
    Language language = Language::swedish;
    int minor_version = 1;
    bool close = false;
    bool head_only = false;
    std::size_t request_bytes = 0;
    std::size_t response_bytes = 0;
    std::string request_id = make_request_id();
    std::string method, path, host, peer;
};

enum class Arrival { whole, gone, refused };

// GCC 12 evaluates a co_await inside && || ?: also when it must not, so each stands in a statement
// of its own here.
template <class Stream>
class Session final : public Wire<Stream> {
public:
    Session(Loop& loop, Stream stream)
        : Wire<Stream>(std::move(stream), loop.service().options.limits),
          loop_(loop),
          service_(loop.service()),
          bell_(make_bell(loop.io())) {
        loop_.add(*this);
    }
    ~Session() override { loop_.remove(*this); }

    void cut() override {
        Wire<Stream>::cut();
        bell_->cancel();
    }

    static asio::awaitable<void> run(std::shared_ptr<Session> self) {
        try {
            co_await self->serve();
        } catch (std::exception const&) {
            // Out of memory, at worst: this client loses its connection, nobody else does.
        }
    }

private:
    using Base = Wire<Stream>;
    using Base::arrived_;
    using Base::cut_;
    using Base::expect_whenever;
    using Base::expect_within;
    using Base::expired_;
    using Base::gone_;
    using Base::idle_;
    using Base::limits_;
    using Base::read_more;
    using Base::socket;
    using Base::write;

    asio::awaitable<void> serve() {
        boost::system::error_code failed;
        socket().set_option(tcp::no_delay(true), failed);
        auto const remote = socket().remote_endpoint(failed);
        if (failed || service_.draining) {
            co_return;
        }
        peer_ = remote.address();
        bool go_on = co_await Base::shake_hands();
        if (!go_on) {
            co_return;
        }
        while (go_on) {
            Exchange exchange{service_};
            std::optional<HeadProblem> wrong;
            auto const arrival = co_await read_request(exchange, wrong);
            go_on = arrival != Arrival::gone;
            if (go_on) {
                go_on = co_await answer(exchange, wrong);
            }
        }
        co_await Base::say_goodbye();
    }

    // Bytes of the next head in the buffer; 0 when it is wrong or the client is gone.
    asio::awaitable<std::size_t> read_head(std::optional<HeadProblem>& wrong) {
        idle_ = arrived_.empty();
        if (idle_) {
            if (service_.draining) {
                co_return 0;
            }
            arrived_.shrink_to_fit();
        }
        expect_within(idle_ ? limits_.idle_timeout : limits_.header_timeout);
        std::size_t scanned = 0;
        while (true) {
            auto const scan = scan_head(arrived_, scanned);
            if (scan.broken) {
                wrong = HeadProblem{400, problems::line_ending, {}};
                co_return 0;
            }
            auto const in_use = scan.end > 0 ? scan.end : arrived_.size();
            if (in_use > limits_.header_bytes) {
                auto const no_line = arrived_.find('\n') > limits_.header_bytes;
                wrong = no_line ? HeadProblem{414, problems::target_too_long, {}}
                                : HeadProblem{431, problems::head_too_large, {}};
                co_return 0;
            }
            if (scan.end > 0) {
                co_return scan.end;
            }
            scanned = arrived_.size();
            auto const arrived = co_await read_more(idle_ ? first_read_bytes : read_bytes);
            if (!arrived) {
                if (expired_ && !idle_) {
                    wrong = HeadProblem{408, problems::slow, {}};
                }
                idle_ = false;
                co_return 0;
            }
            if (idle_) {
                idle_ = false;
                expect_within(limits_.header_timeout);
            }
        }
    }

    asio::awaitable<Arrival> read_request(Exchange& exchange, std::optional<HeadProblem>& wrong) {
        auto const head_bytes = co_await read_head(wrong);
        exchange.since = std::chrono::steady_clock::now();
        exchange.request_bytes = head_bytes;
        exchange.peer = peer_.to_string();
        if (head_bytes == 0) {
            exchange.language = language_in_raw(arrived_);
            co_return wrong ? Arrival::refused : Arrival::gone;
        }
        auto const raw = arrived_.substr(0, head_bytes);
        arrived_.erase(0, head_bytes);
        auto outcome = parse_head(raw);
        if (auto* found = std::get_if<HeadProblem>(&outcome)) {
            exchange.language = language_in_raw(raw);
            wrong = std::move(*found);
            co_return Arrival::refused;
        }
        auto& head = std::get<Head>(outcome);
        take_head(exchange, head);
        if (head.chunked || head.content_length > 0) {
            BodyReader reader{head, limits_.body_bytes};
            wrong = co_await read_body(reader, head.expects_continue, exchange);
            if (!wrong && !reader.is_done()) {
                co_return Arrival::gone;
            }
            exchange.request.body = reader.take();
        }
        co_return wrong ? Arrival::refused : Arrival::whole;
    }

    void take_head(Exchange& exchange, Head& head) {
        auto& request = exchange.request;
        exchange.minor_version = head.minor_version;
        exchange.close = head.close;
        exchange.head_only = head.method == "HEAD";
        request.method = std::move(head.method);
        request.path = std::move(head.path);
        request.query = std::move(head.query);
        request.headers = std::move(head.headers);
        request.host = std::move(head.host);
        request.request_id = exchange.request_id;
        apply_forwarding(request, peer_, Base::is_tls, service_.trusted_proxies);
        exchange.language = preferred_language(request.header("accept-language").value_or(""));
        exchange.method = request.method;
        exchange.path = request.path;
        exchange.host = request.host;
        exchange.peer = request.peer;
    }

    // What is wrong with the body, or nothing when it is whole or the client went away.
    asio::awaitable<std::optional<HeadProblem>> read_body(BodyReader& reader, bool expects_continue,
                                                          Exchange& exchange) {
        if (!reader.wrong() && expects_continue && arrived_.empty()) {
            co_await write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        expect_within(limits_.body_timeout);
        while (!reader.wrong() && !reader.is_done()) {
            if (arrived_.empty()) {
                auto const more = co_await read_more(Base::write_bytes);
                if (!more && expired_) {
                    co_return HeadProblem{408, problems::slow, {}};
                }
                if (!more) {
                    break;
                }
            }
            auto const used = reader.feed(arrived_);
            arrived_.erase(0, used);
            exchange.request_bytes += used;
            if (!exchange.share.grow(used)) {
                co_return HeadProblem{503, problems::busy, {}};
            }
        }
        co_return reader.wrong();
    }

    // Sends the answer and logs it; true when the connection may take another request.
    asio::awaitable<bool> answer(Exchange& exchange, std::optional<HeadProblem> const& wrong) {
        Response response;
        if (wrong) {
            exchange.close = true;
            response = problem(wrong->status, wrong->phrase, wrong->value, exchange.language,
                               exchange.request_id);
        } else {
            response = co_await ask_handler(exchange);
        }
        exchange.close = exchange.close || service_.draining;
        auto const sent = co_await send(exchange, response);
        log(exchange, response.status);
        co_return sent && !exchange.close;
    }

    asio::awaitable<Response> ask_handler(Exchange& exchange) {
        auto const waiter = std::make_shared<Waiter<Response>>(bell_);
        auto promise = std::make_shared<Promise<Response>>(waiter, unanswered());
        expect_whenever();
        try {
            service_.handler(std::move(exchange.request),
                             [promise](Response response) { promise->keep(std::move(response)); });
        } catch (std::exception const&) {
            // Without an answer the promise gives one: 500.
        }
        promise.reset();
        co_await ring();
        auto given = waiter->give_up();
        if (!given || given->status == 0) {
            co_return problem(500, problems::internal, {}, exchange.language, exchange.request_id);
        }
        co_return std::move(*given);
    }

    asio::awaitable<void> ring() {
        if (!cut_) {
            boost::system::error_code woken;
            co_await bell_->async_wait(Base::into(woken));
        }
    }

    asio::awaitable<bool> send(Exchange& exchange, Response& response) {
        AnswerOptions const options{exchange.request_id, loop_.date(), exchange.close,
                                    exchange.minor_version};
        auto head = answer_head(response, options);
        if (!head) {
            response = problem(500, problems::internal, {}, exchange.language, exchange.request_id);
            head = answer_head(response, options);
        }
        exchange.response_bytes = head->size();
        auto const framing = framing_of(response, options);
        auto const bodiless = exchange.head_only || framing == Framing::none;
        if (bodiless || response.source) {
            auto const sent = co_await write(*head);
            if (!sent || bodiless) {
                co_return sent;
            }
            co_return co_await send_source(exchange, response.source, framing);
        }
        exchange.response_bytes += response.body.size();
        // One system call for the usual answer.
        auto const with_head = response.body.size() <= Base::write_bytes ? response.body.size() : 0;
        head->append(response.body, 0, with_head);
        auto const sent = co_await write(*head);
        if (!sent) {
            co_return false;
        }
        co_return co_await write(std::string_view{response.body}.substr(with_head));
    }

    // One piece in memory: the next is pulled when the client has taken this one.
    asio::awaitable<bool> send_source(Exchange& exchange, std::shared_ptr<BodySource> source,
                                      Framing framing) {
        auto const chunked = framing == Framing::chunked;
        Piece piece;
        do {
            piece = co_await pull(source);
            if (piece.failed) {
                // Cut without the last chunk: the client sees an incomplete answer.
                exchange.close = true;
                gone_ = true;
                co_return false;
            }
            auto const ready = chunked ? framed_chunk(piece.bytes) : unframed_chunk(piece.bytes);
            exchange.response_bytes += ready.size();
            auto const sent = co_await write(ready);
            if (!sent) {
                co_return false;
            }
        } while (piece.more);
        co_return co_await write(chunked ? last_chunk : std::string_view{});
    }

    asio::awaitable<Piece> pull(std::shared_ptr<BodySource> const& source) {
        auto const waiter = std::make_shared<Waiter<Piece>>(bell_);
        auto promise = std::make_shared<Promise<Piece>>(waiter, Piece{});
        expect_whenever();
        try {
            service_.options.run_blocking([promise, source] {
                Piece piece;
                piece.bytes = chunk_room;
                try {
                    piece.more = source->next(piece.bytes);
                    piece.failed = false;
                } catch (...) {
                    piece.failed = true;
                }
                promise->keep(std::move(piece));
            });
        } catch (std::exception const&) {
            // The workers take no more; the promise answers that the piece failed.
        }
        promise.reset();
        co_await ring();
        co_return waiter->give_up().value_or(Piece{});
    }

    void log(Exchange const& exchange, int status) const {
        if (!service_.log) {
            return;
        }
        auto const spent = std::chrono::steady_clock::now() - exchange.since;
        service_.log(AccessRecord{
            exchange.request_id, exchange.method, exchange.path, exchange.host, exchange.peer,
            status, std::chrono::duration_cast<std::chrono::microseconds>(spent).count(),
            exchange.request_bytes, exchange.response_bytes});
    }

    Loop& loop_;
    Service& service_;
    Bell bell_;
    boost::asio::ip::address peer_;
};

template <class Stream>
void spawn(Loop& loop, Stream stream) {
    asio::co_spawn(loop.io(),
                   Session<Stream>::run(std::make_shared<Session<Stream>>(loop, std::move(stream))),
                   asio::detached);
}

}  // namespace

void serve_connection(Loop& loop, tcp::socket socket, std::shared_ptr<asio::ssl::context> tls) {
    if (tls) {
        // The stream's SSL object keeps the OpenSSL context alive across a reload.
        spawn(loop, TlsStream{std::move(socket), *tls});
    } else {
        spawn(loop, std::move(socket));
    }
}

}  // namespace sigill::http
