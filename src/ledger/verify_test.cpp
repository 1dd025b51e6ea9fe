#include "ledger/verify.hpp"

#include <gtest/gtest.h>

#include <random>

#include "ledger/export_example.hpp"
#include "ledger/log.hpp"
#include "text/text.hpp"

namespace sigill::ledger {
namespace {

using example::id_of;

constexpr std::uint64_t log_size = 1000;
constexpr std::uint64_t block = export_format::block_entries;

// The file as lines; entry i stands at line 1 + i + (index lines before it).
struct File {
    std::vector<std::string> lines;

    static File of(std::string const& text) {
        File file;
        std::istringstream stream{text};
        for (std::string line; std::getline(stream, line);) {
            file.lines.push_back(line);
        }
        return file;
    }
    [[nodiscard]] std::string text() const {
        std::string text;
        for (auto const& line : lines) {
            text += line + "\n";
        }
        return text;
    }
    static std::size_t place(std::uint64_t entry) {
        return static_cast<std::size_t>(1 + entry + entry / block);
    }
    std::string& entry(std::uint64_t index) { return lines[place(index)]; }
    void erase(std::size_t line) { lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line)); }
    void insert(std::size_t line, std::string text) {
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line), std::move(text));
    }
    // The line of the index that lists this entry, and the empty line before the note.
    static std::size_t index_line(std::uint64_t entry) {
        auto const last = std::min(entry / block * block + block, log_size) - 1;
        return place(last) + 1;
    }
    static std::size_t empty_line() { return index_line(log_size - 1) + 1; }
};

std::string described(VerifyReport const& report) {
    std::string text;
    for (auto const& problem : report.problems) {
        text +=
            problem.field + ": " + filled(problem.phrase, Language::english, problem.value) + "\n";
    }
    return text;
}

class Verify : public testing::Test {
protected:
    static void SetUpTestSuite() {
        log_ = example::log_of(log_size);
        export_ = example::export_of(log_);
    }
    static File file() { return File::of(export_); }

    // The cause, its place and, for entries, index and id.
    static void expect(VerifyReport const& report, std::string_view code, std::string_view field) {
        EXPECT_FALSE(report.good);
        ASSERT_FALSE(report.problems.empty());
        EXPECT_EQ(report.problems[0].phrase.code, code) << described(report);
        EXPECT_EQ(report.problems[0].field, field) << described(report);
        EXPECT_LE(report.problems.size(), 30U);
    }
    static void expect_entry(VerifyReport const& report, std::string_view code, std::uint64_t index,
                             std::string const& id) {
        expect(report, code, "entry " + std::to_string(index));
        ASSERT_TRUE(report.first_bad_index) << described(report);
        EXPECT_EQ(*report.first_bad_index, index) << described(report);
        EXPECT_EQ(report.problems[0].value,
                  std::to_string(index) + (id.empty() ? "" : " (" + id + ")"));
    }
    static void expect_entry(VerifyReport const& report, std::string_view code,
                             std::uint64_t index) {
        expect_entry(report, code, index, id_of(index));
    }

    static inline example::Log log_;
    static inline std::string export_;
};

TEST_F(Verify, a_good_export_passes_with_and_without_a_known_key) {
    auto const key = example::key_of(example::signer());
    for (auto const& trusted : {std::optional<std::string>{}, std::optional{key}}) {
        auto const report = example::verify(export_, trusted);
        EXPECT_TRUE(report.good) << described(report);
        EXPECT_EQ(report.entries, log_size);
        EXPECT_EQ(report.dropped, 0U);
        EXPECT_EQ(report.root_hex, to_hex(log_.frontier.root()));
        EXPECT_EQ(report.origin, example::origin);
        EXPECT_EQ(report.verifier_key, key);
        EXPECT_EQ(report.key_was_trusted, trusted.has_value());
        EXPECT_FALSE(report.first_bad_index);
    }
}

TEST_F(Verify, logs_of_every_length_around_a_block_pass) {
    for (std::uint64_t const size : {0, 1, 2, 63, 64, 65, 255, 256, 257, 511, 512, 513}) {
        auto const report = example::verify(example::export_of(example::log_of(size)));
        EXPECT_TRUE(report.good) << size << "\n" << described(report);
        EXPECT_EQ(report.entries, size);
    }
}

TEST_F(Verify, leaves_stand_in_the_file_as_their_exact_bytes) {
    auto held = file();
    for (std::uint64_t i = 0; i < log_size; ++i) {
        EXPECT_EQ(held.entry(i), log_.entries[i].leaf);
    }
}

