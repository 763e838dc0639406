"""Flaws told as founders tell them, in words that stand in no list as they are, and what is fine.

Each row is put into a plan that is good otherwise; the rules must hear what is meant by how a
sentence is made: a denial before a verb of asking, a name that is the founder's own, a sum.
"""

import pytest
from changes import changed

WHO = "niche.candidates.k1.who"
NEED = "niche.candidates.k1.need"
SOURCE = "niche.count_claim.source"
EXCLUSION = "niche.exclusion"
NEIGHBOURS = "niche.neighbours"
RIVAL = "value.alternatives.k1.name"
GOOD_SIDE = "value.alternatives.k1.does_well"
RELIEF = "value.pains.k1.relief"
AUDIENCE = "value.statement.audience"
PROMISE = "value.promise"
JOB = "value.job"

HEARD = [
    ("NI01", WHO, "Big, small, private, public: they all have teeth to look after"),
    ("NI01", WHO, "Modern-minded people who would like to look after their smile"),
    ("NI03", NEED, "Affordable help line for practices"),
    ("NI03", NEED, "Their wish is a company which answers, and that is us"),
    ("NI05", SOURCE, "Loads of them, every second street has one"),
    ("NI10", NEED, "Computers that run, as everyone wants them"),
    ("NI12", RIVAL, "The whole branch has overlooked it"),
    ("NI15", EXCLUSION, "My mother cleaned for whoever rang, and so do I"),
    ("NI15", EXCLUSION, "Unpleasant people, and those who will not pay"),
    ("NI16", NEIGHBOURS, "An ice cream parlour, our daughter would love to run one"),
    ("NI16", NEIGHBOURS, "More of the same practices, in more directions"),
    ("NI01", WHO, "Each and every dentist, be it in the city or in a village"),
    ("NI01", WHO, "If you own a drill, I have something for you"),
    ("NI01", WHO, "There is not one kind of practice that I would send away without a talk"),
    ("NI01", WHO, "Anything with a waiting room, whether for people or for animals"),
    ("NI03", NEED, "Nobody offers them a security help line that answers within minutes"),
    (
        "NI03",
        NEED,
        "A human voice in fifteen minutes that knows the practice software is what they miss",
    ),
    ("NI03", NEED, "They long for a copy of the schedule on any phone"),
    ("NI05", SOURCE, "I reckon it is somewhere near that"),
    ("NI05", SOURCE, "A colleague once told me over lunch"),
    ("NI05", SOURCE, "Took the number of Dutch dentists, divided by three to be careful"),
    ("NI05", SOURCE, "We have yet to check"),
    ("NI12", RIVAL, "I know of no firm in Flanders that does such work"),
    ("NI12", RIVAL, "Nobody but us has ever thought of it"),
    ("NI12", RIVAL, "White spot on the map, we are the first to set foot there"),
    ("NI12", RIVAL, "There aren't any providers to name yet"),
    ("NI15", EXCLUSION, "Who am I to send a patient dentist away?"),
    ("NI15", EXCLUSION, "We couldn't bring ourselves to say no"),
    ("NI15", EXCLUSION, "As long as they have a computer, we are happy to help"),
    ("NI15", EXCLUSION, "Later, once the phone rings too often"),
    ("NI16", NEIGHBOURS, "Dentists keep us busy enough, let others do the rest"),
    ("NI16", NEIGHBOURS, "When the last practice closes, we close too"),
    ("NI16", NEIGHBOURS, "Perhaps something with boats, where we would start from zero"),
    ("NI16", NEIGHBOURS, "Dental practices now, dental practices in ten years"),
    ("NI01", WHO, "Practice owners with the highest standards"),
    ("NI12", RIVAL, "The big names think it too small"),
    ("NI12", RIVAL, "Nobody that I would know by name"),
    ("NI12", RIVAL, "We set the tone, and the rest will copy it"),
    ("NI15", EXCLUSION, "Everybody deserves a quiet morning"),
    ("NI15", EXCLUSION, "Hospitals, which do not ring us anyway"),
    ("NI16", NEIGHBOURS, "Selling the same practices a printer"),
    ("NI01", WHO, "Practice owners who want to improve their service"),
    ("NI01", WHO, "Practices for money or for love"),
    ("NI03", NEED, "Security answers in minutes, practice software known by heart"),
    ("NI03", NEED, "Having an affordable help line"),
    ("NI05", SOURCE, "My brother and I made it at the kitchen table, it felt right"),
    ("NI05", SOURCE, "A list that I cannot find any more"),
    ("NI05", SOURCE, "It must be that order of size, by any reckoning of the office"),
    ("NI12", RIVAL, "Our concept is too new to be held against anything"),
    ("NI12", RIVAL, "0 rivals"),
    ("NI01", WHO, "The entire dental market"),
    ("NI01", WHO, "The typical small firm"),
    ("NI01", WHO, "Show me the dentist who sleeps well over his data"),
    ("NI01", WHO, "Offices in town, be they for one or for a hundred"),
    ("NI01", WHO, "Firms that want a help line"),
    ("NI15", EXCLUSION, "Practices that do not like our help line"),
    ("NI15", EXCLUSION, "Whoever will not pay his invoices"),
    ("NI15", EXCLUSION, "The gate stands wide open, that is how it should be"),
    ("NI15", EXCLUSION, "In this trade you take what the phone brings"),
    ("NI15", EXCLUSION, "All the others"),
    ("NI15", EXCLUSION, "Dentists who prefer the competition"),
    ("NI16", NEIGHBOURS, "Vets or barbers perhaps, we would then see what the bank says"),
    ("NI16", NEIGHBOURS, "A circus, for which none of our tools is of use"),
    ("NI16", NEIGHBOURS, "Afterwards the whole of France, then Spain"),
    ("NI16", NEIGHBOURS, "Beekeepers in the hills, because there are thousands of them"),
    ("NI16", NEIGHBOURS, "Tyre dealers along the motorway, with halls that nobody can overlook"),
    ("VP01", AUDIENCE, "dental practices with ten chairs, orthodontists near the coast"),
    ("VP01", AUDIENCE, "dental practices, but everyone else with a server too"),
    ("VP01", "value.thirty_words", "For riding clubs: a person answers in 15 minutes."),
    ("VP03", PROMISE, "Calmer mornings, happier staff, shorter queues, fewer letters"),
    (
        "VP03",
        PROMISE,
        "We answer your calls, we copy your files, we train your staff, we talk to the vendor",
    ),
    ("VP04", RELIEF, "Left for the second year"),
    ("VP04", RELIEF, "That one is for the software vendor to sort out"),
    ("VP04", RELIEF, "We must still find out how"),
    ("VP08", RELIEF, "Being locked out of the schedule belongs to the past"),
    ("VP08", RELIEF, "The owners can breathe again"),
    ("VP08", RELIEF, "Schedule unlocked, everybody happy"),
    ("VP09", GOOD_SIDE, "I wonder why people stay with them"),
    ("VP09", GOOD_SIDE, "We fail to see any strength there"),
    ("VP09", GOOD_SIDE, "What could be good about waiting"),
    ("VP09", GOOD_SIDE, "Slow, rude and overpriced"),
    ("VP15", AUDIENCE, "hard-working people with other things to do"),
    ("VP15", AUDIENCE, "those who hate surprises"),
    ("NI01", WHO, "A tooth is a tooth, whoever has one may call"),
    ("NI01", WHO, "Every practice, private or public, one chair or a dozen"),
    ("NI05", SOURCE, "So many that nobody has ever counted"),
    ("NI10", NEED, "What all of us want from a computer: that it runs"),
    ("NI12", RIVAL, "We searched for weeks and drew a blank"),
    ("NI12", RIVAL, "None at all in Flanders"),
    ("NI15", EXCLUSION, "The size of a practice does not matter"),
    ("NI15", EXCLUSION, "None, our diary has room"),
    ("NI15", EXCLUSION, "We are in no hurry to choose"),
    ("NI16", NEIGHBOURS, "Something with computers maybe"),
    ("NI16", NEIGHBOURS, "None, and we do not mind"),
    ("VP04", RELIEF, "We looked for a cure and found none"),
    ("VP08", RELIEF, "No visits needed any more"),
    ("VP09", GOOD_SIDE, "Nothing, and their customers say so"),
    ("VP09", GOOD_SIDE, "I would rather not say"),
    ("VP18", JOB, "Leave the computers with us overnight"),
    ("VP18", JOB, "Get an answer from us within 15 minutes"),
    ("VP18", JOB, "Waiting time under 15 minutes on practice days"),
    ("VP18", JOB, "Let Mara look into it"),
    ("NI01", WHO, "Whoever has a chair with four legs"),
    ("NI01", WHO, "More or less the whole province"),
    ("NI01", WHO, "Who doesn't see a dentist once in a while?"),
    ("NI03", NEED, "A line such as ours to ring before nine"),
    ("NI03", NEED, "That they can leave their computers with us"),
    ("NI15", EXCLUSION, "We are hardly in a place to be picky about who rings"),
    ("NI15", EXCLUSION, "You call, we drive"),
    ("NI16", NEIGHBOURS, "Where we'd go next we will see once Flanders is full"),
    ("NI16", NEIGHBOURS, "That lies with the good Lord"),
    ("VP01", AUDIENCE, "dental practices in Flanders, not to mention pet owners"),
    ("VP01", AUDIENCE, "dental practices without IT staff or else tax advisers in Ghent"),
    ("VP09", GOOD_SIDE, "All it does is cost money"),
    ("VP09", GOOD_SIDE, "Brings them nothing but queues and headaches"),
    ("VP18", JOB, "A calmer waiting room"),
    ("NI03", NEED, "That we sit beside them on the first day"),
    ("NI12", "value.statement.alternative", "no firm that does anything like us"),
    ("VP01", AUDIENCE, "dental practices in Flanders and anybody else with a server"),
    ("VP02", "value.statement.difference", "offer outstanding quality"),
    ("VP09", GOOD_SIDE, "All it brings is trouble"),
    ("VP18", JOB, "Twice as many patients"),
    ("NI01", WHO, "Companies of every description"),
    ("NI03", NEED, "They need what my colleague does on the phone"),
    ("NI10", NEED, "Everybody's wish: a computer that starts"),
    ("NI15", EXCLUSION, "Being choosy is for richer firms"),
    ("NI16", NEIGHBOURS, "We do not run before we can walk"),
    ("NI16", NEIGHBOURS, "Maybe elsewhere"),
    ("VP01", AUDIENCE, "dental practices but tax advisers too"),
    ("VP09", GOOD_SIDE, "A waste of money"),
    ("NI15", EXCLUSION, "All teeth, all ages, all purses"),
    ("NI16", NEIGHBOURS, "We cross that bridge once Flanders is done"),
    ("VP09", GOOD_SIDE, "Does more harm than good"),
    ("VP18", JOB, "A fuller diary"),
]

