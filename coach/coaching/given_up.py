"""Whether a trade-off gives up anything, or says in one way or another that nothing is lost."""

import re

from coach.coaching.language import Reader, words
from coach.coaching.pieces import whole
from coach.coaching.spared import nobodys_loss

MANY = 3
"""Things that are said to be better from which on a text claims to be better at everything."""

LONG = 4
"""Words of a trade-off from which on something that is given up could stand in it."""


def gives_up_nothing(text: str, read: Reader) -> str:
    """The words of a trade-off that say there is none; empty where one is named.

    A row of comparatives ("softer, tougher, cheaper") that nothing is weighed against is none.
    """
    if read.says_nothing(text) or nobodys_loss(text, read):
        return text.strip()
    opening = read.sentences(text)[:1]
    if opening and read.says_nothing(opening[0]):
        return opening[0]
    for clause in read.clauses(text):
        if len(read.find(clause, "more_of")) >= MANY and not read.has(clause, "given_up"):
            return clause
    if _DENIED.search(text) or (read.knows("given_up") and _no_loss_named(text, read)):
        return whole(text, read)
    if read.apart(text, "given_up", "no_choice"):
        return _nothing_lost(text, read)
    return read.first(text, "no_choice") or _nothing_lost(text, read)


def _no_loss_named(text: str, read: Reader) -> bool:
    """True where a text of some length praises us and names nothing that is left out or lower.

    What is bad for anybody ("no hidden fees") is no loss.
    """
    ours = read.has(text, "us") and not _OF_OURS.match(text)
    praised = ours or read.has(text, "more_of", "best_of") or _NO_LOSS.search(text)
    if _ALL_WELL.search(text):
        return True
    if len(words(text)) < LONG:
        return bool(ours) and read.only(text, *_KIND_TALK)
    if not praised:
        return False
    rest = _NO_LOSS.sub(" ", _NOTHING_LOST.sub(" ", text))
    return not (read.has(rest, "given_up") or read.has_figure(rest) or _THEIRS.search(rest))


