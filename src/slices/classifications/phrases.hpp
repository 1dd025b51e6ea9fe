#pragma once

#include "base/phrase.hpp"

namespace sigill::classifications::phrases {

inline constexpr Phrase asset_without_process{
    "asset_without_process", "the asset belongs to no process, so nobody can decide",
    "tillgången hör inte till någon process, så ingen kan besluta"};
inline constexpr Phrase process_without_owner{
    "process_without_owner", "the asset's process has no owner who can decide",
    "tillgångens process har ingen ägare som kan besluta"};
inline constexpr Phrase not_process_owner{
    "not_process_owner", "Only the owner of the asset's process signs its classification.",
    "Bara ägaren till tillgångens process signerar klassningen."};
inline constexpr Phrase another_owns_process{
    "another_owns_process", "does not own the asset's process", "äger inte tillgångens process"};
inline constexpr Phrase no_other_specialist{
    "no_other_specialist",
    "at least one specialist besides the CISO and the process owner must take part",
    "minst en sakkunnig utöver CISO och processägaren måste delta"};
inline constexpr Phrase no_longer_draft{
    "no_longer_draft", "A decided classification cannot be changed. Make a new one.",
    "En beslutad klassning kan inte ändras. Gör en ny."};

}  // namespace sigill::classifications::phrases
