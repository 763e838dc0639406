"""The signs of the screens: a symbol and a word go with every colour."""

from textual.content import Content

from coach.coaching.finding import Finding
from coach.coaching.rule import Level
from coach.flow import State
from coach.tui.text import join

STATES = {State.EMPTY: "○", State.STARTED: "◐", State.DONE: "●"}

LEVELS = {
    Level.BLOCKER: ("✖", "must fix", "bold $error"),
    Level.FLAW: ("▲", "weak", "$warning"),
    Level.GAP: ("◇", "missing", "$secondary"),
    Level.HINT: ("·", "polish", "$muted"),
}
"""By level: its symbol, its word and its style."""

STANDS = "✔ stands"
"""The sign of a strength, which has no level."""


def level_sign(level: Level) -> Content:
    """The symbol and the word of a level."""
    symbol, word, style = LEVELS[level]
    return join((f"{symbol} {word}", style))


def finding_note(finding: Finding | None) -> Content:
    """The one line under a field: the level and what the coach says."""
    if finding is None:
        return Content("")
    return join(
        level_sign(finding.level), ("  ", ""), finding.message, ("  F3 why and how", "$muted")
    )


def problem_note(problem: str) -> Content:
    """The line under a field whose text is no answer yet; the text itself stays."""
    return join(("! cannot be read yet", "bold $error"), ("  ", ""), problem)


def bar(share: float, width: int = 10) -> str:
    """A share from 0 to 1 as blocks."""
    full = round(share * width)
    return "█" * full + "░" * (width - full)
