"""Reading a pack: its pages, what they inherit, and what is refused."""

from pathlib import Path

import pytest

from coach.pack.pack import Pack, default_root
from coach.pack.read import BrokenPack, MissingPage

ABOUT = 'id = "own"\ntitle = "Our course"\nversion = "2"\nlanguage = "en"\n'

TOPIC = """+++
title = "{title}"
question = "Which?"
minutes = 4
[fields.candidates]
label = "Groups"
help = "Three"
[fields."candidates.name"]
label = "Name"
[choices.chosen.a]
label = "A"
meaning = "first"
[results.sum]
label = "Sum"
+++
## Fundamentals
Guide of {title}
## Example
Example of {title}
"""

RULE = """+++
title = "Wide"
level = "flaw"
message = "{quote} is wide"
[limits]
most = 3
[bad.niche]
exclusion = ""
+++
## Why
Because
## How to fix
So
"""


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def below(tmp_path: Path) -> Pack:
    root = tmp_path / "below"
    write(root, "pack.toml", ABOUT.replace("own", "below") + '[steps]\nniche = "Niche"\n')
    write(root, "niche/candidates.md", TOPIC.replace("{title}", "Below"))
    write(root, "rules/niche/NI01.md", RULE)
    write(root, "words/everyone.toml", 'words = ["everyone", "anyone"]\n')
    write(root, "examples/one.toml", '[start]\nname = "One"\n')
    return Pack(root)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "own"
    write(root, "pack.toml", ABOUT)
    return root


def test_the_default_pack_opens_without_a_name() -> None:
    assert Pack.open().root == default_root()
    assert Pack.open(default_root()).base is None
    assert Pack.open().id == "default"


def test_a_pack_by_folder_stands_on_the_default_pack(root: Path) -> None:
    pack = Pack.open(root)
    assert (pack.id, pack.title, pack.version, pack.language) == ("own", "Our course", "2", "en")
    assert pack.topic("niche.candidates") == Pack.open().topic("niche.candidates")
    assert pack.claim == Pack.open().claim


def test_what_a_pack_lacks_comes_from_the_one_below(root: Path, below: Pack) -> None:
    pack = Pack(root, below)
    assert pack.topic("niche.candidates").title == "Below"
    assert pack.rule("NI01").limits == {"most": 3}
    assert pack.words("everyone") == ("everyone", "anyone")
    assert [example.title for example in pack.examples()] == ["One"]
    assert pack.step_title("niche") == "Niche"
    assert pack.owner("niche/candidates.md") is below
    with pytest.raises(MissingPage):
        pack.topic("niche.nothing")
    with pytest.raises(MissingPage):
        pack.rule("NI99")
    with pytest.raises(MissingPage):
        pack.words("nothing")


def test_a_page_may_change_one_wording_and_keep_the_rest(root: Path, below: Pack) -> None:
    write(
        root,
        "niche/candidates.md",
        '+++\ntitle = "Ours"\n[fields.candidates]\nlabel = "Teams"\n'
        '[choices.chosen.a]\nmeaning = "ours"\n+++\n## Example\nOurs\n',
    )
    topic = Pack(root, below).topic("niche.candidates")
    assert (topic.title, topic.question, topic.minutes) == ("Ours", "Which?", 4)
    assert (topic.fields["candidates"].label, topic.fields["candidates"].help) == ("Teams", "Three")
    assert topic.fields["candidates.name"].label == "Name"
    assert topic.choices["chosen"]["a"].label == "A"
    assert topic.choices["chosen"]["a"].meaning == "ours"
    assert topic.results["sum"].label == "Sum"
    assert topic.sections == {"Fundamentals": "Guide of Below", "Example": "Ours"}
    assert below.topic("niche.candidates").choices["chosen"]["a"].meaning == "first"


def test_a_rule_page_may_change_its_limit_alone(root: Path, below: Pack) -> None:
    write(root, "rules/niche/NI01.md", "+++\n[limits]\nmost = 5\n+++\n")
    page = Pack(root, below).rule("NI01")
    assert (page.limits, page.level, page.why, page.fix) == ({"most": 5}, "flaw", "Because", "So")


def test_an_example_whose_start_is_no_table_is_refused(root: Path) -> None:
    write(root, "examples/one.toml", "schema_version = 1\nstart = 5\n")
    with pytest.raises(BrokenPack, match=r"one\.toml:2: 'start' must be a table"):
        Pack(root).examples()


