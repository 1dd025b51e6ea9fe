// Reads arbitrary bytes as an exported log: it must not throw, accept, or report without bounds.

#include <sstream>

#include "base/assert.hpp"
#include "base/bytes.hpp"
#include "ledger/checkpoint.hpp"
#include "ledger/verify.hpp"

namespace ledger = sigill::ledger;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    // No input bears a signature by this key, which the corpus does not know.
    static auto const trusted = ledger::verifier_key(
        "sigill/fuzz",
        sigill::crypto::ed25519_from_seed(sigill::Secret{std::vector<std::uint8_t>(32, 0xA7)})
            .public_key);
    std::istringstream file{std::string{sigill::as_text({bytes, size})}};
    auto const report = ledger::verify_export(file, trusted);
    SIGILL_ASSERT(!report.good);
    SIGILL_ASSERT(!report.problems.empty() && report.problems.size() <= 60);
    std::istringstream again{std::string{sigill::as_text({bytes, size})}};
    (void)ledger::verify_export(again, std::nullopt);
    return 0;
}
