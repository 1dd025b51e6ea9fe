#include "files/disk_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/failure.hpp"
#include "db/poison.hpp"
#include "files/phrases.hpp"

namespace sigill::files {

DiskFile::~DiskFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

void throw_write_failure(int error, std::string const& what) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        throw Failure::of(FailureKind::disk_full, phrases::full);
    }
    if (error == EIO) {
        db::poison_writes();
    }
    throw Failure::of(FailureKind::internal, phrases::failed, what);
}

void sync_folder(std::string const& path) {
    DiskFile const folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) {
        throw_write_failure(errno, path);
    }
}

void make_folder(std::string const& path) {
    if (::mkdir(path.c_str(), 0700) == 0) {
        sync_folder(std::filesystem::path{path}.parent_path());
        return;
    }
    if (errno != EEXIST) {
        throw_write_failure(errno, path);
    }
}

void write_all(int descriptor, BytesView bytes, std::string const& what) {
    while (!bytes.empty()) {
        auto const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            throw_write_failure(written == 0 ? ENOSPC : errno, what);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

std::size_t read_all(int descriptor, std::span<std::uint8_t> into, std::string const& what) {
    std::size_t held = 0;
    while (held < into.size()) {
        auto const got = ::read(descriptor, into.data() + held, into.size() - held);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw Failure::of(FailureKind::internal, phrases::failed, what);
        }
        if (got == 0) {
            break;
        }
        held += static_cast<std::size_t>(got);
    }
    return held;
}

}  // namespace sigill::files
