"""Rules about what is done: against risks, about beliefs, with results, within the week.

Each part of a plan is laid over a plan that is good otherwise.
"""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merging import laid_over

from coach.coaching.engine import Coach
from coach.coaching.rule import Level
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.values import Claim, Status

PACK = Pack()
TODAY = dt.date(2026, 11, 1)
RISK = {
    "id": "r1",
    "event": "Our bottle maker stops delivering",
    "cause": "A single glass works in the region",
    "effect": "Three brews wait",
    "trigger": "Two late deliveries in a month",
    "prevention": "Order a tenth from a second glass works",
    "owner": "Lena",
    "probability": 25,
    "impact": 24000,
}


def risk(**answers):
    """A list of six risks, the one above changed among them."""
    return {"risk": {"risks": [RISK | answers, *OTHERS], "kill_date": dt.date(2027, 1, 31)}}


OTHERS = [
    {
        "id": f"o{at}",
        "event": f"{event} by spring {at}",
        "cause": "Frost at night",
        "effect": "Loss of 2 weeks",
        "trigger": "Two nights below zero",
        "prevention": "Heat the hall at 5 degrees",
        "owner": "Lena",
        "probability": 10 + at,
        "impact": 5000,
    }
    for at, event in enumerate(
        (
            "The pipes burst",
            "The truck freezes",
            "The hall floods",
            "The bank says no",
            "Malt spoils",
        )
    )
]


def spent(cost, after=(10, 24000), **answers):
    return risk(cost=cost, probability_after=after[0], impact_after=after[1], **answers)


def told_goal(count):
    """A goal in the line to stop at, in the word that customers are called by."""
    return {"risk": {"kill": f"We stop unless {count} practices pay by June 2027"}}


def kept(treatment="retain", reserve=20000, **answers):
    return laid(risk(treatment=treatment, **answers), reserve=reserve)


def leans(name, kind, share, **answers):
    return laid(risk(**answers), shares=[{"id": "s1", "name": name, "kind": kind, "share": share}])


def reason(what, **answers):
    return laid(risk(), reasons=[{"id": "p1", "what": what, **answers}])


def linked_but(what, **answers):
    """A reason beside one that is linked to a risk."""
    other = {"id": "p2", "what": "A pipe burst in May", "risk": "o0"}
    return laid(risk(), reasons=[{"id": "p1", "what": what, **answers}, other])


def laid(part, **answers):
    return {**part, "risk": part["risk"] | answers}


def review(**answers):
    return {"review": answers}


def belief(statement, importance=5, status="assumed", record="a1", **evidence):
    claim = {"status": status, **evidence}
    return {"id": record, "statement": statement, "importance": importance, "evidence": claim}


def trial(about="", record="t1", says="Shops keep the price"):
    return {
        "id": record,
        "belief": says,
        "doing": "Write 40 letters to shops",
        "measure": "paid deposits",
        "threshold": "5 or more",
        "owner": "Lena",
        "due": dt.date(2026, 11, 10),
        "assumption": about,
    }


def action(hours, day, **answers):
    due = None if day is None else TODAY + dt.timedelta(days=day)
    row = {"id": f"a{hours}", "what": f"Phone {hours} shops", "owner": "Lena", "done_when": "notes"}
    return row | {"due": due, "hours": hours} | answers


def week(weekly, *actions):
    return review(weekly_hours=weekly, actions=list(actions))


def in_hands(name, of):
    """The hotel and another customer, a third each, and what the other is called."""
    first = {"id": "s1", "name": "The hotel at the lake", "kind": "customer", "share": 34}
    return {
        "risk": {
            "shares": [first, {"id": "s2", "name": f"{name}{of}", "kind": "customer", "share": 30}]
        }
    }


def learned(change, **answers):
    card = {"id": "l1", "observation": "3 of 40 owners signed", "change": change}
    return review(learnings=[card | {"date": dt.date(2026, 10, 20)} | answers])


PAY = "Owners pay €420 a month before they have had an incident"
PREVENTION, AFTER = "risk.risks.r1.prevention", "risk.risks.r1.probability_after"
COST, TREATMENT = "risk.risks.r1.cost", "risk.risks.r1.treatment"
SHARE, WHAT, REVIEW = "risk.shares.s1.share", "risk.reasons.p1.what", "risk.risks.r1.review"
STATEMENT, CHANGE = "review.assumptions.a1.statement", "review.learnings.l1.change"

