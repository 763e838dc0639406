"""What the coach flags about the evidence of this step: whether anybody was asked, and when."""

import datetime as dt
import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.quantities import years
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import none_at_all, own_voice, unsaid
from coach.steps.niche.model import Niche
from coach.steps.niche.rules import claims, reached_channels
from coach.values import Claim

rules = Rules("niche")

_PLANNED = re.compile(
    r"\b(?:will|shall|going\s+to|to)\s+be\s+(?:asked|called|interviewed|visited|done|made|held|met|"
    r"surveyed|checked|tested|counted|found)\b|\b(?:planned|intended|upcoming|coming|future)\s+"
    r"(?:\w+\s+)?(?:survey|interviews?|talks?|calls?|visits?|poll|study|test)\b"
    r"|\b(?:i|we)(?:.ll|\s+(?:will|shall|plan\s+to|want\s+to|mean\s+to|intend\s+to))\s+\w+",
    re.IGNORECASE,
)
"""Somebody who has still to be asked."""
_BY_NOSE = re.compile(
    r"\b(?:\w+|\d+)\s+(?:years|decades)\s+(?:in|of|on|at|as)\s+(?:(?:the|this|my|our|an?)\s+)?\w+"
    r"|\b(?:nose|vision|logic|wisdom|insight|experience|expertise|instincts?|convictions?)\W*\Z"
    r"|\b(?:somewhere|some\s+place|one\s+(?:hears|reads|knows|sees)|(?:always|often|all)\s+"
    r"(?:\w+\s+)?(?:said|say|told|knew|known)|everybody|everyone|anybody)\b"
    r"|\b(?:i|we)\s+(?:\w+\s+){1,3}(?:ourselves|myself)\b",
    re.IGNORECASE,
)
"""What founders know by themselves, or by hearsay: "thirty years in the trade"."""
_SOLD = re.compile(
    r"\b(?:went|go|gone|crossed|passed|left)\s+(?:over\s+)?(?:my|our|the)\s+(?:\w+\s+)?(?:stall|counter|"
    r"table|bench|desk|till|shop|yard|warehouse)\b"
    r"|\b(?:i|we)\s+(?:have\s+|had\s+)?(?:\w+ly\s+)?(?:sold|delivered|shipped|billed|invoiced|charged|"
    r"served|earned|took\s+in)\b"
    r"|\bwhat\s+(?:people|they|customers|folk|everybody)\s+(?:have\s+|had\s+)?(?:bought|ordered|paid|"
    r"spent|booked|took)\b",
    re.IGNORECASE,
)
"""What was sold, without a word for the books that tell it: "what went over our counter"."""


@rules("NI13")
def nobody_has_confirmed(niche: Niche, context: Context) -> Iterator[Hit]:
    """No claim of the step is above assumed, by its status or by its words."""
    if not niche.choice or not (niche.exclusion.strip() or reached_channels(niche)):
        return
    path, chosen = f"niche.candidates.{niche.choice.id}.evidence", niche.choice.evidence
    if all(_unconfirmed(claim, context.read) for _, claim in claims(niche)):
        yield Hit(path)
    elif not chosen.assumed and not _told(chosen):
        yield Hit(path, say="bare")  # what backs another niche is not what the choice rests on


@rules("NI14")
def only_old_evidence(niche: Niche, context: Context) -> Iterator[Hit]:
    """All evidence of the step is dated, and old; or it is all of past sales."""
    known = [(claim, path) for path, claim in claims(niche) if not claim.assumed]
    dated = [(day, path) for claim, path in known if (day := _newest(claim)) is not None]
    if dated and len(dated) == len(known):
        chosen = f"niche.candidates.{niche.chosen}."
        day, path = max(dated, key=lambda each: (each[0], f"{each[1]}.".startswith(chosen)))
        if context.today - day > dt.timedelta(days=context.limit("days")):
            claim = next(each for each, where in known if where == path)
            if claim.date != day:
                yield Hit(f"{path}.source", claim.source.strip())
                return
            ours = (where for each, where in known if where.startswith(chosen) and each.date)
            if path.startswith("niche.candidates."):
                path = next(ours, path)  # another niche's evidence is not what the choice rests on
            yield Hit(f"{path}.date", day.isoformat())
            return
    read = context.read
    sold = [(claim, path) for claim, path in known if _past_sales(claim, read)]
    old = any(
        read.has(claim.source, "long_ago")
        or max(years(claim.source), default=context.today.year) < context.today.year
        for claim, _ in known
    )
    if len(sold) == len(known) >= context.limit("sources") and old:
        claim, path = min(sold, key=lambda each: each[1])
        yield Hit(f"{path}.source", claim.source.strip(), say="sales")


def _unconfirmed(claim: Claim, read: Reader) -> bool:
    """True where a claim is assumed, counts no case, or names nobody but its founder as source."""
    if claim.assumed or claim.points == 0 or read.has(claim.source, "unasked"):
        return True
    if _PLANNED.search(claim.source) or (not claim.points and _BY_NOSE.search(claim.source)):
        return True
    nobody = unsaid(claim.source, read) or none_at_all(claim.source, read)
    if claim.source.strip() and (nobody or _own_circle(claim.source, read)):
        return True
    found_out = read.has(claim.source, "asked", "meeting_places") or read.concrete(claim.source)
    if own_voice(claim.source) and not read.has(claim.source, "asked"):
        found_out = False  # what founders have lived through themselves
    return claim.points is None and claim.date is None and not found_out


def _told(claim: Claim) -> bool:
    """True where anything is told of a claim beside how it is known."""
    return bool(claim.source.strip()) or claim.date is not None or bool(claim.points)


def _own_circle(text: str, read: Reader) -> bool:
    """True where nobody is named as source but family, friends and the founders themselves."""
    if not read.has(text, "own_circle") or _several(text, read):
        return False
    names = read.names(text)
    rest = read.left(text, "own_circle", "asked", "finding_out", "empty_talk", "us")
    return all(word.text in names for word in rest)


def _several(text: str, read: Reader) -> bool:
    """True where a text counts more than a pair: "six parents", not "my two friends"."""
    said = {text[each.start : each.end].casefold() for each in read.find(text, "numbers")}
    return any(each.isdigit() for each in text) or bool(said - {"one", "two"})


def _newest(claim: Claim) -> dt.date | None:
    """The last day that a claim's evidence can be of; None where neither day nor year is told.

    A list of 2022 that was looked up today is of 2022.
    """
    told = years(claim.source)
    of_source = dt.date(max(told), 12, 31) if told else None
    days = [day for day in (claim.date, of_source) if day is not None]
    return min(days, default=None)


def _past_sales(claim: Claim, read: Reader) -> bool:
    """True where what is known comes from the founder's own books: what was bought before."""
    return read.has(claim.source, "sales_records") or _SOLD.search(claim.source) is not None
