#include "app/example/load.hpp"

#include "app/example/catalogs.hpp"
#include "base/assert.hpp"
#include "identity/identity.hpp"
#include "slices/assets/assets.hpp"
#include "slices/classifications/classifications.hpp"
#include "slices/frameworks/frameworks.hpp"
#include "slices/people/people.hpp"
#include "slices/processes/processes.hpp"
#include "slices/safeguards/safeguards.hpp"
#include "slices/units/units.hpp"
#include "work/work.hpp"

namespace sigill::app::example {

namespace {

using entity::Draft;
using entity::Record;

// As the record is called in the middle of a sentence: "Brandväggarna" as "brandväggarna". No title
// in the example begins with a name or with a letter outside the Swedish alphabet.
std::string in_sentence(std::string title) {
    auto const first = static_cast<unsigned char>(title[0]);
    if (first >= 'A' && first <= 'Z') {
        title[0] = static_cast<char>(first + 0x20);
    } else if (first == 0xC3) {  // Å, Ä and Ö in UTF-8
        title[1] = static_cast<char>(title[1] + 0x20);
    }
    return title;
}

class Loader {
public:
    Loader(entity::Engine const& engine, tenant::Transaction& tx, Content const& content)
        : engine_(engine), tx_(tx), content_(content) {}

    void load() {
        load_units();
        load_people();
        load_measures();
        load_processes();
        load_assets();
        load_classifications();
        load_safeguards();
        load_tasks();
        become({});
    }

private:
    // The program writes, in the name of the person who would have: the log says "system" and
    // whose place it took, and no signature that nobody gave.
    void become(std::string_view person) {
        auto principal = access::Principal::system(std::string{person});
        principal.person_id = person;
        tx_.become(std::move(principal));
    }

    std::string const& id(std::string_view kind, std::string_view key) const {
        auto const place = ids_.find(std::string{kind} + "/" + std::string{key});
        SIGILL_ASSERT(place != ids_.end());
        return place->second;
    }

    std::string optional_id(std::string_view kind, std::string_view key) const {
        return key.empty() ? std::string{} : id(kind, key);
    }

    template <class List>
    std::vector<std::string> ids(std::string_view kind, List const& keys) const {
        std::vector<std::string> result;
        for (auto const key : keys) {
            result.push_back(id(kind, key));
        }
        return result;
    }

    void remember(std::string_view kind, std::string_view key, std::string const& record) {
        ids_[std::string{kind} + "/" + std::string{key}] = record;
    }

    std::string day(int from_today) const { return add_days(tx_.today(), from_today); }

    // That day, or the Monday after it: nobody plans a workshop for a Sunday.
    std::string working_day(int from_today) const {
        auto const date = day(from_today);
        auto const midnight = parse_instant(date + "T00:00:00Z");
        SIGILL_ASSERT(midnight.has_value());
        auto const weekday = (*midnight / one_day + 3) % 7;  // 1970-01-01 was a Thursday; 0: Monday
        return weekday < 5 ? date : add_days(date, static_cast<int>(7 - weekday));
    }

    // The task that the register itself has opened, worded and dated as its owner would have it.
    void plan(std::string_view kind, Record const& about, std::string title, int due_in_days) {
        Draft draft;
        draft.title(std::move(title));
        draft.set(work::tasks::due, working_day(due_in_days));
        for (auto const& task : engine_.referring(tx_, work::tasks::definition, work::tasks::record,
                                                  work::reference_to(about))) {
            if (task[work::tasks::kind] == kind && task.state == "open") {
                engine_.set(tx_, work::tasks::definition, task.id, draft);
            }
        }
    }

    Record create(std::string_view kind, std::string_view key, entity::Definition const& definition,
                  Draft draft) {
        auto record = engine_.create(tx_, definition, std::move(draft));
        remember(kind, key, record.id);
        return record;
    }

    void load_units() {
        for (auto const& row : content_.units) {
            Draft draft;
            draft.title(std::string{row.title});
            if (!row.parent.empty()) {
                draft.set(units::parent, id("unit", row.parent));
            }
            create("unit", row.key, units::definition, std::move(draft));
        }
    }

