#include "db/sqlite/sqlite_database.hpp"

#include <cstdio>
#include <filesystem>
#include <future>

#include "base/assert.hpp"
#include "db/phrases.hpp"
#include "db/sqlite/files.hpp"

namespace sigill::db::sqlite {

namespace {

constexpr std::size_t batch_limit = 32;
// A batch of slow commands is stored before it is full, so that the first need not wait long.
constexpr std::chrono::milliseconds batch_time{20};
// Pages of 4 KiB.
constexpr int pages_before_checkpoint = 1'000;

thread_local Core const* core_of_this_turn = nullptr;

std::exception_ptr problem_of(FailureKind kind, Phrase phrase) {
    return std::make_exception_ptr(Failure::of(kind, phrase));
}

bool is_of_kind(std::exception_ptr const& problem, FailureKind kind) {
    try {
        std::rethrow_exception(problem);
    } catch (Failure const& failure) {
        return failure.kind() == kind;
    } catch (...) {
        return false;
    }
}

// One for each answer: they go to different threads, and a Failure makes its text when asked.
std::exception_ptr copy_of(std::exception_ptr const& problem) {
    try {
        std::rethrow_exception(problem);
    } catch (Failure const& failure) {
        return std::make_exception_ptr(Failure{failure.kind(), failure.problems()});
    } catch (...) {
        return problem;
    }
}

void require_writes_allowed() {
    if (writes_are_poisoned()) {
        throw Failure::of(FailureKind::unavailable, phrases::writes_stopped);
    }
}

// An answer that throws must not keep the others of the batch from theirs.
void answer(Done const& done, std::exception_ptr problem) {
    try {
        done(std::move(problem));
    } catch (std::exception const& thrown) {
        std::fprintf(stderr, "an answer of the database threw: %s\n", thrown.what());
    } catch (...) {
        std::fprintf(stderr, "an answer of the database threw something unknown\n");
    }
}

}  // namespace

Core::Core(SqliteOptions options, Secret const& key, WorkerPool& pool)
    : options_(std::move(options)),
      place_{options_.path, options_.file_system, key.clone()},
      pool_(pool),
      writer_(std::make_unique<SqliteConnection>(place_, Role::writer,
                                                 options_.statement_deadline_ms)) {
    writer_->set_technical_tables(options_.technical_tables);
}

void Core::write(Work work, Done done) {
    require_writes_allowed();
    queue_write({std::move(work), {}, std::move(done)});
}

void Core::queue_write(Command command) {
    std::lock_guard const lock{mutex_};
    if (closing_) {
        throw Failure::of(FailureKind::unavailable, phrases::closing);
    }
    if (writes_.size() >= options_.queue_limit) {
        throw Failure::of(FailureKind::unavailable, phrases::queue_full);
    }
    if (!write_scheduled_) {
        pool_.schedule(WorkerPool::Lane::write,
                       [self = shared_from_this()] { return self->write_turn(); });
        write_scheduled_ = true;
    }
    writes_.push_back(std::move(command));
}

void Core::read(Work work, Done done) {
    std::lock_guard const lock{mutex_};
    if (closing_) {
        throw Failure::of(FailureKind::unavailable, phrases::closing);
    }
    if (reads_.size() >= options_.queue_limit) {
        throw Failure::of(FailureKind::unavailable, phrases::queue_full);
    }
    if (readers_scheduled_ < options_.read_connections) {
        pool_.schedule(WorkerPool::Lane::other,
                       [self = shared_from_this()] { return self->read_turn(); });
        ++readers_scheduled_;
    }
    reads_.push_back({std::move(work), {}, std::move(done)});
}

std::optional<Core::Command> Core::take_write(bool upkeep) {
    std::lock_guard const lock{mutex_};
    if (writes_.empty() || static_cast<bool>(writes_.front().upkeep) != upkeep) {
        return std::nullopt;
    }
    auto command = std::move(writes_.front());
    writes_.pop_front();
    return command;
}

bool Core::write_turn() {
    core_of_this_turn = this;
    if (auto const command = take_write(true)) {
        std::exception_ptr problem;
        try {
            writer_->start_command();
            command->upkeep(*writer_);
        } catch (...) {
            problem = std::current_exception();
        }
        answer(command->done, problem);
    } else {
        for (auto& each : run_batch()) {
            answer(each.done, each.problem);
        }
        tidy_log();
    }
    core_of_this_turn = nullptr;

    std::lock_guard const lock{mutex_};
    if (!writes_.empty()) {
        return true;
    }
    write_scheduled_ = false;
    if (closing_ && is_quiet()) {
        close_connections();
        quiet_.notify_all();
    }
    return false;
}

std::vector<Core::Answer> Core::run_batch() {
    std::vector<Answer> answers;
    std::exception_ptr whole;  // what fails the batch as a whole
    try {
        require_writes_allowed();
        writer_->begin(true);
    } catch (...) {
        whole = std::current_exception();
    }
    run_commands(answers, whole);
    whole = finish_batch(std::move(whole));

    std::uint64_t stored = 0;
    for (auto& each : answers) {
        if (!each.problem) {
            each.problem = whole ? copy_of(whole) : nullptr;
            stored += whole ? 0 : 1;
        }
    }
    if (stored > 0) {
        std::lock_guard const lock{mutex_};
        ++commits_;
        commands_ += stored;
    }
    return answers;
}

void Core::run_commands(std::vector<Answer>& answers, std::exception_ptr& whole) {
    auto const started = std::chrono::steady_clock::now();
    while (answers.size() < batch_limit) {
        auto command = take_write(false);
        if (!command) {
            return;
        }
        auto problem = whole ? copy_of(whole) : run_command(*command);
        answers.push_back({std::move(command->done), problem});
        if (whole) {
            continue;
        }
        if (!writer_->in_transaction()) {
            // The engine rolled back everything; what has not begun waits for the next batch.
            whole = is_of_kind(problem, FailureKind::unavailable)
                        ? problem_of(FailureKind::unavailable, phrases::batch_lost)
                        : copy_of(problem);
            return;
        }
        if (std::chrono::steady_clock::now() - started > batch_time) {
            return;
        }
    }
}

std::exception_ptr Core::run_command(Command const& command) {
    {
        std::lock_guard const lock{mutex_};
        if (closing_) {
            return problem_of(FailureKind::unavailable, phrases::closing);
        }
    }
    try {
        writer_->run_command(command.work);
        return {};
    } catch (...) {
        return std::current_exception();
    }
}

std::exception_ptr Core::finish_batch(std::exception_ptr whole) {
    if (!whole) {
        try {
            writer_->commit();
            // Another database of the process may have failed while this one synced.
            require_writes_allowed();
            return {};
        } catch (...) {
            whole = std::current_exception();
        }
    }
    writer_->roll_back();
    return whole;
}

void Core::tidy_log() {
    auto const restart = writer_->pages_in_log() >= restart_at_;
    if (!restart && writer_->pages_to_copy() < pages_before_checkpoint) {
        return;
    }
    {
        std::lock_guard const lock{mutex_};
        if (copies_ > 0) {
            return;
        }
    }
    if (writes_are_poisoned()) {
        return;
    }
    auto const all_copied = writer_->checkpoint(restart ? SqliteConnection::Checkpoint::restart
                                                        : SqliteConnection::Checkpoint::passive);
    // A long read in the way is not waited for after every batch.
    restart_at_ = restart && !all_copied ? writer_->pages_in_log() + pages_before_restart
                                         : pages_before_restart;
}

bool Core::read_turn() {
    core_of_this_turn = this;
    std::unique_lock lock{mutex_};
    if (!reads_.empty()) {
        auto const command = std::move(reads_.front());
        reads_.pop_front();
        std::unique_ptr<SqliteConnection> reader;
        if (!idle_readers_.empty()) {
            reader = std::move(idle_readers_.back());
            idle_readers_.pop_back();
        }
        lock.unlock();
        auto const problem = run_read(reader, command);
        lock.lock();
        if (reader) {
            idle_readers_.push_back(std::move(reader));
        }
        lock.unlock();
        answer(command.done, problem);
        lock.lock();
    }
    core_of_this_turn = nullptr;
    if (!reads_.empty()) {
        return true;
    }
    --readers_scheduled_;
    if (closing_ && is_quiet()) {
        close_connections();
        quiet_.notify_all();
    }
    return false;
}

std::exception_ptr Core::run_read(std::unique_ptr<SqliteConnection>& reader,
                                  Command const& command) {
    try {
        {
            std::lock_guard const lock{mutex_};
            if (closing_) {
                throw Failure::of(FailureKind::unavailable, phrases::closing);
            }
        }
        if (!reader) {
            reader = std::make_unique<SqliteConnection>(place_, Role::reader,
                                                        options_.statement_deadline_ms);
        }
        reader->start_command();
        reader->begin(false);
        command.work(*reader);
        reader->commit();
        return {};
    } catch (...) {
        auto problem = std::current_exception();
        if (reader) {
            reader->roll_back();
        }
        if (is_of_kind(problem, FailureKind::internal)) {
            reader.reset();  // a connection that met damage is not trusted with the next read
        }
        return problem;
    }
}

void Core::copy_to(std::string const& path) {
    SIGILL_ASSERT(!on_own_worker());
    std::promise<void> held;
    queue_write({{},
                 [this](SqliteConnection& writer) { hold_log(writer); },
                 [&held](std::exception_ptr problem) {
                     if (problem) {
                         held.set_exception(std::move(problem));
                     } else {
                         held.set_value();
                     }
                 }});
    held.get_future().get();
    try {
        copy_raw(place_, path);
    } catch (...) {
        let_log_go();
        throw;
    }
    let_log_go();
}

// With the whole log in the file, and nothing more moved into it until the copies are done, the
// file is one consistent state while new writes gather in the log.
void Core::hold_log(SqliteConnection& writer) {
    {
        std::lock_guard const lock{mutex_};
        if (closing_) {
            throw Failure::of(FailureKind::unavailable, phrases::closing);
        }
        if (copies_ > 0) {
            throw Failure::of(FailureKind::unavailable, phrases::queue_full);
        }
    }
    require_writes_allowed();
    if (!writer.checkpoint(SqliteConnection::Checkpoint::passive) &&
        !writer.checkpoint(SqliteConnection::Checkpoint::restart)) {
        require_writes_allowed();
        throw Failure::of(FailureKind::unavailable, phrases::queue_full);
    }
    std::lock_guard const lock{mutex_};
    ++copies_;
}

void Core::let_log_go() {
    std::lock_guard const lock{mutex_};
    --copies_;
    quiet_.notify_all();
}

DatabaseStatus Core::status() const {
    std::lock_guard const lock{mutex_};
    return {writes_.size(), commits_, commands_, writes_are_poisoned()};
}

bool Core::is_quiet() const {
    return !write_scheduled_ && readers_scheduled_ == 0 && copies_ == 0;
}

void Core::close() {
    std::unique_lock lock{mutex_};
    closing_ = true;
    // Let go from within one of its own answers: the end of that turn closes the file.
    if (core_of_this_turn == this) {
        return;
    }
    quiet_.wait(lock, [this] { return is_quiet(); });
    close_connections();
}

void Core::close_connections() {
    idle_readers_.clear();
    if (!writer_) {
        return;
    }
    // After a failure of the device the log stays as it is, for whoever looks into it.
    if (writes_are_poisoned()) {
        writer_->keep_log();
    } else {
        writer_->checkpoint(SqliteConnection::Checkpoint::passive);
    }
    writer_.reset();
}

}  // namespace sigill::db::sqlite

namespace sigill::db {

namespace {

// True when the file was made now.
bool make_file_where_missing(SqliteOptions const& options) {
    std::error_code problem;
    auto const size = std::filesystem::file_size(options.path, problem);
    if (!problem) {
        // Nothing at all is no database of ours: it would be taken for a new one.
        if (size == 0 && !options.create) {
            throw Failure::of(FailureKind::internal, phrases::damaged, options.path);
        }
        return false;
    }
    if (!options.create) {
        throw Failure::of(FailureKind::internal, phrases::no_file, options.path);
    }
    sqlite::create_private_file(options.path);
    return true;
}

}  // namespace

std::unique_ptr<Database> open_sqlite(SqliteOptions options, Secret const& key, WorkerPool& pool) {
    auto const path = options.path;
    auto const is_new = make_file_where_missing(options);
    try {
        return std::make_unique<sqlite::SqliteDatabase>(
            std::make_shared<sqlite::Core>(std::move(options), key, pool));
    } catch (...) {
        if (is_new) {
            std::error_code ignored;
            std::filesystem::remove(path, ignored);
        }
        throw;
    }
}

}  // namespace sigill::db
