"""Pictures on the screen: lines of text in the screen's colours."""

from textual.content import Content

from coach.charts.chart import Chart
from coach.pack.pack import Pack
from coach.pack.page import Picture
from coach.plan import Plan
from coach.questions import Card
from coach.tui.text import join

STYLES = {
    "title": "bold $primary",
    "muted": "$muted",
    "line": "$line",
    "ours": "bold $accent",
    "rival1": "$primary",
    "rival2": "$secondary",
    "rival3": "$success",
    "rival4": "$error",
    "rival5": "$warning",
    "good": "$success",
    "bad": "$error",
    "mark": "bold $foreground",
}
"""The screen's style for each of the drawing's; what they tell apart differs in its signs too."""


def picture(
    plan: Plan, pack: Pack, card: Card, chart: Chart, width: int, height: int | None = None
) -> Content:
    """The chart as the card's page words it, no wider than ``width`` cells."""
    from coach.charts.terminal import draw

    topic = pack.topic(card.key)
    words = topic.pictures.get(chart.key, Picture(chart.key.replace("_", " ").capitalize()))

    def named(key: str) -> str:
        step = pack.step_title(key) if key in type(plan).model_fields else ""
        return step or pack.wording(card.key, key).label

    lines = draw(chart, words, width, height, currency=plan.start.currency, field=named)
    drawn = [join(*((text, STYLES.get(style, "")) for text, style in line)) for line in lines]
    return Content("\n").join(drawn)
