#include "base/clock.hpp"

#include <chrono>
#include <cstdio>

namespace sigill {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> number(std::string_view text, std::size_t from, std::size_t digits) {
    if (from + digits > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = from; i < from + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::optional<year_month_day> date_of(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    auto const y = number(text, 0, 4);
    auto const m = number(text, 5, 2);
    auto const d = number(text, 8, 2);
    if (!y || !m || !d) {
        return std::nullopt;
    }
    auto const date = year{*y} / month{static_cast<unsigned>(*m)} / day{static_cast<unsigned>(*d)};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::string format_date(year_month_day date) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                  unsigned{date.day()});
    return buffer;
}

std::int64_t floor_div(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

year_month_day date_at(Instant at) {
    return year_month_day{sys_days{std::chrono::days{floor_div(at, one_day)}}};
}

// The offset part of an RFC 3339 time ("Z", "+01:00") in microseconds.
std::optional<Instant> offset_of(std::string_view text) {
    if (text == "Z" || text == "z") {
        return 0;
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    auto const hours = number(text, 1, 2);
    auto const minutes = number(text, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    auto const size = *hours * one_hour + *minutes * one_minute;
    return text[0] == '+' ? size : -size;
}

}  // namespace

Instant SystemClock::now() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string format_instant(Instant at) {
    auto const of_day = at - floor_div(at, one_day) * one_day;
    auto text = format_date(date_at(at)) + "T00:00:00.000000Z";
    auto const put = [&](std::size_t place, int width, Instant number) {
        for (auto i = place + static_cast<std::size_t>(width); i-- > place; number /= 10) {
            text[i] = static_cast<char>('0' + number % 10);
        }
    };
    put(11, 2, of_day / one_hour);
    put(14, 2, of_day / one_minute % 60);
    put(17, 2, of_day / one_second % 60);
    put(20, 6, of_day % one_second);
    return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
    auto const date = date_of(text);
    if (!date || text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':') {
        return std::nullopt;
    }
    auto const hours = number(text, 11, 2);
    auto const minutes = number(text, 14, 2);
    auto const seconds = number(text, 17, 2);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) {
        return std::nullopt;
    }
    std::size_t next = 19;
    Instant fraction = 0;
    if (text[next] == '.') {
        ++next;
        Instant unit = one_second / 10;
        auto const first = next;
        for (; next < text.size() && text[next] >= '0' && text[next] <= '9'; ++next) {
            fraction += (text[next] - '0') * unit;
            unit /= 10;
        }
        if (next == first) {
            return std::nullopt;
        }
    }
    auto const offset = offset_of(text.substr(next));
    if (!offset) {
        return std::nullopt;
    }
    auto const days = sys_days{*date}.time_since_epoch().count();
    return days * one_day + *hours * one_hour + *minutes * one_minute + *seconds * one_second +
           fraction - *offset;
}

std::string format_day(Instant at) {
    return format_date(date_at(at));
}

bool is_day(std::string_view text) {
    return text.size() == 10 && date_of(text).has_value();
}

std::string add_days(std::string_view day_text, int days) {
    auto const date = date_of(day_text).value();
    return format_date(year_month_day{sys_days{date} + std::chrono::days{days}});
}

}  // namespace sigill
