"""An example as a plan of one's own, its days as fresh as when it was written."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from coach.plan import Plan, now
from coach.refusal import Refusal
from coach.store import form
from coach.values import Answers, new_id

if TYPE_CHECKING:
    from coach.pack.pack import Example


def plan_from_example(example: "Example", today: dt.date | None = None) -> Plan:
    """An example of a pack as a new plan of one's own, its days moved to ``today``.

    Raises :class:`Refusal` if it is broken.
    """
    name = f"the example {example.name}"
    plan = form.load(example.toml.encode(), name).plan
    try:
        return as_new(rebased(plan, today or dt.date.today()))
    except Refusal as refusal:
        raise Refusal(f"{name}: {refusal}") from None


def as_new(plan: Plan) -> Plan:
    """``plan`` under a new id, made just now."""
    plan.id, plan.created = new_id(), now()
    plan.changed = plan.created
    return plan


def rebased(plan: Plan, today: dt.date) -> Plan:
    """A copy of ``plan`` as if it had been changed last on ``today``.

    Every day in it, past or to come, moves by as many days as lie between its last change
    and ``today``, so that what was due in two weeks still is. Words are left as they are.
    Raises :class:`Refusal` for a day that would leave the calendar.
    """
    fresh = plan.model_copy(deep=True)
    _move(fresh, today - plan.changed.date())
    return fresh


def _move(answers: Answers, by: dt.timedelta) -> None:
    for key in type(answers).model_fields:
        setattr(answers, key, _moved(getattr(answers, key), by))


def _moved(value: Any, by: dt.timedelta) -> Any:
    if isinstance(value, Answers):
        _move(value, by)
    elif isinstance(value, list):
        return [_moved(each, by) for each in value]
    elif isinstance(value, dt.date):  # a datetime is one, too
        try:
            return value + by
        except OverflowError:
            raise Refusal(
                f"the day {value.isoformat()} cannot be moved by {by.days:,} days",
                "write a day nearer to the plan's last change",
            ) from None
    return value
