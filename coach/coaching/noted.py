"""Notes which questions a rule reads, so that it looks again only where one of them has changed.

Rules are pure: as long as no answer changes that a rule read when it last ran, it would read
the same ones again and find the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from types import new_class
from typing import Any

from coach.values import Answers

Question = tuple[str, str]
"""A question by its step and its key."""

EVERYTHING = "__dict__"
"""What is read of a model that is copied, compared, dumped or gone through."""

_noted: ContextVar[set[Question]] = ContextVar("noted")


@contextmanager
def noting() -> Iterator[set[Question]]:
    """The questions that are read of noted steps from here on, in this thread."""
    questions: set[Question] = set()
    token = _noted.set(questions)
    try:
        yield questions
    finally:
        _noted.reset(token)


def noted(step: str, answers: Answers) -> Answers:
    """A shallow copy of a step's answers that notes which questions are read of it."""
    copy = answers.model_copy()
    object.__setattr__(copy, "__class__", _noting(step, type(answers)))
    return copy


@cache
def _noting(step: str, model: type[Answers]) -> type[Answers]:
    """The step's model, which notes what is read of it; a record's answers are all its list's."""
    questions = {key: {(step, key)} for key in model.model_fields}
    questions[EVERYTHING] = {(step, key) for key in model.model_fields}

    def read(self: Answers, name: str) -> Any:
        if name in questions and (noted := _noted.get(None)) is not None:
            noted |= questions[name]
        return model.__getattribute__(self, name)

    body = {"__getattribute__": read, "__module__": __name__}
    return new_class(model.__name__, (model,), exec_body=lambda space: space.update(body))
