#!/usr/bin/env python3
"""Style lint: what STYLE.md says and neither the compiler nor the formatter checks."""

import argparse
import fnmatch
import pathlib
import re
import sys

from source import ROOT, Finding, files, read, report

FILE_LINES = 800
FUNCTION_LINES = 70

CPP = ("src/*.hpp", "src/*.cpp", "tests/*.hpp", "tests/*.cpp", "bench/*.hpp", "bench/*.cpp")
TYPESCRIPT = ("web/src/*.ts", "web/src/*.tsx", "tests/*.ts", "tests/*.tsx", "tests/*.mjs")
SCRIPTS = ("tools/*.py", "tools/*.sh", "dev", ".ci/run", "*.cmake", "*CMakeLists.txt")
TEXT = ("*.md", "*.json", "*.toml", "*.sql", "*.html", "*.css", "*.yml", "*.yaml", "*.txt")

# (pattern, files, message). Patterns look at one line.
LINES = [
    (re.compile(r"\busing\s+namespace\b(?!\s+std::\w*literals;)"), CPP, "name what you use: `namespace x = a::b;` or a `using a::b;`"),
    (
        re.compile(r"^\s*(//|/\*)\s*[-=*#/]{5,}"),
        CPP + TYPESCRIPT,
        "no banner comments; a file that needs them is two files",
    ),
    (
        re.compile(r"^\s*(?:\[\[nodiscard\]\]\s*)?(?:\w[\w:<>,*& ]*\s)get_[a-z]\w*\([^)]*\)\s*(?:const\s*)?[;{]"),
        ("src/*.hpp",),
        "no get_: name what it returns",
    ),
    (re.compile(r'"svenska saknas"'), CPP, "both languages, each by somebody who knows the field"),
    (re.compile(r"(:\s*any\b|\bas\s+any\b|<any>)"), ("web/src/*.ts", "web/src/*.tsx"), "no `any`: `unknown`, or the server's type"),
    (re.compile(r"@ts-(ignore|nocheck)"), TYPESCRIPT, "mend the type instead"),
    (re.compile(r"dangerouslySetInnerHTML|\.innerHTML\s*="), TYPESCRIPT, "text reaches the page as a tree, never as HTML (S6)"),
]

# Paths that exist on one machine only, and hosts of package servers: both make a checkout work
# for its author alone.
EVERYWHERE = [
    (
        re.compile(r"(?<![\w.$}/-])/(?:home|root|work|Users|mnt)/[\w.]"),
        "an absolute path of one machine; take it relative to the repository or from configuration",
    ),
    (
        re.compile(r"(?<![\w.$}/-])/tmp/[\w.]"),
        "a fixed name below the temporary folder; ask for a fresh one (mkdtemp, mktemp, TempDir)",
    ),
    (
        re.compile(r"\b(?:registry|packages?|pypi|proxy|mirror)\.[a-z0-9-]+\.(?:org|com|net|io|dev)\b"),
        "the host of a package server; the package client's own configuration knows it",
    ),
]
# These hold the patterns themselves.
QUOTES_PATTERNS = {"tools/lint/style.py", "tools/lint/lint_test.py"}


def blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))


def without_comments_and_strings(text: str) -> str:
    """C++ with comments and literals blanked out and every line break kept."""
    pattern = re.compile(
        r'//[^\n]*|/\*.*?\*/|R"([^()\s\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'
        r"(?<![\w])'(?:\\.|[^'\\\n])+'",
        re.DOTALL,
    )
    return pattern.sub(blank, text)


PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
# Braces around a value (`b_{1}, ` in a constructor, `= {})` in a parameter) open no function.
VALUE = re.compile(r"\{([^{};]*)\}(?=\s*[,){])")
CONTAINER = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")


