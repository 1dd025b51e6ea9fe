#pragma once
// What can be wrong with an exported log, and where.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "ledger/export_format.hpp"

namespace sigill::ledger {

namespace phrases {

inline constexpr Phrase no_header{"ledger.no_header",
                                  "The first line is no header of a log export of version 1.",
                                  "Den första raden är inte huvudet i en loggexport av version 1."};
inline constexpr Phrase header_changed{"ledger.header_changed",
                                       "The header was changed: {} does not fit.",
                                       "Huvudet har ändrats: {} stämmer inte."};
inline constexpr Phrase changed{"ledger.changed", "Entry {} was changed.",
                                "Posten {} har ändrats."};
inline constexpr Phrase deleted{"ledger.deleted", "Entry {} was deleted.",
                                "Posten {} har tagits bort."};
inline constexpr Phrase inserted{"ledger.inserted",
                                 "A line that is not in the log was inserted at entry {}.",
                                 "En rad som inte hör till loggen har skjutits in vid posten {}."};
inline constexpr Phrase reordered{"ledger.reordered", "Entry {} does not stand in its place.",
                                  "Posten {} står inte på sin plats."};
inline constexpr Phrase truncated{"ledger.truncated",
                                  "The file was cut off: entry {} and all that follow are missing.",
                                  "Filen är avkortad: posten {} och allt därefter saknas."};
inline constexpr Phrase index_changed{
    "ledger.index_changed", "The index line of the entries from {} was changed, moved or removed.",
    "Indexraden för posterna från och med {} har ändrats, flyttats eller tagits bort."};
inline constexpr Phrase rewritten{
    "ledger.rewritten",
    "The entries do not fit the signed checkpoint, and the index does not tell which one is false: "
    "the log was rewritten.",
    "Posterna stämmer inte med den signerade kontrollpunkten, och indexet visar inte vilken av dem "
    "som är falsk: loggen har skrivits om."};
inline constexpr Phrase no_checkpoint{"ledger.no_checkpoint",
                                      "The signed checkpoint at the end is missing.",
                                      "Den signerade kontrollpunkten i slutet saknas."};
inline constexpr Phrase checkpoint_changed{
    "ledger.checkpoint_changed", "The checkpoint was changed or forged: {} does not fit.",
    "Kontrollpunkten har ändrats eller förfalskats: {} stämmer inte."};
inline constexpr Phrase other_checkpoint{
    "ledger.other_checkpoint",
    "The checkpoint is genuine but belongs to a log of {} entries, not to these.",
    "Kontrollpunkten är äkta men hör till en logg med {} poster, inte till dessa."};
inline constexpr Phrase false_signature{"ledger.false_signature",
                                        "The checkpoint's text fits, but its signature is false.",
                                        "Kontrollpunktens text stämmer, men signaturen är falsk."};
inline constexpr Phrase not_witnessed{"ledger.not_witnessed",
                                      "The checkpoint bears no valid signature by the witness {}.",
                                      "Kontrollpunkten saknar giltig signatur av vittnet {}."};
inline constexpr Phrase other_key{"ledger.other_key", "The checkpoint is not signed by the key {}.",
                                  "Kontrollpunkten är inte signerad med nyckeln {}."};

}  // namespace phrases

// "17 (0193572e-…)", or only the index where the id is unknown or no id: what is shown to a person
// never holds bytes of the file that could be something else.
[[nodiscard]] std::string place_of(std::uint64_t index, std::string_view id);

// Collects what was found. The most that is kept is bounded: a broken file does not fill the memory.
class Findings {
public:
    void add_header(std::string what);
    void add_entry(Phrase const& phrase, std::uint64_t index, std::string_view id);
    void add_index(std::uint64_t from);
    void add_checkpoint(Problem problem);

    // Names the difference between the entries that were read and those that their index line
    // lists. `size` is the whole log's.
    void compare(std::span<export_format::Listed const> read, export_format::Index const& listed,
                 std::uint64_t size);

    [[nodiscard]] bool names_an_entry() const {
        return !entries_.empty() || !missing_.empty() || !foreign_.empty();
    }
    // The lowest index named; requires names_an_entry().
    [[nodiscard]] std::uint64_t first_entry() const;
    // Forgets what was said of entries.
    void forget_entries();

    struct Result {
        std::vector<Problem> problems;  // header, entries by index, index lines, checkpoint
        std::optional<std::uint64_t> first_bad_index;
    };
    [[nodiscard]] Result take();

private:
    struct Place {
        std::uint64_t index;
        std::string id;
        Digest hash;
        bool same_length;  // its block has as many lines as are listed
    };
    struct EntryProblem {
        std::uint64_t index;
        Problem problem;
    };

    void name_moved();
    void name_replaced();

    std::vector<Problem> header_;
    std::vector<EntryProblem> entries_;
    std::vector<Problem> others_;
    // Listed but not read, and read but not listed, until the whole file was seen: an entry that
    // was moved to another block is both.
    std::vector<Place> missing_;
    std::vector<Place> foreign_;
};

}  // namespace sigill::ledger
