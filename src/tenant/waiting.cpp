#include "tenant/waiting.hpp"

#include <future>

namespace sigill::tenant {

namespace {

template <class Submit>
void wait_for(Submit const& submit) {
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

void wait_for_write(db::Database& database, db::Work const& work) {
    wait_for([&](db::Done done) { database.write(work, std::move(done)); });
}

void wait_for_read(db::Database& database, db::Work const& work) {
    wait_for([&](db::Done done) { database.read(work, std::move(done)); });
}

}  // namespace sigill::tenant
