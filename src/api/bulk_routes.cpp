#include "api/bulk_routes.hpp"

#include "api/problem.hpp"
#include "entity/json_text.hpp"
#include "entity/phrases.hpp"

namespace sigill::api {

namespace {

using entity::Definition;
using entity::JsonText;
using entity::Record;

namespace phrases = entity::phrases;

constexpr Phrase no_items{"items", "must be a list of 1 to {} records, each {id, version}",
                          "ska vara en lista med 1 till {} poster, var och en {id, version}"};
constexpr Phrase no_changes{"required", "must be an object with the new values",
                            "ska vara ett objekt med de nya värdena"};

struct Item {
    std::string id;
    std::int64_t version = 0;
};

struct Wanted {
    std::vector<Item> items;
    json::Object changes;
};

// Which members the body has beside the items.
enum class Also { nothing, changes, fields };

std::string_view name_of(Also also) {
    return also == Also::changes ? "changes" : also == Also::fields ? "fields" : "";
}

struct BodyReader {
    std::vector<Problem> problems;

    void refuse(std::string field, Phrase phrase, std::string value = {}) {
        problems.push_back({std::move(field), phrase, std::move(value)});
    }

    void read_item(json::Value const& value, bool with_version, Wanted& wanted) {
        auto const place = "items[" + std::to_string(wanted.items.size()) + "]";
        Item item;
        auto const* object = value.if_object();
        auto const id = object == nullptr ? std::nullopt : json::string_at(*object, "id");
        auto const* version = object == nullptr ? nullptr : object->if_contains("version");
        if (!id || id->empty() || id->size() > 60) {
            refuse(place + ".id", phrases::not_reference);
        } else {
            item.id = *id;
        }
        if (version != nullptr && version->is_int64()) {
            item.version = version->get_int64();
        } else if (with_version) {
            refuse(place + ".version", phrases::not_whole_number);
        }
        // Restoring asks for no version; one that is given would be passed over unseen.
        if (version != nullptr && !with_version) {
            refuse(place + ".version", phrases::unknown_field);
        }
        for (auto const& member : object == nullptr ? json::Object{} : *object) {
            if (member.key() != "id" && member.key() != "version") {
                refuse(place + "." + std::string{member.key()}.substr(0, 100),
                       phrases::unknown_field);
            }
        }
        wanted.items.push_back(std::move(item));
    }

    Wanted read(json::Object const& body, bool with_version, Also also) {
        Wanted wanted;
        for (auto const& member : body) {
            if (member.key() != "items" &&
                (also == Also::nothing || std::string_view{member.key()} != name_of(also))) {
                refuse(std::string{member.key()}.substr(0, 100), phrases::unknown_field);
            }
        }
        auto const* items = body.if_contains("items");
        auto const* list = items == nullptr ? nullptr : items->if_array();
        if (list == nullptr || list->empty() || list->size() > most_bulk_items) {
            refuse("items", no_items, std::to_string(most_bulk_items));
        } else {
            for (auto const& value : *list) {
                read_item(value, with_version, wanted);
            }
        }
        auto const* changes = also == Also::nothing ? nullptr : body.if_contains(name_of(also));
        if (changes != nullptr && changes->is_object()) {
            wanted.changes = changes->get_object();
        } else if (changes != nullptr || also == Also::changes) {
            refuse(std::string{name_of(also)}, no_changes);
        }
        if (!problems.empty()) {
            throw Failure{FailureKind::invalid, std::move(problems)};
        }
        return wanted;
    }
};

using One = std::function<Record(Item const&)>;

// A refusal undoes that item alone. Faults of the storage are not refusals: they undo all.
bool is_refusal(Failure const& failure) {
    auto const status = status_of(failure.kind());
    return status < 500 && failure.kind() != FailureKind::too_many;
}

Response do_each(tenant::Transaction& tx, Request const& request, std::vector<Item> const& items,
                 One const& one) {
    JsonText out;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t refused = 0;
    out.open_object().key("items").open_array();
    for (auto const& item : items) {
        out.open_object().key("id").string(item.id).key("status");
        try {
            std::optional<Record> record;
            tx.connection().savepoint([&] { record = one(item); });
            auto const same = record->version == item.version;
            ++(same ? unchanged : changed);
            out.string(same ? "unchanged" : "changed").key("version").number(record->version);
        } catch (Failure const& failure) {
            if (!is_refusal(failure)) {
                throw;
            }
            ++refused;
            out.string("refused").key("problem");
            out.raw(problem(failure, tx.language(), request.http->request_id).body);
        }
        out.close_object();
    }
    out.close_array().key("changed").number(changed).key("unchanged").number(unchanged);
    out.key("refused").number(refused).close_object();
    return ok(out.take());
}

struct Bulk {
    Router& router;
    Definition const& definition;

    void add(std::string_view what, std::string_view act, Handler handler) const {
        router.add({"POST",
                    "/" + std::string{definition.path} + "/bulk/" + std::string{what},
                    {.permission = Permission::of(definition, act), .body = true},
                    Mode::write,
                    std::move(handler),
                    {},
                    &definition,
                    std::string{act}});
    }
};

}  // namespace

void bulk_routes(Router& router, Definition const& definition) {
    auto const* engine = &router.engine();
    auto const* def = &definition;
    Bulk const bulk{router, definition};
    if (!definition.read_only) {
        bulk.add("update", "update", [=](Request const& request, auto& tx) {
            auto const wanted = BodyReader{}.read(request.body, true, Also::changes);
            auto const draft = entity::read_draft(*def, wanted.changes);
            return do_each(tx, request, wanted.items, [&](Item const& item) {
                return engine->update(tx, *def, item.id, item.version, draft);
            });
        });
        bulk.add("archive", "archive", [=](Request const& request, auto& tx) {
            auto const wanted = BodyReader{}.read(request.body, true, Also::nothing);
            return do_each(tx, request, wanted.items, [&](Item const& item) {
                return engine->archive(tx, *def, item.id, item.version);
            });
        });
        bulk.add("restore", "restore", [=](Request const& request, auto& tx) {
            auto const wanted = BodyReader{}.read(request.body, false, Also::nothing);
            return do_each(tx, request, wanted.items,
                           [&](Item const& item) { return engine->restore(tx, *def, item.id); });
        });
    }
    for (auto const& step : definition.transitions) {
        if (step.signature) {
            continue;
        }
        auto const* held = &step;
        bulk.add("transitions/" + std::string{step.name}, step.permission_act,
                 [=](Request const& request, auto& tx) {
                     auto const wanted = BodyReader{}.read(request.body, true, Also::fields);
                     auto const draft = entity::read_draft(*def, wanted.changes, held);
                     return do_each(tx, request, wanted.items, [&](Item const& item) {
                         return engine->transition(tx, *def, item.id, item.version, held->name,
                                                   draft);
                     });
                 });
    }
}

}  // namespace sigill::api
