#pragma once

namespace sigill {

// Prints the place and ends the process. For our own mistakes only, never for bad input.
[[noreturn]] void assertion_failed(char const* expression, char const* file, int line);

}  // namespace sigill

// Stays on in release: a broken invariant must stop the program before it writes anything.
#define SIGILL_ASSERT(expression) \
    ((expression) ? static_cast<void>(0) \
                  : ::sigill::assertion_failed(#expression, __FILE__, __LINE__))
