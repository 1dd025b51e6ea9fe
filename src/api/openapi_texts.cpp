// The routes that belong to no register, in words: their paths say too little.

#include "api/openapi.hpp"

namespace sigill::api {

namespace {

constexpr std::string_view none{};

std::vector<RouteText> const& texts() {
    static std::vector<RouteText> const all{
        {"POST", "/session", "Log in with e-mail address and password"},
        {"GET", "/session", "Who is logged in, and what that person may do"},
        {"DELETE", "/session", "Log out", none},
        {"POST", "/session/signature", "Prove anew who one is, to sign one act"},
        {"GET", "/registers", "All registers that the caller may see, described"},
        {"GET", "/openapi.json", "This document"},
        {"GET", "/my", "What the person owes, owns and waits for"},
        {"GET",
         "/frameworks/{id}/tree",
         "One level of a framework's tree",
         "application/json",
         {"parent"}},
        {"GET", "/requirements/{id}/parts", "The text of a requirement in its parts"},
        {"POST", "/frameworks/import", "Import an OSCAL catalogue; again without doubling"},
        {"GET",
         "/ledger/entries",
         "Entries of the log, the newest first",
         "application/json",
         {"limit", "after", "event", "record", "actor", "from", "to"}},
        {"GET", "/ledger/key", "Name and public key of the log"},
        {"GET", "/ledger/checkpoint", "The log as it stands, as a C2SP signed note", "text/plain"},
        {"GET", "/ledger/witnesses", "The witnesses of the log, and how each fared"},
        {"GET",
         "/ledger/proofs/inclusion",
         "That an entry is in the log",
         "application/json",
         {"index", "id", "size"}},
        {"GET",
         "/ledger/proofs/consistency",
         "That a later log continues an earlier one",
         "application/json",
         {"from", "to"}},
        {"GET", "/ledger/export", "The whole log with its checkpoint, to be verified offline",
         "application/x-ndjson"},
        // Of every register's records: the path after the register's name.
        {"GET", "/{id}/files", "The attachments of one record"},
        {"POST",
         "/{id}/files",
         "Attach a file",
         "application/json",
         {"name"},
         "application/octet-stream"},
        {"GET", "/{id}/files/{file}", "Download an attachment", "application/octet-stream"},
        {"DELETE", "/{id}/files/{file}", "Remove an attachment", none},
        {"POST", "/bulk/update", "Change many alike: {items: [{id, version}], changes}"},
        {"POST", "/bulk/archive", "Archive many: {items: [{id, version}]}"},
        {"POST", "/bulk/restore", "Restore many: {items: [{id}]}"},
        {"POST", "/bulk/transitions", "Take a step with many: {items: [{id, version}], fields}"},
        {"GET",
         "/{id}/comments",
         "What is said about one record, the oldest first",
         "application/json",
         {"limit", "after"}},
        {"POST", "/{id}/comments", "Comment on a record: {text}"},
        {"PATCH", "/{id}/comments/{comment}", "Change one's own comment: {text}"},
        {"DELETE", "/{id}/comments/{comment}", "Take back one's own comment", none},
        {"GET", "/{id}/links", "What the record is linked to, seen from it"},
        {"POST", "/{id}/links", "Link to another record: {relation, register, record}"},
        {"DELETE", "/{id}/links/{link}", "Remove a link", none},
    };
    return all;
}

}  // namespace

RouteText const* text_of(Route const& route) {
    std::string_view path = route.path;
    if (route.definition != nullptr) {
        path.remove_prefix(1 + route.definition->path.size());
    }
    constexpr std::string_view steps = "/bulk/transitions";
    if (path.starts_with(steps)) {
        path = steps;
    }
    for (auto const& text : texts()) {
        if (text.method == route.method && text.path == path) {
            return &text;
        }
    }
    return nullptr;
}

}  // namespace sigill::api
