"""What the coach flags about whether the difference stands: defended, seen, abroad."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.pieces import pieces
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.figures import amount
from coach.steps.differentiation.model import HOW, Differentiation, Market, Type
from coach.steps.differentiation.numbers import Verdict, vrio

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
        few = few and not _MANNER.match(changed[0])
        if not changed or (few and len(context.read.left(changed[0])) <= 1):
            path = f"differentiation.markets.{each.id}.product"
            yield Hit(path, each.name.strip())


_MANNER = re.compile(
    r"\s*(?:through|by|via|at|with|from|under|before|after|without)\b", re.IGNORECASE
)
"""How a row begins that tells another way, however short: "through the parish"."""


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
    r"\b(?P<act>\w{4,})\s+(?:in|here|at)\b[^.;]*,\s*(?:so\s+it\s+)?(?P=act)\s+(?:in|there)\b"
    r"|\A(?:as|like|see)\s+(?:in\s+|at\s+|for\s+)?(?-i:[A-Z])\w+\W*\Z|\b(?:what|whatever|who"
    r"|whoever|how|where)\b[^.;]*?\b(?P<verb>\w{3,}?)(?:s|es|ed)?\b[^.;]*?\b(?P=verb)(?:s"
    r"|es|ed)?"
    r"\s+(?:there|here|in|at|on|across|beyond|over|too|also|as well|any\w*|every\w*|abroad"
    r"|over there|anybody|everybody)\b"
    r"|\b(?P<way>\w{4,})\b[^.;]*\b(?:like|as)\s+(?:we|i|you|they)\s+(?P=way)\b"
    r"|\bone\s+\w+\s+(?:fits|suits"
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
    r"\A(?:the\s+)?same\s+[^,.;]{1,25}(?:,\s*(?:the\s+)?same\s+[^,.;]{1,25})*\W*\Z|\b(?:does"
    r"|do)\s+the\s+(?:job|trick)\b"
    r"|\b(?:like|as)\s+(?:everywhere|anywhere|always)\b|\b(?P<here>\w{4,})\s+(?:here"
    r"|at\s+home)\b[^.;]*\b(?P=here)\s+(?:there|abroad)\b"
    r"|\b(?:out\s+of|from|of)\s+the\s+same\b|\b(?:have|got)\s+(?:it\s+|that\s+)?already\b"
    r"|\balready\s+(?:have|there|exists?|done)\b"
    r"|\b(?:takes?|does|handles?|covers?|serves?)\s+(?:that|it|them|this)\s+(?:on\s+)?(?:as\s+well"
    r"|too|also)\b"
    r"|\bnobody\s+(?:has\s+)?(?:ever\s+)?(?:complain|mind|object|notic)\w*\b|\b(?:no"
    r"|without)\s+(?:reason|need|cause|point)\b"
    r"|\b(?:send|ship|bring|carry|post)\s+(?:over|along|across)\b|\Anothing\s+(?:in|about)\s+it\b"
    r"|\b(?:everyone|everybody|all\s+people|all\s+(?:our\s+)?customers|anyone)\b[^.;]*\b(?:equally"
    r"|alike)\b"
    r"|\A(?:we|i)\s+(?:are|stay|remain|act)\s+(?:always\s+)?\w+(?:\s+people)?\W*\Z|\b(?:explains"
    r"|sells|speaks\s+for)\s+itself\b"
    r"|\A(?:our|my)\s+(?:(?-i:[a-z])\w*\s+)?(?-i:[a-z])\w*\W*\Z|\b(?:no|without)\s+(?:modification"
    r"|alteration|adaptation|adjustment|translation)s?\b|"
    r"\b(?P<same>\w+)\s+(?:is|are|stays?|remains?)\s+(?:an?\s+)?(?P=same)\b"
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
    r"|\Asee\s+\w+\W*\Z|\bwhat(?:ever)?\s+(?:we|i)\s+(?:always|usually|already)\s+\w+"
    r"|\b(?:they|people|everyone|everybody|customers|clients)\s+(?:will\s+|can\s+|all\s+|do\s+)?"
    r"(?:understand|follow)s?\s+(?:us|me)\b",
    re.IGNORECASE,
)
"""All stays as it is: "bread is bread", "nothing to alter", "the Danish version", "see Denmark"."""
