"""Which cards a pack asks, in which order, and how a plan takes its pack on.

``[walk]`` in ``pack.toml`` names the cards that are asked, or those that are left out::

    [walk]
    cards = ["start.business", "niche.candidates", "value.job"]    # these, in this order
    leave_out = ["niche.size"]                                      # or: all but these

The plan keeps the outcome (``Plan.walk``); everything else follows from that, in
``coach/flow.py``: what is asked next, progress, the rail, worksheets, exports, and the rules,
which keep quiet about what is not asked.
"""

from difflib import get_close_matches

from coach import flow
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.text import one_line


def take_on(plan: Plan, pack: Pack) -> None:
    """Have ``pack`` word the plan, and say which cards are asked of it.

    Nothing that was answered goes. Raises ``BrokenPack`` where the pack's walk names no card.
    """
    plan.walk = list(walk_of(pack))
    plan.pack, plan.pack_version = pack.id, pack.version


def walk_of(pack: Pack) -> tuple[str, ...]:
    """The keys of the cards that ``pack`` asks, in order; none where it asks all as they come.

    Raises ``BrokenPack`` with file and line for a key that is no card, for one that stands apart
    from the other cards of its step, and where no card is left to begin with.
    """
    own = pack.walk
    if own is None:
        return walk_of(pack.base) if pack.base else ()
    front = pack.about_front
    if bool(own.cards) is bool(own.leave_out):
        told = "either 'cards' or 'leave_out' is expected in [walk]"
        raise front.fault(("walk",), told, "name the cards to ask, or those not to ask")
    which = "cards" if own.cards else "leave_out"
    known = [card.key for card in flow.CARDS]
    given = own.cards or own.leave_out
    for key in given:
        if key not in known:
            near = get_close_matches(key, known, 1, 0.4)
            hint = f"did you mean {near[0]!r}?" if near else f"cards are called like {known[1]!r}"
            raise front.fault(("walk", which), f"there is no card {one_line(key, 60)!r}", hint, key)
    below = (walk_of(pack.base) if pack.base else ()) or tuple(known)
    walk = own.cards or tuple(key for key in below if key not in own.leave_out)
    steps = [key.partition(".")[0] for key in walk]
    for at, (key, step) in enumerate(zip(walk, steps, strict=True)):
        if key in walk[:at]:
            raise front.fault(("walk", which), f"{key!r} stands there twice", "take one away", key)
        if at and step != steps[at - 1] and step in steps[:at]:
            told = f"{key!r} stands apart from the other cards of its step"
            raise front.fault(("walk", which), told, "keep a step's cards together", key)
    if not flow.begins(flow.card(key) for key in walk):
        told = "no card is left that asks something at the Fundamentals depth"
        raise front.fault(("walk", which), told, "keep at least one, such as 'start.business'")
    return walk
