#include "ledger/merkle.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "base/bytes.hpp"

namespace sigill::ledger {
namespace {

// MTH, PATH and SUBPROOF as RFC 9162, section 2.1 defines them: recursively over a list of leaves.
namespace naive {

using Leaves = std::span<Digest const>;

std::size_t split(std::size_t size) {
    return std::bit_floor(size - 1);
}

Digest root(Leaves leaves) {
    if (leaves.empty()) {
        return empty_root();
    }
    if (leaves.size() == 1) {
        return leaves.front();
    }
    auto const k = split(leaves.size());
    return node_hash(root(leaves.first(k)), root(leaves.subspan(k)));
}

std::vector<Digest> path(std::size_t index, Leaves leaves) {
    if (leaves.size() == 1) {
        return {};
    }
    auto const k = split(leaves.size());
    auto const left = index < k;
    auto proof = left ? path(index, leaves.first(k)) : path(index - k, leaves.subspan(k));
    proof.push_back(root(left ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

std::vector<Digest> subproof(std::size_t from, Leaves leaves, bool whole) {
    if (from == leaves.size()) {
        return whole ? std::vector<Digest>{} : std::vector<Digest>{root(leaves)};
    }
    auto const k = split(leaves.size());
    auto const left = from <= k;
    auto proof = left ? subproof(from, leaves.first(k), whole)
                      : subproof(from - k, leaves.subspan(k), false);
    proof.push_back(root(left ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

}  // namespace naive

struct Tree {
    std::vector<Digest> leaves;
    std::map<std::pair<int, std::uint64_t>, Digest> nodes;
    Frontier frontier;

    void append(std::string_view text) {
        auto const leaf = leaf_hash(text);
        leaves.push_back(leaf);
        frontier.append(leaf, [&](int level, std::uint64_t index, Digest const& hash) {
            auto const added = nodes.emplace(std::pair{level, index}, hash).second;
            EXPECT_TRUE(added) << "node " << level << "/" << index << " stored twice";
        });
    }
    [[nodiscard]] NodeReader reader() const {
        return [this](int level, std::uint64_t index) { return nodes.at({level, index}); };
    }
    [[nodiscard]] std::span<Digest const> first(std::uint64_t size) const {
        return std::span{leaves}.first(size);
    }
};

Tree tree_of(int size, unsigned seed) {
    std::mt19937 random{seed};
    Tree tree;
    for (int i = 0; i < size; ++i) {
        // Lengths around the border between the two ways of hashing too.
        tree.append(std::string(random() % 3 == 0 ? 2045 + random() % 5 : random() % 90, 'a') +
                    std::to_string(random()));
    }
    return tree;
}

TEST(Merkle, hashes_leaves_and_nodes_apart) {
    // RFC 9162, section 2.1.1: SHA-256 of a zero byte, and of nothing.
    EXPECT_EQ(to_hex(leaf_hash("")),
              "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_EQ(to_hex(empty_root()),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    auto const a = leaf_hash("a");
    auto const b = leaf_hash("b");
    EXPECT_NE(node_hash(a, b), node_hash(b, a));
    EXPECT_NE(node_hash(a, b), leaf_hash(std::string{as_text(a)} + std::string{as_text(b)}));
}

TEST(Merkle, roots_and_proofs_are_those_of_the_definition) {
    constexpr int size = 70;
    auto const tree = tree_of(size, 1);
    for (std::uint64_t n = 0; n <= size; ++n) {
        EXPECT_EQ(root_at(n, tree.reader()), naive::root(tree.first(n))) << n;
        for (std::uint64_t m = 0; m < n; ++m) {
            EXPECT_EQ(inclusion_proof(m, n, tree.reader()), naive::path(m, tree.first(n)))
                << m << " in " << n;
        }
        for (std::uint64_t m = 1; m <= n; ++m) {
            EXPECT_EQ(consistency_proof(m, n, tree.reader()),
                      naive::subproof(m, tree.first(n), true))
                << m << " to " << n;
        }
    }
    EXPECT_EQ(tree.frontier.root(), naive::root(tree.leaves));
}

TEST(Merkle, a_frontier_can_be_taken_up_where_another_left_it) {
    auto const tree = tree_of(37, 2);
    for (std::uint64_t taken = 0; taken <= 37; ++taken) {
        std::vector<Digest> roots;
        std::uint64_t begin = 0;
        while (begin < taken) {
            auto const level = static_cast<int>(std::bit_width(taken - begin)) - 1;
            roots.push_back(tree.nodes.at({level, begin >> level}));
            begin += std::uint64_t{1} << level;
        }
        Frontier frontier{taken, roots};
        for (auto i = taken; i < 37; ++i) {
            frontier.append(tree.leaves[i]);
        }
        EXPECT_EQ(frontier.root(), tree.frontier.root()) << taken;
    }
}

TEST(Merkle, right_proofs_are_accepted_and_changed_ones_refused) {
    auto const tree = tree_of(45, 3);
    std::mt19937 random{4};
    for (std::uint64_t n = 1; n <= 45; ++n) {
        auto const root = root_at(n, tree.reader());
        for (std::uint64_t m = 0; m < n; ++m) {
            auto proof = inclusion_proof(m, n, tree.reader());
            EXPECT_TRUE(verify_inclusion(m, n, tree.leaves[m], proof, root));
            EXPECT_FALSE(verify_inclusion(m, n, leaf_hash("other"), proof, root));
            EXPECT_FALSE(verify_inclusion(m + 1, n, tree.leaves[m], proof, root));
            if (!proof.empty()) {
                auto changed = proof;
                changed[random() % changed.size()][random() % 32] ^= 4;
                EXPECT_FALSE(verify_inclusion(m, n, tree.leaves[m], changed, root));
            }
            proof.push_back(root);
            EXPECT_FALSE(verify_inclusion(m, n, tree.leaves[m], proof, root));
        }
        for (std::uint64_t m = 1; m <= n; ++m) {
            auto const old_root = root_at(m, tree.reader());
            auto proof = consistency_proof(m, n, tree.reader());
            EXPECT_TRUE(verify_consistency(m, n, old_root, root, proof));
            EXPECT_FALSE(verify_consistency(m, n, leaf_hash("other"), root, proof));
            EXPECT_FALSE(verify_consistency(m, n, old_root, leaf_hash("other"), proof));
            if (!proof.empty()) {
                proof[random() % proof.size()][random() % 32] ^= 4;
                EXPECT_FALSE(verify_consistency(m, n, old_root, root, proof));
            }
        }
    }
}

TEST(Merkle, nothing_is_proved_of_the_empty_tree) {
    EXPECT_FALSE(verify_inclusion(0, 0, leaf_hash("a"), {}, empty_root()));
    EXPECT_FALSE(verify_consistency(0, 0, empty_root(), empty_root(), {}));
    EXPECT_FALSE(verify_consistency(0, 1, empty_root(), leaf_hash("a"), {}));
}

}  // namespace
}  // namespace sigill::ledger
