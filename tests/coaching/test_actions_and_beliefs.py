"""Rules about the work to do and about what the plan rests on, each laid over a good plan."""

import datetime as dt

import pytest
from merging import laid_over

TODAY = dt.date(2026, 11, 1)
WHAT, OWNER, SIGN = (f"review.actions.a1.{key}" for key in ("what", "owner", "done_when"))


def act(record="a1", day=5, **answers):
    """An action without a fault, due in ``day`` days, with other answers put in."""
    row = {
        "id": record,
        "what": "Ring seven practices near Ghent",
        "owner": "Mara",
        "due": None if day is None else TODAY + dt.timedelta(days=day),
        "done_when": "seven notes lie in the folder",
        "hours": 3,
    }
    return row | answers


def acts(*rows):
    return {"review": {"actions": list(rows), "weekly_hours": 30}}


def weighed(*importances, **evidence):
    rows = [
        {
            "id": f"b{at}",
            "statement": f"The study club of town {at} opens its door to us",
            "importance": weight,
            "evidence": evidence or {"status": "paid", "points": 9},
        }
        for at, weight in enumerate(importances)
    ]
    return {"review": {"assumptions": rows}}


def one_tested(*beliefs, about="b0"):
    """Two beliefs as (importance, status, points) by row, the test about one of them."""
    rows = [
        {
            "id": f"b{at}",
            "statement": statement,
            "importance": weight,
            "evidence": {"status": status, "points": points},
        }
        for at, (statement, (weight, status, points)) in enumerate(
            zip(("Hygienists open the letter", "Owners prepay a quarter"), beliefs, strict=True)
        )
    ]
    test = {
        "id": "t1",
        "belief": "Letters are opened",
        "doing": "Post 40 letters to hygienists",
        "measure": "booked calls",
        "threshold": "8 or more",
        "due": dt.date(2026, 11, 20),
        "owner": "Mara",
        "assumption": about,
    }
    return {"review": {"assumptions": rows, "tests": [test]}}


def known(status, source):
    claim = {"status": status, "source": source, "points": 9, "date": dt.date(2026, 10, 1)}
    return {"value": {"promise_claim": claim}}


