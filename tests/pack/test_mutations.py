"""A sound pack, broken in every way we could think of: each is found, on the right line."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from small_packs import Without, write

from coach.pack import check
from coach.pack.fault import Fault
from coach.pack.pack import Pack, default_root
from coach.pack.read import BrokenPack

SOUND = Path(__file__).with_name("sound")
PACK, CARD, ROWS = "pack.toml", "start/business.md", "niche/candidates.md"
BOOK, SHIPPED, OWN = "frameworks/ways.md", "rules/niche/NI05.md", "rules/niche/OWN01.md"
GLOSSARY, SHEET, WORDS = "glossary.md", "runsheets/morning.toml", "words/everyone.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the sound pack, to be broken."""
    shutil.copytree(SOUND, tmp_path / "pack")
    return tmp_path / "pack"


def faults(root: Path) -> list[Fault]:
    """What the check says of a pack that must have its cards and rules itself."""
    try:
        found = check.faults(Pack(root, Without(CARD, SHIPPED)))
    except BrokenPack as broken:  # pack.toml itself
        found = [Fault(broken.file, broken.line, broken.told)]
    return [Fault(each.file.removeprefix(f"{root}/"), each.line, each.text) for each in found]


def test_the_sound_pack_is_sound(root: Path) -> None:
    assert faults(root) == []


def test_it_is_sound_with_words_and_an_example_plan_too(root: Path) -> None:
    write(root, WORDS, 'more = ["whoever walks in"]\n')
    example = default_root() / "examples" / "rind-ledger.toml"
    write(root, "examples/rind.toml", example.read_text(encoding="utf-8"))
    assert faults(root) == []


@pytest.mark.parametrize("fence", ["```", "~~~", "~~~~"])
def test_code_on_a_page_is_no_fault_whatever_it_holds(root: Path, fence: str) -> None:
    code = f"{fence}\n## Exampel\n<b> ![x](y.png) [x](coach:no.page) {LONG} {HARD}\n~~\n{fence}\n"
    page = root / CARD
    page.write_text(page.read_text("utf-8").replace("Write it", f"{code}\nWrite it"), "utf-8")
    assert faults(root) == []


class Break(NamedTuple):
    """``old`` becomes ``new`` in a file; the fault is told on the first line that holds ``at``.

    A number is that line; 0 is the file as a whole.
    """

    file: str
    old: str
    new: str
    at: str | int
    told: str


LONG = "word " * 90
HARD = "Organisational differentiation necessitates multidimensional considerations. " * 9

