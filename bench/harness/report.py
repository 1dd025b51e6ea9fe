"""The table, on the screen and in bench/results/."""

import datetime
import json
import os
import re
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from machine import ROOT


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
    def met(self) -> bool:
        enough = self.least_ratio is None or (self.ratio or 0) >= self.least_ratio
        return enough and (self.most is None or median(self.own) <= self.most)


def shown(figures: list[float]) -> str:
    middle = median(figures)
    digits = 0 if middle >= 100 else 1 if middle >= 10 else 2
    spread = f" ({min(figures):.{digits}f}–{max(figures):.{digits}f})" if len(figures) > 1 else ""
    return f"{middle:.{digits}f}{spread}"


def table(rows: list[Row]) -> str:
    lines = ["| id | what | unit | Sigill | limit in the same run | ratio | goal | met | load | beside |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        limit = f"{shown(row.limit)} {row.limit_is}" if row.limit else row.limit_is
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        cells = [row.id, row.what, row.unit, shown(row.own), limit, ratio, row.goal,
                 "yes" if row.met else "**no**", f"{row.load_average:.1f}", row.beside]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def output_of(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip()


def machine_name() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    words = re.sub(r"\(.*?\)|@.*|CPU|Processor", " ", model.group(1) if model else "unknown")
    return "-".join(re.findall(r"[a-z0-9]+", words.lower())[:4]) + f"-{os.cpu_count()}-cores"


def write(rows: list[Row], rounds: int) -> None:
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    commit = output_of("git", "rev-parse", "--short", "HEAD") or "unknown"
    if output_of("git", "status", "--porcelain", "--", "src", "native", "cmake"):
        commit += "-changed"
    name = machine_name()
    text = table(rows)
    note = (f"{day}, commit {commit}, {name}, {rounds} alternating rounds: median (least–most). "
            "Measured on core 0, loaded from core 1; a CPU second is one of the measured program's own "
            "processor time, which neighbours do not take. `load` is the machine's load average in the "
            "last minute: above about 2 the cores were shared with others, and figures are noisy.")
    print(f"\n{note}\n\n{text}\n")
    place = ROOT / "bench/results" / f"{day}-{commit}-{name}"
    place.parent.mkdir(exist_ok=True)
    place.with_suffix(".md").write_text(f"# Benchmarks\n\n{note}\n\n{text}\n")
    measured = [{**asdict(row), "ratio": row.ratio, "met": row.met} for row in rows]
    result = {"date": day, "commit": commit, "machine": name, "rounds": rounds, "rows": measured}
    place.with_suffix(".json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    print(f"written to {place.relative_to(ROOT)}.md and .json")
