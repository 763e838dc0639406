"""What the coach says that is good about a plan, and only on evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing that stands on evidence: which rule saw it, where, and why it is worth keeping.

    A register of its own: strengths are never mixed into findings, never weighed against them,
    and have no level. ``message`` is ready to show and may quote the founder: plain text, never
    markup. ``why`` and ``keep`` are the pack's Markdown and hold no word of the founder's.
    ``quote`` is the founder's own text, shown literally; empty where figures speak alone.
    """

    rule: str
    step: str
    field: str
    quote: str
    message: str
    why: str
    keep: str
