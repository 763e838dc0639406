"""Rules about being different: figures, value curve, resources, other markets, the engine.

Each part of a plan is laid over a plan that is good otherwise.
"""

import pytest
from merging import laid_over

CHANGE = "differentiation.cost_change"
SOURCE = "differentiation.cost_source"
PAYBACK = "differentiation.payback_months"
MODEL = "differentiation.operating_model"


def cost(**answers):
    table = {"primary": "cost", "cost_source": "We buy lease returns directly"}
    table |= {"cost_ours": 60, "cost_price": 420, "cost_change": -20}
    return {"differentiation": table | answers}


def cut(change, ours=60, **niche):
    return {"niche": niche, **cost(cost_ours=ours, cost_price=100, cost_change=change)}


def quality(premium, extra):
    return {
        "differentiation": {
            "primary": "quality",
            "quality_measure": "Returns under 0.5 %",
            "premium": premium,
            "quality_cost": extra,
        }
    }


def service(customers, capacity, primary="service"):
    return {
        "differentiation": {
            "primary": primary,
            "service_customers": customers,
            "contacts": 1.6,
            "contact_minutes": 25,
            "capacity": capacity,
        }
    }


def resource(name, yes="", months=None):
    """A resource: ``yes`` holds v, r, c or o for each question answered yes, the rest is no."""
    keys = ("valuable", "rare", "costly", "organised")
    said = {key: "yes" if key[0] in yes else "no" for key in keys}
    return {"id": "k" + str(len(name)), "name": name, **said, "months": months}


def resources(*rows, **answers):
    return {"differentiation": {"resources": list(rows), **answers}}


def innovation(lead, paid, *rows):
    told = "Until now brewers sniff each keg by hand; they fear a false alarm"
    answers = {"primary": "innovation", "innovation_step": told}
    return resources(*rows, **answers, lead_months=lead, payback_months=paid)


def curve(ours, theirs, importance=(9, 8, 7, 6, 5, 4), **factor):
    rows = [
        {"id": f"f{at}", "name": f"Factor {at}", "importance": weight, **factor}
        for at, weight in enumerate(importance[: len(ours)])
    ]
    scores = {
        f"f{at}": {"us": us} | ({} if them is None else {"k1": them})
        for at, (us, them) in enumerate(zip(ours, theirs, strict=True))
    }
    return {"differentiation": {"factors": rows, "levels": {"scores": scores}}}


def square(at):
    return f"differentiation.levels.scores.f{at}.us"


def abroad(*rows, **answers):
    keys = ("product", "communication", "service", "ethics")
    market = {"id": "m1", "name": "Wallonia", **dict(zip(keys, rows, strict=False))}
    return {"differentiation": {"markets": [market], **answers}}


def engine(text, **answers):
    return {"differentiation": {"operating_model": text, **answers}}


