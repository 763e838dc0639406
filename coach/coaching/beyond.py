"""Beside a price that is told to be low: what is told to be better, though no rival is named."""

import re
from collections.abc import Iterator

from coach.coaching.above_rivals import KINDS, NOT_OF_PRICE, theirs_first
from coach.coaching.language import Reader
from coach.coaching.outdone import OUTDONE
from coach.coaching.pieces import pieces
from coach.coaching.sums_told import WORD, number


def low_price(text: str, read: Reader) -> bool:
    """True where ``text`` tells of a low price, by its name or by how far it is under another."""
    return read.has(text, "cheapest", "cost_words") or _UNDER.search(text) is not None


_UNDER = re.compile(
    r"\b(?:half|thirds?|quarters?|fifth|tenth|fraction|part)\s+(?:of\s+)?(?:the|their|his|her|its|what"
    r"|that|it|\w+['’]s)\b|\b(?:under|below|beneath|undercuts?|undercutting|less\s+than)\s+\w+"
    r"|\b(?:pays?|costs?|charges?|asks?)\s+(?:\w+\s+){0,2}?(?:half|less|a\s+(?:third|quarter|fraction))\b"
    r"|\bbudget\s+(?:option|choice|version|offer)\b|\d\s?(?:%|per\s?cent)\s+(?:less|under|below|off|cheaper)\b",
    re.IGNORECASE,
)
"""Under what somebody else asks: "a third of it", "thirty cents under the shop"."""


def beyond(sentence: str, read: Reader) -> Iterator[tuple[str, str]]:
    """The pieces of ``sentence`` that call what is given better, and the kind of what it is.

    Who runs quicker or buys more does it for the price, so that such words want an answer, a
    visit or a guarantee beside them.
    """
    if _more_of_it(sentence):
        yield OUTDONE, sentence
    if _NO_LESS.search(sentence):
        yield "made_of", sentence
    priced = _UNDER.search(sentence) is not None
    if _FOR_OTHERS.search(sentence) or (not priced and theirs_first(sentence, read)):
        return
    for part in pieces(sentence):
        for piece in re.split(r"\band\s+", part):
            if read.has(piece, "none_of", "at_par") or _THAN_OURS.search(piece):
                continue
            helped = read.has(piece, "warranty", "response")
            if (
                _FINER.search(piece)
                or _IS_BETTER.search(piece)
                or (helped and _SOONER.search(piece))
            ):
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
_IS_BETTER = re.compile(
    r"\b(?:is|are|sounds?|looks?|feels?|tastes?|runs?|stays?|sits?|fits?|plays?|smells?)\s+(?:\w+ly\s+)?"
    rf"{NOT_OF_PRICE}(?!bigger|larger|closer|nearer)\w{{3,}}er\b"
    r"|(?<!pay )(?<!pays )\b(?:double|twice|triple|(?:two|three|four|ten)\s+times)\s+"
    r"(?:the|their|his|her)\s+(?:\w+['’]s\s+)?(?!price|cost|bill|fee|rate|money|sum|margin)\w+",
    re.IGNORECASE,
)
"""A comparative of what is sold, whichever: "our fiddles sound sweeter"."""
_NO_LESS = re.compile(
    r"\b(?:cheap|low|less|budget|small)\w*(?:\s+(?:price|cost|bill|fee|money)\w*)?\s+(?:need\s*n['’]?o?t"
    r"|does\s*n['’]?o?t|do\s*n['’]?o?t|must\s*n['’]?o?t|(?:do|does)\s+not)\s+(?:have\s+to\s+)?(?:mean|be|imply)\b"
    r"|\b(?:budget|cut-price|low-cost|low-price|cheap|discount|bargain)\b[^.;:]{0,20}\b(?:but|yet|with|and)\b"
    r"[^.;:]{0,25}\b(?:first[\s-]class|first[\s-]rate|premium|top[\s-]notch|luxury|de\s?luxe|high[\s-]end"
    r"|finest|best|never\s+sleeps)\b",
    re.IGNORECASE,
)
"""Both ends in one breath: "cut-price but first-class"."""
_HOLDS = re.compile(
    r"\b(?:hold|last|stand|bear|keep|run|carr|surviv|endur|wear)\w*\b", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:where|while|whereas|against)\b", re.IGNORECASE)
_OURS = re.compile(r",\s*(?:mine|ours)\b", re.IGNORECASE)


def _more_of_it(sentence: str) -> bool:
    """True where ours lasts more: "hold three trips where plastic holds one", "six, mine ten"."""
    if not _HOLDS.search(sentence):
        return False
    for turn, ours_first in ((_WHERE.search(sentence), True), (_OURS.search(sentence), False)):
        if turn is None:
            continue
        first, second = _numbers(sentence[: turn.start()]), _numbers(sentence[turn.end() :])
        ours, theirs = (first, second) if ours_first else (second, first)
        if ours and theirs and ours[-1 if ours_first else 0] > theirs[0]:
            return True
    return False


def _numbers(text: str) -> list[float]:
    return [number(each[0]) for each in _NUMBER.finditer(text)]


_NUMBER = re.compile(rf"(?<![\d.,%€$£])\b(?:{WORD}|\d{{1,4}})\b(?!\s*%)", re.IGNORECASE)
_SOONER = re.compile(
    r"\b(?:longer|faster|quicker|sooner|earlier|swifter|prompter|quickest|fastest|longest"
    r"|(?:twice|three\s+times)\s+as\s+(?:fast|long|often|soon|quick))\b",
    re.IGNORECASE,
)
