#!/usr/bin/env python3
"""The lints see what they are for: each test plants one violation in a small tree."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import documents
import includes
import style
from source import ROOT

HERE = pathlib.Path(__file__).parent


class Planted(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.plant("tools/lint/layers.toml", (ROOT / "tools/lint/layers.toml").read_text())
        self.plant("src/base/id.hpp", "#pragma once\n")

    def plant(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class IncludeLint(Planted):
    def found(self, path: str, text: str) -> list[str]:
        self.plant(path, text)
        return [str(finding) for finding in includes.lint(self.root)[0]]

    def test_a_clean_tree_has_no_findings(self) -> None:
        self.assertEqual(self.found("src/db/file.cpp", '#include "base/id.hpp"\n#include <vector>\n'), [])

    def test_looking_upward_is_refused_and_the_place_named(self) -> None:
        found = self.found("src/db/file.cpp", '#include <vector>\n\n#include "tenant/tenant.hpp"\n')
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("src/db/file.cpp:3: db/ (level 1) must not know tenant/"))
        self.assertIn("hand it in from above", found[0])

    def test_looking_sideways_needs_a_declared_edge(self) -> None:
        self.assertIn("on one level", self.found("src/db/a.cpp", '#include "crypto/crypto.hpp"\n')[0])

    def test_a_declared_edge_goes_one_way_only(self) -> None:
        self.assertEqual(self.found("src/identity/a.cpp", '#include "entity/engine.hpp"\n'), [])
        self.assertEqual(len(self.found("src/entity/a.cpp", '#include "identity/identity.hpp"\n')), 1)

    def test_a_test_may_look_sideways_but_not_upward(self) -> None:
        self.assertEqual(self.found("src/crypto/a_test.cpp", '#include "json/json.hpp"\n'), [])
        self.assertEqual(len(self.found("src/crypto/b_test.cpp", '#include "tenant/tenant.hpp"\n')), 1)

    def test_a_folder_without_a_level_is_refused(self) -> None:
        self.assertIn("has no level", self.found("src/magic/a.cpp", '#include "base/id.hpp"\n')[0])

    def test_an_include_relative_to_the_file_is_refused(self) -> None:
        self.assertIn("from src/", self.found("src/db/a.cpp", '#include "value.hpp"\n')[0])

    def test_a_vendor_header_stays_in_its_folder(self) -> None:
        for header, replaced in [
            ("<openssl/evp.h>", "crypto/"),
            ("<sqlite3.h>", "db/sqlite/"),
            ("<boost/json.hpp>", "json/"),
            ("<boost/asio/ip/tcp.hpp>", "net/ and http/"),
            ("<unicode/coll.h>", "text/"),
            ('"sqlite3.h"', "db/sqlite/"),
        ]:
            found = self.found("src/entity/a.cpp", f"#include {header}\n")
            self.assertEqual(len(found), 1, header)
            self.assertIn(f"belongs to {replaced} only", found[0])
        self.assertEqual(self.found("src/entity/a.cpp", "#include <archive>\n")[0].count("archive/"), 1)

    def test_a_vendor_that_we_do_without_is_refused_everywhere(self) -> None:
        found = self.found("src/http/a.cpp", "#include <boost/beast/http.hpp>\n")
        self.assertIn("is not used", found[0])

    def test_a_vendor_header_is_free_in_its_folder_and_in_tests(self) -> None:
        self.assertEqual(self.found("src/http/tls_test.cpp", "#include <openssl/ssl.h>\n"), [])
        self.assertEqual(self.found("src/db/sqlite/a.cpp", "#include <sqlite3.h>\n"), [])

    def test_a_slice_reaches_another_only_where_declared_and_by_its_published_header(self) -> None:
        include = '#include "slices/people/people.hpp"\n'
        self.assertIn("does not declare people", self.found("src/slices/assets/a.cpp", include)[0])
        self.plant("src/slices/assets/CMakeLists.txt", "sigill_library(slice_assets DEPENDS slice_people)\n")
        self.assertEqual(self.found("src/slices/assets/a.cpp", include), [])
        found = self.found("src/slices/assets/b.cpp", '#include "slices/people/hidden.hpp"\n')
        self.assertIn("one published header, slices/people/people.hpp", found[0])


class StyleLint(Planted):
    def found(self, path: str, text: str) -> list[str]:
        self.plant(path, text)
        return [str(finding) for finding in style.lint(self.root)[0]]

    def function(self, lines: int) -> str:
        body = "    act();\n" * (lines - 2)
        return f"namespace sigill {{\n\nvoid long_one(int count) {{\n{body}}}\n\n}}\n"

    def test_a_clean_tree_has_no_findings(self) -> None:
        self.assertEqual(self.found("src/base/a.cpp", self.function(70)), [])

    def test_a_function_of_71_lines_is_refused_by_name(self) -> None:
        found = self.found("src/base/a.cpp", self.function(71))
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("src/base/a.cpp:3: long_one has 71 lines"))

    def test_braces_in_strings_and_comments_do_not_count(self) -> None:
        text = 'void a() {\n    b("{", \'{\', R"({{)");  // {\n}\n'
        found = [name for name, _, _ in style.cpp_functions(text + self.function(5))]
        self.assertEqual(found, ["a", "long_one"])

    def test_methods_and_lambdas_are_seen_where_they_stand(self) -> None:
        text = (
            "class A {\npublic:\n    A() : b_{1}, c_(2) {\n    }\n    int d() const noexcept {\n"
            "        return each([] { return 1; });\n    }\n};\n"
        )
        self.assertEqual([(first, last) for _, first, last in style.cpp_functions(text)], [(2, 4), (5, 7)])

    def test_a_table_of_data_is_no_function(self) -> None:
        rows = '    {"a", "b"},\n' * 100
        self.assertEqual(self.found("src/base/a.cpp", f"auto const x = to_array<Y>({{\n{rows}}});\n"), [])

    def test_a_long_component_of_the_page_is_refused(self) -> None:
        body = "  act();\n" * 70
        found = self.found("web/src/Page.tsx", f"export function Page() {{\n{body}}}\n")
        self.assertIn("Page has 72 lines", found[0])

    def test_a_file_of_801_lines_is_refused(self) -> None:
        self.assertEqual(self.found("src/base/a.cpp", "int a;\n" * 800), [])
        self.assertIn("801 lines", self.found("src/base/a.cpp", "int a;\n" * 801)[0])

    def test_each_rule_of_one_line_sees_its_violation(self) -> None:
        planted = [
            ("src/base/b.hpp", "int a;\n", "#pragma once"),
            ("src/base/a.cpp", "using namespace std;\n", "name what you use"),
            ("src/base/a_test.cpp", "    GTEST_SKIP();\n", "says why"),
            ("src/base/a.cpp", "// ---------------- helpers\n", "banner"),
            ("src/base/c.hpp", "#pragma once\nint get_size() const;\n", "no get_"),
            ("web/src/a.ts", "const a: any = 1;\n", "no `any`"),
            ("web/src/a.ts", "// @ts-ignore\n", "mend the type"),
            ("web/src/a.tsx", "<b dangerouslySetInnerHTML={x} />\n", "as a tree"),
            ("docs/a.md", "see /home/karin/notes\n", "absolute path"),
            ("tools/a.sh", "cp a /tmp/fixed\n", "fixed name"),
            ("web/package-lock.json", '"resolved": "https://registry.example.org/a"\n', "package server"),
        ]
        for path, text, message in planted:
            found = self.found(path, text)
            self.assertEqual(len(found), 1, f"{path}: {found}")
            self.assertIn(message, found[0])
            (self.root / path).unlink()

    def test_a_skip_with_its_reason_and_addresses_below_the_api_are_fine(self) -> None:
        self.assertEqual(self.found("src/base/a_test.cpp", '    GTEST_SKIP() << "no data";\n'), [])
        printed = '    std::cerr << "no data";\n    GTEST_SKIP();\n'
        self.assertEqual(self.found("src/base/b_test.cpp", printed), [])
        self.assertEqual(self.found("src/base/c.cpp", "using namespace std::chrono_literals;\n"), [])
        self.assertEqual(self.found("docs/a.md", "`GET /workshops`, `/var/tmp/x`, `$DIR/home/x`\n"), [])


class DocumentLint(Planted):
    def found(self, path: str, text: str) -> list[str]:
        self.plant(path, text)
        return [str(finding) for finding in documents.lint(self.root)[0]]

    def test_what_is_there_may_be_pointed_at(self) -> None:
        self.plant("docs/b.md", "text\n")
        text = "[b](b.md#part), [web](https://example.org), `src/base/id.hpp`, `src/base/*.{hpp,hpp}`\n"
        self.assertEqual(self.found("docs/a.md", text), [])

    def test_a_dead_link_and_a_missing_file_are_named(self) -> None:
        self.assertIn("leads nowhere: c.md", self.found("docs/a.md", "[c](c.md)\n")[0])
        self.assertIn("docs/a.md:2: there is no src/base/x.hpp", self.found("docs/a.md", "\n`src/base/x.hpp`\n")[0])
        self.assertIn("there is no src/x/*.cpp", self.found("docs/a.md", "`src/x/*.cpp`\n")[0])

    def test_a_promise_is_proven_by_a_test_that_exists(self) -> None:
        self.plant("src/base/a_test.cpp", "TEST(Id, is_sorted_by_time) {\n}\n")
        row = "| R-1.1 | name | yes | `src/base` | {} |\n"
        page = "docs/requirements.md"
        self.assertEqual(self.found(page, row.format("`Id.is_sorted_by_time`")), [])
        self.assertIn("no test Id.is_fast", self.found(page, row.format("`Id.is_fast`"))[0])
        self.assertIn("nothing proves it", self.found(page, row.format(""))[0])
        self.assertIn("but where", self.found(page, "| R-1.1 | name | partly | | |\n")[0])


class Programs(Planted):
    def test_the_programs_end_red_on_a_finding_and_on_an_empty_tree(self) -> None:
        for program in ("includes.py", "style.py"):
            run = [sys.executable, str(HERE / program), "--root", str(self.root)]
            self.assertEqual(subprocess.run(run, capture_output=True).returncode, 0, program)
            self.plant("src/base/a.cpp", '#include "app/main.hpp"\nusing namespace std;\n')
            self.assertEqual(subprocess.run(run, capture_output=True).returncode, 1, program)
            (self.root / "src/base/a.cpp").unlink()
        (self.root / "src/base/id.hpp").unlink()
        run = [sys.executable, str(HERE / "includes.py"), "--root", str(self.root)]
        self.assertEqual(subprocess.run(run, capture_output=True).returncode, 1)


if __name__ == "__main__":
    unittest.main()
