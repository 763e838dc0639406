"""A computed figure as the screen shows it."""

from coach.figures import amount, money, percent
from coach.pack.page import Formula
from coach.questions import Result, Unit


def show_figure(result: Result, currency: str) -> str:
    """The figure with its unit; ``–`` while an input is missing."""
    if result.value is None:
        return "–"
    match result.unit:
        case Unit.MONEY:
            return money(result.value, currency)
        case Unit.PERCENT | Unit.CHANGE:
            return percent(result.value)
    return amount(result.value)


def show_result(result: Result, currency: str, words: Formula) -> str:
    """The figure, then what it means where the pack has a word for it.

    A result without a formula of its own is its verdict alone.
    """
    verdict = words.verdicts.get(result.verdict, result.verdict.replace("_", " "))
    if not verdict:
        return show_figure(result, currency)
    return f"{show_figure(result, currency)}: {verdict}" if result.figures else verdict
