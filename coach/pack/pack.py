"""A content pack: the wording, guides, rule pages, word lists and examples of the walk."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from coach.pack.build import as_table, build, tables, unknown, worded
from coach.pack.own import own_rules
from coach.pack.page import BookPage, Formula, Option, Picture, RulePage, Topic, Walk, When, Wording
from coach.pack.read import (
    MAX_EXAMPLE,
    BrokenPack,
    Front,
    MissingPage,
    file_names,
    parse_toml,
    read_page,
    sections,
    split_front_matter,
)
from coach.text import one_line

DEFAULT = "default"
"""The id of the pack that ships with the program."""

RULE_STEPS = {
    "NI": "niche",
    "VP": "value",
    "DI": "differentiation",
    "RI": "risk",
    "RE": "review",
    "ST": "strengths",
}
"""The folder of a rule's page, by the first letters of its id: its step; strengths have one."""

BOOK = ("frameworks", "sectors", "cultures", "levers")
"""The folders of the book's pages, which belong to no card."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About:
    """What ``pack.toml`` says. ``steps`` names the steps; ``extends`` the pack to fall back on."""

    id: str
    title: str
    version: str
    language: str
    licence: str = ""
    authors: tuple[str, ...] = ()
    extends: str = DEFAULT
    steps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A whole plan that ships with a pack. ``toml`` is its text."""

    name: str
    title: str
    toml: str
    offering: str = ""

    @property
    def practice(self) -> bool:
        """True where it is full of mistakes on purpose, for somebody to find and mend."""
        return self.name.startswith(PRACTICE)


PRACTICE = "practice-"
"""How the file of an example begins that is there to practise on."""


def default_root() -> Path:
    """The folder of the pack that ships with the program."""
    inside = Path(__file__).parents[1] / "content"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "content"


def topic_file(key: str) -> str:
    """The file of a topic within a pack: ``niche.candidates`` → ``niche/candidates.md``."""
    return f"{key.replace('.', '/')}.md"


def rule_file(rule: str) -> str:
    """The file of a shipped rule's page within a pack: ``NI01`` → ``rules/niche/NI01.md``."""
    return f"rules/{RULE_STEPS.get(rule[:2], 'other')}/{rule}.md"


def words_file(name: str) -> str:
    """The file of a word list within a pack: ``everyone`` → ``words/everyone.toml``."""
    return f"words/{name}.toml"


