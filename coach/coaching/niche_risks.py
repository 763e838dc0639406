"""What a specialist risks: the four known risks of a niche, and one exit."""

import re
from collections.abc import Iterator
from functools import lru_cache

from coach.coaching.language import KEPT, Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.verdicts import once
from coach.figures import percent
from coach.plan import Plan
from coach.steps.differentiation.model import Type
from coach.steps.risk.model import Risk, Share, ShareKind
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
    who = _without_names(theirs, read)
    for text in (risk.event, risk.cause):
        if _runs_out(text, read) and (
            read.has(text, "buying_side")
            or read.share(text, who, "used_up", "roles", "light_verbs")
        ):
            found.add("size")
        found |= _by_form(text)
        if _rests(text, read):
            found.add("dependence")
        if _leaves(text, theirs, read):
            found.add("specialists")
        named = any(word.text.removesuffix("'s") in people for word in words(text))
        if (_one_of_ours(text, read, theirs) and _goes(text, read)) or (
            read.has(text, "absence_of_one") and named
        ):
            found.add("specialists")
    if read.has(f"{risk.event}\n{risk.cause}", "nobody_else"):
        found.add("specialists")
    return frozenset(found)


@once
def _without_names(theirs: str, read: Reader) -> str:
    """What the niche is called without its places: a town that closes a street buys nothing."""
    named = read.names(theirs)
    return " ".join(word.text for word in read.left(theirs) if word.text not in named)


def _runs_out(text: str, read: Reader) -> bool:
    """True where a word says that there are few; "only" does where it stands before how many."""
    told = words(text)
    counted = {span.first for span in read.find(text, "numbers", "buying_side", "vague_amounts")}
    counted |= {at for at, word in enumerate(told) if word.number}
    return any(
        told[span.first].text.casefold() != "only"
        or counted & set(range(span.last + 1, span.last + 3))
        for span in read.find(text, "used_up")
    )


_MOST_THROUGH = re.compile(
    r"\b(?:(?:nearly|almost) (?:all|every\w*)|most|\w+ of (?:three|four|five|six|ten|\d+)"
    r"|three quarters|all(?: of)?(?: our| my| the)?(?= (?:orders|customers|buyers|clients"
    r"|sales|income"
    r"|turnover|bookings|leads|enquiries|work|guests|members|pupils|invoices))"
    r"|\d+ ?%|\d+ percent)\b[^.;]{0,40}\b(?:come|comes|came|go|goes|pass|passes|run|runs|sent"
    r"|flow|flows)\b"
    r"[^.;]{0,20}\b(?:through|from|by|to|via) (?:way of )?(?:one|a single|it|its|him|his|her"
    r"|them|their"
    r"|that|this|there|the)\b",
    re.IGNORECASE,
)
"""Most of it comes through one: "four of five orders come through it"."""
_FEW_LEFT = re.compile(
    r"\b(?:not many|few|fewer|hardly any)\b[^.;]{0,30}\b(?:left|remain\w*)\b"
    r"|\b(?:half|most|many|a third|a quarter|\d+ ?%|\w+ (?:out )?of (?:ten|five|four"
    r"|three)) (?:of )?"
    r"(?:(?:our|the|all|my) )?\w+s (?:stop|retire|close|shut|die|give up|vanish|go under|sell up)\b"
    r"|\b(?:everyone|everybody|each|all)\b[^.;]{0,24}\b(?:has|have|owns?) (?:one|it|theirs|got)\b"
    r"|\bnumber of (?:\w+ ){1,3}(?:falls|drops|shrinks|sinks|declines|halves|is falling)\b"
    r"|\b(?:sons|daughters|children|heirs|nobody|no one|none) (?:\w+ ){0,3}?(?:takes?"
    r"|taking) over\b",
    re.IGNORECASE,
)
"""Those who buy become fewer: "not many of them are left"."""
_OWN_HANDS = re.compile(
    r"\b(?:cannot|can.t|can not|could not)\b(?: \w+){0,2}? (?:take on|serve|make|do|carry"
    r"|build|handle"
    r"|produce|deliver|teach|see|look after)\b[^.;]{0,20}\bmore than\b"
    r"|\b(?:my|our) own (?:two )?hands?\b"
    r"|\b(?:beyond|outside|across)\b[^.;]{0,30}\b(?:another|different|other|otherwise)\b"
    r"|\b(?:fits?|works?|holds?|(?:is|are) made|valid|good) (?:only )?(?:for |in )?one (?:\w+ )?"
    r"(?:state|country|region|group|trade|kind|sort|market|town|county|craft|sport)\b"
    r"|\b(?:cannot|can.t|hard to|not) (?:be )?(?:carr(?:y|ied) over|transfer(?:red)?"
    r"|repeat(?:ed)?|scale[ds]?)\b"
    r"|\bmore (?:\w+ )?than (?:I|we|one|two|my hands) can (?:do|make|serve|handle|build|carry"
    r"|teach|deliver"
    r"|cook|bake|finish|manage|sew|repair|fit)\b",
    re.IGNORECASE,
)
"""More of it cannot be done: "each set needs my own hands"."""
_NOT_OURS = (
    "boiler broker brother burner buyer carrier competitor compressor computer container"
    " cooler creditor customer daughter dealer debtor distributor doctor error exporter factor"
    " father former freezer generator importer inspector insurer investor later learner lender"
    " mayor member minister mixer monitor mother motor neighbor neighbour newcomer number"
    " officer order other paper power printer publisher reactor reader reseller retailer"
    " sector sensor server sister sponsor subscriber summer supplier tractor trailer user"
    " vendor visitor water weather wholesaler winter"
)
_OTHERS = frozenset(_NOT_OURS.split())
"""Those who do not work for us, and things, though they end as trades do."""
_TRADE = re.compile(
    r"\b(?P<who>\w{2,}(?:er|or|ist|ian|smith|wright))\b (?:\w+ ){0,1}?(?:leaves|quits|resigns"
    r"|retires|moves (?:away|to)|falls ill|gives notice|hands in)\b(?! (?:the|a|an|his|her|their"
    r"|our) \w+ open)"
    r"|\bno second (?:\w+ )?(?P<second>\w{2,}(?:er|or|ist|ian|smith|wright))\b"
    r"|\b(?:nobody|no one|no other)\b[^.;]{0,12}\b(?:be|is) (?P<hired>hired|recruited|found"
    r"|had|trained)\b",
    re.IGNORECASE,
)
"""Somebody of a trade who goes, or is not to be had: "a welder leaves", "no second voicer"."""


