"""Rules about a need or a job that is told as what the founder sells."""

import re
from collections.abc import Iterator

from coach.coaching.about_us import found_us, unknown_to_them
from coach.coaching.language import Reader, akin, related, words
from coach.coaching.no_act import state, with_us
from coach.coaching.quantities import Sort, of_sort, quantities
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.topic_told import topic, virtue
from coach.coaching.wished_goods import granted, told_as_goods, told_as_ours, wished_good
from coach.plan import Plan
from coach.steps.niche.rules import judged
from coach.steps.value.model import JobKind

rules = Rules()

TURNED = 2
"""Words of the offer, and not of the trouble, from which on a wish is the offer itself."""

ALL_TURNED = 5
"""Words of the offer, and no others, from which on a need is the offer though nobody wishes it."""

_GERUND = re.compile(r"[^\W\d_]{2,}ing\Z", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of)\b", re.IGNORECASE)
_ARTICLES = ("a", "an", "the")
_HAVING = ("to", "hav", "have", "get", "see", "reach", "achiev", "enjoy")
"""What stands before a result that is had, not done: "have fewer calls"."""
_WHEN = re.compile(r"\b(?:when|whenever|if|in case)\b", re.IGNORECASE)
"""What comes after says when a thing is wanted: "somebody who comes when it breaks"."""
_OWN = re.compile(r"\b(?:our|my)\s+own\b", re.IGNORECASE)
"""What is the customer's, in a job told in their voice."""
_OUR = re.compile(r"\bour\b", re.IGNORECASE)
_THAT_OURS = re.compile(
    r"\b(?:without|needs?|wants?|miss(?:es)?|lacks?|uses?|have|get|with|by)\s+our\b(?!\s+own\b)",
    re.IGNORECASE,
)
"""What they lack is ours: "they would be lost without our drawer"."""
_US = re.compile(r"\b(?:us|our|ours)\b", re.IGNORECASE)
_AS_OURS = re.compile(
    r"\b(?:like|such as|similar to|the same as)\s+(?:me|us|ours|mine|"
    r"(?:the\s+)?(?:ones?|thing|kind|sort|what|that)\s+(?:(?:that|which)\s+)?(?:we|i)(?:.(?:ve|"
    r"re|d|m))?)\b"
    r"|\b(?:of|to|what|which|than)\s+ours\b"
    r"|\b(?:somebody|someone|a\s+\w+|people|an?\s+\w+\s+\w+)\s+like\s+(?:me|us)\b",
    re.IGNORECASE,
)
"""A thing that is told by its likeness to ours: "one like the one we have built"."""
_WE_MAKE = re.compile(
    r"\b(?:what|which|the\s+\w+)\s+(?:we|i|(?:my|our)\s+\w+)(?:.(?:ve|re|d|m))?\s+(?:have\s+|"
    r"can\s+|already\s+)?"
    r"(?:built|build|bake|make|made|sell|offer|do|does|makes|sells|offers|bring|brew|repair|"
    r"mend|teach|provide|supply|cook|"
    r"sew|print|weld|clean|deliver|develop|developed|designed|put together|set up)\b",
    re.IGNORECASE,
)
"""What they lack is what we make: "exactly what we bake"."""
_HERE = re.compile(
    r"\b(?:with|at|by|from|through|via|to|without)\s+(?:us|me)\b(?!\s+(?:all|both|two)\b)"
    r"|\bwants?\s+(?:us|me)\s+to\b",
    re.IGNORECASE,
)
"""What they would do with us: "that they can park with us"."""
_MAY = re.compile(
    r"\s*(?:that\b|they(?:\s+(?:ought|should|can|could|may|must)|.d)\b|what they\b)",
    re.IGNORECASE,
)
_OPENS_OURS = re.compile(r"\s*(?:that\s+(?:we|i)\b|our\s+(?!own\b))", re.IGNORECASE)
"""How a need begins that is told from our side: "that we visit them each week"."""
_ACT = re.compile(
    r"\s*(?:to\s+)?(?:cut|drop|save|gain|increase|rise|fall|better|lower|improve|fell)\s+"
    r"(?:the|an?|each|every|all|both|their|his|her|my|our|its|this|that|one|two|three|up|out)\b"
    r"|\s*(?:to\s+)?(?:cut|drop|fall)\s+(?!in\b|of\b|by\b|to\b|from\b|on\b|at\b)[a-z]",
    re.IGNORECASE,
)
"""What somebody does, in a verb that is a change as well: "cut the hedge", "drop the children"."""
_MORE = re.compile(
    r"\s*(?:(?:to\s+)?(?:have|get)\s+)?(?:an?\s+|the\s+)?(\w{3,}er)\b", re.IGNORECASE
)
_TIMES = re.compile(
    r"\s*(?:(?:twice|half|\w+ times) as|(?:twice|double|triple) the)\b", re.IGNORECASE
)
_WITH_SHARE = re.compile(
    r"\b(?:with|at|of|under|below|over|above)\s+\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|percent)"
    r"(?!\s+(?:less|more|fewer|lower|higher|better|faster|off))",
    re.IGNORECASE,
)
"""A share that is part of the task: "through the inspection with 60 % cover"."""
_CHANGE_TO = re.compile(
    r"\s*(?:to\s+)?(?:switch|change|convert|upgrade|equip|fit|furnish|replace)\b.*\b(?:to|"
    r"with)\s+(.+)",
    re.IGNORECASE,
)
"""A change to something else: "switch the racks over to nine-layer boards"."""
AFTER_OUR = 3
"""Words after "our" among which the name of the thing stands: "our new loan counter"."""


