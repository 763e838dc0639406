"""How much each job and pain is worth answering, and which are answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.figures import amount
from coach.questions import Depth, Result, Unit
from coach.steps.value.model import Job, Offer, Pain, Value

if TYPE_CHECKING:
    from coach.plan import Plan

TOP = 3
"""How many pains must be answered before any other."""


def opportunity(importance: float | None, satisfaction: float | None) -> float | None:
    """Importance + max(importance − satisfaction, 0), on scales of 0 to 10: 0 to 20 (M3).

    Only to be compared inside one segment. None while either is missing.
    """
    if importance is None or satisfaction is None:
        return None
    return importance + max(importance - satisfaction, 0)


def grade(score: float) -> str:
    """How an opportunity score is read: extreme over 15, strong from 12, fair from 10 (M3)."""
    if score > 15:
        return "extreme"
    return "strong" if score >= 12 else "fair" if score >= 10 else "low"


def scored(need: Job | Pain) -> float | None:
    """The opportunity score of a job or a pain."""
    return opportunity(need.importance, need.satisfaction)


def ranked(value: Value) -> list[Pain]:
    """The named pains, the largest opportunity first; unscored ones last, as they were typed."""
    named = [pain for pain in value.pains if pain.what.strip()]
    return sorted(named, key=lambda pain: (scored(pain) is None, -(scored(pain) or 0)))


def answered(value: Value, pain: Pain) -> bool:
    """True where the pain has a relief in words, or an offer is linked to it."""
    return bool(pain.relief.strip()) or any(
        offer.pain == pain.id and offered(offer) for offer in value.offers
    )


def coverage(value: Value) -> tuple[int, int]:
    """How many of the top three pains are answered, and of how many (fewer if fewer are named)."""
    top = ranked(value)[:TOP]
    return sum(answered(value, pain) for pain in top), len(top)


def orphan(value: Value, offer: Offer) -> bool:
    """True where an offer answers no pain and no gain that is still in the plan."""
    known = {row.id for row in (*value.pains, *value.gains)}
    return not {offer.pain, offer.gain} & known


def offered(offer: Offer) -> bool:
    """True where a row of the offers says something."""
    return bool(offer.name.strip() or offer.how.strip())


def jobs(plan: "Plan") -> tuple[Result, ...]:
    """The figures of each job."""
    return tuple(result for job in plan.value.jobs for result in _opportunity(job))


def pains(plan: "Plan") -> tuple[Result, ...]:
    """The figures of each pain, then how far the top three are covered."""
    value = plan.value
    top = {pain.id for pain in ranked(value)[:TOP]}
    rows = [result for pain in value.pains for result in _pain(value, pain, top)]
    met, of = coverage(value)
    share = 100 * met / of if of else None
    told = f"{met} ÷ {of}"
    return (*rows, Result("coverage", share, Unit.PERCENT, told, depth=Depth.INTERMEDIATE))


def _opportunity(need: Job | Pain) -> Iterator[Result]:
    score, (i, s) = scored(need), (amount(need.importance), amount(need.satisfaction))
    told = f"{i} + max({i} − {s}, 0)"
    verdict = "" if score is None else grade(score)
    depth = Depth.INTERMEDIATE
    yield Result("opportunity", score, figures=told, record=need.id, depth=depth)
    yield Result(
        "grade", score, figures=amount(score), record=need.id, verdict=verdict, depth=depth
    )


def _pain(value: Value, pain: Pain, top: set[str]) -> Iterator[Result]:
    yield from _opportunity(pain)
    met = answered(value, pain)
    named = bool(pain.what.strip())
    verdict = "answered" if met else "unmet_top" if pain.id in top else "unmet"
    yield Result(
        "answer",
        float(met) if named else None,
        record=pain.id,
        verdict=verdict if named else "",
        depth=Depth.INTERMEDIATE,
    )


def offers(plan: "Plan") -> tuple[Result, ...]:
    """What each offer is linked to, and the share that is linked to nothing."""
    value = plan.value
    named = [offer for offer in value.offers if offered(offer)]
    lost = sum(orphan(value, offer) for offer in named)
    rows = [
        Result(
            "link",
            1 if offer in named else None,
            record=offer.id,
            verdict="" if offer not in named else "orphan" if orphan(value, offer) else "linked",
            depth=Depth.INTERMEDIATE,
        )
        for offer in value.offers
    ]
    share = 100 * lost / len(named) if named else None
    told = f"{lost} ÷ {len(named)}"
    return (*rows, Result("orphans", share, Unit.PERCENT, told, depth=Depth.INTERMEDIATE))
