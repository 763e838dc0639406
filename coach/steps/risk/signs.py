"""Does a trigger tell the day on which it has begun?"""

import re

from coach.coaching.language import Reader, Word, words
from coach.coaching.pieces import pieces
from coach.coaching.telling import tells
from coach.coaching.verdicts import once


@once
def unseen(trigger: str, read: Reader) -> bool:
    """True where ``trigger`` tells no day: things get worse, people grumble, "we will notice".

    A figure tells one if it says what is counted, a name does, and so does a single thing that
    comes: a letter, a refusal, a second complaint.
    """
    trigger = _AS_SOON.sub("", trigger)
    if read.has(trigger, "hunches") and not _counted(trigger, read):
        single = _single(trigger, read) and read.has(trigger, "paperwork")
        return not (single or any(_beside(piece, read) for piece in pieces(trigger)))
    if read.has_figure(trigger) or read.has(trigger, "fractions"):
        return bare(trigger, read)
    if _hearsay(trigger, read) or _only_looks(trigger, read) or _by_and_by(trigger, read):
        return True
    rhythm = read.has(trigger, "often") and not read.has(trigger, "imprecise")
    if read.names(trigger) or rhythm or read.apart(trigger, "zero", "no_state"):
        return read.says_nothing(trigger)
    vague = ("nothing", "noticing", "perceiving", "padding", "topics", "somebody", "body")
    if read.has(trigger, "no_state") and not read.has(trigger, "paperwork"):
        return True
    if read.only(trigger, *vague):
        return not _owned(trigger, read)
    if read.only(trigger, *vague, "abstracts", "reversals"):
        return not (_owned(trigger, read) or _single(trigger, read))
    if read.has(trigger, "getting_worse", "imprecise"):
        single = _single(trigger, read) or _does(trigger, read)
        return not (single or read.has(trigger, "stop_signs"))
    if read.has(trigger, "abstracts") and read.knows("happenings") and tells(trigger, read):
        return not (_single(trigger, read) or read.has(trigger, "stop_signs", "paperwork"))
    if _single(trigger, read) or any(
        not _plural(words(trigger)[span.last], read) for span in read.find(trigger, "paperwork")
    ):
        return False
    return _several(trigger, read) or _everyone_does(trigger, read)


def _several(trigger: str, read: Reader) -> bool:
    """True where it opens with several, or with us, and names no single thing: "guests compare"."""
    told = words(trigger)
    if not told or not read.knows("happenings") or read.has(trigger, "stop_signs"):
        return False
    small = {span.first for span in read.find(trigger, "function")}
    first = next((at for at in range(len(told)) if at not in small), 0)
    ours = told[0].text.casefold() in ("we", "i", "people", "they")
    if not ours and not _plural(told[first], read):
        return False
    single = (*_ARTICLES, "another", "our", *(_THEIRS if first + 1 in small else ()))
    return not any(word.text.casefold() in single for word in told[first + 1 : first + 3])


def _beside(piece: str, read: Reader) -> bool:
    """True for a part without a mood that tells a day: "gone for a month, so the gossip"."""
    return not read.has(piece, "hunches") and read.has(piece, "often") and not unseen(piece, read)


def _hearsay(trigger: str, read: Reader) -> bool:
    """True where one only hears, or somebody says: "once people talk", "Tom will realise".

    Who hears or says it is no name that tells a day; a second thing, or one on paper, is one.
    """
    told, small = words(trigger), {span.first for span in read.find(trigger, "determiners")}
    heard = [
        each
        for each in read.find(trigger, "perceiving")
        if each.first - 1 not in small and (each.last > each.first or _verb(told, each.first))
    ]
    verbs = {span.first for span in heard}
    vague = read.has(trigger, "somebody") or any(_owner(told, at) for at in verbs)
    paper = any(span.first not in verbs for span in read.find(trigger, "paperwork"))
    if not vague or paper or read.has(trigger, "stop_signs"):
        return False
    tellers = {span.first - 1 for span in heard}
    named = [at for at, word in enumerate(told) if word.named and at not in tellers]
    single = _single(trigger, read) and not read.has(told[0].text, "somebody")
    return not (single or any(told[at].text in read.names(trigger) for at in named))


def _only_looks(trigger: str, read: Reader) -> bool:
    """True where ``trigger`` says how often one looks, and not for what: "monthly check"."""
    looks = ("watching", "noticing", "weak_responses")
    near = ("padding", "reversals", "abstracts", "perceiving", "group_nouns", "customer_words")
    looking = read.has(trigger, *looks) and not read.has(trigger, "paperwork")
    return looking and read.only(trigger, "often", *looks, *near)


_AS_SOON = re.compile(r"\A\W*(?:once|when|whenever|as soon as|if|in case)\s+", re.IGNORECASE)
"""How a condition opens; "once" counts nothing there."""
_GRADUAL = re.compile(
    r"\b(?:looks?|sounds?|tastes?|smells?|seems?|appears?|behaves?|acts?)\b"
    r"(?! (?:at|for|after|into|up|over|through|on|before|in (?:the|our|court)|to (?:a|an|the))\b)"
    r"|\b(?:gets?|becomes?|grows?|turns?|getting|becoming|growing|turning)\s+(?:\w+ly\s+)?"
    r"(?!(?:an?|the|our|my|his|her|their|its|this|one|two|no|to|into|in|on|off|up|out|back|away|down"
    r"|from|by|at|through|over|round|around|rid|us|me|him|them|it|wind|paid|sold|shut|lost|caught"
    r"|stolen|hurt|ill|stuck|sent|cut|hit|law|\w+ed|\w+en)\b)\w+"
    r"|\b(?:keeps?|continues?)\s+(?:on |to )?\w+(?:ing)?\b(?<=ing)"
    r"|\bcontinues? to \w+"
    r"|\b(?:is|are|am|['’]re)\s+(?:too|so|very|rather|quite|over\w+ed|under\w+ed|half)\b"
    r"|\A\W*(?:heard|seen|noticed|observed|felt)\b|\bthe tone\b"
    r"|\b(?:one|you|people|we|i) (?:will |can |always |usually |soon )*(?:hears?|gets? wind of"
    r"|gets? to hear)\b|\b(?:it|that|this|such things?|news|word|these things) (?:always |soon )?"
    r"(?:gets?|goes|spreads?|comes?|travels?) (?:a)?(?:round|about|fast|quickly|out)\b"
    r"|\bsooner or later\b"
    r"|\b(?:tells?|warns?) (?:me|us|you|one) (?:soon|early|in time|when|that something)\b",
    re.IGNORECASE,
)
"""How something seems, becomes or goes on: there is no day on which it has."""


