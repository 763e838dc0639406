"""On a real terminal: a plan typed key by key, and every way a program can be ended."""

import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tui.founder import full_plan
from tui.person import read
from tui.said import ANSWERS, texts
from tui.terminal import Terminal

from coach import flow
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Field, Kind
from coach.steps.differentiation.model import Type
from coach.store.form import dump
from coach.values import Status

FAULT = """
from pathlib import Path
import coach.tui.app as room
class Faulty(room.CoachApp):
    CSS_PATH = Path(room.__file__).with_name("coach.tcss")
    BINDINGS = [("ctrl+f", "boom")]
    def action_boom(self):
        secret = self.session.plan.start.offering
        raise RuntimeError("[/] it broke \\x1b[31m")
room.CoachApp = Faulty
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return tmp_path / "plans"


def start(tmp_path: Path, *words: str, **more: Any) -> Terminal:
    return Terminal(*words, cwd=tmp_path, COACH_PLANS=str(tmp_path / "plans"), **more)


def only(plans: Path) -> Plan:
    """The one plan that is there."""
    (path,) = plans.glob("*.toml")
    return read(path)


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[Terminal]:
    """A new plan into which a name and half an offering have been typed just now."""
    with start(tmp_path, script=FAULT) as terminal:
        typing(terminal)
        yield terminal


def typing(terminal: Terminal) -> None:
    terminal.wait_for("Start your plan")
    terminal.press("enter")
    terminal.wait_for("working title")
    terminal.type("Hearth")
    terminal.press("tab")
    terminal.type("Bread by post")
    terminal.wait_for("Bread by post")


def is_whole(plan: Plan) -> None:
    assert plan.start.name == "Hearth"
    assert plan.start.offering == "Bread by post"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_saves_and_gives_the_terminal_back(
    typed: Terminal, plans: Path, number: int, code: int
) -> None:
    typed.signal(number)
    assert typed.end() == code
    is_whole(only(plans))
    assert typed.restored
    assert "Traceback" not in typed.last_words


def test_a_closed_window_saves(typed: Terminal, plans: Path) -> None:
    typed.hang_up()
    assert typed.end() == 129
    is_whole(only(plans))


def test_a_hang_up_that_nobody_is_told_of_ends_it_too(tmp_path: Path, plans: Path) -> None:
    ignore = "import signal\nreal = signal.signal\nsignal.signal = lambda number, what: (\n"
    ignore += "    real(number, signal.SIG_IGN if number == signal.SIGHUP else what))\n"
    with start(tmp_path, script=ignore) as terminal:
        typing(terminal)
        terminal.hang_up()
        assert terminal.end() == 129
    is_whole(only(plans))


def test_a_fault_of_its_own_saves_and_says_one_line(
    typed: Terminal, plans: Path, tmp_path: Path
) -> None:
    typed.press("ctrl+f")
    assert typed.end() == 1
    is_whole(only(plans))
    assert typed.restored
    words = typed.last_words
    assert "coach: " in words
    assert "saved" in words
    assert "Traceback" not in words
    assert "RuntimeError" not in words
    assert len([line for line in words.splitlines() if "coach:" in line]) == 1
    (log,) = tmp_path.rglob("last-fault.txt")
    assert "it broke" in log.read_text("utf-8")
    assert "Bread" not in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0


def test_quit_saves_and_ends_well(typed: Terminal, plans: Path) -> None:
    typed.press("ctrl+q")
    assert typed.end() == 0
    is_whole(only(plans))
    assert typed.restored
    assert typed.last_words == ""


def test_a_kill_two_seconds_after_the_last_key_keeps_the_text(typed: Terminal, plans: Path) -> None:
    typed.until(lambda: "saved " in typed.sees, "saved")
    typed.signal(signal.SIGKILL)
    assert typed.end() == -signal.SIGKILL
    is_whole(only(plans))


def test_bytes_that_are_no_text_do_not_end_it(typed: Terminal, plans: Path) -> None:
    typed.send(b"\xff\xfe\xc3\x28\xed\xa0\x80 ok")
    typed.wait_for("ok")
    typed.press("ctrl+q")
    assert typed.end() == 0
    offering = only(plans).start.offering
    assert offering.startswith("Bread by post")
    assert offering.endswith(" ok")


def test_hostile_sequences_from_the_keyboard_are_no_commands(tmp_path: Path, plans: Path) -> None:
    with start(tmp_path) as terminal:
        typing(terminal)
        terminal.send(b"\x1b[200~[@click=app.quit]x[/] \x1b]0;title\x07 \x1b[2J end\x1b[201~")
        terminal.wait_for("end")
        terminal.press("ctrl+q")
        assert terminal.end() == 0
        assert b"\x1b]0;title" not in terminal.raw
    offering = only(plans).start.offering
    assert "\x1b" not in offering
    assert offering.startswith("Bread by post")


def test_killed_at_any_moment_the_file_is_a_whole_plan(tmp_path: Path, plans: Path) -> None:
    dice = random.Random(int(os.environ.get("COACH_SEED", "1")))
    plans.mkdir()
    path = plans / "kept.toml"
    plan = full_plan()
    plan.start.name = "Hearth"
    plan.pack_version = Pack().version  # a plan takes it on when it is opened
    path.write_bytes(dump(plan))
    kept = saved = 0
    for turn in range(int(os.environ.get("COACH_KILLS", "20"))):
        with start(tmp_path, str(path), script=HASTE) as terminal:
            terminal.wait_for("Hearth" + "x" * min(kept, 20))
            for _ in range(dice.randint(1, 60)):
                terminal.send(b"x")
                terminal.read(dice.random() * 0.02)
            terminal.signal(signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
        found = read(path)
        now = len(found.start.name) - len("Hearth")
        assert found.start.name == "Hearth" + "x" * now, turn
        assert now >= kept, "what was saved once stays"
        assert found.model_dump(exclude=AGES) == plan.model_dump(exclude=AGES), turn
        saved += now > kept
        kept = now
    assert saved, "something was saved between the kills"


AGES = {"changed": True, "looked": True, "start": {"name"}}
HASTE = """
import coach.session
coach.session.PAUSE, coach.session.LONGEST = 0.004, 0.02
"""


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=lambda size: f"{size[0]}")
def test_a_whole_plan_typed_key_by_key_is_in_the_exported_file(
    tmp_path: Path, plans: Path, size: tuple[int, int]
) -> None:
    with start(tmp_path, size=size) as terminal:
        terminal.wait_for("Start your plan")
        terminal.press("enter")
        terminal.wait_for("working title")
        plan = Plan()
        plan.differentiation.primary = Type(ANSWERS["differentiation.primary"])
        for card in flow.walk(plan):
            for field in flow.asked(card, plan):
                whole(terminal, field, ANSWERS[card.path(field)])
            terminal.press("ctrl+n")
        terminal.until(lambda: "Do this" in terminal.sees or "Complete." in terminal.sees)
        terminal.press("escape")
        terminal.wait_for("Next look")
        terminal.press("ctrl+o")
        terminal.wait_for("Export")
        terminal.press("down", "ctrl+s")
        terminal.wait_for("Written")
        terminal.press("escape", "ctrl+q")
        assert terminal.end() == 0
        assert terminal.restored
    made = only(plans)
    assert flow.progress(made).share == 1.0, flow.progress(made).cards
    (document,) = tmp_path.glob("*.md")
    text = " ".join(document.read_text("utf-8").replace(">", " ").split())
    for typed in fundamentals(made):
        if len(typed) > 12:
            for line in typed.splitlines():
                assert plain(line) in plain(text), line


def plain(text: str) -> str:
    """Without what Markdown puts before punctuation."""
    return text.replace("\\", "")


def fundamentals(plan: Plan) -> Iterator[str]:
    """Every text that was typed."""
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            typed = ANSWERS[card.path(field)]
            if field.kind is Kind.RECORDS:
                keys = [part.key for part in flow.parts(field, plan.level)]
                typed = [{key: row[key] for key in keys} for row in typed]
            yield from texts(typed)


def whole(terminal: Terminal, field: Field, typed: object) -> None:
    """Type one answer, then Tab; composites part by part."""
    if field.kind is Kind.RECORDS:
        assert isinstance(typed, list)
        for number, row in enumerate(typed):
            if number:
                terminal.press("enter")
            for part in flow.parts(field, flow.Depth.FUNDAMENTALS):
                whole(terminal, part, row[part.key])
    elif field.kind is Kind.STATEMENT:
        assert isinstance(typed, dict)
        for slot in field.of:
            if typed[slot.key] is None:
                terminal.press("f9", "tab")
            else:
                whole(terminal, slot, typed[slot.key])
    elif field.kind is Kind.CLAIM:
        status, *rest = typed or ("assumed",)  # type: ignore[misc]
        terminal.press(*["right"] * Status(status).rank, "tab")
        for text in rest:
            terminal.type(text)
            terminal.press("tab")
    elif field.kind is Kind.CHOICE:
        chosen = typed if isinstance(typed, list) else [typed]
        for each in chosen:
            index = each if isinstance(each, int) else field.options.index(each)
            terminal.press(str(index + 1))
        terminal.press("tab")
    else:
        terminal.type(typed or "")  # type: ignore[arg-type]
        terminal.press("tab")


@pytest.mark.parametrize("how", ["quit", "term"])
def test_what_could_not_be_saved_is_said_at_the_end(tmp_path: Path, how: str) -> None:
    plans = tmp_path / "x[" / "]y"  # a path that reads like markup
    with Terminal(cwd=tmp_path, COACH_PLANS=str(plans)) as terminal:
        typing(terminal)
        terminal.until(lambda: "saved " in terminal.sees, "saved")
        os.rename(tmp_path / "x[", tmp_path / "gone")
        terminal.type(" and more")
        terminal.wait_for("more")
        if how == "quit":
            terminal.press("ctrl+q")
        else:
            terminal.signal(signal.SIGTERM)
        assert terminal.end() == (1 if how == "quit" else 143)
        assert terminal.restored
        assert "coach: not saved" in terminal.last_words
        assert "Traceback" not in terminal.last_words
    (copy,) = [*tmp_path.rglob("*conflict*.toml"), *tmp_path.rglob("*unsaved*.toml")]
    assert read(copy).start.offering == "Bread by post and more"
