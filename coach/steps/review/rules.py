"""What the coach flags in tests and in the next look; actions have their own file."""

import re
from collections.abc import Iterator

from coach.coaching.language import LONGEST, SHORT, Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.steps.review.liking import only_answers, only_liked, only_praised
from coach.steps.review.model import Review, Test

rules = Rules("review")

_REST = r"(?:\s+(?!and\b)[\w'’]+){0,8}"
_WOULD = re.compile(
    rf"(?:\b(?:would|could|might|can imagine|willing to)|'d){_REST}"
    r"|\bsign\w*[ -](?:up|ups)\b(?:\s+\w+){0,2}?\s+(?:news\w*|updates|mails?)\b",
    re.IGNORECASE,
)
"""What somebody would do, with the words that tell what."""
_SAYS = re.compile(
    r"\b(?:says?|said|tells?|told|promised?|promises|plan(?:s|ning)?(?=\s+(?:to|on)\b)|"
    r"intend(?:s|ing)?|means?|hopes?|wish(?:es)?|think(?:s|ing)?|consider(?:s|ing)?)"
    rf"(?: to| of| on| about| that)?{_REST}"
    r"|\b(?:who|that|which|how many(?:\s+\w+){1,2})\s+(?:\w+ly\s+)?(?:describe|praise|recommend|"
    r"compliment|congratulate|thank|greet|wave|nod|smile|laugh|cheer|clap|agree|approve|like"
    r"|love|"
    r"enjoy|appreciate|admire|want|believe|feel|watch|view|look|glance|stare|listen|click"
    r"|comment|"
    r"rate|vote|express|sound|seem|support|welcome|dream|imagine|picture|nod|raise|find\s+\w+\s+"
    r"(?:\w+\s+)?(?:good|useful|nice|great|interesting|helpful|clever|sensible|attractive))"
    rf"(?:e?s)?\b{_REST}"
    r"|\b(?:friendly|kind|nice|positive|warm|good|encouraging|enthusiastic|favourable)\s+"
    r"(?:repl(?:y|ies)|feedback|comments?|reactions?|words?|mails?|letters?|responses?"
    r"|remarks?)\b"
    rf"|\basks?\s+(?:to\s+(?:hear|know|learn|be\s+told)|for\s+(?:news|information))\b{_REST}"
    r"|\b(?:visit(?:or|er)?s?|viewers?|views?|hits?|traffic|footfall|callers?|guests?|looks|crowds?)\s+"
    r"(?:on|to|at|of|in|near|by|from)\s+(?:the|our|my|a)\s+(?:\w+\s+)?(?:page|site|website|stand|stall|booth"
    r"|shop|window|profile|post|video|blog|channel|web|net|internet|tent|table|counter|curious)s?\b"
    r"|\b(?:up|down)-?votes?\b|\bvotes?\s+(?:up|for)\b"
    r"|\bhands?\s+(?:raised|up|in\s+the\s+air)\b|\braised\s+hands?\b",
    re.IGNORECASE,
)
"""What somebody says, feels or means to do. In a pass mark "says yes" says something else."""


_UNTIL = re.compile(
    r"\b(?:within|after|in|for|during|every)\s+(?:the\s+)?(?:first\s+|next\s+)?\d+\s*"
    r"(?:second|minute|hour|day|week|month|year)s?\b"
    r"|\b(?:for|per|of|in|out\s+of|from|among|among\s+the|of\s+the|between)\s+(?:the\s+|all\s+"
    r"|our\s+|a\s+|about\s+)?"
    r"(?:first\s+|next\s+|same\s+)?\d+",
    re.IGNORECASE,
)
"""What is counted in, which is no mark: "letters back within 4 days", "minutes for 100 plugs"."""


def complete(test: Test) -> bool:
    """True where all that a test needs has been said."""
    told = (test.belief, test.doing, test.measure, test.threshold, test.owner)
    return test.due is not None and all(text.strip() for text in told)


