"""Does a specialist mean to grow by a broader offer, instead of repeating it next door?"""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.questions import Depth
from coach.steps.differentiation.model import Type

rules = Rules()


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
    promises = [("niche.exclusion", plan.niche.exclusion)]
    promises += [(f"differentiation.{key}", getattr(plan.differentiation, key)) for key in _HELD]
    for path, text in promises:
        for part in _PARTS.split(text):
            told = _LATER.search(part) and not _others_do(part, context.read)
            if told and _later_more(part, context.read):
                yield Hit(path, part.strip())
                break


_HELD = ("trade_off", "reason", "niche_knowledge")
"""Answers that hold the offer together, and may let it go later."""
_PARTS = re.compile(
    r"[.;:\n]\s*|,\s+(?:and |but )?(?=from|later|then|after|next|in (?:20|the)|once|by 20)"
)
_LATER = re.compile(
    r"\b(?:from|by|in|as of|starting|beginning) (?:the )?(?:next |coming )?(?:spring|summer"
    r"|autumn|fall|winter"
    r"|year|season|20[2-9]\d|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b|\b(?:later|afterwards|some day|one day|eventually|next (?:year"
    r"|season|spring"
    r"|summer|autumn|fall|winter)|year (?:two|three|2|3)|sooner or later|in (?:two|three"
    r"|\d) years"
    r"|(?:after|once) (?:that|this|we|the first|it)\b|when (?:we|that|it|this) (?:is|are|has"
    r"|have|runs?))\b",
    re.IGNORECASE,
)
"""What is said of days to come."""
_MUCH = re.compile(
    r"\b(?:an?|full|whole|wide\w*|broad\w*|larger|bigger|own|entire|complete) (?:\w+ )?"
    r"(?:catalogue|catalog|range|assortment|line|collection|palette|programme|department"
    r"|selection|variety)\b|\b(?:everything|anything|all kinds|all sorts|whatever)\b",
    re.IGNORECASE,
)
"""An offer of many things: "a catalogue of garden tools"."""


def _later_more(part: str, read: Reader) -> bool:
    """True for "from autumn a catalogue of garden tools"; not for "later the same in Liguria"."""
    if read.has(part, "likeness", "restraint"):
        return False
    told = (_MUCH, _ONE_STOP, _NOBODY_SENT_AWAY, _WIDENS)
    if any(each.search(part) for each in told) or read.has(part, "broaden"):
        return True
    return _new_offer(part, read) or _listed(part) or len(_AND.findall(part)) > 2


def _others_do(part: str, read: Reader) -> bool:
    """True where others are who acts: "general makers saw in summer, when it twists".

    A list of them is who is to be served: "shops, pubs and yards from autumn on".
    """
    return not read.has(part, "us") and any(
        span.first <= 1 and (verb := _NEXT.match(part, span.end)) and not _small(verb[1], read)
        for span in read.find(part, "rivals")
    )


_NEXT = re.compile(r"\s+([\w'’-]+)")


def _small(word: str, read: Reader) -> bool:
    return read.has(word, "function", "on_top", "calendar")


