"""What a rule is, what it sees, and what it finds."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coach.coaching.language import Reader
from coach.questions import Depth
from coach.refusal import Refusal


class Level(StrEnum):
    """How much a finding matters, worst first."""

    BLOCKER = "blocker"
    FLAW = "flaw"
    GAP = "gap"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for a blocker to 3 for a hint."""
        return list(Level).index(self)


OFF = "off"
"""What a page writes instead of a level to switch its rule off."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: where, the founder's own words, and values for the message.

    ``quote`` is part of the answer, letter by letter; it is empty where the fault is that
    nothing was said, and the page's ``blank`` message is given then. ``say`` names another of
    the page's messages (``[messages]``) for a fault that those two do not fit.
    """

    field: str
    quote: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    say: str = ""


def always(_path: str) -> bool:
    """Every question is asked."""
    return True


def no_examples(_path: str) -> tuple[Any, ...]:
    """The examples of a pack that shows none."""
    return ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the answers; all of it comes from the pack and the day.

    ``rule`` is the rule's id, ``read`` reads text with the pack's word lists, ``limits`` are
    the rule's own thresholds by name, ``tell_currency`` says what amounts are in, ``depth`` is
    how much is asked of this plan.
    ``examples`` gives what the pack offers to be copied into the answer at a path: texts for a
    text, rows (tables of answers) for a list; ``label`` what the pack calls a question;
    ``asks`` whether the question at a path is put to this plan.
    """

    rule: str
    read: Reader
    limits: Mapping[str, float]
    today: dt.date
    tell_currency: Callable[[], str] = str
    depth: Depth = Depth.FUNDAMENTALS
    examples: Callable[[str], tuple[Any, ...]] = no_examples
    label: Callable[[str], str] = str
    asks: Callable[[str], bool] = always

    @property
    def currency(self) -> str:
        """What amounts are in. Asked where it is told only, as few rules look at it."""
        return self.tell_currency().strip()

    def words(self, name: str) -> tuple[str, ...]:
        """The phrases of a word list."""
        return self.read.lists(name)

    def limit(self, name: str) -> float:
        """A threshold of the rule's page; raises :class:`Refusal` where it is no number."""
        value = self.limits.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Refusal(
                f"the page of rule {self.rule}: a number {name!r} is expected in [limits]"
            )
        return value


Check = Callable[[Any, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pure function over the answers it ``reads`` (step keys), known by its id.

    A rule that reads one step is given that step's model, a rule that reads several the plan.
    One that looks at each step ``apart`` is given one model after the other.
    """

    id: str
    reads: tuple[str, ...]
    check: Check
    apart: bool = False

    @property
    def looks(self) -> tuple[tuple[str, ...], ...]:
        """The steps that it is given at a time; it need not look again where none has changed."""
        return tuple((step,) for step in self.reads) if self.apart else (self.reads,)


class Rules:
    """The rules that read the same steps, in the order they are written.

    ::

        rules = Rules("niche")

        @rules("NI15")
        def nobody_excluded(niche: Niche, context: Context) -> Iterator[Hit]:
            if niche.choice and not niche.exclusion.strip():
                yield Hit("niche.exclusion")

    A rule that reads other steps than the rest says which: ``@rules("RE03", "value", "risk")``.
    """

    def __init__(self, *reads: str) -> None:
        self.reads = reads
        self._rules: list[Rule] = []

    def __call__(self, rule: str, *reads: str, apart: bool = False) -> Callable[[Check], Check]:
        """Add the decorated function as the rule with this id."""

        def add(check: Check) -> Check:
            self._rules.append(Rule(rule, reads or self.reads, check, apart))
            return check

        return add

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)
