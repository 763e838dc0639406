"""Flaws of the niche and of the value proposition in many wordings, and what only looks like one.

Each row is put into a plan that is good otherwise.
"""

import datetime as dt

import pytest
from changes import changed

NEED = "niche.candidates.k1.need"
JOB = "value.job"
OFTEN = "value.pains.k1.how_often"
COST = "value.pains.k1.cost"
PAIN = "value.pains.k1.what"
RELIEF = "value.pains.k1.relief"
GAIN = "value.gain"
GOOD_SIDE = "value.alternatives.k1.does_well"
SHORT = "value.alternatives.k1.falls_short"
WHO = "niche.candidates.k1.who"
EXCLUSION = "niche.exclusion"
NEIGHBOURS = "niche.neighbours"
PAYER_NEED = "niche.payer_need"
DIFFERENCE = "value.statement.difference"
BENEFIT = "value.statement.benefit"
PROOF = "value.attributes.a1.proof"


def attribute(name, so_what="", status="observed", shown=True):
    """One attribute that is called a difference, and what it rests on where that is ``shown``."""
    made = {"id": "a1", "name": name, "so_what": so_what, "standing": "difference"}
    proof = {"source": "Call log", "points": 40} if status != "assumed" and shown else {}
    return {"value.attributes": [{**made, "proof": {"status": status, **proof}}]}


SOURCE = "value.promise_claim.source"


def proof(status, source):
    """What the promise rests on."""
    return {"value.promise_claim": {"status": status, "source": source, "points": 5}}


HOW = "value.offers.o1.how"
AUDIENCE = "value.statement.audience"
WHOM = "Independent dental practices in the Dutch-speaking part of Belgium with 3–10 chairs"


def rivals(second, third):
    """Two more candidates beside the chosen one, each from its name and who it is."""
    rows = {"k2": second, "k3": third}
    return {
        f"niche.candidates.{row}.{key}": text
        for row, told in rows.items()
        for key, text in zip(("name", "who", "need"), (*told, ""), strict=True)
    }


def payer(who, need=""):
    """Somebody else than the user pays, and why they would."""
    answers = {"niche.payer_need": need, "niche.decider": "the owner"}
    return {"niche.user": "the assistant", "niche.payer": who, **answers}


def channels(*rows):
    """Channels, each from its name and how many people are there."""
    made = [{"id": f"c{at}", "name": name, "people": n} for at, (name, n) in enumerate(rows, 1)]
    return {"niche.channels": made}


def known(*sources, date=dt.date(2026, 9, 1)):
    """The evidence of the chosen candidate and of the count, both observed."""
    paths = ("niche.candidates.k1.evidence", "niche.count_claim")
    return {
        f"{path}.{key}": value
        for path, source in zip(paths, sources, strict=True)
        for key, value in (("status", "observed"), ("source", source), ("date", date))
    }


def segments(*messages):
    """Micro-segments that are told these messages."""
    named = zip("abc", messages, strict=False)
    return {"niche.segments": [{"id": k, "name": k, "message": text} for k, text in named]}


def one_to_one(each, time):
    """An offer for each customer: what is made for one, and the time there is."""
    answers = {"niche.customisation": each, "niche.narrow_resources": time}
    return {"niche.rung": "individual", **answers}


SWAPPED = {
    "value.swap.scores.difference.k1": 1,
    "value.swap.scores.difference.k2": 1,
}
HARD = {
    "value.statement.need": "experience unanticipated administrative incapacitation",
    BENEFIT: "facilitates comprehensive operational continuity",
}


def pains(*rows):
    """Pains with a frequency, each from what goes wrong, its relief and its scores."""
    keys = ("what", "relief", "importance", "satisfaction")
    return {
        "value.pains": [
            {"id": f"p{at}", "how_often": "twice a year", **dict(zip(keys, row, strict=False))}
            for at, row in enumerate(rows, 1)
        ]
    }


