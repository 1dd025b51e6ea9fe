#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sigill {

// A moment: microseconds since 1970-01-01T00:00:00Z. Stored as a 64-bit integer everywhere.
using Instant = std::int64_t;

inline constexpr Instant one_second = 1'000'000;
inline constexpr Instant one_minute = 60 * one_second;
inline constexpr Instant one_hour = 60 * one_minute;
inline constexpr Instant one_day = 24 * one_hour;

// Time is injected, so that tests can move it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : now_(start) {}
    [[nodiscard]] Instant now() const override { return now_.load(); }
    void advance(Instant by) { now_ += by; }

private:
    std::atomic<Instant> now_;
};

// "2026-11-24T08:15:30.123456Z" (RFC 3339, always UTC, always microseconds).
[[nodiscard]] std::string format_instant(Instant at);
// Accepts RFC 3339 in UTC ("Z") or with an offset, with 0 to 6 decimals.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

// A calendar day as ISO text, "2026-11-24"; days compare as text.
[[nodiscard]] std::string format_day(Instant at);
[[nodiscard]] bool is_day(std::string_view text);
// `day` moved by a number of days; `day` must satisfy is_day.
[[nodiscard]] std::string add_days(std::string_view day, int days);

}  // namespace sigill
