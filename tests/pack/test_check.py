"""The pack's own check: clean on the shipped pack, and not fooled by one fault in a copy."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from small_packs import Without, small

from coach.pack import check
from coach.pack.check_text import TABLE_ROWS
from coach.pack.check_topic import EMPTY, HELP, LABEL
from coach.pack.pack import Pack, default_root


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the whole shipped pack that may be broken."""
    root = tmp_path / "copy"
    shutil.copytree(default_root(), root)
    return root


def told(root: Path, alone: bool = False, base: Pack | None = None) -> list[str]:
    pack = Pack(root, base) if alone or base else Pack.open(root)
    return [str(fault).removeprefix(f"{root}/") for fault in check.faults(pack)]


def test_the_shipped_pack_has_no_fault() -> None:
    assert check.faults(Pack()) == []


def test_an_empty_pack_over_the_shipped_one_has_no_fault(tmp_path: Path) -> None:
    assert told(small(tmp_path / "own")) == []


@pytest.mark.parametrize(("language", "proved"), [("en", True), ("fr", False)])
def test_in_another_language_only_its_own_examples_prove_rules(
    tmp_path: Path, language: str, proved: bool
) -> None:
    root = small(tmp_path / "own", "words/everyone.toml")
    (root / "words" / "everyone.toml").write_text('words = ["tout le monde"]\n', encoding="utf-8")
    about = root / "pack.toml"
    about.write_text(about.read_text().replace('"en"', f'"{language}"'), encoding="utf-8")
    found = told(root)
    assert ("words/everyone.toml:1: the bad example does not trip NI01" in found) is proved
    assert bool(found) is proved


def test_alone_it_lacks_every_page(tmp_path: Path) -> None:
    found = told(small(tmp_path / "own"), alone=True)
    assert "niche/candidates.md: is missing" in found
    assert "claim.md: is missing" in found
    assert "rules/niche/NI01.md: is missing" in found


SIZE, CANDIDATES, TYPE = "niche/size.md", "niche/candidates.md", "differentiation/type.md"
STATEMENT, CLAIM, RULE = "value/statement.md", "claim.md", "rules/niche/NI05.md"
CHANNELS = "niche/channels.md"

BAD = "count = 40000\nprice = 420"
GOOD = """[good.niche.count_claim]
status = "desk"
source = "Professional register, 2026"
"""

