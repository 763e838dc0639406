"""Whether words call our price low or high: whose it is, than what, and which way it is denied.

"Nobody asks less" calls a price the lowest, "factories are cheaper than I am" ours the higher one,
"never the cheapest" neither. A word of less or more counts only beside a word for a price.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from coach.coaching.language import LONGEST, Reader, Span, Word, related, words


class Level(StrEnum):
    """Where a price stands beside those of others."""

    LOW = "low"
    HIGH = "high"


_OTHER = {Level.LOW: Level.HIGH, Level.HIGH: Level.LOW}
_ALONE = {Level.LOW: ("cheapest", "cheaper"), Level.HIGH: ("premium",)}
"""Word lists of what calls a price low or high by itself."""
_SCALE = {Level.LOW: "lower", Level.HIGH: "higher"}
"""Word lists of what does so beside a word for a price."""

BEFORE, AFTER = 5, 5
"""Words before and after a word of less or more in which the word for a price is looked for."""
DENIED = 3
"""Words before a word of price in which a "not" denies it."""

_SENTENCE = re.compile(r"[.!?;]+(?:\s+|\Z)|\n+")
_CLAUSE = re.compile(
    r",\s|:\s|\s[-–—]\s|[()]|\s(?=(?:and|but|while|whereas|where|yet|because|since|although"
    r"|so\s+(?:we|i|they|it|he|she|you|that|the))\b)"
)
_ADDED = frozenset(("below", "under", "beneath", "above", "over", "beyond", "minus", "plus"))
"""Words of less and more that need what they are measured by."""
_MORE = _ADDED | {"less", "more", "so", "as"}
_NO_ONE = frozenset(("nobody", "none", "nothing", "nowhere", "hardly", "scarcely", "barely"))
_CANNOT = frozenset(("cannot", "cant", "wont", "never", "not"))
_AGAINST = frozenset(("than", "against", "unlike", "versus", "beside"))
_BACK = frozenset(("we", "us", "ours", "our", "i", "me", "mine", "my"))
_EARLIER = frozenset(("before", "last", "ever", "now", "today", "usual", "planned", "it"))
_TIME = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "month", "year", "season", "mile")
)
_LINKS = frozenset(
    {"than", "for", "to", "in", "at", "by", "on", "with", "if", "when", "and", "or", "as", "so"}
    | {"here", "there", "per", "a", "an", "each", "every", "of", "the", "from", "what", "any"}
    | {"anyone", "anybody", "they", "you", "who", "elsewhere", "too", "still", "again", "now"}
)
"""Words after "less" that are not the thing of which there is less."""
_EQUAL = re.compile(
    r"\b(?:for|at|is|than)\s+(?:about\s+|just\s+|only\s+)?the\s+(?:price|cost)\s+of\s+(?:an?|one|two)\b",
    re.IGNORECASE,
)
"""A price held against a trifle: "at the price of a sandwich"."""
_ANY_PURSE = re.compile(
    r"\b(?:every|any|each|the\s+(?:smallest|thinnest|tightest)|(?:a|an|the)\s+(?:thin|small|lean|slim"
    r"|tight))\s+(?:purse|wallet|pocket|budget)s?\b"
    r"|\b(?:friendl\w+|kind(?:er)?|eas(?:y|ier)|light(?:er)?|gentler?|soft(?:er)?)\s+(?:to|on|for)\s+"
    r"(?:\w+\s+)?(?:purse|wallet|pocket|budget|account|till)s?\b"
    r"|\b(?:every\w*|any\w*|all|each|students?|pupils?|apprentices?|pensioners?|poor\w*|children|child"
    r"|beginners?|a\s+cleaner)\b[^.,;]{0,20}\b(?:can|could|may)\s+(?:easily\s+)?(?:afford|pay|spare|manage|put\s+aside"
    r"|put\s+by|find|scrape)\b",
    re.IGNORECASE,
)
"""A price that all can pay."""
_PART_OF = re.compile(
    r"\b(?:half|(?:a|one)\s+(?:third|quarter|fifth|sixth|tenth|fraction))\s+(?:of\s+)?"
    r"(?:(?:the|their|its)\s+)?(?:what|that|it|them|price|usual|going|normal|market|money|cost|bill"
    r"|sum|rate|fee|others?|theirs|\w+(?:\s\w+)?['’]s|\w+s['’])(?!\w)"
    r"|\b(?:supermarket|discount\w*|market|factory|wholesale|student|sale|basement|import)\s+prices?\b"
    r"|\b(?:hardly|barely|scarcely|never)\s+(?:feel|notice|miss)s?\b[^.;]{0,20}\b(?:till|purse|wallet"
    r"|pocket|budget|account|it)\b|\b(?:pay|spend|lay\s+out)s?\s+half\b"
    r"|\bcosts?\s+(?:only\s+|just\s+)?(?:half|(?:a|one)\s+(?:third|quarter|fifth|sixth|tenth)\s+of)"
    r"\s+(?:an?|the)\b"
    r"|\bfor\s+what\s+(?:the\s+)?\w+\s+(?:charge|ask|take|want|pay)s?\s+for\b",
    re.IGNORECASE,
)
"""A part of what others ask: "half of what they take"."""
_LESS_PAID = re.compile(
    r"\b(?:pay|pays|paid|cost|costs|for|asks?|bill\w*)\b[^.,;]{0,16}"
    r"(?:[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|kr|Ft|zł|Kč|euros?|dollars?))"
    r" (?:less|cheaper)\b(?! (?:than )?(?:waste|loss|damage|risk))",
    re.IGNORECASE,
)
"""So much less is paid: "five firms paid €185 less than before"."""
_TIMES = re.compile(
    r"\b(?:twice|double|triple|(?:two|three|several)\s+times|half\s+as\s+much\s+again)\b"
    r"(?:\s+\w+){0,3}?\s+(?:what|price|fee|rate|usual|rest|others?|market|as\s+(?:much|dear))\b"
    r"|\bmoney\s+(?:is\s+no|plays\s+no|does\s+not|has\s+no)\s+\w+\b|\bcosts?\s+what\s+it\s+may\b"
    r"|\b(?:do|does|need)\s*n[o’']t\s+(?:have\s+to\s+)?(?:count|look\s+at)\s+(?:the|their|his|her)\s+\w+",
    re.IGNORECASE,
)
"""A multiple of what others ask."""
_EQUAL_WAYS = {Level.LOW: (_EQUAL, _ANY_PURSE, _PART_OF, _LESS_PAID), Level.HIGH: (_TIMES,)}
_MARKS = ("cheapest", "cheaper", "premium", "lower", "higher")
"""The word lists of all marks."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause: its text, whose price it speaks of as it begins, and if it is about a price.

    ``plain`` are its words in small letters and without apostrophes: "can't" is "cant".
    """

    text: str
    owner: str
    money: bool
    plain: tuple[str, ...]
    words: tuple[Word, ...]


def called(text: str, level: Level, rivals: str, read: Reader, ours: bool) -> str:
    """The words of ``text`` that call our price ``level``; empty where none do.

    ``rivals`` is what the alternatives are called. With ``ours`` a price that is nobody's in the
    words is taken to be ours, as in what customers are told.
    """
    text = text[:LONGEST]
    if not read.has(text, *_MARKS) and not any(each.search(text) for each in _EQUAL_WAYS[level]):
        return ""
    names = read.stems(rivals)
    for clause in _clauses(text, names, read):
        if _equal(clause, level, names, read):
            return clause.text
        for mark, alone in _marks(clause, level, read):
            start = clause.words[mark.first].start
            alike = ours or _says_so_of_itself(clause, mark)
            owner = _owner(clause, start, names, read) or ("ours" if alike else "")
            if _calls(clause, mark, alone, owner, names, read):
                return clause.text
        for mark, alone in _marks(clause, _OTHER[level], read):
            start = clause.words[mark.first].start
            theirs = _owner(clause, start, names, read) == "theirs"
            if theirs and _than_us(clause, mark, alone):
                return clause.text
    return ""


def _clauses(text: str, names: frozenset[str], read: Reader) -> Iterator[_Clause]:
    for sentence in _SENTENCE.split(text):
        money, owner = _of_money(sentence, read), ""
        for part in _parts(sentence):
            told = words(part)
            plain = tuple(re.sub("['’]", "", word.text.casefold()) for word in told)
            clause = _Clause(part, owner, money, plain, told)
            yield clause
            owner = _owner(clause, len(part), names, read) or owner


def _parts(sentence: str) -> Iterator[str]:
    """The clauses of ``sentence``; "between here and Ghent" stays together."""
    start = 0
    for match in _CLAUSE.finditer(sentence):
        if not _BETWEEN.search(sentence, start, match.start()):
            yield sentence[start : match.start()].strip()
            start = match.end()
    yield sentence[start:].strip()


_BETWEEN = re.compile(r"\bbetween\s+\w+\Z", re.IGNORECASE)


_SIGN = re.compile(r"[$€£¥₹]")
_PART_AWAY = re.compile(
    r"\b(?:an?|one)\s+(?:third|quarter|fifth|sixth|tenth)\s+(?:above|below|over|under|beneath)\b",
    re.I,
)
"""A part by which one thing lies above another: said of a firm it is the price."""


def _of_money(text: str, read: Reader) -> bool:
    return bool(_SIGN.search(text) or _PART_AWAY.search(text)) or read.has(text, "price_terms")


_POINTS = frozenset(("it", "them", "theirs", "that", "what"))


def _equal(clause: _Clause, level: Level, names: frozenset[str], read: Reader) -> bool:
    """True where our price is held against a trifle, or told as a part or a multiple of another."""
    if not clause.money and level is Level.HIGH:
        return False
    found = next(
        (match for each in _EQUAL_WAYS[level] if (match := each.search(clause.text))), None
    )
    if found is None or (not clause.money and found.re is not _ANY_PURSE):
        return False
    owner = _owner(clause, found.start(), names, read)
    return owner != "theirs" and not _denied(clause, found.start(), read)


def _marks(clause: _Clause, level: Level, read: Reader) -> Iterator[tuple[Span, bool]]:
    """Where the clause calls a price ``level``; true for what does so by itself."""
    alone = read.find(clause.text, *_ALONE[level])
    taken = {span.first for span in alone}
    for span in alone:
        yield span, True
    if not clause.money:
        return
    for span in read.find(clause.text, _SCALE[level]):
        if span.first not in taken and _of_price(clause, span, read):
            yield span, False


def _of_price(clause: _Clause, mark: Span, read: Reader) -> bool:
    """True where a word for a price stands near ``mark``, and no other thing is measured by it."""
    terms = read.find(clause.text, "price_terms", "sums")
    first, last = mark.first - BEFORE, mark.last + AFTER
    near = any(first <= each.last and each.first <= last for each in terms)
    after = clause.plain[mark.last + 1 : mark.last + 2]
    if not (near or _SIGN.search(clause.text) or _PART_AWAY.search(clause.text)):
        return not after and (clause.owner == "ours" or read.has(clause.text, "us"))
    if not after or clause.plain[mark.first] in _ADDED:
        return True
    return after[0] in _LINKS or any(each.first == mark.last + 1 for each in terms)


def _owner(clause: _Clause, end: int, names: frozenset[str], read: Reader) -> str:
    """Whose price it is: that of whoever is named first before character ``end``, or earlier."""
    before = clause.text[:end]
    ours = [span.first for span in read.find(before, "us")]
    ours += [at for at, word in enumerate(words(before)) if word.text.casefold() == "here"]
    theirs = [span.first for span in read.find(before, "rivals", "elsewhere")]
    told = enumerate(words(before))
    theirs += [at for at, word in told if any(related(word.stem, name) for name in names)]
    if not ours and not theirs:
        return clause.owner
    return "ours" if ours and (not theirs or min(ours) < min(theirs)) else "theirs"


def _calls(
    clause: _Clause, mark: Span, alone: bool, owner: str, names: frozenset[str], read: Reader
) -> bool:
    """True where ``mark`` says it of the price of the ``owner``, or of the lowest or highest."""
    told = clause.plain
    before, after, first = told[: mark.first], told[mark.last + 1 :], told[mark.first]
    if _comparative(clause, mark) and _nobody(clause, mark):
        return True
    if owner == "theirs" or _another(clause, mark) or _OVER_YEARS.search(clause.text):
        return False
    if _AGAINST & set(before) or _denied(clause, clause.words[mark.first].start, read):
        return False
    than = _than(after)
    if than and (than[0] in _BACK | _EARLIER or than[0].isdigit() or _TIME & set(than[:3])):
        return False
    if first in _ADDED and not alone:
        return _rivals_follow(clause, mark, names, read)
    return bool(owner) or first.endswith("est") or first in ("least", "most", "bottom")


def _denied(clause: _Clause, start: int, read: Reader) -> bool:
    """True where a "not" stands shortly before the character ``start``."""
    at = sum(word.end <= start for word in clause.words)
    return any(at - DENIED <= span.last < at for span in read.find(clause.text, "denials"))


_OVER_YEARS = re.compile(
    r"\bover\s+(?:the|its|\w+)\s+(?:years|seasons|life|lifetime)\b|\bin\s+the\s+long\s+run\b", re.I
)
"""What is paid over the years is not the price."""


def _another(clause: _Clause, mark: Span) -> bool:
    """True where the clause begins with something cheap or dear of which more is told.

    "A cheap bed is gone in a week" is about another bed.
    """
    after = clause.plain[mark.last + 1 : mark.last + 4]
    if "the" in clause.plain[: mark.first] and after[:1] and after[0] in _SELLERS:
        return True
    opens = all(each in _OPENS for each in clause.plain[: mark.first])
    if not opens or not after or after[0] in _RELATE:
        return False
    others = len(after) > 1 and after[0].endswith("s") and after[1] not in _LINKS
    return others or bool(_IS & set(after[1:]))


def _says_so_of_itself(clause: _Clause, mark: Span) -> bool:
    """True for a note without a verb: "a luxury article", "price breaker of the county"."""
    if any(each not in _OPENS for each in clause.plain[: mark.first]):
        return False
    after = clause.plain[mark.last + 1 :]
    return len(after) < 2 or after[0] in _LINKS or after[1] in _LINKS


_SELLERS = frozenset(
    ("brand", "brands", "label", "maker", "makers", "firm", "firms", "shop", "ones")
)
"""Who may be the dear or the cheap one: "beat the premium brand on price"."""
_RELATE = frozenset(("that", "which", "who", "you", "we", "nobody", "nothing"))
"""How something is told of a thing itself: "a bargain that nobody can match"."""


_OPENS = frozenset(("a", "an", "any", "where", "while", "whereas", "and", "but", "when", "as"))
_IS = frozenset(
    {"is", "are", "was", "were", "be", "has", "have", "will", "would", "can", "does", "do", "go"}
    | {"goes", "ask", "asks", "charge", "charges", "take", "takes", "want", "wants", "costs"}
)


def _comparative(clause: _Clause, mark: Span) -> bool:
    told = clause.plain[max(0, mark.first - 1) : mark.last + 1]
    return any(each.endswith("er") or each in _MORE for each in told)


def _nobody(clause: _Clause, mark: Span) -> bool:
    """True where nobody asks less, or it cannot be found for less."""
    before, after = clause.plain[: mark.first], clause.plain[mark.last + 1 :]
    if _NO_ONE & set(before) or _NO_ONE & set(after[:4]):
        return True
    if any(one == "no" and other not in _MORE for one, other in pairwise(before)):
        return True
    denied = next((at for at, each in enumerate(before) if each in _CANNOT), len(before))
    if _FIND & set(before[denied:]):
        return True
    return bool(_FIND & set(after) and _CANNOT & set(after))  # "cheaper you cannot buy"


_FIND = frozenset(("find", "get", "buy", "have", "see", "pay", "rent", "hire", "found", "had"))


def _than(after: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind "than", if it follows soon."""
    return after[after.index("than") + 1 :] if "than" in after[:4] else ()


def _than_us(clause: _Clause, mark: Span, alone: bool) -> bool:
    """True where what the mark says of another's price is said beside ours."""
    than = _than(clause.plain[mark.last + 1 :])
    return bool(than) and than[0] in _BACK and (alone or clause.money)


def _rivals_follow(clause: _Clause, mark: Span, names: frozenset[str], read: Reader) -> bool:
    """True where what a price lies below or above is what others ask."""
    after = clause.text[clause.words[mark.last].end :]
    near = clause.words[mark.last + 1 : mark.last + 5]
    return (
        bool(_POINTS & set(clause.plain[mark.last + 1 : mark.last + 5]))
        or read.has(after, "rivals", "elsewhere", "all_of_them")
        or any(related(word.stem, name) for word in near for name in names)
    )
