#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace sigill::db::sqlite {

// One prepared statement. `path` outlives it.
class Statement {
public:
    Statement(sqlite3* handle, std::string_view path, std::string sql);
    ~Statement();
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;

    // The values must stay in place until reset(). Failure internal unless they fit exactly.
    void bind(Values const& values);
    // True while there is a row.
    [[nodiscard]] bool step();
    void reset();

    [[nodiscard]] sqlite3_stmt* raw() const { return statement_; }
    [[nodiscard]] std::string const& sql() const { return sql_; }

    bool in_use = false;

private:
    void read_places();
    void bind_one(int index, Value const& value);
    [[noreturn]] void refuse(std::string const& why) const;

    sqlite3* handle_;
    std::string_view path_;
    std::string sql_;
    sqlite3_stmt* statement_ = nullptr;
    std::vector<std::size_t> places_;  // for each parameter of SQLite, which $n it is
    std::size_t values_needed_ = 0;
};

// The last used statements of one connection. A statement that is being stepped through is lent
// only once; the same text inside its own loop gets one of its own.
class StatementCache {
public:
    StatementCache(sqlite3* handle, std::string_view path) : handle_(handle), path_(path) {}

    [[nodiscard]] std::shared_ptr<Statement> take(std::string_view sql);
    void clear();

private:
    using Recent = std::list<std::shared_ptr<Statement>>;

    sqlite3* handle_;
    std::string_view path_;
    Recent recent_;
    std::unordered_map<std::string_view, Recent::iterator> by_text_;  // into the statement's text
};

// Bound and in use until the end of the block.
class Loan {
public:
    Loan(StatementCache& cache, std::string_view sql, Values const& values);
    ~Loan();
    Loan(Loan const&) = delete;
    Loan& operator=(Loan const&) = delete;

    [[nodiscard]] Statement& operator*() const { return *statement_; }
    [[nodiscard]] Statement* operator->() const { return statement_.get(); }

private:
    std::shared_ptr<Statement> statement_;
};

}  // namespace sigill::db::sqlite
