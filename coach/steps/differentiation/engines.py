"""Whether the way of working is made for the promise: smooth and cheap, the best, or close."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.coaching.language import Reader, Span
from coach.coaching.pieces import near, pieces, whole
from coach.coaching.rule import Context, Hit, Rules
from coach.steps.differentiation.model import Differentiation, Discipline
from coach.steps.differentiation.numbers import DISCIPLINES

rules = Rules("differentiation")


@rules("DI22")
def engine_and_promise(step: Differentiation, context: Context) -> Iterator[Hit]:
    """The way of working takes back what the discipline promises (M15).

    It does where it says nothing of the discipline's own kind, and something against it: a word
    that cannot go with it, one of another kind, an act of its own that nobody does.
    """
    text, read = step.operating_model, context.read
    discipline = step.discipline or (DISCIPLINES[step.primary] if step.primary else None)
    if discipline is None or not text.strip():
        return
    engine = _ENGINES[discipline]
    others = [each.sign for each in _ENGINES.values() if each is not engine]
    against, own, hints = 0, 0, 0
    for piece in (part for each in pieces(text) for part in _SO_THAT.split(each)):
        refused = near(piece, read, "nobody_does", engine.acts, NEAR) or _given_up(piece)
        refused = refused or _undone(piece, engine.acts, read)
        turned = bool(engine.pattern and engine.pattern.search(piece))
        signs = len(_unless_denied(piece, engine.against, read))
        against += refused + turned + signs
        if not refused and not turned:
            shown = bool(engine.shown and engine.shown.search(piece))
            own += shown or read.has(piece, engine.sure)
            hints += not signs and read.has(piece, engine.own)
    against += len(read.find(text, *others))
    if not own and against > hints * WEIGHT:
        quote = read.quote(text, engine.against, *others) or whole(text, read)
        yield Hit("differentiation.operating_model", quote, say=discipline)


WEIGHT = 2
"""How many words against it a mere hint of the discipline's own kind outweighs."""


_SO_THAT = re.compile(r"\s+(?:so that|which leaves?|leaving)\s+(?!it\b|they\b)", re.IGNORECASE)
"""Where a piece turns from what is kept simple to what that is for."""


def _undone(piece: str, acts: str, read: Reader) -> bool:
    """True where an act is said not to take place, or to be done by others: "not foreseen"."""
    found = read.find(piece, acts)
    return any(_IS_NOT.match(piece, each.end) for each in found) or (
        bool(found)
        and (told := _OTHERS.search(piece)) is not None
        and told.start() < found[-1].start
    )


_IS_NOT = re.compile(
    r"\s+(?:\w+\s+)?(?:(?:is|are|was|were|do|does|will|would)\s+(?:not|never|no longer)|(?:is|are"
    r"|do|does|wo)n['’]t)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:others|other firms|rivals|competitors|(?:the|our) suppliers?|somebody else|someone else"
    r"|everybody else"
    r"|the big (?:ones|firms|brands|makers)|the market leader)\b",
    re.IGNORECASE,
)
"""Those who do it in our place."""


def _given_up(piece: str) -> bool:
    """True where ``piece`` says that something is no longer done: "the test was dropped"."""
    return _NO_LONGER.search(piece) is not None


_NO_LONGER = re.compile(
    r"\b(?:tests?|trials?|checks?|inspections?|bench|rig|lab|visits?|calls?|rounds?|talks?"
    r"|improvements?|ideas?"
    r"|experiments?|research|development|changes|designs?|conversations?|exceptions?|wishes)\s+"
    r"(?:(?:was|were|is|are|has|have|had)\s+)?(?:been\s+)?"
    r"(?:frozen|paused|on hold|suspended|shelved|postponed|dropped|stopped|cancelled|given up"
    r"|abandoned|skipped|ended|cut|closed|sold)\b",
    re.IGNORECASE,
)


def _unless_denied(piece: str, name: str, read: Reader) -> list[Span]:
    """Where a phrase of the list stands in ``piece`` without a "no" directly before it."""
    denials = {span.last for span in read.find(piece, "nobody_does")}
    return [span for span in read.find(piece, name) if span.first - 1 not in denials]


NEAR = 5
"""Words between "nobody" and "tests" up to which the one is said of the other."""


_FOR_EACH = re.compile(
    r"\b(?:\d{1,3}|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens?|many)(?: of)? "
    r"(?:shapes|sizes|colou?rs|models|kinds|sorts|versions|variants|types|flavou?rs|patterns)\b"
    r"|\bany\b[^.;]*\bany\b|"
    r"\b(?:each|every)\b[^.;]{0,80}\b(?:own|different|differently|wish|wishes|likes?|wants?|anew"
    r"|special|afresh|scratch|blank|zero)\b"
    r"|\b(?:for|with|to) (?:him|her)(?:self)?\b(?!\s+\w)|\bready when\b"
    r"|\b(?:what|as) (?:he|she|they|the \w+) (?:drew|draws|dreams?|wants?|wishes|fancies)\b"
    r"|\b(?:guests?|customers?|clients?|buyers?|they|everyone|everybody) (?:may |can |could )?"
    r"(?:choose|pick|decide|design|select|mix)s?\b",
    re.IGNORECASE,
)
"""Something made anew for each: "every guest gets her own table"."""


