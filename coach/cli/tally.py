"""How many findings plans have, remembered until a plan, the pack or the day changes.

Listing plans would otherwise check each of them anew. The memory is one JSON file in the
state folder that may be deleted at any time.
"""

import contextlib
import datetime as dt
import hashlib
import json
import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from coach import __version__
from coach.refusal import Refusal
from coach.store.fs import DISK, read_file, write_file

if TYPE_CHECKING:
    from coach.coaching.engine import Coach
    from coach.pack.pack import Pack

_CAP = 64_000_000


class Tally:
    """Counts of open findings by level, checked when they are asked for the first time."""

    def __init__(self, state: Path, pack: "Pack", today: dt.date | None = None) -> None:
        self.pack = pack
        self.today = today or dt.date.today()
        self._coach: Coach | None = None
        where = hashlib.sha256(os.fsencode(pack.root.resolve())).hexdigest()[:8]
        self._file = state / f"findings-{where}.json"
        self._mark = [__version__, self.today.isoformat(), _newest(pack)]
        self._known = self._recall()
        self._seen: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remember what was counted."""
        if kind is None and self._coach is not None:
            data = json.dumps({"mark": self._mark, "plans": self._known | self._seen})
            with contextlib.suppress(OSError):
                DISK.mkdir(self._file.parent)
                write_file(DISK, self._file, data.encode("ascii"))

    def counts(self, path: Path) -> dict[str, int]:
        """Open findings of the plan at ``path`` by level, worst first; none if unreadable.

        Raises ``BrokenPack`` where the pack's rules cannot be read.
        """
        try:
            about = path.stat()
        except OSError:
            return {}
        key, stamp = os.path.abspath(path), [about.st_size, about.st_mtime_ns, about.st_ino]
        known = self._known.get(key)
        if not (isinstance(known, list) and len(known) == 2 and known[0] == stamp):
            known = [stamp, self._check(path)]
        self._seen[key] = known
        return dict(known[1])

    def _check(self, path: Path) -> dict[str, int]:
        from coach.coaching.engine import Coach, counts
        from coach.store.reading import read_plan

        if self._coach is None:
            self._coach = Coach(self.pack, self.today)
        try:
            plan = read_plan(path)
        except Refusal:
            return {}
        return {str(level): number for level, number in counts(self._coach.check(plan)).items()}

    def _recall(self) -> dict[str, Any]:
        try:
            kept = json.loads(read_file(DISK, self._file, _CAP))
        except (OSError, ValueError, RecursionError, Refusal):
            return {}
        if not isinstance(kept, dict) or kept.get("mark") != self._mark:
            return {}
        plans = kept.get("plans")
        return plans if isinstance(plans, dict) else {}


def _newest(pack: "Pack | None") -> list[int]:
    """A mark of what the rules go by: number and last change of rule pages and word lists."""
    times = []
    while pack is not None:
        for folder in ("rules", "words"):
            for base, _, names in os.walk(pack.root / folder):
                for name in names:
                    with contextlib.suppress(OSError):
                        times.append(os.stat(os.path.join(base, name)).st_mtime_ns)
        pack = pack.base
    return [len(times), max(times, default=0)]
