#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/head.hpp"

namespace sigill::http {

// Reads the body that follows a head, with Content-Length or chunked. Beast does the work, behind
// this door; the head is given to it too, and both readings of the framing must agree.
class BodyReader {
public:
    BodyReader(Head const& head, std::string_view raw_head, std::size_t most_bytes);
    ~BodyReader();
    BodyReader(BodyReader const&) = delete;
    BodyReader& operator=(BodyReader const&) = delete;

    // Takes what it can use from `bytes` and says how much that was.
    std::size_t feed(std::string_view bytes);
    [[nodiscard]] bool is_done() const;
    [[nodiscard]] std::optional<HeadProblem> const& wrong() const { return wrong_; }
    [[nodiscard]] std::string take();

private:
    class Parser;
    std::unique_ptr<Parser> parser_;
    std::size_t most_bytes_;
    std::optional<HeadProblem> wrong_;
};

}  // namespace sigill::http