@rules("RE06")
def no_pass_mark(review: Review, context: Context) -> Iterator[Hit]:
    """Nothing says from which figure on the belief holds, or that is only settled afterwards."""
    read = context.read
    for each in review.tests:
        path, mark = f"review.tests.{each.id}.threshold", each.threshold.strip()
        if not mark:
            told = read.has_figure(_UNTIL.sub("", each.measure))
            if not told and each.doing.strip() and (each.due is not None or each.owner.strip()):
                yield Hit(path)
        elif _put_off(mark, read) or (_SETTLED.search(mark) and not _counts(mark, read)):
            yield Hit(path, mark, say="later")
        elif _lets_all_pass(mark) or not (_counts(mark, read) or _plain(mark, read)):
            yield Hit(path, mark)


def _plain(mark: str, read: Reader) -> bool:
    """True where ``mark`` can be seen without a figure: "signed", "nobody leaves"; no mood can."""
    moods = ("hunches", "feelings", "applause")
    if _PERHAPS.search(mark):
        return False
    return read.has(mark, "pass_marks", "stop_signs") and not read.has(mark, *moods)


_PERHAPS = re.compile(
    r"\b(?:would|could|might)\b|['’]d\b"
    r"|\b(?:reasonable|good|decent|high|fair|large|certain|sufficient|small|growing|healthy|nice)"
    r" (?:number|amount|share|proportion|percentage|part|rate|turnout|response)\b",
    re.IGNORECASE,
)
"""What they would do, and how many without a number."""

_FROM_NONE = re.compile(
    r"\b(?:from|between)\s+(?:0|zero|nothing|none|nobody)\s+(?:to|and|up|on)\b(?:\s+\d+\b)?"
    r"|\b(?:0|zero|none|nothing)\s+(?:or|and)\s+(?:more|above|up|over|higher)\b"
    r"|\bat least\s+(?:0|zero|none|nothing)\b(?:\s+(?:of|in|out of)\s+\d+\b)?",
    re.IGNORECASE,
)
"""A mark that begins at nothing: "anything from 0 to 30", "0 or more"."""
_WRONG = re.compile(
    r"\b(?:wrong|no|not|fails?|failed|stop|drop|below|under|never)\b", re.IGNORECASE
)


def _lets_all_pass(mark: str) -> bool:
    """True where even nothing is a yes, and no other figure is a no."""
    rest = _FROM_NONE.sub(" ", mark)
    return rest != mark and not any(map(str.isdigit, rest)) and not _WRONG.search(rest)


_SETTLED = re.compile(
    r"\b(?:write|note|put|set|decide|agree|fix|settle|choose|say|tell|know|see)s?"
    r" (?:it |that |this |them |together )*(?:down|on|when|after|later|then|once|in (?:the )?\w+)\b"
    r"|\A\W*(?:how (?:many|much)|what|which|where|whether)\b",
    re.IGNORECASE,
)
"""Who will write a mark down later has none: "how many, we settle in March"."""


def _counts(mark: str, read: Reader) -> bool:
    """True where a figure stands in ``mark`` that is no day: not for "on 1 March we settle it"."""
    dates = {at for span in read.find(mark, "months") for at in (span.first - 1, span.last + 1)}
    numbers = any(word.number and at not in dates for at, word in enumerate(words(mark)))
    return numbers or read.has(mark, "numbers")


def _put_off(mark: str, read: Reader) -> bool:
    """True where ``mark`` says when a mark will be set, and sets none."""
    if not read.has(mark, "when_known") or not read.has(mark, "set_later"):
        return False
    dates = {at for span in read.find(mark, "months") for at in (span.first - 1, span.last + 1)}
    asked = {span.first + 1 for span in read.find(mark, "determiners") if span.first}
    return not any(
        word.number for at, word in enumerate(words(mark)) if at not in dates and at not in asked
    )


