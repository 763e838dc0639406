"""The pack as a book: its contents, its pages, and where the links in them lead."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

from coach.pack import leaves, runsheet
from coach.pack.glossary import glossary
from coach.pack.leaves import Page, Section
from coach.pack.pack import BOOK, RULE_STEPS, Example, Pack
from coach.pack.page import BookPage
from coach.pack.read import BrokenPack, MissingPage, file_names, parse_toml
from coach.pack.terms import Terms, slug
from coach.refusal import Refusal
from coach.text import one_line

ANSWERS = "answers"
PARTS = ("claim", "range", "grid")
"""The pages of what many cards ask for alike; they have a chapter of their own."""
GLOSSARY, EXAMPLES, RULES = "glossary", "examples", "rules"
DEPTHS = ("", *leaves.DEPTHS)
"""In the order in which pages of one chapter stand: those without a depth stand first."""
SEE_ALSO = "See also"
SCHEME = "coach:"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the book: a page's key, and the slug of a heading on it (empty: its beginning)."""

    page: str
    heading: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.heading}" if self.heading else self.page


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents. ``depth`` is the depth from which the page helps."""

    spot: Spot
    title: str
    depth: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the contents: a step's cards, the frameworks, the glossary."""

    key: str
    title: str
    entries: tuple[Entry, ...]


