"""What is said where nothing is done: sayings, excuses, and how well it always went."""

import re
from functools import lru_cache

from coach.coaching.language import KEPT

_RESIGNED = re.compile(
    r"\b(?:one|you|we|i) (?:has|have|['’]ve|must|should|got) (?:got )?(?:to )?(?:just "
    r"|simply )?(?:take|accept"
    r"|live with|put up with|bear|suffer|lump|swallow|expect|roll with|face) (?:it|that|this"
    r"|the (?:rough|good"
    r"|bad|smooth|blow|knock|hit)|things|what|whatever|some)\b"
    r"|\A\s*(?:so |and |then )?(?:why|how|who|what) (?:would|should|could|on earth"
    r"|else) (?:they|anybody|anyone"
    r"|someone|people|customers|he|she|it|that)\b"
    r"|\A\s*(?:nobody|no one|none of them) (?:else )?(?:does|do|can|could|will|would|has|is"
    r"|are)\b"
    r"|\b(?:not|nothing|little|no|hardly|cannot|can.t|never|nobody)\b(?:\s+\w+){0,4}?\s+"
    r"(?:(?:can|could|to|be)\s+(?:really\s+)?(?:be\s+)?"
    r"(?:do|done|help|helped|change|changed|influence|stop|prevent|prevented|foresee|know|tell)"
    r"|in our hands|in our power|up to us)\b"
    r"|\b(?:beyond|out of|outside) (?:our|my|anybody's|anyone's) "
    r"(?:control|hands|power|reach|influence)\b"
    r"|n['’]t (?:(?:very|really|that|so|too) )?(?:much|a lot|anything|a thing)\b[^,;.]{0,50}"
    r"\b(?:do|done|helps?)\b"
    r"|\A\W*what (?:can|could|should|shall|will|would|is there) (?:\w+ ){0,4}?do\b"
    r"|\bthere(?:['’]s| is| are) (?:no|hardly any|little|not any) (?:\w+ )?(?:remedy|cure|help"
    r"|protection|defence|defense|answer|escape|medicine|recipe|way (?:round|around|out))\b",
    re.IGNORECASE,
)
"""Words that give it up: "little one could do"."""
_IDLE = re.compile(
    r"\A\s*(?:(?:it|that)['’]s (?:all )?(?:up to|in the hands of|out of)"
    r"|(?:it|that|this|things|these things|time|all|everything)"
    r"(?:['’]ll|\s+(?:will|would|should|must|may|might|can|has|have|is|does|always|never"
    r"|usually))\s+"
    r"(?:(?:all|always|never|just|only|probably|surely|hopefully|soon|still|also|not|be|to"
    r"|get) )*"
    r"(?:what it is|sort|solve|settle|pass|blow|calm|work|go|come|happen|heal|heals|tell|tells"
    r"|turn"
    r"|fine|ok|okay|alright|all right|part of|improve|better|resolve|fix itself|right itself"
    r"|show|found|worked|gone|been|take|takes))\b",
    re.IGNORECASE,
)
"""What takes care of itself: "it will sort itself out"."""
_EXCUSE = re.compile(
    r"\s*(?:(?:we|i|there|got|have|has|['’]ve|is|was|it['’]s|really|just|still)\s+)*"
    r"(?:(?:no|not enough|too little|never any|hardly any) (?:time|money|need|idea|clue|budget"
    r"|reason"
    r"|plan|capacity|energy|means|hurry|worry|worries|point|use)"
    r"|(?:too|so|very|much too) (?:busy|early|late|tired|old|expensive|dear|complicated)"
    r"|not (?:now|yet|needed|necessary|a priority|urgent|our (?:problem|job|business|fault)"
    r"|my (?:problem|job|business|fault)|worth it))\b(?! (?:for|to|than) (?!that|this|it|now))",
    re.IGNORECASE,
)
"""Why nothing is done: "no time for that now"."""
_HISTORY = re.compile(
    r"\s*(?:(?:for|as|since|because|so far|up to now|until now|till now|in the past"
    r"|over the years"
    r"|all these years)\W+)*(?:we|i|it|they|things|that|this|everything|all|he|she|people"
    r"|customers"
    r"|(?:the|my|our) \w+)(?:['’](?:ve|s)|\s+(?:have|has|had))?\s+"
    r"(?:(?:all|also|both|been|only|even|somehow|still|just)\s+)*"
    r"(?:(?:always|never|ever|usually|mostly|normally|so far|before|until now|up to now"
    r"|every time)"
    r"\s+(?:\w+\s+){0,2}?(?:\w+(?:ed|en|wn|ne|me)|got|kept|found|had|made|held|went|stood"
    r"|dealt|left|paid"
    r"|come|came|worked|been)\b"
    r"|(?:(?:got|come|came|made it|made do|pulled|muddled|scraped|scrambled|squeaked|struggled"
    r"|carried|been|gone|went|lived|worked|ridden|rode|stood|battled|sailed)\s+"
    r"(?:on|through|by|over|out|along|round|around|past|here before|it out|there before)"
    r"|survived|coped|managed|weathered|endured|outlived|outlasted|recovered|bounced back"
    r"|(?:seen|known|had|faced|lived through|been through|come through|got through) (?:\w+ )?"
    r"(?:worse|harder|it all|everything|this|that|it|these|such|hard|bad|tough|many|storms?))\b)",
    re.IGNORECASE,
)
"""What went well until now is no act: "we have always got through", "I've seen worse"."""
_BY_LUCK = re.compile(
    r"\A\W*(?:and |but |well )?(?:somehow|one way or (?:the )?(?:another|other)|by some miracle"
    r"|with (?:a (?:bit|little) of )?luck|god willing|luckily|fortunately)\b"
    r"|\btak(?:e|es|ing)\b(?: \w+){1,3}? as (?:it|they|things) comes?\b"
    r"|\b(?:as|what|whatever|how) (?:god|heaven|fate|life|the lord) (?:sends?|gives?|wills?|wants?"
    r"|brings?)\b"
    r"|\balways (?:turn(?:s|ed)? up|came (?:up|right|good|along)|comes? (?:right|good|along))\b",
    re.IGNORECASE,
)
"""What luck brings: "somehow people were found", "as God sends it"."""
_AS_ONE_SAYS = re.compile(
    r"\bcross (?:that|the|this|those) bridges?\b|\b(?:crack|soldier|press|plough|plow|plod|battle"
    r"|march|carry|keep|hang|struggle|grind) on\W*\Z|\bkeep going\W*\Z|\bhang (?:on )?in there\b"
    r"|\bplay (?:it|things) by ear\b|\bsee how (?:it|things) (?:goes|go|turns? out)\b|\bwing it\b"
    r"|\A\W*(?:it.s |this is |that.s )?(?:just |all )?part of (?:the |our |any |every )?(?:business"
    r"|game|job|trade|life|deal|risk)\b"
    r"|\A\W*accept(?:ed|ing)?\W*\Z|\bin (?:good|safe|the best) hands\b|\bon the safe side\b"
    r"|\broll with\b|\bgo with the flow\b|\b(?:one|each) day at a time\b|\bgrin and bear\b"
    r"|\bsit (?:it out|tight)\b|\b(?:ride|wait|stick|tough|sweat) it out\b|\bbatten down\b"
    r"|\b(?:fingers|thumbs) (?:crossed|pressed)\b|\bcross (?:my|our) fingers\b|\btouch wood\b"
    r"|\bknock on wood\b|\b(?:roll|rolling) up (?:our|my) sleeves\b|\bput our backs? into\b",
    re.IGNORECASE,
)
"""Sayings for doing nothing in particular: "cross that bridge when we get there"."""
_STAYS = re.compile(
    r"\s*(?:(?:we|we.ll|we will|i|i.ll|i will|just|simply|always|all|must|have to|to)\s+)*"
    r"(?:stay|remain|keep (?:our|my|your|on|up|a|an) (?:ear|eye|ears|eyes|cool|head|heads|nerve"
    r"|nerves|chin|feet|spirits|faith|good|watchful|close|sharp|open)\b)"
    r"(?!\s+(?:in the|at|with the|overnight|there|late|by the|until|open|away)\b)",
    re.IGNORECASE,
)
"""Who stays as they are does nothing: "stay on our toes"; not who stays somewhere."""
_AS_BEFORE = re.compile(
    r"\b(?:do|doing|give|giving|try|trying)\b (?:it |him |her |them )?(?:my|our|his|her|their|your"
    r"|the) (?:\w+ )?(?:best|utmost|damnedest|(?:all|most|bit)\W*\Z)\b"
    r"|\A\W*(?:(?:we|i|just|will|shall|['’]ll|must|have to) )*(?:nurse|limp|coax|struggle"
    r"|scrape|muddle"
    r"|drag|scramble|stumble|rub|jog|squeak|soldier|bumble|potter|plod)s?\b(?: \w+){0,4}?"
    r" (?:along|through|by)\b"
    r"|\A\W*(?:(?:we|i|just|will|shall|['’]ll|must|have to) )*get (?:along|through|by)\W*\Z"
    r"|\A\W*(?:it|that|this|things|they|everything|all|matters)\b[^.;]{0,40}\b(?:by (?:itself"
    r"|themselves)"
    r"|of (?:its|their) own accord|on (?:its|their) own)\b"
    r"|\btreat(?:s|ing)?\b[^.;]*\b(?:well|fairly|kindly|nicely|right|decently|with (?:respect|care"
    r"|kindness|dignity))\b"
    r"|\A\W*(?!rather|other)(?:more )?\w+(?:er|more \w+) than\b",
    re.IGNORECASE,
)
"""Effort, carrying on and being kind: "nurse the old van along", "friendlier than they are"."""
_FEELING = re.compile(
    r"\bmak(?:e|es|ing)\b (?:\w+ ){1,4}?(?:aware|understand|reali[sz]e|feel|conscious|sure"
    r"|happy|proud|responsible)\b"
    r"|\b(?:explain|tell|stress|emphasi[sz]e|underline|remind|show|make clear|point out)\b[^.;]*"
    r"\bhow (?:\w+ly )?(?:serious|important|bad|good|urgent|dangerous|careful|little|badly"
    r"|dear|valuable|costly|expensive|special)\b"
    r"|\A\W*(?:our|my|the|an?|good|old) (?:\w+ ){1,3}?(?:protects?|saves?|helps?|carr(?:y"
    r"|ies)|shields?"
    r"|defends?|speaks?|sells?|stands?|will (?:protect|save|help|carry|shield|speak|sell|stand))"
    r" (?:us|me|for (?:us|itself|themselves)|itself|themselves|by us)\b"
    r"|\A\W*(?:it|this|that)(?:['’]s| is| stands| comes| goes| went) (?:on|onto|in|at) (?:my"
    r"|our|the|his"
    r"|her)"
    r" (?:list|agenda|table|mind|radar|heads?|minds|programme|to-?do|cards|back burner|pipeline)\b"
    r"|\b(?:sell|work|serve|deliver|produce|act|talk|cook|bake|teach|build|trade|drive|pack"
    r"|carry on"
    r"|go on|go at it|do it|do business)\b with (?:(?:more|great|full|much|all|our|real|due"
    r"|the)\s+)*"
    r"(?:passion|care|heart|hearts|love|enthusiasm|diligence|patience|confidence|pride|joy|courage"
    r"|energy|attention|dedication|devotion|conviction|honesty|respect|caution|skill|zeal|feeling"
    r"|thought|sense|commitment|conscience|professionalism)\b(?!\s+\w)",
    re.IGNORECASE,
)
"""Feelings are to do it: "make him aware", "our name protects us", "sell with passion"."""
_MORE_OF = re.compile(
    r"\A\W*(?:some|more|better|greater|extra|continuous|continual|constant|steady|regular|close|good"
    r"|strong|clear|higher|utmost|full|special|great|much|daily|permanent|ongoing|a lot of|lots of"
    r"|plenty of)"
    r" (?:\w+ )?(?:care|efforts?|spirit|attention|quality|contact|dialogue|improvements?|diligence"
    r"|communication|cooperation|commitment|dedication|patience|discipline|motivation|awareness"
    r"|vigilance|flexibility|transparency|optimi[sz]ation|coordination|preparation|organi[sz]ation"
    r"|advertising|marketing|promotion|publicity|planning|relations?|relationships?|professionalism|teamwork|caution|precision|focus)\b"
    r"(?!\s+(?:logs?|labels?|lists?|checks?|sheets?|tests?|by|every|each|on|at the \w+ gate)\b)"
    r"|\btak(?:e|es|ing) (?:it|this|that|them|all|(?:the|this|every|each|our) \w+) (?:very |more )?"
    r"seriously\b",
    re.IGNORECASE,
)
"""More of what nobody can point at: "more care in the packing"."""
_THINKS = re.compile(
    r"(?:,\s*(?:(?:so|as) )?|\w )(?:I|we) (?:think|guess|suppose|believe|hope|reckon|imagine"
    r"|presume|trust)\W*\Z"
    r"|\A\W*(?:I|we) (?:think|guess|suppose|reckon|presume|imagine)\b",
    re.IGNORECASE,
)
"""What is said is taken back: "we are insured, I think"."""
_SIGH = re.compile(
    r"(?:oh|och|ah|aye|nah|naw|nae|well|hm+|eh|er|um|hey|look|listen|honestly|frankly|sorry"
    r"|sadly|ok|okay"
    r"|right|yes|yeah|yep|no|nope|dear me|oh dear|oh well|ah well|to be honest|i mean|you know"
    r"|bless"
    r"|lol|tbh|imho|imo)(?: (?:then|me|now|dear|well|no|yes))?\W*",
    re.IGNORECASE,
)