# rule, where it must point, answers
BAD = [
    ("NI03", NEED, {NEED: "A help line with a person who knows the practice software"}),
    ("NI03", NEED, {NEED: "Somebody who answers within 15 minutes when data looks wrong"}),
    ("NI03", NEED, {NEED: "Having a local copy of the schedule on any phone"}),
    ("NI03", NEED, {NEED: "We answer in minutes and know their practice software"}),
    ("NI03", NEED, {NEED: "They lack Chairside Safety"}),
    ("VP02", "value.promise", {"value.promise": "Happier dentists in practices that always run"}),
    ("VP02", "value.promise", {"value.promise": "We look after practices quickly"}),
    ("VP02", "value.promise", {"value.promise": "Your partner for dental practices"}),
    ("VP02", "value.attributes.a1.so_what", attribute("Our love of the trade", "happy clients")),
    ("VP02", "value.attributes.a1.name", attribute("Great service")),
    (
        "VP11",
        "value.promise_claim",
        {"value.promise_claim": {"status": "observed"}},
    ),
    ("VP18", JOB, {JOB: "Hygiene and data security for the practice"}),
    ("VP18", JOB, {JOB: "Staff well-being"}),
    ("VP18", JOB, {JOB: "Medical documentation and bereavement"}),
    ("VP18", JOB, {JOB: "Become greener and more competitive"}),
    ("VP18", JOB, {JOB: "To stay compliant, modern and up to date"}),
    ("VP08", RELIEF, {RELIEF: "A committed crew that gives 110 % with a smile"}),
    ("VP08", RELIEF, {RELIEF: "Our platform and our fantastic technicians"}),
    ("VP08", RELIEF, {RELIEF: "We look after it all, quick and polite, reliable as always"}),
    ("VP18", JOB, {JOB: "Ring us when the screen is odd"}),
    ("VP18", JOB, {JOB: "Log in to the portal and look"}),
    ("VP18", JOB, {JOB: "To open the app before the first patient"}),
    ("VP18", JOB, {JOB: "Keep our help line within reach"}),
    ("VP18", JOB, {JOB: "Have Chairside Safety at hand"}),
    ("VP18", JOB, {JOB: "Lose 40 % less patient time"}),
    ("VP18", JOB, {JOB: "Fewer closed mornings"}),
    ("VP18", JOB, {JOB: "A steep rise in bookings"}),
    ("VP18", JOB, {JOB: "Three hours less at the desk"}),
    ("VP18", JOB, {JOB: "To be satisfied with the result"}),
    ("VP18", JOB, {JOB: "Loyal patients"}),
    ("VP18", JOB, {JOB: "Take out the yearly plan"}),
    ("VP19", GAIN, {PAIN: "The back door jams", GAIN: "The back door works again"}),
    ("VP19", GAIN, {PAIN: "Dull blades", GAIN: "Blades are sharp"}),
    (
        "VP18",
        "value.jobs.j2.what",
        {"value.jobs": [{"id": "j1", "what": "Open on time"}, {"id": "j2", "what": "Call us"}]},
    ),
    ("VP04", RELIEF, {RELIEF: "Not decided yet, perhaps in spring"}),
    ("VP04", RELIEF, {RELIEF: "None at the moment"}),
    (
        "VP04",
        "value.pains.p1.relief",
        {
            **pains(("Phones ring",), ("Bills pile up", "A tray")),
            "value.promise": "Each call is heard",
        },
    ),
    (
        "VP04",
        "value.pains.p2.relief",
        {
            **pains(("Bills pile up", "A tray"), ("Phones ring",)),
            "value.promise": "Each call is heard",
        },
    ),
    ("VP04", RELIEF, {RELIEF: "We hope that the vendor mends it"}),
    ("VP04", RELIEF, {RELIEF: "One gets used to it"}),
    ("VP04", RELIEF, {RELIEF: "Only the vendor could change that"}),
    ("VP04", RELIEF, {RELIEF: "Let us see how it develops"}),
    ("VP04", RELIEF, {RELIEF: "We would have to hire somebody first"}),
    ("VP04", RELIEF, {RELIEF: "The ministry should see to that"}),
    ("VP04", RELIEF, {RELIEF: "That would be too expensive for us"}),
    (
        "VP04",
        "value.pains.p3.relief",
        pains(
            ("Phones ring", "A voice menu", 6, 5),
            ("Bills get lost", "A numbered tray", 7, 5),
            ("Files vanish", "", 9, 2),
        ),
    ),
    ("VP07", COST, {OFTEN: "Oftener than they admit", COST: "Their nerves"}),
    ("VP07", COST, {OFTEN: "Every so often", COST: "An arm and a leg"}),
    ("VP07", COST, {OFTEN: "Depends on the season ticket", COST: "Plenty"}),
    ("VP07", COST, {OFTEN: "When things go wrong", COST: "No small change"}),
    ("VP07", COST, {OFTEN: "Whenever the wind turns", COST: "They curse all day"}),
    ("VP10", "value.attributes.a1.standing", attribute("Answer by phone", "Any firm does that")),
    ("VP10", "value.attributes.a1.standing", attribute("Answer by phone", "Common practice")),
    (
        "VP10",
        "value.attributes.a1.standing",
        attribute("By phone", "Whoever they hire, they get it"),
    ),
    ("VP10", "value.attributes.a1.standing", attribute("By phone", "No dealer is without it")),
    ("VP10", "value.attributes.a1.standing", attribute("By phone", "Rivals advertise it as well")),
    ("VP10", "value.attributes.a1.standing", attribute("By phone", "Nothing unique about it")),
    ("VP10", "value.attributes.a1.standing", attribute("By phone", "Copied from competitors")),
    ("VP10", "value.attributes.a1.standing", attribute("By phone", "Neither of us is any faster")),
    ("VP10", "value.attributes.a1.standing", attribute("Sworn to secrecy", "The law demands it")),
    (
        "VP10",
        "value.attributes.a1.standing",
        attribute("By phone", "Calm; the dealers do so as well"),
    ),
    ("VP07", "value.pains.k1.how_often", {OFTEN: "", COST: "", PAIN: "Locked out at 9:00 sharp"}),
    ("VP08", RELIEF, {PAIN: "The schedule is locked", RELIEF: "An unlocked schedule"}),
    ("VP08", RELIEF, {PAIN: "Late parcels", RELIEF: "Parcels come punctually, guaranteed"}),
    ("VP08", RELIEF, {PAIN: "Late parcels", RELIEF: "We put an end to late parcels for good"}),
    ("VP08", RELIEF, {PAIN: "Lost keys", RELIEF: "This cannot occur to our guests"}),
    ("VP08", RELIEF, {PAIN: "Cold coffee", RELIEF: "Hot coffee"}),
    ("VP08", RELIEF, {PAIN: "Late parcels", RELIEF: "They can forget about that from day one"}),
    ("VP08", RELIEF, {PAIN: "Late parcels", RELIEF: "We want to spare them this burden"}),
    (
        "VP08",
        RELIEF,
        {PAIN: "Late parcels", RELIEF: "Chairside Safety brings their parcels on time"},
    ),
    ("VP08", RELIEF, {PAIN: "Noise on Mondays", RELIEF: "Mondays without noise"}),
    ("VP08", RELIEF, {PAIN: "Cakes collapse", RELIEF: "It will rise as it should"}),
    ("VP08", RELIEF, {PAIN: "Cold rooms at dawn", RELIEF: "Warm rooms, what else"}),
    ("VP15", AUDIENCE, {AUDIENCE: "those who long for a calm Sunday"}),
    ("VP01", AUDIENCE, {AUDIENCE: "Every dentist and every vet"}),
    ("VP01", AUDIENCE, {AUDIENCE: "Dental practices first, later surgeons too"}),
    ("VP19", GAIN, {PAIN: "Boxes are packed unevenly", GAIN: "Boxes that are packed evenly"}),
    ("VP01", AUDIENCE, {AUDIENCE: "Dental practices without IT staff, plus anybody with a laser"}),
    ("VP19", GAIN, {PAIN: "Locked out of the schedule", GAIN: "Never be locked out again"}),
    (
        "VP19",
        "value.gains.g1.what",
        {
            PAIN: "The rota is typed twice",
            "value.gains": [{"id": "g1", "what": "The rota no longer has to be typed twice"}],
        },
    ),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "I could not name a single good point"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "No upside whatsoever"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Slow, rude and overpriced"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Their support is awful"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Dear, and a pain to carry up the stairs"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Only because people know no better"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Ours beats it in every point"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Best at losing parcels"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Cheap on paper, but it ruins the nerves"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Frankly, it drives people into our arms"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Years ago it may have been good"}),
    ("VP09", SHORT, {SHORT: "Poor service and low quality"}),
    ("VP18", JOB, {JOB: "Belong to our circle of breeders"}),
    ("VP18", JOB, {JOB: "Sensors in every stable"}),
    ("VP18", JOB, {JOB: "A stable that cleans itself"}),
    ("VP18", JOB, {JOB: "Find their way to our stand"}),
    ("VP18", JOB, {JOB: "Have a partner to rely on"}),
    ("VP08", RELIEF, {PAIN: "The horse refuses the trailer", RELIEF: "It walks in like a lamb"}),
    (
        "VP02",
        HOW,
        {"value.offers": [{"id": "o1", "name": "Care", "how": "All you need, tailored"}]},
    ),
    ("VP09", "value.alternatives", {"value.alternatives": 0}),
    ("VP10", DIFFERENCE, SWAPPED),
    (
        "VP10",
        "value.attributes.a1.standing",
        attribute("Answer by phone", "The same as other firms give"),
    ),
    (
        "VP10",
        "value.attributes.a1.standing",
        attribute("One contract", "Just like the general IT firm has it"),
    ),
    ("VP11", PROOF, attribute("Answer in 15 minutes, by clock", status="assumed")),
    (
        "VP11",
        "value.promise_claim",
        {"value.promise_claim.status": "assumed", "value.promise": "In trials 9 of 10 fit"},
    ),
    ("VP17", "value.statement.need", HARD),
    ("VP17", "value.statement", {BENEFIT: "closes it the same day, and that on all five days"}),
    ("VP02", BENEFIT, {BENEFIT: "exceeds every expectation"}),
    ("VP02", BENEFIT, {BENEFIT: "puts a smile on your face"}),
    ("VP15", AUDIENCE, {AUDIENCE: "friends of good craft"}),
    ("VP15", AUDIENCE, {AUDIENCE: "all of us"}),
    ("VP15", AUDIENCE, {AUDIENCE: "entrepreneurs before a big step"}),
    ("VP15", AUDIENCE, {AUDIENCE: "medical professionals under pressure"}),
    ("VP02", BENEFIT, {BENEFIT: "makes every day a good day"}),
    ("VP02", BENEFIT, {BENEFIT: "helps in every situation"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dentists who own and assistants who rent"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dental practices alongside opticians"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dentists (and opticians)"}),
    ("VP01", AUDIENCE, {AUDIENCE: "from surgeons to patients"}),
    ("NI04", "niche.candidates", rivals(("Others", ""), ("To be found", ""))),
    ("NI04", "niche.candidates", rivals(("Same ones", WHOM), ("Second round", f"The {WHOM}"))),
    ("NI04", "niche.candidates", rivals(("Vets", "Vets"), ("Plan B", "Whoever is left over then"))),
    ("NI04", "niche.candidates", rivals(("Vets", "Vets"), ("Form", "As the page wants three"))),
    ("NI04", "niche.candidates", rivals(("Vets", "Vets"), ("Later", "To be filled in"))),
    (
        "NI04",
        "niche.candidates",
        rivals(
            ("Again", "Belgian dental practices, independent, 3 to 10 chairs, no IT employee"),
            ("And again", f"{WHOM}, as said"),
        ),
    ),
    ("NI08", "niche.channels.c1.name", channels(("all over the web", 90_000))),
    ("NI08", "niche.channels.c1.name", channels(("letters and phone calls", 400))),
    ("NI10", NEED, {NEED: "The same as everybody else: a line that works"}),
    ("NI10", NEED, {NEED: "Fewer worries, as all practices want"}),
    ("NI10", NEED, {NEED: "What any owner asks for"}),
    (
        "NI13",
        "niche.candidates.k1.evidence",
        known("Pure intuition, and we have not asked", "a hunch of ours"),
    ),
    (
        "NI14",
        "niche.count_claim.source",
        known("Visits in 2021 and 2022", "Register of 2023"),
    ),
    (
        "NI14",
        "niche.candidates.k1.evidence.source",
        known("All our former invoices", "Turnover by customer since 2022, to 2026"),
    ),
    (
        "NI17",
        "niche.segments.b.message",
        segments("We fix your scanner before the doctor arrives", "Scanners repaired for doctors"),
    ),
    (
        "NI19",
        "niche.customisation",
        one_to_one("Every practice gets 30 hours of set-up", "400 hours a year for 60 practices"),
    ),
    (
        "NI19",
        "niche.customisation",
        one_to_one("Four workshops per practice", "90 workshops can be held, 40 practices"),
    ),
    (
        "NI13",
        "niche.candidates.k1.evidence",
        {
            **known("Owners will be asked in June", "own experience", date=None),
            "niche.candidates.k1.evidence.points": None,
            "niche.count_claim.points": None,
        },
    ),
    (
        "NI19",
        "niche.customisation",
        one_to_one("A wiring plan drawn afresh, a good week and a half", "Two of us, evenings"),
    ),
    (
        "NI19",
        "niche.customisation",
        one_to_one("One at a time; a server takes a full weekend", "me, and 190 of them call"),
    ),
    ("NI01", WHO, {WHO: "Nearly everybody with a computer"}),
    ("NI02", WHO, {WHO: "Newlyweds in their thirties"}),
    ("NI11", PAYER_NEED, payer("the trust")),
    ("NI11", PAYER_NEED, payer("the trust", "It just signs the bill")),
    ("NI11", PAYER_NEED, payer("the trust", "Kindness towards the staff")),
    ("NI11", PAYER_NEED, payer("the trust", "Very open-minded, not price-sensitive")),
    ("NI11", PAYER_NEED, payer("the trust", "Perhaps later, not clear yet")),
    ("NI11", PAYER_NEED, payer("the trust", "They would not mind, petty cash covers it")),
    ("NI11", PAYER_NEED, payer("the trust", "Likes to support us as a young firm")),
    ("NI15", EXCLUSION, {EXCLUSION: "We would be glad of any booking"}),
    ("NI15", EXCLUSION, {EXCLUSION: "Who wants to buy may buy"}),
    ("NI15", EXCLUSION, {EXCLUSION: "Owners with a negative mentality"}),
    ("NI15", EXCLUSION, {EXCLUSION: "Those unwilling to spend money"}),
    (
        "NI15",
        EXCLUSION,
        {EXCLUSION: "Nobody as such, any practice is welcome, but we like it neat"},
    ),
    ("NI15", EXCLUSION, {EXCLUSION: "Practices on other continents"}),
    ("NI01", WHO, {WHO: "Keen dentists who take their work seriously"}),
    ("NI01", WHO, {WHO: "Tooth people all over the Netherlands"}),
    ("NI01", WHO, {WHO: "Anyone with a chair and a slow computer"}),
    ("NI11", PAYER_NEED, payer("the trust", "A good service at a fair price")),
    ("NI08", "niche.channels.c1.name", channels(("On dental fairs", 300))),
    ("NI08", "niche.channels.c1.name", channels(("driving from practice to practice", 300))),
    ("NI08", "niche.channels.c1.name", channels(("a stand somewhere dentists pass", 300))),
    ("NI08", "niche.channels.c1.name", channels(("LinkedIn", 30_000))),
    ("NI08", "niche.channels.c1.name", channels(("the dental scene", 300))),
    ("NI08", "niche.channels.c1.name", channels(("dentists who scroll at night", 300))),
    ("NI08", "niche.channels.c1.name", channels(("clubs and magazines", 300))),
    ("NI08", "niche.channels.c1.name", channels(("a showroom, once there is money for it", 300))),
    ("NI08", "niche.channels.c1.name", channels(("a letter to every practice", 300))),
    ("NI08", "niche.channels.c1.name", channels(("dental fairs all over Europe", 300))),
    ("NI15", EXCLUSION, {EXCLUSION: "New dentists and old ones, both are welcome"}),
    ("NI08", "niche.channels.c1.name", channels(("LinkedIn and dentists talk a lot", 300))),
    ("VP07", COST, {OFTEN: "Often, 85 % of dentists", COST: "A great deal"}),
    ("VP08", RELIEF, {RELIEF: "A holistic process that tackles the root cause"}),
    ("VP18", JOB, {JOB: "Live their dream and work better"}),
    ("VP02", "value.promise", {"value.promise": "The finest help line in Belgium"}),
    ("VP02", "value.promise", {"value.promise": "5 times better quality, 110 % reliable"}),
    ("VP02", "start.offering", {"start.offering": "World-class help for dental practices"}),
    ("VP02", DIFFERENCE, {DIFFERENCE: "are passionate experts", BENEFIT: "answers in 15 minutes"}),
    ("NI03", "niche.trigger", {"niche.trigger": "They find out that they need our help"}),
    ("NI03", "niche.trigger", {"niche.trigger": "A friend recommends our service"}),
    ("NI03", PAIN, {PAIN: "Dentists have not heard of us yet"}),
    ("NI03", PAIN, {PAIN: "They have never seen proper support"}),
    ("VP11", SOURCE, proof("observed", "Our long professional experience")),
    ("VP11", SOURCE, proof("committed", "Everybody tells us")),
    ("VP11", SOURCE, proof("paid", "Many satisfied customers")),
    ("VP11", SOURCE, proof("paid", "Conversations over coffee")),
    ("NI16", NEIGHBOURS, {NEIGHBOURS: "Possibly something else some day"}),
    ("NI16", NEIGHBOURS, {NEIGHBOURS: "Bakers, though nothing in common with us"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dental practices along with vets"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dentists; orthodontists too"}),
    ("VP03", BENEFIT, {BENEFIT: "calms staff, doctors, parents and neighbours"}),
    ("VP04", RELIEF, {RELIEF: "Possibly in a later version"}),
    ("VP15", AUDIENCE, {AUDIENCE: "ambitious people"}),
    ("NI10", NEED, {NEED: "Just the usual: quick and cheap"}),
    (
        "NI13",
        "niche.candidates.k1.evidence",
        {
            **known("We are quite certain", "A strong impression", date=None),
            "niche.candidates.k1.evidence.points": None,
        },
    ),
    ("VP18", JOB, {JOB: "See fewer empty chairs"}),
    ("NI12", "value.alternatives.k1.name", {"value.alternatives.k1.name": "no other option"}),
    ("NI01", WHO, {WHO: "The construction industry in France"}),
    ("NI01", WHO, {WHO: "Piano owners"}),
    ("NI01", WHO, {WHO: "Musicians of all kinds"}),
    ("NI01", WHO, {WHO: "Schools, hotels, churches, bars and private homes"}),
    ("NI01", WHO, {WHO: "Tourism, from the campsite to the palace"}),
    ("NI15", EXCLUSION, {EXCLUSION: "It is too early to be choosy"}),
    ("NI15", EXCLUSION, {EXCLUSION: "At the start every euro counts, so each practice is welcome"}),
    ("NI15", EXCLUSION, {EXCLUSION: "No practice is too small"}),
    ("NI16", NEIGHBOURS, {NEIGHBOURS: "We cross that bridge when we get there"}),
    ("NI16", NEIGHBOURS, {NEIGHBOURS: "Dentists are plenty for a lifetime"}),
    ("NI12", "niche.sentence.alternative", {"niche.sentence.alternative": "nothing comparable"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dental labs with a server; orthodontists too"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dental practices in town, besides opticians"}),
    ("VP01", AUDIENCE, {AUDIENCE: "dental practices, plus the opticians next door"}),
    ("VP04", RELIEF, {RELIEF: "Will be thought about when the money is there"}),
    ("VP04", RELIEF, {RELIEF: "Cannot be helped at the moment"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "There is no reason to go there"}),
    ("VP09", GOOD_SIDE, {GOOD_SIDE: "Their service is a joke"}),
    ("VP18", JOB, {JOB: "Call us at once"}),
    ("VP18", JOB, {JOB: "Use the help line"}),
    ("NI03", NEED, {NEED: "They miss a service like ours"}),
]

FINE = [
    ("VP02", {"value.promise": "The chairs run again before the next patient sits down"}),
    ("VP02", {"value.promise": "No assistant phones three vendors"}),
    ("VP02", attribute("Great service", "The chair runs before the patient is numb")),
    ("VP11", {"value.promise_claim": {"status": "observed", "date": dt.date(2026, 9, 1)}}),
    ("VP18", {JOB: "Be in surgery at eight with the records open"}),
    ("VP18", {JOB: "Plan hygiene and security checks"}),
    ("VP18", {JOB: "Enable communication"}),
    ("VP18", {JOB: "Document each treatment"}),
    ("VP18", {"value.jobs": [{"id": "j1", "what": "Trust", "kind": "emotional"}]}),
    ("VP08", {PAIN: "The schedule screen is dark", RELIEF: "lend a screen"}),
    ("VP08", {PAIN: "No chair for the second patient", RELIEF: "we bring a spare chair"}),
    ("VP08", {PAIN: "Nobody at the practice can mend it", RELIEF: "a mechanic at the practice"}),
    ("VP08", {RELIEF: "Our technician drives over with a second screen"}),
    ("VP07", {OFTEN: "Often, 20 % of orders", COST: "A great deal"}),
    ("VP18", {JOB: "Do the best filling for a chipped tooth"}),
    ("NI03", {"niche.trigger": "They see the first red line on the scanner"}),
    ("NI03", {PAIN: "They have never seen who locked the schedule"}),
    ("VP11", proof("heard", "Conversations over coffee")),
    ("VP11", proof("paid", "Interviews beside the paid bills of 4 practices")),
    ("VP11", proof("observed", "11 satisfied customers of the trial")),
    ("NI15", {EXCLUSION: "We say no to hospitals, who ring most"}),
    ("NI15", {EXCLUSION: "Practices in France that ask for a yearly visit"}),
    ("NI01", {WHO: "Anyone in Ghent with a chair and a slow computer"}),
    ("NI01", {WHO: "Dentists who want more chairs on a second floor"}),
    ("NI08", channels(("IDS in Cologne, hall 4", 300))),
    ("NI08", channels(("LinkedIn group of the practice owners", 300))),
    ("NI08", channels(("the hygienist who lays out our card", 300))),
    ("NI08", channels(("mailing of the dental circle", 300))),
    ("VP07", {OFTEN: "6 of 10 Mondays", COST: "A great deal"}),
    ("VP08", {RELIEF: "A treatment room with a second screen"}),
    ("VP18", {JOB: "Finish the first patient on time and enjoy lunch"}),
    ("VP02", {DIFFERENCE: "listen to every call twice"}),
    (
        "NI03",
        {
            "start.offering": "Beer from the valley",
            NEED: "Guests ask for a beer from the valley, and the wholesaler brings the same six",
        },
    ),
    ("NI03", {NEED: "A hygienist sits idle half a morning and nobody can say for how long"}),
    ("NI03", {NEED: "An update breaks the link to the scanner, and the answer takes days"}),
    ("NI03", {NEED: "Waiting four days for an answer while patients are sent home"}),
    ("NI03", {NEED: "The maker of our software never rings back"}),
    ("VP18", {JOB: "Use the quiet hour before lunch for the accounts"}),
    ("VP18", {JOB: "Call the next patient in on time"}),
    ("VP18", {JOB: "Keep our own patients"}),
    ("VP18", {JOB: "Be the one who is called first"}),
    ("VP18", {JOB: "Calm the waiting room before ten"}),
    ("VP18", {JOB: "Open the doors at eight"}),
    ("VP18", {JOB: "See eleven patients before lunch"}),
    ("VP18", {JOB: "Check the books in Exact by Friday"}),
    ("VP18", {JOB: "A quiet Monday"}),
    ("VP04", {RELIEF: "Nothing to sign, and the card opens the door at once"}),
    (
        "VP04",
        pains(
            ("Phones ring", "A voice menu"),
            ("Bills get lost", "A numbered tray"),
            ("Tea is cold",),
        ),
    ),
    (
        "VP04",
        {
            **pains(("Phones ring", ""), ("Bills get lost", "A numbered tray")),
            "value.offers": [{"id": "o1", "name": "Voice menu", "pain": "p1"}],
        },
    ),
    ("VP07", {OFTEN: "each Monday", COST: "shame"}),
    ("VP07", {OFTEN: "whenever it rains", COST: "€12 a seat"}),
    ("VP07", {OFTEN: "", COST: "an afternoon, about four hours"}),
    ("VP07", {OFTEN: "", COST: "", PAIN: "Locked out twice a month"}),
    ("VP08", {PAIN: "Late parcels", RELIEF: "No contract: a rider waits at the depot from six"}),
    ("VP08", {PAIN: "Cold coffee", RELIEF: "Cups with a second wall"}),
    ("VP08", {PAIN: "Lost keys", RELIEF: "A key box with a code"}),
    ("VP08", {PAIN: "Lost keys", RELIEF: "A neighbour keeps the other one"}),
    (
        "VP04",
        {
            **pains(("Phones ring", "A voice menu"), ("Bills get lost",)),
            "value.promise": "The phone rings once: a voice answers",
        },
    ),
    ("VP19", {PAIN: "Locked out of the schedule", GAIN: "A patient sends flowers"}),
    ("VP19", {PAIN: "The back door jams", GAIN: "Neighbours come in by the back door for coffee"}),
    ("VP09", {GOOD_SIDE: "Not bad at all"}),
    ("VP09", {GOOD_SIDE: "No forms"}),
    ("VP09", {GOOD_SIDE: "I would not go there, but a cup is one euro"}),
    ("VP09", {GOOD_SIDE: "Ugly, but it never breaks"}),
    ("VP09", {GOOD_SIDE: "Mends botched jobs on the same day"}),
    ("VP09", {GOOD_SIDE: "Slow cooking that guests praise"}),
    ("VP09", {GOOD_SIDE: "Nothing else is open on Sunday"}),
    ("VP10", {**SWAPPED, "value.swap.scores.difference.k2": 0}),
    ("VP10", attribute("Answer by phone", "Other firms cannot say the same")),
    ("VP10", attribute("Answer by phone", "Calm as at home")),
    ("VP10", attribute("Answer by phone", "Any of them can do it alone")),
    ("VP10", attribute("Answer by phone", "It works every time")),
    ("VP10", attribute("Answer by phone", "The dealer makes them pay for it")),
    ("VP10", attribute("Answer by phone", "No other firm in town picks up after five")),
    ("VP01", {AUDIENCE: "Dental practices, the ones without IT staff"}),
    ("VP01", {AUDIENCE: "Widows and widowers with a dental practice"}),
    ("VP04", {RELIEF: "Only the lid opens, so no dust gets in"}),
    ("VP18", {JOB: "Find the way out of the fog with twelve guests"}),
    ("VP09", {SHORT: "Slow, and closed on Sundays"}),
    ("VP09", {GOOD_SIDE: "It fills the gap between two harvests"}),
    ("VP02", {"value.offers": [{"id": "o1", "name": "Care", "how": "Two fitters with one key"}]}),
    ("VP10", attribute("Answer by phone", "It works for the night nurse too")),
    ("VP10", attribute("Answer by phone", "The dealer has it as well, but only on weekdays")),
    ("VP11", attribute("Washable cover", status="assumed")),
    ("VP11", attribute("Answer in 15 minutes, by clock")),
    (
        "VP11",
        {"value.promise_claim.status": "assumed", "value.promise": "We aim to answer at once"},
    ),
    ("VP02", {BENEFIT: "opens the schedule in the waiting room"}),
    ("VP02", {BENEFIT: "exceeds Gartner's limit"}),
    ("VP15", {AUDIENCE: "you who run a dental practice"}),
    ("VP15", {AUDIENCE: "owners of a dental practice"}),
    ("VP03", {BENEFIT: "shows red, amber, blue, white"}),
    ("VP15", {AUDIENCE: "molar menders with nobody for computers"}),
    ("VP01", {AUDIENCE: "dental practices with scanners and printers that jam"}),
    ("NI04", rivals(("Vets", "Owner-run veterinary practices"), ("Labs", "Labs for braces"))),
    ("NI04", rivals(("Vets with two sites", ""), ("Labs for braces", ""))),
    ("NI04", rivals(("Labs", "Labs without a server"), ("More labs", "Labs with a server"))),
    ("NI08", channels(("letters and phone calls", 400), ("the dentists' guild", 90))),
    ("NI08", channels(("phone list of the register", 400))),
    ("NI10", {NEED: "Unlike all other firms they cannot close for a morning"}),
    ("NI10", {NEED: "Treated as a shop by the IT firm, they wait like last year"}),
    ("NI13", known("Owners asked as planned in May, seven of them", "a hunch of ours")),
    ("NI13", known("Calls with seven owners", "a hunch of ours")),
    ("NI14", known("Visits in 2022", "Register of 2026")),
    ("NI14", known("Visits in May", "All our former invoices")),
    ("NI17", segments("We fix your scanner at night", "We read the X-ray at noon")),
    ("NI17", segments("Back at work by noon", "Home by noon")),
    ("NI19", one_to_one("Every practice gets 5 hours", "400 hours a year for 60 practices")),
    ("NI19", one_to_one("Set up in 30 hours, the same for all", "400 hours, 60 practices")),
    ("NI19", one_to_one("Every practice gets 30 hours", "Two people, 60 practices")),
    ("NI19", one_to_one("The form took six weeks, once", "Two of us, evenings, 60 practices")),
    ("NI15", {EXCLUSION: "Small orders"}),
    ("NI15", {EXCLUSION: "No special orders"}),
    ("NI15", {EXCLUSION: "Large companies"}),
    ("NI15", {EXCLUSION: "Customers who want it tomorrow"}),
    ("NI16", {NEIGHBOURS: "Private households"}),
    ("NI16", {NEIGHBOURS: "Perhaps bakers"}),
    ("NI11", payer("the trust", "Peace in the waiting room")),
    ("NI11", payer("the trust", "Its reputation, after the leak in March was in the paper")),
    ("NI11", {**payer("the trust", "No fine"), "niche.decider": "the two owners, jointly"}),
    ("NI11", {**payer("the trust", "No fine"), "niche.decider": "whoever holds the keys"}),
    (
        "NI11",
        {
            **payer("the trust", "No fine"),
            "niche.decider": "depends on the size: up to ten chairs the dentist, else the board",
        },
    ),
    ("NI10", {"niche.situation": "Always on the Monday when the new schedule opens empty"}),
    ("NI11", payer("the trust", "signs only what saves an hour")),
    ("NI11", payer("the trust", "The bill must be the same each month")),
    ("NI11", payer("the trust", "Does not care for screens, but dreads an empty chair")),
    ("VP01", {AUDIENCE: "dental practices, small and large"}),
    ("VP03", {BENEFIT: "fits Exact, Logos, Sirona and Baltus"}),
    ("VP03", {BENEFIT: "answers within minutes and closes the case before the doors open"}),
    ("VP04", {RELIEF: "We ask first"}),
    ("VP04", {RELIEF: "Depends on the door: two wedges and a hook are in the bag"}),
    ("VP04", {RELIEF: "No waiting: somebody comes"}),
    ("VP15", {AUDIENCE: "dental people"}),
    (
        "NI13",
        {
            **known("Watched two owners", "A strong impression", date=None),
            "niche.candidates.k1.evidence.points": None,
        },
    ),
    ("NI01", {WHO: "Retail pharmacists in villages"}),
    ("NI01", {WHO: "Insurance brokers for sailors"}),
    ("NI01", {WHO: "Piano owners who play at night"}),
    ("NI01", {WHO: "Left-handed pastry chefs"}),
    ("NI01", {WHO: "Schools near a river, and hotels with a jetty"}),
    ("NI15", {EXCLUSION: "Start-ups: too early to need us"}),
    ("NI15", {EXCLUSION: "Any practice with a server in the cellar"}),
    ("NI16", {NEIGHBOURS: "Vets, after the first hundred dentists"}),
    ("NI12", {"niche.sentence.alternative": "doing nothing"}),
    ("VP01", {AUDIENCE: "owners of dental practices, also known as principals"}),
    ("VP01", {AUDIENCE: "dental practices with a server, plus the will to change"}),
    ("VP03", {BENEFIT: "swaps cables, switches, routers and boxes within 3 days"}),
    ("VP04", {RELIEF: "First a copy, then the restore"}),
    ("VP09", {GOOD_SIDE: "Nobody has to choose"}),
    ("VP18", {JOB: "Show us on the phone what went wrong"}),
]

SAID = [
    ("VP18", "result", {JOB: "Fewer closed mornings"}, "“Fewer closed mornings” is no act."),
    ("VP09", "none", {"value.alternatives": 0}, "nothing that they like about it"),
    ("VP09", "short", {SHORT: "Poor quality"}, "“Poor quality” is a verdict."),
    ("VP10", "swap", SWAPPED, "stays true for every alternative"),
    ("VP10", "rivals", attribute("By phone", "As others do"), "“As others do”: what others have"),
    (
        "VP11",
        "difference",
        attribute("Answer in 15 minutes", status="assumed"),
        "“Answer in 15 minutes” is the difference in your statement",
    ),
    ("VP11", "bare", {"value.promise_claim": {"status": "paid"}}, "no source, no day, no number"),
    (
        "VP11",
        "unshown",
        attribute("Answer in 15 minutes", status="paid", shown=False),
        "and nothing shows it: no source, no day, no number",
    ),
    (
        "NI10",
        "need",
        {NEED: "The same as everybody else: a line that works"},
        "that is everybody's need",
    ),
    (
        "NI10",
        "moment",
        {"niche.situation": "Whenever it suits them"},
        "“Whenever it suits them”: that is anybody's day",
    ),
    (
        "NI11",
        "decider",
        {**payer("the trust", "No fine"), "niche.decider": "whoever may"},
        "last word",
    ),
    ("NI14", "sales", known("Former invoices", "Old till slips"), "what was bought before"),
    (
        "NI14",
        "sales",
        known("What went over our counter in the years before", "Old till slips"),
        "what was bought before",
    ),
    (
        "NI19",
        "hands",
        one_to_one("A plan drawn afresh in a good week and a half", "Just me, for 70 practices"),
        "comes to 4,200 working hours; those you name have 1,800",
    ),
    (
        "NI19",
        "told",
        one_to_one("Every practice gets 30 hours", "400 hours a year for 60 practices"),
        "for 60 customers that comes to 1,800; you have 400",
    ),
    ("VP17", "hard", HARD, "is hard to read"),
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
