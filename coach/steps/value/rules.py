"""What the coach flags in this step."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.coaching.alike import alike
from coach.coaching.groups import added_on, joined_on, two_groups
from coach.coaching.language import Reader, words
from coach.coaching.markets import whole_market
from coach.coaching.quantities import Sort, of_sort
from coach.coaching.readability import grade, hardness
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.rungs import bare, hollow
from coach.figures import amount
from coach.steps.value.model import Standing, Statement, Value
from coach.steps.value.rivals import nobody_there, nothing_good
from coach.steps.value.scorn import mere_verdict

if TYPE_CHECKING:
    from coach.plan import Plan

rules = Rules("value")

_SLOTS = tuple(Statement.model_fields)
_GOES_ON = ("need", "benefit", "difference")
"""The slots that go on with the verb of a sentence begun before them."""
BRIEF = 2
"""Words up to which the parts of a difference are a list of benefits: "ship faster"."""

MANY = 3
"""Verbs of a benefit from which on a difference of two acts adds both to the list."""

SHORT_PART = 3
"""Words up to which a part between commas is one of a list: "lowers the risk"."""

_FOR = re.compile(r"\s*for\s+([^:,;.]{4,80})[:,;.]", re.IGNORECASE)
"""For whom a short form says that it is: "For craft bakeries with a washer: …"."""
_ITEMS = re.compile(r",|;|\n|\+|&|\band\b|\bplus\b|\bwith\b", re.IGNORECASE)
_CLAUSES = re.compile(r",|;|\n|\+|&|/|\band\b|\bplus\b|\bas well as\b", re.IGNORECASE)
"""What stands between two verbs of a slot."""
_OUT_OF = re.compile(r"\b\d+\s+(?:[^\W\d]+\s+){1,3}(?:out\s+)?of\s+(?:the\s+)?\d+\b")
"""A result that was had: "4 broken boxes of 90"."""
_VERB = re.compile(r"(?:also\s+)?(?:[a-z]+[^su\W]s|is|are|has|does)\b")
"""The slot "benefit" goes on with "that": its verbs end in s."""
_NEW_CLAUSE = re.compile(
    r"(?:[.;!]|,|\b(?:and|also|plus)\b)\s*(?:(?:and|but|also|plus)\s+)*"
    r"(?:(?:you|they|it|he|she|one|we|everybody|nobody)\s+(?:also\s+)?(?!than\b)[a-z']+"
    r"|(?:the|your|their|its|each|every|no)\s+[a-z]+\s+(?:[a-z]+[^su\W]s|is|are|will|can|last|keep)\b"
    r"|[a-z]+[^su\W]s\s+(?:get|come|hold|stay|go|are|keep|last|run|stand|fit|vanish|arrive|return|"
    r"remain|become|stop|drop|fall|rise|sleep|work|look|feel|have|need|know|find|see|cost|sell)\b)",
    re.IGNORECASE,
)
"""A new sentence in the middle of a benefit, about somebody or something else."""
_WE_DO = re.compile(
    r"\s*(?:we|it|you|i|they|(?:your|the|their)\s+\w+)(?:'ll|\s+(?:will|can|also))?\s+\w+\s+\w+",
    re.IGNORECASE,
)
"""A clause of its own in a list of promises: "we file your returns"."""
_ACT = re.compile(
    r"[a-z]+\s+(?:each|every|the|an?|all|no|your|their|his|her|its|more|less|fewer|them|you|it)\b",
    re.IGNORECASE,
)
"""An act and what it is done to: "spell each street", "calm the council"."""


def slots(statement: Statement) -> list[str]:
    """The statement's slots that say something."""
    return [text for key in _SLOTS if (text := getattr(statement, key)).strip()]


def reached_alternatives(value: Value) -> bool:
    """True once the walk has come to the alternatives or beyond."""
    return any(each.name.strip() for each in value.alternatives) or reached_promise(value)


def reached_promise(value: Value) -> bool:
    """True once the promise or the statement has been begun."""
    return bool(value.promise.strip() or slots(value.statement))


@rules("NI12", "niche", "value")
def no_alternatives(plan: "Plan", context: Context) -> Iterator[Hit]:
    """Nothing that they use today is named."""
    value, told = plan.value, plan.niche.sentence.alternative
    if context.read.says_nothing(told) or nobody_there(told, context.read):
        yield Hit("niche.sentence.alternative", told.strip())
    unlike = value.statement.alternative
    if len(words(unlike)) > 1 and nobody_there(unlike, context.read):
        yield Hit("value.statement.alternative", unlike.strip())
    named = [each for each in value.alternatives if each.name.strip()]
    if not named and value.promise.strip() and slots(value.statement):
        yield Hit("value.alternatives")
    for each in named:
        if nobody_there(each.name, context.read):
            yield Hit(f"value.alternatives.{each.id}.name", each.name.strip())


