#include "golden/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace sigill::golden {

namespace {

bool updating = false;

std::string read_file(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// The first line that differs, both ways: enough to know where to look.
std::string first_difference(std::string const& held, std::string const& made) {
    std::istringstream a{held};
    std::istringstream b{made};
    std::string line_a;
    std::string line_b;
    for (int number = 1;; ++number) {
        auto const more_a = static_cast<bool>(std::getline(a, line_a));
        auto const more_b = static_cast<bool>(std::getline(b, line_b));
        if (!more_a && !more_b) {
            return "no line differs";
        }
        if (!more_a || !more_b || line_a != line_b) {
            return "line " + std::to_string(number) +
                   "\n  file:    " + (more_a ? line_a : "(end)") +
                   "\n  program: " + (more_b ? line_b : "(end)");
        }
    }
}

}  // namespace

bool is_updating() {
    auto const* asked = std::getenv("SIGILL_UPDATE_GOLDEN");
    return updating || (asked != nullptr && std::string{asked} == "1");
}

void set_updating() {
    updating = true;
}

void expect_same(std::string const& name, std::string const& content) {
    auto const path = std::string{SIGILL_SOURCE_DIR} + "/tests/golden/" + name;
    if (is_updating()) {
        std::ofstream{path, std::ios::binary} << content;
        return;
    }
    auto const held = read_file(path);
    EXPECT_TRUE(held == content) << name << " differs: " << first_difference(held, content)
                                 << "\nIf it is meant: ./dev golden update, and review the change.";
}

}  // namespace sigill::golden

int main(int count, char** arguments) {
    testing::InitGoogleTest(&count, arguments);
    for (int i = 1; i < count; ++i) {
        if (std::string{arguments[i]} == "--update") {
            sigill::golden::set_updating();
        }
    }
    return RUN_ALL_TESTS();
}