    void load_people() {
        for (auto const& row : content_.people) {
            Draft draft;
            draft.title(std::string{row.name});
            draft.set("unit", id("unit", row.unit));
            draft.set(people::email, std::string{row.email});
            draft.set(people::employment, std::string{row.employment});
            draft.set(people::position, std::string{row.position});
            draft.set(people::starts_on, std::string{row.start});
            auto const person = create("person", row.key, people::definition, std::move(draft));
            for (auto const role : row.roles) {
                identity::grant_role(tx_, person.id, role, role == "employee" ? "own" : "");
            }
        }
        for (auto const& row : content_.units) {
            if (!row.head.empty()) {
                Draft draft;
                draft.set(units::head, id("person", row.head));
                engine_.set(tx_, units::definition, id("unit", row.key), draft);
            }
        }
    }

    // The first with that role.
    std::string ciso() const {
        for (auto const& person : content_.people) {
            for (auto const role : person.roles) {
                if (role == "ciso") {
                    return id("person", person.key);
                }
            }
        }
        return {};
    }

    // The catalogue that comes with the program. The one who answers for it is the CISO.
    void load_measures() {
        become(ciso());
        auto const parsed = frameworks::oscal::parse(nis2_catalog());
        auto const* catalog = std::get_if<frameworks::oscal::Catalog>(&parsed);
        SIGILL_ASSERT(catalog != nullptr);
        nis2_ = frameworks::import_catalog(engine_, tx_, *catalog).framework_id;
    }

    void load_processes() {
        become({});
        for (auto const& row : content_.processes) {
            Draft draft;
            draft.title(std::string{row.title});
            draft.set("unit", id("unit", row.unit));
            draft.set("owner", id("person", row.owner));
            draft.set(processes::purpose, std::string{row.purpose});
            draft.set(processes::personal_data, row.personal_data);
            create("process", row.key, processes::definition, std::move(draft));
            process_rows_[std::string{row.key}] = &row;
        }
    }

    void load_assets() {
        auto workshop_in_days = 14;
        for (auto const& row : content_.assets) {
            auto const& process = *process_rows_.at(std::string{row.process});
            become(id("person", process.owner));
            Draft draft;
            draft.title(std::string{row.title});
            draft.set("unit", id("unit", process.unit));
            draft.set(assets::kind, std::string{row.kind});
            draft.set(assets::process, id("process", row.process));
            draft.set(assets::system_owner, optional_id("person", row.system_owner));
            draft.set(assets::personal_data, std::string{row.personal_data});
            draft.set(assets::internet_facing, row.internet_facing);
            draft.set(assets::description, std::string{row.description});
            auto const asset = create("asset", row.key, assets::definition, std::move(draft));
            // One workshop every other day, for four months from now.
            plan(work::classify, asset, "Klassa " + in_sentence(asset.title), workshop_in_days);
            workshop_in_days += 2;
        }
        for (auto const& row : content_.assets) {
            if (row.depends_on.size() > 0) {
                Draft draft;
                draft.set(assets::depends_on, ids("asset", row.depends_on));
                engine_.set(tx_, assets::definition, id("asset", row.key), draft);
            }
        }
    }

    void load_classifications() {
        for (auto const& row : content_.classifications) {
            auto const asset = engine_.find(tx_, assets::definition, id("asset", row.asset));
            become(id("person", row.process_owner));
            Draft draft;
            draft.title("Klassning av " + in_sentence(asset->title));
            draft.set("unit", asset->unit);
            draft.set(classifications::asset, asset->id);
            draft.set(classifications::ciso, optional_id("person", row.ciso));
            draft.set(classifications::process_owner, id("person", row.process_owner));
            draft.set(classifications::specialists, ids("person", row.specialists));
            draft.set(classifications::confidentiality, row.confidentiality.value);
            draft.set(classifications::confidentiality_reason,
                      std::string{row.confidentiality.reason});
            draft.set(classifications::integrity, row.integrity.value);
            draft.set(classifications::integrity_reason, std::string{row.integrity.reason});
            draft.set(classifications::availability, row.availability.value);
            draft.set(classifications::availability_reason, std::string{row.availability.reason});
            draft.set(classifications::rto_hours, row.rto_hours);
            draft.set(classifications::rpo_hours, row.rpo_hours);
            draft.set(classifications::next_review, day(row.next_review_in_days));
            auto const record =
                create("classification", row.asset, classifications::definition, std::move(draft));
            if (row.decided) {
                engine_.transition(tx_, classifications::definition, record.id, record.version,
                                   "decide", {});
            }
        }
    }

