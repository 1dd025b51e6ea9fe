#include "ledger/merkle.hpp"

#include <bit>
#include <cstring>

#include "base/assert.hpp"

namespace sigill::ledger {

namespace {

constexpr std::uint8_t leaf_mark = 0x00;
constexpr std::uint8_t node_mark = 0x01;
constexpr std::size_t digest_bytes = std::tuple_size_v<Digest>;

// The largest power of two below `size`; size > 1. RFC 9162, section 2.1.1 calls it k.
std::uint64_t split(std::uint64_t size) {
    return std::bit_floor(size - 1);
}

// The root over the leaves [begin, end), where begin is a multiple of a power of two that is not
// smaller than the range: its perfect subtrees then all are stored nodes.
Digest range_root(std::uint64_t begin, std::uint64_t end, NodeReader const& node) {
    std::array<Digest, 64> roots;
    std::size_t count = 0;
    while (begin < end) {
        auto const level = static_cast<int>(std::bit_width(end - begin)) - 1;
        roots[count++] = node(level, begin >> level);
        begin += std::uint64_t{1} << level;
    }
    SIGILL_ASSERT(count > 0);
    auto root = roots[--count];
    while (count > 0) {
        root = node_hash(roots[--count], root);
    }
    return root;
}

bool is_odd(std::uint64_t number) {
    return (number & 1) != 0;
}

}  // namespace

Digest leaf_hash(std::string_view leaf) {
    // Nearly all leaves fit here, and one call on joined bytes is quicker than two on pieces.
    std::array<std::uint8_t, 2048> joined;
    if (leaf.size() < joined.size()) {
        joined[0] = leaf_mark;
        if (!leaf.empty()) {
            std::memcpy(joined.data() + 1, leaf.data(), leaf.size());
        }
        return crypto::sha256(BytesView{joined}.first(leaf.size() + 1));
    }
    crypto::Hasher hasher;
    return hasher.add(BytesView{&leaf_mark, 1}).add(leaf).finish();
}

Digest node_hash(Digest const& left, Digest const& right) {
    std::array<std::uint8_t, 1 + 2 * digest_bytes> joined;
    joined[0] = node_mark;
    std::memcpy(joined.data() + 1, left.data(), digest_bytes);
    std::memcpy(joined.data() + 1 + digest_bytes, right.data(), digest_bytes);
    return crypto::sha256(joined);
}

Digest empty_root() {
    return crypto::sha256(BytesView{});
}

Frontier::Frontier(std::uint64_t size, std::vector<Digest> roots)
    : size_(size), roots_(std::move(roots)) {
    SIGILL_ASSERT(roots_.size() == static_cast<std::size_t>(std::popcount(size_)));
}

void Frontier::append(
    Digest const& leaf,
    std::function<void(int level, std::uint64_t index, Digest const&)> const& store) {
    auto node = leaf;
    auto index = size_;
    int level = 0;
    if (store) {
        store(level, index, node);
    }
    while (is_odd(index)) {
        node = node_hash(roots_.back(), node);
        roots_.pop_back();
        index >>= 1;
        ++level;
        if (store) {
            store(level, index, node);
        }
    }
    roots_.push_back(node);
    ++size_;
}

Digest Frontier::root() const {
    if (roots_.empty()) {
        return empty_root();
    }
    auto root = roots_.back();
    for (auto i = roots_.size() - 1; i > 0; --i) {
        root = node_hash(roots_[i - 1], root);
    }
    return root;
}

Digest root_at(std::uint64_t size, NodeReader const& node) {
    return size == 0 ? empty_root() : range_root(0, size, node);
}

// RFC 9162, section 2.1.3.1: PATH(m, D_n), from the root down and then turned round.
std::vector<Digest> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                    NodeReader const& node) {
    SIGILL_ASSERT(index < size);
    std::vector<Digest> path;
    std::uint64_t begin = 0;
    auto end = size;
    while (end - begin > 1) {
        auto const middle = begin + split(end - begin);
        if (index < middle) {
            path.push_back(range_root(middle, end, node));
            end = middle;
        } else {
            path.push_back(range_root(begin, middle, node));
            begin = middle;
        }
    }
    std::reverse(path.begin(), path.end());
    return path;
}

// RFC 9162, section 2.1.4.1: SUBPROOF(m, D_n, b), likewise.
std::vector<Digest> consistency_proof(std::uint64_t from, std::uint64_t to,
                                      NodeReader const& node) {
    SIGILL_ASSERT(from > 0 && from <= to);
    std::vector<Digest> path;
    std::uint64_t begin = 0;
    auto end = to;
    while (end != from) {
        auto const middle = begin + split(end - begin);
        if (from <= middle) {
            path.push_back(range_root(middle, end, node));
            end = middle;
        } else {
            path.push_back(range_root(begin, middle, node));
            begin = middle;
        }
    }
    // The checker knows the old root already, unless the last subtree is only a part of it.
    if (begin != 0) {
        path.push_back(range_root(begin, end, node));
    }
    std::reverse(path.begin(), path.end());
    return path;
}

// RFC 9162, section 2.1.3.2.
bool verify_inclusion(std::uint64_t index, std::uint64_t size, Digest const& leaf,
                      std::vector<Digest> const& proof, Digest const& root) {
    if (index >= size) {
        return false;
    }
    auto position = index;
    auto last = size - 1;
    auto hash = leaf;
    for (auto const& sibling : proof) {
        if (last == 0) {
            return false;
        }
        if (is_odd(position) || position == last) {
            hash = node_hash(sibling, hash);
            while (!is_odd(position) && position != 0) {
                position >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        position >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

// RFC 9162, section 2.1.4.2.
bool verify_consistency(std::uint64_t from, std::uint64_t to, Digest const& from_root,
                        Digest const& to_root, std::vector<Digest> const& proof) {
    if (from == 0 || from > to) {
        return false;
    }
    if (from == to) {
        return proof.empty() && from_root == to_root;
    }
    auto next = proof.begin();
    if (next == proof.end()) {
        return false;
    }
    // A whole old tree is itself the first node of the path and is left out of the proof.
    auto const first = std::has_single_bit(from) ? from_root : *next++;
    auto position = from - 1;
    auto last = to - 1;
    while (is_odd(position)) {
        position >>= 1;
        last >>= 1;
    }
    auto old_hash = first;
    auto new_hash = first;
    for (; next != proof.end(); ++next) {
        if (last == 0) {
            return false;
        }
        if (is_odd(position) || position == last) {
            old_hash = node_hash(*next, old_hash);
            new_hash = node_hash(*next, new_hash);
            while (!is_odd(position) && position != 0) {
                position >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node_hash(new_hash, *next);
        }
        position >>= 1;
        last >>= 1;
    }
    return last == 0 && old_hash == from_root && new_hash == to_root;
}

}  // namespace sigill::ledger
