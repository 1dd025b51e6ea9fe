#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sigill {

// Bytes that are wiped when they are let go, and never copied by accident.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
    // Takes the text over and wipes the original.
    [[nodiscard]] static Secret take(std::string&& text);

    Secret(Secret&& other) noexcept = default;
    Secret& operator=(Secret&& other) noexcept;
    Secret(Secret const&) = delete;
    Secret& operator=(Secret const&) = delete;
    ~Secret();

    [[nodiscard]] Secret clone() const { return Secret{bytes_}; }
    [[nodiscard]] std::span<std::uint8_t const> bytes() const { return bytes_; }
    [[nodiscard]] std::string_view text() const {
        return {reinterpret_cast<char const*>(bytes_.data()), bytes_.size()};
    }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

private:
    std::vector<std::uint8_t> bytes_;
};

// Overwrites memory in a way that the compiler may not leave out.
void wipe(void* memory, std::size_t size);

}  // namespace sigill
