"""What holds for all findings: quiet at the start, set aside and back, fresh as recomputed."""

import datetime as dt
import random

import pytest
from fullest import fullest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import plans

from coach import flow
from coach.answers import show
from coach.coaching.engine import RULES, Coach, counts, fill, set_aside
from coach.coaching.language import Reader
from coach.coaching.rule import Context, Hit, Level, Rules
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Depth, Kind
from coach.refusal import Refusal
from coach.steps.niche.model import Candidate

PACK = Pack()
TODAY = dt.date(2026, 11, 1)
LISTS = sorted(path.stem for path in (PACK.root / "words").glob("*.toml"))
PHRASES = sorted({phrase for name in LISTS for phrase in PACK.words(name)})
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def speaking(plan, seed):
    """The plan with phrases of the word lists in its texts, so that many rules have a say."""
    dice = random.Random(seed)
    for path, part in list(flow.paths(plan)):
        if part.kind is Kind.TEXT and dice.random() < 0.7:
            plan.put(path, " ".join(dice.choices(PHRASES, k=dice.randint(0, 5))))
    if plan.niche.candidates and dice.random() < 0.8:
        plan.niche.chosen = plan.niche.candidates[0].id
    return plan


def spoken():
    return st.builds(speaking, plans(), st.integers(0, 10**6))


def shown(findings):
    return {(each.rule, each.field, each.message, each.set_aside) for each in findings}


# -- quiet at the start ------------------------------------------------------------------


def test_an_empty_plan_hears_nothing():
    for depth in Depth:
        assert Coach(PACK, TODAY).check(Plan(depth=depth.key)) == ()


@pytest.mark.parametrize(
    "path",
    [path for path, part in flow.paths(Plan(depth="advanced")) if part.kind is Kind.TEXT],
)
def test_one_first_answer_is_not_nagged(path):
    """Whoever has just begun somewhere is not told what is missing everywhere."""
    plan = Plan(depth="advanced")
    plan.put(path, "Twelve bakers in Ghent with an oven older than 2010")
    assert Coach(PACK, TODAY).check(plan) == ()


LINE = "_" * 400
"""A line to write on, which no pattern may try to take apart in every way there is."""


@pytest.mark.parametrize(
    "sign",
    [
        *("!", "¡", "… –", "🧷", "'", "1", "a", "we not", "If ", "once …"),
        *(f"A {LINE} (fill in)", f"be happy with {LINE}", "a " * 400),
        *(f"The best baker in {LINE} ,", "love " * 40 + "zebra", "our work " * 40 + "zebra"),
        *("professional " * 40 + "zebra", f"They know us and {LINE} ,"),
        *("who " * 1_500, "9" * 6_000, "a.b. " * 1_200),
        "The cheapest round: we carry zero stock, where shops carry 60 parts",
        "90 owners, one visit a month, 40 minutes, and zero calls a week go unanswered",
    ],
)
def test_an_answer_of_signs_breaks_no_rule(sign):
    """In each text in turn, since a rule may look no further where another answer is odd."""
    plan, coach = fullest(), Coach(PACK, TODAY)
    texts = {path: part for path, part in flow.paths(plan) if part.kind is Kind.TEXT}
    paths = {flow.place(path).worded: path for path in texts}  # one row of each list
    for path in paths.values():
        before = plan.get(path)
        plan.put(path, sign)
        coach.check(plan)
        plan.put(path, before)


def test_what_a_newer_version_keeps_in_a_step_breaks_nothing():
    coach, plan = Coach(PACK, TODAY), Plan.model_validate({"niche": {"choice": "x", "who": 3}})
    assert coach.check(plan) == ()
    plan.niche.exclusion = "nobody"
    assert [each.rule for each in coach.check(plan)] == ["NI15"]


def test_the_first_words_of_a_row_are_not_nagged():
    first = {"niche.candidates": "name", "niche.channels": "name", "niche.segments": "name"}
    first |= {"value.pains": "what", "value.alternatives": "name"}
    first |= {"risk.risks": "event", "review.tests": "belief"}
    for path, key in first.items():
        step, name = path.split(".")
        row = {"id": "k1", key: "Twelve bakers in Ghent drop us by May"}
        plan = Plan.model_validate({"depth": "advanced", step: {name: [row]}})
        assert Coach(PACK, TODAY).check(plan) == ()


def test_nothing_is_said_about_what_is_not_asked_at_this_depth():
    plan = Plan.model_validate(PACK.rule("NI16").bad)
    assert "NI16" in [each.rule for each in Coach(PACK, TODAY).check(plan)]
    plan.depth = Depth.FUNDAMENTALS.key
    assert "NI16" not in [each.rule for each in Coach(PACK, TODAY).check(plan)]


