"""The core without a screen: checking, saving, listing; each beside what it is measured against.

    python bench/core.py --rounds 9 --out core.jsonl

Every round times everything once, in a new order, and writes one line of JSON in the form of
ttybench's results. ``bench/run.py`` calls this and prints the verdicts.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

import plans

from coach import flow
from coach.coaching.engine import Coach
from coach.pack.pack import Pack
from coach.places import Places
from coach.questions import Kind
from coach.store import form
from coach.store.files import PlanFile
from coach.store.library import Library

Timer = Callable[[], float]
"""Does the thing once; gives milliseconds."""


def timed(act: Callable[[], object]) -> float:
    """Milliseconds that ``act`` takes."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def checks() -> dict[str, Timer]:
    """The whole check, after one changed text of each question, and of a plan twice as full."""
    pack, plan, double = Pack.open(None), plans.full(), plans.full(2)
    coach = Coach(pack, plans.DAY)
    coach.check(plan)  # the rules' pages and word lists are read now
    turn = iter(range(1_000_000))
    texts = {
        flow.place(path).worded: path for path, part in flow.paths(plan) if part.kind is Kind.TEXT
    }

    def changed(path: str) -> float:
        """The median of five checks, each after one more word in the text at ``path``."""
        text, took = plan.get(path), []
        for _ in range(5):
            plan.put(path, f"{text} {next(turn)}a")
            took.append(timed(lambda: coach.check(plan)))
        plan.put(path, text)
        coach.check(plan)
        return median(took)

    return {
        "check.field.ms": lambda: median(map(changed, texts.values())),
        "check.slowest_field.ms": lambda: max(map(changed, texts.values())),
        "check.cold.ms": lambda: timed(lambda: Coach(Pack.open(None), plans.DAY).check(plan)),
        "check.whole.ms": lambda: timed(lambda: Coach(pack, plans.DAY).check(plan)),
        "check.double.ms": lambda: timed(lambda: Coach(pack, plans.DAY).check(double)),
    }


def saves(folder: Path) -> dict[str, Timer]:
    """Saving by the protocol, and two plain writes of the same bytes with an fsync each."""
    plan = plans.full()
    places = Places(folder / "save" / "plans", folder / "save" / "state")
    file = PlanFile.create(plan, places)
    turn = iter(range(1_000_000))

    def save() -> float:
        plan.start.offering = f"A scale, version {next(turn)}."
        return timed(lambda: file.save(plan))

    data = form.dump(plan)

    def synced(name: str) -> None:
        fd = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            os.write(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)

    return {
        "save.ms": save,
        "save.fsyncs.ms": lambda: timed(lambda: (synced("one"), synced("two"))),
        "save.bytes.ms": lambda: timed(lambda: form.dump(plan)),
        "load.ms": lambda: timed(lambda: form.load(data, "full.toml")),
    }


def libraries(folder: Path, count: int) -> dict[str, Timer]:
    """The list of all plans without and with its cache, and reading and parsing the files."""
    places = Places(folder / "library" / "plans", folder / "library" / "state")
    plans.write_small(places.plans, count)
    library = Library(places)
    library.entries()  # the models' validators are built now, as for any plan

    def parse() -> None:
        for entry in os.scandir(places.plans):
            if entry.name.endswith(".toml"):
                tomllib.loads(Path(entry.path).read_bytes().decode())

    def cold() -> float:
        for cache in places.state.glob("library-*.json"):
            cache.unlink()
        return timed(library.entries)

    def warm() -> float:
        library.entries()
        return timed(library.entries)

    def first() -> float:
        for cache in places.state.glob("library-*.json"):
            cache.unlink()
        scan = library.scan()
        return timed(lambda: next(scan))

    return {
        "library.cold.ms": cold,
        "library.warm.ms": warm,
        "library.first_cold.ms": first,
        "library.parse.ms": lambda: timed(parse),
    }


def main() -> int:
    """Run the rounds; see the top of this file."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--plans", type=int, default=1000, help="plans in the large library")
    options.add_argument("--dir", help="where to write; on the disk that matters (default: here)")
    options.add_argument("--out", required=True)
    given = options.parse_args()
    rng = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=given.dir or ".") as made:
        folder = Path(made).absolute()
        timers = checks() | saves(folder) | libraries(folder, given.plans)
        with open(given.out, "a", encoding="utf-8") as out:
            for number in range(-1, given.rounds):
                names = list(timers)
                rng.shuffle(names)
                metrics = {name: round(timers[name](), 4) for name in names}
                if number >= 0:  # the first round warms up
                    line = {"scenario": "core", "round": number, "ok": True, "metrics": metrics}
                    out.write(json.dumps(line) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
