#include "files/store.hpp"

#include <gtest/gtest.h>
#include <sys/mount.h>

#include <filesystem>
#include <fstream>

#include "files/sealed_chunks.hpp"
#include "tenant/key_store.hpp"
#include "tenant/test_support.hpp"

namespace sigill::files {

namespace {

using tenant::test::as_system;
using tenant::test::code_of;
using tenant::test::failure_of;

std::string sample(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        text[i] = static_cast<char>(i * 31 + i / 977);
    }
    return text;
}

class StoreTest : public testing::Test {
protected:
    Stored put(std::string const& content) {
        MemorySource source{content};
        return store_.put(*alfa_, source);
    }
    std::string get(Stored const& stored) { return get(*alfa_, stored); }
    std::string get(tenant::Tenant& tenant, Stored const& stored) {
        auto const reader = store_.open(tenant, stored);
        std::string text;
        while (reader->next(text)) {
        }
        return text;
    }
    std::string path(Stored const& stored) {
        return folder_ + "/" + alfa_->info().id + "/" + stored.hash.substr(0, 2) + "/" +
               stored.hash.substr(2);
    }
    std::string bytes_of(Stored const& stored) {
        std::ifstream file{path(stored), std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void overwrite(Stored const& stored, std::string const& bytes) {
        std::ofstream{path(stored), std::ios::binary | std::ios::trunc} << bytes;
    }
    void name_in_a_row(Stored const& stored) {
        alfa_->write_and_wait(as_system(), [&](tenant::Transaction& tx) {
            tx.run(
                "INSERT INTO attachments (id, register, record, name, media_type, size, state, "
                "hash, wrapped_key, added_at, added_by) "
                "VALUES ($1, 'assets', 'r', 'n', 't', 1, 'clean', $2, $3, 1, 'system')",
                {tx.new_id(), stored.hash, stored.wrapped_key});
            tx.record("test.added", {}, nullptr, nullptr);
        });
    }
    int files_on_disk() {
        int count = 0;
        std::error_code ignored;
        for (auto const& entry : std::filesystem::recursive_directory_iterator{folder_, ignored}) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    }

    tenant::test::Home home_;
    std::shared_ptr<tenant::Tenant> alfa_ = home_.make("alfa");
    std::shared_ptr<tenant::Tenant> beta_ = home_.make("beta");
    std::string folder_ = home_.folder.path("files");
    Store store_{folder_, home_.random};
};

TEST_F(StoreTest, what_is_put_comes_back_whatever_its_size) {
    for (auto const size : {std::size_t{0}, std::size_t{1}, chunk_bytes - 1, chunk_bytes,
                            chunk_bytes + 1, 3 * chunk_bytes, 3 * chunk_bytes + 17}) {
        auto const content = sample(size);
        auto const stored = put(content);
        EXPECT_EQ(stored.size, static_cast<std::int64_t>(size));
        EXPECT_TRUE(get(stored) == content) << size;
    }
}

TEST_F(StoreTest, nothing_lies_in_clear_and_equal_contents_look_different) {
    std::string const content = "Nobody but us may read this sentence.";
    auto const one = put(content);
    auto const two = put(content);
    EXPECT_EQ(bytes_of(one).find("Nobody"), std::string::npos);
    EXPECT_NE(one.hash, two.hash);
    EXPECT_EQ(to_hex(crypto::sha256(bytes_of(one))), one.hash);
}

TEST_F(StoreTest, another_organisations_key_opens_nothing) {
    auto const stored = put("text");
    EXPECT_EQ(code_of(failure_of([&] { get(*beta_, stored); })), "files.damaged");
}

TEST_F(StoreTest, a_destroyed_key_closes_every_file) {
    auto const stored = put("text");
    alfa_->keys().destroy(alfa_->info().id);
    EXPECT_EQ(code_of(failure_of([&] { get(stored); })), "files.no_key");
}

TEST_F(StoreTest, every_kind_of_damage_is_found) {
    auto const content = sample(3 * chunk_bytes);
    auto const good = put(content);
    auto const bytes = bytes_of(good);
    auto const head = format_mark.size();
    auto flipped = bytes;
    flipped[head + chunk_bytes + 100] ^= 1;
    auto swapped = bytes;
    std::swap_ranges(swapped.begin() + static_cast<long>(head),
                     swapped.begin() + static_cast<long>(head + sealed_chunk_bytes),
                     swapped.begin() + static_cast<long>(head + sealed_chunk_bytes));
    auto marked = bytes;
    marked[0] ^= 1;
    for (auto const& damage :
         {flipped, swapped, marked, bytes.substr(0, head + 2 * sealed_chunk_bytes),
          bytes.substr(0, bytes.size() - 1), bytes.substr(0, head), std::string{},
          bytes + bytes.substr(head, sealed_chunk_bytes), bytes + "x",
          bytes.substr(0, head) + bytes.substr(head + sealed_chunk_bytes)}) {
        overwrite(good, damage);
        EXPECT_EQ(code_of(failure_of([&] { get(good); })), "files.damaged") << damage.size();
    }
    overwrite(good, bytes);
    EXPECT_TRUE(get(good) == content);
}

TEST_F(StoreTest, the_check_names_flipped_and_missing_files) {
    auto const good = put("good");
    auto const flipped = put("flipped");
    auto const missing = put("missing");
    for (auto const& stored : {good, flipped, missing}) {
        name_in_a_row(stored);
    }
    EXPECT_TRUE(store_.check(*alfa_).empty());
    auto bytes = bytes_of(flipped);
    bytes.back() ^= 4;
    overwrite(flipped, bytes);
    store_.remove(*alfa_, missing.hash);
    auto found = store_.check(*alfa_);
    std::ranges::sort(found, {}, &Store::Finding::is_missing);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].hash, flipped.hash);
    EXPECT_FALSE(found[0].is_missing);
    EXPECT_EQ(found[1].hash, missing.hash);
    EXPECT_TRUE(found[1].is_missing);
}

TEST_F(StoreTest, the_sweep_takes_old_orphans_and_nothing_else) {
    auto const named = put("named");
    name_in_a_row(named);
    auto const orphan = put("orphan");
    std::ofstream{folder_ + "/" + alfa_->info().id + "/new-0123"} << "half";
    auto const now = SystemClock{}.now();
    EXPECT_EQ(store_.sweep(*alfa_, now - 60 * one_second), 0) << "too young";
    EXPECT_EQ(store_.sweep(*alfa_, now + 60 * one_second), 2);
    EXPECT_EQ(get(named), "named");
    EXPECT_EQ(code_of(failure_of([&] { get(orphan); })), "files.gone");
}

TEST_F(StoreTest, a_full_disk_is_told_and_leaves_nothing_behind) {
    std::filesystem::create_directories(folder_);
    if (::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m") != 0) {
        GTEST_SKIP() << "NOT TESTED: a full disk needs the right to mount a small one.";
    }
    auto const small = put("small");
    EXPECT_EQ(failure_of([&] { put(sample(2 << 20)); }).kind(), FailureKind::disk_full);
    EXPECT_EQ(files_on_disk(), 1);
    EXPECT_EQ(get(small), "small");
    EXPECT_EQ(get(put("room again")), "room again");
    EXPECT_FALSE(db::writes_are_poisoned());
    ::umount(folder_.c_str());
}

}  // namespace

}  // namespace sigill::files
