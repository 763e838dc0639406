"""Rules about the value curve: our levels beside the alternatives', factor by factor."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.plan import Plan
from coach.steps.differentiation.canvas import US, Compared, compared, leads, pair, shape
from coach.steps.differentiation.model import Factor

rules = Rules("value", "differentiation")

LEVELS = "differentiation.levels"

MANY = 3
"""Things that are said to be better from which on a text claims to be better at everything."""


@rules("DI14")
def same_curve(plan: Plan, context: Context) -> Iterator[Hit]:
    """Our curve rises and falls where an alternative's does (M17)."""
    factors, found = compared(plan), []
    for index, rival in enumerate(plan.value.alternatives):
        ours, theirs = pair(factors, index)
        likeness = shape(ours, theirs) if len(ours) >= context.limit("fewest") else None
        if likeness is not None and likeness >= context.limit("alike") and rival.name.strip():
            found.append((likeness, rival.name.strip()))
    if found:
        likeness, name = max(found)
        yield Hit(LEVELS, name, {"likeness": amount(likeness)})


@rules("DI15")
def better_at_everything(plan: Plan, context: Context) -> Iterator[Hit]:
    """Nothing is given up: by what is written, or by the levels (M17).

    By the levels we are above the others' mean on most factors, or below it on none.
    """
    trade_off = plan.differentiation.trade_off
    if quote := _gives_up_nothing(trade_off, context.read):
        yield Hit("differentiation.trade_off", quote)
    apart = [each.apart for _, each in _named(plan) if each.apart is not None]
    if len(apart) < context.limit("fewest"):
        return
    above = sum(gap > 0 for gap in apart)
    values = {"above": amount(above), "count": amount(len(apart))}
    if 100 * above > context.limit("most") * len(apart):
        yield Hit(LEVELS, values=values, say="above")
    elif above and min(apart) >= 0:
        yield Hit(LEVELS, values=values, say="never")


def _gives_up_nothing(text: str, read: Reader) -> str:
    """The words of a trade-off that say there is none; empty where one is named.

    A row of comparatives ("softer, tougher, cheaper") that nothing is weighed against is none.
    """
    if read.says_nothing(text):
        return text.strip()
    opening = read.sentences(text)[:1]
    if opening and read.says_nothing(opening[0]):
        return opening[0]
    for clause in read.clauses(text):
        if len(read.find(clause, "more_of")) >= MANY and not read.has(clause, "given_up"):
            return clause
    if read.apart(text, "given_up", "no_choice"):
        return _nothing_lost(text, read)
    return read.first(text, "no_choice") or _nothing_lost(text, read)


def _nothing_lost(text: str, read: Reader) -> str:
    """The clause that says that nothing is lost or worse, where no other gives up something."""
    found, rest = "", False
    for clause in read.clauses(text):
        if _NOTHING_LOST.search(clause):
            found = found or clause
        else:
            rest = rest or read.has(clause, "given_up")
    return "" if rest else found


