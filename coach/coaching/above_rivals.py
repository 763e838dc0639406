"""Whether words promise more than rivals give: better, the best, longer than theirs, for ever."""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import near
from coach.coaching.sums_told import Kind, figures

KINDS = ("made_of", "warranty", "response")
"""What a promise can give more of: the thing itself, what happens if it fails, quick help."""


def theirs_first(piece: str, read: Reader) -> bool:
    """True where ``piece`` speaks of rivals first: "Foam makers answer faster"."""
    us, them = read.find(piece, "us"), read.find(piece, "rivals")
    than = read.find(piece, "than")
    if not them or (us and us[0].first < them[0].first) or _PEERLESS.search(piece):
        return False
    if _WE_DO.search(piece):
        return False
    if told := _AS_MUCH.search(piece):
        return read.has(piece[: told.start()], "rivals")
    return not than or them[0].first < than[0].first


_WE_DO = re.compile(
    r"(?<!than )(?<!as )\b(?:we|i)\s+(?:give|offer|grant|stand|come|send|bring|use|promise|add)\b",
    re.I,
)
"""We act, though rivals are named before: "at half of their fee we give"."""
_AS_MUCH = re.compile(r"\bas\s+\w+\s+as\b", re.IGNORECASE)
"""A comparison without "than"."""


NOT_OF_PRICE = (
    r"(?!cheaper|lower|rather|other|either|neither|dearer|fewer|smaller|later|slower|over|poorer"
    r"|narrower|coarser|cruder|noisier|louder|bulkier|rarer|further|blunter|flimsier|stiffer|lesser"
    r"|shorter|older|weaker|thinner|rougher|plainer|simpler|duller|uglier|worse|under|after|never"
    r"|number|order|paper|cover|power|labou?r|letter|member|matter|water|weather|leather|summer"
    r"|winter|silver|rubber|timber|answer|offer|register|corner|customer|buyer|maker"
    r"|owner|more (?:money|expensive|than))"
)
_MORE = re.compile(
    rf"\b{NOT_OF_PRICE}(?:\w{{3,}}er|more\s+\w+|(?:twice|double|three times"
    rf"|half again)\s+as\s+\w+)\b"
    r"(?:\s+\w+){0,4}?\s+(?:than|as)\s+(?:from\s+|at\s+|in\s+)?(?!over\b|about\b|for\b|on\b"
    r"|us\b|we\b|ours\b|mine\b|before\b"
    r"|ever\b)(?P<whom>(?:the\s+\w+(?:['’]s\b|s['’])|\w+(?:['’]s\b|s['’])?))",
    re.IGNORECASE,
)
"""A comparative that is not about the price: "sturdier than", "twice as long as"."""
_TIMES = re.compile(
    r"\b(?:an?|one|two)\s+(?:grades?|class(?:es)?|notch(?:es)?|leagues?|steps?)\s+(?:above|over"
    r"|better|up)\b|\b(?:twice|double|three times)\s+(?:the\s+\w+\s+of\b|as\s+(?!much|many"
    r"|cheap)\w+\s*\Z)"
    r"|\bout(?:lives?|lasts?|wears?|does)\b",
    re.IGNORECASE,
)
"""The same by its number or in one word: "bears twice the weight of", "outlasts"."""
_MOST = re.compile(
    r"\b(?!lowest|cheapest|smallest|fewest|latest|honest|interest|forest|harvest|request|test|rest"
    r"|invest|suggest|modest|contest|protest|digest|earnest|arrest|\w*west)"
    r"(?:\w{3,}est|best|most\s+\w+)\s+(?!price|rate|rent|bill|fee|cost|offer|way|of\b)\w{4,}",
    re.IGNORECASE,
)
"""A superlative that is not about the price: "the heaviest canvas"."""
_UNBEATEN = re.compile(
    rf"\b(?:nobody|no one|no (?:other )?\w+|none)\b(?:\s+\w+){{1,4}}?\s+"
    rf"(?:better|{NOT_OF_PRICE}\w{{3,}}er)\b",
    re.IGNORECASE,
)
"""A superlative in other words: "nobody gives a longer warranty"."""
_AT_ALL = re.compile(
    r"\b(?:better|best|ahead|superior)\s+(?:at|in|on|with)\s+(?:all|every\w*|the rest)\b",
    re.IGNORECASE,
)
_PEERLESS = re.compile(
    r"\b(?:nothing|none|nobody|no one|no \w+)\b[^.;,]{0,50}\bas (?:well|good|long|fast|fine"
    r"|much)\W*\Z|\b(?:lasts?|wears?|holds?|runs?|keeps?|works?|stays?"
    r"|fits?)\s+(?:the\s+)?(?:longest|best"
    r"|finest|fastest|quietest|warmest)\b"
    r"|\b(?:gets?|receives?|have|has)\b[^.;]{0,40}\binstead of (?:their|the usual|the others"
    r"|a rival)|\b(?:nobody|no one|none|no other(?: \w+)?|no rival"
    r"|no competitor)\b[^.;,]{0,30}\b(?:match\w*"
    r"|equals?|rivals?|reach\w*|touch\w*|copy|copies|approach\w*|surpass\w*|top|beat|beats|offers?"
    r"|includes?|gives?|else (?:does|do|gives?|offers?))\b"
    r"|\b(?:unrival\w+|unmatched|unequalled|unbeaten|second to none|without equal|first[- ]class"
    r"|first[- ]rate|top[- ]notch|top[- ]grade|top[- ]quality|high[- ]end|luxury|luxurious"
    r"|world[- ]class)\b"
    r"|\b(?:at|on|near) the top of\b|\b(?:none|nobody|no one"
    r"|no \w+)\b[^.;,]{0,40}\bas \w+ as (?:mine|ours|we|us|i)\b",
    re.IGNORECASE,
)
"""What is above all others without a comparative: "nobody matches it", "first-class"."""
_THEY_DO_NOT = re.compile(
    r"\b(?:which|what|a thing|something|that)\s+(?:\w+\s+){1,5}?(?:never|not|cannot|no longer)\s+"
    r"(?:\w+\s+)?(?:do|does|did|done|offer\w*|give\w*|get|gets)\b"
    r"|\b(?:that|which|what|something|and|a\s+thing)\s+(?:no|none|nobody|no\s+one|hardly\s+any)\b"
    r"[^.;,]{0,25}\b(?:does|do|did|gives?|offers?|has|have|can|could|dares?|grants?|manages?)\b"
    r"|\A\W*(?:what|which)\s+(?:other\s+)?\w+\s+(?:would|does|do|did|has|gives?|offers?)\b"
    r"|\b(?:rivals|others|competitors|they|all the others|everybody else|the rest)\s+(?:charges?"
    r"|bills?"
    r"|asks?\s+extra|wants?\s+(?:money|extra))\s+(?:extra\s+|more\s+|money\s+)?(?:for|on)\b",
    re.IGNORECASE,
)
"""What rivals do not do, or do for money only: "which their desk has never done"."""
_WAITS = re.compile(
    r"\b(?:waits?|waiting|rather)\b|\btakes? (?:\w+ ){0,3}?(?:longer|more|later)\b", re.IGNORECASE
)
"""Words by which "longer" and "more" are no promise: "they rather wait longer"."""
_RIVALS = re.compile(
    r"(?:his|hers?|him|them|theirs?|any\w*|others?|all|every\w*|what|elsewhere|(?:the\s)?\w+(?:['’]s"
    r"|s['’]))\Z",
    re.I,
)
"""Words after "than" that can only mean rivals."""


