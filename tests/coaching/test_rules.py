"""Each rule with answers that trip it and with near misses that must not.

Every answer is put into a plan that is good otherwise, so that a near miss is judged in
the company of real answers.
"""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from coach.coaching.engine import RULES
from coach.plan import Plan

WHO = "niche.candidates.k1.who"
NEED = "niche.candidates.k1.need"
CHANNEL = "niche.channels.k1.name"
AUDIENCE = "value.statement.audience"
PROMISE = "value.promise"
BENEFIT = "value.statement.benefit"
RELIEF = "value.pains.k1.relief"
EVENT = "risk.risks.k1.event"
PREVENTION = "risk.risks.k1.prevention"
TRIGGER = "risk.risks.k1.trigger"
OWNER = "risk.risks.k1.owner"
DOING = "review.tests.k1.doing"
MEASURE = "review.tests.k1.measure"
THRESHOLD = "review.tests.k1.threshold"

# rule, where it must point, answers
BAD = [
    ("NI01", WHO, {WHO: "Everyone"}),
    ("NI01", WHO, {WHO: "Small businesses that care about security."}),
    ("NI01", WHO, {WHO: "small and medium-sized companies"}),
    ("NI01", WHO, {WHO: "people who want to be healthy"}),
    ("NI01", WHO, {WHO: "SMEs"}),
    ("NI01", WHO, {WHO: "Businesses of all sizes, local and international"}),
    ("NI01", WHO, {WHO: "Millennials"}),
    ("NI01", WHO, {WHO: "B2B companies that need a website"}),
    ("NI02", WHO, {WHO: "Women 30–45"}),
    ("NI02", WHO, {WHO: "Young men with high income"}),
    ("NI02", WHO, {WHO: "Retirees, 65+, middle class"}),
    ("NI03", NEED, {NEED: "They need an app to plan their shifts"}),
    ("NI03", NEED, {NEED: "They want our platform so that they save time"}),
    ("NI03", NEED, {NEED: "Owners have no Chairside Safety yet"}),
    ("NI04", "niche.candidates", {"niche.candidates": 1}),
    ("NI05", "niche.count", {"niche.count_claim.source": ""}),
    ("NI05", "niche.count", {"niche.count": None}),
    ("NI05", "niche.count_claim.source", {"niche.count_claim.source": "my own estimate"}),
    ("NI05", WHO, {"niche.count": None, WHO: "Dentists, the market is worth $200 billion"}),
    ("NI06", "niche.fixed_cost", {"niche.fixed_cost": 9_000_000}),
    ("NI06", "niche.fixed_cost", {"niche.unit_cost": 500}),
    ("NI06", "niche.fixed_cost", {"niche.count": 0}),
    ("NI07", "niche.fixed_cost", {"niche.fixed_cost": 1_500_000}),
    ("NI08", CHANNEL, {CHANNEL: "Social media", "niche.channels.k2.name": "Google ads"}),
    ("NI08", "niche.channels.k1.people", {"niche.channels": 1, "niche.channels.k1.people": None}),
    ("NI08", "niche.channels", {"niche.channels": 0}),
    ("NI12", "value.alternatives.k1.name", {"value.alternatives.k1.name": "No competitors"}),
    ("NI12", "value.alternatives.k1.name", {"value.alternatives.k1.name": "none"}),
    ("NI12", "value.alternatives", {"value.alternatives": 0}),
    (
        "NI13",
        "niche.candidates.k1.evidence",
        {"niche.candidates.k1.evidence.status": "assumed", "niche.count_claim.status": "assumed"},
    ),
    (
        "NI14",
        "niche.count_claim.date",
        {
            "niche.candidates.k1.evidence.date": dt.date(2024, 1, 5),
            "niche.count_claim.date": dt.date(2025, 2, 1),
        },
    ),
    ("NI15", "niche.exclusion", {"niche.exclusion": ""}),
    ("NI15", "niche.exclusion", {"niche.exclusion": "Nobody, everyone is welcome!"}),
    ("NI15", "niche.exclusion", {"niche.exclusion": "-"}),
    ("NI15", "niche.exclusion", {"niche.exclusion": "we don't exclude anyone"}),
    ("NI16", "niche.neighbours", {"niche.neighbours": "  "}),
    ("NI16", "niche.neighbours", {"niche.neighbours": "none"}),
    ("VP01", AUDIENCE, {AUDIENCE: "Dentists and veterinarians"}),
    ("VP01", AUDIENCE, {AUDIENCE: "cafés / restaurants / hotels in Ghent"}),
    ("VP01", AUDIENCE, {AUDIENCE: "Businesses of every size"}),
    ("VP01", AUDIENCE, {AUDIENCE: ""}),
    ("VP01", PROMISE, {PROMISE: "Security for businesses of every size"}),
    ("VP02", PROMISE, {PROMISE: "We offer high quality and great service"}),
    ("VP02", PROMISE, {PROMISE: "Innovative, reliable solutions with customer-centric approach"}),
    ("VP02", BENEFIT, {BENEFIT: "saves time and money"}),
    ("VP03", PROMISE, {PROMISE: "Saves time, cuts costs, reduces stress and improves quality"}),
    ("VP03", BENEFIT, {BENEFIT: "easy, fast, affordable, secure and modern"}),
    ("VP04", RELIEF, {RELIEF: ""}),
    (
        "VP07",
        "value.pains.k1.cost",
        {"value.pains.k1.how_often": "very often", "value.pains.k1.cost": "a lot of money"},
    ),
    (
        "VP07",
        "value.pains.k1.how_often",
        {"value.pains.k1.how_often": "", "value.pains.k1.cost": ""},
    ),
    ("VP08", RELIEF, {"value.pains.k1.what": "stress", RELIEF: "less stress"}),
    ("VP08", RELIEF, {"value.pains.k1.what": "Late invoices", RELIEF: "No more late invoices!"}),
    ("VP09", "value.alternatives.k1.does_well", {"value.alternatives.k1.does_well": "nothing"}),
    ("VP09", "value.alternatives.k1.does_well", {"value.alternatives.k1.does_well": ""}),
    ("VP11", "value.promise_claim", {"value.promise_claim.status": "assumed"}),
    ("VP15", AUDIENCE, {AUDIENCE: "Customers who value quality"}),
    ("VP15", AUDIENCE, {AUDIENCE: "people"}),
    ("VP15", PROMISE, {AUDIENCE: "", PROMISE: "Safety for companies large and small"}),
    ("VP17", "value.statement", {"value.statement.need": "lose half a day " * 20}),
    ("VP18", "value.job", {"value.job": "Use our dashboard every morning"}),
    ("VP18", "value.job", {"value.job": "Hire us when something is wrong"}),
    (
        "VP19",
        "value.gain",
        {"value.gain": "No more locked schedule", "value.pains.k1.what": "Locked schedule"},
    ),
    (
        "DI01",
        "differentiation.reason",
        {"differentiation.reason": "We differentiate through quality, price, service and AI."},
    ),
    ("DI01", "differentiation.primary", {"differentiation.primary": None}),
    (
        "DI02",
        "differentiation.cost_source",
        {
            "differentiation.primary": "cost",
            "differentiation.cost_source": "We will be the cheapest by accepting lower margins.",
        },
    ),
    ("DI02", "differentiation.cost_source", {"differentiation.primary": "cost"}),
    (
        "DI04",
        "differentiation.reason",
        {
            "differentiation.primary": "cost",
            "differentiation.reason": "Lowest price and best quality",
            "differentiation.trade_off": "none",
        },
    ),
    (
        "DI05",
        "differentiation.quality_measure",
        {
            "differentiation.primary": "quality",
            "differentiation.quality_measure": "Top quality and attention to detail",
        },
    ),
    (
        "DI07",
        "differentiation.service_promise",
        {"differentiation.service_promise": "We are friendly and we care about you"},
    ),
    (
        "DI07",
        "differentiation.service_promise",
        {"differentiation.service_promise": "personal attention, quick + always happy to help"},
    ),
    (
        "DI09",
        "differentiation.niche_knowledge",
        {
            "differentiation.primary": "niche",
            "differentiation.niche_knowledge": "10 years of experience, we understand our clients",
        },
    ),
    ("DI10", "differentiation.primary", {"differentiation.primary": "niche", "niche.chosen": ""}),
    (
        "DI10",
        "differentiation.primary",
        {"differentiation.primary": "niche", WHO: "Small businesses"},
    ),
    (
        "DI11",
        "differentiation.innovation_step",
        {
            "differentiation.primary": "innovation",
            "differentiation.innovation_step": "Blockchain for dental data",
        },
    ),
    ("DI15", "differentiation.trade_off", {"differentiation.trade_off": "Nothing"}),
    ("DI15", "differentiation.trade_off", {"differentiation.trade_off": "No compromises."}),
    ("DI17", "differentiation.reason", {"differentiation.reason": "We use AI"}),
    (
        "DI17",
        "differentiation.reason",
        {"differentiation.reason": "We differentiate through quality, price, service and AI."},
    ),
    ("DI19", "differentiation.signal", {"differentiation.signal": ""}),
    ("RI01", "risk.risks", {"risk.risks": 2}),
    ("RI02", EVENT, {EVENT: "Competition", "risk.risks.k1.cause": ""}),
    ("RI02", EVENT, {EVENT: "cash flow problems", "risk.risks.k1.effect": ""}),
    ("RI03", "risk.risks.k1.probability", {"risk.risks.k1.probability": 97}),
    ("RI03", EVENT, {EVENT: "We have already lost our biggest client"}),
    ("RI04", PREVENTION, {PREVENTION: "Monitor the situation", TRIGGER: ""}),
    ("RI04", PREVENTION, {PREVENTION: "be careful & work hard", TRIGGER: ""}),
    ("RI05", OWNER, {OWNER: "team"}),
    ("RI05", OWNER, {OWNER: "All of us"}),
    ("RI05", OWNER, {OWNER: ""}),
    ("RI06", TRIGGER, {TRIGGER: "sales are falling"}),
    ("RI06", TRIGGER, {TRIGGER: ""}),
    ("RI15", "risk.kill", {"risk.kill": "We will pivot if it does not work."}),
    ("RI15", "risk.kill", {"risk.kill": "We stop if it goes badly by 31 January 2027"}),
    ("RI15", "risk.kill", {"risk.kill": "We never give up"}),
    ("RI15", "risk.kill", {"risk.kill": ""}),
    ("RI15", "risk.kill_date", {"risk.kill_date": None}),
    (
        "RI16",
        "risk.risks",
        {f"risk.risks.k{number}.probability": 50 for number in range(1, 6)},
    ),
    (
        "RI17",
        "niche.neighbours",
        {
            "differentiation.primary": "niche",
            "niche.neighbours": "Later a wider range for all industries",
        },
    ),
    ("RE01", AUDIENCE, {AUDIENCE: "Wedding photographers"}),
    ("RE01", AUDIENCE, {AUDIENCE: "Veterinary practices"}),
    (
        "RE03",
        "value.statement.difference",
        {"value.statement.difference": "plant trees for each invoice"},
    ),
    (
        "RE04",
        PROMISE,
        {"differentiation.primary": "quality", PROMISE: "The cheapest help for dentists"},
    ),
    ("RE06", THRESHOLD, {THRESHOLD: "enough people like it"}),
    ("RE06", THRESHOLD, {THRESHOLD: ""}),
    ("RE07", DOING, {DOING: "Do a survey to see if people like it.", MEASURE: "", THRESHOLD: ""}),
    ("RE07", MEASURE, {MEASURE: "Number of likes"}),
    ("RE07", MEASURE, {MEASURE: "how many would pay"}),
    ("RE08", DOING, {DOING: "Improve marketing"}),
    ("RE08", "review.tests.k1.owner", {"review.tests.k1.owner": "everybody"}),
    ("RE08", "review.tests.k1.due", {"review.tests.k1.due": None}),
    ("RE10", "review.tests.k1.due", {"review.tests.k1.due": dt.date(2027, 3, 1)}),
    ("RE16", "review.next_review", {"review.next_review": None}),
    ("RE16", "review.next_review", {"review.next_review": dt.date(2026, 10, 1)}),
    ("RE16", "review.next_review", {"review.next_review": dt.date(2027, 10, 1)}),
]