BASIC = {"depth": "fundamentals"}

BAD = [
    ("RI07", PREVENTION, risk(prevention="Post more often", treatment="likelihood")),
    ("RI07", PREVENTION, risk(prevention="A flyer with a new logo", cost=90)),
    ("RI07", PREVENTION, risk(prevention="Teach a student the oven and pay him well", cost=90)),
    ("RI07", PREVENTION, risk(prevention="Change the opening hours", cost=90)),
    ("RI07", PREVENTION, risk(prevention="A team dinner each quarter", cost=300)),
    ("RI07", PREVENTION, risk(prevention="Keep an eye on it", contingency="Stay calm", cost=90)),
    ("RI07", PREVENTION, risk(prevention="Be faster than they are", treatment="likelihood")),
    ("RI07", PREVENTION, BASIC | risk(prevention="Trust our quality")),
    ("RI08", AFTER, risk(probability_after=25, impact_after=24000)),
    ("RI08", AFTER, risk(probability_after=40, impact_after=24000)),
    ("RI09", COST, spent(9000)),
    ("RI09", COST, spent(3601)),
    ("RI09", COST, spent(9000, treatment="share")),
    ("RI09", COST, spent(15000, treatment="share", prevention="Insure the glass")),
    ("RI09", COST, spent(5000, treatment="consequence", contingency="Rent a still")),
    ("RI09", COST, laid(spent(15000), reserve=23999)),
    ("RI09", COST, spent(9000, effect="Three live tastings are lost")),
    ("RI11", SHARE, leans("The hotel at the lake", "customer", 62)),
    ("RI11", SHARE, leans("Stayhere", "platform", 50.5)),
    ("RI11", SHARE, in_hands("The inn on the hill", ", same owner")),
    ("RI11", SHARE, in_hands("The inn on the hill", ", bought by the first in May")),
    ("RI11", SHARE, leans("Search adverts", "channel", 80)),
    ("RI11", SHARE, leans("The kiosk in Frost valley", "customer", 70)),
    ("RI12", TREATMENT, kept()),
    ("RI12", TREATMENT, kept(None, contingency="We live with it")),
    ("RI12", TREATMENT, kept("take", impact=9000, impact_range={"low": 4000, "high": 20001})),
    ("RI13", STATEMENT, review(assumptions=[belief(PAY)], tests=[trial()])),
    (
        "RI13",
        STATEMENT,
        review(assumptions=[belief(PAY, 4, "heard", points=9)], tests=[trial("a9")]),
    ),
    ("RI14", WHAT, reason("A chain bought eleven of our shops")),
    ("RI14", WHAT, reason("A chain bought eleven of our shops", dismissed="n/a")),
    ("RI14", WHAT, reason("A chain bought eleven of our shops", risk="gone")),
    ("RI14", WHAT, reason("A chain bought eleven of our shops", dismissed="Quite unlikely")),
    ("RI14", WHAT, reason("A chain bought eleven of our shops", dismissed="Let us skip that one")),
    ("RI14", WHAT, reason("A chain bought eleven of our shops", dismissed="I'd rather not talk")),
    ("RI14", WHAT, reason("A chain bought ten of our shops", dismissed="Jo said it, we moved on")),
    ("RI14", WHAT, reason("A chain bought ten of our shops", dismissed="That will not happen")),
    ("RI14", WHAT, reason("A chain bought ten of our shops", dismissed="Jo finds it silly")),
    ("RI14", WHAT, linked_but("A chain bought eleven of our shops")),
    ("RI12", TREATMENT, kept(contingency="Call the insurer at once")),
    (
        "RI13",
        STATEMENT,
        review(
            assumptions=[belief("Two in three hosts know us from the glass works", 4)],
            tests=[trial()],
        ),
    ),
    ("RI18", REVIEW, risk(status="open")),
    ("RI18", REVIEW, risk(review=dt.date(2026, 10, 31))),
    ("RI18", REVIEW, risk(review=dt.date(2027, 5, 4))),
    ("RE02", "value.our_price", {"value": {"our_price": 4800}}),
    ("RE02", "value.our_price", {"value": {"our_price": 420}}),
    (
        "RE02",
        "differentiation.cost_price",
        {"differentiation": {"primary": "cost", "cost_price": 600, "cost_change": -10}},
    ),
    (
        "RE05",
        "review.tests",
        review(
            assumptions=[belief(PAY), belief("Noon is best", 2, record="a2")], tests=[trial("a2")]
        ),
    ),
    (
        "RE05",
        "review.tests",
        review(
            assumptions=[belief(PAY, 5, "heard", points=5), belief("Noon is best", 2, record="a2")],
            tests=[trial("a2"), trial(record="t2")],
        ),
    ),
    ("RE09", "review.weekly_hours", week(10, action(40, 11))),
    ("RE09", "review.weekly_hours", week(10, action(8, 3), action(9, 4))),
    ("RE09", "review.weekly_hours", week(0, action(1, 0))),
    ("RE12", CHANGE, learned("Nothing")),
    ("RE12", CHANGE, learned("Lena told Marek in the car")),
    ("RE12", CHANGE, learned("carry on as planned")),
    ("RE12", CHANGE, learned("None so far, no changes needed")),
    ("RE12", CHANGE, learned("It stays at the back of our heads")),
    ("RE12", CHANGE, learned("We have heard that before, good to remember")),
    ("RE12", CHANGE, learned("")),
    ("RE12", CHANGE, learned("", date=None, insight="They fear the contract")),
    ("RE14", "niche.goal", {"niche": {"goal": 926}}),
    ("RE14", "niche.goal", {"niche": {"goal": 900, "growth": -5}}),
    ("RE14", "risk.kill", told_goal(4000)),
]

