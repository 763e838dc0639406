"""What must agree across the plan: which answers, and which rules hold them together.

This is the one list of it. A rule that compares answers is given the steps that stand here,
``coach explain`` names them, and the contract tests hold the list against the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Answers, by field path, that must agree, and the ids of the rules that compare them.

    The first field is the ground: where two disagree, it is mostly the other that was not
    brought up to date.
    """

    about: str
    fields: tuple[str, ...]
    rules: tuple[str, ...]


MUST_AGREE: tuple[Agreement, ...] = (
    Agreement("group", ("niche.chosen", "value.statement.audience"), ("RE01", "VP15")),
    Agreement("need", ("niche.candidates.need", "value.pains.what"), ("RE19",)),
    Agreement(
        "alternatives",
        ("value.alternatives.name", "value.statement.alternative", "niche.sentence.alternative"),
        ("RE20",),
    ),
    Agreement(
        "price",
        (
            "niche.price",
            "value.our_price",
            "value.promise",
            "differentiation.cost_price",
            "review.tests.belief",
        ),
        ("RE02",),
    ),
    Agreement(
        "price and type",
        ("differentiation.primary", "value.promise", "differentiation.cost_change"),
        ("RE04",),
    ),
    Agreement(
        "difference",
        ("value.attributes.name", "differentiation.factors.name", "value.statement.difference"),
        ("RE03", "VP10"),
    ),
    Agreement("niche and type", ("niche.chosen", "differentiation.primary"), ("DI10",)),
    Agreement("type and risks", ("differentiation.primary", "risk.risks.event"), ("RI10",)),
    Agreement("channels", ("niche.channels.name", "risk.shares.name"), ("RE22",)),
    Agreement("shares and risks", ("risk.shares.share", "risk.risks.event"), ("RI11",)),
    Agreement(
        "hours and promise",
        ("differentiation.service_promise", "differentiation.capacity"),
        ("DI08",),
    ),
    Agreement("hours and narrowing", ("niche.rung", "differentiation.capacity"), ("NI19",)),
    Agreement(
        "exclusion and growth",
        ("niche.exclusion", "niche.neighbours", "niche.adjacent.name", "niche.segments.name"),
        ("RE21",),
    ),
    Agreement(
        "growth and type",
        (
            "differentiation.primary",
            "niche.neighbours",
            "niche.exclusion",
            "differentiation.trade_off",
            "differentiation.niche_growth",
        ),
        ("RI17",),
    ),
    Agreement(
        "goal and size",
        ("niche.count", "niche.goal", "risk.kill", "review.measures.target"),
        ("RE14",),
    ),
    Agreement(
        "culture and market",
        ("differentiation.markets.name", "differentiation.markets.product"),
        ("DI21",),
    ),
    Agreement(
        "automation and type",
        ("differentiation.primary", "differentiation.reason", "differentiation.levers.effect"),
        ("DI17",),
    ),
    Agreement("next niches and risks", ("niche.adjacent.name", "risk.risks.event"), ("RE23",)),
)
"""Every pair or group of answers that must agree, in the order of the walk."""


def steps(rule: str) -> tuple[str, ...]:
    """The steps of the answers that ``rule`` compares, each once, in the order of the list."""
    return tuple(dict.fromkeys(path.partition(".")[0] for path in compared(rule)))


def compared(rule: str) -> tuple[str, ...]:
    """The answers that ``rule`` holds against each other, by field path; empty if it holds none."""
    return tuple(dict.fromkeys(_paths(rule)))


def _paths(rule: str) -> Iterator[str]:
    for each in MUST_AGREE:
        if rule in each.rules:
            yield from each.fields
