#include "crypto/crypto.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "crypto/primitives.hpp"

namespace sigill::crypto {
namespace {

std::string hex(BytesView bytes) {
    return to_hex(bytes);
}

Bytes unhex(std::string_view text) {
    return from_hex(text).value();
}

TEST(Sha256, gives_the_digests_of_fips_180_4) {
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, of_pieces_is_that_of_the_whole) {
    Hasher hasher;
    EXPECT_EQ(hasher.add("a").add("").add("bc").finish(), sha256("abc"));
    EXPECT_EQ(hasher.add("abc").finish(), sha256("abc")) << "a hasher can be used again";
}

TEST(Sha256, works_in_many_threads_at_once) {
    auto const wanted = sha256("abc");
    std::vector<std::jthread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 1000; ++j) {
                right += sha256("abc") == wanted ? 1 : 0;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(right, 4000);
}

TEST(Derive, gives_another_key_for_another_purpose) {
    Bytes const key(32, 7);
    EXPECT_EQ(hex(derive(key, "files").bytes()), hex(derive(key, "files").bytes()));
    EXPECT_NE(hex(derive(key, "files").bytes()), hex(derive(key, "ledger").bytes()));
    EXPECT_EQ(derive(key, "files").bytes().size(), 32U);
}

TEST(Seal, opens_only_with_the_same_key_and_purpose_and_bytes) {
    SystemRandom random;
    auto const key = make_key(random);
    auto const other = make_key(random);
    auto const sealed = seal(key.bytes(), as_bytes("hemligt"), "person 7", random);
    EXPECT_EQ(sealed.size(), 24U + 7U + 16U);

    auto const opened = open(key.bytes(), sealed, "person 7");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->text(), "hemligt");
    EXPECT_FALSE(open(other.bytes(), sealed, "person 7"));
    EXPECT_FALSE(open(key.bytes(), sealed, "person 8"));
    EXPECT_FALSE(open(BytesView{}, sealed, "person 7"));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] ^= 1;
        EXPECT_FALSE(open(key.bytes(), changed, "person 7")) << "byte " << i;
        EXPECT_FALSE(open(key.bytes(), BytesView{sealed}.first(i), "person 7")) << "length " << i;
    }
}

TEST(Seal, draws_a_new_nonce_each_time) {
    SystemRandom random;
    auto const key = make_key(random);
    EXPECT_NE(seal(key.bytes(), {}, "", random), seal(key.bytes(), {}, "", random));
}

TEST(Seal, refuses_a_key_of_another_length) {
    SystemRandom random;
    EXPECT_THROW((void)seal(Bytes(31), {}, "", random), Failure);
}

TEST(Equal, compares_length_and_content) {
    EXPECT_TRUE(equal({}, {}));
    EXPECT_TRUE(equal(as_bytes("ab"), as_bytes("ab")));
    EXPECT_FALSE(equal(as_bytes("ab"), as_bytes("ac")));
    EXPECT_FALSE(equal(as_bytes("ab"), as_bytes("abc")));
}

// RFC 8032, section 7.1, tests 1 to 3.
struct SignatureVector {
    std::string_view seed, public_key, message, signature;
};
constexpr SignatureVector rfc_8032[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc"
     "6594a7c15e9716ed28dc027beceea1ec40a"},
};

TEST(Ed25519, signs_as_rfc_8032_says) {
    for (auto const& vector : rfc_8032) {
        auto const pair = ed25519_from_seed(Secret{unhex(vector.seed)});
        auto const message = unhex(vector.message);
        EXPECT_EQ(hex(pair.public_key), vector.public_key);
        auto const signature = ed25519_sign(pair, message);
        EXPECT_EQ(hex(signature), vector.signature);
        EXPECT_TRUE(ed25519_verify(pair.public_key, message, signature));
        EXPECT_FALSE(ed25519_verify(pair.public_key, as_bytes("other"), signature));
        EXPECT_FALSE(ed25519_verify(pair.public_key, message, BytesView{signature}.first(63)));
        EXPECT_FALSE(ed25519_verify(BytesView{pair.public_key}.first(31), message, signature));
    }
}

TEST(Ed25519, refuses_a_seed_of_another_length) {
    EXPECT_THROW((void)ed25519_from_seed(Secret{Bytes(31)}), Failure);
}

// The vector of RFC 9106, section 5.3 has four lanes, a secret and associated data. libsodium's
// interface (1.0.18) fixes one lane for new hashes and takes neither secret nor data, and OpenSSL
// before 3.2 has no Argon2, so that vector cannot be run here. These are the known answers of the
// reference implementation (phc-winner-argon2, src/test.c) for Argon2id version 0x13; verifying
// them computes the same function.
struct PasswordVector {
    std::string_view password, hash;
};
constexpr PasswordVector reference_answers[] = {
    {"password",
     "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"},
    {"password",
     "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"},
    {"password",
     "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"},
    {"differentpassword",
     "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"},
};

TEST(Password, verifies_the_known_answers_of_the_reference_implementation) {
    for (auto const& vector : reference_answers) {
        EXPECT_TRUE(verify_password(vector.hash, vector.password)) << vector.hash;
        EXPECT_FALSE(verify_password(vector.hash, "Password")) << vector.hash;
    }
}

constexpr PasswordCost least{.memory_kib = 8, .passes = 1};

TEST(Password, verifies_what_was_hashed_and_nothing_else) {
    auto const hash = hash_password("rätt häst", least);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << hash;
    EXPECT_TRUE(verify_password(hash, "rätt häst"));
    EXPECT_FALSE(verify_password(hash, "ratt hast"));
    EXPECT_FALSE(verify_password(hash, ""));
    EXPECT_NE(hash, hash_password("rätt häst", least)) << "the salt is new each time";
}

TEST(Password, of_broken_or_foreign_text_is_never_right) {
    for (auto const* const text :
         {"", "$", "$argon2id$", "$argon2id$v=19$m=8,", "$argon2id$v=19$m=8,t=1$x$y",
          "$2b$12$abcdefghijklmnopqrstuv",
          "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"}) {
        EXPECT_FALSE(verify_password(text, "password")) << text;
        EXPECT_TRUE(needs_rehash(text, least)) << text;
    }
    EXPECT_FALSE(verify_password("$argon2id$v=19$m=8,t=1,p=1$", "password"));
    EXPECT_FALSE(verify_password(std::string(10'000, '$'), "password"));
}

TEST(Password, needs_a_new_hash_only_when_made_with_less) {
    constexpr auto hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHA"
        "ph8ArZWb2GRPPc";
    EXPECT_FALSE(needs_rehash(hash, {.memory_kib = 65536, .passes = 2}));
    EXPECT_FALSE(needs_rehash(hash, {.memory_kib = 32768, .passes = 1}));
    EXPECT_TRUE(needs_rehash(hash, {.memory_kib = 65537, .passes = 2}));
    EXPECT_TRUE(needs_rehash(hash, {.memory_kib = 65536, .passes = 3}));
}

}  // namespace
}  // namespace sigill::crypto
