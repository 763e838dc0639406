"""Rules and their pages belong together, and each page proves its rule."""

import datetime as dt
import re

import pytest

from coach.coaching.engine import RULES, STRENGTHS, Coach
from coach.coaching.rule import Level
from coach.pack.pack import RULE_STEPS, Pack, default_root
from coach.plan import Plan
from coach.questions import Depth

TODAY = dt.date(2026, 11, 1)
PACK = Pack()
IDS = [rule.id for rule in RULES]


def tripped(part):
    plan = Plan.model_validate({"depth": Depth.ADVANCED.key, **part})
    return Coach(PACK, TODAY).check(plan)


def test_ids_are_unique_and_of_a_known_step():
    assert len(set(IDS)) == len(IDS)
    assert all(re.fullmatch(r"[A-Z]{2}\d\d", rule) and rule[:2] in RULE_STEPS for rule in IDS)


def test_every_page_has_a_rule_and_every_rule_a_page():
    pages = {path.stem for path in (default_root() / "rules").rglob("*.md")}
    assert pages == {*IDS, *(rule.id for rule in STRENGTHS)}


def test_every_step_has_rules():
    assert {rule[:2] for rule in IDS} == {*RULE_STEPS} - {"ST"}


@pytest.mark.parametrize("rule", IDS)
def test_page_is_whole(rule):
    page = PACK.rule(rule)
    assert page.level in list(Level)
    assert page.title
    assert page.message
    assert page.source
    assert page.why
    assert page.fix
    assert "{" not in page.why + page.fix


@pytest.mark.parametrize("rule", IDS)
def test_bad_example_trips_its_rule_with_all_words_filled_in(rule):
    found = [finding for finding in tripped(PACK.rule(rule).bad) if finding.rule == rule]
    assert found
    assert all(finding.level == PACK.rule(rule).level for finding in found)
    assert not any(re.search(r"{[a-z_]+}|“”", finding.message) for finding in found)


@pytest.mark.parametrize("rule", IDS)
def test_good_example_does_not(rule):
    assert rule not in [finding.rule for finding in tripped(PACK.rule(rule).good)]
