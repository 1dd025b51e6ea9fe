#pragma once
// A connection that remembers the statements which go through it, so that a bare loop can run
// exactly the same ones.

#include "db/connection.hpp"

namespace sigill::bench {

struct Statement {
    std::shared_ptr<db::Sql> sql;
    db::Values values;
    bool writes = false;
};

class Recorder final : public db::Connection {
public:
    explicit Recorder(db::Connection& below) : below_(below) {}

    [[nodiscard]] std::vector<Statement> const& statements() const { return statements_; }

    [[nodiscard]] db::Engine engine() const override { return below_.engine(); }
    void query(db::Sql const& sql, db::Values const& values, Each const& each) override {
        remember(sql, values, false);
        below_.query(sql, values, each);
    }
    std::int64_t run(db::Sql const& sql, db::Values const& values) override {
        remember(sql, values, true);
        return below_.run(sql, values);
    }
    void run_script(db::Sql const& script) override { below_.run_script(script); }
    [[nodiscard]] std::uint64_t counted_changes() const override {
        return below_.counted_changes();
    }
    void set_technical_tables(std::vector<std::string> tables) override {
        below_.set_technical_tables(std::move(tables));
    }
    void set_deadline_ms(std::optional<std::int64_t> from_now_ms) override {
        below_.set_deadline_ms(from_now_ms);
    }
    void savepoint(std::function<void()> const& work) override { below_.savepoint(work); }

private:
    void remember(db::Sql const& sql, db::Values const& values, bool writes) {
        auto text = db::Sql::generated(std::string{sql.text()});
        statements_.push_back({std::make_shared<db::Sql>(std::move(text)), values, writes});
    }

    db::Connection& below_;
    std::vector<Statement> statements_;
};

}  // namespace sigill::bench
