"""The review: everything the coach found, what is still open, and what to do first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from coach import flow
from coach.coaching.engine import counts
from coach.coaching.next_best import next_best
from coach.coaching.rule import Level
from coach.pack.book import Spot
from coach.questions import Card
from coach.session import Session
from coach.tui.commands import bindings
from coach.tui.fields.row import Changed, Refused
from coach.tui.findings import FindingList, answer_name
from coach.tui.heading import Heading
from coach.tui.keybar import KeyBar
from coach.tui.leaving import LeavesOnce
from coach.tui.looking import still_holds
from coach.tui.signs import LEVELS, STATES, level_sign
from coach.tui.text import join

if TYPE_CHECKING:
    from coach.tui.app import CoachApp


class ReviewScreen(LeavesOnce[str]):
    """Dismissed with the path of the answer to go to, or with nothing."""

    BINDINGS = bindings("review")
    AUTO_FOCUS = "#findings"

    DEFAULT_CSS = """
    ReviewScreen #first { height: auto; padding: 0 2; margin: 1 1 0 1; border-left: outer $accent; }
    ReviewScreen #steps { width: 34; padding: 1 2; border-left: solid $line; height: 1fr; }
    ReviewScreen.-narrow #steps { display: none; }
    ReviewScreen #findings { width: 1fr; padding: 1 1; }
    """

    def __init__(self, session: Session, path: str = "") -> None:
        """``path`` is the answer one comes from: the finding about it is marked."""
        super().__init__()
        self.session = session
        self._path = path

    def compose(self) -> ComposeResult:
        """Heading, what to do first, findings, steps, keys."""
        yield Heading()
        yield Static("", id="first")
        with Horizontal():
            yield FindingList(self.session, self._nothing(), id="findings")
            yield Static("", id="steps")
        yield KeyBar()

    def _nothing(self) -> str:
        """What stands in place of findings where there are none."""
        progress = self.session.progress
        if progress.answered < progress.asked:
            told = f"{progress.answered} of {progress.asked} answers so far"
            return f"Nothing to mend in {told}. The coach reads on as you write."
        return "The coach finds nothing to mend. Show the plan to somebody who will."

    def on_mount(self) -> None:
        """Read the plan."""
        self.session.check()
        self.draw()
        findings = self.query_one(FindingList)
        here = next((key for key, f in findings.findings.items() if f.field == self._path), "")
        if here:
            findings.highlighted = findings.get_option_index(here)

    def draw(self) -> None:
        """Draw findings and steps."""
        session = self.session
        total = counts(session.findings)
        said = "  ".join(f"{LEVELS[level][0]} {total[level]} {LEVELS[level][1]}" for level in Level)
        self.query_one(Heading).show([session.plan.title, "Review"], state=said)
        ordered = sorted(session.findings, key=lambda f: not f.open)
        by_step = [f for s in flow.steps(session.plan) for f in ordered if f.step == s.key]
        strengths = session.strengths()
        self.query_one(FindingList).show(by_step, by_step=True, strengths=strengths)
        self.query_one("#first", Static).update(self._first())
        self.query_one("#steps", Static).update(Content("\n").join(self._steps()))

    def _first(self) -> Content:
        best = next_best(self.session.findings, self.session.plan)
        if best is not None:
            return join(
                ("Do this first  ", "bold $accent"),
                level_sign(best.finding.level),
                (f"  {answer_name(self.session, best.finding.field)}  ", "bold"),
                f"{best.finding.message} ",
                (best.reason, "$secondary"),
                (f" {best.finding.fix}", "$muted"),
            )
        if waiting := next(self._missing(), None):
            return join(("Do this next  ", "bold $accent"), f"Answer {self._gap(waiting)}.")
        return join(
            ("Complete.  ", "bold $accent"),
            "Every question has an answer and nothing is flagged. Test the first belief.",
        )

    def _steps(self) -> Iterator[Content]:
        progress, plan, pack = self.session.progress, self.session.plan, self.session.pack
        missing = list(self._missing())
        yield join((f"{progress.answered} of {progress.asked} answered\n", "bold"))
        for step in flow.steps(plan):
            if step.key not in progress.steps:
                continue
            yield join(
                (STATES[progress.steps[step.key]] + " ", "$secondary"),
                (pack.step_title(step.key), "bold"),
            )
            for card in missing:
                if card in step.cards:
                    yield join((f"    missing: {self._gap(card)}", "$muted"))

    def _missing(self) -> Iterator[Card]:
        """The cards with a question that wants an answer and has none, in the walk's order."""
        plan, states = self.session.plan, self.session.progress.cards
        for card in flow.walk(plan):
            needed = any(not field.optional for field in flow.asked(card, plan))
            if needed and states.get(card.key, flow.State.DONE) is not flow.State.DONE:
                yield card

    def _gap(self, card: Card) -> str:
        """The card, and its first question that has no answer."""
        title = self.session.pack.topic(card.key).title
        gap = answer_name(self.session, flow.first_gap(self.session.plan, card))
        return title if gap == title else f"{title}, {gap}"

    def action_close(self) -> None:
        """Go back to the card."""
        self.dismiss(None)

    def action_jump(self) -> None:
        """Go to the answer."""
        place = self.query_one(FindingList).place
        if place:
            self.dismiss(place)

    def action_confirm(self) -> None:
        """Hold the marked answer to fit what it rests on."""
        app: CoachApp = self.app  # type: ignore[assignment]  # there is no other app
        if still_holds(app, self.session, self.query_one(FindingList).place):
            self.session.check()
            self.draw()

    def action_playbook(self) -> None:
        """Read about the rule of the marked row; about the playbook, where none is marked."""
        app: CoachApp = self.app  # type: ignore[assignment]  # there is no other app
        key = app.book.rule_key(self.query_one(FindingList).rule)
        app.read(Spot(key) if key else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the answer."""
        event.stop()
        self.action_jump()

    def on_changed(self, event: Changed) -> None:
        """A finding was set aside or taken up."""
        event.stop()
        app: CoachApp = self.app  # type: ignore[assignment]  # there is no other app
        app.touched()
        self.draw()

    def on_refused(self, event: Refused) -> None:
        """Say why it was not."""
        event.stop()
        self.notify(event.text, severity="warning", markup=False)
