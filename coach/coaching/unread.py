"""What was typed where a figure or a day is asked, and is neither."""

from collections.abc import Iterator

from coach import answers, flow
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import STEP_KEYS, Plan
from coach.questions import Kind
from coach.refusal import Refusal

rules = Rules()


@rules("RE24", *STEP_KEYS, "drafts")
def not_read(plan: Plan, context: Context) -> Iterator[Hit]:
    """A text is kept that nothing can be reckoned with, so the answer counts as none."""
    for path, typed in sorted(plan.drafts.items()):
        try:
            plan.get(path)
            part = flow.place(path).part
        except Refusal:
            continue  # a row, or a question, that is no more
        try:
            answers.parse(part, typed, context.currency)
        except answers.BadAnswer:
            yield Hit(path, typed.strip(), say="day" if part.kind is Kind.DATE else "")
