#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "json/json.hpp"
#include "slices/frameworks/oscal/catalog.hpp"
#include "slices/frameworks/oscal/reader.hpp"

namespace sigill::frameworks::oscal {

// All parameters of one catalogue, collected before any text is read: a text may insert a
// parameter that is declared further down.
class Parameters {
public:
    explicit Parameters(Reader& reader) : reader_(reader) {}

    // The parameters at `params` of a catalogue, group or control.
    void collect(json::Object const& holder, Place const& place);

    // The reading form of every collected parameter.
    void resolve();

    // The same holder's parameters in their reading form.
    [[nodiscard]] std::vector<Parameter> of(json::Object const& holder, Place const& place);

    // The text with its insertions made, without markup.
    [[nodiscard]] std::string reading_text(std::string_view markup, Place const& place);

    [[nodiscard]] std::size_t count() const { return declared_.size(); }

private:
    enum class State { waiting, being_resolved, resolved };

    struct Declaration {
        std::string pointer;
        std::string label;
        std::vector<std::string> values;
        std::vector<std::string> choices;
        bool selects = false;
        bool several = false;
        State state = State::waiting;
        std::string value_text;
    };

    void read_selection(json::Object const& parameter, Place const& place,
                        Declaration& declaration);
    void resolve(std::string const& id, Declaration& declaration, std::size_t depth);
    [[nodiscard]] std::string reading_form(std::string const& id, Declaration const& declaration,
                                           std::size_t depth);
    [[nodiscard]] std::string joined(std::vector<std::string> const& texts,
                                     std::string_view separator, Place const& place,
                                     std::size_t depth);
    [[nodiscard]] std::string inserted(std::string_view markup, Place const& place,
                                       std::size_t depth);
    [[nodiscard]] std::string_view value_of(std::string_view insertion, Place const& place,
                                            std::size_t depth);

    Reader& reader_;
    std::unordered_map<std::string, Declaration> declared_;
    std::vector<std::string> order_;
    std::size_t characters_made_ = 0;
};

}  // namespace sigill::frameworks::oscal
