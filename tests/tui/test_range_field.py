"""Ranges: how far a figure may lie below and above what is likely."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person

from coach.plan import Plan
from coach.questions import Depth
from coach.tui.fields.range import RangeRow

Open = Callable[..., Any]
Put = Callable[..., Any]

COUNT = "niche.count_range"


def row(me: Person, path: str) -> RangeRow:
    """The range at ``path``."""
    (found,) = (r for r in me.walk.view.query(RangeRow) if r.path == path)
    return found


def note(me: Person, path: str) -> str:
    """What stands under the range at ``path``."""
    found = row(me, path)._note
    return found.content.plain if found is not None and found.display else ""


def likely(me: Person, path: str) -> str:
    """What stands between the ends."""
    return str(row(me, path).likely.render())


async def test_both_ends_are_typed_around_the_likely_figure(open_app: Open, put: Put) -> None:
    plan = full_plan()
    plan.depth = "intermediate"
    async with open_app(put(plan)) as me:
        await me.walk.go_to(COUNT)
        await me.settled()
        assert me.at == f"{COUNT}.low"
        assert "1,850" in likely(me, COUNT)
        await me.type("1,2k")
        await me.press("tab")
        assert me.at == f"{COUNT}.high"
        await me.type("2 400")
        await me.press("enter")
        assert me.at == "niche.reach_range.low"
        await me.press("shift+tab", "shift+tab")
        assert me.at == f"{COUNT}.low"
        saved = await me.saved()
        assert saved.niche.count_range.ends == (1200, 2400)
        await me.press("ctrl+u", "ctrl+k")
        assert me.plan.niche.count_range.ends == (None, 2400)
        await me.press("ctrl+z")
        assert me.plan.niche.count_range.ends == (1200, 2400)
        assert me.focused.text == "1200"


@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize(
    ("path", "end", "text", "says"),
    [
        (COUNT, "low", "few", "a number is expected"),
        (COUNT, "high", "1.850", "1850"),
        ("niche.reach_range", "high", "140", "from 0 to 100"),
        ("niche.price_range", "low", "-3", "0 or more"),
    ],
)
async def test_an_end_that_is_no_number_is_kept_with_a_note(
    open_app: Open, put: Put, path: str, end: str, text: str, says: str
) -> None:
    file = put(Plan(depth="intermediate"))
    async with open_app(file) as me:
        await me.walk.go_to(f"{path}.{end}")
        await me.settled()
        assert me.at == f"{path}.{end}"
        await me.type(text)
        if says == "1850":  # customers are whole: a dot can only set thousands apart
            assert me.plan.get(path).high == 1850
            return
        assert me.plan.get(path).ends == (None, None)
        await me.until(lambda: says in note(me, path), "the range says what is expected")
        assert me.focused.text == text
        await me.press("ctrl+n", "ctrl+q")
    async with open_app(file) as me:
        await me.walk.go_to(f"{path}.{end}")
        await me.settled()
        assert me.focused.text == text
        assert says in note(me, path)
        await me.press("ctrl+u", "ctrl+k")
        await me.type("30")
        await me.until(lambda: not note(me, path), "the note goes")
        assert me.plan.drafts == {}


async def test_the_likely_figure_between_follows_its_own_card(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan(Depth.INTERMEDIATE))) as me:
        await me.walk.go_to("niche.price_range")
        await me.settled()
        assert "420" in likely(me, "niche.price_range")
        await me.walk.go_to("niche.price")
        await me.settled()
        await me.press("ctrl+u")
        await me.type("99")
        await me.walk.go_to("niche.price_range")
        await me.settled()
        assert "99" in likely(me, "niche.price_range")
        await me.walk.go_to("niche.price")
        await me.settled()
        await me.press("ctrl+u")
        await me.walk.go_to("niche.price_range")
        await me.settled()
        assert "?" in likely(me, "niche.price_range")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_name_ends_and_figure_are_seen_at_every_size(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    plan.niche.fixed_cost = 123456
    plan.niche.fixed_cost_range.low, plan.niche.fixed_cost_range.high = 100000, 250000
    async with open_app(put(plan), size=size) as me:
        for end in ("low", "high"):
            path = "niche.fixed_cost_range"
            await me.walk.go_to(f"{path}.{end}")
            await me.settled()
            assert me.caret_seen, me.sees
            area = row(me, path).region
            shown = " ".join(t[area.x : area.right] for t in me.lines[area.y : area.bottom])
            for words in ("Fixed cost", "100000", "123,456", "250000"):
                assert words in shown, f"{words}\n{me.sees}"


async def test_a_range_in_a_row_s_form_belongs_to_its_row(open_app: Open, put: Put) -> None:
    plan = full_plan(Depth.ADVANCED)
    for risk in plan.risk.risks:
        risk.probability_range = type(risk.probability_range)()
    async with open_app(put(plan)) as me:
        first, second, *_ = (risk.id for risk in me.plan.risk.risks)
        await me.walk.go_to(f"risk.risks.{first}.probability_range")
        await me.settled()
        assert me.at == f"risk.risks.{first}.probability_range.low"
        await me.type("5")
        await me.press("tab")
        await me.type("much")
        await me.walk.go_to(f"risk.risks.{second}.probability_range.low")
        await me.settled()
        here = f"risk.risks.{second}.probability_range"
        assert me.at == f"{here}.low"
        assert me.focused.text == ""
        assert "20" in likely(me, here)
        await me.type("15")
        await me.press("tab")
        assert me.focused.text == ""
        await me.type("25")
        risks = me.plan.risk.risks
        assert [risk.probability_range.ends for risk in risks[:3]] == [
            (5, None), (15, 25), (None, None),
        ]  # fmt: skip
        await me.walk.go_to(f"risk.risks.{first}.probability_range.high")
        await me.settled()
        assert me.focused.text == "much"
        assert "10" in likely(me, f"risk.risks.{first}.probability_range")


async def test_the_first_key_in_a_new_row_s_range_makes_the_row(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan(depth="advanced"))) as me:
        await me.walk.go_to("risk.risks.+.impact_range.low")
        await me.settled()
        assert me.at == "risk.risks.+.impact_range.low"
        await me.type("5k")
        (risk,) = me.plan.risk.risks
        assert me.at == f"risk.risks.{risk.id}.impact_range.low"
        await me.press("tab")
        await me.type("9k")
        assert me.plan.risk.risks[0].impact_range.ends == (5000, 9000)
        assert len(me.plan.risk.risks) == 1
        await me.walk.go_to(f"risk.risks.{risk.id}.impact")
        await me.settled()
        await me.type("7000")
        assert "7,000" in likely(me, f"risk.risks.{risk.id}.impact_range"), "it follows at once"
