"""Does a text tell of something that has happened already?"""

import datetime as dt
from collections.abc import Iterator, Sequence

from coach.coaching.language import Reader, Word, words
from coach.coaching.telling import past_form, third_person

_PAST = ("past_verbs", "past_or_done", "past_as_ever")
"""The lists of irregular pasts, by how sure a sign they are."""


def has_passed(text: str, read: Reader, today: dt.date) -> bool:
    """True where ``text`` tells the past: "last week", "in 2024 we", "have lost", "closed its".

    A text with a word of the future in it ("again", "who", "if") is let go.
    """
    told = words(text)
    if _may_come(text, told, read):
        return False
    return has_begun(text, read, today) or _simple_past(told, read) or _perfect(told, read)


def has_begun(text: str, read: Reader, today: dt.date) -> bool:
    """True where ``text`` says so outright: "already", "a week ago", "since May"."""
    told = words(text)
    if _may_come(text, told, read):
        return False
    outright = any(
        told[span.first].text.casefold() not in _HAPPENS for span in read.find(text, "happened")
    )
    return outright or _dated(text, told, read, today)


_HAPPENS = ("happen", "happens")
"""What has the stem of "happened" and is in the present: "an accident happens"."""


def _may_come(text: str, told: Sequence[Word], read: Reader) -> bool:
    return any(not _month_of_may(told, span.first) for span in read.find(text, "maybe"))


def _month_of_may(told: Sequence[Word], at: int) -> bool:
    return told[at].text == "May" and at > 0


def _dated(text: str, told: Sequence[Word], read: Reader, today: dt.date) -> bool:
    """True for "last month", "the past year", "since 1 October", "since the summer", "in 2024"."""
    times = {span.first for span in read.find(text, "calendar")}
    plain = [word.text.casefold() for word in told]
    for at, word in enumerate(plain[:-1]):
        after = at + 1
        if word == "since":
            after += plain[after] in ("the", "last", "early", "late", "this", "mid")
            if after in times or (after < len(told) and told[after].number):
                return True
        elif word == "last" or (word == "past" and at and plain[at - 1] in ("the", "this")):
            if after in times and plain[after + 1 : after + 2] != ["of"]:  # "the last week of May"
                return True
        elif word == "in" and plain[after].isdecimal() and 1900 < int(plain[after]) < today.year:
            return True
    return False


def _simple_past(told: Sequence[Word], read: Reader) -> bool:
    """True where the predicate is in the past, and no other verb of the text is in the present.

    "We ruined", "the landlord raised the rent"; not "goods ordered from China arrive late", nor
    "licence denied", which may be a note about a day to come.
    """
    objects = {at for at, word in enumerate(told) if _in(word, "determiners", read)}
    present: tuple[int, ...] | None = None  # looked for once, and seldom
    before: list[Word] = []  # adverbs left out
    for at, word in enumerate(told):
        before += [each for each in told[at - 1 : at] if not _in(each, "adverbs_of_doing", read)]
        kind = _kind(word, read)
        if not kind or not before or before[-1].number:
            continue
        if _lists(told[:at], read):
            continue
        if any(_in(each, "comparing", read) for each in before[-2:-1]):
            continue  # "as they were", "than we thought"
        somebody = _in(before[-1], "subjects", read)
        sure = {
            "past_verbs": True,
            "past_or_done": somebody or _full_sentence(told[0], read) or at + 1 in objects,
            "past_as_ever": _one(told[0], before[-1], read),
        }
        # What is described is not what is done: "by hand", "our limited", "newly hired".
        described = _in(before[-1], "function", read) or before[-1].text.endswith("ly")
        if not sure[kind] or (described and not somebody):
            continue
        if present is None and not somebody:
            present = tuple(_present(told, read))
        if somebody or not any(each != at for each in present or ()):
            return True
    return False


def _lists(before: Sequence[Word], read: Reader) -> bool:
    """True where the verb has been said: "a big shop lists | left-hand strings"."""
    if len(before) < 3 or before[0].text.casefold() not in ("a", "an"):
        return False
    plain = not any(_in(each, "function", read) for each in before[1:])
    return plain and third_person(before[-1])


def _one(opens: Word, subject: Word, read: Reader) -> bool:
    """True where one person or thing does it, so that "cut" is a past: "the mill cut"."""
    if _in(opens, "one_thing", read):
        return subject.text[-1] != "s"
    many = subject.text[-1] == "s" or read.has(subject.text, "plurals", "subjects")
    return _in(opens, "determiners", read) and not many


def _full_sentence(opens: Word, read: Reader) -> bool:
    """True where a text that opens so is a sentence about somebody rather than a note."""
    listed = ("determiners", "numbers", "subjects")
    return opens.text in ("In", "On", "At") or any(_in(opens, each, read) for each in listed)


def _perfect(told: Sequence[Word], read: Reader) -> bool:
    """True for "has closed", "have already lost", "we've sold"."""
    for at, word in enumerate(told):
        if not _in(word, "has", read):
            continue
        after = [each for each in told[at + 1 : at + 4] if not _in(each, "adverbs_of_doing", read)]
        if after and (_in(after[0], "participles", read) or _kind(after[0], read)):
            return True
    return False


def _present(told: Sequence[Word], read: Reader) -> Iterator[int]:
    """The numbers of the words, but the first, that are a verb in the present."""
    for at, word in enumerate(told):
        if (
            at
            and not _in(told[at - 1], "function", read)  # a noun: "under the snow"
            and not _kind(word, read)
            and not _month_of_may(told, at)
            and not _in(word, "zero", read)
            and not _in(word, "adverbs_of_doing", read)
            and read.has(word.text, "happenings")
        ):
            yield at


def _kind(word: Word, read: Reader) -> str:
    """The list of past forms that ``word`` stands in; empty for any other word."""
    plain = word.text.casefold()
    for name in _PAST:
        if plain in read.forms(name):
            return name
    return "past_or_done" if past_form(word, read) else ""


def _in(word: Word, name: str, read: Reader) -> bool:
    """True where ``word`` itself, in this form, stands in a list."""
    return word.text.casefold().replace("’", "'") in read.forms(name)
