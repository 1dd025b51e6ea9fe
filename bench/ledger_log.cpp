// P5's material and its limit: an exported log, and OpenSSL's SHA-256 of the same bytes.

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "arguments.hpp"
#include "ledger/export_example.hpp"

namespace sigill::bench {

// Every entry is made twice instead of being kept.
int write_log(Arguments const& arguments) {
    auto const entries = static_cast<std::uint64_t>(arguments.number("entries", 1'000'000));
    ledger::Frontier frontier;
    std::vector<ledger::Digest> hashes;
    for (std::uint64_t i = 0; i < entries; ++i) {
        hashes.push_back(ledger::leaf_hash(leaf_line(ledger::example::entry_of(i))));
        frontier.append(hashes.back());
    }
    auto const signer = ledger::example::signer();
    ledger::Checkpoint const checkpoint{std::string{ledger::example::origin}, entries,
                                        frontier.root()};
    auto const read = [&](std::uint64_t index, int count) {
        std::vector<ledger::Stored> page;
        for (auto i = index; i < index + static_cast<std::uint64_t>(count); ++i) {
            auto const entry = ledger::example::entry_of(i);
            page.push_back({i, entry.id, leaf_line(entry), hashes[i]});
        }
        return page;
    };
    ledger::ExportWriter writer{checkpoint, ledger::example::key_of(signer),
                                signed_note(checkpoint, signer), read};
    std::ofstream file{arguments.required("file"), std::ios::binary};
    std::string piece;
    while (writer.next(piece)) {
        file << piece;
    }
    fmt::print("{{\"entries\":{}}}\n", entries);
    return file.flush() ? 0 : 1;
}

int hash_log(Arguments const& arguments) {
    auto const started = std::chrono::steady_clock::now();
    std::ifstream file{arguments.required("file"), std::ios::binary};
    crypto::Hasher hasher;
    std::vector<char> buffer(256 * 1024);
    std::uint64_t bytes = 0;
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())),
           file.gcount() > 0) {
        hasher.add(std::string_view{buffer.data(), static_cast<std::size_t>(file.gcount())});
        bytes += static_cast<std::uint64_t>(file.gcount());
    }
    static_cast<void>(hasher.finish());
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - started;
    fmt::print("{{\"seconds\":{:.3f},\"bytes\":{}}}\n", took.count(), bytes);
    return 0;
}

}  // namespace sigill::bench
