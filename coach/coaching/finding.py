"""What the coach says about an answer."""

from dataclasses import dataclass

from coach.coaching.rule import Level


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: which rule, how much it matters, where, the words it is about, what to do.

    ``message``, ``why`` and ``fix`` are ready to show; ``quote`` is the founder's own
    text, shown literally. ``set_aside`` is the founder's reason where the finding has been
    set aside, else empty.
    """

    rule: str
    level: Level
    step: str
    field: str
    quote: str
    message: str
    why: str
    fix: str
    set_aside: str = ""

    @property
    def open(self) -> bool:
        """True unless the founder has set it aside."""
        return not self.set_aside