_KIND_TALK = ("politeness", "us", "padding")
"""Lists of what is said of oneself in few words, and leaves nothing out."""
_ALL_WELL = re.compile(
    r"\A\W*(?:it(?:['’]s| is)(?: all)?|(?:everything|all)(?:['’]s| is)?)(?: (?:very|just|really))?"
    r" (?:good|fine|ok(?:ay)?|great|perfect|well|right)\W*\Z"
    r"|\A\W*(?:we|i)(?: all)? work (?:\w+ )?hard(?: \w+ day)?\W*\Z"
    r"|\A[^,.;:]{1,60}\bcomes? (?:always )?first\W*\Z",
    re.IGNORECASE,
)
"""All is well, or one thing is first and nothing second: "quality comes first"."""
_OF_OURS = re.compile(
    r"\W*(?:my|our)\s+(?:(?!(?:is|are|has|have|does|do|can|will|gets?|gives?|makes?|stands?"
    r"|comes?|means?)\b)[\w'’-]+(?:\s+|\Z)){1,6}\Z",
    re.IGNORECASE,
)
"""A thing of our own, without a verb, that is done without: "our own shop in town"."""
_DENIED = re.compile(
    r"\b(?:no one|nobody)\b[^.;,]{0,20}\b(?:miss\w*|lack\w*|complain\w*|goes? without)\b"
    r"|\b(?:not|\w*n['’]t|never|nobody|no one)\s+(?:has|have|needs?)\s+to\s+(?:trade|choose|give"
    r"|renounce|forgo|do without|decide|settle|compromise)\b"
    r"|\b(?:pity|shame|wrong|mistake|stupid|silly|foolish)\s+to\s+(?:leave|drop|give|cut|miss)\b"
    r"|\A(?:not applicable|n/a|none|nothing)\W+(?:since|as|because)\b|\b(?:compromis\w+"
    r"|trade-?offs?|sacrific\w+|weakness\w*|drawbacks?|downsides?)\s+(?:is|are|do"
    r"|does|has|have)\s*(?:not|\w*n['’]t|never|no|unknown"
    r"|foreign|out of)\b|\b(?:keep|kept)\s+(?:it\s+)?(?:all|everything|the lot)\b|\?\s*(?:hardly"
    r"|no|never|not|nowhere|none|nothing|surely not|why)\b"
    r"|\b(?:can(?:not|['’]t)|could(?: not|\w*n['’]t)|do(?: not|\w*n['’]t)|did(?: not|\w*n['’]t)"
    r"|fail to"
    r"|hard to|struggle to)\s+"
    r"(?:\w+\s+)?(?:think of|name|see|find|imagine|come up with|say|point to|know)\b[^.;]{0,40}"
    r"\b(?:any\w*|what|where|why|a (?:single )?(?:thing|point)|one)\b"
    r"|\b(?:looked|searched|thought|asked)\b[^.;]*\b(?:found|find|saw"
    r"|came up with)\s+(?:it\s+)?(?:none|nothing|no\w*)\b"
    r"|\b(?:\w*n['’]t|not|never|nothing|without|no)\s+(?:\w+\s+){0,2}?(?:leav\w+|drop\w*|miss\w*"
    r"|lack\w*|cut\w*|giv\w+)\s+"
    r"(?:\w+\s+)?any(?:thing|one|body|where)\b"
    r"|\b(?:no|not (?:a|one|any)|never|nowhere)\s+(?:\w+\s+){0,2}?(?:points?|respects?|things?"
    r"|areas?|ways?|places?|counts?)\b"
    r"[^.;,:]{0,25}\b(?:behind|worse|weaker|poorer|below|second|lose|losing)\b",
    re.IGNORECASE,
)
"""A loss that is asked for and not found: "Worse? Hardly", "cannot think of anything"."""
_NO_LOSS = re.compile(
    r"\bonly\s+(?:\w+\s+)?(?:advantages|pluses|benefits|winners|strengths|gains|good)\b"
    r"|\bonly\s+(?:the\s+|what\s+is\s+)?bad\b.*|\b(?:no|not|never|without|only|just|none of|less"
    r"|fewer|leave out|\w*n['’]t)\s+(?:\w+\s+){0,2}?"
    r"(?:hidden|bad|poor|long|unnecessary|hassles?|stress|nonsense|rubbish|waste|wast\w+|queues?"
    r"|bureaucracy|excuses?"
    r"|surprises?|headaches?|worr\w+|compromis\w+|mistakes?|trouble|fuss|errors?|delays?|problems?"
    r"|weak\w*|ifs"
    r"|buts|limits?|exceptions?|corners|stone unturned|sacrific\w+|drawbacks?|downsides?"
    r"|regrets?)\b(?:\s+\w+)?"
    r"|\b(?:trade-?offs|sacrifices|compromises|choosing|weaknesses)\s+(?:is|are)\s+(?:for|not)\b"
    r"|\bone[- ]stop\b|\bnot only\b|\bwithout exception\b|\bno matter\b|\bsecond to none\b"
    r"|\bonly (?:the )?(?:best|finest)\b",
    re.IGNORECASE,
)
"""What nobody misses, or no loss at all: "no hidden fees", "second to none"."""
_THEIRS = re.compile(
    r"\b(?:bad|weak|poor|hopeless|slow\w*|not good)\b|\bbetter off\b"
    r"|(?:\A|[.;:]\s+)(?:the|their|his|her|that)\s+\w+(?:\s+(?:in|on|at"
    r"|of)\s+(?:the\s+)?\w+)?\s+(?:is|are|has|have|does|do|can|will)\b|\b(?:are|is|stays?|remains?"
    r"|belongs?|go(?:es)?)\s+(?:for|to|with|left to|up to)\s+(?:the|a"
    r"|an|his|her|their|our|[A-Z])"
    r"|\b(?:better|faster|cheaper|stronger|nicer|more\s+\w+)\s+(?:there|elsewhere|with|at"
    r"|than (?:us|we|ours|mine|with us))\b"
    r"|\b(?:leads?|wins?|beats?|excels?)\s+(?:us|there|at|in|on)\b|\bwho(?:ever)?\s+(?:wants?"
    r"|needs?|asks?|looks?|likes?)\b"
    r"|\b(?:forgo\w*|renounc\w*|omit\w*|exclud\w*|avoid\w*|limit\w*|restrict\w*|later|longer|basic"
    r"|plain\w*|simpl\w*"
    r"|refer\w*|narrow\w*|sacrific\w*|give[sn]?|gave|let\w* go|higher|expensive|costs?|charge[sd]?"
    r"|hand\w* over|lose"
    r"|losing|ugly|nor|neither|nobody|rest)\b",
    re.IGNORECASE,
)
"""What is left to others, or lower in a word that says no "not": "the rest stays with the shop"."""


def _nothing_lost(text: str, read: Reader) -> str:
    """The clause that says that nothing is lost or worse, where no other gives up something."""
    found, rest = "", False
    for clause in read.clauses(text):
        if _NOTHING_LOST.search(clause):
            found = found or clause
        else:
            rest = rest or read.has(clause, "given_up")
    return "" if rest else found


