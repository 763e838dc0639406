"""How a risk is told: whether it happens, has happened, has an owner, can be noticed.

Each answer is put into a plan that is good otherwise.
"""

import datetime as dt

import pytest
from changes import changed
from merging import laid_over

from coach.coaching.language import Reader
from coach.coaching.owners import Owned, owned
from coach.coaching.passed import has_passed
from coach.coaching.stopping import draws_line
from coach.coaching.telling import tells
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.steps.risk.hopes import hopes
from coach.steps.risk.signs import unseen

PREMORTEM = "risk.premortem"
EVENT, EFFECT = "risk.risks.k1.event", "risk.risks.k1.effect"
OWNER, TRIGGER = "risk.risks.k1.owner", "risk.risks.k1.trigger"
PREVENTION, THRESHOLD = "risk.risks.k1.prevention", "risk.risks.k1.threshold"
INDICATOR = "risk.risks.k1.indicator"


@pytest.fixture(scope="module")
def read(pack):
    return Reader(pack.words)


@pytest.mark.parametrize(
    "text",
    [
        "A mill closes",
        "Moths in the wool",
        "The bank calls us back",
        "Importer undercuts us",
        "Ferries cancelled in a storm",
        "Two weeks without a fitter",
        "Returns",
    ],
)
def test_something_happens(text, read):
    assert tells(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "The neighbours",
        "The spring",
        "Rules from Brussels",
        "Paperwork",
        "Interest rates",
        "A bigger player",
    ],
)
def test_a_heading(text, read):
    assert not tells(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "Our landlord gave us notice",
        "The bank has turned down our loan",
        "Since the summer flour costs a third more",
        "A week ago the website was hacked",
        "The city raised parking fees on 1 October",
        "In 2024 a rival opened across the street",
        "Our biggest client cancelled",
        "Flooding destroyed the first crop",
        "It's been raining into the hall",
        "Half of the stock got wet",
        "The cooperative cut our price in September",
        "The roof collapsed under the snow",
        "In May a rat chewed the cable and ran",
        "We just sold our second van",
        "The chain opened next door three weeks ago",
        "The lease was not renewed",
    ],
)
def test_what_has_passed(text, read):
    assert has_passed(text, read, dt.date(2026, 11, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Goods ordered from China arrive late",
        "A chain that opened in Lille last year comes to Ghent",
        "Another driver leaves as two did last year",
        "Licence denied",
        "Frozen pipes burst",
        "Our two trained fitters leave",
        "Wholesalers cut the order",
        "Our suppliers cut the order",
        "Thieves hit the store",
        "In 2028 the law changes",
        "A newly hired cook quits",
        "No apprentice found",
        "The lease is not renewed",
        "Customs hold the goods shipped in May",
        "An outage happens on a Sunday",
        "There was no test of the new glue and it fails",
        "We sell every week of spring to one hotel and it closes",
    ],
)
def test_what_may_still_come(text, read):
    assert not has_passed(text, read, dt.date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Mara", Owned.BY_ONE),
        ("our accountant", Owned.BY_ONE),
        ("head of sales", Owned.BY_ONE),
        ("Marek, head of the stair team", Owned.BY_ONE),
        ("Mara (Jonas while she is away)", Owned.BY_ONE),
        ("Stavros", Owned.BY_ONE),
        ("Miller & Sons", Owned.BY_ONE),
        ("our drivers", Owned.BY_NOBODY),
        ("Partners", Owned.BY_NOBODY),
        ("both sisters", Owned.BY_NOBODY),
        ("whoever has time", Owned.BY_NOBODY),
        ("someone from the shop", Owned.BY_NOBODY),
        ("in turns", Owned.BY_NOBODY),
        ("depends on the day", Owned.BY_NOBODY),
        ("-", Owned.BY_NOBODY),
        ("n.n.", Owned.BY_NOBODY),
        ("purchasing department", Owned.BY_NOBODY),
        ("to be agreed", Owned.BY_NOBODY),
        ("Sales team: Mara", Owned.BY_ONE),
        ("the entire dairy", Owned.BY_NOBODY),
        ("the early shift", Owned.BY_NOBODY),
        ("T. R. Aas", Owned.BY_ONE),
        ("Anna, Ben and Carla", Owned.BY_SEVERAL),
        ("Paul and Renate", Owned.BY_SEVERAL),
        ("Mara/Jonas", Owned.BY_SEVERAL),
    ],
)
def test_whose_job_it_is(text, whose, read):
    assert owned(text, read) is whose