    // A number alone names nothing: several frameworks have an "A.7" or an "AC-2".
    void add_requirements(std::vector<std::string>& result, std::string_view framework_id,
                          Keys const& numbers) {
        for (auto const number : numbers) {
            auto const found = tx_.connection().text(
                "SELECT id FROM requirements WHERE framework = $1 AND number = $2",
                {std::string{framework_id}, std::string{number}});
            if (found) {
                result.push_back(*found);
            }
        }
    }

    // NIST SP 800-53 is there only when its catalogue has been imported before.
    std::vector<std::string> requirements(Safeguard const& row) {
        std::vector<std::string> result;
        add_requirements(result, nis2_, row.measures);
        auto const nist = tx_.connection().text(
            "SELECT id FROM frameworks WHERE title LIKE $1 ORDER BY id LIMIT 1",
            {"NIST Special Publication 800-53 Revision 5%"});
        add_requirements(result, nist.value_or(""), row.requirements);
        return result;
    }

    // The steps that lead from a new proposal to the state that the row names.
    void bring_to(Safeguard const& row, Record record) {
        if (row.state == "proposed") {
            return;
        }
        Draft decided;
        decided.set(safeguards::decision, std::string{row.decision});
        decided.set(safeguards::decision_reason, std::string{row.reason});
        if (!row.responsible.empty()) {
            decided.set(safeguards::responsible, id("person", row.responsible));
        }
        if (row.decision == "implement") {
            // A decision cannot be due in the past; what is overdue by now became so afterwards.
            decided.set(safeguards::due, day(std::max(row.due_in_days, 0)));
        }
        auto const step = [&](std::string_view name, Draft const& draft) {
            record = engine_.transition(tx_, safeguards::definition, record.id, record.version,
                                        name, draft);
        };
        step("decide", decided);
        if (row.due_in_days < 0) {
            Draft overdue;
            overdue.set(safeguards::due, day(row.due_in_days));
            record = engine_.set(tx_, safeguards::definition, record.id, overdue);
        }
        if (row.state == "decided" || row.decision != "implement") {
            return;
        }
        become(id("person", row.responsible));
        step("start", {});
        if (row.state != "in_progress") {
            step("complete", {});
        }
        if (row.state == "verified") {
            become(ciso());  // not the one who did the work
            step("verify", {});
        }
    }

    void load_safeguards() {
        for (auto const& row : content_.safeguards) {
            auto const& process = *process_rows_.at(std::string{row.process});
            become(id("person", process.owner));
            Draft draft;
            draft.title(std::string{row.title});
            draft.set("unit", id("unit", process.unit));
            draft.set(safeguards::kind, std::string{row.kind});
            draft.set(safeguards::nature, std::string{row.nature});
            draft.set(safeguards::process, id("process", row.process));
            draft.set(safeguards::assets, ids("asset", row.assets));
            draft.set(safeguards::requirements, requirements(row));
            draft.set(safeguards::description, std::string{row.description});
            auto const made =
                create("safeguard", row.key, safeguards::definition, std::move(draft));
            plan(work::decision, made, "Besluta om " + in_sentence(made.title), 14);
            bring_to(row, made);
        }
    }

    void load_tasks() {
        become({});
        for (auto const& row : content_.tasks) {
            auto const kind = row.register_path == "assets"       ? "asset"
                              : row.register_path == "safeguards" ? "safeguard"
                                                                  : "process";
            auto const* entry = engine_.catalogue().find(row.register_path);
            auto const about = engine_.find(tx_, *entry->definition, id(kind, row.record));
            work::open_task(engine_, tx_,
                            {row.kind, *about, id("person", row.assignee), {row.title, row.title},
                             row.due_in_days});
            plan(row.kind, *about, std::string{row.title}, row.due_in_days);
            if (row.done) {
                work::complete_tasks(engine_, tx_, row.kind, *about);
            }
        }
    }

    entity::Engine const& engine_;
    tenant::Transaction& tx_;
    Content const& content_;
    std::map<std::string, std::string> ids_;
    std::map<std::string, Process const*> process_rows_;
    std::string nis2_;  // the framework
};

}  // namespace

void load(entity::Engine const& engine, tenant::Transaction& tx, Content const& content) {
    Loader{engine, tx, content}.load();
}

}  // namespace sigill::app::example
