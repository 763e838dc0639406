"""Each finding asks one question, about the founder's own words where it quotes them."""

import pytest

from coach.coaching.engine import RULES, Coach
from coach.plan import Plan

RULE_IDS = [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", RULE_IDS)
def test_a_finding_asks_the_question_of_its_page(pack, today, rule):
    page = pack.rule(rule)
    plan = Plan.model_validate({"depth": "advanced", **page.bad})
    for finding in Coach(pack, today).check(plan):
        asked = pack.rule(finding.rule).question
        filled = "{quote}" in asked
        assert finding.question.endswith("?")
        assert filled or finding.question == asked
        assert "{" not in finding.question
        assert "“”" not in finding.question


def test_the_words_in_question_are_put_in(pack, today):
    plan = Plan.model_validate({"depth": "advanced", **pack.rule("DI16").bad})
    (finding,) = [each for each in Coach(pack, today).check(plan) if each.rule == "DI16"]
    assert "“Knows our software”" in finding.question
