#include "http/access_log.hpp"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "base/clock.hpp"
#include "base/failure.hpp"
#include "http/percent.hpp"
#include "json/json.hpp"

namespace sigill::http {

namespace {

constexpr std::size_t queued_lines = 8192;

constexpr Phrase cannot_open{"log.cannot_open", "The log file {} cannot be opened.",
                             "Loggfilen {} går inte att öppna."};

std::string_view name_of(LogLevel level) {
    switch (level) {
    case LogLevel::info: return "info";
    case LogLevel::warning: return "warning";
    case LogLevel::error: return "error";
    }
    return "error";
}

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
    case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

LogLevel level_of(int status) {
    return status >= 500 ? LogLevel::error : LogLevel::info;
}

void append_text(std::string& line, std::string_view key, std::string_view value) {
    line += line.size() > 1 ? ",\"" : "\"";
    line.append(key).append("\":");
    json::append_quoted(line, is_utf8(value) ? value : std::string_view{"(not UTF-8)"});
}

template <class Number>
void append_number(std::string& line, std::string_view key, Number value) {
    line.append(",\"").append(key).append("\":").append(std::to_string(value));
}

std::string now() {
    return format_instant(SystemClock{}.now());
}

}  // namespace

std::string access_line(AccessRecord const& record, std::string_view time) {
    std::string line = "{";
    append_text(line, "time", time);
    append_text(line, "level", name_of(level_of(record.status)));
    append_text(line, "event", "request");
    append_text(line, "request_id", record.request_id);
    append_text(line, "method", record.method);
    append_text(line, "path", record.path);
    append_number(line, "status", record.status);
    append_number(line, "us", record.duration_us);
    append_number(line, "bytes", record.response_bytes);
    append_number(line, "request_bytes", record.request_bytes);
    append_text(line, "host", record.host);
    append_text(line, "peer", record.peer);
    return line + "}";
}

class JsonLog::Impl {
public:
    explicit Impl(std::string const& file)
        : pool_(std::make_shared<spdlog::details::thread_pool>(queued_lines, 1)) {
        spdlog::sink_ptr sink;
        try {
            sink = file.empty()
                       ? spdlog::sink_ptr{std::make_shared<spdlog::sinks::stderr_sink_mt>()}
                       : std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
        } catch (spdlog::spdlog_ex const&) {
            throw Failure::of(FailureKind::unavailable, cannot_open, file);
        }
        logger_ = std::make_shared<spdlog::async_logger>(
            "sigill", std::move(sink), pool_, spdlog::async_overflow_policy::overrun_oldest);
        logger_->set_pattern("%v");
        logger_->flush_on(spdlog::level::info);
    }

    void write(LogLevel level, std::string const& line) { logger_->log(spdlog_level(level), line); }
    [[nodiscard]] std::size_t lost_lines() const { return pool_->overrun_counter(); }

private:
    std::shared_ptr<spdlog::details::thread_pool> pool_;
    std::shared_ptr<spdlog::async_logger> logger_;
};

JsonLog::JsonLog(std::string const& file) : impl_(std::make_unique<Impl>(file)) {}

JsonLog::~JsonLog() = default;

void JsonLog::write(LogLevel level, std::string_view event, Fields const& fields) {
    std::string line = "{";
    append_text(line, "time", now());
    append_text(line, "level", name_of(level));
    append_text(line, "event", event);
    for (auto const& [key, value] : fields) {
        append_text(line, key, value);
    }
    impl_->write(level, line + "}");
}

void JsonLog::write(AccessRecord const& record) {
    impl_->write(level_of(record.status), access_line(record, now()));
}

std::size_t JsonLog::lost_lines() const {
    return impl_->lost_lines();
}

}  // namespace sigill::http
