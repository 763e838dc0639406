"""The pictures of a plan, worded by the pack."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from coach import flow, pictures
from coach.charts.chart import Chart, Curves
from coach.charts.table import table
from coach.charts.words import Words
from coach.export.document import Picture
from coach.export.material import Material
from coach.questions import Card


def of_card(material: Material, card: Card) -> list[Picture]:
    """What the card can show of the plan, below its answers; nothing where nothing is known."""
    return [
        # Value curves are the score matrix itself, which the full plan prints as a table.
        replace(picture, told=isinstance(picture.chart, Curves))
        for picture in _drawn(material, card)
    ]


def find(
    material: Material, *keys: str, fits: Callable[[Chart], bool] = lambda _: True
) -> Picture | None:
    """The first of these pictures that shows something and ``fits``, by chart's key; else None."""
    cards = {
        drawing.key: card
        for card in flow.told(material.plan)
        for drawing in pictures.drawings(card)
    }
    for key in keys:
        for picture in _drawn(material, cards[key]) if key in cards else ():
            if picture.chart.key == key and fits(picture.chart):
                return picture
    return None


def _drawn(material: Material, card: Card) -> list[Picture]:
    charts = (chart for _, chart in pictures.drawn(material.plan, card))
    made = (_worded(material, card, chart) for chart in charts)
    return [picture for picture in made if table_of(picture)[1]]


def table_of(picture: Picture) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """All that the picture shows, as headers and rows of words."""
    words = picture.words
    return table(picture.chart, words.picture, currency=words.currency, field=words.field)


def _worded(material: Material, card: Card, chart: Chart) -> Picture:
    words = Words(
        material.words.picture(card, chart.key),
        material.currency,
        partial(material.words.named, card),
    )
    start = flow.questions(card, material.plan) or card.fields
    return Picture(chart, words, (card.path(start[0]),))
