"""What the lints share: which files there are, and how a finding is shown."""

import fnmatch
import pathlib
import subprocess
import sys
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def files(root: pathlib.Path, *patterns: str) -> list[pathlib.Path]:
    """Files under version control, or about to be; without git, all but what a build makes.

    In a pattern `*` also stands for folders: "src/*.hpp" is every header below src/.
    """
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        names = [pathlib.Path(name) for name in listed.stdout.decode().split("\0") if name]
    else:
        names = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    built = {"node_modules", "build", "dist", ".git", ".cache"}
    return sorted(
        name
        for name in set(names)
        if any(fnmatch.fnmatchcase(name.as_posix(), pattern) for pattern in patterns)
        and not built.intersection(name.parts)
        and (root / name).is_file()
    )


def read(path: pathlib.Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def report(what: str, findings: list[Finding], looked_at: int) -> int:
    for finding in findings:
        print(finding)
    print(f"{what}: {looked_at} files, {len(findings)} findings")
    if looked_at == 0:
        print(f"{what}: nothing to look at, which is a mistake in itself", file=sys.stderr)
        return 1
    return 1 if findings else 0
