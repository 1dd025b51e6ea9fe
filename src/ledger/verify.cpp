#include "ledger/verify.hpp"

#include "base/bytes.hpp"
#include "ledger/checkpoint.hpp"
#include "ledger/cosignature.hpp"
#include "ledger/export_format.hpp"
#include "ledger/findings.hpp"
#include "ledger/line_reader.hpp"
#include "ledger/log.hpp"
#include "text/text.hpp"

namespace sigill::ledger {

namespace {

using export_format::Header;
using export_format::Index;
using export_format::Listed;

constexpr std::size_t note_limit_bytes = 128 * 1024;
// Entries held until their index line comes; more than a block, so that inserted ones are named.
constexpr std::size_t held_limit = 4 * export_format::block_entries;

class Verifier {
public:
    Verifier(std::istream& file, std::optional<std::string> trusted_key,
             std::function<void(std::uint64_t)> const& progress,
             std::vector<std::string> const& witnesses)
        : reader_(file, leaf_limit_bytes),
          trusted_key_(std::move(trusted_key)),
          progress_(progress),
          witnesses_(witnesses) {}

    VerifyReport run();

private:
    bool read_header();
    void read_entries();
    void take_entry(std::string_view line);
    void take_index(std::string_view line);
    void compare_with(Index const& index);
    void judge_end();
    void judge_note();
    void judge_genuine(Checkpoint const& checkpoint);
    void judge_witnesses(std::string_view note);
    void judge_refused(std::string_view note, Problem const& problem);

    [[nodiscard]] std::span<Listed const> held() const {
        return std::span{held_}.first(held_count_);
    }
    [[nodiscard]] std::string const& key() const {
        return trusted_key_ ? *trusted_key_ : header_.verifier_key;
    }
    void account_for_held() {
        listed_ += held_count_;
        held_count_ = 0;
    }

    LineReader reader_;
    std::optional<std::string> trusted_key_;
    std::function<void(std::uint64_t)> const& progress_;
    std::vector<std::string> const& witnesses_;
    std::vector<std::pair<std::string, std::uint64_t>> witnessed_;

