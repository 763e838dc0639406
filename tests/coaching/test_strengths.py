"""Strengths: only on evidence, apart from the findings, and never lost by more evidence."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging import laid_over
from strategies import plans

from coach.coaching.engine import RULES, STRENGTHS, Coach, set_aside
from coach.coaching.rule import Level
from coach.pack.pack import Pack
from coach.plan import STEP_KEYS, Plan
from coach.values import Answers, Claim, Status

PACK = Pack()
TODAY = dt.date(2026, 11, 1)
COACH = Coach(PACK, TODAY)
IDS = [rule.id for rule in STRENGTHS]


def good(rule):
    return Plan.model_validate({"depth": "advanced", **PACK.rule(rule).good})


def shown(plan, rule=""):
    return [each for each in COACH.strengths(plan) if rule in ("", each.rule)]


def row(kind, **answers):
    """The part of a plan that is the first row of a page's example with other answers."""
    step, key, page = kind
    rows = [dict(each) for each in PACK.rule(page).good[step][key]]
    return {step: {key: [rows[0] | answers, *rows[1:]]}}


def evidence(page, path, **answers):
    """The part of a plan in which a claim of a page's example says something else."""
    table = PACK.rule(page).good
    step, key = path
    if key.endswith("_claim"):
        return {step: {key: table[step][key] | answers}}
    rows = table[step][key]
    return {step: {key: [rows[0] | {"evidence": rows[0]["evidence"] | answers}]}}


CANDIDATE = ("niche", "candidates")
COUNT = ("niche", "count_claim")
PROMISE = ("value", "promise_claim")
BELIEF = ("review", "assumptions")
RISK = ("risk", "risks", "ST07")
TEST = ("review", "tests", "ST08")
RESOURCE = ("differentiation", "resources", "ST05")
OLD, FUTURE = dt.date(2024, 5, 1), dt.date(2026, 12, 1)

LOST = {
    "need: heard only": ("ST01", evidence("ST01", CANDIDATE, status="heard")),
    "need: four cases": ("ST01", evidence("ST01", CANDIDATE, points=4)),
    "need: no source": ("ST01", evidence("ST01", CANDIDATE, source=" ")),
    "need: source is a guess": ("ST01", evidence("ST01", CANDIDATE, source="our experience")),
    "need: source is nothing": ("ST01", evidence("ST01", CANDIDATE, source="n/a")),
    "need: old": ("ST01", evidence("ST01", CANDIDATE, date=OLD)),
    "need: not yet": ("ST01", evidence("ST01", CANDIDATE, date=FUTURE)),
    "need: not chosen": ("ST01", {"niche": {"chosen": ""}}),
    "carries: assumed": ("ST02", evidence("ST02", COUNT, status="assumed")),
    "carries: no day": ("ST02", evidence("ST02", COUNT, date=None)),
    "carries: old": ("ST02", evidence("ST02", COUNT, date=dt.date(2024, 1, 1))),
    "carries: over a tenth": ("ST02", {"niche": {"fixed_cost": 400_000}}),
    "carries: nothing to carry": ("ST02", {"niche": {"fixed_cost": 0}}),
    "carries: each order loses": ("ST02", {"niche": {"unit_cost": 500}}),
    "promise: heard only": ("ST03", evidence("ST03", PROMISE, status="heard")),
    "promise: not written": ("ST03", {"value": {"promise": ""}}),
    "pains: one is small": ("ST04", row(("value", "pains", "ST04"), importance=2)),
    "pains: one not scored": ("ST04", row(("value", "pains", "ST04"), satisfaction=None)),
    "pains: no word how": ("ST04", row(("value", "offers", "ST04"), how="")),
    "pains: nobody heard": ("ST04", {"niche": {"candidates": []}}),
    "copy: not rare": ("ST05", row(RESOURCE, rare="no")),
    "copy: a test left out": ("ST05", row(RESOURCE, organised=None)),
    "copy: no reason": ("ST05", row(RESOURCE, reason="")),
    "copy: as long as payback": ("ST05", row(RESOURCE, months=9)),
    "copy: nobody heard": ("ST05", {"niche": {"candidates": []}}),
    "named: few asked": ("ST06", {"differentiation": {"asked": 4, "named": 3}}),
    "named: under a third": ("ST06", {"differentiation": {"asked": 12, "named": 3}}),
    "named: two": ("ST06", {"differentiation": {"asked": 5, "named": 2}}),
    "named: more than asked": ("ST06", {"differentiation": {"asked": 5, "named": 6}}),
    "ruin: borne": ("ST07", row(RISK, treatment="take")),
    "ruin: undecided": ("ST07", row(RISK, treatment=None)),
    "ruin: no trigger": ("ST07", row(RISK, trigger="")),
    "ruin: a hope": ("ST07", row(RISK, contingency="monitor closely")),
    "ruin: everybody's": ("ST07", row(RISK, owner="the team")),
    "ruin: closed": ("ST07", row(RISK, status="closed")),
    "ruin: would be survived": ("ST07", {"risk": {"reserve": 60_000}}),
    "ruin: reserve unknown": ("ST07", {"risk": {"reserve": None}}),
    "ruin: nobody heard": ("ST07", {"niche": {"candidates": []}}),
    "test: no figure": ("ST08", row(TEST, threshold="most of them")),
    "test: far off": ("ST08", row(TEST, due=dt.date(2026, 12, 2))),
    "test: past": ("ST08", row(TEST, due=dt.date(2026, 10, 31))),
    "test: everybody's": ("ST08", row(TEST, owner="everyone")),
    "test: of nothing": ("ST08", row(TEST, assumption="")),
    "test: little hangs on it": ("ST08", row(("review", "assumptions", "ST08"), importance=3)),
    "belief: little hangs on it": ("ST09", row(("review", "assumptions", "ST09"), importance=3)),
    "belief: heard only": ("ST09", evidence("ST09", BELIEF, status="heard")),
}


