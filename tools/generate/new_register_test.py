#!/usr/bin/env python3
"""The generator makes what the slices look like, in the place where they are listed."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]


class NewRegister(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.slices = self.root / "src/slices"
        self.slices.mkdir(parents=True)
        for name in ("CMakeLists.txt", "slices.cpp"):
            shutil.copy(ROOT / "src/slices" / name, self.slices / name)

    def run_it(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(HERE / "new_register.py"), "--root", str(self.root), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )

    def test_a_plain_register_costs_fewer_than_10_files_and_200_lines(self) -> None:
        done = self.run_it("safety_duty", "--sv", "Skyddsplikt", "--sv-plural", "Skyddsplikter")
        self.assertEqual(done.returncode, 0, done.stderr)
        made = sorted(path.name for path in (self.slices / "safety_duties").iterdir())
        self.assertEqual(
            made,
            ["CMakeLists.txt", "safety_duties.cpp", "safety_duties.hpp", "safety_duties_test.cpp"],
        )
        lines = sum(
            len(path.read_text().splitlines()) for path in (self.slices / "safety_duties").iterdir()
        )
        # The two migrations of a plain register are 26 and 31 lines; four lines go into lists.
        self.assertLess(lines + 26 + 31 + 4, 200)
        self.assertLess(len(made) + 2 + 2, 10)

    def test_the_slice_is_in_every_list_once(self) -> None:
        self.run_it("supplier")
        cmake = (self.slices / "CMakeLists.txt").read_text()
        source = (self.slices / "slices.cpp").read_text()
        self.assertRegex(cmake, r"foreach\(SLICE [^)]* suppliers\)")
        self.assertEqual(cmake.count("slice_suppliers"), 1)
        self.assertEqual(source.count('#include "slices/suppliers/suppliers.hpp"'), 1)
        self.assertEqual(source.count("suppliers::register_slice(catalogue, engine);"), 1)
        self.assertEqual(source.count("router.crud(suppliers::definition);"), 1)

    def test_a_register_without_its_swedish_is_seen_by_the_style_lint(self) -> None:
        self.run_it("supplier")
        for file in ROOT.glob("tools/lint/*.py"):
            (self.root / "tools/lint").mkdir(parents=True, exist_ok=True)
            shutil.copy(file, self.root / "tools/lint" / file.name)
        lint = [sys.executable, str(ROOT / "tools/lint/style.py"), "--root", str(self.root)]
        found = subprocess.run(lint, capture_output=True, text=True, check=False)
        self.assertEqual(found.returncode, 1)
        self.assertIn("src/slices/suppliers/suppliers.hpp:23: both languages", found.stdout)

    def test_an_existing_slice_is_left_alone(self) -> None:
        self.run_it("supplier")
        before = (self.slices / "slices.cpp").read_text()
        self.assertNotEqual(self.run_it("supplier").returncode, 0)
        self.assertEqual((self.slices / "slices.cpp").read_text(), before)

    def test_a_name_that_is_none_is_wrong_usage(self) -> None:
        self.assertEqual(self.run_it("Supplier").returncode, 2)


if __name__ == "__main__":
    unittest.main()
