#include "ledger/checkpoint.hpp"

#include <gtest/gtest.h>

namespace sigill::ledger {
namespace {

constexpr std::string_view origin = "sigill/0193572e-6a5b-7c4d-8e9f-0a1b2c3d4e5f";

Signer signer_of(std::string_view name, std::uint8_t seed) {
    return {std::string{name}, crypto::ed25519_from_seed(Secret{Bytes(32, seed)})};
}

Checkpoint example() {
    return {std::string{origin}, 1234, leaf_hash("root")};
}

std::string key_of(Signer const& signer) {
    return verifier_key(signer.name, signer.key.public_key);
}

bool opens(std::string_view note, std::string_view vkey) {
    return std::holds_alternative<Checkpoint>(open_note(note, vkey));
}

std::string_view code(std::string_view note, std::string_view vkey) {
    auto const result = open_note(note, vkey);
    auto const* const problem = std::get_if<Problem>(&result);
    return problem != nullptr ? problem->phrase.code : "";
}

// The key and note that Go's golang.org/x/mod/sumdb/note documents as its example.
constexpr std::string_view go_key =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view go_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngo"
    "TpRvJUZ1p0BQqhZYwQ=\n";

TEST(VerifierKey, hash_is_that_of_other_implementations) {
    auto const parsed = parse_verifier_key(go_key);
    ASSERT_TRUE(std::holds_alternative<VerifierKey>(parsed));
    auto const& key = std::get<VerifierKey>(parsed);
    EXPECT_EQ(key.name, "PeterNeumann");
    EXPECT_EQ(verifier_key(key.name, key.public_key), go_key);
}

TEST(VerifierKey, that_is_broken_is_refused) {
    auto const good = key_of(signer_of(origin, 1));
    EXPECT_TRUE(std::holds_alternative<VerifierKey>(parse_verifier_key(good)));
    auto other_hash = good;
    other_hash[origin.size() + 1] = other_hash[origin.size() + 1] == '0' ? '1' : '0';
    for (auto const& text :
         {std::string{}, std::string{"a"}, std::string{"a+b"}, std::string{"a+b+c"}, other_hash,
          "x" + good, " " + good, good.substr(0, good.size() - 4), good + "AAAA",
          good.substr(origin.size())}) {
        EXPECT_FALSE(std::holds_alternative<VerifierKey>(parse_verifier_key(text))) << text;
    }
}

TEST(Checkpoint, is_written_in_the_signed_note_format) {
    auto const signer = signer_of(origin, 1);
    auto const note = signed_note(example(), signer);
    auto const text = std::string{origin} + "\n1234\n" + to_base64(example().root) + "\n";
    ASSERT_TRUE(note.starts_with(text + "\n\u2014 " + std::string{origin} + " ")) << note;
    EXPECT_EQ(note.back(), '\n');
    auto const signature = note.substr(note.rfind(' ') + 1);
    auto const bytes = from_base64(signature.substr(0, signature.size() - 1));
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->size(), 4U + 64U);
    EXPECT_TRUE(crypto::ed25519_verify(signer.key.public_key, as_bytes(text),
                                       BytesView{*bytes}.subspan(4)));
}

TEST(Checkpoint, opens_with_its_key_and_with_no_other) {
    auto const signer = signer_of(origin, 1);
    auto const note = signed_note(example(), signer);
    auto const result = open_note(note, key_of(signer));
    ASSERT_TRUE(std::holds_alternative<Checkpoint>(result));
    EXPECT_EQ(std::get<Checkpoint>(result).origin, origin);
    EXPECT_EQ(std::get<Checkpoint>(result).size, 1234U);
    EXPECT_EQ(std::get<Checkpoint>(result).root, example().root);
    EXPECT_EQ(code(note, key_of(signer_of(origin, 2))), "ledger.unsigned");
    EXPECT_EQ(code(note, key_of(signer_of("sigill/other", 1))), "ledger.unsigned");
}

TEST(Checkpoint, of_another_log_is_refused_even_under_the_same_key) {
    auto const signer = signer_of(origin, 1);
    auto checkpoint = example();
    checkpoint.origin = "sigill/other";
    EXPECT_EQ(code(signed_note(checkpoint, signer), key_of(signer)), "ledger.other_origin");
}

TEST(Checkpoint, with_any_byte_changed_does_not_open) {
    auto const signer = signer_of(origin, 1);
    auto const note = signed_note(example(), signer);
    for (std::size_t i = 0; i < note.size(); ++i) {
        auto changed = note;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(opens(changed, key_of(signer))) << "byte " << i;
        EXPECT_FALSE(opens(std::string_view{note}.substr(0, i), key_of(signer))) << "length " << i;
    }
}

TEST(Checkpoint, cosigned_by_witnesses_opens_and_a_broken_second_signature_does_not) {
    auto const signer = signer_of(origin, 1);
    auto const note = signed_note(example(), signer);
    auto const witnessed = signed_note(example(), signer_of("witness.example", 9));
    auto const cosignature = witnessed.substr(witnessed.find("\n\n") + 2);
    EXPECT_TRUE(opens(note + cosignature, key_of(signer)));
    EXPECT_FALSE(opens(note + cosignature.substr(1), key_of(signer)));
    EXPECT_FALSE(opens(note + "\n", key_of(signer)));
    // A second signature by our own key that is false makes the note false.
    auto other = example();
    other.size = 9;
    auto const false_note = signed_note(other, signer);
    EXPECT_FALSE(opens(note + false_note.substr(false_note.find("\n\n") + 2), key_of(signer)));
}

TEST(Checkpoint, may_carry_extension_lines_but_nothing_malformed) {
    auto const signer = signer_of(origin, 1);
    auto const sign = [&](std::string const& text) {
        auto const hash = std::get<VerifierKey>(parse_verifier_key(key_of(signer))).hash;
        Bytes bytes{hash.begin(), hash.end()};
        auto const made = crypto::ed25519_sign(signer.key, as_bytes(text));
        bytes.insert(bytes.end(), made.begin(), made.end());
        return text + "\n\u2014 " + signer.name + " " + to_base64(bytes) + "\n";
    };
    auto const root = to_base64(example().root);
    auto const head = std::string{origin} + "\n";
    EXPECT_TRUE(opens(sign(head + "12\n" + root + "\nextension\n"), key_of(signer)));
    for (auto const& body :
         {head + "012\n" + root + "\n", head + "+12\n" + root + "\n", head + "-1\n" + root + "\n",
          head + "12 \n" + root + "\n", head + "\n" + root + "\n",
          head + "18446744073709551616\n" + root + "\n", head + "12\n" + root + "=\n",
          head + "12\nAAAA\n", head + "12\n", "\n12\n" + root + "\n",
          head + "12\n" + root + "\n\x01\n", head + "12\n" + root + "\n\xff\n"}) {
        EXPECT_EQ(code(sign(body), key_of(signer)), "ledger.broken_note") << body;
    }
}

TEST(Checkpoint, of_foreign_format_is_no_checkpoint_though_its_signature_holds) {
    EXPECT_EQ(code(go_note, go_key), "ledger.broken_note");
    EXPECT_EQ(code(std::string(100'000, 'a'), go_key), "ledger.broken_note");
    EXPECT_EQ(code("", go_key), "ledger.broken_note");
}

}  // namespace
}  // namespace sigill::ledger
