"""The next best action: the worst first, then what most answers rest on, then the walk."""

import dataclasses

import pytest

from coach.coaching.engine import Coach
from coach.coaching.finding import Finding
from coach.coaching.next_best import above, next_best, resting
from coach.coaching.rule import Level
from coach.depends import RESTS_ON
from coach.plan import Plan


def finding(field, level=Level.FLAW, aside=""):
    step = field.partition(".")[0]
    told = Finding("NI01", level, step, field, "", "told", "why", "fix", fingerprint="")
    return dataclasses.replace(told, set_aside=aside)


PLAN = Plan.model_validate(
    {
        "depth": "fundamentals",
        "niche": {
            "candidates": [{"id": "k1", "name": "Dentists"}, {"id": "k2", "name": "Vets"}],
            "chosen": "k1",
            "exclusion": "Hospitals",
            "count": 1850,
            "reach": 50,
        },
        "value": {"promise": "Back at work in 15 minutes", "alternatives": [{"name": "A cousin"}]},
        "differentiation": {"primary": "service", "reason": "They lose days"},
    }
)


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ([("niche.exclusion", Level.GAP), ("value.promise", Level.FLAW)], "value.promise"),
        ([("value.promise", Level.HINT), ("risk.kill", Level.BLOCKER)], "risk.kill"),
        ([("niche.exclusion", Level.FLAW), ("niche.chosen", Level.FLAW)], "niche.chosen"),
        (
            [("niche.count", Level.FLAW), ("differentiation.primary", Level.FLAW)],
            "differentiation.primary",
        ),
        ([("niche.exclusion", Level.FLAW), ("risk.kill", Level.FLAW)], "niche.exclusion"),
    ],
)
def test_what_comes_first(fields, first):
    best = next_best([finding(*each) for each in fields], PLAN)
    assert best is not None
    assert best.finding.field == first


def test_what_was_set_aside_is_left_alone():
    found = [finding("risk.kill", Level.BLOCKER, aside="no need"), finding("value.promise")]
    best = next_best(found, PLAN)
    assert best is not None
    assert (best.finding.field, best.after) == ("value.promise", 0)
    assert next_best(found[:1], PLAN) is None


def test_the_reason_counts_answers_that_are_there():
    assert resting("differentiation.primary", PLAN) == 1  # the reason
    assert resting("value.promise", PLAN) == 0
    best = next_best([finding("differentiation.primary")], PLAN)
    assert best is not None
    assert best.reason == "1 answer rests on it."


def test_the_chosen_candidate_counts_as_the_choice_and_the_others_do_not():
    assert resting("niche.candidates.k1.who", PLAN) == resting("niche.chosen", PLAN) == 7
    assert resting("niche.candidates.k2.who", PLAN) == 0


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ([], "Nothing else was found so far."),
        (["value.promise"], "Nothing else that is open weighs more."),
    ],
)
def test_the_reason_where_nothing_rests_on_it(others, reason):
    best = next_best([finding("risk.kill"), *map(finding, others)], PLAN)
    assert best is not None
    assert best.reason == reason


def test_what_rests_on_what_never_goes_in_circles():
    for question in RESTS_ON:
        assert question not in above(question)
        for other in above(question):
            assert above(other) <= above(question)


@pytest.mark.parametrize("name", ["chairside", "printers"])
def test_of_a_real_plan_it_is_one_of_the_worst(pack, today, good, name):
    plan = good(name)
    plan.niche.choice.who = "Everyone"
    plan.value.promise = "Better quality for everyone"
    findings = Coach(pack, today).check(plan)
    best = next_best(findings, plan)
    assert best is not None
    assert best.finding.level is min((each.level for each in findings), key=lambda one: one.rank)
    assert best.resting > 0
