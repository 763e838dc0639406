"""A rule that a pack declares without code stands on the screen like any other."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from coach.coaching.finding import Finding
from coach.pack.pack import Pack
from coach.places import Places
from coach.plan import Plan
from coach.tui.app import CoachApp
from coach.tui.findings import FindingList

HEAD = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'
RULE = """+++
title = "Whom, in a word"
level = "flaw"
message = "[b]{quote}[/b] has {count} words, and {label} needs {fewest}."
question = "Who is [@click=app.quit]next[/]?"
[when]
field = "niche.exclusion"
kind = "length"
fewest = 4
+++
## Why
One word turns nobody away.
## How to fix
Name two groups.
"""


async def test_it_is_shown_set_aside_and_comes_back(
    tmp_path: Path, places: Places, open_app: Callable[..., Any], put: Callable[..., Path]
) -> None:
    page = tmp_path / "pack" / "rules" / "niche" / "SAT01.md"
    page.parent.mkdir(parents=True)
    page.write_text(RULE, encoding="utf-8")
    (tmp_path / "pack" / "pack.toml").write_text(HEAD, encoding="utf-8")
    plan = Plan.model_validate({"niche": {"exclusion": "Hospitals"}})
    app = CoachApp(places, Pack.open(tmp_path / "pack"), put(plan))
    async with open_app(app=app, size=(120, 40)) as me:

        def finding() -> Finding:
            return next(f for f in me.session.findings if f.rule == "SAT01")

        await me.walk.go_to("niche.exclusion")
        await me.until(lambda: "[b]“Hospitals”[/b] has 1 words" in me.seen_words, "the finding")
        await me.press("f5")
        rows = me.app.screen.query_one("#findings", FindingList)
        told = " ".join(" ".join(str(option.prompt).split()) for option in rows.options)
        assert "One word turns nobody away." in told
        assert "Who is [@click=app.quit]next[/]?" in told
        await me.press_until("down", lambda: rows.marked and rows.marked.rule == "SAT01")
        await me.press("s")
        await me.type("They know")
        await me.press("enter")
        assert finding().set_aside == "They know"
        await me.press("escape")
        await me.walk.go_to("niche.exclusion")
        await me.settled()
        await me.press("end")
        await me.type(" too")
        await me.until(lambda: finding().open, "it returns")
