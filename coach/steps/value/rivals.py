"""What they use today: whether an answer names anything, and anything good of it."""

import re

from coach.coaching.language import Reader, words
from coach.coaching.pieces import near, pieces
from coach.coaching.unsaid import none_at_all, own_voice, unsaid
from coach.coaching.verdicts import once
from coach.steps.value.scorn import runs_down

_BUT = re.compile(
    r"[,;.]?(?<!nothing)\s+but\s+(?!for\b)|[,;.]\s+(?:though|although|however|still|yet|then)\s+",
    re.IGNORECASE,
)
"""Where an answer about a rival takes a turn."""

_SEEMING = re.compile(
    r"\b(?:on paper|in theory|at first (?:sight|glance)|on the (?:face of it|surface)|supposedly|"
    r"allegedly|so they say|they say|perhaps|maybe|possibly|"
    r"for a (?:quick|first|short) (?:look|moment|time|while))\b",
    re.IGNORECASE,
)
"""Praise that is taken back at once: "cheap on paper, but"."""

PHRASE = 2
"""Words from which on "nobody" or "nothing" says that there is no alternative."""

_ONLY = re.compile(
    r"\b(?:only|merely|just|nothing (?:but|except|other than|apart from)|sole|no more than|"
    r"all (?:it|they|he|she|that|this)(?: ever)? (?:does?|brings?|gives?|offers?|has)(?: is)?|"
    r"little (?:but|more than))\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:waits?|waiting|queues?|queuing|bills?|invoices?|(?:costs?|after|takes?|wants?) "
    r"(?:your |their |people.s |the |our )?money|costs?|headaches?|grief|dust|rust|rubbish|work|"
    r"expenses?|hassles?|bother|lies|excuses|promises|empty promises|noise|letters|forms|apologies|"
    r"dirt|mud|smells?|nerves|patience|money|troubles?|problems?|chaos|damage|stress|worry|"
    r"worries|delays?|losses|complaints?|"
    r"anger|regrets?|regret|frustration|arguments?|fees?|charges?)\b",
    re.IGNORECASE,
)
"""What nobody wishes to be given."""

