"""What a pack changes of the one that it stands on, to be shown to people."""

from dataclasses import dataclass

from coach import flow
from coach.coaching.engine import RULES, STRENGTHS
from coach.coaching.rule import OFF
from coach.pack.check_book import book_names, sheet_names
from coach.pack.pack import Pack, topic_file, words_file
from coach.walks import walk_of


@dataclass(frozen=True, slots=True)
class Changes:
    """What a pack brings along or changes, each by its key, in the order of the walk.

    ``asked`` are the cards of its walk, empty where all are asked as they come.
    """

    cards: tuple[str, ...]
    asked: tuple[str, ...]
    rules: tuple[str, ...]
    off: tuple[str, ...]
    own_rules: tuple[str, ...]
    words: tuple[str, ...]
    book: tuple[str, ...]
    examples: tuple[str, ...]
    runsheets: tuple[str, ...]


def changes(pack: Pack) -> Changes:
    """What ``pack`` itself has; raises ``BrokenPack`` for a page that cannot be read."""
    below = pack.base.own_rules if pack.base else {}
    shipped = [rule.id for rule in (*RULES, *STRENGTHS)]
    known = [rule for rule in (*shipped, *below) if (pack.root / pack.rule_file(rule)).exists()]
    off = tuple(rule for rule in known if pack.rule(rule).level == OFF)
    own_examples = pack.examples() if pack.owner("examples") is pack else ()
    return Changes(
        tuple(c.key for c in flow.CARDS if (pack.root / topic_file(c.key)).exists()),
        walk_of(pack),
        tuple(rule for rule in known if rule not in off),
        off,
        tuple(rule for rule in pack.own_rules if rule not in below),
        tuple(name for name in sorted(pack.word_lists) if (pack.root / words_file(name)).exists()),
        tuple(book_names(pack)),
        tuple(example.name for example in own_examples),
        tuple(sheet_names(pack)),
    )
