"""The plan on one page, as a person would tell it."""

from coach import figures, flow
from coach.export.document import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Item,
    Items,
    Note,
    Quote,
    Row,
    Span,
    Spans,
    Table,
    fields_of,
)
from coach.export.material import Material, day
from coach.export.page import ROOMS, Room, fits
from coach.export.prose import headline, listed, paragraph, sentence, together
from coach.steps.differentiation.model import HOW
from coach.steps.review.model import Test
from coach.steps.risk.model import Risk, RiskStatus
from coach.steps.risk.numbers import ranked

STATEMENT = 1_000
"""Characters of a statement that is shown whole."""

FORMULA = 30
"""Characters of a formula that can be read inside a sentence; the full plan has longer ones."""


def brief(material: Material) -> tuple[Block, ...]:
    """The blocks of the one-page brief, with as much of each answer as the page has room for."""
    for room in ROOMS:
        blocks = _brief(material, room)
        if fits(blocks):
            break
    return blocks


def _brief(material: Material, room: Room) -> tuple[Block, ...]:
    sections: list[tuple[str, str, tuple[Block, ...]]] = [
        ("Whom we serve", "niche.chosen", _niche(material, room)),
        ("What changes for them", "value.pains", _value(material, room)),
        ("What it adds up to", "niche.count", _numbers(material, room)),
        (
            "How we are different",
            "differentiation.primary",
            paragraph(*difference(material, room.long)),
        ),
        ("What could go wrong", "risk.risks", _risks(material, room)),
        ("What we find out next", "review.tests", _tests(material, room)),
    ]
    blocks: list[Block] = [*_opening(material, room)]
    for title, path, body in sections:
        if body:
            blocks += [Heading(2, (Span(title),), (path,)), *body]
    return (*blocks, *_open(material))


def _opening(material: Material, room: Room) -> tuple[Block, ...]:
    statement = material.statement(most=STATEMENT)
    if statement:
        if material.plan.value.promise.strip():
            statement += (material.mark("value.promise_claim", room.short),)
        return (Quote(statement, fields_of(statement)),)
    return paragraph(
        sentence(material.said("start.offering", room.long)),
        sentence("The market we begin from: ", material.said("start.market", room.long)),
    )


def _niche(material: Material, room: Room) -> tuple[Block, ...]:
    niche = material.plan.niche
    chosen = niche.choice
    if chosen:
        row = f"niche.candidates.{chosen.id}"
        name = material.said(f"{row}.name", room.short, strong=True)
        need = material.said(f"{row}.need", room.long)
        first = paragraph(
            headline(name),
            sentence(material.said(f"{row}.who", room.long)),
            sentence("What they need: ", need, material.mark(f"{row}.evidence", room.short)),
            sentence("We turn away: ", material.said("niche.exclusion", room.long)),
        )
    else:
        names = [
            material.inside(f"niche.candidates.{c.id}.name", room.short) for c in niche.candidates
        ]
        given = [(name,) for name in names if name.text]
        first = paragraph(
            sentence(Span("No niche is chosen yet; compared so far: "), *listed(*given))
            if given
            else ()
        )
    return (*first, *paragraph(_channels(material, room), _segments(material, room)))


def _channels(material: Material, room: Room) -> Spans:
    places: list[Spans] = []
    for channel in material.plan.niche.channels:
        path = f"niche.channels.{channel.id}"
        name = material.inside(f"{path}.name", room.short)
        if name.text and channel.people is not None:
            count = Span(f" ({figures.amount(channel.people)} people)", f"{path}.people")
            places.append((name, count))
        elif name.text:
            places.append((name,))
    return sentence("We reach them through ", *listed(*places[: room.rows])) if places else ()


def _segments(material: Material, room: Room) -> Spans:
    rows = [
        material.said(f"niche.segments.{s.id}.name", room.short)
        for s in material.plan.niche.segments
    ]
    groups = [(name,) for name in rows if name.text][: room.rows]
    named = [span for name in groups for span in (Span("; "), *name)][1:]
    return sentence("Groups with a message of their own: ", *named) if groups else ()


