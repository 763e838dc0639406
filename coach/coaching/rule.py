"""What a rule is, what it sees, and what it finds."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: where, the founder's own words, and values for the message."""

    field: str
    quote: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the answers; all of it comes from the pack and the day.

    ``words`` gives a word list by name, ``limits`` the rule's own thresholds by name.
    """

    words: Callable[[str], tuple[str, ...]]
    limits: Mapping[str, float]
    today: dt.date
    currency: str = ""


Check = Callable[[Any, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pure function over the answers it ``reads`` (step keys), known by its id.

    A rule that reads one step is given that step's model, a rule that reads several the plan.
    """

    id: str
    reads: tuple[str, ...]
    check: Check


class Rules:
    """The rules that read the same steps, in the order they are written.

    ::

        rules = Rules("niche")

        @rules("NI15")
        def nobody_excluded(niche: Niche, context: Context) -> Iterator[Hit]:
            if niche.choice and not niche.exclusion.strip():
                yield Hit("niche.exclusion")
    """

    def __init__(self, *reads: str) -> None:
        self.reads = reads
        self._rules: list[Rule] = []

    def __call__(self, rule: str) -> Callable[[Check], Check]:
        """Add the decorated function as the rule with this id."""

        def add(check: Check) -> Check:
            self._rules.append(Rule(rule, self.reads, check))
            return check

        return add

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)
