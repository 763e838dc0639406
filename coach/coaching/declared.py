"""Rules that a pack declares in Markdown: a question, a kind of check, and its figures or words.

``[when]`` on the page of such a rule says when it speaks::

    [when]
    field = "niche.exclusion"    # a question; or a part of it: "risk.risks.owner"
    kind = "length"
    fewest = 8

==========  ==============================  ====================================================
kind        for                             speaks where
==========  ==============================  ====================================================
required    any question                    there is no answer
count       lists, choices of several       there are less than ``fewest`` or more than ``most``
words       text                            a phrase of the list ``has`` stands there, or none of
                                            the list ``lacks``; not where one of the lists
                                            ``unless`` does, nor, with ``concrete = true``, a
                                            figure or a name
length      text                            there are less than ``fewest`` words or more than
                                            ``most``
date        days                            the day is more than ``within`` days from today, or,
                                            with ``past = false``, gone by
==========  ==============================  ====================================================

All of it is data that is compared with data: nothing here runs what a pack says, and there are
no patterns in which one could write something that never ends.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import Any

from coach import flow
from coach.coaching.language import words
from coach.coaching.rule import Context, Hit, Rule
from coach.pack.pack import Pack
from coach.pack.page import RulePage, When
from coach.questions import Field, Kind
from coach.refusal import Refusal
from coach.text import one_line
from coach.values import Answers, Claim, Grid

MOST_FIGURE = 10_000
"""The largest figure that ``[when]`` may hold: words, rows or days."""
MOST_LISTS = 10
"""Most word lists under ``unless``."""
LONGEST = {"title": 80, "message": 300, "question": 100}
"""Most characters of what a rule says: it stands in lists and between the fields of a card."""
BEGUN = 2
"""How many other questions must have an answer before a missing one is remarked on.

Whoever has just begun a step, or a row, is not told what is missing there.
"""

_SLOT = re.compile(r"{([a-z_]+)}")


class Unfit(Refusal):
    """A page that makes no rule; ``keys`` lead to what is wrong in its front matter."""

    def __init__(self, keys: tuple[str, ...], told: str, do: str = "") -> None:
        super().__init__(told, do)
        self.keys, self.told, self.do = keys, told, do


def rules_of(pack: Pack) -> tuple[Rule, ...]:
    """The rules that ``pack`` brings along; raises ``BrokenPack`` with file and line."""
    return tuple(rule_of(pack, rule) for rule in pack.own_rules)


def rule_of(pack: Pack, rule: str) -> Rule:
    """The pack's own rule with this id; raises ``BrokenPack`` with file and line."""
    page, name = pack.rule(rule), pack.rule_file(rule)
    try:
        made = declared(page, pack.word_lists)
        if name.split("/")[1] != made.reads[0]:
            do = f"move the page to rules/{made.reads[0]}/"
            raise Unfit(("when", "field"), f"the question belongs to {made.reads[0]}", do)
    except Unfit as unfit:
        raise pack.front(name).fault(unfit.keys, unfit.told, unfit.do) from None
    for each in _lists(page.when):
        pack.words(each)  # a list that cannot be read is told now, not in the middle of a walk
    return made


def declared(page: RulePage, lists: Collection[str]) -> Rule:
    """The rule that ``page`` declares; ``lists`` are the names of the word lists there are.

    Raises :class:`Unfit` for a question, kind, list or value that does not exist.
    """
    when = page.when
    if when is None:
        raise Unfit((), "a table [when] is expected", "it says when the rule speaks")
    trail = _trail(when)
    make = KINDS.get(when.kind)
    if make is None:
        raise Unfit(("when", "kind"), *_unknown("kind", when.kind, KINDS))
    if not make.fits(trail[-1]):
        told = f"{one_line(when.field, 60)} takes no answer that a rule of kind {when.kind!r} reads"
        raise Unfit(("when", "kind"), told, f"that kind is for {make.answers}")
    _check_keys(when, make)
    _check_lists(when, lists)
    _check_page(page, make)
    step, *keys = when.field.split(".")
    return Rule(page.id, (step,), _Check(when, keys, trail, make.check))


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of rule: which answers it reads, its keys, what it puts into a message."""

    check: Callable[[When, Any, Context], Mapping[str, str] | None]
    fits: Callable[[Field], bool]
    answers: str
    takes: tuple[str, ...]
    fills: tuple[str, ...]


class _Check:
    """The check of one declared rule: the kind's own, on every answer to the question."""

    def __init__(
        self,
        when: When,
        keys: list[str],
        trail: tuple[Field, ...],
        check: Callable[[When, Any, Context], Mapping[str, str] | None],
    ) -> None:
        self.when, self.keys, self.trail, self.check = when, keys, trail, check
        self.depth = max(field.depth for field in trail)

    def __call__(self, answers: Any, context: Context) -> Iterator[Hit]:
        """Where the rule speaks; nowhere at a depth at which the question is not put."""
        if context.depth < self.depth:
            return
        for path, value, around, key in self._answers(answers):
            values = self.check(self.when, value, context)
            if values is None or (_few(self.when, value) and not self._begun(around, key, context)):
                continue
            shown = {"label": context.label(path), **values}
            yield Hit(path, shown.pop("quote", ""), shown)

    def _answers(self, step: Any) -> Iterator[tuple[str, Any, Any, str]]:
        """Each answer to the question: its path, itself, what it is part of, and its key there."""
        first, *rest = self.keys
        path = f"{self.when.field.partition('.')[0]}.{first}"
        value = getattr(step, first)
        if not rest:
            yield path, value, step, first
            return
        rows = value if self.trail[0].kind is Kind.RECORDS else (value,)
        for row in rows:
            way = (path, row.id, *rest) if rows is value else (path, *rest)
            yield ".".join(way), _down(row, rest), row, rest[0]

    def _begun(self, around: Any, key: str, context: Context) -> bool:
        """True where enough of what is asked beside ``key`` has been answered."""
        step = self.when.field.partition(".")[0]
        near = self.trail[0].parts if len(self.trail) > 1 else _questions(step, around, context)
        others = [each.key for each in near if each.key != key and each.depth <= context.depth]
        needed = max(1, min(BEGUN, len(others)))
        return sum(1 for _ in islice((o for o in others if _said(around, o)), needed)) == needed


