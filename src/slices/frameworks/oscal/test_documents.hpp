#pragma once
// For the tests of this folder only.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace sigill::frameworks::oscal {

inline constexpr std::string_view absent_data_notice =
    "NOT TESTED: the real OSCAL files are absent. Put them at ../shared/data beside the "
    "repository, or name the folder in SIGILL_SHARED_DATA.";

// The text of a real file, or nothing, said loudly, where the shared data is absent.
inline std::optional<std::string> real_document(std::string_view path) {
    auto const* const named = std::getenv("SIGILL_SHARED_DATA");
    std::filesystem::path const folder =
        named != nullptr ? std::filesystem::path{named}
                         : std::filesystem::path{SIGILL_SOURCE_DIR} / ".." / "shared" / "data";
    std::ifstream file{folder / path, std::ios::binary};
    if (!file) {
        std::cerr << "\n*** " << absent_data_notice << " Missing: " << path << " ***\n\n";
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

inline std::string described(Problem const& problem) {
    return problem.field + ": " + filled(problem.phrase, Language::english, problem.value);
}

// A small catalogue with one of everything that is read.
inline constexpr std::string_view small_document = R"({
  "catalog": {
    "uuid": "0b1e7a52-6c1d-4d59-9a53-6f0a2b7a1c11",
    "metadata": {
      "title": "House rules", "last-modified": "2026-01-02T03:04:05Z", "version": "1",
      "oscal-version": "1.1.3",
      "parties": [{"uuid": "p-1", "type": "organization", "name": "The House"}],
      "responsible-parties": [{"role-id": "publisher", "party-uuids": ["p-1"]}]
    },
    "params": [{"id": "all", "label": "everybody"}],
    "groups": [{
      "id": "g", "title": "Doors",
      "props": [{"name": "label", "value": "G"}],
      "parts": [{"id": "g_ovw", "name": "overview", "title": "About", "prose": "Of doors."}],
      "controls": [
        {
          "id": "g-1", "title": "Lock",
          "params": [
            {"id": "who", "label": "the last one out"},
            {"id": "how", "select": {"how-many": "one-or-more",
              "choice": ["with a key", "as told by {{ insert: param, who }}"]}},
            {"id": "when", "label": "hour", "values": ["ten", "eleven"]}
          ],
          "props": [{"name": "label", "value": "G-1"}],
          "links": [{"href": "#g-2", "rel": "related"}],
          "parts": [
            {"id": "g-1_smt", "name": "statement", "prose": "{{ insert: param, all }} locks:",
             "parts": [
              {"id": "g-1_smt.a", "name": "item", "props": [{"name": "label", "value": "a."}],
               "prose": "the door {{ insert: param, how }} ; and"},
              {"id": "g-1_smt.b", "name": "item", "props": [{"name": "label", "value": "b."}],
               "prose": "the gate at {{ insert: param, when }}."}
            ]},
            {"id": "g-1_gdn", "name": "guidance", "prose": "See [G-2](#g-2). Use **both** locks."}
          ],
          "controls": [{"id": "g-1.1", "title": "Twice",
            "parts": [{"name": "statement", "prose": "Lock twice."}]}]
        },
        {"id": "g-2", "title": "Bar",
         "props": [{"name": "label", "value": "G-2"}, {"name": "status", "value": "withdrawn"}],
         "links": [{"href": "#g-1_smt.a", "rel": "incorporated-into"},
                   {"href": "#g-1.1", "rel": "moved-to"}]}
      ]
    }]
  }
})";

}  // namespace sigill::frameworks::oscal
