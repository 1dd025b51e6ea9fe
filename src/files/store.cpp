#include "files/store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "db/database.hpp"
#include "files/disk_file.hpp"
#include "files/phrases.hpp"
#include "files/sealed_chunks.hpp"
#include "tenant/key_store.hpp"
#include "tenant/tenant.hpp"

namespace sigill::files {

namespace {

constexpr std::string_view key_purpose = "sigill file key";
constexpr std::string_view unfinished = "new-";

Secret wrapper_of(tenant::Tenant& tenant) {
    auto const keys = tenant.keys().load(tenant.info().id);
    if (!keys) {
        throw Failure::of(FailureKind::internal, phrases::no_key);
    }
    return crypto::derive(keys->data.bytes(), "sigill wrap file keys");
}

std::size_t fill(ByteSource& content, std::span<std::uint8_t> into) {
    std::size_t held = 0;
    while (held < into.size()) {
        auto const got = content.read(into.subspan(held));
        if (got == 0) {
            break;
        }
        held += got;
    }
    return held;
}

// Gone again unless it got its name.
class NewFile {
public:
    explicit NewFile(std::string path)
        : path_(std::move(path)),
          file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)) {
        if (file_.get() < 0) {
            throw_write_failure(errno, path_);
        }
    }
    ~NewFile() {
        if (!path_.empty()) {
            ::unlink(path_.c_str());
        }
    }
    NewFile(NewFile const&) = delete;
    NewFile& operator=(NewFile const&) = delete;

    void write(BytesView bytes) {
        write_all(file_.get(), bytes, path_);
        hasher_.add(bytes);
    }
    [[nodiscard]] std::string hash() { return to_hex(hasher_.finish()); }
    void keep_as(std::string const& path) {
        if (::fsync(file_.get()) != 0 || ::rename(path_.c_str(), path.c_str()) != 0) {
            throw_write_failure(errno, path_);
        }
        path_.clear();
        sync_folder(std::filesystem::path{path}.parent_path());
    }

private:
    std::string path_;
    DiskFile file_;
    crypto::Hasher hasher_;
};

class ChunkReader final : public Reader {
public:
    ChunkReader(std::string const& path, std::string hash, Secret key)
        : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)),
          hash_(std::move(hash)),
          key_(std::move(key)) {
        struct stat status {};
        if (file_.get() < 0 || ::fstat(file_.get(), &status) != 0) {
            throw Failure::of(FailureKind::internal,
                              errno == ENOENT ? phrases::gone : phrases::failed, hash_);
        }
        left_ = static_cast<std::uint64_t>(status.st_size);
        std::array<std::uint8_t, format_mark.size()> mark{};
        if (read_all(file_.get(), mark, hash_) != mark.size() || as_text(mark) != format_mark) {
            throw Failure::of(FailureKind::internal, phrases::damaged, hash_);
        }
        left_ -= mark.size();
    }

    bool next(std::string& piece) override {
        if (ended_) {
            return false;
        }
        Bytes sealed(std::min<std::uint64_t>(left_, sealed_chunk_bytes));
        auto const got = read_all(file_.get(), sealed, hash_);
        left_ -= got;
        auto const plain = open_chunk(key_, number_, left_ == 0, sealed);
        if (got != sealed.size() || !plain) {
            throw Failure::of(FailureKind::internal, phrases::damaged, hash_);
        }
        piece += plain->text();
        ++number_;
        ended_ = left_ == 0;
        return !ended_;
    }

private:
    DiskFile file_;
    std::string hash_;
    Secret key_;
    std::uint64_t left_ = 0;  // of the file, behind what was read
    std::uint64_t number_ = 0;
    bool ended_ = false;
};

std::string hash_on_disk(std::string const& path) {
    DiskFile const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (file.get() < 0) {
        return {};
    }
    crypto::Hasher hasher;
    Bytes bytes(chunk_bytes);
    for (auto got = bytes.size(); got == bytes.size();) {
        got = read_all(file.get(), bytes, path);
        hasher.add(BytesView{bytes}.first(got));
    }
    return to_hex(hasher.finish());
}

tenant::Context as_system() {
    tenant::Context context;
    context.principal = access::Principal::system();
    return context;
}

bool is_older(std::string const& path, Instant before) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && status.st_mtim.tv_sec < before / one_second;
}

}  // namespace

