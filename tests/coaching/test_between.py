"""Rules that hold answers of two steps against each other."""

import pytest
from changes import changed
from merging import laid_over

NEED = "niche.candidates.k1.need"
ALTERNATIVE, SENTENCE = "value.statement.alternative", "niche.sentence.alternative"
NEIGHBOURS, EXCLUSION = "niche.neighbours", "niche.exclusion"


PAINS = {
    "value": {
        "pains": [
            {"id": "p1", "what": "Locked out of the schedule", "importance": 9},
            {"id": "p2", "what": "Advice ignores dental software", "importance": 4},
        ]
    }
}


@pytest.mark.parametrize(
    "need",
    [
        "Deliveries stand in the rain because the ramp is too narrow for two vans",
        "Guests leave before dessert and the kitchen throws half of it away",
    ],
)
def test_a_need_that_no_pain_speaks_of(need, good, found):
    assert ("RE19", "value.pains.p1.what") in found(changed(laid_over(good(), PAINS), {NEED: need}))


@pytest.mark.parametrize(
    "need",
    [
        "A locked schedule means a morning without patients",
        "Nobody opens when the schedules are gone",
        "It takes days",
        "",
    ],
)
def test_a_need_that_the_value_step_takes_up(need, good, found):
    plan = changed(laid_over(good(), PAINS), {NEED: need})
    assert "RE19" not in [rule for rule, _ in found(plan)]


def test_a_single_pain_says_too_little(good, found):
    plan = changed(good(), {NEED: "Ramps are too narrow for two vans", "value.pains": 1})
    assert "RE19" not in [rule for rule, _ in found(plan)]


@pytest.mark.parametrize("path", [ALTERNATIVE, SENTENCE])
@pytest.mark.parametrize("text", ["a freelance programmer", "the health fund's own portal"])
def test_an_alternative_that_was_not_looked_at(path, text, good, found):
    assert ("RE20", path) in found(changed(good(), {path: text}))


@pytest.mark.parametrize(
    "text",
    ["an IT generalist", "doing nothing", "firms on call", "one contract for everything", ""],
)
def test_an_alternative_that_was(text, good, found):
    assert "RE20" not in [rule for rule, _ in found(changed(good(), {ALTERNATIVE: text}))]


def test_no_alternative_is_known_yet(good, found):
    plan = changed(good(), {ALTERNATIVE: "a freelance programmer", "value.alternatives": 1})
    assert "RE20" not in [rule for rule, _ in found(plan)]


ADJACENT = {"niche": {"adjacent": [{"id": "n1", "name": "Single-chair practices in towns"}]}}
PART = {"niche": {"segments": [{"id": "s1", "name": "Hospitals", "message": "We answer"}]}}


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (NEIGHBOURS, {"niche": {"neighbours": "Hospitals, same software. Labs: same buyer."}}),
        (NEIGHBOURS, {"niche": {"neighbours": "Labs: same buyer. Practices with a single chair"}}),
        ("niche.adjacent.n1.name", ADJACENT),
        ("niche.segments.s1.name", PART),
    ],
)
def test_growing_into_the_excluded(path, part, good, found):
    hits = found(laid_over(good(), part))
    assert ("RE21", path) in hits, sorted(hits)


@pytest.mark.parametrize(
    ("exclusion", "neighbours"),
    [
        ("Hospitals and single-chair practices", "Veterinary practices. Orthodontic labs."),
        ("Hospitals, until we are five people", "Hospitals: same software"),
        ("Players who scrape reeds and only want cane", "Cor anglais players: same cane"),
        ("", "Hospitals: same software"),
        ("Dental practices without chairs", "Dental labs: same software"),
    ],
)
def test_growing_next_door(exclusion, neighbours, good, found):
    plan = changed(good(), {EXCLUSION: exclusion, NEIGHBOURS: neighbours})
    assert "RE21" not in [rule for rule, _ in found(plan)]


def leaning(*shares, **answers):
    rows = [{"id": f"s{at}", "name": name, "kind": kind, "share": 30}
            for at, (name, kind) in enumerate(shares)]  # fmt: skip
    return {"risk": {"shares": rows}, **answers}


def test_most_come_through_one_channel_that_is_on_no_list(good, found):
    plan = laid_over(good(), leaning(("The biggest practice", "customer")))
    assert "RE22" not in [rule for rule, _ in found(plan)]  # a risk speaks of the study club
    plan.risk.risks[3].effect = "A claim"
    assert "67 %" in found(plan)["RE22", "risk.shares"].message


@pytest.mark.parametrize(
    "part",
    [
        leaning(("Study clubs", "channel")),
        leaning(("The clubs' secretaries", "platform")),
        leaning(),
        leaning(("The biggest practice", "customer"), niche={"channels": [
            {"id": "k1", "name": "Two clubs", "people": 300},
            {"id": "k2", "name": "User day", "people": 300},
        ]}),
        leaning(("The biggest practice", "customer"), niche={"channels": [
            {"id": "k1", "name": "Two clubs"}, {"id": "k2", "name": "User day", "people": 300},
        ]}),
    ],
)  # fmt: skip
def test_ways_in_that_are_watched_or_many(part, good, found):
    plan = laid_over(good(), part)
    plan.risk.risks[3].effect = "A claim"
    assert "RE22" not in [rule for rule, _ in found(plan)]


EVENTS = ("The server room floods", "A van is stolen", "The bank blocks us", "A fire", "Theft")


def next_door(name, primary="niche", **answers):
    risks = [
        {"id": f"r{at}", "event": event, "cause": "bad luck", "effect": "two days lost"} | answers
        for at, event in enumerate(EVENTS)
    ]
    return {
        "niche": {"adjacent": [{"id": "n1", "name": name}] if name else []},
        "differentiation": {"primary": primary, "niche_knowledge": "Chairs run 7 to 9 am"},
        "risk": {"risks": risks},
    }


def test_next_door_without_a_risk(good, found):
    assert ("RE23", "risk.risks") in found(laid_over(good(), next_door("Orthodontic labs")))


@pytest.mark.parametrize(
    "part",
    [
        next_door(""),
        next_door("Orthodontic labs", "service"),
        next_door("Orthodontic labs", cause="We expand too early"),
        next_door("Orthodontic labs", effect="the labs wait for us"),
    ],
)
def test_next_door_with_a_risk_or_not_at_all(part, good, found):
    assert "RE23" not in [rule for rule, _ in found(laid_over(good(), part))]
