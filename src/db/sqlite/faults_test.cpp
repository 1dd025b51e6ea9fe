#include <sqlite3.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <latch>

#include "db/sqlite/test_support.hpp"

namespace sigill::db::test {
namespace {

// A file system over the real one whose writes and syncs fail on demand. Below the cipher, as a
// disk would be.
struct Faults {
    std::atomic<bool> write_fails{false};
    std::atomic<bool> sync_fails{false};
    std::atomic<bool> read_fails{false};
    std::atomic<bool> full{false};
    // Only the database's own file: what a checkpoint touches and a commit does not.
    std::atomic<bool> main_file_only{false};
};
Faults faults;

struct FaultyFile {
    sqlite3_file base;
    sqlite3_file* real;
    bool is_main;
};

FaultyFile* faulty(sqlite3_file* file) {
    return reinterpret_cast<FaultyFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return faulty(file)->real;
}
bool strikes(sqlite3_file* file, std::atomic<bool> const& fault) {
    return fault && (!faults.main_file_only || faulty(file)->is_main);
}

int write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 at) {
    if (strikes(file, faults.full)) {
        return SQLITE_FULL;
    }
    return strikes(file, faults.write_fails)
               ? SQLITE_IOERR_WRITE
               : real(file)->pMethods->xWrite(real(file), bytes, size, at);
}
int sync(sqlite3_file* file, int flags) {
    return strikes(file, faults.sync_fails) ? SQLITE_IOERR_FSYNC
                                            : real(file)->pMethods->xSync(real(file), flags);
}
int read(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
    return strikes(file, faults.read_fails)
               ? SQLITE_IOERR_READ
               : real(file)->pMethods->xRead(real(file), into, size, at);
}

sqlite3_io_methods const& methods() {
    static sqlite3_io_methods const made = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2;
        m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
        m.xRead = &read;
        m.xWrite = &write;
        m.xTruncate = [](sqlite3_file* f, sqlite3_int64 n) {
            return real(f)->pMethods->xTruncate(real(f), n);
        };
        m.xSync = &sync;
        m.xFileSize = [](sqlite3_file* f, sqlite3_int64* n) {
            return real(f)->pMethods->xFileSize(real(f), n);
        };
        m.xLock = [](sqlite3_file* f, int l) { return real(f)->pMethods->xLock(real(f), l); };
        m.xUnlock = [](sqlite3_file* f, int l) { return real(f)->pMethods->xUnlock(real(f), l); };
        m.xCheckReservedLock = [](sqlite3_file* f, int* r) {
            return real(f)->pMethods->xCheckReservedLock(real(f), r);
        };
        m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
            return real(f)->pMethods->xFileControl(real(f), op, arg);
        };
        m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
        m.xDeviceCharacteristics = [](sqlite3_file* f) {
            return real(f)->pMethods->xDeviceCharacteristics(real(f));
        };
        m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** at) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
        };
        m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) {
            return real(f)->pMethods->xShmLock(real(f), at, n, flags);
        };
        m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
        m.xShmUnmap = [](sqlite3_file* f, int remove) {
            return real(f)->pMethods->xShmUnmap(real(f), remove);
        };
        return m;
    }();
    return made;
}

int open_file(sqlite3_vfs* system, char const* name, sqlite3_file* file, int flags, int* out) {
    auto* const below = static_cast<sqlite3_vfs*>(system->pAppData);
    faulty(file)->real = reinterpret_cast<sqlite3_file*>(faulty(file) + 1);
    faulty(file)->is_main = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    int const code = below->xOpen(below, name, real(file), flags, out);
    file->pMethods = code == SQLITE_OK ? &methods() : nullptr;
    return code;
}

void register_faulty_file_system() {
    static sqlite3_vfs made = [] {
        sqlite3_initialize();
        auto* const below = sqlite3_vfs_find("unix");
        sqlite3_vfs system = *below;
        system.zName = "faulty";
        system.szOsFile = static_cast<int>(sizeof(FaultyFile)) + below->szOsFile;
        system.pAppData = below;
        system.xOpen = &open_file;
        return system;
    }();
    sqlite3_vfs_register(&made, 0);
}