@pytest.mark.parametrize(
    "text",
    [
        "We trust that our buyers remain loyal",
        "Think positive, and take it seriously",
        "Keep an ear to the ground; be patient",
        "We will see",
        "Try to be better than they are",
        "Make sure that nothing goes wrong",
        "Good relations with the bank",
        "Keep the customers happy",
        "Have a look from time to time",
        "Careful planning, loyal customers",
        "We have experience",
        "Raise awareness",
        "We must be quicker than they are",
        "Ride it out",
        "Respond appropriately",
        "Maintain quality standards",
        "There is little one could do about the weather",
        "It is beyond our control, so we live with it",
        "Stay on our toes",
        "We keep our feet on the ground and see",
        "Everyone pays more attention from now on",
        "Bite the bullet and leave it to fate",
        "Keep smiling, we came through worse",
        "Oh well, no time for that now",
        "You have to take the bad with the good",
        "So why would they go elsewhere",
        "My mother managed without it, we always found a way",
        "Take it to the committee",
        "Inform the shareholders without delay",
        "Lena is very experienced with such matters",
        "Our guests would never desert us",
        "It will sort itself out",
        "Quality prevails in the end",
        "Read the trade press in the evening",
        "We have always found a way",
        "Count on the loyalty of the clubs",
        "If it comes to that, we decide then",
        "Mira has a good nose for trends",
        "I would talk to my husband first",
        "Give 110 %",
        "Pay the office the necessary attention",
        "Appropriate measures shall be taken in due time",
        "I will keep following how the ewes do",
        "Coax the mower through another summer",
        "Be tidier and quicker than the yard next door",
        "Our good name carries us",
        "Make the tenants aware of it",
        "We are covered, I suppose",
        "Avoid a second flood",
        "It is on my list",
        "Bake with love",
        "There isn't much a small dairy can do against hail",
        "What can one do about a drought, we go on as ever",
        "Somehow a milker always turned up",
        "There is no cure for it; we take the years as they come",
    ],
)
def test_a_hope(text, read):
    assert hopes(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Try a second courier",
        "Talk to the landlord about a longer lease",
        "Careful packing with foam",
        "Watch the gauge and close the valve when it rises",
        "Put in a second valve",
        "Stay open late",
        "Monitor the cellar with 2 probes",
        "Change the supplier",
        "Raise prices",
        "Hire staff",
        "Maintain the boiler",
        "Test weekly",
        "Offer credit",
        "Deposits must be paid up front",
        "Be at each market with a stall",
        "Check the brakes each Monday",
        "Treat the beams with oil",
        "Explain the valve on a card in the lid",
        "Keep seed at the botanic garden",
        "Cap each client at a fifth of sales",
        "Teach the trainee to weld",
        "Stay with the herd at night during calving",
        "Keep the ears of the rams tagged",
        "Not much to change: swap the valve every spring",
        "The guild's handbook carries our page from June",
        "Both barns get a smoke alarm",
        "Let the officer read the draft before it is sent",
        "Clubs sign for a year in October",
        "Follow each parcel by phone until it is there",
        "A retired baker stands in on Mondays",
        "Bind each courier for a season",
        "Get a second supplier by May",
        "Get the roof sealed by a firm",
        "Rather than wait we order a second pump",
        "Show the crew how hard the bolts must sit",
        "Make the landlord see the wet wall",
        "Daily quality log by the oven",
        "There isn't much to do against hail, so nets hang from May",
        "Nothing can be done about a drought, so half the hay is sold ahead",
    ],
)
def test_an_act(text, read):
    assert not hopes(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "Our drivers look tired",
        "The mood turns",
        "Shops order later than usual",
        "Neighbours talk",
        "Cash gets tight",
        "If quality suffers",
        "You can tell by the mood in the shop",
        "A noticeable decline",
        "People stop calling",
        "more than 5 a week",
        "over 10 %",
        "The numbers",
        "It becomes difficult to hire",
        "When a lot of people are ill",
        "After a while",
        "Once somebody tells us",
        "As soon as Lena notices",
        "If we hear anything from the guild",
        "Monthly check",
        "No more laughter at the meetings",
        "First signs of unrest",
        "It shows in the accounts",
        "The hall looks bare",
        "My landlord pulls a face",
        "Hens lay less well as time goes by",
        "Dentists refer their patients elsewhere",
        "Our mails get no answer any more",
        "Bills take ages",
        "Once we struggle with the rent",
        "Pressure from above",
        "Things like that one hears at the dairy",
        "It soon gets about in the valley",
    ],
)
def test_a_sign_that_nobody_sees(text, read):
    assert unseen(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "his notice",
        "A letter from the tax office",
        "Water in the cellar",
        "An angry letter from a member",
        "No booking for a week",
        "Anna resigns",
        "Red lamp on the dryer",
        "Fewer than 90 bookings in the diary",
        "A customer complains in writing",
        "Dealer drops our brand",
        "Key does not turn",
        "Two cooks hand in their notice",
        "Gone from the yard for a month, section gossip",
        "The officer asks for the photo itself",
        "Pilot notice",
        "A brewer shows the form at the meeting",
        "The lock gate is shut",
        "Ice in the harbour",
        "A buyer looks at another weaver",
        "The landlord starts the lift works",
        "The gauge starts blinking",
        "The bank begins to charge",
        "The tank is full",
    ],
)
def test_a_sign_that_is_seen(text, read):
    assert not unseen(text, read)


