// Reads arbitrary bytes as a signed note, and the first line of them as a verifier key.

#include "base/assert.hpp"
#include "ledger/checkpoint.hpp"

using sigill::as_bytes;
using sigill::as_text;
namespace ledger = sigill::ledger;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const text = as_text({bytes, size});
    auto const end = std::min(text.find('\n'), text.size());
    auto const vkey = text.substr(0, end);

    // What is read as a key is written in one way only.
    auto const key = ledger::parse_verifier_key(vkey);
    if (auto const* const read = std::get_if<ledger::VerifierKey>(&key)) {
        SIGILL_ASSERT(ledger::verifier_key(read->name, read->public_key) == vkey);
    }
    // What is read as a note begins with the text of what was read, but for extension lines.
    auto const note = ledger::read_note(text);
    if (auto const* const read = std::get_if<ledger::Checkpoint>(&note)) {
        SIGILL_ASSERT(text.starts_with(ledger::note_text(*read)));
    }
    // Nobody but the signer makes a note that opens.
    static auto const signer_key = ledger::verifier_key(
        "sigill/fuzz",
        sigill::crypto::ed25519_from_seed(sigill::Secret{std::vector<std::uint8_t>(32, 1)})
            .public_key);
    SIGILL_ASSERT(std::holds_alternative<sigill::Problem>(ledger::open_note(text, signer_key)));
    return 0;
}