_SURE = re.compile(
    r"\b(?:it|we|this|that|i|our \w+|the \w+)\s*(?:\s(?:wo|ca|do|could|would|does)n['’]t"
    r"|\s(?:will|can|could|would|shall|do|does|is|are) (?:not|never|hardly)|\scannot|['’]ll (?:not"
    r"|never))\s+(?:(?:going to|really|possibly|ever|even|just) )*(?:fail|go wrong|flop)\b"
    r"|\b(?:do not|don['’]t|cannot|can['’]t|can not) (?:really )?(?:see|think|believe|imagine"
    r"|expect|name|find)\b[^.;\n]{0,30}\b(?:fail|failing|failure|wrong|risks?|reasons?|dangers?)\b"
    r"|\bfail\w* (?:is|are) (?:not|no) (?:an )?(?:option|possible|possibility)\b"
    r"|(?:\b(?:am|are|is)|['’]m|['’]re) (?:(?:very|quite|absolutely) )*(?:sure|certain|confident"
    r"|convinced)\b[^.;\n]{0,30}\b(?:succeed|success|work|works)\b"
    r"|\A\W*(?:(?:there (?:is|are) )?(?:no|none|nothing|not any)(?: (?:real|such))?"
    r" (?:reasons?|risks?|dangers?)|impossible|unlikely)\b"
    r"|\bwe(?:['’]ll| will| shall) (?:surely |certainly )?(?:make it|succeed|be fine)\b"
    r"|\bwhy (?:should|would|shall) (?:it|we|this|that) (?:ever )?(?:fail|go wrong)\b"
    r"|\b(?:it|this|that|ours)(?:['’]s| is) an? (?:\w+ )?(?:safe|foolproof|sure|certain)"
    r" (?:business|bet|thing|success|trade|market)\b"
    r"|\bnothing (?:can|could|will|would|should) (?:go wrong|stop us|happen to us)\b"
    r"|\b(?:will|would|can|could) (?:definitely|surely|certainly|always) (?:succeed|work)\b",
    re.IGNORECASE,
)
"""Why it will not fail, in the place of why it did."""
_IN_PASSING = re.compile(
    r"\b(?:brought (?:it|this|that) up|came up|was (?:just |only )?said|said (?:it|so|this|that)"
    r"|(?:was|is|it.s|that.s) (?:just |only |probably )*(?:\w+ )?being \w+|(?:was|were) (?:\w+ )?"
    r"(?:joking|tired|gloomy|drunk|in a mood|a joke)|(?:we )?(?:went|moved) (?:on|home|for \w+"
    r"|to (?:lunch|dinner|bed|the next))|changed the subject|ran out of time|(?:all )?laughed"
    r"|left it(?: there| at that)?|forgot about it|nobody answered|no time left|late on \w+"
    r"|at the end of the (?:evening|meeting|day))\b",
    re.IGNORECASE,
)
"""How a thing was talked about, in the place of why it does not count."""
_TOLD = re.compile(
    r"\b(?:we|i|they|he|she|it|nobody|no one) (?:were|was|had|thought|believed|did|said)\b"
    r"|\b(?:but|although|though|unless|until|except|if we (?:run|lose|get|have))\b",
    re.IGNORECASE,
)
"""A past that went wrong, or something that may."""


