"""What every form is made from: a plan's answers as words, each with the path it came from."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from coach import answers, flow
from coach.answers import MONTHS
from coach.export.document import Figure, Span, Spans, Standing, plain
from coach.export.prose import inside, names_in
from coach.export.quantity import computed, given
from coach.export.wording import Words
from coach.grids import record_name
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Card, Field, Kind, Result, Unit
from coach.text import clean_text, one_line
from coach.values import Claim, Status

SENTENCES = {
    "value.statement": "For {audience} who {need}, {product} is {category} that {benefit}. "
    "Unlike {alternative}, we {difference}."
}
"""A statement's sentence where a pack has none; elsewhere its slots are listed."""

NAMELESS = "Without a name"
"""What a record is called as long as it has no name."""

LONG_CURRENCY = 8
LONG_NAME = 80
"""Characters of a currency that fit beside a number, and of the plan's name in a title."""

_SLOT = re.compile(r"{([a-z_]+)}")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


class Material:
    """A plan, the pack's wording and the day, as the forms ask for them."""

    def __init__(self, plan: Plan, pack: Pack, today: dt.date) -> None:
        self.plan = plan
        self.words = Words(pack)
        self.today = today
        self.currency = shortened(one_line(clean_text(plan.start.currency)), LONG_CURRENCY)
        self.name = shortened(one_line(clean_text(plan.title)), LONG_NAME)
        self._figures: dict[str, tuple[Figure, ...]] = {}

    def said(self, path: str, limit: int = 0, strong: bool = False) -> Span:
        """The text answered at ``path``, on one line and without its last full stop.

        It is empty where nothing was answered. From ``limit`` characters on it is
        :func:`shortened`.
        """
        text = one_line(clean_text(str(self.plan.get(path) or "")))
        text = _without_stop(text)
        return Span(shortened(text, limit) if limit else text, path, strong)

    def inside(self, path: str, limit: int = 0) -> Span:
        """What was :meth:`said` at ``path`` as it stands inside a sentence."""
        return inside(self.said(path, limit), self.names)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that the plan's answers use as names."""
        leaves = list(flow.paths(self.plan))
        owners = [str(self.plan.get(p)) for p, field in leaves if field.key == "owner"]
        texts = [str(self.plan.get(p)) for p, field in leaves if field.kind is Kind.TEXT]
        return names_in(texts, [*owners, self.plan.start.name, self.plan.value.statement.product])

    def kept(self, path: str) -> Span:
        """The text answered at ``path`` with its own lines."""
        return Span(clean_text(str(self.plan.get(path) or "")).strip(), path)

    def draft(self, path: str) -> Span | None:
        """What was typed at ``path`` where a number or a day was expected, if it was not one."""
        text = clean_text(self.plan.drafts.get(path, "")).strip()
        return Span(text, path) if text else None

    def asks(self, path: str) -> bool:
        """Whether the question at ``path`` is asked of this plan, at its depth.

        On a card that the pack leaves out none is, but what was answered there counts.
        """
        place = flow.place(path)
        return (
            place.card in flow.told(self.plan)
            and place.field in flow.questions(place.card, self.plan)
            and place.part.depth <= self.plan.level
        )

    def shown(self, path: str, field: Field, card: Card) -> Span:
        """The answer at ``path``, of any kind that is no composite, as a reader wants it."""
        value = self.plan.get(path)
        match field.kind:
            case Kind.NUMBER:
                return Span(self.number(value, field.unit), path)
            case Kind.DATE:
                return Span(day(value), path)
            case Kind.CHOICE:
                return Span(", ".join(self._options(path, field, card, value)), path)
            case Kind.RANGE:
                return Span(self._range(path, field), path)
        return self.kept(path)

    def option(self, path: str, field: Field, card: Card) -> Span:
        """The choice at ``path`` as a word inside a sentence."""
        return Span(self.shown(path, field, card).text.lower(), path)

    def number(self, value: float | None, unit: Unit) -> str:
        """A number exactly as the founder gave it, thousands set apart, with its unit."""
        return given(value, unit, self.currency)

    def called(self, path: str, key: str) -> str:
        """What the record ``key`` of the list at ``path`` is called; empty if there is none."""
        if all(row.id != key for row in self.plan.get(path)):
            return ""
        return one_line(clean_text(record_name(self.plan, path, key))) or NAMELESS

    def mark(self, path: str, limit: int = 0) -> Span:
        """How the claim at ``path`` is known, in brackets and with a space before."""
        return Span(f" ({self.standing(path, limit)})", path)

    def standing(self, path: str, limit: int = 0) -> str:
        """How the claim at ``path`` is known: ``seen: 14 owners, Mar 2026``.

        ``limit`` cuts the source alone: how many cases and when are what a reader weighs.
        """
        claim: Claim = self.plan.get(path)
        if claim.status is Status.ASSUMED:
            known = "assumed, not yet confirmed"
        else:
            label = self.words.option("claim", "status", claim.status)
            known = label[:1].lower() + label[1:]
        source = _without_stop(one_line(clean_text(claim.source)))
        source = shortened(source, limit) if limit else source
        points = counted(claim)
        when = f"{month(claim.date)} {claim.date.year}" if claim.date else ""
        about = ", ".join(part for part in (source, points, when) if part)
        if about:
            return f"{known}: {about}"
        return known if claim.status is Status.ASSUMED else f"{known}, no source given"

    def standings(self) -> tuple[Standing, ...]:
        """Every claim that is asked for, in the order of the walk."""
        return tuple(
            Standing(path, self.standing(path), self.plan.get(path))
            for path in self._claims()
            if self.claims(path)
        )

    def claims(self, path: str) -> bool:
        """True unless the claim at ``path`` is untouched and about a question left empty.

        A claim is about the text that stands before it on the card or in the record, else
        about the question before it.
        """
        place = flow.place(path)
        beside = place.field.parts if place.record else place.card.fields
        before = beside[: beside.index(place.part)]
        texts = [each for each in before if each.kind is Kind.TEXT]
        about = (texts or list(before))[-1]
        owner = path.rpartition(".")[0]
        return self.plan.get(path) != Claim() or bool(
            answers.show(self.plan.get(f"{owner}.{about.key}"))
        )

    def figures(self, card: str) -> tuple[Figure, ...]:
        """What the card's answers come to at the plan's depth; some may lack an input."""
        if card not in self._figures:
            self._figures[card] = tuple(self._computed(flow.card(card)))
        return self._figures[card]

    def statement(
        self,
        path: str = "value.statement",
        *,
        blanks: bool = False,
        most: int = 0,
        instead: Mapping[str, str] | None = None,
    ) -> Spans:
        """The slots at ``path`` in the sentence of their page; none where no slot is filled.

        A sentence with an empty slot is left out, or with ``blanks`` shows ``…`` there. It is
        whole unless it is longer than ``most`` characters, which no founder could say in a
        breath: then every slot gets its share of them. ``instead`` puts other words into slots.
        """
        spans = self._statement(path, blanks, 0, instead or {})
        if most and sum(len(span.text) for span in spans) > most:
            return self._statement(path, blanks, most // 10, instead or {})
        return spans

    def _statement(self, path: str, blanks: bool, limit: int, instead: Mapping[str, str]) -> Spans:
        place = flow.place(path)
        slots = [slot.key for slot in flow.parts(place.field, self.plan.level)]
        bare = f"{', '.join(f'{{{slot}}}' for slot in slots)}."
        template = self.words.topic(place.card.key).sentence or SENTENCES.get(path, bare)
        spans: list[Span] = []
        for sentence in _SENTENCES.split(template):
            parts: list[Span] = [Span(" ")] if spans else []
            for index, piece in enumerate(_SLOT.split(sentence)):
                if index % 2 and piece in slots:
                    begins = not plain(tuple(parts)).strip()
                    parts.append(self._slot(f"{path}.{piece}", limit, begins, instead.get(piece)))
                elif index % 2:
                    parts.append(Span(f"{{{piece}}}"))
                elif piece:
                    parts.append(Span(piece))
            if blanks or all(part.text for part in parts):
                spans += parts
        if not any(span.field and span.text for span in spans):
            return ()
        return tuple(span if span.text else replace(span, text="…") for span in spans)

    def gaps(self) -> tuple[tuple[Card, str], ...]:
        """The cards that are not done, each with the path of its first open question."""
        states = flow.progress(self.plan).cards
        return tuple(
            (card, flow.first_gap(self.plan, card))
            for card in flow.walk(self.plan)
            if states[card.key] is not flow.State.DONE
            and any(not field.optional for field in flow.asked(card, self.plan))
        )

    def _slot(self, path: str, limit: int, begins: bool, instead: str | None) -> Span:
        """A slot's words; small unless they begin the sentence, or are one word: a name."""
        said = self.said(path, limit) if instead is None else Span(instead, path)
        own = begins or instead is not None or path.endswith(".product")
        return said if own else inside(said, self.names)

    def _computed(self, card: Card) -> Iterator[Figure]:
        for each in card.results(self.plan) if card.results else ():
            if each.depth <= self.plan.level:
                known = each.value is not None and bool(each.verdict)
                says = self.words.verdict(card, each.key, each.verdict) if known else ""
                text = "" if says and each.bare else self._result(each)
                yield Figure(self.words.figure(card, each.key), text, each, says)

    def _result(self, result: Result) -> str:
        return computed(result.value, result.unit, self.currency)

    def _range(self, path: str, field: Field) -> str:
        """How far a figure may lie, and what is likely; an end that was not understood as typed."""

        def end(at: str) -> str:
            draft = self.draft(at)
            return one_line(draft.text) if draft else self.number(self.plan.get(at), field.unit)

        low, high = end(f"{path}.low"), end(f"{path}.high")
        if not low and not high:
            return ""
        far = f"{low} to {high}" if low and high else f"from {low}" if low else f"up to {high}"
        likely = end(f"{path.rpartition('.')[0]}.{field.around}")
        return f"{far}, likely {likely}" if likely else far

    def _options(self, path: str, field: Field, card: Card, value: Any) -> Iterator[str]:
        chosen = value if isinstance(value, list) else [value] if value else []
        place = flow.place(path)
        below = ".".join(dict.fromkeys((place.field.key, field.key)))
        for each in chosen:
            if field.pick:
                yield self.called(field.pick, each)
            else:
                yield self.words.option(card.key, below, each)

    def _claims(self) -> Iterator[str]:
        for card in flow.told(self.plan):
            for field in flow.questions(card, self.plan):
                path = card.path(field)
                if field.kind is Kind.CLAIM:
                    yield path
                elif field.kind is Kind.RECORDS:
                    for row in self.plan.get(path):
                        for part in flow.parts(field, self.plan.level):
                            if part.kind is Kind.CLAIM:
                                yield f"{path}.{row.id}.{part.key}"


def day(date: dt.date | None) -> str:
    """A day as read everywhere: ``20 Nov 2026``; empty for none."""
    return f"{date.day} {month(date)} {date.year}" if date else ""


def month(date: dt.date) -> str:
    """``Nov``."""
    return MONTHS[date.month - 1].capitalize()


def counted(claim: Claim) -> str:
    """How many people, orders or cases are behind a claim, in the words of its status.

    A single register or report is its own source and needs no count.
    """
    many = claim.points or 0
    one, more = _COUNTED.get(claim.status, ("1 case", "cases"))
    return f"{many:,} {more}" if many > 1 else one * many


_COUNTED = {
    Status.DESK: ("", "looked at"),
    Status.HEARD: ("1 person", "people"),
}


def shortened(text: str, limit: int) -> str:
    """``text`` of at most ``limit`` characters: if need be its beginning, and `` …``.

    It is cut where a sentence ends, else a clause, else a word; but never so early that
    less than a third of what would fit is left.
    """
    if len(text) <= limit:
        return text
    fits = text[: limit - 1]
    ends = (
        [found.start() for found in pattern.finditer(fits) if found.start() > limit // 3]
        for pattern in _ENDS
    )
    cut = fits[: next((found[-1] for found in ends if found), limit - 2)]
    return cut.rstrip(" ,;:–—-") + " …"


_ENDS = (
    re.compile(r"(?<=[.!?])\s"),  # a sentence
    re.compile(r"(?<=[,;:])\s|\s(?=[–—(])"),  # a clause
    re.compile(r"\s"),  # a word
)
"""Where a text may be cut, best first."""


def _without_stop(text: str) -> str:
    if text.endswith(".") and not text.endswith(".."):
        return text[:-1].rstrip() or text
    return text