class Book:
    """Reads a page when it is asked for, and the contents when they are.

    A page that cannot be read is listed under its key; asking for it raises ``BrokenPack``.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._pages: dict[str, Page] = {}
        self._whole: dict[str, Page] = {}

    # -- pages --------------------------------------------------------------------------

    def page(self, key: str) -> Page:
        """The page with this key, with what else is worth reading at its end.

        Raises ``MissingPage`` where there is none, ``BrokenPack`` where it cannot be read.
        """
        if key not in self._whole:
            page = self._bare(key)
            lines = [f"- [{title}]({SCHEME}{spot})" for spot, title in self.related(key)]
            more = (Section(SEE_ALSO, "\n".join(lines)),) if lines else ()
            self._whole[key] = replace(page, sections=(*page.sections, *more))
        return self._whole[key]

    def related(self, key: str) -> tuple[tuple[Spot, str], ...]:
        """Where else to read: a card's frameworks, and the cards that a framework is used on."""
        if key not in self.pack.book_pages and not self._is_card(key):
            return ()
        beside = self._beside
        if key in beside:
            return tuple((Spot(card), self.title(card)) for card in beside[key].cards)
        found = [page for page in beside.values() if key in page.cards]
        return tuple((Spot(page.key), page.title) for page in found)

    def title(self, key: str) -> str:
        """What a page is called; its key where it cannot be read."""
        try:
            return one_line(self._bare(key).title)
        except BrokenPack:
            return key

    def _bare(self, key: str) -> Page:
        if key not in self._pages:
            self._pages[key] = self._read(key)
        return self._pages[key]

    def _read(self, key: str) -> Page:
        kind, _, name = key.partition(".")
        if key in self._rules:
            return leaves.rule_page(key, self.pack.rule(self._rules[key]))
        if kind == EXAMPLES and name in self._examples:
            example = self._examples[name]
            front = parse_toml(example.toml, f"{EXAMPLES}/{name}.toml")
            return leaves.example_page(self.pack, example, front.table)
        if kind == runsheet.FOLDER:
            return leaves.sheet_page(key, runsheet.run_sheet(self.pack, name))
        if key == GLOSSARY:
            return leaves.glossary_page(key, glossary(self.pack))
        if key in self.pack.book_pages:
            return leaves.book_page(self.pack.book_page(key))
        if key in PARTS or self._is_card(key):
            return leaves.topic_page(self.pack.topic(key))
        raise MissingPage(self.pack.root, f"there is no page {one_line(key, 40)!r}")

    def _is_card(self, key: str) -> bool:
        """Whether a page of this key would be a card's."""
        step, _, card = key.partition(".")
        return bool(card) and step in self._chain[-1].about.steps

    @cached_property
    def _chain(self) -> tuple[Pack, ...]:
        """The pack, then those below it."""
        below = [self.pack]
        while (base := below[-1].base) is not None:
            below.append(base)
        return tuple(below)

    @cached_property
    def _beside(self) -> dict[str, BookPage]:
        """The pages that belong to no card, by key, as far as they can be read."""
        found = {}
        for key in self.pack.book_pages:
            with suppress(BrokenPack):  # opening it says why
                found[key] = self.pack.book_page(key)
        return found

    @cached_property
    def _examples(self) -> dict[str, Example]:
        with suppress(BrokenPack):
            return {example.name: example for example in self.pack.examples()}
        return {}

    @cached_property
    def _rules(self) -> dict[str, str]:
        """The ids of the rules by the keys of their pages: the shipped ones, then a pack's own."""
        files: dict[str, str] = {}
        for step in RULE_STEPS.values():
            for name in file_names(self._chain[-1].root, f"{RULES}/{step}", ".md"):
                files[name.removesuffix(".md")] = f"{RULES}/{step}/{name}"
        with suppress(BrokenPack):
            files.update(self.pack.own_rules)
        return {file.removesuffix(".md").replace("/", "."): rule for rule, file in files.items()}

    def rule_key(self, rule: str) -> str:
        """The key of a rule's page; empty where there is none."""
        return next((key for key, each in self._rules.items() if each == rule), "")

    # -- contents -----------------------------------------------------------------------

    @cached_property
    def contents(self) -> tuple[Chapter, ...]:
        """Everything there is to read: first by step, in the order of the walk."""
        from coach import flow  # for the order of the cards; a single page needs no models

        chapters = [
            self._chapter(
                step.key,
                [self._entry(c.key, min(f.depth for f in c.fields).key) for c in step.cards],
            )
            for step in flow.STEPS
        ]
        chapters.append(self._chapter(ANSWERS, map(self._entry, PARTS)))
        for folder in BOOK:
            keys = [key for key in self.pack.book_pages if key.startswith(f"{folder}.")]
            entries = [self._beside_entry(key) for key in keys]
            entries.sort(key=lambda entry: (DEPTHS.index(entry.depth), entry.title.casefold()))
            chapters.append(self._chapter(folder, entries))
        chapters.append(self._chapter(GLOSSARY, self._term_entries()))
        sheets = sorted(runsheet.run_sheets(self.pack))
        for folder, names in ((EXAMPLES, self._examples), (runsheet.FOLDER, sheets)):
            chapters.append(self._chapter(folder, [self._entry(f"{folder}.{n}") for n in names]))
        chapters.append(self._chapter(RULES, map(self._entry, self._rules)))
        return tuple(chapter for chapter in chapters if chapter.entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every line of the contents."""
        return tuple(entry for chapter in self.contents for entry in chapter.entries)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages."""
        return tuple(dict.fromkeys(entry.spot.page for entry in self.entries))

    def chapter_key(self, page: str) -> str:
        """The key of the chapter in which a page stands."""
        return ANSWERS if page in PARTS else page.partition(".")[0]

    def _chapter(self, key: str, entries: Iterable[Entry]) -> Chapter:
        return Chapter(key, self.pack.step_title(key), tuple(entries))

    def _entry(self, key: str, depth: str = "") -> Entry:
        return Entry(Spot(key), self.title(key), depth)

    def _beside_entry(self, key: str) -> Entry:
        page = self._beside.get(key)
        return self._entry(key, page.depth if page and page.depth in DEPTHS else "")

    def _term_entries(self) -> list[Entry]:
        named = self.terms.headings.items()
        found = [Entry(Spot(GLOSSARY, term), one_line(heading)) for term, heading in named]
        return sorted(found, key=lambda entry: entry.title.casefold())

    # -- glossary and links ---------------------------------------------------------------

    @cached_property
    def terms(self) -> Terms:
        """The glossary's terms; none where it cannot be read."""
        try:
            page = glossary(self.pack)
        except BrokenPack:
            return Terms(())
        return Terms(page.terms, self.pack.language, page.everyday)

    def definition(self, term: str) -> Section | None:
        """What the glossary says of a term, by its slug."""
        if term not in self.terms.headings:
            return None
        return next(each for each in self.page(GLOSSARY).sections if each.slug == term)

    def resolve(self, link: str, here: str = "") -> Spot | None:
        """Where ``coach:KEY``, ``coach:KEY#heading`` or, on the page ``here``, ``#heading`` leads.

        None where there is no such page or heading. Links out of the book are not resolved.
        """
        if link.startswith("#"):
            key, heading = here, link[1:]
        elif link.startswith(SCHEME):
            key, _, heading = link.removeprefix(SCHEME).partition("#")
        else:
            return None
        try:
            known = {each.slug for each in self.page(key).sections}
        except MissingPage:
            return None
        except BrokenPack:  # it is there, and opening it says what is wrong
            known = set()
        return Spot(key, heading) if not heading or heading in known else None

    def find(self, word: str) -> Spot:
        """The page or term that ``word`` names: a key, its last part, a title, a term.

        Raises ``Refusal`` naming the nearest key.
        """
        if (spot := self.resolve(SCHEME + word)) is not None:
            return spot
        if (term := slug(word)) in self.terms.headings:
            return Spot(GLOSSARY, term)
        named: dict[str, set[Spot]] = {}
        for entry in self.entries:
            key = str(entry.spot)
            for name in (key, key.rpartition(".")[2], entry.title):
                named.setdefault(name.casefold(), set()).add(entry.spot)
        spots = named.get(word.casefold(), set())
        if len(spots) == 1:
            return spots.pop()
        near = get_close_matches(word.casefold(), named, 1, 0.5)
        told = sorted(map(str, spots or named[near[0]])) if spots or near else []
        hint = f"did you mean {' or '.join(told)}?" if told else "coach guide lists them all"
        raise Refusal(f"there is no page {one_line(word, 40)!r}", hint)
