// P1's limit: the statements of one list, prepared once, written to the same bytes in a bare loop.
// No session, no permission, no HTTP; the rows are written as they are read.

#include "app/actions.hpp"
#include "arguments.hpp"
#include "entity/view.hpp"
#include "identity/identity.hpp"
#include "recorder.hpp"
#include "sample.hpp"

namespace sigill::bench {

namespace {

struct Link {
    std::string ref;
    std::string title;
};

// What Sigill answers, and the statements that it took.
struct Recorded {
    std::string answer;
    Statement list;
    Statement references;
    std::vector<Statement> links;
};

Recorded record_list(app::Services& services, tenant::Tenant& tenant, db::Connection& connection) {
    auto const person = connection.text("SELECT person_id FROM accounts WHERE email = $1",
                                        {std::string{reader_email}});
    Recorder recorder{connection};
    tenant::Transaction tx{tenant, recorder, {}, true};
    access::Principal principal;
    principal.kind = access::PrincipalKind::person;
    principal.person_id = person.value();
    principal.rights = identity::rights_of(tx, *person);
    tx.become(std::move(principal));

    Recorded result;
    result.answer = entity::list(services.engine(), tx, assets::definition,
                                 entity::read_list_query(assets::definition, {{"limit", "50"}}));
    for (auto const& each : recorder.statements()) {
        auto const text = each.sql->text();
        if (text.find(" FROM assets r WHERE r.archived_at") != std::string_view::npos) {
            result.list = each;
        } else if (text.find("FROM record_references") != std::string_view::npos) {
            result.references = each;
        } else if (text.starts_with("SELECT r.id, r.ref, r.title FROM ")) {
            result.links.push_back(each);
        }
    }
    return result;
}

class BareLoop {
public:
    BareLoop(db::Connection& connection, Recorded const& recorded)
        : connection_(connection), recorded_(recorded) {
        end_ = recorded.answer.substr(recorded.answer.rfind("],\"next\""));
    }

    std::string const& page() {
        links_.clear();
        depends_on_.clear();
        out_.clear();
        for (auto const& statement : recorded_.links) {
            connection_.query(*statement.sql, statement.values, [&](db::Row const& row) {
                links_.emplace(row.text(0),
                               Link{std::string{row.text(1)}, std::string{row.text(2)}});
                return true;
            });
        }
        connection_.query(*recorded_.references.sql, recorded_.references.values,
                          [&](db::Row const& row) {
                              depends_on_.emplace(row.text(0), row.text(2));
                              return true;
                          });
        out_ += "{\"items\":[";
        int rows = 0;
        connection_.query(*recorded_.list.sql, recorded_.list.values, [&](db::Row const& row) {
            if (rows == 50) {
                return false;
            }
            out_ += rows++ == 0 ? "{" : ",{";
            asset(row);
            out_ += '}';
            return true;
        });
        out_ += end_;
        return out_;
    }

private:
    void text(std::string_view before, std::string_view value) {
        out_ += before;
        json::append_quoted(out_, value);
    }
    void text_or_null(std::string_view before, std::string_view value) {
        out_ += before;
        if (value.empty()) {
            out_ += "null";
        } else {
            json::append_quoted(out_, value);
        }
    }
    void number_or_null(std::string_view before, db::Row const& row, int column) {
        out_ += before;
        out_ += row.is_null(column) ? "null" : std::to_string(row.integer(column));
    }
    void link(std::string_view before, std::string_view id) {
        out_ += before;
        if (id.empty()) {
            out_ += "null";
            return;
        }
        auto const place = links_.find(std::string{id});
        text("{\"id\":", id);
        text_or_null(",\"ref\":", place == links_.end() ? "" : place->second.ref);
        text_or_null(",\"title\":", place == links_.end() ? "" : place->second.title);
        out_ += '}';
    }
    void asset(db::Row const& row) {
        text("\"id\":", row.text(0));
        text(",\"ref\":", row.text(1));
        text(",\"title\":", row.text(2));
        text_or_null(",\"state\":", row.text(3));
        link(",\"owner\":", row.text(4));
        link(",\"unit\":", row.text(5));
        text_or_null(",\"audience\":", row.text(6));
        number_or_null(",\"version\":", row, 7);
        text(",\"created_at\":", format_instant(row.integer(8)));
        link(",\"created_by\":", row.text(9));
        text(",\"updated_at\":", format_instant(row.integer(10)));
        link(",\"updated_by\":", row.text(11));
        out_ += ",\"archived_at\":null";
        text_or_null(",\"kind\":", row.text(13));
        text_or_null(",\"description\":", row.text(14));
        link(",\"process\":", row.text(15));
        link(",\"system_owner\":", row.text(16));
        out_ += ",\"depends_on\":[";
        auto const [from, to] = depends_on_.equal_range(std::string{row.text(0)});
        for (auto place = from; place != to; ++place) {
            link(place == from ? "" : ",", place->second);
        }
        out_ += ']';
        text_or_null(",\"personal_data\":", row.text(17));
        out_ += ",\"internet_facing\":";
        out_ += row.is_null(18) ? "null" : row.integer(18) != 0 ? "true" : "false";
        number_or_null(",\"confidentiality\":", row, 19);
        number_or_null(",\"integrity\":", row, 20);
        number_or_null(",\"availability\":", row, 21);
    }

    db::Connection& connection_;
    Recorded const& recorded_;
    std::string end_;
    std::string out_;
    std::unordered_map<std::string, Link> links_;
    std::unordered_multimap<std::string, std::string> depends_on_;
};

}  // namespace

int list_limit(Arguments const& arguments) {
    auto const seconds = arguments.number("seconds", 3);
    app::ServicesOptions options;
    options.data = arguments.required("data");
    app::Services services{std::move(options)};
    auto const tenant = app::open_tenant(services, std::string{slug});
    bool same = true;
    tenant->database().read_and_wait([&](db::Connection& connection) {
        auto const recorded = record_list(services, *tenant, connection);
        BareLoop loop{connection, recorded};
        if (loop.page() != recorded.answer) {
            fmt::print(stderr, "the bare loop writes other bytes:\n{}\n{}\n", loop.page(),
                       recorded.answer);
            same = false;
            return;
        }
        auto const started = std::chrono::steady_clock::now();
        auto const cpu_before = cpu_seconds();
        std::chrono::duration<double> took{};
        int pages = 0;
        while (took.count() < seconds) {
            static_cast<void>(loop.page());
            ++pages;
            took = std::chrono::steady_clock::now() - started;
        }
        fmt::print("{{\"per_cpu_second\":{:.1f},\"bytes\":{},\"statements\":{}}}\n",
                   pages / (cpu_seconds() - cpu_before), recorded.answer.size(),
                   recorded.links.size() + 2);
    });
    return same ? 0 : 1;
}

}  // namespace sigill::bench
