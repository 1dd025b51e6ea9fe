#pragma once
// The Merkle tree of RFC 9162, section 2.1: leaf 0x00, node 0x01, SHA-256. Pure functions.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "crypto/crypto.hpp"

namespace sigill::ledger {

using crypto::Digest;

[[nodiscard]] Digest leaf_hash(std::string_view leaf);
[[nodiscard]] Digest node_hash(Digest const& left, Digest const& right);
[[nodiscard]] Digest empty_root();

// The right edge of a tree: the roots of its perfect subtrees, largest first.
class Frontier {
public:
    Frontier() = default;
    Frontier(std::uint64_t size, std::vector<Digest> roots);
    // Calls `store(level, index, hash)` for every node that the leaf completes, the leaf included.
    void append(
        Digest const& leaf,
        std::function<void(int level, std::uint64_t index, Digest const&)> const& store = {});
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Digest root() const;

private:
    std::uint64_t size_ = 0;
    std::vector<Digest> roots_;
};

// Reads the hash of a complete subtree: 2^level leaves from index * 2^level.
using NodeReader = std::function<Digest(int level, std::uint64_t index)>;

[[nodiscard]] Digest root_at(std::uint64_t size, NodeReader const& node);
// index < size.
[[nodiscard]] std::vector<Digest> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                  NodeReader const& node);
// 0 < from <= to.
[[nodiscard]] std::vector<Digest> consistency_proof(std::uint64_t from, std::uint64_t to,
                                                    NodeReader const& node);

[[nodiscard]] bool verify_inclusion(std::uint64_t index, std::uint64_t size, Digest const& leaf,
                                    std::vector<Digest> const& proof, Digest const& root);
[[nodiscard]] bool verify_consistency(std::uint64_t from, std::uint64_t to, Digest const& from_root,
                                      Digest const& to_root, std::vector<Digest> const& proof);

}  // namespace sigill::ledger