@pytest.mark.parametrize(
    ("rule", "field", "answers"),
    [
        ("RI04", PREVENTION, {PREVENTION: "Stick together and hope", TRIGGER: ""}),
        ("RI06", TRIGGER, {TRIGGER: "The mood turns", INDICATOR: "", THRESHOLD: ""}),
        ("RI06", THRESHOLD, {THRESHOLD: "too high"}),
        ("RI01", PREMORTEM, {PREMORTEM: "It won't fail: we bake well and guests love it"}),
        ("RI01", PREMORTEM, {PREMORTEM: "I cannot see a reason why it should go wrong"}),
        ("RI01", PREMORTEM, {PREMORTEM: "Why should it fail? We have the best cheese"}),
        ("RI01", PREMORTEM, {PREMORTEM: "n/a"}),
        ("RI01", PREMORTEM, {PREMORTEM: "Nothing can go wrong if all of us pull together"}),
        ("RI05", OWNER, {OWNER: "Our two cooks"}),
        ("RI02", EVENT, {EVENT: "The neighbours across the road", EFFECT: "Bad for us"}),
        ("RI02", EVENT, {EVENT: "Interest rates", EFFECT: ""}),
        ("RI02", EVENT, {EVENT: "The millers and their habits", EFFECT: "Orders fall"}),
        ("RI02", EVENT, {EVENT: "Dependence on the dairy", EFFECT: "Orders fall"}),
        ("RI02", EVENT, {EVENT: "Insurance matters", EFFECT: "Orders fall"}),
        ("RI02", EVENT, {EVENT: "Our landlady", EFFECT: "Orders fall"}),
        ("RI02", EVENT, {EVENT: "What the guild thinks", EFFECT: "Orders fall"}),
        ("RI02", EVENT, {EVENT: "Neighbouring dairies", EFFECT: "Orders fall"}),
        ("RI05", OWNER, {OWNER: "that falls to the yard"}),
        ("RI05", OWNER, {OWNER: "Mara, Jonas, old friends"}),
        ("RI05", OWNER, {OWNER: "my wife and I"}),
        ("RI02", EVENT, {EVENT: "Amazon", EFFECT: "The well-known consequences"}),
        ("RI02", EVENT, {EVENT: "Something goes wrong", EFFECT: "It gets hard for us"}),
        ("RI03", EVENT, {EVENT: "Our landlord gave us notice"}),
        ("RI03", EFFECT, {EFFECT: "We already pay a fifth more"}),
        ("RI03", EVENT, {EVENT: "Two fitters left in spring"}),
        ("RI03", EVENT, {EVENT: "Their online shop is live and three of our clubs use it"}),
        ("RI03", EVENT, {EVENT: "It is certain that the bridge will close in March"}),
        ("RI03", EVENT, {EVENT: "We are four weeks behind with repairs"}),
        ("RI03", EVENT, {EVENT: "The miller put down his tools, and I wait since"}),
        ("RI03", EFFECT, {EFFECT: "A fifth of the orders went"}),
        ("RI03", EVENT, {EVENT: "The dairy told us that it closes"}),
        ("RI03", EVENT, {EVENT: "Returns keep coming in"}),
        ("RI03", EVENT, {EVENT: "We are two milkers short"}),
        ("RI03", EVENT, {EVENT: "The lift is out of use since Monday"}),
        ("RI03", EVENT, {EVENT: "Our smith, who had the recipe, died in June"}),
        ("RI01", PREMORTEM, {PREMORTEM: "Honestly, I would rather not think like that"}),
        ("RI01", PREMORTEM, {PREMORTEM: "My partner is a very careful person"}),
        ("RI02", EVENT, {EVENT: "The topic of the lease, his sons", EFFECT: "Worry"}),
        ("RI03", EVENT, {EVENT: "Our dryer is not back from repair yet"}),
        ("RI04", PREVENTION, {PREVENTION: "Watch steel and the freight rates", TRIGGER: ""}),
        ("RI04", PREVENTION, {PREVENTION: "One day at a time, fingers crossed", TRIGGER: ""}),
        ("RI05", OWNER, {OWNER: "Those who work in June"}),
        ("RI05", OWNER, {OWNER: "me and Mara"}),
        ("RI01", PREMORTEM, {PREMORTEM: "We are well prepared for all of it"}),
        ("RI03", EVENT, {EVENT: "At the moment we have two looms of three"}),
        ("RI04", PREVENTION, {PREVENTION: "Part of the trade", TRIGGER: ""}),
        ("RI04", PREVENTION, {PREVENTION: "The warehouse is insured I believe", TRIGGER: ""}),
        ("RI06", TRIGGER, {TRIGGER: "loss of orders", INDICATOR: ""}),
        ("RI01", PREMORTEM, {PREMORTEM: "There will always be weddings"}),
        ("RI03", EVENT, {EVENT: "We are being evicted"}),
        ("RI03", EVENT, {EVENT: "It turned out that the beams are rotten"}),
        ("RI05", OWNER, {OWNER: "suppliers"}),
        ("RI03", EVENT, {EVENT: "Sugar has no fixed price over the last two years"}),
        ("RI03", EVENT, {EVENT: "We are behind with the wages"}),
        ("RI04", PREVENTION, {PREVENTION: "Lots of publicity", TRIGGER: ""}),
        ("RI06", TRIGGER, {TRIGGER: "one sees it in everyday life", INDICATOR: ""}),
    ],
)
def test_trips(rule, field, answers, good, found):
    assert (rule, field) in found(changed(good(), answers))


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        (
            "RI06",
            {TRIGGER: "The mood turns", INDICATOR: "adverts", THRESHOLD: "2 a month"},
        ),
        ("RI01", {PREMORTEM: "We were sure that it would work, and hired too early"}),
        ("RI01", {PREMORTEM: "Nothing sold in January.\nThe oven cracked."}),
        ("RI01", {PREMORTEM: "Greta's wrist"}),
        ("RI01", {PREMORTEM: "Our shed was too damp"}),
        ("RI01", {PREMORTEM: "No licence"}),
        ("RI02", {EVENT: "The topic list of the exam changes", EFFECT: "Notes to throw away"}),
        ("RI03", {EVENT: "A visitor is standing before a locked barn"}),
        ("RI05", {OWNER: "A. May"}),
        ("RI01", {PREMORTEM: "Not enough orchards within an hour of us"}),
        ("RI01", {PREMORTEM: "We do not see frost coming and lose the cherries"}),
        ("RI02", {EVENT: "Interest rates", EFFECT: "The loan costs €300 more a month"}),
        ("RI02", {EVENT: "Moths in the wool", EFFECT: ""}),
        ("RI02", {EVENT: "Dry winter"}),
        ("RI02", {EVENT: "Mara's knee"}),
        ("RI02", {EVENT: "Van off the road"}),
        ("RI05", {OWNER: "my wife"}),
        ("RI05", {OWNER: "mara"}),
        ("RI02", {EVENT: "One client with 60 % of sales", EFFECT: "The usual"}),
        ("RI03", {EVENT: "The barn is full by June"}),
        ("RI03", {EVENT: "A second chain opens in town, as one did last spring"}),
        ("RI03", {EVENT: "The grant comes after the season has ended"}),
        ("RI05", {OWNER: "My wife"}),
        ("RI03", {EVENT: "The oven, built in 1998, gives up"}),
        ("RI03", {EVENT: "A big dealer lists left-hand looms"}),
        ("RI03", {EVENT: "A council loses a form I sent"}),
        ("RI03", {EVENT: "The site is down on the last day"}),
        ("RI03", {EVENT: "A gown is ruined in our care"}),
        ("RI03", {EVENT: "Fitters hired last by the big chains come to us for less"}),
    ],
)
def test_is_left_alone(rule, answers, good, found):
    assert rule not in [rule for rule, _ in found(changed(good(), answers))]


