#include "access/access.hpp"

namespace sigill::access {

std::vector<RoleTemplate> const& role_templates() {
    // What a role may do to a record is decided again by the record's own rules: a safeguard, say,
    // is decided only by the owner of its process.
    static std::vector<RoleTemplate> const templates{
        {"administrator", "Administrator", "Administratör", {"*"}},
        {"ciso",
         "Chief information security officer",
         "Informationssäkerhetschef",
         {"*.read", "units.update", "processes.create", "processes.update", "assets.*",
          "classifications.create", "classifications.update", "classifications.archive",
          "classifications.restore", "safeguards.create", "safeguards.update",
          "safeguards.archive", "safeguards.restore", "safeguards.start", "safeguards.implement",
          "safeguards.verify", "frameworks.*", "requirements.*", "tasks.*", "ledger.read",
          "ledger.export"}},
        {"dpo",
         "Data protection officer",
         "Dataskyddsombud",
         {"*.read", "processes.update", "tasks.complete", "ledger.read"}},
        {"process_owner",
         "Process owner",
         "Processägare",
         {"units.read", "people.read", "processes.read", "processes.update", "assets.read",
          "assets.create", "assets.update", "classifications.read", "classifications.create",
          "classifications.update", "classifications.decide", "safeguards.read",
          "safeguards.create", "safeguards.update", "safeguards.decide", "safeguards.start",
          "safeguards.implement", "safeguards.verify", "frameworks.read", "requirements.read",
          "tasks.read", "tasks.complete", "decisions.read"}},
        {"employee",
         "Employee",
         "Medarbetare",
         {"units.read", "people.read", "processes.read", "assets.read", "frameworks.read",
          "requirements.read", "tasks.read", "tasks.complete"}},
        {"auditor", "Auditor", "Revisor", {"*.read"}},
        {"system_owner",
         "System owner",
         "Systemägare",
         {"units.read", "people.read", "processes.read", "assets.read", "assets.create",
          "assets.update", "classifications.read", "classifications.create",
          "classifications.update", "safeguards.read", "safeguards.create", "safeguards.update",
          "safeguards.start", "safeguards.implement", "frameworks.read", "requirements.read",
          "tasks.read", "tasks.complete", "decisions.read"}},
    };
    return templates;
}

}  // namespace sigill::access
