"""The question of a rule's page: short, open, and asked of every rule that ships."""

import shutil
from pathlib import Path

import pytest
from small_packs import small

from coach.coaching.engine import RULES
from coach.pack import check
from coach.pack.check_rules import QUESTION
from coach.pack.pack import Pack, default_root

PAGE = "rules/differentiation/DI16.md"


def asked(tmp_path: Path, question: str, page: str = PAGE, over: bool = False) -> list[str]:
    """The faults of a pack in which one page, a copy of the shipped one, asks ``question``."""
    root = small(tmp_path / "copy", page)
    if not over:
        shutil.copytree(default_root(), root, dirs_exist_ok=True)
    lines = (root / page).read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("question = "))
    lines[at] = f'question = "{question}"'
    (root / page).write_text("\n".join(lines), encoding="utf-8")
    return [str(fault) for fault in check.faults(Pack.open(root) if over else Pack(root))]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "a 'question' is expected"),
        ("x" * QUESTION + "?", "'question' has 101 characters; 100 fit"),
        ("Name five people", "must end with a question mark"),
        ("Is {quote} too low?", "yes or no: do not begin it with 'Is'"),
        ("could you raise it?", "yes or no: do not begin it with 'could'"),
        ("How low is {level}?", "{level} stands in 'question', where only {quote} is put in"),
    ],
)
def test_a_question_is_short_and_open(tmp_path: Path, question: str, told: str) -> None:
    (fault,) = asked(tmp_path, question, over=bool(question))
    assert told in fault
    assert "DI16.md:" in fault


def test_nothing_is_quoted_where_there_may_be_nothing_to_quote(tmp_path: Path) -> None:
    (fault,) = asked(tmp_path, "What of {quote}?", "rules/niche/NI08.md", over=True)
    assert "where 'blank' is said there is nothing to quote" in fault


def test_a_pack_over_the_shipped_one_may_ask_nothing(tmp_path: Path) -> None:
    assert asked(tmp_path, "", over=True) == []


def test_all_questions_differ() -> None:
    pack = Pack()
    questions = [pack.rule(rule.id).question for rule in RULES]
    assert len(set(questions)) == len(questions)
    assert all(questions)
