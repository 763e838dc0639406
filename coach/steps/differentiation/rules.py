"""What the coach flags in this step."""

from collections.abc import Iterator

from coach.coaching.rule import Context, Hit, Rules
from coach.steps.differentiation.model import Differentiation
from coach.steps.differentiation.one_lead import all_of_them, best_at_each, equals
from coach.steps.differentiation.shown import only_later

rules = Rules("differentiation")


@rules("DI01")
def no_single_lead(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """No type leads, or the reason counts up three types as equals."""
    told = (answers.reason.strip() and answers.trade_off.strip()) or answers.supporting
    if answers.primary is None and told:
        yield Hit("differentiation.primary")
    if words := all_of_them(answers.reason, context) or best_at_each(answers.reason, context):
        yield Hit("differentiation.reason", words)
        return
    for key in ("reason", "reinforce"):
        if words := equals(getattr(answers, key), answers, context):
            yield Hit(f"differentiation.{key}", words)
            return


@rules("DI19")
def no_signal(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Nothing shows the difference before the purchase."""
    if not answers.signal.strip():
        if answers.primary and answers.how.strip() and answers.trade_off.strip():
            yield Hit("differentiation.signal")
    elif context.read.says_nothing(answers.signal) or only_later(answers, context.read):
        yield Hit("differentiation.signal", answers.signal.strip())
