"""Rules that compare steps: what one step says must agree with another."""

import re
from collections.abc import Iterator

from coach.coaching.groups import whole_market
from coach.coaching.language import SHORT, Reader, Word, related, words
from coach.coaching.rule import Context, Hit, Rules
from coach.depends import needs_look
from coach.figures import amount
from coach.plan import STEP_KEYS, Plan
from coach.steps.differentiation.model import Type
from coach.steps.niche.rules import claims as niche_claims
from coach.steps.risk.rules import described
from coach.values import Claim

rules = Rules()

STEM = 4
"""Letters of a stem from which on two words with the same one are taken for the same."""

_HEADLINES = ("value.promise", "value.statement.benefit")
"""What a customer reads first."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@rules("VP02", "start", "niche", "value", "differentiation")
def any_rival_could_print_this(plan: Plan, context: Context) -> Iterator[Hit]:
    """What is said to customers holds generic benefits, no figure and no word of the niche."""
    said = [(f"niche.segments.{each.id}.message", each.message) for each in plan.niche.segments]
    said.append(("value.promise", plan.value.promise))
    said.append(("value.statement.benefit", plan.value.statement.benefit))
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
    told = read.stems(f"{_about_them(plan)}\n{_about_us(plan)}")
    said = read.stems(text, "light_verbs", "absence")
    if len(told) < context.limit("told") or read.concrete(text) or not said:
        return False
    return not any(related(one, other) for one in said for other in told)


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


@rules("RE01", "niche", "value")
def another_group(plan: Plan, context: Context) -> Iterator[Hit]:
    """The proposition is for another candidate, or for nobody who was named."""
    choice, read, audience = plan.niche.choice, context.read, plan.value.statement.audience
    if not choice or not (choice.name.strip() or choice.who.strip()):
        return
    if not audience.strip() or _means_all(audience, read):
        return
    if not _fits(audience, plan, context) or _is_rejected(audience, plan, context):
        values = {"niche": choice.name.strip() or choice.who}
        yield Hit("value.statement.audience", audience.strip(), values)


def _is_rejected(text: str, plan: Plan, context: Context) -> bool:
    """True where ``text`` fits a candidate that was not chosen and not the one that was."""
    common = ("everyone", "broad", "group_words")
    if _fits(text, plan, context, *common):
        return False
    others = [each for each in plan.niche.candidates if each.id != plan.niche.chosen]
    return any(context.read.share(text, each.name, *common) for each in others)


def _means_all(text: str, read: Reader) -> bool:
    """True where ``text`` names no group at all: "customers", "people who want quality"."""
    return bool(whole_market(text, read)) or not read.stems(text, "everyone", "broad", "wishes")


def _could_be_anybody(text: str, read: Reader) -> bool:
    """True where ``text`` opens or ends with a word for whoever it is: "you", "smart people".

    No name or figure may stand there, and beside a last word only one other.
    """
    spans, told = read.find(text, "universal", "everyone", "whoever_it_is"), words(text)
    if not spans or read.concrete(text):
        return False
    alone = len(read.left(text, "universal", "everyone", "whoever_it_is", "broad")) <= 1
    return spans[0].first == 0 or (spans[-1].last == len(told) - 1 and alone)


def _fits(text: str, plan: Plan, context: Context, *without: str) -> bool:
    """True where ``text`` shares a word with the chosen niche or with a part of it."""
    choice = plan.niche.choice
    told = [choice.name, choice.who, choice.need] if choice else []
    told += [each.name for each in plan.niche.segments]
    return context.read.share(text, "\n".join(told), *without)


@rules("VP15", "niche", "value")
def niche_vanished(plan: Plan, context: Context) -> Iterator[Hit]:
    """The proposition speaks to everybody though a niche was chosen."""
    choice, read = plan.niche.choice, context.read
    if not choice or not choice.who.strip() or whole_market(choice.who, read):
        return
    values = {"niche": choice.name.strip() or choice.who}
    audience, promise = plan.value.statement.audience, plan.value.promise
    if audience.strip():
        nobody = _means_all(audience, read) or _could_be_anybody(audience, read)
        if nobody and not _fits(audience, plan, context):
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
        yield Hit("differentiation.primary")
        return
    rated = plan.niche.ratings.score("differentiable", choice.id)
    if quote := whole_market(choice.who, context.read):
        yield Hit("differentiation.primary", quote)
    elif rated is not None and rated < context.limit("least"):
        values = {"score": amount(rated)}
        yield Hit("differentiation.primary", choice.name.strip() or choice.who, values, say="alike")


@rules("RI17", "niche", "differentiation")
def broadening(plan: Plan, context: Context) -> Iterator[Hit]:
    """Specialisation leads, and the plan is to grow by offering more to more."""
    if plan.differentiation.primary is Type.NICHE:
        text = plan.niche.neighbours
        if context.read.has(text, "broaden") and not context.read.has(text, "contrast"):
            yield Hit("niche.neighbours", context.read.quote(text, "broaden"))


@rules("RI10", "differentiation", "risk")
def niche_risks_missing(plan: Plan, context: Context) -> Iterator[Hit]:
    """Specialisation leads and none of the four known risks of a niche is in the list."""
    known = described(plan.risk)
    if plan.differentiation.primary is not Type.NICHE or len(known) < context.limit("fewest"):
        return
    told = "\n".join(f"{each.event}\n{each.cause}\n{each.effect}" for each in known)
    four = ("risk_size", "risk_dependence", "risk_scaling", "risk_specialists")
    if not context.read.has(told, *four):
        yield Hit("risk.risks")


@rules("RI15", "risk", "review")
def no_line(plan: Plan, context: Context) -> Iterator[Hit]:
    """No kill criterion, one without a number or a date, or one whose day has passed."""
    step, read = plan.risk, context.read
    moved_on = any(each.doing.strip() for each in plan.review.tests)
    if step.kill_date is not None and step.kill_date < context.today:
        yield Hit("risk.kill_date", step.kill_date.isoformat(), say="past")
    if not step.kill.strip():
        if step.kill_date or (moved_on and described(step)):
            yield Hit("risk.kill")
    elif not _draws_line(step.kill, read):
        yield Hit("risk.kill", step.kill.strip())
    elif moved_on and step.kill_date is None and not read.has(step.kill, "months"):
        yield Hit("risk.kill_date")


def _draws_line(text: str, read: Reader) -> bool:
    """True where ``text`` holds a state that can be seen: a figure that is no date, a "no"."""
    if read.has(text, "numbers", "stop_signs"):
        return True
    told = words(text)
    months = {at for span in read.find(text, "months") for at in (span.first - 1, span.last + 1)}
    return any(
        word.number and at not in months and not _YEAR.fullmatch(word.text)
        for at, word in enumerate(told)
    )


@rules("RE03", "value", "differentiation")
def difference_from_nowhere(plan: Plan, context: Context) -> Iterator[Hit]:
    """The statement's difference appears in no other answer."""
    value, answers, read = plan.value, plan.differentiation, context.read
    text = value.statement.difference
    told = [value.promise, answers.reason, answers.how, answers.signal]
    told += [part for pain in value.pains for part in (pain.what, pain.relief)]
    told += [part for each in value.alternatives for part in (each.falls_short, each.does_well)]
    if not answers.how.strip() or not any(pain.relief.strip() for pain in value.pains):
        return
    if len(read.stems(text)) >= context.limit("words") and not read.share(text, "\n".join(told)):
        yield Hit("value.statement.difference", text.strip())