@rules("NI03", "start", "niche", "value")
def need_is_the_product(plan: Plan, context: Context) -> Iterator[Hit]:
    """The need is told with the product's name, as the wish for it, or as what it does.

    What sets off the search, and what hurts, is told from our side where it is about finding us.
    """
    for each in judged(plan.niche):
        need, read = each.need, context.read
        sold = wished_good(need, plan.start.offering, f"{each.who}\n{each.name}", read)
        quote = _our_solution(need, plan, context) or told_as_ours(need, read)
        covered = context.limit("covered")
        if not quote and (sold or told_as_goods(need, _ours(plan), _theirs(plan), covered, read)):
            quote = need.strip()
        if not quote and any(_turned(told, plan, context) for told in {need, granted(need)}):
            quote = need.strip()  # "no such thing reaches them" is the wish for it
        if quote:
            yield Hit(f"niche.candidates.{each.id}.need", quote)
    if found_us(plan.niche.trigger):
        yield Hit("niche.trigger", plan.niche.trigger.strip(), say="trigger")
    for pain in plan.value.pains:
        if unknown_to_them(pain.what):
            yield Hit(f"value.pains.{pain.id}.what", pain.what.strip(), say="pain")


@rules("VP18", "start", "niche", "value", "risk")
def job_is_the_product(plan: Plan, context: Context) -> Iterator[Hit]:
    """A job is told as the use of the product, or as a result instead of something they do."""
    jobs: list[tuple[str, str, JobKind | None]] = [("value.job", plan.value.job, None)]
    jobs += [(f"value.jobs.{each.id}.what", each.what, each.kind) for each in plan.value.jobs]
    for path, text, kind in jobs:
        if quote := _our_solution(text, plan, context) or _use(text, plan, context):
            yield Hit(path, quote)
        elif _no_act(text, kind, context.read):
            yield Hit(path, text.strip(), say="result")


def _no_act(job: str, kind: JobKind | None, read: Reader) -> bool:
    """True where ``job`` tells what they have or are in the end, or a mere topic.

    What they would feel, or be in the eyes of others, may well be told as a state.
    """
    if _result(job, read) or state(job, read):
        return True
    done = kind in (None, JobKind.FUNCTIONAL)
    return done and (topic(job, read) or virtue(job, read))


