#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <limits>

#include "base/assert.hpp"
#include "text/library_failed.hpp"
#include "text/text.hpp"

namespace sigill::text {

namespace {

// Marks that turn the reading direction of what follows, and so can make a text look like another
// (U+202A to U+202E, U+2066 to U+2069). The plain marks U+200E, U+200F and U+061C only help
// neighbours and are left alone.
bool is_bidirectional_override(UChar32 point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_forbidden_control(UChar32 point) {
    auto const is_control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    return is_control && point != '\n' && point != '\t';
}

// Calls `each` for every code point until it returns false; false when the text is ill-formed.
template <typename Each>
bool walk(std::string_view text, Each const& each) {
    SIGILL_ASSERT(text.size() <= std::numeric_limits<std::int32_t>::max());
    auto const* const bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    auto const size = static_cast<std::int32_t>(text.size());
    std::int32_t at = 0;
    while (at < size) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, size, point);
        if (point < 0) {
            return false;
        }
        if (!each(point)) {
            return true;
        }
    }
    return true;
}

}  // namespace

bool is_utf8(std::string_view text) {
    return walk(text, [](UChar32) { return true; });
}

bool has_control(std::string_view text) {
    bool found = false;
    walk(text, [&](UChar32 point) {
        found = is_forbidden_control(point) || is_bidirectional_override(point);
        return !found;
    });
    return found;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (auto const byte : text) {
        count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

std::string normalised(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    auto const* const form = icu::Normalizer2::getNFCInstance(error);
    std::string out;
    if (U_SUCCESS(error)) {
        icu::StringByteSink<std::string> sink(&out);
        form->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                            error);
    }
    if (U_FAILURE(error)) {
        library_failed(u_errorName(error));
    }
    return out;
}

}  // namespace sigill::text
