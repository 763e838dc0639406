"""Private names of Textual that the driver, the lifeline and the fields lean on.

Where a new Textual breaks one of these, this says which, before a terminal does.
"""

import inspect
import os
import sys
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from textual import constants, events
from textual.app import App
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import TextArea
from tui.founder import full_plan

from coach.tui.fields.typed import Answer
from coach.tui.inorder import InOrderApp
from coach.tui.lifeline import SafeApp

Open = Callable[..., Any]
Put = Callable[..., Any]

posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no such driver here")


@posix
def test_the_driver_has_the_parts_that_are_replaced() -> None:
    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver

    for name in ("start_application_mode", "disable_input", "run_input_thread", "process_message"):
        assert callable(getattr(LinuxDriver, name)), name
    source = inspect.getsource(LinuxDriver)
    for name in ("self.exit_event", "self.fileno", "self._app", "self._debug"):
        assert name in source + inspect.getsource(LinuxDriver.__mro__[1]), name
    assert "run_input_thread" in source, "it is what the input thread runs"
    parser = XTermParser(False)
    assert parser._timeout_time is None
    assert list(parser.tick()) == []


@posix
def test_a_lone_escape_is_a_key_after_a_moment() -> None:
    from textual._xterm_parser import XTermParser

    import coach.tui.driver as ours

    assert constants.ESCAPE_DELAY == ours.ESCAPE_DELAY
    parser = XTermParser(False)
    assert [e for e in parser.feed("\x1b") if isinstance(e, events.Key)] == []
    assert parser._timeout_time is not None, "it waits for the rest of a sequence"


@posix
def test_upstream_still_ends_on_a_byte_that_is_no_text() -> None:
    """When this fails, Textual has learnt it and our own reading of the keyboard may go."""
    from textual.drivers.linux_driver import LinuxDriver

    assert 'getincrementaldecoder("utf-8")().decode' in inspect.getsource(LinuxDriver)


@posix
def test_a_wake_up_ends_the_input_thread_and_a_hang_up_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from coach.tui.driver import WakingDriver

    told: list[str] = []
    seen: list[str] = []

    class Deaf(WakingDriver):
        def __init__(self, fileno: int) -> None:
            self.fileno = fileno
            self._debug = False
            self._app: Any = type("A", (), {"terminal_lost": lambda _: told.append("lost")})()
            self._wake = os.pipe()

        def process_message(self, message: Any) -> None:
            seen.append(message.key)

    keyboard, hand = os.pipe()
    driver = Deaf(keyboard)
    os.write(hand, b"a\xffb")
    assert driver._wake is not None
    os.write(driver._wake[1], b"x")
    driver.run_input_thread()
    assert seen == ["a", "�", "b"] or seen[0] == "a"
    assert seen[-1] == "b"
    assert told == []
    os.read(driver._wake[0], 1)
    os.close(hand)
    driver.run_input_thread()
    assert told == ["lost"]


def test_the_ends_of_an_app_that_are_guarded_are_still_its_ends() -> None:
    for name in ("_handle_exception", "panic", "_fatal_error", "_close_messages_no_wait"):
        assert callable(getattr(App, name)), name
    for name in ("_handle_exception", "panic", "_fatal_error"):
        assert name in vars(SafeApp), name
        ours, theirs = (inspect.signature(getattr(each, name)) for each in (SafeApp, App))
        assert list(ours.parameters) == list(theirs.parameters)
    source = inspect.getsource(App)
    for name in ("self._exit_renderables", "self._return_code", "self._loop"):
        assert name in source, name
    assert "self._fatal_error()" in inspect.getsource(App._handle_exception)


def test_keys_and_pastes_reach_a_text_area_by_the_names_that_are_replaced() -> None:
    for name in ("_on_key", "_on_paste"):
        assert name in vars(TextArea), name
        assert name in vars(Answer), name
    for name in ("_replace_via_keyboard", "load_text", "move_cursor", "action_undo", "action_redo"):
        assert callable(getattr(TextArea, name)), name


def test_the_size_of_contents_asks_for_no_second_layout() -> None:
    assert "virtual_size = Reactive(Size(0, 0), layout=True)" in inspect.getsource(Widget)
    assert not Widget.virtual_size._layout  # type: ignore[attr-defined]
    assert "show_vertical_scrollbar" in vars(Widget)
    assert Widget.show_vertical_scrollbar._layout, "a bar that comes asks for a layout"  # type: ignore[attr-defined]


def test_events_come_to_the_app_where_they_are_put_in_order() -> None:
    assert "is_forwarded" in inspect.getsource(App.on_event)
    assert "on_event" in vars(InOrderApp)
    assert isinstance(inspect.getattr_static(events.Key, "is_printable"), property)


async def test_a_key_lays_out_nothing_but_its_own_field(
    open_app: Open, put: Put, keys_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(put(full_plan()), size=(120, 40)) as me:
        laid_out: list[Size] = []
        real = type(me.walk)._refresh_layout

        def counted(screen: Any, *args: Any, **more: Any) -> Any:
            laid_out.append(screen.size)
            return real(screen, *args, **more)

        for path in (f"risk.risks.{me.plan.risk.risks[2].id}.cause", "value.promise", "start.name"):
            await me.walk.go_to(path)
            await me.settled()
            monkeypatch.setattr(type(me.walk), "_refresh_layout", counted)
            before = me.focused.text
            for key in "abcd":
                laid_out.clear()
                await me.press(key)
                assert laid_out == [], f"a key in {path} laid out the screen"
            assert me.focused.text == before + "abcd"
            monkeypatch.setattr(type(me.walk), "_refresh_layout", real)


async def test_a_fault_in_a_handler_is_saved_and_told_without_the_plan(
    open_app: Open, put: Put, places: Any, pack: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.person import Person, read

    from coach.tui.app import CoachApp

    class Faulty(CoachApp):
        CSS_PATH = inspect.getfile(CoachApp).replace("app.py", "coach.tcss")

        BINDINGS: ClassVar[list[Any]] = [("f12", "boom")]

        def action_boom(self) -> None:
            raise RuntimeError("[/] broken")

    path = put(name="Kept")
    app = Faulty(places, pack, path)

    async def accident() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            me = Person(app, pilot)
            await me.settled()
            await me.type("my secret bread")
            await me.press("f12")

    with pytest.raises(RuntimeError, match="broken"):
        await accident()
    said = capsys.readouterr().err
    assert read(path).start.offering == "my secret bread"
    assert app.return_code == 1
    assert "secret" not in said + (places.state / "last-fault.txt").read_text("utf-8")
    assert "Traceback" not in said
