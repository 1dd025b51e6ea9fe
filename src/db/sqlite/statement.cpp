#include "db/sqlite/statement.hpp"

#include <sqlite3.h>

#include <charconv>

#include "db/phrases.hpp"
#include "db/sqlite/errors.hpp"

namespace sigill::db::sqlite {

namespace {

constexpr std::size_t cached_statements = 128;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

// "$12" gives 12; anything else gives 0.
std::size_t number_of(char const* name) {
    auto const text = std::string_view{name == nullptr ? "" : name};
    std::size_t number = 0;
    if (text.size() < 2 || text.front() != '$') {
        return 0;
    }
    auto const [end, problem] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? number : 0;
}

}  // namespace

Statement::Statement(sqlite3* handle, std::string_view path, std::string sql)
    : handle_(handle), path_(path), sql_(std::move(sql)) {
    char const* rest = nullptr;
    int const code = sqlite3_prepare_v3(handle_, sql_.data(), static_cast<int>(sql_.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement_, &rest);
    if (code != SQLITE_OK) {
        raise(handle_, code, path_, sql_);
    }
    try {
        if (statement_ == nullptr) {
            refuse("an empty statement");
        }
        if (!is_blank({rest, static_cast<std::size_t>(sql_.data() + sql_.size() - rest)})) {
            refuse("more than one statement");
        }
        read_places();
    } catch (...) {
        sqlite3_finalize(statement_);
        throw;
    }
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

void Statement::refuse(std::string const& why) const {
    throw Failure::of(FailureKind::internal, phrases::misused, why + " (" + sql_ + ")");
}

void Statement::read_places() {
    int const count = sqlite3_bind_parameter_count(statement_);
    for (int index = 1; index <= count; ++index) {
        auto const number = number_of(sqlite3_bind_parameter_name(statement_, index));
        if (number == 0) {
            refuse("parameters are written $1, $2 …");
        }
        places_.push_back(number - 1);
        values_needed_ = std::max(values_needed_, number);
    }
    // Each name has one index in SQLite, so a gap shows as fewer names than the highest number.
    if (places_.size() != values_needed_) {
        refuse("a parameter is left out");
    }
}

void Statement::bind(Values const& values) {
    if (values.size() != values_needed_) {
        refuse(std::to_string(values.size()) + " values for " + std::to_string(values_needed_) +
               " parameters");
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        bind_one(static_cast<int>(i) + 1, values[places_[i]]);
    }
}

void Statement::bind_one(int index, Value const& value) {
    struct Binder {
        sqlite3_stmt* statement;
        int index;

        int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
        int operator()(std::int64_t number) const {
            return sqlite3_bind_int64(statement, index, number);
        }
        int operator()(double number) const {
            return sqlite3_bind_double(statement, index, number);
        }
        int operator()(std::string const& text) const {
            return sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_STATIC,
                                       SQLITE_UTF8);
        }
        int operator()(Bytes const& bytes) const {
            // A null pointer would bind null, and no bytes is not the same as nothing.
            return bytes.empty() ? sqlite3_bind_zeroblob(statement, index, 0)
                                 : sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(),
                                                       SQLITE_STATIC);
        }
    };
    int const code = std::visit(Binder{statement_, index}, value);
    if (code != SQLITE_OK) {
        raise(handle_, code, path_, sql_);
    }
}

bool Statement::step() {
    int const code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        raise(handle_, code, path_, sql_);
    }
    return false;
}

void Statement::reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

std::shared_ptr<Statement> StatementCache::take(std::string_view sql) {
    auto const found = by_text_.find(sql);
    if (found != by_text_.end()) {
        auto statement = *found->second;
        if (statement->in_use) {
            return std::make_shared<Statement>(handle_, path_, std::string{sql});
        }
        recent_.splice(recent_.begin(), recent_, found->second);
        return statement;
    }
    auto statement = std::make_shared<Statement>(handle_, path_, std::string{sql});
    recent_.push_front(statement);
    by_text_.emplace(statement->sql(), recent_.begin());
    if (recent_.size() > cached_statements) {
        by_text_.erase(recent_.back()->sql());
        recent_.pop_back();
    }
    return statement;
}

void StatementCache::clear() {
    by_text_.clear();
    recent_.clear();
}

Loan::Loan(StatementCache& cache, std::string_view sql, Values const& values)
    : statement_(cache.take(sql)) {
    statement_->bind(values);
    statement_->in_use = true;
}

Loan::~Loan() {
    statement_->reset();
    statement_->in_use = false;
}

}  // namespace sigill::db::sqlite
