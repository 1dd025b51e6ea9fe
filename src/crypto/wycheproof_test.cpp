// Project Wycheproof's vectors for the primitives that Sigill uses.

#include "crypto/crypto.hpp"
#include "crypto/primitives.hpp"
#include "crypto/test_vectors.hpp"

namespace sigill::crypto {
namespace {

using test_vectors::hex_at;

struct Case {
    json::Object const& group;
    json::Object const& test;
    bool valid;
    std::string name;
};

// Runs `check` over every case; returns how many there were.
int each_case(std::filesystem::path const& folder, std::string const& file,
              std::function<void(Case const&)> const& check) {
    auto const document = test_vectors::read_object(folder / "testvectors_v1" / file);
    int count = 0;
    for (auto const& group : document.at("testGroups").as_array()) {
        for (auto const& test : group.at("tests").as_array()) {
            auto const result = json::string_at(test.as_object(), "result").value();
            // "acceptable" would need a decision of ours; these files have none.
            EXPECT_TRUE(result == "valid" || result == "invalid") << result;
            check({group.as_object(), test.as_object(), result == "valid",
                   file + " " + std::to_string(test.at("tcId").as_int64())});
            ++count;
        }
    }
    EXPECT_EQ(count, document.at("numberOfTests").as_int64());
    return count;
}

class Wycheproof : public testing::Test {
protected:
    void SetUp() override {
        folder_ = test_vectors::folder("wycheproof");
        if (!folder_) {
            GTEST_SKIP() << "the Wycheproof vectors are absent";
        }
    }
    std::optional<std::filesystem::path> folder_;
};

TEST_F(Wycheproof, xchacha20_poly1305_seals_and_opens_as_the_vectors_say) {
    int valid = 0;
    auto const count = each_case(*folder_, "xchacha20_poly1305_test.json", [&](Case const& c) {
        auto const key = hex_at(c.test, "key");
        auto const nonce = hex_at(c.test, "iv");
        auto const about = hex_at(c.test, "aad");
        auto const plain = hex_at(c.test, "msg");
        auto cipher = hex_at(c.test, "ct");
        auto const tag = hex_at(c.test, "tag");
        cipher.insert(cipher.end(), tag.begin(), tag.end());
        auto const opened = primitives::xchacha20_poly1305_open(key, nonce, cipher, about);
        EXPECT_EQ(opened.has_value(), c.valid) << c.name;
        if (c.valid && opened) {
            ++valid;
            EXPECT_TRUE(equal(opened->bytes(), plain)) << c.name;
            EXPECT_EQ(primitives::xchacha20_poly1305_seal(key, nonce, plain, about), cipher)
                << c.name;
        }
    });
    EXPECT_GT(valid, 0);
    EXPECT_GT(count, valid);
}

TEST_F(Wycheproof, ed25519_verifies_as_the_vectors_say) {
    int valid = 0;
    auto const count = each_case(*folder_, "ed25519_test.json", [&](Case const& c) {
        auto const key = hex_at(c.group.at("publicKey").as_object(), "pk");
        auto const accepted = ed25519_verify(key, hex_at(c.test, "msg"), hex_at(c.test, "sig"));
        EXPECT_EQ(accepted, c.valid) << c.name;
        valid += c.valid ? 1 : 0;
    });
    EXPECT_GT(valid, 0);
    EXPECT_GT(count, valid);
}

TEST_F(Wycheproof, hmac_sha256_is_as_the_vectors_say) {
    each_case(*folder_, "hmac_sha256_test.json", [&](Case const& c) {
        auto const tag = hex_at(c.test, "tag");
        auto const made = hmac_sha256(hex_at(c.test, "key"), hex_at(c.test, "msg"));
        // Some vectors hold a shortened tag.
        auto const matches =
            tag.size() <= made.size() && equal(BytesView{made}.first(tag.size()), tag);
        EXPECT_EQ(matches, c.valid) << c.name;
    });
}

TEST_F(Wycheproof, hkdf_sha256_is_as_the_vectors_say) {
    each_case(*folder_, "hkdf_sha256_test.json", [&](Case const& c) {
        auto const size = static_cast<std::size_t>(c.test.at("size").as_int64());
        auto const make = [&] {
            return primitives::hkdf_sha256(hex_at(c.test, "ikm"), hex_at(c.test, "salt"),
                                           hex_at(c.test, "info"), size);
        };
        if (c.valid) {
            EXPECT_TRUE(equal(make().bytes(), hex_at(c.test, "okm"))) << c.name;
        } else {
            EXPECT_THROW((void)make(), Failure) << c.name;
        }
    });
}

}  // namespace
}  // namespace sigill::crypto
