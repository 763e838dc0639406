"""A new pack to begin with: small, sound, with one page of each kind that can be changed.

Its files lie in ``coach/pack/starter/``; ``@id@`` and the like are filled in.
"""

import os
from pathlib import Path

from coach.pack.pack import DEFAULT
from coach.refusal import Refusal
from coach.text import clean_text, one_line

TEMPLATE = Path(__file__).with_name("starter")


def make(folder: Path, name: str, title: str, extends: str = DEFAULT) -> tuple[Path, ...]:
    """Write a pack called ``name`` into ``folder``; gives the files, which pass the check.

    Raises :class:`Refusal` where something is there already, and where it cannot be written.
    """
    title = one_line(clean_text(title), 90).replace("\\", "/").replace('"', "'")
    words = {"@id@": name, "@title@": title, "@extends@": extends, "@here@": os.fspath(folder)}
    made: list[Path] = []
    try:
        if folder.is_symlink() or (folder.exists() and any(folder.iterdir())):
            raise Refusal(f"{folder}: exists", "choose another name, or another --folder")
        for source in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
            text = source.read_text(encoding="utf-8")
            for mark, word in words.items():
                text = text.replace(mark, word)
            target = folder / source.relative_to(TEMPLATE)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as out:
                out.write(text)
            made.append(target)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no folder's name"
        raise Refusal(f"{folder}: cannot be written ({why})") from None
    return tuple(made)
