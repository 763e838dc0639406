"""Finding phrases among stems: which of a list's phrases stand in a text, and where."""

from collections.abc import Iterable, Sequence
from typing import Any

from coach.coaching.typos import Typos

NAMED = "^"
"""Before the stem of a name, which is no typo of anything."""

_END = " "
"""No stem holds a space."""
_LEAF = {_END: None}


class Phrases:
    """Phrases as a tree of stems, word by word; and how their words are mistyped.

    A branch that ends a phrase has a twig :data:`_END`.
    """

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        """``phrases`` are the stems of each."""
        self._tree: dict[str, Any] = {}
        known = set[str]()
        for stems in phrases:
            branch = self._tree
            for stem in stems:
                branch = branch.setdefault(stem, {})
            if stems:
                branch[_END] = None
            known.update(stems)
        _share_leaves(self._tree)
        self._meant = _Meant(known)

    def found(self, asked: Sequence[str]) -> list[tuple[int, int]]:
        """Where phrases stand among the stems of a text: the numbers of first word and end.

        The longest at each place, never overlapping; plain typos are put right. A name is
        asked for with :data:`NAMED` before it.
        """
        stems, tree, places, free = [self._meant[each] for each in asked], self._tree, [], 0
        for at in [at for at, first in enumerate(stems) if first in tree]:  # seldom any
            if at < free:
                continue
            end = at + 1 if tree[stems[at]] is _LEAF else self._end(stems, at)
            if end > at:
                places.append((at, end))
                free = end
        return places

    def _end(self, stems: Sequence[str], at: int) -> int:
        """Where the longest phrase ends that begins with word ``at``; ``at`` if none does."""
        branch, last, end = self._tree.get(stems[at]), at, at
        while branch is not None:
            end += 1
            if _END in branch:
                last = end
            branch = branch.get(stems[end]) if end < len(stems) else None
        return last


def _share_leaves(branch: dict[str, Any]) -> None:
    """Make the last words of phrases one and the same: most phrases are a word or two."""
    for word, twig in branch.items():
        if twig == _LEAF:
            branch[word] = _LEAF
        elif twig:
            _share_leaves(twig)


class _Meant(dict[str, str]):
    """The stems that were meant by those that stand in a text; each is looked up once."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__()
        self._typos = Typos(known)

    def __missing__(self, asked: str) -> str:
        named = asked.startswith(NAMED)
        meant = self[asked] = asked[1:] if named else self._typos.meant(asked)
        return meant
