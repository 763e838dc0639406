"""Plans to measure with: the fullest one that a founder could write, and many small ones.

    python bench/plans.py full FILE          one plan of about 115 kB
    python bench/plans.py small FOLDER 20    that many small plans

The same call always makes the same bytes. The full plan answers every question of every depth:
its lists are long, and what they leave open is taken from the example plan ``molar-guard``.
"""

import datetime as dt
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from coach import flow, grids
from coach.pack.pack import default_root
from coach.plan import Plan
from coach.questions import Depth, Field, Kind
from coach.steps.differentiation.model import Differentiation, Type
from coach.steps.niche.model import Candidate, Channel, Niche, Segment
from coach.steps.review.model import Review, Test
from coach.steps.risk.model import Category, Risk, Risks
from coach.steps.start.model import Sector, Start, Team
from coach.steps.value.model import Alternative, Pain, Statement, Value
from coach.store import form
from coach.units import bounds
from coach.values import Answers, Claim, Grid, Range, Status

DAY = dt.date(2026, 3, 2)
STAMP = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)

PEOPLE = (
    "Artisan cheese counters", "Delicatessens", "Farm shops", "Charcuteries", "Bakeries",
    "Fishmongers", "Wine merchants", "Chocolate makers", "Coffee roasters", "Market stalls",
    "Florists", "Butchers who age beef",
)  # fmt: skip
SENTENCES = (
    "Eleven of the fourteen owners we visited count their wheels by hand on Sunday evening.",
    "A wheel loses between four and nine percent of its weight before it is cut.",
    "Nobody writes that loss down, so the shelf price is set by feel and corrected too late.",
    "The tax adviser asks for a stock value once a year and gets a guess.",
    "Three owners keep two lists, one for the cellar and one for the counter, and they differ.",
    "On a market day the counter is opened at six and nobody has time to type anything.",
    "They will look at a screen that shows one number, and they will not look at a chart.",
    "A till that knows weights costs about 2,900 € and still does not know ageing.",
    "Cheese that is sold too old is given away; last winter that was 340 € a month on average.",
    "Suppliers deliver on Tuesday and Thursday, so an order that is late costs four days.",
    "The owner decides alone, usually standing, usually within a week of the first visit.",
    "Four of them asked whether it would also print the label for the wheel.",
    "When we came back after a month, two had stopped weighing and one had bought a second scale.",
    "The guild's newsletter goes to 410 shops and is read by the people who do the ordering.",
    "Staff change twice a year, and whoever comes new has to learn it in ten minutes.",
    "Price was named as a reason against it once; the time to set it up was named five times.",
    "A shop of this kind has between 80 and 220 wheels in its cellar at any moment.",
    "They know to the day when a wheel is best and cannot say what it is worth that day.",
)


def prose(start: str, count: int, turn: int) -> str:
    """``start`` and ``count`` sentences after it, beginning at another one each ``turn``."""
    return " ".join([start, *islice(cycle(SENTENCES), turn % 18, turn % 18 + count)])


def claim(turn: int) -> Claim:
    """How something is known; a different status each ``turn``."""
    source = f"{turn + 3} visits in February; notes in the visit book, pages {turn + 10} to 31"
    status = list(Status)[turn % len(Status)]
    return Claim(status=status, source=source, date=DAY, points=turn % 9 + 1)


def full(times: int = 1) -> Plan:
    """The fullest plan: 12 candidates and 10 risks, or ``times`` as many records of each kind."""
    plan = Plan(id="kfull1", created=STAMP, changed=STAMP, depth=Depth.ADVANCED.key)
    plan.start = _start()
    plan.niche = _niche(times)
    plan.value = _value(times)
    plan.differentiation = _differentiation()
    plan.risk = _risk(times)
    plan.review = _review(times)
    _complete(plan, times)
    return plan


def _start() -> Start:
    return Start(
        name="Rind Ledger",
        offering=prose(
            "A scale and a page that tell a cheese counter what its stock is worth.", 2, 0
        ),
        market=prose("Food shops in Austria and southern Germany that sell by weight.", 3, 1),
        sector=Sector.TECHNOLOGY,
        team=Team.SMALL,
        strengths=prose("Eight years behind a counter, and one of us builds scales.", 3, 3),
    )