TEST_F(Verify, names_any_changed_entry) {
    std::mt19937 random{7};
    for (int round = 0; round < 200; ++round) {
        auto const index = random() % log_size;
        auto changed = file();
        auto& line = changed.entry(index);
        auto& byte = line[random() % line.size()];
        auto const bit = static_cast<char>(1 << (random() % 7));
        // A newline would make two lines of it, another case.
        byte = static_cast<char>(byte ^ ((byte ^ bit) == '\n' ? 1 : bit));
        expect_entry(example::verify(changed.text()), "ledger.changed", index);
    }
}

TEST_F(Verify, names_any_changed_byte_of_the_file_at_least_as_bad) {
    std::mt19937 random{8};
    auto const key = example::key_of(example::signer());
    for (int round = 0; round < 300; ++round) {
        auto changed = export_;
        auto const at = random() % changed.size();
        changed[at] = static_cast<char>(changed[at] ^ (1 << (random() % 8)));
        EXPECT_FALSE(example::verify(changed, key).good) << "byte " << at;
    }
}

TEST_F(Verify, names_a_deleted_entry) {
    for (std::uint64_t const index : {0, 1, 100, 255, 256, 511, 700, 998}) {
        auto changed = file();
        changed.erase(File::place(index));
        expect_entry(example::verify(changed.text()), "ledger.deleted", index);
    }
}

TEST_F(Verify, names_a_deleted_block_by_its_first_entry) {
    auto changed = file();
    auto const begin = changed.lines.begin() + static_cast<std::ptrdiff_t>(File::place(block));
    changed.lines.erase(begin, begin + block + 1);
    expect_entry(example::verify(changed.text()), "ledger.deleted", block, "");
}

TEST_F(Verify, names_reordered_entries_near_and_far) {
    for (auto const& [a, b] : std::vector<std::pair<std::uint64_t, std::uint64_t>>{
             {0, 1}, {10, 200}, {255, 256}, {3, 997}, {300, 301}}) {
        auto changed = file();
        std::swap(changed.entry(a), changed.entry(b));
        auto const report = example::verify(changed.text());
        expect_entry(report, "ledger.reordered", a);
    }
    auto moved = file();
    auto const line = moved.entry(700);
    moved.erase(File::place(700));
    moved.insert(File::place(20), line);
    expect_entry(example::verify(moved.text()), "ledger.reordered", 700);
}

TEST_F(Verify, names_an_inserted_line_foreign_or_copied) {
    auto foreign = file();
    auto const forged = leaf_line(example::entry_of(5000));
    foreign.insert(File::place(400), forged);
    expect_entry(example::verify(foreign.text()), "ledger.inserted", 400, id_of(5000));

    auto copied = file();
    copied.insert(File::place(400), copied.entry(399));
    expect_entry(example::verify(copied.text()), "ledger.inserted", 400, id_of(399));

    auto from_elsewhere = file();
    from_elsewhere.insert(File::place(400), copied.entry(3));
    expect_entry(example::verify(from_elsewhere.text()), "ledger.inserted", 400, id_of(3));

    auto behind = file();
    behind.insert(File::empty_line(), forged);
    expect_entry(example::verify(behind.text()), "ledger.inserted", log_size, id_of(5000));
}

TEST_F(Verify, names_where_a_truncated_file_ends) {
    auto const cut_at_entry = [&](std::uint64_t index) {
        auto lines = file();
        lines.lines.resize(File::place(index));
        return lines.text();
    };
    for (std::uint64_t const index : {0, 1, 255, 256, 257, 999}) {
        auto const text = cut_at_entry(index);
        expect_entry(example::verify(text), "ledger.truncated", index, "");
        // In the middle of the next line.
        expect_entry(example::verify(text + "{\"v\":1,\"id\":\"01"), "ledger.truncated", index, "");
    }
    // The tail is cut out, but the checkpoint is kept.
    for (std::uint64_t const index : {0, 5, 256, 300, 999}) {
        auto lines = file();
        lines.lines.erase(lines.lines.begin() + static_cast<std::ptrdiff_t>(File::place(index)),
                          lines.lines.begin() + static_cast<std::ptrdiff_t>(File::empty_line()));
        expect_entry(example::verify(lines.text()), "ledger.truncated", index, "");
    }
    // The tail is cut out, but its index line is kept.
    auto lines = file();
    lines.lines.erase(lines.lines.begin() + static_cast<std::ptrdiff_t>(File::place(990)),
                      lines.lines.begin() + static_cast<std::ptrdiff_t>(File::empty_line() - 1));
    expect_entry(example::verify(lines.text()), "ledger.truncated", 990);
    // Also when the header's size was made to fit.
    auto fitted = file();
    fitted.lines.erase(fitted.lines.begin() + static_cast<std::ptrdiff_t>(File::place(768)),
                       fitted.lines.begin() + static_cast<std::ptrdiff_t>(File::empty_line()));
    auto header = export_format::parse_header(fitted.lines[0]).value();
    header.size = 768;
    fitted.lines[0] = export_format::header_line(header);
    auto const report = example::verify(fitted.text());
    expect(report, "ledger.header_changed", "header");
    EXPECT_EQ(report.first_bad_index, 768U);
}

