"""What comes due: every declared day that lies ahead, and the calendar file of it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from icalendar import Calendar
from strategies import plans

from coach import flow
from coach.export.calendar import PAST, calendar, dated
from coach.pack.pack import Pack
from coach.plan import Plan, record_type
from coach.questions import Kind

PACK = Pack.open()
DAY = dt.date(2027, 1, 31)


def declared():
    """Every day that the cards ask for: the path of its list or step, and its key."""
    for card in flow.CARDS:
        for field in card.fields:
            yield from ((card.path(field), p.key) for p in field.of if p.kind is Kind.DATE)
            if field.kind is Kind.DATE:
                yield card.step, field.key


COMING = [each for each in declared() if each[1] != PAST]


def with_day(where, key, **more):
    """A plan with one day in it, in a row if ``where`` is a list."""
    plan = Plan()
    kind = record_type(where) if "." in where else None
    if kind is None:
        plan.put(f"{where}.{key}", DAY)
    else:
        plan.put(where, [kind.model_validate({"id": "kab", key: DAY, **more})])
    return plan


def test_the_days_that_are_promised_are_declared():
    promised = {
        "review.tests", "review.actions", "risk.risks", "risk.kills", "review.forecasts",
        "niche.segments", "review", "risk",
    }  # fmt: skip
    assert {where for where, _ in COMING} == promised
    assert [key for where, key in COMING if where == "risk.risks"] == ["due", "review"]


@pytest.mark.parametrize(("where", "key"), COMING)
def test_every_day_that_lies_ahead_is_a_line_at_any_depth(where, key):
    (line,) = dated(with_day(where, key), PACK)
    assert line.day == DAY
    assert line.path.startswith(where)
    assert line.path.endswith(key)
    assert flow.place(line.path).part.kind is Kind.DATE


@pytest.mark.parametrize(("where", "key"), [each for each in declared() if each not in COMING])
def test_the_day_on_which_something_happened_is_none(where, key):
    assert dated(with_day(where, key), PACK) == ()


@pytest.mark.parametrize(
    ("where", "key", "over", "still"),
    [
        ("review.actions", "due", {"done": "yes"}, {"done": "no"}),
        ("risk.risks", "due", {"status": "closed"}, {"status": "under_way"}),
        ("risk.risks", "review", {"status": "closed"}, {"status": "open"}),
        ("review.forecasts", "due", {"outcome": 0}, {"chance": 5}),
    ],
)
def test_what_is_over_is_left_out(where, key, over, still):
    assert dated(with_day(where, key, **over), PACK) == ()
    assert len(dated(with_day(where, key, **still), PACK)) == 1


def test_a_test_that_was_learned_from_is_over():
    plan = with_day("review.tests", "due")
    plan.put("review.learnings", [record_type("review.learnings")(test="kab")])
    assert dated(plan, PACK) == ()


def test_a_line_says_what_it_is_of():
    plan = with_day("review.tests", "due", belief="They\npay")
    plan.risk.kill, plan.risk.kill_date = "Fewer than ten", dt.date(2026, 5, 1)
    stop, test = dated(plan, PACK)
    assert stop.name == "Fewer than ten"
    assert (test.name, test.kind) == ("They pay", PACK.wording("review.tests", "tests").label)
    assert test.text == f"{test.kind}: They pay ({test.label})"


@settings(deadline=None, max_examples=60)
@given(plans())
def test_a_calendar_reads_back_with_every_line(plan):
    lines = dated(plan, PACK)
    assert list(lines) == sorted(lines, key=lambda line: (line.day, line.path))
    data = calendar([(plan, lines)])
    assert all(len(row) <= 75 for row in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [line.day for line in lines]
    assert [str(event["summary"]) for event in events] == [line.text for line in lines]
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids)
    assert all(uid.startswith(f"{plan.id}.") for uid in uids)


def test_a_line_keeps_its_uid_when_its_day_and_words_change():
    before, after = (with_day("review.tests", "due", belief=text) for text in ("A", "B, or; C"))
    after.id = before.id
    after.review.tests[0].due = dt.date(2028, 1, 1)
    uids = [
        Calendar.from_ical(calendar([(plan, dated(plan, PACK))])).walk("VEVENT")[0]["uid"]
        for plan in (before, after)
    ]
    assert uids[0] == uids[1]


def test_events_last_the_whole_day():
    plan = with_day("review", "next_review")
    (event,) = Calendar.from_ical(calendar([(plan, dated(plan, PACK))])).walk("VEVENT")
    assert type(event.decoded("dtstart")) is dt.date
    assert event.decoded("dtend") == DAY + dt.timedelta(days=1)
