"""Is a belief, or a result, only that people like it?"""

import re

from coach.coaching.language import Reader
from coach.coaching.verdicts import once

_MOODS = (
    r"(?:happy|enthusiastic|excited|thrilled|delighted|satisfied|interested|positive|pleased"
    r"|impressed|keen|grateful|amazed|convinced)"
)
_LOVED = re.compile(
    r"\A\W*(?:(?:we|i) (?:think|believe|are sure|know) (?:that )?)?(?!no\b|nobody|none|few|not\b)"
    r"(?:(?!not\b|never\b|no\b|only\b|but\b|to\b)[\w'’-]+\s+){1,5}?"
    r"(?:lov(?:e|es|ed)|lik(?:e|es|ed)|ador(?:e|es|ed)|enjoy(?:s|ed)?|appreciat(?:e|es|ed)"
    r"|wants?|needs?(?= (?:it|us|this|quality)\b)|welcom(?:e|es|ed)"
    rf"|(?:be|are|is|were|was|get|feel|felt)\s+(?:(?:very|all|really|so|quite)\s+)*{_MOODS}"
    r"(?:\s+(?:with|about|by|in|of|for))?)"
    r"(?:\s+(?:it|us|this|that|them|quality|(?:what|how) we \w+|the (?:idea|concept|product|offer)"
    r"|(?:our|my|this)(?:\s+[\w'’-]+){1,3}))?"
    r"(?:\s+(?:a lot|so much|very much|too|at once))?\W*\Z"
    r"|\A\W*(?:everybody|everyone|people|customers|clients|all (?!of)\w+)\s+"
    r"(?:(?:will|would|really|always) )*(?:loves?|likes?|enjoys?|(?<=one )wants|(?<=body )wants)"
    r"(?:\s+(?!to\b|more\b|before\b|their\b)[\w'’-]+){1,2}\W*\Z"
    r"|\A\W*there (?:is|will be|was) (?:\w+ ){0,2}(?:interest|demand|need|enthusiasm)"
    r"\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
"""Somebody likes it, and that is all that is said: "riders will love our treatment"."""
_LIKED = re.compile(
    r"\A\W*(?:(?:we|i) (?:think|believe|are sure|know) (?:that )?)?(?!no\b|nobody|none|few|not\b)"
    r"(?:(?!not\b|never\b|no\b|only\b|but\b|to\b|who\b|that\b)[\w'’-]+\s+){1,4}?"
    r"(?:(?:loves?|ador(?:es?)|enjoys?|appreciates?|(?:will|would|really|always|do) like"
    r"|likes?(?=\s+\w+ing\b))"
    rf"|(?:is|are|will be|would be) (?:(?:very|all|really|so|quite) )?{_MOODS} (?:with|about|by|in)"
    r"|(?<=people )like(?!\s+(?:the|those|these|that|him|her|you|us|me|ours?|theirs?)\b)"
    r"|(?<=customers )like(?!\s+(?:the|those|these|that|him|her|you|us|me|ours?|theirs?)\b))"
    r"(?P<what>(?:\s+(?!(?:to|more|better|most|less|before|after|when|until|rather|instead|over"
    r"|enough|so|because|if|not|no|and|but|or|their|old|present|current|usual)\b)[\w'’-]+){1,8})\W*\Z",
    re.IGNORECASE,
)
"""Somebody likes a thing, and nothing is weighed against it: "people like repair at work"."""
_AROUND = re.compile(
    r"\b(?:surveys?|polls?|questionnaires?|feedback|opinions?|ask(?:ing)? around)\b"
    r"|\bask(?:ing)? (?:\w+ ){0,3}?(?:friends?|family|relatives|colleagues|neighbours|everyone"
    r"|everybody|people)\b"
    r"|\b(?:whether|if|do(?:es)?|would) (?:they|he|she|it|this|people|\w+s)"
    r" (?:(?:would|could|might|really|do|does|be|are|is|of) ){0,3}?(?:like|love|want|need|enjoy"
    r"|appreciate|welcome|fancy|find|think|imagine|feel|interest(?:s|ed|ing)?"
    r"|see (?:the|a|any) (?:need|use|point|sense|value))\b"
    r"|\b(?:what|how) (?:they|people|others|everyone|everybody|\w+s) (?:think|feel|like|find)\b",
    re.IGNORECASE,
)
"""Asking what people think."""
_ANSWERS = re.compile(
    r"\b(?:answers?|repl(?:y|ies)|responses?|respondents?|participants?|questionnaires?|surveys?"
    r"|percentages?|per cent|proportion|majority|most|people|persons|returned|returns?|filled"
    r"|numbers?|share|yes(?:es)?|positive|of)\b",
    re.IGNORECASE,
)
"""What is counted of those who were asked."""

_KIND = (
    *("everyone", "universal", "all_of_them", "vanity_metrics", "applause", "say_think", "us"),
    *("customer_words", "vague_amounts", "empty_talk", "politeness", "meeting_places", "padding"),
)
"""Lists of kind words, and of those who say them somewhere."""


@once
def only_liked(text: str, read: Reader) -> bool:
    """True where all that is told is that people like it; a figure tells more."""
    if read.has_figure(text):
        return False
    liked = _LIKED.match(text)
    if liked and not read.has(liked["what"], "buys", "commitments", "than", "comparatives"):
        return True
    return _LOVED.match(text) is not None


@once
def only_praised(text: str, read: Reader) -> bool:
    """True where a result is kind words and no count: "great feedback from all"."""
    if only_liked(text, read):
        return True
    kind = read.has(text, "vanity_metrics", "applause") and not read.has(text, "denials", "but")
    return kind and not read.concrete(text) and not read.left(text, *_KIND)


@once
def only_answers(doing: str, read: Reader, measure: str) -> bool:
    """True where people are asked what they think, and their answers are counted."""
    if not _AROUND.search(doing) or not _ANSWERS.search(measure):
        return False
    return not read.left(_ANSWERS.sub(" ", measure), *_KIND)
