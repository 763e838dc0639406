"""Which cards a pack asks, and in which order: everything else follows from the plan's walk."""

from pathlib import Path

import pytest
from fullest import fullest

from coach import flow
from coach.cli.stops import stops
from coach.coaching.engine import Coach
from coach.export import documents
from coach.export.worksheet import worksheet
from coach.pack.pack import Pack
from coach.pack.read import BrokenPack
from coach.plan import Plan
from coach.store import form
from coach.store.rebase import plan_from_example
from coach.walks import take_on, walk_of

ABOUT = 'id = "short"\ntitle = "Short"\nversion = "3"\nlanguage = "en"\n'
SHORT = ("risk.risks", "niche.choice", "niche.candidates", "start.business")


def pack_with(root: Path, walk: str) -> Pack:
    root.mkdir(parents=True, exist_ok=True)
    (root / "pack.toml").write_text(f"{ABOUT}{walk}", encoding="utf-8")
    return Pack.open(root)


@pytest.fixture
def short(tmp_path: Path) -> Pack:
    names = ", ".join(f'"{key}"' for key in SHORT)
    return pack_with(tmp_path / "short", f"[walk]\ncards = [{names}]\n")


def test_a_plan_takes_its_packs_walk_on_and_keeps_it(short: Pack) -> None:
    plan = Plan()
    take_on(plan, short)
    assert (plan.pack, plan.pack_version, tuple(plan.walk)) == ("short", "3", SHORT)
    again = form.load(form.dump(plan), "x").plan
    assert (again.pack, again.pack_version, again.walk) == ("short", "3", list(SHORT))
    assert form.is_blank(plan)


def test_the_default_pack_asks_everything_and_says_so_with_nothing() -> None:
    plan = Plan()
    take_on(plan, Pack())
    assert plan.walk == []
    assert "walk" not in form.tree_of(plan)
    assert flow.order(plan) == flow.CARDS


def test_what_is_asked_and_in_which_order_follows_from_the_walk(short: Pack) -> None:
    plan = Plan()
    take_on(plan, short)
    assert [card.key for card in flow.walk(plan)] == list(SHORT)
    assert [step.key for step in flow.steps(plan)] == ["risk", "niche", "start"]
    progress = flow.progress(plan)
    assert list(progress.cards) == list(SHORT)
    assert progress.asked < flow.progress(Plan()).asked
    paths = {path.split(".")[0] for path, _ in flow.paths(plan)}
    assert paths == {"niche", "start"}  # a list without rows has no answers
    assert flow.asked(flow.card("value.job"), plan) == ()
    assert flow.rank(flow.card("niche.choice"), plan) < flow.rank(flow.card("niche.size"), plan)


def test_a_walk_keeps_to_the_depth(short: Pack, tmp_path: Path) -> None:
    plan = Plan()
    take_on(plan, pack_with(tmp_path / "deep", '[walk]\nleave_out = ["niche.size"]\n'))
    keys = {card.key for card in flow.walk(plan)}
    assert keys == {card.key for card in flow.walk(Plan())} - {"niche.size"}
    plan.depth = "advanced"
    deep = {card.key for card in flow.walk(plan)}
    assert deep == {card.key for card in flow.walk(Plan(depth="advanced"))} - {"niche.size"}


def test_a_pack_over_another_takes_its_walk_or_leaves_more_out(short: Pack, tmp_path: Path) -> None:
    above = pack_with(tmp_path / "above", "")
    above.base = short
    assert walk_of(above) == SHORT
    above = pack_with(tmp_path / "less", '[walk]\nleave_out = ["niche.choice"]\n')
    above.base = short
    assert walk_of(above) == ("risk.risks", "niche.candidates", "start.business")


def test_answers_to_cards_that_are_left_out_stay_and_are_exported(short: Pack) -> None:
    plan = fullest()
    before = form.tree_of(plan)
    take_on(plan, short)
    left = {key: value for key, value in form.tree_of(plan).items() if key in before}
    assert left == before | {"pack": "short"}
    text = documents.render(documents.build("plan", plan, short), "markdown")
    assert plan.niche.exclusion in text
    assert plan.value.statement.benefit.lower() in text.lower()
    assert text.index("## Risks") < text.index("## Niche") < text.index("## Value")
    assert plan.value.statement.benefit in worksheet(plan, short)


