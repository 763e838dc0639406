"""Text is data: what is typed, pasted or read from a file runs, styles and breaks nothing."""

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import pytest
from tui.person import Person

from coach import flow
from coach.plan import Plan, record_type
from coach.questions import Field, Kind
from coach.text import clean_text, one_line
from coach.values import Claim, Status

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


def filled(first: int) -> Plan:
    """A plan with hostile text wherever text can be, another one in each place."""
    text = cycle(TEXTS[first:] + TEXTS[:first])
    plan = Plan(depth="intermediate")
    for card in flow.CARDS:
        for field in card.fields:
            path = card.path(field)
            match field.kind:
                case Kind.TEXT:
                    plan.put(path, next(text))
                case Kind.RECORDS:
                    kind = record_type(path)
                    assert kind is not None
                    plan.put(path, [kind.model_validate(cells(field, text)) for _ in range(3)])
                case Kind.STATEMENT:
                    for slot in field.of:
                        plan.put(f"{path}.{slot.key}", next(text))
                case Kind.CLAIM:
                    plan.put(path, Claim(status=Status.HEARD, source=next(text)))
                case Kind.NUMBER | Kind.DATE:
                    plan.drafts[path] = next(text)
    plan.niche.chosen = plan.niche.candidates[0].id
    return plan


def cells(field: Field, text: Iterator[str]) -> dict[str, Any]:
    """A row of a list."""
    claim = {"status": "heard", "source": next(text)}
    return {
        part.key: next(text) if part.kind is Kind.TEXT else claim
        for part in field.of
        if part.kind in (Kind.TEXT, Kind.CLAIM)
    }


async def every_screen(me: Person) -> None:
    """Look at everything there is."""
    for card in flow.walk(me.plan):
        await me.walk.go_to_card(card)
        await me.settled()
        assert me.sees
    for keys in (
        ["f8", "escape"], ["f2", "escape"], ["f3", "escape"], ["f4", "down", "escape"],
        ["f5", "down", "s", "escape", "escape"], ["f1", "escape"], ["ctrl+o", "down", "escape"],
    ):  # fmt: skip
        await me.press(*keys)
        assert me.app.screen is me.walk


@pytest.mark.parametrize("first", [0, 9])
async def test_every_screen_shows_it_as_it_is(open_app: Open, put: Put, first: int) -> None:
    path = put(filled(first))
    before = path.read_bytes()
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
    same = [line for line in before.splitlines() if not line.startswith(b"changed")]
    assert [x for x in path.read_bytes().splitlines() if not x.startswith(b"changed")] == same


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
}


@pytest.mark.parametrize("path", PASTED_INTO)
async def test_it_can_be_pasted_anywhere_and_is_kept_as_text(
    open_app: Open, put: Put, path: str
) -> None:
    async with open_app(put(Plan())) as me:
        await me.walk.go_to(PASTED_INTO[path])
        await me.settled()
        for raw in HOSTILE.values():
            me.focused.select_all()
            await me.press("backspace")
            await me.paste(raw)
            text = clean_text(raw)
            assert me.focused.text in (text, text.rstrip("\n"))
            assert me.session.text(me.at) == me.focused.text
            if flow.place(path).field.kind in (Kind.NUMBER, Kind.DATE):
                assert me.plan.get(path) is None
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
