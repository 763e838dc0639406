"""A low price, and more than rivals give on top of it: which of the two gives way?"""

import re
from collections.abc import Iterator

from coach.coaching.above_rivals import KINDS, better, never_theirs, theirs_first
from coach.coaching.beyond import beyond, low_price
from coach.coaching.language import Reader
from coach.coaching.outdone import OUTDONE, outdone, times
from coach.coaching.pieces import near, pieces
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.steps.differentiation.model import Type

rules = Rules("value", "differentiation")


@rules("DI04")
def cheapest_and_best(plan: Plan, context: Context) -> Iterator[Hit]:
    """Cost leads, more than rivals give is promised too, and nothing is left out for it.

    A trade-off pays for it where it names the thing that is promised, or, for what is not
    compared with rivals in as many words, where it names several things; but not where price and
    promises are told in one breath ("… as well").
    """
    step, read = plan.differentiation, context.read
    if step.primary is not Type.COST:
        return
    for path, text in (
        ("differentiation.reason", step.reason),
        ("differentiation.cost_source", step.cost_source),
        ("value.promise", plan.value.promise),
        ("differentiation.trade_off", step.trade_off),
        ("differentiation.threshold", step.threshold),
        ("differentiation.in_product", step.in_product),
        ("differentiation.in_service", step.in_service),
    ):
        told = {quote: kind for kind, quote in _more(text, read, compared=path == "value.promise")}
        more = [quote for quote, kind in told.items() if kind not in _pays(plan, read)]
        at_once = path != "value.promise" and _in_one_breath(text, read)
        if len(told) > 1 and at_once:
            more = more or list(told)
        if not more:
            continue
        sure = (
            len(more) > 1
            or OUTDONE in told.values()
            or (path != "value.promise" and any(_COMPARED.search(q) for q in more))
        )
        if sure or at_once or _items(step.trade_off, read) < context.limit("items"):
            yield Hit(path, more[0])


def _pays(plan: Plan, read: Reader) -> set[str]:
    """The kinds that the trade-off gives up in words; not those of which it promises more."""
    text = plan.differentiation.trade_off
    better = {quote for _, quote in _more(text, read, compared=False)}
    left_out = [piece for part in read.sentences(text) for piece in _halves(part)]
    return {
        kind
        for kind in KINDS
        for piece in left_out
        if piece not in better and read.has(piece, kind) and _LIMITED.search(piece)
        if not _ON_US.search(piece)
    }


_ON_US = re.compile(
    r"\b(?:we|i)\b[^.;,]{0,40}(?<!not )\b(?:free|for\s+nothing"
    r"|at\s+no\s+(?:\w+\s+)?(?:cost|charge))\b",
    re.IGNORECASE,
)
"""What we do at our own cost, which is no giving up: "I sew it free"."""


_LIMITED = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|without|only|just|once|up to|at most|than|waits?"
    r"|waiting"
    r"|takes?|less|worse|slow\w*|plain\w*|simple|simpler|usual|ordinary|thin\w*|used|old|lent"
    r"|by post"
    r"|by parcel|middle-weight|own|one|two|three|four|six|until|till|end\w*|stop\w*|\w+n['’]t"
    r"|poor\w*"
    r"|rough\w*|charged?|costs?|paid|pays?|instead|left out|leave|good enough)\b|\d",
    re.IGNORECASE,
)
"""Words that set a bound to what they stand beside: without one nothing has been given up."""


_AS_WELL = re.compile(
    r"\b(?:as well|also|too|on top|at the same time|even so|and yet|still|nevertheless|both|besides"
    r"|for (?:this|that|the) (?:lower|lowest|low|same|smaller) (?:price|money|fee|cost|sum))\b",
    re.IGNORECASE,
)
"""Words that put one promise on top of another."""


def _in_one_breath(text: str, read: Reader) -> bool:
    """True where a low price and more than rivals give are told as going together."""
    if _AS_WELL.search(text) and low_price(text, read):
        return True
    return any(
        low_price(each, read) and any(_more(each, read, compared=False))
        for each in read.sentences(text)
    )


