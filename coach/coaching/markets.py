"""Whom a text is about: a market, an age group, or a group one could call by name."""

import re

from coach.coaching.anybody_who import anybody_who
from coach.coaching.groups import BARE, JOINED, LONGEST, head
from coach.coaching.language import Reader, words
from coach.coaching.pieces import whole
from coach.coaching.unsaid import own_voice, tautology

MOST_WISHED = 3
"""Words after "who want", "that care about" that still narrow nothing: "to sell their house"."""

LOOSE = 2
"""Words of one detail that still leave "everyone", "whoever" a market: "rides a bike"."""

LIFE = 4
"""Demographic phrases from which on one word more does not tell why they buy."""


def no_niche(text: str, read: Reader) -> str:
    """The words by which ``text`` is a market and no niche; empty where it is one."""
    return (
        whole_market(text, read)
        or whole_sector(text, read)
        or barely_narrowed(text, read)
        or only_named(text, read)
        or _only_wishing(text, read)
        or _only_striving(text, read)
    )


def whole_market(text: str, read: Reader) -> str:
    """The words of ``text`` that name a whole market, if it says no more than that.

    A figure, a name or any second qualifier makes it a group. A wish ("who love coffee")
    does not, nor does a need that everybody has ("who need a website").
    """
    if not read.has(text, "everyone") or read.has_figure(text):
        return ""
    rest = read.left(text, "everyone", "broad", "needs", "common_needs")
    if rest:
        rest = read.left(text, "everyone", "broad", "wishes")
        wish = read.find(text, "wishes")
        names = read.names(text)
        if (
            not wish
            or _BEFALLEN.search(text, wish[0].end)
            or len(rest) > MOST_WISHED
            or any(word.text in names for word in rest)
            or not all(map(_any_trait, (word.text for word in rest if word.start < wish[0].start)))
        ):
            return ""
    return read.quote(text, "everyone")


_BEFALLEN = re.compile(
    r"(?<!look )(?<!looking )\b(?:after|since|following|despite)\s+"
    r"(?:an?|the|their|his|her|losing|having)\s+"
    r"(?!(?:\w+\s+){0,2}(?:days?|weeks?|years?|nights?|evenings?|shifts?|hours?|work|meals?|lunch|"
    r"dinner|breakfast|drinks?|walks?|runs?|rides?|workouts?|trainings?|part(?:y|ies)|showers?|"
    r"holidays?|seasons?|winter|summer)\b)\w+",
    re.IGNORECASE,
)
"""What has happened to them, and not to all: "after a heart attack"; not "after a long day"."""
_TRAIT = re.compile(r"\w+y\Z|tech|savvy|minded|conscious|loving|oriented|aware", re.IGNORECASE)


def _any_trait(word: str) -> bool:
    """True for a trait that says nothing of where somebody is met: "sporty", "tech-savvy"."""
    return _TRAIT.fullmatch(word) is not None


def barely_narrowed(text: str, read: Reader) -> str:
    """``text`` if it opens with everybody, or with all of a kind, and adds one broad detail.

    "Anybody with a bike", "all cyclists", "companies with bikes". A figure or a name says
    where to look, and so do two details.
    """
    if read.concrete(_ONE.sub("", text)):
        return ""
    for name, most in (("universal", LOOSE), ("widest", 1)):
        spans = read.find(text, name)
        rest = read.left(text, "universal", "widest", "everyone", "broad")
        if spans and not read.left(text[: spans[0].start], "broad") and len(rest) <= most:
            return read.quote(text, name)
    return ""