@lru_cache(maxsize=KEPT)
def _by_form(text: str) -> frozenset[str]:
    """The kinds that a turn of phrase tells; kept, since most risks stay as they are."""
    forms = {
        "size": (_FEW_LEFT,),
        "dependence": (_MOST_THROUGH,),
        "scaling": (_OWN_HANDS,),
        "specialists": (_NOBODY_TO_HIRE, _IN_ONE_HEAD),
    }
    return frozenset(
        kind for kind, told in forms.items() if any(each.search(text) for each in told)
    )


@lru_cache(maxsize=KEPT)
def _trades(text: str) -> tuple[str, ...]:
    """Those who go or are not to be had, as they are called; "" where no trade is named."""
    found = [(match["who"] or match["second"] or "").casefold() for match in _TRADE.finditer(text)]
    return tuple(who for who in found if who not in _OTHERS)


def _leaves(text: str, theirs: str, read: Reader) -> bool:
    """True where one of our own leaves; one of those who buy, or who deliver, is not meant."""
    return any(not who or not read.share(who, theirs) for who in _trades(text))


_IN_ONE_HEAD = re.compile(
    r"\bin (?:\w+['’]s|my|his|her) (?:head|hands|fingers|memory)\b"
    r"|\b(?:never|not|nowhere) (?:\w+ )?(?:wrote|written|writes?)(?: \w+)? ?down\b"
    r"|\b(?:nobody|no one)(?: else)? (?:\w+ )?(?:learns?|masters?|knows? (?:how|the|it)"
    r"|else can)\b",
    re.IGNORECASE,
)
"""What only one knows: "it sits in Ole's head", "nobody learns it"."""
_NOBODY_TO_HIRE = re.compile(
    r"\b(?:cannot|can.t|could not|couldn.t|not|no way to|hard to)"
    r" (?:find|hire|recruit|replace|train)"
    r" (?:an? |any |another |more |new |enough )?(?:\w+ ){0,2}?"
    r"(?!customers?|buyers?|orders?|papers?|suppliers?)\w{2,}(?:ers?|ists?|ians?|smiths?"
    r"|wrights?)\b",
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


@once
def _one_of_ours(text: str, read: Reader, theirs: str) -> bool:
    """True where ``text`` names somebody by what they do, and not one of those who buy."""
    return any(
        not read.share(text[each.start : each.end], theirs) for each in read.find(text, "roles")
    )


def _goes(text: str, read: Reader) -> bool:
    """True where somebody leaves or is hard to find; not where they leave "the gate open"."""
    objects = {at.first for at in read.find(text, "determiners") if at.first}
    told = words(text)
    return any(
        (span.last + 1 not in objects or told[span.last + 1].text.casefold() == "us")
        and not (
            span.first
            and told[span.first].text == "left"
            and told[span.first - 1].text.endswith("s")
        )
        for span in read.find(text, "leaving")
    )


_KINDS = ("size", "dependence", "scaling", "specialists")
"""The known risks of a niche; each has a word list of its own, ``risk_size`` and so on."""


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
        share = _with_theirs(each, plan.risk.shares)
        if not name or not kinds or share is None or share <= context.limit("percent"):
            continue
        own = _own_words(name, kinds, told, _niche(plan), context)
        where = told if len(own) > 1 else [f"{risk.event}\n{risk.cause}" for risk in known]
        named = any(_names(own, text, name, read) for text in where)
        named = named or any(_called(name, text, read) for text in told)
        if not named and not any(read.has(t, "leaning") and read.has(t, *kinds) for t in told):
            yield Hit(f"risk.shares.{each.id}.share", name, {"share": percent(share)})


def _with_theirs(share: Share, others: list[Share]) -> float | None:
    """A share with those of its kind that are in the same hands: "bought by the largest in May".

    They are added to the largest of the kind.
    """
    if share.share is None or not share.kind or share.kind is ShareKind.PERSON:
        return share.share
    kin = [each for each in others if each.kind is share.kind and each.share and each.name.strip()]
    kin.sort(key=lambda each: (-(each.share or 0), each.id))
    if not kin or kin[0] is not share:
        return share.share
    rest = [
        each
        for each in kin[1:]
        if _SAME_HANDS.search(each.name)
        or (share.kind is ShareKind.PLATFORM and _first(each.name) == _first(share.name))
    ]
    if not rest and _SAME_HANDS.search(share.name):
        rest = kin[1:2]
    return share.share + sum(each.share or 0 for each in rest)


def _first(name: str) -> str:
    """The word that names a platform: "AWS" of "AWS Ireland"; with an article, all of it."""
    told = [word.text.casefold() for word in words(name)]
    return told[0] if told and told[0] not in ("the", "a", "our", "my") else name.casefold()


_SAME_HANDS = re.compile(
    r"\b(?:bought|owned|run|taken over|swallowed|acquired|held|managed|controlled|led|headed"
    r"|supplied"
    r"|fed|filled|served|hosted|paid|billed|kept|operated|steered|carried) (?:up )?(?:by|from"
    r"|through"
    r"|via|on|with)\b"
    r"|\b(?:the )?same (?:\w+ )?(?:desk|owner|owners|buyer|buyers|hand|hands|boss|purse|house"
    r"|group"
    r"|firm|company|family|holding|roof|office|account|people|person|man|woman|management"
    r"|parent|purchasing"
    r"|wallet|bank|warehouse|mill|factory|plant|importer|server|servers|landlord|chain"
    r"|director|couple)\b"
    r"|\b(?:belongs?|belonging|daughter|sister|subsidiary|affiliate|branch|brand|arm|part"
    r"|property)"
    r" (?:to|of|company of|firm of)\b|\b(?:sister|daughter|parent|mother) (?:firm|company|shop"
    r"|house|brand)\b"
    r"|\b(?:also|too|again) (?:theirs|his|hers|(?:owned|run) )|\b(?:his|her|their"
    r"|its) (?:second|other"
    r"|brother|sister|wife|son|daughter|cousin|husband|father|mother)\b|\bsame as\b"
    r"|\bmerged? with\b"
    r"|\bsubsidiary\b",
    re.IGNORECASE,
)
"""Words by which one share is in the hands of another: "sister firm of the largest"."""


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
