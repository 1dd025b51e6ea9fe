#include "ledger/findings.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace sigill::ledger {

namespace {

using export_format::Listed;

constexpr std::size_t problem_limit = 20;
constexpr std::size_t place_limit = 1024;

std::set<Digest> hashes_of(std::span<Listed const> entries) {
    std::set<Digest> hashes;
    for (auto const& entry : entries) {
        hashes.insert(entry.hash);
    }
    return hashes;
}

bool same_hash(Listed const& a, Listed const& b) {
    return a.hash == b.hash;
}

}  // namespace

std::string place_of(std::uint64_t index, std::string_view id) {
    auto place = std::to_string(index);
    if (is_id(id)) {
        place += " (" + std::string{id} + ")";
    }
    return place;
}

void Findings::add_header(std::string what) {
    header_.push_back({"header", phrases::header_changed, std::move(what)});
}

void Findings::add_entry(Phrase const& phrase, std::uint64_t index, std::string_view id) {
    if (entries_.size() < place_limit) {
        entries_.push_back(
            {index, {"entry " + std::to_string(index), phrase, place_of(index, id)}});
    }
}

void Findings::add_index(std::uint64_t from) {
    if (others_.size() < problem_limit) {
        others_.push_back(
            {"index " + std::to_string(from), phrases::index_changed, std::to_string(from)});
    }
}

void Findings::add_checkpoint(Problem problem) {
    problem.field = "checkpoint";
    others_.push_back(std::move(problem));
}

void Findings::compare(std::span<Listed const> read, export_format::Index const& listed,
                       std::uint64_t size) {
    auto const& wanted = listed.entries;
    if (std::ranges::equal(read, wanted, same_hash)) {
        add_index(listed.from);
        return;
    }
    auto const first = static_cast<std::size_t>(std::ranges::mismatch(read, wanted, same_hash).in2 -
                                                wanted.begin());
    if (first == read.size() && size == listed.from + wanted.size()) {
        add_entry(phrases::truncated, listed.from + first, wanted[first].id);
        return;
    }
    auto const same_length = read.size() == wanted.size();
    auto const collect = [&](std::span<Listed const> of, std::set<Digest> const& others,
                             std::vector<Place>& into) {
        bool found = false;
        for (std::size_t i = 0; i < of.size(); ++i) {
            if (!others.contains(of[i].hash)) {
                found = true;
                if (into.size() < place_limit) {
                    into.push_back({listed.from + i, of[i].id, of[i].hash, same_length});
                }
            }
        }
        return found;
    };
    auto const lacks = collect(wanted, hashes_of(read), missing_);
    auto const has_foreign = collect(read, hashes_of(wanted), foreign_);
    if (lacks || has_foreign) {
        return;
    }
    // The same lines: in another order, or some of them a second time.
    if (same_length) {
        add_entry(phrases::reordered, listed.from + first, wanted[first].id);
    } else {
        add_entry(phrases::inserted, listed.from + first, read[first].id);
    }
}

std::uint64_t Findings::first_entry() const {
    auto lowest = std::numeric_limits<std::uint64_t>::max();
    auto const lower = [&](auto const& of) { lowest = std::min(lowest, of.index); };
    std::ranges::for_each(entries_, lower);
    std::ranges::for_each(missing_, lower);
    std::ranges::for_each(foreign_, lower);
    return lowest;
}

void Findings::forget_entries() {
    entries_.clear();
    missing_.clear();
    foreign_.clear();
}

// An entry that is missing in one block and foreign in another was moved.
void Findings::name_moved() {
    std::erase_if(missing_, [&](Place const& lost) {
        auto const found = std::ranges::find(foreign_, lost.hash, &Place::hash);
        if (found == foreign_.end()) {
            return false;
        }
        add_entry(phrases::reordered, lost.index, lost.id);
        foreign_.erase(found);
        return true;
    });
}

// A missing and a foreign entry are one that was changed where they have the same id, or the same
// place in blocks of the same length.
void Findings::name_replaced() {
    for (auto const& lost : missing_) {
        auto const found = std::ranges::find_if(foreign_, [&](Place const& other) {
            return (!lost.id.empty() && other.id == lost.id) ||
                   (other.same_length && other.index == lost.index);
        });
        if (found == foreign_.end()) {
            add_entry(phrases::deleted, lost.index, lost.id);
        } else {
            add_entry(phrases::changed, lost.index, lost.id);
            foreign_.erase(found);
        }
    }
    for (auto const& other : foreign_) {
        add_entry(phrases::inserted, other.index, other.id);
    }
}

Findings::Result Findings::take() {
    name_moved();
    name_replaced();
    std::ranges::stable_sort(entries_, {}, &EntryProblem::index);
    Result result;
    if (!entries_.empty()) {
        result.first_bad_index = entries_.front().index;
    }
    result.problems = std::move(header_);
    for (auto& entry : entries_) {
        if (result.problems.size() < problem_limit) {
            result.problems.push_back(std::move(entry.problem));
        }
    }
    for (auto& problem : others_) {
        result.problems.push_back(std::move(problem));
    }
    return result;
}

}  // namespace sigill::ledger