# rule, answers that come near and are fine
FINE = [
    ("NI01", {WHO: "SMEs in Flanders with a food licence"}),
    ("NI01", {WHO: "People with diabetes who drive trucks"}),
    ("NI01", {WHO: "anyone who needs dialysis and travels"}),
    ("NI01", {WHO: "Small businesses in Ghent"}),
    ("NI01", {WHO: "consumers with coeliac disease"}),
    ("NI01", {WHO: "companies with 10-50 staff"}),
    ("NI01", {WHO: "Customers of the Saturday market in Leuven"}),
    ("NI01", {WHO: "Parents who carry two children by bike"}),
    ("NI01", {"niche.candidates.k2.who": "Everyone"}),
    ("NI02", {WHO: "Women 30-45 who train for a marathon on shift work"}),
    ("NI02", {WHO: "Single fathers with custody every second week"}),
    ("NI02", {WHO: "Old houses with damp cellars"}),
    ("NI03", {NEED: "Our software does not talk to the scanner and we type it twice"}),
    ("NI03", {NEED: "Drivers need an app for each of 7 charging networks"}),
    ("NI03", {"start.name": "Relief", NEED: "They wait days for relief"}),
    ("NI05", {"niche.count_claim.source": "counted in Google Maps, 12 towns"}),
    ("NI05", {NEED: "A large number of invoices goes missing"}),
    ("NI07", {"niche.fixed_cost": 300_000}),
    ("NI08", {CHANNEL: "Facebook", "niche.channels.k1.people": None}),
    ("NI08", {"niche.channels": 1, CHANNEL: "Facebook group Bakers of Flanders"}),
    ("NI12", {"value.alternatives.k1.name": "They do nothing"}),
    ("NI12", {"value.alternatives.k1.name": "No direct rival; most use Excel"}),
    ("NI13", {"niche.candidates.k1.evidence.status": "assumed"}),
    ("NI14", {"niche.count_claim.date": dt.date(2023, 1, 1)}),
    ("NI14", {"niche.candidates.k1.evidence.date": None}),
    ("NI15", {"niche.exclusion": "No hospitals"}),
    ("NI15", {"niche.exclusion": "No one under 18"}),
    ("NI15", {"niche.exclusion": "Nobody without own kitchen"}),
    ("VP01", {AUDIENCE: "Owners and managers of dental practices"}),
    ("VP01", {AUDIENCE: "Practice owners, managers"}),
    ("VP01", {AUDIENCE: "Small, independent and family-run dental practices"}),
    ("VP01", {AUDIENCE: "Sales and logistics managers in dental supply"}),
    ("VP01", {AUDIENCE: "Parents of children with asthma and eczema"}),
    ("VP01", {AUDIENCE: "Bed and breakfasts on the coast"}),
    ("VP01", {AUDIENCE: "Dentists who buy and repair their own chairs"}),
    ("VP02", {BENEFIT: "easy to clean"}),
    ("VP02", {PROMISE: "Reliable bread on your counter before seven"}),
    ("VP02", {PROMISE: "Better sleep for parents of twins"}),
    ("VP02", {PROMISE: "High quality, great service, 2 days"}),
    ("VP03", {PROMISE: "We bring bread, rolls, cakes and pastries before 6"}),
    ("VP03", {BENEFIT: "cuts scrap and saves a shift"}),
    ("VP07", {"value.pains.k1.how_often": "whenever it rains", "value.pains.k1.cost": "a lot"}),
    ("VP07", {"value.pains.k1.how_often": "", "value.pains.k1.cost": "their best customer"}),
    ("VP08", {"value.pains.k1.what": "stress", RELIEF: "less stress: one person calls at noon"}),
    ("VP08", {"value.pains.k1.what": "no backup copy", RELIEF: "A backup copy on your phone"}),
    ("VP08", {"value.pains.k1.what": "missed calls", RELIEF: "We take the calls"}),
    ("VP09", {"value.alternatives.k1.does_well": "Nothing to install, works at once"}),
    (
        "VP11",
        {
            "value.promise_claim.status": "assumed",
            PROMISE: "We aim to close each case for dental practices the same day",
        },
    ),
    ("VP15", {AUDIENCE: "", PROMISE: "Your customers get their bread before seven"}),
    ("VP15", {AUDIENCE: "Dentists"}),
    ("VP18", {"value.job": "Use up the flour before it spoils"}),
    ("VP19", {"value.gain": "Children ask for the locked box game"}),
    (
        "DI01",
        {"differentiation.reason": "We looked at cost, quality and service but speed wins"},
    ),
    ("DI01", {"differentiation.reason": "Price and quality are equal everywhere, so service"}),
    (
        "DI02",
        {
            "differentiation.primary": "cost",
            "differentiation.cost_source": "Cheaper than new because Anna rebuilds them herself",
        },
    ),
    (
        "DI02",
        {
            "differentiation.primary": "cost",
            "differentiation.cost_source": "low prices: no shop, stock in parents garage",
        },
    ),
    (
        "DI04",
        {
            "differentiation.primary": "cost",
            "differentiation.reason": "Lowest price, same high quality paper",
        },
    ),
    (
        "DI05",
        {
            "differentiation.primary": "quality",
            "differentiation.quality_measure": "every weld is x-rayed, best in the valley",
        },
    ),
    (
        "DI05",
        {
            "differentiation.primary": "quality",
            "differentiation.quality_measure": "Highest quality to ISO norm",
        },
    ),
    (
        "DI05",
        {
            "differentiation.primary": "quality",
            "differentiation.quality_measure": "Solid oak, oiled and never lacquered, dowels only",
        },
    ),
    ("DI07", {"differentiation.service_promise": "Friendly call back the same day"}),
    ("DI07", {"differentiation.service_promise": "we pick up and bring back"}),
    (
        "DI09",
        {
            "differentiation.primary": "niche",
            "differentiation.niche_knowledge": "We know that ovens drift after a cold week",
        },
    ),
    (
        "DI11",
        {
            "differentiation.primary": "innovation",
            "differentiation.innovation_step": "Sensor instead of sniffing each keg",
        },
    ),
    ("DI15", {"differentiation.trade_off": "No weekend work"}),
    ("DI15", {"differentiation.trade_off": "Nothing with colour, only black"}),
    ("DI17", {"differentiation.reason": "AI sorts calls so that a person is free for urgent ones"}),
    ("DI17", {"differentiation.reason": "Practices trust a person more than a chatbot there"}),
    ("RI02", {EVENT: "Recession"}),
    ("RI02", {EVENT: "Key supplier goes bankrupt", "risk.risks.k1.cause": ""}),
    ("RI02", {EVENT: "staff leaves", "risk.risks.k1.cause": ""}),
    ("RI03", {EVENT: "A chain that has already opened in Lille comes to Ghent"}),
    ("RI03", {"risk.risks.k1.probability": 90}),
    ("RI04", {PREVENTION: "Monitor job adverts", TRIGGER: "Two adverts with 'security'"}),
    ("RI04", {PREVENTION: "Review contracts with both landlords", TRIGGER: ""}),
    ("RI04", {PREVENTION: "Monitor cellar temperature with 2 probes", TRIGGER: ""}),
    ("RI05", {OWNER: "Sales team: Mara"}),
    ("RI05", {OWNER: "founder"}),
    ("RI05", {OWNER: "me"}),
    ("RI05", {OWNER: "our accountant"}),
    ("RI06", {TRIGGER: "Landlord sends notice"}),
    ("RI06", {TRIGGER: "a second dentist complains"}),
    ("RI06", {TRIGGER: "fewer than ten calls in a week"}),
    ("RI06", {TRIGGER: "Bank refuses the loan"}),
    ("RI10", {"differentiation.primary": "niche"}),
    ("RI15", {"risk.kill": "No practice has renewed"}),
    ("RI15", {"risk.kill": "If fewer than twelve practices by Easter", "risk.kill_date": None}),
    ("RI16", {f"risk.risks.k{number}.probability": 20 for number in range(1, 5)}),
    (
        "RI17",
        {
            "differentiation.primary": "niche",
            "niche.neighbours": "Vets first; no wider range, same help line",
        },
    ),
    ("RE01", {AUDIENCE: "Dentists"}),
    ("RE01", {AUDIENCE: "Practice owners with nobody for computers"}),
    ("RE01", {AUDIENCE: "clinics that fear for their patients' files"}),
    ("RE03", {"value.statement.difference": "reply within a quarter of an hour, by a person"}),
    (
        "RE04",
        {"differentiation.primary": "cost", PROMISE: "Help for dentists without the premium price"},
    ),
    ("RE06", {THRESHOLD: "at least one practice pays"}),
    ("RE06", {THRESHOLD: "", MEASURE: "5 signed starts"}),
    ("RE07", {MEASURE: "sign-ups after the survey"}),
    ("RE07", {MEASURE: "Market share in Ghent"}),
    ("RE07", {MEASURE: "feedback", THRESHOLD: "3 deposits"}),
    ("RE08", {DOING: "Improve the Ghent leaflet and hand out 50"}),
    ("RE10", {"review.tests.k1.due": dt.date(2026, 11, 30)}),
    ("RE16", {"review.next_review": dt.date(2027, 1, 30)}),
]


