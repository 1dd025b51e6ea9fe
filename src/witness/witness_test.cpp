#include "witness/witness.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "ledger/export_example.hpp"
#include "witness/durable_file.hpp"

namespace sigill::witness {

namespace {

namespace example = ledger::example;

class WitnessTest : public testing::Test {
protected:
    WitnessTest() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sigill-XXXXXX").string();
        directory_ = mkdtemp(pattern.data());
        restart();
    }
    ~WitnessTest() override { std::filesystem::remove_all(directory_); }

    void restart() {
        witness_ =
            std::make_unique<Witness>(directory_, example::signer(9, "witness.example/w1"),
                                      std::vector{example::key_of(example::signer())}, clock_);
    }

    static ledger::Checkpoint checkpoint_of(example::Log const& log, std::uint64_t size) {
        return {std::string{example::origin}, size, ledger::root_at(size, nodes_of(log))};
    }
    static ledger::NodeReader nodes_of(example::Log const& log) {
        return [&log](int level, std::uint64_t index) {
            ledger::Frontier part;
            for (auto i = index << level; i < (index + 1) << level; ++i) {
                part.append(log.entries[i].hash);
            }
            return part.root();
        };
    }
    static std::string body_of(example::Log const& log, std::uint64_t from, std::uint64_t to,
                               ledger::Signer const& by = example::signer()) {
        ledger::AddCheckpoint request;
        request.old_size = from;
        if (from > 0 && from < to) {
            request.proof = ledger::consistency_proof(from, to, nodes_of(log));
        }
        request.note = ledger::signed_note(checkpoint_of(log, to), by);
        return ledger::add_checkpoint_body(request);
    }

    std::string directory_;
    ManualClock clock_{parse_instant("2026-11-24T08:00:00Z").value()};
    std::unique_ptr<Witness> witness_;
    example::Log log_ = example::log_of(40);
};

}  // namespace

TEST_F(WitnessTest, signs_what_continues_and_says_when) {
    auto const first = witness_->add_checkpoint(body_of(log_, 0, 7));
    ASSERT_EQ(first.status, 200) << first.body;
    auto const note = ledger::signed_note(checkpoint_of(log_, 7), example::signer());
    auto const found = ledger::find_cosignature(note + first.body, witness_->verifier_key());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->time_s, static_cast<std::uint64_t>(clock_.now() / one_second));
    EXPECT_EQ(found->line, first.body);
    // The note with it is still the log's own.
    EXPECT_TRUE(std::holds_alternative<ledger::Checkpoint>(
        ledger::open_note(note + first.body, example::key_of(example::signer()))));
    EXPECT_EQ(witness_->add_checkpoint(body_of(log_, 7, 40)).status, 200);
    EXPECT_EQ(witness_->add_checkpoint(body_of(log_, 40, 40)).status, 200);
}

TEST_F(WitnessTest, remembers_across_a_restart) {
    ASSERT_EQ(witness_->add_checkpoint(body_of(log_, 0, 7)).status, 200);
    restart();
    auto const answer = witness_->add_checkpoint(body_of(log_, 0, 7));
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.body, "7\n");
    EXPECT_EQ(answer.content_type, "text/x.tlog.size");
}

TEST_F(WitnessTest, refuses_a_rewritten_log_with_the_right_key) {
    ASSERT_EQ(witness_->add_checkpoint(body_of(log_, 0, 7)).status, 200);
    auto rewritten = example::log_of(40);
    rewritten.entries[3].hash = ledger::leaf_hash("{\"v\":1,\"id\":\"x\"}");
    EXPECT_EQ(witness_->add_checkpoint(body_of(rewritten, 7, 40)).status, 422);
    EXPECT_EQ(witness_->add_checkpoint(body_of(rewritten, 7, 7)).status, 409);
    EXPECT_EQ(witness_->add_checkpoint(body_of(rewritten, 0, 40)).status, 409);
    EXPECT_EQ(witness_->add_checkpoint(body_of(log_, 7, 40)).status, 200) << "the true one goes on";
}

TEST_F(WitnessTest, answers_as_the_standard_says) {
    auto const unknown = example::signer(1, "sigill/unknown");
    ledger::AddCheckpoint foreign;
    foreign.note = ledger::signed_note({unknown.name, 1, ledger::leaf_hash("a")}, unknown);
    EXPECT_EQ(witness_->add_checkpoint(ledger::add_checkpoint_body(foreign)).status, 404);
    EXPECT_EQ(witness_->add_checkpoint(body_of(log_, 0, 7, example::signer(2))).status, 403);
    EXPECT_EQ(witness_->add_checkpoint(body_of(log_, 9, 7)).status, 400);
    auto proven = body_of(log_, 0, 7);
    proven.replace(6, 0,
                   ledger::add_checkpoint_body({0, {ledger::leaf_hash("a")}, ""}).substr(6, 45));
    EXPECT_EQ(witness_->add_checkpoint(proven).status, 422) << "a proof from nothing is empty";
    for (auto const* broken : {"", "old", "old 1", "old 01\n\n", "old 0\nx\n\n", "old -1\n\n"}) {
        EXPECT_EQ(witness_->add_checkpoint(broken).status, 400) << broken;
    }
}

TEST_F(WitnessTest, believes_no_state_that_somebody_changed) {
    ASSERT_EQ(witness_->add_checkpoint(body_of(log_, 0, 7)).status, 200);
    for (auto const& file : std::filesystem::directory_iterator(directory_)) {
        auto text = read_file(file.path()).value();
        text.replace(text.find("\n7\n"), 3, "\n1\n");
        write_durably(file.path(), text);
    }
    EXPECT_THROW(static_cast<void>(witness_->add_checkpoint(body_of(log_, 1, 40))), Failure);
}

TEST_F(WitnessTest, a_cosignature_holds_for_its_text_its_time_and_its_key_only) {
    auto const note = ledger::signed_note(checkpoint_of(log_, 7), example::signer());
    auto const parts = ledger::note_parts(note);
    auto const signer = example::signer(9, "witness.example/w1");
    auto const line = ledger::cosignature_line(signer, parts->signed_text, 1'795'000'000);
    auto const key = witness_->verifier_key();
    EXPECT_TRUE(ledger::find_cosignature(note + line, key));
    auto const other = ledger::signed_note(checkpoint_of(log_, 8), example::signer());
    EXPECT_FALSE(ledger::find_cosignature(other + line, key));
    EXPECT_FALSE(ledger::find_cosignature(note, key));
    auto const space = line.rfind(' ');
    auto bytes = from_base64(line.substr(space + 1, line.size() - space - 2)).value();
    ++bytes[11];
    EXPECT_FALSE(
        ledger::find_cosignature(note + line.substr(0, space + 1) + to_base64(bytes) + "\n", key));
    auto const stranger = example::signer(10, "witness.example/w1");
    EXPECT_FALSE(ledger::find_cosignature(
        note + line,
        ledger::verifier_key(stranger.name, stranger.key.public_key, ledger::KeyKind::witness)));
}

TEST_F(WitnessTest, keeps_its_key_in_a_file_of_its_own) {
    crypto::SystemRandom random;
    auto const path = directory_ + "/key";
    auto const made = make_key(path, "witness.example/w1", random);
    auto const read = read_key(path);
    EXPECT_EQ(read.name, made.name);
    EXPECT_EQ(read.key.public_key, made.key.public_key);
    EXPECT_EQ(std::filesystem::status(path).permissions() & std::filesystem::perms::all,
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_THROW(make_key(path, "x", random), Failure);
}

}  // namespace sigill::witness
