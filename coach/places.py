"""Where things live on this machine."""

import os
from dataclasses import dataclass
from pathlib import Path

from coach.refusal import Refusal


def at_home(path: str | os.PathLike[str]) -> Path:
    """``path`` with ``~`` or ``~name`` at its beginning replaced by that person's folder.

    Raises :class:`Refusal` where nobody of that name is known here, and for what no path can be.
    """
    if "\0" in os.fspath(path):
        raise Refusal("no path holds that character", "type the path anew")
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise Refusal(f"{path}: whose folder ~ means is not known here", "write it out") from None


def config_folder() -> Path:
    """Where the user's settings are; see ``coach/store/settings.py``."""
    from platformdirs import user_config_path

    return user_config_path("coach")


@dataclass(frozen=True, slots=True)
class Places:
    """The two folders that the program writes to.

    ``plans`` holds one TOML file a plan, and ``history/`` and ``trash/`` beside them;
    ``state`` holds what can be deleted at any time (cache, last card) and ``recovery/``.
    """

    plans: Path
    state: Path

    @classmethod
    def usual(cls, plans: str | os.PathLike[str] | None = None) -> "Places":
        """The user's folders; ``plans`` or ``COACH_PLANS`` says where the plans are instead.

        Raises :class:`Refusal` where they name a ``~`` that is not known.
        """
        from platformdirs import user_data_path, user_state_path

        chosen = plans or os.environ.get("COACH_PLANS")
        return cls(
            at_home(chosen) if chosen else user_data_path("coach") / "plans",
            user_state_path("coach"),
        )