BAD = [
    ("RE08", WHAT, acts(act(what="Strengthen the brand", done_when=""))),
    ("RE08", WHAT, acts(act(what="Nicer invoices", done_when="invoices are nicer"))),
    ("RE08", WHAT, acts(act(what="Work on referrals", done_when="when all is settled"))),
    ("RE08", WHAT, acts(act(what="Find new customers", done_when=""))),
    ("RE08", WHAT, acts(act(what="Sell more", done_when="turnover is up"))),
    ("RE08", SIGN, acts(act(done_when="once we are satisfied"))),
    ("RE08", SIGN, acts(act(done_when="done"))),
    ("RE08", WHAT, acts(act(what="Optimise the storage", done_when="storage optimised"))),
    ("RE08", SIGN, acts(act(what="Collect opinions", done_when="opinions gathered"))),
    ("RE08", SIGN, acts(act(done_when="we have a good overview"))),
    ("RE08", SIGN, acts(act(done_when="steadily growing"))),
    ("RE08", SIGN, acts(act(done_when="the partners have a better feeling"))),
    ("RE08", SIGN, acts(act(done_when="the job is over"))),
    ("RE08", WHAT, acts(act(what="Get better at selling", done_when="sales are better"))),
    ("RE08", SIGN, acts(act(done_when="the club is on our side"))),
    ("RE08", SIGN, acts(act(done_when="dentists have us in their minds"))),
    ("RE08", SIGN, acts(act(done_when="it has become a habit"))),
    ("RE08", WHAT, acts(act(what="Cultivate our relations", done_when="relations are better"))),
    ("RE08", WHAT, acts(act(what="Understand clients better", done_when=""))),
    ("RE08", OWNER, acts(act(owner="Mara or Jonas"))),
    ("RE08", OWNER, acts(act(owner="the young ones"))),
    ("RE08", OWNER, acts(act(owner="whoever has time"))),
    ("RE08", OWNER, acts(act(owner="the drivers"))),
    ("RE08", OWNER, acts(act(owner="everybody a bit"))),
    ("RE08", OWNER, acts(act(owner="one of the assistants"))),
    ("RE08", OWNER, acts(act(owner="the evening team"))),
    ("RE08", OWNER, acts(act(owner=""))),
    ("RE08", "review.actions.a1.due", acts(act(day=None))),
    ("RE08", SIGN, acts(act(done_when=""))),
    ("RE10", "review.actions.a1.due", acts(act(day=15), act("a2", day=40))),
    ("RE10", "review.tests.k1.due", {"review": {"tests": [{"id": "k1", "due": "2027-01-31"}]}}),
    (
        "RE10",
        "review.actions",
        acts(act(what="Code the alarm", done_when="it beeps"), act("a2", what="Choose a typeface",
             done_when="the file is saved")),
    ),
    ("RE15", "review.actions", acts(*(act(f"a{at}") for at in range(8)))),
    ("RE05", "review.tests", one_tested((4, "assumed", None), (4, "heard", 2))),
    ("RE05", "review.tests", one_tested((3, "assumed", None), (5, "heard", 5))),
    ("RE05", "review.tests", one_tested((5, "paid", 30), (5, "observed", 2))),
    ("RE05", "review.tests", one_tested((5, "observed", 5), (4, "heard", 5))),
    ("RE11", "review.assumptions", weighed(5, 5, 5)),
    ("RE11", "review.assumptions", weighed(3, 3, 3, 3)),
    ("RE11", "review.assumptions.b0.evidence", weighed(5, 4, 2, status="observed")),
    ("RE11", "review.assumptions.b0.evidence", weighed(5, 4, 2, status="heard", source="talks")),
    ("RE11", "value.promise_claim.source", known("observed", "25 years of experience")),
    ("RE11", "value.promise_claim.source", known("observed", "we know our owners")),
    ("RE11", "value.promise_claim.source", known("committed", "everyone says yes")),
    ("RE11", "value.promise_claim.source", known("observed", "as a nurse I know")),
    ("RE11", "value.promise_claim.source", known("paid", "half of the town knows me")),
    ("RE11", "value.promise_claim.source", known("paid", "chats at the boat club")),
    ("RE11", "value.promise_claim.source", known("paid", "nine owners said they would buy")),
]  # fmt: skip

