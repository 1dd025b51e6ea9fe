#include "tenant/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/bytes.hpp"
#include "crypto/crypto.hpp"
#include "tenant/phrases.hpp"

namespace sigill::tenant {

namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t largest_key_file = 128;

class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

private:
    int descriptor_;
};

Failure file_failed(std::string path) {
    return Failure::of(FailureKind::internal, phrases::file_failed, std::move(path));
}

// The file's name survives a power cut only when its directory is synced too.
void sync_directory_of(std::string const& path) {
    auto parent = std::filesystem::path{path}.parent_path();
    File const directory{
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!directory.is_open() || ::fsync(directory.get()) != 0) {
        throw file_failed(parent);
    }
}

// False where the file was there already.
bool write_new_file(std::string const& path, std::string_view text) {
    auto const temporary = path + ".new";
    {
        File const file{
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
        if (!file.is_open() ||
            ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
            ::fsync(file.get()) != 0) {
            throw file_failed(temporary);
        }
    }
    // A link fails where the name is taken, so that a key is never overwritten.
    auto const linked = ::link(temporary.c_str(), path.c_str()) == 0;
    auto const is_taken = !linked && errno == EEXIST;
    ::unlink(temporary.c_str());
    if (!linked && !is_taken) {
        throw file_failed(path);
    }
    sync_directory_of(path);
    return linked;
}

Bytes read_small_file(File const& file, std::string const& path) {
    Bytes bytes(largest_key_file);
    auto const size = ::read(file.get(), bytes.data(), bytes.size());
    if (size < 0) {
        throw file_failed(path);
    }
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::optional<Secret> key_of(Bytes bytes) {
    if (bytes.size() == key_bytes + 1 || bytes.size() == 2 * key_bytes + 1) {
        if (bytes.back() != '\n') {
            return std::nullopt;
        }
        bytes.pop_back();
    }
    if (bytes.size() == 2 * key_bytes) {
        auto decoded = from_hex(as_text(bytes));
        wipe(bytes.data(), bytes.size());
        return decoded ? std::optional{Secret{std::move(*decoded)}} : std::nullopt;
    }
    return bytes.size() == key_bytes ? std::optional{Secret{std::move(bytes)}} : std::nullopt;
}

}  // namespace

DirectoryLock::DirectoryLock(std::string const& directory) {
    auto const path = directory + "/lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file_ < 0) {
        throw file_failed(path);
    }
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        ::close(file_);
        file_ = -1;
        throw Failure::of(FailureKind::unavailable, phrases::directory_in_use, directory);
    }
}

DirectoryLock::~DirectoryLock() {
    if (file_ >= 0) {
        ::close(file_);
    }
}

void make_data_directory(std::string const& directory) {
    std::error_code problem;
    for (auto const& path : {directory, directory + "/tenants"}) {
        auto const is_new = std::filesystem::create_directories(path, problem);
        if (problem) {
            throw file_failed(path);
        }
        if (is_new) {
            std::filesystem::permissions(path, std::filesystem::perms::owner_all, problem);
            sync_directory_of(path);
        }
    }
}

Secret read_master_key(std::string const& path) {
    File const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.is_open()) {
        throw Failure::of(FailureKind::internal,
                          errno == ENOENT ? phrases::key_missing : phrases::file_failed, path);
    }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) {
        throw file_failed(path);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Failure::of(FailureKind::internal, phrases::key_malformed, path);
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw Failure::of(FailureKind::internal, phrases::key_readable, path);
    }
    auto key = key_of(read_small_file(file, path));
    if (!key) {
        throw Failure::of(FailureKind::internal, phrases::key_malformed, path);
    }
    return std::move(*key);
}

void make_master_key(std::string const& path, Random& random) {
    std::error_code problem;
    if (std::filesystem::exists(path, problem)) {
        return;
    }
    auto const key = crypto::make_key(random);
    auto text = to_hex(key.bytes()) + "\n";
    write_new_file(path, text);
    wipe(text.data(), text.size());
}

void check_master_key(std::string const& directory, Secret const& master, bool create) {
    auto const path = directory + "/master.check";
    auto const expected = crypto::derive(master.bytes(), "sigill master check");
    File const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.is_open()) {
        if (create) {
            write_new_file(path, to_hex(expected.bytes()) + "\n");
        }
        return;
    }
    auto const stored = key_of(read_small_file(file, path));
    if (!stored) {
        throw file_failed(path);
    }
    if (!crypto::equal(stored->bytes(), expected.bytes())) {
        throw Failure::of(FailureKind::internal, phrases::key_wrong, directory);
    }
}

}  // namespace sigill::tenant
