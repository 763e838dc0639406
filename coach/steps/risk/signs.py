"""Does a trigger tell the day on which it has begun?"""

from coach.coaching.language import Reader, Word, words
from coach.coaching.telling import tells


def unseen(trigger: str, read: Reader) -> bool:
    """True where ``trigger`` tells no day: things get worse, people grumble, "we will notice".

    A figure tells one if it says what is counted, a name does, and so does a single thing that
    comes: a letter, a refusal, a second complaint.
    """
    if read.has(trigger, "hunches") and not _counted(trigger, read):
        return not (_single(trigger, read) and read.has(trigger, "paperwork"))
    if read.has_figure(trigger) or read.has(trigger, "fractions"):
        return bare(trigger, read)
    if read.names(trigger) or read.has(trigger, "often") or read.apart(trigger, "zero", "no_state"):
        return read.says_nothing(trigger)
    vague = ("nothing", "noticing", "padding", "topics")
    if read.only(trigger, *vague):
        return not _owned(trigger, read)
    if read.only(trigger, *vague, "abstracts", "reversals"):
        return not (_owned(trigger, read) or _single(trigger, read))
    if read.has(trigger, "getting_worse", "imprecise"):
        single = _single(trigger, read) or _does(trigger, read)
        return not (single or read.has(trigger, "stop_signs"))
    if read.has(trigger, "abstracts") and read.knows("happenings") and tells(trigger, read):
        return not (_single(trigger, read) or read.has(trigger, "stop_signs", "paperwork"))
    return not read.has(trigger, "paperwork") and _everyone_does(trigger, read)


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


def _single(text: str, read: Reader) -> bool:
    """True where one thing is meant: "a buyer complains", "one late delivery"; not "a drop"."""
    told = words(text)
    worse = {span.first for span in read.find(text, "getting_worse", "imprecise")}
    opens = {span.first for span in read.find(text, "one_thing")}
    return any(
        at in opens and not {at, at + 1} & worse and told[at].text.casefold() not in ("it", "this")
        for at in range(min(2, len(told) - 1))
    )


def _owned(text: str, read: Reader) -> bool:
    """True for "his notice", which comes on a day; not for "we will notice"."""
    small = {span.first for span in read.find(text, "determiners")}
    return any(span.first - 1 in small for span in read.find(text, "paperwork"))


def _does(text: str, read: Reader) -> bool:
    """True where one does something to another: "the dealer drops our brand"."""
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
        if at in doing and at and not plain.endswith("s"):
            return any(_plural(told[n], read) for n in range(at) if n not in small)
    return False


def _plural(word: Word, read: Reader) -> bool:
    plain = word.text.casefold()
    if read.has(plain, "plurals"):
        return True
    return plain.endswith("s") and not plain.endswith(("ss", "us", "is"))