TEST_F(Verify, finds_the_file_cut_at_any_byte) {
    std::mt19937 random{9};
    for (int round = 0; round < 100; ++round) {
        auto const size = random() % export_.size();
        EXPECT_FALSE(example::verify(export_.substr(0, size)).good) << size;
    }
    for (std::size_t cut = 1; cut < 300; ++cut) {
        EXPECT_FALSE(example::verify(export_.substr(0, export_.size() - cut)).good) << cut;
    }
}

TEST_F(Verify, names_a_changed_header) {
    auto const with = [&](auto const& change) {
        auto changed = file();
        auto header = export_format::parse_header(changed.lines[0]).value();
        change(header);
        changed.lines[0] = export_format::header_line(header);
        return example::verify(changed.text());
    };
    for (auto const& report : {with([](auto& header) { header.origin = "sigill/other"; }),
                               with([](auto& header) { header.size = 999; }),
                               with([](auto& header) { header.size = 1001; }),
                               with([](auto& header) { header.verifier_key += "x"; })}) {
        expect(report, "ledger.header_changed", "header");
        EXPECT_FALSE(report.first_bad_index) << described(report);
    }
    auto spaced = file();
    spaced.lines[0].insert(1, " ");
    expect(example::verify(spaced.text()), "ledger.header_changed", "header");
    for (auto const* const first : {"", "{}", "{\"sigill_ledger\":2}", "[1]", "{\"v\":1}"}) {
        auto other = file();
        other.lines[0] = first;
        expect(example::verify(other.text()), "ledger.no_header", "header");
    }
    expect(example::verify(""), "ledger.no_header", "header");
}

