#include "db/sqlite/files.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/bytes.hpp"
#include "db/phrases.hpp"
#include "db/sqlite/errors.hpp"

namespace sigill::db::sqlite {

namespace {

constexpr std::size_t copied_at_once = 1 << 20;

[[noreturn]] void raise_system(int error, std::string const& path) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        throw Failure::of(FailureKind::disk_full, phrases::disk_full);
    }
    if (error == EEXIST) {
        throw Failure::of(FailureKind::conflict, phrases::file_exists, path);
    }
    throw Failure::of(FailureKind::internal, phrases::misused, path + ": " + std::strerror(error));
}

class Descriptor {
public:
    Descriptor(std::string const& path, int flags) : number_(::open(path.c_str(), flags, 0600)) {
        if (number_ < 0) {
            raise_system(errno, path);
        }
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

void sync(Descriptor const& file, std::string const& path) {
    if (::fsync(file.number()) != 0) {
        raise_system(errno, path);
    }
}

void write_all(Descriptor const& file, BytesView bytes, std::string const& path) {
    while (!bytes.empty()) {
        auto const written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            raise_system(errno, path);
        }
        bytes = bytes.subspan(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

// The database's file, opened beside its connections through the file system below the cipher.
class RawFile {
public:
    explicit RawFile(Place const& place) : path_(place.path) {
        auto* const system =
            sqlite3_vfs_find(place.file_system.empty() ? "unix" : place.file_system.c_str());
        if (system == nullptr) {
            raise(nullptr, SQLITE_NOTFOUND, path_, "file system");
        }
        memory_.resize(static_cast<std::size_t>(system->szOsFile));
        name_ = sqlite3_create_filename(path_.c_str(), "", "", 0, nullptr);
        int const code = system->xOpen(system, name_, file(),
                                       SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, nullptr);
        if (code != SQLITE_OK) {
            sqlite3_free_filename(name_);
            raise(nullptr, code, path_, "open for copying");
        }
    }
    ~RawFile() {
        file()->pMethods->xClose(file());
        sqlite3_free_filename(name_);
    }
    RawFile(RawFile const&) = delete;
    RawFile& operator=(RawFile const&) = delete;

    [[nodiscard]] std::int64_t size() {
        sqlite3_int64 bytes = 0;
        check(file()->pMethods->xFileSize(file(), &bytes));
        return bytes;
    }
    void read(Bytes& into, std::int64_t offset) {
        check(file()->pMethods->xRead(file(), into.data(), static_cast<int>(into.size()), offset));
    }

private:
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(memory_.data()); }
    void check(int code) const {
        if (code != SQLITE_OK) {
            raise(nullptr, code, path_, "copy");
        }
    }

    std::string path_;
    Bytes memory_;
    sqlite3_filename name_ = nullptr;
};

void copy_bytes(RawFile& from, Descriptor const& to, std::string const& target) {
    auto const size = from.size();
    Bytes buffer;
    for (std::int64_t offset = 0; offset < size;) {
        auto const left = static_cast<std::size_t>(size - offset);
        buffer.resize(std::min(copied_at_once, left));
        from.read(buffer, offset);
        write_all(to, buffer, target);
        offset += static_cast<std::int64_t>(buffer.size());
    }
}

}  // namespace

void sync_directory_of(std::string const& path) {
    auto const folder = std::filesystem::absolute(path).parent_path().string();
    sync(Descriptor{folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC}, folder);
}

void create_private_file(std::string const& path) {
    {
        Descriptor const file{path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC};
        sync(file, path);
    }
    sync_directory_of(path);
}

void copy_raw(Place const& place, std::string const& target) {
    // Under another name first, so that a copy with the right name is always whole.
    auto const unfinished = target + ".part";
    if (std::filesystem::exists(target)) {
        raise_system(EEXIST, target);
    }
    try {
        {
            RawFile from{place};
            Descriptor const to{unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC};
            copy_bytes(from, to, target);
            sync(to, target);
        }
        std::filesystem::rename(unfinished, target);
        sync_directory_of(target);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
}

}  // namespace sigill::db::sqlite
