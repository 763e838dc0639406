"""Whether a reason puts several types on one level: as equals, as the best of each, in one list."""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import near, ours
from coach.coaching.rule import Context
from coach.steps.differentiation.model import Differentiation

TYPES = ("cost_words", "quality_words", "service_words", "niche_words", "innovation_words")
"""The word lists that name the types."""

NEAR = 8
"""Words between "none" and "first" up to which the one is said of the other."""

_SEPARATORS = re.compile(
    r"\s*(?:,|;|/|&|\+|\b(?:and|or|plus|as|well|also|both|the|our|a|in|on|by|for|with|through)\b"
    r"|\s)+\s*",
    re.I,
)


def equals(text: str, answers: Differentiation, context: Context) -> str:
    """The sentence of ``text`` that puts the types on one level, where there are enough of them.

    They are chosen, or the text names or counts up as many. What is put first, without a "not",
    leads.
    """
    read, few = context.read, context.limit("types")
    chosen = len({answers.primary, *answers.supporting} - {None})
    named = sum(read.has(text, name) for name in TYPES)
    counted = _THREE.search(text) or len(_AGAIN.findall(text)) >= few
    counted = counted or any(_ALL_THREE.match(each) for each in read.sentences(text))
    if chosen < few and not counted and (named < few or not ours(text, read)):
        return ""
    enough = chosen >= few or named >= few
    level, held = "", enough and read.apart(text, "union", "us")
    several = held or counted or named > 1
    if enough and len(_IS_FIRST.findall(text)) >= few and not _PARTS.search(text):
        return read.sentences(text)[0]
    for sentence in read.sentences(text):
        if _HELD_LEVEL.search(sentence):
            continue
        everywhere = bool(_EVERYWHERE.search(sentence)) and (several or enough)
        everywhere = everywhere or (bool(_ALL_THREE.match(sentence)) and several)
        everywhere = everywhere or (enough and _NOT_BEFORE.search(sentence) is not None)
        if everywhere or (_unranked(sentence, read) and several):
            level = level or sentence
        elif _ASKED.match(sentence):
            continue
        elif _WINS.search(sentence) and not read.has(sentence, "none_of"):
            return ""
        elif enough and _shared_out(sentence):
            return sentence
        elif read.apart(sentence, "put_first", "as_equals") and (
            read.has(sentence, "but") or not read.has(sentence, "as_equals")
        ):
            return ""
        elif read.apart(sentence, "as_equals", "us"):
            ours_too = read.has(sentence, "us")
            theirs = _OF_THEIRS.match(sentence) or read.has(sentence, "rivals")
            level = level or (sentence if ours_too or (enough and not theirs) else "")
        elif enough and (held or named) and _side_by_side(sentence, text, held, read):
            level = level or sentence
    return level


def _side_by_side(sentence: str, text: str, held: bool, read: Reader) -> bool:
    """True where ``sentence`` counts up three things, and no word of ``text`` parts them.

    What is held together as one ("all this together") needs no more.
    """
    if not _THREE.search(sentence):
        return False
    return held or not (_PARTS.search(text) or read.has(text, "put_first", "rivals", "them"))


_PARTS = re.compile(
    r"\b(?:but|yet|while|whereas|though|although|only|just|than|because|since|so|until|why|nobody"
    r"|no one|nothing|without|instead|not|cannot|never)\b|\d",
    re.IGNORECASE,
)
"""Words that weigh one thing against another, or tell why: what is left is a mere list."""


_WINS = re.compile(
    r"\b(?!(?:nothing|neither|none|who|which|what)\b)\w+\s+(?:always\s+|still\s+)?(?:wins|prevails"
    r"|outranks|trumps|goes before|has the last word)\b",
    re.IGNORECASE,
)
"""One that goes before another: "speed wins"."""
_OF_THEIRS = re.compile(
    r"\W*(?:the|an?|their|his|her)\s+(?:old|usual|other|present|current|\w+)\s+(?:way|method|tool"
    r"|one|ones|firms?|shops?|makers?|customers?|buyers?)\b"
    r"|\W*(?:they|he|she|rivals|others)\b",
    re.IGNORECASE,
)
"""A sentence about somebody else, or about the way it was."""


def _shared_out(sentence: str) -> bool:
    """True where three shares or more, hardly one above another, make up the whole of it."""
    shares = [float(each) for each in _SHARE.findall(sentence)]
    most = max(shares, default=0)
    return len(shares) >= _FEWEST and 95 <= sum(shares) <= 105 and most - min(shares) <= 10


_SHARE = re.compile(r"(?<![\d.,])\d{2}(?![\d.,]*\d)")
_FEWEST = 3


_THREE = re.compile(
    r"\w,(?!\s(?:and|or|but|so|yet)\b)[^,.;:]{2,80}(?:,|,?\s(?:and|or)\s)[^,.;:]{2,}"
    r"|(?:\b(?:or|as well as|plus|nor)\s[^.;:]{2,60}){2}|^[^,.;:]+\sand\s[^,.;:]+\sand\s"
    r"|(?:,\s*and\s[^,.;:]+){2}",
)
"""Three things in a row: "help, a good lock and a guard"."""