def _few(when: When, value: Any) -> bool:
    """True where what is wrong with an answer can be that it has not been given yet."""
    return when.kind == "required" or (when.kind == "count" and _count(value) < when.fewest)


def _down(value: Any, keys: list[str]) -> Any:
    for key in keys:
        value = getattr(value, key)
    return value


def _questions(name: str, step: Any, context: Context) -> tuple[Field, ...]:
    """The questions of a step, without those hidden now or left out by the pack."""
    cards = (card for card in flow.CARDS if card.step == name)
    every = ((card.path(field), field) for card in cards for field in card.fields)
    return tuple(
        field
        for path, field in every
        if (field.when is None or field.when(step)) and context.asks(path)
    )


def _said(around: Answers, key: str) -> bool:
    """True where somebody has answered, so that a default alone does not count."""
    value = getattr(around, key)
    return not _missing(value) and value != type(around).model_fields[key].default


def _missing(value: Any) -> bool:
    """True where there is no answer: nothing at all, or no word of it."""
    if isinstance(value, Claim):
        return value.assumed and not value.source.strip()
    if isinstance(value, Grid):
        return not value.scores
    if isinstance(value, Answers):
        return all(_missing(getattr(value, key)) for key in type(value).model_fields if key != "id")
    if isinstance(value, list):
        return not _count(value)
    if isinstance(value, str):
        return not words(value)
    return value is None


def _count(value: Any) -> int:
    """How many rows of a list say something, or how many options are chosen."""
    return sum(not _missing(each) for each in value)


def _required(_when: When, value: Any, _context: Context) -> Mapping[str, str] | None:
    return {} if _missing(value) else None


def _counted(when: When, value: Any, _context: Context) -> Mapping[str, str] | None:
    return _outside(when, _count(value))


def _long(when: When, value: str, _context: Context) -> Mapping[str, str] | None:
    count = len(words(value))
    outside = _outside(when, count) if count else None
    return outside and {**outside, "quote": value.strip()}


def _outside(when: When, count: int) -> Mapping[str, str] | None:
    if count >= when.fewest and (not when.most or count <= when.most):
        return None
    return {"count": str(count), "fewest": str(when.fewest), "most": str(when.most)}


def _worded(when: When, value: str, context: Context) -> Mapping[str, str] | None:
    read = context.read
    word = read.first(value, when.has or when.lacks)
    wrong = bool(word) if when.has else bool(words(value)) and not word
    if not wrong or (when.unless and read.has(value, *when.unless)):
        return None
    if when.concrete and read.concrete(value):
        return None
    quote = read.quote(value, when.has) if when.has else value.strip()
    return {"quote": quote, "word": word} if word else {"quote": quote}


def _dated(when: When, value: dt.date | None, context: Context) -> Mapping[str, str] | None:
    if value is None:
        return None
    days = (value - context.today).days
    late = bool(when.within) and abs(days) > when.within
    gone = not when.past and days < 0
    # No distance from today among the values: a finding set aside would come back every day.
    return {"quote": value.isoformat(), "within": str(when.within)} if late or gone else None


