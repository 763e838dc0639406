"""A pack tests itself: every fault of its pages, rules, word lists and example plans.

``coach pack check [PACK]`` prints them as ``file:line: text``, and so does
``python -m coach.pack.check [FOLDER]``. Of a pack that stands on another its own files are
checked; that the rules still hold is proved of all of them, with the pack's own words.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from coach import flow
from coach.coaching import borrowed, declared
from coach.coaching.engine import RULES, STRENGTHS, Coach, rules_with
from coach.coaching.rule import Level
from coach.pack.check_book import (
    about_faults,
    book_faults,
    book_names,
    glossary_faults,
    sheet_faults,
    sheet_names,
)
from coach.pack.check_rules import DAY, example_faults, page_faults, plan_of
from coach.pack.check_text import PAGES, SHARED, Targets
from coach.pack.check_topic import topic_faults
from coach.pack.fault import Fault, guarded
from coach.pack.pack import BOOK, Pack, topic_file, words_file
from coach.pack.read import MOST_FILES, BrokenPack, Front, file_names, parse_toml
from coach.text import clean_text, one_line

FREE = ("README.md", "CHANGELOG.md", "LICENSE", "__init__.py", "py.typed")
"""What a pack may hold besides what is asked for by name."""


def faults(pack: Pack) -> list[Fault]:
    """Everything that is wrong with ``pack``, by file and line; empty for a sound pack."""
    pack = Pack(pack.root, pack.base)  # afresh, to see which word lists the rules read
    found = list(guarded(about_faults, pack))
    for folder in (*BOOK, "examples", "rules", "runsheets", "words"):
        found += guarded(_listed, pack, folder)
    found += guarded(_own_rules, pack)
    if found:  # what follows goes by the walk, by what lies there, and by the pack's own rules
        return sorted(set(found))
    targets = Targets(pack)
    for card in (*flow.CARDS, *SHARED):
        if _own(pack, topic_file(card.key)):
            found += guarded(topic_faults, targets, card)
    if os.path.lexists(pack.root / "glossary.md"):
        found += guarded(glossary_faults, targets)
    for key in book_names(pack):
        found += guarded(book_faults, targets, key)
    for name in sheet_names(pack):
        found += guarded(sheet_faults, targets, name)
    found += _rules(pack, targets)
    lists = {*pack.words_read, *(pack.base.word_lists if pack.base else ())}
    used = None if found else {words_file(name) for name in lists}
    found += guarded(_files, pack, used)
    return sorted(set(found))


def _listed(pack: Pack, folder: str) -> tuple[Fault, ...]:
    file_names(pack.root, folder, "")
    return ()


def _own(pack: Pack, name: str) -> bool:
    """True where the file is this pack's to have: it is there, or no other pack has it."""
    return pack.owner(name) is pack


def _own_rules(pack: Pack) -> Iterator[Fault]:
    """What keeps the pack's own rules from being rules."""
    for rule in pack.own_rules:
        yield from guarded(_declared, pack, rule)


def _declared(pack: Pack, rule: str) -> tuple[Fault, ...]:
    declared.rule_of(pack, rule)
    return ()


def _rules(pack: Pack, targets: Targets) -> list[Fault]:
    """What is wrong with rules and examples: first each page, then, if all can be read, both."""
    ids = (*(rule.id for rule in (*RULES, *STRENGTHS)), *pack.own_rules)
    own = [rule for rule in ids if _own(pack, pack.rule_file(rule))]
    found = [each for rule in own for each in guarded(page_faults, targets, rule)]
    if found:
        return found
    coach = Coach(pack, DAY)
    tried = (*rules_with(pack), *STRENGTHS)
    other = pack.base is not None and pack.language != pack.base.language
    if pack.base is not None and (other or not (pack.root / "words").exists()):
        # The rules of the pack below still find what they found, but for what is an example now,
        # and what they find in another language cannot be shown with examples in that one.
        tried = tuple(rule for rule in tried if rule.id in own or rule in borrowed.rules)
    for each in tried:
        found += guarded(example_faults, pack, coach, each)
    return [*found, *guarded(_examples, pack)]


