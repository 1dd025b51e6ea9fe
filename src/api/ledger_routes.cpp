#include <charconv>

#include "api/core_routes.hpp"
#include "base/assert.hpp"
#include "entity/json_text.hpp"
#include "entity/view.hpp"
#include "ledger/export.hpp"
#include "tenant/witnesses.hpp"

namespace sigill::api {

namespace {

using entity::JsonText;

constexpr Phrase not_in_log{"not_in_log", "must lie within the log", "ska ligga inom loggen"};
constexpr Phrase bad_parameter{"bad_parameter", "the value “{}” cannot be used",
                               "värdet ”{}” går inte att använda"};
constexpr Phrase unknown_parameter{"unknown_parameter", "there is no such parameter",
                                   "det finns ingen sådan parameter"};

std::uint64_t whole(std::string const& name, std::string const& text) {
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw Failure::invalid(name, bad_parameter, text.substr(0, 100));
    }
    return value;
}

std::uint64_t needed(Request const& request, std::string const& name) {
    return whole(name, request.query(name).value_or(""));
}

Instant moment(std::string const& name, std::string const& text) {
    auto const at = parse_instant(text);
    auto const day = at ? at : is_day(text) ? parse_instant(text + "T00:00:00Z") : std::nullopt;
    if (!day) {
        throw Failure::invalid(name, bad_parameter, text.substr(0, 100));
    }
    return *day;
}

ledger::Filter read_filter(Request const& request) {
    ledger::Filter filter;
    for (auto const& [key, value] : request.http->query) {
        if (key == "limit") {
            auto const limit = whole(key, value);
            if (limit < 1 || limit > 500) {
                throw Failure::invalid(key, bad_parameter, value.substr(0, 100));
            }
            filter.limit = static_cast<int>(limit);
        } else if (key == "after") {
            filter.before_index = whole(key, value);
        } else if (key == "event") {
            filter.event = value;
        } else if (key == "record") {
            filter.record_id = value;
        } else if (key == "actor") {
            filter.actor_id = value;
        } else if (key == "from") {
            filter.from = moment(key, value);
        } else if (key == "to") {
            filter.to = moment(key, value);
        } else {
            throw Failure::invalid(key.substr(0, 100), unknown_parameter);
        }
    }
    return filter;
}

void write_hashes(JsonText& out, std::vector<ledger::Digest> const& hashes) {
    out.key("hashes").open_array();
    for (auto const& hash : hashes) {
        out.string(to_hex(hash));
    }
    out.close_array();
}

Response inclusion(Request const& request, tenant::Transaction& tx) {
    auto const index = needed(request, "index");
    auto const size =
        request.query("size") ? needed(request, "size") : ledger::size(tx.connection());
    if (size > ledger::size(tx.connection()) || size == 0) {
        throw Failure::invalid("size", not_in_log);
    }
    if (index >= size) {
        throw Failure::invalid("index", not_in_log);
    }
    auto const nodes = ledger::nodes(tx.connection());
    JsonText out;
    out.open_object().key("index").number(static_cast<std::int64_t>(index));
    out.key("size").number(static_cast<std::int64_t>(size));
    out.key("leaf_hash").string(to_hex(nodes(0, index)));
    write_hashes(out, ledger::inclusion_proof(index, size, nodes));
    out.key("root").string(to_hex(ledger::root_at(size, nodes))).close_object();
    return ok(out.take());
}

Response consistency(Request const& request, tenant::Transaction& tx) {
    auto const from = needed(request, "from");
    auto const to = needed(request, "to");
    if (to > ledger::size(tx.connection())) {
        throw Failure::invalid("to", not_in_log);
    }
    if (from == 0 || from > to) {
        throw Failure::invalid("from", not_in_log);
    }
    auto const nodes = ledger::nodes(tx.connection());
    JsonText out;
    out.open_object().key("from").number(static_cast<std::int64_t>(from));
    out.key("to").number(static_cast<std::int64_t>(to));
    out.key("from_root").string(to_hex(ledger::root_at(from, nodes)));
    out.key("to_root").string(to_hex(ledger::root_at(to, nodes)));
    write_hashes(out, ledger::consistency_proof(from, to, nodes));
    out.close_object();
    return ok(out.take());
}

// How each witness fared, those of the configuration and those that once were.
Response witnesses(Request const&, tenant::Transaction& tx) {
    JsonText out;
    out.open_object().key("items").open_array();
    for (auto const& witness : tenant::witness_states(tx.connection())) {
        out.open_object().key("name").string(witness.name).key("state").string(witness.state);
        out.key("size").number(static_cast<std::int64_t>(witness.size));
        out.key("signed_at")
            .string_or_null(witness.signed_at == 0 ? std::string{}
                                                   : format_instant(witness.signed_at));
        out.key("asked_at").string(format_instant(witness.asked_at));
        out.key("answer").string_or_null(witness.answer).close_object();
    }
    out.close_array().close_object();
    return ok(out.take());
}

// The whole log as a file, read page by page while it is sent.
class ExportSource final : public http::BodySource {
public:
    ExportSource(std::shared_ptr<tenant::Tenant> tenant, tenant::Witnesses* witnesses)
        : tenant_(std::move(tenant)), witnesses_(witnesses) {}

