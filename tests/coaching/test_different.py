"""The rules about what is given up, and about a specialist's niche."""

import pytest
from changes import changed

from coach.steps.differentiation.model import Factor, Lever

LEVELS = "differentiation.levels"
TRADE_OFF = "differentiation.trade_off"
ALIKE = {"differentiation.primary": "niche", "niche.ratings.scores.differentiable.k1": 1}
DEARER = {
    "differentiation.primary": "cost",
    "differentiation.cost_source": "One process",
    "differentiation.cost_ours": 74,
    "differentiation.cost_rival": 74,
}
LEVER = Lever(id="l1", step="Sorting the post", effect="Looks modern")


def curve(ours, theirs=(3, 3, 3, 3, 3)):
    """Factors with our levels, beside those of the first alternative."""
    answers = {
        "differentiation.factors": [
            Factor(id=f"f{at}", name=f"Factor {at}") for at in range(len(ours))
        ]
    }
    for at, (us, them) in enumerate(zip(ours, theirs, strict=False)):
        answers[f"{LEVELS}.scores.f{at}.us"] = us
        answers[f"{LEVELS}.scores.f{at}.k1"] = them
    return answers


SAID = [
    ("DI15", "above", curve((5, 5, 4, 4, 1)), "above the others on 4 of 5 factors"),
    ("DI15", "never", curve((5, 3, 3, 3, 3)), "On none of 5 factors"),
    ("DI02", "dearer", DEARER, "costs you €74 and a rival €74"),
    ("DI17", "lever", {"differentiation.levers": [LEVER]}, "“Looks modern”"),
    ("DI10", "alike", ALIKE, "1 of 5 by your own rating"),
]


@pytest.mark.parametrize(("rule", "name", "answers", "text"), SAID)
def test_says_what_fits(rule, name, answers, text, good, found, pack):
    assert name in pack.rule(rule).messages
    told = [each.message for each in found(changed(good(), answers)).values() if each.rule == rule]
    assert any(text in message for message in told), told


@pytest.mark.parametrize("ours", [(5, 5, 4, 3, 1), (5, 1, 3, 3, 3), (5, 4)])
def test_a_curve_with_low_points_or_too_short_is_left_alone(ours, good, found):
    assert ("DI15", LEVELS) not in found(changed(good(), curve(ours)))


@pytest.mark.parametrize(
    "text",
    [
        "We give up nothing. Whatever they ask for, they get.",
        "Ours is lighter, warmer, safer and cheaper",
        "The whole package, and every wish is met",
        "There is no field in which we are weaker. No cuts.",
        "Why should I be slower anywhere?",
        "Whatever the big firms offer we offer as well",
        "We never have to sacrifice one for the other",
        "I cannot think of a single thing that we do worse",
        "There is nothing that a guest must miss with us",
        "We win everywhere",
        "Nothing, our guests deserve the lot",
        "You will not find a weak spot",
        "Worse than the chains? Hardly",
        "We aim for the top across the board",
        "Compromise is not a word we know",
        "A guest never has to choose with us",
        "It would be a pity to leave out something",
        "We could not name anything they would go without",
        "Only the bad things: waits, dust and hidden fees",
        "We are stronger all round, from the door to the bill",
        "Just the grumpy people, and good riddance",
        "My evenings and a little sleep",
        "At times a bit of time",
        "I see no disadvantage for anyone",
        "We work hard",
        "We are friendly",
        "Everything is fine",
        "The guest comes first",
    ],
)
def test_giving_up_nothing_in_other_words(text, good, found):
    assert ("DI15", TRADE_OFF) in found(changed(good(), {TRADE_OFF: text}))


@pytest.mark.parametrize(
    "text",
    [
        "Not better at everything: others are quicker and cheaper",
        "No compromise on the seal: we have no colours and no weekend cover",
        "We do not cut keys, and rivals are stronger in locks",
        "We leave out everything they do at weekends",
        "Nothing after noon, and no bread on Mondays",
        "We do not win everywhere: the chains are open at night",
        "Slower, dearer and smaller than the chains, and no weekend cover",
        "We think weddings are for the hotel next door",
        "We are bad at small talk",
        "The dealer in Graz is nearer, friendlier and open on Sundays",
        "We are best at cellos; violins are better off with Marie",
        "No hidden fees, and no cards, no lifts, no night shift",
        "Our time with each guest",
        "Our own shop in town",
        "Time: you wait six weeks",
        "Evenings and Saturdays",
        "Night work and holidays",
        "Early mornings",
        "We work slowly",
        "We stay small",
        "Comfort comes last",
    ],
)
def test_a_real_trade_off_is_left_alone(text, good, found):
    assert ("DI15", TRADE_OFF) not in found(changed(good(), {TRADE_OFF: text}))


SUPPORTING, TWO = "differentiation.supporting", ["quality", "niche"]
REASON, SIGNAL = "differentiation.reason", "differentiation.signal"


@pytest.mark.parametrize(
    ("rule", "field", "answers"),
    [
        ("DI17", REASON, {REASON: "No human touches an order, which no rival can say"}),
        ("DI17", REASON, {REASON: "Our secret is a neural net that plans the round"}),
        ("DI17", REASON, {REASON: "Nobody types any more: what we have over the others"}),
        ("DI17", REASON, {REASON: "Robots pack each box, and no hand does: that is our edge"}),
        ("DI17", REASON, {REASON: "We trained a model on quotes, and around it we build the firm"}),
        ("DI17", REASON, {REASON: "Guests come to us because a script plans the round"}),
        ("DI01", REASON, {REASON: "The three are on a par for us", SUPPORTING: TWO}),
        ("DI19", SIGNAL, {SIGNAL: "Seen once they own it", "differentiation.signals": []}),
        (
            "DI19",
            SIGNAL,
            {SIGNAL: "Seen once they have paid", "differentiation.signals": ["guarantee"]},
        ),
        ("DI19", SIGNAL, {SIGNAL: "Clients will see it later on", "differentiation.signals": []}),
    ],
)
def test_told_in_other_words(rule, field, answers, good, found):
    assert (rule, field) in found(changed(good(), answers))


@pytest.mark.parametrize(
    ("rule", "field", "answers"),
    [
        ("DI17", REASON, {REASON: "A robot packs, but that is not our edge: we know each bakery"}),
        ("DI17", REASON, {REASON: "They come to us for Ilse; the robot only gives her the hour"}),
        ("DI17", REASON, {REASON: "Neither app nor robot is why they come to us: Ilse welds"}),
        ("DI01", REASON, {REASON: "All three count, but answers lead", SUPPORTING: TWO}),
        ("DI19", SIGNAL, {SIGNAL: "They see it later in full, and in a trial before that"}),
        ("DI19", SIGNAL, {SIGNAL: "Seen later on", "differentiation.signals": ["guarantee"]}),
    ],
)
def test_what_only_sounds_like_it_is_left_alone(rule, field, answers, good, found):
    assert (rule, field) not in found(changed(good(), answers))
