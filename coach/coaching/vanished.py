"""Whether the statement still speaks to the niche, or to whoever it may be."""

from collections.abc import Iterator

from coach.coaching.language import Reader, akin
from coach.coaching.markets import no_niche, unbounded
from coach.coaching.promised import could_be_anybody, means_all
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan

rules = Rules()

ANYBODY = ("everyone", "broad", "whoever_it_is", "wishes", "light_verbs")
"""Words of people that say nothing of who they are."""

WIDE = (*ANYBODY, "universal", "wider_names", "wide_fields", "group_words", "any_need")
"""The same, with names so wide that the niche is one of many in them: "athletes"."""

HINTED = 1
"""Words about the trouble that may be the niche's as well as another's: "before a test"."""


_WHEN = ("calendar", "months", "often", "measures")
"""Words for times and amounts, which tell nobody from anybody."""

TOLD = 3
"""Words of their own from which on people may know themselves by them."""

_TALK = ("platitudes", "talk_of_ends", "outcomes", "generic_benefits", "trouble", "feelings")
"""Words in which anybody can be told of."""


@rules("VP15", "start", "niche", "value")
def niche_vanished(plan: Plan, context: Context) -> Iterator[Hit]:
    """The proposition speaks to everybody, or to a wider group, though a niche was chosen."""
    choice, read = plan.niche.choice, context.read
    if not choice or not choice.who.strip():
        return
    if no_niche(choice.who, read) or unbounded(choice.who, read):
        return  # NI01 tells it
    values = {"niche": choice.name.strip() or choice.who}
    audience, promise = plan.value.statement.audience, plan.value.promise
    if audience.strip():
        if means_all(audience, read) or could_be_anybody(audience, read):
            lost = not _fits(audience, plan, read, *ANYBODY)
        else:
            lost = _wider(audience, plan, read)
        if lost:
            yield Hit("value.statement.audience", audience.strip(), values)
    elif read.has(promise, "many_groups") and not _fits(promise, plan, read, "everyone", "broad"):
        yield Hit("value.promise", read.quote(promise, "many_groups"), values)


def _fits(text: str, plan: Plan, read: Reader, *without: str) -> bool:
    """True where ``text`` shares a word with the chosen niche or with a part of it.

    Of its need it may share one where another part of the statement names the people.
    """
    choice, told, statement = plan.niche.choice, _people(plan), plan.value.statement
    if read.share(text, told, *without):
        return True
    rest = f"{statement.need}\n{statement.category}\n{statement.benefit}"
    needed = choice is not None and read.share(text, choice.need, *without)
    return needed and read.share(rest, told, *without, *_WHEN)


def _people(plan: Plan) -> str:
    """Who the chosen niche is, in all the words that the niche step has for them."""
    choice, niche = plan.niche.choice, plan.niche
    people = [niche.user, niche.payer, niche.decider, niche.sentence.who]
    people += [each.name for each in niche.segments]
    people += [choice.name, choice.who] if choice else []
    return "\n".join(people)


def _wider(audience: str, plan: Plan, read: Reader) -> bool:
    """True for a wide name, and no word of the niche's name or of what is sold to it.

    "Athletes before a test" are more than figure skaters, though these have tests as well. A
    figure or a name narrows in its own way, and a word that the plan does not know may be
    another name for the niche, so that the wide name must stand first.
    """
    spans = read.find(audience, "wider_names")
    names = [each for each in read.names(audience) if not read.has(each, "calendar", "often")]
    if not spans or names or read.has_figure(audience):
        return False
    if read.left(audience[: spans[0].start], *WIDE):
        return False
    if len(read.stems(audience, *WIDE, *_TALK)) >= TOLD:
        return False  # "clubs whose bear dances at each match"
    choice, start, line = plan.niche.choice, plan.start, plan.value.statement
    name = choice.name if choice else ""
    if read.share(audience, f"{name}\n{start.offering}\n{line.category}", *WIDE):
        return False
    pains = [pain.what for pain in plan.value.pains]
    told = "\n".join([_people(plan), choice.need if choice else "", plan.value.job, *pains])
    hints = akin(read.stems(audience, *WIDE), read.stems(told, *WIDE))
    return len(hints) <= HINTED