BAD = [
    ("DI03", CHANGE, cut(-30, count=400, adoption=40)),
    ("DI03", CHANGE, cut(-25.5, count=400, adoption=40)),
    ("DI03", CHANGE, cut(-40)),
    ("DI03", CHANGE, cut(-90, count=None)),
    ("DI03", CHANGE, cut(-5, ours=97, adoption=50)),
    (
        "DI03",
        SOURCE,
        cost(cost_ours=None, cost_source="We'll be cheapest by accepting lower margins"),
    ),
    ("DI03", SOURCE, cost(cost_change=None, cost_source="happy with a thinner margin than others")),
    ("DI03", SOURCE, cost(cost_ours=None, cost_source="We don't need much profit")),
    ("DI06", "differentiation.premium", quality(60, 85)),
    ("DI06", "differentiation.premium", quality(0, 0.5)),
    ("DI08", "differentiation.capacity", service(300, 120)),
    ("DI08", "differentiation.capacity", service(181, 120)),
    ("DI08", "differentiation.capacity", service(1, 0)),
    ("DI12", PAYBACK, resources(resource("Staff", "vro", 12), payback_months=18)),
    (
        "DI12",
        PAYBACK,
        resources(resource("Staff", "vro", 12), resource("Club", "vrc", 17), payback_months=18),
    ),
    ("DI12", PAYBACK, innovation(10, 18)),
    ("DI12", PAYBACK, innovation(10, 18, resource("Staff", "vro", 12))),
    ("DI13", "differentiation.resources", resources(resource("Phone", "v"), resource("Dog"))),
    (
        "DI13",
        "differentiation.resources",
        resources(resource("Phone", "vco"), resource("Van", "v")),
    ),
    ("DI14", "differentiation.levels", curve((4, 2, 5, 3, 2), (3, 1, 4, 2, 1))),
    ("DI14", "differentiation.levels", curve((5, 2, 5, 2, 1, 0), (4, 1, 3, 2, 1, 1))),
    ("DI16", square(0), curve((1, 3), (3, 1))),
    ("DI16", square(1), curve((3, 0), (3, 1), move="eliminate")),
    ("DI16", square(0), curve((1, 3), (3, 1), reason="Named first in 9 of 14 talks", move="keep")),
    ("DI16", square(0), curve((1, 3), (3, 1), reason="Closed after seven", move="reduce")),
    ("DI18", square(5), curve((2, 3, 3, 2, 2, 5), (5, 4, 3, 3, 2, 1))),
    ("DI18", square(1), curve((3, 5), (3, 1), importance=(9, 2))),
    ("DI20", "differentiation.named", {"differentiation": {"asked": 12, "named": 2}}),
    ("DI20", "differentiation.named", {"differentiation": {"asked": 5, "named": 0}}),
    ("DI21", "differentiation.markets.m1.product", abroad("same", "same", "same", "same")),
    (
        "DI21",
        "differentiation.markets.m1.product",
        abroad("As here", "no changes", "same as in Ghent", "-"),
    ),
    ("DI21", "differentiation.markets.m1.product", abroad(preference="Six of ten sign with us")),
    ("DI22", MODEL, engine("Fully standard, self-service")),
    ("DI22", MODEL, engine("scripts for every call, and whoever is free picks up")),
    ("DI22", MODEL, engine("They serve themselves")),
    ("DI22", MODEL, engine("Everything is standardised and customers help themselves online")),
    ("DI22", MODEL, engine("Customers use a portal, nobody is on the phone")),
    ("DI22", MODEL, engine("Every order is different, all by hand", discipline="operations")),
    ("DI22", MODEL, engine("Cheapest materials and no testing", discipline="product")),
]

FINE = [
    ("DI03", cut(-24, count=400, adoption=40)),
    ("DI03", cut(20)),
    ("DI03", cut(-30, count=None)),
    ("DI03", cut(-30, adoption=0)),
    ("DI03", cut(-30, ours=None)),
    ("DI03", {"differentiation": {"cost_ours": 60, "cost_price": 100, "cost_change": -40}}),
    ("DI03", cost(cost_ours=None, cost_source="Lower margins: 9 % instead of 14, no shop")),
    ("DI03", cost(cost_ours=None, cost_source="Lower margin, since we skip the showroom")),
    ("DI03", cost(cost_ours=None, cost_source="Cheaper without lower margins: parcels, no visits")),
    ("DI06", quality(85, 85)),
    ("DI06", quality(None, 85)),
    ("DI06", {"differentiation": {"premium": 10, "quality_cost": 20}}),
    ("DI08", service(180, 120)),
    ("DI08", service(300, None)),
    ("DI08", service(300, 120, "niche")),
    ("DI12", resources(resource("Staff", "vro", 18), payback_months=18)),
    ("DI12", resources(resource("Staff", "vro", 12))),
    ("DI12", resources(resource("Staff", "vro", 12), resource("Club", "vrc"), payback_months=18)),
    (
        "DI12",
        resources(resource("Staff", "vro", 12), resource("Log", "vrco", 20), payback_months=18),
    ),
    ("DI12", resources(resource("Phone", "v", 1), payback_months=18)),
    ("DI12", innovation(10, 18, resource("Log", "vrco", 20))),
    ("DI12", innovation(None, 18, resource("Staff", "vro", 12))),
    ("DI13", resources(resource("Phone", "v"), resource("Staff", "vr"))),
    ("DI13", resources(resource("Phone", "v"))),
    (
        "DI13",
        resources(resource("Phone", "v"), {"id": "k2", "name": "Half judged", "valuable": "yes"}),
    ),
    ("DI14", curve((5, 2, 0, 1, 4), (2, 3, 4, 4, 2))),
    ("DI14", curve((4, 2, 5, 3), (3, 1, 4, 2))),
    ("DI14", curve((3, 3, 3, 3, 3), (3, 1, 4, 2, 1))),
    ("DI16", curve((2, 3), (3, 1))),
    ("DI16", curve((3, 5, 5, 0), (3, 1, 1, 4))),
    ("DI16", curve((1, 5), (1, 1))),
    ("DI18", curve((5, 3, 3, 2, 2, 5), (3, 4, 3, 3, 2, 1))),
    ("DI18", curve((3, 3), (3, 4), importance=(9, 2))),
    ("DI18", curve((3, 5), (3, 1), importance=(4, 2))),
    ("DI18", curve((3, 5), (None, 1), importance=(9, 2))),
    ("DI20", {"differentiation": {"asked": 4, "named": 0}}),
    ("DI20", {"differentiation": {"asked": 12, "named": 4}}),
    ("DI20", {"differentiation": {"asked": 12, "named": None}}),
    ("DI21", abroad()),
    ("DI21", abroad("same", "same")),
    ("DI21", abroad("same", "formal letters, in French", "same", "same")),
    ("DI21", abroad("same", "same", "same", "gifts up to €20")),
    ("DI22", engine("Two people on the line; self-service for bills")),
    ("DI22", engine("No scripts: whoever takes the call stays with the case until it is closed")),
    ("DI22", engine("Farms are visited by one person, bills come by a self-service portal")),
    ("DI22", engine("One model, no variants, each step on a card", discipline="operations")),
    ("DI22", engine("")),
]

