"""Each rule with answers that trip it and with near misses that must not.

Every answer is put into a plan that is good otherwise, so that a near miss is judged in
the company of real answers.
"""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from changes import changed

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
RIVAL = "niche.candidates.k2.who"
THRESHOLD = "review.tests.k1.threshold"

SEGMENT = {"id": "k1", "name": "Night nurses", "message": "We are the best in service"}
EXAMPLE = (
    "When something looks wrong with patient data, they phone a general IT firm and wait two to "
    "four days for someone who does not know dental software"
)

# rule, where it must point, answers
BAD = [
    ("NI01", WHO, {WHO: "Everyone"}),
    ("NI01", WHO, {WHO: "Small businesses that care about security."}),
    ("NI01", WHO, {WHO: "small and medium-sized companies"}),
    ("NI01", WHO, {WHO: "people who want to be healthy"}),
    ("NI01", WHO, {WHO: "SMEs"}),
    ("NI01", WHO, {WHO: "Businesses of all sizes, local and international"}),
    ("NI01", WHO, {WHO: "Millennials"}),
    ("NI01", WHO, {WHO: "Small businesses in Ghent"}),
    ("NI01", WHO, {WHO: "B2B companies that need a website"}),
    ("NI02", WHO, {WHO: "Women 30–45"}),
    ("NI02", WHO, {WHO: "Young men with high income"}),
    ("NI02", WHO, {WHO: "Retirees, 65+, middle class"}),
    ("NI03", NEED, {NEED: "They need an app to plan their shifts"}),
    ("NI03", NEED, {NEED: "They want our platform so that they save time"}),
    ("NI03", NEED, {NEED: "Owners have no Chairside Safety yet"}),
    ("NI04", "niche.candidates", {"niche.candidates": 1}),
    (
        "NI04",
        RIVAL,
        {"niche.candidates.k2.name": "Parents", RIVAL: "Parents"},
    ),
    ("NI05", "niche.count", {"niche.count_claim.source": ""}),
    ("NI05", "niche.count", {"niche.count": None}),
    ("NI05", "niche.count_claim.source", {"niche.count_claim.source": "my own estimate"}),
    ("NI05", WHO, {"niche.count": None, WHO: "Dentists, the market is worth $200 billion"}),
    ("NI21", "niche.adoption", {"niche.fixed_cost": 500_000}),
    ("NI22", "niche.adoption", {"niche.adoption": 50}),
    ("NI22", "niche.adoption", {"niche.adoption": 50, "niche.reach": None}),
    ("NI22", "niche.reach", {"niche.reach": 95}),
    ("NI06", "niche.fixed_cost", {"niche.fixed_cost": 9_000_000}),
    ("NI21", "niche.adoption", {"niche.fixed_cost": 500_000}),
    ("NI06", "niche.unit_cost", {"niche.unit_cost": 500}),
    ("NI06", "niche.unit_cost", {"niche.unit_cost": 421, "niche.fixed_cost": 0}),
    ("NI06", "niche.unit_cost", {"niche.unit_cost": 420}),
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
    ("VP02", PROMISE, {PROMISE: "We make sustainable mobility easy with premium care solutions"}),
    (
        "VP02",
        PROMISE,
        {NEED: "The car breaks down on Tuesday", PROMISE: "Easy mobility, premium care solutions"},
    ),
    (
        "VP02",
        PROMISE,
        {WHO: "Families in Ghent who care about nature", PROMISE: "Easy and premium care"},
    ),
    ("VP02", "differentiation.reason", {"differentiation.reason": "We are passionate"}),
    ("VP02", "niche.segments.k1.message", {"niche.segments": [SEGMENT]}),
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
    ("VP08", RELIEF, {RELIEF: "no worries anymore"}),
    ("VP08", RELIEF, {RELIEF: "Peace of mind"}),
    ("VP09", "value.alternatives.k1.does_well", {"value.alternatives.k1.does_well": "nothing"}),
    ("VP09", "value.alternatives.k1.does_well", {"value.alternatives.k1.does_well": ""}),
    ("VP11", "value.promise_claim", {"value.promise_claim.status": "assumed"}),
    ("VP15", AUDIENCE, {AUDIENCE: "Customers who value quality"}),
    ("VP15", AUDIENCE, {AUDIENCE: "people"}),
    ("VP15", PROMISE, {AUDIENCE: "", PROMISE: "Safety for companies large and small"}),
    ("VP17", "value.statement", {"value.statement.need": "lose half a day " * 20}),
    (
        "VP17",
        "value.statement.need",
        {"value.statement.need": "The bike breaks on Tuesday morning"},
    ),
    ("VP17", BENEFIT, {BENEFIT: "A family with two children can rely on"}),
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
    (
        "DI11",
        "differentiation.innovation_step",
        {
            "differentiation.primary": "innovation",
            "differentiation.innovation_step": "Sensor instead of sniffing each keg",
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
    (
        "RI02",
        EVENT,
        {EVENT: "competition", "risk.risks.k1.cause": "the market", "risk.risks.k1.effect": "bad"},
    ),
    ("RI03", "risk.risks.k1.probability", {"risk.risks.k1.probability": 97}),
    ("RI03", EVENT, {EVENT: "We have already lost our biggest client"}),
    ("RI04", PREVENTION, {PREVENTION: "Monitor the situation", TRIGGER: ""}),
    ("RI04", PREVENTION, {PREVENTION: "be careful & work hard", TRIGGER: ""}),
    ("RI04", PREVENTION, {PREVENTION: "Monitor it", TRIGGER: "we will notice"}),
    ("RI05", OWNER, {OWNER: "team"}),
    ("RI05", OWNER, {OWNER: "All of us"}),
    ("RI05", OWNER, {OWNER: ""}),
    ("RI06", TRIGGER, {TRIGGER: "sales are falling"}),
    ("RI06", TRIGGER, {TRIGGER: ""}),
    ("RI06", TRIGGER, {TRIGGER: "we will notice"}),
    ("RI06", TRIGGER, {TRIGGER: "It will be obvious when it happens"}),
    ("RI06", TRIGGER, {TRIGGER: "none"}),
    ("RI15", "risk.kill", {"risk.kill": "We will pivot if it does not work."}),
    ("RI15", "risk.kill", {"risk.kill": "We stop if it goes badly by 31 January 2027"}),
    ("RI15", "risk.kill", {"risk.kill": "We never give up"}),
    ("RI15", "risk.kill", {"risk.kill": "No plan B, this has to work"}),
    ("RI15", "risk.kill", {"risk.kill": "If it fails, meaning nobody is happy, we sell by 1 May"}),
    ("RI15", "risk.kill", {"risk.kill": ""}),
    ("RI15", "risk.kill_date", {"risk.kill_date": None}),
    ("RI15", "risk.kill_date", {"risk.kill_date": dt.date(2026, 1, 31)}),
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
    ("RE08", "review.tests.k1.due", {"review.tests.k1.due": dt.date(2026, 10, 31)}),
    ("RE10", "review.tests.k1.due", {"review.tests.k1.due": dt.date(2027, 3, 1)}),
    ("RE16", "review.next_review", {"review.next_review": None}),
    ("RE16", "review.next_review", {"review.next_review": dt.date(2026, 10, 1)}),
    ("RE16", "review.next_review", {"review.next_review": dt.date(2027, 10, 1)}),
    ("RE17", NEED, {NEED: EXAMPLE}),
    ("RE17", NEED, {NEED: f"  {EXAMPLE.upper()}. "}),
    ("RE17", "start.offering", {"start.offering": "an IT help line for dental practices"}),
]

# rule, answers that come near and are fine
FINE = [
    ("NI01", {WHO: "SMEs in Flanders with a food licence"}),
    ("NI01", {WHO: "People with diabetes who drive trucks"}),
    ("NI01", {WHO: "anyone who needs dialysis and travels"}),
    ("NI01", {WHO: "Small bakeries in Ghent"}),
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
    ("NI05", {"niche.channels.k1.people": 18_500}),
    ("NI06", {"niche.unit_cost": 420, "niche.fixed_cost": 0}),
    ("NI06", {"niche.price": None}),
    ("NI04", {"niche.candidates.k2.name": "Vets", "niche.candidates.k2.who": "Vets"}),
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
    ("VP02", {BENEFIT: "easy to clean", "value.pains.k1.what": "Cups are hard to clean"}),
    ("VP02", {PROMISE: "Reliable bread on your counter before seven"}),
    ("VP02", {PROMISE: "Better sleep for parents of twins"}),
    ("VP02", {PROMISE: "High quality, great service, 2 days"}),
    ("VP02", {PROMISE: "Easy care", NEED: "Night care is what the ward lacks"}),
    ("VP02", {"differentiation.reason": "They want quality"}),
    ("VP02", {"differentiation.reason": "Rivals are not reliable"}),
    ("VP02", {"differentiation.reason": "Passionate about chairs since our training"}),
    ("VP03", {PROMISE: "We bring bread, rolls, cakes and pastries before 6"}),
    ("VP03", {BENEFIT: "cuts scrap and saves a shift"}),
    (
        "VP07",
        {"value.pains.k1.how_often": "whenever it rains", "value.pains.k1.cost": "two shirts"},
    ),
    ("VP07", {"value.pains.k1.how_often": "", "value.pains.k1.cost": "their best customer"}),
    ("VP08", {"value.pains.k1.what": "stress", RELIEF: "less stress: one person calls at noon"}),
    ("VP08", {"value.pains.k1.what": "no backup copy", RELIEF: "A backup copy on your phone"}),
    ("VP08", {"value.pains.k1.what": "missed calls", RELIEF: "We take the calls"}),
    ("VP08", {RELIEF: "no worries: we lend a bike at the gate"}),
    ("VP08", {RELIEF: "We care for the bike overnight"}),
    ("VP17", {"value.statement.need": "IT staff is what they lack"}),
    ("VP17", {"value.statement.need": "the bank refuses"}),
    ("VP17", {BENEFIT: "Closes it the same day"}),
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
            "differentiation.innovation_step": "Sensor instead of sniffing; brewers doubt it first",
        },
    ),
    ("DI15", {"differentiation.trade_off": "No weekend work"}),
    ("DI15", {"differentiation.trade_off": "Nothing with colour, only black"}),
    ("DI17", {"differentiation.reason": "AI sorts calls so that a person is free for urgent ones"}),
    ("DI17", {"differentiation.reason": "Practices trust a person more than a chatbot there"}),
    ("RI02", {EVENT: "Recession"}),
    ("RI02", {EVENT: "Inflation", "risk.risks.k1.effect": "less demand"}),
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
    ("RI06", {TRIGGER: "We notice an advert of theirs"}),
    ("RI06", {TRIGGER: "Signs in their window"}),
    ("RI06", {TRIGGER: "a second dentist complains"}),
    ("RI06", {TRIGGER: "fewer than ten calls in a week"}),
    ("RI06", {TRIGGER: "Bank refuses the loan"}),
    ("RI10", {"differentiation.primary": "niche"}),
    ("RI15", {"risk.kill": "No practice has renewed"}),
    (
        "RI15",
        {"risk.kill": "If it does not carry us by May, that is under 40 loaves a day, we close"},
    ),
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
    ("RE08", {"review.tests.k1.due": dt.date(2026, 11, 1)}),
    ("RI15", {"risk.kill_date": dt.date(2026, 11, 1)}),
    ("RE10", {"review.tests.k1.due": dt.date(2026, 11, 30)}),
    ("RE16", {"review.next_review": dt.date(2027, 1, 30)}),
    ("RE17", {NEED: EXAMPLE.replace("two to four", "three")}),
    ("RE17", {"review.tests.k1.measure": "signed starts"}),
]

