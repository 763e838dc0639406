"""Every picture of the plan, one at a time, as large as the screen."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from coach.charts.chart import Chart
from coach.pictures import drawn
from coach.questions import Card
from coach.session import Session
from coach.tui.commands import bindings
from coach.tui.heading import Heading
from coach.tui.keybar import KeyBar
from coach.tui.leaving import LeavesOnce
from coach.tui.picture import picture
from coach.tui.text import join

WIDEST = 110
"""Cells beyond which a picture is no easier to read."""


class PicturesScreen(LeavesOnce[str]):
    """Dismissed with the path of the card to go to, or with nothing."""

    BINDINGS = bindings("pictures")
    AUTO_FOCUS = "#frame"

    DEFAULT_CSS = """
    PicturesScreen { align: center top; }
    PicturesScreen #frame { width: 1fr; height: 1fr; padding: 1 2; }
    PicturesScreen #picture { width: auto; height: auto; }
    """

    def __init__(self, session: Session, card: Card) -> None:
        super().__init__()
        self.session = session
        self._pictures: list[tuple[Card, Chart]] = list(drawn(session.plan))
        order = [each for each, _ in self._pictures]
        self._at = order.index(card) if card in order else 0

    def compose(self) -> ComposeResult:
        """Heading, picture, keys."""
        yield Heading()
        with VerticalScroll(id="frame", can_focus=True):
            yield Static("", id="picture")
        yield KeyBar()

    def on_mount(self) -> None:
        """Draw the first."""
        self.draw()

    def on_resize(self) -> None:
        """Draw anew in the new size."""
        self.draw()

    def action_turn(self, by: int) -> None:
        """Show the picture before or after; after the last comes the first."""
        if self._pictures:
            self._at = (self._at + by) % len(self._pictures)
            self.draw()
            self.query_one("#frame").scroll_home(animate=False)

    def action_close(self) -> None:
        """Go back to the card one came from."""
        self.dismiss(None)

    def action_jump(self) -> None:
        """Go to the card that the picture belongs to."""
        if self._pictures:
            card, _ = self._pictures[self._at]
            self.dismiss(card.path(card.fields[0]))

    def draw(self) -> None:
        """Draw the picture in view."""
        plan, pack = self.session.plan, self.session.pack
        line, place = self.query_one(Heading), self.query_one("#picture", Static)
        if not self._pictures:
            line.show([plan.title, "Pictures"])
            place.update(
                join(
                    "There is nothing to draw yet. Ratings, sizes with ranges, risks with their "
                    "cost and assumptions become pictures; most are asked from the intermediate "
                    "depth on (F7)."
                )
            )
            return
        card, chart = self._pictures[self._at]
        topic = pack.topic(card.key)
        line.show(
            [plan.title, pack.step_title(card.step), topic.title],
            f"picture {self._at + 1} of {len(self._pictures)}",
        )
        frame = self.query_one("#frame")
        width = min((frame.size.width or self.app.size.width) - 4, WIDEST)
        height = (frame.size.height or self.app.size.height) - 2
        place.update(picture(plan, pack, card, chart, width, height))
