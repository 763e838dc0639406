"""The dated lines of a plan: what comes due when, and the same as a calendar file."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from coach import flow
from coach.export.wording import Words
from coach.pack.pack import Pack
from coach.plan import Plan, name_of
from coach.questions import Card, Field, Kind
from coach.steps.risk.model import RiskStatus
from coach.text import clean_text, one_line
from coach.values import Record, YesNo

PAST = "date"
"""A day in a field of this name says when something happened: nothing comes due then."""

LONG = 120
"""Characters of a name that a line repeats."""

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """One line of a plan that has a day: where it stands, what it is, and of what.

    ``kind`` is the list or the card it stands on, ``label`` the question, ``name`` the row.
    """

    path: str
    day: dt.date
    kind: str
    label: str
    name: str

    @property
    def text(self) -> str:
        """The line in words: ``Tests: They pay (By)``."""
        about = f"{self.kind}: {self.name}" if self.name else self.kind
        return f"{about} ({self.label})"


def dated(plan: Plan, pack: Pack) -> tuple[Dated, ...]:
    """Every line of the plan that comes due on a day, at any depth, the earliest first.

    Left out is what is over: an action that is done, a risk that is closed, a forecast that
    has its outcome, a test that something was learned from.
    """
    words = Words(pack)
    found = [line for card in flow.CARDS for line in _of(plan, card, words)]
    return tuple(sorted(found, key=lambda line: (line.day, line.path)))


def _of(plan: Plan, card: Card, words: Words) -> Iterator[Dated]:
    for at, field in enumerate(card.fields):
        path = card.path(field)
        if field.kind is Kind.RECORDS:
            for row in plan.get(path):
                yield from _of_row(plan, path, card, field, row, words)
        elif _comes_due(field) and (day := plan.get(path)):
            label = words.label(card, field)
            yield Dated(path, day, words.title(card), label, _before(plan, card, at))


def _of_row(
    plan: Plan, path: str, card: Card, field: Field, row: Record, words: Words
) -> Iterator[Dated]:
    if _is_over(plan, path, row):
        return
    for part in field.of:
        if _comes_due(part) and (day := getattr(row, part.key)):
            label = words.label(card, field, part)
            name = name_of(row) or next(filter(None, _texts(row, field)), "")
            yield Dated(
                f"{path}.{row.id}.{part.key}", day, words.label(card, field), label, _short(name)
            )


def _comes_due(field: Field) -> bool:
    return field.kind is Kind.DATE and field.key != PAST


def _is_over(plan: Plan, path: str, row: Any) -> bool:
    if path == "review.tests" and any(each.test == row.id for each in plan.review.learnings):
        return True
    return (
        getattr(row, "done", None) is YesNo.YES
        or getattr(row, "status", None) is RiskStatus.CLOSED
        or getattr(row, "outcome", None) is not None
    )


def _texts(row: Record, field: Field) -> Iterator[str]:
    return (str(getattr(row, part.key)) for part in field.of if part.kind is Kind.TEXT)


def _before(plan: Plan, card: Card, at: int) -> str:
    """What a day that stands alone on a card is the day of: the text that is asked before it."""
    texts = [field for field in card.fields[:at] if field.kind is Kind.TEXT]
    return _short(str(plan.get(card.path(texts[-1])))) if texts else ""


def _short(text: str) -> str:
    return one_line(clean_text(text), LONG)


def calendar(plans: Iterable[tuple[Plan, Iterable[Dated]]], language: str = "en") -> bytes:
    """Dated lines of plans as an iCalendar file (RFC 5545), each an event of a whole day.

    An event keeps its UID as long as the line has its place in the plan, so that a calendar
    that is read in again replaces its events and doubles none.
    """
    from icalendar import Calendar, Event

    file = Calendar()
    file.add("prodid", f"-//coach//plans//{language.upper()}")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    for plan, lines in plans:
        for line in lines:
            event = Event()
            event.add("uid", f"{plan.id}.{line.path}@coach")
            event.add("dtstamp", plan.changed)
            event.add("dtstart", line.day)
            if line.day < dt.date.max:
                event.add("dtend", line.day + _DAY)
            event.add("summary", line.text)
            event.add("description", _short(plan.title))
            event.add("transp", "TRANSPARENT")
            file.add_component(event)
    made: bytes = file.to_ical()
    return made