Change = tuple[str, str, str, str]
CHANGES: dict[str, Change] = {
    "no question wording": (SIZE, "[fields.reach]", "[fields.reac]", "question 'reach' has no"),
    "unused wording": (SIZE, "[fields.reach]", "[fields.reac]", "nowhere; did you mean 'reach'?"),
    "no figure wording": (
        SIZE,
        "[results.customers]",
        "[results.custom]",
        "figure 'customers' has",
    ),
    "unused figure": (SIZE, "[results.customers]", "[results.custom]", "'custom' is computed now"),
    "unknown key": (SIZE, 'help = "Customers', 'hepl = "Customers', "'hepl' is unknown; did you"),
    "long label": (SIZE, "How many there are", "x" * (LABEL + 1), f"'label' has {LABEL + 1} char"),
    "empty label": (SIZE, "How many there are", " ", "'label' is empty"),
    "long help": (SIZE, "Count them; do not guess.", "x" * HELP, "'help' has"),
    "no title": (SIZE, 'title = "Size"', 'title = ""', "'title' is empty"),
    "no minutes": (SIZE, "minutes = 4", "minutes = 0", "'minutes' must be from 1 to 60"),
    "example no number": (SIZE, 'placeholder = "50"', 'example = "half"', "'example' is no answer"),
    "list wording": (SIZE, 'placeholder = "50"', 'empty = "x"', "'empty' is for lists"),
    "sentence in another card": (SIZE, "minutes = 4", 'sentence = "{x}"', "no slot; this card has"),
    "unknown section": (SIZE, "## Fundamentals", "## Fundamental", "section 'Fundamental' is unkn"),
    "no guide": (SIZE, "## Fundamentals", "## Example", "a section '## Fundamentals' is expected"),
    "text before": (SIZE, "## Fundamentals", "x\n## Fundamentals", "is never shown"),
    "long table": (SIZE, "## Example", "|a|\n" * (TABLE_ROWS + 3) + "## Example", "more than 40 r"),
    "deep quote": (SIZE, "## Example", ">" * 11 + "x\n## Example", "quotes are nested deeper"),
    "bad link": (SIZE, "## Example", "[x](file:///etc)\n## Example", "link 'file:///etc' leads no"),
    "path link": (SIZE, "## Example", "[x](other.md)\n## Example", "link 'other.md' leads nowhere"),
    "large page": (SIZE, "## Example", "x" * 32_000, "is larger than 32,000 bytes"),
    "row with unknown key": (CANDIDATES, "who = ", "whom = ", "'whom' is no part of 'candidates'"),
    "row of wrong type": (CANDIDATES, 'status = "heard"', 'status = "told"', "evidence.status: "),
    "row without words": (CHANNELS, "examples]]\nname = ", "examples]]\n#", "holds no words"),
    "row with no number": (CHANNELS, "people = ", "people = -", "'people' is no answer: a number"),
    "long empty": (CANDIDATES, 'empty = "', 'empty = "' + "x" * EMPTY, "'empty' has"),
    "no option": (TYPE, "[choices.primary.cost]", "[choices.primary.cos]", "option cost of 'prim"),
    "extra option": (
        TYPE,
        "[choices.primary.cost]",
        "[choices.primary.cos]",
        "did you mean 'cost'?",
    ),
    "no meaning": (TYPE, 'meaning = "', 'meaning = "" #"', "'meaning' is empty"),
    "type without fits": (TYPE, 'fits = "', '#"', "'fits' is empty"),
    "missing slot": (STATEMENT, "{benefit}", "it", "'sentence' must hold {benefit} once"),
    "slot twice": (STATEMENT, "{benefit}", "{need}", "'sentence' must hold {need} once"),
    "unknown slot": (STATEMENT, "{benefit}", "{benefits}", "no slot; did you mean 'benefit'?"),
    "claim status": (CLAIM, "[choices.status.paid]", "[choices.status.pays]", "option paid of"),
    "bad level": (RULE, 'level = "flaw"', 'level = "bad"', "'level' must be blocker, flaw, gap"),
    "bad does not trip": (RULE, BAD, 'exclusion = "x"', "the bad example does not trip NI05"),
    "good trips": (RULE, GOOD, "", "the good example trips NI05"),
    "no bad": (RULE, "[bad.niche]", "[good.value]", "an example under [bad] is expected"),
    "bad of wrong type": (RULE, "count = 40000", 'count = "many"', "niche.count"),
    "bad is no plan": (RULE, "count = 40000", "cuont = 40000", "'niche.cuont' is no part of a pl"),
    "slot unfilled": (
        RULE,
        'message = "{quote}',
        'message = "{qoute}',
        "NI05 gives nothing for {q",
    ),
    "slot in why": (RULE, "## Why\n", "## Why\n{quote}\n", "{quote} stands in '## Why'"),
    "no why": (RULE, "## Why", "## How to fix", "a section '## Why' is expected"),
    "rule section": (RULE, "## Why", "## Because", "section 'Because' is unknown"),
    "no toml": (RULE, "title = ", "title ", "NI05.md:2: is not TOML"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_one_fault_is_found_in_its_file(tmp_path: Path, change: Change) -> None:
    name, old, new, text = change
    copy = small(tmp_path / "own", name)
    page = copy / name
    before = page.read_text(encoding="utf-8")
    assert old in before
    page.write_text(before.replace(old, new), encoding="utf-8")
    found = told(copy, base=Without(name))
    assert any(text in fault for fault in found), found
    assert all(fault.startswith(name) for fault in found)


def test_the_line_is_that_of_the_fault(tmp_path: Path) -> None:
    copy = small(tmp_path / "own", SIZE)
    page = copy / SIZE
    lines = page.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("label")) + 1
    lines[at - 1] = 'label = ""'
    body = lines.index("## Example")
    lines[body] = "## Exampel"
    page.write_text("\n".join(lines), encoding="utf-8")
    assert told(copy) == [
        f"{SIZE}:{at}: 'label' is empty",
        f"{SIZE}:{body + 1}: section 'Exampel' is unknown; did you mean 'Example'?",
    ]


def remove(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def write(name: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return change


EXAMPLE = 'depth = "fundamentals"\n[start]\nname = "Half"\n[niche]\nchosen = "knobody"\n'


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (remove(SIZE), "niche/size.md: is missing"),
        (remove(RULE), "rules/niche/NI05.md: is missing"),
        (remove("words/everyone.toml"), "words/everyone.toml: is missing"),
        (write("niche/unasked.md", "+++\ntitle='x'\n+++\n"), "unasked.md: nothing asks for this"),
        (write("rules/niche/NI99.md", "+++\ntitle='x'\n+++\n"), "NI99.md: nothing asks for this"),
        (write("words/unread.toml", "words = []\n"), "words/unread.toml: nothing asks for this"),
        (write("pages/run.py", "print()"), "pages/run.py: nothing asks for this file"),
        (write("frameworks/x.md", "no front"), "x.md:1: '+++' is expected on the first line"),
        (write("examples/half.toml", EXAMPLE), "half.toml:2: start.market is not complete"),
        (write("examples/half.toml", EXAMPLE), "half.toml:5: niche.chosen: there is no row 'kn"),
        (write("examples/half.toml", "x = 1\n"), "half.toml:1: 'x' is no part of a plan"),
        (write("examples/half.toml", "niche = 1\n"), "half.toml:1: niche: "),
        (write("examples/half.toml", "x = \n"), "half.toml:1: is not TOML"),
    ],
)
def test_missing_stray_and_half_done_files_are_found(
    copy: Path, change: Callable[[Path], None], text: str
) -> None:
    change(copy)
    found = told(copy, alone=True)
    assert any(text in fault for fault in found), found


def test_what_may_lie_beside_the_pages_is_left_alone(tmp_path: Path) -> None:
    copy = small(tmp_path / "own")
    for name in ("README.md", "LICENSE", ".git/config", "__init__.py", "__pycache__/x.pyc"):
        write(name, "anything")(copy)
    assert told(copy) == []


def test_a_plan_to_practise_on_needs_a_mistake_and_need_not_be_whole(tmp_path: Path) -> None:
    copy = small(tmp_path / "own")
    write("examples/practice-one.toml", "[niche]\ncount = 40000\nprice = 420\n")(copy)
    assert told(copy) == []
    write("examples/practice-one.toml", '[start]\nname = "One"\n')(copy)
    assert told(copy) == [
        "examples/practice-one.toml: a plan to practise on needs a mistake; the coach finds none"
    ]


def test_an_example_with_a_mistake_is_found(tmp_path: Path) -> None:
    copy = small(tmp_path / "own")
    write("examples/two.toml", "[niche]\ncount = 40000\nprice = 420\n")(copy)
    assert any("two.toml:2: niche.count: flaw NI05" in fault for fault in told(copy))


def test_two_rows_with_one_id_are_found(tmp_path: Path) -> None:
    copy = small(tmp_path / "own")
    rows = '[[niche.channels]]\nid = "k1"\nname = "a"\n'
    write("examples/twice.toml", rows + rows)(copy)
    assert any("two rows of niche.channels share an id" in fault for fault in told(copy))


def test_the_command_says_yes_and_no(tmp_path: Path) -> None:
    copy = small(tmp_path / "own", SIZE)

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "coach.pack.check", str(copy)],
            capture_output=True,
            text=True,
            check=False,
        )

    sound = run()
    assert (sound.returncode, sound.stdout, sound.stderr) == (0, "", "")
    (copy / SIZE).unlink()
    (copy / "niche" / "sizes.md").write_text("", encoding="utf-8")
    broken = run()
    assert broken.returncode == 1
    assert broken.stdout.splitlines() == [f"{copy}/niche/sizes.md: nothing asks for this file"]


def test_a_folder_that_is_no_pack_is_one_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main([str(tmp_path / "none")]) == 1
    assert "there is no such folder" in capsys.readouterr().out