FINE = [
    ("RI07", risk(prevention="Post more often")),
    ("RI07", risk(prevention="Post more often", treatment="likelihood", contingency="Cans")),
    ("RI07", risk(prevention="Post more often", treatment="share")),
    ("RI07", risk(prevention="Keep an eye on it", contingency="Fill cans", cost=90)),
    ("RI07", risk(prevention="Keep an eye on it", treatment="likelihood", trigger="")),
    ("RI07", BASIC | risk(prevention="Watch the kiln with a second thermometer")),
    ("RI07", BASIC | risk(prevention="Follow their notices each Monday")),
    ("RI07", BASIC | risk(prevention="Show the permit at the gate")),
    ("RI07", BASIC | risk(prevention="Trust no pallet without a photo")),
    ("RI07", risk(prevention="Post more often", treatment="likelihood", cause="")),
    ("RI07", risk(prevention="Buy glasses abroad", treatment="likelihood")),
    ("RI07", risk(prevention="Do without them from June", treatment="likelihood")),
    ("RI07", risk(prevention="Post more often", treatment="likelihood", status="closed")),
    ("RI08", risk(probability_after=25, impact_after=23000)),
    ("RI08", risk(probability_after=30, impact_after=4000)),
    ("RI08", risk(probability_after=25)),
    ("RI08", risk(probability_after=25, impact_after=24000, treatment="retain")),
    ("RI08", risk(probability_after=25, impact_after=24000, prevention="", contingency="")),
    ("RI09", spent(3600)),
    ("RI09", spent(9000, category="law")),
    ("RI09", spent(4500, treatment="share")),
    ("RI09", spent(9000, treatment="share", prevention="Insure the glass")),
    ("RI09", spent(4500, treatment="consequence", contingency="Rent a still")),
    ("RI09", spent(9000, treatment="retain")),
    ("RI09", spent(9000, effect="A child is hurt")),
    ("RI09", laid(spent(9000), reserve=23999)),
    ("RI09", spent(9000, after=(25, 24000))),
    ("RI09", risk(cost=9000)),
    ("RI11", leans("The hotel at the lake", "customer", 50)),
    ("RI11", in_hands("The inn on the hill", "")),
    (
        "RI11",
        leans("The hotel at the lake", "customer", 62, event="The lake hotel orders elsewhere"),
    ),
    ("RI11", leans("Vetro", "supplier", 62, cause="One supplier makes all our bottles")),
    ("RI11", leans("Lena", "person", 80)),
    ("RI11", leans("", "customer", 80)),
    ("RI12", kept("share")),
    ("RI12", kept(None)),
    ("RI12", kept("consequence", contingency="We live with it")),
    ("RI12", kept(reserve=24000)),
    ("RI12", kept(reserve=None)),
    ("RI12", kept(contingency="Credit line of 30,000 agreed with the bank")),
    ("RI13", review(assumptions=[belief(PAY)], tests=[])),
    ("RI13", review(assumptions=[belief(PAY)], tests=[trial("a1")])),
    ("RI13", review(assumptions=[belief(PAY, 3)], tests=[trial()])),
    ("RI13", review(assumptions=[belief(PAY, 5, "observed")], tests=[trial()])),
    ("RI13", review(assumptions=[belief(PAY)], tests=[trial(says="They pay 420 a month")])),
    ("RI13", review(assumptions=[belief(PAY)], tests=[trial()]) | risk(assumption="a1")),
    ("RI14", reason("A chain bought eleven of our shops", risk="r1")),
    ("RI14", reason("A chain bought eleven of our shops", dismissed="They left the region")),
    ("RI14", reason("The bottle maker stopped in May")),
    ("RI14", linked_but("A chain bought eleven of our shops", dismissed="Insured")),
    (
        "RI13",
        review(assumptions=[belief("The bottle maker stops for nobody")], tests=[trial()]) | risk(),
    ),
    ("RI14", laid(reason("A chain bought eleven"), kill="", kill_date=None)),
    ("RI18", risk()),
    ("RI18", risk(status="closed")),
    ("RI18", risk(status="open", review=dt.date(2027, 5, 3))),
    ("RI18", risk(review=TODAY)),
    ("RE02", {"value": {"our_price": 5000}}),
    ("RE02", {"value": {"our_price": 420}, "niche": {"orders": 0.5}}),
    ("RE02", {"value": {"our_price": 4800}, "niche": {"orders": None}}),
    ("RE02", {"differentiation": {"cost_price": 600}}),
    ("RE02", {"differentiation": {"primary": "cost", "cost_price": 600, "cost_change": -30}}),
    ("RE02", {"differentiation": {"primary": "cost", "cost_price": 17.5}}),
    ("RE05", review(assumptions=[belief(PAY)], tests=[trial()])),
    (
        "RE05",
        review(
            assumptions=[belief(PAY), belief("Noon", 2, record="a2")],
            tests=[trial("a2"), trial(record="t2", says="They pay 420 a month")],
        ),
    ),
    (
        "RE05",
        review(assumptions=[belief(PAY), belief("Noon", None, record="a2")], tests=[trial("a2")]),
    ),
    ("RE09", week(10, action(10, 3), action(7, 11))),
    ("RE09", week(10, action(40, 11, done="yes"))),
    ("RE09", week(10, action(40, -1))),
    ("RE09", week(10, action(40, None))),
    ("RE09", week(None, action(40, 3))),
    ("RE09", week(10, action(40, 28))),
    ("RE12", learned("Nothing yet: the mark lay between right and wrong")),
    ("RE12", learned("We lower the price")),
    ("RE12", learned("No answer changes: reach stays at 50 %")),
    ("RE12", learned("", date=None)),
    ("RE12", learned("", observation="")),
    ("RE14", {"niche": {"goal": 925}}),
    ("RE14", told_goal(90)),
    ("RE14", {"niche": {"goal": 1000, "growth": 3}}),
    ("RE14", {"niche": {"goal": 5000, "reach": None}}),
]