    bool next(std::string& piece) override {
        if (!writer_) {
            // Here and not before: witnesses are asked, and that may take its time.
            writer_.emplace(ledger_exporter(tenant_, witnesses_));
        }
        std::string lines;
        auto const more = writer_->next(lines);
        piece += lines;
        return more;
    }

private:
    std::shared_ptr<tenant::Tenant> tenant_;
    tenant::Witnesses* witnesses_;
    std::optional<ledger::ExportWriter> writer_;
};

// Who takes the log out is itself in the log.
Response export_log(Request const& request, tenant::Tenant& tenant,
                    tenant::Context const& context) {
    // The file holds everybody's entries, and the proof needs them all.
    if (!context.principal.rights.scope("ledger.export").everywhere) {
        throw Failure::forbidden("ledger.export");
    }
    tenant.write_and_wait(context, [](tenant::Transaction& tx) {
        tx.record("ledger.exported", {}, nullptr, nullptr);
    });
    Response response;
    response.content_type = "application/x-ndjson";
    response.headers.emplace_back("content-disposition",
                                  "attachment; filename=\"sigill-ledger.ndjson\"");
    response.source = std::make_shared<ExportSource>(
        tenant.shared_from_this(),
        request.services == nullptr ? nullptr : request.services->witnesses);
    return response;
}

}  // namespace

ledger::ExportWriter ledger_exporter(std::shared_ptr<tenant::Tenant> tenant,
                                     tenant::Witnesses* witnesses) {
    auto note = witnesses == nullptr ? tenant->make_checkpoint() : witnesses->cosign(*tenant);
    auto const opened = ledger::open_note(note, tenant->verifier_key());
    auto const* checkpoint = std::get_if<ledger::Checkpoint>(&opened);
    SIGILL_ASSERT(checkpoint != nullptr);
    auto const read = [tenant](std::uint64_t index, int count) {
        std::vector<ledger::Stored> page;
        tenant::Context context;
        context.principal = access::Principal::system();
        tenant->read_and_wait(context, [&](tenant::Transaction& tx) {
            page = ledger::range(tx.connection(), index, count);
        });
        return page;
    };
    return {*checkpoint, tenant->verifier_key(), std::move(note), read};
}

void register_ledger_routes(Router& router) {
    auto const* engine = &router.engine();
    router.get(
        "/ledger/entries", {.permission = "ledger.read"},
        [engine](Request const& request, tenant::Transaction& tx) {
            auto filter = read_filter(request);
            auto const limit = filter.limit++;
            return ok(entity::entries_json(*engine, tx, ledger::entries(tx.connection(), filter),
                                           limit, !filter.record_id.empty()));
        });
    router.get("/ledger/proofs/inclusion", {.permission = "ledger.read"}, inclusion);
    router.get("/ledger/proofs/consistency", {.permission = "ledger.read"}, consistency);
    router.get("/ledger/key", {.permission = "ledger.read"},
               [](Request const&, tenant::Transaction& tx) {
                   JsonText out;
                   out.open_object().key("origin").string(tx.tenant().origin());
                   out.key("verifier_key").string(tx.tenant().verifier_key()).close_object();
                   return ok(out.take());
               });
    router.get("/ledger/witnesses", {.permission = "ledger.read"}, witnesses);
    router.slow("GET", "/ledger/checkpoint", {.permission = "ledger.read"},
                [](Request const&, tenant::Tenant& tenant, tenant::Context const&) {
                    // Signed now, so that it covers everything the caller has seen.
                    auto response = ok(tenant.make_checkpoint());
                    response.content_type = "text/plain; charset=utf-8";
                    return response;
                });
    router.slow("GET", "/ledger/export",
                {.permission = "ledger.export", .event = "ledger.exported"},
                [](Request const& request, tenant::Tenant& tenant, tenant::Context const& context) {
                    return export_log(request, tenant, context);
                });
}

}  // namespace sigill::api