@rules("VP01", "niche", "value")
def not_one_segment(plan: "Plan", context: Context) -> Iterator[Hit]:
    """The proposition is for nobody, for everybody, or for two groups at once."""
    value, choice = plan.value, plan.niche.choice
    audience, path = value.statement.audience, "value.statement.audience"
    if not audience.strip():
        if len(slots(value.statement)) >= context.limit("slots"):
            yield Hit(path)
    elif found := whole_market(audience, context.read) or two_groups(audience, context.read):
        yield Hit(path, found)
    elif found := _goes_on(value.statement.need, context.read):
        yield Hit("value.statement.need", found)
    elif found := joined_on(value.statement.benefit, context.read):
        yield Hit("value.statement.benefit", found)
    if found := context.read.first(value.promise, "many_groups"):
        yield Hit("value.promise", found)
    known = [audience, value.statement.need, *((choice.name, choice.who) if choice else ())]
    for key in ("ten_words", "thirty_words"):
        told = getattr(value, key).strip()
        if audience.strip() and _for_others(told, "\n".join(known), context.read):
            yield Hit(f"value.{key}", told, {"audience": audience.strip()}, say="other")


def _goes_on(text: str, read: Reader) -> str:
    """The words by which the need of one group goes on with another: "school bands too"."""
    return joined_on(text, read) or added_on(text, read)


def _for_others(text: str, told: str, read: Reader) -> bool:
    """True where a short form begins with "For …" and names nobody of whom is ``told``."""
    opening = _FOR.match(text)
    return opening is not None and bool(read.stems(opening[1])) and not read.share(opening[1], told)


@rules("VP03")
def a_list_of_benefits(value: Value, context: Context) -> Iterator[Hit]:
    """One promise holds more benefits than anyone keeps in mind."""
    for path, text in (
        ("value.promise", value.promise),
        ("value.statement.benefit", value.statement.benefit),
    ):
        read = context.read
        count = max(_benefits(text, read), _strung(text, read))
        if path != "value.statement.benefit" or not _of_one_verb(text, read):
            count = max(count, _enumerated(text, read))
        if path == "value.statement.benefit":
            count = max(count, _promised(value.statement, context.read))
        if count > context.limit("most"):
            yield Hit(path, text.strip(), {"count": amount(count)})


def _promised(statement: Statement, read: Reader) -> int:
    """How many verbs the statement's benefit holds, with those of a difference that lists too."""
    clauses = [part.strip() for part in _CLAUSES.split(statement.benefit[:2000])]
    long = clauses and len(clauses[0].split()) > 1  # "swaps shoes, laces" has one verb
    verbs = sum(
        _VERB.match(part) is not None and (not long or len(part.split()) > 1) for part in clauses
    )
    verbs += len(_NEW_CLAUSE.findall(statement.benefit[:2000]))
    if verbs == 1 and not read.has_figure(statement.benefit):
        saved = read.find(clauses[0], "benefit_verbs")  # "saves corners and hours"
        short = all(len(part.split()) <= BRIEF for part in clauses[1:])
        verbs = len(clauses) if saved and saved[0].first == 0 and short else verbs
    more = [part.strip() for part in _CLAUSES.split(statement.difference[:2000]) if part.strip()]
    act, *others = [_brief(part, verbs, read) for part in more] or [False]
    short = all(len(part.split()) <= BRIEF for part in more[1:])
    brief = bool(others) and all(others) and (act or short)
    listed = len(more) if verbs > 1 and brief else 0
    return verbs + listed


def _brief(part: str, verbs: int, read: Reader) -> bool:
    """True where a part of a difference is one of a list: short, or an act of its own."""
    return (
        len(part.split()) <= (BRIEF if verbs < MANY else SHORT_PART + 1)
        or any(each.first == 0 for each in read.find(part, "benefit_verbs"))
        or _ACT.match(part) is not None
    )


def _of_one_verb(benefit: str, read: Reader) -> bool:
    """True where one verb that is no benefit by itself has many objects: "shows blue, ash, red"."""
    first, *others = [part.strip() for part in _ITEMS.split(benefit[:2000])]
    if not _VERB.match(first) or len(first.split()) < BRIEF:
        return False
    lists = ("benefit_verbs", "generic_benefits", "comparatives")
    good = any(read.has(part, *lists) for part in (first, *others))
    return not good and not any(_VERB.match(part) for part in others)


def _enumerated(text: str, read: Reader) -> int:
    """How many short parts are strung together, where no figure and no name makes one weigh."""
    parts = [part for part in _ITEMS.split(text[:2000]) if part.strip()]
    brief = all(len(part.split()) <= SHORT_PART for part in parts[1:])
    named = any(word.text[0].isupper() and not word.opens for word in words(text))
    return len(parts) if brief and not named and not read.has_figure(text) else 0