# rule, message, part of a plan, what the message must say
SAID = [
    ("RE14", "told", told_goal(4000), "4,000 customers are meant here"),
    ("RI07", "eye", BASIC | risk(prevention="New T-shirts"), "would come just the same"),
    ("RI08", "worse", risk(probability_after=40, impact_after=24000), "after it 40 % and"),
    ("RI14", "unlinked", linked_but("The bottle maker stopped in May"), "which of your risks"),
    ("RI18", "past", risk(review=dt.date(2026, 10, 31)), "was “2026-10-31”"),
    (
        "RE02",
        "unit",
        {"differentiation": {"primary": "cost", "cost_price": 600}},
        "600 here, and",
    ),
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
def test_says_what_fits(rule, name, part, text, good, found):
    told = [each.message for each in found(laid_over(good(), part)).values() if each.rule == rule]
    assert any(text in message for message in told), told


def test_an_act_for_after_is_missed_only_where_it_is_asked(good, found):
    plan = laid_over(good(), risk(prevention="Look for an importer", treatment="likelihood"))
    assert ("RI07", PREVENTION) in found(plan)
    plan.depth = "fundamentals"
    assert ("RI07", PREVENTION) not in found(plan)


@pytest.mark.parametrize("act", ["Redecorate the office", "A barbecue with new T-shirts"])
def test_an_act_for_the_eye_stops_nothing_at_any_depth(act, good, found):
    plan = laid_over(good(), risk(prevention=act, treatment="likelihood"))
    plan.depth = "fundamentals"
    assert "does not touch the cause" in found(plan)["RI07", PREVENTION].message
    lonely = risk(prevention=act, event="Customers forget us over the winter")
    plan = laid_over(plan, lonely)
    assert ("RI07", PREVENTION) not in found(plan)


def test_a_belief_is_carried_by_an_action_or_a_result_about_it(good, found):
    part = review(assumptions=[belief("60 of 100 houses let us taste in their kitchen", 4)])
    plan = laid_over(good(), part)
    assert ("RI13", STATEMENT) in found(plan)
    acting = action(5, 3, what="Ring twelve hosts and fix the tasting in their kitchen")
    told = laid_over(plan, review(actions=[acting], weekly_hours=10))
    assert ("RI13", STATEMENT) not in found(told)


def test_the_load_is_told_with_its_day(good, found):
    hits = found(laid_over(good(), week(10, action(4, 2), action(36, 12))))
    assert hits["RE09", "review.weekly_hours"].message == (
        "By 2026-11-13 your open actions take 40 hours. At 10 a week there are 18.6."
    )


def test_two_prices_are_told_with_both_fields(good, found):
    message = found(laid_over(good(), {"value": {"our_price": 4800}}))["RE02", "value.our_price"]
    assert "4,800 a year here, but “Price" in message.message
    assert "5,040" in message.message


# -- evidence ----------------------------------------------------------------------------

STATUSES = st.sampled_from(list(Status))


@st.composite
def beliefs(draw):
    """Assumptions, some of them tested, some carried by a risk, known more or less well."""
    told = [PAY, "Shops keep the price", "The phone is answered at noon", "Nobody copies it"]
    rows = [
        belief(
            text, draw(st.sampled_from([None, 1, 3, 4, 5])), draw(STATUSES), f"a{at}", points=points
        )
        for at, text in enumerate(told)
        if (points := draw(st.integers(0, 6))) >= 0
    ]
    about = st.sampled_from(["", *(row["id"] for row in rows)])
    tests = [trial(draw(about), f"t{at}") for at in range(draw(st.integers(0, 3)))]
    return review(assumptions=rows, tests=tests) | risk(assumption=draw(about))


def flaws(plan):
    return {
        (each.rule, each.field)
        for each in Coach(PACK, TODAY).check(plan)
        if each.level in (Level.BLOCKER, Level.FLAW)
    }


@settings(
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(beliefs(), st.integers(0, 3), STATUSES, st.integers(0, 6))
def test_more_evidence_for_a_belief_never_adds_a_flaw(good, part, at, status, points):
    plan = laid_over(good(), part)
    before = flaws(plan)
    claim = plan.review.assumptions[at].evidence
    stronger = max(claim.status, status, key=lambda each: each.rank)
    plan.review.assumptions[at].evidence = Claim(
        status=stronger, source="calls", points=max(claim.points or 0, points)
    )
    assert flaws(plan) <= before


@settings(
    max_examples=30,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(beliefs(), st.randoms(use_true_random=False))
def test_the_order_of_beliefs_and_tests_changes_nothing(good, part, dice):
    plan = laid_over(good(), part)
    before = {(each.rule, each.field, each.message) for each in Coach(PACK, TODAY).check(plan)}
    for rows in (plan.review.assumptions, plan.review.tests, plan.risk.risks):
        dice.shuffle(rows)
    plan = Plan.model_validate(plan.model_dump(warnings=False))
    after = {(each.rule, each.field, each.message) for each in Coach(PACK, TODAY).check(plan)}
    assert after == before