_COMPARED = re.compile(
    r"\b(?:than|twice|double|instead of|outlasts?|nobody|no one|beats?|where others|everything)\b"
    r"|(?:,\s*(?:where|while|whereas|against)|;)\s+(?:the\s+(?:\w+\s+)?\w+|they|others?|brands?|it"
    r"|\w+s)\s+(?:takes?"
    r"|needs?|wants?|stops?|gives?|answers?|ends?)\b",
    re.IGNORECASE,
)
"""Words that hold a promise against what rivals give."""


def _items(text: str, read: Reader) -> int:
    """How many things a trade-off names."""
    if read.says_nothing(text):
        return 0
    return sum(
        bool(read.left(item)) for piece in pieces(text) for item in re.split(r"\band\b", piece)
    )


def _more(text: str, read: Reader, compared: bool) -> Iterator[tuple[str, str]]:
    """What ``text`` promises above rivals: its kind, and the words that do.

    ``compared`` asks of quick help that rivals' is told beside it.
    """
    low = not compared and low_price(text, read)
    for sentence in read.sentences(text):
        if _CHEAPENS.search(sentence):
            continue
        if (
            read.has(sentence, "best_too")
            and not read.has(sentence, "contrast", "at_par")
            and not _LEFT_OUT.search(text)
            and not _OF_ANOTHER.match(sentence)
        ):
            yield "made_of", read.first(sentence, "best_too")
        # Who is cheap here are we, who gives up nothing, and whose customers get something.
        ours = read.has(sentence, "cheapest", "cost_words") or bool(_THEY_GET.search(sentence))
        ours = ours or not (compared or _OF_ANOTHER.match(sentence) or _LEFT_OUT.search(sentence))
        if _BOTH.search(sentence) and read.has(sentence, "cheapest", "cost_words"):
            yield "made_of", sentence
        if not compared and _best_and_cheap(sentence, read):
            yield "made_of", sentence
        if not compared and ours and _row_of_better(sentence, read):
            yield "made_of", sentence
        for piece in _halves(sentence):
            ours = (ours or read.has(piece, "us")) and not theirs_first(piece, read)
            if better(piece, read, ours):
                yield OUTDONE if never_theirs(piece) else _kind(piece, read), piece
        if _quicker(sentence, read, compared):
            yield "response", sentence
        if low:
            yield from beyond(sentence, read)
    yield from ((OUTDONE, quote) for quote in outdone(text, read))


def _best_and_cheap(sentence: str, read: Reader) -> bool:
    """True where one breath calls us the best and the cheapest, and takes neither back."""
    found = _BEST_AND_CHEAP.search(sentence)
    return (
        found is not None
        and not read.has(sentence, "contrast", "at_par", "denials", "rivals")
        and not _LEFT_OUT.search(sentence)
        and not _OF_ANOTHER.match(_BECAUSE.sub("", sentence))
    )


_BECAUSE = re.compile(r"\A\W*(?:because|since|as)\s+", re.IGNORECASE)
_BEST = (
    r"\b(?:best|finest|top|nicest)\b(?!\s+(?:prices?|deals?|value|for|way|of|part|time|sell\w*|bid"
    r"|offer|rate|rates))"
)
_CHEAP = r"\b(?:cheap|cheapest|lowest\s+(?:prices?|costs?|fees?|rates?))\b"
_TOO = r"[^.;:]{0,25}?(?:\b(?:and|yet|still|also|too|plus|at)\b|,)[^.;:]{0,30}?"
_BEST_AND_CHEAP = re.compile(f"{_BEST}{_TOO}{_CHEAP}|{_CHEAP}{_TOO}{_BEST}", re.IGNORECASE)
"""Two ends of the scale in one sentence: "we are the best and also the cheapest"."""


