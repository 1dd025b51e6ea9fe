#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/server.hpp"

namespace sigill::http {

// One line of an AccessRecord: time, level, request_id, method, path, status, us, bytes, host,
// peer. Never headers, bodies or query strings: they hold secrets and personal data.
[[nodiscard]] std::string access_line(AccessRecord const& record, std::string_view time);

enum class LogLevel { info, warning, error };

// Structured log: one JSON object a line, written by a thread of its own, so that a slow disk or
// pipe holds up no event loop. When the queue is full the oldest lines are lost, and counted.
class JsonLog {
public:
    using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

    // Empty: standard error. Failure unavailable when the file cannot be opened.
    explicit JsonLog(std::string const& file);
    ~JsonLog();
    JsonLog(JsonLog const&) = delete;
    JsonLog& operator=(JsonLog const&) = delete;

    void write(LogLevel level, std::string_view event, Fields const& fields = {});
    void write(AccessRecord const& record);
    [[nodiscard]] std::size_t lost_lines() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sigill::http