FINE = [
    (
        "NI01",
        WHO,
        "Big and small practices on the Coast Road that lost a server to the flood of May",
    ),
    ("NI03", NEED, "A screen goes black in the middle of a root canal"),
    ("NI10", NEED, "All nine screens in the practice freeze at ten"),
    ("NI12", RIVAL, "for want of anybody better, the neighbour's boy"),
    ("NI15", EXCLUSION, "We like everybody, but labs get the number of a friend"),
    ("NI15", EXCLUSION, "Anyone without a server of their own"),
    ("NI16", NEIGHBOURS, "We always wanted to work for vets: the same owner at the same desk"),
    ("NI01", WHO, "Every dental practice in Ghent that lost its IT firm this year"),
    ("NI01", WHO, "Anybody who runs a practice alone and shares the software with a lab"),
    ("NI03", NEED, "There is no IT firm near them that opens before nine"),
    ("NI05", SOURCE, "Counted in the register, street by street"),
    ("NI05", SOURCE, "Members of the study clubs, asked by phone"),
    ("NI12", RIVAL, "No firm at all, the owner's nephew looks at it"),
    ("NI12", RIVAL, "Nobody: they wait until Monday"),
    ("NI15", EXCLUSION, "Nobody who wants us on site"),
    ("NI15", EXCLUSION, "Chains, which we turn away although they pay well"),
    ("NI16", NEIGHBOURS, "Labs. Nothing in common but the software, and that is what we know"),
    ("NI16", NEIGHBOURS, "Vets: new to us, same owner type"),
    ("NI03", NEED, "An answer left until Monday, and nobody at the software line"),
    ("NI05", SOURCE, "Should be in the register of 2026, which we rang up"),
    ("NI15", EXCLUSION, "Everyone in a hospital, although they pay well"),
    ("NI16", NEIGHBOURS, "Barbers with a server, two streets from the second practice"),
    ("NI12", RIVAL, "the big chains, where most leave it until the warranty ends"),
    ("NI12", RIVAL, "other makers, whose catalogue they use as it is"),
    ("NI01", WHO, "Practices with high standards that lost their IT firm this spring"),
    ("NI01", WHO, "Offices whose server stands in the cellar, be they for one or a hundred"),
    (
        "NI16",
        NEIGHBOURS,
        "Barbers with three chairs. Nothing on the help line would have to change",
    ),
    ("NI16", NEIGHBOURS, "Physiotherapists with three chairs and one receptionist for everything"),
    ("NI15", EXCLUSION, "Chains that take whatever is cheapest, though they ring each spring"),
    ("NI15", EXCLUSION, "Hospitals, whose doors are open all night"),
    ("VP01", AUDIENCE, "dental practice owners without IT staff, server or cloud"),
    ("VP01", "value.thirty_words", "For practice owners: a person answers in 15 minutes."),
    ("VP03", PROMISE, "Fewer closed mornings and a calmer waiting room"),
    ("VP04", RELIEF, "A copy of the schedule lies on the owner's own phone"),
    ("VP08", RELIEF, "Joris opens a copy of the day on the phone"),
    ("VP09", GOOD_SIDE, "Nothing to learn"),
    ("VP09", GOOD_SIDE, "Known for years, if slow"),
    ("VP15", AUDIENCE, "busy owners of a dental practice"),
    ("NI12", RIVAL, "No firm: the owner calls a cousin"),
    ("NI15", EXCLUSION, "We do not serve hospitals"),
    ("NI15", EXCLUSION, "I leave labs to the software vendor"),
    ("NI15", EXCLUSION, "Anybody abroad, since the law is another"),
    ("NI16", NEIGHBOURS, "Orthodontists"),
    ("VP08", RELIEF, "No password: the phone opens the copy with a thumb"),
    ("VP09", GOOD_SIDE, "I like their calm voice on the phone"),
    ("VP09", GOOD_SIDE, "There is a branch in each town"),
    ("VP18", JOB, "Count the day's patients before eight"),
    ("NI01", WHO, "Practices between the whole length of the Leie and two ring roads"),
    ("NI03", NEED, "Nobody tells them what the vendor did to the server"),
    ("NI15", EXCLUSION, "We are picky: no chains, however well they pay"),
    ("NI16", NEIGHBOURS, "First labs; vets once we know how, since they buy from the same shop"),
    ("VP01", AUDIENCE, "dental practices with two chairs, or perhaps three"),
    ("VP09", GOOD_SIDE, "They only wait a day"),
    ("VP18", JOB, "Cut the list of calls before nine"),
    ("VP18", JOB, "Fall asleep without a thought of the server"),
    ("VP18", JOB, "Cut corners where no patient sees it"),
    ("NI15", EXCLUSION, "Practices that are too choosy about the hour"),
    ("VP01", AUDIENCE, "dental practices but no chains"),
    ("NI15", EXCLUSION, "If they want us on site, we are the wrong firm"),
    ("NI15", EXCLUSION, "Never the fussy owners with two brands of chair"),
    ("VP01", AUDIENCE, "dental practices with servers as well as laptops"),
    ("VP01", AUDIENCE, "dental practices with one room, or perhaps two rooms"),
    ("NI16", NEIGHBOURS, "Later the labs, whose owners trained with ours"),
    ("VP04", RELIEF, "Lea stands in for whoever has nobody to ask"),
    ("VP18", JOB, "Get through the inspection with 90 % of the films on file"),
]


LONG = " ".join(["For dental practice owners: a person answers"] + ["and answers again"] * 12)

SAID = [
    (
        "VP01",
        "other",
        {"value.ten_words": "For riding clubs: answers."},
        "is for others than “Dental",
    ),
    ("VP17", "form", {"value.thirty_words": LONG}, "has 43 words"),
]


@pytest.mark.parametrize(("rule", "name", "answers", "text"), SAID)
def test_says_what_fits(rule, name, answers, text, good, found):
    told = [each.message for each in found(changed(good(), answers)).values() if each.rule == rule]
    assert any(text in message for message in told), told


@pytest.mark.parametrize(("rule", "field", "text"), HEARD)
def test_trips(rule, field, text, good, found):
    hits = found(changed(good(), {field: text}))
    assert (rule, field) in hits, sorted(hits)


@pytest.mark.parametrize(("rule", "field", "text"), FINE)
def test_is_left_alone(rule, field, text, good, found):
    hits = found(changed(good(), {field: text}))
    assert rule not in [name for name, _ in hits], {key: hits[key].message for key in hits}
