"""Where a conversation in plain lines stops: every single question of a plan, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from coach import flow, grids
from coach.answers import show
from coach.export.wording import Words, plainly
from coach.pack.pack import Pack
from coach.pack.page import Wording
from coach.plan import Plan, name_of
from coach.questions import Card, Field, Kind, Unit
from coach.text import clean_text, one_line
from coach.units import WORDS
from coach.values import Grid

NEW = "new"
"""Stands in a path for the id of a row that is not there yet."""
_NAME = 60


@dataclass(frozen=True, slots=True)
class Stop:
    """One question: its card, its path, and what sort of answer it takes.

    ``rows`` is the path of the list where the question is the first of a row not there yet.
    """

    card: Card
    path: str
    part: Field
    rows: str = ""

    @property
    def row(self) -> tuple[str, str]:
        """The list and the id of the row that the question belongs to; empty if to none."""
        place = flow.place(self.path)
        return (place.card.path(place.field), place.record) if place.record else ("", "")


def stops(plan: Plan, step: str = "") -> list[Stop]:
    """The questions that are asked of this plan now, or of one step of it.

    After the rows of a list stands the first question of a row more.
    """
    return [stop for card in flow.walk(plan) if step in ("", card.step) for stop in _of(plan, card)]


def _of(plan: Plan, card: Card) -> Iterator[Stop]:
    leaves = list(flow.paths(plan, card))
    for field in flow.asked(card, plan):
        path = card.path(field)
        for leaf, part in leaves:
            if leaf == path or leaf.startswith(f"{path}."):
                yield Stop(card, leaf, part)
        if field.kind is Kind.RECORDS and (first := flow.parts(field, plan.level)):
            yield Stop(card, f"{path}.{NEW}.{first[0].key}", first[0], path)


class Said:
    """How questions and answers are called, in the pack's words."""

    def __init__(self, pack: Pack) -> None:
        self._words = Words(pack)

    def card(self, card: Card) -> str:
        """The step's and the card's name."""
        return f"{self._words.step(card.step)}: {self._words.title(card)}"

    def wording(self, path: str) -> Wording:
        """How the question at ``path`` is worded."""
        topic, *keys = flow.place(path).worded
        found = self._words.topic(topic).fields.get(".".join(keys))
        return found or Wording(plainly(keys[-1]))

    def title(self, stop: Stop, plan: Plan) -> str:
        """What is asked, and of what: the row, the claim or the square it belongs to."""
        if square := self._square(stop.path, plan):
            return square
        label = self.wording(stop.path).label
        place = flow.place(stop.path)
        above, _, _ = stop.path.rpartition(".")
        if place.record:
            rows = plan.get(place.card.path(place.field))
            row = next((n for n, row in enumerate(rows) if row.id == place.record), len(rows))
            name = one_line(clean_text(name_of(rows[row])), _NAME) if row < len(rows) else ""
            about = f" ({name})" if name else ""
            inside = f"{self.wording(above).label}: " if above.count(".") == 3 else ""
            listed = self.wording(place.card.path(place.field)).label
            return f"{listed}, row {row + 1}{about}: {inside}{label}"
        if place.part is not place.field:
            return f"{self.wording(above).label}: {label}"
        return label

    def _square(self, path: str, plan: Plan) -> str:
        """What a square of a grid is called: its row and its column; empty for no square."""
        keys = path.split(".")
        if len(keys) != 5 or keys[2] not in Grid.model_fields:
            return ""
        place = flow.place(path)
        grid, card = place.field, place.card
        row = grids.record_name(plan, grid.down, keys[3]) if grid.down else ""
        row = row or self._words.label(card, grid, Field(keys[3]))
        column = grids.record_name(plan, grid.across, keys[4]) if grid.across else ""
        column = column or self._words.option(card.key, grid.key, keys[4])
        return f"{one_line(clean_text(row), _NAME)}, {one_line(clean_text(column), _NAME)}"

    def unit(self, part: Field, plan: Plan) -> str:
        """What a number counts, or how a day is typed."""
        if part.kind is Kind.DATE:
            return "a day, such as 2027-01-31"
        if part.kind is not Kind.NUMBER:
            return ""
        unit = plan.start.currency if part.unit is Unit.MONEY else WORDS.get(part.unit, "")
        return one_line(clean_text(unit), 30)

    def options(self, stop: Stop, plan: Plan) -> dict[str, str]:
        """What can be chosen: an option or a row's id, and what it is called."""
        if stop.part.pick:
            rows = plan.get(stop.part.pick)
            return {row.id: one_line(clean_text(name_of(row)), _NAME) or row.id for row in rows}
        topic, *keys = flow.place(stop.path).worded
        path = ".".join(keys)
        return {str(each): self._words.option(topic, path, each) for each in stop.part.options}

    def answer(self, stop: Stop, plan: Plan) -> str:
        """The answer as it is now, a draft before a value, choices by their names."""
        if stop.rows:
            return ""
        draft = plan.drafts.get(stop.path)
        if draft is not None or stop.part.kind is not Kind.CHOICE:
            return draft or show(plan.get(stop.path))
        value = plan.get(stop.path)
        names = self.options(stop, plan)
        chosen = value if isinstance(value, list) else [value] if value else []
        return ", ".join(names.get(str(each), str(each)) for each in chosen)
