#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace sigill {

// Bytes that may be more than memory holds, read from the beginning as often as wanted. Reading may
// wait for a disk: never on an event loop.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    virtual void rewind() = 0;
    // How many bytes were put into `into`; 0 at the end only.
    virtual std::size_t read(std::span<std::uint8_t> into) = 0;
};

// Bytes that somebody else holds.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    void rewind() override { at_ = 0; }
    std::size_t read(std::span<std::uint8_t> into) override {
        auto const count = std::min(into.size(), bytes_.size() - at_);
        if (count > 0) {
            std::memcpy(into.data(), bytes_.data() + at_, count);
        }
        at_ += count;
        return count;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace sigill