def test_nothing_is_said_about_another_types_question():
    plan = Plan.model_validate(PACK.rule("DI07").bad)
    plan.differentiation.primary = None
    fields = [each.field for each in Coach(PACK, TODAY).check(plan)]
    assert "differentiation.service_promise" not in fields


# -- order and form ----------------------------------------------------------------------


def test_findings_come_in_the_order_of_the_walk(good):
    plan = good()
    plan.review.next_review = None
    plan.risk.risks[3].owner = plan.risk.risks[1].owner = "team"
    plan.niche.exclusion = "none"
    plan.value.statement.audience = "Businesses of every size"
    plan.niche.candidates[0].who = "Everyone"
    found = [(each.rule, each.field) for each in Coach(PACK, TODAY).check(plan)]
    assert found == [
        ("NI01", "niche.candidates.k1.who"),
        ("NI15", "niche.exclusion"),
        ("VP01", "value.statement.audience"),
        ("RI05", "risk.risks.k2.owner"),
        ("RI05", "risk.risks.k4.owner"),
        ("RE16", "review.next_review"),
    ]


def test_worst_first_within_a_field(good):
    plan = good()
    plan.differentiation.reason = "We differentiate through quality, price, service and AI."
    levels = [
        each.level
        for each in Coach(PACK, TODAY).check(plan)
        if each.field == "differentiation.reason"
    ]
    assert levels == [Level.BLOCKER, Level.FLAW]


def test_levels_are_ordered():
    assert sorted(Level, key=lambda level: level.rank) == ["blocker", "flaw", "gap", "hint"]


def test_fill_puts_in_values_once_and_leaves_other_braces():
    hit = Hit("value.job", "a {level}", {"level": "{quote}", "count": "7"})
    text = "{quote} {level} {count} {other} {}"
    assert fill(text, hit) == "“a {level}” {quote} 7 {other} {}"


def test_a_long_answer_is_quoted_short():
    finding = fill("{quote}!", Hit("value.job", "word\n" * 500))
    assert len(finding) < 170
    assert "\n" not in finding


@QUICK
@given(spoken())
def test_every_finding_leads_somewhere_and_quotes_the_founder(plan):
    deep = plan.model_copy(update={"depth": "advanced"})
    told = [show(plan.get(path)) for path, _ in flow.paths(deep)]
    told += [str(row.category) for row in plan.risk.risks]
    reader = Reader(PACK.words)
    seen = set()
    for rule in RULES:
        context = Context(
            rule.id, reader, PACK.rule(rule.id).limits, TODAY, lambda: "€", plan.level
        )
        for reads in rule.looks:
            subject = getattr(plan, reads[0]) if len(reads) == 1 else plan
            for hit in rule.check(subject, context):
                assert flow.place(hit.field).card.step in reads
                plan.get(hit.field)
                assert (rule.id, hit.field) not in seen
                seen.add((rule.id, hit.field))
                assert not hit.quote or any(hit.quote in text for text in told), (rule.id, hit)
    for finding in Coach(PACK, TODAY).check(plan):
        assert finding.message
        assert "{quote}" not in finding.message
        assert "“”" not in finding.message


# -- set aside ---------------------------------------------------------------------------


def everyone():
    plan = Plan()
    plan.niche = type(plan.niche).model_validate(
        {"candidates": [{"id": "k1", "who": "Everyone"}, {"id": "k2", "who": "SMEs"}]}
    )
    return plan


def test_a_finding_set_aside_stays_until_the_answer_changes():
    plan, coach = everyone(), Coach(PACK, TODAY)
    first, second = coach.check(plan)
    plan.set_aside = [set_aside(first, "We are the only shop on the island", TODAY)]
    first, second = coach.check(plan)
    assert (first.open, second.open) == (False, True)
    assert first.set_aside == "We are the only shop on the island"
    assert counts(coach.check(plan))[Level.BLOCKER] == 1

    plan.niche.candidates[1].who = "SMEs in Ghent"
    assert not coach.check(plan)[0].open  # another answer does not matter
    plan.niche.candidates[0].who = "Everybody"
    assert coach.check(plan)[0].open
    plan.niche.candidates[0].who = "Everyone"
    assert not coach.check(plan)[0].open