def _niche(times: int) -> Niche:
    return Niche(
        candidates=[
            Candidate(
                id=f"kc{n:04}",
                name=PEOPLE[n % 12] if n < 12 else f"{PEOPLE[n % 12]} {n}",
                who=prose("Owners with one to three branches who stand at the counter.", 3, n),
                need=prose("The value of what is in the cellar changes every day.", 4, n + 5),
                evidence=claim(n),
            )
            for n in range(12 * times)
        ],
        chosen="kc0000",
        exclusion=prose("Chains with a buyer of their own, and shops that only resell.", 3, 2),
        neighbours=prose("Delicatessens come next, with the same scale.", 3, 9),
        channels=[
            Channel(
                id=f"kh{n:04}",
                name=f"{'Guild of cheesemongers' if not n else 'Food fair'}, group {n}",
                people=120 + 35 * n,
            )
            for n in range(8 * times)
        ],
        count=12400,
        count_claim=claim(3),
        reach=35,
        adoption=8,
        price=79,
        orders=12,
        unit_cost=21.5,
        fixed_cost=48000,
        segments=[
            Segment(
                id=f"ks{n:04}",
                name=f"{'Counters that also ripen' if not n else 'Counters of kind'} {n + 1}",
                need=prose("They buy young and sell old.", 4, n + 2),
                message=prose("Know today what the cellar is worth today.", 3, n + 7),
            )
            for n in range(8 * times)
        ],
    )  # fmt: skip


def _value(times: int) -> Value:
    return Value(
        job=prose("Know before Saturday what is worth cutting.", 4, 4),
        gain=prose("An evening a week, and a price that holds.", 4, 8),
        pains=[
            Pain(
                id=f"kp{n:04}",
                what=prose("Stock is worth less than the list says." if not n
                           else f"Loss number {n + 1} shows up after the sale.", 4, n + 1),
                how_often=f"{n + 1} times a month, most often in the week after a delivery",
                cost=f"{40 + 25 * n} € each time, and an hour of the owner's evening",
                relief=prose("The scale weighs each wheel when it is turned.", 4, n + 6),
            )
            for n in range(9 * times)
        ],
        alternatives=[
            Alternative(
                id=f"ka{n:04}",
                name="A spreadsheet on the cellar computer" if not n else f"Till system {n}",
                does_well=prose("It costs nothing and everybody knows it.", 4, n + 3),
                falls_short=prose("It knows what came in and not what it weighs now.", 4, n + 10),
            )
            for n in range(8 * times)
        ],
        promise=prose("Counting takes nine minutes instead of two hours.", 4, 11),
        promise_claim=claim(4),
        statement=Statement(
            audience="owners of artisan cheese counters",
            need="who lose money because ageing stock is counted by hand",
            product="Rind Ledger",
            category="stock scale for ripening cellars",
            benefit="shows each morning what the cellar is worth",
            alternative="a spreadsheet that is filled in on Sundays",
            difference="weighs every wheel while it is being turned",
        ),
    )  # fmt: skip


def _differentiation() -> Differentiation:
    return Differentiation(
        primary=Type.NICHE,
        supporting=[Type.SERVICE, Type.QUALITY],
        reason=prose("They asked us for cheese and nothing else.", 4, 5),
        quality_measure=prose("Within two grams a kilogram over a year.", 3, 1),
        service_promise=prose("A scale that fails is replaced before the next market day.", 3, 7),
        niche_knowledge=prose("We have weighed 6,100 wheels of 34 kinds over two winters.", 4, 12),
        trade_off=prose("No till, no bookkeeping, no shops without a cellar.", 4, 14),
        signal=prose("The curve of the same wheel, printed on the label.", 3, 16),
    )


def _risk(times: int) -> Risks:
    return Risks(
        premortem=prose("It is March and the third shop has sent its scale back.", 12, 2),
        risks=[
            Risk(
                id=f"kr{n:04}",
                category=list(Category)[n % len(Category)],
                event=prose("Two of the three pilot shops stop weighing." if not n
                            else f"Event {n + 1}: a supplier changes what it sends.", 3, n),
                cause=prose("Turning and weighing are two movements.", 3, n + 4),
                effect=prose("The numbers drift and trust is gone within a month.", 3, n + 8),
                probability=5 + 7 * n % 80,
                impact=4000 + 1500 * n,
                trigger=prose("No weighing on three days in a row.", 3, n + 12),
                prevention=prose("A second visit in the first week.", 3, n + 15),
                contingency=prose("We take the scale back and pay the month.", 3, n + 17),
                owner="Marta" if n % 2 else "Jonas",
            )
            for n in range(10 * times)
        ],
        kill=prose("We stop when fewer than six shops pay in October.", 4, 13),
        kill_date=dt.date(2026, 10, 31),
    )  # fmt: skip