_NOTHING_LOST = re.compile(
    r"(?<!not )(?<!not the )\b(?:top|best|aim|lead|strong\w*|better|good"
    r"|ahead)\b[^.;,]{0,20}\b(?:across the board|all round|in all respects|on all counts)\b"
    r"|(?<!not )(?<!not to )\b(?:lead|best|first|top|ahead|better|strong\w*)\b[^.;,]{0,25}\b(?:in"
    r"|at|on|by|across)\s+(?:every|each|all)\b|\A(?:nothing|none|nowhere|nil"
    r"|no\s+trade-?off)(?:\s*[,.;:!]|\s+[-–—]|\s+(?:at\s+all|really"
    r"|whatsoever))"
    r"|(?<!not )\b(?:do|does|have|has|want|offer|give|cover)s?\s+(?:it\s+all|the\s+lot)\b"
    r"|\bwhy\s+not\s*\Z"
    r"|\b(?:no|not|never|nowhere|cannot|can['’]t|won['’]t)\b[^.;,]{0,20}\bweak\s+(?:\w+)"
    r"|\b(?:no|not|never|nothing|nowhere|none|hardly|scarcely|cannot"
    r"|\w+n[’']t)\b[^.;]{0,40}\b(?:worse|poorer"
    r"|weaker|behind|lack\w*|miss(?:ing)?|less\s+\w+|skimp\w*|scrimp\w*|stint\w*|concede\w*"
    r"|forgo\w*|lower"
    r"|leave\s+out|do\s+without|go(?:es)?\s+without|fall\s+short|sacrific\w*)\b[^.;]{0,25}"
    r"(?:\b(?:any\w*|a\s+(?:single\s+)?thing|with\s+us)\b|\Z)"
    r"|\b(?:not\s+a\s+single|no\s+single|any\s+single|a\s+single|not\s+one)\s+(?:thing|point"
    r"|respect|area|way)\b[^.;]*"
    r"\b(?:worse|poorer|weaker|behind|less|lacks?|miss\w*|lose|lower)\b"
    r"|\b(?:we|i)\s+(?:win|lead|shine|excel|score|are\s+(?:ahead|strong|best|better|first))\s+"
    r"(?:everywhere|throughout|all\s+round|in\s+all|on\s+all|in\s+every\w*|on\s+every\w*"
    r"|at\s+every\w*|at\s+all)\b"
    r"|\b(?:dominan|superior|best|ahead)\w*\s+(?:on|in|at|along|across)\s+(?:all|every|each)\b|"
    r"\b(?:no|not|never|nothing|nowhere|\w+n[’']t)\b[^.;,]{0,30}\b(?:giv(?:e|es"
    r"|ing)\s+(?:\w+\s+)?up"
    r"|sacrific\w*|compromis\w*|renounc\w*|(?:be|are|is)\s+(?:behind|worse|weaker))\b"
    r"|\bno\s+(?:cuts?|compromises?|sacrifices?|weak\w*(?:\s+\w+)?)\b"
    r"|\b(?:no|not|never|nor|without|hardly|barely|scarcely|zero|\w+n['’]t)\s+"
    r"(?:\w+\s+){0,4}?(?:downsides?|drawbacks?|disadvantages?|negatives?|minus(?:es)?"
    r"|trade-?offs?|sacrifices?)\b"
    r"|\b(?:lose|loses|sacrifice|miss|forgo)\s+(?:absolutely\s+|really\s+)?(?:nothing|not\s+much"
    r"|little)\b"
    r"|\b(?:nothing|not\s+much|not\s+a\s+lot|little)\s+(?:\w+\s+){0,2}?(?:(?:we|they|you|i)\s+"
    r"(?:\w+\s+)?(?:lose|miss)|(?:is|gets|goes)\s+lost)\b"
    r"|\bwhy\s+(?:should|would)\s+(?:we|i)\b"
    r"|(?<!not )\b(?:better|ahead|first|strong|best)\s+(?:in|at|on)\s+(?:every\w*|each|all)\b"
    r"|\bwhatever\s+(?:\w+\s+){0,2}(?:others?|rivals?|they|firms?|makers?"
    r"|shops?)\b[^.;]{0,30}\b(?:too|as\s+well|and\s+more|also)\b"
    r"|\b(?:full|whole|complete)\s+(?:package|programme|program|range|service)\b",
    re.IGNORECASE,
)
"""Nothing is given up: "nothing in which we are behind", "no cuts", "why should we be worse"."""