@pytest.mark.parametrize("rule", IDS)
def test_the_good_example_shows_it_in_the_founders_words(rule):
    page = PACK.rule(rule)
    for each in (found := shown(good(rule), rule)):
        assert "{" not in each.message
        assert "“”" not in each.message
        assert (each.why, each.keep) == (page.why, page.keep)
        assert each.field.startswith(f"{each.step}.")
    assert found


@pytest.mark.parametrize("case", LOST)
def test_it_is_not_said_where(case):
    rule, part = LOST[case]
    plan = laid_over(good(rule), part)
    assert shown(good(rule), rule)
    assert not shown(plan, rule)


@pytest.mark.parametrize(
    ("status", "words"),
    [("observed", "seen in 7"), ("committed", "7 gave"), ("paid", "7 paid")],
)
def test_the_words_tell_how_it_is_known(status, words):
    plan = laid_over(good("ST01"), evidence("ST01", CANDIDATE, status=status))
    (strength,) = shown(plan, "ST01")
    assert words in strength.message
    assert "Incident notes of seven practices" in strength.message


def test_a_pain_that_hurts_as_much_as_the_third_needs_an_offer_as_well():
    pains = PACK.rule("ST04").good["value"]["pains"]
    fourth = pains[2] | {"id": "p4", "what": "Bills come late"}
    assert not shown(laid_over(good("ST04"), {"value": {"pains": [fourth, *pains]}}), "ST04")
    less = fourth | {"importance": 5}
    assert shown(laid_over(good("ST04"), {"value": {"pains": [less, *pains]}}), "ST04")


def test_one_more_ruinous_risk_that_is_borne_takes_it_away_and_one_that_is_answered_does_not():
    rows = PACK.rule("ST07").good["risk"]["risks"]
    second = rows[0] | {"id": "r2", "event": "The landlord ends the lease", "impact": 90_000}
    (both,) = shown(laid_over(good("ST07"), {"risk": {"risks": [*rows, second]}}), "ST07")
    assert "2 risks" in both.message
    assert "The landlord" in both.message
    borne = second | {"treatment": "retain"}
    assert not shown(laid_over(good("ST07"), {"risk": {"risks": [*rows, borne]}}), "ST07")


def test_an_untested_belief_that_matters_as_much_takes_it_away():
    rows = PACK.rule("ST08").good["review"]["assumptions"]
    other = {"id": "a2", "statement": "Owners sign for twelve months", "importance": 5}
    plan = laid_over(good("ST08"), {"review": {"assumptions": [*rows, other]}})
    assert not shown(plan, "ST08")
    plan.review.assumptions[1].importance = 4
    assert shown(plan, "ST08")