def _strung(text: str, read: Reader) -> int:
    """How many comparatives, or how many clauses about us, stand in a row without a figure."""
    if read.has_figure(text):
        return 0
    clauses = [each for each in _CLAUSES.split(text[:2000].replace(".", ",")) if each.strip()]
    ours = sum(_WE_DO.match(each) is not None for each in clauses)
    brief = read.sentences(text)
    short = all(len(words(each)) <= BRIEF + SHORT_PART for each in brief)
    listed = len(brief) if short else 0
    same = ours if ours == len(clauses) else 0
    return max(len(read.find(text, "comparatives")), same, listed)


def _benefits(text: str, read: Reader) -> int:
    """How many parts of an enumeration name a benefit."""
    names = ("generic_benefits", "benefit_verbs")
    return sum(read.has(part, *names) for part in _ITEMS.split(text[:2000]))


@rules("VP09")
def rival_without_good_side(value: Value, context: Context) -> Iterator[Hit]:
    """Nothing good is said of an alternative that people choose today, or none is named.

    What it lacks may be no mere verdict either.
    """
    named = [each for each in value.alternatives if each.name.strip()]
    if not named and value.promise.strip() and slots(value.statement):
        yield Hit("value.alternatives", say="none")
    for each in value.alternatives:
        path = f"value.alternatives.{each.id}.does_well"
        if not each.does_well.strip():
            if each.name.strip() and each.falls_short.strip():
                yield Hit(path)
        elif nothing_good(each.does_well, context.read):
            yield Hit(path, each.does_well.strip())
        if mere_verdict(each.falls_short, context.read):
            short = f"value.alternatives.{each.id}.falls_short"
            yield Hit(short, each.falls_short.strip(), say="short")


@rules("VP11")
def unproven_promise(value: Value, context: Context) -> Iterator[Hit]:
    """The headline promise, or a difference that it rests on, is assumed and does not say so."""
    if not slots(value.statement):
        return
    if (
        value.promise.strip()
        and value.promise_claim.assumed
        and not _hedged(value.promise, context)
    ):
        yield Hit("value.promise_claim", value.promise.strip())
    elif value.promise.strip() and bare(value.promise_claim):
        yield Hit("value.promise_claim", value.promise.strip(), say="bare")
    elif value.promise.strip() and hollow(value.promise_claim, context.read):
        yield Hit("value.promise_claim.source", value.promise_claim.source.strip(), say="source")
    said, share = value.statement.difference, context.limit("alike")
    for each in value.attributes:
        unproven = each.proof.assumed or bare(each.proof)
        if each.standing is not Standing.DIFFERENCE or not unproven:
            continue
        if each.name.strip() and said.strip() and alike(each.name, said, context.read, share):
            say = "difference" if each.proof.assumed else "unshown"
            yield Hit(f"value.attributes.{each.id}.proof", each.name.strip(), say=say)


def _hedged(promise: str, context: Context) -> bool:
    """True where a promise is told as an aim. A result that is told as had is none."""
    had = of_sort(promise, Sort.SHARE) or _OUT_OF.search(promise)
    return context.read.has(promise, "hedges") and not had


@rules("VP17")
def too_long_to_repeat(value: Value, context: Context) -> Iterator[Hit]:
    """The statement has more, or longer, words than anyone repeats, or begins anew in a slot."""
    count = sum(len(text.split()) for text in slots(value.statement))
    if count > context.limit("words"):
        yield Hit("value.statement", values={"count": amount(count)})
    elif grade(_sentence(value.statement)) > context.limit("grade"):
        told = {key: getattr(value.statement, key).strip() for key in _GOES_ON}
        hardest = max(told, key=lambda key: hardness(told[key]))
        yield Hit(f"value.statement.{hardest}", told[hardest], say="hard")
    for key, most in (("ten_words", "ten"), ("thirty_words", "thirty")):
        told = getattr(value, key).strip()
        if len(told.split()) > context.limit(most):
            values = {"count": amount(len(told.split()))}
            yield Hit(f"value.{key}", told, values, say="form")
    for key in _GOES_ON:
        text = getattr(value.statement, key).strip()
        opening = context.read.find(text, "openings")
        if opening and opening[0].start == 0 and _capitalised(text.split()[0]):
            yield Hit(f"value.statement.{key}", text, say="broken")


def _sentence(statement: Statement) -> str:
    """The statement as it is read out, without the product's name."""
    slots = {key: getattr(statement, key).strip() for key in _SLOTS}
    return (
        "For {audience} who {need}, it is {category} that {benefit}. "
        "Unlike {alternative}, we {difference}."
    ).format(**slots)


def _capitalised(word: str) -> bool:
    return word[0].isupper() and word == word.capitalize()  # "The", not "the" and not "IT"
