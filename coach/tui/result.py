"""A computed figure as the screen shows it."""

from coach.export.quantity import computed
from coach.pack.page import Formula
from coach.questions import Result


def show_figure(result: Result, currency: str) -> str:
    """The figure with its unit; ``–`` while an input is missing."""
    return computed(result.value, result.unit, currency) or "–"


def show_result(result: Result, currency: str, words: Formula) -> str:
    """The figure, then what it means where the pack has a word for it."""
    verdict = words.verdicts.get(result.verdict, result.verdict.replace("_", " "))
    if not verdict or result.value is None:
        return show_figure(result, currency)
    return verdict if result.bare else f"{show_figure(result, currency)}: {verdict}"