_ALL_THREE = re.compile(
    r"(?:and\s+)?(?:all|every\s+one|each)(?:\s+of)?(?:\s+the)?\s+(?:three|four|five|them|these|lot)"
    r"(?:\s+(?:alike|equally|together|at\s+once|please))?\W*\Z",
    re.IGNORECASE,
)
"""A sentence that takes the whole list: "All three."."""
_ASKED = re.compile(
    r"(?:and\s+)?(?:which|what|who|so which|(?:whoever|if\s+\w+|when\s+\w+)\s+asks?|ask(?:ed)?)\b",
    re.I,
)
"""A question put to oneself: "Which is first? None is."."""
_AGAIN = re.compile(r"\b(?:some|also|sometimes|now|half|partly|either|or)\b", re.IGNORECASE)
"""Words that count up by coming back: "some want this, some want that"."""
_EVERYWHERE = re.compile(
    r"\b(?:all\s+of\s+(?:that|it|them|this)|everything)\b[^.;,]{0,15}\b(?:on|in)\s+(?:one"
    r"|the\s+same)\s+(?:shelf|level|line|row|rank|footing|pot|basket)\b"
    r"|\b(?:rather\s+than|instead\s+of|not)\b[^.;]{0,30}\b(?:one|a\s+single)\b[^.;]{0,40}\b(?:three|four"
    r"|all|several|many|whole)\b"
    r"|\bwhatever\s+(?:\w+\s+){1,3}?(?:values?|wants?|needs?|asks?|likes?|prefers?|looks?\s+for)\b"
    r"|\b(?:pick|choose|take)\s+(?:what|whichever|whatever|the\s+one)\s+(?:you|they)\b"
    r"|\bis\s+nothing\s+without\b[^.;]*\bnothing\s+without\b"
    r"|\b(?:offer|give|deliver|promise|bring)s?\s+(?:you\s+)?(?:them\s+)?all\b"
    r"|\b(?:three|several|many|all)\b[^.;]{0,20}\bthan\b[^.;]{0,20}\bone\b"
    r"|\bsometimes\b[^.]{0,40}\bother\s+times\b|\ball\s+(?:three|four|of\s+them)\s+(?:must|have\s+to|should"
    r"|need\s+to)\s+be\s+(?:top|first|best|excellent|perfect|outstanding|number\s+one)\b"
    r"|\bweighs?\s+(?:\w+\s+)?(?:the\s+same|alike|as\s+much)\b|\b(?:refuse|hate|unable|unwilling)\w*\s+to"
    r"\s+(?:pick|choose|single|rank|prefer|decide|narrow)\b"
    r"|\b(?:drop|take|leave|cut|lose|remove)s?\s+(?:any\s+)?one\b[^.;]{0,20}\b(?:and|then|it|nothing)\b"
    r"|\b(?:three|four|all|many|several)[\s-]in[\s-]one\b|\bthe\s+whole\b[^.;]{0,25}\b(?:makes?|is|that"
    r"|counts?|wins?)\b|\bto\s+(?:one|some)\b[^.;]*\bto\s+(?:another|others)\b"
    r"|\bof\s+(?:one|the\s+same|equal)\s+(?:size|height|weight|rank|length)\b|\b(?:tripods?|triangle(?!\s+of)|trios?|trifecta"
    r"|triads?|trinity|threesome|three-legged)\b"
    r"|\b(?:hate|refuse|not|\w*n['’]t|cannot|hard|unable)\b[^.;,]{0,20}\b(?:say|put|place|set"
    r"|name)\b[^.;,]{0,15}\bone\b"
    r"|\b(?:everyone|everybody|each(?:\s+\w+)?)\s+(?:gets?|finds?|has|picks?)\s+(?:their|his"
    r"|her)\s+(?:own\s+)?(?:favou?rite|thing|reason|pick)\b"
    r"|\b(?:the\s+)?same\s+(?:room|space|place|stage|light|say|share|attention|credit|billing|size"
    r"|amount)\b|\b(?:no need|no reason|needn['’]t|not necessary|unnecessary|unable|could(?:n['’]t"
    r"| not)"
    r"|did(?:n['’]t| not))\s+(?:to\s+)?"
    r"(?:rank|choose|decide|pick|order|prefer|weigh|single)\b"
    r"|\bwhy\s+(?:should\s+\w+\s+)?(?:decide|choose|pick|rank|prefer|single|settle|limit)\b"
    r"|\b(?:in|on|at|with|by|along)\s+(?:every\s*\w*|all)\s*(?:dimensions?|respects?|fronts?|ways?"
    r"|points?|counts?|sides?|directions?|fields?|things?)?\s*(?:\Z|[:,;]|at once|simultaneously)"
    r"|\b(?:depend(?:s|ing)?|var(?:ies|ying)|according)\s+(?:on\s+|to\s+|with\s+)?"
    r"(?:who|whom|what|which|how|(?:the|each) (?:day|customer|client|buyer|guest|case|job|order"
    r"|season|mood|situation))\b"
    r"|\b(?:each|every|all)\s+(?:\w+\s+)?(?:may|can|should)\s+(?:take|choose|pick|have)\s+"
    r"(?:what|the one)"
    r"|\b(?:half|third|part|most)\s+of\s+the\s+time\b|\bhalf\s+the\s+time\b"
    r"|\b(?:three|four|five|several|all)\s+(?:\w+\s+)?(?:legs?|pillars?|wheels|engines|columns"
    r"|hearts"
    r"|souls|strengths|children|trumps|cards|strings|horses)\b"
    r"|\b(?:all|both)\s+(?:our|my|your)\s+children\b"
    r"|\b(?:it is|it.s|is)\s+all\s+(?:one|the same)\b|\bwhich\s*ever\b"
    r"|\b(?:the\s+)?same\s+(?:strong|good|big|important|value|worth|money|hours|care|love|rank"
    r"|weight)\b"
    r"|\b(?:33|25|20)\s?(?:%|per\s?cent)\s+(?:each|for each)\b"
    r"|\bas (?:much|hard|many \w+)\s+(?:in|on|into|for)\b[^.;]*\bas\s+(?:in|on|into|for)\b"
    r"|\ball[- ]?round(?:er)?s?\b",
    re.IGNORECASE,
)
"""Equal rank told by what is not left out: "on every front", "depends on who asks"."""


