"""Measure what the coach finds, misses and finds for nothing.

    make bench-coaching
    python bench/coaching/run.py [--rules NI01,VP08] [--misses] [--json] [--speed 1000] [--write]
                                 [--unseen] [--folder bench/coaching] [--day 2026-11-22]

It prints the table of ``docs/coaching.md``. The exit code is 1 where a target is missed or a
case is broken, 2 where there is nothing to measure.
"""

import argparse
import datetime as dt
import json
import sys
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import cases
import detect
import report
from measure import measure

from coach.coaching.engine import RULES, Coach
from coach.pack.pack import Pack
from coach.refusal import Refusal
from coach.store import form

HERE = Path(__file__).resolve().parent
DAY = dt.date(2026, 11, 22)
"""The day on which all plans are judged: their dates are written for it."""
DOCUMENT = HERE.parents[1] / "docs" / "coaching.md"


def speed(folder: Path, count: int, pack: Pack, day: dt.date) -> float | None:
    """Plans a second, each read from its file and checked, in one process as ``coach check`` does.

    The clean plans are taken in turn. Each time a word more stands in every text, so that none
    has been read before. None without plans.
    """
    files = []
    for path in sorted((folder / "plans").glob("*.toml")):
        try:
            form.load(path.read_bytes(), path.name)
        except Refusal:
            continue  # told by cases.load
        files.append(path)
    if not files or not count:
        return None
    coach, spent = Coach(pack, day), 0.0
    for number, path in enumerate(islice(cycle(files), count)):
        start = perf_counter()
        plan = form.load(path.read_bytes(), path.name).plan
        spent += perf_counter() - start
        word = "q" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        for field, text in list(detect.texts(plan)):
            plan.put(field, f"{text} {word}")
        start = perf_counter()
        coach.check(plan)
        spent += perf_counter() - start
    return count / spent


def run(
    folder: Path,
    rules: tuple[str, ...] = (),
    day: dt.date = DAY,
    count: int = 0,
    unseen: bool = False,
) -> report.Report:
    """Measure the coach and the plain ways; see :class:`report.Report`.

    With ``unseen``, the coach is measured by the unseen flaws as well, as a set of their own.
    """
    pack, data = Pack(), cases.load(folder, rules)
    detectors = {
        report.COACH: detect.coach(pack, day),
        "empty fields only": detect.empty,
        "word list only": detect.word_list(pack),
        "length and readability only": detect.readability,
    }
    measured = {name: measure(detector, data) for name, detector in detectors.items()}
    known = tuple(sorted({rule.id for rule in RULES} | {case.rule for case in data.cases}))
    listed = tuple(rule for rule in known if rule in rules) if rules else known
    other = None
    if unseen:
        new = cases.load(folder, rules, unseen=True)
        ours = measure(detectors[report.COACH], new)
        other = report.Report(new, listed, {report.COACH: ours})
    return report.Report(data, listed, measured, speed(folder, count, pack, day), other)


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--rules", default="", help="only these, with commas between them")
    options.add_argument("--misses", action="store_true", help="list every miss")
    options.add_argument("--unseen", action="store_true", help="the unseen flaws in a column, too")
    options.add_argument("--json", action="store_true", help="everything, for scripts")
    options.add_argument("--speed", type=int, default=1000, help="plans to time; 0 times none")
    options.add_argument("--write", action="store_true", help="put the tables into the document")
    options.add_argument("--folder", type=Path, default=HERE, help="where plans and flaws are")
    options.add_argument("--day", type=dt.date.fromisoformat, default=DAY, help="the day it is")
    given = options.parse_args()
    rules = tuple(rule for rule in given.rules.upper().split(",") if rule)
    if given.write and rules:
        options.error("--write needs all rules: leave --rules out")
    try:
        made = run(given.folder, rules, given.day, given.speed, given.unseen)
    except Refusal as refusal:  # a page or a word list of the pack
        print(f"nothing could be measured: {refusal}", file=sys.stderr)
        return 2
    for line in made.broken:
        print(f"broken: {line}", file=sys.stderr)
    if not made.data.plans:
        print(f"there are no plans to measure in {given.folder / 'plans'}", file=sys.stderr)
        return 2
    if made.unseen and not made.unseen.data.cases:
        print(f"there are no flaws to measure in {given.folder / 'unseen'}", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(report.as_json(made), ensure_ascii=False, indent=1))
    else:
        tables = [report.summary(made), report.main_table(made)]
        print("\n\n".join([*tables, report.rule_table(made)] if made.data.cases else tables))
        if given.misses:
            print("\n" + report.misses_text(made))
    if given.write:
        try:
            text = report.written(DOCUMENT.read_text("utf-8"), made)
        except Refusal as refusal:
            options.error(f"{DOCUMENT.name}: {refusal}")
        DOCUMENT.write_text(text, "utf-8")
    return int(made.missed)


if __name__ == "__main__":
    sys.exit(main())
