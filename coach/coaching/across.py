"""Rules that compare steps: what one step says must agree with another."""

import re
from collections.abc import Iterator

from coach.coaching.language import SHORT, Reader, Word, akin
from coach.coaching.markets import boundless, no_niche
from coach.coaching.own_taste import taste_alone
from coach.coaching.printable import of_any_rival, timed
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.verdicts import once
from coach.depends import needs_look
from coach.figures import amount
from coach.plan import STEP_KEYS, Plan
from coach.steps.differentiation.model import Type
from coach.steps.value.model import Standing

rules = Rules()

STEM = 4
"""Letters of a stem from which on two words with the same one are taken for the same."""

_DIFFERENCE = "value.statement.difference"
_HEADLINES = ("value.promise", "value.statement.benefit")
"""What a customer reads first."""

_ANY_DAY = re.compile(
    r"\b(?:first|every|each|good|great|nice|any|all|new|whole|daily)\s+days?\b"
    r"|\b(day|night|week|month|year|season|time)s?(?:\s+(?:in|after|and|by|by the))?[\s,]+(?:\1|"
    r"day|night)s?(?:\s+out)?\b|\b(?:from|since)\s+day\s+one\b|\b(?:round|around) the clock\b"
    r"|\b(?:many|long|several|of|for|over|with) (?:\w+ )?(?:years|decades|generations)\b"
    r"|\b(?:at )?(?:any|all|every) times?\b|\ball (?:year|day|night)(?: (?:long|round))?\b"
    r"|\b(?:from|out of|in) (?:one|a single) (?:single )?(?:hand|source|place|roof|stop)\b"
    r"|\bsince (?:ever|always)\b|\bonce and for all\b|\b(?:number|no\.?) (?:one|1)\b",
    re.IGNORECASE,
)
"""A day, a time or a "one" that is none in particular: "day in, day out", "from one hand"."""
_HOUR = re.compile(
    r"\b(?:noon|midday|midnight|dawn|dusk|sunset|sunrise|breakfast|lunch|dinner|supper|tomorrow|"
    r"tonight|overnight|same|next)\b",
    re.IGNORECASE,
)
"""When something is done, which is a promise: "by noon", "the next time"."""

_PUFF = re.compile(
    r"\b(?:\d+|two|three|five|ten|twenty|hundred|thousand)\s*(?:times|x|-?fold)\s+(?:as\s+)?"
    r"(?:better|more|good|happier|stronger|nicer|easier)(?:\s+(?:results?|quality|\w+))?"
    r"|\b1[01]0\s*(?:%|per\s?cent|percent)\s*(?!of\b|pain|wool|cotton|linen)",
    re.IGNORECASE,
)
"""Figures that measure nothing: "10 times better results", "110 %"."""
_DREAM = re.compile(
    r"\b(?:(?:like|as) never before|beyond (?:your|their|all) (?:dreams|expectations)|"
    r"of (?:your|their) dreams|best version of|like a (?:champion|pro|king|queen|master|star)|"
    r"(?:chang(?:es?|ing)|transform(?:s|ing)?) (?:your |their |people's )?(?:life|lives)|"
    r"(?:full|true|whole) potential|(?:best|dream) life|next level|world[ -]class|"
    r"mak(?:e|es|ing) (?:\w+ ){1,2}happy)\b",
    re.IGNORECASE,
)
"""A dream in place of a benefit: "like never before"."""
_FOR = re.compile(r"\b(?:for|of)\s+\w", re.IGNORECASE)
"""For whom or of what something is, which may well be told in a word of its own."""
_THE_BEST = re.compile(
    r"\W*(?:(?:we are|you get|simply|just|quite simply|with us|offering|we offer)\W+)*"
    r"(?:(?:the|your)\s+)?(?:very\s+|absolute\s+)?(?:best|finest|greatest|leading|number one|"
    r"no\W? ?1|top|most trusted|most loved|most professional)\s+(?:[\w'’-]+\s+){1,3}?"
    r"(?:in|of|across|anywhere in|all over|north of|around)\s+[\w'’-]+(?:\s+[\w'’-]+){0,2}\W*",
    re.IGNORECASE,
)
"""The best of its kind in a place, and no more: "the finest dog school in Bavaria"."""

BY_CHANCE = 1
"""Words of the niche's troubles that stand among words of praise by chance."""

FEW = 1
"""Words beside praise that, where the plan has them nowhere else, say nothing of it."""

_SHARED = ("generic_benefits", "offer_words", "everyone", "light_verbs", "any_need")
"""Words that prove nothing where a headline shares them with the niche's troubles."""

_PRAISE = (
    *_SHARED,
    *("broad", "platitudes", "talk_of_ends", "outcomes", "comfort", "less"),
    *("comparatives", "benefit_verbs", "feelings", "us", "them"),
)
"""Words in which anybody praises anything."""


_WHOLE = ("packaged", "abstracts", "vacuous", "empty_talk", "universal", "customer_words")
"""Words for all of it, which name no part."""


