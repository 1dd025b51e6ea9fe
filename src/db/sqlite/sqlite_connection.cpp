#include "db/sqlite/sqlite_connection.hpp"

#include <sqlite3.h>

#include "db/phrases.hpp"
#include "db/sqlite/errors.hpp"
#include "db/sqlite/row.hpp"

namespace sigill::db::sqlite {

namespace {

// Steps of SQLite's machine between two looks at the clock: well under a millisecond.
constexpr int steps_between_looks = 2'000;

// The inner tables of an FTS5 index carry its name and one of these.
constexpr std::array<std::string_view, 5> index_suffixes{"_data", "_idx", "_content", "_docsize",
                                                         "_config"};

}  // namespace

SqliteConnection::SqliteConnection(Place const& place, Role role,
                                   std::int64_t statement_deadline_ms)
    : path_(place.path),
      handle_(open_handle(place, role)),
      cache_(handle_.get(), path_),
      statement_deadline_(statement_deadline_ms) {
    sqlite3_progress_handler(handle_.get(), steps_between_looks, &on_progress, this);
    if (role == Role::writer) {
        sqlite3_update_hook(
            handle_.get(),
            [](void* self, int operation, char const* database, char const* table,
               sqlite3_int64 rowid) { on_update(self, operation, database, table, rowid); },
            this);
        sqlite3_wal_hook(handle_.get(), &on_log, this);
    }
    set_technical_tables({});
}

SqliteConnection::~SqliteConnection() {
    cache_.clear();
}

int SqliteConnection::on_progress(void* self) {
    auto const* const connection = static_cast<SqliteConnection const*>(self);
    return connection->deadline_kind_ != Deadline::none &&
           std::chrono::steady_clock::now() > connection->deadline_;
}

void SqliteConnection::on_update(void* self, int, char const*, char const* table, std::int64_t) {
    auto* const connection = static_cast<SqliteConnection*>(self);
    if (!connection->is_technical(table)) {
        ++connection->counted_changes_;
    }
}

int SqliteConnection::on_log(void* self, sqlite3*, char const*, int pages) {
    auto* const connection = static_cast<SqliteConnection*>(self);
    if (pages < connection->pages_in_log_) {
        connection->pages_copied_ = 0;  // the log has begun again
    }
    connection->pages_in_log_ = pages;
    return SQLITE_OK;
}

void SqliteConnection::set_technical_tables(std::vector<std::string> tables) {
    technical_tables_ = {tables.begin(), tables.end()};
    technical_tables_.insert("schema_migrations");
}

bool SqliteConnection::is_technical(std::string_view table) const {
    if (technical_tables_.contains(table)) {
        return true;
    }
    return std::ranges::any_of(index_suffixes, [&](std::string_view suffix) {
        return table.ends_with(suffix) &&
               technical_tables_.contains(table.substr(0, table.size() - suffix.size()));
    });
}

void SqliteConnection::set_deadline_ms(std::optional<std::int64_t> from_now_ms) {
    deadline_kind_ = from_now_ms ? Deadline::fixed : Deadline::none;
    if (from_now_ms) {
        deadline_ = std::chrono::steady_clock::now() + std::chrono::milliseconds{*from_now_ms};
    }
}

void SqliteConnection::start_statement() {
    // After SQLite has rolled back by itself, what follows would be stored one by one.
    if (managed_ && !in_transaction()) {
        throw Failure::of(FailureKind::unavailable, phrases::batch_lost);
    }
    auto const now = std::chrono::steady_clock::now();
    if (deadline_kind_ == Deadline::per_statement) {
        deadline_ = now + statement_deadline_;
    } else if (deadline_kind_ == Deadline::fixed && now > deadline_) {
        throw Failure::of(FailureKind::unavailable, phrases::too_slow);
    }
}

void SqliteConnection::query(Sql const& sql, Values const& values, Each const& each) {
    start_statement();
    Loan const statement{cache_, sql.text(), values};
    SqliteRow const row{statement->raw()};
    while (statement->step()) {
        if (!each(row)) {
            break;
        }
    }
}

std::int64_t SqliteConnection::run(Sql const& sql, Values const& values) {
    start_statement();
    Loan const statement{cache_, sql.text(), values};
    auto const before = sqlite3_total_changes64(handle_.get());
    while (statement->step()) {
        // Rows of RETURNING are not asked for here.
    }
    // SQLite keeps the last statement's figure where this one changed nothing.
    auto const changed_nothing = sqlite3_total_changes64(handle_.get()) == before;
    return changed_nothing ? 0 : sqlite3_changes64(handle_.get());
}

void SqliteConnection::run_script(Sql const& script) {
    start_statement();
    auto const text = std::string{script.text()};
    int const code = sqlite3_exec(handle_.get(), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        raise(handle_.get(), code, path_, text);
    }
    if (managed_ && !in_transaction()) {
        throw Failure::of(FailureKind::internal, phrases::misused,
                          "a script may not end the transaction");
    }
}

void SqliteConnection::control(std::string_view sql) {
    // Beginning, storing and undoing have no deadline: half of them would be worse than late.
    auto const kind = std::exchange(deadline_kind_, Deadline::none);
    try {
        Loan const statement{cache_, sql, {}};
        (void)statement->step();
    } catch (...) {
        deadline_kind_ = kind;
        throw;
    }
    deadline_kind_ = kind;
}

void SqliteConnection::begin(bool immediate) {
    control(immediate ? "BEGIN IMMEDIATE" : "BEGIN");
    managed_ = true;
}

void SqliteConnection::commit() {
    control("COMMIT");
    managed_ = false;
}

void SqliteConnection::roll_back() noexcept {
    managed_ = false;
    depth_ = 0;
    if (in_transaction()) {
        // A failure leaves nothing to do: the next BEGIN will report it.
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

bool SqliteConnection::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

void SqliteConnection::savepoint(std::function<void()> const& work) {
    auto const name = "level_" + std::to_string(++depth_);
    auto const changes_before = counted_changes_;
    try {
        control("SAVEPOINT " + name);
        work();
        if (!in_transaction()) {
            throw Failure::of(FailureKind::unavailable, phrases::batch_lost);
        }
        control("RELEASE " + name);
    } catch (...) {
        end_savepoint(name, changes_before);
        --depth_;
        throw;
    }
    --depth_;
}

void SqliteConnection::end_savepoint(std::string const& name,
                                     std::uint64_t changes_before) noexcept {
    counted_changes_ = changes_before;
    if (!in_transaction()) {
        return;
    }
    auto const undo = "ROLLBACK TO " + name + "; RELEASE " + name;
    auto const kind = std::exchange(deadline_kind_, Deadline::none);
    int const code = sqlite3_exec(handle_.get(), undo.c_str(), nullptr, nullptr, nullptr);
    deadline_kind_ = kind;
    if (code != SQLITE_OK && managed_ && in_transaction()) {
        // What cannot be undone alone must not be stored: the whole transaction goes.
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void SqliteConnection::start_command() {
    deadline_kind_ = Deadline::per_statement;
    depth_ = 0;
}

void SqliteConnection::run_command(std::function<void(Connection&)> const& work) {
    start_command();
    savepoint([&] {
        work(*this);
        int open_references = 0;
        int highest = 0;
        sqlite3_db_status(handle_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &open_references, &highest,
                          0);
        // A deferred reference would otherwise fail the commit of the whole batch.
        if (open_references != 0) {
            throw Failure::of(FailureKind::conflict, phrases::broken_reference);
        }
    });
}

bool SqliteConnection::checkpoint(Checkpoint kind) noexcept {
    int in_log = 0;
    int copied = 0;
    auto const mode =
        kind == Checkpoint::passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
    auto const deadline = std::exchange(deadline_kind_, Deadline::none);
    int const code = sqlite3_wal_checkpoint_v2(handle_.get(), "main", mode, &in_log, &copied);
    deadline_kind_ = deadline;
    poison_if_device_failed(handle_.get(), code);
    if (code != SQLITE_OK) {
        return false;
    }
    pages_in_log_ = in_log;
    pages_copied_ = copied;
    return in_log == copied;
}

void SqliteConnection::keep_log() noexcept {
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

}  // namespace sigill::db::sqlite