Store::Store(std::string directory, Random& random)
    : directory_(std::move(directory)), random_(random) {}

std::string Store::folder_of(tenant::Tenant const& tenant) const {
    return directory_ + "/" + tenant.info().id;
}

std::string Store::path_of(tenant::Tenant const& tenant, std::string_view hash) const {
    return folder_of(tenant) + "/" + std::string{hash.substr(0, 2)} + "/" +
           std::string{hash.substr(2)};
}

Stored Store::put(tenant::Tenant& tenant, ByteSource& content) {
    if (db::writes_are_poisoned()) {
        throw Failure::of(FailureKind::unavailable, phrases::stopped);
    }
    auto const key = crypto::make_key(random_);
    Stored stored;
    stored.wrapped_key =
        crypto::seal(wrapper_of(tenant).bytes(), key.bytes(), key_purpose, random_);
    make_folder(directory_);
    make_folder(folder_of(tenant));
    std::array<std::uint8_t, 16> name{};
    random_.fill(name);
    NewFile file{folder_of(tenant) + "/" + std::string{unfinished} + to_hex(name)};
    file.write(as_bytes(format_mark));
    content.rewind();
    Bytes now(chunk_bytes);
    Bytes ahead(chunk_bytes);
    // One chunk ahead: only then is it known which one is the last.
    auto held = fill(content, now);
    for (std::uint64_t number = 0, is_last = 0; is_last == 0; ++number) {
        auto const behind = held == chunk_bytes ? fill(content, ahead) : 0;
        is_last = behind == 0 ? 1 : 0;
        file.write(seal_chunk(key, number, is_last != 0, BytesView{now}.first(held)));
        stored.size += static_cast<std::int64_t>(held);
        std::swap(now, ahead);
        held = behind;
    }
    wipe(now.data(), now.size());
    wipe(ahead.data(), ahead.size());
    stored.hash = file.hash();
    make_folder(folder_of(tenant) + "/" + stored.hash.substr(0, 2));
    file.keep_as(path_of(tenant, stored.hash));
    return stored;
}

std::unique_ptr<Reader> Store::open(tenant::Tenant& tenant, Stored const& stored) const {
    auto key = crypto::open(wrapper_of(tenant).bytes(), stored.wrapped_key, key_purpose);
    if (!key) {
        throw Failure::of(FailureKind::internal, phrases::damaged, stored.hash);
    }
    return std::make_unique<ChunkReader>(path_of(tenant, stored.hash), stored.hash,
                                         std::move(*key));
}

void Store::remove(tenant::Tenant& tenant, std::string_view hash) noexcept {
    ::unlink(path_of(tenant, hash).c_str());
}

std::vector<Store::Finding> Store::check(tenant::Tenant& tenant) const {
    std::vector<Finding> all;
    tenant.read_and_wait(as_system(), [&](tenant::Transaction& tx) {
        all.clear();
        tx.query("SELECT id, hash FROM attachments ORDER BY id", {}, [&](db::Row const& row) {
            all.push_back({std::string{row.text(0)}, std::string{row.text(1)}, false});
            return true;
        });
    });
    std::erase_if(all, [&](Finding& finding) {
        auto const found = hash_on_disk(path_of(tenant, finding.hash));
        finding.is_missing = found.empty();
        return found == finding.hash;
    });
    return all;
}

int Store::sweep(tenant::Tenant& tenant, Instant before) {
    namespace fs = std::filesystem;
    std::set<std::string> candidates;
    std::error_code problem;
    for (fs::recursive_directory_iterator at{folder_of(tenant), problem}, end; at != end;
         at.increment(problem)) {
        if (!problem && at->is_regular_file(problem) && is_older(at->path(), before)) {
            candidates.insert(at->path());
        }
    }
    if (candidates.empty()) {
        return 0;
    }
    // The rows are read after the folder: whatever got its row meanwhile is left alone.
    tenant.read_and_wait(as_system(), [&](tenant::Transaction& tx) {
        tx.query("SELECT hash FROM attachments", {}, [&](db::Row const& row) {
            candidates.erase(path_of(tenant, row.text(0)));
            return true;
        });
    });
    for (auto const& path : candidates) {
        ::unlink(path.c_str());
    }
    return static_cast<int>(candidates.size());
}

}  // namespace sigill::files
