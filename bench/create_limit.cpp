// P3's limit: the rows that one create leaves behind, into the same tables, indexes, search and
// log, through the same group commit, with everything made beforehand: no HTTP, no session, no
// permission, no validation, no look-ups, no hashes, no sealing.

#include <fmt/format.h>

#include <latch>

#include "app/actions.hpp"
#include "arguments.hpp"
#include "base/id.hpp"
#include "recorder.hpp"
#include "sample.hpp"
#include "text/text.hpp"

namespace sigill::bench {

namespace {

constexpr int sample_number = 7'654'321;

// One create as it is stored, and what differs from one to the next.
struct Recorded {
    std::vector<Statement> rows;
    std::string id, ref, entry_id, key_id, title_sort;
    std::int64_t number = 0, index = 0, search_row = 0;
};

class Undo : public std::exception {};

std::string first_word(std::string_view sql, std::size_t words) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < words && end != std::string_view::npos; ++i) {
        end = sql.find(' ', end == 0 ? 0 : end + 1);
    }
    return std::string{sql.substr(0, end)};
}

Recorded record_create(app::Services& services, tenant::Tenant& tenant) {
    Recorded result;
    try {
        tenant.database().write_and_wait([&](db::Connection& connection) {
            Recorder recorder{connection};
            tenant::Transaction tx{tenant, recorder, app::system_context(), false};
            auto draft = sample_asset(sample_number);
            draft.set("unit", *connection.text("SELECT id FROM units ORDER BY id LIMIT 1", {}));
            draft.set(assets::process,
                      *connection.text("SELECT id FROM processes ORDER BY id LIMIT 1", {}));
            auto const asset = services.engine().create(tx, assets::definition, std::move(draft));
            result.id = asset.id;
            result.ref = asset.ref;
            result.title_sort = text::sort_key(asset.title, Language::swedish);
            for (auto const& each : recorder.statements()) {
                auto const start = first_word(each.sql->text(), 3);
                if (!each.writes || start.starts_with("DELETE")) {
                    continue;
                }
                if (start == "INSERT INTO assets") {
                    result.number = std::get<std::int64_t>(each.values[2]);
                } else if (start == "insert into ledger_entries") {
                    result.index = std::get<std::int64_t>(each.values[0]);
                    result.entry_id = std::get<std::string>(each.values[1]);
                } else if (start == "INSERT INTO subject_keys") {
                    result.key_id = std::get<std::string>(each.values[1]);
                } else if (start == "INSERT INTO search") {
                    result.search_row = std::get<std::int64_t>(each.values[0]);
                }
                if (start != "insert into ledger_nodes") {
                    result.rows.push_back(each);
                }
            }
            throw Undo{};
        });
    } catch (Undo const&) {
        // Only looked at.
    }
    return result;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); !from.empty() && at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

class Maker {
public:
    Maker(Recorded recorded, Random& random) : recorded_(std::move(recorded)), random_(random) {}

    // The values of the n-th create after the recorded one, statement by statement.
    std::vector<db::Values> make(std::int64_t n) {
        std::array<std::pair<std::string, std::string>, 7> const texts{{
            {recorded_.title_sort,
             text::sort_key(title_of(static_cast<int>(n)), Language::swedish)},
            {recorded_.id, make_id(clock_, random_)},
            {recorded_.entry_id, make_id(clock_, random_)},
            {recorded_.key_id, make_id(clock_, random_)},
            {recorded_.ref, "AST-" + std::to_string(recorded_.number + n)},
            {std::to_string(recorded_.number), std::to_string(recorded_.number + n)},
            {std::to_string(sample_number), fmt::format("{:07}", n)},
        }};
        std::vector<db::Values> all;
        for (auto const& row : recorded_.rows) {
            all.push_back(row.values);
            for (auto& value : all.back()) {
                if (auto* text = std::get_if<std::string>(&value)) {
                    for (auto const& [from, to] : texts) {
                        replace_all(*text, from, to);
                    }
                } else if (auto* number = std::get_if<std::int64_t>(&value)) {
                    *number = moved(*number, n);
                }
            }
        }
        return all;
    }
    [[nodiscard]] std::vector<Statement> const& rows() const { return recorded_.rows; }
    [[nodiscard]] std::int64_t index(std::int64_t n) const { return recorded_.index + n; }

private:
    [[nodiscard]] std::int64_t moved(std::int64_t number, std::int64_t n) const {
        auto const counts = number == recorded_.number || number == recorded_.index ||
                            number == recorded_.search_row;
        return counts && number > 1'000 ? number + n : number;
    }