def better(piece: str, read: Reader, ours: bool) -> bool:
    """True where ``piece`` says that ours is better, or the best."""
    if _UNBEATEN.search(piece) or (ours and _AT_ALL.search(piece)):
        return True
    if never_theirs(piece):
        return True
    ever = read.has(piece, "for_ever") and not near(piece, read, "none_of", "warranty", 2)
    if ever and _for_good(piece, read) and not theirs_first(piece, read):
        return True
    if _PEERLESS.search(piece):
        return ours and not read.has(piece, "cheapest", "cost_words")
    if read.has(piece, "none_of", "at_par") or _WAITS.search(piece):
        return False
    more = _MORE.search(piece)
    told = more if more and (ours or _RIVALS.match(more["whom"])) else _TIMES.search(piece)
    told = told or (_MOST.search(piece) if ours else None)
    if told and not theirs_first(piece[: told.start()], read):
        return True
    if theirs_first(piece, read):
        return False
    if ours and read.has(piece, "better_than") and read.has(piece, *KINDS):
        return not read.has(piece, "than")
    best = read.find(piece, "best_of")
    return any(
        0 < each.first - span.last <= 2 for span in best for each in read.find(piece, *KINDS)
    ) or _for_good(piece, read)


def never_theirs(piece: str) -> bool:
    """True where ``piece`` says that rivals never do so, or do so for money."""
    return _THEY_DO_NOT.search(piece) is not None


YEARS = 60
"""Months of guarantee from which on it is more than a trade gives."""


def _for_good(piece: str, read: Reader) -> bool:
    """True where ``piece`` promises a guarantee for life or for many years."""
    piece = re.split(r"\b(?:where|while|against|than|instead|not)\b", piece, maxsplit=1)[0]
    spans = [each.value for each in figures(piece) if each.kind is Kind.SPAN]
    long = any(each >= YEARS for each in spans) or read.has(piece, "for_ever")
    return long and read.has(piece, "warranty")
