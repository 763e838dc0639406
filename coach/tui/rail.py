"""The rail: where the founder is, and every other card one jump away."""

from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach import flow
from coach.coaching.rule import Level
from coach.session import Session
from coach.text import one_line
from coach.tui.listing import Listing
from coach.tui.signs import LEVELS, STATES
from coach.tui.text import join

TITLE = 15
"""Characters of a card's title that fit on one line of the rail."""


class Rail(Listing):
    """The steps; the one in view is open and shows its cards."""

    class Jumped(Message):
        """A card was chosen."""

        def __init__(self, card: str) -> None:
            super().__init__()
            self.card = card

    BINDINGS = [Binding("enter", "select", "go there")]

    DEFAULT_CSS = """
    Rail { width: 22; height: 1fr; border: none; padding: 0 1; background: $panel; }
    Rail:focus { border: none; background: $surface; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(markup=False)
        self.session = session
        self._shown: object = None
        self._here = ""
        """The card that was in view when the rail was drawn last."""

    def draw(self, here: str) -> None:
        """Draw the rail with the card ``here`` in view.

        While somebody goes along the rail the mark stays on the row that it is on.
        """
        plan, pack = self.session.plan, self.session.pack
        progress = self.session.progress
        worst: dict[str, Level] = {}
        for finding in self.session.findings:
            if finding.open and finding.level is not Level.HINT:
                for key in (finding.step, flow.place(finding.field).card.key):
                    level = worst.get(key, finding.level)
                    worst[key] = min(level, finding.level, key=lambda each: each.rank)
        shown = (here, progress.cards, progress.steps, worst, plan.depth, plan.walk)
        if shown == self._shown:
            return
        self._shown = shown
        walk = flow.walk(plan)
        kept = here
        if self.has_focus and here == self._here and self.highlighted is not None:
            kept = self.get_option_at_index(self.highlighted).id or here
        self._here = here
        options: list[Option] = []
        for step in flow.steps(plan):
            cards = [card for card in step.cards if card in walk]
            if not cards:
                continue
            is_open = any(card.key == here for card in cards)
            options.append(
                Option(
                    join(
                        (STATES[progress.steps[step.key]] + " ", "$secondary"),
                        (pack.step_title(step.key), "bold"),
                        _sign(worst.get(step.key)),
                    ),
                    id=step.key,
                )
            )
            for card in cards if is_open else ():
                title = one_line(pack.topic(card.key).title, TITLE)
                style = "bold $accent" if card.key == here else ""
                options.append(
                    Option(
                        join(
                            ("  " + STATES[progress.cards[card.key]] + " ", "$secondary"),
                            (title, style),
                            _sign(worst.get(card.key)),
                        ),
                        id=card.key,
                    )
                )
        self.set_options(options)
        keys = [option.id for option in options]
        # A card that the plan's walk leaves out has no row.
        self.highlighted = next((keys.index(key) for key in (kept, here) if key in keys), 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Jump to the card, or to the step's first card."""
        event.stop()
        key = event.option_id or ""
        if "." not in key:
            key = next(card.key for card in flow.walk(self.session.plan) if card.step == key)
        self.post_message(self.Jumped(key))


def _sign(level: Level | None) -> tuple[str, str]:
    symbol, _, style = LEVELS[level] if level else ("", "", "")
    return f" {symbol}", style
