#pragma once
// A witness of logs (C2SP tlog-witness): remembers for each log the largest tree that it has seen,
// and signs a later one only where it was proven to continue that. It needs no trust in whoever
// runs the log, and reads none of its entries.

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "ledger/cosignature.hpp"

namespace sigill::witness {

struct Answer {
    int status = 200;
    std::string body;
    std::string content_type = "text/plain; charset=utf-8";
};

class Witness {
public:
    // `directory` holds one file for each log, named by the hash of its origin. `logs`: the verifier
    // keys of the logs that it serves; one log may have several. Failure invalid for a broken key.
    Witness(std::string directory, ledger::Signer signer, std::vector<std::string> const& logs,
            Clock const& clock);

    // The new tree is on disk when this returns a cosignature. Waits for the disk.
    [[nodiscard]] Answer add_checkpoint(std::string_view body);

    [[nodiscard]] std::string verifier_key() const;

private:
    [[nodiscard]] std::string path_of(std::string_view origin) const;
    [[nodiscard]] ledger::Checkpoint latest(std::string_view origin) const;
    [[nodiscard]] Answer judge(ledger::AddCheckpoint const& request,
                               ledger::Checkpoint const& checkpoint);

    std::string directory_;
    ledger::Signer signer_;
    std::multimap<std::string, std::string, std::less<>> logs_;  // origin → verifier key
    Clock const& clock_;
    // Reading the latest tree and storing the next must not be parted.
    std::mutex mutex_;
};

// A key of the witness, in a new file with mode 0600: name and seed. Failure conflict where the file
// is there already.
ledger::Signer make_key(std::string const& path, std::string_view name, Random& random);
[[nodiscard]] ledger::Signer read_key(std::string const& path);

}  // namespace sigill::witness