_NOTHING_LOST = re.compile(
    r"\A(?:nothing|none|nowhere|nil|no\s+trade-?off)(?:\s*[,.;:!]|\s+[-–—]|\s+(?:at\s+all|really|whatsoever))"
    r"|(?<!not )\b(?:do|does|have|has|want|offer|give|cover)s?\s+(?:it\s+all|the\s+lot)\b"
    r"|\bwhy\s+not\s*\Z"
    r"|\b(?:no|not|never|nowhere|cannot|can['’]t|won['’]t)\b[^.;,]{0,20}\bweak\s+(?:\w+)"
    r"|\b(?:no|not|never|nothing|nowhere|none|hardly|scarcely|cannot|\w+n[’']t)\b[^.;]{0,40}\b(?:worse|poorer"
    r"|weaker|behind|lack\w*|miss(?:ing)?|less\s+\w+|skimp\w*|scrimp\w*|stint\w*|concede\w*|forgo\w*|lower"
    r"|leave\s+out|do\s+without|go(?:es)?\s+without|fall\s+short|sacrific\w*)\b[^.;]{0,25}"
    r"(?:\b(?:any\w*|a\s+(?:single\s+)?thing|with\s+us)\b|\Z)"
    r"|\b(?:not\s+a\s+single|no\s+single|any\s+single|a\s+single|not\s+one)\s+(?:thing|point|respect|area|way)\b[^.;]*"
    r"\b(?:worse|poorer|weaker|behind|less|lacks?|miss\w*|lose|lower)\b"
    r"|\b(?:we|i)\s+(?:win|lead|shine|excel|score|are\s+(?:ahead|strong|best|better|first))\s+"
    r"(?:everywhere|throughout|all\s+round|in\s+all|on\s+all|in\s+every\w*|on\s+every\w*|at\s+every\w*|at\s+all)\b"
    r"|\b(?:dominan|superior|best|ahead)\w*\s+(?:on|in|at|along|across)\s+(?:all|every|each)\b|"
    r"\b(?:no|not|never|nothing|nowhere|\w+n[’']t)\b[^.;,]{0,30}\b(?:giv(?:e|es|ing)\s+(?:\w+\s+)?up"
    r"|sacrific\w*|compromis\w*|renounc\w*|(?:be|are|is)\s+(?:behind|worse|weaker))\b"
    r"|\bno\s+(?:cuts?|compromises?|sacrifices?|weak\w*(?:\s+\w+)?|drawbacks?|downsides?|trade-?offs?)\b"
    r"|\bwhy\s+(?:should|would)\s+(?:we|i)\b"
    r"|(?<!not )\b(?:better|ahead|first|strong|best)\s+(?:in|at|on)\s+(?:every\w*|each|all)\b"
    r"|\bwhatever\s+(?:\w+\s+){0,2}(?:others?|rivals?|they|firms?|makers?|shops?)\b[^.;]{0,30}\b(?:too|as\s+well|and\s+more|also)\b"
    r"|\b(?:full|whole|complete)\s+(?:package|programme|program|range|service)\b",
    re.IGNORECASE,
)
"""Nothing is given up: "nothing in which we are behind", "no cuts", "why should we be worse"."""


@rules("DI16")
def under_the_minimum(plan: Plan, context: Context) -> Iterator[Hit]:
    """A factor that matters much is below what buyers can bear (M15).

    Words beside the level that say why it is meant to be low explain it. Where no alternative is
    better, buyers bear it.
    """
    step = plan.differentiation
    for factor, each in _named(plan):
        weighs = each.importance is not None and each.importance >= context.limit("weighty")
        if not weighs or each.us is None or each.us >= context.limit("threshold"):
            continue
        if each.known and max(each.known) <= each.us:
            continue
        if not context.read.has(step.levels.reason(factor.id, US), "on_purpose"):
            values = {"level": amount(each.us), "importance": amount(each.importance)}
            yield Hit(_square(factor), factor.name.strip(), values)


@rules("DI18")
def ahead_where_nobody_cares(plan: Plan, context: Context) -> Iterator[Hit]:
    """All factors on which we lead matter little, and there are some that matter."""
    rows = _named(plan)
    factors = [each for _, each in rows]
    if any(each.importance is None or each.lead is None for each in factors):
        return
    ahead = leads(factors, len(factors))
    cared = context.limit("cared")
    if not ahead or all((each.importance or 0) < cared for each in factors):
        return
    if all((each.importance or 0) < cared for each in ahead):
        best = max(
            (each.importance or 0, each.lead or 0, factor.name.strip(), _square(factor))
            for factor, each in rows
            if each in ahead
        )
        yield Hit(best[3], best[2], {"importance": amount(best[0])})


def _square(factor: Factor) -> str:
    """Where our level on the factor stands."""
    return f"{LEVELS}.scores.{factor.id}.{US}"


def _named(plan: Plan) -> list[tuple[Factor, Compared]]:
    """The factors that have a name, each with its levels."""
    rows = zip(plan.differentiation.factors, compared(plan), strict=True)
    return [(factor, each) for factor, each in rows if factor.name.strip()]
