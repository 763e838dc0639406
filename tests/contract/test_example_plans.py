"""The plans that ship: sound examples, told on one page, and weak ones to practise on."""

import datetime as dt
from pathlib import Path

import pytest

from coach import figures, flow, grids
from coach.coaching.engine import Coach
from coach.coaching.finding import Finding
from coach.export.documents import build, render
from coach.export.page import fits
from coach.pack.pack import PRACTICE, Pack, default_root
from coach.plan import Plan
from coach.questions import Depth, Kind
from coach.steps.differentiation import canvas, fit
from coach.steps.differentiation.model import Type
from coach.steps.niche import numbers, spread
from coach.steps.niche.ranking import comparison
from coach.steps.start.model import Sector
from coach.steps.value import worth
from coach.steps.value.numbers import sameness
from coach.store import form
from coach.store.rebase import plan_from_example
from coach.values import Claim

PACK = Pack()
FOLDER = default_root() / "examples"
WEAK = sorted(FOLDER.glob(f"{PRACTICE}*.toml"))
FILES = sorted(set(FOLDER.glob("*.toml")) - set(WEAK))
DEEPER = ["larch-and-barley", "kettle-round", "spoke-by-eight"]
DEEPEST = ["loft-week", "molar-guard", "ash-and-peg"]


def read(file: Path) -> Plan:
    return form.load(file.read_bytes(), file.name).plan


DEPTHS = [(file, depth) for file in FILES for depth in Depth if depth <= read(file).level]
"""Every example at its own depth, and at every depth below."""

every_file = pytest.mark.parametrize("file", [*FILES, *WEAK], ids=lambda file: file.stem)
each_weak = pytest.mark.parametrize("file", WEAK, ids=lambda file: file.stem)
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
each_depth = pytest.mark.parametrize(
    ("file", "depth"), DEPTHS, ids=[f"{file.stem}-{depth.key}" for file, depth in DEPTHS]
)


def claims(plan: Plan) -> list[Claim]:
    rows = [each.evidence for each in plan.niche.candidates]
    return [*rows, plan.niche.count_claim, plan.value.promise_claim]


def found(plan: Plan, today: dt.date) -> list[Finding]:
    """What is open; an example's own weakness is set aside."""
    return [each for each in Coach(PACK, today).check(plan) if each.open]


def test_they_come_from_four_sectors_and_lead_in_all_five_ways() -> None:
    plans = [read(file) for file in FILES]
    assert len(plans) >= 8
    assert {plan.start.sector for plan in plans} == {*Sector} - {Sector.OTHER}
    assert {plan.differentiation.primary for plan in plans} == {*Type}


def test_each_depth_has_its_examples() -> None:
    depths = {file.stem: read(file).level for file in FILES}
    assert [name for name, depth in depths.items() if depth is Depth.INTERMEDIATE] == sorted(DEEPER)
    assert [name for name, depth in depths.items() if depth is Depth.ADVANCED] == sorted(DEEPEST)
    assert Depth.FUNDAMENTALS in depths.values()


@every_file
def test_it_is_stored_as_the_program_saves_it(file: Path) -> None:
    data = file.read_bytes()
    loaded = form.load(data, file.name)
    assert loaded.notices == ()
    assert form.dump(loaded.plan) == data


@each_depth
def test_every_question_is_answered(file: Path, depth: Depth) -> None:
    plan = read(file)
    plan.depth = depth.key
    progress = flow.progress(plan)
    assert {key: state for key, state in progress.cards.items() if state != "done"} == {}
    assert progress.answered == progress.asked > 0


@each_file
def test_what_is_linked_is_there(file: Path) -> None:
    plan = read(file)
    for path, field in flow.paths(plan):
        if field.pick and (picked := plan.get(path)):
            assert picked in [row.id for row in plan.get(field.pick)], path
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            if field.kind is Kind.GRID:
                grid, squares = plan.get(card.path(field)), {*grids.squares(field, plan)}
                for side in (grid.scores, grid.reasons):
                    assert {(row, column) for row in side for column in side[row]} <= squares


def unanswered(name: str) -> set[tuple[str, ...]]:
    """The questions that no row of the plan answers, optional ones included."""
    plan = read(FOLDER / f"{name}.toml")
    told: dict[tuple[str, ...], bool] = {}
    for path, field in flow.paths(plan):
        question = flow.place(path).worded
        given = flow.state(field, plan.get(path), plan) is flow.State.DONE
        told[question] = told.get(question, False) or given
    return {question for question, given in told.items() if not given}


@pytest.mark.parametrize("name", DEEPEST)
def test_the_advanced_ones_leave_no_question_out(name: str) -> None:
    # Without a segment the whole niche is meant; the fullest example chooses one.
    segment = set() if name == "loft-week" else {("value.job", "segment")}
    assert unanswered(name) == segment


@each_depth
def test_the_coach_finds_no_fault_on_the_day_it_was_written(file: Path, depth: Depth) -> None:
    plan = read(file)
    plan.depth = depth.key
    assert [f"{each.rule} {each.field}" for each in found(plan, plan.changed.date())] == []


@each_file
def test_a_weakness_that_the_founder_lives_with_is_set_aside_and_says_why(file: Path) -> None:
    plan = read(file)
    today = plan.changed.date()
    aside = [each for each in Coach(PACK, today).check(plan) if not each.open]
    assert aside
    assert {(each.rule, each.field) for each in plan.set_aside} == {
        (each.rule, each.field) for each in aside
    }
    for entry in plan.set_aside:
        assert len(entry.reason.split()) >= 15
        assert entry.date <= today


