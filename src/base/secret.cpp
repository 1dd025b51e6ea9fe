#include "base/secret.hpp"

#include <cstring>

namespace sigill {

void wipe(void* memory, std::size_t size) {
    if (size > 0) {
        ::explicit_bzero(memory, size);
    }
}

Secret Secret::take(std::string&& text) {
    Secret secret{std::vector<std::uint8_t>(text.begin(), text.end())};
    wipe(text.data(), text.size());
    text.clear();
    return secret;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe(bytes_.data(), bytes_.size());
        bytes_ = std::move(other.bytes_);
    }
    return *this;
}

Secret::~Secret() {
    wipe(bytes_.data(), bytes_.size());
}

}  // namespace sigill
