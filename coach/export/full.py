"""The full plan: every question that is asked at the plan's depth, in the order of the walk."""

from collections.abc import Iterable
from dataclasses import replace

from coach import flow
from coach.coaching.finding import Finding
from coach.coaching.strength import Strength
from coach.export.document import (
    Block,
    Fact,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Quote,
    Span,
    Spans,
    Text,
    fields_of,
    plain,
)
from coach.export.material import NAMELESS, Material, day
from coach.export.pictures import of_card
from coach.export.prose import listed, sentence, together
from coach.export.squares import grid, swap
from coach.questions import Card, Field, Kind
from coach.text import clean_text, one_line


def plan(material: Material) -> tuple[Block, ...]:
    """The blocks of the full plan."""
    blocks: list[Block] = [_state(material)]
    titles: set[str] = set()
    told = flow.told(material.plan)
    for step in dict.fromkeys(card.step for card in told):
        name = material.words.step(step)
        parts: list[Block] = []
        titles.add(name)
        for card in told:
            body = _card(material, card) if card.step == step else []
            if body:
                title = material.words.title(card)
                title = f"{name}: {title}" if title in titles else title
                titles.add(title)
                start = (card.path(flow.questions(card, material.plan)[0]),)
                parts += [Heading(3, (Span(title),), start), *body]
        if parts:
            blocks += [Heading(2, (Span(name),), parts[0].fields), *parts]
    return tuple(blocks)


def _state(material: Material) -> Note:
    progress = flow.progress(material.plan)
    words = (
        f"As of {day(material.today)}: {progress.answered} of {progress.asked} questions "
        f"answered at the depth “{material.plan.depth}”."
    )
    return Note((Span(words),))


def _card(material: Material, card: Card) -> list[Block]:
    """What was answered on the card, then what it comes to and what is open; may be nothing."""
    questions = flow.questions(card, material.plan)
    asked = flow.asked(card, material.plan)
    alone = len(questions) == 1
    blocks: list[Block] = []
    facts: list[Fact] = []
    gaps: list[Spans] = []
    for field in questions:
        path = card.path(field)
        label = material.words.label(card, field)
        if field.kind in _LONG or field.keeps_lines:
            answer = _long(material, card, field)
            answered = bool(answer)
            if answer and not alone:
                answer = [Text((Span(f"{label}:", strong=True),), (path,)), *answer]
            if answer:
                blocks += [*_gathered(facts), *answer]
        else:
            short = _facts(material, card, (field,), card.step)
            answered = bool(short)
            facts += short
        if not answered and not field.optional and field in asked:
            gaps.append((Span(label, path),))
    blocks += _gathered(facts)
    if card.key == "value.swap":
        blocks += swap(material)
    blocks += _computed(material, card)
    blocks += of_card(material, card)
    if gaps:
        spans = (Span("Still open: "), *listed(*gaps), Span("."))
        blocks.append(Note(spans, fields_of(spans)))
    return blocks


_LONG = (Kind.RECORDS, Kind.STATEMENT, Kind.GRID)
"""Kinds of answers that stand on their own."""


def _gathered(facts: list[Fact]) -> list[Block]:
    """The facts gathered so far as one block; none are left over."""
    if not facts:
        return []
    block = Facts(tuple(facts), tuple(path for fact in facts for path in fact.fields))
    facts.clear()
    return [block]


def _long(material: Material, card: Card, field: Field) -> list[Block]:
    """An answer that stands on its own; nothing if it is empty."""
    path = card.path(field)
    if field.kind is Kind.RECORDS:
        rows = (_item(material, card, field, f"{path}.{row.id}") for row in material.plan.get(path))
        items = tuple(item for item in rows if item)
        return [Items(items, (path,))] if items else []
    if field.kind is Kind.GRID:
        return grid(material, card, field)
    if field.kind is Kind.STATEMENT:
        spans = material.statement(path, blanks=True)
    else:
        spans = (material.kept(path),)
    return [Quote(spans, (path,))] if plain(spans) else []


def _item(material: Material, card: Card, field: Field, path: str) -> Item | None:
    """One record: its first text names it, the rest are facts; nothing if it is empty."""
    first, *others = flow.parts(field, material.plan.level)
    name = material.kept(f"{path}.{first.key}")
    facts = _facts(material, card, others, path, field)
    if not name.text and not facts:
        return None
    title = replace(name, strong=True) if name.text else Span(NAMELESS, name.field)
    results = tuple(
        Fact(each.label, (Span(each.because),), (path,))
        for each in material.figures(card.key)
        if each.because and path.endswith(f".{each.result.record}")
    )
    return Item((title,), (*facts, *results), (path,))


