"""Whether a text is about one group, or about two as if they were one."""

import re

from coach.coaching.language import Reader, related, stem, words

LONGEST = 300
"""Characters of a description in which a second group is looked for."""

BARE = 2
"""Words up to which a group is named and no more: "piano owners", "private homes"."""

JOINED = re.compile(
    r",|/|\||&|\+|\band\b|\bbut\b(?!\s+(?:not?|never|only|nobody)\b)|\bor\b|\bas well as\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r";|\b(?:together with|along with|in addition to|not to forget|plus)\b", re.IGNORECASE
)
"""Words that join two groups as "and" does, though they hold a word of a detail."""
_SUCH = re.compile(
    r",?\s+(?:and|or)\s+(?:the\s+like|such(?:\s+people)?|so\s+on|others|co\.?|similar)\W*\Z",
    re.IGNORECASE,
)
"""What leaves a list of groups open: "dentists, orthodontists and the like"."""
_TOO = re.compile(
    r"\s(?:too|also|alike|(?:just )?as (?:well|much)|equally|nearby|there|here|around)\Z", re.I
)
_APPOSED = re.compile(
    r",\s+(?:(?:especially|mainly|above all|only|just|even)\s+)*(?:the ones|those)\b.*", re.I | re.S
)
"""Who of them is meant, after their name: "bakers, the ones who still knead"."""
_DASH = re.compile(r"\s[-–—]+\s(?=(?:and|or|but|also|plus|as well)\b)", re.IGNORECASE)
"""A dash that joins as a comma does: "roofers - or gardeners"."""
_ASIDE = re.compile(
    r",\s*(?:why not|if need be|if they (?:like|want|wish)|later on|of course|naturally|perhaps|"
    r"maybe|sometimes|at times|in time|for that matter)\s*,",
    re.IGNORECASE,
)
"""Words between two groups that change nothing: "painters and, why not, plasterers"."""
_DETAIL = re.compile(
    r"\b(?:who|that|which|whose|where|when|with|without|of|in|at|for|from|on|near|between|under|"
    r"over|by|to|along|inside|outside|within|behind|above|below|across|after|before|during|since|"
    r"through|having|needing|looking|using|wanting|seeking|owning|keeping|running|living|"
    r"depending|according|mostly|mainly)\b|"
    r"[(:\n–—]|\s-\s",
    re.IGNORECASE,
)