class FaultyDisk : public DatabaseTest {
protected:
    void SetUp() override {
        register_faulty_file_system();
        heal();
    }
    void TearDown() override { heal(); }

    static void heal() {
        faults.write_fails = faults.sync_fails = faults.read_fails = false;
        faults.full = faults.main_file_only = false;
        heal_writes_for_test();
    }

    [[nodiscard]] std::unique_ptr<Database> open_faulty(std::string const& name = "tenant.db") {
        auto wanted = options(name);
        wanted.file_system = "faulty";
        auto database = open(wanted);
        database->write_and_wait([](Connection& connection) {
            connection.run_script(
                "CREATE TABLE IF NOT EXISTS words (id INTEGER PRIMARY KEY, word TEXT) STRICT");
        });
        return database;
    }

    static Failure failure_of_writing(Database& database) {
        return failure_of([&] {
            database.write_and_wait([](Connection& connection) { insert(connection, "lost"); });
        });
    }
};

TEST_F(FaultyDisk, after_a_failed_sync_the_process_acknowledges_no_write) {
    auto const database = open_faulty();
    auto const other = open_faulty("other.db");
    database->write_and_wait([](Connection& connection) { insert(connection, "kept"); });

    faults.sync_fails = true;
    auto const failure = failure_of_writing(*database);
    EXPECT_EQ(failure.kind(), FailureKind::internal);
    EXPECT_EQ(code_of(failure), "storage_failed");
    EXPECT_TRUE(writes_are_poisoned());
    EXPECT_TRUE(database->status().poisoned);

    faults.sync_fails = false;  // the second sync would lie
    for (auto* const each : {database.get(), other.get()}) {
        auto const refused = failure_of_writing(*each);
        EXPECT_EQ(refused.kind(), FailureKind::unavailable);
        EXPECT_EQ(code_of(refused), "writes_stopped");
    }
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words WHERE word = 'kept'"), 1)
        << "reads go on";
    EXPECT_EQ(count(*other, "SELECT count(*) FROM words"), 0);
}

TEST_F(FaultyDisk, a_failed_write_poisons_too) {
    auto const database = open_faulty();
    faults.write_fails = true;
    EXPECT_EQ(failure_of_writing(*database).kind(), FailureKind::internal);
    EXPECT_TRUE(writes_are_poisoned());
}

TEST_F(FaultyDisk, a_failed_sync_fails_every_command_of_its_batch) {
    auto const database = open_faulty();
    std::promise<void> go;
    std::promise<void> begun;
    Outcome first;
    database->write(
        [&](Connection& connection) {
            begun.set_value();
            go.get_future().wait();
            insert(connection, "first");
        },
        first.done());
    begun.get_future().wait();
    constexpr int commands = 20;
    std::latch answered{commands};
    std::atomic<int> failed{0};
    for (int i = 0; i < commands; ++i) {
        database->write([](Connection& connection) { insert(connection, "more"); },
                        [&](std::exception_ptr problem) {
                            failed += problem ? 1 : 0;
                            answered.count_down();
                        });
    }
    faults.sync_fails = true;
    go.set_value();
    answered.wait();
    EXPECT_THROW(first.wait(), Failure);
    EXPECT_EQ(failed, commands);
}

TEST_F(FaultyDisk, a_failed_sync_while_the_log_is_copied_is_seen) {
    auto const database = open_faulty();
    faults.main_file_only = true;
    faults.sync_fails = true;
    auto const filler = std::string(3'000, 'x');
    try {
        for (int i = 0; i < 40 && !writes_are_poisoned(); ++i) {
            database->write_and_wait([&](Connection& connection) {
                for (int row = 0; row < 100; ++row) {
                    insert(connection, filler);
                }
            });
        }
    } catch (Failure const& failure) {
        EXPECT_EQ(code_of(failure), "writes_stopped");
    }
    EXPECT_TRUE(writes_are_poisoned()) << "a checkpoint failed and nobody noticed";
}

TEST_F(FaultyDisk, a_failed_read_poisons) {
    auto const database = open_faulty();
    database->write_and_wait([](Connection& connection) { insert(connection, "kept"); });
    faults.read_fails = true;
    EXPECT_EQ(failure_of([&] { (void)count(*database, "SELECT count(*) FROM words"); }).kind(),
              FailureKind::internal);
    EXPECT_TRUE(writes_are_poisoned());
}

TEST_F(FaultyDisk, a_full_disk_refuses_clearly_and_resumes_by_itself) {
    auto const database = open_faulty();
    database->write_and_wait([](Connection& connection) { insert(connection, "kept"); });
    faults.full = true;
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(failure_of_writing(*database).kind(), FailureKind::disk_full);
    }
    EXPECT_FALSE(writes_are_poisoned());
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 1) << "reads go on";
    faults.full = false;
    database->write_and_wait([](Connection& connection) { insert(connection, "after"); });
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words WHERE word <> 'lost'"), 2);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 2);
}