def changed(plan, answers):
    """The plan with answers put in; a number for a list of records keeps that many."""
    for path, value in answers.items():
        old = plan.get(path)
        if isinstance(old, list) and isinstance(value, int):
            value = old[:value]
        plan.put(path, value)
    return Plan.model_validate(plan.model_dump(warnings=False))


@pytest.mark.parametrize(("rule", "field", "answers"), BAD)
def test_trips(rule, field, answers, good, found):
    hits = found(changed(good(), answers))
    assert (rule, field) in hits, sorted(hits)


@pytest.mark.parametrize(("rule", "answers"), FINE)
def test_is_left_alone(rule, answers, good, found):
    hits = found(changed(good(), answers))
    assert rule not in [name for name, _ in hits], {key: hits[key].message for key in hits}


@pytest.mark.parametrize("name", ["chairside", "printers", "lessons"])
def test_good_plans_are_left_alone(name, good, found):
    assert not found(good(name, "fundamentals"))


def test_the_fullest_good_plan_is_left_alone_at_every_depth(good, found):
    for depth in ("fundamentals", "intermediate", "advanced"):
        assert not found(good("chairside", depth))


def test_every_rule_is_in_the_tables_or_has_its_own_test():
    own = {"NI17", "RI10", "RE11", "RE15"}
    assert {rule for rule, *_ in BAD} | own == {rule.id for rule in RULES}


