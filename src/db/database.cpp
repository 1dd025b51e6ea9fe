#include "db/database.hpp"

#include <future>

#include "base/assert.hpp"

namespace sigill::db {

namespace {

template <typename Submit>
void submit_and_wait(Submit const& submit) {
    std::promise<void> promise;
    auto answer = promise.get_future();
    submit([&promise](std::exception_ptr problem) {
        if (problem) {
            promise.set_exception(std::move(problem));
        } else {
            promise.set_value();
        }
    });
    answer.get();
}

}  // namespace

void Database::write_and_wait(Work const& work) {
    SIGILL_ASSERT(!on_own_worker());
    submit_and_wait([&](Done done) { write(work, std::move(done)); });
}

void Database::read_and_wait(Work const& work) {
    SIGILL_ASSERT(!on_own_worker());
    submit_and_wait([&](Done done) { read(work, std::move(done)); });
}

}  // namespace sigill::db
