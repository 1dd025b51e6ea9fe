#pragma once
// For tests: a log in memory and its export file.

#include <sstream>

#include "ledger/export.hpp"
#include "ledger/verify.hpp"

namespace sigill::ledger::example {

inline constexpr std::string_view origin = "sigill/0193572e-6a5b-7c4d-8e9f-0a1b2c3d4e5f";

inline Signer signer(std::uint8_t seed = 1, std::string_view name = origin) {
    return {std::string{name}, crypto::ed25519_from_seed(Secret{Bytes(32, seed)})};
}

inline std::string key_of(Signer const& signer) {
    return verifier_key(signer.name, signer.key.public_key);
}

inline std::string id_of(std::uint64_t index) {
    auto const digits = to_hex(crypto::sha256(std::to_string(index)));
    return "0193572e-" + digits.substr(0, 4) + "-7" + digits.substr(4, 3) + "-8" +
           digits.substr(7, 3) + "-" + digits.substr(10, 12);
}

inline Entry entry_of(std::uint64_t index) {
    Entry entry;
    entry.id = id_of(index);
    entry.at = 1'795'000'000 * one_second + static_cast<Instant>(index) * 1'234'567;
    entry.event = index % 3 == 0 ? "assets.created" : "assets.updated";
    entry.actor_kind = "person";
    entry.actor_id = id_of(1'000'000 + index % 7);
    entry.register_name = "assets";
    entry.record_id = id_of(2'000'000 + index % 50);
    entry.record_ref = "AST-" + std::to_string(index % 50);
    entry.record_version = static_cast<std::int64_t>(index / 50 + 1);
    entry.changes =
        json::Object{{"title", json::Object{{"before", "Ärendesystem"},
                                            {"after", "Ärendesystem " + std::to_string(index)}}}};
    return entry;
}

struct Log {
    std::vector<Stored> entries;
    Frontier frontier;

    void append(std::string leaf, std::string id) {
        auto const hash = leaf_hash(leaf);
        frontier.append(hash);
        entries.push_back({entries.size(), std::move(id), std::move(leaf), hash});
    }
    [[nodiscard]] Checkpoint checkpoint() const {
        return {std::string{origin}, frontier.size(), frontier.root()};
    }
    [[nodiscard]] PageReader reader() const {
        return [this](std::uint64_t index, int count) {
            auto const begin = std::min<std::size_t>(index, entries.size());
            auto const end =
                std::min<std::size_t>(begin + static_cast<std::size_t>(count), entries.size());
            return std::vector<Stored>(entries.begin() + static_cast<std::ptrdiff_t>(begin),
                                       entries.begin() + static_cast<std::ptrdiff_t>(end));
        };
    }
};

inline Log log_of(std::uint64_t size) {
    Log log;
    for (std::uint64_t i = 0; i < size; ++i) {
        log.append(leaf_line(entry_of(i)), id_of(i));
    }
    return log;
}

inline std::string export_of(Log const& log, Signer const& by = signer()) {
    ExportWriter writer{log.checkpoint(), key_of(by), signed_note(log.checkpoint(), by),
                        log.reader()};
    std::string file;
    std::string piece;
    while (writer.next(piece)) {
        file += piece;
    }
    return file;
}

inline VerifyReport verify(std::string const& file, std::optional<std::string> key = {}) {
    std::istringstream stream{file};
    return verify_export(stream, std::move(key));
}

}  // namespace sigill::ledger::example