_NOBODY_LEFT = re.compile(
    r"\b(?:hardly|scarcely|barely|almost no|nearly no|no|not an?|not one) (?:an? |any|one )?"
    r"(?:soul|body|one|person|human|household|home|firm|business|company|type|kind|sort|group|"
    r"customer|client|man|woman|age|trade|place)\b[^.]{0,60}(?:\b(?:not|without|never|no)\b|n.t\b)",
    re.IGNORECASE,
)
"""Two denials that leave nobody out: "hardly a home without one"."""
_AT_LARGE = re.compile(
    r"\s*(?:wherever|whenever|half (?:of )?mankind|"
    r"(?:\w+,?\s+)?who (?:does|do|would|has|have|is|are|can|could)(?:n.t| not)\b|"
    r"(?:everybody|everyone|each of us|all of us|we all)\s+(?!\w+ing\b|who|that|whose|with|in\b|"
    r"at\b|on\b|of\b|from|near|under|over|between|aged|else|outside|inside|around|along|behind|"
    r"beside|after|before|for\b|out\b)\w+|"
    r"from [^,;.]{2,40} to [^,;.]{2,40}\W*\Z|"
    r"from [^,;.]{2,40} to [^,;.]{2,40}[,;:] .*\b(?:whatever|any|every|all|no matter)\b)",
    re.IGNORECASE,
)
"""A description that opens with everybody: "wherever people gather"."""
_ALL_OF_PLACE = re.compile(
    r"\b(?:(?:the|this|our|my)\s+(?:whole|entire)|all\s+(?:of\s+)?(?:the|this|our)|"
    r"(?:half|most)\s+(?:of\s+)?(?:the|this|our))\s+"
    r"(?:town|village|city|county|country|countryside|street|neighbou?rhood|region|island|parish|"
    r"district|valley|province|quarter|area|community|world|population|planet|nation|state|"
    r"internet)"
    r"\s*(?:\Z|[,.;!?]|\b(?:really|basically|and (?:more|beyond)|or (?:so|more))\b)",
    re.IGNORECASE,
)
"""All who live somewhere: "pretty much the whole town"."""
_ONE = re.compile(
    r"\bone\b|\b(?:two|four)\s+(?=(?:wheels?|legs?|feet|hands?|arms?|eyes?|ears?|walls?)\b)",
    re.IGNORECASE,
)
"""A number that counts nothing: "one day", "one eats", "something with two wheels"."""
UNIVERSE = ("everyone", "universal", "widest")
"""Word lists of those that a market is named with."""
_PAIR = re.compile(r"\b[\w-]+ or (?:an? |the )?[\w-]+", re.IGNORECASE)
"""Both ends of a scale: "one hive or a thousand"."""
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
"""Whoever reads it: "if you have a garden, this is for you"."""


def boundless(text: str, read: Reader) -> str:
    """``text`` if what it adds to a market takes nearly everybody in.

    As :func:`unbounded` does, or with one word of it beside the widest name and little else.
    """
    if found := unbounded(text, read):
        return found
    wide = read.has(text, "boundless", "countries")
    wide = wide and read.has(text, "everyone", "widest", "anybody_in")
    lists = ("boundless", "countries", "everyone", "widest", "anybody_in", "broad")
    few = len(read.left(text, *lists, "needs", "wishes")) <= LOOSE
    few = few or (_OF_EVERY_KIND.search(text) is not None and not read.concrete(text))
    return whole(text, read) if wide and few and not _placed(text, read) else ""


_OF_EVERY_KIND = re.compile(
    r"\b(?:of|from)\s+(?:every|all|any|whatever)\s+(?:\w+\s+)?(?:descriptions?|kinds?|sorts?|"
    r"types?|shapes?"
    r"|sizes?|ages?|stripes?|backgrounds?|walks?|colou?rs?|tastes?|levels?|trades?|sectors?)\b",
    re.IGNORECASE,
)
"""What lets all of a kind in, whatever is said of them besides: "of every description"."""


def unbounded(text: str, read: Reader) -> str:
    """``text`` if two of its words leave nobody out, or it speaks to whoever reads it.

    "Men and women of any age with a garden, big or small". A country narrows as little as
    "any"; a town or a figure does.
    """
    if found := anybody_who(text, read):
        return found
    if tautology(text) or (_NOBODY_LEFT.search(text) and not read.has_figure(text)):
        return whole(text, read)
    at_large = _AT_LARGE.match(text) or _ALL_OF_PLACE.search(text)
    if at_large and not read.names(text):
        return whole(text, read)
    pairs = len(_PAIR.findall(text)) > 1 and not any(each.isdigit() for each in text)
    if pairs and not read.names(text) and read.has(text, "boundless", "universal", "widest"):
        return whole(text, read)
    if own_voice(text) and not read.concrete(text):
        return whole(text, read)
    if _placed(text, read):
        return ""
    if read.apart(text, "boundless", *UNIVERSE) and read.has(text, *UNIVERSE, "anybody_in"):
        lists = ("boundless", "countries", *UNIVERSE, "anybody_in", "broad", "needs", "wishes")
        if len(read.left(text, *lists)) <= LOOSE:
            return whole(text, read)
    marks = len(read.find(text, "boundless")) + _both_ends(text)
    if marks > 1 or _YOU.search(text) or _many(text, marks > 0):
        return whole(text, read)
    return ""


