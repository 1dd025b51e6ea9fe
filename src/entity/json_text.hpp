#pragma once
// JSON written piece by piece into one string.

#include <cstdint>
#include <string>
#include <string_view>

#include "json/json.hpp"

namespace sigill::entity {

class JsonText {
public:
    JsonText& open_object() { return start('{'); }
    JsonText& close_object() { return stop('}'); }
    JsonText& open_array() { return start('['); }
    JsonText& close_array() { return stop(']'); }
    JsonText& key(std::string_view name) {
        separate();
        json::append_quoted(text_, name);
        text_ += ':';
        fresh_ = true;
        return *this;
    }
    JsonText& string(std::string_view value) {
        separate();
        json::append_quoted(text_, value);
        return *this;
    }
    JsonText& string_or_null(std::string_view value) {
        return value.empty() ? null() : string(value);
    }
    JsonText& number(std::int64_t value) { return raw(std::to_string(value)); }
    JsonText& boolean(bool value) { return raw(value ? "true" : "false"); }
    JsonText& null() { return raw("null"); }
    JsonText& raw(std::string_view json) {
        separate();
        text_ += json;
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void separate() {
        if (!fresh_) {
            text_ += ',';
        }
        fresh_ = false;
    }
    JsonText& start(char bracket) {
        separate();
        text_ += bracket;
        fresh_ = true;
        return *this;
    }
    JsonText& stop(char bracket) {
        text_ += bracket;
        fresh_ = false;
        return *this;
    }

    std::string text_;
    bool fresh_ = true;  // nothing stands before that a comma must follow
};

}  // namespace sigill::entity
