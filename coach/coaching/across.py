"""Rules that compare steps: what one step says must agree with another."""

from collections.abc import Iterator

from coach.coaching.language import SHORT, Reader, Word, akin
from coach.coaching.markets import boundless, no_niche, unbounded
from coach.coaching.promised import could_be_anybody, means_all
from coach.coaching.rule import Context, Hit, Rules
from coach.depends import needs_look
from coach.figures import amount
from coach.plan import STEP_KEYS, Plan
from coach.steps.differentiation.model import Type

rules = Rules()

STEM = 4
"""Letters of a stem from which on two words with the same one are taken for the same."""

ANYBODY = ("everyone", "broad", "whoever_it_is", "wishes", "light_verbs")
"""Words of people that say nothing of who they are."""

_HEADLINES = ("value.promise", "value.statement.benefit")
"""What a customer reads first."""


@rules("VP02", "start", "niche", "value", "differentiation")
def any_rival_could_print_this(plan: Plan, context: Context) -> Iterator[Hit]:
    """What is said to customers holds generic benefits, no figure and no word of the niche."""
    said = [(f"niche.segments.{each.id}.message", each.message) for each in plan.niche.segments]
    said.append(("value.promise", plan.value.promise))
    said.append(("value.statement.benefit", plan.value.statement.benefit))
    if not context.read.concrete(plan.value.statement.benefit):  # else that sets it apart
        said.append(("value.statement.difference", plan.value.statement.difference))
    reason = plan.differentiation.reason
    if not context.read.has(reason, "them", "contrast"):  # what rivals or customers do is a reason
        said.append(("differentiation.reason", reason))
    for path, text in said:
        if quote := _generic(text, plan, context):
            yield Hit(path, quote)
        elif path in _HEADLINES and _of_no_plan(text, plan, context):
            yield Hit(path, text.strip())


def _of_no_plan(text: str, plan: Plan, context: Context) -> bool:
    """True where ``text`` has no figure, no name and no word of what the plan says elsewhere."""
    read = context.read
    said = read.stems(text, "light_verbs", "absence")
    if read.concrete(text) or not said:
        return False
    told = read.stems(f"{_about_them(plan)}\n{_about_us(plan)}")
    return len(told) >= context.limit("told") and not akin(said, told)


def _generic(text: str, plan: Plan, context: Context) -> str:
    read = context.read
    spans = read.find(text, "generic_benefits")
    if not spans or read.concrete(text):
        return ""
    ours = read.stems(plan.start.offering)
    common = ("generic_benefits", "offer_words", "everyone", "broad", "many_groups")
    rest = {word.stem: word for word in read.left(text, *common) if word.stem not in ours}
    if len(rest) > (max(context.limit("spare"), len(spans)) if len(spans) > 1 else 0):
        return ""
    niche = _about_them(plan)
    if any(_theirs(word, niche, read) for word in rest.values()):
        return ""
    return text.strip() if len(text) <= SHORT else text[spans[0].start : spans[-1].end]


def _theirs(word: Word, niche: str, read: Reader) -> bool:
    """True where ``word`` is one that the niche is described with.

    A stem of three letters says too little ("care" and "cars" have the same), so that such a
    word must stand there as it is.
    """
    if len(word.stem) < STEM:
        typed = {each.text.casefold() for each in read.left(niche, "wishes")}
        return word.text.casefold() in typed
    return read.share(word.stem, niche, "generic_benefits", "offer_words", "everyone")


def _about_them(plan: Plan) -> str:
    """What the plan says about the chosen niche and its troubles."""
    choice = plan.niche.choice
    told = [choice.name, choice.who, choice.need] if choice else []
    told += [plan.value.job, *(pain.what for pain in plan.value.pains)]
    return "\n".join(told)


def _about_us(plan: Plan) -> str:
    """What the plan says about the offer and the alternatives, but for its headlines."""
    value, start = plan.value, plan.start
    told = [start.offering, start.market, value.statement.category, value.gain, value.metric]
    told += [pain.relief for pain in value.pains] + [pain.cost for pain in value.pains]
    told += [text for each in value.alternatives for text in (each.does_well, each.falls_short)]
    told += [text for each in value.offers for text in (each.name, each.how)]
    told += [text for each in value.attributes for text in (each.name, each.so_what)]
    return "\n".join([*told, plan.differentiation.reason, plan.differentiation.how])


def _fits(text: str, plan: Plan, context: Context, *without: str) -> bool:
    """True where ``text`` shares a word with the chosen niche or with a part of it.

    Of its need it may share one where another part of the statement names the people.
    """
    choice, niche, read = plan.niche.choice, plan.niche, context.read
    people = [niche.user, niche.payer, niche.decider, niche.sentence.who]
    people += [each.name for each in niche.segments]
    people += [choice.name, choice.who] if choice else []
    told, statement = "\n".join(people), plan.value.statement
    if read.share(text, told, *without):
        return True
    rest = f"{statement.need}\n{statement.category}\n{statement.benefit}"
    needed = choice is not None and read.share(text, choice.need, *without)
    return needed and read.share(rest, told, *without)


@rules("VP15", "niche", "value")
def niche_vanished(plan: Plan, context: Context) -> Iterator[Hit]:
    """The proposition speaks to everybody though a niche was chosen."""
    choice, read = plan.niche.choice, context.read
    if not choice or not choice.who.strip():
        return
    if no_niche(choice.who, read) or unbounded(choice.who, read):
        return  # NI01 tells it
    values = {"niche": choice.name.strip() or choice.who}
    audience, promise = plan.value.statement.audience, plan.value.promise
    if audience.strip():
        nobody = means_all(audience, read) or could_be_anybody(audience, read)
        if nobody and not _fits(audience, plan, context, *ANYBODY):
            yield Hit("value.statement.audience", audience.strip(), values)
    elif read.has(promise, "many_groups") and not _fits(
        promise, plan, context, "everyone", "broad"
    ):
        yield Hit("value.promise", read.quote(promise, "many_groups"), values)


@rules("DI10", "niche", "differentiation")
def undefined_niche(plan: Plan, context: Context) -> Iterator[Hit]:
    """Specialisation leads, and the niche is not chosen, is a whole market (NI01) or is rated low.

    Low is a rating of how differently its people buy (NI10).
    """
    if plan.differentiation.primary is not Type.NICHE:
        return
    choice = plan.niche.choice
    if choice is None:
        if context.asks("niche.candidates") and context.asks("niche.chosen"):
            yield Hit("differentiation.primary")
        return
    rated = plan.niche.ratings.score("differentiable", choice.id)
    read = context.read
    if quote := no_niche(choice.who, read) or boundless(choice.who, read):
        yield Hit("differentiation.primary", quote)
    elif rated is not None and rated < context.limit("least"):
        values = {"score": amount(rated)}
        yield Hit("differentiation.primary", choice.name.strip() or choice.who, values, say="alike")


@rules("RE13", *STEP_KEYS, "looked")
def older_than_what_it_rests_on(plan: Plan, context: Context) -> Iterator[Hit]:
    """Something that the answer rests on is not what it was when the answer was written.

    What is no longer asked, at a lower depth say, keeps its mark and is not told of.
    """
    for look in needs_look(plan):
        if not context.asks(look.changed):
            continue
        yield Hit(look.path, values={"changed": context.label(look.changed), "now": look.now})
