#include "witness/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/failure.hpp"

namespace sigill::witness {

namespace {

constexpr Phrase file_failed{"witness.file", "The file {} cannot be read or written.",
                             "Filen {} går inte att läsa eller skriva."};

Failure failed(std::string const& path) {
    return Failure::of(FailureKind::unavailable, file_failed, path);
}

class Descriptor {
public:
    Descriptor(std::string const& path, int flags) : number_(::open(path.c_str(), flags, 0600)) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        auto const count = ::write(file, text.data(), text.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

void write_durably(std::string const& path, std::string_view text) {
    auto const temporary = path + ".new";
    {
        Descriptor const file{temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC};
        if (!file.is_open() || !write_all(file.number(), text) || ::fsync(file.number()) != 0) {
            throw failed(temporary);
        }
    }
    auto const folder = std::filesystem::path{path}.parent_path();
    Descriptor const directory{folder.empty() ? "." : folder.string(),
                               O_RDONLY | O_DIRECTORY | O_CLOEXEC};
    if (!directory.is_open() || ::rename(temporary.c_str(), path.c_str()) != 0 ||
        ::fsync(directory.number()) != 0) {
        throw failed(path);
    }
}

std::optional<std::string> read_file(std::string const& path) {
    Descriptor const file{path, O_RDONLY | O_CLOEXEC};
    if (!file.is_open()) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        throw failed(path);
    }
    std::string text;
    char piece[4096];
    for (;;) {
        auto const count = ::read(file.number(), piece, sizeof piece);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw failed(path);
        }
        if (count == 0) {
            return text;
        }
        text.append(piece, static_cast<std::size_t>(count));
    }
}

}  // namespace sigill::witness
