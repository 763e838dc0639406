"""A plan with a part of another laid over it, as a table of a test states it."""

from coach.plan import Plan


def laid_over(plan, part):
    """The plan with ``part`` (nested tables) put in; lists of rows are replaced whole."""
    return Plan.model_validate(_over(plan.model_dump(warnings=False), part))


def _over(below, part):
    if not isinstance(below, dict) or not isinstance(part, dict):
        return part
    return below | {key: _over(below.get(key), value) for key, value in part.items()}
