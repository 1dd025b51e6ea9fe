#include "slices/units/units.hpp"

#include "slices/test_slices.hpp"

namespace sigill::units {

namespace {

class Units : public slices::SliceTest {
protected:
    entity::Record unit(std::string name, std::string const& above = {}) {
        entity::Draft draft;
        draft.title(std::move(name));
        draft.set(parent, above);
        return create({}, definition, draft);
    }
};

TEST_F(Units, a_unit_cannot_be_below_itself) {
    auto const whole = unit("Kommunen");
    auto const part = unit("Socialförvaltningen", whole.id);
    entity::Draft draft;
    draft.set(parent, part.id);
    EXPECT_EQ(refusal([&] { update({}, whole, draft); }), "parent cycle");
    EXPECT_EQ(refusal([&] { update({}, part, draft); }), "parent cycle");
    EXPECT_EQ(again(whole)[parent], "");
}

}  // namespace

}  // namespace sigill::units
