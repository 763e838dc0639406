"""What the coach flags in the work to do: acts, their load, and how soon something is learned."""

import datetime as dt
import re
from collections.abc import Iterator

from coach.coaching.language import Reader, related, words
from coach.coaching.owners import Owned, owned
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.steps.review.model import Action, Review, Test
from coach.steps.review.numbers import open_actions

rules = Rules("review")

_OR = re.compile(r"\bor\b|/")
_AND = re.compile(r"\s*(?:,|\band\b|\bthen\b|\b(?:while|when|once|after|before|as soon as)\b)\s*")

LOOSE = 2
"""Words beside a direction that still make no act of it: "better codes", "improve our mails"."""


@rules("RE08")
def not_an_action(review: Review, context: Context) -> Iterator[Hit]:
    """A test or an action with no act, no one person, no day behind it, or a day that has passed.

    An action needs a sign that it is done as well.
    """
    for test in review.tests:
        yield from _test(test, review, context)
    named = [each for each in open_actions(review) if each.what.strip()]
    ended = review.weekly_hours is not None or review.next_review is not None
    for action in named:
        yield from _action(action, ended or len(named) > 1, context.read)


def _test(test: Test, review: Review, context: Context) -> Iterator[Hit]:
    path, read = f"review.tests.{test.id}", context.read
    if _no_act(test.doing, read, LOOSE - 1):
        yield Hit(f"{path}.doing", test.doing.strip())
    if nobody(test.owner, read):
        yield Hit(f"{path}.owner", test.owner.strip(), say="owner")
    if not test.doing.strip():
        return
    if test.due is not None and test.due < context.today:
        yield Hit(f"{path}.due", test.due.isoformat(), say="past")
    if test.due is None and (test.owner.strip() or review.next_review):
        yield Hit(f"{path}.due")
    if not test.owner.strip() and review.next_review:
        yield Hit(f"{path}.owner")


def _action(action: Action, left: bool, read: Reader) -> Iterator[Hit]:
    """What one action lacks; ``left`` says that the founder has gone on to something else."""
    path, what = f"review.actions.{action.id}", action.what.strip()
    sign = action.done_when.strip()
    shown = bool(sign) and not _no_sign(sign, what, read)
    if _no_act(what, read) and not shown:
        yield Hit(f"{path}.what", what)
    elif sign and not shown:
        yield Hit(f"{path}.done_when", sign, say="sign")
    if nobody(action.owner, read):
        yield Hit(f"{path}.owner", action.owner.strip(), say="owner")
    parts = ("owner", "due", "done_when", "hours")
    given = [getattr(action, part) not in (None, "") for part in parts]
    for at, part in enumerate(parts[:3]):
        if not given[at] and (left or any(given[at + 1 :])):
            yield Hit(f"{path}.{part}", values={"what": what}, say=f"no_{part}")


def _no_act(text: str, read: Reader, loose: int = LOOSE) -> bool:
    """True where ``text`` names a direction and nothing that could be done on one day.

    ``loose`` other words may stand beside it; a test is judged more strictly, as it has no sign.
    """
    if read.concrete(text):
        return False
    spans = read.find(text, "aims")
    if spans and spans[0].first == 0 and len(read.left(text, "vague_actions")) <= loose:
        return True
    return read.only(text, "vague_actions")


_UNSEEN = (
    *("vague_signs", "vague_actions", "abstracts", "states_of_mind", "vanity_metrics"),
    *("customer_words", "padding", "empty_talk", "light_verbs"),
)
"""Lists of what nobody can point at: "feedback received", "new customers won"."""


def _no_sign(sign: str, what: str, read: Reader) -> bool:
    """True where ``sign`` says that it is done or better, and nothing that could be seen.

    What somebody thinks, or how one stands with somebody, is seen by nobody.
    """
    if read.concrete(sign):
        return False
    if read.has(sign, "states_of_mind") and not read.has(sign, "seen_things", "commitments"):
        return True
    if read.has(sign, "signs_of_doing") and not read.left(sign, "signs_of_doing", *_UNSEEN):
        return True
    told = read.stems(what)
    aims = read.find(what, "aims")
    if aims and not aims[0].first and read.has(sign, "signs_of_doing"):
        rest = read.stems(sign, "signs_of_doing")
        return all(any(related(each, word) for word in told) for each in rest)
    if not read.has(sign, "vague_signs"):
        return False
    rest = read.stems(sign, "vague_signs", "aims")
    if len(rest) <= 1 and read.has(sign, "comparatives"):
        return True
    return all(any(related(each, word) for word in told) for each in rest)


def nobody(owner: str, read: Reader) -> bool:
    """True where ``owner`` is a group, or anybody of one: "the team", "Ann or Ben"."""
    held = owned(owner, read)
    if held is Owned.BY_NOBODY or (held is Owned.BY_SEVERAL and _OR.search(owner)):
        return bool(owner.strip())
    named = any(word.text[0].isupper() for word in read.left(owner, "group_owners", "anybody"))
    return read.has(owner, "anybody") and not named


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


@rules("RE10")
def learning_starts_late(review: Review, context: Context) -> Iterator[Hit]:
    """The first action is due a long way off, or none of them meets a customer.

    Where an action is done, something has begun. Who has no actions is judged by the day of
    the first result, which may be later.
    """
    actions = [each for each in open_actions(review) if each.what.strip()]
    due = [(each.due, f"review.actions.{each.id}.due") for each in actions if each.due is not None]
    if not review.actions:
        results = [(each.due, f"review.tests.{each.id}.due") for each in review.tests if each.due]
        yield from _late(results, context, "results", "")
    elif len(open_actions(review)) == len(review.actions):
        yield from _late(due, context, "days", "action")
    if len(actions) >= context.limit("fewest") and not any(
        _meets(each, context.read) for each in actions
    ):
        first = min(each.what.strip() for each in actions)
        yield Hit("review.actions", first, say="building")


def _meets(action: Action, read: Reader) -> bool:
    """True where somebody outside has a part in ``action``: it opens so, or says who.

    Where a pack knows no such openings, anybody may have one.
    """
    if not read.knows("meeting_acts"):
        return True
    if any(read.has(told, "meeting_people") for told in (action.what, action.done_when)):
        return True
    acts = [part for clause in read.clauses(action.what) for part in _AND.split(clause)]
    return any(_opens(act, read) for act in acts)


def _opens(act: str, read: Reader) -> bool:
    """True where ``act`` opens with a meeting, or has one with its number: "it dries ring four"."""
    spans, told = read.find(act, "meeting_acts"), words(act)
    many = {span.first for span in read.find(act, "numbers")}
    return any(
        span.first == 0
        or (span.last + 1 in many and not read.has(told[span.first - 1].text, "determiners"))
        for span in spans
    )


def _late(due: list[tuple[dt.date, str]], context: Context, limit: str, say: str) -> Iterator[Hit]:
    if not due:
        return
    first, path = min(due)
    if first - context.today > dt.timedelta(days=context.limit(limit)):
        yield Hit(path, first.isoformat(), say=say)


@rules("RE15")
def too_much_to_do(review: Review, context: Context) -> Iterator[Hit]:
    """More tests or more actions are open than anyone keeps up with.

    The other half of the rule's source, a summary longer than a page, cannot happen: the brief
    is cut to one page.
    """
    tests = [each for each in review.tests if each.doing.strip()]
    actions = [each for each in open_actions(review) if each.what.strip()]
    for key, rows in (("tests", tests), ("actions", actions)):
        if len(rows) > context.limit("most"):
            yield Hit(f"review.{key}", values={"count": amount(len(rows)), "what": key})
