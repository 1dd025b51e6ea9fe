#pragma once

#include "base/failure.hpp"

namespace sigill::text {

// ICU fails only for lack of memory or of its data.
[[noreturn]] inline void library_failed(char const* error) {
    constexpr Phrase phrase{"text.library_failed", "The text library refused: {}.",
                            "Textbiblioteket vägrade: {}."};
    throw Failure::of(FailureKind::internal, phrase, error);
}

}  // namespace sigill::text