def test_own_words_and_examples_stand_instead_of_those_below(root: Path, below: Pack) -> None:
    write(root, "words/everyone.toml", 'words = ["tout le monde"]\n')
    write(root, "examples/two.toml", '[start]\nname = ""\n')
    pack = Pack(root, below)
    assert pack.words("everyone") == ("tout le monde",)
    assert [(each.name, each.title) for each in pack.examples()] == [("two", "two")]


def test_an_unworded_question_still_has_a_name(below: Pack) -> None:
    assert below.wording("niche.candidates", "candidates", "name").label == "Name"
    assert below.wording("niche.candidates", "candidates", "who_else").label == "Who else"


@pytest.mark.parametrize(
    ("about", "told"),
    [
        (ABOUT + 'licens = "MIT"\n', "pack.toml:5: 'licens' is unknown; did you mean 'licence'?"),
        (ABOUT + "authors = 'me'\n", "pack.toml:5: 'authors' must be a list"),
        (ABOUT + "authors = [1]\n", "pack.toml:5: 'authors' must be a list, each text"),
        (ABOUT + "[steps]\nniche = 1\n", "pack.toml:5: 'steps' must be a table, each text"),
        (ABOUT + 'extends = "other"\n', "pack.toml:5: there is no pack 'other' to extend"),
        (ABOUT.replace('"2"', "2"), "pack.toml:3: 'version' must be text"),
        ('id = "x"\n', "pack.toml:1: 'title' is expected"),
        ("id = \n", "pack.toml:1: is not TOML"),
    ],
)
def test_a_bad_head_is_refused_with_its_line(root: Path, about: str, told: str) -> None:
    write(root, "pack.toml", about)
    with pytest.raises(BrokenPack) as refused:
        Pack.open(root)
    assert told in str(refused.value)


def test_a_folder_that_is_none_or_no_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenPack, match="no such folder"):
        Pack.open(tmp_path / "none")
    with pytest.raises(BrokenPack, match=r"pack\.toml: is missing"):
        Pack.open(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('label = "Groups"', 'lable = "Groups"', "candidates.md:6: 'lable' is unknown; did you"),
        ('label = "Groups"\n', "", "candidates.md:5: 'label' is expected"),
        ('title = "{title}"\n', "", "candidates.md:2: 'title' is expected"),
        ("minutes = 4", "minutes = true", "candidates.md:4: 'minutes' must be a whole number"),
        ("minutes = 4", "minutes = 4.5", "candidates.md:4: 'minutes' must be a whole number"),
        ('help = "Three"', "help = 3", "candidates.md:7: 'help' must be text"),
        ('help = "Three"', "examples = 3", "candidates.md:7: 'examples' must be a list"),
        ('help = "Three"', "examples = [3]", "candidates.md:7: 'examples' must be a list, each"),
        ('meaning = "first"', 'fit = "x"', "candidates.md:12: 'fit' is unknown; did you mean"),
        ("[choices.chosen.a]\n", "[choices.chosen]\n", "candidates.md:11: 'label' must be a table"),
        ("[results.sum]\n", "[results]\n", "candidates.md:14: 'label' must be a table"),
        ("minutes = 4", "sections = 4", "candidates.md:4: 'sections' is unknown"),
        ("minutes = 4", 'key = "x"', "candidates.md:4: 'key' is unknown"),
        ("[results.sum]\n", "[[results]]\n", "candidates.md:13: 'results' must be a table"),
    ],
)
def test_a_bad_page_is_refused_with_file_line_and_help(
    root: Path, old: str, new: str, told: str
) -> None:
    assert old in TOPIC
    write(root, "niche/candidates.md", TOPIC.replace(old, new).replace("{title}", "x"))
    with pytest.raises(BrokenPack) as refused:
        Pack(root).topic("niche.candidates")
    assert told in str(refused.value)
    assert refused.value.file.endswith("candidates.md")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("most = 3", 'most = "3"', "NI01.md:5: 'limits' must be a table, each a number"),
        ("most = 3", "most = true", "NI01.md:5: 'limits' must be a table, each a number"),
        ("level = ", "levl = ", "NI01.md:3: 'levl' is unknown; did you mean 'level'?"),
        ('message = "{quote} is wide"\n', "", "NI01.md:2: 'message' is expected"),
    ],
)
def test_a_bad_rule_page_is_refused(root: Path, old: str, new: str, told: str) -> None:
    assert old in RULE
    write(root, "rules/niche/NI01.md", RULE.replace(old, new))
    with pytest.raises(BrokenPack) as refused:
        Pack(root).rule("NI01")
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("words = 'x'\n", ":1: 'words' must be a list of texts"),
        ("words = [1]\n", ":1: 'words' must be a list of texts"),
        ("\nmore = {a = 1}\n", ":2: 'more' must be a list of texts"),
        ("word = ['x']\n", ":1: 'word' is unknown; did you mean 'words'?"),
        ("", ":1: 'words' must be a list of texts"),
    ],
)
def test_a_bad_word_list_is_refused(root: Path, text: str, told: str) -> None:
    write(root, "words/everyone.toml", text)
    with pytest.raises(BrokenPack) as refused:
        Pack(root).words("everyone")
    assert f"everyone.toml{told}" in str(refused.value)