_IS_FIRST = re.compile(
    r"\b(?:comes?\s+(?:also\s+)?first|first\s+comes|(?:is|are|be)\s+(?:also\s+|our\s+|the\s+)?(?:first"
    r"|number\s+one|main\s+\w+|lead)|\w+\s+leads)\b",
    re.IGNORECASE,
)
"""What is told to come first, and once is enough."""
_HELD_LEVEL = re.compile(
    r"\b(?:merely|only|just|no\s+(?:better|worse)|about)\s+(?:\w+\s+)?(?:as\s+\w+\s+as|than|level|average)\b"
    r"|\bas\s+good\s+as\s+(?:the|any|others?|they|at)\b|\bgood\s+enough\b|\b(?:is|are)\s+enough\b"
    r"|\b(?:leave|leaves|left|leaving|give|gave|giving)\s+(?:\w+\s+){0,2}(?:out|away|up)\b"
    r"|\b(?:do|does|go|goes)\s+without\b",
    re.IGNORECASE,
)
"""What is held level with rivals, or left out, on purpose: the lead is another."""


_NOT_BEFORE = re.compile(
    r"\b(?:not|\w*n['’]t|never|no|without)\b[^.;,]{0,25}\bone\b[^.;,]{0,15}\b(?:in front of|before"
    r"|above|over|ahead of)\b",
    re.IGNORECASE,
)
"""None of them is put before another: "not one horse in front of the others"."""


def _unranked(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` says that nothing comes first: "none", "cannot" near a rank."""
    return any(
        near(sentence, read, "none_of", each, NEAR) or near(sentence, read, each, "none_of", 2)
        for each in ("ranked", "picking")
    )


def all_of_them(text: str, context: Context) -> str:
    """The words that name ``types`` types or more in one enumeration."""
    read = context.read
    if read.has(text, "contrast"):
        return ""
    found = sorted((span.start, span.end, name) for name in TYPES for span in read.find(text, name))
    run: list[tuple[int, int, str]] = []
    for each in found:
        if run and not _SEPARATORS.fullmatch(text[run[-1][1] : each[0]]):
            run = []
        run.append(each)
        if len({name for _, _, name in run}) >= context.limit("types"):
            quote = text[run[0][0] : run[-1][1]]
            return "" if _wished_by_them(text, quote, read) else quote
    return ""


def _wished_by_them(text: str, quote: str, read: Reader) -> bool:
    """True where the list is what buyers name, and another sentence says what we do about it."""
    told = read.sentences(text)
    of_them = any(
        quote in each and read.has(each, "buyers") and not ours(each, read) for each in told
    )
    return of_them and any(quote not in each and ours(each, read) for each in told)


def best_at_each(text: str, context: Context) -> str:
    """The sentence in which we are cheaper and more, or most, of other things as well."""
    read = context.read
    for sentence in read.sentences(text):
        most = set(_MOST.findall(sentence.casefold()))
        most |= {sentence[span.start : span.end] for span in read.find(sentence, "more_of")}
        if (
            (ours(sentence, read) or not read.has(sentence, "rivals", "them"))
            and read.has(sentence, "cost_words")
            and len(most) >= context.limit("types")
        ):
            return sentence
    return ""


_MOST = re.compile(r"\b(?:most|least)\s+\w+|\b\w{3,}est\b|\bbest\b")
"""Superlatives."""
