"""What the coach flags in the primary type's own question: what the lead is made of."""

import re
from collections.abc import Iterator

from coach.coaching.language import SHORT, Reader
from coach.coaching.pieces import pieces, whole
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.figures import money
from coach.steps.differentiation.cheaper import cause, given, no_cheaper, of_money
from coach.steps.differentiation.measured import measured
from coach.steps.differentiation.model import Differentiation, Type

rules = Rules("differentiation")


def skipped(answers: Differentiation) -> bool:
    """True where the primary type's own question is empty and the walk has gone past it."""
    return not answers.how.strip() and bool(answers.trade_off.strip())


def enough(text: str, context: Context) -> bool:
    """True where ``text`` is long enough to be missed something in."""
    return len(text.split()) >= context.limit("words")


@rules("DI02")
def cheap_without_a_cause(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Cost leads and nothing makes the unit cheaper, or it is not cheaper at all."""
    if answers.primary is not Type.COST:
        return
    text, read, path = answers.cost_source, context.read, "differentiation.cost_source"
    if skipped(answers):
        yield Hit(path)
    elif costs := no_cheaper(answers):
        own, theirs = (money(each, context.currency) for each in costs)
        yield Hit(path, values={"ours": own, "theirs": theirs}, say="dearer")
    elif gifts := given(text, read):
        yield Hit(path, text.strip() if len(text) <= SHORT else gifts)
    elif _only_thrift(text, read):
        yield Hit(path, whole(text, read), say="no_cause")
    elif answers.cost_sources or not enough(text, context):
        return
    elif read.knows("structure") and not cause(text, read) and _of_us(text, read):
        yield Hit(path, whole(text, read), say="no_cause")


def _only_thrift(text: str, read: Reader) -> bool:
    """True where ``text`` is all diligence; "we have no dealers" leaves out what rivals pay for."""
    if read.concrete(text) or (read.has(text, "denials") and read.has(text, "rivals")):
        return False
    return read.only(text, "thrift", "us", "rivals", "padding") and read.has(text, "thrift", "us")


def _of_us(text: str, read: Reader) -> bool:
    """True where ``text`` is about prices or about the founders, and names nothing that is done."""
    if read.concrete(text):
        return of_money(text, read)
    return read.has(text, "us", "hands", "money_talk", "too_cheap", "gifts", "thrift")


@rules("DI05")
def quality_without_a_number(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Quality leads and nothing about it can be measured."""
    if answers.primary is not Type.QUALITY:
        return
    text, read, path = answers.quality_measure, context.read, "differentiation.quality_measure"
    if skipped(answers):
        yield Hit(path)
    elif _vague(text, context):
        told = (text, answers.quality_control, answers.warranty)
        if answers.defects is None and not any(measured(each, read) for each in told):
            yield Hit(path, whole(text, read))


def _vague(text: str, context: Context) -> bool:
    """True where ``text`` praises, or says how a thing is and names no material it is made of.

    A single word names too little to be judged.
    """
    read = context.read
    if read.has(text, "quality_talk", "generic_benefits", "better_than", "hands", "us"):
        return True
    made_of = {text[each.start : each.end].casefold() for each in read.find(text, "made_of")}
    return len(read.left(text)) > 1 and made_of <= _ANY_MATERIAL


_ANY_MATERIAL = frozenset(
    (
        *("quality", "material", "materials", "part", "parts", "product", "products", "work"),
        *("workmanship", "craft", "craftsmanship", "cut", "fit", "taste", "comfort", "hygiene"),
        *("accuracy", "precision", "result", "results", "equipment", "tools", "finish", "build"),
        *("grain", "component", "components", "ingredient", "ingredients"),
    )
)
"""Words of the list of materials that name none."""


@rules("DI07")
def only_kind_words(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Service leads and the promise is politeness: no time, no act, nothing if it is missed."""
    if answers.primary is not Type.SERVICE:
        return
    text, read, path = answers.service_promise, context.read, "differentiation.service_promise"
    if skipped(answers):
        yield Hit(path)
        return
    long = enough(text, context) or read.only(text, *_WHATEVER)
    if long and not _checkable(_KIND.sub("", text), read):
        yield Hit(path, whole(text, read))


_WHATEVER = (
    *("politeness", "offer_words", "striving", "attitudes", "platitudes", "thrift"),
    *("generic_benefits", "empty_talk", "us", "padding"),
)
"""Lists of what even two words of a service promise are too few with: "good communication"."""
_KIND = re.compile(
    r"\b(?:look|looks|care|cares|looking|caring)\s+(?:after|for)\s+(?:each|every|all)\s+\w+"
    r"|\bput\w*\s+(?:\w+\s+)?(?:heart|soul|love|passion)\s+into\s+(?:each|every|all)\s+\w+"
    r"|\b(?:like|as)\s+(?:if\s+)?(?:\w+\s+){0,2}?(?:my|our|his|her|one['’]s|their"
    r"|your)\s+(?:\w+['’]s\s+)?"
    r"(?:own|family|child\w*|mother|mum|nan|guests?|friends?|\w+)\b"
    r"|\b(?:best|utmost|everything)\s+(?:(?:for|to)\s+\w+\s+)?(?:each|every)\s+\w+"
    r"|\b(?:straight|honest|kind|good|friendly)\s+(?:word|answer|advice|talk)\b"
    r"|\b(?:cuppas?|brew|natter|chat|laugh|smile|(?:cup\s+of\s+)?(?:tea|coffee))\b"
    r"|\b(?:after|at|on|before)\s+(?:each|every)\s+\w+[^.;,]{0,20}\b(?:thank|greet|smil"
    r"|wish)\w*(?:\s+you)?"
    r"|\b(?:for|by|when|from)\s+(?:ring|call|phon|ask|writ|bother)\w*\s+(?:me|us)\b"
    r"|\b(?:you|they|everyone|everybody|anyone|(?:our\s+)?(?:customers?|clients?|guests?))\s+"
    r"(?:can|may|could)\s+(?:\w+\s+)?(?:call|ring|phone|text|write|message|mail|ask|reach|talk|turn)"
    r"(?:\s+(?:to|on))?\s+(?:us|me)\b"
    r"|\b(?:just|simply|only)\s+(?:call|ring|phone|text|write|message|mail|ask)(?:\s+(?:us|me))?\b"
    r"|\b(?:a|one)\s+(?:\w+\s+)?(?:call|ring|text|message|mail)\s+away\b"
    r"|\b(?:day\s+(?:and|or)\s+night|night\s+and\s+day|(?:a)?round\s+the\s+clock)\W+(?:\w+\s+)?"
    r"(?:at\s+(?:your|their)\s+side|(?:there\s+)?for\s+(?:you|them)|with\s+you)\b",
    re.IGNORECASE,
)
"""Kindness that sounds like an act or a time: "I look after each doe like my own".

That customers may ring is no act of ours.
"""


_WHEN = re.compile(
    r"\b(?:same|next|first|last|every|each|within|by|before|until|till|after|on|that|this|one)"
    r"(?:\s+\w+)?\s+(?:minutes?|hours?|mornings?|noon|afternoons?|evenings?|nights?|days?|weeks?|"
    r"weekends?|months?|quarters?|seasons?|springs?|summers?|autumns?|winters?|years?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|easter|christmas|ten|nine|eight|seven|six"
    r"|five)\b|\bfrom\s+(?:five|six|seven|eight|nine|ten|noon)\s+(?:to|till|until)\b|\btwice\b|\bbefore\s+and\s+after\b",
    re.IGNORECASE,
)
"""A time: "the same afternoon", "every second Friday", "by ten"."""


def _checkable(text: str, read: Reader) -> bool:
    """True where a promise holds a time, what happens if it is missed, or acts of ours.

    Kind words beside them outweigh acts that are no more than they are ("we greet you gladly").
    """
    timed = any(each.kind in (Kind.WORK, Kind.SPAN, Kind.CLOCK) for each in figures(text))
    if timed or _WHEN.search(text) or read.has(text, "service_times", "made_good"):
        return True
    acts = sum(
        (not read.has(piece, "whoever") or read.has(piece, "us"))
        and read.apart(piece, "service_acts", "politeness")
        for piece in pieces(text)
    )
    return acts > 0 and acts >= len(read.find(text, "politeness"))


@rules("DI09")
def focused_in_name_only(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Specialisation leads and nothing is told that a generalist gets wrong."""
    if answers.primary is not Type.NICHE:
        return
    text, read, path = answers.niche_knowledge, context.read, "differentiation.niche_knowledge"
    told = f"{text}\n{answers.niche_facts}"
    if skipped(answers):
        yield Hit(path)
    elif not text.strip() or _fact(told, read):
        return
    elif _about_us(text, read) or not read.concrete(told) or _IGNORANT.search(text):
        yield Hit(path, whole(text, read))


TELLS = 4
"""Words of a clause from which on it tells something."""

_SELF = ("expertise", "self_praise", "not_alike")
"""Word lists of what founders say of themselves, or of how special their buyers are."""


def _about_us(text: str, read: Reader) -> bool:
    """True where ``text`` speaks of the founders and what they are, at least in part."""
    return read.has(text, "us", "hands", *_SELF)


def _fact(text: str, read: Reader) -> bool:
    """True where a clause tells how the trade is: what goes wrong, what has to be so, what is.

    What founders say of themselves is none, but what they say they know after "that" is.
    """
    for clause in re.split(r"[.!?;:\n]+\s*", text):
        of_persons = _LIFE_STORY.search(clause) or _IGNORANT.search(clause)
        if of_persons and not _THAT.search(clause):
            continue
        if _NOT_TOLD.search(clause):
            clause = ", ".join(each for each in pieces(clause) if not _NOT_TOLD.search(each))
        turns = read.find(clause, "in_that")
        if read.has(clause, "us"):
            clause = clause[turns[0].end :] if turns else ""
        plain = ("goes_wrong", "must_be", "rivals", "broad", "not_alike", "expertise")
        said = len(read.stems(clause, *plain))
        if read.apart(clause, "goes_wrong", "not_alike") and said >= 2:
            return True
        if read.has(clause, "us"):
            continue
        people = _OF_PEOPLE.match(clause.strip())
        if not people and read.apart(clause, "must_be", "not_alike", "self_praise") and said >= 3:
            return True
        if not people and said >= TELLS and not read.has(clause, *_SELF):
            return True
    return False


_LIFE_STORY = re.compile(
    r"\bsince\s+(?:he|she|they|i|we)\s+(?:was|were|could)\b"
    r"|\b(?:born|raised|brought\s+up|grew\s+up)\b[^,]{0,20}\b(?:on|in|into|to|with|for|among|under"
    r"|beside)\b"
    r"|\A\W*(?:my\s+|our\s+)?(?:grand\w+|father|mother|dad|mum|uncle|aunt|brother|sister|parents)\b"
    r"|\b(?:needs?|takes?|requires?|demands?)\s+(?:\w+\s+){0,3}?(?:feeling|nerves?|instinct|patience|passion"
    r"|experience|heart|love|talent|intuition|practice)\b"
    r"|\b(?:contacts?|connections?|address\s+book|network|friends)\s+(?:in|among|with|at|to|across)\b"
    r"|\b(?:member|fellow)\s+of\b|\b(?:trained|qualified|certified|educated)\s+(?:in|at|by|as)\b"
    r"|\b(?:certificate|diploma|degree|apprenticeship|licence|license)\s*(?:,|\Z|as\b|in\b|from\b)"
    r"|\bin\s+(?:the|our|my|his|her|their)\s+(?:blood|bones?|genes|veins|family|dna)\b"
    r"|\b(?:father|mother|dad|mum|mam|grand\w+|uncle|aunt|family|nan)(?:['’]s\s+\w+)?\s+(?:\w+\s+)?"
    r"(?:did|was|were|before|taught|already)\b"
    r"|\b(?:all|most\s+of)\s+(?:his|her|my|our|their)\s+(?:\w+\s+)?li(?:fe|ves)\b"
    r"|\bbeen\s+(?:a?round|in|with|at|on|among|into)\b[^.;]*\bsince\b"
    r"|\b(?:could|can|couldn['’]t|can['’]t|cannot)\s+(?:not\s+)?(?:ring|call|phone)\b",
    re.IGNORECASE,
)
"""Where somebody comes from and whom one knows, which says nothing of the trade itself."""
_IGNORANT = re.compile(
    r"(?:\b(?:not|never|no|hardly|nobody)|n['’]t)\s+(?:\w+\s+){0,2}?(?:know|knows|knew|understand|understands"
    r"|understood|been|seen|stood|set\s+foot|heard\s+of|met|touched|idea|clue|notion|experience)\b"
    r"|\b(?:cannot|can['’]?t|never|not)\s+(?:ever\s+)?(?:learn|buy|copy|imitate|fake|acquire)\b",
    re.IGNORECASE,
)
"""What others do not know, or where they have never been, without what that leads to."""
_NOT_TOLD = re.compile(
    r"\b(?:want|like|need|wish|expect)s?\s+to\s+be\s+(?:looked\s+after|understood|taken|treated"
    r"|heard|served|cared)\b|\b(?:can(?:not|['’]t)|hard\s+to|impossible\s+to"
    r"|difficult\s+to)\s+(?:\w+\s+)?(?:explain"
    r"|describe|teach|put\s+into\s+words|say|copy)\b"
    r"|\bgrown?\s+up\b|\b(?:can(?:not|['’]t)|could(?: not|n['’]t)|never|hardly"
    r"|not)\s+be\s+(?:written|learn\w*"
    r"|explained|taught|told|read"
    r"|put\s+(?:in|into|on)|copied|listed|googled|looked\s+up|described|faked|bought)\b"
    r"|\b(?:one|you|they|people|customers?|clients?|buyers?|we|i|\w{4,}s)\s+(?:just\s+|simply\s+"
    r"|can\s+)?(?:feels?|senses?|understands?|notices?"
    r"|trusts?|likes?|loves?|values?|appreciates?)\s+(?:it|this|us|me|at|when|the\s+difference"
    r"|without|straight)\b|\b(?:one|you)\s+feels?\b"
    r"|\bwho(?:ever)?\s+(?:does|makes|sells|offers)\s+(?:only\s+|just\s+)?(?:one|everything|all"
    r"|a\s+single|many|ten)\b"
    r"|\b(?:does|do|doing)\s+(?:it|that|one\s+thing)\s+(?:better|well|best|right|properly)\b"
    r"|\b(?:nothing|no\s+thing|not\s+a\s+thing)\s+(?:other|else)\b|\b(?:day\s+(?:in|after)"
    r"|year\s+(?:in|after))\b"
    r"|\b(?:no\s+\w+|nobody|no\s+one)\s+where\s+(?:i|we)\b"
    r"|\b(?:here|with\s+(?:us|me))\s+(?:\w+\s+){1,4}?(?:meets?|finds?|talks?\s+to|deals?\s+with)\b",
    re.IGNORECASE,
)
"""What is said to be felt and not told: "it cannot be written down", "one feels it"."""
_THAT = re.compile(
    r"\b(?:that|why|because|whether|which|what|how)\b"
    r"|\b(?:knows?|learn\w*|taught|sees?|saw)\s+(?:when|where)\b",
    re.IGNORECASE,
)
"""Words after which even a life's story tells what was learned."""


_OF_PEOPLE = re.compile(
    r"(?:and\s+)?(?:you|they|she|he|one|somebody|someone|whoever|ask|people)\b",
    re.IGNORECASE,
)
"""How a clause begins that is about those who know, and not about what there is to know."""