# rule, message, answers, what the message must say
SAID = [
    (
        "NI04",
        "alike",
        {
            "niche.candidates.k2.who": "Whoever is left over then",
            "niche.candidates.k3.who": "To be filled in",
        },
        "Of 3 on the list, only 1 can",
    ),
    (
        "NI13",
        "bare",
        {
            "niche.candidates.k1.evidence.source": "",
            "niche.candidates.k1.evidence.date": None,
            "niche.candidates.k1.evidence.points": None,
        },
        "no source, no day and no number",
    ),
    ("NI04", "rival", {"niche.candidates.k2.name": "Parents", RIVAL: "Parents"}, "“Parents”"),
    ("NI06", "loss", {"niche.price": 29, "niche.unit_cost": 31}, "Each order loses €2"),
    ("NI06", "even", {"niche.price": 92}, "brings €92 and costs the same"),
    (
        "NI22",
        "share",
        {"niche.adoption": 60, "niche.reach": None},
        "60 % of those you reach buying:",
    ),
    ("NI22", "reach", {"niche.reach": 100}, "You count on reaching 100 % of"),
    ("NI03", "trigger", {"niche.trigger": "A friend recommends our service"}, "is about you"),
    (
        "NI03",
        "pain",
        {"value.pains.k1.what": "Dentists have not heard of us"},
        "hurts you, not them",
    ),
    (
        "VP11",
        "source",
        {"value.promise_claim.status": "paid", "value.promise_claim.source": "everybody says so"},
        "“everybody says so” does not show",
    ),
    ("VP17", "broken", {BENEFIT: "The bike runs"}, "“The bike runs” begins a new sentence"),
    ("RI15", "past", {"risk.kill_date": dt.date(2026, 1, 31)}, "“2026-01-31” has passed"),
    ("RE08", "owner", {"review.tests.k1.owner": "team"}, "“team” is not a name"),
    ("RE08", "past", {"review.tests.k1.due": dt.date(2026, 1, 31)}, "“2026-01-31” has passed"),
    (
        "RE16",
        "past",
        {"review.next_review": dt.date(2026, 1, 31)},
        "“2026-01-31”, which has passed",
    ),
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


def all_tests():
    """The text of every test, each run of white space as one blank."""
    files = Path(__file__).parents[1].rglob("test_*.py")
    return " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())


def test_every_named_message_is_said_and_none_is_missing(pack):
    named = {(rule.id, name) for rule in RULES for name in pack.rule(rule.id).messages}
    assert {(rule, name) for rule, name, *_ in SAID} <= named
    tests = all_tests()
    assert [each for each in named if '"{}", "{}"'.format(*each) not in tests] == []


@pytest.mark.parametrize("name", ["chairside", "printers", "lessons"])
def test_good_plans_are_left_alone(name, good, found):
    assert not found(good(name, "fundamentals"))


def test_the_fullest_good_plan_is_left_alone_at_every_depth(good, found):
    for depth in ("fundamentals", "intermediate", "advanced"):
        assert not found(good("chairside", depth))


def test_every_rule_is_tried_in_a_test():
    tests = all_tests()
    assert [rule.id for rule in RULES if f'"{rule.id}"' not in tests] == []


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
        ("cheapest", {"DI02", "DI03"}),
        ("topic", {"RI02", "RI04", "RI05", "RI06"}),
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


def test_the_bad_risk_of_the_method_among_good_ones(good, found):
    table = good().model_dump()
    table["risk"]["risks"][2] |= {
        "event": "competition",
        "cause": "the market",
        "effect": "bad",
        "trigger": "we will notice",
        "prevention": "Monitor it",
        "contingency": "",
        "owner": "team",
    }
    assert [rule for rule, _ in found(Plan.model_validate(table))] == [
        "RI02",
        "RI06",
        "RI04",
        "RI05",
    ]


def test_no_answer_is_put_into_a_sentence_as_if_it_were_part_of_it(good, found):
    name = "We have no competition"
    plan = changed(
        good(),
        {"value.alternatives.k1.name": name, "value.alternatives.k1.does_well": "nothing"},
    )
    told = [each.message for each in found(plan).values()]
    assert len(told) == 2
    assert not any(name in message.replace(f"“{name}”", "") for message in told)


# -- what was taken over from the pack ---------------------------------------------------


def test_a_row_taken_over_is_one_remark(good, found, pack):
    rows = pack.wording("risk.risks", "risks").examples
    plan = good()
    for row in plan.risk.risks:
        row.event = row.event + " today"
    taken = {key: value for key, value in rows[3].items() if key != "category"}
    for key, value in taken.items():
        setattr(plan.risk.risks[1], key, value)
    assert [key for key in found(plan) if key[0] == "RE17"] == [("RE17", "risk.risks.k2.event")]
    plan.risk.risks[1].trigger = "Two resignations in March"  # what it is about is still theirs
    assert [key for key in found(plan) if key[0] == "RE17"] == [("RE17", "risk.risks.k2.event")]
    plan.risk.risks[1].cause = "Two schools pay our trainers more"
    assert "RE17" not in [rule for rule, _ in found(plan)]


@pytest.mark.parametrize(
    ("card", "field"),
    [
        ("niche.candidates", "candidates"),
        ("niche.channels", "channels"),
        ("niche.segments", "segments"),
        ("value.pains", "pains"),
        ("value.alternatives", "alternatives"),
        ("risk.risks", "risks"),
        ("review.tests", "tests"),
    ],
)
def test_each_example_row_of_the_pack_is_known_again(card, field, found, pack):
    step = card.partition(".")[0]
    for at, example in enumerate(pack.wording(card, field).examples):
        plan = Plan.model_validate({"depth": "advanced", step: {field: [{"id": "k1", **example}]}})
        taken = [path for rule, path in found(plan) if rule == "RE17"]
        assert len(taken) == 1, (at, example)
        assert taken[0].startswith(f"{step}.{field}.k1.")


def test_a_source_that_is_an_example_is_known_again(good, found, pack):
    plan = changed(good(), {"niche.count_claim.source": pack.claim.fields["source"].example})
    assert ("RE17", "niche.count_claim.source") in found(plan)


def test_two_slots_taken_over_are_one_remark(good, found, pack):
    slots = pack.topic("value.statement").fields
    answers = {
        f"value.{key}": wording.example
        for key, wording in slots.items()
        if key in ("statement.need", "statement.benefit")
    }
    taken = [path for rule, path in found(changed(good(), answers)) if rule == "RE17"]
    assert taken == ["value.statement.need"]


# -- gaps only where something was begun -------------------------------------------------


@pytest.mark.parametrize("name", ["chairside", "printers", "lessons"])
@pytest.mark.parametrize("depth", ["fundamentals", "advanced"])
@pytest.mark.parametrize("step", ["niche", "value", "differentiation", "risk", "review"])
def test_nothing_is_missing_in_a_step_that_has_not_been_begun(name, depth, step, good, found):
    table = good(name, depth).model_dump()
    del table[step]
    gaps = [each for each in found(Plan.model_validate(table)).values() if each.level == "gap"]
    assert [each.field for each in gaps if each.step == step] == []


def test_no_next_look_is_missed_before_a_test_is_whole(good, found):
    plan = good()
    plan.review.next_review = None
    plan.review.tests[0].due = None
    assert "review.next_review" not in [path for _, path in found(plan)]
    plan.review.tests = []
    assert not found(plan)
