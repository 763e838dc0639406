"""The pages of a content pack, as data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_MINUTES = re.compile(r"\W*(\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """How one question is worded.

    ``label`` names it; ``help`` says what is meant; ``placeholder`` shows in an empty field;
    ``example`` can be copied into it. ``empty`` is what an empty list teaches, and
    ``examples`` are rows that can be put into it, each a table of the record's fields.
    """

    label: str
    help: str = ""
    placeholder: str = ""
    example: str = ""
    empty: str = ""
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """How one option of a choice is worded: what it means, when it fits, what it demands."""

    label: str
    meaning: str = ""
    fits: str = ""
    demands: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """How a computed figure is called, and its formula in words.

    ``verdicts`` words a result that is one of a few, by key.
    """

    label: str
    formula: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """How a chart is worded: its title, its axes, the names of what it shows by key.

    ``note`` says how to read it, or what it cannot say.
    """

    title: str
    x: str = ""
    y: str = ""
    note: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    """The page of one card: its wording, then its guide by depth.

    ``fields`` is keyed by the path below the step (``candidates``, ``candidates.name``);
    ``choices`` by the same path, then the option; ``sections`` by heading
    (``Fundamentals``, ``Example``, ``Facilitator``), each Markdown; ``results`` and ``pictures``
    by the key of what is computed and drawn. ``sentence`` is the statement builder's sentence
    with its slots in braces.
    """

    key: str
    title: str
    question: str = ""
    minutes: int = 0
    sentence: str = ""
    fields: Mapping[str, Wording] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, Option]] = field(default_factory=dict)
    results: Mapping[str, Formula] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)

    @property
    def room_minutes(self) -> int:
        """Minutes a room takes: those that its facilitator's note begins with, if it does."""
        told = _MINUTES.match(self.sections.get("Facilitator", ""))
        return int(told[1]) if told else self.minutes


@dataclass(frozen=True, slots=True)
class Walk:
    """``[walk]`` in ``pack.toml``: the keys of the cards to ask, in order, or of those not to."""

    cards: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book: a framework, a sector, a culture or a lever.

    ``key`` is the file's path with dots, without ``.md`` (``frameworks.porter``). ``question``
    is the one that the page answers, on one line. ``depth`` (``fundamentals``,
    ``intermediate``, ``advanced``) is from which depth on it helps. ``cards`` are the keys of
    the cards where it is used; ``sections`` are keyed by heading, each Markdown.
    """

    key: str
    title: str
    question: str
    depth: str
    sources: tuple[str, ...]
    cards: tuple[str, ...]
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class When:
    """When a rule of a pack's own speaks, as ``[when]`` on its page says.

    ``field`` is a question's path, ``kind`` one of required, count, words, length and date;
    which of the other keys a kind takes, and what they mean, stands in
    ``coach/coaching/declared.py``. A number that was not given is 0.
    """

    field: str
    kind: str
    fewest: int = 0
    most: int = 0
    has: str = ""
    lacks: str = ""
    unless: tuple[str, ...] = ()
    concrete: bool = False
    within: int = 0
    past: bool = True


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a rule says: its level, limits and message, then why and how to fix, in Markdown.

    ``message`` may hold ``{quote}`` and the values that the rule gives; ``blank`` is said
    instead where there are no words to quote; of ``messages`` one is said instead of both where
    the rule calls it by its name. ``why`` and ``fix`` hold no values, since they are Markdown
    and an answer is not. ``question`` is one short open question that a coach would ask; it may
    hold ``{quote}``. ``bad`` and ``good`` are parts of a plan: the first trips the rule,
    the second does not. A page of level ``strength`` says in ``keep``, instead of ``fix``, how
    to keep what stands on evidence; its ``good`` shows the strength. ``when`` stands only in
    rules of a pack's own, which have no code.
    """

    id: str
    title: str
    level: str
    message: str
    blank: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    source: str = ""
    limits: Mapping[str, float] = field(default_factory=dict)
    bad: Mapping[str, Any] = field(default_factory=dict)
    good: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    fix: str = ""
    keep: str = ""
    when: When | None = None