_OATHS = re.compile(
    r"\b(?:hand on (?:my |our )?heart|to be (?:honest|fair|frank)|honestly|frankly|"
    r"truth be told|in truth|"
    r"(?:as|so) far as (?:i|we|one) (?:can |could )?(?:know|see|tell|am aware|are aware|"
    r"remember|judge)|"
    r"to (?:my|our) knowledge|believe (?:me|it or not)|i swear|i must say|i have to say|luckily|"
    r"fortunately|"
    r"sadly|unfortunately|thank (?:god|goodness|heaven)|for now|at (?:the moment|present)|"
    r"as of today|"
    r"in my (?:view|opinion|eyes)|in our (?:view|opinion|eyes)|well|really|truly|basically|"
    r"actually)\b[\s,:;–-]*",
    re.IGNORECASE,
)
"""What only affirms what is told: "hand on heart"."""
_ASIDE = re.compile(
    r"\b(?:between (?:us|you and me|ourselves)|if you ask (?:me|us)|in (?:short|brief|a word)|"
    r"all in all|to be blunt|to put it (?:mildly|bluntly|politely)|let.s face it|no offence|"
    r"if anything|with (?:all )?(?:due )?respect|(?:i|we) (?:would|.d) say|"
    r"from (?:end to end|start to finish|top to bottom|a to z)|through and through|all over|"
    r"across the board)\b[\s,:;–-]*",
    re.IGNORECASE,
)
"""What a founder says around a verdict: "between us", "from end to end"."""
_ONE_THING = re.compile(
    r".{0,30}\b(?:one|a single|only) thing\b[^,:;–-]{0,30}[,:;–-]+\s*(.+)", re.IGNORECASE
)
"""A praise that is a riddle, and its answer: "good at one thing only, losing keys"."""
_OURS_ALONE = re.compile(
    r"\b(?:field|market|ground|niche|space|territory|place|ocean|floor|stage|land|segment|"
    r"playing field|"
    r"category)(?:.s|\s+is|\s+are|\s+was|\s+stands|\s+lies|\s+belongs)\s+(?:\w+\s+)?(?:ours|"
    r"mine|to us|to me|free|"
    r"empty|open|virgin|untouched|vacant|bare|unserved|green|blue|clear|wide open)\b"
    r"|\b(?:nowhere|no\s?where|no place|nobody|no one)\s+(?:else\s+)?(?:to\s+(?:go|turn|ask|"
    r"call|get|buy)|"
    r"they (?:can|could) (?:go|turn|ask))\b"
    r"|\b(?:with|left with|have|has|got)\s+(?:empty hands|nothing at all|nothing whatsoever|"
    r"no choice|no options?)\b"
    r"|\b(?:do|does|can|could|did|were|are|have)(?:n.t| not)\s+(?:have|get|find|buy|turn to|"
    r"go to)\s+"
    r"(?:any|an?|another|other|much)\s+(?:\w+\s+)?(?:choice|option|alternative|solution|place|"
    r"help)s?\b"
    r"|\b(?:other|existing|current|present|all|today.s|conventional|rival|competing|"
    r"competitors.?)\s+"
    r"(?:solutions?|products?|offers?|tools?|firms?|providers?|ways?|things?|options?|"
    r"alternatives?|ones|services?|methods?)\s+"
    r"(?:(?:just|simply|all|mostly)\s+)?(?:do(?:n.t| not)|does(?:n.t| not)|fail|fall short|"
    r"are\s+(?:\w+\s+)?(?:bad|useless|"
    r"poor|worse|rubbish|crap|outdated|inferior|no good|not)|cannot|can.t|never)\b",
    re.IGNORECASE,
)
"""A field that is ours, customers with nowhere to go, or rivals dismissed without a name."""
_ABOUT_US = re.compile(
    r"\b(?:nobody|no one|no-one|no \w+)\s+(?:\w+\s+)?(?:takes? care|serves?|helps?|looks? after|"
    r"covers?|caters?|cares?|"
    r"supplies|reaches)(?:\s+(?:of|for|after))?(?:\s+(?:them|it|this|that|these))?\W*\Z"
    r"|\b(?:offer|product|service|solution|thing|something|somebody|someone|"
    r"firm)\s+like\s+(?:this|that|us|ours|it)\b"
    r"|\b(?:overlooked|forgotten|ignored|neglected|left alone)\s+by\b|\b(?:only|just)\s+dream\b|"
    r"\b(?:no|any|not any|hardly any)\s+(?:help|support|offer|answer|solution)\s+(?:from|"
    r"by)\s+any\w+"
    r"|\bnew\s+to\s+(?:the|this|our|their)\s+\w+"
    r"|\b(?:market|industry|branch|trade|sector|(?:every\w+|all)\s+else)\s+(?:has\s+|have\s+|"
    r"had\s+)?(?:slept|"
    r"ignored|ignores|overlooked|overlooks|missed|forgotten|neglected|neglects|gave\s+up|"
    r"given\s+up|stopped|failed)\b|"
    r"\b(?:without|for|like|until|before)\s+(?:us|me|we|i|our|my)\b"
    r"|\b(?:only|just)\s+(?:us|me|we)\W*\Z",
    re.IGNORECASE,
)
"""What is told of us, where a thing they use is asked."""
_AS_SUCH = re.compile(
    r"\b(?:competition|competitors?|rivals?|others)\s+(?:\w+\s+)?(?:sleeps?|asleep|(?:is|are|"
    r"does|do|did|has|have)n.t|is|are|lags?|slumbers?|snores?|"
    r"ha(?:s|ve)|ignores?|overlooks?|misse[sd]|neglects?|does|do|did|can|cannot)\b",
    re.IGNORECASE,
)
"""Rivals told as such; a name or a figure beside them makes one of them somebody."""
_DISMISSED = re.compile(
    r"\b(?:players?|ones|names|firms|companies|brands|chains|guys|boys|fish|manufacturers|makers|"
    r"houses|suppliers|others|giants?|corporations?|industry|groups)\s+(?:[\w'’]+\s+){0,3}?"
    r"(?:bother|care|dare|wake|woken|awake|notice|think|find|ignore|laugh|interested|sleep|"
    r"asleep|missed|shy|avoid|copy|copies|dream|follow|overlook|underestimate|look\s+away|"
    r"look\s+down|stay\s+away|keep\s+away|turn\s+up\s+their|leave\s+(?:it|this|that|them)\s+(?:alone|aside|to\s+us))\w*\b",
    re.IGNORECASE,
)
"""Rivals as such, told to leave the field to us: "the big ones do not bother"."""
_ZERO = re.compile(
    r"\b(?:0|zero)\s+(?:direct\s+|real\s+)?(?:competitors?|rivals?|alternatives?|competition|firms?|"
    r"suppliers?|providers?|others?|offers?)\b",
    re.IGNORECASE,
)
_OURS_IS = re.compile(
    r"\b(?:our|my|this|the)\s+(?:\w+\s+)?(?:idea|product|concept|invention|approach|solution|thing|"
    r"method|patent)\s+(?:is|was|has|cannot|can.t)\b|\bpatent\s+pending\b|\bwe\s+(?:have|hold|own)\s+"
    r"(?:the|a)\s+patents?\b",
    re.IGNORECASE,
)
"""What is told of our own thing: "our idea is too new for that"."""
_CANNOT_NAME = re.compile(
    r"\A\W*(?:there\s+(?:is|are)\s+)?(?:nothing|nobody|no\s?one|none|no\s+\w+)\s+(?:(?:that|which|who|"
    r"whom)\s+)?(?:i|we|one|you)\s+(?:could|can|know|would|have|see|found|might)\b"
    r"|\b(?:you|one|they|people|we|i)\s+(?:\w+\s+)?(?:look|search|hunt|seek|ask)\w*\b[^.;]*\bin\s+vain\b"
    r"|\b(?:never|not|\w+n.t)\s+(?:\w+\s+)?(?:looked|searched|checked|researched|googled)\b",
    re.IGNORECASE,
)
"""Somebody who can name nothing: "nothing that I know of"."""
_REST_OF_THEM = re.compile(r"\b(?:the\s+rest|others?|everybody|everyone|all)\b", re.IGNORECASE)
_WE_OPEN = re.compile(r"\A\W*(?:we|i)(?:.(?:ve|re|m|d|ll))?\s+[a-z]+\b", re.IGNORECASE)
"""An answer about its writer."""
NEAR = 6
"""Words between a denial and the rival it denies: "not one other firm in the country makes"."""
SPARE = 1
"""Words beside "we are alone" that name no alternative."""