def _by_and_by(trigger: str, read: Reader) -> bool:
    """True for "the yard looks empty", "wool gets hard to find"; not for "looks at another"."""
    if not read.knows("happenings"):
        return False
    if _ALL_ALONG.search(trigger):
        return not _written(trigger, read)
    if read.has(trigger, "stop_signs", "often"):
        return False
    return _GRADUAL.search(trigger) is not None and not _written(trigger, read)


_ARTICLES = ("a", "an", "the")
_THEIRS = ("his", "her", "their", "its")


def _written(trigger: str, read: Reader) -> bool:
    """True where something on paper comes; not where "our mails" get no answer."""
    small = {span.first for span in read.find(trigger, "determiners")}
    told = words(trigger)
    return any(
        not _plural(told[span.last], read)
        and (span.first - 1 not in small or told[span.first - 1].text.casefold() in _ARTICLES)
        for span in read.find(trigger, "paperwork")
    )


_ALL_ALONG = re.compile(
    r"\b(?:again and again|over and over|any longer|any ?more|for ?ever|all the time|always"
    r"|constantly|by and by|bit by bit|little by little|step by step|day by day|over time"
    r"|in the (?:mornings|evenings|long run)|as time goes)\b",
    re.IGNORECASE,
)
"""Words for what has no beginning that could be dated."""


_NOTICERS = frozenset(["we", "you", "i", "they", "people", "will", "would", "must", "can", "to"])


def _verb(told: tuple[Word, ...], at: int) -> bool:
    """False for the noun "notice" ("sends notice", "pilot notice")."""
    plain = told[at].text.casefold()
    return plain != "notice" or (at > 0 and told[at - 1].text.casefold() in _NOTICERS)


def _owner(told: tuple[Word, ...], at: int) -> bool:
    """True where "we", "you" or a name stands before word ``at``, or a word such as "will"."""
    return any(
        word.text.casefold() in ("we", "you", "i", "they", "us", "people") or word.text[0].isupper()
        for word in told[max(0, at - 3) : at]
    )


@once
def bare(text: str, read: Reader) -> bool:
    """True for a figure of nothing: "fewer than 90", "over 15 % a month"."""
    return read.has_figure(text) and not read.left(
        text, "limits", "getting_worse", "imprecise", "often", "calendar"
    )


def _counted(text: str, read: Reader) -> bool:
    """True where a figure stands in ``text`` that is no span of time: "in two weeks"."""
    spans = {span.first for span in read.find(text, "calendar")}
    numbers = {span.first for span in read.find(text, "numbers")}
    return any(
        (word.number or at in numbers) and at + 1 not in spans
        for at, word in enumerate(words(text))
    )


_IT = frozenset(["it", "it's", "it’s", "this"])


def _single(text: str, read: Reader) -> bool:
    """True where one thing is meant: "a buyer complains", "one late delivery"; not "a drop"."""
    told = words(text)
    worse = {span.first for span in read.find(text, "getting_worse", "imprecise")}
    opens = {span.first for span in read.find(text, "one_thing")}
    return any(
        at in opens and not {at, at + 1} & worse and told[at].text.casefold() not in _IT
        for at in range(min(2, len(told) - 1))
    )


def _owned(text: str, read: Reader) -> bool:
    """True for "his notice", which comes on a day; not for "we will notice"."""
    small = {span.first for span in read.find(text, "determiners")}
    return any(span.first - 1 in small for span in read.find(text, "paperwork"))


_SOMEWHAT = re.compile(
    r"\ba (?:(?:little|wee|tiny|good|fair|whole) )?(?:bit|little|lot|tad|touch|shade|while)\b",
    re.IGNORECASE,
)


def _does(text: str, read: Reader) -> bool:
    """True where one does something to another: "the dealer drops our brand"."""
    text = _SOMEWHAT.sub("", text)
    objects = {span.first for span in read.find(text, "determiners")}
    doing = [span.first for span in read.find(text, "happenings") if span.first]
    return bool(doing) and words(text)[doing[0]].text.endswith("s") and doing[0] + 1 in objects


def _everyone_does(text: str, read: Reader) -> bool:
    """True where several do something, and nobody counts them: "families stop coming"."""
    told = words(text)
    doing = {span.first for span in read.find(text, "happenings")}
    small = {span.first for span in read.find(text, "function")}
    for at, word in enumerate(told):
        plain = word.text.casefold()
        if at in doing and at and not plain.endswith("s") and plain != "note":  # "not" by its stem
            return any(_plural(told[n], read) for n in range(at) if n not in small)
    return False


def _plural(word: Word, read: Reader) -> bool:
    plain = word.text.casefold()
    if read.has(plain, "plurals"):
        return True
    return plain.endswith("s") and not plain.endswith(("ss", "us", "is"))
