// The measuring tools behind bench/run: what fills, loads, and the bare loops that are the limits.

#include <cstring>
#include <exception>

#include "arguments.hpp"

int main(int count, char** words) {
    using Tool = int (*)(sigill::bench::Arguments const&);
    struct Named {
        char const* name;
        Tool tool;
    };
    static constexpr Named tools[] = {
        {"fill", sigill::bench::fill},
        {"load", sigill::bench::load},
        {"list-limit", sigill::bench::list_limit},
        {"create-limit", sigill::bench::create_limit},
        {"write-log", sigill::bench::write_log},
        {"hash-log", sigill::bench::hash_log},
    };
    try {
        for (auto const& each : tools) {
            if (count > 1 && std::strcmp(words[1], each.name) == 0) {
                return each.tool(sigill::bench::Arguments{count - 2, words + 2});
            }
        }
    } catch (std::exception const& problem) {
        std::fprintf(stderr, "%s: %s\n", words[1], problem.what());
        return 1;
    }
    std::fprintf(stderr, "usage: sigill_bench <tool> [--name value]...\n");
    return 2;
}