def test_each_shows_another_weakness() -> None:
    rules = [entry.rule for file in FILES for entry in read(file).set_aside]
    assert len(set(rules)) == len(rules) >= len(FILES)


@each_weak
def test_a_weak_one_says_what_to_do_and_has_much_to_mend_in_most_steps(file: Path) -> None:
    plan = read(file)
    assert plan.start.name.startswith("Practice:")
    assert plan.start.offering.startswith("Practice: mend what the coach finds")
    assert set(flow.progress(plan).cards.values()) == {"done"}  # so it opens where that is said
    mistakes = found(plan, plan.changed.date())
    assert len({each.rule for each in mistakes}) >= 8
    assert len({each.step for each in mistakes}) >= 4
    assert plan.set_aside == []


def test_there_are_two_to_practise_on_and_they_come_last() -> None:
    assert len(WEAK) >= 2
    listed = [example.name for example in PACK.examples()]
    assert listed == [file.stem for file in [*FILES, *WEAK]]
    assert [example.practice for example in PACK.examples()] == sorted(
        name.startswith(PRACTICE) for name in listed
    )


@each_weak
@pytest.mark.parametrize("today", [dt.date(2027, 3, 1), dt.date(2031, 12, 31)], ids=str)
def test_a_weak_one_is_as_weak_when_it_is_opened_years_later(file: Path, today: dt.date) -> None:
    example = next(each for each in PACK.examples() if each.name == file.stem)
    plan = read(file)
    then = {(each.rule, each.field) for each in found(plan, plan.changed.date())}
    assert {(e.rule, e.field) for e in found(plan_from_example(example, today), today)} == then


@each_file
@pytest.mark.parametrize("today", [dt.date(2027, 3, 1), dt.date(2031, 12, 31)], ids=str)
def test_it_is_as_sound_when_it_is_opened_years_later(file: Path, today: dt.date) -> None:
    example = next(each for each in PACK.examples() if each.name == file.stem)
    plan = plan_from_example(example, today)
    assert [f"{each.rule} {each.field}" for each in found(plan, today)] == []


@every_file
def test_its_words_name_no_day_that_would_not_move_along(file: Path) -> None:
    told = "\n".join(
        str(plan.get(path))
        for plan in [read(file)]
        for path, field in flow.paths(plan)
        if field.kind == "text"
    )
    assert [year for year in range(1990, 2040) if str(year) in told] == []


@each_file
def test_it_shows_proof_and_owns_up_to_what_is_only_assumed(file: Path) -> None:
    plan = read(file)
    assumed = [claim for claim in claims(plan) if claim.assumed]
    known = [claim for claim in claims(plan) if not claim.assumed]
    assert 0 < len(assumed) < len(known)
    for claim in known:
        assert claim.source
        assert claim.points
        assert claim.date
        assert claim.date <= plan.changed.date()


@each_file
def test_the_statement_can_be_said_in_one_breath(file: Path) -> None:
    plan = read(file)
    slots = {
        key: getattr(plan.value.statement, key) for key in type(plan.value.statement).model_fields
    }
    assert len(PACK.topic("value.statement").sentence.format(**slots).split()) <= 35


@pytest.mark.parametrize("name", [*DEEPER, *DEEPEST])
def test_what_is_said_in_ten_and_in_thirty_words_has_no_more(name: str) -> None:
    value = read(FOLDER / f"{name}.toml").value
    assert 0 < len(value.ten_words.split()) <= 10
    assert 10 < len(value.thirty_words.split()) <= 30


@each_file
def test_the_brief_fits_one_page_and_cuts_nothing_off(file: Path) -> None:
    plan = read(file)
    brief = build("brief", plan, PACK, today=plan.changed.date())
    text = render(brief, "markdown")
    assert fits(brief.blocks)
    assert "…" not in text
    assert f"What they try to do: {plan.value.job}." in text
    assert f"Today they use {plan.value.alternatives[0].name}, " in text


@each_file
def test_the_pitch_takes_half_a_minute(file: Path) -> None:
    plan = read(file)
    assert "Cut " not in render(build("pitch", plan, PACK, today=plan.changed.date()), "markdown")


def test_the_dental_figures_come_out_as_the_guide_says() -> None:
    niche = read(FOLDER / "molar-guard.toml").niche
    assert numbers.reachable(niche) == 925
    assert numbers.customers(niche) == 111
    assert numbers.revenue(niche) == 559_440
    assert numbers.break_even(niche) == 25
    assert figures.percent((numbers.carry_ratio(niche) or 0) * 100) == "2.7 %"
    value = read(FOLDER / "molar-guard.toml").value
    assert worth.economic_value(value) == 6_250
    assert worth.customer_gain(value) == 1_210
    assert figures.percent(worth.captured(value)) == "54.3 %"


@pytest.mark.parametrize("name", [*DEEPER, *DEEPEST])
def test_its_deeper_figures_hold_what_the_guide_asks_for(name: str) -> None:
    plan = read(FOLDER / f"{name}.toml")
    assert comparison(plan.niche, plan.level).standing.winner == plan.niche.chosen
    triples = spread.triples(plan.niche)
    assert triples
    assert 0.6 < spread.spread(triples).carried / spread.DRAWS < 0.95
    factors = canvas.compared(plan)
    assert canvas.FEWEST <= (canvas.focus(factors) or 0) <= canvas.MOST
    for rival in range(len(plan.value.alternatives)):
        assert (canvas.shape(*canvas.pair(factors, rival)) or 0) < canvas.SAME_SHAPE
    for alternative in plan.value.alternatives:
        true, marked = sameness(plan.value, alternative)
        assert true < marked / 2
    assert [each.type for each in fit.best(fit.fits(plan))] == [plan.differentiation.primary]