def _row_of_better(sentence: str, read: Reader) -> bool:
    """True where two pieces or more each begin with a comparative: "nicer boat, softer seat"."""
    cheap = read.has(sentence, "cheapest", "cost_words") or _HALF.search(sentence) is not None
    told = [
        each
        for each in _halves(sentence)
        if any(s.first == 0 for s in read.find(each, "better_than"))
    ]
    return cheap and len(told) > 1 and not read.has(sentence, "than", "none_of", "rivals")


_HALF = re.compile(r"\b(?:half|a third of|a quarter of)\s+(?:the|of|their)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:good|best|better|fine|finest|top|quality)\b[^.;]*\b(?:both|at once|at the same time"
    r"|in one)\b"
    r"|\bboth\b[^.;]*\b(?:good|best|better|fine|finest|top|quality)\b",
    re.IGNORECASE,
)
"""Two things that are promised as one: "cheap and good, both"."""
_THEY_GET = re.compile(
    r"\b(?:they|you|parents|families|customers|clients|buyers|everybody"
    r"|everyone)\s+(?:\w+\s+)?(?:gets?"
    r"|receives?|enjoys?)\b|\A(?:we\s+\w+\s+(?:up\s+|out\s+|on\s+)?)?(?:nothing|none)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:leave|left|leaves|give|gave) (?:\w+ ){0,2}(?:out|up|away)\b"
    r"|\bwho(?:ever)?\s+(?:\w+\s+)?(?:wants?|needs?|asks?|prefers?|likes?|looks?|insists?)\b",
    re.IGNORECASE,
)
"""What is named to say that it is not there."""
_OF_ANOTHER = re.compile(
    r"(?!we\b|every|all\b|you\b|our|ours|it\b|this\b|that\b|i\b|my\b)(?:\w+\s+){1,3}(?:is|are|has"
    r"|have|makes?|uses?"
    r"|gives?)\b",
    re.IGNORECASE,
)
"""A sentence whose subject is neither we nor ours: "Foam is the better material"."""


_STILL = re.compile(r"\s?\b(?:all|just) the same\b", re.IGNORECASE)
"""Words that say "still" and not that two things are alike."""


def _halves(sentence: str) -> Iterator[str]:
    """The pieces of ``sentence``, parted at "and" as well."""
    for piece in pieces(_STILL.sub("", sentence)):
        yield from re.split(r"\band\s+", piece)


def _kind(piece: str, read: Reader) -> str:
    if _SPEED.search(piece):
        return "response"
    return next((kind for kind in ("warranty", "response") if read.has(piece, kind)), "made_of")


_SPEED = re.compile(r"\b(?:faster|quicker|sooner|fastest|quickest|soonest)\b", re.IGNORECASE)


_CHEAPENS = re.compile(
    r"\bso\s+(?:\w+\s+){1,8}?(?:halves|saves?|costs?\s+(?:us\s+)?less|(?:is|are|gets?)\s+cheaper|needs?\s+(?:only"
    r"|less|fewer|one|half))\b",
    re.IGNORECASE,
)
"""What is better makes it cheaper: "softer, so a corner needs one pad"."""
_WHERE = re.compile(r",?\s+\b(?:where|while|whereas|against|than)\b", re.IGNORECASE)
"""Where a sentence turns to somebody else."""


def _quicker(sentence: str, read: Reader, compared: bool) -> bool:
    """True where ``sentence`` promises help at any hour, or in less time than rivals take."""
    if near(sentence, read, "none_of", "any_hour", 3) or near(
        sentence, read, "none_of", "response", 2
    ):
        return False
    if _LEFT_OUT.search(sentence):
        return False
    if not read.has(sentence, "response") or theirs_first(pieces(sentence)[0], read):
        return False
    ours = _WHERE.split(sentence, maxsplit=1)[0]
    if read.has(ours, "any_hour"):
        return not compared or read.has(sentence, "rivals", "than")
    told = times(sentence)
    within = bool(told) and read.has(sentence, "none_of")
    quicker = len(told) > 1 and told[0] < max(told[1:])
    return (quicker or within) and read.has(sentence, "rivals", "than")
