#include "battery/register_under_test.hpp"

namespace sigill::battery {

json::Object RegisterUnderTest::body(int variant) const {
    auto samples = world_.samples(test_support::Place::near, label_);
    samples.variant = variant;
    return test_support::sample_body(definition_, samples);
}

json::Object RegisterUnderTest::fresh_body() {
    auto samples =
        world_.samples(test_support::Place::near, label_ + "x" + std::to_string(++bodies_));
    return test_support::sample_body(definition_, samples);
}

Answer RegisterUnderTest::keep(Answer answer) {
    auto const record = answer.object();
    if (answer.status == 200 || answer.status == 201) {
        id_ = json::string_at(record, "id").value_or("");
        ref_ = json::string_at(record, "ref").value_or("");
        version_ = record.at("version").to_number<std::int64_t>();
    }
    return answer;
}

Answer RegisterUnderTest::create(json::Object const& body) {
    return keep(client_.post(path(), body));
}

Answer RegisterUnderTest::patch(json::Object const& body) {
    return keep(client_.patch(record_path(), body, version_));
}

Answer RegisterUnderTest::archive() {
    return keep(client_.ask({.method = "DELETE", .path = record_path(), .if_match = version_}));
}

Answer RegisterUnderTest::restore() {
    return keep(client_.ask({.method = "POST", .path = record_path() + "/restore"}));
}

std::size_t RegisterUnderTest::entries() const {
    auto const history = client_.get(record_path() + "/history").object();
    auto const* items = history.if_contains("items");
    return items == nullptr ? 0 : items->as_array().size();
}

json::Value RegisterUnderTest::written(json::Value const& shown) {
    if (shown.is_object() && shown.get_object().contains("id")) {
        return shown.get_object().at("id");
    }
    if (shown.is_array()) {
        json::Array ids;
        for (auto const& item : shown.get_array()) {
            ids.push_back(written(item));
        }
        return ids;
    }
    return shown;
}

}  // namespace sigill::battery
