"""Prices in words and figures: between the steps, and against the way of being different."""

import pytest
from changes import changed

from coach.coaching.language import Reader
from coach.coaching.price_words import prices

PROMISE, BENEFIT = "value.promise", "value.statement.benefit"
RIVALS = "a general IT firm\na cousin who helps"
REASON = "differentiation.reason"
COST = {"differentiation.primary": "cost", "differentiation.cost_source": "We own one van"}
QUALITY = {
    "differentiation.primary": "quality",
    "differentiation.quality_measure": "2 of 100 come back",
}


@pytest.mark.parametrize(
    ("text", "ours", "theirs"),
    [
        ("A check for €420 a month, the IT firm takes €600", [420], [600]),
        ("€420 instead of the usual €600", [420], [600]),
        ("We ask €420; the cousin asks €50", [420], [50]),
        ("€90 a visit, where a new one costs €400", [90], [400]),
        ("You save €300 and pay €120", [120], []),
        ("€120 less than last year", [], []),
        ("A €50 deposit, then €420", [420], []),
        ("€40 off in June, €420 otherwise", [420], []),
        ("Tuned within 5 cents for €80", [80], []),
        ("Not €600 but €420", [420], [600]),
        ("A fee of €420", [420], []),
        ("Three hundred rand, and forty pounds a month", [300, 40], []),
        ("Tears at 48 pounds", [], []),
        ("No figure at all", [], []),
        ("They pay €420 before the season begins", [420], []),
        ("€420 when the IT firm takes €600", [420], [600]),
        ("A set of nine lessons costs €420", [420], []),
        ("It sells €95 above the factory one", [], []),
        (f"Less than {'-' * 500} of all that they do, €420", [420], []),
        (f"Less than {'a-' * 500} of all that they do, €420", [420], []),
    ],
)
def test_whose_price_it_is(text, ours, theirs, pack):
    told = prices(text, RIVALS, Reader(pack.words))
    assert [each.value for each in told.ours] == ours
    assert [each.value for each in told.theirs] == theirs


# The plan's price is €420 an order, twelve orders a year.
@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PROMISE, "An answer in 15 minutes for €380 a month"),
        (BENEFIT, "costs €460"),
        (PROMISE, "We ask €4,200 a year, and somebody answers in 15 minutes"),
        ("value.ten_words", "Dental help in minutes, €350 a month"),
        ("value.ten_words", "Dental help in minutes, three hundred euros in the month"),
        (BENEFIT, "a monthly fee of €480"),
        (BENEFIT, "costs EUR480"),
        (REASON, "We charge €480, and that pays for the night"),
        (REASON, "For €480 they sleep through a weekend"),
        (REASON, "Our €480 a month is earned back by one patient"),
        (REASON, "€480 a month is cheap beside a closed day"),
        (REASON, "€480 is what each practice pays"),
        ("differentiation.trade_off", "No nights, and each month goes on the bill at €480"),
    ],
)
def test_another_price_in_the_words(path, text, good, found):
    hits = found(changed(good(), {path: text}))
    assert ("RE02", path) in hits, sorted(hits)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PROMISE, "An answer in 15 minutes for about €400 a month"),
        (PROMISE, "An answer in 15 minutes for €420 a month"),
        (PROMISE, "An answer in 15 minutes for €5,040 a year"),
        (PROMISE, "€105 a week, four weeks a month, and an answer in 15 minutes"),
        (PROMISE, "An answer in 15 minutes instead of a bill of €380"),
        (PROMISE, "An answer in 15 minutes, and €380 less damage"),
        (BENEFIT, "costs €14 a chair"),
        (BENEFIT, "costs €1.30 a file"),
        ("review.tests.k1.belief", "Owners pay the IT firm €300 an hour"),
        ("review.tests.k1.belief", "Owners pay within 14 days"),
        (REASON, "An hour costs us €480, since we know the software"),
        (REASON, "They pay us €380 more for it"),
        (REASON, "Owners pay €380 a month for a night guard"),
        (REASON, "For €380 we rent the van"),
    ],
)
def test_one_price_told_in_another_way(path, text, good, found):
    hits = found(changed(good(), {path: text}))
    assert "RE02" not in [rule for rule, _ in hits], sorted(hits)


