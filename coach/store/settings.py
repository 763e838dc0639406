"""Which content pack a person has chosen for new plans, and in which folders packs were found.

The file is ``settings.toml`` in the user's configuration folder, not beside the plans: the
choice is a person's and holds wherever plans are kept, and every TOML file beside the plans is
a plan. It can be edited by hand and deleted at any time.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

from coach.pack.pack import DEFAULT
from coach.refusal import Refusal
from coach.store.fs import DISK, Fs, read_file, reason, write_file
from coach.text import clean_tree, one_line

CAP = 64_000
"""Most bytes of the file."""
MOST_PACKS = 200
_DO = "correct the file, or delete it to begin anew"


@dataclass(slots=True)
class Settings:
    """What was chosen: ``pack``, the name of the pack for new plans, and ``folders`` by name.

    ``path`` is the file; it need not exist.
    """

    path: Path
    pack: str = DEFAULT
    folders: dict[str, Path] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, fs: Fs = DISK) -> "Settings":
        """The settings in ``folder``; raises :class:`Refusal` in one line where they are broken."""
        path = folder / "settings.toml"
        try:
            data = read_file(fs, path, CAP)
        except (FileNotFoundError, NotADirectoryError):
            return cls(path)
        except OSError as error:
            raise Refusal(f"{path} cannot be read: {reason(error, folder)}", _DO) from None
        try:
            tree = clean_tree(tomli.loads(data.decode("utf-8-sig")))
        except (ValueError, RecursionError, MemoryError) as error:
            told = one_line(str(error), 100)
            raise Refusal(f"{path} is not TOML: {told}", _DO) from None
        return cls(path, *_checked(path, tree))

    def save(self, fs: Fs = DISK) -> None:
        """Write the file, whole or not at all; raises :class:`Refusal` where it cannot be."""
        import tomli_w

        tree: dict[str, Any] = {"pack": self.pack}
        if self.folders:
            tree["folders"] = {name: str(path) for name, path in sorted(self.folders.items())}
        try:
            fs.mkdir(self.path.parent)
            write_file(fs, self.path, tomli_w.dumps(tree).encode())
        except OSError as error:
            why = reason(error, self.path.parent)
            raise Refusal(f"{self.path} cannot be written: {why}") from None


def _checked(path: Path, tree: dict[str, Any]) -> tuple[str, dict[str, Path]]:
    """The settings in ``tree``; what is unknown or of the wrong kind is refused."""
    for key in tree:
        if key not in ("pack", "folders"):
            raise Refusal(f"{path}: {one_line(key, 40)!r} is unknown: expected pack, folders", _DO)
    pack, folders = tree.get("pack", DEFAULT), tree.get("folders", {})
    if not isinstance(pack, str) or not pack.strip():
        raise Refusal(f"{path}: 'pack' must be the name of a pack, in quotes", _DO)
    if not isinstance(folders, dict) or len(folders) > MOST_PACKS:
        raise Refusal(f"{path}: 'folders' must be a table of up to {MOST_PACKS} folders", _DO)
    for name, folder in folders.items():
        if not isinstance(folder, str) or not Path(folder).is_absolute() or "\0" in folder:
            told = f"{path}: the folder of {one_line(name, 40)!r} must be a whole path, in quotes"
            raise Refusal(told, _DO)
    return pack, {name: Path(folder) for name, folder in folders.items()}
