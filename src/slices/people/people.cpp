#include "slices/people/people.hpp"

#include "slices/support/values.hpp"

namespace sigill::people {

namespace {

constexpr Phrase not_email{"not_email", "is not an e-mail address", "är ingen e-postadress"};
constexpr Phrase ends_before_start{"ends_before_start", "lies before the first day",
                                   "ligger före första dagen"};

bool looks_like_email(std::string_view text) {
    auto const at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t,;<>\"") == std::string_view::npos;
}

void check(std::string const& address, std::string const& first, std::string const& last) {
    if (!address.empty() && !looks_like_email(address)) {
        throw Failure::invalid("email", not_email);
    }
    if (!first.empty() && !last.empty() && last < first) {
        throw Failure::invalid("ends_on", ends_before_start);
    }
}

}  // namespace

void register_slice(entity::Catalogue& catalogue, entity::Engine const&) {
    entity::Behaviour behaviour;
    behaviour.before_create = [](tenant::Transaction&, entity::Draft& draft) {
        check(support::given(draft, email), support::given(draft, starts_on),
              support::given(draft, ends_on));
    };
    behaviour.before_update = [](tenant::Transaction&, entity::Record const& before,
                                 entity::Draft const& draft) {
        check(support::after(before, draft, email), support::after(before, draft, starts_on),
              support::after(before, draft, ends_on));
    };
    catalogue.add(definition, std::move(behaviour));
}

}  // namespace sigill::people