# -- the worked bad answers of the method, as a founder would type them in ---------------


def worked(name):
    text = (Path(__file__).parent / "plans" / "worked_bad.toml").read_text(encoding="utf-8")
    return Plan.model_validate({"depth": "advanced", **tomllib.loads(text)[name]})


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("niche", {"NI01", "NI05", "NI08", "NI13", "NI15"}),
        ("segments", {"NI02"}),
        ("proposition", {"VP01", "VP02", "VP03", "VP15"}),
        ("reliever", {"VP07", "VP08"}),
        ("everything", {"DI01", "DI05", "DI17"}),
        ("cheapest", {"DI02"}),
        ("topic", {"RI02", "RI04", "RI05"}),
        ("kill", {"RI15"}),
        ("survey", {"RE06", "RE07"}),
        ("marketing", {"RE08"}),
    ],
)
def test_worked_bad_answers(name, rules, found):
    assert rules <= {rule for rule, _ in found(worked(name))}


# -- rules about several rows ------------------------------------------------------------


def test_segments_that_hear_the_same(good, found):
    plan = good()
    rows = [
        {"id": "s1", "name": "Owners", "need": "calm", "message": "We answer in 15 minutes"},
        {"id": "s2", "name": "Assistants", "need": "help", "message": "An answer in 15 minutes"},
        {"id": "s3", "name": "Nights", "need": "sleep", "message": "Checked while you sleep"},
    ]
    table = plan.model_dump()
    table["niche"]["segments"] = rows
    assert [path for rule, path in found(Plan.model_validate(table)) if rule == "NI17"] == [
        "niche.segments.s2.message"
    ]
    table["niche"]["segments"] = rows[1:]
    assert not found(Plan.model_validate(table))


