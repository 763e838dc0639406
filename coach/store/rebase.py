"""Moving a plan's days, so that an example is as fresh on the day it is opened as when written."""

import datetime as dt
from typing import Any

from coach.plan import Plan
from coach.refusal import Refusal
from coach.values import Answers


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
