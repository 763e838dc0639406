"""How a claim is known: from assumed to paid, with its source, day and number of data points."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import AwaitMount, Widget
from textual.widgets import Static

from coach.coaching.finding import Finding
from coach.pack.page import Option
from coach.questions import Field
from coach.refusal import Refusal
from coach.session import Session
from coach.tui.fields.row import Changed, GoOn, Refused, Row
from coach.tui.fields.typed import TypedRow
from coach.tui.text import join
from coach.values import Claim, Status


class Ladder(Static, can_focus=True):
    """The six statuses as a ladder; left and right climb it."""

    class Moved(Message):
        """A status was chosen."""

        def __init__(self, status: Status) -> None:
            super().__init__()
            self.status = status

    BINDINGS = [
        Binding("left,minus", "climb(-1)", "weaker", key_display="←"),
        Binding("right,plus,space", "climb(1)", "stronger", key_display="→"),
        Binding("enter", "on", "on", show=False),
        Binding("down", "app.focus_next", "on", show=False),
        Binding("up", "app.focus_previous", "back", show=False),
    ]

    DEFAULT_CSS = """
    Ladder { height: auto; padding: 0 1; background: $surface; border-left: outer $line; }
    Ladder:focus { border-left: outer $accent; background: $surface-lighten-1; }
    """

    status = Status.ASSUMED

    def draw(self, status: Status, words: Mapping[str, Option]) -> None:
        """Show the status, its rank and what counts as that."""
        self.status = status
        option = words.get(status, Option(status.value))
        self.update(
            join(
                ("◂ ", "$muted"),
                ("●" * status.rank + "○" * (5 - status.rank), "$accent"),
                (f" {option.label}", "bold"),
                (" ▸", "$muted"),
                (f"  {option.meaning}", "$muted"),
            )
        )

    def action_climb(self, by: int) -> None:
        """Choose the status above or below."""
        ranks = list(Status)
        target = ranks[min(max(self.status.rank + by, 0), len(ranks) - 1)]
        if target is not self.status:
            self.post_message(self.Moved(target))

    def action_on(self) -> None:
        """Go to the next field."""
        self.post_message(GoOn())

    def on_click(self, event: events.Click) -> None:
        """The left end is weaker, the rest stronger."""
        self.action_climb(-1 if event.x < 2 else 1)


class ClaimRow(Row):
    """The ladder; source, day and data points are asked once it is more than assumed."""

    DEFAULT_CSS = """
    ClaimRow > Vertical, ClaimRow Horizontal { height: auto; }
    ClaimRow TypedRow.-short { width: 1fr; max-width: 24; layout: vertical; margin-right: 1; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        self._parts: list[TypedRow] = []
        self._mounting: AwaitMount | None = None

    def compose(self) -> ComposeResult:
        """The label and the ladder; the rest is mounted when it is first needed."""
        yield Static(self.label(), classes="label")
        self.ladder = Ladder()
        yield self.ladder
        self.details = Vertical()
        self.details.display = False
        yield self.details

    def on_mount(self) -> None:
        """Draw the status."""
        self.load()

    def load(self) -> None:
        """Draw the status and, where it is known, its source."""
        claim: Claim = Claim() if self.is_new else self.session.plan.get(self.path)
        self.ladder.draw(claim.status, self.session.pack.claim.choices.get("status", {}))
        known = not claim.assumed
        if known and not self._parts:
            self._parts = [
                ClaimPart(self.session, f"{self.path}.{part.key}", part)
                for part in self.field.parts[1:]
            ]
            source, *beside = self._parts  # a source is long, a day and a number are short
            self._mounting = self.details.mount(source, Horizontal(*beside))
        elif known:
            for part in self._parts:
                if part.is_mounted:
                    part.load()
        self.details.display = known

    def rebind(self, path: str) -> None:
        """Show the claim of another record."""
        self.settle(path)
        self.load()

    def settle(self, path: str) -> None:
        """Ask for the claim of the record that was made for it."""
        super().settle(path)
        for part in self._parts:
            part.settle(f"{path}.{part.field.key}")

    def target(self, path: str) -> Widget | None:
        """The part that ``path`` names, else the ladder."""
        for part in self._parts:
            if part.path == path and part.is_mounted and self.details.display:
                return part.target(path)
        return self.ladder

    async def on_ladder_moved(self, event: Ladder.Moved) -> None:
        """Set the status; a key typed ahead finds the fields that this opens."""
        event.stop()
        try:
            self.make_record()
            self.session.choose(f"{self.path}.status", event.status)
        except Refusal as refusal:
            self.post_message(Refused(str(refusal)))
            return
        self.load()
        if self._mounting is not None:
            await self._mounting
            self._mounting = None
        self.post_message(Changed(f"{self.path}.status"))

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """What is said of the claim or its status, and of each of its parts."""
        here = findings.get(self.path) or findings.get(f"{self.path}.status")
        super().show_notes({self.path: here} if here else {})
        for part in self._parts:
            part.show_notes(findings)


class ClaimPart(TypedRow):
    """One part of a claim, worded by the pack's page on claims; a plan has many, so only named."""

    def label(self) -> Content:
        """The name alone."""
        return join((self.wording.label, "bold"))
