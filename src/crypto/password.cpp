#include <sodium.h>

#include <cerrno>
#include <charconv>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "crypto/primitives.hpp"

namespace sigill::crypto {

namespace {

constexpr Phrase no_memory{"crypto.no_memory", "There is no memory to check a password now.",
                           "Det finns inte minne nog för att pröva ett lösenord just nu."};
constexpr std::string_view prefix = "$argon2id$v=19$";

// "m=65536,t=3,p=1$…" after the prefix.
std::optional<PasswordCost> cost_of(std::string_view hash) {
    if (!hash.starts_with(prefix)) {
        return std::nullopt;
    }
    hash.remove_prefix(prefix.size());
    PasswordCost cost;
    for (auto const& [name, value] : {std::pair{std::string_view{"m="}, &cost.memory_kib},
                                      std::pair{std::string_view{"t="}, &cost.passes}}) {
        if (!hash.starts_with(name)) {
            return std::nullopt;
        }
        hash.remove_prefix(name.size());
        auto const [end, error] = std::from_chars(hash.data(), hash.data() + hash.size(), *value);
        if (error != std::errc{} || end == hash.data() + hash.size() || *end != ',') {
            return std::nullopt;
        }
        hash.remove_prefix(static_cast<std::size_t>(end - hash.data()) + 1);
    }
    return cost;
}

}  // namespace

std::string hash_password(std::string_view password, PasswordCost cost) {
    primitives::ensure_sodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                              std::size_t{cost.memory_kib} * 1024,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Failure::of(FailureKind::unavailable, no_memory);
    }
    return text.data();
}

bool verify_password(std::string_view hash, std::string_view password) {
    primitives::ensure_sodium();
    if (!cost_of(hash) || hash.size() >= crypto_pwhash_STRBYTES) {
        return false;
    }
    std::array<char, crypto_pwhash_STRBYTES> text{};
    std::copy(hash.begin(), hash.end(), text.begin());
    errno = 0;
    if (crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0) {
        return true;
    }
    // A machine without memory must not be read as a wrong password: that would lock people out.
    if (errno == ENOMEM) {
        throw Failure::of(FailureKind::unavailable, no_memory);
    }
    return false;
}

bool needs_rehash(std::string_view hash, PasswordCost cost) {
    auto const held = cost_of(hash);
    return !held || held->memory_kib < cost.memory_kib || held->passes < cost.passes;
}

}  // namespace sigill::crypto