def test_what_is_left_out_is_not_called_open_where_nobody_answered(short: Pack) -> None:
    plan = Plan()
    take_on(plan, short)
    text = documents.render(documents.build("plan", plan, short), "markdown")
    assert "## Value" not in text
    assert "## Niche" in text
    sheet = worksheet(plan, short, blank=True)
    assert "## Value" not in sheet
    assert "niche.candidates" in sheet


def test_rules_keep_quiet_about_what_is_left_out(short: Pack) -> None:
    plan = fullest()
    coach = Coach(Pack())
    everywhere = {flow.place(f.field).card.key for f in coach.check(plan)}
    assert everywhere - set(SHORT)
    take_on(plan, short)
    assert {flow.place(f.field).card.key for f in coach.check(plan)} <= set(SHORT)
    ranks = [flow.rank(flow.place(f.field).card, plan) for f in coach.check(plan)]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("key", ["niche.candidates", "niche.choice", "value.pains", "value.gains"])
def test_no_rule_asks_elsewhere_for_what_is_left_out(key: str) -> None:
    coach = Coach(Pack())
    for example in Pack().examples():
        plan = plan_from_example(example)
        before = {(f.rule, f.field) for f in coach.check(plan)}
        for field in flow.card(key).fields:
            step = getattr(plan, key.partition(".")[0])
            plan.put(flow.card(key).path(field), getattr(type(step)(), field.key))
        plan.walk = [card.key for card in flow.CARDS if card.key != key]
        assert {(f.rule, f.field) for f in coach.check(plan)} <= before


@pytest.mark.parametrize(
    "walk",
    [
        ["no.card"],
        ["niche.worth"],  # asked at a deeper depth alone
        ["differentiation.detail"],  # asked after a choice alone
    ],
)
def test_a_walk_that_begins_nowhere_is_none(walk: list[str]) -> None:
    plan = Plan(walk=walk)
    assert flow.walk(plan) == flow.walk(Plan())


def test_a_walk_edited_by_hand_is_put_in_order() -> None:
    plan = Plan(walk=["niche.size", "start.business", "old.card", "niche.candidates", "niche.size"])
    assert [card.key for card in flow.walk(plan)] == [
        "niche.size",
        "niche.candidates",
        "start.business",
    ]


@pytest.mark.parametrize(
    ("walk", "told"),
    [
        ('[walk]\ncards = [\n"start.business",\n"niche.candidate",\n]\n', r":8: there is no card"),
        ('[walk]\ncards = ["niche.candidate"]\n', "did you mean 'niche.candidates'"),
        ('[walk]\nleave_out = ["x"]\n', "cards are called like"),
        ("[walk]\n", "either 'cards' or 'leave_out' is expected"),
        ('[walk]\ncards = ["start.business"]\nleave_out = ["niche.size"]\n', "either 'cards' or"),
        ('[walk]\ncards = ["start.business", "start.business"]\n', "stands there twice"),
        (
            '[walk]\ncards = ["niche.size", "start.business", "niche.candidates"]\n',
            "stands apart from",
        ),
        ('[walk]\ncards = ["niche.worth"]\n', "no card is left that asks something"),
        ('[walk]\ncard = ["niche.worth"]\n', "'card' is unknown; did you mean 'cards'"),
        ('[walk]\ncards = "niche.worth"\n', "'cards' must be a list"),
        ("walk = 1\n", "'walk' must be a table"),
    ],
)
def test_a_walk_that_is_none_is_refused_with_its_line(tmp_path: Path, walk: str, told: str) -> None:
    with pytest.raises(BrokenPack, match=told):
        walk_of(pack_with(tmp_path / "bad", walk))


@pytest.mark.parametrize("form_key", documents.FORMS)
@pytest.mark.parametrize("full", [True, False])
def test_every_document_can_be_made_of_a_short_walk(short: Pack, form_key: str, full: bool) -> None:
    plan = fullest() if full else Plan()
    take_on(plan, short)
    document = documents.build(form_key, plan, short)
    for kind in documents.formats_of(form_key):
        assert documents.render(document, kind)


def test_a_step_without_a_card_has_no_questions_in_lines(short: Pack) -> None:
    plan = Plan()
    take_on(plan, short)
    assert stops(plan, "value") == []
    assert {stop.path.split(".")[0] for stop in stops(plan)} == {"risk", "niche", "start"}
