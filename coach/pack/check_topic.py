"""Finds the faults of one topic's page: what the flow asks must be worded, and nothing else."""

import re
from collections.abc import Iterator

from pydantic import ValidationError

from coach import answers
from coach.pack.check_text import Targets, body_faults
from coach.pack.fault import Fault, first_error, nearest
from coach.pack.pack import topic_file
from coach.pack.page import Topic, Wording
from coach.pack.read import Front
from coach.pictures import drawings
from coach.plan import Plan, record_type
from coach.questions import Card, Depth, Field, Kind
from coach.refusal import Refusal

TITLE, LABEL, HELP, LINE = 24, 28, 90, 90
"""Most characters of a label, a help, and any other short text: the screen has one line."""
EMPTY = 200
GUIDES = tuple(depth.name.capitalize() for depth in Depth)
SECTIONS = (*GUIDES, "Example", "Common mistake", "Facilitator")
EXPLAINED = "differentiation.primary"
"""The choice that is shown as cards side by side, so that each option says more."""

_SLOT = re.compile(r"{(\w*)}")


def topic_faults(targets: Targets, card: Card) -> Iterator[Fault]:
    """What is wrong with the page of ``card``; raises ``BrokenPack`` where it cannot be read."""
    pack = targets.pack
    front, topic = pack.front(topic_file(card.key)), pack.topic(card.key)
    page = _Page(front, topic, card)
    yield from page.head()
    yield from page.wordings()
    yield from page.choices()
    yield from page.results()
    yield from page.pictures()
    yield from page.guide()
    yield from body_faults(targets, topic_file(card.key), SECTIONS)


def questions(card: Card) -> Iterator[tuple[str, Field]]:
    """Everything of a card that is worded: its fields, and the parts of records and statements."""
    for field in card.fields:
        yield field.key, field
        for part in field.of:
            yield f"{field.key}.{part.key}", part


def offered(card: Card) -> dict[str, tuple[str, ...]]:
    """What is worded under [choices]: the options of choices, the fixed columns of grids."""
    worded = {path: field.options or field.columns for path, field in questions(card)}
    return {path: tuple(map(str, keys)) for path, keys in worded.items() if keys}


