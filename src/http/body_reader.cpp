#include "http/body_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <limits>

#include "http/problem.hpp"

namespace sigill::http {

namespace {

namespace beast = boost::beast;
using beast::http::error;

// A chunk-size line or trailer that has not ended after this much is an attack.
constexpr std::size_t most_unread_bytes = 4096;

}  // namespace

class BodyReader::Parser {
public:
    explicit Parser(std::size_t most_bytes) {
        parser_.header_limit(std::numeric_limits<std::uint32_t>::max());
        parser_.body_limit(most_bytes);
        parser_.on_chunk_header(on_chunk_);
    }

    std::size_t put(std::string_view bytes, beast::error_code& failed) {
        return parser_.put(boost::asio::buffer(bytes.data(), bytes.size()), failed);
    }
    void read_body_eagerly() { parser_.eager(true); }
    [[nodiscard]] bool agrees_with(Head const& head) const {
        if (!parser_.is_header_done() || parser_.chunked() != head.chunked) {
            return false;
        }
        auto const length = parser_.content_length();
        return head.chunked || (length && *length == head.content_length);
    }
    [[nodiscard]] bool is_done() const { return parser_.is_done(); }
    [[nodiscard]] auto fields() const {
        return std::distance(parser_.get().begin(), parser_.get().end());
    }
    [[nodiscard]] std::string take() { return std::move(parser_.get().body()); }

private:
    beast::http::request_parser<beast::http::string_body> parser_;
    // Extensions mean nothing here, and readers differ on where they end.
    std::function<void(std::uint64_t, beast::string_view, beast::error_code&)> on_chunk_ =
        [](std::uint64_t, beast::string_view extensions, beast::error_code& failed) {
            if (!extensions.empty()) {
                failed = error::bad_chunk_extension;
            }
        };
};

BodyReader::BodyReader(Head const& head, std::string_view raw_head, std::size_t most_bytes)
    : parser_(std::make_unique<Parser>(most_bytes)), most_bytes_(most_bytes) {
    if (head.content_length > most_bytes) {
        wrong_ = HeadProblem{413, problems::body_too_large, std::to_string(most_bytes)};
        return;
    }
    beast::error_code failed;
    auto const used = parser_->put(raw_head, failed);
    if (failed || used != raw_head.size() || !parser_->agrees_with(head)) {
        wrong_ = HeadProblem{400, problems::body, {}};
        return;
    }
    parser_->read_body_eagerly();
}

BodyReader::~BodyReader() = default;

std::size_t BodyReader::feed(std::string_view bytes) {
    auto const fields_before = parser_->fields();
    beast::error_code failed;
    auto const used = parser_->put(bytes, failed);
    auto const stuck = failed == error::need_more && bytes.size() - used > most_unread_bytes;
    if (failed == error::body_limit) {
        wrong_ = HeadProblem{413, problems::body_too_large, std::to_string(most_bytes_)};
    } else if (stuck || (failed && failed != error::need_more)) {
        wrong_ = HeadProblem{400, problems::body, {}};
    } else if (parser_->fields() != fields_before) {
        // A trailer may smuggle a header past whoever checked the head.
        wrong_ = HeadProblem{400, problems::body, {}};
    }
    return used;
}

bool BodyReader::is_done() const {
    return parser_->is_done();
}

std::string BodyReader::take() {
    return parser_->take();
}

}  // namespace sigill::http