def _value(material: Material, room: Room) -> tuple[Block, ...]:
    value = material.plan.value
    pain = next((p for p in value.pains if p.what.strip()), None)
    trouble: Spans = ()
    if pain:
        path = f"value.pains.{pain.id}"
        often, cost = (
            material.inside(f"{path}.how_often", room.short),
            material.inside(f"{path}.cost", room.short),
        )
        weight = listed(*((part,) for part in (often, cost) if part.text))
        trouble = together(
            sentence(
                "What hurts today: ",
                material.said(f"{path}.what", room.long),
                *((Span(" ("), *weight, Span(")")) if weight else ()),
            ),
            sentence("What we do about it: ", material.said(f"{path}.relief", room.long)),
        )
    stated = bool(material.statement())  # it has said the promise and what it beats
    job: Spans = ()
    if room.more or not stated:
        job = sentence("What they try to do: ", material.said("value.job", room.long))
    if stated:
        return paragraph(job, trouble, _used_today(material, room) if room.more else ())
    promise = sentence(
        "Our promise: ",
        material.said("value.promise", room.long),
        material.mark("value.promise_claim", room.short),
    )
    return paragraph(job, trouble, promise, _alternatives(material, room))


def _alternatives(material: Material, room: Room) -> Spans:
    rows: list[Spans] = []
    for alternative in material.plan.value.alternatives:
        path = f"value.alternatives.{alternative.id}"
        name = material.inside(f"{path}.name", room.short)
        short = material.inside(f"{path}.falls_short", room.short)
        if name.text:
            rows.append((name, Span(" ("), short, Span(")")) if short.text else (name,))
    return sentence("Today they use ", *listed(*rows[:2])) if rows else ()


def _used_today(material: Material, room: Room) -> Spans:
    """The names alone, where the statement says already what the first one lacks."""
    rows = material.plan.value.alternatives
    names = [material.inside(f"value.alternatives.{row.id}.name", room.short) for row in rows]
    given = [(name,) for name in names if name.text]
    return sentence("Today they use ", *listed(*given[: room.rows])) if given else ()


def _numbers(material: Material, room: Room) -> tuple[Block, ...]:
    rows: list[Row] = []
    for figure in material.figures("niche.size"):
        why = figure.result.figures
        if figure.result.key == "surplus" and (figure.result.value or 0) >= 0:
            continue  # income and break-even say it; a loss has to be said
        if figure.verdict and rows:  # said behind the figure that it judges
            *cells, because = rows.pop().cells
            why = f"{because.value}. {figure.verdict}"
        elif figure.text:
            cells = [
                Cell((Span(figure.label),), figure.label),
                Cell((Span(figure.text, "niche.count"),), figure.result.value, True),
            ]
        else:
            continue
        rows.append(Row((*cells, Cell((Span(why),), why)), ("niche.count",)))
    if not rows:
        return ()
    columns = (
        Column("figure", "Figure"),
        Column("value", "Comes to", True),
        Column("formula", "Because"),
    )
    count = Span(figures.amount(material.plan.niche.count), "niche.count")
    return (
        Table(columns, tuple(rows), ("niche.count",)),
        *paragraph(
            sentence(
                "It all rests on a count of ", count, material.mark("niche.count_claim", room.short)
            )
            if material.plan.niche.count is not None
            else (),
        ),
    )


def difference(material: Material, limit: int = 0) -> tuple[Spans, ...]:
    """The primary difference with its proof, and what is given up for it."""
    answers = material.plan.differentiation
    if answers.primary is None:
        return ()
    card = flow.card("differentiation.type")
    lead, support = card.fields[0], card.fields[1]
    primary = material.option("differentiation.primary", lead, card)
    other = material.option("differentiation.supporting", support, card)
    helped: Spans = (Span(", supported by "), other) if other.text else ()
    how = f"differentiation.{HOW[answers.primary]}"
    return (
        sentence("We lead with ", Span(primary.text, primary.field, True), *helped),
        sentence("The proof: ", material.said(how, limit)),
        sentence("What we give up for it: ", material.said("differentiation.trade_off", limit)),
    )


def _risks(material: Material, room: Room) -> tuple[Block, ...]:
    rows = [risk for risk in open_risks(material) if risk.event.strip()]
    losses = {
        each.result.record: each
        for each in material.figures("risk.risks")
        if each.result.key in ("expected_loss", "total_loss")
    }
    items = tuple(_risk(material, room, risk, losses[risk.id]) for risk in rows[: room.rows])
    total = losses.get("")
    sums: Spans = ()
    if total and total.text and len(rows) > 1:
        sums = sentence(f"All {len(rows)} risks together: {total.text} of expected loss a year")
    blocks: tuple[Block, ...] = (Items(items, ("risk.risks",)),) if items else ()
    return (*blocks, *paragraph(sums, kill_line(material, room.long)))


