"""What automation is said to do: to be the difference itself, or to spare us and look new."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.pieces import near
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.steps.differentiation.model import HOW, Differentiation, Type

rules = Rules("value", "differentiation")


@rules("DI17")
def automation_as_difference(plan: Plan, context: Context) -> Iterator[Hit]:
    """Automation is named as the difference, and not what customers get from it.

    A lever shows it too, where its effect is missing or is for our own looks alone.
    """
    answers, read = plan.differentiation, context.read
    keys = ("reason", HOW[answers.primary]) if answers.primary else ("reason",)
    for key in keys:
        text = getattr(answers, key)
        if quote := said_to_differ(text, read):
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
        elif read.says_nothing(effect) or _for_us(effect, plan, context):
            yield Hit(path, effect.strip(), say="lever")


def _for_us(effect: str, plan: Plan, context: Context) -> bool:
    """True where an effect is how it looks or what it spares us, and nothing for a customer.

    So it is where it has no word of what the lead is about, or nothing of what customers lack.
    """
    answers, read, spare = plan.differentiation, context.read, context.limit("spare")
    if _LINKED.search(effect):
        return False
    if _SPARES_US.search(effect) and not read.has(effect, "customer_words", "buyers"):
        return True
    if answers.primary is Type.COST:
        return not _of_cost(effect, answers, read)
    if _beside_their_need(effect, plan, read):
        return True
    if read.has(effect, "for_them"):
        return False
    if _OURS_FIRST.match(effect) or _one_of_us(effect, answers):
        return True
    rest = len(read.left(effect, "looks_new", "offer_words"))
    if read.has(effect, "looks_new") and rest < spare and not read.has_figure(effect):
        return True
    told = (answers.reason, answers.how, answers.trade_off, answers.signal, answers.in_service)
    lead = "\n".join((*told, answers.in_product, *(each.name for each in answers.factors)))
    if answers.how.strip() and not read.share(effect, lead):
        return True
    return read.has(effect, "for_show") and not read.has_figure(effect)


def _of_cost(effect: str, answers: Differentiation, read: Reader) -> bool:
    """True where ``effect`` can lower a cost: it tells a figure, money, or what is saved."""
    if read.has(effect, "looks_new", "for_show") and not read.has_figure(effect):
        return False
    return (
        read.has_figure(effect)
        or read.has(effect, "cost_words", "money_talk", "left_out", "less")
        or read.share(effect, answers.how)
    )


def _beside_their_need(effect: str, plan: Plan, read: Reader) -> bool:
    """True where ``effect`` has no figure and no word of what buyers lack, but speaks of us."""
    value = plan.value
    told = (
        value.job,
        value.promise,
        *(each.what for each in value.pains),
    )
    needs = "\n".join((*told, *(each.relief for each in value.pains), plan.differentiation.how))
    if read.has_figure(effect) or not value.pains or read.share(effect, needs):
        return False
    return read.has(effect, "us", "looks_new", "for_show")


_LINKED = re.compile(r"\b(?:so|which|hence|therefore|thus|because)\b", re.IGNORECASE)
"""Words after which it is told what comes of it."""


def _one_of_us(effect: str, answers: Differentiation) -> bool:
    """True where ``effect`` begins with somebody of the team and what she has or need not do."""
    told = _SOMEBODY.match(effect)
    if told is None:
        return False
    humans = (each.human for each in answers.levers)
    return bool(re.search(rf"\b{told[1]}\b", "\n".join((answers.operating_model, *humans))))


_SOMEBODY = re.compile(
    r"([A-Z]\w+) (?:is|has|can|may|needs?|gets?|saves?|keeps|works|spends|no longer|does not"
    r"|need not|loses|finds|knows)\b"
)
_OURS_FIRST = re.compile(
    r"(?:we|i|our|my|us)\b|(?:the |a |an |one |our |everything in )?(?:\w+ )?(?:office|desk|bank"
    r"|bookkeep\w+|accounts|accountant|data|systems?|team|staff|administration|overview"
    r"|insights?)\b",
    re.IGNORECASE,
)
"""A sentence that begins with us, our office or our figures."""
_SPARES_US = re.compile(
    r"\A(?:we|i)\b[^.;]*\b(?:fewer|less)\s+(?:\w+\s+)?(?:people|staff|hands|payroll|costs?|work"
    r"|hours|clerks?)\b|"
    r"\b(?:spares?|saves?|frees?|relieves?|costs?) (?:us|me|ourselves|our|my|the (?:office|team"
    r"|staff|desk|firm|company|crew|back office|bookkeep\w+|planners?|owners?|boss)"
    r"|(?-i:[A-Z]\w+))\b"
    r"|\b(?:I|we|(?-i:[A-Z]\w+)) (?:can |may )?(?:sleeps?|rests?|leaves? early|go(?:es)? home"
    r"|stays? in bed|knocks? off|(?:close|shut|stop|finish|switch|put)(?:e?s)? \w+(?: \w+){0,3} "
    r"(?:at|by|early|before|off))\b"
    r"|\b(?:our|the|its) (?:\w+ )?(?:rent|bills?|costs?|payroll|wages|fees?|expenses|overheads?"
    r"|subscription|lease) (?:of (?:the |our )?\w+ )?"
    r"(?:falls?|drops?|shrinks?|sinks?|goes down|comes down|is (?:lower|smaller|less)|halves)\b"
    r"|\bfor (?:me|us|ourselves|myself)\W*\Z"
    r"|\b\w+ (?:gets?|has|have|keeps?|wins?|enjoys?) (?:his|her|our|my) (?:\w+ )?"
    r"(?:sunday|saturday|weekend|evening|night|friday|afternoon|desk|holiday|sleep|peace|head)s?\b"
    r"|\boff (?:our|my|his|her|the|their) (?:desks?|shoulders|backs?|plate|list|mind)\b"
    r"|\b(?:fewer|less|no more|no) (?:\w+ ){0,2}?(?:folders?|files?|filing|typing|paper\w*|forms?"
    r"|lists?|stamps?|clicks?|bookkeeping|clerks?|admin\w*|writing|copying|envelopes?)\b"
    r"|\b(?:one|two|three|an?) (?:\w+ )?(?:salary|salaries|wages?|posts?|jobs?|clerks?|heads?)"
    r" (?:less|fewer|saved)\b"
    r"|\b(?:nobody|none of us|no one) (?:here|of us|in the office|at the office)\b",
    re.IGNORECASE,
)
"""Words for what is spared those who do the work: "off her desk", "fewer folders"."""


def said_to_differ(text: str, read: Reader) -> str:
    """The sentence in which automation is said to be the difference itself, without a "not".

    What runs by itself may stand before it: "A bot answers. That sets us apart." A text that
    calls it a mere tool somewhere ("it only gives her the hour") claims nothing of the kind.
    """
    if not _hands_off(text, read) or read.has(text, "so_that") or _A_TOOL.search(text):
        return ""
    before = False
    told = read.sentences(text)
    if any(_NOT_IT.search(each) and _hands_off(each, read) for each in told):
        return ""
    for each in told:
        before = before or _hands_off(each, read)
        claimed = read.has(each, "is_difference") or any(
            way.search(each) for way in (_NO_OTHER, _APART, _THEY_COME)
        )
        if claimed and before and not _denied(each, read) and not _BUT.search(each):
            return each
    return ""


def _denied(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` says of what runs by itself that it is not the difference."""
    return (
        near(sentence, read, "denials", "is_difference", 1) or _NOT_IT.search(sentence) is not None
    )