BREAKS = {
    # pack.toml
    "no TOML": Break(PACK, 'id = "sound"', "id = ", "id = ", "is not TOML"),
    "key misspelt": Break(PACK, "title =", "titel =", "titel", "'titel' is unknown; did you mean 'title'?"),
    "key missing": Break(PACK, 'version = "2.1"\n', "", 1, "'version' is expected"),
    "key of another kind": Break(PACK, '"2.1"', "2.1", "version", "'version' must be text"),
    "empty title": Break(PACK, '"A sound pack"', '" "', "title", "'title' is empty"),
    "long title": Break(PACK, '"A sound pack"', f'"{LONG}"', "title", "'title' has"),
    "id with spaces": Break(PACK, 'id = "sound"', 'id = "A pack"', "id =", "small letters, digits"),
    "id of the default": Break(PACK, 'id = "sound"', 'id = "default"', "id =", "take another"),
    "no language": Break(PACK, '"en"', '"English, please"', "language", "a code such as 'en'"),
    "unknown step": Break(PACK, "start = ", "strat = ", "strat", "no step 'strat'; did you mean 'start'?"),
    "unknown card": Break(PACK, "niche.size", "niche.siez", "niche.siez", "no card 'niche.siez'; did you mean 'niche.size'?"),
    "card twice": Break(PACK, '"niche.size"', '"niche.choice"', '"niche.choice"', "stands there twice"),
    "cards apart": Break(PACK, '  "start.business",\n', '  "niche.size",\n  "start.business",\n', "niche.candidates", "stands apart from"),
    "walk of nothing": Break(PACK, "cards = [", "leave = [", "leave = [", "'leave' is unknown"),
    "walk that begins nowhere": Break(PACK, 'cards = [\n  "start.business",\n  "niche.candidates",\n  "niche.choice",\n  "niche.size",\n', 'cards = [\n  "niche.worth",\n', "cards = [", "no card is left"),
    # a card's page
    "no front matter": Break(CARD, "+++\ntitle", "title", 1, "'+++' is expected on the first line"),
    "front matter without end": Break(CARD, "+++\n\n## Fund", "\n## Fund", 1, "a second line '+++' is expected"),
    "front matter no TOML": Break(CARD, "minutes = 3", "minutes = ", "minutes", "is not TOML"),
    "front matter too large": Break(CARD, "[fields.name]", "#" * 16_001 + "\n[fields.name]", 1, "is over 16,000 bytes"),
    "too many dots": Break(CARD, "minutes = 3", f"{'a.' * 40}b = 3", "a.a.", "more than 32 dots"),
    "unknown key of a card": Break(CARD, "minutes =", "minuets =", "minuets", "'minuets' is unknown; did you mean 'minutes'?"),
    "no minutes": Break(CARD, "minutes = 3", "minutes = 0", "minutes", "'minutes' must be from 1 to 60"),
    "minutes in words": Break(CARD, "minutes = 3", 'minutes = "3"', "minutes", "'minutes' must be a whole number"),
    "question missing": Break(CARD, 'question = "What are you about to start?"', 'question = ""', "question", "'question' is empty"),
    "prompt missing": Break(CARD, "[fields.offering]", "[fields.offring]", "[fields.name]", "question 'offering' has no wording"),
    "prompt of nothing": Break(CARD, "[fields.offering]", "[fields.offring]", "offring", "asked nowhere; did you mean 'offering'?"),
    "unknown key of a prompt": Break(CARD, 'help = "What people', 'hlep = "What people', "hlep", "'hlep' is unknown; did you mean 'help'?"),
    "label missing": Break(CARD, 'label = "Name"', 'label = ""', 'label = ""', "'label' is empty"),
    "long label": Break(CARD, '"Name"', f'"{"x" * 29}"', "xxx", "'label' has 29 characters"),
    "long help": Break(CARD, "What people", "x" * 90, "xxx", "'help' has"),
    "sentence in a card without": Break(CARD, "minutes = 3", 'minutes = 3\nsentence = "For {whom}"', "sentence", "holds {whom}, no slot"),
    "guide missing": Break(CARD, "## Fundamentals", "## Common mistake", 15, "a section '## Fundamentals' is expected"),
    "unknown heading": Break(CARD, "## Example", "## Exampel", "## Exampel", "is unknown; did you mean 'Example'?"),
    "heading twice": Break(CARD, "## Example", "## Fundamentals", 24, "stands there twice"),
    "text before headings": Break(CARD, "+++\n\n## Fund", "+++\n\nHello.\n\n## Fund", "Hello.", "is never shown"),
    "long paragraph": Break(CARD, "Write it", f"{LONG}\nWrite it", "word word", "words; at most 80 are read"),
    "hard to read": Break(CARD, "Write it", HARD + "Write it", "## Fundamentals", "reads at school grade"),
    "link to no page": Break(CARD, "coach:niche.size", "coach:niche.siez", "niche.siez", "no page 'niche.siez'; did you mean 'niche.size'?"),
    "link to no heading": Break(CARD, "#what-it-is", "#what-it-si", "what-it-si", "did you mean 'what-it-is'?"),
    "link to no term": Break(CARD, "glossary#niche", "glossary#nich", "#nich)", "did you mean 'niche'?"),
    "link into the page": Break(CARD, "Write it", "[Up](#exampl) Write it", "[Up]", "did you mean 'example'?"),
    "link to a file": Break(CARD, "https://example.org", "../secret.md", "../secret", "leads nowhere: expected coach:"),
    "link to a program": Break(CARD, "https://example.org", "vscode://x", "vscode", "leads nowhere: expected coach:"),
    "image": Break(CARD, "[Others](", "![Others](", "![Others]", "is never shown"),
    "HTML": Break(CARD, "Write it", "<b>Write</b> it", "<b>", "<b> is HTML"),
    "long table": Break(CARD, "| Hearth", "| a | b |\n" * 41 + "| Hearth", 68, "more than 40 rows"),
    "deep quotes": Break(CARD, "Write it", f"{'> ' * 11}Write it", "> > >", "nested deeper than 10"),
    "page too large": Break(CARD, "## Example", "## Example\n" + "x\n\n" * 11_000, 0, "is larger than 32,000 bytes"),
    # a page over another
    "row with an unknown part": Break(ROWS, "who = ", "whom = ", "whom", "'whom' is no part of 'candidates'; did you mean 'who'?"),
    "row without words": Break(ROWS, 'name = "Allotment keepers"\nwho = "People with an allotment in Ghent and no shed"', "need_kind = 'unmet'", "[[fields", "holds no words"),
    "row of another kind": Break(ROWS, 'name = "Allotment keepers"', "name = 7", "name = 7", "name: Input should be a valid string"),
    "wording of no question": Break(ROWS, "candidates.who", "candidates.hwo", "candidates.hwo", "did you mean 'candidates.who'?"),
    # a page of the book
    "book: no sources": Break(BOOK, 'sources = ["Porter, Competitive Strategy, 1980"]\n', "", 2, "'sources' is expected"),
    "book: empty sources": Break(BOOK, '["Porter, Competitive Strategy, 1980"]', "[]", "sources", "a source is expected"),
    "book: unknown card": Break(BOOK, '"differentiation.type"', '"differentiation.tpye"', "tpye", "did you mean 'differentiation.type'?"),
    "book: unknown depth": Break(BOOK, '"intermediate"', '"intermediat"', "depth", "did you mean 'intermediate'?"),
    "book: no question": Break(BOOK, '"Where do you compete, and with what?"', '""', "question", "'question' is empty"),
    "book: question of two lines": Break(BOOK, "compete, and", "compete,\\nand", "question", "must fit on one line"),
    "book: unknown key": Break(BOOK, "depth =", "depht =", "depht", "'depht' is unknown; did you mean 'depth'?"),
    "book: heading missing": Break(BOOK, "## Use it here", "### Use it here", 7, "a section '## Use it here' is expected"),
    "book: heading unknown": Break(BOOK, "## Use it here", "## Use it hear", "## Use it hear", "did you mean 'Use it here'?"),
    "book: nothing below a heading": Break(BOOK, "When you cannot say why somebody would come to you.\n", "", 7, "a section '## When it helps' is expected"),
    "book: headings out of order": Break(BOOK, "## Worked example", "## What it is", 25, "stands there twice"),
    "book: dead link to a rule": Break(BOOK, "rules.niche.NI05", "rules.niche.NI55", "NI55", "no page 'rules.niche.NI55'"),
    "book: dead link to a run sheet": Break(BOOK, "runsheets.morning", "runsheets.mornin", "mornin)", "did you mean 'runsheets.morning'?"),
    # the glossary
    "glossary: unknown key": Break(GLOSSARY, "everyday =", "evryday =", "evryday", "'evryday' is unknown; did you mean 'everyday'?"),
    "glossary: no list": Break(GLOSSARY, 'everyday = [\n  "Niche",\n]', 'everyday = "Niche"', "everyday", "'everyday' must be a list"),
    "glossary: no such term": Break(GLOSSARY, '  "Niche",', '  "Nich",', '"Nich"', "no term 'Nich'; did you mean 'niche'?"),
    "glossary: dead link": Break(GLOSSARY, "A group", "A [group](coach:glossary#group)", "A [group]", "no heading of that name"),
    # a shipped rule's page
    "unknown level": Break(SHIPPED, '"flaw"', '"flwa"', "level", "'level' must be blocker, flaw, gap, hint or off"),
    "bad example does not trip": Break(SHIPPED, "count = 40000\nprice = 420", 'exclusion = "x"', "[bad", "the bad example does not trip NI05"),
    "good example trips": Break(SHIPPED, '\n[good.niche.count_claim]\nstatus = "desk"\nsource = "Register of 2026"\n', "", "[good", "the good example trips NI05"),
    "example of no plan": Break(SHIPPED, "count = 40000", "cuont = 40000", "cuont", "'niche.cuont' is no part of a plan"),
    "value that the rule has not": Break(SHIPPED, "{quote} has", "{qoute} has", "message", "NI05 gives nothing for {qoute}"),
    "value in Markdown": Break(SHIPPED, "All that", "{quote}: all that", "{quote}: all", "where nothing is put in"),
    "closed question": Break(SHIPPED, "Who keeps a list of them?", "Is there a list?", "question", "yes or no: do not begin it with 'Is'"),
    "limit that the rule has not": Break(SHIPPED, "[bad.niche]", "[limitz]\nmost = 3\n[bad.niche]", "[limitz]", "'limitz' is unknown; did you mean 'limits'?"),
    "rule without why": Break(SHIPPED, "## Why", "## Wy", "## Wy", "section 'Wy' is unknown"),
    "rule without an example": Break(SHIPPED, "[bad.niche]\ncount = 40000\nprice = 420\n", "", 2, "an example under [bad] is expected"),
    # a rule of its own
    "own: no question of the walk": Break(OWN, "niche.exclusion", "niche.exclusoin", "exclusoin", "did you mean 'niche.exclusion'?"),
    "own: unknown kind": Break(OWN, '"length"', '"lenght"', "kind", "there is no kind 'lenght'; did you mean 'length'?"),
    "own: unknown key": Break(OWN, "fewest =", "fewset =", "fewset", "'fewset' is unknown; did you mean 'fewest'?"),
    "own: key of another kind": Break(OWN, "fewest = 4", "within = 4", "within", "is not for rules of kind 'length'"),
    "own: no such list": Break(OWN, 'kind = "length"\nfewest = 4', 'kind = "words"\nhas = "everyoen"', "has =", "did you mean 'everyone'?"),
    "own: does not trip": Break(OWN, '"Hotels"', '"Hotels that want one more menu"', "[bad", "the bad example does not trip OWN01"),
    "own: the good one trips": Break(OWN, '"Hotels that want one menu"', '"Hotels"', "[good", "the good example trips OWN01"),
    "own: without when": Break(OWN, '[when]\nfield = "niche.exclusion"\nkind = "length"\nfewest = 4\n', "", 2, "a table [when] is expected"),
    # a run sheet
    "sheet: does not add up": Break(SHEET, "minutes = 45", "minutes = 40", "minutes = 40", "the blocks take 45 minutes"),
    "sheet: unknown card": Break(SHEET, "niche.candidates", "niche.candidate", "card =", "did you mean 'niche.candidates'?"),
    "sheet: unknown page": Break(SHEET, "frameworks.ways", "frameworks.way", "topic", "did you mean 'frameworks.ways'?"),
    "sheet: card and topic": Break(SHEET, 'topic = "frameworks.ways"', 'topic = "frameworks.ways"\ncard = "niche.size"', "topic", "not both"),
    "sheet: nothing to do": Break(SHEET, '"Pairs write three groups."', '""', 'do = ""', "'do' is empty"),
    "sheet: unknown key": Break(SHEET, "material = [\"pens\"]", "matreial = [\"pens\"]", "matreial", "did you mean 'material'?"),
    "sheet: no time": Break(SHEET, '"09:00"', '"9 sharp"', "start", "a time is expected, such as 09:00"),
    "sheet: no minutes": Break(SHEET, "minutes = 15", "minutes = 0", "minutes = 0", "'minutes' must be from 1 to"),
    "sheet: no TOML": Break(SHEET, "minutes = 15", "minutes : 15", "minutes : 15", "is not TOML"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_found_on_its_line(root: Path, name: str) -> None:
    broken = BREAKS[name]
    path = root / broken.file
    text = path.read_text(encoding="utf-8")
    assert text.count(broken.old) >= 1
    at = text.rindex(broken.old) if broken.at == '"niche.choice"' else text.index(broken.old)
    path.write_text(text[:at] + broken.new + text[at + len(broken.old) :], encoding="utf-8")
    lines = path.read_text(encoding="utf-8").split("\n")
    line = broken.at
    if isinstance(line, str):
        line = next(number for number, each in enumerate(lines, 1) if str(broken.at) in each)
    found = faults(root)
    hits = [each for each in found if broken.told in each.text]
    assert hits, found
    assert {(each.file, each.line) for each in hits} == {(broken.file, line)}, found


def test_there_are_many_ways_to_break_a_pack() -> None:
    assert len(BREAKS) >= 60


def put(name: str, text: str | bytes) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode() if isinstance(text, str) else text)

    return change


def out_of_the_pack(root: Path) -> None:
    (root / "niche/choice.md").symlink_to(default_root() / "niche/choice.md")


def folder_out_of_the_pack(root: Path) -> None:
    shutil.rmtree(root / "frameworks")
    (root / "frameworks").symlink_to(default_root())


def stray_link(root: Path) -> None:
    (root / "else").symlink_to(default_root())


def pipe(root: Path) -> None:
    os.mkfifo(root / "niche/choice.md")


def renamed(old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)

    return change


TODAY = Pack().rule("NI12").good["value"]["alternatives"][0]["name"]
HALF = 'depth = "fundamentals"\nwalk = ["start.business"]\n[start]\nname = "Half"\n'

FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "page asked for by nothing": (put("niche/sise.md", "x"), "niche/sise.md: nothing asks for this"),
    "script": (put("run.py", "print()"), "run.py: nothing asks for this file"),
    "words read by nothing": (put("words/unread.toml", 'words = ["x"]'), "words/unread.toml: nothing"),
    "words: key misspelt": (put(WORDS, '# x\nmroe = ["x"]'), "everyone.toml:2: 'mroe' is unknown; did"),
    "words: no list": (put(WORDS, 'more = "x"'), "everyone.toml:1: 'more' must be a list of texts"),
    "words: no TOML": (put(WORDS, "more = [\n'x'\n'y']"), "everyone.toml:3: is not TOML"),
    "words that fault a good answer": (
        put("words/no_rivals.toml", f'more = [\n  "the whole town",\n  "{TODAY}",\n]'),
        "no_rivals.toml:3: the good example trips NI12",
    ),
    "words taken away": (
        put(WORDS, 'words = ["the whole town"]'),
        "everyone.toml:1: the bad example does not trip NI01",
    ),
    "not UTF-8": (put(CARD, b"+++\ntitle = '\xff'\n+++\n"), "start/business.md:2: is not UTF-8"),
    "link out": (out_of_the_pack, "niche/choice.md: leads out of the pack"),
    "folder out": (folder_out_of_the_pack, "frameworks: leads out of the pack"),
    "folder that is a link": (stray_link, "else: nothing asks for this file"),
    "pipe": (pipe, "niche/choice.md: is no plain file"),
    "rule in another folder": (renamed(OWN, "rules/risk/OWN01.md"), "move the page to rules/niche/"),
    "rule of no id": (renamed(OWN, "rules/niche/own.md"), "'own' is no id of a rule"),
    "book: name of no link": (renamed(BOOK, "levers/My Ways.md"), "must be of small letters"),
    "book: page nobody finds": (renamed(BOOK, "framework/ways.md"), "framework/ways.md: nothing asks"),
    "sheet: nothing in it": (put(SHEET, 'title = "x"\nminutes = 1\n'), "morning.toml:1: at least one"),
    "example: half": (put("examples/half.toml", HALF), "half.toml:3: start.offering is not complete"),
    "example: no plan": (put("examples/x.toml", "\n[start]\nnmae = 'x'"), "x.toml:3: 'start.nmae' is no"),
    "example: no TOML": (put("examples/x.toml", "x ="), "examples/x.toml:1: is not TOML"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_wrong_are_found(root: Path, name: str) -> None:
    change, told = FILES[name]
    change(root)
    found = [str(fault) for fault in faults(root)]
    assert any(told in fault for fault in found), found
