"""The table, on the screen and in bench/results/."""

import datetime
import json
import os
import re
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

import machine
from machine import ROOT


MET, MISSED, UNSURE = "yes", "**no**", "machine busy"
# A little over one program that is measured and one that loads it.
BUSY = 3.0


@dataclass
class Row:
    id: str
    what: str
    unit: str
    own: list[float]  # one figure a round
    limit: list[float] = field(default_factory=list)
    limit_is: str = ""
    goal: str = ""
    least_ratio: float | None = None
    most: float | None = None  # of the own figure
    smaller_is_better: bool = False
    by_clock: bool = False  # neighbours change it, and not both sides alike
    beside: str = ""
    load_average: float = field(default_factory=lambda: os.getloadavg()[0])

    @property
    def ratio(self) -> float | None:
        """Of each round's pair, the median: 1 is as good as the limit."""
        if not self.limit:
            return None
        pairs = zip(self.own, self.limit)
        return median(b / a if self.smaller_is_better else a / b for a, b in pairs)

    @property
    def verdict(self) -> str:
        if self.by_clock and self.load_average > BUSY and not machine.ahead_of_neighbours:
            return UNSURE
        enough = self.least_ratio is None or (self.ratio or 0) >= self.least_ratio
        return MET if enough and (self.most is None or median(self.own) <= self.most) else MISSED


def shown(figures: list[float]) -> str:
    middle = median(figures)
    digits = 0 if middle >= 100 else 1 if middle >= 10 else 2
    spread = f" ({min(figures):.{digits}f}–{max(figures):.{digits}f})" if len(figures) > 1 else ""
    return f"{middle:.{digits}f}{spread}"


def table(rows: list[Row]) -> str:
    heads = ["id", "what", "unit", "Sigill", "limit in the same run", "ratio", "goal", "met",
             "load", "beside"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for row in rows:
        limit = f"{shown(row.limit)} {row.limit_is}" if row.limit else row.limit_is
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        cells = [row.id, row.what, row.unit, shown(row.own), limit, ratio, row.goal,
                 row.verdict, f"{row.load_average:.1f}", row.beside]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def output_of(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout.strip()


def machine_name() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    words = re.sub(r"\(.*?\)|@.*|CPU|Processor", " ", model.group(1) if model else "unknown")
    return "-".join(re.findall(r"[a-z0-9]+", words.lower())[:4]) + f"-{os.cpu_count()}-cores"


def with_earlier(rows: list[Row], file: Path) -> list[Row]:
    """What was measured before at the same commit on the same day stays in the table."""
    if not file.exists():
        return rows
    known = Row.__dataclass_fields__.keys()
    new = {row.id for row in rows}
    held = [Row(**{key: value for key, value in each.items() if key in known})
            for each in json.loads(file.read_text())["rows"] if each["id"] not in new]
    return sorted(held + rows, key=lambda row: int(row.id[1:]))


def write(rows: list[Row], rounds: int) -> None:
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    commit = output_of("git", "rev-parse", "--short", "HEAD") or "unknown"
    if output_of("git", "status", "--porcelain", "--", "src", "native", "cmake"):
        commit += "-changed"
    name = machine_name()
    place = ROOT / "bench/results" / f"{day}-{commit}-{name}"
    rows = with_earlier(rows, place.with_suffix(".json"))
    text = table(rows)
    ahead = ", ahead of the machine's other work (nice -19)" if machine.ahead_of_neighbours else ""
    note = (f"{day}, commit {commit}, {name}{ahead}. {rounds} alternating rounds: median "
            "(least–most). Measured on core 0, loaded from core 1. A CPU second is one of the "
            "measured program's own processor time, which neighbours do not take. `load` is the "
            "machine's load average of the last minute: above 3 others were at work too.")
    print(f"\n{note}\n\n{text}\n")
    place.parent.mkdir(exist_ok=True)
    place.with_suffix(".md").write_text(f"# Benchmarks\n\n{note}\n\n{text}\n")
    measured = [{**asdict(row), "ratio": row.ratio, "met": row.verdict.strip("*")} for row in rows]
    result = {"date": day, "commit": commit, "machine": name, "rounds": rounds,
              "ahead": machine.ahead_of_neighbours, "rows": measured}
    place.with_suffix(".json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    print(f"written to {place.relative_to(ROOT)}.md and .json")
