"""Text is data: what is typed, pasted or read from a file runs, styles and breaks nothing."""

from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from fullest import fullest
from tui.person import Person, read

from coach import flow, grids, pictures
from coach.plan import Plan
from coach.questions import Kind
from coach.text import clean_text, one_line

Open = Callable[..., Any]
Put = Callable[..., Any]

HOSTILE = {
    "bold": "[b]fat[/b]",
    "closing": "a [/] b [/b] [/][/]",
    "action": "[@click=app.quit]quit[/] [@click='app.bell']x[/]",
    "style": "[red on blue]x[/] [$accent]y[/] [link=https://example.org]z[/link]",
    "brackets": "[[[ ]]] [Boutique] hotels [",
    "backslash": "\\[b] \\ \\\\[/] \\",
    "quotes": "\"'`“” \"\"\" '''",
    "format": "{0} {x!r} %s ${HOME} {{",
    "emoji": "👩‍👩‍👧 🇦🇹 é̀ 👍🏽 \u200d\u200d",
    "right to left": "שלום مرحبا \u202eevil\u202c",
    "zalgo": "z" + "\u0351\u0352\u0353" * 40,
    "escapes": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x1b[2J\x00\x08\x7f",
    "surrogate": "half \ud83d and \udc00 other",
    "lines": "one\r\ntwo\rthree\u2028four\x85five\n\n\n",
    "tabs": "a\tb\t\tc",
    "wide": "漢字" * 30,
    "markdown": "# x\n| a | b |\n```\n<script>alert(1)</script> ![](http://x) ---",
}


TEXTS = [clean_text(text) for text in HOSTILE.values()]


DRAFTS = (
    "niche.orders_range.low", "value.baseline", "risk.kill_date", "review.day_rate",
    "risk.risks.k1.soon", "risk.risks.k1.impact_range.high", "differentiation.resources.k1.months",
)  # fmt: skip
"""Where something else was typed than the number or the day that is expected."""


def filled(first: int) -> Plan:
    """A plan with hostile text wherever text can be, another one in each place."""
    text = cycle(TEXTS[first:] + TEXTS[:first])
    plan = fullest()
    for path, part in list(flow.paths(plan)):
        if part.kind is Kind.TEXT:
            plan.put(path, next(text))
    for grid in ("niche.ratings", "value.swap", "differentiation.levels", "differentiation.fit"):
        for row, reasons in plan.get(grid).reasons.items():
            for column in list(reasons):
                plan.put(f"{grid}.reasons.{row}.{column}", next(text))
    for path in DRAFTS:
        plan.put(path, None)
        plan.drafts[path] = next(text)
    return Plan.model_validate(plan.model_dump(warnings=False))


async def every_screen(me: Person) -> None:
    """Look at everything there is."""
    for card in flow.walk(me.plan):
        await me.walk.go_to_card(card)
        await me.settled()
        assert me.sees
    for keys in (
        ["f8", "escape"], ["f2", "escape"], ["f3", "escape"], ["f4", "down", "escape"],
        ["f5", "down", "s", "escape", "escape"], ["f1", "escape"], ["ctrl+o", "down", "escape"],
        ["f10", "tab", "c", "escape", "escape"],
        ["f6", *["right"] * len(list(pictures.drawn(me.plan))), "escape"],
    ):  # fmt: skip
        await me.press(*keys)
        assert me.app.screen is me.walk


async def test_every_screen_shows_it_as_it_is(open_app: Open, put: Put) -> None:
    path = put(filled(0))
    before = read(path).model_dump(exclude={"changed", "looked", "pack_version"})
    async with open_app(path, size=(120, 40)) as me:
        await every_screen(me)
        for key in ("niche.candidates", "value.pains", "risk.risks"):
            rows = me.plan.get(key)
            await me.walk.go_to(f"{key}.{rows[0].id}.{flow.place(key).field.of[0].key}")
            await me.settled()
            await me.press("escape")
            listed = [option.prompt.plain for option in me.focused.options]
            for row, line in zip(rows, listed, strict=True):
                name = one_line(getattr(row, flow.place(key).field.of[0].key), 60)
                assert name[:12].rstrip("…") in line
            await me.press("c", "d", "u", "u")
        me.session.check()
        me.walk.show_findings()
        await me.press("ctrl+p")
        await me.type("open")
        await me.press("escape", "escape", "ctrl+q")
    assert read(path).model_dump(exclude={"changed", "looked", "pack_version"}) == before


async def test_names_stand_in_the_library_as_they_were_typed(open_app: Open, put: Put) -> None:
    for text in TEXTS:
        plan = Plan()
        plan.start.name = plan.start.offering = text
        put(plan)
    async with open_app(size=(120, 60)) as me:
        plans = me.app.screen.query_one("#plans")
        listed = [option.prompt.plain for option in plans.options]
        for text in TEXTS:
            assert any(one_line(text)[:12] in line for line in listed), text
        for _ in TEXTS:
            await me.press("down")
        for _ in TEXTS:
            await me.press("d")
        for text in TEXTS:
            assert any(one_line(text)[:12] in notice for notice in me.notices), text
        await me.press("u", "enter", "ctrl+l")
        assert me.app.is_running


PASTED_INTO = {
    "start.name": "start.name",
    "niche.candidates": "niche.candidates.+.name",
    "value.promise": "value.promise",
    "value.statement": "value.statement.need",
    "review.tests": "review.tests.+.belief",
    "niche.price": "niche.price",
    "risk.kill_date": "risk.kill_date",
    "niche.price_range": "niche.price_range.low",
    "niche.ratings": "niche.ratings.reasons.measurable.weight",
    "niche.sentence": "niche.sentence.who",
}


@pytest.mark.parametrize("path", PASTED_INTO)
async def test_it_can_be_pasted_anywhere_and_is_kept_as_text(
    open_app: Open, put: Put, path: str
) -> None:
    async with open_app(put(Plan(depth="intermediate"))) as me:
        await me.walk.go_to(PASTED_INTO[path])
        await me.settled()
        for raw in HOSTILE.values():
            me.focused.select_all()
            await me.press("backspace")
            await me.paste(raw)
            text = clean_text(raw)
            assert me.focused.text in (text, text.rstrip("\n"))
            assert me.session.text(me.at) == me.focused.text
            if flow.place(me.at).part.kind in (Kind.NUMBER, Kind.DATE):
                assert me.plan.get(me.at) is None
        await me.press("ctrl+n", "ctrl+b")
        me.app.flush()
        assert me.on_disk() == me.plan


async def test_it_can_be_typed_too(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan())) as me:
        typed = ""
        for text in HOSTILE.values():
            plain = "".join(each for each in clean_text(text) if each.isprintable())
            me.send(*plain)
            await me.settled()
            typed += plain
        assert me.plan.start.name == typed
        await me.press("ctrl+n", "f5", "escape", "f4", "escape")
        assert me.app.is_running


