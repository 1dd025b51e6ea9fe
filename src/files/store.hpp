#pragma once
// Contents of files: encrypted, named by the SHA-256 of what lies on the disk, each under a key of its
// own that the organisation's key wraps (S2, S7). <data>/files/<tenant>/ab/cdef…

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"

namespace sigill::tenant {
class Tenant;
}

namespace sigill::files {

// What a row must hold to find and open the content again.
struct Stored {
    std::string hash;  // 64 hexadecimal digits
    Bytes wrapped_key;
    std::int64_t size = 0;  // of the content, in bytes
};

// A content read piece by piece, each piece authenticated before it is given away.
class Reader {
public:
    virtual ~Reader() = default;
    // Appends the next piece; false when there is no more. Failure internal where the file is damaged.
    virtual bool next(std::string& piece) = 0;
};

class Store {
public:
    // `directory`: <data>/files, made when first needed.
    Store(std::string directory, Random& random);

    // Durable when it returns, so that a row may name it. Failure disk_full leaves nothing behind.
    // Waits for the disk: never inside a transaction.
    [[nodiscard]] Stored put(tenant::Tenant& tenant, ByteSource& content);
    // Failure internal where it is missing, or the key does not fit.
    [[nodiscard]] std::unique_ptr<Reader> open(tenant::Tenant& tenant, Stored const& stored) const;
    // For a content that no row names: the row's transaction failed.
    void remove(tenant::Tenant& tenant, std::string_view hash) noexcept;

    struct Finding {
        std::string attachment_id;
        std::string hash;
        bool is_missing = false;  // else damaged
    };
    // Reads every file of the organisation and compares it with its name, so that a flipped bit is
    // found before a person meets it. Waits long.
    [[nodiscard]] std::vector<Finding> check(tenant::Tenant& tenant) const;
    // Takes away what no row names and what was half written, both only when last touched before
    // `before`, so that an upload under way keeps its file. Returns how many.
    int sweep(tenant::Tenant& tenant, Instant before);

private:
    [[nodiscard]] std::string folder_of(tenant::Tenant const& tenant) const;
    [[nodiscard]] std::string path_of(tenant::Tenant const& tenant, std::string_view hash) const;

    std::string directory_;
    Random& random_;
};

}  // namespace sigill::files
