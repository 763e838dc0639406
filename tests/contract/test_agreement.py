"""The list of what must agree across the plan is true of the rules, and whole."""

import datetime as dt

import pytest

from coach import flow
from coach.coaching.agreement import MUST_AGREE, compared, steps
from coach.coaching.engine import RULES, Coach
from coach.pack.pack import Pack
from coach.plan import Plan

PACK = Pack()
TODAY = dt.date(2026, 11, 1)
RULE = {rule.id: rule for rule in RULES}
HELD = sorted({rule for each in MUST_AGREE for rule in each.rules})

CONTRADICTIONS = {
    "segment in the proposition": ("niche.chosen", "value.statement.audience"),
    "need and top pain": ("niche.candidates.need", "value.pains.what"),
    "alternatives in the steps": ("niche.sentence.alternative", "value.alternatives.name"),
    "price in the steps": ("niche.price", "value.our_price"),
    "price before a cut": ("niche.price", "differentiation.cost_price"),
    "difference and attributes": ("value.statement.difference", "value.attributes.name"),
    "difference and factors": ("value.statement.difference", "differentiation.factors.name"),
    "type and risks": ("differentiation.primary", "risk.risks.event"),
    "channels and concentration": ("niche.channels.name", "risk.shares.name"),
    "hours and promise": ("differentiation.capacity", "differentiation.service_promise"),
    "exclusions and growth": ("niche.exclusion", "niche.neighbours"),
    "culture and market": ("differentiation.markets.name", "differentiation.markets.product"),
    "automation and type": ("differentiation.levers.effect", "differentiation.primary"),
    "adjacent niches and growth": ("niche.adjacent.name", "risk.risks.event"),
}
"""The pairs that the method asks for."""


def question(path):
    """The question that an answer belongs to: step and field."""
    return ".".join(path.split(".")[:2])


def bad(rule):
    """What the rule finds on the bad example of its page, with the plan of the example."""
    plan = Plan.model_validate({"depth": "advanced", **PACK.rule(rule).bad})
    return plan, [each for each in Coach(PACK, TODAY).check(plan) if each.rule == rule]


@pytest.mark.parametrize("each", MUST_AGREE, ids=lambda each: each.about)
def test_the_answers_are_asked(each):
    assert len(each.fields) > 1
    for path in each.fields:
        field = flow.place(question(path)).field
        parts = [part.key for part in field.parts]
        assert path.count(".") == 1 or path.split(".")[2] in parts, path


@pytest.mark.parametrize("rule", HELD)
def test_the_rule_is_given_the_steps_that_it_compares(rule):
    assert set(steps(rule)) <= set(RULE[rule].reads)


@pytest.mark.parametrize("rule", HELD)
def test_the_rule_speaks_at_one_of_the_answers(rule):
    _, hits = bad(rule)
    assert hits
    assert {question(each.field) for each in hits} <= {question(path) for path in compared(rule)}


@pytest.mark.parametrize("rule", [rule for rule in HELD if rule.startswith("RE")])
def test_the_message_names_the_other_answer_as_well(rule):
    plan, hits = bad(rule)
    for hit in hits:
        others = [path for path in compared(rule) if question(path) != question(hit.field)]
        labels = {PACK.wording(*flow.place(question(path)).worded).label for path in others}
        said = {str(value) for path in others for value in texts(plan, path)}
        assert any(word and word in hit.message for word in labels | said), hit.message


def texts(plan, path):
    """What stands in the answers at ``path`` of every row."""
    value, *rest = plan.get(question(path)), *path.split(".")[2:]
    if path == "niche.chosen":
        return [plan.niche.choice.name] if plan.niche.choice else []
    if not rest:
        return [value]
    rows = value if isinstance(value, list) else [value]
    return [getattr(row, rest[0]) for row in rows]


@pytest.mark.parametrize("pair", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_every_contradiction_of_the_method_is_held_by_a_rule(pair):
    assert any(set(pair) <= set(compared(rule)) for rule in HELD)


def test_each_agreement_stands_once():
    assert len({each.fields for each in MUST_AGREE}) == len(MUST_AGREE)
    assert len({each.about for each in MUST_AGREE}) == len(MUST_AGREE)