_ENDS = (
    (("big", "large", "huge", "giant", "corporate"), ("small", "little", "tiny", "one-man")),
    (("young", "youngsters", "children", "kids"), ("old", "elderly", "grandparents", "pensioners")),
    (("rich", "wealthy"), ("poor", "broke")),
    (("private", "home", "personal"), ("public", "council", "state", "business", "commercial")),
    (("men", "man", "male", "boys"), ("women", "woman", "female", "girls")),
    (
        ("beginner", "beginners", "amateurs", "hobby"),
        ("expert", "experts", "professionals", "pros"),
    ),
    (("town", "city", "urban"), ("country", "village", "rural", "countryside")),
    (("cheap", "budget"), ("luxury", "expensive")),
    (("new", "modern"), ("old", "antique", "vintage")),
)
"""Both ends of the scales that people and firms are told apart by."""


def _both_ends(text: str) -> int:
    """On how many scales ``text`` names both ends: "big, small, private, council" on two."""
    said = {word.text.casefold() for word in words(text)}
    return sum(not said.isdisjoint(low) and not said.isdisjoint(high) for low, high in _ENDS)


def _placed(text: str, read: Reader) -> bool:
    """True where a figure, or a name that is no country's, tells where to look."""
    abroad = {word for name in read.lists("countries") for word in name.split()}
    counted = read.has_figure(_ONE.sub("", text))
    return counted or not abroad.issuperset(read.names(text))


_RANGE = re.compile(
    r"[,;]?\s*\bfrom\b[^,;.]{1,60}?\b(?:to|through to|up to|down to)\b[^,;.]{1,40}"
    r"|[,;]?\s*\b(?:all|every|any)\s+(?:kinds?|sorts?|types?)\s+of\s+\w+",
    re.IGNORECASE,
)
"""From one end to the other, which leaves nobody out: "from the kiosk to the grand hotel"."""


_KINDS = re.compile(r"\s*\bof\s+(?:all|any|every|different|various)\s+\w+", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/&+]|\b(?:and|or)\b", re.IGNORECASE)


def only_named(text: str, read: Reader) -> str:
    """``text`` if it names a kind of people or firms, or several, and says nothing else of them.

    "Piano owners"; "schools, hotels, churches and bars"; "musicians of all kinds". What tells
    them from their like begins with a word such as "who", "with", "in" or "near", or is a third
    word; a figure or a name tells more than that.
    """
    told = _RANGE.sub("", _KINDS.sub("", text[:LONGEST])).strip(" .!")
    if read.has(told, "telling_apart") or read.concrete(text):
        return ""
    for part in _BETWEEN.split(told):
        if not words(part) or len(read.left(part, "universal")) > BARE:
            return ""
    return text.strip() if read.stems(told) else ""


_BRANCH = ("sector", "sectors", "industry", "industries", "branch", "trade")
"""Words that make a branch of the word before them: "the dental sector"."""


def whole_sector(text: str, read: Reader) -> str:
    """``text`` if it opens with a whole branch, and narrows it to a country at most."""
    rest = _RANGE.sub("", text[:LONGEST])
    lists = ("sectors", "boundless", "countries", "broad", "universal", "everyone", "all_of_it")
    found = read.find(rest, "sectors")
    before = read.left(rest[: found[0].start], *lists) if found else ()
    last = found[-1].end if found else 0
    named = rest[:last].casefold().endswith(_BRANCH)
    if not found or len(before) > named or read.has_figure(rest):
        return ""
    abroad = {word for name in read.lists("countries") for word in name.split()}
    branch = {word.text for word in words(rest[: found[0].end])}
    if not (abroad | branch).issuperset(read.names(rest)):
        return ""
    return "" if len(read.left(rest, *lists)) > len(before) else text.strip()


_OR = re.compile(r",|\bor\b", re.IGNORECASE)