    Header header_;
    Frontier frontier_;
    std::uint64_t dropped_ = 0;
    std::uint64_t listed_ = 0;  // entries that index lines have accounted for
    // Entries since the last index line; their memory is used again.
    std::vector<Listed> held_{export_format::block_entries};
    std::size_t held_count_ = 0;
    std::string expected_index_;
    bool ended_properly_ = false;
    Findings findings_;
};

bool Verifier::read_header() {
    auto const line = reader_.next();
    auto header = line ? export_format::parse_header(*line) : std::nullopt;
    if (!header) {
        return false;
    }
    if (*line != export_format::header_line(*header)) {
        findings_.add_header("{…}");
    }
    header_ = std::move(*header);
    auto const readable =
        std::holds_alternative<VerifierKey>(parse_verifier_key(header_.verifier_key));
    if (!readable || (trusted_key_ && *trusted_key_ != header_.verifier_key)) {
        findings_.add_header("verifier_key");
    }
    return true;
}

void Verifier::read_entries() {
    while (auto const line = reader_.next()) {
        if (line->empty()) {
            ended_properly_ = true;
            return;
        }
        if (export_format::is_index_line(*line)) {
            take_index(*line);
        } else {
            take_entry(*line);
        }
    }
}

void Verifier::take_entry(std::string_view line) {
    if (held_count_ == held_limit) {
        findings_.add_index(listed_);
        account_for_held();
    }
    if (held_count_ == held_.size()) {
        held_.emplace_back();
    }
    auto& entry = held_[held_count_++];
    export_format::read_entry(line, entry);
    dropped_ += entry.dropped ? 1 : 0;
    frontier_.append(entry.hash);
    if (progress_) {
        progress_(frontier_.size());
    }
}

void Verifier::take_index(std::string_view line) {
    export_format::write_index_line(expected_index_, listed_, held());
    if (line == expected_index_) {
        account_for_held();
        return;
    }
    auto const index = export_format::parse_index(line);
    if (!index) {
        findings_.add_index(listed_);
        account_for_held();
        return;
    }
    compare_with(*index);
    held_count_ = 0;
    listed_ = index->from + index->entries.size();
}

// Compares what is held with an index line that is not the one expected, which may be of another
// place in the log.
void Verifier::compare_with(Index const& index) {
    auto entries = held();
    if (index.from > listed_ && entries.size() == index.from - listed_ + index.entries.size()) {
        findings_.add_index(listed_);  // the line before is gone, its entries are here
        entries = entries.subspan(index.from - listed_);
    } else if (index.from > listed_) {
        findings_.add_entry(phrases::deleted, listed_, {});
    } else if (index.from < listed_) {
        auto const id = index.entries.empty() ? std::string{} : index.entries.front().id;
        findings_.add_entry(phrases::reordered, index.from, id);
    }
    auto const moved_whole =
        index.from != listed_ &&
        std::ranges::equal(entries, index.entries, {}, &Listed::hash, &Listed::hash);
    if (!moved_whole) {
        findings_.compare(entries, index, header_.size);
    }
}

void Verifier::judge_end() {
    auto const count = frontier_.size();
    if (reader_.stopped_at_long_line()) {
        findings_.add_entry(phrases::inserted, count, {});
    } else if (count < header_.size && !findings_.names_an_entry()) {
        findings_.add_entry(phrases::truncated, count, {});
    } else if (held_count_ > 0 && count > header_.size && !findings_.names_an_entry()) {
        findings_.add_entry(phrases::inserted, listed_, held().front().id);
    } else if (held_count_ > 0 && count == header_.size) {
        findings_.add_index(listed_);
    }
}

void Verifier::judge_note() {
    auto const note = ended_properly_ ? reader_.rest(note_limit_bytes) : std::string{};
    if (note.empty()) {
        findings_.add_checkpoint({{}, phrases::no_checkpoint, {}});
        return;
    }
    auto const opened = open_note(note, key());
    if (auto const* const checkpoint = std::get_if<Checkpoint>(&opened)) {
        judge_genuine(*checkpoint);
        judge_witnesses(note);
    } else {
        judge_refused(note, std::get<Problem>(opened));
    }
}

void Verifier::judge_witnesses(std::string_view note) {
    for (auto const& vkey : witnesses_) {
        if (auto const found = find_cosignature(note, vkey)) {
            witnessed_.emplace_back(vkey.substr(0, vkey.find('+')), found->time_s);
        } else {
            findings_.add_checkpoint({{}, phrases::not_witnessed, vkey});
        }
    }
}

// The signature holds: whatever differs from the checkpoint is false.
void Verifier::judge_genuine(Checkpoint const& checkpoint) {
    auto const count = frontier_.size();
    if (checkpoint.origin != header_.origin) {
        findings_.add_header("origin");
    }
    if (checkpoint.size == count && checkpoint.root == frontier_.root()) {
        // The tree proves every entry, so it is the header or an index line that lies.
        if (checkpoint.size != header_.size) {
            findings_.add_header("size");
        } else if (findings_.names_an_entry()) {
            findings_.add_index(findings_.first_entry());
        }
        findings_.forget_entries();
        return;
    }
    if (header_.size < checkpoint.size) {
        findings_.add_header("size");
    }
    if (findings_.names_an_entry()) {
        return;
    }
    if (count < checkpoint.size) {
        findings_.add_entry(phrases::truncated, count, {});
    } else if (count > checkpoint.size) {
        findings_.add_checkpoint({{}, phrases::other_checkpoint, std::to_string(checkpoint.size)});
    } else {
        findings_.add_checkpoint({{}, phrases::rewritten, {}});
    }
}

// The signature does not hold: says whether the text is right and only the signature is not.
void Verifier::judge_refused(std::string_view note, Problem const& problem) {
    auto const claimed = read_note(note);
    auto const* const checkpoint = std::get_if<Checkpoint>(&claimed);
    if (checkpoint == nullptr) {
        findings_.add_checkpoint(problem);
    } else if (checkpoint->origin != header_.origin) {
        findings_.add_checkpoint({{}, phrases::checkpoint_changed, "origin"});
    } else if (checkpoint->size != frontier_.size()) {
        findings_.add_checkpoint({{}, phrases::checkpoint_changed, "size"});
    } else if (checkpoint->root != frontier_.root()) {
        findings_.add_checkpoint({{}, phrases::checkpoint_changed, "root"});
    } else if (problem.phrase.code == unsigned_code) {
        findings_.add_checkpoint({{}, phrases::other_key, key()});
    } else {
        findings_.add_checkpoint({{}, phrases::false_signature, {}});
    }
}

VerifyReport Verifier::run() {
    VerifyReport report;
    report.verifier_key = trusted_key_.value_or("");
    report.key_was_trusted = trusted_key_.has_value();
    if (!read_header()) {
        report.problems.push_back({"header", phrases::no_header, {}});
        return report;
    }
    read_entries();
    judge_end();
    judge_note();
    auto found = findings_.take();
    report.good = found.problems.empty();
    report.entries = frontier_.size();
    report.dropped = dropped_;
    report.first_bad_index = found.first_bad_index;
    report.problems = std::move(found.problems);
    report.witnessed = std::move(witnessed_);
    report.root_hex = to_hex(frontier_.root());
    report.verifier_key = key();
    if (!text::has_control(header_.origin)) {
        report.origin = header_.origin;
    }
    return report;
}

}  // namespace

VerifyReport verify_export(std::istream& file, std::optional<std::string> trusted_key,
                           std::function<void(std::uint64_t)> const& progress,
                           std::vector<std::string> const& witnesses) {
    return Verifier{file, std::move(trusted_key), progress, witnesses}.run();
}

}  // namespace sigill::ledger
