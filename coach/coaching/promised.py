"""Rules that hold the statement against what stands behind it: its group, and its difference."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from coach.coaching.agreement import steps
from coach.coaching.groups import head
from coach.coaching.language import KEPT, Reader, akin, words
from coach.coaching.markets import whole_market
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.steps.niche.model import Candidate, Niche
from coach.steps.value.model import Attribute, Standing

rules = Rules()

AUDIENCE, DIFFERENCE = "value.statement.audience", "value.statement.difference"

PART = 4
"""Letters from which on the end of one word says what another word says."""

REPEATED = 0.66
"""Share of the difference's words from which on an attribute is the difference itself."""

COMMON = ("everyone", "broad", "group_words")
"""Words that tell no group from another."""


@rules("RE01", *steps("RE01"))
def another_group(plan: Plan, context: Context) -> Iterator[Hit]:
    """The proposition is for another candidate, or for people whom the niche step does not know."""
    niche, read, audience = plan.niche, context.read, plan.value.statement.audience
    choice = niche.choice
    if not choice or not (choice.name.strip() or choice.who.strip()):
        return
    if not audience.strip() or means_all(audience, read):
        return
    enough = context.limit("details") if _opens_with_anybody(audience, read) else 1
    if could_be_anybody(audience, read) and len(_details(audience, read)) < enough:
        return
    values = {"niche": choice.name.strip() or choice.who}
    if rejected := _rejected(audience, niche, read):
        values["other"] = rejected.name.strip()
        yield Hit(AUDIENCE, audience.strip(), values, say="other")
    elif not _known(audience, niche, context):
        yield Hit(AUDIENCE, audience.strip(), values)


def _details(audience: str, read: Reader) -> frozenset[str]:
    """What is said of those who are called by no name: "those who get off the night train"."""
    return read.stems(audience, *COMMON, "whoever_it_is", "any_need", "light_verbs", "wishes")


def _opens_with_anybody(audience: str, read: Reader) -> bool:
    """True for "those who ...", "people with ...": less is said by it than by "families"."""
    told = words(audience)
    opening = told[0].text if told else ""
    return read.has(opening, "function") or read.has(opening, "whoever_it_is")


def means_all(text: str, read: Reader) -> bool:
    """True where ``text`` names no group at all: "customers", "people who want quality"."""
    return bool(whole_market(text, read)) or not read.stems(text, "everyone", "broad", "wishes")


def could_be_anybody(text: str, read: Reader) -> bool:
    """True where ``text`` opens or ends with a word for whoever it is: "you", "smart people".

    No figure may stand there, no name but that of a day, and beside a last word only one other.
    """
    spans, told = read.find(text, "universal", "everyone", "whoever_it_is"), words(text)
    names = [each for each in read.names(text) if not read.has(each, "calendar", "months")]
    if not spans or names or read.has_figure(text):
        return False
    alone = len(read.left(text, "universal", "everyone", "whoever_it_is", "broad")) <= 1
    first, after = told[spans[0].last], told[spans[0].last + 1 : spans[0].last + 2]
    alone_too = (
        first.text.casefold() in read.forms("whoever_it_is") or spans[0].first < spans[0].last
    )
    named = not alone_too and after and read.left(after[0].text)  # "amateur trumpeters"
    opens = not named and not read.left(text[: spans[0].start], "broad")
    return opens or (spans[-1].last == len(told) - 1 and alone)


def _rejected(audience: str, niche: Niche, read: Reader) -> Candidate | None:
    """The candidate that was not chosen and that ``audience`` fits better than the chosen one.

    Words that both are told with decide nothing; who the people are weighs more than the rest.
    """
    ours, choice = [*_about(niche), niche.sentence.who, niche.user, niche.payer], niche.choice
    own = [choice.name, choice.who] if choice else []
    said, people = read.stems(audience, *COMMON), _people([audience])
    if len(said) > 1 and not people & _people(own):
        ours = own if not any(read.share(each, "\n".join(own)) for each in said) else ours
    said = read.stems(audience, *COMMON, "any_need")
    here, our_people, better = _stems(ours, read), _people(ours), []
    for other in niche.candidates:
        if other.id == niche.chosen or not other.name.strip():
            continue
        theirs = [other.name, other.who]
        there, their_people = _stems(theirs, read), _people(theirs)
        more = len(_only(said, there, here)) + bool(_only(people, their_people, our_people))
        less = len(_only(said, here, there)) + bool(_only(people, our_people, their_people))
        if more > less:
            better.append((more - less, other.name, other))
    return max(better, key=lambda each: each[:2])[2] if better else None


def _only(said: frozenset[str], told: frozenset[str], other: frozenset[str]) -> set[str]:
    """Those of the ``said`` words that only ``told`` has."""
    return set(akin(said, told)).difference(akin(said, other))