def _examples(pack: Pack) -> Iterator[Fault]:
    root = pack.owner("examples").root
    for example in pack.examples() if root == pack.root else ():
        file = root / "examples" / f"{example.name}.toml"
        judge = _practice if example.practice else _example
        yield from guarded(judge, pack, parse_toml(example.toml, file))


def _practice(pack: Pack, front: Front) -> Iterator[Fault]:
    """A plan to practise on loads, and there is something to mend in it."""
    plan = plan_of(front.table, front)
    if not any(finding.open for finding in Coach(pack, plan.changed.date()).check(plan)):
        yield Fault(front.file, 0, "a plan to practise on needs a mistake; the coach finds none")


def _example(pack: Pack, front: Front) -> Iterator[Fault]:
    """An example plan loads, is complete, and shows none of the mistakes but those set aside."""
    plan = plan_of(front.table, front)
    for path, rows in plan.records():
        ids = [row.id for row in rows]
        if len(set(ids)) < len(ids):
            yield Fault(front.file, front.line(*path.split(".")), f"two rows of {path} share an id")
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            path = card.path(field)
            value = plan.get(path)
            if not field.optional and flow.state(field, value, plan) is not flow.State.DONE:
                yield Fault(front.file, front.line(*path.split(".")), f"{path} is not complete")
    for path, part in flow.paths(plan):
        picked = plan.get(path) if part.pick else ""
        if picked and picked not in [row.id for row in plan.get(part.pick)]:
            text = f"{path}: there is no row {picked!r}"
            yield Fault(front.file, front.line(*path.split(".")), text)
    for finding in Coach(pack, plan.changed.date()).check(plan):
        if finding.open and finding.level in (Level.BLOCKER, Level.FLAW):
            text = (
                f"{finding.field}: {finding.level} {finding.rule} {one_line(finding.message, 80)}"
            )
            yield Fault(front.file, front.line(*finding.field.split(".")), text)


def _files(pack: Pack, words: set[str] | None) -> Iterator[Fault]:
    """Files that nothing asks for. ``words`` are the word lists in use, if that is known."""
    asked = {"pack.toml", *PAGES, *FREE, *(topic_file(card.key) for card in flow.CARDS)}
    asked |= {topic_file(card.key) for card in SHARED} | set(pack.own_rules.values())
    asked |= {pack.rule_file(rule.id) for rule in (*RULES, *STRENGTHS)} | (words or set())
    asked |= {f"{key.replace('.', '/')}.md" for key in book_names(pack)}
    asked |= {f"runsheets/{name}.toml" for name in sheet_names(pack)}
    for count, name in enumerate(_names(pack.root)):
        if count == MOST_FILES:
            yield Fault(str(pack.root), 0, f"the pack holds more than {MOST_FILES:,} files")
            return
        folder, _, rest = name.rpartition("/")
        example = folder == "examples" and rest.endswith(".toml")
        unknown = words is None and folder == "words"
        if name not in asked and not example and not unknown:
            yield Fault(str(pack.root / name), 0, "nothing asks for this file")


def _names(root: Path) -> Iterator[str]:
    """Every file of a pack but hidden and compiled ones, and every folder that is a link."""
    for folder, folders, names in os.walk(root):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n != "__pycache__")
        for name in sorted((*names, *links)):
            if not name.startswith("."):
                yield (Path(folder) / name).relative_to(root).as_posix()


def told(found: list[Fault]) -> Iterator[str]:
    """The faults as lines, files below the current folder without its name."""
    for fault in found:
        yield one_line(clean_text(str(fault).removeprefix(f"{Path.cwd()}{os.sep}")))


def main(arguments: list[str]) -> int:
    """Print the faults of the pack in the folder named, or of the default pack; 1 if any."""
    try:
        found = faults(Pack.open(Path(arguments[0]) if arguments else None))
    except BrokenPack as broken:
        found = [Fault(broken.file, broken.line, broken.told)]
    for line in told(found):
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