    Recorded recorded_;
    SystemClock clock_;
    Random& random_;
};

class BareLoop {
public:
    BareLoop(db::Database& database, Maker& maker, int rows) : database_(database), maker_(maker) {
        for (int n = 0; n < rows; ++n) {
            prepared_.push_back(maker.make(n));
        }
    }

    // Creates per second with `callers` waiting at any time, each for its own commit.
    double run(int callers, double seconds) {
        deadline_ = std::chrono::steady_clock::now() +
                    std::chrono::microseconds{static_cast<std::int64_t>(seconds * 1e6)};
        std::latch ended{callers};
        ended_ = &ended;
        auto const started = std::chrono::steady_clock::now();
        for (int i = 0; i < callers; ++i) {
            next();
        }
        ended.wait();
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - started;
        return static_cast<double>(stored_) / took.count();
    }
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool ran_out() const { return next_ >= prepared_.size(); }

private:
    void next() {
        if (std::chrono::steady_clock::now() >= deadline_ || next_ >= prepared_.size() || failed_) {
            ended_->count_down();
            return;
        }
        database_.write([this](db::Connection& connection) { store(connection); },
                        [this](std::exception_ptr problem) {
                            if (problem) {
                                failed_ = true;
                            } else {
                                ++stored_;
                            }
                            next();
                        });
    }

    // Commands run one at a time, in order: the next number is taken inside.
    void store(db::Connection& connection) {
        auto const n = next_++;
        if (n >= prepared_.size()) {
            return;
        }
        auto const& values = prepared_[n];
        for (std::size_t i = 0; i < values.size(); ++i) {
            connection.run(*maker_.rows()[i].sql, values[i]);
        }
        auto index = maker_.index(static_cast<std::int64_t>(n));
        for (std::int64_t level = 1; (index & 1) != 0; ++level) {
            index >>= 1;
            connection.run("insert into ledger_nodes (level, idx, hash) values ($1, $2, $3)",
                           {level, index, Bytes(32, 7)});
        }
    }

    db::Database& database_;
    Maker& maker_;
    std::vector<std::vector<db::Values>> prepared_;
    std::chrono::steady_clock::time_point deadline_;
    std::latch* ended_ = nullptr;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::int64_t> stored_{0};
    std::atomic<bool> failed_{false};
};

}  // namespace

int create_limit(Arguments const& arguments) {
    app::ServicesOptions options;
    options.data = arguments.required("data");
    app::Services services{std::move(options)};
    auto const tenant = app::open_tenant(services, std::string{slug});
    Maker maker{record_create(services, *tenant), services.random()};
    BareLoop loop{tenant->database(), maker, arguments.number("rows", 40'000)};
    auto const before = tenant->database().status();
    auto const cpu_before = cpu_seconds();
    auto const rate = loop.run(arguments.number("connections", 16), arguments.number("seconds", 3));
    auto const cpu = cpu_seconds() - cpu_before;
    auto const after = tenant->database().status();
    auto const commits = std::max<std::uint64_t>(after.commits - before.commits, 1);
    auto const commands = static_cast<double>(after.commands - before.commands);
    fmt::print(
        "{{\"per_second\":{:.1f},\"per_cpu_second\":{:.1f},\"commands_per_commit\":{:.1f},"
        "\"statements\":{}}}\n",
        rate, commands / cpu, commands / static_cast<double>(commits), maker.rows().size());
    if (loop.failed() || loop.ran_out()) {
        fmt::print(stderr, "the bare loop {}\n", loop.failed() ? "failed" : "ran out of rows");
        return 1;
    }
    return 0;
}

}  // namespace sigill::bench