@rules("VP02", "start", "niche", "value", "differentiation")
def any_rival_could_print_this(plan: Plan, context: Context) -> Iterator[Hit]:
    """What is said to customers holds generic benefits, no figure and no word of the niche."""
    said = [(f"niche.segments.{each.id}.message", each.message) for each in plan.niche.segments]
    said.append(("value.promise", plan.value.promise))
    said.append(("value.statement.benefit", plan.value.statement.benefit))
    difference = plan.value.statement.difference
    if not context.read.concrete(plan.value.statement.benefit):  # else that sets it apart
        said.append((_DIFFERENCE, difference))
    elif _only_manner(difference, context.read):
        yield Hit(_DIFFERENCE, difference.strip())
    reason = plan.differentiation.reason
    if taste_alone(reason, context.read):
        yield Hit("differentiation.reason", reason.strip(), say="taste")
    elif not context.read.has(
        reason, "them", "contrast"
    ):  # what rivals or customers do is a reason
        said.append(("differentiation.reason", reason))
    for path, text in said:
        if quote := _generic(text, plan, context):
            yield Hit(path, quote)
        elif _says_no_more(path, text, plan, context):
            yield Hit(path, text.strip())
    for each in plan.value.offers:
        key = "how" if each.how.strip() else "name"
        if _no_part(told := getattr(each, key), context.read):
            yield Hit(f"value.offers.{each.id}.{key}", told.strip())
    for row in plan.value.attributes:
        key = "so_what" if row.so_what.strip() else "name"
        told = getattr(row, key) if row.standing is Standing.DIFFERENCE else ""
        if _all_talk(told, plan, context.read) or of_any_rival(told, plan, context.read):
            yield Hit(f"value.attributes.{row.id}.{key}", told.strip())
    if found := _DREAM.search(plan.start.offering):
        yield Hit("start.offering", found[0])


_MANNER = re.compile(
    # Atomic, and what begins alike the longer one first: else each word could be read in two ways.
    r"\s*(?>(?:the best|our work|our job|"
    r"really|truly|genuinely|simply|just|always|also|are|is|have|has|do|put|go|give|"
    r"work|bring|with|in|into|our|the|a|an|and|all|more|most|much|real|true|great|lots? of|full of|"
    r"care|cares|cared|caring|(?:about|for) (?:you|them|our customers|our clients|customers)|"
    r"extra mile|expert|experts|specialists?|professionals?|passion|"
    r"passionate|what we do|heart|hearts|soul|love|"
    r"(?:listen|listens)(?: to (?:you|them))?|dedicated|"
    r"dedication|committed|commitment|experience|experienced|expertise|know-how|competent|"
    r"competence|friendly|motivated|enthusiasm|enthusiastic|reliable|honest|it|everything|100 ?%|"
    r"understand (?:you|them|our customers)|whatever it takes|to help|every day)\b\W*)+",
    re.IGNORECASE,
)
"""How the founders are, which nobody sees before buying: "really care", "are experts"."""


@once
def _no_part(text: str, read: Reader) -> bool:
    """True where how an offer works is told without an act, a thing or a figure of its own."""
    told = _ANY_DAY.sub("", text)
    if not text.strip() or not read.knows("packaged") or read.concrete(told):
        return False
    praised = read.has(told, "packaged", "generic_benefits", "abstracts")
    return praised and not read.has(told, "calendar") and not read.left(told, *_PRAISE, *_WHOLE)


def _only_manner(text: str, read: Reader) -> bool:
    """True where a difference tells how we feel about the work, and no more."""
    return _MANNER.fullmatch(text) is not None and not read.names(text)


def _boast(text: str, plan: Plan, context: Context) -> bool:
    """True where a headline praises beyond measure: without the praise, nothing counts or names."""
    if _THE_BEST.fullmatch(text) and not context.read.has_figure(text):
        return True
    bare = _PUFF.sub(" ", text)
    if bare != text and (_generic(bare, plan, context) or _all_talk(bare, plan, context.read)):
        return True
    return _DREAM.search(bare) is not None and not context.read.concrete(bare)


def _says_no_more(path: str, text: str, plan: Plan, context: Context) -> bool:
    """True for a headline, or for a difference, that would stand as well in any other plan."""
    read = context.read
    if path in _HEADLINES and (_boast(text, plan, context) or _of_no_plan(text, plan, context)):
        return True
    if path in _HEADLINES and of_any_rival(text, plan, read):
        return True
    if path not in (*_HEADLINES, _DIFFERENCE) or not _all_talk(text, plan, context.read):
        return False
    told = context.read.stems(_about_us(plan))
    return path in _HEADLINES or not akin(context.read.stems(text), told)


def _of_no_plan(text: str, plan: Plan, context: Context) -> bool:
    """True where ``text`` has no figure, no name and no word of what the plan says elsewhere."""
    read, bare = context.read, _ANY_DAY.sub("", text)
    said, own = read.stems(bare, "light_verbs", "absence"), read.stems(bare, *_PRAISE)
    if read.concrete(bare) or not said or timed(bare):
        return False
    told = read.stems(f"{_about_them(plan)}\n{_about_us(plan)}")
    if len(told) < context.limit("told"):
        return False
    praised = 0 < len(own) <= FEW and len(own) < len(said) and not _FOR.search(bare)
    return not akin(said, told) or (praised and not akin(own, told))


def _all_talk(text: str, plan: Plan, read: Reader) -> bool:
    """True where ``text`` holds nothing but words of praise, and no time and no words of theirs."""
    dated = _ANY_DAY.sub("", text)
    if not text.strip() or read.left(dated, *_PRAISE) or read.concrete(dated):
        return False
    if read.has(dated, "calendar") or _HOUR.search(dated) or timed(dated):
        return False
    choice, said = plan.niche.choice, read.stems(text, *_SHARED)
    if choice and akin(said, read.stems(f"{choice.name}\n{choice.who}\n{plan.start.offering}")):
        return False
    shared = akin(said, read.stems(_about_them(plan)))
    return len(shared) <= BY_CHANCE and (not shared or len(shared) < len(said))


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