TEST_F(Verify, names_a_changed_index_line_and_not_the_entries) {
    auto const with = [&](std::uint64_t entry, auto const& change) {
        auto changed = file();
        change(changed.lines[File::index_line(entry)]);
        return example::verify(changed.text());
    };
    auto const replace_hash = [](std::string& line) {
        auto const at = line.find("\"]");
        line.replace(at - 64, 64, std::string(64, 'a'));
    };
    auto const other_id = [](std::string& line) {
        line.replace(line.find("[[\"") + 3, 36, id_of(77'777));
    };
    auto const garbage = [](std::string& line) { line.replace(20, 3, "{{{"); };
    for (auto const& report : {with(300, replace_hash), with(300, other_id), with(300, garbage)}) {
        expect(report, "ledger.index_changed", "index 256");
        EXPECT_FALSE(report.first_bad_index) << described(report);
    }
    auto removed = file();
    removed.erase(File::index_line(300));
    expect(example::verify(removed.text()), "ledger.index_changed", "index 256");
    auto last_removed = file();
    last_removed.erase(File::index_line(999));
    expect(example::verify(last_removed.text()), "ledger.index_changed", "index 768");
}

TEST_F(Verify, says_that_the_place_cannot_be_told_when_the_index_was_forged_too) {
    auto forged = log_;
    auto entry = example::entry_of(500);
    entry.event = "assets.archived";
    forged.entries[500].leaf = leaf_line(entry);
    forged.entries[500].hash = leaf_hash(forged.entries[500].leaf);
    // The forger has the true checkpoint and its signature, but not the key.
    auto const by = example::signer();
    ExportWriter writer{log_.checkpoint(), example::key_of(by), signed_note(log_.checkpoint(), by),
                        forged.reader()};
    std::string text;
    std::string piece;
    while (writer.next(piece)) {
        text += piece;
    }
    auto const report = example::verify(text);
    expect(report, "ledger.rewritten", "checkpoint");
    EXPECT_FALSE(report.first_bad_index);
}

TEST_F(Verify, names_a_changed_checkpoint_and_a_changed_signature) {
    auto const body = File::empty_line() + 1;
    auto size = file();
    size.lines[body + 1] = "999";
    expect(example::verify(size.text()), "ledger.checkpoint_changed", "checkpoint");
    auto root = file();
    root.lines[body + 2] = to_base64(leaf_hash("x"));
    expect(example::verify(root.text()), "ledger.checkpoint_changed", "checkpoint");
    auto origin = file();
    origin.lines[body] = "sigill/other";
    expect(example::verify(origin.text()), "ledger.checkpoint_changed", "checkpoint");
    auto signature = file();
    auto& last = signature.lines.back();
    last[last.size() - 20] = last[last.size() - 20] == 'A' ? 'B' : 'A';
    expect(example::verify(signature.text()), "ledger.false_signature", "checkpoint");
    auto absent = file();
    absent.lines.resize(body);
    expect(example::verify(absent.text()), "ledger.no_checkpoint", "checkpoint");
    auto garbage = file();
    garbage.lines.back() = "signature";
    expect(example::verify(garbage.text()), "ledger.broken_note", "checkpoint");
}

TEST_F(Verify, tells_another_key_from_the_trusted_one) {
    auto const other = example::signer(2);
    auto const resigned = example::export_of(log_, other);
    EXPECT_TRUE(example::verify(resigned).good) << "without a known key nothing can be wrong";
    auto const trusted = example::key_of(example::signer());
    auto const report = example::verify(resigned, trusted);
    expect(report, "ledger.header_changed", "header");
    EXPECT_EQ(report.problems.back().phrase.code, "ledger.other_key") << described(report);

    // The signature of another key over the right text.
    auto swapped = file();
    swapped.lines.back() = File::of(resigned).lines.back();
    expect(example::verify(swapped.text()), "ledger.other_key", "checkpoint");
    expect(example::verify(export_, "no key"), "ledger.header_changed", "header");
}

TEST_F(Verify, tells_an_older_genuine_checkpoint) {
    auto older = file();
    auto const note = File::of(example::export_of(example::log_of(900)));
    older.lines.resize(File::empty_line());
    auto const tail = std::find(note.lines.begin(), note.lines.end(), "");
    older.lines.insert(older.lines.end(), tail, note.lines.end());
    expect(example::verify(older.text()), "ledger.other_checkpoint", "checkpoint");
}

TEST_F(Verify, counts_dropped_entries_and_holds_the_tree_against_their_hashes) {
    auto log = log_;
    for (std::uint64_t i = 0; i < 300; ++i) {
        log.entries[i].leaf.clear();
    }
    auto const good = example::verify(example::export_of(log));
    EXPECT_TRUE(good.good) << described(good);
    EXPECT_EQ(good.dropped, 300U);
    EXPECT_EQ(good.entries, log_size);
    EXPECT_EQ(good.root_hex, to_hex(log_.frontier.root()));

    auto changed = File::of(example::export_of(log));
    auto& digit = changed.entry(40)[20];
    digit = digit == '0' ? '1' : '0';
    expect_entry(example::verify(changed.text()), "ledger.changed", 40);
}

TEST_F(Verify, keeps_its_memory_with_a_file_that_has_no_newline) {
    auto const header = file().lines[0] + "\n";
    auto const report = example::verify(header + std::string(3 << 20, 'x'));
    EXPECT_FALSE(report.good);
    auto const longest = example::verify(header + std::string(leaf_limit_bytes, 'x') + "\n");
    EXPECT_FALSE(longest.good);
    EXPECT_EQ(longest.entries, 1U);
}

TEST_F(Verify, shows_nothing_of_the_file_that_is_no_id) {
    auto changed = file();
    changed.insert(File::place(3), "{\"v\":1,\"id\":\"\x1B[2J\"}");
    auto const report = example::verify(changed.text());
    expect_entry(report, "ledger.inserted", 3, "");
    for (auto const& problem : report.problems) {
        EXPECT_FALSE(text::has_control(problem.value));
    }
}

TEST_F(Verify, tells_how_far_it_has_come) {
    std::istringstream stream{export_};
    std::uint64_t last = 0;
    auto const report = verify_export(stream, {}, [&](std::uint64_t count) { last = count; });
    EXPECT_EQ(last, log_size);
}

}  // namespace
}  // namespace sigill::ledger
