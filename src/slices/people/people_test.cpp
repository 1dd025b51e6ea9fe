#include "slices/people/people.hpp"

#include "slices/test_slices.hpp"

namespace sigill::people {

namespace {

class People : public slices::SliceTest {
protected:
    std::string refused(std::string address, std::string first, std::string last) {
        entity::Draft draft;
        draft.title("Maj Ek");
        draft.set(employment, "employee");
        draft.set(email, std::move(address));
        draft.set(starts_on, std::move(first));
        draft.set(ends_on, std::move(last));
        return refusal([&] { create({}, definition, draft); });
    }
};

TEST_F(People, an_address_and_an_order_of_days_are_asked_for) {
    struct Case {
        std::string address, first, last, refused;
    };
    for (auto const& [address, first, last, expected] : std::vector<Case>{
             {"maj.ek@alfa.example", "2026-01-01", "2026-12-31", ""},
             {"", "", "", ""},
             {"", "", "2026-12-31", ""},
             {"maj.ek", "", "", "email not_email"},
             {"@alfa.example", "", "", "email not_email"},
             {"maj@ek@alfa.example", "", "", "email not_email"},
             {"maj ek@alfa.example", "", "", "email not_email"},
             {"", "2026-12-31", "2026-01-01", "ends_on ends_before_start"},
         }) {
        EXPECT_EQ(refused(address, first, last), expected) << address << first << last;
    }
}

TEST_F(People, what_is_changed_is_held_against_what_stands) {
    entity::Draft draft;
    draft.title("Maj Ek");
    draft.set(employment, "consultant");
    draft.set(starts_on, "2026-06-01");
    auto const maj = create({}, definition, draft);
    entity::Draft change;
    change.set(ends_on, "2026-05-31");
    EXPECT_EQ(refusal([&] { update({}, maj, change); }), "ends_on ends_before_start");
}

}  // namespace

}  // namespace sigill::people
