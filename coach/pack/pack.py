"""A content pack: the wording, guides, rule pages, word lists and examples of the walk."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from coach.pack.page import Formula, Option, RulePage, Topic, Wording
from coach.pack.read import (
    MAX_EXAMPLE,
    BrokenPack,
    parse_toml,
    read_page,
    sections,
    split_front_matter,
)

RULE_STEPS = {"NI": "niche", "VP": "value", "DI": "differentiation", "RI": "risk", "RE": "review"}
"""The folder of a rule's page, by the first letters of its id."""


@dataclass(frozen=True, slots=True)
class Example:
    """A whole plan that ships with a pack. ``toml`` is its text."""

    name: str
    title: str
    toml: str


def default_root() -> Path:
    """The folder of the pack that ships with the program."""
    inside = Path(__file__).parents[1] / "content"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "content"


class Pack:
    """One pack folder. Pages are read when they are first asked for, then kept.

    Every reader raises :class:`BrokenPack` with file, place and what was expected.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or default_root()
        about = parse_toml(read_page(self.root, "pack.toml"), str(self.root / "pack.toml"))
        try:
            self.id = str(about["id"])
            self.title = str(about["title"])
            self.version = str(about["version"])
            self.language = str(about["language"])
        except KeyError as missing:
            raise BrokenPack(f"{self.root / 'pack.toml'}: {missing} is expected") from None
        self._steps = {str(key): str(title) for key, title in about.get("steps", {}).items()}
        self._topics: dict[str, Topic] = {}
        self._rules: dict[str, RulePage] = {}
        self._words: dict[str, tuple[str, ...]] = {}

    def step_title(self, step: str) -> str:
        """What a step is called (``[steps]`` in ``pack.toml``)."""
        return self._steps.get(step, step.capitalize())

    def topic(self, key: str) -> Topic:
        """The page of a card (``niche.candidates`` → ``niche/candidates.md``)."""
        if key not in self._topics:
            self._topics[key] = self._read_topic(key)
        return self._topics[key]

    def rule(self, rule: str) -> RulePage:
        """The page of a rule (``NI01`` → ``rules/niche/NI01.md``)."""
        if rule not in self._rules:
            self._rules[rule] = self._read_rule(rule)
        return self._rules[rule]

    def words(self, name: str) -> tuple[str, ...]:
        """The phrases of a word list (``everyone`` → ``words/everyone.toml``)."""
        if name not in self._words:
            where = f"words/{name}.toml"
            table = parse_toml(read_page(self.root, where), str(self.root / where))
            phrases = table.get("words")
            if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
                raise BrokenPack(f"{self.root / where}: 'words' must be a list of texts")
            self._words[name] = tuple(phrases)
        return self._words[name]

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
        """The example plans, by file name."""
        found = []
        for path in sorted((self.root / "examples").glob("*.toml")):
            text = read_page(self.root, f"examples/{path.name}", MAX_EXAMPLE)
            start = parse_toml(text, str(path)).get("start", {})
            found.append(Example(path.stem, str(start.get("name", path.stem)), text))
        return tuple(found)

    def _read_topic(self, key: str) -> Topic:
        where = f"{key.replace('.', '/')}.md"
        name = str(self.root / where)
        front, body = split_front_matter(read_page(self.root, where), name)
        wordings: dict[str, Wording] = {}
        for path, table in _tables(front.pop("fields", {}), f"{name}: fields"):
            examples = tuple(table.pop("examples", ()))
            wordings[path] = _build(Wording, table | {"examples": examples}, f"{name}: {path}")
        choices = {
            path: {
                option: _build(Option, each, f"{name}: {path}.{option}")
                for option, each in _tables(table, f"{name}: {path}")
            }
            for path, table in _tables(front.pop("choices", {}), f"{name}: choices")
        }
        results = {
            path: _build(Formula, table, f"{name}: {path}")
            for path, table in _tables(front.pop("results", {}), f"{name}: results")
        }
        return _build(
            Topic,
            front
            | {
                "key": key,
                "fields": wordings,
                "choices": choices,
                "results": results,
                "sections": sections(body),
            },
            name,
        )

    def _read_rule(self, rule: str) -> RulePage:
        where = f"rules/{RULE_STEPS.get(rule[:2], 'other')}/{rule}.md"
        name = str(self.root / where)
        front, body = split_front_matter(read_page(self.root, where), name)
        parts = sections(body)
        return _build(
            RulePage,
            front | {"id": rule, "why": parts.get("Why", ""), "fix": parts.get("How to fix", "")},
            name,
        )


def _tables(table: Any, where: str) -> list[tuple[str, dict[str, Any]]]:
    if not isinstance(table, Mapping):
        raise BrokenPack(f"{where}: a table is expected")
    for key, value in table.items():
        if not isinstance(value, dict):
            raise BrokenPack(f"{where}.{key}: a table is expected")
    return list(table.items())


def _build(kind: type[Any], table: Mapping[str, Any], where: str) -> Any:
    """``kind`` made from ``table``; unknown, missing and wrongly typed keys are refused."""
    known = {field.name: field for field in fields(kind)}
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"expected {', '.join(known)}"
            raise BrokenPack(f"{where}: {key!r} is unknown", hint)
        if known[key].type in (str, "str") and not isinstance(value, str):
            raise BrokenPack(f"{where}: {key!r} must be text")
        if known[key].type in (int, "int") and not isinstance(value, int):
            raise BrokenPack(f"{where}: {key!r} must be a whole number")
    for key, field in known.items():
        if key not in table and field.default is MISSING and field.default_factory is MISSING:
            raise BrokenPack(f"{where}: {key!r} is expected")
    return kind(**table)
