"""``coach answer``: the whole walk in plain lines, for screen readers, slow links and scripts."""

import contextlib
import os
import sys
from collections.abc import Callable
from enum import Enum, auto
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, in_one_line, say, tell, terminal
from coach.cli.complete import plans
from coach.refusal import Refusal

if TYPE_CHECKING:
    from coach.cli.stops import Stop
    from coach.questions import Card
    from coach.session import Session

STEPS = ("start", "niche", "value", "differentiation", "risk", "review")
"""The steps' keys, as :data:`coach.plan.STEP_KEYS` has them; here so that help is quick."""

COMMANDS = {
    "?": "the guide for this card",
    "<": "one question back",
    ">": "on to the next card",
    "-": "empty this answer",
    "--": "take this row away",
    "=": "take the earlier answer that is offered",
    "!": "this answer still holds",
    ".": "leave",
}
"""Lines that are no answer, and what they do."""

_ABOUT = """\
Type an answer and press Enter. An empty line keeps the answer there is and goes on.
A line that is one of these signs and nothing else is no answer:"""
_MORE = """\
To answer with such a sign, put \\ before it. An answer of several lines ends with an empty line;
a line with only \\ is an empty line of the answer. Every answer is saved as you give it."""


@command("answer", "coach answer bakery --step niche")
@click.argument("plan", shell_complete=plans)
@click.option("--step", type=click.Choice(STEPS), help="Only the questions of this step.")
@click.pass_obj
def answer(setup: Setup, plan: str, step: str | None) -> None:
    """Answer question by question in plain lines.

    The same questions as in the app, without a full screen: for screen readers, slow links
    and scripts. Every answer is saved at once; the end of the input, a full stop or Ctrl-C
    leaves.
    """
    from coach.cli.find import session

    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    _make_lines_editable()
    with session(setup, plan) as opened:
        talk = Talk(opened, step or "", _line)
        try:
            talk.run()
        except KeyboardInterrupt:
            opened.save()
            say("")
            where = in_one_line(str(opened.file.path))
            tell(f"saved in {where}, all but a line that was still being typed")
            raise
        tell(f"saved in {in_one_line(str(opened.file.path))}")


def _make_lines_editable() -> None:
    """Let arrows and history work on a terminal that can, without a sign that is not typed."""
    if not terminal(sys.stdin) or os.environ.get("TERM", "") in ("", "dumb"):
        return
    with contextlib.suppress(ImportError):  # then the line is edited by the terminal alone
        import readline

        readline.parse_and_bind("set enable-bracketed-paste off")


def _line() -> str:
    """One typed line. What comes from a pipe is shown too, as if it had been typed."""
    line = input("> ")
    if not terminal(sys.stdin):
        say(line)
    return line


class Move(Enum):
    """Where to go after a question."""

    ON = auto()
    AGAIN = auto()
    BACK = auto()
    CARD = auto()
    LEAVE = auto()


