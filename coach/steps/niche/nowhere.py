"""Channels that are everywhere: a kind of occasion, or wherever people happen to be."""

import re

from coach.coaching.groups import plural
from coach.coaching.language import Reader, words
from coach.coaching.verdicts import once

_WHEREVER = re.compile(
    r"\s*(?:wherever|everywhere|anywhere|all over)\b"
    r"|\b(?:somewhere|some ?place|here and there|out and about|up and down the \w+)\b"
    r"|\ban?\s+(?:good|nice|central|busy|suitable|lively|pretty|visible)\s+(?:street|place|spot|location|"
    r"corner|area|address|position)\b"
    r"|\b(?:usual|many|all|various|different|other|typical|right|relevant|suitable|public|such)\s+"
    r"(?:places|spots|locations|venues|sites|events|fairs|clubs|shops|channels|media|occasions)\b",
    re.IGNORECASE,
)
"""How a place is told that is none: "wherever cyclists meet", "a stall somewhere"."""
_ALL_OVER = re.compile(r"\b(?:all\s+(?:over|across|around)|throughout)\b", re.IGNORECASE)
"""No place for its being so many: "festivals all over Europe"."""
_OCCASIONS = re.compile(
    r"\s*(?:(?:at|on|in|via|through|all|the|some|local|regional|various|different|big|many)\s+)*"
    r"(?:[\w-]+\s+){0,2}(?:shows|fairs|events|competitions|tournaments|exhibitions|conferences|"
    r"festivals|meetups|meet-ups|occasions|get-togethers)\W*",
    re.IGNORECASE,
)
"""Occasions of a kind, and none of them by name: "at boat fairs"."""
_TALK = re.compile(
    r"\b(?:community|scene|they|people|\w+s)\s+(?:\w+ly\s+)?(?:talks?|speaks?|knows?|tells?|chats?|"
    r"recommends?|shares?)\b",
    re.IGNORECASE,
)
"""Talk among people, which is no place: "the bakers talk to each other"."""
_DOING = re.compile(
    r"\W*(?:by\s+|just\s+|simply\s+|me\s+|us\s+)?(?P<act>\w{2,}ing)\s+(?:from|round|around|about|up|"
    r"out|by|to|at|in|on|the|with|people|them|past|through|along|across|over|off|door|for|an?|my|"
    r"our|their|his|her|each|every|many|as|and)\b"
    r"|\W*(?:by\s+)?(?:getting|being|becoming)\s+(?:\w+ly\s+)?(?:talked|known|seen|noticed|mentioned|"
    r"found|discovered|recommended|visible|present|famous|popular)\b",
    re.IGNORECASE,
)
"""How an answer opens that tells what is done, not where: "driving from farm to farm"."""
_CROWD = re.compile(
    r"\b(?:people|persons|folks?|fans|lovers|friends|crowd|community|communities|scene|world|circles|"
    r"audience|followers|users|influencers|bubble|public)\W*",
    re.IGNORECASE,
)
"""Those who are to be met, in the place of a place: "the bakery scene"."""
_WHO = re.compile(r"(?:[\w'’-]+\s+){0,4}?(?:people|folks?|[\w'’-]+s|\w*men)\s+(?:who|that)\b", re.I)
"""The same with a detail: "boat people who scroll at night"."""
_MEET = re.compile(
    r"\b(?:meets?|met|gathers?|comes?|goes|go|attends?|visits?|belongs?|trains?|sits?|stands?|queues?|"
    r"buys?|shops?|reads?|subscribes?|subscribed|gets?|collects?|picks?\s+up|registered|signed|enrol\w*|"
    r"left|gave|stops?|rents?|moors?|parks?|works?|teach\w*|sells?|supply|supplies|repairs?|deliver\w*)\b",
    re.IGNORECASE,
)
"""What people do at a place."""
_OURSELVES = re.compile(r"\b(?:we|i)(?:.(?:ll|ve|d|re|m))?\s+[a-z]+", re.IGNORECASE)
"""What we do, in the place of a place: "firms that we drive past"."""
_NETWORK = re.compile(
    r"\b(?:facebook|insta(?:gram)?|tik ?tok|you ?tube|linked ?in|twitter|pinterest|whats ?app|"
    r"telegram|snapchat|reddit|google|reels?|seo|influencers?|hashtags?)\b",
    re.IGNORECASE,
)
_PART_OF_IT = re.compile(
    r"\b(?:groups?|page|forums?|chats?|list|channels?|server|account|subreddit|community|communities|"
    r"club|association|feed|broadcast|profile|r/\w+|blog)\b",
    re.IGNORECASE,
)
"""A part of a network that has members of its own."""
_HANDS_ON = re.compile(
    r"\b(?:who|which|that)\s+(?:\w+ly\s+)?(?:hands?|gives?|pass(?:es)?|recommends?|sends?|lays?|puts?|"
    r"carry|carries|refers?|mentions?|supply|supplies|visits?|calls?|sells?|serves?|trains?|teach(?:es)?|"
    r"insures?|repairs?)\b",
    re.IGNORECASE,
)
"""Somebody who meets the group anyway: "the sexton, who hands out our card"."""
_NOT_YET = re.compile(
    r"\b(?:once|when|as\s+soon\s+as|after|until)\s+(?:we|i|there|the\s+money|it)\b"
    r"|\b(?:planned|to\s+be\s+(?:found|opened|built|set\s+up|founded)|still\s+(?:to|wanted|sought|missing|needed|open)|in\s+future|one\s+day|"
    r"some\s?day|next\s+year|not\s+yet|yet\s+to|have\s+to\s+find|must\s+find)\b",
    re.IGNORECASE,
)
"""A place that there is not yet: "a showroom, once there is money"."""
_TO_ALL = re.compile(
    r"\b(?:e-?mails?|mail|letters?|calls?|flyers?|leaflets?|post|messages?|samples?)\s+to\s+(?:all|every|"
    r"each|any|many|the\s+whole|as\s+many)\b",
    re.IGNORECASE,
)
"""What is sent to all of them, wherever they are."""
_JOINED = re.compile(r"[,;/&+]|\b(?:and|or|also|plus)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|our|their|this|its)\b|['’]", re.IGNORECASE)
NOTHING = ("generic_channels", "empty_talk", "broad", "customer_words", "imprecise")
"""Lists of words that say nothing of where somebody is met."""


