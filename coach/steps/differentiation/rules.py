"""What the coach flags in this step."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.pieces import near, ours
from coach.coaching.rule import Context, Hit, Rules
from coach.steps.differentiation.model import HOW, Differentiation

rules = Rules("differentiation")

TYPES = ("cost_words", "quality_words", "service_words", "niche_words", "innovation_words")
"""The word lists that name the types."""

NEAR = 8
"""Words between "none" and "first" up to which the one is said of the other."""

_SEPARATORS = re.compile(
    r"\s*(?:,|;|/|&|\+|\b(?:and|or|plus|as|well|also|both|the|our|a|in|on|by|for|with|through)\b|\s)+\s*",
    re.I,
)


@rules("DI01")
def no_single_lead(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """No type leads, or the reason counts up three types as equals."""
    told = (answers.reason.strip() and answers.trade_off.strip()) or answers.supporting
    if answers.primary is None and told:
        yield Hit("differentiation.primary")
    if words := _all_of_them(answers.reason, context):
        yield Hit("differentiation.reason", words)
        return
    for key in ("reason", "reinforce"):
        if words := _equals(getattr(answers, key), answers, context):
            yield Hit(f"differentiation.{key}", words)
            return


def _equals(text: str, answers: Differentiation, context: Context) -> str:
    """The sentence of ``text`` that puts the types on one level, where there are enough of them.

    They are chosen, or the text names as many. What is put first, without a "not", leads.
    """
    read, few = context.read, context.limit("types")
    chosen = len({answers.primary, *answers.supporting} - {None})
    if chosen < few and (sum(read.has(text, name) for name in TYPES) < few or not ours(text, read)):
        return ""
    level, held = "", read.apart(text, "union", "us")
    several = held or _THREE.search(text) or sum(read.has(text, name) for name in TYPES) > 1
    for sentence in read.sentences(text):
        if _unranked(sentence, read) and several:
            level = level or sentence
        elif read.apart(sentence, "put_first", "as_equals") and (
            read.has(sentence, "but") or not read.has(sentence, "as_equals")
        ):
            return ""
        elif read.apart(sentence, "as_equals", "us") or (held and _THREE.search(sentence)):
            level = level or sentence
    return level


_THREE = re.compile(r"\w,[^,.;:]{2,80}(?:,|,?\s(?:and|or)\s)[^,.;:]{2,}")
"""Three things in a row: "help, a good lock and a guard"."""


def _unranked(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` says that nothing comes first: "none", "cannot" near a rank."""
    return any(
        near(sentence, read, "none_of", each, NEAR) or near(sentence, read, each, "none_of", 2)
        for each in ("ranked", "picking")
    )


def _all_of_them(text: str, context: Context) -> str:
    """The words that name ``types`` types or more in one enumeration."""
    read = context.read
    if read.has(text, "contrast"):
        return ""
    found = sorted((span.start, span.end, name) for name in TYPES for span in read.find(text, name))
    run: list[tuple[int, int, str]] = []
    for each in found:
        if run and not _SEPARATORS.fullmatch(text[run[-1][1] : each[0]]):
            run = []
        run.append(each)
        if len({name for _, _, name in run}) >= context.limit("types"):
            return text[run[0][0] : run[-1][1]]
    return _best_at_each(text, context)


def _best_at_each(text: str, context: Context) -> str:
    """The sentence in which we are the cheapest and the most of other things as well."""
    read = context.read
    for sentence in read.sentences(text):
        most = set(_MOST.findall(sentence.casefold()))
        if (
            read.has(sentence, "us")
            and read.has(sentence, "cost_words")
            and len(most) >= context.limit("types")
            and not read.has(sentence, "rivals")
        ):
            return sentence
    return ""


_MOST = re.compile(r"\b(?:most|least)\s+\w+|\b\w{3,}est\b|\bbest\b")
"""Superlatives."""


