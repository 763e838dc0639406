"""Small packs to be broken: quick to check, because all they have is one page or two."""

import shutil
from pathlib import Path

from coach.pack.pack import Pack, default_root, topic_file
from coach.pack.page import RulePage, Topic
from coach.pack.read import MissingPage

HEAD = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'


def write(root: Path, name: str, text: str) -> Path:
    """Put a file into a pack."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def small(root: Path, *names: str) -> Path:
    """A pack over the shipped one, with these of its pages as its own."""
    write(root, "pack.toml", HEAD)
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(default_root() / name, root / name)
    return root


class Without(Pack):
    """The shipped pack without some pages, so that a pack over it must have them itself."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._lost = names

    def topic(self, key: str) -> Topic:
        self._refuse(topic_file(key))
        return super().topic(key)

    def rule(self, rule: str) -> RulePage:
        self._refuse(self.rule_file(rule))
        return super().rule(rule)

    def _refuse(self, name: str) -> None:
        if name in self._lost:
            raise MissingPage(self.root / name, "is missing")
