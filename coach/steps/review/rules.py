"""What the coach flags in this step."""

import datetime as dt
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.steps.review.model import Review, Test
from coach.steps.review.numbers import open_actions

rules = Rules("review")


def complete(test: Test) -> bool:
    """True where all that a test needs has been said."""
    told = (test.belief, test.doing, test.measure, test.threshold, test.owner)
    return test.due is not None and all(text.strip() for text in told)


@rules("RE06")
def no_pass_mark(review: Review, context: Context) -> Iterator[Hit]:
    """Nothing says from which figure on the belief holds."""
    read = context.read
    for each in review.tests:
        path = f"review.tests.{each.id}.threshold"
        if read.has_figure(each.measure):
            continue
        if not each.threshold.strip():
            if each.doing.strip() and (each.due is not None or each.owner.strip()):
                yield Hit(path)
        elif not read.has_figure(each.threshold) and not read.has(
            each.threshold, "pass_marks", "stop_signs"
        ):
            yield Hit(path, each.threshold.strip())


@rules("RE07")
def kind_words(review: Review, context: Context) -> Iterator[Hit]:
    """The measure costs nobody time, money or data."""
    read = context.read
    for each in review.tests:
        key = "measure" if each.measure.strip() else "doing"
        text = getattr(each, key)
        kind = read.find(text, "vanity_metrics")
        if kind and not any(_costs(told, read) for told in (text, each.threshold)):
            yield Hit(f"review.tests.{each.id}.{key}", read.quote(text, "vanity_metrics"))


def _costs(text: str, read: Reader) -> bool:
    """True where ``text`` names something given up, and not only what they would give."""
    kind = read.find(text, "vanity_metrics")
    return any(
        not any(word.first <= span.last and span.first <= word.last for word in kind)
        for span in read.find(text, "commitments")
    )


@rules("RE08")
def not_an_action(review: Review, context: Context) -> Iterator[Hit]:
    """A test with no act, no one person, no day behind it, or a day that has passed."""
    read = context.read
    for each in review.tests:
        path = f"review.tests.{each.id}"
        if read.only(each.doing, "vague_actions") and not read.concrete(each.doing):
            yield Hit(f"{path}.doing", each.doing.strip())
        if read.only(each.owner, "group_owners"):
            yield Hit(f"{path}.owner", each.owner.strip(), say="owner")
        if not each.doing.strip():
            continue
        if each.due is not None and each.due < context.today:
            yield Hit(f"{path}.due", each.due.isoformat(), say="past")
        if each.due is None and (each.owner.strip() or review.next_review):
            yield Hit(f"{path}.due")
        if not each.owner.strip() and review.next_review:
            yield Hit(f"{path}.owner")


@rules("RE10")
def learning_starts_late(review: Review, context: Context) -> Iterator[Hit]:
    """The first test or action is due a long way off."""
    steps = (("tests", review.tests), ("actions", review.actions))
    due = [
        (each.due, f"review.{key}.{each.id}.due")
        for key, rows in steps
        for each in rows
        if each.due is not None
    ]
    if not due:
        return
    first, path = min(due)
    if first - context.today > dt.timedelta(days=context.limit("days")):
        yield Hit(path, first.isoformat())


@rules("RE15")
def too_much_to_do(review: Review, context: Context) -> Iterator[Hit]:
    """More tests are open than anyone keeps up with."""
    named = [each for each in review.tests if each.doing.strip()]
    if len(named) > context.limit("most"):
        yield Hit("review.tests", values={"count": amount(len(named))})


@rules("RE16")
def no_second_look(review: Review, context: Context) -> Iterator[Hit]:
    """No day to look again, or one that is past or far off."""
    day = review.next_review
    if day is None:
        if any(complete(each) for each in review.tests):
            yield Hit("review.next_review")
    elif day < context.today:
        yield Hit("review.next_review", day.isoformat(), say="past")
    elif (day - context.today).days > context.limit("days"):
        yield Hit("review.next_review", day.isoformat())


@rules("RE09")
def more_work_than_week(review: Review, context: Context) -> Iterator[Hit]:
    """By some day the open actions take more hours than there are until then.

    Only what is still to come counts; an action whose day has passed is another matter.
    """
    weekly = review.weekly_hours
    ahead = [
        (each.due, each.hours)
        for each in open_actions(review)
        if each.due is not None and each.due >= context.today and each.hours is not None
    ]
    if weekly is None:
        return
    for day in sorted({due for due, _ in ahead}):
        needed = sum(sorted(hours for due, hours in ahead if due <= day))
        weeks = max(1, ((day - context.today).days + 1) / 7)
        if needed > weekly * weeks:
            values = {
                "needed": amount(needed, 1),
                "there": amount(weekly * weeks, 1),
                "weekly": amount(weekly, 1),
                "day": day.isoformat(),
            }
            yield Hit("review.weekly_hours", values=values)
            return


@rules("RE12")
def learned_and_changed_nothing(review: Review, context: Context) -> Iterator[Hit]:
    """A result is written down, and neither what changes nor why nothing does."""
    read = context.read
    for each in review.learnings:
        if not each.observation.strip():
            continue
        path, text = f"review.learnings.{each.id}.change", each.change.strip()
        if not text:
            if each.date is not None or (each.insight.strip() and review.next_review):
                yield Hit(path, values={"saw": each.observation.strip()})
        elif not read.concrete(text) and read.only(text, "unchanged", "nothing"):
            yield Hit(path, text, {"saw": each.observation.strip()})
