"""Flaws of the niche and of the value proposition in many wordings, and what only looks like one.

Each row is put into a plan that is good otherwise.
"""

import pytest
from changes import changed

NEED = "niche.candidates.k1.need"
JOB = "value.job"

# rule, where it must point, answers
BAD = [
    ("NI03", NEED, {NEED: "A help line with a person who knows the practice software"}),
    ("NI03", NEED, {NEED: "Somebody who answers within 15 minutes when data looks wrong"}),
    ("NI03", NEED, {NEED: "Having a local copy of the schedule on any phone"}),
    ("NI03", NEED, {NEED: "We answer in minutes and know their practice software"}),
    ("NI03", NEED, {NEED: "They lack Chairside Safety"}),
    ("VP18", JOB, {JOB: "Ring us when the screen is odd"}),
    ("VP18", JOB, {JOB: "Log in to the portal and look"}),
    ("VP18", JOB, {JOB: "To open the app before the first patient"}),
    ("VP18", JOB, {JOB: "Keep our help line within reach"}),
    ("VP18", JOB, {JOB: "Have Chairside Safety at hand"}),
    ("VP18", JOB, {JOB: "Lose 40 % less patient time"}),
    ("VP18", JOB, {JOB: "Fewer closed mornings"}),
    ("VP18", JOB, {JOB: "A steep rise in bookings"}),
    ("VP18", JOB, {JOB: "Twelve calm weeks a year"}),
    (
        "VP18",
        "value.jobs.j2.what",
        {"value.jobs": [{"id": "j1", "what": "Open on time"}, {"id": "j2", "what": "Call us"}]},
    ),
]

FINE = [
    ("NI03", {NEED: "A hygienist sits idle half a morning and nobody can say for how long"}),
    ("NI03", {NEED: "An update breaks the link to the scanner, and the answer takes days"}),
    ("NI03", {NEED: "Waiting four days for an answer while patients are sent home"}),
    ("NI03", {NEED: "The maker of our software never rings back"}),
    ("VP18", {JOB: "Use the quiet hour before lunch for the accounts"}),
    ("VP18", {JOB: "Call the next patient in on time"}),
    ("VP18", {JOB: "Keep our own patients"}),
    ("VP18", {JOB: "Open the doors at eight"}),
    ("VP18", {JOB: "See eleven patients before lunch"}),
    ("VP18", {JOB: "Check the books in Exact by Friday"}),
    ("VP18", {JOB: "A quiet Monday"}),
]

SAID = [
    ("VP18", "result", {JOB: "Fewer closed mornings"}, "“Fewer closed mornings” is a result."),
]


@pytest.mark.parametrize(("rule", "field", "answers"), BAD)
def test_trips(rule, field, answers, good, found):
    hits = found(changed(good(), answers))
    assert (rule, field) in hits, sorted(hits)


@pytest.mark.parametrize(("rule", "answers"), FINE)
def test_is_left_alone(rule, answers, good, found):
    hits = found(changed(good(), answers))
    assert rule not in [name for name, _ in hits], {key: hits[key].message for key in hits}


@pytest.mark.parametrize(("rule", "name", "answers", "text"), SAID)
def test_says_what_fits(rule, name, answers, text, good, found):
    told = [each.message for each in found(changed(good(), answers)).values() if each.rule == rule]
    assert any(text in message for message in told), told