@rules("RE07")
def kind_words(review: Review, context: Context) -> Iterator[Hit]:
    """What counts as a yes costs nobody time, money or data.

    So it is where it counts what is said, shown or felt, and where the belief is that they buy
    and nothing that is counted is given up. A belief, or a result, that people like it is no
    better.
    """
    read = context.read
    for belief in review.assumptions:
        if only_liked(belief.statement, read):
            path = f"review.assumptions.{belief.id}.statement"
            yield Hit(path, belief.statement.strip(), say="belief")
    for card in review.learnings:
        if only_praised(card.observation, read):
            path = f"review.learnings.{card.id}.observation"
            yield Hit(path, card.observation.strip(), say="seen")
    for each in review.tests:
        key = "measure" if each.measure.strip() else "doing"
        told = {key: getattr(each, key), "threshold": each.threshold}
        kind = {key: _kind(text, read, key) for key, text in told.items()}
        answers = only_answers(each.doing, read, each.measure)
        if any(
            _costs(text, kind[key], read)
            for key, text in told.items()
            if key == "threshold" or not answers
        ):
            continue
        found = next((key for key in told if kind[key]), "")
        if not found and (answers or _counts_none_who_buy(each, read)):
            found = key
        if found:
            text = told[found]
            span = kind[found][0] if kind[found] else (0, SHORT)
            quote = text.strip() if len(text) <= SHORT else text[slice(*span)]
            yield Hit(f"review.tests.{each.id}.{found}", quote)


def _counts_none_who_buy(test: Test, read: Reader) -> bool:
    """True where they are believed to buy, or to love it, and what is measured is no buying."""
    if not test.measure.strip():
        return False
    if not read.has(test.belief, "buys") and not only_liked(test.belief, read):
        return False
    told = f"{test.measure}\n{test.threshold}"
    thing = read.has(test.measure, "rates", "measurable", "goes_wrong")
    return not thing and not _MONEY.search(told)


_MONEY = re.compile(r"[$€£¥₹]|\b(?:kr|zł|Kč|Ft|CHF|CLP|KSh|rand|R)\b")


def _kind(text: str, read: Reader, key: str) -> list[tuple[int, int]]:
    """Where ``text`` counts what is only said, shown or felt: characters from and to."""
    lists = ("vanity_metrics",) if key == "threshold" else ("vanity_metrics", "say_think")
    spans = [(each.start, each.end) for each in read.find(text, *lists)]
    text = text[:LONGEST]
    spans += [each.span() for each in _WOULD.finditer(text)]
    if key == "threshold":
        return spans
    spans += [each.span() for each in _SAYS.finditer(text)]
    return [*spans, (0, len(text))] if read.only(text, "applause", spare=1) else spans


def _costs(text: str, kind: list[tuple[int, int]], read: Reader) -> bool:
    """True where ``text`` names something given up, and not only what they would give."""
    return any(
        all(
            end <= span.start or span.end <= start or span.end - span.start > end - start
            for start, end in kind
        )
        and not _NOTHING_GIVEN.search(text[: span.start])
        for span in read.find(text, "commitments")
    )


_NOTHING_GIVEN = re.compile(
    r"\b(?:without|no|not|never|instead of|before|free of|nothing"
    r"|hardly any)\s+(?:\w+\s+)?\Z",
    re.I,
)
"""What denies the giving up that follows: "without paying"."""


@rules("RE16")
def no_second_look(review: Review, context: Context) -> Iterator[Hit]:
    """No day to look again, or one that is past or far off."""
    day = review.next_review
    if day is None:
        if any(complete(each) for each in review.tests):
            yield Hit("review.next_review")
    elif day < context.today:
        yield Hit("review.next_review", day.isoformat(), say="past")
    elif (day - context.today).days > context.limit("days"):
        yield Hit("review.next_review", day.isoformat(), {"days": amount(context.limit("days"))})