FIRST = {EVENT: "The mill closes", "risk.risks.k1.cause": "No heir"}
SAID = [
    (
        "RI01",
        "twice",
        FIRST | {path.replace("k1", f"k{n}"): text for n in (2, 3) for path, text in FIRST.items()},
        "Only 3 different risks",
    ),
    ("RI01", "premortem", {PREMORTEM: "It will not fail"}, "suppose that it has failed all"),
    ("RI06", "bare", {TRIGGER: "over 10 %", INDICATOR: ""}, "“over 10 %”: of what"),
    ("RI05", "several", {OWNER: "Mara and Jonas"}, "“Mara and Jonas”: with more than one name"),
]


@pytest.mark.parametrize(("rule", "message", "answers", "said"), SAID)
def test_says_what_fits(rule, message, answers, said, good, found, pack):
    assert message in pack.rule(rule).messages
    hits = found(changed(good(), answers))
    assert any(said in each.message for (name, _), each in hits.items() if name == rule)


# -- what a specialist risks ----------------------------------------------------------


def niche(events, causes=()):
    causes = causes or ["bad luck"] * len(events)
    rows = zip(events, causes, strict=True)
    risks = [
        {"id": f"r{at}", "event": event, "cause": cause, "effect": "fewer orders for a month"}
        for at, (event, cause) in enumerate(rows)
    ]
    return {"differentiation": {"primary": "niche"}, "risk": {"risks": risks}}


