"""Every face knows every kind of question."""

from coach import flow
from coach.export.documents import build, render
from coach.pack.pack import Pack
from coach.plan import Plan, record_type
from coach.questions import Card, Depth, Field, Kind
from coach.tui.fields import BUILDERS
from coach.tui.fields.records import PART_BUILDERS
from coach.values import Status

WORD = "Zanzibar"


def test_every_kind_has_a_widget_builder() -> None:
    assert set(BUILDERS) == set(Kind)


def test_every_kind_that_a_record_is_made_of_has_a_widget_builder() -> None:
    within = {part.kind for card in flow.CARDS for field in card.fields for part in field.of}
    assert within <= set(PART_BUILDERS)


def answered(card: Card, field: Field) -> Plan:
    """A plan in which this one question is answered, with a word that is found again."""
    plan = Plan(depth=Depth.ADVANCED.key)
    path = card.path(field)
    kind = record_type(path)
    if kind:
        plan.put(path, [kind(id="row1")])
        for part in field.of:
            fill(plan, f"{path}.row1.{part.key}", part)
    elif field.kind is Kind.STATEMENT:
        for part in field.of:
            fill(plan, f"{path}.{part.key}", part)
    else:
        if field.when:
            plan.differentiation.primary = next(
                option
                for option in flow.place("differentiation.primary").field.options
                if field.when(plan.differentiation.model_copy(update={"primary": option}))
            )
        fill(plan, path, field)
    return plan


def fill(plan: Plan, path: str, field: Field) -> None:
    match field.kind:
        case Kind.TEXT:
            plan.put(path, WORD)
        case Kind.NUMBER:
            plan.put(path, 77)
        case Kind.CLAIM:
            plan.put(f"{path}.status", Status.HEARD)
            plan.put(f"{path}.source", WORD)
        case Kind.CHOICE if field.options:
            value = field.options[-1]
            plan.put(path, [value] if field.most > 1 else value)


def test_every_answer_reaches_the_full_plan_s_document() -> None:
    pack = Pack()
    for card in flow.CARDS:
        for field in card.fields:
            if field.kind is Kind.DATE or field.pick or card.path(field) == "start.currency":
                continue
            plan = answered(card, field)
            text = render(build("plan", plan, pack), "markdown")
            if field.kind is Kind.CHOICE:
                word = pack.topic(card.key).choices[field.key][field.options[-1]].label
            else:
                word = "77" if field.kind is Kind.NUMBER else WORD
            parts = sum(part.kind in (Kind.TEXT, Kind.CLAIM) for part in field.of) or 1
            assert text.count(word) >= parts, card.path(field)