KINDS: Mapping[str, _Kind] = {
    "required": _Kind(_required, lambda _field: True, "all questions", (), ()),
    "count": _Kind(
        _counted,
        lambda field: field.kind is Kind.RECORDS or (field.kind is Kind.CHOICE and field.most > 1),
        "lists and choices of several",
        ("fewest", "most"),
        ("count", "fewest", "most"),
    ),
    "words": _Kind(
        _worded,
        lambda field: field.kind is Kind.TEXT,
        "text",
        ("has", "lacks", "unless", "concrete"),
        ("quote", "word"),
    ),
    "length": _Kind(
        _long,
        lambda field: field.kind is Kind.TEXT,
        "text",
        ("fewest", "most"),
        ("quote", "count", "fewest", "most"),
    ),
    "date": _Kind(
        _dated,
        lambda field: field.kind is Kind.DATE,
        "days",
        ("within", "past"),
        ("quote", "within"),
    ),
}
"""The kinds of rules that a pack can declare."""


@cache
def _known() -> dict[str, tuple[Field, ...]]:
    """Every question and part of one that a rule can be about, with the questions leading to it."""
    known: dict[str, tuple[Field, ...]] = {}

    def add(path: str, trail: tuple[Field, ...]) -> None:
        known[path] = trail
        for part in () if trail[-1].kind is Kind.GRID else trail[-1].parts:
            add(f"{path}.{part.key}", (*trail, part))

    for card in flow.CARDS:
        for field in card.fields:
            add(card.path(field), (field,))
    return known


def _trail(when: When) -> tuple[Field, ...]:
    known = _known()
    if when.field not in known:
        raise Unfit(("when", "field"), *_unknown("field", when.field, known))
    return known[when.field]


def _unknown(what: str, given: str, known: Iterable[str]) -> tuple[str, str]:
    """What is said of a name that there is not, and the nearest that there is."""
    known, shown = list(known), one_line(given, 60)
    near = get_close_matches(shown, known, 1, 0.5)
    some = ", ".join(known) if len(known) < 8 else f"one like {known[0]!r}"
    return (
        f"there is no {what} {shown!r}",
        f"did you mean {near[0]!r}?" if near else f"expected {some}",
    )


def _check_keys(when: When, kind: _Kind) -> None:
    """Refuse keys of another kind, figures beyond all sense, and a kind without its keys."""
    given = [
        each.name
        for each in fields(when)
        if each.default is not MISSING and getattr(when, each.name) != each.default
    ]
    for key in given:
        if key not in kind.takes:
            takes = f"it takes {', '.join(kind.takes)}" if kind.takes else "it takes no more keys"
            raise Unfit(("when", key), f"{key!r} is not for rules of kind {when.kind!r}", takes)
    for key in ("fewest", "most", "within"):
        if not 0 <= getattr(when, key) <= MOST_FIGURE:
            raise Unfit(("when", key), f"{key!r} must be from 1 to {MOST_FIGURE:,}")
    if when.most and when.fewest > when.most:
        raise Unfit(("when", "fewest"), "'fewest' is more than 'most'")
    if when.has and when.lacks:
        raise Unfit(("when", "lacks"), "either 'has' or 'lacks' is expected, not both")
    wanted = tuple(key for key in kind.takes if key not in ("unless", "concrete"))
    if wanted and not set(wanted) & set(given):
        raise Unfit(
            ("when",), f"a rule of kind {when.kind!r} needs {' or '.join(map(repr, wanted))}"
        )


def _lists(when: When | None) -> tuple[str, ...]:
    """The word lists that a rule reads."""
    return tuple(name for name in (when.has, when.lacks, *when.unless) if name) if when else ()


def _check_lists(when: When, lists: Collection[str]) -> None:
    if len(when.unless) > MOST_LISTS:
        raise Unfit(("when", "unless"), f"'unless' names more than {MOST_LISTS} word lists")
    named = [("has", when.has), ("lacks", when.lacks), *(("unless", each) for each in when.unless)]
    for key, name in named:
        if name not in lists and (name or key == "unless"):
            raise Unfit(("when", key), *_unknown("word list", name, sorted(lists)))


def _check_page(page: RulePage, kind: _Kind) -> None:
    """Refuse what only a rule with code can use, and places in the message that stay empty."""
    for key in ("blank", "messages", "limits"):
        if getattr(page, key):
            told = f"{key!r} is for the rules of the program"
            raise Unfit((key,), told, "one with [when] has its message, and its figures in [when]")
    for key, most in LONGEST.items():
        if (length := len(getattr(page, key))) > most:
            raise Unfit((key,), f"{key!r} has {length:,} characters; at most {most} fit")
    known = ("label", *kind.fills)
    for slot in _SLOT.findall(page.message):
        if slot not in known or (slot == "word" and page.when and page.when.lacks):
            raise Unfit(("message",), *_unknown("value", slot, known))
    if "{quote}" in page.question and "quote" not in known:
        raise Unfit(("question",), "this rule has nothing to put in for {quote}")
