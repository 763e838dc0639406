"""Whether two answers tell the same thing in other words."""

from coach.coaching.language import Reader, akin


def alike(one: str, other: str, read: Reader, share: float, fewest: int = 2) -> bool:
    """True where ``share`` (0 to 1) of the shorter's words are in the other, ``fewest`` or more.

    Words of one family count as one. A text of a single word must have it in common.
    """
    first, second = read.stems(one), read.stems(other)
    few, many = (first, second) if len(first) <= len(second) else (second, first)
    return len(akin(few, many)) >= max(min(fewest, len(few)), share * len(few), 1)
