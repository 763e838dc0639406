"""How the founder left the desk: last place in each plan, theme, depth. All can be deleted."""

import contextlib
import json
from pathlib import Path
from typing import Any

from coach.refusal import Refusal
from coach.store.fs import DISK, Fs, read_file, write_file

MOST_PLANS = 500
"""Plans whose last place is remembered; the one visited longest ago is forgotten first."""
_CAP = 1_000_000
_LONGEST = 200


class Desk:
    """What is remembered between sessions, in ``<state>/desk.json``.

    Never raises: a file that is damaged or cannot be written is as good as none. Each
    change is written at once; two windows keep each other's changes.
    """

    def __init__(self, state: Path, fs: Fs = DISK) -> None:
        self.path = state / "desk.json"
        self._fs = fs
        self._kept = self._load()

    def place(self, plan_id: str) -> str:
        """The field path where the founder was last in this plan; empty if unknown."""
        return _places(self._kept).get(plan_id, "")

    def remember(self, plan_id: str, field_path: str) -> None:
        """Keep the founder's place in this plan."""
        if self.place(plan_id) != field_path:
            places = _places(self._kept) | _places(self._load())
            places.pop(plan_id, None)
            places[plan_id] = field_path
            self._keep("places", places)

    @property
    def theme(self) -> str:
        """The theme chosen last; empty if none was."""
        return self._word("theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._keep("theme", name)

    @property
    def depth(self) -> str:
        """The depth chosen last, as plans write it; empty if none was."""
        return self._word("depth")

    @depth.setter
    def depth(self, key: str) -> None:
        self._keep("depth", key)

    @property
    def workshop(self) -> bool:
        """True where facilitator notes are shown."""
        return self._kept.get("workshop") is True

    @workshop.setter
    def workshop(self, on: bool) -> None:
        self._keep("workshop", on)

    def _keep(self, key: str, value: Any) -> None:
        kept = self._kept | self._load() | {key: value}
        kept["places"] = dict(list(_places(kept).items())[-MOST_PLANS:])
        self._kept = kept
        with contextlib.suppress(OSError):
            self._fs.mkdir(self.path.parent)
            write_file(self._fs, self.path, json.dumps(kept).encode("ascii"), sure=False)

    def _word(self, key: str) -> str:
        value = self._kept.get(key)
        return value if isinstance(value, str) and len(value) <= _LONGEST else ""

    def _load(self) -> dict[str, Any]:
        try:
            kept = json.loads(read_file(self._fs, self.path, _CAP))
        except (OSError, ValueError, RecursionError, Refusal):
            return {}
        return kept if isinstance(kept, dict) else {}


def _places(kept: dict[str, Any]) -> dict[str, str]:
    """The usable part of the places in a file."""
    places = kept.get("places")
    if not isinstance(places, dict):
        return {}
    return {
        key: value
        for key, value in places.items()
        if isinstance(value, str) and len(key) + len(value) <= _LONGEST
    }
