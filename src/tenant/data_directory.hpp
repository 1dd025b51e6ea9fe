#pragma once
// The files of the data directory that are no databases: the lock and the master key.

#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/secret.hpp"

namespace sigill::tenant {

// Held by one process at a time; let go when the process ends, however it ends.
class DirectoryLock {
public:
    // Failure unavailable where another holds it.
    explicit DirectoryLock(std::string const& directory);
    ~DirectoryLock();
    DirectoryLock(DirectoryLock const&) = delete;
    DirectoryLock& operator=(DirectoryLock const&) = delete;

private:
    int file_ = -1;
};

// Makes the directory, and `tenants` in it, with mode 0700.
void make_data_directory(std::string const& directory);

// 32 raw bytes or 64 hexadecimal digits, with or without a newline. Failure internal with a phrase
// of its own for each: missing, readable by others, no key.
[[nodiscard]] Secret read_master_key(std::string const& path);
// Does nothing where the file is there. Durable when it returns.
void make_master_key(std::string const& path, Random& random);

// Compares the master key with the one that the directory was made with, through a value derived
// from it in the file master.check, before any encrypted file is opened: a wrong key would else look
// like a damaged file. Stores the value where there is none and `create` is set.
void check_master_key(std::string const& directory, Secret const& master, bool create);

}  // namespace sigill::tenant