def _our_solution(text: str, plan: Plan, context: Context) -> str:
    """The words of ``text`` that name what is sold instead of what is lacked.

    "Our software" is theirs where they speak, and ours where the text speaks of them.
    """
    read = context.read
    if read.has(text, "our_solution"):
        return read.quote(text, "our_solution")
    if read.has(text, "them") and read.has(text, "our_product"):
        return read.quote(text, "our_product")
    if read.has(text, "them") and (found := _told_ours(text, read)):
        return found[0]
    if found := _AS_OURS.search(text):
        return found[0]
    if read.has(text, "wants_product") and not read.concrete(text):
        return read.quote(text, "wants_product")
    for name in (plan.start.name.strip(), plan.value.statement.product.strip()):
        if name and _names(text, name, read):
            return name
    return ""


def _told_ours(text: str, read: Reader) -> re.Match[str] | None:
    """Words on what we make, have or do for them, in a text that speaks of them."""
    wished = _wish(text, read) or _MAY.match(text)
    here = _HERE.search(text) if wished else None
    return here or _THAT_OURS.search(text) or _WE_MAKE.search(text) or _OPENS_OURS.match(text)


def _names(text: str, name: str, read: Reader) -> bool:
    """True where ``text`` holds the product's name as a name: with its capitals."""
    capitals = {word for word in name.split() if word[0].isupper()}
    named = set(read.names(text))
    if text.startswith(name):  # a sentence's first word has a capital of its own
        named.add(name.split()[0])
    return name in text and bool(capitals) and capitals <= named


def _ours(plan: Plan) -> str:
    """What the plan says of what is sold."""
    value = plan.value
    told = [plan.start.offering, value.statement.category, value.statement.benefit]
    told += [value.statement.difference, value.promise, *(pain.relief for pain in value.pains)]
    told += [text for each in value.offers for text in (each.name, each.how)]
    return "\n".join(told)


def _line(plan: Plan) -> str:
    """The words that say in one line what is sold."""
    return f"{plan.start.offering}\n{plan.value.statement.category}"


def _theirs(plan: Plan) -> str:
    """What the plan says of the niche and of what goes wrong there."""
    choice = plan.niche.choice
    told = [choice.who, choice.name] if choice else []
    return "\n".join([*told, plan.niche.situation, *(pain.what for pain in plan.value.pains)])


def _turned(need: str, plan: Plan, context: Context) -> bool:
    """True where ``need`` is the wish for a thing that does what the offer does.

    It opens like a wish ("a …", "having …", "somebody who …"), tells of nothing that goes wrong,
    and half of its words are those of the offer: of them two that are not those of the trouble,
    or two of the one line that says what is sold.
    """
    read = context.read
    if _named_ours(need, plan, read) and not read.has(need, "going_wrong"):
        return True
    said, ours, theirs = (
        read.stems(need, "light_verbs", "lacking"),
        read.stems(_ours(plan)),
        read.stems(_theirs(plan)),
    )
    if choice := plan.niche.choice:  # who they are says nothing of what they need
        said -= set(akin(said, read.stems(f"{choice.name}\n{choice.who}") - ours))
    left = _WHEN.split(need)[0]
    for span in reversed(read.find(left, "lacking")):
        left = left[: span.start] + left[span.end :]
    if read.has(left, "going_wrong"):
        return False
    wished = left != _WHEN.split(need)[0] or _wish(need, read)
    shared = set(akin(said, ours))
    if not wished and len(shared) < max(len(said), ALL_TURNED):
        return False
    if len(shared) < context.limit("covered") * len(said):
        return False
    offering = read.stems(plan.start.offering)
    alone = [each for each in shared if not any(related(each, word) for word in theirs)]
    sold = [each for each in shared if any(related(each, word) for word in offering)]
    return max(len(alone), len(sold)) >= TURNED


def _wish(text: str, read: Reader) -> bool:
    """True where ``text`` opens with what somebody would be given, or has it instead of another."""
    told = words(text)
    opening = read.find(text, "wish_openings")
    return bool(told) and (
        (bool(opening) and opening[0].first == 0)
        or _GERUND.match(told[0].text) is not None
        or _INSTEAD.search(text) is not None
    )


