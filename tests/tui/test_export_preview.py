"""The export dialog shows words to read, and writes the same file as the command line."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from tui.founder import full_plan

from coach.coaching.engine import Coach
from coach.export.documents import build, render
from coach.pack.pack import Pack
from coach.plan import SetAside


async def test_html_is_shown_as_words_and_written_as_html(
    open_app: Callable, put: Callable
) -> None:
    async with open_app(put(full_plan()), size=(120, 50)) as me:
        await me.press("ctrl+o")
        formats = me.app.screen.query_one("#formats")
        formats.highlighted = formats.get_option_index("html")
        await me.settled()
        assert "The file will be one HTML page" in me.seen_words
        assert "<!doctype" not in me.sees
        await me.press("ctrl+s")
        written = Path(me.app.screen.query_one("#path").value).read_text("utf-8")
        assert written.startswith("<!doctype html>")


async def test_the_whole_plan_tells_what_was_set_aside(
    open_app: Callable, put: Callable, pack: Pack
) -> None:
    plan = full_plan()
    finding = Coach(pack).check(plan)[0]
    plan.set_aside.append(
        SetAside(
            rule=finding.rule,
            field=finding.field,
            fingerprint=finding.fingerprint,
            reason="It does not fit us",
            date=dt.date(2026, 3, 2),
        )
    )
    async with open_app(put(plan)) as me:
        await me.press("ctrl+o")
        dialog = me.app.screen
        forms = dialog.query_one("#forms")
        forms.highlighted = forms.get_option_index("plan")
        await me.settled()
        await me.press("ctrl+s")
        written = Path(dialog.query_one("#path").value).read_text("utf-8")
        assert "The reason: It does not fit us." in written
        coach = Coach(pack)
        said = coach.check(dialog.plan), None, coach.strengths(dialog.plan)
        assert written == render(build("plan", dialog.plan, pack, *said), "markdown")


async def test_a_typed_path_stays_when_another_form_is_marked(
    open_app: Callable, put: Callable, tmp_path: Path
) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+o")
        path = me.app.screen.query_one("#path")
        offered = path.value
        await me.press("down")
        assert path.value != offered
        path.value = str(tmp_path / "mine.md")
        await me.press("down")
        assert path.value == str(tmp_path / "mine.md")
