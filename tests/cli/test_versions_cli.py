"""Earlier versions from the command line."""

import pytest

from coach.store.reading import read_plan


@pytest.fixture
def path(run, make):
    """A plan with two earlier versions."""
    path = make("Hearth & Crumb")
    run("set", path.stem, "niche.count", "1850")
    run("set", path.stem, "niche.candidates.+.name", "Runners")
    return path


def test_history_lists_versions_newest_first(run, path):
    lines = run("history", path.stem).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    names = [line.split()[1] for line in lines]
    assert names == sorted(names, reverse=True)


def test_a_plan_without_history_says_when_it_will_have_one(run, make):
    result = run("history", make("New").stem)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no earlier versions" in result.stderr


def test_restore_brings_back_a_version_and_keeps_the_present(run, path):
    plan_id = read_plan(path).id
    result = run("restore", path.stem, "2")
    assert (result.exit_code, result.stdout) == (0, "")
    restored = read_plan(path)
    assert (restored.niche.count, restored.niche.candidates, restored.id) == (None, [], plan_id)
    assert len(run("history", path.stem).stdout.splitlines()) == 3
    run("restore", path.stem, "1")
    assert read_plan(path).niche.count == 1850
    assert read_plan(path).niche.candidates[0].name == "Runners"


def test_a_damaged_plan_can_be_restored(run, path):
    run("set", str(path), "start.name", "Before")
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("[start]", "[start"), "utf-8")
    assert run("get", str(path)).exit_code == 2
    assert run("history", str(path)).stdout
    assert run("restore", str(path), "1").exit_code == 0
    assert run("get", str(path)).exit_code == 0


@pytest.mark.parametrize("version", ["0", "9", "yesterday"])
def test_restore_of_no_version_is_refused(run, refused, path, version):
    before = path.read_bytes()
    assert "1 to 2" in refused(run("restore", path.stem, version))
    assert path.read_bytes() == before


def test_diff_says_by_field_what_was_and_what_is(run, path):
    row = read_plan(path).niche.candidates[0].id
    lines = run("diff", f"{path.stem}@2", path.stem).stdout.splitlines()
    count = next(at for at, line in enumerate(lines) if line.endswith("(niche.count)"))
    assert lines[count + 1] == "  + 1850"
    name = next(at for at, line in enumerate(lines) if f"(niche.candidates.{row}.name)" in line)
    assert lines[name + 1] == "  + Runners"
    back = run("diff", path.stem, f"{path.stem}@2").stdout.splitlines()
    assert "  - 1850" in back


def test_diff_compares_plans_and_names_claims(run, path, make):
    other = make("Other", niche={"count": 1850, "count_claim": {"source": "Register"}})
    said = run("diff", str(path), str(other)).stdout
    assert "  - Hearth & Crumb\n  + Other\n" in said
    assert ": Source (niche.count_claim.source)\n  + Register\n" in said
    assert "(niche.count)" not in said


def test_diff_of_the_same_says_so_and_prints_nothing(run, path):
    result = run("diff", path.stem, path.stem)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no difference\n")


@pytest.mark.parametrize("word", ["nosuch", "nosuch@1"])
def test_diff_of_no_plan_is_refused(run, refused, path, word):
    assert "nosuch" in refused(run("diff", word, path.stem))


def test_diff_of_no_version_is_refused(run, refused, path):
    assert "1 to 2" in refused(run("diff", f"{path.stem}@7", path.stem))
