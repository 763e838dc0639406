"""Two questions asked in a way of their own: the rival swap, and choices in the form of a row."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person

from coach.questions import Depth
from coach.tui.fields.choice import ChoiceRow, Choices
from coach.tui.fields.swap import SwapRow

Open = Callable[..., Any]
Put = Callable[..., Any]


# -- the rival swap ------------------------------------------------------------------------------


def swap(me: Person) -> SwapRow:
    """The row that asks it."""
    return me.walk.view.query_one(SwapRow)


def stands_out(me: Person) -> str:
    """The words of the sentence that stand out as the marked clause."""
    intro = swap(me).intro()
    return " ".join(
        intro.plain[span.start : span.end] for span in intro.spans if "underline" in str(span.style)
    )


async def test_the_statement_is_said_by_the_marked_rival_clause_by_clause(
    open_app: Open, put: Put
) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    for key, text in {
        "audience": "cheese shops", "need": "count on Sundays", "product": "Rind Ledger",
        "category": "stock book", "benefit": "closes on Saturday", "alternative": "a paper book",
        "difference": "weigh while you sell",
    }.items():  # fmt: skip
        setattr(plan.value.statement, key, text)
    async with open_app(put(plan), size=(120, 40)) as me:
        await me.walk.go_to("value.swap")
        await me.settled()
        sentence = swap(me).intro().plain
        assert "A paper book" in sentence
        assert "Rind Ledger" not in sentence, "our name is not in it"
        assert sentence in " ".join(str(me.focused.render()).split("\n"))
        clauses = []
        for _ in swap(me).rows:
            clauses.append(stands_out(me))
            await me.press("y", "down")
        assert clauses == [
            "cheese shops", "count on Sundays", "stock book", "closes on Saturday",
            "weigh while you sell",
        ]  # fmt: skip
        await me.walk.go_to("value.swap")
        await me.settled()
        await me.press("right")
        assert "A till system" in swap(me).intro().plain
        assert "A paper book" not in swap(me).intro().plain
        rival = me.plan.value.alternatives[0].id
        assert all(squares[rival] == 1 for squares in me.plan.value.swap.scores.values())


async def test_a_statement_with_gaps_shows_where_they_are(open_app: Open, put: Put) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    plan.value.statement = type(plan.value.statement)()
    async with open_app(put(plan)) as me:
        await me.walk.go_to("value.swap")
        await me.settled()
        assert stands_out(me) == "…"
        assert "{" not in swap(me).intro().plain


# -- choices in the form of a row ----------------------------------------------------------------


def choices(me: Person, key: str) -> Choices:
    """The options of one question of the row in the form."""
    (row,) = (row for row in me.walk.view.rows() if row.path.endswith(f".{key}"))
    return row.list


def lines(me: Person, widget: Choices) -> list[str]:
    """What is seen of the options."""
    area = widget.region.intersection(me.walk.view.region)
    return [me.lines[y][area.x : area.right].strip() for y in range(area.y, area.bottom)]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_a_folded_choice_shows_the_chosen_line_and_opens_when_gone_to(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    plan.risk.risks[0].treatment = "share"
    plan.risk.risks[1].treatment = None
    async with open_app(put(plan), size=size) as me:
        first, second, *_ = (risk.id for risk in me.plan.risk.risks)
        words = me.session.pack.topic("risk.risks").choices["risks.treatment"]
        await me.walk.go_to(f"risk.risks.{first}.contingency")
        await me.settled()
        treatment = choices(me, "treatment")
        assert folded(treatment) == words["share"].label
        await me.press("tab")
        await me.until(lambda: me.focused is treatment)
        assert treatment.region.height > 3
        assert any(words["share"].label in line for line in lines(me, treatment)), me.sees
        await me.press("home", "space")
        assert me.plan.risk.risks[0].treatment == "avoid"
        await me.press("end")
        await me.until(lambda: any(words["retain"].label in line for line in lines(me, treatment)))
        await me.press("tab")
        assert folded(treatment) == words["avoid"].label, "the chosen one, not the last looked at"
        await me.walk.go_to(f"risk.risks.{second}.contingency")
        await me.settled()
        assert folded(treatment) == "–", "the other row has chosen nothing"
        await me.walk.go_to(f"risk.risks.{first}.owner")
        await me.settled()
        assert folded(treatment) == words["avoid"].label


def folded(widget: Choices) -> str:
    """What a folded list has chosen: it stands behind the question."""
    assert widget.region.height == 0
    row = next(node for node in widget.ancestors if isinstance(node, ChoiceRow))
    return str(row.title.content).removeprefix(row.wording.label).replace("optional", "").strip()
