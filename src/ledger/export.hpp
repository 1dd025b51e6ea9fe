#pragma once
// Writes a log as one file that can be checked without the server; see docs/ledger-export.md.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ledger/checkpoint.hpp"
#include "ledger/export_format.hpp"
#include "ledger/log.hpp"

namespace sigill::ledger {

// Reads at most `count` entries from `index` on, as range() does; each call may be a read
// transaction of its own, since a log only grows.
using PageReader = std::function<std::vector<Stored>(std::uint64_t index, int count)>;

class ExportWriter {
public:
    // `checkpoint` says how many entries are exported, and `note` is the same one signed. Entries
    // appended since are left out: make a checkpoint first to have them all.
    ExportWriter(Checkpoint const& checkpoint, std::string verifier_key, std::string note,
                 PageReader read);

    // Puts the next piece of the file (whole lines) into `piece`; false when all was written.
    // Failure internal when the log lacks an entry that the checkpoint counts.
    bool next(std::string& piece);

private:
    void write_page(std::string& piece);

    enum class Stage { header, entries, note, done };

    export_format::Header header_;
    std::string note_;
    PageReader read_;
    Stage stage_ = Stage::header;
    std::uint64_t written_ = 0;
    std::vector<export_format::Listed> block_;
    std::string index_line_;
};

}  // namespace sigill::ledger
