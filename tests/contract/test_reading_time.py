"""A first plan asks for little reading: the whole guide at Fundamentals takes a coffee break."""

import re

from coach import flow
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Depth
from coach.tui.guide import topic_text

WORDS_A_MINUTE = 200
MINUTES = 12
TARGET = re.compile(r"\]\([^)]*\)")
"""Where a link leads: nobody reads that."""


def words(markdown: str) -> int:
    """The words and figures that are read, headings among them."""
    return sum(any(map(str.isalnum, word)) for word in TARGET.sub("]", markdown).split())


def test_what_a_link_leads_to_is_not_read() -> None:
    assert words("### Job\n\n- **Ask** [ten owners](coach:value.job) – 5 % will") == 6


def test_the_guide_of_the_fundamentals_walk_is_read_in_under_12_minutes() -> None:
    pack, cards = Pack(), flow.walk(Plan(depth=Depth.FUNDAMENTALS.key))
    told = {
        card.key: words(topic_text(pack.topic(card.key), Depth.FUNDAMENTALS, workshop=False))
        for card in cards
    }
    assert {card.partition(".")[0] for card in told} == {step.key for step in flow.STEPS}
    assert sum(told.values()) / WORDS_A_MINUTE < MINUTES, told
