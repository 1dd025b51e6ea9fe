#!/usr/bin/env python3
"""Document lint: what a document points at is there, and what docs/requirements.md claims is proven."""

import argparse
import pathlib
import re
import sys

from source import ROOT, Finding, files, read, report

LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
PLACE = re.compile(r"`((?:src|tests|tools|docs|web|native|bench|cmake)/[\w./*{},+-]*)`")
PROOF = re.compile(r"`(\w+)\.(\w+)`")
GTEST = re.compile(r"^TEST(?:_F|_P)?\(\s*(\w+)\s*,\s*(\w+)\s*\)", re.MULTILINE)
# Made by a build, or stands for any name.
MADE = ("web/dist", "build/", "tools/node/node_modules")


def expand(place: str) -> list[str]:
    match = re.search(r"\{([^{}]*)\}", place)
    if match is None:
        return [place]
    return [place[: match.start()] + part + place[match.end() :] for part in match.group(1).split(",")]


def exists(root: pathlib.Path, place: str) -> bool:
    if place.startswith(MADE):
        return True
    if "*" in place:
        return any(root.glob(place))
    return (root / place).exists()


def tests_of(root: pathlib.Path) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for path in files(root, "src/*_test.cpp", "tests/*.cpp"):
        found.update(GTEST.findall(read(root / path)))
    return found


def problems(root: pathlib.Path, path: pathlib.Path, line: str, tests: set[tuple[str, str]]) -> list[str]:
    result = []
    for target in LINK.findall(line):
        if "://" not in target and not (root / path.parent / target).exists():
            result.append(f"the link leads nowhere: {target}")
    for place in PLACE.findall(line):
        for one in expand(place):
            if not exists(root, one):
                result.append(f"there is no {one}")
    if path.as_posix() == "docs/requirements.md":
        for suite, name in PROOF.findall(line):
            if (suite, name) not in tests:
                result.append(f"there is no test {suite}.{name}")
        state = [cell.strip() for cell in line.split("|")]
        if line.startswith("| R-") and state[3] in ("yes", "partly") and not state[4]:
            result.append(f"{state[1]} is {state[3]}, but where?")
        if line.startswith("| R-") and state[3] == "yes" and not state[5]:
            result.append(f"{state[1]} is said to be kept, and nothing proves it")
    return result


def lint(root: pathlib.Path) -> tuple[list[Finding], int]:
    tests = tests_of(root)
    findings = []
    documents = files(root, "*.md")
    for path in documents:
        fenced = False
        for number, line in enumerate(read(root / path).splitlines(), 1):
            fenced ^= line.startswith("```")
            if not fenced:
                findings += [
                    Finding(path.as_posix(), number, problem)
                    for problem in problems(root, path, line, tests)
                ]
    return findings, len(documents)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    findings, looked_at = lint(parser.parse_args().root)
    return report("document lint", findings, looked_at)


if __name__ == "__main__":
    sys.exit(main())
