"""The pitch: one line, half a minute of speech, why different, what proves it, what is next."""

import re

from coach import flow
from coach.export.brief import by_day, difference, pass_mark
from coach.export.document import (
    Block,
    Fact,
    Facts,
    Heading,
    Note,
    Quote,
    Span,
    Spans,
    Text,
    fields_of,
    plain,
)
from coach.export.material import Material, day
from coach.export.prose import paragraph, sentence, together
from coach.values import Claim

WORDS_A_MINUTE = 150
"""How fast people speak when they want to be understood."""
HALF_MINUTE = 30


def pitch(material: Material) -> tuple[Block, ...]:
    """The blocks of the pitch; a part without answers says what is open instead."""
    parts: tuple[tuple[str, str, tuple[Block, ...], str], ...] = (
        ("In one line", "value.statement", _line(material), "The statement is not built yet."),
        (
            "In thirty seconds",
            "value.promise",
            _spoken(material),
            "There is nothing to say aloud before the niche and the promise are written.",
        ),
        (
            "Why us",
            "differentiation.primary",
            paragraph(*difference(material)),
            "No way to be different is chosen yet.",
        ),
        ("What we know", "niche.count_claim", _proof(material), "No claim is written down yet."),
        ("What comes next", "review.tests", _next(material), "No next test is planned yet."),
    )
    blocks: list[Block] = []
    for title, path, body, missing in parts:
        blocks.append(Heading(2, (Span(title),), (path,)))
        blocks += body or (Note((Span(missing),), (path,)),)
    return tuple(blocks)


def _line(material: Material) -> tuple[Block, ...]:
    spans = material.statement()
    if not spans:
        return ()
    if material.plan.value.promise.strip():
        spans += (material.mark("value.promise_claim"),)
    return (Quote(spans, fields_of(spans)), *_lengths(material))


def _lengths(material: Material) -> tuple[Block, ...]:
    """The statement in the other lengths that the founder wrote it in."""
    facts = []
    for path in ("value.ten_words", "value.thirty_words"):
        place = flow.place(path)
        if material.asks(path) and (said := material.kept(path)).text:
            facts.append(Fact(material.words.label(place.card, place.field), (said,), (path,)))
    paths = tuple(path for fact in facts for path in fact.fields)
    return (Facts(tuple(facts), paths),) if facts else ()


def _spoken(material: Material) -> tuple[Block, ...]:
    """The founder's own answers in the order in which a listener needs them."""
    chosen = material.plan.niche.choice
    rival = next((a for a in material.plan.value.alternatives if a.name.strip()), None)
    row = f"niche.candidates.{chosen.id}" if chosen else ""
    rival_row = f"value.alternatives.{rival.id}" if rival else ""
    audience = material.inside("value.statement.audience")
    if not audience.text and row:
        audience = material.inside(f"{row}.name")
    spans = together(
        sentence("We work for ", audience),
        sentence(
            "This is what they live with: ",
            material.said(f"{row}.need"),
            material.mark(f"{row}.evidence"),
        )
        if row
        else (),
        sentence(
            "This is what we do: ",
            material.said("value.promise"),
            material.mark("value.promise_claim"),
        ),
        sentence(
            "Today they use ",
            material.inside(f"{rival_row}.name"),
            ", and that falls short: ",
            material.inside(f"{rival_row}.falls_short"),
        )
        if rival
        else (),
    )
    if not fields_of(spans):
        return ()
    return (Quote(spans, fields_of(spans)), _length(spans))


def _length(spans: Spans) -> Note:
    """How long it takes to say; what stands in brackets as a mark is not spoken."""
    spoken = plain(tuple(span for span in spans if not span.text.startswith(" (")))
    count = len(re.findall(r"[^\W_]\S*", spoken))
    seconds = round(count * 60 / WORDS_A_MINUTE)
    much = HALF_MINUTE * WORDS_A_MINUTE // 60
    over = "" if count <= much else f" Cut {count - much} to stay within half a minute."
    return Note((Span(f"{count} words, about {seconds} seconds when spoken.{over}"),))


def _proof(material: Material) -> tuple[Block, ...]:
    """What each claim rests on, the strongest first; a claim about nothing is left out."""
    rows: list[tuple[tuple[float, int], Fact]] = []
    for label, about, claim in _claims(material):
        if about.text:
            spans = (about, material.mark(claim))
            known: Claim = material.plan.get(claim)
            rows.append(((known.strength, known.status.rank), Fact(label, spans, fields_of(spans))))
    if not rows:
        return ()
    facts = tuple(fact for _, fact in sorted(rows, key=lambda row: row[0], reverse=True))
    return (Facts(facts, tuple(path for fact in facts for path in fact.fields)),)


def _claims(material: Material) -> list[tuple[str, Span, str]]:
    chosen = material.plan.niche.choice
    count = material.plan.niche.count
    found = [
        ("Our promise", material.said("value.promise"), "value.promise_claim"),
        (
            "How many there are",
            Span(f"{count:,}" if count is not None else "", "niche.count"),
            "niche.count_claim",
        ),
    ]
    if chosen:
        row = f"niche.candidates.{chosen.id}"
        found.insert(0, ("Their need", material.said(f"{row}.need"), f"{row}.evidence"))
    return found


def _next(material: Material) -> tuple[Block, ...]:
    tests = [test for test in by_day(material) if test.doing.strip()]
    coming = [t for t in tests if t.due is None or t.due >= material.today] or tests
    if not coming:
        return ()
    test = coming[0]
    path = f"review.tests.{test.id}"
    by = (
        (Span("By "), Span(day(test.due), f"{path}.due"), Span(" we "))
        if test.due
        else (Span("We "),)
    )
    spans = together(
        sentence(*by, material.inside(f"{path}.doing")),
        pass_mark(material, path),
    )
    return (Text(spans, fields_of(spans)),) if fields_of(spans) else ()
