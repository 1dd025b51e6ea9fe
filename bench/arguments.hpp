#pragma once
// "--name value" pairs of the small programs that bench/run starts.

#include <ctime>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

namespace sigill::bench {

class Arguments {
public:
    Arguments(int count, char** words) {
        for (int i = 0; i + 1 < count; i += 2) {
            std::string_view const name{words[i]};
            values_[std::string{name.substr(name.starts_with("--") ? 2 : 0)}] = words[i + 1];
        }
    }

    [[nodiscard]] std::string text(std::string const& name, std::string fallback = {}) const {
        auto const place = values_.find(name);
        return place == values_.end() ? std::move(fallback) : place->second;
    }
    [[nodiscard]] std::string required(std::string const& name) const {
        auto const place = values_.find(name);
        if (place == values_.end()) {
            std::fprintf(stderr, "--%s is missing\n", name.c_str());
            std::exit(2);
        }
        return place->second;
    }
    [[nodiscard]] int number(std::string const& name, int fallback) const {
        auto const place = values_.find(name);
        return place == values_.end() ? fallback : std::stoi(place->second);
    }

private:
    std::map<std::string, std::string> values_;
};

// This process's own processor time.
[[nodiscard]] inline double cpu_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Each prints one JSON object on stdout and returns an exit code.
int fill(Arguments const& arguments);
int load(Arguments const& arguments);
int list_limit(Arguments const& arguments);
int create_limit(Arguments const& arguments);
int write_log(Arguments const& arguments);
int hash_log(Arguments const& arguments);

}  // namespace sigill::bench
