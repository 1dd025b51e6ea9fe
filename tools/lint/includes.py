#!/usr/bin/env python3
"""Include lint: layers, slices only through their published header, vendors in their folder."""

import argparse
import pathlib
import re
import sys
import tomllib

from source import ROOT, Finding, files, read, report

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
DEPENDS = re.compile(r"\bslice_(\w+)")


class Layers:
    def __init__(self, root: pathlib.Path):
        table = tomllib.loads(read(root / "tools/lint/layers.toml"))
        self.root = root
        self.level: dict[str, int] = table["level"]
        self.edges: dict[str, list[str]] = table["edges"]
        self.shared: list[str] = table["shared"]["slices"]
        # The longest prefix speaks first.
        self.vendor = sorted(table["vendor"].items(), key=lambda entry: -len(entry[0]))

    def slice_edges(self, name: str) -> set[str]:
        declared = self.root / "src/slices" / name / "CMakeLists.txt"
        return set(DEPENDS.findall(read(declared))) if declared.exists() else set()


def is_test(file: pathlib.Path) -> bool:
    return file.stem.endswith("_test") or file.stem.startswith("test_")


def own_header_problem(layers: Layers, file: pathlib.Path, included: str) -> str | None:
    """`file` and `included` are relative to src/."""
    source, target = file.parts[0], pathlib.PurePosixPath(included).parts[0]
    if len(file.parts) == 1 or target == source and source != "slices":
        return None
    if target not in layers.level:
        return f'"{included}" names no folder of src/; write the path from src/, as "base/id.hpp"'
    if source not in layers.level:
        return f"the folder {source}/ has no level; give it one in tools/lint/layers.toml"
    if source == "slices" and target == "slices":
        return slice_problem(layers, file, pathlib.PurePosixPath(included))
    if layers.level[target] < layers.level[source]:
        return None
    if layers.level[target] == layers.level[source]:
        # A test may look sideways: nothing is built on it.
        if target in layers.edges.get(source, []) or is_test(file):
            return None
        return (
            f"{source}/ and {target}/ are on one level; move what both need down, or declare the "
            f"edge in tools/lint/layers.toml and say why in ARCHITECTURE.md"
        )
    return (
        f"{source}/ (level {layers.level[source]}) must not know {target}/ "
        f"(level {layers.level[target]}); hand it in from above: a value, a function, an interface"
    )


def slice_problem(
    layers: Layers, file: pathlib.Path, included: pathlib.PurePosixPath
) -> str | None:
    if len(file.parts) == 2 or len(included.parts) == 2:
        return None  # slices/slices.cpp is the list of all
    source, target = file.parts[1], included.parts[1]
    if source == target or is_test(file):
        return None
    if target not in layers.slice_edges(source):
        return (
            f"the slice {source} does not declare {target}; refer to its register by name, or add "
            f"slice_{target} to DEPENDS in src/slices/{source}/CMakeLists.txt"
        )
    if target not in layers.shared and included.parts[2:] != (f"{target}.hpp",):
        return f"a slice is included by its one published header, slices/{target}/{target}.hpp"
    return None


def vendor_problem(layers: Layers, file: pathlib.Path, included: str) -> str | None:
    for prefix, folders in layers.vendor:
        if not included.startswith(prefix) or (prefix == "archive" and "/" in included):
            continue
        where = file.as_posix()
        if any(where.startswith(folder + "/") for folder in folders):
            return None
        if not folders:
            return f"<{included}> is not used; tools/lint/layers.toml says why"
        allowed = " and ".join(f"{folder}/" for folder in folders)
        return f"<{included}> belongs to {allowed} only; use that folder's own header"
    return None


def lint(root: pathlib.Path) -> tuple[list[Finding], int]:
    layers = Layers(root)
    findings = []
    sources = files(root, "src/*.hpp", "src/*.cpp")
    for path in sources:
        text = read(root / path)
        inside = path.relative_to("src")
        for match in INCLUDE.finditer(text):
            own, foreign = match.groups()
            # A test may play the peer: a TLS client, a reader of the raw file.
            problem = None if is_test(inside) else vendor_problem(layers, inside, own or foreign)
            if problem is None and own is not None:
                problem = own_header_problem(layers, inside, own)
            if problem is not None:
                line = text.count("\n", 0, match.start(1 if own else 2)) + 1
                findings.append(Finding(path.as_posix(), line, problem))
    return findings, len(sources)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    findings, looked_at = lint(parser.parse_args().root)
    return report("include lint", findings, looked_at)


if __name__ == "__main__":
    sys.exit(main())
