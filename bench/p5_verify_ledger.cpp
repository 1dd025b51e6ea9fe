// P5: verify 1,000,000 exported entries offline, against SHA-256 of the same bytes.
// Goal: at most 10 s, and at least half as quick as the hash alone.

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>

#include "ledger/export_example.hpp"

namespace {

using sigill::ledger::Digest;
namespace crypto = sigill::crypto;
namespace ledger = sigill::ledger;

constexpr std::uint64_t entries = 1'000'000;
constexpr int rounds = 5;

// Every entry is made twice instead of being kept: the program's memory is to be the verifier's.
void write_log(std::filesystem::path const& path) {
    ledger::Frontier frontier;
    std::vector<Digest> hashes;
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
    std::ofstream file{path, std::ios::binary};
    std::string piece;
    while (writer.next(piece)) {
        file << piece;
    }
}

void hash_file(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    crypto::Hasher hasher;
    std::vector<char> buffer(256 * 1024);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())),
           file.gcount() > 0) {
        hasher.add(std::string_view{buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    static_cast<void>(hasher.finish());
}

void verify_file(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    auto const report = ledger::verify_export(file, std::nullopt);
    if (!report.good || report.entries != entries) {
        std::cerr << "the log does not verify\n";
        std::exit(1);
    }
}

double seconds(void (*work)(std::filesystem::path const&), std::filesystem::path const& path) {
    auto const begin = std::chrono::steady_clock::now();
    work(path);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main() {
    auto const path = std::filesystem::temp_directory_path() / "sigill_bench_p5.ndjson";
    write_log(path);
    std::vector<double> hashed;
    std::vector<double> verified;
    for (int round = 0; round < rounds; ++round) {
        hashed.push_back(seconds(hash_file, path));
        verified.push_back(seconds(verify_file, path));
    }
    std::ranges::sort(hashed);
    std::ranges::sort(verified);
    auto const limit = hashed[rounds / 2];
    auto const own = verified[rounds / 2];
    std::cout << "P5  verify " << entries << " ledger entries, "
              << std::filesystem::file_size(path) / 1'000'000 << " MB; median of " << rounds
              << " alternating rounds\n"
              << std::fixed << std::setprecision(2) << "    Sigill " << own << " s   SHA-256 "
              << limit << " s   ratio " << limit / own << "   (goal: <= 10 s and >= 0.5)\n";
    std::filesystem::remove(path);
    return own <= 10 && limit / own >= 0.5 ? 0 : 1;
}
