// One path, however it is written: an address in disguise is refused, or is the address it stands for.

#include "http/path.hpp"
#include "http/percent.hpp"
#include "isolation/probes.hpp"
#include "isolation/shapes.hpp"

namespace sigill::isolation {

namespace {

using test_support::Answer;
using test_support::Asker;
using test_support::Seeded;

constexpr std::string_view prefix = "/api/v1";

struct Disguise {
    std::string what;
    std::string raw;       // as it would stand in the request line, below /api/v1
    bool is_same = false;  // stands for the plain address
};

// Every letter and digit as %XX.
std::string escaped(std::string_view text, std::string_view percent = "%") {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '/') {
            out += c;
            continue;
        }
        out += percent;
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    auto const at = text.rfind(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

// `plain` with the id in it; most are about the last slash.
std::vector<Disguise> disguises(std::string const& plain, std::string const& id) {
    return {
        {"every byte escaped", escaped(plain), true},
        {"escaped twice", escaped(plain, "%25")},
        {"the id escaped twice", replaced(plain, id, escaped(id, "%25"))},
        {"a slash escaped", replaced(plain, "/", "%2F")},
        {"a slash escaped twice", replaced(plain, "/", "%252F")},
        {"a backslash", replaced(plain, "/", "\\")},
        {"a backslash escaped", replaced(plain, "/", "%5C")},
        {"two slashes", replaced(plain, "/", "//")},
        {"a slash at the end", plain + "/"},
        {"a dot segment", replaced(plain, "/", "/./")},
        {"an escaped dot segment", replaced(plain, "/", "/%2e/")},
        {"up and down again", replaced(plain, "/", "/x/../")},
        {"up and down, escaped", replaced(plain, "/", "/x/%2e%2e/")},
        {"a path parameter", plain + ";x=1"},
        {"a path parameter within", replaced(plain, "/", ";x=1/")},
        {"capitals", upper(plain)},
        {"a NUL at the end", plain + "%00"},
        {"a line feed at the end", plain + "%0A"},
        {"a blank at the end", plain + "%20"},
        {"a dot at the end", plain + "."},
        {"an over-long slash", replaced(plain, "/", "%C0%AF")},
        {"a full-width slash", replaced(plain, "/", "%EF%BC%8F")},
        {"a file name at the end", plain + ".json"},
    };
}

// As the server takes it: nothing where the path is refused before any route is looked for.
std::optional<Answer> ask_raw(Subject const& subject, Asker const& asker, api::Route const& route,
                              std::string const& raw) {
    auto const path = http::canonical_path(std::string{prefix} + raw);
    if (!path || !path->starts_with(prefix)) {
        return std::nullopt;
    }
    auto ask = ask_for(route, "");
    ask.path = path->substr(prefix.size());
    return subject.client(asker).ask(ask);
}

void probe_record(Subject const& subject, api::Route const& route, Asker const& asker,
                  Seeded const& seeded, Findings& findings) {
    auto const visible = asker.reaches(seeded, needs_only_reading(route));
    // A write to a record in reach would be done.
    if (visible && is_write(route)) {
        return;
    }
    auto const plain_path = filled_in(route.path, seeded.record.id);
    auto const plain = subject.client(asker).ask(ask_for(route, seeded.record.id));
    for (auto const& disguise : disguises(plain_path, seeded.record.id)) {
        auto const answer = ask_raw(subject, asker, route, disguise.raw);
        auto const what = asker.name + ": " + name_of(route) + ": " + disguise.what + ": " +
                          (answer ? answer->told() : std::string{"refused"});
        if (disguise.is_same) {
            // Opening a confidential record is an entry, which its next answer shows.
            auto const logged = seeded.place == test_support::Place::confidential && visible;
            findings.expect(logged ? answer && answer->status == plain.status : answer == plain,
                            what);
        } else {
            findings.expect(!answer || answer->status >= 400, what);
        }
    }
}

}  // namespace

Findings disguised_paths_open_nothing(Subject const& subject) {
    Findings findings;
    for (auto const& route : subject.router.routes()) {
        auto const shape = shape_of(subject.world.catalogue(), route);
        if (!shape.is_known || shape.definition == nullptr) {
            continue;
        }
        for (auto const& asker : subject.world.askers()) {
            for (auto const& seeded : subject.world.seeded()) {
                if (seeded.definition == shape.definition) {
                    probe_record(subject, route, asker, seeded, findings);
                }
            }
        }
    }
    return findings;
}

}  // namespace sigill::isolation