_NOT_IT = re.compile(
    r"\b(?:neither|nor|not|never|hardly)\b[^.;,]{0,40}\b(?:is|are|was)\s+"
    r"(?:why|what|the\s+(?:reason|difference|point))\b|\bnot\s+(?:the\s+)?(?:why|what|because"
    r"|for)\b",
    re.IGNORECASE,
)
_A_TOOL = re.compile(
    r"\b(?:is|are)\s+(?:only|just|merely|no\s+more\s+than)\s+(?:the|an?|our)\s+\w+|\b(?:only"
    r"|merely|just|simply)\s+(?:\w+\s+)?(?:lets?|helps?|frees?|means?|gives?|finds?"
    r"|saves?|starts?|tells?|makes?|takes?|prints?)\b"
    r"|\b(?:no|nobody|no one|not one)\b[^.;,]{0,30}\b(?:pays?|paid|buys?|bought|asks?|asked"
    r"|cares?)\b"
    r"|\b(?:is|are|stays?|remains?)\s+(?:only|just|merely|no more than|but)?\s*(?:the|a|our"
    r"|an)\s+(?:tools?|means|help|aid)\b"
    r"|\bis what (?:lets|allows|frees)\b",
    re.IGNORECASE,
)
"""Words that make a means of it: "it only lets us ring earlier", "nobody pays for a script"."""
_BUT = re.compile(r"\b(?:but|except|however|(?<!us )(?<!me )apart from|instead)\b", re.IGNORECASE)
_THEY_COME = re.compile(
    r"\b(?:what|why)\s+(?:\w+\s+){1,2}?(?:love|like|choose|book|pay|know|value)s?\s+us\b|\b(?:come|buy|book|pay|choose|stay)s?\s+(?:\w+\s+)?(?:for|because\s+of)\s+(?:that|it"
    r"|this)\b|\b(?:stay"
    r"|come|buy|book|return|sign|choose|pay|order)s?\s+(?:\w+\s+)?(?:because|since)\b"
    r"|\b(?:choose|pick|take|hire|prefer|come(?:\s+back)?\s+to|comes\s+to|buy\s+(?:from|of)"
    r"|go\s+with|switch\s+to"
    r"|stay\s+with|recommend)\s+(?:us|me|ours)\b|\b(?:that|this)\s+is\s+why\b",
    re.IGNORECASE,
)
"""Buyers who come, and why."""


