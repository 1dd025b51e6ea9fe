#!/usr/bin/env python3
"""clang-tidy on the files named, with compile commands that clang understands.

The tree is built by GCC with a precompiled header that clang cannot read, so each command is
rewritten to include src/pch.hpp as text and to drop the options that only GCC knows.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from source import ROOT

GCC_ONLY = re.compile(r"^(-fpch-preprocess|-Winvalid-pch|-fsanitize=.*|-fno-sanitize.*|-fconcepts.*)$")


def for_clang(command: str) -> str:
    words = shlex.split(command)
    start = next(i for i, word in enumerate(words) if re.search(r"(\+\+|g?cc|clang)(-\d+)?$", word))
    kept = ["clang++"]
    rest = iter(words[start + 1 :])
    for word in rest:
        if word == "-include":
            header = next(rest)
            kept += ["-include", str(ROOT / "src/pch.hpp")] if "cmake_pch" in header else [word, header]
        elif not GCC_ONLY.match(word):
            kept.append(word)
    return shlex.join(kept)


def commands(build: pathlib.Path, wanted: set[pathlib.Path]) -> list[dict[str, str]]:
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    chosen: dict[pathlib.Path, dict[str, str]] = {}
    for entry in entries:
        file = pathlib.Path(entry["file"]).resolve()
        if file in wanted:
            chosen.setdefault(file, entry | {"command": for_clang(entry["command"])})
    return list(chosen.values())


def tidy(program: str, folder: str, file: str) -> tuple[int, str]:
    done = subprocess.run(
        [program, "--quiet", f"--config-file={ROOT / '.clang-tidy'}", "-p", folder, file],
        capture_output=True,
        text=True,
        check=False,
    )
    shown = "\n".join(
        line for line in done.stdout.splitlines() if "warnings generated" not in line
    )
    return done.returncode, shown if done.returncode == 0 else shown + done.stderr


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/dev")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    program = shutil.which("clang-tidy-14") or shutil.which("clang-tidy")
    if program is None:
        print("clang-tidy 14 is missing; `./dev install check` installs it", file=sys.stderr)
        return 1
    wanted = {file.resolve() for file in arguments.files}
    found = commands(arguments.build, wanted)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "compile_commands.json").write_text(json.dumps(found), encoding="utf-8")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda entry: tidy(program, folder, entry["file"]), found))
    bad = 0
    for status, shown in results:
        if status != 0:
            bad += 1
            print(shown)
    print(f"clang-tidy: {len(found)} files, {bad} with findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