def test_more_words_stand_beside_those_below(root: Path, below: Pack) -> None:
    write(root, "words/everyone.toml", 'more = ["tout le monde"]\n')
    write(root, "words/ours.toml", 'words = ["a"]\nmore = ["b"]\n')
    pack = Pack(root, below)
    assert pack.words("everyone") == ("everyone", "anyone", "tout le monde")
    assert pack.words("ours") == ("a", "b")
    assert below.words("everyone") == ("everyone", "anyone")


@pytest.mark.parametrize("key", ["../secret", "..", "a\0b", "x.y.z"])
def test_no_name_leads_out_of_the_pack(root: Path, key: str) -> None:
    write(root.parent, "secret.md", "+++\ntitle = 'secret'\n+++\n")
    for ask in (Pack(root).topic, Pack(root).rule, Pack(root).words):
        with pytest.raises(BrokenPack):
            ask(key)


BOOK_PAGE = """+++
title = "Ways to compete"
question = "Where do you compete, and with what?"
depth = "intermediate"
sources = ["Porter, Competitive Strategy, 1980"]
cards = ["differentiation.position"]
+++

## What it is

Two questions.

## Worked example

A bakery.
"""


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_of_the_book_is_read_by_its_key(tmp_path: Path) -> None:
    put(tmp_path, "pack.toml", 'id = "p"\ntitle = "P"\nversion = "1"\nlanguage = "en"\n')
    put(tmp_path, "frameworks/ways.md", BOOK_PAGE)
    pack = Pack.open(tmp_path)
    assert pack.book_pages["frameworks.ways"] == "frameworks/ways.md"
    page = pack.book_page("frameworks.ways")
    assert (page.key, page.title, page.depth) == (
        "frameworks.ways",
        "Ways to compete",
        "intermediate",
    )
    assert page.cards == ("differentiation.position",)
    assert page.sections == {"What it is": "Two questions.", "Worked example": "A bakery."}


def test_a_page_of_the_book_falls_back_by_key_and_by_section(tmp_path: Path) -> None:
    about = 'id = "p"\ntitle = "P"\nversion = "1"\nlanguage = "en"\n'
    for name in ("base", "over"):
        put(tmp_path, f"{name}/pack.toml", about)
    put(tmp_path, "base/frameworks/ways.md", BOOK_PAGE)
    put(tmp_path, "over/frameworks/ways.md", '+++\ntitle = "Wege"\n+++\n## What it is\n\nZwei.\n')
    pack = Pack(tmp_path / "over", Pack(tmp_path / "base"))
    page = pack.book_page("frameworks.ways")
    assert (page.title, page.depth) == ("Wege", "intermediate")
    assert page.sections == {"What it is": "Zwei.", "Worked example": "A bakery."}


def test_a_folder_of_the_book_that_leads_out_is_not_even_listed(tmp_path: Path) -> None:
    put(tmp_path, "pack/pack.toml", 'id = "p"\ntitle = "P"\nversion = "1"\nlanguage = "en"\n')
    put(tmp_path, "elsewhere/secret.md", BOOK_PAGE)
    (tmp_path / "pack/levers").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BrokenPack, match="levers: leads out of the pack"):
        _ = Pack.open(tmp_path / "pack").book_pages
