"""What the coach says about an answer."""

from dataclasses import dataclass

from coach.coaching.rule import Level

LOOKS = "RE13"
"""The rule that asks for another look at what need not be wrong in itself."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: which rule, how much it matters, where, the words it is about, what to do.

    ``message`` is ready to show and may quote the founder: plain text, never markup.
    ``why`` and ``fix`` are the pack's Markdown and hold no word of the founder's. ``quote``
    is the founder's own text, shown literally. ``fingerprint`` marks what the finding rests
    on (the answer, the quoted words, the figures) and changes when that does. ``set_aside``
    is the founder's reason where the finding has been set aside, else empty. ``question`` is
    what a coach would ask, plain text; empty where the pack has none.
    """

    rule: str
    level: Level
    step: str
    field: str
    quote: str
    message: str
    why: str
    fix: str
    fingerprint: str
    set_aside: str = ""
    question: str = ""

    @property
    def rank(self) -> float:
        """Where it stands among the remarks on one answer; the lowest is told first.

        Its level's, but what has only changed below the answer waits until what is weak or
        missing in the answer itself has been said.
        """
        own = self.level.rank
        return max(own, Level.GAP.rank + 0.5) if self.rule == LOOKS else own

    @property
    def open(self) -> bool:
        """True unless the founder has set it aside."""
        return not self.set_aside
