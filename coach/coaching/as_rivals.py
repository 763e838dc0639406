"""Whether what is to set somebody apart is told to be as others have it.

What a difference means for a customer needs no rival to tell it. Where one comes up, it is to
say what he lacks, so that a rival without any contrast is parity.
"""

import re

from coach.coaching.language import Reader
from coach.coaching.verdicts import once

_SELLER = (
    r"(?:makers?|manufacturers?|shops?|stores?|firms?|compan(?:y|ies)|sellers?|suppliers?|"
    r"producers?|providers?|vendors?|dealers?|brands?|workshops?|rivals?|competitors?|"
    r"competition|alternatives?|agenc(?:y|ies)|websites?|neighbours?|studios?|offers?|body else|"
    r"one else|portals?|apps?|chains?|platforms?|schools?|houses|trade|branch|industry|tools?|"
    r"gear|services?|products?|systems?|programs?|sites?|vans?|models?|places?)"
)
_TRADE = (
    r"(?:trade|branch|industry|market|sector|business|profession|field|line of (?:work|business))"
)
_HAVE = (
    r"(?:ha(?:s|ve|d)|got|do(?:es)?|offers?|gives?|sells?|promis(?:es?|ing)|includes?|provides?|"
    r"works?|posts?|uses?|advertis\w+|delivers?|makes?|carry|carries|stocks?|knows?|filters?|"
    r"cop(?:y|ies|ied)|wears?|brings?|comes? with|shows?|claims?|supply|supplies|prints?|puts?)"
)
_GOODS = (
    r"(?:it|this|that|them|so|the same|same|one|such|with (?:it|this|that)|"
    r"for (?:it|this|that)|like (?:that|this|it))"
)
_MANY = r"(?:any|every|each|all|most|other|many|several|two|three|five|ten|\d+)"
_ALL_HAVE = re.compile(
    rf"\b(?:{_MANY}\s+(?:the\s+|other\s+|\w+\s+)?{_SELLER}|(?:all|most) of them|"
    r"(?:the )?others?|every(?:body|one)|any(?:body|one)|"
    rf"the (?:whole |entire )?(?:{_TRADE}|competition|rest)|they all|all|"
    r"the (?:big|large|small|cheap|old) (?:ones?|names?)|"
    r"(?:(?:the|my|our|both|two|all|three|\d+)\s+)*(?:rivals|competitors|alternatives))"
    r"(?:\s+(?:else|(?:in|of|on)\s+(?:the|this|our)\s+\w+))?\s+"
    r"(?:(?:also|now|already|long|can|could|will|today|have|has)\s+)*"
    rf"{_HAVE}(?:\s+{_GOODS}\b|\W*\Z)"
    r"|\bthey\s+(?:have|do|offer|give) (?:it|this|that|so) (?:too|also|as well)\b",
    re.IGNORECASE,
)
"""What all others do or have: "any shop does this today"."""
_USUAL = re.compile(
    rf"\b(?:common practice|common knowledge|(?:industry|market|branch) standard|"
    r"the usual thing|(?:nothing|not(?: \w+)?) (?:special|unusual|extraordinary|rare)|"
    r"nothing new|"
    rf"(?:basic|standard|usual|normal|common|minimum|customary|ordinary|typical)(?: \w+)? "
    rf"(?:in|of|for|with) (?:the |our |this |my )?(?:{_TRADE}\b|all\b|any\w*|every\w*)|"
    r"basic (?:equipment|requirement|expectation|service)s?|"
    r"(?:ha(?:s|ve)|get|gets|buy|finds?|found|available|sold|offered|on offer|had|sees?) "
    r"(?:it |that |this |them )?(?:anywhere|everywhere|elsewhere|(?:at|on) every corner|"
    rf"(?:from|at|in|on|by|with) {_MANY} (?:\w+ )?{_SELLER}|"
    r"(?:from|at|by|with) (?:anyone|anybody|everyone|everybody|others))|"
    r"(?:have|has) caught up|no different (?:from|than|to)|not (?:unlike|different)|"
    rf"(?:every|any|each) {_SELLER} (?:that |which )?{_HAVE}|"
    r"(?:what|that) (?:all|most) of them|"
    rf"expect(?:s|ed)? (?:(?:it|that|this|as much) )?(?:of|from) (?:any|every|all|an?\b)|"
    r"so (?:are|is|do|does|have|has|can) (?:the|those|all|they|others|most|one|some|many)|"
    r"(?:say|says|claim|claims|think|thinks) (?:the same|as much|so too|it too|that too)|"
    r"a matter of course|goes without saying|"
    r"(?:is|are|it's|that's|quite|pretty|just|only|as|become|becomes)\s+(?:a\s+|an\s+|the\s+)?"
    r"(?:standard|usual|normal|customary|obligatory|compulsory|mandatory|commonplace|"
    r"widespread|common|ordinary|run of the mill|norm|basics?|minimum)"
    r"(?:\s+(?:now|today|nowadays|these days|by now|here|everywhere|in \w+ \w+|for \w+))*\W*\Z|"
    rf"part of (?:any|every|each|all) (?:\w+ )?{_SELLER}|"
    r"(?:required|asked|demanded|prescribed|imposed|laid down|fixed) by (?:the )?(?:law|rules?|"
    r"norms?|authorit(?:y|ies)|state|regulations?)|"
    r"(?:the )?(?:law|rules?|norms?|regulations?) (?:ask|require|demand|want|prescribe|oblige)s?|"
    r"hygiene factor|table stakes|par for the course|entry ticket|run[- ]of[- ]the[- ]mill|"
    r"(?:taken|take|takes) (?:it |that |this )?for granted|bog standard|old hat|"
    r"(?:like|as|by) (?:everywhere|elsewhere|usual|with all|all|every\w*|any\w*|others?|"
    r"the others|all others|the rest)(?: else)?\W*\Z|everywhere (?:the same|else)|"
    r"(?:also|too|as well) (?:everywhere|elsewhere)|"
    rf"(?:whatever|whichever|no matter (?:which|what)) (?:the )?(?:make|{_SELLER}))\b",
    re.IGNORECASE,
)
"""That something is to be had from anybody: "common practice", "you can have it anywhere"."""
_NOT_SO = re.compile(
    r"\b(?:nobody|no one|none|never|cannot|can.t|unlike|instead|rather|where(?:as)?|while|but|"
    r"no (?:other|rivals?|competitors?|alternatives?)|only we|ours|better|more|less|without|"
    r"so that|so no|than|used to|would|needs?|takes?|took|still|until|lacks?|miss\w*|gave|given|"
    r"stopped|"
    r"forgot\w*|refus\w+|charg\w+|dropped|quit)\b"
    r"|\bnot\s+(?!unlike|different|special|unusual|rare)",
    re.IGNORECASE,
)
"""Words that take what all have as the ground for something else."""
_LEVEL = re.compile(
    r"\b(?:nothing|no (?:real |big )?difference|little|not much) (?:is |lies )?between us\b"
    r"|\b(?:no|not|n.t|hardly|barely|little|without|zero)\b(?:\s+\w+){0,3}?\s+differ(?:ence|s|ent)?"
    rf"\s+(?:to|from|between|with)\b[^.;]*?\b(?:us\b|our|them\b|they\b|others?\b|{_SELLER}\b|"
    r"big\b|old\b|two\b|three\b)"
    r"|\b(?:no|not|hardly|barely|\w+n.t|cannot|nothing|little|nobody|neither|nowhere)\b"
    r"(?:\s+\w+){0,4}?\s+(?:(?:sets?|tells?|marks?|takes?) (?:us|them|me) (?:apart|out|off)|"
    r"(?:our|an|any|a real) (?:advantage|edge)\b|distinguish\w*|ahead of (?:the|them|others))"
    r"|\bneck and neck\b|\b(?:dead heat|level pegging|honours even|six of one|much of a muchness|"
    r"nothing in it|same difference|swings and roundabouts)\b"
    r"|\b(?:a|is|it.s) (?:draw|tie)\b|\btied? with\b"
    r"|\b(?:on|at) (?:a )?par\b|\bon (?:the same|one|equal) (?:level|footing|terms)\b"
    r"|\b(?:we|i) (?:are|am) (?:all )?(?:level|equal|even|alike|the same)\b"
    r"|\b(?:none|neither|no one|nobody|not one) of us\b|\bneither (?:is |are )?(?:better|worse)\b"
    r"|\b(?:nobody|no one|none|neither)(?: of \w+)? (?:is|has|stands|comes out|lies)"
    r"(?: \w+)? (?:ahead|in front|better|best|edge|advantage|above)\b"
    r"|\b(?:we|i|us)(?: have| has)?(?: now| just| at last| finally)? (?:caught|catch|drawn|draw) "
    r"(?:up|level)\b|\bcannot tell (?:us|them) apart\b|\binterchangeable\b"
    r"|\bas \w+ as (?:(?:(?:at|with|by|in|from) )?(?:the|any|every|all|those|their|our|my) "
    rf"(?:\w+ )?{_SELLER}\b|theirs\b|others?\b|the rest\b|we\b|ours\b|mine\b|i am\b)"
    r"|\b(?:no|not|n.t|hardly|barely) (?:any |much |really )?(?:\w{2,}er|worse|more \w+|less \w+) "
    rf"than (?:(?:the|any|every|most|all) )*(?:\w+ )?(?:others?|{_SELLER}|rest|they|theirs|them)\b",
    re.IGNORECASE,
)
"""That nobody leads: "neck and neck", "none of us is better"."""
_NO_DRAW = re.compile(
    rf"\b(?:no|hardly an?y?|not (?:one|a|any)|scarcely an?y?) (?:\w+ )?{_SELLER}\b[^.;,]{{0,20}}?\b"
    r"(?:without|lacks?|misses|doesn.t|does not|has not|hasn.t)\b"
    r"|\b(?:no (?:customer|client|buyer|guest|one)|nobody|not one)\b[^.;,]{0,15}?\b(?:comes?|came|"
    r"chooses?|chose|buys?|bought|pays?|paid|switch\w*|asks?|asked)\b[^.;,]{0,20}?\b"
    r"(?:because of|for|on account of) (?:it|this|that)\b"
    r"|\b(?:not|n.t|never|hardly|nothing)\b(?:\s+\w+){0,3}?\s+(?:stands?|stick) out\b"
    r"|\b(?:cannot|can.t|could not|couldn.t|would not)\b(?:\s+\w+)?\s+(?:tell|say|see|taste|"
    r"know)\s+"
    r"(?:who (?:made|makes|did|sold)|whose|(?:us|them) from)\b"
    r"|\A\s*(?:(?:it|this|that) is )?(?:just |only )?a must\b(?! (?:in|for|when|on|with)\b)"
    r"|\bwherever (?:one|you|they) looks?\b"
    r"|\b(?:anyone|anybody|everyone|everybody|any (?!of\b)\w+)\b[^.;,]{0,25}?\b(?:can|could|may|"
    r"might)\s+"
    r"(?:also\s+|well\s+)?(?:do|make|copy|offer|say|build|sell|claim|order|buy|get|have|find)\s+"
    r"(?:it|this|that|so|the same)\b(?!\s+(?:from|with|in|by|for) (?:us|me|a|one|two|the (?:saddle|"
    r"phone)))",
    re.IGNORECASE,
)
"""That nobody comes for it, or that anybody could: "no shop without it"."""
_MENTIONED = re.compile(
    rf"\b(?:competitors?|rivals?|competition|(?:the|our|this|my) (?:\w+ )?{_TRADE}|"
    r"(?:the|all|most|many) others (?:have|had|do|did|can|could|are|were)|"
    r"(?:the|every|any|each|even the|other|most|all|my|our) (?:\w+ )?"
    r"(?:suppliers?|dealers?|providers?|vendors?|manufacturers?))\b",
    re.IGNORECASE,
)
"""A rival, or the trade, in a sentence about what a customer has of it."""
_SUCH = re.compile(
    r"\b(?:ha(?:s|ve|d)|do(?:es)?|did|offers?|gives?|sells?|promise[sd]?|includes?|provides?|says?|"
    r"copied|cop(?:y|ies)|claims?|shares?|advertises?|delivers?|stocks?|knows?|follow(?:s|ed)?)\b"
    r"[^.;]*\b(?:it|this|that|them|so|same|one|such|likewise|too|as well)\b"
    r"|\b(?:it|this|that|them|same|such)\b[^.;]*\b(?:ha(?:s|ve)|do(?:es)?|did|shared?|offers?|"
    r"gives?)\b",
    re.IGNORECASE,
)
"""What somebody has, gives or says of the same thing."""
_PEERLESS = re.compile(
    r"\b(?:nobody|no one|none|nothing|never|no \w+|not|cannot)\b[^.;]{0,40}?\bas \w+ as\b|"
    r"\btwice\b|\b(?:half|times) as\b",
    re.IGNORECASE,
)
"""A comparison that nobody comes up to: "nobody is as quick as we"."""
_TURNS = re.compile(
    r"\b(?:but|while|where(?:as)?|only|cannot|\w+n.t|(?:do|does|is|are|can|has|have|will) not)\b",
    re.IGNORECASE,
)
"""What takes a draw back after it was told: "as we do, the shared room does not"."""
_WHOEVER = re.compile(
    r"\b(?:whoever|whomever|wherever|whichever|no matter (?:who|where|which|how)|"
    r"regardless of (?:who|where|which)|it does not matter (?:who|where))\b[^.;,]{0,25}?\b"
    r"(?:choos\w+|chosen|cho[sz]e|buys?|bought|orders?|ordered|books?|booked|asks?|calls?|picks?|"
    r"goes to|go to|hires?|turns? to|supplies|supplied|delivers?|sells?|sold|teaches|makes? it)\b",
    re.IGNORECASE,
)
"""The same from each of them: "whoever they choose, they have this"."""
_ALIKE = re.compile(
    r"\b(?:too|also|as well|likewise|the same|same|equal(?:ly|s)?|similar(?:ly)?|identical|alike|"
    r"just like|like|as|match(?:es)?|comparable)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:across the (?:street|road)|next door|down the (?:street|road)|(?:a)?round the corner|"
    r"in (?:any|every) (?:town|street|village|catalogue|shop window)|on the (?:high street|net|"
    r"internet|web)|online|(?:the )?others|the (?:rest|competition|big ones)|"
    rf"(?:the|my|our|your|a|other) {_SELLER}(?:'s|s')?)"
    rf"(?=\W*(?:\Z|[,;.:]|{_HAVE}\b|can\b|could\b|and\b|or\b|in\b|as\b))",
    re.IGNORECASE,
)
"""Where, or from whom, else it may be had."""
_ONLY_OURS = re.compile(
    r"\b(?:only (?:we|us|ours|with us|here)|(?:no|nobody|not|none|never|nowhere)(?: \w+)? (?:other|"
    r"others"
    r"|else|elsewhere|rivals?|competitors?|everywhere|anywhere|in the (?:trade|market))|better|"
    r"more|"
    r"less|than|unlike|ahead of|instead|cannot|can.t|\w+n.t|(?:do|does|can|could|will|"
    r"would) not)\b",
    re.IGNORECASE,
)
"""What is ours alone after all: "nowhere else to be had"."""
_HAS = re.compile(rf"\b{_HAVE}\b", re.IGNORECASE)
_SAME = re.compile(
    r"\bsame(?: (?:one|ones|thing|kind|sort|way))? (?:as|that|which|the|in|at|from|with)\b", re.I
)
"""Of what follows, a thing is no different: "the same one the dealer uses"."""
_NO = re.compile(r"\bno\b", re.IGNORECASE)
SOME = 2
"""Rivals that are named in one breath, from which on it is told what all have."""