class Pack:
    """One pack folder. Pages are read when they are first asked for, then kept.

    What the folder lacks (a page, or a wording or section of one) comes from ``base``. Every
    reader raises :class:`BrokenPack` with file, line and what was expected.
    """

    def __init__(self, root: Path | None = None, base: "Pack | None" = None) -> None:
        self.root = root or default_root()
        self.base = base
        self.about_front = front = parse_toml(
            read_page(self.root, "pack.toml"), self.root / "pack.toml"
        )
        given = dict(front.table)
        walk = given.pop("walk", None)
        self.walk: Walk | None = None
        """Which cards it asks, where it says so itself; see ``coach/walks.py``."""
        if walk is not None:
            self.walk = build(Walk, front, as_table(front, walk, ("walk",)), ("walk",))
        self.about: About = build(About, front, given, ())
        self._topics: dict[str, Topic] = {}
        self._rules: dict[str, RulePage] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._book: dict[str, BookPage] = {}

    @classmethod
    def open(
        cls, folder: Path | None = None, below: "Callable[[Pack], Pack] | None" = None
    ) -> "Pack":
        """The pack in ``folder`` on the one that it extends; without a folder the default pack.

        ``below`` finds the pack that another extends (see ``Shelf``); without it only the
        default pack is known.
        """
        if folder is None or folder.resolve() == default_root().resolve():
            return cls()
        if not folder.is_dir():
            raise BrokenPack(folder, "there is no such folder", "name the folder of a pack")
        pack = cls(folder)
        pack.base = below(pack) if below else _shipped(pack)
        return pack

    @property
    def id(self) -> str:
        """The name by which plans remember the pack."""
        return self.about.id

    @property
    def title(self) -> str:
        """What the pack is called."""
        return self.about.title

    @property
    def version(self) -> str:
        """The pack's own version."""
        return self.about.version

    @property
    def language(self) -> str:
        """The language it is written in, as a code such as ``en``."""
        return self.about.language

    @property
    def in_english(self) -> bool:
        """True where what is known of English texts alone can be asked of its pages."""
        return self.language.partition("-")[0].casefold() == "en"

    def step_title(self, step: str) -> str:
        """What a step is called (``[steps]`` in ``pack.toml``)."""
        return self.about.steps.get(step) or (
            self.base.step_title(step) if self.base else step.capitalize()
        )

    def topic(self, key: str) -> Topic:
        """The page of a card (``niche.candidates`` → ``niche/candidates.md``)."""
        if key not in self._topics:
            below = self._below(lambda pack: pack.topic(key))
            try:
                self._topics[key] = self._read_topic(key, below)
            except MissingPage:
                if below is None:
                    raise
                self._topics[key] = below
        return self._topics[key]

    def rule(self, rule: str) -> RulePage:
        """The page of a rule (``NI01`` → ``rules/niche/NI01.md``)."""
        if rule not in self._rules:
            below = self._below(lambda pack: pack.rule(rule))
            try:
                self._rules[rule] = self._read_rule(rule, below)
            except MissingPage:
                if below is None:
                    raise
                self._rules[rule] = below
        return self._rules[rule]

    @cached_property
    def book_pages(self) -> Mapping[str, str]:
        """The pages of the book that this pack and the one below have: their files, by key."""
        found = dict(self.base.book_pages) if self.base else {}
        for folder in BOOK:
            for name in file_names(self.root, folder, ".md"):
                found[f"{folder}.{name.removesuffix('.md')}"] = f"{folder}/{name}"
        return found

    def book_page(self, key: str) -> BookPage:
        """A page of the book (``frameworks.porter`` → ``frameworks/porter.md``)."""
        if key not in self._book:
            below = self._below(lambda pack: pack.book_page(key))
            try:
                self._book[key] = self._read_book_page(key, below)
            except MissingPage:
                if below is None:
                    raise
                self._book[key] = below
        return self._book[key]

    @cached_property
    def own_rules(self) -> Mapping[str, str]:
        """The rules that this pack and the one below bring along: their pages' files, by id."""
        below = self.base.own_rules if self.base else {}
        return {**below, **own_rules(self.root, RULE_STEPS)}

    def rule_file(self, rule: str) -> str:
        """The file of a rule's page, shipped or a pack's own."""
        return self.own_rules.get(rule) or rule_file(rule)

    def words(self, name: str) -> tuple[str, ...]:
        """The phrases of a word list (``everyone`` → ``words/everyone.toml``)."""
        if name not in self._words:
            below = self._below(lambda pack: pack.words(name))
            try:
                self._words[name] = self._read_words(name, below or ())
            except MissingPage:
                if below is None:
                    raise
                self._words[name] = below
        return self._words[name]

    @property
    def word_lists(self) -> frozenset[str]:
        """The names of all word lists there are, here and below."""
        below = self.base.word_lists if self.base else frozenset()
        own = file_names(self.root, "words", ".toml")
        return below | {name.removesuffix(".toml") for name in own}

    @property
    def words_read(self) -> tuple[str, ...]:
        """The names of the word lists that have been asked for so far."""
        return tuple(self._words)

    @cached_property
    def claim(self) -> Topic:
        """How the parts of a claim are worded (``claim.md``)."""
        return self.topic("claim")

    def wording(self, card: str, *keys: str) -> Wording:
        """How a question of a card is worded; ``keys`` lead to it below the step."""
        path = ".".join(keys)
        found = self.topic(card).fields.get(path)
        return found or Wording(path.rpartition(".")[2].replace("_", " ").capitalize())

    def examples(self) -> tuple[Example, ...]:
        """The example plans, by file name; those of the pack below if it has none.

        Plans to practise on come last.
        """
        found = []
        for name in file_names(self.root, "examples", ".toml"):
            path = self.root / "examples" / name
            text = read_page(self.root, f"examples/{name}", MAX_EXAMPLE)
            front = parse_toml(text, path)
            start = front.table.get("start", {})
            if not isinstance(start, dict):
                raise front.fault(("start",), "'start' must be a table")
            title, offering = start.get("name") or path.stem, start.get("offering", "")
            found.append(Example(path.stem, str(title), text, str(offering)))
        found.sort(key=lambda example: example.practice)
        return tuple(found) or (self.base.examples() if self.base else ())

    def owner(self, name: str) -> "Pack":
        """The pack that the file ``name`` comes from: this one, or the one below."""
        if self.base is None or os.path.lexists(self.root / name):  # be it readable or not
            return self
        return self.base.owner(name)

    def front(self, name: str) -> Front:
        """The front matter of the page ``name``, to find the line of a key."""
        root = self.owner(name).root
        return split_front_matter(read_page(root, name), root / name)[0]

    def _below(self, ask: Callable[["Pack"], T]) -> T | None:
        """What the pack below says; None if there is none or it has no such file."""
        if self.base is None:
            return None
        try:
            return ask(self.base)
        except MissingPage:
            return None

    def _read_topic(self, topic: str, below: Topic | None) -> Topic:
        where = topic_file(topic)
        front, body = split_front_matter(read_page(self.root, where), self.root / where)
        given = dict(front.table)
        choices = dict(below.choices if below else {})
        for path, options in tables(front, given.pop("choices", {}), ("choices",)):
            keys = ("choices", path)
            choices[path] = worded(Option, front, options, keys, choices.get(path, {}))
        kinds = {"fields": Wording, "results": Formula, "pictures": Picture}
        made: dict[str, Any] = {
            key: worded(
                kind, front, given.pop(key, {}), (key,), getattr(below, key) if below else {}
            )
            for key, kind in kinds.items()
        }
        texts = {**(below.sections if below else {}), **sections(body)}
        made |= {"key": topic, "choices": choices, "sections": texts}
        page: Topic = build(Topic, front, given, (), below, made)
        return page

    def _read_rule(self, rule: str, below: RulePage | None) -> RulePage:
        where = self.rule_file(rule)
        front, body = split_front_matter(read_page(self.root, where), self.root / where)
        given, parts = dict(front.table), sections(body)
        when = given.pop("when", None)
        made = {
            "id": rule,
            "why": parts.get("Why", below.why if below else ""),
            "fix": parts.get("How to fix", below.fix if below else ""),
            "keep": parts.get("Keep it", below.keep if below else ""),
        }
        page: RulePage = build(RulePage, front, given, (), below, made)
        tuned = _tuned(front, page, below) if below else {}
        return replace(page, when=self._when(rule, front, when, below), **tuned)

    def _read_book_page(self, key: str, below: BookPage | None) -> BookPage:
        where = topic_file(key)
        front, body = split_front_matter(read_page(self.root, where), self.root / where)
        texts = {**(below.sections if below else {}), **sections(body)}
        made = {"key": key, "sections": texts}
        page: BookPage = build(BookPage, front, front.table, (), below, made)
        return page

    def _when(self, rule: str, front: Front, table: Any, below: RulePage | None) -> When | None:
        """When a rule without code speaks; one that ships with the program knows by itself."""
        own = rule in self.own_rules
        if table is None:
            if own and below is None:
                raise front.fault((), "a table [when] is expected", "it says when the rule speaks")
            return below.when if below else None
        if not own:
            told = f"[when] is for rules of a pack's own, and the id {rule} is the program's"
            raise front.fault(("when",), told, "take another id, such as SAT01")
        given = as_table(front, table, ("when",))
        when: When = build(When, front, given, ("when",), below.when if below else None)
        return when

    def _read_words(self, name: str, below: tuple[str, ...]) -> tuple[str, ...]:
        """``words`` stand instead of those below, ``more`` beside them."""
        where = words_file(name)
        front = parse_toml(read_page(self.root, where), self.root / where)
        given = front.table or {"words": None}
        for key, phrases in given.items():
            if key not in ("words", "more"):
                raise front.fault((key,), *unknown(key, ("words", "more")))
            if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
                raise front.fault((key,), f"{key!r} must be a list of texts")
        return (*given.get("words", below), *given.get("more", ()))


def _tuned(front: Front, page: RulePage, below: RulePage) -> dict[str, Any]:
    """The limits and messages of a page over those ``below``; a name unknown there is refused."""
    tuned = {}
    for part in ("limits", "messages"):
        known, given = getattr(below, part), getattr(page, part)
        for key in given:
            if key not in known:
                raise front.fault((part, key), *unknown(key, known, f"{page.id} has no {part}"))
        tuned[part] = {**known, **given}
    return tuned


def _shipped(pack: Pack) -> Pack:
    """The default pack, if that is what ``pack`` extends."""
    wanted = pack.about.extends
    if wanted != DEFAULT:
        told = f"there is no pack {one_line(wanted, 40)!r} to extend"
        raise pack.about_front.fault(("extends",), told, f"write {DEFAULT!r} or leave the line out")
    return Pack()
