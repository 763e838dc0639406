"""Does a text tell that something happens, or is it a heading?"""

from coach.coaching.language import Reader, Word, words


def tells(text: str, read: Reader) -> bool:
    """True where ``text`` holds a verb or a mishap: "a mill closes", "moths in the barn".

    The words of the lists ``happenings`` and ``mishaps`` are known. Of other words two forms are:
    ``-ed``, and ``-s`` where an object or a direction follows ("raises the", "burns down").
    Where a pack knows no happenings, every text may hold one.
    """
    if not read.knows("happenings") or read.has(text, "happenings", "mishaps"):
        return True
    told = words(text)
    after = {span.first for span in read.find(text, "determiners", "directions")}
    return any(
        past_form(word, read) or (at and at + 1 in after and third_person(word))
        for at, word in enumerate(told)
    )


def past_form(word: Word, read: Reader) -> bool:
    """True for a word such as ``closed``; not for ``need`` or ``hundred``."""
    plain = word.text.casefold()
    return not read.has(plain, "not_past") and len(plain) > 4 and plain.endswith("ed")


def third_person(word: Word) -> bool:
    """True for a word that ends as "raises" does."""
    plain = word.text.casefold()
    return plain.endswith("s") and not plain.endswith(("ss", "us", "is", "'s", "’s"))