HARMLESS = [
    "The van breaks down",
    "A pipe bursts above the store",
    "The bank blocks the account",
    "A driver leaves the gate open",
]


@pytest.mark.parametrize(
    ("cause", "known"),
    [
        ("The latch sticks", False),
        ("Nobody reads the gauge", False),
        ("Repairs depend on how cold it gets", False),
        ("Everything we earn hangs on one market town", True),
        ("Only 300 members are left", True),
        ("The method does not scale to a second hall", True),
        ("Skilled joiners are trained nowhere", True),
        ("She does it all alone", True),
        ("Four of five orders come through it", True),
        ("We have no other source", True),
        ("We cannot find saddle makers", True),
        ("We cannot find the right paper", False),
        ("One carrier brings all parcels", False),
        ("One association sends us all buyers", True),
        ("The trade shrinks", True),
        ("What works here does not work elsewhere", True),
        ("It takes years to learn", True),
        ("Half of the farms give up, and no son takes over", True),
        ("All orders pass through its list", True),
        ("The recipe sits in Jan's head", True),
        ("Each lute needs my own hands", True),
        ("A welder leaves for the shipyard", True),
        ("A big shop lists left strings", False),
        ("There is no second server", False),
    ],
)
def test_the_four_known_risks_in_any_words(cause, known, good, found):
    part = niche(HARMLESS, ["The latch sticks", "Frost", "A wrong form", cause])
    hits = found(laid_over(good(), part))
    assert (("RI10", "risk.risks") in hits) is not known


