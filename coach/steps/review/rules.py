"""What the coach flags in tests, in results and in the next look; actions have their own file."""

import re
from collections.abc import Iterator

from coach.coaching.language import SHORT, Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.steps.review.model import Review, Test

rules = Rules("review")

_IF = re.compile(
    r"\b(?:would|could|might|'d|can imagine|willing to|plan(?:ning)? to|intend(?:ing)? to)\b"
    r"(?:\W+\w+){0,3}",
    re.IGNORECASE,
)
"""What somebody would do, with the words that say what."""


def complete(test: Test) -> bool:
    """True where all that a test needs has been said."""
    told = (test.belief, test.doing, test.measure, test.threshold, test.owner)
    return test.due is not None and all(text.strip() for text in told)


@rules("RE06")
def no_pass_mark(review: Review, context: Context) -> Iterator[Hit]:
    """Nothing says from which figure on the belief holds, or that is only settled afterwards."""
    read = context.read
    for each in review.tests:
        path, mark = f"review.tests.{each.id}.threshold", each.threshold.strip()
        if not mark:
            told = read.has_figure(each.measure)
            if not told and each.doing.strip() and (each.due is not None or each.owner.strip()):
                yield Hit(path)
        elif _put_off(mark, read):
            yield Hit(path, mark, say="later")
        elif not read.has_figure(mark) and not read.has(mark, "pass_marks", "stop_signs"):
            yield Hit(path, mark)


def _put_off(mark: str, read: Reader) -> bool:
    """True where ``mark`` says when a mark will be set, and sets none."""
    if not read.has(mark, "when_known") or not read.has(mark, "set_later"):
        return False
    dates = {at for span in read.find(mark, "months") for at in (span.first - 1, span.last + 1)}
    return not any(word.number for at, word in enumerate(words(mark)) if at not in dates)


@rules("RE07")
def kind_words(review: Review, context: Context) -> Iterator[Hit]:
    """What counts as a yes costs nobody time, money or data."""
    read = context.read
    for each in review.tests:
        key = "measure" if each.measure.strip() else "doing"
        told = {key: getattr(each, key), "threshold": each.threshold}
        if any(_costs(text, read) for text in told.values()):
            continue
        kind = next((key for key, text in told.items() if _kind(text, read)), "")
        if kind:
            text = told[kind]
            quote = text.strip() if len(text) <= SHORT else text[slice(*_kind(text, read)[0])]
            yield Hit(f"review.tests.{each.id}.{kind}", quote)


def _kind(text: str, read: Reader) -> list[tuple[int, int]]:
    """Where ``text`` counts what is only said, shown or felt: characters from and to."""
    spans = [(each.start, each.end) for each in read.find(text, "vanity_metrics")]
    if read.only(text, "applause", spare=1):
        spans.append((0, len(text)))
    return spans + [each.span() for each in _IF.finditer(text)]


def _costs(text: str, read: Reader) -> bool:
    """True where ``text`` names something given up, and not only what they would give."""
    kind = _kind(text, read)
    return any(
        not any(start < span.end and span.start < end for start, end in kind)
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
        elif _passes_over(text, read, context.limit("spare")):
            yield Hit(path, text, {"saw": each.observation.strip()})


def _passes_over(text: str, read: Reader, spare: float) -> bool:
    """True where ``text`` notes a result, puts it off or goes on, and gives no reason."""
    lists = ("unchanged", "nothing", "carry_on")
    if read.concrete(text) or read.apart(text, "reasons", *lists):
        return False
    return read.only(text, *lists, spare=spare)