@pytest.mark.parametrize(
    ("path", "answers"),
    [
        (PROMISE, COST | {PROMISE: "€420 a month, a general IT firm asks €300"}),
        (PROMISE, COST | {PROMISE: "€420 a month against €300 at the other firms"}),
        (PROMISE, COST | {PROMISE: "The most expensive answer in town, and worth it"}),
        ("differentiation.cost_change", COST | {"differentiation.cost_change": 12}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and everybody else charges more than "
                             "we do; no other shop is cheaper"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, at a price lower than all others"}),
        (BENEFIT, QUALITY | {BENEFIT: "is the least expensive in Flanders"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and our bill is the smallest"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, at half of what the others charge"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back; cheaper you cannot buy"}),
        (PROMISE, QUALITY | {PROMISE: "€420 a month, not €900 as at a general IT firm"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and you pay €90 less"}),
        (PROMISE, COST | {PROMISE: "You pay a quarter more than elsewhere"}),
        (PROMISE, COST | {PROMISE: "Our price is at the top, and so is the work"}),
        (PROMISE, COST | {PROMISE: "€420 a month, €50 above the usual firms"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and you will not find a lower fee"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and it costs less than the cousin"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, at the price of a sandwich"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, at supermarket prices"}),
        (PROMISE, COST | {PROMISE: "For owners who do not count their money"}),
        (REASON, COST | {REASON: "We lie a quarter above the other firms"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and you hardly feel it in the purse"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back, and any purse can bear it"}),
        (BENEFIT, QUALITY | {BENEFIT: "gives a check a student can afford"}),
        (BENEFIT, QUALITY | {BENEFIT: "is kinder to the wallet than an IT firm"}),
        (REASON, QUALITY | {REASON: "We ask what the IT firm takes and go twenty euros below it"}),
        (REASON, QUALITY | {REASON: "Between here and Ghent no firm does it for so little"}),
        (REASON, QUALITY | {REASON: "Compare the bills: ours is the small number"}),
        (REASON, COST | {REASON: "Other firms are cheaper than we are"}),
        (REASON, COST | {REASON: "We charge twice what the rest takes"}),
        (BENEFIT, COST | {BENEFIT: "costs a bit more than the IT firm"}),
        (REASON, COST | {REASON: "A luxury article, priced as such"}),
        (PROMISE, QUALITY | {PROMISE: "2 of 100 come back: a bargain that nobody can match"}),
        (REASON, QUALITY | {REASON: "Dentists come since we lie a few euros below the rest"}),
        (PROMISE, COST | {PROMISE: "€420 a month, all in",
                          "value.alternatives.k1.falls_short": "€340 a month, and asks for days"}),
    ],
)  # fmt: skip
def test_price_and_type_pull_apart(path, answers, good, found):
    hits = found(changed(good(), {REASON: "We know their software"} | answers))
    assert ("RE04", path) in hits, sorted(hits)


@pytest.mark.parametrize(
    "answers",
    [
        COST | {PROMISE: "€420 a month, a general IT firm asks €600"},
        COST | {PROMISE: "€420 a month where premium firms ask €600"},
        COST | {PROMISE: "€420 a month, never a luxury"},
        COST | {PROMISE: "€420 against €300 at others", REASON: "Dearer to buy, but it lasts"},
        COST | {"differentiation.cost_change": -12},
        QUALITY | {PROMISE: "2 of 100 come back, and it weighs less than any other"},
        QUALITY | {PROMISE: "2 of 100 come back, and we are never the cheapest"},
        QUALITY | {PROMISE: "2 of 100 come back, and we never undercut anybody"},
        QUALITY | {PROMISE: "€420, and under 2 faults in every 400 files"},
        COST | {PROMISE: "More answers than any other firm for the price"},
        COST | {PROMISE: "A third cheaper than the rest"},
        QUALITY | {PROMISE: "The lowest price and 2 of 100", REASON: "Cheap, since we own a mill"},
        QUALITY | {PROMISE: "The lowest price and 2 of 100", REASON: "Our rooms cost us nothing"},
        QUALITY | {PROMISE: "2 of 100 come back; a cheap check is worth what it costs"},
        QUALITY | {PROMISE: "2 of 100 come back; the IT firm is cheaper and looks at half"},
        QUALITY | {PROMISE: "2 of 100 come back, and you pay for less than a day"},
        QUALITY | {REASON: "Cousins are cheaper than we are, and see less"},
        COST | {REASON: "The IT firm charges more and comes on Fridays"},
        COST | {PROMISE: "Less than half of what a new one costs"},
        COST | {PROMISE: "€420 a month; big brands cost twice as much"},
        QUALITY | {PROMISE: "2 of 100 come back, and a lower bill over ten years"},
        QUALITY | {PROMISE: "2 of 100 come back; cheap backups fail on the day"},
        COST | {PROMISE: "Beats the premium brand on price"},
        QUALITY | {"value.alternatives.k1.does_well": "Only €300 a month"},
        QUALITY | {"value.alternatives.k1.does_well": "All at once, for €4,900"},
        COST
        | {
            PROMISE: "€420 a month, all in",
            "value.alternatives.k1.falls_short": "€30 a month, and you do it yourself",
        },
        COST
        | {PROMISE: "€420 a month", "value.alternatives.k1.falls_short": "€500 a month, no nights"},
    ],
)
def test_price_and_type_that_fit(answers, good, found):
    hits = found(changed(good(), {REASON: "We know their software"} | answers))
    assert "RE04" not in [rule for rule, _ in hits], sorted(hits)


BELOW = QUALITY | {"value.alternatives.k1.does_well": "One contract for all, €900"}
SAID = [
    ("RE02", "words", {BENEFIT: "costs €460"}, "“€460” stands here, and €420 under"),
    ("RE04", "raised", COST | {"differentiation.cost_change": 9}, "lies 9 % above the rival's"),
    ("RE04", "below", BELOW, "is less than the €900 that an alternative costs"),
    ("RE04", "undercut", QUALITY | {PROMISE: "€420, not €900"}, "is less than their €900"),
    ("RE04", "above", COST | {PROMISE: "€420, not €300"}, "“€420” is more than their €300"),
]


@pytest.mark.parametrize(("rule", "name", "answers", "text"), SAID)
def test_says_what_fits(rule, name, answers, text, good, found, pack):
    assert name in pack.rule(rule).messages
    plan = changed(good(), {REASON: "We know their software"} | answers)
    told = [each.message for each in found(plan).values() if each.rule == rule]
    assert any(text in message for message in told), told
