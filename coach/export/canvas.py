"""The whole plan on one sheet of boxes, gaps and all."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from coach import flow
from coach.charts.chart import Chart, Curves
from coach.export.brief import by_day, difference, kill_line, open_risks, pass_mark
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
from coach.export.material import Material, day
from coach.export.page import Room
from coach.export.pictures import find
from coach.export.prose import headline, paragraph, sentence, together
from coach.export.registers import next_actions
from coach.export.sheet import ROOMS, crowded, fits_sheet
from coach.values import YesNo

STATEMENT = 600
"""Characters of a statement that is shown whole."""

KILL, TEN_WORDS = 160, 120
"""Characters of the stop line and of the shortest statement that are never cut."""

FACTORS = 6
"""Factors of value curves that can still be read on a sheet."""

PICTURES = ("canvas", "spread", "ranking", "losses")
"""The pictures that tell most on a sheet, the first that there is."""

Body = tuple[Block, ...]


def canvas(material: Material) -> tuple[Block, ...]:
    """The blocks of the sheet, with as much of each answer as it has room for.

    What is too much is shortened where it makes the sheet too high, and nowhere else.
    """
    boxes = {area: _box(material, area, ROOMS[0]) for area in BOXES}
    if picture := find(material, *PICTURES, fits=_small):
        head = Heading(2, (Span("In one picture"),), picture.fields, "picture")
        boxes["picture"] = (head, picture)
    rooms = dict.fromkeys(BOXES, 0)
    while not fits_sheet(boxes):
        longer = (area for area in crowded(boxes) if rooms.get(area, LAST) < LAST)
        area = next(longer, "")
        if not area:
            break
        rooms[area] += 1
        boxes[area] = _box(material, area, ROOMS[rooms[area]])
    return tuple(block for body in boxes.values() for block in body)


LAST = len(ROOMS) - 1


def _box(material: Material, area: str, room: Room) -> Body:
    title, path, body = BOXES[area]
    blocks = body(material, room) or (Note((Span("Still open."),), (path,)),)
    return (Heading(2, (Span(title),), (path,), area), *blocks)


def _small(chart: Chart) -> bool:
    """Whether the picture can be read at the size it has on a sheet."""
    return not isinstance(chart, Curves) or len(chart.factors) <= FACTORS


def _statement(material: Material, room: Room) -> Body:  # noqa: ARG001 - as every box is made
    said = material.statement(most=STATEMENT)
    quote: Body = (Quote(said, fields_of(said)),) if said else ()
    short = _fact(material, "value.ten_words", TEN_WORDS)
    return (*quote, *_facts(short)) if said else _facts(short)


def _niche(material: Material, room: Room) -> Body:
    chosen = material.plan.niche.choice
    if not chosen:
        return ()
    row = f"niche.candidates.{chosen.id}"
    first = together(
        headline(material.said(f"{row}.name", room.short, strong=True)),
        sentence(material.said(f"{row}.who", room.long)),
    )
    return (
        *paragraph(first),
        *_facts(
            _fact(material, "niche.payer", room.short),
            _fact(material, "niche.decider", room.short),
            _fact(material, "niche.exclusion", room.long),
        ),
    )


def _need(material: Material, room: Room) -> Body:
    chosen = material.plan.niche.choice
    need: Spans = ()
    if chosen:
        row = f"niche.candidates.{chosen.id}"
        mark = material.mark(f"{row}.evidence", room.short)
        need = sentence(material.said(f"{row}.need", room.long), mark)
    pains = (
        _item(
            material.said(f"{path}.what", room.short),
            material.said(f"{path}.how_often", room.short),
            material.said(f"{path}.cost", room.short),
        )
        for path in _rows(material, "value.pains")
    )
    job = sentence("They try to: ", material.inside("value.job", room.long))
    return (*paragraph(need, job), *_items(pains, room, "value.pains"))


def _promise(material: Material, room: Room) -> Body:
    promise = sentence(
        material.said("value.promise", room.long),
        material.mark("value.promise_claim", room.short),
    )
    reliefs = (
        _item(material.said(f"{path}.relief", room.short))
        for path in _rows(material, "value.pains")
    )
    return (*paragraph(promise), *_items(reliefs, room, "value.pains"))


def _difference(material: Material, room: Room) -> Body:
    signal = _fact(material, "differentiation.signal", room.long)
    return (*paragraph(*difference(material, room.long)), *_facts(signal))


def _alternatives(material: Material, room: Room) -> Body:
    rows = (
        _item(
            material.said(f"{path}.name", room.short, strong=True),
            material.inside(f"{path}.does_well", room.short),
            material.inside(f"{path}.falls_short", room.short),
            between=("good: ", "falls short: "),
        )
        for path in _rows(material, "value.alternatives")
    )
    return _items(rows, room, "value.alternatives")


def _channels(material: Material, room: Room) -> Body:
    rows = []
    for path in _rows(material, "niche.channels"):
        people = material.plan.get(f"{path}.people")
        many = f"{people:,} people" if people is not None else ""
        name = material.said(f"{path}.name", room.short)
        rows.append(_item(name, Span(many, f"{path}.people")))
    return _items(rows, room, "niche.channels")


def _price(material: Material, room: Room) -> Body:
    keys = ("price", "orders", "unit_cost", "fixed_cost", "count")
    facts = _facts(*(_fact(material, f"niche.{key}", room.short) for key in keys))
    if material.plan.niche.count is None:
        return facts
    standing = material.standing("niche.count_claim", room.short)
    return (*facts, *paragraph(sentence("The count: ", Span(standing, "niche.count_claim"))))


def _sum(material: Material, room: Room) -> Body:  # noqa: ARG001 - as every box is made
    start = ("niche.count",)
    figures = material.figures("niche.size")
    facts = (
        Fact(each.name, (Span(each.text, *start),), start)
        for each in figures
        if each.text and not each.verdict
    )
    says = (sentence(Span(each.verdict, *start)) for each in figures if each.verdict)
    return (*_facts(*facts), *paragraph(*says))


def _risks(material: Material, room: Room) -> Body:
    losses = {
        each.result.record: each.text
        for each in material.figures("risk.risks")
        if each.result.key == "expected_loss"
    }
    rows = []
    for risk in open_risks(material):
        path = f"risk.risks.{risk.id}"
        loss = losses.get(risk.id, "")
        rows.append(
            _item(
                material.said(f"{path}.event", room.short, strong=True),
                Span(f"{loss} a year" if loss else "", f"{path}.probability"),
                material.inside(f"{path}.trigger", room.short),
                between=("", "trigger: "),
            )
        )
    return _items(rows, room, "risk.risks")


def _next(material: Material, room: Room) -> Body:
    rows = []
    for test in by_day(material):
        path = f"review.tests.{test.id}"
        what = material.said(f"{path}.doing", room.short)
        what = what if what.text else material.said(f"{path}.belief", room.short)
        head = _item(Span(day(test.due), f"{path}.due", True), what)
        passed = pass_mark(material, path, room.short)
        rows.append(
            Item(together(sentence(*head.spans), passed), fields=(path,)) if what.text else head
        )
    todo = []
    if material.asks("review.actions"):
        for action in next_actions(material):
            path = f"review.actions.{action.id}"
            if action.done is not YesNo.YES:
                todo.append(
                    _item(
                        Span(day(action.due), f"{path}.due", True),
                        material.said(f"{path}.what", room.short),
                        material.said(f"{path}.owner", room.short),
                    )
                )
    fewer = replace(room, rows=max(1, room.rows - 1))
    to_do = _items(todo, fewer, "review.actions")
    return (
        *_items(rows, room, "review.tests"),
        *((Text((Span("To do:"),), ("review.actions",)),) if to_do else ()),
        *to_do,
        *_facts(_fact(material, "review.next_review", room.short)),
    )


def _stop(material: Material, room: Room) -> Body:
    act = _fact(material, "risk.kill_act", room.long)
    return (*paragraph(kill_line(material, max(room.long, KILL))), *_facts(act))


def _rows(material: Material, path: str) -> list[str]:
    return [f"{path}.{row.id}" for row in material.plan.get(path)]


def _fact(material: Material, path: str, limit: int) -> Fact | None:
    """The answer at ``path`` with its label; None where it is not asked or is empty."""
    place = flow.place(path)
    if not material.asks(path):
        return None
    shown = material.shown(path, place.part, place.card)
    if place.part.kind == "text":
        shown = material.said(path, limit)
    label = material.words.label(place.card, place.field)
    return Fact(label, (shown,), (path,)) if shown.text else None


def _facts(*facts: Fact | None) -> Body:
    given = tuple(fact for fact in facts if fact)
    return (Facts(given, tuple(path for fact in given for path in fact.fields)),) if given else ()


def _item(first: Span, *others: Span, between: tuple[str, ...] = ()) -> Item:
    """``first: one, two``, each after its word from ``between``; what is empty is left out."""
    words = (*between, *("" for _ in others))
    given = [(word, span) for word, span in zip(words, others, strict=False) if span.text]
    spans: list[Span] = [first] if first.text else []
    for word, span in given:
        if spans:
            spans.append(Span(": " if len(spans) == 1 else "; " if word else ", "))
        spans += [Span(word), span] if word else [span]
    return Item(tuple(spans), fields=fields_of(tuple(spans)))


def _items(items: Iterable[Item], room: Room, path: str) -> Body:
    """The items that say something, as many as fit."""
    given = [item for item in items if plain(item.spans).strip()]
    shown = tuple(given[: room.rows])
    if not shown:
        return ()
    more = len(given) - len(shown)
    rest: Body = (Note((Span(f"and {more} more"),), (path,)),) if more else ()
    return (Items(shown, (path,)), *rest)


BOXES: dict[str, tuple[str, str, Callable[[Material, Room], Body]]] = {
    "statement": ("In one sentence", "value.statement", _statement),
    "niche": ("Whom we serve", "niche.chosen", _niche),
    "need": ("What they need", "value.pains", _need),
    "promise": ("What we promise", "value.promise", _promise),
    "difference": ("Why us", "differentiation.primary", _difference),
    "alternatives": ("What they use today", "value.alternatives", _alternatives),
    "channels": ("How we reach them", "niche.channels", _channels),
    "price": ("Price and cost", "niche.price", _price),
    "sum": ("What it adds up to", "niche.count", _sum),
    "risks": ("What could go wrong", "risk.risks", _risks),
    "next": ("What comes next", "review.tests", _next),
    "stop": ("When we stop", "risk.kill", _stop),
}
"""The boxes in reading order, by area: title, the answer it leads to, what fills it."""