def _known(audience: str, niche: Niche, context: Context) -> bool:
    """True where the niche step speaks of these people, or of most that is said of them."""
    read, told = context.read, "\n".join(_about(niche))
    choice = niche.choice
    people = [niche.user, niche.payer, niche.decider, niche.sentence.who]
    people += [each.name for each in niche.segments]
    people += [choice.name, choice.who] if choice else []
    who, stems = "\n".join(people), read.stems(told)
    if could_be_anybody(audience, read):
        said = _details(audience, read)
        return sum(read.share(each, who) for each in said) >= context.limit("shared") * len(said)
    if any(read.share(each, who) for each in _called(audience, read)):
        return True
    said = read.stems(audience, *COMMON, "modifiers", "imprecise")
    if len(said) < context.limit("fewest"):
        said = read.stems(audience)
    shared = sum(each in stems or read.share(each, who) for each in said)
    return shared > 0 and shared >= context.limit("shared") * len(said)


def _about(niche: Niche) -> list[str]:
    """What the niche step says of the chosen group and of its parts."""
    choice = niche.choice
    told = [choice.name, choice.who, choice.need] if choice else []
    return [*told, *(part for each in niche.segments for part in (each.name, each.need))]


def _named(text: str) -> list[str]:
    """The word for the people in ``text``: the last one before its first detail."""
    found = words(head(text))
    return [found[-1].text] if found else []


def _called(text: str, read: Reader) -> list[str]:
    """The word for the people; of "caravan owners" the one that tells which owners."""
    found = words(head(text))
    if len(found) > 1 and read.has(found[-1].text, "whoever_it_is") and read.left(found[-2].text):
        return [found[-2].text]
    return _named(text)


def _people(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in _person(text))


@lru_cache(maxsize=KEPT)
def _person(text: str) -> tuple[str, ...]:
    return tuple(word.stem for each in _named(text) for word in words(each)[:1])


def _stems(texts: list[str], read: Reader) -> frozenset[str]:
    return read.stems("\n".join(texts), *COMMON)


@rules("RE03", "start", *steps("RE03"))
def difference_from_nowhere(plan: Plan, context: Context) -> Iterator[Hit]:
    """The statement's difference is no unique attribute, no factor, or in no other answer.

    A factor may tell what an attribute does for customers, in other words than the difference.
    """
    value, answers, read = plan.value, plan.differentiation, context.read
    text = value.statement.difference
    if len(read.stems(text)) < context.limit("words"):
        return
    attributes = [each for each in value.attributes if each.name.strip()]
    factors = [each.name for each in answers.factors if each.name.strip()]
    trade = read.stems("\n".join((plan.start.offering, value.statement.category)))
    own = [each for each in attributes if _same(text, _attribute(each), trade, read)]
    if len(attributes) >= context.limit("attributes") and not own:
        values = {"field": context.label("value.attributes")}
        yield Hit(DIFFERENCE, text.strip(), values, say="attributes")
    elif (
        len(factors) >= context.limit("factors")
        and not _compared(text, own, factors, read)
        and not any(_shown(each, text, read) for each in own)
    ):
        values = {"field": context.label("differentiation.factors")}
        yield Hit(DIFFERENCE, text.strip(), values, say="factors")
    elif not attributes and not factors and answers.how.strip():
        told = [value.promise, answers.reason, answers.how, answers.signal, plan.start.offering]
        told += [part for pain in value.pains for part in (pain.what, pain.relief)]
        told += [each.falls_short for each in value.alternatives]
        relieved = any(pain.relief.strip() for pain in value.pains)
        if relieved and not read.share(text, "\n".join(told)):
            yield Hit(DIFFERENCE, text.strip())


_TURNS = re.compile(r"\A\W*(begin|start|end|stop|finish)", re.IGNORECASE)
"""When something begins or ends is a difference: "begin in the hospital yard"."""


def _same(text: str, other: str, trade: frozenset[str], read: Reader) -> bool:
    """True where two texts share a word that is not the trade's own, or half of the words."""
    said = read.stems(text, "light_verbs", "absence") or read.stems(text)
    if (when := _TURNS.search(text)) and re.search(rf"\b{when[1]}", other, re.IGNORECASE):
        return True
    shared = [each for each in said if _alike(each, other, read)]
    own = len(shared) - len(akin(shared, trade))
    if own <= 1 and any(name not in other for name in read.names(text)):
        return False  # "teach in Xhosa" is not the teaching that anybody does
    return own > 1 or 2 * len(shared) >= len(said) > 0


def _attribute(each: Attribute) -> str:
    return f"{each.name}\n{each.so_what}"


def _shown(each: Attribute, text: str, read: Reader) -> bool:
    """True where ``text`` repeats an attribute that is a difference and that somebody has seen."""
    if each.standing is not Standing.DIFFERENCE or each.proof.assumed:
        return False
    said, told = read.stems(text), read.stems(each.name)
    return len(akin(said, told)) > REPEATED * len(said)


def _compared(text: str, own: list[Attribute], factors: list[str], read: Reader) -> bool:
    """True where a factor tells of the difference, or of what its attribute means to customers."""
    told = [text, *map(_attribute, own)]
    return any(_alike(each, "\n".join(told), read) for each in factors)


def _alike(one: str, other: str, read: Reader) -> bool:
    """True where two texts share a word, or one has a word that is part of one of the other's.

    "Hairlines" and "thin lines" tell of the same.
    """
    if read.share(one, other):
        return True
    first, second = read.stems(one), read.stems(other)
    return any(
        min(len(a), len(b)) >= PART and (a.endswith(b) or b.endswith(a))
        for a in first
        for b in second
    )
