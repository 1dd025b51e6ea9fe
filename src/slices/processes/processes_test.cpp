#include "slices/processes/processes.hpp"

#include "slices/test_slices.hpp"

namespace sigill::processes {

namespace {

using testing::ElementsAre;

class Processes : public slices::SliceTest {
protected:
    entity::Record process(std::string name, std::string const& above = {}) {
        entity::Draft draft;
        draft.title(std::move(name));
        draft.set(parent, above);
        return create({}, definition, draft);
    }
};

TEST_F(Processes, a_process_is_created_with_one_entry) {
    auto const made = process("Socialtjänst");
    EXPECT_EQ(made.ref, "PROC-1");
    EXPECT_EQ(made.state, "active");
    EXPECT_THAT(entries(), ElementsAre("processes.created"));
}

TEST_F(Processes, a_process_cannot_be_part_of_itself) {
    auto const top = process("Omsorg");
    auto const middle = process("Hemtjänst", top.id);
    auto const bottom = process("Larm", middle.id);
    auto const before = log_size();
    for (auto const* below : {&top, &middle, &bottom}) {
        entity::Draft draft;
        draft.set(parent, below->id);
        EXPECT_EQ(refusal([&] { update({}, top, draft); }), "parent cycle");
    }
    EXPECT_EQ(log_size(), before);

    entity::Draft draft;
    draft.set(parent, top.id);
    EXPECT_EQ(refusal([&] { update({}, bottom, draft); }), "");
    EXPECT_THAT(entries(), ElementsAre("processes.updated"));
}

}  // namespace

}  // namespace sigill::processes
