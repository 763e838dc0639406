"""What the coach flags in tests, in results and in the next look; actions have their own file."""

from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.rule import Context, Hit, Rules
from coach.steps.review.model import Review, Test

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