@once
def as_rivals(text: str, read: Reader, rivals: tuple[str, ...]) -> bool:
    """True where ``text`` tells what ``rivals`` (the names of alternatives) or all others have too.

    A contrast ("better", "without", "where they need two days") takes it back.
    """
    last = re.split(r"[.;]\s", text.strip())[-1]
    if last != text.strip() and as_rivals(last, read, rivals):
        return True
    level = _LEVEL.search(text)
    if level and not _PEERLESS.search(text):
        return not _TURNS.search(text, level.end()) and not read.has(_LEVEL.sub(" ", text), "than")
    if _NO_DRAW.search(text) or _of_the_trade(text, read):
        return True
    if _NOT_SO.search(text):
        return False
    if _ALL_HAVE.search(text) or _USUAL.search(text) or _WHOEVER.search(text):
        return True
    if _MENTIONED.search(text) and _SUCH.search(text) and not _NO.search(text):
        return not read.has_figure(text) and not read.has(text, "trouble", "scorn")
    told = _HAS.search(text) or _ALIKE.search(text)
    if told and not _NO.search(text) and _named(text, rivals, read) >= SOME:
        return True
    if _ALIKE.search(text) and _THERE.search(text):
        return True
    if read.has(text, "contrast"):
        return False
    if not read.has(text, "sameness"):
        return _SAME.search(text) is not None and read.share(text, "\n".join(rivals))
    return read.has(text, "anybody_else") or read.share(text, "\n".join(rivals))


_TALK = (
    *("no_lead", "us", "them", "customer_words", "rivals", "rivalry", "light_verbs", "empty_talk"),
    *("universal", "denials", "platitudes", "offer_words", "generic_benefits", "abstracts", "has"),
    *("talk_of_ends", "reasons", "ordinary", "packaged", "hedges", "vague_sizes", "often"),
)
"""Words of the trade at large, in which nobody's day comes up."""


def _of_the_trade(text: str, read: Reader) -> bool:
    """True where ``text`` has nothing of a customer's day, and a word for what others have too.

    "Pretty similar to what is out there", "not exclusive to us".
    """
    if not read.knows("no_lead") or not read.has(text, "no_lead") or read.concrete(text):
        return False
    return not read.left(text, *_TALK) and not _ONLY_OURS.search(text)


def _named(text: str, rivals: tuple[str, ...], read: Reader) -> int:
    """How many of the ``rivals`` come up in ``text`` by a word that only their name has."""
    told, names = read.stems(text), [read.stems(each) for each in rivals]
    return sum(
        not told.isdisjoint(name.difference(*(other for other in names if other is not name)))
        for name in names
    )
