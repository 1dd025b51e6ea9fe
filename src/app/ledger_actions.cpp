#include <fmt/format.h>

#include <fstream>
#include <istream>

#include "api/core_routes.hpp"
#include "app/actions.hpp"
#include "entity/json_text.hpp"
#include "ledger/verify.hpp"
#include "slices/people/people.hpp"
#include "tenant/retention.hpp"
#include "tenant/settings.hpp"

namespace sigill::app {

namespace {

constexpr Phrase no_file{"no_file", "The file {} cannot be opened.",
                         "Filen {} går inte att öppna."};

// Removes the half-written file unless it was kept.
class NewFile {
public:
    explicit NewFile(std::string path)
        : path_(std::move(path)), file_(temporary(), std::ios::binary) {
        if (!file_) {
            throw Failure::of(FailureKind::unavailable, no_file, path_);
        }
    }
    ~NewFile() {
        if (!kept_) {
            std::remove(temporary().c_str());
        }
    }
    NewFile(NewFile const&) = delete;
    NewFile& operator=(NewFile const&) = delete;

    void write(std::string_view text) {
        file_.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    void keep() {
        file_.close();
        if (!file_ || std::rename(temporary().c_str(), path_.c_str()) != 0) {
            throw Failure::of(FailureKind::disk_full,
                              {"not_written", "The file {} could not be written whole.",
                               "Filen {} kunde inte skrivas färdigt."},
                              path_);
        }
        kept_ = true;
    }

private:
    [[nodiscard]] std::string temporary() const { return path_ + ".part"; }

    std::string path_;
    std::ofstream file_;
    bool kept_ = false;
};

// The writer's pieces as a stream, one at a time.
class PieceBuffer final : public std::streambuf {
public:
    explicit PieceBuffer(ledger::ExportWriter writer) : writer_(std::move(writer)) {}

protected:
    int_type underflow() override {
        do {
            if (ended_) {
                return traits_type::eof();
            }
            piece_.clear();
            ended_ = !writer_.next(piece_);
        } while (piece_.empty());
        setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
        return traits_type::to_int_type(piece_.front());
    }

private:
    ledger::ExportWriter writer_;
    std::string piece_;
    bool ended_ = false;
};

int report(Output const& output, ledger::VerifyReport const& found, bool json) {
    if (json) {
        entity::JsonText text;
        text.open_object().key("good").boolean(found.good);
        text.key("entries").number(static_cast<std::int64_t>(found.entries));
        text.key("first_bad_index");
        if (found.first_bad_index) {
            text.number(static_cast<std::int64_t>(*found.first_bad_index));
        } else {
            text.null();
        }
        text.key("origin").string(found.origin).key("root").string(found.root_hex);
        text.key("dropped").number(static_cast<std::int64_t>(found.dropped));
        text.key("witnessed").open_array();
        for (auto const& [name, time_s] : found.witnessed) {
            text.open_object().key("name").string(name).key("at");
            text.string(format_instant(static_cast<Instant>(time_s) * one_second)).close_object();
        }
        text.close_array().key("problems").open_array();
        for (auto const& problem : found.problems) {
            text.open_object().key("place").string(problem.field);
            text.key("code").string(problem.phrase.code).key("message");
            text.string(filled(problem.phrase, Language::english, problem.value)).close_object();
        }
        text.close_array().close_object();
        output.line(text.take());
    } else {
        for (auto const& problem : found.problems) {
            output.error((problem.field.empty() ? "" : problem.field + ": ") +
                         filled(problem.phrase, Language::english, problem.value));
        }
        for (auto const& [name, time_s] : found.witnessed) {
            output.line(fmt::format("witnessed by {} at {}", name,
                                    format_instant(static_cast<Instant>(time_s) * one_second)));
        }
        if (found.dropped > 0) {
            output.line(fmt::format("the contents of {} entries were dropped", found.dropped));
        }
        output.line(fmt::format("{}: {} entries, root {}", found.good ? "good" : "BAD",
                                found.entries, found.root_hex));
    }
    return found.good ? exit_done : exit_found_bad;
}

}  // namespace

int export_ledger(Services& services, Output const& output, std::string const& slug,
                  std::string const& path) {
    auto const tenant = open_tenant(services, slug);
    tenant->write_and_wait(system_context(), [](tenant::Transaction& tx) {
        tx.record("ledger.exported", {}, nullptr, nullptr);
    });
    auto writer = api::ledger_exporter(tenant, services.witnesses());
    NewFile file{path};
    std::uint64_t bytes = 0;
    std::string piece;
    while (writer.next(piece)) {
        file.write(piece);
        bytes += piece.size();
        piece.clear();
    }
    file.write(piece);
    file.keep();
    output.line(fmt::format("{}  {} bytes; verifier key {}", path, bytes + piece.size(),
                            tenant->verifier_key()));
    return exit_done;
}

int verify_file(Output const& output, std::string const& path, std::string const& key,
                std::vector<std::string> const& witnesses, bool json) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw Failure::of(FailureKind::missing, no_file, path);
    }
    auto const found =
        ledger::verify_export(file, key.empty() ? std::nullopt : std::optional{key}, {}, witnesses);
    return report(output, found, json);
}

int verify_tenant(Services& services, Output const& output, std::string const& slug, bool json) {
    auto const tenant = open_tenant(services, slug);
    // Through the same bytes that an outsider would get, so that both check the same thing.
    PieceBuffer pieces{api::ledger_exporter(tenant, services.witnesses())};
    std::istream text{&pieces};
    return report(output, ledger::verify_export(text, tenant->verifier_key()), json);
}

int set_retention(Services& services, Output const& output, std::string const& slug, int months) {
    open_tenant(services, slug)->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        tenant::set_setting(tx, tenant::ledger_months, std::to_string(months));
    });
    output.line(months == 0 ? "The contents of entries are kept for ever."
                            : fmt::format("The contents of entries are kept for {} months; their "
                                          "hashes stay.",
                                          months));
    return exit_done;
}

int forget_person(Services& services, Output const& output, std::string const& slug,
                  std::string const& person) {
    auto const tenant = open_tenant(services, slug);
    std::optional<entity::Record> found;
    tenant->read_and_wait(system_context(), [&](tenant::Transaction& tx) {
        found = services.engine().find(tx, people::definition, person);
    });
    if (!found) {
        throw Failure::of(FailureKind::missing,
                          {"no_person", "There is no person {}.", "Det finns ingen person {}."},
                          person);
    }
    if (!tenant::erase_subject(*tenant, system_context(), found->id)) {
        output.line("The log holds nothing sealed for " + found->ref + ".");
        return exit_done;
    }
    output.line("What the log had sealed for " + found->ref +
                " cannot be read any more. The register's own record is as it was.");
    return exit_done;
}

int checkpoint(Services& services, Output const& output, std::string const& slug) {
    auto const tenant = open_tenant(services, slug);
    auto* witnesses = services.witnesses();
    output.out(witnesses == nullptr ? tenant->make_checkpoint() : witnesses->cosign(*tenant));
    return exit_done;
}

}  // namespace sigill::app
