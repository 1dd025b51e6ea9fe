#pragma once
// Files that a person reads with each change: the program as it is, written down, must be what the
// file says. `golden_test --update`, or SIGILL_UPDATE_GOLDEN=1, rewrites them.

#include <string>

namespace sigill::golden {

[[nodiscard]] bool is_updating();
void set_updating();

// The file's content, or with --update what it shall be from now on.
void expect_same(std::string const& name, std::string const& content);

}  // namespace sigill::golden
