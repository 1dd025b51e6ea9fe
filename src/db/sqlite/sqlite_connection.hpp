#pragma once

#include <chrono>
#include <set>

#include "db/connection.hpp"
#include "db/sqlite/handle.hpp"
#include "db/sqlite/statement.hpp"

namespace sigill::db::sqlite {

// The engine of the embedded store behind db::Connection.
class SqliteConnection final : public Connection {
public:
    SqliteConnection(Place const& place, Role role, std::int64_t statement_deadline_ms);
    ~SqliteConnection() override;
    SqliteConnection(SqliteConnection const&) = delete;
    SqliteConnection& operator=(SqliteConnection const&) = delete;

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    void query(Sql const& sql, Values const& values, Each const& each) override;
    std::int64_t run(Sql const& sql, Values const& values) override;
    void run_script(Sql const& script) override;
    [[nodiscard]] std::uint64_t counted_changes() const override { return counted_changes_; }
    void set_technical_tables(std::vector<std::string> tables) override;
    void set_deadline_ms(std::optional<std::int64_t> from_now_ms) override;
    void savepoint(std::function<void()> const& work) override;

    // Transactions belong to the database's queue, never to a command.
    void begin(bool immediate);
    void commit();
    void roll_back() noexcept;
    // Between commands: the deadline per statement as at first.
    void start_command();
    // False when SQLite has rolled the whole transaction back by itself (full disk, interrupt).
    [[nodiscard]] bool in_transaction() const;
    // A command in its savepoint.
    void run_command(std::function<void(Connection&)> const& work);

    // Copies the log into the file. True when nothing is left in the log. A failed sync poisons;
    // a full disk only means that the log stays longer.
    enum class Checkpoint { passive, restart };
    bool checkpoint(Checkpoint kind) noexcept;
    // Pages in the log after the last commit, and those of them not yet copied into the file.
    [[nodiscard]] int pages_in_log() const { return pages_in_log_; }
    [[nodiscard]] int pages_to_copy() const { return pages_in_log_ - pages_copied_; }
    // Leaves the log as it is when this connection closes.
    void keep_log() noexcept;

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    enum class Deadline { per_statement, fixed, none };

    void control(std::string_view sql);
    void start_statement();
    void end_savepoint(std::string const& name, std::uint64_t changes_before) noexcept;
    [[nodiscard]] bool is_technical(std::string_view table) const;
    static int on_progress(void* self);
    static void on_update(void* self, int operation, char const* database, char const* table,
                          std::int64_t rowid);
    static int on_log(void* self, sqlite3* handle, char const* database, int pages);

    std::string path_;
    Handle handle_;
    StatementCache cache_;
    std::chrono::milliseconds statement_deadline_;
    Deadline deadline_kind_ = Deadline::per_statement;
    SteadyTime deadline_;
    std::set<std::string, std::less<>> technical_tables_;
    std::uint64_t counted_changes_ = 0;
    int depth_ = 0;
    bool managed_ = false;  // inside a transaction of the queue
    int pages_in_log_ = 0;
    int pages_copied_ = 0;
};

}  // namespace sigill::db::sqlite