// A real full disk: a tmpfs of 4 MiB, where we may mount one.
class SmallDisk : public DatabaseTest {
protected:
    void SetUp() override {
        path_ = folder_.file("disk");
        std::filesystem::create_directory(path_);
        mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=4m") == 0;
        if (!mounted_) {
            std::cout << "\n*** NOT TESTED: a really full disk. Mounting a tmpfs needs root: "
                      << std::strerror(errno) << " ***\n\n";
            GTEST_SKIP() << "mounting a tmpfs needs root";
        }
    }
    void TearDown() override {
        if (mounted_) {
            ::umount2(path_.c_str(), MNT_DETACH);
        }
    }

    std::string path_;
    bool mounted_ = false;
};

TEST_F(SmallDisk, fills_up_refuses_and_resumes) {
    auto wanted = options();
    wanted.path = path_ + "/tenant.db";
    auto const database = open(wanted);
    database->write_and_wait([](Connection& connection) {
        connection.run_script("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT) STRICT");
    });
    auto const filler = std::string(50'000, 'x');
    auto const write_one = [&] {
        database->write_and_wait([&](Connection& connection) { insert(connection, filler); });
    };
    int stored = 0;
    std::optional<Failure> refused;
    while (!refused && stored < 1'000) {
        try {
            write_one();
            ++stored;
        } catch (Failure const& failure) {
            refused = failure;
        }
    }
    ASSERT_TRUE(refused.has_value());
    EXPECT_EQ(refused->kind(), FailureKind::disk_full) << refused->what();
    EXPECT_FALSE(writes_are_poisoned());
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), stored) << "reads go on";
    EXPECT_EQ(failure_of(write_one).kind(), FailureKind::disk_full);

    ASSERT_EQ(::mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, "size=16m"), 0);
    EXPECT_NO_THROW(write_one());
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), stored + 1);
    database->read_and_wait([](Connection& connection) {
        EXPECT_EQ(connection.text("PRAGMA integrity_check", {}), "ok");
    });
    std::cout << "[ figures  ] " << stored << " rows stored before the disk was full\n";
}

TEST_F(SmallDisk, a_database_that_cannot_be_made_leaves_no_file) {
    std::ofstream{path_ + "/ballast", std::ios::binary} << std::string(5 << 20, 'x');
    auto wanted = options();
    wanted.path = path_ + "/tenant.db";
    EXPECT_EQ(failure_of([&] { (void)open(wanted); }).kind(), FailureKind::disk_full);
    EXPECT_FALSE(std::filesystem::exists(wanted.path));
    EXPECT_FALSE(writes_are_poisoned());
}

TEST_F(SmallDisk, a_copy_to_a_full_disk_fails_alone) {
    auto const database = open_with_words();
    database->write_and_wait(
        [](Connection& connection) { insert(connection, std::string(6 << 20, 'x')); });
    EXPECT_EQ(failure_of([&] { database->copy_to(path_ + "/copy"); }).kind(),
              FailureKind::disk_full);
    EXPECT_TRUE(std::filesystem::is_empty(path_));
    EXPECT_FALSE(writes_are_poisoned());
    EXPECT_NO_THROW(database->write_and_wait([](Connection& c) { insert(c, "goes on"); }));
}

}  // namespace
}  // namespace sigill::db::test
