"""A plan with other answers, as a table of a test states them."""

from coach.plan import Plan


def changed(plan, answers):
    """The plan with answers put in; a number for a list of records keeps that many."""
    for path, value in answers.items():
        old = plan.get(path)
        if isinstance(old, list) and isinstance(value, int):
            value = old[:value]
        plan.put(path, value)
    return Plan.model_validate(plan.model_dump(warnings=False))
