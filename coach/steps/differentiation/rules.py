"""What the coach flags in this step."""

from collections.abc import Iterator

from coach.coaching.rule import Context, Hit, Rules
from coach.steps.differentiation.automated import for_our_looks, said_to_differ
from coach.steps.differentiation.model import HOW, Differentiation
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


@rules("DI17")
def automation_as_difference(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Automation is named as the difference, and not what customers get from it.

    A lever shows it too, where its effect is missing or is for our own looks alone.
    """
    read = context.read
    keys = ("reason", HOW[answers.primary]) if answers.primary else ("reason",)
    for key in keys:
        text = getattr(answers, key)
        if quote := said_to_differ(text, read):
            yield Hit(f"differentiation.{key}", quote)
            continue
        if read.concrete(text) or read.has(text, "effects", "contrast"):
            continue
        rest = read.left(text, "automation", "generic_benefits", "offer_words")
        if read.has(text, "automation") and len(rest) <= context.limit("spare"):
            yield Hit(f"differentiation.{key}", read.first(text, "automation"))
    for each in answers.levers:
        effect, told = each.effect, each.kind is not None or each.human.strip()
        path = f"differentiation.levers.{each.id}.effect"
        if not effect.strip():
            if each.step.strip() and told:
                yield Hit(path, each.step.strip(), say="lever")
        elif read.says_nothing(effect) or for_our_looks(effect, answers, context):
            yield Hit(path, effect.strip(), say="lever")


@rules("DI19")
def no_signal(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Nothing shows the difference before the purchase."""
    if not answers.signal.strip():
        if answers.primary and answers.how.strip() and answers.trade_off.strip():
            yield Hit("differentiation.signal")
    elif context.read.says_nothing(answers.signal) or only_later(answers, context.read):
        yield Hit("differentiation.signal", answers.signal.strip())
