"""Sentences from answers: what has no answer leaves no trace."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from coach.export.document import Span, Spans, Text, fields_of, plain


def sentence(*pieces: Span | str) -> Spans:
    """``pieces`` as one sentence with its full stop; none if an answer in it is empty."""
    spans = tuple(Span(piece) if isinstance(piece, str) else piece for piece in pieces)
    if any(span.field and not span.text for span in spans) or not spans:
        return ()
    last = next((span.text for span in reversed(spans) if span.text), "")
    return spans if last.endswith((".", "!", "?", "…")) else (*spans, Span("."))


def together(*sentences: Spans) -> Spans:
    """Sentences one after the other, a space between them."""
    spans: list[Span] = []
    for each in sentences:
        if each:
            spans += [Span(" "), *each] if spans else each
    return tuple(spans)


def paragraph(*sentences: Spans) -> tuple[Text, ...]:
    """A paragraph of those sentences that say something, or nothing at all."""
    spans = together(*sentences)
    return (Text(spans, fields_of(spans)),) if spans else ()


def headline(span: Span) -> Spans:
    """A strong answer as a sentence of its own, the full stop inside."""
    return (replace(span, text=plain(sentence(span))),) if span.text else ()


def listed(*parts: Spans) -> Spans:
    """``a, b and c``."""
    given = [part for part in parts if part]
    spans: list[Span] = []
    for index, part in enumerate(given):
        if index:
            spans.append(Span(" and " if index == len(given) - 1 else ", "))
        spans += part
    return tuple(spans)


def inside(span: Span, names: Collection[str] = ()) -> Span:
    """``span`` as it stands inside a sentence: its first letter small, unless a name begins it.

    A name is one of ``names``, a nationality, a day or a month; a word before another capital;
    a word alone (``Excel``), but not ``Spreadsheets`` or ``Nothing``; and whatever has a
    capital, a figure or a full stop inside, as an acronym has.
    """
    first, *after = span.text.split(" ", 1)
    word = first.rstrip(",;:")
    follows = after[0] if after else ""
    small = word[1:].islower() or (word == "A" and bool(follows))
    alone = (not follows or word != first) and not word.endswith(("s", "ing"))
    named = word in names or word in _NAMES or follows[:1].isupper()
    if not small or alone or named or "." in word or word[1:2] in ("'", "’"):
        return span
    return replace(span, text=span.text[0].lower() + span.text[1:])


_NAMES = frozenset(
    word
    for line in """
    African American Arab Arabic Argentine Asian Australian Austrian Baltic Basque Belgian
    Brazilian British Bulgarian Canadian Catalan Catholic Chilean Chinese Christian Christmas
    Croatian Czech Danish Dutch Easter Egyptian English Estonian European Finnish Flemish French
    Friday German Greek Hindu Hungarian Icelandic Indian Indonesian Iranian Irish Israeli Italian
    Japanese Jewish Kenyan Korean Latvian Lithuanian Mediterranean Mexican Monday Moroccan Muslim
    Nigerian Nordic Norwegian Pakistani Portuguese Protestant Romanian Russian Saturday
    Scandinavian Scottish Serbian Slovak Slovenian Spanish Sunday Swedish Swiss Thai Thursday
    Tuesday Turkish Ukrainian Vietnamese Wednesday Welsh
    January February April June July August September October November December
    """.splitlines()
    for word in line.split()
)
"""Words that English writes with a capital wherever they stand."""

_CAPITAL = re.compile(r"(?<=[\w,] )[A-ZÀ-ÖØ-Þ]\w+")
_WORD = re.compile(r"\w+")


def names_in(texts: Iterable[str], given: Iterable[str] = ()) -> frozenset[str]:
    """Words that are names in ``texts``: those with a capital inside a sentence.

    ``given`` are names as a whole, such as a person's. A word that ``texts`` also write
    small is none.
    """
    texts = list(texts)
    found = {word for text in texts for word in _CAPITAL.findall(text)}
    found |= {word for name in given for word in _WORD.findall(name)}
    ordinary = {word for text in texts for word in _WORD.findall(text)}
    return frozenset(word for word in found if word.lower() not in ordinary)