def test_nothing_good_is_said_of_an_answer_with_an_open_flaw():
    plan = laid_over(good("ST03"), {"value": {"promise": "Better quality for everyone"}})
    assert shown(plan, "ST03") == []
    for finding in COACH.check(plan):
        plan.set_aside.append(set_aside(finding, "they all say so", TODAY))
    assert shown(plan, "ST03")


def test_every_step_has_one():
    steps = {each.step for rule in IDS for each in shown(good(rule), rule)}
    assert steps == {"niche", "value", "differentiation", "risk", "review"}


def test_they_are_no_findings():
    assert not set(IDS) & {rule.id for rule in RULES}
    assert "strength" not in list(Level)
    for rule in IDS:
        assert not [each for each in COACH.check(good(rule)) if each.rule in IDS]


def test_what_is_not_asked_at_this_depth_is_not_said():
    plan = good("ST05")
    plan.depth = "fundamentals"
    assert not shown(plan)


def test_a_pack_may_switch_one_off(tmp_path):
    head = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "pack.toml").write_text(head, encoding="utf-8")
    page = tmp_path / "rules" / "strengths" / "ST01.md"
    page.parent.mkdir(parents=True)
    page.write_text('+++\nlevel = "off"\n+++\n', encoding="utf-8")
    assert Coach(Pack.open(tmp_path), TODAY).strengths(good("ST01")) == ()


def test_an_empty_plan_has_none():
    assert COACH.strengths(Plan(depth="advanced")) == ()


def claims_of(answers):
    for key in type(answers).model_fields:
        value = getattr(answers, key)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Claim):
                yield each
            elif isinstance(each, Answers):
                yield from claims_of(each)


def claims_in(plan, steps=STEP_KEYS):
    return [claim for step in steps for claim in claims_of(getattr(plan, step))]


WHOLE = laid_over(
    Plan(depth="advanced"),
    {
        step: {
            key: value
            for rule in IDS
            for key, value in PACK.rule(rule).good.get(step, {}).items()
            if rule != "ST09"
        }
        for step in STEP_KEYS
    },
)
"""All good examples in one plan."""


def test_all_of_them_stand_side_by_side_in_the_order_of_the_walk():
    found = shown(WHOLE)
    assert {each.rule for each in found} >= {f"ST0{number}" for number in range(2, 9)}
    steps = [STEP_KEYS.index(each.step) for each in found]
    assert steps == sorted(steps)


@given(plans())
def test_a_plan_of_guesses_has_none(plan):
    for claim in claims_in(plan):
        claim.status = Status.ASSUMED
    plan.differentiation.asked = None
    assert COACH.strengths(plan) == ()


@pytest.mark.parametrize("rule", [rule for rule in IDS if rule != "ST06"])
def test_the_good_example_of_guesses_shows_nothing(rule):
    plan = good(rule)
    for claim in claims_in(plan):
        claim.status = Status.ASSUMED
    assert not shown(plan, rule)


STRONGER = st.tuples(
    st.integers(0, 20),
    st.sampled_from(list(Status)),
    st.integers(0, 50),
    st.sampled_from(["Calls with 12 owners", "Pilot log, September", "Signed orders"]),
    st.dates(dt.date(2026, 2, 1), TODAY),
)


@given(st.one_of(st.just(WHOLE), st.sampled_from(IDS).map(good), plans()), st.lists(STRONGER))
def test_more_evidence_never_takes_one_away(plan, more):
    plan = plan.model_copy(deep=True)
    before = {(each.rule, each.field) for each in COACH.strengths(plan)}
    known = claims_in(plan)
    for at, status, points, source, day in more:
        if not known:
            break
        claim = known[at % len(known)]
        claim.status = max(claim.status, status, key=lambda each: each.rank)
        claim.points = max(claim.points or 0, points)
        claim.source = f"{claim.source} {source}".strip()
        claim.date = max(claim.date, day) if claim.date and claim.date <= TODAY else day
    assert before <= {(each.rule, each.field) for each in COACH.strengths(plan)}


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(random):
    plan = WHOLE.model_copy(deep=True)
    before = COACH.strengths(plan)
    for _, rows in plan.records():
        random.shuffle(rows)
    assert set(before) == set(COACH.strengths(plan))
