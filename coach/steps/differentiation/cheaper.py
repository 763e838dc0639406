"""Why a unit is cheaper: what is done otherwise, or money that somebody gives away."""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import pieces
from coach.coaching.sums_told import Kind, figures
from coach.steps.differentiation.model import Differentiation

_GIFT = ("too_cheap", "gifts", "thin_margin")
"""Word lists of a price that is low and not of a cost that is."""


def given(text: str, read: Reader) -> str:
    """The words of ``text`` that tell a gift, if it names no cause, or hardly one among gifts.

    A price that is set by a rival's ("below theirs, whatever it is") has no cause of its own.
    """
    told = [
        each for each in pieces(text) if not (_LIVES_ON.search(each) or _KEEPS_LESS.search(each))
    ]
    rest = ". ".join(told)
    caused, causes = cause(rest, read), read.find(rest, "structure")
    gifts = [(each.start, each.end) for each in read.find(text, *_GIFT)]
    gifts += [
        each.span()
        for way in (_LIVES_ON, _KEEPS_LESS, _KNOCKED_OFF, _NO_OTHER)
        for each in way.finditer(text)
    ]
    by_theirs = next((each for each in pieces(text) if _by_theirs(each, read)), "")
    weak = len(causes) < 2 and (len(gifts) > 1 or by_theirs) and not _NOT_THAT.search(text)
    weak = weak and not (_LESS_WORK.search(rest) or _CAST_OFF.search(rest))
    if not (weak or not caused):
        return ""
    return text[slice(*min(gifts))] if gifts else by_theirs


_LIVES_ON = re.compile(
    r"\b(?:my|our)\s+(?:\w+\s+)?(?:pension|wife|husband|partner|salary|job|savings|parents?"
    r"|inheritance|family)(?:['’]s)?\b[^.;]{0,30}"
    r"\b(?:pays?|covers?|carr(?:y|ies)|feeds?|earns?|keeps\s+us)\b"
    r"|\b(?:friends?|family|cousins?|neighbours?|neighbors?|parents?|relatives|kids|children"
    r"|volunteers?)\b[^.;]{0,40}"
    r"\b(?:lends?\s+a\s+hand|chips?\s+in|pitch(?:es)?\s+in|helps?\s+out|unpaid|without\s+pay"
    r"|(?:in\s+exchange\s+)?for\s+(?:pizza|beer|free|nothing|fun|food|love))\b"
    r"|\b(?:wife|husband|partner|spouse|girlfriend|boyfriend"
    r"|(?-i:[A-Z]\w+))(?:['’]s)?\s+(?:\w+\s+)?"
    r"(?:earns?|wages?|salary|pay|pays|income|brings\s+(?:home|in))\b(?=[^.;,]*\b(?:us|both|home"
    r"|mortgage|rent|bills|family|enough)\b)"
    r"|\b(?:not|n['’]t|never)\s+(?:mind\w*|care\w*|bother\w*|fussed)\b[^.;]{0,30}\b(?:if|how|when"
    r"|whether|about|that)\b"
    r"|\b(?:not|never|little|nothing|hardly)\s+(?:\w+\s+){0,3}(?:(?:left\s+)?over|remains?"
    r"|is\s+left|stays\s+with\s+(?:us|me))\b"
    r"|\b(?:i|we)\s*(?:am|are|['’]m|['’]re)\s+(?:already\s+)?(?:retired|pensioners?"
    r"|on\s+a\s+pension)\b"
    r"|\b(?:nobody|no\s+one|not|n['’]t)\s+(?:really\s+)?needs?\s+(?:the|any|that)\s+money\b"
    r"|\b(?:not|n['’]t|never)\s+count\w*\s+(?:my|our|the)\s+(?:hours|time|evenings)\b"
    r"|(?:\b(?:nobody|no\s+one|never|not|hardly)|n['’]t)\s+(?:\w+\s+)?(?:writes?|counts?|adds?|notes?|bills?"
    r"|charg\w+)\s+(?:\w+\s+){0,2}?(?:hours?|them|time|evenings|down|up)\b"
    r"|\b(?:my|our|own)\s+(?:\w+\s+)?(?:hours|time|work|labou?r|evenings|weekends|hands)\b[^.;,]{0,15}"
    r"\b(?:costs?|is|are|come|comes)\s+(?:me\s+|us\s+)?(?:nothing|free|for\s+free|gratis|no\s+money)\b"
    r"|\b(?:long|many|late|extra|endless)\s+(?:hours|evenings|nights|days)\b(?=[^.;]*\b(?:sundays?"
    r"|weekends?|evenings?|nobody|unpaid|nights?)\b)"
    r"|\bwhatever\s+(?:comes|is\s+left|we\s+get|i\s+get)\b",
    re.IGNORECASE,
)
"""What the founder lives on or does without: somebody else's wage, hardly anything left over."""
_KEEPS_LESS = re.compile(
    r"(?:\b(?:need|do|does)\s*(?:not|n['’]t)|n['’]t|\bnot)\s+(?:need|have)\s+to\s+(?:make|earn)\b"
    r"[^.;]{0,20}\b(?:profit|money|much|lot)\b|\b(?:we|i)\s+(?:\w+\s+)?(?:put|add)\s+(?:[\w%]+\s+){1,3}?on\b|\b(?:skip|waive|forgo|renounce"
    r"|give\s+up|drop|do\s+without|sacrifice"
    r"|shave)s?\s+(?:\w+\s+){0,2}?(?:profits?|margins?|mark-?ups?|wages?|salary|pay)\b|\b(?:our|my"
    r"|the)\s+(?:\w+\s+)?(?:margins?|profits?|mark-?ups?|surplus|wages?|pay|salar(?:y"
    r"|ies)|income|earnings)"
    r"\s+(?:per\s+\w+\s+)?(?:is|are|stays?|lies|remains?|can be|may be|will be)\b",
    re.IGNORECASE,
)
"""What is kept of the price and how little it is: "our margin is 6 percent"."""
_LESS_WORK = re.compile(
    r"\b(?:minutes?|hours?|hands?|people|steps|trips?|kilos?|metres?)\b[^.;]*\b(?:where|while"
    r"|whereas|against|instead of|and not|than)\b",
    re.IGNORECASE,
)
"""Less work or stuff for the same: "12 minutes where they need 50"."""
_HAGGLES = re.compile(
    r"\b(?:dealers?|others|rivals|shops?|they|competitors)\s+(?:put|add|charge|ask|want|earn)\b"
    r"|\bring(?:ing)?\s+round\b"
    r"|\b(?:switch\w*|turn\w*)\s+(?:\w+\s+){0,3}?off\b|\b(?:pennies|penny|every\s+cent)\b|\b(?:we"
    r"|i)\s+(?:\w+\s+)?(?:expect|hope|trust|believe|count\s+on|intend|aim)\b|\b(?:once"
    r"|as\s+soon\s+as|when)\s+(?:we|i)\s+(?:are|have|order|grow|sell|buy)\b|\b(?:negotiat\w+"
    r"|haggl\w+|compare|comparing|shop around|shopping around|hard bargain"
    r"|good (?:terms|conditions|deals?|prices)"
    r"|look (?:around|out) for|hunt\w* for)\b",
    re.IGNORECASE,
)
"""Buying well, which any rival can as well, and what is only hoped for."""
_KNOCKED_OFF = re.compile(
    r"\b(?:lower|smaller)\s+(?:figure|number|sum|amount|quote|bid|offer|tariff)\b|\b(?:percent"
    r"|per cent|euros?|dollars?|pounds|bit|little)\s+(?:under|below|lower)\b"
    r"|%\s+(?:under|below|lower)\b|\b(?:knock|take|shave|strike|cut"
    r"|lop)s?\s+(?:\w+\s+){1,4}?off\b",
    re.IGNORECASE,
)