def test_what_is_set_aside_comes_back_when_the_quoted_words_change_elsewhere():
    plan, coach = Plan.model_validate(PACK.rule("VP11").bad), Coach(PACK, TODAY)
    finding = next(each for each in coach.check(plan) if each.rule == "VP11")
    plan.set_aside = [set_aside(finding, "The trial starts on Monday", TODAY)]
    assert not next(each for each in coach.check(plan) if each.rule == "VP11").open
    plan.value.promise = "We close every incident within the hour"
    assert next(each for each in coach.check(plan) if each.rule == "VP11").open


@pytest.mark.parametrize("reason", ["", " \n", "ok", "no.", "!!!!!", "123456"])
def test_setting_aside_needs_a_reason(reason):
    finding = Coach(PACK, TODAY).check(everyone())[0]
    with pytest.raises(Refusal, match="reason"):
        set_aside(finding, reason, TODAY)


# -- as if computed afresh ---------------------------------------------------------------


@QUICK
@given(st.lists(spoken(), min_size=2, max_size=4), st.data())
def test_a_kept_coach_says_what_a_fresh_one_says(versions, data):
    plan, coach = versions[0], Coach(PACK, TODAY)
    coach.check(plan)
    questions = [card.path(field) for card in flow.CARDS for field in card.fields]
    for other in versions[1:]:
        for path in data.draw(st.sets(st.sampled_from(questions), min_size=1)):
            plan.put(path, other.get(path))
        plan.depth = data.draw(st.sampled_from([plan.depth, other.depth]))
        assert coach.check(plan) == Coach(PACK, TODAY).check(plan)


@QUICK
@given(spoken(), st.randoms(use_true_random=False))
def test_order_of_rows_and_white_space_change_nothing(plan, dice):
    before = shown(Coach(PACK, TODAY).check(plan))
    for path, rows in list(plan.records()):
        plan.put(path, dice.sample(rows, len(rows)))
    for path, part in list(flow.paths(plan)):
        text = plan.get(path)
        if part.kind is Kind.TEXT and text.strip():
            plan.put(path, f"  {text}\n")
    plan.set_aside = []
    after = shown(Coach(PACK, TODAY).check(plan))
    assert {(rule, field, message) for rule, field, message, _ in after} == {
        (rule, field, message) for rule, field, message, _ in before
    }


# -- hostile text ------------------------------------------------------------------------

HOSTILE = {
    "one long word": "a" * 100_000,
    "many words": "everyone and nobody, " * 5_000,
    "separators": ", and / & " * 10_000,
    "capitals": "A " * 50_000,
    "spaces": " " * 100_000 + "x",
    "spaces between": "x" + " " * 5_990 + "x",
    "digits": "9" * 100_000,
    "emoji": "👩‍👩‍👧🇦🇹" * 8_000,
    "right to left": "كل الناس שלום " * 6_000,
    "combining": "z\u0351\u0352\u0353" * 20_000,
    "brackets": "(((([[[[" * 10_000,
    "quotes": "'’" * 40_000,
    "dashes": " - – — " * 12_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_every_answer(name, good):
    plan = good()
    for path, part in list(flow.paths(plan)):
        if part.kind is Kind.TEXT and path != "niche.chosen":
            plan.put(path, HOSTILE[name])
    findings = Coach(PACK, TODAY).check(plan)
    assert all(len(each.message) < 800 for each in findings)


# -- packs that are wrong ----------------------------------------------------------------


def test_a_missing_limit_is_told_in_one_line():
    context = Context("NI04", Reader(PACK.words), {"most": 3}, TODAY)
    with pytest.raises(Refusal, match=r"NI04.*'fewest'"):
        context.limit("fewest")


def test_rules_are_registered_with_what_they_read():
    rules = Rules("niche")

    @rules("XX01")
    def one(niche, context):
        return []

    @rules("XX02", "niche", "value")
    def two(plan, context):
        return []

    assert [(rule.id, rule.reads, rule.check) for rule in rules] == [
        ("XX01", ("niche",), one),
        ("XX02", ("niche", "value"), two),
    ]


def test_what_is_typed_during_a_check_is_left_to_the_next(monkeypatch):
    plan = Plan()
    row = Candidate(name="All", who="Everyone", need="Bread that is safe to eat")
    plan.niche.candidates = [row]
    coach, run = Coach(PACK, TODAY), Coach._run
    expected = coach.check(plan)
    assert expected

    def typing(self, *args):
        plan.niche.candidates = []
        return run(self, *args)

    monkeypatch.setattr(Coach, "_run", typing)
    busy = Coach(PACK, TODAY)
    assert busy.check(plan) == expected
    assert busy.check(plan) == ()
    plan.niche.candidates = [row]
    assert busy.check(plan) == expected