class _Page:
    """One topic's page beside the card that it words."""

    def __init__(self, front: Front, topic: Topic, card: Card) -> None:
        self.front, self.topic, self.card = front, topic, card
        self.asked = dict(questions(card))

    def fault(self, keys: tuple[str | int, ...], text: str) -> Fault:
        return Fault(self.front.file, self.front.line(*keys), text)

    def head(self) -> Iterator[Fault]:
        for key in ("title", "question"):
            yield from self.length((key,), getattr(self.topic, key), LINE, needed=True)
        yield from self.length(("title",), self.topic.title, TITLE)
        if not 1 <= self.topic.minutes <= 60:
            yield self.fault(("minutes",), "'minutes' must be from 1 to 60")
        statements = [field for field in self.card.fields if field.kind is Kind.STATEMENT]
        slots = [part.key for field in statements for part in field.of]
        used = _SLOT.findall(self.topic.sentence)
        for key in slots:
            if used.count(key) != 1:
                yield self.fault(("sentence",), f"'sentence' must hold {{{key}}} once")
        for key in used:
            if key not in slots:
                near = nearest(key, slots) if slots else "; this card has no sentence"
                yield self.fault(("sentence",), f"'sentence' holds {{{key}}}, no slot{near}")

    def length(
        self, keys: tuple[str | int, ...], text: str, most: int, needed: bool = False
    ) -> Iterator[Fault]:
        if needed and not text.strip():
            yield self.fault(keys, f"{keys[-1]!r} is empty")
        if len(text) > most:
            yield self.fault(
                keys, f"{keys[-1]!r} has {len(text)} characters; at most {most} fit the screen"
            )

    def wordings(self) -> Iterator[Fault]:
        for path, field in self.asked.items():
            wording = self.topic.fields.get(path)
            if wording is None:
                yield self.fault(("fields",), f"question {path!r} has no wording under [fields]")
            else:
                yield from self.wording(path, field, wording)
        for path in self.topic.fields:
            if path not in self.asked:
                near = nearest(path, self.asked)
                yield self.fault(("fields", path), f"question {path!r} is asked nowhere{near}")

    def wording(self, path: str, field: Field, wording: Wording) -> Iterator[Fault]:
        keys = ("fields", path)
        yield from self.length((*keys, "label"), wording.label, LABEL, needed=True)
        yield from self.length((*keys, "help"), wording.help, HELP)
        yield from self.length((*keys, "placeholder"), wording.placeholder, LINE)
        yield from self.length((*keys, "empty"), wording.empty, EMPTY)
        if field.kind is not Kind.RECORDS:
            for key in ("empty", "examples"):
                if getattr(wording, key):
                    yield self.fault((*keys, key), f"{key!r} is for lists, and {path!r} is none")
        else:
            yield from self.rows(path, field, wording)
        if wording.example:
            try:
                answers.parse(field, wording.example)
            except Refusal as bad:
                yield self.fault((*keys, "example"), f"'example' is no answer: {bad}")

    def rows(self, path: str, field: Field, wording: Wording) -> Iterator[Fault]:
        kind = record_type(f"{self.card.step}.{path}")
        known = [part.key for part in field.of]
        for index, row in enumerate(wording.examples):
            keys = ("fields", path, "examples", index)
            for key in row:
                if key not in known:
                    near = nearest(key, known)
                    yield self.fault((*keys, key), f"{key!r} is no part of {path!r}{near}")
            texts = [part.key for part in field.of if part.kind is Kind.TEXT]
            if not any(str(row.get(key, "")).strip() for key in texts):
                yield self.fault(keys, f"an example row of {path!r} holds no words")
            try:
                if kind:
                    kind.model_validate(row)
            except ValidationError as bad:
                yield self.fault(*first_error(keys, bad))
                continue
            for part in field.of:
                if part.key in row and not part.parts:
                    try:
                        answers.parse(part, answers.show(row[part.key]))
                    except Refusal as bad:
                        yield self.fault((*keys, part.key), f"{part.key!r} is no answer: {bad}")

    def choices(self) -> Iterator[Fault]:
        known = offered(self.card)
        for path, options in known.items():
            worded = self.topic.choices.get(path, {})
            for option in options:
                keys = ("choices", path, option)
                if option not in worded:
                    yield self.fault(keys, f"option {option} of {path!r} has no wording")
                    continue
                each = worded[option]
                yield from self.length((*keys, "label"), each.label, LABEL, needed=True)
                meant = bool(self.asked[path].options)
                yield from self.length((*keys, "meaning"), each.meaning, LINE, needed=meant)
                more = f"{self.card.step}.{path}" == EXPLAINED
                for key in ("fits", "demands", "example"):
                    yield from self.length((*keys, key), getattr(each, key), LINE, more)
        for path, worded in self.topic.choices.items():
            for option in worded:
                if option not in known.get(path, ()):
                    near = nearest(option, known.get(path, ()))
                    yield self.fault(
                        ("choices", path, option), f"option {option!r} of {path!r} is unknown{near}"
                    )

    def results(self) -> Iterator[Fault]:
        known = result_keys(self.card)
        for key in known:
            if key not in self.topic.results:
                yield self.fault(("results",), f"figure {key!r} has no wording under [results]")
        for key, formula in self.topic.results.items():
            if key not in known:
                near = nearest(key, known)
                yield self.fault(("results", key), f"figure {key!r} is computed nowhere{near}")
            yield from self.length(("results", key, "label"), formula.label, LABEL, needed=True)
            yield from self.length(("results", key, "formula"), formula.formula, LINE, needed=True)

    def pictures(self) -> Iterator[Fault]:
        known = [drawing.key for drawing in drawings(self.card)]
        for key in known:
            if key not in self.topic.pictures:
                yield self.fault(("pictures",), f"picture {key!r} has no wording under [pictures]")
        for key, picture in self.topic.pictures.items():
            if key not in known:
                near = nearest(key, known)
                yield self.fault(("pictures", key), f"picture {key!r} is drawn nowhere{near}")
            yield from self.length(("pictures", key, "title"), picture.title, LINE, needed=True)
            for part in ("x", "y"):
                yield from self.length(("pictures", key, part), getattr(picture, part), LABEL)

    def guide(self) -> Iterator[Fault]:
        least = min(field.depth for field in self.card.fields)
        wanted = GUIDES[:least]
        if not any(self.topic.sections.get(name, "").strip() for name in wanted):
            yield Fault(self.front.file, self.front.end, f"a section '## {wanted[-1]}' is expected")


def result_keys(card: Card) -> tuple[str, ...]:
    """The figures that a card computes, of a plan with one row in each list."""
    if card.results is None:
        return ()
    plan = Plan()
    for path, _ in plan.records():
        if kind := record_type(path):
            plan.put(path, [kind()])
    return tuple(dict.fromkeys(result.key for result in card.results(plan)))
