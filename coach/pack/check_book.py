"""Finds the faults of what belongs to no card: pages of the book, run sheets, ``pack.toml``."""

import re
from collections.abc import Iterator

from coach import flow
from coach.pack.check_text import PAGES, Targets, body_faults
from coach.pack.fault import Fault, nearest
from coach.pack.pack import BOOK, DEFAULT, Pack
from coach.pack.read import file_names
from coach.pack.runsheet import FOLDER, read, sheet_front
from coach.pack.terms import slug
from coach.questions import Depth
from coach.text import one_line
from coach.walks import walk_of

HEADINGS = ("What it is", "When it helps", "When it misleads", "Use it here", "Worked example")
"""The headings of a page of the book, all of them, in this order."""
GLOSSARY: dict[str, type] = {"title": str, "question": str, "everyday": list}
"""What the glossary's front matter may hold; ``everyday`` terms are common words as well."""
DEPTHS = tuple(depth.key for depth in Depth)
LINE = 90
"""Most characters of a title or a question: it stands on one line."""

_NAME = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def about_faults(pack: Pack) -> Iterator[Fault]:
    """What is wrong with ``pack.toml``; raises ``BrokenPack`` where its walk names no card."""
    front, about = pack.about_front, pack.about

    def fault(key: str, text: str) -> Fault:
        return Fault(front.file, front.line(*key.split(".")), text)

    if not _NAME.fullmatch(about.id) or len(about.id) > 60:
        told = f"'id' is {one_line(about.id, 60)!r}: small letters, digits and hyphens are expected"
        yield fault("id", told)
    elif about.id == DEFAULT and pack.base is not None:
        yield fault("id", f"{DEFAULT!r} is the id of the pack that ships with coach: take another")
    for key in ("title", "version"):
        text = getattr(about, key)
        if not text.strip():
            yield fault(key, f"{key!r} is empty")
        elif len(text) > LINE:
            yield fault(key, f"{key!r} has {len(text)} characters; at most {LINE} fit")
    if not _LANGUAGE.fullmatch(about.language):
        told = f"'language' is {one_line(about.language, 20)!r}: a code such as 'en' is expected"
        yield fault("language", told)
    known = [step.key for step in flow.STEPS]
    for step in about.steps:
        if step not in known:
            told = f"there is no step {one_line(step, 40)!r}{nearest(step, known)}"
            yield fault(f"steps.{step}", told)
    walk_of(pack)


def book_names(pack: Pack) -> Iterator[str]:
    """The keys of the pages of the book that are this pack's own."""
    for folder in BOOK:
        for name in file_names(pack.root, folder, ".md"):
            yield f"{folder}.{name.removesuffix('.md')}"


def book_faults(targets: Targets, key: str) -> Iterator[Fault]:
    """What is wrong with a page of the book; raises ``BrokenPack`` where it cannot be read."""
    pack, name = targets.pack, targets.pack.book_pages[key]
    page, front = pack.book_page(key), pack.front(name)

    def fault(at: str, text: str, item: str = "") -> Fault:
        line = front.line_of(item, at) if item else front.line(at)
        return Fault(front.file, line, text)

    if not _NAME.fullmatch(key.partition(".")[2]):
        told = "the file's name must be of small letters, digits, - and _: links go by it"
        yield Fault(front.file, 0, told)
    for each in ("title", "question"):
        text = getattr(page, each)
        if not text.strip():
            yield fault(each, f"{each!r} is empty")
        elif len(text) > LINE or "\n" in text:
            yield fault(each, f"{each!r} must fit on one line of {LINE} characters")
    if page.depth not in DEPTHS:
        told = f"'depth' is {one_line(page.depth, 40)!r}"
        yield fault("depth", f"{told}{nearest(page.depth, DEPTHS)}")
    if not any(source.strip() for source in page.sources):
        yield fault("sources", "a source is expected: where does this come from?")
    known = [card.key for card in flow.CARDS]
    for card in page.cards:
        if card not in known:
            told = f"there is no card {one_line(card, 60)!r}{nearest(card, known)}"
            yield fault("cards", told, card)
    for heading in HEADINGS:
        if not page.sections.get(heading, "").strip():
            yield Fault(front.file, front.end, f"a section '## {heading}' is expected")
    yield from body_faults(targets, name, HEADINGS, in_order=True)


def glossary_faults(targets: Targets) -> Iterator[Fault]:
    """What is wrong with the glossary; raises ``BrokenPack`` where it cannot be read."""
    (name,) = PAGES
    front = targets.pack.front(name)
    for key, value in front.table.items():
        if key not in GLOSSARY:
            told = f"{one_line(key, 40)!r} is unknown{nearest(key, GLOSSARY)}"
            yield Fault(front.file, front.line(key), told)
        elif not isinstance(value, GLOSSARY[key]):
            what = "a list" if GLOSSARY[key] is list else "text"
            yield Fault(front.file, front.line(key), f"{key!r} must be {what}")
    everyday = front.table.get("everyday")
    terms = targets.headings(name.removesuffix(".md"))
    for term in everyday if isinstance(everyday, list) else ():
        if slug(str(term)) not in terms:
            told = f"there is no term {one_line(str(term), 40)!r}{nearest(slug(str(term)), terms)}"
            yield Fault(front.file, front.line_of(str(term), "everyday"), told)
    yield from body_faults(targets, name)


def sheet_names(pack: Pack) -> Iterator[str]:
    """The names of the run sheets that are this pack's own."""
    for name in file_names(pack.root, FOLDER, ".toml"):
        yield name.removesuffix(".toml")


def sheet_faults(targets: Targets, name: str) -> Iterator[Fault]:
    """What is wrong with a run sheet; raises ``BrokenPack`` where it cannot be read."""
    front = sheet_front(targets.pack, name)
    sheet = read(front, name)

    def fault(text: str, *keys: str | int) -> Fault:
        return Fault(front.file, front.line(*keys), text)

    if not sheet.title.strip():
        yield fault("'title' is empty", "title")
    total = sum(block.minutes for block in sheet.blocks)
    if total != sheet.minutes:
        told = f"the blocks take {total} minutes, and 'minutes' says {sheet.minutes}"
        yield fault(told, "minutes")
    cards = [card.key for card in flow.CARDS]
    for index, block in enumerate(sheet.blocks):
        for key in ("title", "do"):
            if not getattr(block, key).strip():
                yield fault(f"{key!r} is empty", "blocks", index, key)
        if block.card and block.topic:
            yield fault("either 'card' or 'topic' is expected, not both", "blocks", index, "topic")
        if block.card and block.card not in cards:
            told = f"there is no card {one_line(block.card, 60)!r}{nearest(block.card, cards)}"
            yield fault(told, "blocks", index, "card")
        pages = targets.readable
        if block.topic and block.topic not in pages:
            told = f"there is no page {one_line(block.topic, 60)!r}{nearest(block.topic, pages)}"
            yield fault(told, "blocks", index, "topic")