@rules("RE04", "value", "differentiation")
def price_and_type(plan: Plan, context: Context) -> Iterator[Hit]:
    """A high price beside the cost type, or the lowest beside quality, unexplained."""
    primary, read = plan.differentiation.primary, context.read
    lists = {Type.COST: "premium", Type.QUALITY: "cheapest"}
    if primary not in lists or read.has(plan.differentiation.reason, "price_talk"):
        return
    statement = plan.value.statement
    for path, text in (
        ("value.promise", plan.value.promise),
        ("value.statement.benefit", statement.benefit),
        ("value.statement.difference", statement.difference),
    ):
        found = read.first(text, lists[primary])
        if found and not read.has(text, "contrast"):
            yield Hit(path, found, {"type": primary.value})


@rules("RE13", *STEP_KEYS, "looked")
def older_than_what_it_rests_on(plan: Plan, context: Context) -> Iterator[Hit]:
    """Something that the answer rests on is not what it was when the answer was written."""
    for look in needs_look(plan):
        yield Hit(look.path, values={"changed": context.label(look.changed), "now": look.now})


@rules("RE11", "niche", "value")
def nothing_is_sourced(plan: Plan, context: Context) -> Iterator[Hit]:
    """Claims are said to be known, and none names a source or a number of cases."""
    known = [
        (path, claim)
        for path, claim in (
            *niche_claims(plan.niche),
            ("value.promise_claim", plan.value.promise_claim),
        )
        if not claim.assumed
    ]
    if len(known) >= context.limit("fewest") and not any(_sourced(claim) for _, claim in known):
        path, claim = min(known, key=lambda each: (each[1].status.rank, each[0]))
        yield Hit(path, values={"count": str(len(known)), "status": claim.status.value})


def _sourced(claim: Claim) -> bool:
    return bool(claim.source.strip() or claim.points)