# rule, message, part of a plan, what the message must say
SAID = [
    ("DI03", "never", cut(-40), "takes all of a margin of 40 %"),
    ("DI03", "thin", cost(cost_ours=None, cost_source="lower margins"), "“lower margins”: every"),
    ("DI22", "operations", engine("By hand, case by case", discipline="operations"), "the leanest"),
    ("DI22", "product", engine("Cheap parts, no tests", discipline="product"), "or the newest"),
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


def test_the_cut_of_the_method_is_told_with_its_figures(good, found):
    part = cut(-22, ours=54, count=1850, reach=50, adoption=60)
    finding = found(laid_over(good(), part))["DI03", CHANGE]
    assert "a cut of 22 % needs 91.7 % more volume" in finding.message
    assert "room for 66.7 % more" in finding.message


def test_a_low_level_is_explained_only_where_it_is_meant(good, found):
    plan = laid_over(good(), curve((1, 5), (3, 1)))
    plan.differentiation.factors[0].name = "Repairs the chair itself"
    plan.differentiation.trade_off = "No repairs, no hardware"
    plan.differentiation.levels.put("reasons", "f0", "us", "We have a look once a year")
    assert ("DI16", square(0)) in found(plan)
    plan.differentiation.levels.put("reasons", "f0", "us", "On purpose: the dealer does it")
    assert ("DI16", square(0)) not in found(plan)


def test_who_rivals_are_is_quoted_and_what_rivals_have_too(good, found):
    hits = found(laid_over(good(), curve((4, 2, 5, 3, 2), (3, 1, 4, 2, 1))))
    assert "“A general IT firm on call”" in hits["DI14", "differentiation.levels"].message
    hits = found(laid_over(good(), resources(resource("Van", "v"), resource("Dog"))))
    assert (
        "Of 2 resources none is rare. The best is “Van”"
        in hits["DI13", "differentiation.resources"].message
    )


def test_the_worked_good_answers_of_the_method_are_left_alone(good, found):
    helped = {
        "primary": "service",
        "service_promise": "Fifteen-minute human answer 7:30–19:00; if missed, that month is free",
        "service_customers": 74,
        "contacts": 1.6,
        "contact_minutes": 25,
        "capacity": 120,
        "payback_months": 9,
        "resources": [
            resource("An incident library of 340 cases", "vrco", 18),
            resource("Two ex-dental assistants", "vro", 12),
        ],
    }
    assert not found(laid_over(good(), {"differentiation": helped}))
    printers = {"primary": "cost", "cost_ours": 54, "cost_price": 100, "cost_change": -22}
    told = "Unit cost 31% under new: we buy lease returns directly and stock one model"
    part = {"niche": {"adoption": 20}, "differentiation": printers | {"cost_source": told}}
    assert "DI03" not in [rule for rule, _ in found(laid_over(good(), part))]