def _broadens(text: str, read: Reader) -> bool:
    """True for "more services", "a new product for each", "also shops, pubs and builders"."""
    if any(each.search(text) for each in (_ONE_STOP, _NOBODY_SENT_AWAY, _NO_LIMIT, _ALL_AGES)):
        return True
    if read.has(_REASON.sub("", text), "restraint") and not read.has(text, "not_only"):
        return False
    if (
        read.has(text, "broaden")
        or _WIDENS.search(text)
        or _WIDER.search(text)
        or _new_offer(text, read)
    ):
        return True
    alike = _SAME_PEOPLE.sub("", _PURPOSE.sub("", text))
    return not read.has(alike, "likeness") and any(
        _of_all(part, read)
        or _BIGGER.search(part)
        or _WHAT_SELLS.search(part)
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
_NOBODY_SENT_AWAY = re.compile(
    r"\b(?:whoever|whatever|anybody|anyone|everybody|everyone|any ?thing|who)\s+(?:else\s+)?"
    r"(?:asks?|comes?|calls?|rings?|knocks?|pays?|wants?|needs?|turns up|walks in|is willing"
    r"|has (?:money|a budget|work|a job)|with (?:money|a budget|work|a job|a purse|a wallet))\b"
    r"|\b(?:not|n['’]t|never|nobody|no one|no job|nothing|no order)\b(?:\s+\w+){0,3}?\s+"
    r"(?:say no|saying no|turn(?:ed)? (?:\w+ )?(?:away|down)|sent away|send (?:\w+ )?away"
    r"|refused?|decline)\b"
    r"|\b(?:take|takes|taking|accept|do|say yes to) (?:on )?(?:any|every"
    r"|all) (?:\w+ )?(?:jobs?|works?|orders?"
    r"|customers?|clients?|requests?|comers|enquir\w+|commissions?)\b|\bsay yes to (?:all"
    r"|everything|everyone|anything)\b",
    re.IGNORECASE,
)
"""Nobody is sent away: "whoever asks, we shan't say no"."""
_WIDENS = re.compile(
    r"\b(?:enlarge|extend|expand|enrich|widen|broaden|increase|round off|complete|grow"
    r"|vary)\w*\s+"
    r"(?:\w+\s+){0,3}?(?:assortment|range|offer|offering|catalogue|catalog|portfolio|line"
    r"|programme"
    r"|program|menu|palette|collection|services|products|scope)\b",
    re.IGNORECASE,
)
"""An offer that grows: "we enlarge the assortment"."""
_NO_LIMIT = re.compile(
    r"\b(?P<one>\w+),? or no (?P=one)\b|\bwith or without\b|\b(?:each|every|any|all) (?:sizes?"
    r"|branch(?:es)?|tastes?|budgets?|purses?|pockets?|ages?|levels?|colours?|stripes?"
    r"|walks? of life"
    r"|needs?|occasions?|buyers?|comers?)\b|\b(?:rest|remainder|remaining part) of (?:the|our"
    r"|this)\b"
    r"|\b(?:less|not (?:so|be so|that|too)|no longer(?: so)?|need ?n.t be so|stop being(?: so)?)"
    r" (?:picky|choosy|selective|strict|narrow|special\w*|fussy)\b"
    r"|\ball (?:the )?(?:remaining|other|rest|leftover)\b"
    r"|\b(?:drop|lift|loosen|relax|forget|give up|do away with|abandon|leave|quit|exit"
    r"|away from)s? "
    r"(?:the|our|this|that|all) (?:\w+ )?(?:niche|restrictions?|limits?|limitations?|focus"
    r"|speciali\w+"
    r"|narrow\w*|criteri\w+)\b"
    r"|\b(?:all|every|any)\b[^.;:]{0,24}\b(?:people|persons|folks?|famil(?:y|ies)|compan(?:y|ies)"
    r"|business(?:es)?|firms?|shops?|schools?|clubs?)\b[^.;]*\b(?:with or without|or not"
    r"|whether)\b",
    re.IGNORECASE,
)
"""Who was the niche's own is asked for no more: "cider or no cider", "the rest of the trade"."""
_ALL_AGES = re.compile(
    r"\bas (?:many|much|wide|broad)\b[^.;]{0,24}\bas (?:possible|we can|i can)\b|"
    r"\A\W*from [a-z]+ to [a-z]+\W*\Z|\b(?:go|goes|going) (?:broad|wide|mass)\w*\b"
)
"""Everybody: "from baby to grandma", "we go broad"."""
_WIDER = re.compile(
    r"\b(?:wider|broader|bigger|larger|fuller) (?:selection|choice|range|assortment|offer|portfolio"
    r"|programme|line|variety)\b",
    re.IGNORECASE,
)
_BIGGER = re.compile(
    r"\b(?:more|much|bigger|big|larger|large|broad\w*|wide\w*|general|normal|ordinary|standard|mass"
    r"|popular|universal|greater)\s+(?:\w+ )?(?:market|audience|public|clientele|crowd|volume"
    r"|variety"
    r"|choice|turnover|circles?|diversity|groups?)\b"
    r"|\b(?:variety|diversity|diversif\w+|volume|everywhere|anywhere)\b"
    r"|\b(?:second|third|another|additional|further|extra|new) (?:leg|pillar|mainstay|string|stream"
    r"|source of income|business|branch|department|division)\b"
    r"|\b(?:more|less) (?:universal|general|speciali\w+|specific|special)\b"
    r"|\b(?:of|like|what|as) (?:our |the |all )?(?:competitors?|rivals?|others|competition"
    r"|big ones)\b"
    r"|\b(?:normal|ordinary|standard|usual|everyday) (?:\w+ )?(?:jobs?|work|orders?"
    r"|customers?|people"
    r"|products?|goods|things|services?)\b"
    r"|\bthe more \w+,? the (?:more|safer|better|merrier)\b|\bnobody differently\b",
    re.IGNORECASE,
)
"""The market or the offer is to be a bigger one: "towards volume", "a second leg"."""
_WHAT_SELLS = re.compile(
    r"\bwhat(?:ever)? (?:else|more|sells|brings|pays|goes|comes|is (?:asked|wanted|needed|trendy)"
    r"|(?:(?:the|our|my|their) )?(?:people|customers?|clients?|guests?|they|others?"
    r"|neighbours?|market)"
    r" (?:\w+ )?(?:asks?|wants?|needs?|looks? for|likes?|buys?|miss(?:es)?))\b"
    r"|\bgo(?:es|ing)? (?:anywhere|somewhere)? ?else(?:where)?\b"
    r"|\b(?:other|further|more) (?:things|goods|stuff|products|items|wares|branches|sectors"
    r"|industries|segments|fields|lines)\b",
    re.IGNORECASE,
)
"""What is asked for or sells decides, whatever it is."""
_PURPOSE = re.compile(r"\bso (?:that|as to)\b[^.;]*", re.IGNORECASE)
_REASON = re.compile(r"\b(?:so that|so as to|until|since|because)\b[^.;,]*", re.IGNORECASE)
"""What for, until when and why: a "not" there holds no offer together."""
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