def _review(times: int) -> Review:
    return Review(
        tests=[
            Test(
                id=f"kt{n:04}",
                belief=prose("Owners will weigh while they turn." if not n
                             else f"Belief {n + 1}: the guild opens the door.", 3, n + 3),
                doing=prose("Lend a scale for two weeks and call on the third day.", 3, n + 9),
                measure=f"wheels weighed a week in {n + 3} shops, read from the scale",
                threshold=f"at least {40 + n} of 60",
                due=DAY + dt.timedelta(days=14 * (n + 1)),
                owner="Jonas" if n % 2 else "Marta",
                cost=120 + 30 * n,
            )
            for n in range(9 * times)
        ],
        next_review=dt.date(2026, 4, 1),
    )  # fmt: skip


def _complete(plan: Plan, times: int) -> None:
    """Answer what is still open as the example plan does; the lists before what picks from them."""
    example = form.load((default_root() / "examples" / "molar-guard.toml").read_bytes(), "").plan
    asked = [(card.path(field), field) for card in flow.CARDS for field in flow.asked(card, plan)]
    for path, field in asked:
        if field.kind is Kind.RECORDS and not plan.get(path):
            rows = enumerate(example.get(path) * times)
            plan.put(path, [row.model_copy(update={"id": f"{row.id}-{n}"}) for n, row in rows])
    for turn, (path, field) in enumerate(asked):
        owner, key = getattr(plan, path.partition(".")[0]), field.key
        if field.kind is not Kind.RECORDS:
            _answer(plan, owner, field, example.get(path), turn)
            continue
        models = example.get(path)
        for number, row in enumerate(getattr(owner, key)):
            model = models[number % len(models)]
            for part in field.of:
                _answer(plan, row, part, getattr(model, part.key), number)


def _answer(plan: Plan, owner: Answers, field: Field, model: Any, turn: int) -> None:
    """Answer what is open, as ``model`` does or, where that is empty, with prose or a figure."""
    value = getattr(owner, field.key)
    if field.pick:
        rows = plan.get(field.pick)
        if value not in [row.id for row in rows]:
            setattr(owner, field.key, rows[turn % len(rows)].id)
    elif field.kind is Kind.GRID:
        setattr(owner, field.key, _grid(plan, field, model))
    elif field.kind is Kind.STATEMENT:
        for part in field.of:
            _answer(plan, value, part, getattr(model, part.key), turn)
    elif field.kind is Kind.RANGE:
        likely, most = getattr(owner, field.around), bounds(field.unit).most
        setattr(owner, field.key, Range(low=likely * 3 / 4, high=min(likely * 5 / 4, most)))
    elif value in (None, "", [], Claim()):
        text = prose(f"Answer {turn + 1}.", field.lines, turn)
        setattr(owner, field.key, model or (text if field.kind is Kind.TEXT else 12))


def _grid(plan: Plan, field: Field, model: Grid) -> Grid:
    """A grid with a figure in every square and a reason in every third, those of ``model``."""
    scores = cycle(score for row in model.scores.values() for score in row.values())
    reasons = cycle(reason for row in model.reasons.values() for reason in row.values())
    grid = Grid()
    for number, (row, column) in enumerate(grids.squares(field, plan)):
        grid.put("scores", row, column, next(scores))
        if number % 3 == 0:
            grid.put("reasons", row, column, next(reasons))
    return grid


def small(number: int) -> Plan:
    """A plan in its first hour, of about 3 kB."""
    stamp = STAMP - dt.timedelta(hours=7 * number)
    plan = Plan(id=f"ks{number:05}", created=stamp, changed=stamp)
    plan.start = _start().model_copy(update={"name": f"{PEOPLE[number % 12]} no. {number + 1}"})
    plan.niche.candidates = _niche(1).candidates[number % 8 : number % 8 + 2]
    return plan


def write_small(folder: Path, count: int) -> None:
    """Write ``count`` small plans into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"small-{number + 1:04}.toml").write_bytes(form.dump(small(number)))


def main(words: list[str]) -> int:
    """Do what the call says; see the top of this file."""
    match words:
        case ["full", file]:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_bytes(form.dump(full()))
        case ["small", folder, count] if count.isdecimal():
            write_small(Path(folder), int(count))
        case _:
            print((__doc__ or "").strip(), file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