GROWTH, NEIGHBOURS = "differentiation.niche_growth", "niche.neighbours"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (NEIGHBOURS, "We become a full-service agency for hotels and law firms"),
        (NEIGHBOURS, "We add payroll, tax advice and staffing"),
        (NEIGHBOURS, "Serve any SME in the region"),
        (NEIGHBOURS, "Add insurance and a holiday park"),
        (NEIGHBOURS, "Hotels, offices, gyms and flats"),
        (NEIGHBOURS, "Next come insurance, fuel cards and a travel desk for these same haulers"),
        (GROWTH, "Then tents, stoves and boots, so that a scout troop needs nobody but us"),
        (GROWTH, "We enlarge the assortment step by step"),
        (NEIGHBOURS, "A platform for all musicians"),
        (NEIGHBOURS, "We also want to do websites and ads"),
        (GROWTH, "Other animals: cats, horses, birds"),
        (GROWTH, "Then a wider assortment: jams, wines and cheese"),
        (GROWTH, "Not only bakers: other products for cooks"),
        (GROWTH, "A name is only big with a broad range"),
        (NEIGHBOURS, "Loft ladders, and whoever rings gets a quote"),
        (NEIGHBOURS, "Any farm there is, goats or no goats, since fences are the same"),
        (NEIGHBOURS, "Once known, we need not be so choosy"),
        (GROWTH, "Towards volume, away from oddities"),
        (GROWTH, "A second leg: a wine bar"),
        (GROWTH, "Add what people ask for"),
        ("differentiation.trade_off", "No soap today; from spring a whole line of creams"),
    ],
)
def test_a_broader_offer(field, text, good, found):
    plan = laid_over(good(), {"differentiation": {"primary": "niche"}})
    assert ("RI17", field) in found(changed(plan, {field: text}))


@pytest.mark.parametrize(
    "text",
    [
        "Veterinary clinics, orthodontic labs and opticians",
        "Curing rooms for ham: another product, but again age and weight",
        "We also sell it to choirs",
        "A wider offer is asked for, and we keep to the same course for Aveiro",
        "Two towns on the line, open all year",
        "No broader offer: we repeat the kit for pony clubs",
        "Pony clubs, riding camps and studs as well, with the same kit",
    ],
)
def test_the_same_next_door(text, good, found):
    plan = laid_over(good(), {"differentiation": {"primary": "niche"}})
    for field in (NEIGHBOURS, GROWTH):
        assert ("RI17", field) not in found(changed(plan, {field: text}))


KNOWLEDGE = "differentiation.niche_knowledge"


def test_what_others_do_in_summer_broadens_nothing(good, found):
    plan = laid_over(good(), {"differentiation": {"primary": "niche"}})
    told = "Big makers press warm, filter twice, and fill in summer, when it turns"
    assert ("RI17", KNOWLEDGE) not in found(changed(plan, {KNOWLEDGE: told}))
    meant = "Shops, inns and canteens in autumn"
    assert ("RI17", KNOWLEDGE) in found(changed(plan, {KNOWLEDGE: meant}))


def test_what_is_held_today_may_stay_so(good, found):
    plan = laid_over(good(), {"differentiation": {"primary": "niche"}})
    for text in (
        "No soap; from spring the same three oils in Lyon",
        "By autumn the whole oil is cold",
    ):
        answers = {"differentiation.trade_off": text}
        assert "RI17" not in {rule for rule, _ in found(changed(plan, answers))}


