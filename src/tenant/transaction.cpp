#include "tenant/transaction.hpp"

#include "crypto/crypto.hpp"
#include "tenant/key_store.hpp"
#include "tenant/phrases.hpp"
#include "tenant/settings.hpp"
#include "tenant/tenant.hpp"
#include "tenant/zone.hpp"

namespace sigill::tenant {

Transaction::Transaction(Tenant& tenant, db::Connection& connection, Context context,
                         bool read_only)
    : tenant_(tenant),
      connection_(connection),
      context_(std::move(context)),
      read_only_(read_only),
      now_(tenant.moment(connection)) {}

void Transaction::require(std::string_view permission) const {
    if (!rights().may(permission)) {
        throw Failure::forbidden(std::string{permission});
    }
}

std::string Transaction::today() const {
    auto const zone = connection_.text("SELECT value FROM tenant_settings WHERE key = 'zone'", {});
    return day_in(zone && is_zone(*zone) ? *zone : "Europe/Stockholm", now_);
}

std::string Transaction::new_id() {
    return make_id(clock(), random());
}

Random& Transaction::random() {
    return *tenant_.environment().random;
}

Clock const& Transaction::clock() const {
    return *tenant_.environment().clock;
}

std::int64_t Transaction::run(db::Sql const& sql, db::Values const& values) {
    if (read_only_) {
        throw Failure::of(FailureKind::internal, phrases::read_only);
    }
    return connection_.run(sql, values);
}

std::string Transaction::record(std::string_view event, Subject subject, json::Value changes,
                                json::Value details) {
    if (read_only_) {
        throw Failure::of(FailureKind::internal, phrases::read_only);
    }
    auto id = new_id();
    append_entry(event, subject, std::move(changes), std::move(details), id);
    recorded_ = true;
    return id;
}

void Transaction::record_read(std::string_view event, Subject subject, json::Value details) {
    if (read_only_) {
        throw LoggedReadNeeded{};
    }
    if (!logged_reads_.emplace(event, subject.record_id).second) {
        return;
    }
    auto const before = connection_.counted_changes();
    append_entry(event, subject, nullptr, std::move(details), new_id());
    changes_by_reads_ += connection_.counted_changes() - before;
}

void Transaction::append_entry(std::string_view event, Subject const& subject, json::Value changes,
                               json::Value details, std::string const& id) {
    auto const& actor = principal();
    ledger::Entry entry;
    entry.id = id;
    entry.at = now_;
    entry.event = event;
    entry.actor_kind = access::name_of(actor.kind);
    entry.actor_id = actor.actor_id();
    entry.on_behalf_of = actor.on_behalf_of;
    entry.register_name = subject.register_name;
    entry.record_id = subject.record_id;
    entry.record_ref = subject.record_ref;
    entry.record_version = subject.version;
    entry.signature = signed_;
    entry.request_id = context_.request_id;
    entry.changes = std::move(changes);
    entry.details = std::move(details);
    ledger::append(connection_, entry);
    tenant_.not_before(now_);
}

json::Value Transaction::seal_for(std::string_view subject_id, std::string_view text) {
    auto& keys = tenant_.keys();
    auto const& tenant_id = tenant_.info().id;
    std::string const subject{subject_id};
    auto key_id =
        connection_.text("SELECT key_id FROM subject_keys WHERE subject_id = $1", {subject});
    auto key = key_id ? keys.subject_key(tenant_id, *key_id) : std::nullopt;
    if (!key) {
        auto fresh = keys.next_subject_key(tenant_id);
        // Where the subject was erased, what is said from now on has a key of its own.
        run("DELETE FROM subject_keys WHERE subject_id = $1", {subject});
        run("INSERT INTO subject_keys (subject_id, key_id) VALUES ($1, $2)", {subject, fresh.id});
        key_id = std::move(fresh.id);
        key = std::move(fresh.key);
    }
    auto const sealed = crypto::seal(key->bytes(), as_bytes(text), subject_id, random());
    return json::Object{{"sealed", to_base64(sealed)}, {"key", *key_id}};
}

std::optional<std::string> Transaction::unseal(json::Object const& sealed) {
    auto const text = json::string_at(sealed, "sealed");
    auto const key_id = json::string_at(sealed, "key");
    if (!text || !key_id) {
        return std::nullopt;
    }
    auto const bytes = from_base64(*text);
    auto const subject = connection_.text("SELECT subject_id FROM subject_keys WHERE key_id = $1",
                                          {std::string{*key_id}});
    auto const key = tenant_.keys().subject_key(tenant_.info().id, *key_id);
    if (!bytes || !subject || !key) {
        return std::nullopt;
    }
    auto const opened = crypto::open(key->bytes(), *bytes, *subject);
    return opened ? std::optional{std::string{opened->text()}} : std::nullopt;
}

}  // namespace sigill::tenant
