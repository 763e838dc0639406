"""What the coach flags about whether the difference stands: defended, seen, built in, abroad."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.coaching.language import Reader, Span
from coach.coaching.pieces import near, pieces, whole
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.figures import amount
from coach.steps.differentiation.model import HOW, Differentiation, Discipline, Market, Type
from coach.steps.differentiation.numbers import DISCIPLINES, Verdict, vrio

rules = Rules("differentiation")

COMMON = (Verdict.DISADVANTAGE, Verdict.PARITY)
"""Verdicts on what rivals have as well, or nobody misses."""


@rules("DI12")
def copied_before_paid_back(step: Differentiation, context: Context) -> Iterator[Hit]:
    """What takes longest to copy takes less time than earning it back.

    By the months in the fields, and where those are not all given by what the texts tell.
    """
    paid = step.payback_months
    named = [each for each in step.resources if each.name.strip() and vrio(each) not in COMMON]
    race = [(each.months, each.name.strip()) for each in named]
    if step.primary is Type.INNOVATION:
        race.append((step.lead_months, ""))
    known = [(months, name) for months, name in race if months is not None]
    if paid is None or not known or len(known) < len(race):
        yield from _race_told(step, context.read)
        return
    longest, name = max(known)
    if longest < paid:
        values = {"copied": amount(longest), "paid": amount(paid)}
        yield Hit("differentiation.payback_months", name, values)


def _race_told(step: Differentiation, read: Reader) -> Iterator[Hit]:
    """A text that tells how soon rivals have it and when it is earned back, the second later."""
    keys = [HOW[step.primary]] if step.primary else []
    for key in (*keys, "reason", "if_copied"):
        text = getattr(step, key)
        copied = [
            months
            for each in pieces(text)
            if read.has(each, "copied") and not read.has(each, "paid_back")
            for months in _months(each, read)
        ]
        paid = [
            (months, each)
            for each in pieces(text)
            if read.has(each, "paid_back")
            for months in _months(each, read, bare=bool(copied))
        ]
        if copied and paid and max(copied) < min(paid)[0]:
            yield Hit(f"differentiation.{key}", min(paid)[1], say="told")


def _months(piece: str, read: Reader, bare: bool = False) -> tuple[float, ...]:
    """The months that ``piece`` tells; ``bare`` takes a number without a unit for months too."""
    found = figures(piece)
    if spans := tuple(each.value for each in found if each.kind is Kind.SPAN):
        return spans
    counts = tuple(each.value for each in found if each.kind is Kind.COUNT and not each.noun)
    if bare and counts:
        return counts
    return (YEAR,) if not found and not bare and read.has(piece, "seasons") else ()


YEAR = 12.0
"""Months within which a season or a month comes that is named without its year."""


@rules("DI13")
def nothing_rare(step: Differentiation, context: Context) -> Iterator[Hit]:
    """Of the resources, all judged, none is more than what rivals have too (M16)."""
    named = [each for each in step.resources if each.name.strip()]
    judged = [(verdict.rank, each.name.strip()) for each in named if (verdict := vrio(each))]
    if len(named) < context.limit("fewest") or len(judged) < len(named):
        return
    rank, name = max(judged)
    if rank <= Verdict.PARITY.rank:
        yield Hit("differentiation.resources", name, {"count": amount(len(named))})


@rules("DI20")
def seen_by_us_alone(step: Differentiation, context: Context) -> Iterator[Hit]:
    """Of enough customers asked, few name the difference unprompted (M18)."""
    asked, named = step.asked, step.named
    if asked is None or named is None or asked < context.limit("asked"):
        return
    if named * context.limit("one_in") < asked:
        values = {"asked": amount(asked), "named": amount(named)}
        yield Hit("differentiation.named", values=values)


@rules("DI21")
def home_abroad(step: Differentiation, context: Context) -> Iterator[Hit]:
    """A market of another culture is entered, and nothing is changed for it."""
    gone_past = any(each.strip() for each in (step.preference, step.resilience, step.prosperity))
    for each in step.markets:
        rows = _rows(each)
        if not each.name.strip() or not (all(row.strip() for row in rows) or gone_past):
            continue
        changed = [row for row in rows if _changes(row, context)]
        # One vague row beside three that stay as they are changes nothing either.
        few = len(changed) == 1 and not context.read.concrete(changed[0])
        if not changed or (few and len(context.read.left(changed[0])) <= 1):
            path = f"differentiation.markets.{each.id}.product"
            yield Hit(path, each.name.strip())


def _rows(market: Market) -> tuple[str, ...]:
    return market.product, market.communication, market.service, market.ethics


def _changes(text: str, context: Context) -> bool:
    """True where ``text`` says more than that all stays as it is ("same as in Belgium")."""
    read = context.read
    if not text.strip() or read.says_nothing(text):
        return False
    if _ONE_TO_ONE.fullmatch(text) or _THERE_TOO.search(text):
        return False
    if read.has_figure(text) or read.has(text, "but"):
        return True
    if _AS_EVER.search(text) or read.empty(text, "unchanged"):
        return False
    rest = len(read.left(text, "unchanged", "nothing"))
    return not (read.has(text, "unchanged") and rest <= context.limit("spare"))


_ONE_TO_ONE = re.compile(r"\W*(?:1\s?[:/]\s?1|one[- ]to[- ]one)\W*", re.IGNORECASE)
_THERE_TOO = re.compile(
    r"\b(?:what|whatever|who|whoever|how|where)\b[^.;]*?\b(\w{3,}?)(?:s|es|ed)?\b[^.;]*?\b\1(?:s"
    r"|es|ed)?"
    r"\s+(?:there|here|in|at|on|too|also|as well|any\w*|every\w*|abroad|over there|anybody"
    r"|everybody)\b"
    r"|\b(\w{4,})\b[^.;]*\b(?:like|as)\s+(?:we|i|you|they)\s+\2\b|\bone\s+\w+\s+(?:fits|suits"
    r"|serves|for)\s+(?:all|every\w*)\b"
    r"|\b(?:will|would|should|can|may)\s+(?:\w+\s+)?(?:there|abroad|over there)\s*(?:too|also"
    r"|as well)?\W*\Z",
    re.IGNORECASE,
)
"""The same verb for here and there: "what sells in Cork will sell in Brest"."""


_NONE = r"(?:no|not|none|nothing|never|nobody|without|little|hardly)"
_CHANGE = (
    r"(?:chang|adapt|alter|adjust|translat|modif|differ|rework|redesign|rewrit|revis|tailor|localis"
    r"|localiz|customis|customiz|special|new|extra|else|other)\w*"
)
_AS_EVER = re.compile(
    r"\b(?:everyone|everybody|all\s+people|all\s+(?:our\s+)?customers|anyone)\b[^.;]*\b(?:equally"
    r"|alike)\b"
    r"|\A(?:we|i)\s+(?:are|stay|remain|act)\s+(?:always\s+)?\w+(?:\s+people)?\W*\Z|\b(?:explains"
    r"|sells|speaks\s+for)\s+itself\b"
    r"|\A(?:our|my)\s+(?:(?-i:[a-z])\w*\s+)?(?-i:[a-z])\w*\W*\Z|\b(?:no|without)\s+(?:modification"
    r"|alteration|adaptation|adjustment|translation)s?\b|"
    r"\b(\w+)\s+(?:is|are|stays?|remains?)\s+(?:an?\s+)?\1\b"
    rf"|\b{_NONE}\b[^.;,]{{0,25}}\b{_CHANGE}|\b{_CHANGE}\s+{_NONE}\b"
    r"|\A(?:the|our|my)\s+(?:\w+\s+)?(?:version|one|ones|edition|leaflet|flyers?|brochure|site"
    r"|website"
    r"|shop|film|texts?|line|model|range|goods|price list|catalogue|contract|team|way)\W*\Z"
    r"|\A(?:with\s+|in\s+|just\s+|only\s+|simply\s+)*(?:what|that which|the one|those|which"
    r"|whatever)\s+(?:we|i)\s+(?:\w+\s+)?\w+|\b(?:that|which)\s+(?:we|i)\s+(?:already\s+)?(?:have"
    r"|use|know|own)\W*\Z"
    r"|\b(?:is|are|be|stays?|remains?|needs?|wants?|likes?|buys?|loves?)\s+(?:\w+\s+)?the\s+same\b"
    r"|\bnothing\s+to\s+\w+\W*\Z|\b(?:will|['’]ll|should)\s+do\W*\Z"
    r"|\A(?:we|i)\s+(?:\w+\s+)?(?:bring|take|use|send|sell|offer|come with|go with)\s+"
    r"what(?:ever)?\s+(?:we|i)\b"
    r"|\b(?:as|like)\s+(?:we|i)\s+(?:always\s+)?(?:do|did|have)\b|\bas\s+(?:it|they)\s+(?:is|are"
    r"|stands?)\W*\Z"
    r"|\bno\s+(?:problems?|issues?|bother|trouble|worr\w+|concerns?|need)\b"
    r"|\A(?:people|folk|they|everyone|everybody)\s+(?:over\s+)?(?:there\s+)?(?:have|has|need|eat"
    r"|drink|want|like"
    r"|use|are)\b[^.;,]{0,30}\b(?:too|as\s+well|also)\W*\Z|\A(?:leave|keep)\s+(?:it|them|that)\W*\Z"
    r"|\Asee\s+\w+\W*\Z",
    re.IGNORECASE,
)
"""All stays as it is: "bread is bread", "nothing to alter", "the Danish version", "see Denmark"."""


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
    against, own = 0, 0
    for piece in (part for each in pieces(text) for part in _SO_THAT.split(each)):
        refused = near(piece, read, "nobody_does", engine.acts, NEAR) or _given_up(piece)
        refused = refused or _undone(piece, engine.acts, read)
        turned = bool(engine.pattern and engine.pattern.search(piece))
        signs = len(_unless_denied(piece, engine.against, read))
        against += refused + turned + signs
        if not refused and not turned:
            shown = bool(engine.shown and engine.shown.search(piece))
            own += shown or read.has(piece, engine.sure)
            own += not signs and read.has(piece, engine.own)
    against += len(read.find(text, *others))
    if not own and against:
        quote = read.quote(text, engine.against, *others) or whole(text, read)
        yield Hit("differentiation.operating_model", quote, say=discipline)


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
    r"\bsame\s+(?:\w+\s+){0,2}(?:lads?|people|women|woman|men|man|nurses?|drivers?|teachers?"
    r"|fitters?|pair|hands|voice"
    r"|crew|team|faces?|person|carer|girls?|boys?)\b"
    r"|\b(?:has|have|gets?|got|given)\s+(?:my|our|her|his)\s+(?:\w+\s+)?(?:number|mobile|phone)\b",
    re.IGNORECASE,
)
"""Somebody whom they know: "the same two lads", "has my number"."""


_NOT_INTO_IT = re.compile(
    r"\b(?:all|most|every\w*|the\s+whole)\s+(?:of\s+)?(?:our\s+|the\s+)?(?:energy|effort|efforts"
    r"|time|money|hours|heart|love|attention|budget)\s+"
    r"(?:goes?|is|are|flows?|put)\s+(?:in)?to\s+(?:the\s+|our\s+)?(?:customers?|clients?|people"
    r"|sales|selling|marketing|advertising|prices?|costs?"
    r"|saving|savings|volume|growth|service)\b|\b(?:as\s+it\s+(?:has\s+been|was|is)|unchanged"
    r"|the\s+same)\s+since\b",
    re.IGNORECASE,
)
"""Effort that goes elsewhere, and a thing that stays as it was."""
_MACHINE_TALKS = re.compile(
    r"\b(?:page|site|website|robot|bot|machine|program|system|app|screen|software|computer|tape"
    r"|form|voice)\s+"
    r"(?:\w+\s+)?(?:answers?|calls?|rings?|repl(?:y|ies)|talks?|listens?|helps?|does|handles?"
    r"|takes?|says)\b"
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