def _hands_off(text: str, read: Reader) -> bool:
    told = _NO_RIVAL.sub("", text)  # "nobody else" is not nobody
    if read.apart(told, "hands_off", "is_difference") or _MACHINE.search(told):
        return True
    return read.apart(told, "automation", "is_difference") or _NO_HANDS.search(told) is not None


_NO_HANDS = re.compile(
    r"\b(?:zero|no|without)\s+(?:\w+\s+)?(?:manual|human|hand)\w*\s+\w+|\bpress\w*\s+(?:a|the)\s+button\b"
    r"|\blights[\s-]out\b",
    re.IGNORECASE,
)
_NO_RIVAL = re.compile(r"\b(?:nobody|no one)\s+(?:else|but us|other)\b", re.IGNORECASE)


_MACHINE = re.compile(
    r"\b(?:clever|smart|intelligent|modern)\s+machines?\b|\btrain(?:ed)?\s+(?:an?\s+"
    r"|our\s+)?(?:\w+\s+)?(?:model|net|network|ai)\b|\bby\s+(?:computer|machine|robot|app"
    r"|software)\b|\bnothing\s+by\s+hand\b|\b(?:assistants?|avatars?"
    r"|platforms?|drones?|tools?|bots?|machines?|computers?|robots?|programs?|software|apps?"
    r"|systems?|cameras?|tablets?"
    r"|screens?)\s+"
    r"(?:\w+\s+)?(?:that|which|does|do|doing|takes?|runs?|reads?|writes?|plans?|packs?|counts?"
    r"|sorts?|where"
    r"|instead|explains?|tells?|shows?|checks?|handles?|decides?|answers?|makes?|books?|now|noo)\b"
    r"|\bneural\s+nets?\b|\b(?:fill|plan|write|sort|run|book|order|answer)s?\s+(?:themselves"
    r"|itself)\b|\bthe\s+(?:program|algorithm|bot|script)\W*\Z"
    r"|\b(?:nobody|no\s+one|no\s+hand)\s+(?:\w+\s+)?(?:touch\w*|types?|plans?|writes?|phones?"
    r"|sorts?|counts?)\b"
    r"|\b(?:on|in|through|via|by)\s+(?:the|an|our|my)\s+(?:app|computer|system|tablet|screen"
    r"|phone)\b",
    re.IGNORECASE,
)
"""A machine and what it does."""
_APART = re.compile(
    r"\b(?:which|what|show\s+me\s+an?)\s+(?:other\s+)?(?:competitor|rival|firm|shop|lab|company|agency|bureau)s?\s+"
    r"(?:\w+\s+)?(?:has|have|can|does|do|would|offers?)\b"
    r"|\A\W*(?:it|that)(?:['’]s|\s+is)\s+(?:simply\s+|all\s+)?(?:the|our)\s+(?:automation|software|bot|app"
    r"|algorithm|machine|robot|ai|system|script)s?\W*\Z"
    r"|\bnobody\s+(?:around|round|in|near|within)\b[^.;]*\b(?:works?|does|has|can|offers?)\b"
    r"|\b(?:stands?|lies|is)\s+between\s+(?:us|me)\s+and\b|\b(?:separat|divid)\w*\s+(?:us|me)\b"
    r"|\b(?:ours|we)\s+(?:is|are)\s+the\s+ones?\b|\bour\s+thing\b|\b(?:on|around)\s+(?:it|this"
    r"|that)\s+(?:that\s+)?we\s+(?:build|bet|base|rest)\b|\bmakes?\s+us\s+(?:number\s+one"
    r"|the\s+\w+|better|different|special|unique|first|strong\w*)\b"
    r"|\bunlike\s+(?:all\s+)?(?:the\s+)?(?:others?|rest|rivals|competitors|everybody|everyone)\b"
    r"|\bputs?\s+(?:us|me)\s+(?:in\s+front|ahead|first|on\s+top)\b|\b(?:distinguish|differentiat"
    r"|set|mark|singl)\w*\s+(?:us|me|ours|our\s+\w+|my\s+\w+"
    r"|the\s+\w+)\b"
    r"|\b(?:we|i|our\s+\w+)\s*(?:are|am|is|['’]re|['’]m)\s+(?:so\s+|very\s+|really\s+)?"
    r"(?:different|special|unlike|ahead|apart|alone|unique)\b"
    r"|\b(?:the|our|my)\s+(?:moat|edge|hook|secret|trump|point|usp|clincher|ace)\b"
    r"|\b(?:no|not\s+an|not\s+one|none\s+of\s+the|nobody|no\s+one)\s*(?:other|another|else)\b[^.;]*"
    r"\b(?:has|have|can|does|offers?|uses?|runs?|says?|got|dares?|is|are|works?|lets?)\b"
    r"|\bothers?\s+(?:do\s+not|don['’]t|have\s+no|haven['’]t|lack|cannot|can['’]t)\b"
    r"|\bwhat\s+we\s+have\s+(?:over|and|that)\b|\b(?:we|i)\s*(?:are|am|['’]re|['’]m)\s+the\s+only\b"
    r"|\bover\s+(?:all\s+)?the\s+(?:others?|rest)\b",
    re.IGNORECASE,
)
"""A claim to be unlike others: "that is the moat", "no other roofer has one"."""
_NO_OTHER = re.compile(
    r"\bno (?:human|hand|person|people)\b.*\b(?:no|not one) (?:rivals?|competitors?|others?)\b"
    r"|\b(?:hence|therefore|thus|so) (?:we are )?(?:different|special|unique)\b"
    r"|\b(?:no|not one) (?:other|rival|competitor)\b[^.;]*\b(?:that far|so far|as far|ahead|yet)\b"
    r"|\bno other \w+ (?:with|has|that has|where)\b|\bothers?\s+(?:do\s+|have\s+)?(?:not|lack)\b"
    r"|\b(?:others?|rest|rivals?|competitors?|everybody else|everyone else)\s+(?:\w+\s+)?still\b"
    r"|\b(?:they|the\s+\w+)\s+still\s+\w+\b[^.;]*\b(?:by\s+hand|(?:on|with|from)\s+paper|pens?"
    r"|pencils?|manually|fax|phone)\b"
    r"|\bstill\s+(?:type|write|plan|phone|ring|fill|do|have|sort|count|use)\b.*\bby hand\b",
    re.IGNORECASE,
)
"""A difference claimed by what others lack: "which no rival can say"."""
