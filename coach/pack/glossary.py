"""Reads what the words mean: the page ``glossary.md``, a section a term."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.pack.pack import Pack
from coach.pack.read import Front, MissingPage, read_page, sections, split_front_matter

NAME = "glossary.md"


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms by name, each with Markdown that says what it means.

    ``everyday`` are terms that are common words as well: where they stand in a text they are
    seldom meant as terms, so that only a link leads from them to the glossary.
    """

    title: str = "Glossary"
    question: str = ""
    everyday: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)


def glossary(pack: Pack) -> Glossary:
    """The glossary of a pack; terms that it lacks come from the pack below.

    Raises ``BrokenPack`` with file, line and what was expected; a pack without one adds nothing.
    """
    below = glossary(pack.base) if pack.base else Glossary()
    try:
        front, body = split_front_matter(read_page(pack.root, NAME), pack.root / NAME)
    except MissingPage:
        return below
    everyday = front.table.get("everyday", [])
    if not isinstance(everyday, list) or not all(isinstance(each, str) for each in everyday):
        raise front.fault(("everyday",), "'everyday' must be a list, each text")
    return Glossary(
        _text(front, "title", below.title),
        _text(front, "question", below.question),
        (*below.everyday, *everyday),
        {**below.terms, **{term: text for term, text in sections(body).items() if term}},
    )


def _text(front: Front, key: str, below: str) -> str:
    text = front.table.get(key, below)
    if not isinstance(text, str):
        raise front.fault((key,), f"{key!r} must be text")
    return text
