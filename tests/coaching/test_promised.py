"""The statement against the niche step, and its difference against attributes and factors."""

import pytest
from changes import changed

from coach.steps.differentiation.model import Factor
from coach.steps.value.model import Attribute

AUDIENCE, DIFFERENCE = "value.statement.audience", "value.statement.difference"


def standing(attributes=(), factors=(), **answers):
    return {
        "value.attributes": [
            Attribute(id=f"a{at}", name=name) for at, name in enumerate(attributes)
        ],
        "differentiation.factors": [
            Factor(id=f"f{at}", name=name) for at, name in enumerate(factors)
        ],
        **answers,
    }


OURS = ("An answer within 15 minutes", "People from dental practices answer")
FACTORS = ("Minutes until an answer", "Knows the software", "Price a month", "One contract")


@pytest.mark.parametrize(
    ("audience", "name"),
    [
        ("vets with two sites", "Veterinary practices"),
        ("veterinary owners who run two clinics", "Veterinary practices"),
        ("labs for braces without IT staff", "Orthodontic labs"),
    ],
)
def test_the_promise_is_for_a_rejected_candidate(audience, name, good, found):
    message = found(changed(good(), {AUDIENCE: audience}))["RE01", AUDIENCE].message
    assert name in message


@pytest.mark.parametrize(
    "audience",
    [
        "hotel receptions on the coast",
        "tax advisers with staff in Belgium",
        "school secretaries",
        "caravan owners with a leaking roof",
        "families with a newborn",
    ],
)
def test_the_promise_is_for_people_of_whom_nothing_was_said(audience, good, found):
    assert ("RE01", AUDIENCE) in found(changed(good(), {AUDIENCE: audience}))


@pytest.mark.parametrize(
    "audience",
    [
        "dentists who have nobody for IT",
        "practice owners after a patient-data scare",
        "surgeries with 3 to 10 chairs",
        "owners of independent practices in Flanders",
        "small dental clinics",
    ],
)
def test_the_same_group_in_other_words(audience, good, found):
    assert "RE01" not in [rule for rule, _ in found(changed(good(), {AUDIENCE: audience}))]


@pytest.mark.parametrize(
    ("answers", "what"),
    [
        (standing(("A van on call", "Spare parts in stock"), FACTORS), "attributes"),
        (standing(OURS, ("Price", "Parking", "Open at night", "Printed manual")), "factors"),
        (standing(OURS, FACTORS, **{DIFFERENCE: "give ten per cent to a school"}), "attributes"),
        (
            standing(OURS, FACTORS, **{DIFFERENCE: "park a dental van on the beach"}),
            "attributes",
        ),
        (standing((), FACTORS, **{DIFFERENCE: "paint our vans green"}), "factors"),
    ],
)
def test_a_difference_that_is_nowhere_else(answers, what, good, found, pack):
    hit = found(changed(good(), answers))["RE03", DIFFERENCE]
    opening = pack.rule("RE03").messages[what].partition("}")[2].partition("{")[0]
    assert opening in hit.message


@pytest.mark.parametrize(
    "answers",
    [
        standing(OURS, FACTORS),
        standing(OURS[:1], FACTORS[2:]),
        standing(OURS, ("Price", "Dental people who answer", "Open at night", "Parking")),
        standing(OURS, FACTORS, **{DIFFERENCE: "have dental people pick up at once"}),
        standing(("Night log", "Our own van"), (), **{DIFFERENCE: "write a log of each night"}),
        standing(OURS, FACTORS, **{DIFFERENCE: ""}),
    ],
)
def test_a_difference_that_is_known_elsewhere(answers, good, found):
    assert "RE03" not in [rule for rule, _ in found(changed(good(), answers))]


SAID = [
    ("RE01", "other", {AUDIENCE: "vets with two sites"}, "which you did not choose"),
    ("RE03", "attributes", standing(("A van", "A shop")), "stands nowhere under “"),
    (
        "RE03",
        "factors",
        standing((), ("A van", "A shop", "A bill", "Ice")),
        "buyers compare by other things",
    ),
]


@pytest.mark.parametrize(("rule", "name", "answers", "text"), SAID)
def test_says_what_fits(rule, name, answers, text, good, found, pack):
    assert name in pack.rule(rule).messages
    told = [each.message for each in found(changed(good(), answers)).values() if each.rule == rule]
    assert any(text in message for message in told), told