_TALK = ("absence", "denying", "rivalry", "rival_talk", "sole", "us", "empty_talk", "light_verbs")
"""Lists of what is said about rivals as such."""


def nobody_there(text: str, read: Reader) -> bool:
    """True where ``text`` only says that there is nobody: "this was never offered before".

    "Nothing" on its own, and doing nothing, is what many people do today. So is whatever a
    piece names that denies no rival: "no shop here, a sheet and a pen".
    """
    if read.only(text, "no_rivals", spare=2) and not read.concrete(text):
        return True
    if read.has(text, "doing_nothing") or len(words(text)) < PHRASE:
        return False
    if read.has(text, "us") and read.has(text, "without_finding"):
        return True
    if unsaid(text, read) and not read.says_nothing(text):
        return True
    if read.has(text, "without_finding") and not read.left(text, *_TALK, "without_finding"):
        return True
    if own_voice(text) and read.has(text, "denying") and len(read.left(text, *_TALK)) <= SPARE:
        return True
    text = _OATHS.sub("", text)
    if not read.concrete(text) and (_CANNOT_NAME.search(text) or _only_us(text, read)):
        return True
    denied = [piece for piece in pieces(text) if _denies_rivals(piece, read)]
    others = [piece for piece in pieces(text) if piece not in denied]
    names = read.names(text)
    return bool(denied) and not any(_named(piece, names, read) for piece in others)


def _only_us(text: str, read: Reader) -> bool:
    """True where all pieces of ``text`` are about its writer or about rivals as such."""
    if not _WE_OPEN.match(text) or read.has(text, "using", "customer_words", "them"):
        return False
    return len(pieces(text)) == 1 or all(
        _WE_OPEN.match(piece) or _AS_SUCH.search(piece) or _REST_OF_THEM.search(piece)
        for piece in pieces(text)
    )


def _denies_rivals(piece: str, read: Reader) -> bool:
    """True where ``piece`` says that nobody competes, or that the founder stands alone."""
    if near(piece, read, "denying", "rivalry", NEAR):
        return True
    if _OURS_ALONE.search(piece) or _ABOUT_US.search(piece):
        return True
    if _ZERO.search(piece):
        return True
    if not read.concrete(piece) and (
        _AS_SUCH.search(piece)
        or _OURS_IS.search(piece)
        or (_DISMISSED.search(piece) and not read.has(piece, "using"))
    ):
        return True
    lists = ("absence", "denying", "nothing", "no_rivals", "rival_talk", "sole")
    if not read.has(piece, "absence", "denying", "nothing", "no_rivals", "sole"):
        return False
    if read.has(piece, "sole", "no_rivals") and read.has(piece, "us"):
        return True
    places = read.names(f"In {piece}")
    others = [
        word
        for word in read.left(piece, *lists, "rivalry", "empty_talk")
        if word.text not in places
    ]
    return len(others) <= (SPARE if read.has(piece, "sole", "no_rivals") else 0)


