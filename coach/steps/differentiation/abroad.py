"""Whether an answer about another culture changes anything, or leaves all as it is at home."""

import re

from coach.coaching.language import Reader
from coach.coaching.unsaid import unsaid
from coach.coaching.verdicts import once


@once
def told_of_there(text: str, read: Reader) -> bool:
    """True where ``text`` tells something of the other place: a figure, a name, another way.

    One row that does is enough: what stays as it is beside it may be told in any words.
    """
    told = read.concrete(text) or _OF_A_LAND.search(text) is not None
    return told or read.has(text, "but") or _OTHERWISE.search(text) is not None


_OF_A_LAND = re.compile(r"\b[A-Z]\w+(?:ish|ch|an|ese|ic|ian)\b")
"""A language or what belongs to a land: "German", "Faroese"."""
_OTHERWISE = re.compile(
    r"\b(?:new|anew|again|others?|another|different\w*|differs?|local|locally|their|there|them"
    r"|they|theirs|first|instead|rather|not|no|never|nobody|without|by|through|via|before|after"
    r"|until|from|since|because|where|when|while|asked|laws?|licen[cs]e\w*|permits?"
    r"|approved|translated|signed|more|less|fewer|(?!(?:wat|lett|memb|pap|custom|off|num|ord)er)"
    r"\w{2,}er|\w{2,}ier|every|each|only|own|one|two|three|half)\b",
    re.IGNORECASE,
)
"""Words by which something is done in another way than at home."""


def changes(text: str, read: Reader, spare: float) -> bool:
    """True where ``text`` says more than that all stays as it is ("same as in Belgium").

    ``spare`` is how many words of its own such an answer may have.
    """
    if not text.strip() or read.says_nothing(text):
        return False
    if _ONE_TO_ONE.fullmatch(text) or _THERE_TOO.search(text):
        return False
    if read.has_figure(text) or read.has(text, "but"):
        return True
    if _AS_EVER.search(text) or _LIKE_US.search(text) or read.empty(text, "unchanged"):
        return False
    if unsaid(text, read):
        return False
    rest = len(read.left(text, "unchanged", "nothing"))
    return not (read.has(text, "unchanged") and rest <= spare)


_ONE_TO_ONE = re.compile(r"\W*(?:1\s?[:/]\s?1|one[- ]to[- ]one)\W*", re.IGNORECASE)
_THERE_TOO = re.compile(
    r"\b(?P<act>\w{4,})\s+(?:in|here|at)\b[^.;]{0,120},\s*(?:so\s+it\s+)?(?P=act)\s+(?:in|there)\b"
    r"|\A(?:as|like|see)\s+(?:in\s+|at\s+|for\s+)?(?-i:[A-Z])\w+\W*\Z|\b(?:what|whatever|who"
    r"|whoever|how|where)\b[^.;]{0,60}?\b(?P<verb>\w{3,30}?)(?:s|es|ed)?\b[^.;]{0,60}?\b(?P=verb)(?:s"
    r"|es|ed)?"
    r"\s+(?:there|here|in|at|on|across|beyond|over|for|with|theirs|them|too|also|as well"
    r"|any\w*|every\w*|abroad|over there|anybody|everybody)\b"
    r"|\b(?P<way>\w{4,30})\b[^.;]{0,120}\b(?:like|as)\s+(?:we|i|you|they)\s+(?P=way)\b"
    r"|\bone\s+\w+\s+(?:fits|suits"
    r"|serves|for)\s+(?:all|every\w*)\b"
    r"|\b(?:will|would|should|can|may)\s+(?:\w+\s+)?(?:there|abroad|over there)\s*(?:too|also"
    r"|as well)?\W*\Z",
    re.IGNORECASE,
)
"""The same verb for here and there: "what sells in Cork will sell in Brest"."""


_LIKE_US = re.compile(
    r"\b(?:just|exactly|precisely|simply|quite|much)\s+(?:like|as|how|the\s+way|what)\b"
    r"|\b(?:how|the\s+way)\s+(?:we|i)\s+(?:\w+\s+){0,2}?(?:do|did|work|sell|handle|have|are)\b"
    r"|\b(?:unaltered|unchanged|unmodified|unadapted|untouched|identical(?:ly)?)\b"
    r"|\b(?:everywhere|anywhere|wherever|all\s+over|the\s+(?:whole\s+)?world\s+over)\b"
    r"|\b(?:understand|understands|understood|spoken|speaks?|reads?|follows?)\b[^.;]*"
    r"\b(?:too|also|as\s+well|anyway|mostly|well|enough|so\s+do|fine|\w+(?:ish|ch|an|ese|ic))\W*\Z"
    r"|\b(?:mostly|mainly|all|anyway|also|still|is|are|be|can)\s+(?:understand|understood|spoken"
    r"|read|speak|follow)\b"
    r"|\bunderstand\s+(?:each\s+other|one\s+another|everybody|everyone)\b"
    r"|\A\W*(?:just|simply)\s+\w+\s+(?:there|over|across)\W*\Z"
    r"|\b(?:so|neither)\s+(?:do|are|have|is)\s+(?:we|they|ours)\b|\balready\W*\Z"
    r"|\b(?:can|could|may|will|should|must)\s+(?:\w+\s+)?(?:adapt|adjust|get used)\b",
    re.IGNORECASE,
)
"""They are taken to be as we are: "exactly how we do it", "everywhere", "they all read it"."""


