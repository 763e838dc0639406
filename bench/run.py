"""Measure everything that has a budget, and print budget and verdict.

    make bench
    python bench/run.py [--rounds 5] [--only tui,commands,core] [--keep FOLDER]
                         [--coach FILE]

``ttybench`` drives the app on a pseudo-terminal; it is looked for in ``$TTYBENCH`` (the file or
its folder), then in ``../shared/bench``. Every figure is a ratio against a yardstick measured
in the same round; the table shows the median over the rounds. The exit code is 1 where a budget
is missed beyond doubt: where three quarters of the rounds missed it.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

HERE = Path(__file__).resolve().parent
BARE = "bare"
PARTS = ("tui", "commands", "core")
CLICK = "import click"
MODELS = "import click, pydantic, tomllib"

Rounds = dict[tuple[str, int], dict[str, float | list[float]]]
"""By scenario and round, what was measured."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be how slow: ``most`` times the yardstick, or ``most`` as it is where there is none.

    ``ours`` and ``yardstick`` are scenario and metric; ``share`` is the percentile that counts
    where a metric is a list.
    """

    what: str
    ours: tuple[str, str]
    yardstick: tuple[str, str] | None
    most: float
    share: int = 50


CARD, LIBRARY, MANY, CORE = "coach card", "coach library", "coach library 1000", "core"
SCREEN = (BARE, "switch.screen.ms")
BUDGETS = (
    Budget("start to the library, 20 plans, ms", (LIBRARY, "startup.content_ms"),
           (BARE, "startup.content_ms"), 1.15),
    Budget("start to the library, 1,000 plans, ms", (MANY, "startup.content_ms"),
           (LIBRARY, "startup.content_ms"), 1.3),
    Budget("start to the first key in the fullest card, ms", (CARD, "startup.interactive_ms"),
           (BARE, "startup.interactive_ms"), 1.25),
    Budget("key to screen in the fullest plan, p50, ms", (CARD, "area.ms"), (BARE, "area.ms"), 1.2),
    Budget("the same, p95, ms", (CARD, "area.ms"), (BARE, "area.ms"), 1.5, 95),
    Budget("key that falls into a check, p95, ms", (CARD, "paused.ms"), (BARE, "area.ms"), 1.5, 95),
    Budget("next or previous card, first time, ms", (CARD, "card.first.ms"), SCREEN, 1.0),
    Budget("next or previous card, again, ms", (CARD, "card.again.ms"), SCREEN, 0.6),
    Budget("jump by the rail, first time, ms", (CARD, "rail.first.ms"), SCREEN, 1.2),
    Budget("jump by the rail, again, ms", (CARD, "rail.again.ms"), SCREEN, 0.7),
    Budget("quit from the plan, ms", (CARD, "exit.ms"), (BARE, "exit.ms"), 0.3),
    Budget("quit from the library, ms", (LIBRARY, "exit.ms"), (BARE, "exit.ms"), 0.3),
    Budget("CPU while nobody types, %", (CARD, "idle.cpu_pct"), (BARE, "idle.cpu_pct"), 1.0),
    Budget("peak memory, fullest plan, MB", (CARD, "mem.peak_mb"), (BARE, "mem.peak_mb"), 1.4),
    Budget("check of the fullest plan, ms", (CORE, "check.whole.ms"), None, 100),
    Budget("the same, pages and word lists read anew, ms", (CORE, "check.cold.ms"), None, 100),
    Budget("check after one changed text, ms", (CORE, "check.field.ms"), None, 10),
    Budget("the same, the slowest of all texts, ms", (CORE, "check.slowest_field.ms"), None, 10),
    Budget("check of a plan twice as full, ms", (CORE, "check.double.ms"),
           (CORE, "check.whole.ms"), 2.5),
    Budget("save, ms", (CORE, "save.ms"), (CORE, "save.fsyncs.ms"), 3),
    Budget("library of 1,000 plans, no cache, ms", (CORE, "library.cold.ms"),
           (CORE, "library.parse.ms"), 1.3),
    Budget("library of 1,000 plans, ms", (CORE, "library.warm.ms"),
           (CORE, "library.parse.ms"), 1.3),
    Budget("coach --version, ms", ("coach --version", "wall_ms"), (CLICK, "wall_ms"), 1.3),
    Budget("coach --help, ms", ("coach --help", "wall_ms"), (CLICK, "wall_ms"), 1.3),
    Budget("coach list, ms", ("coach list", "wall_ms"), (MODELS, "wall_ms"), 1.5),
    Budget("coach check, ms", ("coach check", "wall_ms"), (MODELS, "wall_ms"), 1.5),
    Budget("coach export, ms", ("coach export", "wall_ms"), (MODELS, "wall_ms"), 1.5),
)  # fmt: skip


def percentile(value: float | list[float], share: int) -> float:
    """A metric as one number."""
    if not isinstance(value, list):
        return value
    if len(value) == 1 or share == 50:
        return median(value)
    return quantiles(value, n=100, method="inclusive")[share - 1]


def values(rounds: Rounds, where: tuple[str, str], share: int) -> dict[int, float]:
    """By round, what was measured there."""
    scenario, metric = where
    return {
        number: percentile(metrics[metric], share)
        for (name, number), metrics in rounds.items()
        if name == scenario and metric in metrics
    }


def row(budget: Budget, rounds: Rounds) -> tuple[str, str, str, str, str, str]:
    """A line of the table: what, measured, yardstick, ratio, budget, verdict."""
    ours = values(rounds, budget.ours, budget.share)
    if budget.yardstick is None:
        them, judged, unit = {}, list(ours.values()), ""
    else:
        them = values(rounds, budget.yardstick, budget.share)
        judged, unit = [ours[n] / them[n] for n in ours.keys() & them.keys() if them[n]], "×"
    limit = f"{budget.most:g}{unit}"
    if not judged:
        return budget.what, "–", "–", "–", limit, "not measured"
    ratio = f"{median(judged):.2f}×" if unit else "–"
    yardstick = f"{median(them.values()):.1f}" if them else "–"
    verdict = judge(judged, budget.most)
    return budget.what, f"{median(ours.values()):.1f}", yardstick, ratio, f"≤ {limit}", verdict


def judge(judged: Sequence[float], most: float) -> str:
    """``ok``, ``close`` (the rounds disagree) or ``MISSED``."""
    if median(judged) <= most:
        return "ok"
    low = quantiles(judged, n=4, method="inclusive")[0] if len(judged) > 1 else judged[0]
    return "MISSED" if low > most else "close"


def table(lines: Sequence[tuple[str, ...]]) -> str:
    """Lines as a Markdown table."""
    head = ("what", "coach", "yardstick", "ratio", "budget", "verdict")
    rule = ("---", "---:", "---:", "---:", "---:", "---")
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, rule, *lines))


def find_ttybench() -> Path | None:
    """The tool that measures full-screen programs; None where it is not here."""
    named = os.environ.get("TTYBENCH")
    place = Path(named) if named else HERE.parent.parent / "shared" / "bench"
    file = place / "ttybench.py" if place.is_dir() else place
    return file if file.is_file() else None


def on_terminals(part: str, rounds: int, out: Path, coach: Path) -> None:
    """Measure one part of what needs ttybench, or say what is missing."""
    tool = find_ttybench()
    if tool is None:
        skip(part, "ttybench.py is not here; name it in TTYBENCH")
    elif importlib.util.find_spec("pyte") is None:
        skip(part, "pyte is not installed; it comes with the dev extra")
    elif not coach.exists():
        skip(part, f"there is no {coach}; install the project into this Python")
    else:
        files = [HERE / "scenarios" / "commands.toml"]
        if part == "tui":
            files = [tool.parent / "scenarios" / "bare.toml"]
            files += [HERE / "scenarios" / f"coach_{name}.toml" for name in ("card", "library")]
        call = [sys.executable, tool, "run", *files, "--var", f"coach={coach}"]
        call += ["--runs", str(rounds), "--max-noise", "99", "--warmup", "0", "--out", out]
        subprocess.run([str(word) for word in call], stdout=subprocess.DEVNULL, check=False)


def skip(part: str, why: str) -> None:
    """Say that a part cannot be measured."""
    print(f"{part} is skipped: {why}", file=sys.stderr)


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--rounds", type=int, default=5, help="of the app; the rest runs more")
    options.add_argument("--only", default=",".join(PARTS), help="some of tui,commands,core")
    options.add_argument("--keep", type=Path, help="keep (and use) the results in this folder")
    options.add_argument(
        "--coach",
        type=Path,
        default=Path(sys.executable).with_name("coach"),
        help="the command to measure (default: the one beside this Python)",
    )
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=".") as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for part in given.only.split(","):
            print(f"measuring {part} …", file=sys.stderr)
            out = folder / f"{part}.jsonl"
            if part in ("tui", "commands"):
                times = 1 if part == "tui" else 3
                on_terminals(part, given.rounds * times, out, given.coach)
            elif part == "core":
                out.unlink(missing_ok=True)
                core = [sys.executable, str(HERE / "core.py"), "--out", str(out)]
                subprocess.run([*core, "--rounds", str(given.rounds * 2)], check=True)
            else:
                options.error(f"no part {part!r}: expected some of {', '.join(PARTS)}")
        rounds = read(folder)
    lines = [row(budget, rounds) for budget in BUDGETS]
    print(table(lines))
    return int(any(line[-1] == "MISSED" for line in lines))


def read(folder: Path) -> Rounds:
    """All results in a folder; rounds that failed are left out."""
    rounds: Rounds = {}
    for part in PARTS:
        file = folder / f"{part}.jsonl"
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            record = json.loads(line)
            if record["ok"]:
                rounds[record["scenario"], record["round"]] = record["metrics"]
    return rounds


if __name__ == "__main__":
    sys.exit(main())