def _many(text: str, any_of_them: bool) -> bool:
    """True where ``text`` counts up three groups or more before any detail of them.

    After "every", "whoever" three details that stand for choice do the same: "in town or out".
    """
    named = [part for part in JOINED.split(head(text)) if part.strip()]
    return len(named) > LOOSE or (any_of_them and len(_OR.split(text)) > LOOSE)


def _only_wishing(text: str, read: Reader) -> str:
    """``text`` if it tells of people by age or sex no more than a wish: "women who like beauty"."""
    wished = read.has(text, "wishes") and read.has(text, "anybody_in")
    rest = read.left(text, "anybody_in", "everyone", "broad", "wishes")
    alone = wished and not read.concrete(text) and len(rest) <= MOST_WISHED
    return text.strip() if alone and read.find(text, "anybody_in")[0].first == 0 else ""


_STRIVES = re.compile(
    r"(?P<head>[^,;:.()]+?)\s+(?:who|that|which)\s+(?:\w+ly\s+|just\s+|only\s+|also\s+)?"
    r"(?:"
    r"(?:wants?|likes?|loves?|values?|appreciates?|expects?|demands?|deserves?|seeks?|"
    r"(?:look|aim|go|strive|wish|hope)(?:s|es)?\s+for|(?:is|are)\s+(?:looking|striving)\s+for)\s+"
    r"(?:(?:only|just|nothing but|even|to (?:have|get|be|give))\s+)*"
    r"(?:(?:the|a|an|their|some|very)\s+)*(?:best|more|most|better|quality|good|great|nice|top|"
    r"perfect|excellent|excellence|something (?:special|better|good|new|more)|results|progress)\b"
    r"(?:\s+(?:quality|results?|things?|service|products?))?"
    r"(?:\s+(?:for|from|of|out of|in|to)\s+(?:the(?:m|ir)?|his|her|life|it)?\s*(?:\w+)?)?"
    r"|cares?\s+(?:about|for)\s+(?:the|their)\s+\w+"
    r"|takes?\s+(?:the|their)\s+\w+\s+(?:very\s+|really\s+)?(?:seriously|to heart)"
    r"|takes?\s+\w+\s+(?:very\s+|really\s+)?seriously"
    r")\W*",
    re.IGNORECASE,
)
"""A group of which only a striving is told: "who take their sport seriously", "who want more"."""
_FOND = re.compile(
    r"(?:the\s+|all\s+)?(?:\w+\s+){0,2}(?:people|folks?|lovers?|fans?|enthusiasts?|friends|"
    r"owners?)\s+(?:all over|all across|across|throughout|everywhere in|all around|in all of|"
    r"from all over)\s+(?:the\s+)?(?:whole\s+(?:of\s+)?)?[\w-]+\W*",
    re.IGNORECASE,
)
"""Those fond of a thing, wherever they are: "boat people all over the county"."""
_ANYONE_WITH = re.compile(
    r"(?:any|every)\s?(?:one|body)\s+(?:with|who has|having)\s+(?:an?\s+)?\w+\s+(?:and|or)\s+"
    r"(?:an?\s+)?(?:\w+\s+)?\w+\W*",
    re.IGNORECASE,
)
"""Whoever has two things, wherever they are: "anyone with a dog and a bad knee"."""


def _only_striving(text: str, read: Reader) -> str:
    """``text`` if of a group nothing is told but what it strives for, or that it is everywhere."""
    told = text.strip()
    if read.has_figure(_ONE.sub("", told)):
        return ""
    if _FOND.fullmatch(told) or (_ANYONE_WITH.fullmatch(told) and not read.names(told)):
        return told
    found = _STRIVES.fullmatch(told)
    if found is None or read.names(told):
        return ""
    group = read.left(_OF_EVERY_KIND.sub("", found["head"]), "broad", "boundless", "universal")
    plain = [word for word in group if not _any_trait(word.text)]
    return told if len(plain) <= BARE else ""


def only_demographic(text: str, read: Reader) -> bool:
    """True where ``text`` describes people by age, sex, income and the like, and by no more."""
    told = len(read.find(text, "demographics"))
    return told > 0 and read.only(
        text, "demographics", "everyone", "broad", spare=1 if told >= LIFE else 0
    )
