#include "http/percent.hpp"

#include <cstdint>

#include "http/ascii.hpp"

namespace sigill::http {

namespace {

// Length of the sequence that begins with `lead` and the lowest code point that may use it.
struct Sequence {
    std::size_t length = 0;
    std::uint32_t lowest = 0;
    std::uint32_t bits = 0;
};

Sequence sequence_of(unsigned char lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
        return {2, 0x80, lead & 0x1fU};
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        return {3, 0x800, lead & 0x0fU};
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        return {4, 0x10000, lead & 0x07U};
    }
    return {};
}

}  // namespace

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        auto const lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        auto const sequence = sequence_of(lead);
        if (sequence.length == 0 || text.size() - at < sequence.length) {
            return false;
        }
        auto point = sequence.bits;
        for (std::size_t i = 1; i < sequence.length; ++i) {
            auto const next = static_cast<unsigned char>(text[at + i]);
            if ((next & 0xc0U) != 0x80U) {
                return false;
            }
            point = (point << 6) | (next & 0x3fU);
        }
        auto const surrogate = point >= 0xd800 && point <= 0xdfff;
        if (point < sequence.lowest || point > 0x10ffff || surrogate) {
            return false;
        }
        at += sequence.length;
    }
    return true;
}

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::space) {
            decoded += ' ';
            continue;
        }
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (text.size() - i < 3) {
            return std::nullopt;
        }
        auto const high = ascii::hex_value(text[i + 1]);
        auto const low = ascii::hex_value(text[i + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0)) {
            return std::nullopt;
        }
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (decoded.find('\0') != std::string::npos || !is_utf8(decoded)) {
        return std::nullopt;
    }
    return decoded;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (auto const c : text) {
        if (ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            encoded += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 0x0f];
    }
    return encoded;
}

}  // namespace sigill::http
