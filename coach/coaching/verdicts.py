"""What is judged of a text alone, judged once.

A rule looks at all rows of a step again when one of them has changed. Most texts are those
that it has read before.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from coach.coaching.language import Reader

KEPT = 8_192
"""How many verdicts a reader remembers: those of some plans."""

Asked = ParamSpec("Asked")
Verdict = TypeVar("Verdict")


def once(
    judge: Callable[Concatenate[str, Reader, Asked], Verdict],
) -> Callable[Concatenate[str, Reader, Asked], Verdict]:
    """``judge`` of a text, remembered by the reader.

    It must depend on nothing but what it is given, all of it hashable, and on the word lists.
    """

    @wraps(judge)
    def remembered(text: str, read: Reader, /, *args: Asked.args, **more: Asked.kwargs) -> Verdict:
        key = (judge, text, args, tuple(more.items()))
        if key not in read.verdicts:
            if len(read.verdicts) >= KEPT:
                read.verdicts.clear()
            read.verdicts[key] = judge(text, read, *args, **more)
        return cast(Verdict, read.verdicts[key])

    return remembered
