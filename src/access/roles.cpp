#include "access/access.hpp"

namespace sigill::access {

namespace {

using Names = std::vector<std::string_view>;

// What a role may do to a record is decided again by the record's own rules: a safeguard, say, is
// decided only by the owner of its process.
Names ciso() {
    return {"*.read",
            "units.update",
            "processes.create",
            "processes.update",
            "assets.*",
            "classifications.create",
            "classifications.update",
            "classifications.archive",
            "classifications.restore",
            "safeguards.create",
            "safeguards.update",
            "safeguards.archive",
            "safeguards.restore",
            "safeguards.start",
            "safeguards.implement",
            "safeguards.verify",
            "frameworks.*",
            "requirements.*",
            "tasks.*",
            "ledger.read",
            "ledger.export"};
}

// What everyone sees who works with assets and what protects them.
Names with_working_reads(Names also) {
    also.insert(also.end(),
                {"units.read", "people.read", "processes.read", "assets.read", "frameworks.read",
                 "requirements.read", "tasks.read", "tasks.complete"});
    return also;
}

Names system_owner() {
    return with_working_reads({"assets.create", "assets.update", "classifications.read",
                               "classifications.create", "classifications.update",
                               "safeguards.read", "safeguards.create", "safeguards.update",
                               "safeguards.start", "safeguards.implement", "decisions.read"});
}

Names process_owner() {
    auto names = system_owner();
    names.insert(names.end(), {"processes.update", "classifications.decide", "safeguards.decide",
                               "safeguards.verify"});
    return names;
}

}  // namespace

std::vector<RoleTemplate> const& role_templates() {
    static std::vector<RoleTemplate> const templates{
        {"administrator", "Administrator", "Administratör", {"*"}},
        {"ciso", "Chief information security officer", "Informationssäkerhetschef", ciso()},
        {"dpo",
         "Data protection officer",
         "Dataskyddsombud",
         {"*.read", "processes.update", "tasks.complete", "ledger.read"}},
        {"process_owner", "Process owner", "Processägare", process_owner()},
        {"employee", "Employee", "Medarbetare", with_working_reads({})},
        {"auditor", "Auditor", "Revisor", {"*.read"}},
        {"system_owner", "System owner", "Systemägare", system_owner()},
    };
    return templates;
}

}  // namespace sigill::access
