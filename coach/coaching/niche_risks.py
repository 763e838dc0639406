"""What a specialist risks: the four known risks of a niche, one exit, a broader offer."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import percent
from coach.plan import Plan
from coach.questions import Depth
from coach.steps.differentiation.model import Type
from coach.steps.risk.model import Risk, ShareKind
from coach.steps.risk.rules import described, in_our_language, told_of

rules = Rules()


def _niche(plan: Plan) -> str:
    """What the chosen niche is called, and who is in it."""
    choice = plan.niche.choice
    return f"{choice.name}\n{choice.who}" if choice else ""


@rules("RI10", "niche", "differentiation", "risk")
def niche_risks_missing(plan: Plan, context: Context) -> Iterator[Hit]:
    """Specialisation leads and none of the four known risks of a niche is in the list."""
    known = described(plan.risk)
    if plan.differentiation.primary is not Type.NICHE or len(known) < context.limit("fewest"):
        return
    if not in_our_language(plan.risk, context.read):
        return
    people = frozenset(name for each in known for name in each.owner.split() if name[0].isupper())
    if not any(known_risks(each, _niche(plan), people, context.read) for each in known):
        yield Hit("risk.risks")


def known_risks(risk: Risk, theirs: str, people: frozenset[str], read: Reader) -> frozenset[str]:
    """Which of the four a risk is about: ``size``, ``dependence``, ``scaling``, ``specialists``.

    ``theirs`` is what the niche is called, ``people`` are the names of those who do the work. A
    phrase that says it may stand anywhere; single words count in event and cause only, since
    "fewer orders" is the effect of any risk.
    """
    found = {kind for kind in _KINDS if read.has(told_of(risk), f"risk_{kind}")}
    for text in (risk.event, risk.cause):
        if read.has(text, "used_up") and (
            read.has(text, "buying_side") or read.share(text, theirs, "used_up", "roles")
        ):
            found.add("size")
        if _rests(text, read) or _MOST_THROUGH.search(text):
            found.add("dependence")
        if _NOBODY_TO_HIRE.search(text):
            found.add("specialists")
        named = any(word.text.removesuffix("'s") in people for word in words(text))
        if (read.has(text, "roles") and _goes(text, read)) or (
            read.has(text, "absence_of_one") and named
        ):
            found.add("specialists")
    if read.has(f"{risk.event}\n{risk.cause}", "nobody_else"):
        found.add("specialists")
    return frozenset(found)


_MOST_THROUGH = re.compile(
    r"\b(?:(?:nearly|almost) (?:all|every\w*)|most|\w+ of (?:three|four|five|six|ten|\d+)"
    r"|\d+ ?%|\d+ percent)\b[^.;]{0,40}\b(?:come|comes|came|go|goes|sent|flow|flows)\b"
    r"[^.;]{0,20}\b(?:through|from|by way of|via) (?:one|a single|it|him|her|them|there|the)\b",
    re.IGNORECASE,
)
"""Most of it comes through one: "four of five orders come through it"."""
_NOBODY_TO_HIRE = re.compile(
    r"\b(?:cannot|can.t|could not|couldn.t|not|no way to|hard to)"
    r" (?:find|hire|recruit|replace|train)"
    r" (?:an? |any |another |more |new |enough )?(?:\w+ ){0,2}?"
    r"(?!customers?|buyers?|orders?|papers?|suppliers?)\w{2,}(?:ers?|ists?|ians?|smiths?|wrights?)\b",
    re.IGNORECASE,
)
"""A trade in which there is nobody to be had: "we cannot find reed makers"."""


def _rests(text: str, read: Reader) -> bool:
    """True where what we live on leans on something: "all income depends on", "one sends all"."""
    income = read.find(text, "income")
    leaning = read.find(text, "leans_on")
    if any(one.first < other.first for one in income for other in leaning):
        return True
    told = [word.text.casefold() for word in words(text)]
    rest = {"all", "most", "half", "every", "whole"} & set(told)
    return "one" in told and bool(rest) and read.has(text, "buying_side")


def _goes(text: str, read: Reader) -> bool:
    """True where somebody leaves or is hard to find; not where they leave "the gate open"."""
    objects = {at.first for at in read.find(text, "determiners") if at.first}
    told = words(text)
    return any(
        span.last + 1 not in objects or told[span.last + 1].text.casefold() == "us"
        for span in read.find(text, "leaving")
    )


_KINDS = ("size", "dependence", "scaling", "specialists")
"""The known risks of a niche; each has a word list of its own, ``risk_size`` and so on."""


@rules("RI17", "niche", "differentiation")
def broadening(plan: Plan, context: Context) -> Iterator[Hit]:
    """Specialisation leads, and the plan is to grow by offering more to more.

    Repeating the same next door is fine: "the same codes for livery yards".
    """
    if plan.differentiation.primary is not Type.NICHE:
        return
    answers = [("niche.neighbours", plan.niche.neighbours)]
    if context.depth >= Depth.ADVANCED:
        answers.append(("differentiation.niche_growth", plan.differentiation.niche_growth))
    for path, text in answers:
        if _broadens(text, context.read):
            yield Hit(path, context.read.quote(text, "broaden", "new_offers") or text.strip())


def _broadens(text: str, read: Reader) -> bool:
    """True for "more services", "a new product for each", "also shops, pubs and builders"."""
    if _ONE_STOP.search(text):
        return True
    if read.has(text, "restraint") and not read.has(text, "not_only"):
        return False
    if read.has(text, "broaden") or _WIDENS.search(text) or _new_offer(text, read):
        return True
    return not read.has(_SAME_PEOPLE.sub("", text), "likeness") and any(
        _of_all(part, read)
        or len(_AND.findall(part)) > 2
        or (_listed(part) and read.has(part, "new_offers", "on_top", "widening"))
        or any(_also_does(clause, read) for clause in read.clauses(part))
        for part in read.sentences(text)
    )


_ONE_STOP = re.compile(
    r"\bneeds? (?:nobody|no one|nothing|no other \w+)(?: else)? (?:but|besides|than|beside) us\b"
    r"|\b(?:all|everything)(?: \w+){0,3}? (?:from|with|through|by|in) (?:one|a single)"
    r" (?:hand|house|source|place|firm|supplier|partner)\b"
    r"|\bone (?:address|partner|hand|source|contact|shop|place|supplier|firm) for"
    r" (?:all|every\w*|any\w*)\b",
    re.IGNORECASE,
)
"""Everything from one hand."""
_WIDENS = re.compile(
    r"\b(?:enlarge|extend|expand|enrich|widen|broaden|increase|round off|complete|grow|vary)\w*\s+"
    r"(?:\w+\s+){0,3}?(?:assortment|range|offer|offering|catalogue|catalog|portfolio|line|programme"
    r"|program|menu|palette|collection|services|products|scope)\b",
    re.IGNORECASE,
)
"""An offer that grows: "we enlarge the assortment"."""
_SAME_PEOPLE = re.compile(r"\b(?:for|to) (?:the|these|those) same\b", re.IGNORECASE)
"""More for the same people is another thing than the same for others."""


def _new_offer(text: str, read: Reader) -> bool:
    """True where "new", "other" or "more" stands at most two words before a kind of offer."""
    offers = {span.first for span in read.find(text, "kinds_of_offer")}
    return any(
        offers & set(range(span.last + 1, span.last + 3)) for span in read.find(text, "new_offers")
    )


def _of_all(text: str, read: Reader) -> bool:
    """True for "all musicians", "every craft business", "the whole market"; not "all year"."""
    small = {span.first for span in read.find(text, "function", "calendar")}
    size = len(words(text))
    return any(
        span.last + 1 < size and span.last + 1 not in small for span in read.find(text, "all_of_it")
    )


def _also_does(text: str, read: Reader) -> bool:
    """True for "we also do websites"; not for "we also sell it to choirs"."""
    if not read.has(text, "on_top"):
        return False
    same = {span.first for span in read.find(text, "determiners")}
    told = words(text)
    return any(
        span.last + 1 < len(told)
        and span.last + 1 not in same
        and told[span.last + 1].text.casefold() != "to"
        for span in read.find(text, "widening")
    )


def _listed(text: str) -> bool:
    """True where three things or more are listed in a row: "pubs, shops and builders"."""
    return _LIST.search(text) is not None


_LIST = re.compile(
    r"(?<![\w’'-])(?:[\w’'-]+ ){0,2}[\w’'-]+, (?:[\w’'-]+ ){0,2}[\w’'-]+"
    r"(?:,| and|, and| or|, or| &) (?:[\w’'-]+ ?){1,3}"
)


_AND = re.compile(r",\s|\s(?:and|or|&)\s")
"""What stands between the things of a list; with four of them or more an offer is a broad one."""


@rules("RI11", "niche", "risk")
def one_exit_closes_us(plan: Plan, context: Context) -> Iterator[Hit]:
    """More than half hangs on one, and no risk names it or tells of leaning on its kind.

    A name of a single word counts in event and cause only: "the guild hears of it" is no risk
    about the guild.
    """
    known, read = described(plan.risk), context.read
    told = [told_of(each) for each in known]
    for each in plan.risk.shares if told else ():
        name, kinds = each.name.strip(), _LEANING.get(each.kind, ()) if each.kind else _ANY
        if not name or not kinds or each.share is None or each.share <= context.limit("percent"):
            continue
        own = _own_words(name, kinds, told, _niche(plan), context)
        where = told if len(own) > 1 else [f"{risk.event}\n{risk.cause}" for risk in known]
        named = any(_names(own, text, name, read) for text in where)
        named = named or any(_called(name, text, read) for text in told)
        if not named and not any(read.has(t, "leaning") and read.has(t, *kinds) for t in told):
            yield Hit(f"risk.shares.{each.id}.share", name, {"share": percent(each.share)})


_LEANING = {
    ShareKind.CUSTOMER: ("customer_words",),
    ShareKind.SUPPLIER: ("supplier_words",),
    ShareKind.CHANNEL: ("channel_words",),
    ShareKind.PLATFORM: ("platform_words",),
}
"""The word list of each kind that can close us; a person is a matter of RI10 and of health."""

_ANY = tuple(name for names in _LEANING.values() for name in names)
"""The lists of all kinds, for a share of which no kind was chosen."""


def _own_words(
    name: str, kinds: tuple[str, ...], told: list[str], niche: str, context: Context
) -> tuple[str, ...]:
    """The words of ``name`` that tell it from others.

    The trade's own words do not: those of the niche, and those that stand in many of the risks
    ("practice" in "Practice in Aalst"). Nor do spans of time, "second", or "supplier" alone.
    """
    read, most = context.read, max(context.limit("common"), len(told) / 3)
    own = tuple(
        word.text
        for word in read.left(name, *kinds, "leaning", "ranking", "calendar")
        if not read.share(word.text, niche)
        and sum(read.share(word.text, text) for text in told) <= most
    )
    called = tuple(name[span.start : span.end] for span in read.find(name, *kinds))
    return own + called if own or any(" " in each for each in called) else ()


def _names(own: tuple[str, ...], text: str, name: str, read: Reader) -> bool:
    """True where half of the words that are somebody's own stand in ``text``.

    Of a term of several words ("app store") all must, since an app is no app store; and of two
    side by side ("search engine") one is enough only where it says what it is ("marketplace").
    """
    found = [word for word in own if all(read.share(part, text) for part in word.split())]
    enough = len(own) / 2
    if len(found) != enough or " ".join(own) not in name:
        return bool(found) and len(found) >= enough
    return read.has(" ".join(found), *_ANY)


def _called(name: str, text: str, read: Reader) -> bool:
    """True where a proper name in ``name`` stands in ``text``: "mill Huber", "Huber's mill"."""
    told, names = words(name), read.names(name)
    proper = [word for word in told if word.text[0].isupper() and word.text.endswith(("'s", "’s"))]
    proper += [word for word in told[-1:] if word.text in names]
    return any(word.stem in read.stems(text) for word in proper)