def test_too_many_segments(good, found):
    table = good().model_dump()
    messages = ["call at noon", "loan bike", "paper copy", "night check", "two chairs", "a book"]
    table["niche"]["segments"] = [
        {"id": f"s{at}", "name": f"Group {text}", "need": text, "message": text}
        for at, text in enumerate(messages)
    ]
    assert ("NI17", "niche.segments") in found(Plan.model_validate(table))


def test_the_four_known_risks_of_a_niche(good, found):
    table = good().model_dump()
    table["differentiation"] |= {"primary": "niche", "niche_knowledge": "Chairs run 7 to 9 am"}
    events = ["The server room floods", "A van is stolen", "The bank blocks us", "A fire", "Theft"]
    for row, event in zip(table["risk"]["risks"], events, strict=True):
        row |= {"event": event, "cause": "bad luck", "effect": "two days lost"}
    assert ("RI10", "risk.risks") in found(Plan.model_validate(table))
    table["risk"]["risks"][4]["effect"] = "practices merge and too few are left"
    assert ("RI10", "risk.risks") not in found(Plan.model_validate(table))


def test_claims_without_any_source(good, found):
    table = good().model_dump()
    for claim in (
        table["niche"]["candidates"][0]["evidence"],
        table["niche"]["count_claim"],
        table["value"]["promise_claim"],
    ):
        claim |= {"source": "", "points": None, "status": "observed"}
    assert "RE11" in [rule for rule, _ in found(Plan.model_validate(table))]
    table["value"]["promise_claim"]["points"] = 4
    assert "RE11" not in [rule for rule, _ in found(Plan.model_validate(table))]


def test_more_tests_than_anyone_does(good, found):
    table = good().model_dump()
    row = table["review"]["tests"][0]
    table["review"]["tests"] = [{**row, "id": f"t{at}"} for at in range(8)]
    assert ("RE15", "review.tests") in found(Plan.model_validate(table))
    table["review"]["tests"].pop()
    assert ("RE15", "review.tests") not in found(Plan.model_validate(table))


def test_risks_all_of_one_kind(good, found):
    plan = good()
    for row in plan.risk.risks:
        row.category = plan.risk.risks[0].category
    assert ("RI01", "risk.risks") in found(plan)
    plan.depth = "fundamentals"  # where the category is not asked
    assert not found(plan)
