#pragma once
// Files and folders of the store: every error becomes the right Failure (S12).

#include <string>

#include "base/bytes.hpp"

namespace sigill::files {

class DiskFile {
public:
    explicit DiskFile(int descriptor) : descriptor_(descriptor) {}
    ~DiskFile();
    DiskFile(DiskFile const&) = delete;
    DiskFile& operator=(DiskFile const&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

// Throws the Failure of `error`, an errno of writing: a full disk is told from a broken one, after
// which the whole process acknowledges no write.
[[noreturn]] void throw_write_failure(int error, std::string const& what);

// With mode 0700; durable when it returns.
void make_folder(std::string const& path);
void sync_folder(std::string const& path);
void write_all(int descriptor, BytesView bytes, std::string const& what);
// Less than wanted only at the end of the file. Failure internal where it cannot be read.
[[nodiscard]] std::size_t read_all(int descriptor, std::span<std::uint8_t> into,
                                   std::string const& what);

}  // namespace sigill::files
