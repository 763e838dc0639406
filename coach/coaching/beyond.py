"""Beside a price that is told to be low: what is told to be better, though no rival is named."""

import re
from collections.abc import Iterator

from coach.coaching.above_rivals import KINDS, theirs_first
from coach.coaching.language import Reader
from coach.coaching.pieces import pieces


def low_price(text: str, read: Reader) -> bool:
    """True where ``text`` tells of a low price, by its name or by how far it is under another."""
    return read.has(text, "cheapest", "cost_words") or _UNDER.search(text) is not None


_UNDER = re.compile(
    r"\b(?:half|thirds?|quarters?|fifth|tenth|fraction|part)\s+(?:of\s+)?(?:the|their|his|her|its|what"
    r"|that|it|\w+['’]s)\b|\b(?:under|below|beneath|undercuts?|undercutting|less\s+than)\s+\w+"
    r"|\b(?:pays?|costs?|charges?|asks?)\s+(?:\w+\s+){0,2}?(?:half|less|a\s+(?:third|quarter|fraction))\b"
    r"|\d\s?(?:%|per\s?cent)\s+(?:less|under|below|off|cheaper)\b",
    re.IGNORECASE,
)
"""Under what somebody else asks: "a third of it", "thirty cents under the shop"."""


def beyond(sentence: str, read: Reader) -> Iterator[tuple[str, str]]:
    """The pieces of ``sentence`` that call what is given better, and the kind of what it is.

    Who runs quicker or buys more does it for the price, so that such words want an answer, a
    visit or a guarantee beside them.
    """
    priced = _UNDER.search(sentence) is not None
    if _FOR_OTHERS.search(sentence) or (not priced and theirs_first(sentence, read)):
        return
    for part in pieces(sentence):
        for piece in re.split(r"\band\s+", part):
            if read.has(piece, "none_of", "at_par") or _THAN_OURS.search(piece):
                continue
            helped = read.has(piece, "warranty", "response")
            if _FINER.search(piece) or (helped and _SOONER.search(piece)):
                yield _kind(piece, read), piece


def _kind(piece: str, read: Reader) -> str:
    return next((each for each in reversed(KINDS) if read.has(piece, each)), "made_of")


_FOR_OTHERS = re.compile(
    r"\b(?:who|whoever|anyone|anybody|those|somebody|someone|if\s+you)\s+(?:\w+\s+){0,2}?(?:wants?"
    r"|needs?|asks?|prefers?|likes?|looks?|insists?)\b|\bbetter\s+(?:off|served|known|with|for"
    r"|than\s+(?:us|ours|mine|we))\b|\b(?:leave|left|leaves|give|gave)\s+(?:\w+\s+){0,2}(?:out|up)\b",
    re.IGNORECASE,
)
"""A sentence about what others give, or about what is left to them."""
_THAN_OURS = re.compile(r"\bthan\s+(?:us|ours|mine|we|i|before|last)\b", re.IGNORECASE)
_FINER = re.compile(
    r"\b(?:better|heavier|thicker|stronger|tougher|sturdier|finer|softer|safer|richer|fresher|purer"
    r"|warmer|brighter|sharper|quieter|cleaner|nicer|prettier|kinder|friendlier|smoother|newer"
    r"|smarter|healthier|tastier|steadier"
    r"|more\s+(?:durable|reliable|solid|precise|exact|accurate|robust|careful|beautiful|elegant"
    r"|comfortable|modern|thorough)|outdo\w*|outclass\w*|outperform\w*|surpass\w*)\b",
    re.IGNORECASE,
)
"""What a thing is praised for; nothing of it makes a thing cheap."""
_SOONER = re.compile(
    r"\b(?:longer|faster|quicker|sooner|earlier|swifter|prompter|quickest|fastest|longest"
    r"|(?:twice|three\s+times)\s+as\s+(?:fast|long|often|soon|quick))\b",
    re.IGNORECASE,
)