def _facts(
    material: Material, card: Card, fields: Iterable[Field], owner: str, *above: Field
) -> list[Fact]:
    """The short answers to ``fields`` below ``owner``, each with its label; none if empty."""
    facts: list[Fact] = []
    for field in fields:
        path = f"{owner}.{field.key}"
        label = material.words.label(card, *above, field)
        spans: Spans = (material.shown(path, field, card),)
        if field.kind is Kind.CLAIM:
            spans = (Span(material.standing(path), path),) if material.claims(path) else ()
            facts += _drafts(material, label, path, field)
        elif draft := material.draft(path):
            spans = (draft, NOT_UNDERSTOOD)
        elif field.kind is Kind.RANGE and any(
            material.draft(f"{path}.{end.key}") for end in field.parts
        ):
            spans = (*spans, NOT_UNDERSTOOD)
        if plain(spans):
            facts.append(Fact(label, spans, (path,)))
    return facts


NOT_UNDERSTOOD = Span(" (as typed; not understood yet)")


def _drafts(material: Material, label: str, path: str, field: Field) -> list[Fact]:
    """What was typed for the parts of a claim where a number or a day was expected."""
    parts = ((part, f"{path}.{part.key}") for part in field.parts)
    return [
        Fact(f"{label}, {material.words.part(field, part).lower()}", (draft, NOT_UNDERSTOOD), (at,))
        for part, at in parts
        if (draft := material.draft(at))
    ]


def _computed(material: Material, card: Card) -> list[Block]:
    """What the card's answers come to together, each figure with its formula."""
    start = (card.path(card.fields[0]),)
    listed_above = {
        row.id
        for field in flow.questions(card, material.plan)
        if field.kind is Kind.RECORDS
        for row in material.plan.get(card.path(field))
    }
    rows = tuple(
        Fact(each.name, (Span(each.because),), start)
        for each in material.figures(card.key)
        if each.because and each.result.record not in listed_above
    )
    if not rows:
        return []
    return [Text((Span("What it comes to:", strong=True),), start), Facts(rows, start)]


def appendix(
    material: Material, findings: Iterable[Finding], strengths: Iterable[Strength] = ()
) -> tuple[Block, ...]:
    """What the coach says, by step; what was set aside, with the reasons; what stands."""
    found = list(findings)
    blocks: list[Block] = []
    for step in flow.steps(material.plan):
        items = tuple(_remark(material, f) for f in found if f.step == step.key and f.open)
        if items:
            title = f"On {material.words.step(step.key)}"
            blocks += [Heading(3, (Span(title),), (items[0].fields[0],)), _list(items)]
    if blocks:
        blocks.insert(0, Heading(2, (Span("What the coach says"),)))
    aside = tuple(_remark(material, each) for each in found if not each.open)
    if aside:
        blocks += [Heading(2, (Span("What was set aside, and why"),)), _list(aside)]
    standing = tuple(_standing(material, each) for each in strengths)
    if standing:
        blocks += [Heading(2, (Span("What stands on evidence"),)), _list(standing)]
    return tuple(blocks)


def _list(items: tuple[Item, ...]) -> Items:
    return Items(items, tuple(path for item in items for path in item.fields))


def _standing(material: Material, strength: Strength) -> Item:
    title = material.words.title(flow.place(strength.field).card)
    said = sentence(Span(one_line(clean_text(strength.message))))
    return Item((Span(f"{title}:", strong=True), Span(" "), *said), fields=(strength.field,))


def _remark(material: Material, finding: Finding) -> Item:
    title = material.words.title(flow.place(finding.field).card)
    lead = Span(f"{finding.level.capitalize()} {finding.rule}, {title.lower()}:", strong=True)
    spans = together(
        (lead, Span(" "), *sentence(Span(one_line(clean_text(finding.message))))),
        sentence("The answer: “", Span(finding.quote, finding.field), "”") if finding.quote else (),
        sentence("The reason: ", Span(one_line(clean_text(finding.set_aside)), finding.field))
        if finding.set_aside
        else (),
    )
    return Item(spans, fields=(finding.field,))
