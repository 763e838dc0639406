"""What a person wrote into a plan's file by hand stays there."""

import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import plans

from coach.places import Places
from coach.plan import Plan
from coach.steps.niche.model import Candidate
from coach.store import form, history, merge, toml
from coach.store.files import PlanFile
from coach.text import clean_text

BY_HAND = """\
# Our plan. Ask Ines before changing the niche.
schema_version = 1
id = "k3f9a1"   # do not touch
created = 2027-01-31T09:30:00Z
changed = 2027-01-31T09:30:00Z

[start] # who we are
name = "Hearth"
offering = 'Bread by post'

[niche]
# counted twice
count = 400 # from the register

  [[niche.candidates]]
  id = "ka" # the first
  name = "Coeliacs"

  # the second is a guess
  [[niche.candidates]]
  id = "kb"
  name = "Runners"
"""
COMMENTS = [line.partition("#")[2] for line in BY_HAND.splitlines() if "#" in line]


def open_by_hand(places: Places, text: str = BY_HAND) -> PlanFile:
    places.plans.mkdir(parents=True, exist_ok=True)
    path = places.plans / "hearth.toml"
    path.write_bytes(text.encode())
    return PlanFile.open(path, places)


def change_numbers(plan: Plan) -> None:
    plan.niche.count = 500
    plan.niche.price = 4.5


def change_text(plan: Plan) -> None:
    plan.start.offering = "Bread\nand cake"
    plan.value.statement.need = "safe bread"
    plan.niche.candidates[1].evidence.source = "a call"


def add_row(plan: Plan) -> None:
    plan.niche.candidates.insert(1, Candidate(name="New"))


def move_row(plan: Plan) -> None:
    plan.niche.candidates.reverse()


@pytest.mark.parametrize("change", [change_numbers, change_text, add_row, move_row])
def test_comments_stay_when_answers_change(places: Places, change: object) -> None:
    file = open_by_hand(places)
    change(file.plan)  # type: ignore[operator]
    file.save(file.plan)
    file.close()
    text = file.path.read_text("utf-8")
    assert [comment for comment in COMMENTS if comment not in text] == []
    assert form.load(text.encode(), "hearth.toml").plan == file.plan
    assert file.notices == ()


def test_what_did_not_change_stays_as_it_was_typed(places: Places) -> None:
    file = open_by_hand(places)
    file.plan.niche.count = 500
    file.save(file.plan)
    file.close()
    expected = BY_HAND.replace("count = 400 #", "count = 500 #")
    text = file.path.read_text("utf-8")
    assert text.replace('depth = "fundamentals"\npack = "default"\n', "") == expected


def test_a_deleted_row_takes_only_its_own_comments(places: Places) -> None:
    file = open_by_hand(places)
    file.plan.niche.candidates.pop(0)
    file.save(file.plan)
    file.close()
    text = file.path.read_text("utf-8")
    assert "Ask Ines" in text
    assert "from the register" in text
    assert "Coeliacs" not in text
    assert form.load(text.encode(), "hearth.toml").plan == file.plan


def test_line_ends_of_windows_are_read_and_the_plan_is_right(places: Places) -> None:
    file = open_by_hand(places, BY_HAND.replace("\n", "\r\n"))
    file.plan.niche.exclusion = "one\ntwo"
    file.save(file.plan)
    file.close()
    data = file.path.read_bytes()
    assert b"Ask Ines" in data
    assert form.load(data, "hearth.toml").plan == file.plan


def test_comments_that_cannot_be_kept_are_told_and_kept_in_the_history(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_by_hand(places)
    monkeypatch.setattr(merge, "merged", lambda *_: None)
    file.plan.niche.count = 500
    file.save(file.plan)
    file.close()
    assert file.path.read_bytes() == form.dump(file.plan)
    assert [notice for notice in file.notices if "comments" in notice]
    (version,) = history.versions(places, "k3f9a1")
    assert version.path.read_bytes() == BY_HAND.encode()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = 1 # yes", True),
        ("# yes\na = 1", True),
        ("a = '# no'", False),
        ('a = "\\"# no"', False),
        ('a = """\n# no\n"""', False),
        ("a = '''\n# no\n'''", False),
        ('a = """\n# no""" # yes', True),
        ('"#" = 1', False),
        ('a = """x\\""" # no"""', False),
        ("a = '\\' # yes", True),
        ("", False),
    ],
)
def test_comments_are_told_from_text(text: str, found: bool) -> None:
    assert toml.has_comments(text) is found


def commented(data: bytes, places: list[int]) -> bytes:
    """``data`` with comments on lines of their own where TOML allows it."""
    lines = data.decode().split("\n")
    for place in sorted(places, reverse=True):
        at = place % len(lines)
        candidate = [*lines[:at], f"# note {place}", *lines[at:]]
        try:
            alike = toml.same(tomllib.loads("\n".join(candidate)), tomllib.loads(data.decode()))
        except tomllib.TOMLDecodeError:
            continue
        if alike:
            lines = candidate
    return "\n".join(lines).encode()


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(plans(), plans(), st.lists(st.integers(0, 200), min_size=1, max_size=3))
def test_any_plan_saved_over_any_commented_file_reads_back(
    before: Plan, after: Plan, notes: list[int]
) -> None:
    tree = form.tree_of(after)
    result = merge.merged(commented(form.dump(before), notes), tree)
    if result is not None:  # else our own form is written, and that is told
        assert form.load(result, "plan.toml").plan == after


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(plans(), st.lists(st.integers(0, 200), min_size=1, max_size=3), st.text(max_size=20))
def test_a_changed_answer_keeps_every_comment(plan: Plan, notes: list[int], text: str) -> None:
    data = commented(form.dump(plan), notes)
    plan.niche.exclusion = clean_text(text)
    plan.start.name = clean_text(text)[::-1]
    result = merge.merged(data, form.tree_of(plan))
    assert result is not None
    assert result.count(b"# note ") == data.count(b"# note ")
