"""Sentences from answers: what has no answer leaves no trace."""

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


def inside(span: Span) -> Span:
    """``span`` as it stands inside a sentence: its first letter small, unless a name begins it.

    A capital followed by another capital, a full stop or a digit is taken for a name.
    """
    first, rest = span.text[:1], span.text[1:]
    word = rest.split(" ", 1)[0]
    if not word or not word.islower():
        return span
    return Span(first.lower() + rest, span.field, span.strong)