_NONE = r"(?:no|not|none|nothing|never|nobody|without|little|hardly)"
_CHANGE = (
    r"(?:chang|adapt|alter|adjust|translat|modif|differ|rework|redesign|rewrit|revis|tailor|localis"
    r"|localiz|customis|customiz|special|new|extra|else|other)\w*"
)
_AS_EVER = re.compile(
    r"\A(?:the\s+)?same\s+[^,.;]{1,25}(?:,\s*(?:the\s+)?same\s+[^,.;]{1,25})*\W*\Z|\b(?:does"
    r"|do)\s+the\s+(?:job|trick)\b"
    r"|\b(?:like|as)\s+(?:everywhere|anywhere|always)\b|\b(?P<here>\w{4,})\s+(?:here"
    r"|at\s+home)\b[^.;]*\b(?P=here)\s+(?:there|abroad)\b"
    r"|\b(?:out\s+of|from|of)\s+the\s+same\b|\b(?:have|got)\s+(?:it\s+|that\s+)?already\b"
    r"|\balready\s+(?:have|there|exists?|done)\b"
    r"|\b(?:takes?|does|handles?|covers?|serves?)\s+(?:that|it|them|this)\s+(?:on\s+)?(?:as\s+well"
    r"|too|also)\b"
    r"|\bnobody\s+(?:has\s+)?(?:ever\s+)?(?:complain|mind|object|notic)\w*\b|\b(?:no"
    r"|without)\s+(?:reason|need|cause|point)\b"
    r"|\b(?:send|ship|bring|carry|post)\s+(?:over|along|across)\b|\Anothing\s+(?:in|about)\s+it\b"
    r"|\b(?:everyone|everybody|all\s+people|all\s+(?:our\s+)?customers|anyone)\b[^.;]*\b(?:equally"
    r"|alike)\b"
    r"|\A(?:we|i)\s+(?:are|stay|remain|act)\s+(?:always\s+)?\w+(?:\s+people)?\W*\Z|\b(?:explains"
    r"|sells|speaks\s+for)\s+itself\b"
    r"|\A(?:our|my)\s+(?:(?-i:[a-z])\w*\s+)?(?-i:[a-z])\w*\W*\Z|\b(?:no|without)\s+(?:modification"
    r"|alteration|adaptation|adjustment|translation)s?\b|"
    r"\b(?P<same>\w+)\s+(?:is|are|stays?|remains?)\s+(?:an?\s+)?(?P=same)\b"
    rf"|\b{_NONE}\b[^.;,]{{0,25}}\b{_CHANGE}|\b{_CHANGE}\s+{_NONE}\b"
    r"|\A(?:the|our|my)\s+(?:\w+\s+)?(?:version|one|ones|edition|leaflet|flyers?|brochure|site"
    r"|website"
    r"|shop|film|texts?|line|model|range|goods|price list|catalogue|contract|team|way)\W*\Z"
    r"|\A(?:with\s+|in\s+|just\s+|only\s+|simply\s+)*(?:what|that which|the one|those|which"
    r"|whatever)\s+(?:we|i)\s+(?:\w+\s+)?\w+|\b(?:that|which)\s+(?:we|i)\s+(?:already\s+)?(?:have"
    r"|use|know|own)\W*\Z"
    r"|\b(?:is|are|be|stays?|remains?|needs?|wants?|likes?|buys?|loves?)\s+(?:\w+\s+)?the\s+same\b"
    r"|\bnothing\s+to\s+\w+\W*\Z|\b(?:will|['’]ll|should)\s+do\W*\Z"
    r"|\A(?:we|i)\s+(?:\w+\s+)?(?:bring|take|use|send|sell|offer|come with|go with)\s+"
    r"what(?:ever)?\s+(?:we|i)\b"
    r"|\b(?:as|like)\s+(?:we|i)\s+(?:always\s+)?(?:do|did|have)\b|\bas\s+(?:it|they)\s+(?:is|are"
    r"|stands?)\W*\Z"
    r"|\bno\s+(?:problems?|issues?|bother|trouble|worr\w+|concerns?|need)\b"
    r"|\A(?:people|folk|they|everyone|everybody)\s+(?:over\s+)?(?:there\s+)?(?:have|has|need|eat"
    r"|drink|want|like"
    r"|use|are)\b[^.;,]{0,30}\b(?:too|as\s+well|also)\W*\Z|\A(?:leave|keep)\s+(?:it|them|that)\W*\Z"
    r"|\Asee\s+\w+\W*\Z|\bwhat(?:ever)?\s+(?:we|i)\s+(?:always|usually|already)\s+\w+"
    r"|\b(?:they|people|everyone|everybody|customers|clients)\s+(?:will\s+|can\s+|all\s+|do\s+)?"
    r"(?:understand|follow)s?\s+(?:us|me)\b",
    re.IGNORECASE,
)
"""All stays as it is: "bread is bread", "nothing to alter", "the Danish version", "see Denmark"."""
