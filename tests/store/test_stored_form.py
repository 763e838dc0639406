"""Plan → bytes → Plan is the identity, and the bytes are pleasant to read and to diff."""

import datetime as dt
import difflib
import math
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import plans, raw_texts

from coach.plan import Plan
from coach.steps.niche.model import Candidate, Niche
from coach.steps.risk.model import Risk
from coach.store import form, toml
from coach.text import clean_text, clean_tree
from coach.values import Answers, Claim

STAMP = dt.datetime(2027, 1, 31, 9, 30, tzinfo=dt.UTC)


def a_plan() -> Plan:
    plan = Plan(id="k3f9a1", created=STAMP, changed=STAMP)
    plan.start.name = "Hearth and Crumb"
    plan.niche.candidates = [
        Candidate(id="k00001", name="Coeliacs", need="Bread\nthat is safe"),
        Candidate(id="k00002", evidence=Claim(source="3 calls", points=3)),
    ]
    plan.niche.count = 400
    plan.niche.price = 4.5
    plan.risk.kill_date = dt.date(2027, 6, 1)
    plan.drafts = {"niche.reach": "a third", "niche.adoption": "most"}
    return plan


TEXT = '''\
schema_version = 1
id = "k3f9a1"
created = 2027-01-31 09:30:00+00:00
changed = 2027-01-31 09:30:00+00:00
depth = "fundamentals"
pack = "default"

[start]
name = "Hearth and Crumb"

[niche]
count = 400
price = 4.5

[[niche.candidates]]
id = "k00001"
name = "Coeliacs"
need = """
Bread
that is safe"""

[[niche.candidates]]
id = "k00002"

[niche.candidates.evidence]
source = "3 calls"
points = 3

[risk]
kill_date = 2027-06-01

[drafts]
"niche.adoption" = "most"
"niche.reach" = "a third"
'''


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_every_plan_comes_back_as_it_was(plan: Plan) -> None:
    data = form.dump(plan)
    loaded = form.load(data, "plan.toml")
    assert loaded.plan == plan
    assert loaded.notices == ()
    assert form.dump(loaded.plan) == data


@given(raw_texts())
def test_any_text_comes_back_cleaned(text: str) -> None:
    plan = Plan()
    plan.start.name = clean_text(text)
    assert form.load(form.dump(plan), "plan.toml").plan.start.name == clean_text(text)


def test_a_file_is_readable_and_holds_answers_only() -> None:
    assert form.dump(a_plan()).decode() == TEXT


def test_a_small_change_is_a_small_difference() -> None:
    plan = a_plan()
    before = form.dump(plan).decode().splitlines()
    plan.niche.candidates[0].name = "People with coeliac disease who travel a lot for their work"
    after = form.dump(plan).decode().splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert len(changed) == 2


@pytest.mark.parametrize("rows", [1, 2, 30])
def test_records_are_tables_however_short_they_are(rows: int) -> None:
    plan = Plan()
    plan.risk.risks = [Risk(event="x") for _ in range(rows)]
    assert form.dump(plan).decode().count("[[risk.risks]]") == rows


def test_order_of_records_is_kept() -> None:
    plan = Plan()
    plan.risk.risks = [Risk(event=str(n)) for n in range(12)]
    plan.risk.risks.insert(0, plan.risk.risks.pop())
    loaded = form.load(form.dump(plan), "plan.toml").plan
    assert [row.id for row in loaded.risk.risks] == [row.id for row in plan.risk.risks]


def test_an_answer_emptied_that_has_a_default_stays_empty() -> None:
    plan = Plan()
    plan.start.currency = ""
    assert form.load(form.dump(plan), "plan.toml").plan.start.currency == ""


def test_no_optional_answer_has_a_default_that_none_would_lose() -> None:
    def models(kind: type[Answers]) -> set[type[Answers]]:
        return {kind}.union(*(models(sub) for sub in kind.__subclasses__()))

    for kind in models(Answers):
        for key, info in kind.model_fields.items():
            if type(None) in getattr(info.annotation, "__args__", ()):
                assert info.default is None, f"{kind.__name__}.{key}"


def test_unknown_keys_are_kept_at_every_level() -> None:
    tree = tomllib.loads(TEXT)
    tree["future"] = {"a": {"b": [1, {"c": 2}]}, "when": STAMP}
    tree["niche"]["mood"] = "good"
    tree["niche"]["candidates"][1]["evidence"]["url"] = "x"
    tree["niche"]["rows"] = [{"a": 1}, {"a": 2, "b": {}}]
    loaded = form.load(toml.emit(tree).encode(), "plan.toml").plan
    assert toml.same(tomllib.loads(form.dump(loaded).decode()), tree)


def test_numbers_keep_their_kind() -> None:
    plan = Plan(niche=Niche(price=4.0, count=4))
    loaded = form.load(form.dump(plan), "plan.toml").plan
    assert (type(loaded.niche.price), type(loaded.niche.count)) == (float, int)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1, True, False),
        (1, 1.0, False),
        (math.nan, math.nan, True),
        ([1, 2], [2, 1], False),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ({"a": {"b": [math.nan]}}, {"a": {"b": [math.nan]}}, True),
        ("a", "b", False),
    ],
)
def test_same_is_strict(one: object, other: object, alike: bool) -> None:
    assert toml.same(one, other) is alike


def test_what_does_not_read_back_is_not_written() -> None:
    with pytest.raises(ValueError, match="read back"):
        form.verify(b"a = 1", {"a": 2})


def test_older_times_without_a_zone_count_as_utc() -> None:
    text = TEXT.replace("created = 2027-01-31 09:30:00+00:00", "created = 2027-01-31T09:30:00")
    assert form.load(text.encode(), "plan.toml").plan.created == STAMP


@given(raw_texts())
def test_telling_what_is_clean_agrees_with_cleaning(text: str) -> None:
    try:
        data = toml.emit({"a": text}).encode()
    except UnicodeEncodeError:
        return
    tree = tomllib.loads(data.decode())
    if toml.is_clean(data):
        assert clean_tree(tree) == tree


def test_rows_without_an_id_of_their_own_have_the_same_one_each_time() -> None:
    rows = '[[niche.candidates]]\nname = "One"\n' * 2 + '[[niche.candidates]]\nid = "ka"\n' * 2
    data = f"schema_version = 1\n{rows}".encode()
    first, again = (form.load(data, "plan.toml") for _ in range(2))
    ids = [row.id for row in first.plan.niche.candidates]
    assert ids == [row.id for row in again.plan.niche.candidates]
    assert len(set(ids)) == 4
    assert ids[2] == "ka"
    assert [notice.partition(";")[0] for notice in first.notices] == [
        "two rows of niche.candidates had the id ka"
    ]