async def test_a_very_long_answer_is_kept_and_a_longer_one_refused(
    open_app: Open, put: Put
) -> None:
    long = "word " * 20_000
    async with open_app(put(Plan())) as me:
        await me.paste(long)
        assert me.plan.start.name == long
        await me.paste(long)
        await me.paste(long)
        assert len(me.plan.start.name) <= 200_000
        assert any("200,000" in notice for notice in me.notices)
        await me.press("x", "ctrl+n", "ctrl+b")
        assert len(me.plan.start.name) <= 200_000
        await me.press("f4", "escape", "f5", "escape", "ctrl+l")
        assert type(me.app.screen).__name__ == "LibraryScreen"


async def test_rows_to_pick_and_reasons_are_text(open_app: Open, put: Put) -> None:
    plan = filled(list(HOSTILE).index("action"))
    async with open_app(put(plan), size=(120, 40)) as me:
        for row in plan.niche.candidates:
            row.name = "[/] [@click=app.quit]x[/]"
        me.session.plan.niche.candidates = plan.niche.candidates
        me.session.plan.niche.chosen = plan.niche.candidates[0].id
        await me.walk.go_to("niche.chosen")
        await me.settled()
        assert "[@click=app.quit]x[/]" in me.seen_words
        await me.press("2")
        assert me.plan.niche.chosen == me.plan.niche.candidates[1].id
        await me.click("[@click=app.quit]")
        assert me.app.is_running
        await me.press("f5")
        review = me.app.screen.query_one("#findings")
        if review.findings:
            await me.press_until("down", lambda: review.marked)
            await me.press("s")
            await me.paste("[/] because [@click=app.quit]y[/]")
            await me.press("enter")
            assert "[@click=app.quit]y[/]" in " ".join(o.prompt.plain for o in review.options)


NASTY = ["[/] [@click=app.quit]x[/]", "[b]fat[/b] {product}", "\\[$accent]y[/] [red]"]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_names_of_columns_rows_and_rivals_are_text(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    plan = fullest()
    for rows in (plan.niche.candidates, plan.value.alternatives, plan.differentiation.factors):
        for row, name in zip(rows, NASTY, strict=True):
            row.name = name
    for key in type(plan.value.statement).model_fields:
        setattr(plan.value.statement, key, NASTY[1])
    async with open_app(put(plan), size=size) as me:
        for path in ("niche.ratings", "differentiation.levels", "value.swap"):
            await me.walk.go_to(path)
            await me.settled()
            field = flow.place(path).field
            told = [name[: 10 if size[0] > 80 else 3] for name in NASTY]
            await me.until(lambda told=told: all(n in str(me.focused.render()) for n in told), path)
            for right in range(len(grids.columns(field, me.plan))):
                row = next(row for row in me.walk.view.rows() if row.path == path)
                about = str(row.query_one(".square").render())
                assert row.column_name(row.columns[right]) in about
                await me.press("right")
            for y in range(3, 12):
                await me.pilot.click(offset=(size[0] // 2, y))
                await me.settled()
            assert me.app.is_running
            assert me.app.screen is me.walk
        await me.walk.go_to("value.swap")
        await me.settled()
        sentence = " ".join(str(me.focused.render()).split())
        assert "[b]fat[/b] {product}" in sentence
        assert "{product} {product}" not in sentence, "what was typed is no slot"


async def test_labels_of_pictures_are_text(open_app: Open, put: Put) -> None:
    plan = fullest()
    plan.start.currency = "[b]$[/b]"
    for rows, key in (
        (plan.niche.candidates, "name"), (plan.value.alternatives, "name"),
        (plan.differentiation.factors, "name"), (plan.risk.risks, "event"),
        (plan.value.pains, "what"), (plan.value.jobs, "what"), (plan.risk.shares, "name"),
        (plan.review.assumptions, "statement"),
    ):  # fmt: skip
        for row, name in zip(rows, NASTY, strict=True):
            setattr(row, key, name)
    plan.differentiation.levels.scores["k1"]["us"] = 5
    async with open_app(put(plan), size=(120, 40)) as me:
        await me.press("f6")
        seen = []
        for _ in pictures.drawn(me.plan):
            seen.append(str(me.app.screen.query_one("#picture").render()))
            await me.pilot.click(offset=(40, 12))
            await me.press("right")
            assert me.app.is_running
        assert sum("[@click" in text for text in seen) >= 4, "brackets are drawn as they are"
        assert sum("[b]fat" in text for text in seen) >= 4
        assert any("[b]$[/b]" in text for text in seen)
