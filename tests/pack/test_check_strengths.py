"""The page of a strength: a level of its own, how to keep it, and two examples that prove it."""

from pathlib import Path

import pytest
from small_packs import Without, small

from coach.coaching.engine import STRENGTHS
from coach.pack import check
from coach.pack.pack import Pack, default_root, rule_file

PAGE = rule_file("ST06")


def faults(tmp_path: Path, old: str, new: str) -> list[str]:
    """The faults of a pack with a copy of the page in which ``old`` has become ``new``."""
    root = small(tmp_path / "copy", PAGE)
    text = (root / PAGE).read_text(encoding="utf-8")
    assert old in text
    (root / PAGE).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [
        str(fault).removeprefix(f"{root}/") for fault in check.faults(Pack(root, Without(PAGE)))
    ]


CHANGES = {
    "a finding's level": ('level = "strength"', 'level = "hint"', "must be strength or off, not"),
    "no keep": ("## Keep it", "## How to fix", "a section '## Keep it' is expected"),
    "no why": ("## Why", "## Keep it", "a section '## Why' is expected"),
    "slot in keep": ("## Keep it\n", "## Keep it\n{quote}\n", "{quote} stands in '## Keep it'"),
    "question": ('source = "', 'question = "Why?"\nsource = "', "'question' is for findings"),
    "no message": ('message = "', 'message = "" #', "'message' is empty"),
    "slot unfilled": ('message = "{named}', 'message = "{nmaed}', "ST06 gives nothing for {nmaed}"),
    "good does not show it": ("named = 7", "named = 1", "the good example does not show ST06"),
    "bad shows it": ("named = 2", "named = 6", "the bad example shows ST06"),
    "no bad": ("[bad.differentiation]", "[good.value]", "an example under [bad] is expected"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_fault_is_named_with_its_file(tmp_path: Path, change: str) -> None:
    old, new, told = CHANGES[change]
    found = faults(tmp_path, old, new)
    assert any(told in fault and fault.startswith(PAGE) for fault in found), found


def test_it_may_be_switched_off(tmp_path: Path) -> None:
    assert faults(tmp_path, 'level = "strength"', 'level = "off"') == []


def test_every_strength_has_its_page_and_no_page_is_left_over() -> None:
    folder = default_root() / "rules" / "strengths"
    pages = {path.stem for path in folder.glob("*.md")}
    assert pages == {rule.id for rule in STRENGTHS}