def open_risks(material: Material) -> list[Risk]:
    """The risks that are not closed, largest expected loss first."""
    return [each for each in ranked(material.plan.risk) if each.status is not RiskStatus.CLOSED]


def _risk(material: Material, room: Room, risk: Risk, loss: Figure) -> Item:
    path = f"risk.risks.{risk.id}"
    spans = together(
        headline(material.said(f"{path}.event", room.short, strong=True)),
        sentence(
            "Expected loss ",
            Span(loss.text, f"{path}.probability"),
            f" a year ({loss.result.figures})"
            if len(loss.result.figures) <= FORMULA
            else " a year",
        )
        if loss.text
        else (),
        sentence("Trigger: ", material.said(f"{path}.trigger", room.short)),
    )
    return Item(spans, fields=(path, *fields_of(spans)))


def kill_line(material: Material, limit: int = 0) -> Spans:
    """When the founder stops, and by which day that is judged."""
    by = day(material.plan.risk.kill_date)
    when = (Span(", "), Span(by, "risk.kill_date")) if by else ()
    return sentence("Stop line", *when, ": ", material.said("risk.kill", limit))


def _tests(material: Material, room: Room) -> tuple[Block, ...]:
    said = [t for t in by_day(material) if t.belief.strip() or t.doing.strip()]
    items = tuple(_test(material, room, test) for test in said[: room.rows])
    review = day(material.plan.review.next_review)
    blocks: tuple[Block, ...] = (Items(items, ("review.tests",)),) if items else ()
    last = sentence("Next review: ", Span(review, "review.next_review")) if review else ()
    return (*blocks, *paragraph(last))


def by_day(material: Material) -> list[Test]:
    """The tests, next one first; those without a day last."""
    tests = material.plan.review.tests
    return sorted(tests, key=lambda test: (test.due is None, test.due or material.today))


def _test(material: Material, room: Room, test: Test) -> Item:
    path = f"review.tests.{test.id}"
    late = " (overdue)" if test.due and test.due < material.today else ""
    due = Span(f"{day(test.due)}{late}", f"{path}.due", True) if test.due else None
    owner = material.said(f"{path}.owner", room.short)
    who: Spans = ()
    if due and owner.text:
        who = (due, Span(", "), owner, Span(": "))
    elif due or owner.text:
        who = (due or owner, Span(": "))
    doing, belief = (material.inside(f"{path}.{key}", room.long) for key in ("doing", "belief"))
    what = sentence("We ", doing) if doing.text else sentence("We believe ", belief)
    body = together(what, pass_mark(material, path, room.short))
    spans = (*who, *body)
    return Item(spans, fields=(path, *fields_of(spans)))


def pass_mark(material: Material, path: str, limit: int = 0) -> Spans:
    """What is counted in the test at ``path``, and from where on it is passed."""
    measure = material.inside(f"{path}.measure", limit)
    counted: Spans = (Span(" (we count "), measure, Span(")")) if measure.text else ()
    return sentence("Pass mark: ", material.said(f"{path}.threshold", limit), *counted)


def _open(material: Material) -> tuple[Block, ...]:
    progress = flow.progress(material.plan)
    as_of = f"As of {day(material.today)}"
    if progress.answered == progress.asked:
        return (Note((Span(f"{as_of}."),)),)
    spans = [Span(f"{as_of}: {progress.answered} of {progress.asked} questions answered.")]
    if not progress.answered:
        spans.append(Span(" This page fills as the plan does."))
    gaps = material.gaps()
    if gaps:
        names = [(Span(material.words.title(card).lower(), path),) for card, path in gaps]
        shown = names if len(names) <= 7 else names[:6]
        more = len(names) - len(shown)
        rest: tuple[Spans, ...] = ((Span(f"{more} more"),),) if more else ()
        spans += [Span(" Still open: "), *listed(*shown, *rest), Span(".")]
    return (Note(tuple(spans), fields_of(tuple(spans))),)