class Talk:
    """A conversation about one plan. What is typed goes straight into the session."""

    def __init__(self, session: "Session", step: str, read: Callable[[], str]) -> None:
        from coach.cli.stops import Said

        self.session = session
        self._step = step
        self._read = read
        self._said = Said(session.pack)
        self._at = 0

    def run(self) -> None:
        """Ask until the last question, until somebody leaves, or until the input ends."""
        from coach.cli.stops import stops

        say(_ABOUT)
        for sign, does in COMMANDS.items():
            say(f"  {sign}  {does}")
        say(_MORE)
        shown: Card | None = None
        told = -1
        while self._at < len(now := stops(self.session.plan, self._step)):
            stop = now[self._at]
            if shown is not stop.card:
                if shown is not None and self._at > told:
                    self._close(shown)
                self._open(stop.card)
                shown = stop.card
            told = self._at
            try:
                move = self._ask(stop, now)
            except EOFError:
                say("")
                return
            if move is Move.LEAVE:
                return
        if shown is not None:
            self._close(shown)
        progress = self.session.progress
        say(f"\nThat was the last question: {progress.answered} of {progress.asked} answered.")

    # -- cards ---------------------------------------------------------------------------

    def _open(self, card: "Card") -> None:
        say(f"\n{self._said.card(card)}")
        if question := self.session.pack.topic(card.key).question:
            say(in_one_line(question))

    def _close(self, card: "Card") -> None:
        """Say what the card comes to, and what the coach says of it."""
        from coach.export.material import Material

        say("")
        material = Material(self.session.plan, self.session.pack, self.session.today)
        formulas = self.session.pack.topic(card.key).results
        for figure in material.figures(card.key):
            result = figure.result
            text = ": ".join(part for part in (figure.text, figure.verdict) if part) or "?"
            formula = formulas[result.key].formula if result.key in formulas else ""
            about = f" {result.working}" if result.working else ""
            line = f"{figure.name}: {text}{about}{f' ({formula})' if formula else ''}"
            say(in_one_line(line))
        paths = {card.path(field) for field in card.fields}
        for finding in self.session.check():
            if finding.open and ".".join(finding.field.split(".")[:2]) in paths:
                say(in_one_line(f"Coach, {finding.level} {finding.rule}: {finding.message}"))

    def _guide(self, card: "Card") -> None:
        """Print the card's guide as far as the plan's depth goes, then its example."""
        from coach.questions import Depth

        sections = self.session.pack.topic(card.key).sections
        levels = [d.name.capitalize() for d in Depth if d <= self.session.plan.level]
        for name in (*levels, "Example"):
            if sections.get(name):
                say(f"\n{name}\n{sections[name].strip()}")

    # -- questions -----------------------------------------------------------------------

    def _ask(self, stop: "Stop", now: "list[Stop]") -> Move:
        """Put one question and take its answer; says where to go."""
        self._put(stop)
        while True:
            line = self._read()
            if not line:
                self._at += 1
                return Move.ON
            try:
                move = self._command(line, stop, now) if line in COMMANDS else None
                if move is None:
                    move = self._take(stop, now, self._whole(stop, _literal(line)))
            except Refusal as refused:
                if self.session.trouble:
                    raise
                say(in_one_line(str(refused)))
                continue
            if move is not Move.AGAIN:
                return move

    def _put(self, stop: "Stop") -> None:
        from coach.depends import needs_look
        from coach.questions import Kind

        plan = self.session.plan
        wording = self._said.wording(stop.path)
        say(f"\n{in_one_line(self._said.title(stop, plan))}")
        unit = self._said.unit(stop.part, plan)
        most = f"up to {stop.part.most}, apart by commas" if stop.part.most > 1 else ""
        about = ", ".join(part for part in (unit, most) if part)
        helped = " ".join(part for part in (wording.help, f"({about})" if about else "") if part)
        if helped:
            say(f"  {in_one_line(helped)}")
        if stop.rows:
            say("  An empty line: no further row.")
        if stop.part.kind is Kind.CHOICE:
            for number, label in enumerate(self._said.options(stop, plan).values(), 1):
                say(f"  {number} {in_one_line(label)}")
        if answer := self._said.answer(stop, plan):
            first, *rest = answer.split("\n")
            say(f"  Now: {first}")
            for line in rest:
                say(f"       {line}")
            if problem := self.session.problem(stop.path):
                say(f"  {in_one_line(problem)}")
        elif offered := self._offered(stop):
            say(f"  = takes: {in_one_line(offered)}")
        for look in needs_look(plan):
            if f"{stop.path}.".startswith(f"{look.path}."):
                changed = in_one_line(self._said.wording(look.changed).label)
                say(f"  Worth another look: {changed} has changed. ! says that it still holds.")

    def _offered(self, stop: "Stop") -> str:
        from coach.links import earlier_answer

        return earlier_answer(self.session.plan, stop.path)

    def _whole(self, stop: "Stop", first: str) -> str:
        """The answer that begins with this line: in long answers the lines to an empty one."""
        if not stop.part.keeps_lines:
            return first
        lines = [first]
        try:
            while line := self._read():
                lines.append(_literal(line))
        except EOFError:
            pass  # the next question ends the conversation
        except KeyboardInterrupt:
            self.session.edit(stop.path, "\n".join(lines))
            self.session.save()
            raise
        return "\n".join(lines)

    # -- what is typed -------------------------------------------------------------------

    def _command(self, sign: str, stop: "Stop", now: "list[Stop]") -> Move:
        match sign:
            case "?":
                self._guide(stop.card)
                return Move.AGAIN
            case "<":
                self._at = max(self._at - 1, 0)
                return Move.BACK
            case ">":
                later = (n for n in range(self._at, len(now)) if now[n].card is not stop.card)
                self._at = next(later, len(now))
                return Move.CARD
            case "-":
                return self._empty(stop)
            case "--":
                return self._remove(stop, now)
            case "!":
                if not self.session.confirm(stop.path):
                    raise Refusal("this answer rests on no other", "an empty line goes on")
                self.session.save()
                self._at += 1
                return Move.ON
            case "=":
                if not (offered := self._offered(stop)):
                    raise Refusal("there is no earlier answer to take", "type one")
                return self._take(stop, now, offered)
        return Move.LEAVE

    def _empty(self, stop: "Stop") -> Move:
        from coach.questions import CLAIM_PARTS

        if not stop.rows:
            if stop.part is CLAIM_PARTS[0]:
                self.session.choose(stop.path, CLAIM_PARTS[0].options[0])  # a claim has a status
            else:
                self.session.edit(stop.path, "")
            self.session.save()
        self._at += 1
        return Move.ON

    def _remove(self, stop: "Stop", now: "list[Stop]") -> Move:
        rows, row = stop.row
        if not row or stop.rows:
            raise Refusal("there is no row here to take away", "- empties an answer")
        self.session.remove(rows, row)
        self.session.save()
        self._at = next(n for n, each in enumerate(now) if each.row == (rows, row))
        return Move.ON

    def _take(self, stop: "Stop", now: "list[Stop]", text: str) -> Move:
        """Keep an answer and go on; text that is none is told, and the question stays."""
        from coach.answers import parse
        from coach.cli.stops import stops
        from coach.questions import Kind

        path = stop.path
        squares = _row_of(stop, now[self._at :]) if ".scores." in path else []
        figures = text.split()
        if len(squares) > 1 and 1 < len(figures) <= len(squares):
            problems = [
                self.session.edit(s.path, f) for s, f in zip(squares, figures, strict=False)
            ]
            problem = next(filter(None, problems), "")
            path = squares[len(figures) - 1].path
        elif stop.part.kind is Kind.CHOICE:
            self.session.choose(path, self._chosen(stop, text))
            problem = ""
        else:
            if stop.rows:
                parse(stop.part, text)  # a row is only added for an answer that can be kept
                path = f"{stop.rows}.{self.session.add(stop.rows)}.{stop.part.key}"
            problem = self.session.edit(path, text)
        self.session.save()
        if problem:
            say(in_one_line(f"{problem}. What you typed is kept; an empty line goes on."))
            return Move.AGAIN
        paths = [each.path for each in stops(self.session.plan, self._step)]
        self._at = paths.index(path) + 1 if path in paths else self._at + 1
        return Move.ON

    def _chosen(self, stop: "Stop", text: str) -> str | list[str]:
        """What is meant by numbers, keys or names; raises ``Refusal`` with what there is."""
        from coach.text import position

        names = self._said.options(stop, self.session.plan)
        keys = list(names)
        several = stop.part.most > 1
        chosen = []
        for word in text.split(",") if several else [text]:
            wanted = word.strip()
            index = position(wanted, len(keys))
            found = [k for k, name in names.items() if wanted.casefold() in (k, name.casefold())]
            if index is None and not found:
                expected = f"a number from 1 to {len(keys)}" if keys else "rows to choose from"
                raise Refusal(f"{wanted!r} is no choice", f"{expected} is expected")
            chosen.append(found[0] if index is None else keys[index])
        return chosen if several else chosen[0]


def _row_of(stop: "Stop", after: "list[Stop]") -> "list[Stop]":
    """The squares from here to the end of the grid's row."""
    row = stop.path.rpartition(".")[0]
    return [each for each in after if each.path.rpartition(".")[0] == row]


def _literal(line: str) -> str:
    """A line without the ``\\`` that says that it is an answer though it looks like a sign."""
    if line.startswith("\\") and line.lstrip("\\") in {*COMMANDS, ""}:
        return line[1:]
    return line