def _opens(text: str, read: Reader, name: str, spare: int = 0) -> bool:
    """True where a phrase of the list stands first, but for "to have", figures, or an article.

    ``spare`` is how many other words may follow an article: "a steep rise".
    """
    spans = read.find(text, name)
    if not spans:
        return False
    before = [word for word in words(text)[: spans[0].first] if not word.number]
    others = [word for word in before if word.stem not in (*_ARTICLES, *_HAVING)]
    led = bool(before) and before[0].stem in _ARTICLES
    return len(others) <= (spare if led else 0)


def _all_in(told: frozenset[str], others: frozenset[str]) -> bool:
    return len(akin(told, others)) == len(told)


def _ours_alone(told: frozenset[str], plan: Plan, read: Reader, least: int = TURNED) -> bool:
    """True where all of ``told`` is in what we do, and ``least`` of it no words of the trouble."""
    theirs = akin(told, read.stems(_theirs(plan)))
    return _all_in(told, read.stems(_ours(plan))) and len(told) - len(theirs) >= least


def _founders(plan: Plan) -> set[str]:
    """The names of those who watch the risks: nobody has a job to do with them before they buy."""
    return {word.text for each in plan.risk.risks for word in words(each.owner)[:1]}


def _use(job: str, plan: Plan, context: Context) -> str:
    """``job`` where it is to use, to order or to have what is sold."""
    read = context.read
    theirs = _OWN.sub("", job)
    if with_us(job, theirs) or _founders(plan).intersection(read.names(job)):
        return job.strip()
    changed = _CHANGE_TO.match(job)
    bought = read.stems(changed[1]) if changed else frozenset()
    if len(bought) >= TURNED and _ours_alone(bought, plan, read, 1):
        return job.strip()
    if _opens(job, read, "using"):
        digital = read.has(job, "digital_products") and not read.names(job)
        told = read.stems(job, "using")
        offer = read.stems(_line(plan))
        sold = bool(told) and (_all_in(told, offer) or _ours_alone(told, plan, read))
        return job.strip() if digital or sold or _US.search(theirs) else ""
    return job.strip() if _named_ours(theirs, plan, read) else ""


def _named_ours(text: str, plan: Plan, read: Reader) -> bool:
    """True where "our" stands before the name of what is sold: "our loan counter"."""
    value = plan.value
    offers = [plan.start.offering, value.statement.category, *(each.name for each in value.offers)]
    after = [text[match.end() :] for match in _OUR.finditer(_OWN.sub("", text))]
    named = [word.stem for rest in after for word in words(rest)[:AFTER_OUR]]
    return bool(named) and bool(akin(named, read.stems("\n".join(offers))))


def _act(job: str, read: Reader) -> bool:
    """True where ``job`` opens with a verb for something they do, not with a cut in a figure."""
    found = _ACT.match(job)
    object_of = " ".join(job.split()[1 : 2 + TURNED])
    return found is not None and not read.has(object_of, "measures", "cost_words", "trouble")


def _compared(job: str, read: Reader) -> bool:
    """True where ``job`` opens with what is more than before: "a warmer house"."""
    if _TIMES.match(job):
        return True
    found = _MORE.match(job)
    return found is not None and not _ACT.match(job) and read.has(found[1], "comparatives")


def _result(job: str, read: Reader) -> bool:
    """True where ``job`` is a figure or a change that is hoped for, not something they do."""
    if of_sort(_WITH_SHARE.sub("", job), Sort.PERCENT):
        return True
    if not _act(job, read) and (_opens(job, read, "changes", spare=1) or _compared(job, read)):
        return True
    told, figures = words(job), quantities(job)
    if (figures or read.has(job, "zero")) and _opens(job, read, "measures", spare=2):
        return True
    if not figures or figures[0].start > told[0].start:
        return False
    return bool(figures[0].per) or figures[0].sort in (Sort.MONEY, Sort.SHARE, Sort.TIME)