@rules("DI17")
def automation_as_difference(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Automation is named as the difference, and not what customers get from it.

    A lever shows it too, where its effect is missing or is for our own looks alone.
    """
    read = context.read
    keys = ("reason", HOW[answers.primary]) if answers.primary else ("reason",)
    for key in keys:
        text = getattr(answers, key)
        if quote := _said_to_differ(text, read):
            yield Hit(f"differentiation.{key}", quote)
            continue
        if read.concrete(text) or read.has(text, "effects", "contrast"):
            continue
        rest = read.left(text, "automation", "generic_benefits", "offer_words")
        if read.has(text, "automation") and len(rest) <= context.limit("spare"):
            yield Hit(f"differentiation.{key}", read.first(text, "automation"))
    for each in answers.levers:
        effect, told = each.effect, each.kind is not None or each.human.strip()
        path = f"differentiation.levers.{each.id}.effect"
        if not effect.strip():
            if each.step.strip() and told:
                yield Hit(path, each.step.strip(), say="lever")
        elif read.says_nothing(effect) or _for_our_looks(effect, answers, context):
            yield Hit(path, effect.strip(), say="lever")


def _for_our_looks(effect: str, answers: Differentiation, context: Context) -> bool:
    """True where an effect is how it looks or what it spares us, and nothing for a customer.

    So it is where it says hardly anything, and nothing that the lead is about.
    """
    read, spare = context.read, context.limit("spare")
    if read.has_figure(effect) or read.has(effect, "for_them"):
        return False
    if _SPARES_US.search(effect) and not read.has(effect, "customer_words", "buyers"):
        return True
    rest = len(read.left(effect, "looks_new", "offer_words"))
    if read.has(effect, "looks_new") and rest < spare:
        return True
    lead = "\n".join((answers.reason, answers.how, answers.trade_off, answers.signal))
    return rest < spare and bool(answers.how.strip()) and not read.share(effect, lead)


_SPARES_US = re.compile(
    r"\b(?:spares?|saves?|frees?|relieves?|costs?) (?:us|me|ourselves|our|my)\b"
    r"|\b\w+ (?:gets?|has|have|keeps?|wins?|enjoys?) (?:his|her|our|my) (?:\w+ )?"
    r"(?:sunday|saturday|weekend|evening|night|friday|afternoon|desk|holiday|sleep|peace|head)s?\b"
    r"|\boff (?:our|my|his|her|the|their) (?:desks?|shoulders|backs?|plate|list|mind)\b"
    r"|\b(?:fewer|less|no more|no) (?:\w+ ){0,2}?(?:folders?|files?|filing|typing|paper\w*|forms?"
    r"|lists?|stamps?|clicks?|bookkeeping|clerks?|admin\w*|writing|copying|envelopes?)\b"
    r"|\b(?:nobody|none of us|no one) (?:here|of us|in the office|at the office)\b",
    re.IGNORECASE,
)
"""Words for what is spared those who do the work: "off her desk", "fewer folders"."""


def _said_to_differ(text: str, read: Reader) -> str:
    """The sentence in which automation is said to be the difference itself, without a "not".

    What is told may stand in the sentence before: "A bot answers. That sets us apart."
    """
    if read.has_figure(text) or read.has(text, "so_that"):
        return ""
    before = ""
    for each in read.sentences(text):
        told = f"{before}. {each}" if _POINTS_BACK.match(each) else each
        denied = near(each, read, "denials", "is_difference", 1)
        claimed = read.has(each, "is_difference") or _NO_OTHER.search(each)
        if read.has(told, "hands_off") and claimed and not denied:
            return each
        before = each
    return ""


_NO_OTHER = re.compile(
    r"\bno (?:human|hand|person|people)\b.*\b(?:no|not one) (?:rivals?|competitors?|others?)\b"
    r"|\b(?:hence|therefore|thus|so) (?:we are )?(?:different|special|unique)\b",
    re.IGNORECASE,
)
"""A difference claimed by what others lack: "which no rival can say"."""
_POINTS_BACK = re.compile(r"(?:and\s+)?(?:that|this|it|which|here)\b", re.IGNORECASE)


@rules("DI19")
def no_signal(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Nothing shows the difference before the purchase."""
    if not answers.signal.strip():
        if answers.primary and answers.how.strip() and answers.trade_off.strip():
            yield Hit("differentiation.signal")
    elif context.read.says_nothing(answers.signal) or _only_later(answers, context.read):
        yield Hit("differentiation.signal", answers.signal.strip())


def _only_later(answers: Differentiation, read: Reader) -> bool:
    """True where the signal tells of a time after the purchase, and of nothing before it.

    Where a signal is ticked, only words deny it that leave no doubt: "once they have bought it".
    """
    parts = [part for part in _TURN.split(answers.signal) if part and part.strip()]
    late = [part for part in parts if _AFTER_ALL.search(part)]
    if any(read.has(part, "shown_before") for part in parts if part not in late):
        return False
    return bool(late) or (not answers.signals and read.has(answers.signal, "afterwards"))


_TURN = re.compile(r"[.!?;]+(?:\s+|\Z)|\n+|,?\s\b(?:but|though|although|yet)\b|,\s+(?:and|so)\b")
_AFTER_ALL = re.compile(
    r"\bonly\b(?:\s+\w+){0,6}?\s+(?:after|once|when|later|afterwards|in use|in practice"
    r"|with time)\b"
    r"|\b(?:once|after|when|as soon as|until)\s+(?:\w+\s+){1,3}?(?:have|has|had)"
    r"\s+(?:\w+\s+){0,2}?(?:bought|paid|used|owned|signed|ordered|lived|worked|had|been|gone)\b"
    r"|\bafter\s+(?:the\s+|their\s+|an?\s+)?(?:purchase|payment|paying|buying|signing|sale|order"
    r"|contract|delivery|handover)\b"
    r"|\b(?:takes?|taking|trust|believe|rely on)\s+(?:it\s+)?(?:on\s+)?(?:our|my)\s+word"
    r"|\b(?:buy|buys|bought|pay|pays|paid)\s+(?:\w+\s+)?(?:blind|on trust|on faith|unseen)\b"
    r"|\b(?:cannot|can.t|(?:nobody|no one|none) (?:can|could)|no way)\b[^.;]{0,60}"
    r"\b(?:before|until|till|in advance|beforehand|up front)\b|\bnot (?:before|until|till)\b"
    r"|\bwho\s+(?:have|has)\s+(?:\w+\s+)?(?:bought|paid|used|owned|lived)\b[^.;]{0,30}"
    r"\b(?:knows?|sees?|notices?|feels?|understands?|appreciates?)\b"
    r"|\b(?:by|until) then\b[^.;]{0,20}\b(?:bought|paid|signed|ordered)\b"
    r"|\b(?:comes?|shows?|seen|visible|felt|noticed)\s+(?:\w+\s+)?(?:with|in|at|after)\s+the\s+"
    r"(?:second|third|fourth|fifth|tenth|next|following|last)\b",
    re.IGNORECASE,
)
"""Words that put it behind the purchase without a doubt."""
