#include "json/json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/src.hpp>

#include <set>
#include <vector>

namespace sigill::json {

namespace {

// Boost.JSON keeps the last of two equal keys. Two readers that choose differently are an old way
// round a check, so a repeated key is refused before the value is built.
struct RepeatedKeyFinder {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    using error_code = boost::system::error_code;
    using string_view = boost::json::string_view;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        keys.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, error_code&) {
        keys.pop_back();
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(string_view part, std::size_t, error_code&) {
        pending.append(part.data(), part.size());
        return true;
    }
    bool on_key(string_view part, std::size_t, error_code& error) {
        pending.append(part.data(), part.size());
        auto const added = keys.back().insert(pending).second;
        if (!added) {
            repeated = pending;
            error = boost::json::make_error_code(boost::json::error::extra_data);
            return false;
        }
        pending.clear();
        return true;
    }
    bool on_string_part(string_view, std::size_t, error_code&) { return true; }
    bool on_string(string_view, std::size_t, error_code&) { return true; }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return true; }
    bool on_double(double, string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

    std::vector<std::set<std::string, std::less<>>> keys;
    std::string pending;
    std::string repeated;
};

constexpr Phrase broken{"json.broken", "The text is no valid JSON at byte {}.",
                        "Texten är inte giltig JSON vid byte {}."};
constexpr Phrase too_long{"json.too_long", "The JSON text is longer than {} bytes.",
                          "JSON-texten är längre än {} byte."};
constexpr Phrase too_deep{"json.too_deep", "The JSON text is nested deeper than {} levels.",
                          "JSON-texten är nästlad djupare än {} nivåer."};
constexpr Phrase repeated_key{"json.repeated_key", "The key “{}” is repeated.",
                              "Nyckeln ”{}” förekommer flera gånger."};

ParseError error_at(boost::system::error_code error, std::size_t offset, Limits limits) {
    if (error == boost::json::error::too_deep) {
        return {too_deep, std::to_string(limits.depth), offset};
    }
    return {broken, std::to_string(offset), offset};
}

}  // namespace

ParseResult parse(std::string_view text, Limits limits) {
    if (text.size() > limits.bytes) {
        return ParseError{too_long, std::to_string(limits.bytes), limits.bytes};
    }
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::basic_parser<RepeatedKeyFinder> finder(options);
    boost::system::error_code error;
    auto const used = finder.write_some(false, text.data(), text.size(), error);
    if (!finder.handler().repeated.empty()) {
        return ParseError{repeated_key, finder.handler().repeated, used};
    }
    if (error || used != text.size()) {
        return error_at(error, used, limits);
    }
    auto value = boost::json::parse({text.data(), text.size()}, error, {}, options);
    if (error) {
        return error_at(error, 0, limits);
    }
    return value;
}

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    auto const* from = text.data();
    auto const* const end = from + text.size();
    for (auto const* at = from; at != end; ++at) {
        auto const byte = static_cast<unsigned char>(*at);
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        out.append(from, at);
        from = at + 1;
        switch (*at) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0x0f];
        }
    }
    out.append(from, end);
    out += '"';
}

std::optional<std::string_view> string_at(Object const& object, std::string_view key) {
    auto const* value = object.if_contains({key.data(), key.size()});
    if (value == nullptr || !value->is_string()) {
        return std::nullopt;
    }
    return view(value->get_string());
}

}  // namespace sigill::json