def _named(piece: str, names: tuple[str, ...], read: Reader) -> bool:
    """True where ``piece`` names something besides the ``names`` of people and places."""
    lists = ("denying", "rivalry", "sole", "us", "empty_talk", "finding_out", "undecided")
    told = [word for word in read.left(piece, *lists, "rival_talk") if word.text not in names]
    return bool(told) or (read.has(piece, "using") and any(each in piece for each in names))


@once
def nothing_good(text: str, read: Reader) -> bool:
    """True where ``text`` denies or wonders about a good side, or only tells a bad one.

    What comes after a "but" is judged by itself: "I would not go there, but it is cheap".
    """
    text = _ASIDE.sub("", text)
    if (found := _ONE_THING.match(text)) and read.has(found[1], "scorn", "trouble", "no_merit"):
        return True
    turned = [part for part in _BUT.split(text) if words(part)]
    if len(turned) > 1 and _SEEMING.search(turned[0]):
        return _nothing_good(turned[-1], read)
    if len(turned) > 1:
        return all(_nothing_good(part, read) for part in turned)
    return _nothing_good(text, read)


def _nothing_good(text: str, read: Reader) -> bool:
    if unsaid(text, read) or none_at_all(text, read) or _sees_none(text, read):
        return True
    if own_voice(text) and read.has(text, "denying", "finding_out") and _brief(text, read):
        return True
    if _no_good_word(text, read) or _only_harm(text, read) or runs_down(text, read):
        return True
    parts = [part for part in pieces(text) if not read.empty(part) or read.has(part, "familiar")]
    return bool(parts) and all(_no_good_word(part, read) for part in parts)


def _only_harm(text: str, read: Reader) -> bool:
    """True where all that a rival is told to do is harm: "brings only waiting and a bill"."""
    found = _ONLY.search(text)
    if not found:
        return False
    told = _HARM.sub("", text[found.end() :])
    harmed = told != text[found.end() :]
    after = read.left(told, "bad", "trouble", "light_verbs", "customer_words", "them", "empty_talk")
    return harmed and not after and not read.has_figure(text) and not read.has(told, "exceptions")


def _brief(text: str, read: Reader) -> bool:
    """True where a founder's own sentence names hardly anything: "I'd rather not comment"."""
    rest = read.left(
        text, "denying", "finding_out", "good_side", "us", "empty_talk", "trouble", "scorn"
    )
    return len(rest) <= PHRASE and not read.has(text, "trouble")


def _sees_none(text: str, read: Reader) -> bool:
    """True where the founder finds no merit, or wonders why anybody sees one.

    What the rival itself lacks is no matter of the founder's eyes: "no point of sale, so quick".
    """
    wonders = read.has(text, "without_finding")
    merit = read.has(text, "merit")
    alone = not read.left(text, "denying", "merit", "good_side", "empty_talk")
    ours = read.has(text, "us") or wonders or alone
    return merit and ours and (wonders or near(text, read, "denying", "merit", NEAR))


def _no_good_word(text: str, read: Reader) -> bool:
    if read.says_nothing(text):
        return True
    if read.concrete(text):
        return False
    said = ("absence", "denials", "nothing", "undecided", "bad", "good_side", "us")
    led = {span.first - 1 for span in read.find(text, "bad")}  # "cheap rubbish" is rubbish
    before = {word.start for at, word in enumerate(words(text)) if at in led}
    if any(word.start not in before for word in read.left(text, *said)):
        return False
    bad = [(each.first, each.last) for each in read.find(text, "bad")]
    denied = any(  # "never worked" is bad, and no denial of it
        not any(first <= each.first <= last for first, last in bad)
        for each in read.find(text, "absence", "denials", "nothing", "undecided")
    )
    if not denied and read.has(text, "familiar"):
        return False
    return denied != bool(bad)  # "not bad" is something good, "nothing good" is not
