#include "slices/frameworks/oscal/reading_text.hpp"

#include <cstddef>

namespace sigill::frameworks::oscal {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

// "[AC-3](#ac-3)" reads "AC-3": its target is an id inside the document and leads nowhere here.
std::string without_internal_links(std::string_view markup) {
    std::string text;
    text.reserve(markup.size());
    while (true) {
        auto const middle = markup.find("](#");
        if (middle == std::string_view::npos) {
            return text.append(markup);
        }
        auto const start = markup.rfind('[', middle);
        auto const end = markup.find(')', middle);
        if (end == std::string_view::npos) {
            return text.append(markup);
        }
        if (start == std::string_view::npos) {
            text.append(markup.substr(0, middle + 3));
            markup.remove_prefix(middle + 3);
            continue;
        }
        text.append(markup.substr(0, start));
        text.append(markup.substr(start + 1, middle - start - 1));
        markup.remove_prefix(end + 1);
    }
}

// Removes "**" or "*" pairs that enclose words; a lone star, as in a list, stays.
std::string without_emphasis(std::string_view markup, std::string_view mark) {
    std::string text;
    text.reserve(markup.size());
    while (true) {
        auto const start = markup.find(mark);
        auto const inside = start + mark.size();
        if (start == std::string_view::npos || inside >= markup.size()) {
            return text.append(markup);
        }
        auto const end = markup.find(mark, inside);
        auto const opens = !is_space(markup[inside]) && markup[inside] != '\n';
        if (end == std::string_view::npos || !opens || end == inside || is_space(markup[end - 1])) {
            text.append(markup.substr(0, inside));
            markup.remove_prefix(inside);
            continue;
        }
        text.append(markup.substr(0, start));
        text.append(markup.substr(inside, end - inside));
        markup.remove_prefix(end + mark.size());
    }
}

std::string with_single_spaces(std::string_view text) {
    constexpr std::string_view marks = ";,.:)";
    std::string tidy;
    tidy.reserve(text.size());
    auto pending = false;
    for (auto const c : text) {
        if (is_space(c)) {
            pending = true;
            continue;
        }
        auto const starts_line = tidy.empty() || tidy.back() == '\n' || c == '\n';
        auto const after_insertion =
            !tidy.empty() && tidy.back() == ']' && marks.find(c) != std::string_view::npos;
        if (pending && !starts_line && !after_insertion) {
            tidy += ' ';
        }
        pending = false;
        tidy += c;
    }
    auto const first = tidy.find_first_not_of('\n');
    if (first == std::string::npos) {
        return {};
    }
    auto const last = tidy.find_last_not_of('\n');
    return tidy.substr(first, last - first + 1);
}

void append_indented(std::string& out, std::string_view line, std::size_t indent) {
    out.append(indent * 2, ' ');
    for (auto const c : line) {
        out += c;
        if (c == '\n') {
            out.append(indent * 2, ' ');
        }
    }
}

std::string own_line(Part const& part) {
    std::string line = part.label;
    for (auto const* const piece : {&part.title, &part.prose}) {
        if (!line.empty() && !piece->empty()) {
            line += ' ';
        }
        line += *piece;
    }
    return line;
}

void append(std::string& out, Part const& part, std::size_t indent) {
    auto const line = own_line(part);
    if (!line.empty()) {
        if (!out.empty()) {
            out += part.label.empty() ? "\n\n" : "\n";
        }
        append_indented(out, line, indent);
    }
    for (auto const& child : part.parts) {
        append(out, child, line.empty() ? indent : indent + 1);
    }
}

}  // namespace

std::string plain_text(std::string_view markup) {
    auto const words = without_internal_links(markup);
    return with_single_spaces(without_emphasis(without_emphasis(words, "**"), "*"));
}

std::string flattened(std::vector<Part> const& parts, std::string_view name) {
    std::string text;
    for (auto const& part : parts) {
        if (part.name == name) {
            append(text, part, 0);
        }
    }
    return text;
}

}  // namespace sigill::frameworks::oscal
