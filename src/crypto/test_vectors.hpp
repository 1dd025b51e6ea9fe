#pragma once
// For tests: vectors that others wrote, kept outside the repository because of their size.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include "base/bytes.hpp"
#include "json/json.hpp"

namespace sigill::test_vectors {

// Folder `name` of the shared data, or nothing: then the caller must skip, and it has been said.
inline std::optional<std::filesystem::path> folder(std::string_view name) {
    auto const* const chosen = std::getenv("SIGILL_SHARED_DATA");
    auto const root = chosen != nullptr
                          ? std::filesystem::path{chosen}
                          : std::filesystem::path{SIGILL_SOURCE_DIR} / ".." / "shared" / "data";
    auto path = root / name;
    if (std::filesystem::is_directory(path)) {
        return path;
    }
    std::cerr << "\n*** NOT TESTED: the vectors are absent: " << path.lexically_normal()
              << "\n*** Set SIGILL_SHARED_DATA to the folder that holds \"" << name << "\".\n\n";
    return std::nullopt;
}

inline json::Object read_object(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto parsed = json::parse(text.str(), {.bytes = 64 << 20});
    if (!std::holds_alternative<json::Value>(parsed) ||
        !std::get<json::Value>(parsed).is_object()) {
        throw std::runtime_error("no readable JSON object: " + path.string());
    }
    return std::move(std::get<json::Value>(parsed).get_object());
}

inline Bytes hex_at(json::Object const& object, std::string_view key) {
    return from_hex(json::string_at(object, key).value()).value();
}

}  // namespace sigill::test_vectors
