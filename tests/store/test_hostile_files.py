"""Files from strangers and from editors: one clear line, or the plan; never a traceback."""

import datetime as dt
import os
from pathlib import Path

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store import form
from coach.store.files import PlanFile
from coach.store.fs import DISK, MAX_FILE, read_file
from coach.store.library import Library
from coach.text import MAX_ANSWER

HEAD = 'schema_version = 1\nid = "k3f9a1"\n'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "no plan of this program", id="empty"),
        pytest.param(b'[project]\nname = "x"\n', "schema_version = 1", id="another TOML file"),
        pytest.param(b"schema_version = 'one'", "a number from 1", id="version text"),
        pytest.param(b"schema_version = true", "a number from 1", id="version bool"),
        pytest.param(b"schema_version = 0", "a number from 1", id="version zero"),
        pytest.param(b"schema_version = 1.0", "a number from 1", id="version float"),
        pytest.param(HEAD.encode() + b"\x00", "line 3", id="NUL"),
        pytest.param(HEAD.encode() + b"a = \x1b", "line 3", id="escape"),
        pytest.param(HEAD.encode() + b"[start]\nname = 'caf\xe9'", "line 4: this is not UTF-8",
                     id="latin-1"),
        pytest.param((HEAD + "a = 'x'").encode("utf-16"), "not UTF-8", id="utf-16"),
        pytest.param(HEAD.encode() + b'a = "\\uD800"', "line 3", id="half character, escaped"),
        pytest.param(HEAD.encode() + b"a = '\xed\xa0\x80'", "not UTF-8", id="half character, raw"),
        pytest.param(HEAD.encode() + b"a = " + b"9" * 5000, "digits", id="number of 5000 digits"),
        pytest.param(HEAD.encode() + b"[niche]\ncount = 0x" + b"f" * 5000, "digits", id="hex"),
        pytest.param(HEAD.encode() + b"a = [0b" + b"1_" * 15_000 + b"1]", "digits", id="in binary"),
        pytest.param(HEAD.encode() + b"a = " + b"[" * 2000, "nested too deep", id="lists, open"),
        pytest.param(HEAD.encode() + b"a = " + b"[" * 40 + b"]" * 40, "deeper than 32",
                     id="lists, deep"),
        pytest.param(HEAD.encode() + b"a" + b".a" * 20_000 + b" = 1", "32 dots", id="dotted key"),
        pytest.param(HEAD.encode() + b"[" + b"'a' . " * 20_000 + b"a]", "32 dots",
                     id="dotted header"),
        pytest.param(HEAD.encode() + b"[" + b".".join([b"a"] * 31) + b"]\n"
                     + b".".join([b"a"] * 31) + b" = 1", "deeper than 32", id="header and key"),
        pytest.param(HEAD.encode() + b"a = '" + b"x" * MAX_FILE + b"'", "larger than 4 MB",
                     id="too large"),
        pytest.param(HEAD.encode() + b"[niche]\nexclusion = '" + b"x" * (MAX_ANSWER + 1) + b"'",
                     "niche.exclusion holds 200,001 characters", id="answer too long"),
        pytest.param(HEAD.encode() + b"a = [['" + b"x" * (MAX_ANSWER + 1) + b"']]",
                     "a.1.1 holds", id="unknown text too long"),
        pytest.param(HEAD.encode() + b"id = 'again'\n", "line 3", id="key twice"),
        pytest.param(HEAD.encode() + b"[niche]\ncount = nan", "niche.count: a number", id="nan"),
        pytest.param(HEAD.encode() + b"[niche]\ncount = inf", "niche.count: a number", id="inf"),
        pytest.param(HEAD.encode() + b"[niche]\ncount = -3", "niche.count: a number from 0",
                     id="negative"),
        pytest.param(HEAD.encode() + b"[niche]\nprice = 1e300", "niche.price: a number from 0",
                     id="astronomical"),
        pytest.param(HEAD.encode() + b"[niche]\nreach = 101", "from 0 to 100", id="percent"),
        pytest.param(HEAD.encode() + b"[niche]\ncount = true", "niche.count", id="bool as number"),
        pytest.param(HEAD.encode() + b'[niche]\ncount = "many"',
                     "niche.count: a number without quotes is expected, not 'many'",
                     id="text as number"),
        pytest.param(HEAD.encode() + b"[start]\nname = 5",
                     "start.name: text in quotes is expected, not 5", id="number as text"),
        pytest.param(HEAD.encode() + b'[start]\nsector = "magic"', "start.sector: expected 'tech",
                     id="no option"),
        pytest.param(HEAD.encode() + b"niche = 5", "niche: a table is expected", id="no table"),
        pytest.param(HEAD.encode() + b"[niche]\ncandidates = 5", "a list is expected",
                     id="no list"),
        pytest.param(HEAD.encode() + b"[[niche.candidates]]\n[[niche.candidates]]\nname = 1",
                     "niche.candidates.2.name: text", id="position from one"),
        pytest.param(HEAD.encode() + b'[risk]\nkill_date = "soon"', "risk.kill_date: a day",
                     id="no day"),
        pytest.param(HEAD.encode() + b"[risk]\nkill_date = 2027-01-01T10:00:00", "a day",
                     id="day with time"),
        pytest.param(HEAD.encode() + b"[[niche.candidates]]\nid = '../x'", "small letters",
                     id="record id"),
        pytest.param(HEAD.encode() + b"[[niche.candidates]]\nid = [1]", "1.id: text in quotes",
                     id="record id of another type"),
        pytest.param(b"schema_version = 1\nid = '../../etc'", "id: small letters", id="plan id"),
        pytest.param(HEAD.encode() + b"depth = 'abyss'", "fundamentals, intermediate or advanced",
                     id="depth"),
        pytest.param(HEAD.encode() + b"[[set_aside]]\nrule = 'NI01'", "key is missing",
                     id="missing key"),
        pytest.param(HEAD.encode() + b"[[niche.candidates]]\n[niche.candidates.evidence]\n"
                     b"points = -1", "evidence.points: a number of 0 or more", id="points"),
        pytest.param(HEAD.encode() + b"[niche.count_claim]\npoints = " + b"9" * 400,
                     "niche.count_claim.points: a number up to 1,000,", id="too many points"),
        pytest.param(HEAD.encode() + b"[differentiation]\nsupporting = ['cost', 'niche', 'cost']",
                     "supporting: a shorter list is expected; correct", id="list too long"),
        pytest.param(HEAD.encode() + b"[start]\nname = 1\noffering = 2\nmarket = 3",
                     "(and 2 more", id="several faults"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_in_one_line_and_stay(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    path = tmp_path / "plans" / "bad.toml"
    path.parent.mkdir()
    path.write_bytes(data)
    places = Places(path.parent, tmp_path / "state")
    with pytest.raises(Refusal) as refused:
        PlanFile.open(path, places)
    assert expected in str(refused.value)
    assert "bad.toml" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "pydantic" not in str(refused.value)
    assert len(str(refused.value)) < 400
    assert path.read_bytes() == data
    assert [each.name for each in path.parent.iterdir()] == ["bad.toml"]
    (entry,) = Library(places).entries()
    assert entry.trouble


@pytest.mark.parametrize(
    ("data", "path", "value"),
    [
        pytest.param(b"\xef\xbb\xbf" + HEAD.encode(), "id", "k3f9a1", id="BOM"),
        pytest.param((HEAD + '[niche]\nexclusion = """\na\nb"""\n').replace("\n", "\r\n").encode(),
                     "niche.exclusion", "a\nb", id="CRLF"),
        pytest.param(HEAD.encode() + b'[start]\nname = "a\\u001b[2Jb"', "start.name", "a[2Jb",
                     id="escape code"),
        pytest.param(HEAD.encode() + b'[start]\nname = "a\\u202Eb"', "start.name", "ab",
                     id="bidirectional override"),
        pytest.param(HEAD.encode() + b'[start]\nname = "a\\r\\nb"', "start.name", "a\nb",
                     id="escaped line ends"),
        pytest.param((HEAD + "[start]\nname = 'a\u2028b'").encode(), "start.name", "a\nb",
                     id="line separator"),
        pytest.param((HEAD + "[niche]\nexclusion = '''\n" + "." * 99 + " = 1\n'''").encode(),
                     "niche.exclusion", "." * 99 + " = 1\n", id="dots in text"),
        pytest.param((HEAD + "[niche]\nexclusion = '0x" + "f" * 5000 + "'").encode(),
                     "niche.exclusion", "0x" + "f" * 5000, id="hex in text"),
        pytest.param((HEAD + "# " + "a." * 99).encode(), "id", "k3f9a1", id="dots in a comment"),
        pytest.param((HEAD + "x = [" + "1.5, " * 99 + "]").encode(), "id", "k3f9a1",
                     id="dots in a list"),
        pytest.param((HEAD + "[niche]\nexclusion = '" + "x" * MAX_ANSWER + "'").encode(),
                     "niche.exclusion", "x" * MAX_ANSWER, id="longest answer"),
        pytest.param(HEAD.encode() + b"[risk]\nkill_date = '2027-01-31'", "risk.kill_date",
                     dt.date(2027, 1, 31), id="day in quotes"),
        pytest.param(HEAD.encode() + b"x = nan", "id", "k3f9a1", id="unknown nan"),
    ],
)  # fmt: skip
def test_odd_files_are_read(data: bytes, path: str, value: object) -> None:
    assert form.load(data, "odd.toml").plan.get(path) == value


def test_a_row_with_the_id_of_another_gets_a_new_one_and_that_is_told() -> None:
    rows = "[[niche.candidates]]\nid = 'ka'\nname = '{}'\n"
    data = (
        HEAD + "[niche]\nchosen = 'ka'\n" + rows.format("a") + rows.format("b") + rows.format("c")
    )
    loaded = form.load(data.encode(), "plan.toml")
    ids = [row.id for row in loaded.plan.niche.candidates]
    assert ids[0] == "ka"
    assert len(set(ids)) == 3
    assert loaded.plan.niche.choice is loaded.plan.niche.candidates[0]
    assert len(loaded.notices) == 2
    assert "niche.candidates" in loaded.notices[0]


def test_a_file_without_a_plan_id_gets_the_same_one_each_time() -> None:
    data = b"schema_version = 1\n[start]\nname = 'By hand'\n"
    first, second = (form.load(data, "plan.toml").plan.id for _ in range(2))
    assert first == second


def test_text_made_to_keep_a_parser_busy_is_refused() -> None:
    # Quadratic work on any of these would take minutes and gigabytes.
    attacks = (
        b"a" + b".a" * 1_900_000,
        b'"""' + b"\\" * 1_000_001,
        b'"""x\\"""' * 400_000,
        b"a" * 3_900_000 + b"." * 33,
        (b"a " + b" " * 40 + b"." * 33 + b"\n") * 40_000,
        b"'" * 3_000_000 + b"." * 40,
    )
    for attack in attacks:
        with pytest.raises(Refusal):
            form.load(HEAD.encode() + attack, "plan.toml")


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "link to a device", "missing"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "plan.toml"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path = Path("/dev/zero")
        case "link to a device":
            path.symlink_to("/dev/zero")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refusal) as refused:
        PlanFile.open(path, Places(tmp_path / "plans", tmp_path / "state"))
    assert str(path) in str(refused.value) or "/dev/zero" in str(refused.value)
    assert sorted(tmp_path.iterdir()) == before


def test_no_more_is_read_than_a_plan_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(Refusal, match="larger than 4 MB"):
        read_file(DISK, path)


def test_a_plan_too_large_to_be_read_again_is_not_saved(tmp_path: Path) -> None:
    places = Places(tmp_path / "plans", tmp_path / "state")
    plan = Plan()
    file = PlanFile.create(plan, places)
    plan.__pydantic_extra__ = {f"x{n}": "y" * MAX_ANSWER for n in range(21)}
    with pytest.raises(Refusal, match="shorten") as refused:
        file.save(plan)
    assert refused.value.emergency.stat().st_size > MAX_FILE  # type: ignore[attr-defined]
    file.close()