@once
def nowhere(name: str, read: Reader) -> bool:
    """True where a channel could be in any town: no name stands in it, and no single place.

    The name of a network that everybody is on is none.
    """
    if read.has_figure(name) or (has_name(name, read) and not _ALL_OVER.search(name)):
        return False
    if _ALL_OVER.search(name):
        return True
    if _WHEREVER.match(name) or _WHEREVER.search(name) or _OCCASIONS.fullmatch(name):
        return True
    doing = _DOING.match(name)
    if doing and not read.has(doing["act"] or "", "meeting_places"):
        return True
    if _NOT_YET.search(name) or _TO_ALL.search(name):
        return True
    crowd = list(_CROWD.finditer(name))
    if crowd and not read.left(name[crowd[-1].end() :], *NOTHING):
        return not read.has(name[: crowd[-1].start()], "meeting_places")
    placed = read.has(name, "meeting_places")
    if (_OURSELVES.search(name) and not placed) or (
        _NETWORK.search(name) and not _PART_OF_IT.search(name)
    ):
        return True
    if _WHO.match(name) and not _MEET.search(name):
        return True
    if _bare(name, read):
        return True
    return bool(_TALK.search(name)) and not read.has(_TALK.sub("", name), "meeting_places")


def passed_on(name: str) -> bool:
    """True where somebody is told who passes word on to the group."""
    return _HANDS_ON.search(name) is not None


def has_name(name: str, read: Reader) -> bool:
    """True where a name stands in ``name`` that is not one of a network for everybody."""
    generic = {
        word.text
        for span in read.find(name, "generic_channels")
        for word in words(name[span.start : span.end])
    }
    return not generic.issuperset(read.names(name))


def _bare(name: str, read: Reader) -> bool:
    """True where kinds of places are told, and of none of them which: "clubs and magazines"."""
    if not read.knows("meeting_places") or _DEFINITE.search(name):
        return False
    parts = [part for part in _JOINED.split(name) if words(part)]
    if len(parts) > 1 and all(len(words(part)) == 1 and plural(part, read) for part in parts):
        return True
    return all(
        len(read.find(part, "meeting_places")) <= 1
        and not read.left(part, "meeting_places", *NOTHING)
        for part in parts
    )
