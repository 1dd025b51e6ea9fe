#pragma once
// OSCAL JSON catalogues (https://pages.nist.gov/OSCAL, model 1.x) as plain data for reading.
//
// What is counted, and what it gives for NIST SP 800-53 revision 5.0.1 (catalogue of 2021-06-08):
//   groups        20    groups at every depth
//   controls     322    controls that stand directly in a group or in the catalogue
//   enhancements 867    controls inside another control; 322 + 867 = 1,189
//   withdrawn    182    of the controls and enhancements, those with the property status=withdrawn
//   parts      3,122    parts of controls and enhancements at every depth
//   group_parts    1    parts of groups (the introduction to Program Management), counted apart
//   parameters 1,258    parameters of controls, groups and the catalogue itself

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/failure.hpp"

namespace sigill::frameworks::oscal {

enum class Kind { group, control, enhancement };

[[nodiscard]] std::string_view name_of(Kind kind);

// A piece of a control's text. `prose` has its parameters inserted and its markup removed.
struct Part {
    std::string id;     // empty where the catalogue gives none
    std::string name;   // "statement", "item", "guidance" …
    std::string label;  // "a.", "(1)"; empty where there is none
    std::string title;
    std::string prose;
    std::vector<Part> parts;
};

// A blank that the organisation fills in. `value_text` is how it reads inside a sentence:
// "[Assignment: organization-defined frequency]", "[Selection (one or more): a; b]", or its value.
struct Parameter {
    std::string id;
    std::string label;
    std::string value_text;
};

// Where the content of a withdrawn control went.
struct Successor {
    std::string id;      // of a control or of a part
    std::string number;  // "AC-2", or "AC-2k" for a part; the id when it is not in this catalogue
    bool moved = false;  // moved there as a whole; otherwise incorporated into it
};

struct Control {
    std::string id;
    std::string number;  // the label ("AC-2(1)"), else the id; of a family "ac" it is "AC"
    std::string title;
    Kind kind = Kind::control;
    bool withdrawn = false;
    std::vector<Successor> withdrawn_into;
    std::vector<Part> parts;
    std::vector<Parameter> parameters;
    std::vector<Control> children;
    // The parts of that name as one text, one line or paragraph per part. A withdrawn control
    // without a statement says where it went; a group's statement is its overview.
    std::string statement;
    std::string guidance;
};

struct Counts {
    std::size_t groups = 0;
    std::size_t controls = 0;
    std::size_t enhancements = 0;
    std::size_t withdrawn = 0;
    std::size_t parts = 0;
    std::size_t group_parts = 0;
    std::size_t parameters = 0;
};

struct Catalog {
    std::string uuid;
    std::string title;
    std::string version;
    std::string last_modified;  // RFC 3339, as written in the document
    std::string oscal_version;
    std::string publisher;  // the party with the role publisher or creator; may be empty
    std::vector<Parameter> parameters;
    std::vector<Control> groups;  // the top level; holds controls where a catalogue has no groups
    Counts counts;
};

// The problem's field is a JSON pointer (RFC 6901) to the place, or "byte N" where the text is no
// JSON at all.
using Result = std::variant<Catalog, Problem>;

// At most 32 MiB of JSON and 12 levels of groups, controls and parts. Unknown keys are passed over,
// since every edition of OSCAL adds some. Never throws but for want of memory.
[[nodiscard]] Result parse(std::string_view text);

}  // namespace sigill::frameworks::oscal
