"""The packs that are known by name: the shipped one, those used before, installed ones.

A Python package offers packs by entry points of the group ``coach.packs``: the value names the
package (or one in it) whose folder holds ``pack.toml``. None of its code is run, and its files
are read like those of any other folder.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from coach.pack.pack import DEFAULT, Pack, default_root
from coach.refusal import Refusal
from coach.text import one_line

GROUP = "coach.packs"
"""The group of entry points by which installed Python packages offer packs."""
MOST_BELOW = 8
"""Most packs that may stand on one another."""


class UnknownPack(Refusal):
    """There is no pack of that name on this machine."""


@dataclass(frozen=True, slots=True)
class Known:
    """A pack that is known by name: its folder, and in words where it comes from."""

    name: str
    root: Path
    origin: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The pack that words a plan.

    ``missing`` says, where it is not the plan's own, that and why it is not; empty otherwise.
    ``notice`` is a line worth telling once.
    """

    pack: Pack
    missing: bool = False
    notice: str = ""


class Shelf:
    """Finds packs. ``folders`` are those used before, by name.

    ``usual`` is the pack for new plans, by name; ``chosen``, a folder or a name, is what this
    call says (``--pack``) and stands over all else.
    """

    def __init__(
        self,
        folders: Mapping[str, Path] | None = None,
        usual: str = DEFAULT,
        chosen: str | None = None,
    ) -> None:
        self.folders = dict(folders or {})
        self.usual = usual
        self.chosen = chosen
        self._open: dict[Path, Pack] = {}

    @cached_property
    def installed(self) -> Mapping[str, Known]:
        """The packs that installed Python packages offer, by name.

        Loading what is needed to look for them costs more than all of a short call: it is
        done where a name is asked for that nothing else answers to.
        """
        return {known.name: known for known in _installed()}

    def known(self) -> tuple[Known, ...]:
        """All packs that have a name: the shipped one first, then by name."""
        used = {n: Known(n, root, "folder") for n, root in self.folders.items()}
        others = {**self.installed, **used}
        shipped = Known(DEFAULT, default_root(), "ships with coach")
        return (shipped, *(others[name] for name in sorted(others) if name != DEFAULT))

    def find(self, name: str) -> Known:
        """The pack of this name; raises :class:`UnknownPack` naming the nearest."""
        if name == DEFAULT:
            return Known(DEFAULT, default_root(), "ships with coach")
        if name in self.folders:
            return Known(name, self.folders[name], "folder")
        if name in self.installed:
            return self.installed[name]
        names = [known.name for known in self.known()]
        near = get_close_matches(name, names, 1, 0.5)
        raise UnknownPack(
            f"there is no pack {one_line(name, 60)!r} here",
            f"did you mean {near[0]!r}?"
            if near
            else f"known are {', '.join(names)}; a folder is named by its path, such as ./my-pack",
        )

    def open(self, word: str = DEFAULT) -> Pack:
        """The pack that ``word`` means: a folder's path, or a name; raises :class:`Refusal`."""
        return self._opened(self.root(word))

    def root(self, word: str) -> Path:
        """The folder of the pack that ``word`` means, be it one or not."""
        from coach.places import at_home

        path = at_home(word)
        if len(path.parts) != 1 or word.startswith((".", "~")) or (path / "pack.toml").exists():
            return path
        try:
            return self.find(word).root
        except UnknownPack:
            if path.is_dir():
                return path
            raise

    def of_plan(self, name: str, version: str) -> Choice:
        """The pack for a plan that remembers this one: the chosen one, its own, or the shipped one.

        Raises :class:`Refusal` only for a chosen pack: whatever is wrong with the plan's own,
        the plan opens.
        """
        if self.chosen:
            return Choice(self.open(self.chosen))
        called = f"the pack {one_line(name, 60)!r}{f' {one_line(version, 20)}' if version else ''}"
        choice = self._or_shipped(name or DEFAULT, called, "words what was made with it")
        pack = choice.pack
        if not choice.missing and pack.id != DEFAULT and version not in ("", pack.version):
            now = one_line(pack.version, 20)
            return Choice(pack, notice=f"this was made with {called}; here is version {now}")
        return choice

    def of_new(self) -> Choice:
        """The pack for what belongs to no plan yet; raises as :meth:`of_plan` does."""
        if self.chosen:
            return Choice(self.open(self.chosen))
        called = f"the pack in use, {one_line(self.usual, 60)!r},"
        return self._or_shipped(self.usual, called, "takes its place")

    def _or_shipped(self, name: str, called: str, does: str) -> Choice:
        """The pack of this name; where there is none, or a broken one, the shipped pack."""
        back = "'coach pack use FOLDER' or --pack FOLDER brings it back"
        try:
            root = self.find(name).root
            if not root.is_dir():
                raise UnknownPack(str(root))
            return Choice(self._opened(root))
        except UnknownPack:
            why, more = "is not here", back
        except Refusal as broken:
            why, more = "cannot be read", str(broken)
        return Choice(self.open(), True, f"{called} {why}, so the default pack {does}: {more}")

    def _opened(self, root: Path, above: tuple[Path, ...] = ()) -> Pack:
        """The pack in ``root`` with those it stands on; kept, so that each is read once."""
        real = root.resolve()
        if real not in self._open:
            self._open[real] = self._with_base(root, real, above)
        return self._open[real]

    def _with_base(self, root: Path, real: Path, above: tuple[Path, ...]) -> Pack:
        """The pack in ``root``; ``above`` are those that led here, so that no ring is followed."""

        def below(pack: Pack) -> Pack:
            front = pack.about_front
            try:
                under = self.find(pack.about.extends).root
            except UnknownPack as unknown:
                raise front.fault(("extends",), str(unknown)) from None
            if under.resolve() in (real, *above):
                raise front.fault(("extends",), "the packs stand on one another in a ring")
            if len(above) == MOST_BELOW:
                told = f"more than {MOST_BELOW} packs stand on one another"
                raise front.fault(("extends",), told)
            return self._opened(under, (*above, real))

        return Pack.open(root, below)


def _installed() -> Iterator[Known]:
    """The packs that installed Python packages offer, without running any of their code."""
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP):
        origin = f"installed with {entry.dist.name}" if entry.dist else "installed"
        for folder in _folders(entry.module):
            if (folder / "pack.toml").is_file():
                yield Known(entry.name, folder, origin)
                break


def _folders(module: str) -> Iterator[Path]:
    """Where the package ``module`` may lie; only the finding of its first part is Python's."""
    from importlib.util import find_spec

    first, *rest = module.split(".")
    try:
        spec = find_spec(first)
    except (ImportError, ValueError):
        return
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place, *rest)
