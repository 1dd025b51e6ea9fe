// Whatever is done to an exported log is found: random damage of every kind, many times over.

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "ledger/export_example.hpp"

namespace sigill::ledger {

namespace {

using Lines = std::vector<std::string>;

std::uint64_t setting(char const* name, std::uint64_t otherwise) {
    auto const* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class Mutator {
public:
    Mutator(Lines const& lines, std::uint64_t seed) : original_(lines), random_(seed) {}

    static constexpr int kinds = 10;

    // The file with one damage of this kind; `told` says which.
    std::string damaged(int kind, std::string& told) {
        auto lines = original_;
        auto const at = below(lines.size() - 1);
        auto const other = below(lines.size() - 1);
        told = " line " + std::to_string(at);
        switch (kind) {
        case 0: told = "bit flipped," + told; return joined(flipped(std::move(lines), at));
        case 1:
            told = "line deleted," + told;
            lines.erase(lines.begin() + signed_of(at));
            break;
        case 2:
            told = "line inserted again," + told;
            lines.insert(lines.begin() + signed_of(at), lines[other]);
            break;
        case 3:
            told = "lines swapped," + told + " and " + std::to_string(other);
            std::swap(lines[at], lines[other]);
            break;
        case 4: return truncated(told);
        case 5:
            told = "line moved," + told;
            moved(lines, at, other);
            break;
        case 6:
            told = "field changed," + told;
            field_changed(lines, at);
            break;
        case 7:
            told = "checkpoint changed";
            checkpoint_changed(lines);
            break;
        case 8:
            told = "byte inserted," + told;
            byte_inserted(lines[at]);
            break;
        case 9:
            told = "block deleted," + told;
            lines.erase(lines.begin() + signed_of(at),
                        lines.begin() + signed_of(std::min(lines.size() - 1, at + 1 + below(600))));
            break;
        default: break;
        }
        return joined(lines);
    }

    static std::string joined(Lines const& lines) {
        std::string file;
        for (auto const& line : lines) {
            file += line;
            file += &line == &lines.back() ? "" : "\n";
        }
        return file;
    }

private:
    static std::ptrdiff_t signed_of(std::size_t number) {
        return static_cast<std::ptrdiff_t>(number);
    }
    std::size_t below(std::size_t end) { return random_() % std::max<std::size_t>(end, 1); }

    Lines flipped(Lines lines, std::size_t at) {
        auto& line = lines[at];
        if (line.empty()) {
            line = "x";
        } else {
            auto& byte = line[below(line.size())];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ 1U << below(8));
        }
        return lines;
    }
    std::string truncated(std::string& told) {
        auto file = joined(original_);
        file.resize(below(file.size()));
        told = "cut off after " + std::to_string(file.size()) + " bytes";
        return file;
    }
    static void moved(Lines& lines, std::size_t from, std::size_t to) {
        auto line = std::move(lines[from]);
        lines.erase(lines.begin() + signed_of(from));
        lines.insert(lines.begin() + signed_of(std::min(to, lines.size())), std::move(line));
    }
    void field_changed(Lines& lines, std::size_t at) {
        auto& line = lines[at];
        auto const quote = line.find("\":", below(line.size()));
        line.insert(quote == std::string::npos ? line.size() : quote, "x");
    }
    // The last lines: empty, origin, size, root, empty, signature, end.
    void checkpoint_changed(Lines& lines) {
        auto& line = lines[lines.size() - 6 + below(5)];
        line = line.empty() ? " " : line.substr(0, below(line.size()));
    }
    void byte_inserted(std::string& line) {
        line.insert(line.begin() + signed_of(below(line.size() + 1)),
                    static_cast<char>(below(256)));
    }

    Lines const& original_;
    std::mt19937_64 random_;
};

}  // namespace

// 100 on 5,000 entries, or 1,000 on 100,000; SIGILL_MUTATIONS and SIGILL_MUTATION_ENTRIES ask for
// other numbers.
TEST(Mutations, of_an_exported_log_are_all_found) {
    auto const is_long = std::getenv("SIGILL_LONG") != nullptr;
    auto const count = setting("SIGILL_MUTATIONS", is_long ? 1000 : 100);
    auto const entries = setting("SIGILL_MUTATION_ENTRIES", is_long ? 100'000 : 5000);
    auto const seed = setting("SIGILL_SEED", std::random_device{}());
    auto const file = example::export_of(example::log_of(entries));
    auto const key = example::key_of(example::signer());
    ASSERT_TRUE(example::verify(file, key).good);
    Lines lines{""};
    for (auto const c : file) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    Mutator mutator{lines, seed};
    std::uint64_t found = 0;
    std::uint64_t named = 0;
    for (std::uint64_t i = 0; i < count;) {
        std::string told;
        auto const changed = mutator.damaged(static_cast<int>(i % Mutator::kinds), told);
        if (changed == file) {
            continue;
        }
        ++i;
        auto const report = example::verify(changed, key);
        EXPECT_FALSE(report.good) << told << ", seed " << seed;
        EXPECT_EQ(report.good, report.problems.empty());
        found += report.good ? 0 : 1;
        named += report.first_bad_index ? 1 : 0;
    }
    std::cout << "[ mutations] " << found << " of " << count << " found in a log of " << entries
              << " entries, " << named << " named an entry; seed " << seed << "\n";
    EXPECT_EQ(found, count);
}

}  // namespace sigill::ledger
