"""What the risks would cost."""

from typing import TYPE_CHECKING

from coach.figures import amount, percent
from coach.questions import Result, Unit
from coach.steps.risk.model import Risk, Risks

if TYPE_CHECKING:
    from coach.plan import Plan


def expected_loss(risk: Risk) -> float | None:
    """Money a year that the risk costs on average: probability (percent) × impact ÷ 100."""
    if risk.probability is None or risk.impact is None:
        return None
    return risk.probability * risk.impact / 100


def ranked(step: Risks) -> list[Risk]:
    """The risks, largest expected loss first; those without figures last, in their order."""
    known = {risk.id: expected_loss(risk) for risk in step.risks}
    return sorted(step.risks, key=lambda risk: (known[risk.id] is None, -(known[risk.id] or 0)))


def losses(plan: "Plan") -> tuple[Result, ...]:
    """The expected loss of each risk, then of all of them together."""
    step = plan.risk
    known = [loss for risk in step.risks if (loss := expected_loss(risk)) is not None]
    each = tuple(
        Result(
            "expected_loss",
            expected_loss(risk),
            Unit.MONEY,
            f"{percent(risk.probability)} × {amount(risk.impact)}",
            risk.id,
        )
        for risk in step.risks
    )
    total = Result(
        "total_loss",
        sum(known) if known else None,
        Unit.MONEY,
        " + ".join(amount(loss) for loss in known),
    )
    return (*each, total)