_APART = re.compile(
    r"(?:,\s*(?:or|and|plus)|\bas well as|\bplus|\band also|\balong with|\btogether with|"
    r"\bin addition to|\bor else|\s/)\s+",
    re.IGNORECASE,
)
"""Words that go on with another group even after a detail of the first."""
_ANYBODY_ELSE = re.compile(
    r"\b(?:and|or|plus)\s+(?:for\s+)?(?:any|every)(?:body|one)\s+else\b", re.IGNORECASE
)
_OR_ELSE = re.compile(
    r"(?:\bnot\s+forgetting|\bnot\s+to\s+mention|\bor\s+else|\bor\s+(?:possibly|perhaps|maybe|"
    r"even)|"
    r"\b(?:and|but)\s+(?:equally|likewise|also|perhaps|maybe|even|just\s+as\s+much)|\bas\s+"
    r"well\s+as|"
    r"\b(?:then|next|after\s+(?:them|that))\s+the|\||\balongside|\bbesides|"
    r"\bcoupled\s+with|\bon\s+top\s+of|\bas\s+much\s+as|\bno\s+less\s+than|\bjust\s+(?:as|like)|"
    r"\b(?:the\s+)?same\s+(?:goes|is\s+true|applies|holds)\s+(?:for|to|of)|"
    r"\b(?:and|or),?\s+(?:(?:failing|besides|beyond|apart\s+from|on\s+top\s+of)\s+(?:that|them)|"
    r"if\s+need\s+be|at\s+a\s+pinch|in\s+(?:second|third)\s+place|secondly|in\s+turn)),?\s+"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
"""Words after which only another group can stand, whatever it is called."""
_SIDES = re.compile(
    r"\bon\s+(?:the\s+)?one\s+(?:hand|side)\b.*\bother\b"
    r"|\b(?:two|three|four|five|several|both|many|various|different|multiple|all\s+(?:kinds|"
    r"sorts)\s+of)\s+"
    r"(?:target\s+|customer\s+|user\s+)?(?:groups|segments|audiences|clienteles|markets|camps|"
    r"worlds|tribes|crowds|"
    r"(?:kinds|types|sorts)\s+of\s+(?:people|customers|clients|buyers|users|firms|companies))\b",
    re.IGNORECASE,
)
"""Two groups that are told to be two: "on the one hand", "two target groups"."""
_RANGE = re.compile(
    r"\bfrom\s+([^\W\d]+s|\w*men|people)\s+to\s+(?:\w+\s+)?([^\W\d]+s|\w*men)\b", re.I
)
"""All that lies between two groups: "from students to pensioners"."""
_BETWEEN = re.compile(r"\s*(?:any|every)(?:body|one) between\b", re.IGNORECASE)
"""The same from end to end: "anybody between a potter and a factory"."""
_BRACKET = re.compile(
    r"\(\s*(?:and|or|plus|also|as\s+well\s+as|&|\+)\s+(?:also\s+)?([^()]{3,40})\)"
    r"|\(\s*([^()]{3,40}?)\s+(?:too|also|as\s+well|likewise)\s*\)",
    re.IGNORECASE,
)
"""A second group in brackets: "carpenters (and roofers)"."""
_WHO = re.compile(r"\b(?:who|that|whose|which|of|with)\b", re.IGNORECASE)
_AND_WHO = re.compile(
    r"(?:\band|\bor|,|;|&|\+|\bplus)\s+(?:also\s+|the\s+|for\s+)*((?:[\w-]+\s+){0,2}?[\w-]+)\s+"
    r"(?:who|that|whose|which|of|with)\b",
    re.IGNORECASE,
)
"""Another group with its own clause: "potters who teach and galleries that sell"."""
_LATER = re.compile(
    r"[,;.]\s*(?:(?:and|but)\s+)?(?:later|then|afterwards|next|in\s+time|eventually|second(?:ly)?|"
    r"(?:in|at|as)\s+an?\s+(?:second|later|next)\s+(?:step|stage|point|date|phase|time|season|"
    r"year)|"
    r"in\s+(?:the\s+)?(?:future|long\s+run)|(?:some|one)\s+day)\s+"
    r"(?:(?:on|also|come|comes)\s+)?(?:the\s+)?([\w-]+(?:\s(?!too\b|also\b|as\b)[\w-]+)?)"
    r"(?:\s(?:too|also|as\s+well))?\W*\Z"
    r"|\bfirst\s*[,;]\s*(?:(?:and|then)\s+)?(?:the\s+)?([\w-]+(?:\s[\w-]+)?)\s+"
    r"(?:second|later|next|after(?:wards)?)\W*\Z",
    re.IGNORECASE,
)
"""Another group for later on: "plumbers first, later electricians"."""
_FIRST = re.compile(r"\b(?:first|at first|now|for now|today)\b", re.IGNORECASE)
_ANYBODY_TOO = re.compile(
    r"(?:,|;|\bplus|\band|\bor)\s+(?:(?:and|or|but|plus|also|even|for)\s+)*"
    r"(?:any(?:body|one)|every(?:body|one)|who(?:so)?ever)\s+(?!else\b)(?:who|with|that|in|on|at|"
    r"about|from|near|\w+s|\w+ing)\b"
    r"|[,;]\s*(?:and|or|plus|but also|as well as)\s+(?:(?:any|every|each)|all(?:\s+the)?)\s+"
    r"(?!their\b|of\b|that\b|this\b|its\b)[\w-]+"
    r"|\b(every|each|any)\s+[\w-]+\s*(?:,|,?\s+(?:and|or|plus))\s+(?:and\s+)?\1\s+[\w-]+"
    r"|[,;.]\s*(?:later|then|next|in\s+time|in\s+the\s+long\s+run|some\s+day|one\s+day)\s+"
    r"(?:on\s+)?"
    r"(?:the\s+(?:whole|entire)|all|every\w*)\b"
    r"|\b(?:plus|likewise|equally|just\s+as\s+much|as\s+much\s+as|besides|as\s+well\s+as)\s+"
    r"(?:for\s+)?(?:those|the\s+ones|people|folks?|all)\b"
    r"|[,;]\s*(?:but|and|though)\s+(?:the\s+)?[\w-]+s\s+(?:are|is|would|may|can|could)\b[^,;]*"
    r"\b(?:welcome|too|as\s+well|possible|fine|okay|ok|conceivable|interested|invited)\b",
    re.IGNORECASE,
)
"""Others without a name of their own: "…, plus anybody about to buy", "but just as much those"."""
_SEASON = re.compile(
    r"[,;]\s*(?:(?:and|or|but)\s+)?(?:(?:in|during|at|on)\s+(?:the\s+)?\w+\s+(?:the\s+"
    r")?([\w-]+)\s*\Z"
    r"|([\w-]+)\s+(?:in|during|at|on)\s+(?:the\s+)?\w+\s*\Z)"
    r"|\band\s+([\w-]+)\s+(?:in|during|at|on)\s+(?:the\s+)?(?:summer|winter|spring|autumn|"
    r"(?:low|high)\s+season|weekends?|weekdays?|holidays|evenings?|mornings?)\s*\Z",
    re.IGNORECASE,
)
"""Another group at another time: "cyclists, and in winter skiers"."""
_AGENT = re.compile(r"(?:[^\W\d]{2,}(?:ers|ors|ists|ians|ants|women|men)|people)\Z", re.IGNORECASE)
"""How a word for those who do something mostly ends: "skiers", "cyclists"."""
_LOOSELY = re.compile(r"(?:as\s+well\s+as|and|but|or\s+(?!else))\b", re.IGNORECASE)
"""Words that join details as well as groups."""
_TRAIT = re.compile(r"\s*with\s+(?!a\s|an\s)\S+\s+\S+", re.IGNORECASE)
"""A detail of two words that holds two kinds of people together: "with wide feet"."""
_OWNED = re.compile(r"(?:their|its|his|her)\b", re.IGNORECASE)


_ADDED = re.compile(
    r"[,;]\s*(?:(?:but|and|or)\s+)?(?:the\s+)?(?P<last>[^,;]{3,60}?)\s+"
    r"(?:too|likewise|as\s+well|equally|also)\W*\Z"
    r"|(?:[,;]\s*|\s)(?:(?:and|but)\s+)?(?:also|equally|besides|likewise|not\s+to\s+forget)\s+"
    r"(?:for\s+)?(?:the\s+)?(?P<more>[^,;]{3,60})"
    r"|[,;]\s*plus\s+(?:also\s+)?the\s+(?P<plus>[^,;]{3,60})",
    re.IGNORECASE,
)
"""A second group after whatever is told of the first: "…; tenants too", "…, plus the guests"."""

_BREAK = re.compile(r"[,;]")
_ELSE = re.compile(
    r"^\s*(?:(?:but|and|or|as|also|for|even|the|any|all|other)\s+)+|\s+else\b", re.IGNORECASE
)

FEW = 4
"""Words up to which what was added is a group's name and no sentence."""


def added_on(text: str, read: Reader) -> str:
    """``text`` if "too", "likewise" or "besides" adds another group in the plural."""
    for match in _ADDED.finditer(text[:LONGEST]):
        group = head(next(each for each in match.groups() if each))
        if not group:
            continue
        told = group.split()
        named = any(plural(word, read) for word in told[:2])
        if len(told) <= FEW and named and not _OWNED.match(group):
            return text.strip()
    return ""


def told_apart(text: str, read: Reader) -> bool:
    """True where two groups are set side by side as two, each with what is its own."""
    told = text[:LONGEST]
    if _SIDES.search(told) or _ANYBODY_ELSE.search(told):
        return True
    if _BETWEEN.match(told):
        return True
    reach = _RANGE.search(told)
    if reach and not _WHO.search(told[: reach.start()]):
        return all(plural(each, read) for each in reach.groups())
    if (bracket := _BRACKET.search(told)) and _group(head(bracket[1] or bracket[2]), read):
        return True
    if _ANYBODY_TOO.search(told):
        return True
    if later := _LATER.search(told):
        second = later[1] or later[2]
        if _group(second, read) or (_FIRST.search(told) and plural(second, read)):
            return True
    if (other := _SEASON.search(told)) and _plural_head(_BREAK.split(told)[0], read):
        return _AGENT.search(other[1] or other[2] or other[3]) is not None
    first = head(told).split()
    clause = _WHO.search(told)
    if not first or not clause:
        return False
    known = first[-1].casefold()
    for match in _AND_WHO.finditer(told, clause.end()):
        group = match[1].split()[-1].casefold()
        if group == known or (_group(match[1], read) and plural(known, read)):
            return True
    return False


def _group(name: str, read: Reader) -> bool:
    """True where ``name`` ends with a word for people or organisations, in the plural."""
    if not name or not plural(name, read) or _OWNED.match(name):
        return False
    last = name.split()[-1]
    return _AGENT.search(last) is not None or read.has(last, "group_nouns", "wider_names")


def next_to(text: str, read: Reader) -> str:
    """``text`` if another group with a detail of its own stands after a comma or a stop.

    "Homes without a lift on weekdays, lounges at weekends"; "…, but anybody else with a dog".
    """
    first, *others = _BREAK.split(text[:LONGEST])
    if not _plural_head(first, read):
        return ""
    told = len(head(first)) < len(first.strip())
    for part in others:
        group = _ELSE.sub("", head(part))
        if not group or len(head(part)) == len(part.strip()) or _OWNED.match(group):
            continue
        named = group.split()
        anybody = read.only(group, "universal", "everyone", "whoever_it_is")
        if len(named) <= BARE and (anybody or (told and plural(group, read))):
            return text.strip()
    return ""


def two_groups(text: str, read: Reader) -> str:
    """The words in which ``text`` names two groups, each in the plural, as if they were one.

    The words before the first detail count ("… who", "… in"): what comes after describes the
    group, unless a second one is joined to it there. Pairs such as "owners and managers" are
    one group, and so are two that a trait holds together ("with wide feet").
    """
    spans = read.find(text, "one_group")
    if spans:
        return ""
    text = _APPOSED.sub("", text)
    if (joined := _DASH.sub(", ", text)) != text:
        return text.strip() if two_groups(joined, read) else ""
    if told_apart(text, read) or (_ASIDE.search(text) and two_groups(_ASIDE.sub("", text), read)):
        return text.strip()
    if _plural_head(_BREAK.split(text, maxsplit=1)[0], read) and (added := added_on(text, read)):
        return added
    if second := next_to(text, read):
        return second
    named = head(_BESIDES.sub(" and ", _SUCH.sub("", text[:LONGEST])))
    parts = [part for each in JOINED.split(named) if (part := _TOO.sub("", each.strip()))]
    if _OR_ELSE.search(text, 0, LONGEST) and (second := joined_on(text, read)):
        return second
    if len(parts) < 2 or not all(plural(part, read) for part in parts):
        return joined_on(text, read) if _plural_head(text, read) else ""
    if len(parts) == 2 and len(words(named)) == 3 and related(*map(stem, parts)):
        return ""  # "widows and widowers"
    held = _TRAIT.match(text[:LONGEST].lstrip(), len(named))
    if held and all(len(part.split()) == 1 for part in parts):
        return ""
    return named if named in text else text.strip()


def joined_on(text: str, read: Reader) -> str:
    """``text`` if it goes on with another kind of organisations or people: ", plus clubs"."""
    ends = {span.end for span in read.find(text, "group_nouns")}
    for match in _APART.finditer(text[:LONGEST]):
        after = text[match.end() : LONGEST]
        second = head(_BREAK.split(after)[0])
        named = match.end() + len(head(after)) in ends
        if (named or _group(second, read)) and not _OWNED.match(after):
            return text.strip()
    if _ANYBODY_ELSE.search(text[:LONGEST]):
        return text.strip()
    for match in _OR_ELSE.finditer(text[:LONGEST]):
        before = text[: match.start()].strip()
        if _LOOSELY.match(match[0]) and not before.endswith(",") and head(before) != before:
            continue  # it goes on with the detail: "with sheep as well as goats"
        group = _TOO.sub("", head(_BREAK.split(text[match.end() : LONGEST])[0]))
        named = 0 < len(group.split()) <= FEW and not _OWNED.match(group)
        if named and plural(group, read) and not read.has_figure(group):
            return text.strip()
    return ""


def _plural_head(text: str, read: Reader) -> bool:
    named = head(text)
    return bool(named) and plural(named, read)


def head(text: str) -> str:
    """The words of ``text`` before its first detail: who they are, without "who …", "in …"."""
    return _DETAIL.split(text[:LONGEST], maxsplit=1)[0].strip()


_PEOPLE = re.compile(r"(?:\w+[swrt])?(?:wo)?men|\w*people")
"""Plurals without an s: "women", "craftsmen"; not "specimen" or "regimen"."""


def plural(part: str, read: Reader) -> bool:
    """True where the last word of ``part`` is a noun in the plural, by its look."""
    last = part.split()[-1].casefold()
    if read.has(last, "modifiers"):
        return False
    if read.has(last, "plurals") or (read.known is None and _PEOPLE.fullmatch(last)):
        return True
    return len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is"))
