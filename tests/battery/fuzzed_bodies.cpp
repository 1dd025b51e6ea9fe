#include "battery/fuzzed_bodies.hpp"

#include <random>

namespace sigill::battery {

namespace {

class Fuzzer {
public:
    explicit Fuzzer(std::uint32_t seed) : random_(seed) {}

    std::string body(json::Object const& right) {
        auto changed = right;
        for (auto left = 1 + below(3); left > 0; --left) {
            change(changed);
        }
        auto text = json::to_text(changed);
        // A third stays well-formed, so that fields and not only the reader are met.
        if (below(3) != 0) {
            damage(text);
        }
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    json::Value value(int depth) {
        switch (below(depth > 3 ? 9 : 11)) {
        case 0: return nullptr;
        case 1: return below(2) == 0;
        case 2: return static_cast<std::int64_t>(random_()) - 2'000'000'000;
        case 3: return std::numeric_limits<std::int64_t>::min();
        case 4: return std::numeric_limits<std::uint64_t>::max();
        case 5: return 1e300;
        case 6: return "";
        case 7: return "2026-02-29";
        case 8: return json::Value(json::String(text()));
        case 9: {
            json::Array items;
            for (auto left = below(4); left > 0; --left) {
                items.push_back(value(depth + 1));
            }
            return items;
        }
        default: {
            json::Object members;
            for (auto left = below(3); left > 0; --left) {
                members[text()] = value(depth + 1);
            }
            return members;
        }
        }
    }

    std::string text() {
        static std::vector<std::string> const pieces{
            "id",  "sv", "amount", "å",          "\n",   "\x7f", "'",  "\"", "%00",
            "../", "{{", "018f",   "\U0001F512", "=1+1", " ",    "-1", "0x", "nästa",
        };
        std::string made;
        for (auto left = below(5); left > 0; --left) {
            made += pieces[below(pieces.size())];
        }
        return made;
    }

    void change(json::Object& body) {
        if (body.empty() || below(5) == 0) {
            body[text()] = value(0);
            return;
        }
        auto member = body.begin();
        std::advance(member, static_cast<std::ptrdiff_t>(below(body.size())));
        if (below(4) == 0) {
            body.erase(member);
        } else {
            member->value() = value(0);
        }
    }

    void damage(std::string& body) {
        for (auto left = 1 + below(3); left > 0 && !body.empty(); --left) {
            auto const at = below(body.size());
            switch (below(4)) {
            case 0: body[at] = static_cast<char>(random_()); break;
            case 1: body.erase(at, 1 + below(8)); break;
            case 2: body.insert(at, body.substr(below(body.size()), below(16))); break;
            default: body.resize(at); break;
            }
        }
    }

    std::mt19937 random_;
};

}  // namespace

std::vector<std::string> fuzzed_bodies(json::Object const& right, std::uint32_t seed, int count) {
    Fuzzer fuzzer{seed};
    std::vector<std::string> bodies;
    bodies.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        bodies.push_back(fuzzer.body(right));
    }
    return bodies;
}

}  // namespace sigill::battery