def waved_away(premortem: str) -> bool:
    """True where a premortem of one line only says that nothing will go wrong, and why."""
    text = premortem.strip()
    if not text or "\n" in text or _TOLD.search(text):
        return False
    return _SURE.search(text) is not None


_NEVER = re.compile(
    r"\b(?:as|so) long as (?:I|we) (?:live|are here|am here|breathe)\b"
    r"|\b(?:it|this|that|such a thing|these things)?\s*(?:(?:will|would|can|could|shall|does|do)"
    r" (?:not|never)|won['’]t|can['’]t|cannot|never|not going to|doesn['’]t)"
    r" (?:really |ever |possibly )?(?:happens?|come to that|be the case)\b",
    re.IGNORECASE,
)
"""That it will not happen is what a reason was asked for."""


def denied_outright(text: str) -> str:
    """``text`` without its mere denial: "this will never happen, since ..."."""
    return _NEVER.sub(" ", text)


def said_in_passing(text: str) -> str:
    """``text`` without what only tells how it came up; the same text where nothing does."""
    return _IN_PASSING.sub(" ", text)


def only_thinks(text: str) -> bool:
    """True where ``text`` takes back what it says: "we are insured, I think"."""
    return _THINKS.search(text) is not None


def sigh(part: str) -> bool:
    """True for what only opens a sentence: "oh well"."""
    return _SIGH.fullmatch(part) is not None


def by_itself(part: str) -> bool:
    """True where ``part`` leaves the matter to itself: "it will sort itself out"."""
    return _IDLE.search(part) is not None


@lru_cache(maxsize=KEPT)
def no_act(part: str) -> bool:
    """True where ``part`` gives up, waits, makes an excuse, or tells how it always went."""
    return bool(
        _RESIGNED.search(part)
        or _IDLE.search(part)
        or _EXCUSE.match(part)
        or _HISTORY.match(part)
        or _BY_LUCK.search(part)
        or _AS_ONE_SAYS.search(part)
        or _STAYS.match(part)
        or _AS_BEFORE.search(part)
        or _FEELING.search(part)
        or _MORE_OF.search(part)
    )