_BY_THE_LOT = re.compile(
    r"\A(?:one|a single)\s+(?!(?:by|of|off|day|more|who|person|customer|client)\b)\w+\W*\Z"
    r"|\b(?:sets|lots|packs|runs|rounds)\s+of\s+(?:\d+|\w+ty|ten|twelve|six)\b"
    r"|\bpaid\s+by\s+the\s+\w+"
    r"|\bbook\w*\s+by\s+(?:message|mail|app|form)\b",
    re.IGNORECASE,
)
"""One way for all, by the lot: "one crate", "sets of twenty", "paid by the drop"."""
_KNOWN = re.compile(
    r"\b(?:card|file|sheet|page|folder|drawing|notes?)\s+(?:for|with|of|on|about)\s+(?:each|every|its"
    r"|their|his|her)\b|\b(?:call|visit|word|note|letter)\s+from\s+(?:me|us)\b|"
    r"\bwith\s+(?:the|each|every|a)\s+(?:clients?|customers?|guests?|family|families|patients?"
    r"|buyers?|owners?|members?)\b|\bsame\s+(?:\w+\s+){0,2}(?:lads?|people|women|woman|men|man"
    r"|nurses?|drivers?|teachers?"
    r"|fitters?|pair|hands|voice"
    r"|crew|team|faces?|person|carer|girls?|boys?)\b"
    r"|\b(?:has|have|gets?|got|given)\s+(?:my|our|her|his)\s+(?:\w+\s+)?(?:number|mobile|phone)\b",
    re.IGNORECASE,
)
"""Somebody whom they know: "the same two lads", "has my number"."""


_NOT_INTO_IT = re.compile(
    r"\b(?:design|product|recipe|model|development)\s+(?:is|are|was)\s+(?:\w+\s+)?(?:done|finished|final"
    r"|complete|frozen|closed)\b|\bleav\w+\s+(?:the\s+)?\w+ing\s+to\b|\bsame\s+\w+\s+as\s+(?:in|ever|always|\d)|\b(?:all|most"
    r"|every\w*|the\s+whole)\s+(?:of\s+)?(?:our\s+|the\s+)?(?:energy|effort|efforts"
    r"|time|money|hours|heart|love|attention|budget)\s+"
    r"(?:goes?|is|are|flows?|put)\s+(?:in)?to\s+(?:the\s+|our\s+)?(?:customers?|clients?|people"
    r"|sales|selling|marketing|advertising|prices?|costs?"
    r"|saving|savings|volume|growth|service)\b|\b(?:as\s+it\s+(?:has\s+been|was|is)|unchanged"
    r"|the\s+same)\s+since\b",
    re.IGNORECASE,
)
"""Effort that goes elsewhere, and a thing that stays as it was."""
_MACHINE_TALKS = re.compile(
    r"\bthe\s+(?:less|fewer|rarer)\b[^.;,]{0,30}\bthe\s+(?:better|more)\b|\bpage\s+(?:with|of)\b"
    r"|\b(?:calls?|talks?|visits?|questions?)\s+(?:\w+\s+)?(?:costs?|(?:is|are)\s+charged)\b"
    r"|\b(?:page|site|website|robot|bot|machine|program|system|app|screen|software|computer|tape"
    r"|form|voice)\s+"
    r"(?:\w+\s+)?(?:answers?|calls?|rings?|repl(?:y|ies)|talks?|listens?|helps?|says)\b"
    r"|\b(?:each|every|an?)\s+\w+\s+is\s+(?:just\s+|only\s+|no\s+more\s+than\s+)?an?\s+(?:ticket"
    r"|number|file|case|order|row|record|line)\b",
    re.IGNORECASE,
)
"""A thing that does what a person would, or a person who is a thing: "a page answers"."""


@dataclass(frozen=True, slots=True)
class _Engine:
    """The word lists of a discipline: what it works by, its acts, and what cannot go with it.

    ``sure`` words and what ``shown`` finds show it even beside words against it, ``own`` words
    only where none is. ``pattern`` finds what cannot go with it.
    """

    own: str
    sure: str
    acts: str
    against: str
    sign: str
    pattern: re.Pattern[str] | None = None
    shown: re.Pattern[str] | None = None


_ENGINES = {
    Discipline.OPERATIONS: _Engine(
        "runs_lean",
        "runs_lean",
        "acts_on_cost",
        "against_operations",
        "runs_lean",
        _FOR_EACH,
        _BY_THE_LOT,
    ),
    Discipline.PRODUCT: _Engine(
        "makes_new",
        "quality_stops",
        "acts_on_product",
        "against_product",
        "makes_new",
        _NOT_INTO_IT,
    ),
    Discipline.INTIMACY: _Engine(
        "contact",
        "knows_each",
        "acts_on_each",
        "against_intimacy",
        "knows_each",
        _MACHINE_TALKS,
        _KNOWN,
    ),
}