@pytest.mark.parametrize(
    ("name", "kind", "event", "carried"),
    [
        ("Town paper Heuberg", "channel", "The paper in Heuberg closes", True),
        ("Town paper Heuberg", "channel", "The town closes the street", False),
        ("Friday mornings", "channel", "Nobody has time on a Friday", False),
        ("A big marketplace for tools", "platform", "The marketplace drops tools", True),
        ("Our largest customer", "customer", "Our largest customer leaves", True),
        ("Our largest customer", "customer", "A customer falls on the stairs", False),
        ("Apple's app store", "platform", "The app crashes on old phones", False),
        ("Apple's app store", "platform", "Apple refuses an update", True),
        ("App store", "platform", "The store takes our app down", True),
        ("Flour mill Huber", "supplier", "The mill stone breaks", False),
        ("Flour mill Huber", "supplier", "Huber closes", True),
        ("Search engine", "channel", "The engine of the van breaks", False),
        ("Hofer", None, "Hofer goes to another maker", True),
        ("Hofer", None, "The reserve freezes", False),
    ],
)
def test_one_exit(name, kind, event, carried, good, found):
    share = {"id": "s1", "name": name, "kind": kind, "share": 70}
    plan = laid_over(good(), {"risk": {"shares": [share]}})
    for row, what in zip(plan.risk.risks, [event, *HARMLESS], strict=True):
        row.event, row.cause, row.effect = what, "Frost", "2 weeks lost"
    hits = found(plan)
    assert (("RI11", "risk.shares.s1.share") in hits) is not carried


# -- the line to stop at ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "If sales disappoint by 15.3.2027 we close within two weeks",
        "If it goes badly, we sell the 12 boats",
        "We take no new orders if it goes badly",
        "When my partner loses patience",
        "If nobody is happy any more we end it",
        "When we have no strength left, on 1 May",
        "If the two of us no longer believe in it",
        "We walk away from nothing, as long as the phone rings",
        "If there is no living in it",
    ],
)
def test_no_line(text, read):
    assert not draws_line(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "Not a single order by May",
        "If the bank refuses the second loan",
        "Less than half of the subscribers renew",
        "We stop below 40 guests a week",
        "If we own less than six months of wages",
        "Nobody has paid: we stop",
    ],
)
def test_a_line(text, read):
    assert draws_line(text, read)


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("state", {"state": "The mood is bad", "by": dt.date(2027, 3, 1), "act": "We stop"}),
        ("by", {"state": "Fewer than 9 guests", "act": "We stop"}),
        ("by", {"state": "Fewer than 9 guests", "by": dt.date(2026, 1, 5), "act": "We stop"}),
        ("", {"state": "Fewer than 9 guests by May", "act": "We stop"}),
        ("", {"state": "Fewer than 9 guests", "by": dt.date(2027, 3, 1)}),
    ],
)
def test_further_lines(part, row, good, found):
    plan = laid_over(good(), {"risk": {"kills": [{"id": "x1", **row}]}})
    told = [field for rule, field in found(plan) if rule == "RI15"]
    assert told == ([f"risk.kills.x1.{part}"] if part else [])


# -- what the pack offers to be copied --------------------------------------------------


STARTERS = Pack().wording("risk.risks", "risks").examples
IN_WORDS = {"RI02", "RI03", "RI04", "RI06", "RI07"}


@pytest.mark.parametrize("starter", STARTERS, ids=lambda row: row["event"])
@pytest.mark.parametrize("depth", ["fundamentals", "intermediate"])
def test_a_known_risk_is_worded_as_the_rules_ask(starter, depth, good, found):
    table = good(depth=depth).model_dump()
    row = {key: text for key, text in starter.items() if key != "id"}
    table["risk"]["risks"][0] |= row | {"contingency": row.get("contingency", "")}
    told = found(Plan.model_validate(table))
    rules = {rule for rule, field in told if field.startswith("risk.risks.k1.")}
    assert not rules & IN_WORDS


# -- another language -------------------------------------------------------------------


def test_what_is_told_in_another_language_is_not_said_to_be_missing(good, found):
    rows = [
        ("Lieferant fällt aus", "Nur eine Glashütte liefert", "Keine Ware zu Weihnachten"),
        ("Konkurrenz senkt Preise", "Große Kette will Marktanteile", "Umsatz sinkt"),
        ("Mitarbeiter kündigt", "Zu wenig Lohn", "Wochen ohne Bäcker"),
        ("Miete steigt", "Vertrag endet", "Weniger Geld übrig"),
    ]
    risks = [
        {"id": f"r{n}", "event": event, "cause": cause, "effect": effect, "probability": 10 + n}
        for n, (event, cause, effect) in enumerate(rows)
    ]
    part = {"differentiation": {"primary": "niche"}, "risk": {"risks": risks}}
    assert not {"RI02", "RI10"} & {rule for rule, _ in found(laid_over(good(), part))}