FINE = [
    ("RE08", acts(act(what="Find new lids for the jars", done_when="20 lids are pressed"))),
    ("RE08", acts(act(what="Take orders at the gate", done_when="orders signed"))),
    ("RE08", acts(act())),
    ("RE08", acts(act(what="Better lighting for the 3 booths", done_when="3 lamps hang"))),
    ("RE08", acts(act(what="Improve the leaflet", done_when="20 people can repeat it"))),
    ("RE08", acts(act(done_when="the lamp works when the door is shut"))),
    ("RE08", acts(act(owner="Mara from the field team"))),
    ("RE08", acts(act(owner="the bookkeeper"))),
    ("RE08", acts(act(owner="jonas"))),
    ("RE08", acts(act(done_when="her likes and dislikes are on a card"))),
    ("RE08", acts(act(done_when="the board trusts us with the keys"))),
    ("RE08", acts(act(done_when="both say yes"))),
    ("RE08", acts(act(done_when="keys hang on the hook"))),
    ("RE08", {"review": {"tests": [{"id": "k1", "doing": "Improve the leaflet and hand it out",
                                    "owner": "Mara", "due": "2026-11-20"}]}}),
    ("RE08", acts(act(owner="", done="yes"))),
    ("RE08", {"review": {"actions": [{"id": "a1", "what": "Ring seven practices"}],
                         "next_review": None}}),
    ("RE10", acts(act(day=14), act("a2", day=60))),
    ("RE10", acts(act(day=40), act("a2", day=3, done="yes"))),
    ("RE10", {"review": {"tests": [{"id": "k1", "due": "2027-01-30"}]}}),
    ("RE10", acts(act(what="Code the alarm", done_when="it beeps"))),
    (
        "RE10",
        acts(act(what="Code the alarm", done_when="it beeps"), act("a2", what="Wire the switch "
             "and show it to two owners", done_when="two notes")),
    ),
    (
        "RE10",
        acts(act(what="Build the rack, and while it dries ring six shops", done_when="it stands"),
             act("a2", what="Choose a typeface", done_when="the file is saved")),
    ),
    ("RE10", acts(act(what="Draw up the form", done_when="three clients filled it in"), act("a2"))),
    ("RE15", acts(*(act(f"a{at}", done="yes" if at else None) for at in range(8)))),
    ("RE15", acts(*(act(f"a{at}") for at in range(7)))),
    ("RE05", one_tested((5, "assumed", None), (4, "assumed", None))),
    ("RE05", one_tested((4, "assumed", None), (4, "observed", 5))),
    ("RE05", one_tested((None, "assumed", None), (5, "assumed", None))),
    ("RE11", weighed(5, 5)),
    ("RE11", weighed(5, 5, 4)),
    ("RE11", weighed(5, 5, None)),
    ("RE11", weighed(5, 4, 2, status="observed", points=1)),
    ("RE11", weighed(5, 4, 2, status="assumed")),
    ("RE11", known("observed", "experience log of nine practices")),
    ("RE11", known("observed", "visits")),
    ("RE11", known("paid", "regulars")),
    ("RE11", known("paid", "accounts of 2025")),
    ("RE11", known("heard", "chats at the boat club")),
    ("RE11", known("paid", "customers of last season")),
    ("RE11", known("paid", "orders after talks at the guild")),
    ("RE11", known("committed", "letters signed by happy owners")),
]  # fmt: skip

SAID = [
    ("RE08", "sign", acts(act(done_when="all good")), "“all good” is no sign"),
    ("RE08", "no_owner", acts(act(owner="")), "“Ring seven practices near Ghent” has no name"),
    ("RE08", "no_due", acts(act(day=None)), "has no day"),
    ("RE08", "no_done_when", acts(act(done_when="")), "has no sign that it is done"),
    ("RE10", "action", acts(act(day=30)), "first action is due on “2026-12-01”"),
    (
        "RE10",
        "building",
        acts(act(what="Paint a sign", done_when="dry"), act("a2", what="Sort it", done_when="in")),
        "“Paint a sign” and your other actions",
    ),
    ("RE11", "equal", weighed(4, 4, 4), "All 3 assumptions weigh 4 of 5"),
    ("RE11", "beliefs", weighed(5, 4, 2, status="desk"), "All 3 assumptions are said to be known"),
    (
        "RE07",
        "belief",
        {"review": {"assumptions": [{"id": "b0", "statement": "People will love it"}]}},
        "“People will love it”: that can be true",
    ),
    (
        "RE07",
        "seen",
        {"review": {"learnings": [{"id": "l0", "observation": "People loved it"}]}},
        "“People loved it”: that has cost",
    ),
    ("RE11", "rung", known("paid", "good feedback"), "“good feedback” is no sign of it"),
]


@pytest.mark.parametrize(("rule", "field", "part"), BAD)
def test_trips(rule, field, part, good, found):
    hits = found(laid_over(good(), part))
    assert (rule, field) in hits, sorted(hits)


@pytest.mark.parametrize(("rule", "part"), FINE)
def test_is_left_alone(rule, part, good, found):
    hits = found(laid_over(good(), part))
    assert rule not in [name for name, _ in hits], {key: hits[key].message for key in hits}


@pytest.mark.parametrize(("rule", "name", "part", "text"), SAID)
def test_says_what_fits(rule, name, part, text, good, found, pack):
    assert name in pack.rule(rule).messages
    told = [each.message for each in found(laid_over(good(), part)).values() if each.rule == rule]
    assert any(text in message for message in told), told


def test_actions_are_not_judged_where_they_are_not_asked(good, found):
    plan = laid_over(good(), acts(act(owner="", done_when="done")))
    plan.depth = "fundamentals"
    assert not found(plan)
