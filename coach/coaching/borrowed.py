"""Answers that are still the pack's example, word for word.

Examples are there to be copied and changed. What was copied and left says nothing about
this business, yet it reads as an answer, in the review and in every document.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from coach import flow
from coach.coaching.language import words
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import STEP_KEYS, Plan
from coach.questions import Card, Field, Kind
from coach.values import Answers, Grid

rules = Rules()

TELLING = 3
"""The first texts of a row say what it is about: a risk's event, cause and effect."""


_CARDS: dict[Any, list[Card]] = {
    Plan.model_fields[step].annotation: [card for card in flow.CARDS if card.step == step]
    for step in STEP_KEYS
}
"""The cards of a step by its model."""


@rules("RE17", *STEP_KEYS, apart=True)
def still_the_example(answers: Answers, context: Context) -> Iterator[Hit]:
    """A text is an example of the pack; one remark for each row and for the statement."""
    for card in next(cards for step, cards in _CARDS.items() if isinstance(answers, step)):
        for field in card.fields:
            path, value = card.path(field), getattr(answers, field.key)
            if field.kind is Kind.RECORDS:
                for row in value:
                    found = [*_row(field, row, path, context), *_parts(field, row, path, context)]
                    yield from islice(found, 1)
            else:
                yield from islice(_texts(field, value, path, context), 1)


def _row(field: Field, row: Answers, path: str, context: Context) -> Iterator[Hit]:
    """The row where its telling texts are those of an example row."""
    keys = [part.key for part in field.of if part.kind is Kind.TEXT][:TELLING]
    told = {key: _words(getattr(row, key)) for key in keys}
    if sum(map(len, told.values())) < context.limit("words"):
        return
    for example in context.examples(path):
        if told == {key: _words(str(example.get(key, ""))) for key in keys}:
            record = getattr(row, "id", "")
            yield Hit(f"{path}.{record}.{keys[0]}", getattr(row, keys[0]).strip())


def _parts(field: Field, value: Answers, path: str, context: Context) -> Iterator[Hit]:
    below = f"{path}.{record}" if (record := getattr(value, "id", "")) else path
    for part in field.parts:
        answer = getattr(value, part.key)
        if answer and isinstance(answer, str | Answers):  # most have no text, and there are many
            yield from _texts(part, answer, f"{below}.{part.key}", context)


def _texts(field: Field, value: object, path: str, context: Context) -> Iterator[Hit]:
    """The texts at ``path`` and below it that are the example of their question."""
    if isinstance(value, Answers) and not isinstance(value, Grid):
        yield from _parts(field, value, path, context)
    elif field.kind is Kind.TEXT and isinstance(value, str):
        told = _words(value)
        if len(told) >= context.limit("words") and any(
            told == _words(example) for example in context.examples(path)
        ):
            yield Hit(path, value.strip())


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.text.casefold() for word in words(text))
