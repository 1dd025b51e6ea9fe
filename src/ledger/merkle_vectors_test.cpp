// The inclusion and consistency cases of transparency-dev/merkle. Its subtree cases (322) are of a
// later draft and outside RFC 9162: Sigill has no subtree proofs, so they are not run.

#include "crypto/test_vectors.hpp"
#include "ledger/merkle.hpp"

namespace sigill::ledger {
namespace {

std::optional<Bytes> base64_at(json::Object const& object, std::string_view key) {
    auto const text = json::string_at(object, key);
    return text ? from_base64(*text) : Bytes{};
}

std::optional<Digest> digest_of(Bytes const& bytes) {
    Digest digest{};
    if (bytes.size() != digest.size()) {
        return std::nullopt;
    }
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

// Some cases hold words where a root should be ("dont care 1") and only ask whether two are equal:
// they are padded. What stands in a proof must be whole hashes.
Digest root_of(Bytes bytes) {
    bytes.resize(std::tuple_size_v<Digest>);
    return digest_of(bytes).value();
}

std::uint64_t number_at(json::Object const& object, char const* key) {
    auto const& value = object.at(key);
    return value.is_uint64() ? value.get_uint64() : static_cast<std::uint64_t>(value.get_int64());
}

std::optional<std::vector<Digest>> proof_of(json::Object const& test) {
    std::vector<Digest> proof;
    auto const* const held = test.if_contains("proof");
    if (held == nullptr || held->is_null()) {
        return proof;
    }
    for (auto const& item : held->as_array()) {
        auto const bytes = from_base64(json::view(item.as_string()));
        auto const digest = bytes ? digest_of(*bytes) : std::nullopt;
        if (!digest) {
            return std::nullopt;
        }
        proof.push_back(*digest);
    }
    return proof;
}

bool inclusion_accepted(json::Object const& test) {
    auto const proof = proof_of(test);
    auto const leaf = digest_of(base64_at(test, "leafHash").value());
    auto const root = base64_at(test, "root").value();
    return proof && leaf &&
           verify_inclusion(number_at(test, "leafIdx"), number_at(test, "treeSize"), *leaf, *proof,
                            root_of(root));
}

bool consistency_accepted(json::Object const& test) {
    auto const proof = proof_of(test);
    return proof && verify_consistency(number_at(test, "size1"), number_at(test, "size2"),
                                       root_of(base64_at(test, "root1").value()),
                                       root_of(base64_at(test, "root2").value()), *proof);
}

struct Count {
    int valid = 0;
    int invalid = 0;
};

Count run(std::filesystem::path const& folder, bool (*accepted)(json::Object const&)) {
    Count count;
    for (auto const& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) {
            continue;
        }
        auto const test = test_vectors::read_object(file.path());
        auto const valid = !test.at("wantErr").as_bool();
        EXPECT_EQ(accepted(test), valid) << file.path() << ": " << test.at("desc").as_string();
        ++(valid ? count.valid : count.invalid);
    }
    return count;
}

TEST(MerkleVectors, inclusion_and_consistency_are_judged_as_the_vectors_say) {
    auto const folder = test_vectors::folder("merkle-vectors");
    if (!folder) {
        GTEST_SKIP() << "the Merkle vectors are absent";
    }
    auto const inclusion = run(*folder / "testdata" / "inclusion", inclusion_accepted);
    auto const consistency = run(*folder / "testdata" / "consistency", consistency_accepted);
    EXPECT_EQ(inclusion.valid, 6);
    EXPECT_EQ(inclusion.invalid, 92);
    EXPECT_EQ(consistency.valid, 6);
    EXPECT_EQ(consistency.invalid, 92);
}

}  // namespace
}  // namespace sigill::ledger
