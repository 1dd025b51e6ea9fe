#include "ledger/export.hpp"

namespace sigill::ledger {

namespace {

constexpr Phrase missing_entry{"ledger.missing_entry", "The log lacks the entry {}.",
                               "Loggen saknar posten {}."};

// Entries are at most 1 MiB each, so that this bounds the memory.
constexpr std::uint64_t page_entries = 64;
static_assert(export_format::block_entries % page_entries == 0);

}  // namespace

ExportWriter::ExportWriter(Checkpoint const& checkpoint, std::string verifier_key, std::string note,
                           PageReader read)
    : header_{checkpoint.origin, std::move(verifier_key), checkpoint.size},
      note_(std::move(note)),
      read_(std::move(read)) {}

bool ExportWriter::next(std::string& piece) {
    piece.clear();
    switch (stage_) {
    case Stage::header:
        piece = export_format::header_line(header_) + "\n";
        stage_ = header_.size == 0 ? Stage::note : Stage::entries;
        return true;
    case Stage::entries:
        write_page(piece);
        stage_ = written_ == header_.size ? Stage::note : Stage::entries;
        return true;
    case Stage::note:
        piece = "\n" + note_;
        stage_ = Stage::done;
        return true;
    case Stage::done: return false;
    }
    return false;
}

void ExportWriter::write_page(std::string& piece) {
    auto const count = std::min(page_entries, header_.size - written_);
    auto page = read_(written_, static_cast<int>(count));
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i >= page.size() || page[i].index != written_) {
            throw Failure::of(FailureKind::internal, missing_entry, std::to_string(written_));
        }
        auto& entry = page[i];
        piece +=
            entry.leaf.empty() ? export_format::dropped_line(entry.id, entry.hash) : entry.leaf;
        piece += '\n';
        block_.push_back({std::move(entry.id), entry.hash});
        ++written_;
    }
    if (block_.size() == export_format::block_entries || written_ == header_.size) {
        export_format::write_index_line(index_line_, written_ - block_.size(), block_);
        piece += index_line_;
        piece += '\n';
        block_.clear();
    }
}

}  // namespace sigill::ledger