def cpp_functions(text: str) -> list[tuple[str, int, int]]:
    """(name, first line, last line) of every function outside another function."""
    code = without_comments_and_strings(text)
    code = PREPROCESSOR.sub(blank, code)
    for _ in range(3):
        code = VALUE.sub(r"(\1)", code)
    found: list[tuple[str, int, int]] = []
    open_braces: list[tuple[str, str, int]] = []
    inside_function = 0
    head_start = 0
    for match in re.finditer(r"[{};]", code):
        at = match.start()
        if match.group() == "{":
            head = code[head_start:at]
            kind = "block"
            # Unbalanced: the brace is an argument, as in to_array({...}).
            if not inside_function and head.count("(") == head.count(")"):
                if CONTAINER.search(head) and not re.search(r"\)\s*(const|noexcept|override|final|\s)*$", head):
                    kind = "container"
                elif re.search(r"\w>?\s*\(|operator.*\(", head) and not re.search(r"=\s*$", head):
                    kind = "function"
            if kind == "function":
                inside_function += 1
            leading = len(head) - len(head.lstrip())
            open_braces.append((kind, head.strip(), head_start + leading))
        elif match.group() == "}" and open_braces:
            kind, head, start = open_braces.pop()
            if kind == "function":
                inside_function -= 1
                name = re.search(r"([\w:~]+)\s*\(", head)
                first = code.count("\n", 0, start) + 1
                last = code.count("\n", 0, at) + 1
                found.append((name.group(1) if name else "?", first, last))
        if not inside_function:
            head_start = at + 1
    return found


def typescript_functions(text: str) -> list[tuple[str, int, int]]:
    """Functions that begin at the first column and end with a brace there."""
    opening = re.compile(r"^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\s*\*?\s*(\w*)|const\s+(\w+)[^=]*=\s*(?:async\s*)?(?:\(|function\b|<))")
    found = []
    start: tuple[str, int] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        match = opening.match(line)
        if match:
            start = (match.group(1) or match.group(2) or "default", number)
        if start and re.match(r"^[})]", line) and not re.match(r"^\}?\)?[^;]*\{\s*$", line):
            found.append((start[0], start[1], number))
            start = None
    return found


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


SILENT_SKIP = re.compile(r"\bGTEST_SKIP\(\)\s*;")
PRINTED = re.compile(r"std::(cout|cerr)\s*<<|\bprintf\(")


def silent_skips(path: str, lines: list[str]) -> list[Finding]:
    """A skip whose reason is neither handed to it nor printed in the lines just before."""
    return [
        Finding(path, number, 'a skipped test says why: `GTEST_SKIP() << "no data at " << path;`')
        for number, line in enumerate(lines, 1)
        if SILENT_SKIP.search(line)
        and not any(PRINTED.search(before) for before in lines[max(0, number - 5) : number])
    ]


def lint_file(path: str, text: str) -> list[Finding]:
    findings = []
    lines = text.splitlines()
    code = CPP + TYPESCRIPT + SCRIPTS
    if matches(path, code) and len(lines) > FILE_LINES:
        findings.append(
            Finding(path, len(lines), f"{len(lines)} lines, {FILE_LINES} at most; part it by what its pieces are for")
        )
    if path.endswith(".hpp") and not re.search(r"^#pragma once$", text, re.MULTILINE):
        findings.append(Finding(path, 1, "a header begins with `#pragma once`"))
    functions = []
    if matches(path, CPP):
        functions = cpp_functions(text)
    elif matches(path, TYPESCRIPT):
        functions = typescript_functions(text)
    for name, first, last in functions:
        if last - first + 1 > FUNCTION_LINES:
            findings.append(
                Finding(path, first, f"{name} has {last - first + 1} lines, {FUNCTION_LINES} at most; give its steps names")
            )
    if matches(path, CPP):
        findings += silent_skips(path, lines)
    for number, line in enumerate(lines, 1):
        for pattern, where, message in LINES:
            if matches(path, where) and pattern.search(line):
                findings.append(Finding(path, number, message))
        if path not in QUOTES_PATTERNS:
            for pattern, message in EVERYWHERE:
                if pattern.search(line):
                    findings.append(Finding(path, number, message))
    return findings


def lint(root: pathlib.Path) -> tuple[list[Finding], int]:
    findings = []
    looked_at = files(root, *CPP, *TYPESCRIPT, *SCRIPTS, *TEXT)
    for path in looked_at:
        findings += lint_file(path.as_posix(), read(root / path))
    return findings, len(looked_at)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    findings, looked_at = lint(parser.parse_args().root)
    return report("style lint", findings, looked_at)


if __name__ == "__main__":
    sys.exit(main())
