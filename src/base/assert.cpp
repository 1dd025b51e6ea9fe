#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace sigill {

void assertion_failed(char const* expression, char const* file, int line) {
    std::fprintf(stderr, "assertion failed: %s at %s:%d\n", expression, file, line);
    std::abort();
}

}  // namespace sigill
