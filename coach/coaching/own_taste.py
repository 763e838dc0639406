"""Is a choice only told to please, those who make it or everybody, without a cause?"""

import re

from coach.coaching.language import Reader, words
from coach.coaching.verdicts import once

_THEY = re.compile(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
"""Somebody who was spoken of before."""
_YEARS = re.compile(r"\b(?:years?|decades?|generations?)\b", re.IGNORECASE)
"""What one has done for long is a cause in oneself."""
_TYPES = ("cost_words", "quality_words", "service_words", "niche_words", "innovation_words")
_TALK = (
    *("own_taste", "us", "everyone", "customer_words", "buyers", "universal", "all_of_them"),
    *("wishes", "feelings", "light_verbs", "empty_talk", "expertise", "applause", "padding"),
    *("say_think", "striving", "many_groups", "generic_benefits", "offer_words", "comparatives"),
)
"""Words that fit whatever is chosen, by whomever."""


@once
def taste_alone(text: str, read: Reader) -> bool:
    """True where every word of ``text`` would be as true of any other choice.

    "It suits us", "customers want it", "we chose quality because we are good at it". A word of the
    trade, of rivals or of what was seen is left over, and so is a figure or a name.
    """
    if not words(text) or read.says_nothing(text) or read.concrete(text):
        return False
    if read.has(text, "rivals", "seasons") or _THEY.search(text) or _YEARS.search(text):
        return False
    return not read.left(text, *_TALK, *_TYPES)