_NOT_THAT = re.compile(
    r"\bnot\s+(?:the\s+|our\s+)?(?:why|source|reason|cause|point|come\s+from|because\s+of|from)\b",
    re.IGNORECASE,
)
"""A gift that is named to say that the gap is none: "but that is not why"."""
_SINCE_THEN = re.compile(
    r"\W*(?:the\s+)?(?:\d|first|beginning|start|then|day|always|ever|years?|we\s+(?:began|started"
    r"|opened))",
    re.IGNORECASE,
)
"""A time after "since", which then tells no cause."""


def _by_theirs(piece: str, read: Reader) -> bool:
    below = read.has(piece, "below_them")
    return below and (
        read.has(piece, "money_talk") or any(each.kind is Kind.MONEY for each in figures(piece))
    )


def of_money(text: str, read: Reader) -> bool:
    """True where all of ``text`` is about prices, money and buyers, and not how a thing is made."""
    about = read.has(text, "money_talk") or any(each.kind is Kind.MONEY for each in figures(text))
    return about and not any(_tells(each, read) for each in read.sentences(text))


def _tells(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` holds a clause that speaks of something else than money."""
    return any(
        len(read.left(each)) >= TELLS
        and not read.has(each, "money_talk", "everyone", "wishes", *_GIFT)
        and not any(one.kind is Kind.MONEY for one in figures(each))
        for each in re.split(r"[;:]\s", sentence)
    )


TELLS = 4
"""Words of a clause from which on it tells something."""


def cause(text: str, read: Reader) -> bool:
    """True where ``text`` names what makes a unit cheaper, a cost that is left out, a "because".

    What follows "because" is none where it is about the buyers or a gift again.
    """
    text = _KIND_OF_FIRM.sub("", _NO_OTHER.sub("", text))
    told = [each for each in pieces(text) if not (_HAGGLES.search(each) or _OF_PURSES.search(each))]
    if any(_named(each, read) for each in told):
        return True
    for piece in told:
        buyers = read.find(piece, "everyone", "buyers", *_GIFT)
        for span in read.find(piece, "causes"):
            said = piece[span.end :]
            if piece[span.start : span.end].casefold() == "since" and _SINCE_THEN.match(said):
                continue
            if read.left(said) and not any(one.start > span.end for one in buyers):
                return True
        empty = {each.start for each in read.find(piece, "no_cost")}
        for span in read.find(piece, "left_out"):
            if piece[span.end :].lstrip().startswith("to "):
                continue  # "we do not need to grow fat"
            after = [each for each in read.left(piece) if each.start > span.end]
            after = after[1:] if len(after) > 1 and _SHOWY.match(after[0].text) else after
            if after and after[0].start not in empty:
                return True
    return False


_KIND_OF_FIRM = re.compile(
    r"\b\w+\s+(?:houses?|chains?|giants?|multis?)\b(?=['’]?\s*(?:do|does|did|take|takes|ask|asks|charge"
    r"|charges|have|has|want|wants|\Z|[.,;]))",
    re.IGNORECASE,
)
"""Rivals by what they deal in: "software houses"."""
_OF_PURSES = re.compile(
    r"\b(?:greed\w*|overcharg\w*|shameless\w*|rip\W?offs?|grasping|overpriced|extortion\w*|exploit\w*"
    r"|(?:are|is|being)\s+(?:poor|broke|hard\s+up|short\s+of\s+money)|deep\s+pockets|(?:cannot|can['’]?t"
    r"|could\s?n['’]?t)\s+afford|has\s+to\s+be\s+(?:low|cheap|lower|cheaper))\b",
    re.IGNORECASE,
)
"""What rivals are like, or what buyers have: no cost is lower for it."""
_SHOWY = re.compile(
    r"(?:big|large|fancy|flashy|posh|new|fat|unnecessary|needless)\Z", re.IGNORECASE
)


def _named(piece: str, read: Reader) -> bool:
    """True where ``piece`` names what a unit is made cheaper by; "no waste" is a good intention."""
    if _THEY_DO.search(piece) or _CAST_OFF.search(piece):
        return True
    if not read.apart(piece, "structure", *_GIFT):
        return False
    meant = {each.start for each in read.find(piece, "no_cost")}
    return any(
        each.start not in meant or not _NO.search(piece[: each.start])
        for each in read.find(piece, "structure")
    )


_CAST_OFF = re.compile(
    r"\b(?:spent\s+\w+|scrap|off-?cuts?|trimmings|left-?overs?|by-?products?|cast-?offs?"
    r"|edge\s+strips?|surplus)\b"
    r"|\b(?:from|in|out\s+of)\s+(?:our|my)\s+own\s+(?!pockets?|purse|money|savings|funds|pension|family"
    r"|time|hands?|heart)\w+"
    r"|\bfor\s+(?:carting|taking|collecting|fetching|picking|hauling)\b|\b(?:bins"
    r"|throws?\s+(?:it\s+|them\s+)?away)\b",
    re.IGNORECASE,
)
"""Stuff that somebody else is glad to be rid of, or that comes from what is ours."""
_THEY_DO = re.compile(
    r"\b(?!we\b|i\b)\w+s\s+(?:wash|fetch|collect|carry|bring|return|fill|assemble|clean|load|drop|pick\s+up"
    r"|pack|sort|come\s+back)\b|"
    r"\b(?!we\b|i\b)\w+\b[^.;,]{0,80}?\b(?:themselves|himself|herself|yourself)\b",
    re.IGNORECASE,
)
"""Work that buyers take over: "they fill it themselves"."""
_NO = re.compile(
    r"\b(?:no|without|little|zero|never|do not|don['’]t|does not|avoid|avoids|avoiding)\s+\Z", re.I
)


_NO_OTHER = re.compile(
    r"\b(?:no|not|nor|without)\s+(?:an?\s+|any\s+)?(?:\w+\s+)?(?:mechanism|trick|secret|reason"
    r"|method|magic|idea|science"
    r"|system|explanation)\w*",
    re.IGNORECASE,
)
"""A denial that there is more to it, which leaves nothing out: "no other mechanism"."""


def no_cheaper(answers: Differentiation) -> tuple[float, float] | None:
    """Our cost of a unit and a rival's, if ours is no lower: by the fields, or as told.

    Told are two amounts in one sentence, the first after "costs us", the second for a rival.
    """
    own, theirs = answers.cost_ours, answers.cost_rival
    if own is not None and theirs is not None and own >= theirs:
        return own, theirs
    for sentence in re.split(r"[.!?]\s", answers.cost_source):
        found = [each for each in figures(sentence) if each.kind is Kind.MONEY]
        match = _COSTS_US.search(sentence)
        if match and len(found) == 2 and match.start() < found[0].start:
            first, second = (each.value for each in found)
            if first >= second:
                return first, second
    return None


_COSTS_US = re.compile(r"\bcosts?\s+(?:us|me)\b|\b(?:our|my)\s+(?:unit\s+)?costs?\b", re.IGNORECASE)
