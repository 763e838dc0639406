"""Rules about tests and their results: pass marks, kind words, what is changed afterwards."""

import datetime as dt

import pytest
from changes import changed
from merging import laid_over

MEASURE, THRESHOLD = "review.tests.k1.measure", "review.tests.k1.threshold"
CHANGE = "review.learnings.l1.change"


def learned(change):
    card = {"id": "l1", "observation": "3 of 40 owners signed", "change": change}
    return {"review": {"learnings": [card | {"date": dt.date(2026, 10, 20)}]}}


@pytest.mark.parametrize(
    "mark",
    [
        "Set once the answers lie on the table",
        "We discuss it in December, when the figures are in",
        "Depends on the results",
        "We go by feel on the day and decide then",
        "A clear majority of good vibes, to be defined later",
        "Sufficient demand",
        "To be fixed once the 40 calls are made",
        "Convincing",
        "Once Lena is satisfied",
        "No unhappy faces",
        "How many, Lena writes down on 1 March",
        "anywhere from 0 to 40 owners",
        "0 or more",
    ],
)
def test_a_mark_that_lets_everything_pass(mark, good, found):
    assert ("RE06", THRESHOLD) in found(changed(good(), {THRESHOLD: mark}))


@pytest.mark.parametrize(
    "mark",
    [
        "9 or more; we decide after four weeks and not before",
        "After the evening, at least four owners have paid",
        "Every second practice",
        "No practice cancels",
        "A third of those asked",
        "6 sign; we decide after the 20th call",
    ],
)
def test_a_mark_that_can_fail(mark, good, found):
    assert "RE06" not in [rule for rule, _ in found(changed(good(), {THRESHOLD: mark}))]


@pytest.mark.parametrize("measure", ["calls out of 40", "minutes for 100 plugs"])
def test_what_is_counted_in_is_no_mark(measure, good, found):
    assert ("RE06", THRESHOLD) in found(changed(good(), {MEASURE: measure, THRESHOLD: ""}))


def test_money_in_the_measure_is_no_mark(good, found):
    answers = {MEASURE: "deposits of €50", THRESHOLD: "plenty of them"}
    assert ("RE06", THRESHOLD) in found(changed(good(), answers))


SAID = [("RE06", "later", "We settle the number once we know the results", "leaves the mark open")]


@pytest.mark.parametrize(("rule", "name", "mark", "text"), SAID)
def test_says_what_fits(rule, name, mark, text, good, found, pack):
    assert name in pack.rule(rule).messages
    assert text in found(changed(good(), {THRESHOLD: mark}))[rule, THRESHOLD].message


@pytest.mark.parametrize(
    "measure",
    [
        "owners who could imagine joining",
        "friendly reactions at the stand",
        "number of smiles",
        "people who intend to switch",
        "stars",
        "mood in the room",
        "guests that say something good about the idea",
        "how often the article is shared posts",
        "applause",
        "those who told us that they plan to order",
        "votes in our poll",
        "people signing up for the newsletter",
        "mark out of ten",
        "owners who find the idea useful",
        "hands raised at the study club",
        "owners around the table after the talk",
        "assistants with a gleam in the eye",
        "owners on our list who need not pay",
        "how well the club took us in",
        "questions from the floor",
        "visitors on the page",
        "upvotes in the forum",
    ],
)
def test_kind_words(measure, good, found):
    answers = {MEASURE: measure, THRESHOLD: "15 or more"}
    assert ("RE07", MEASURE) in found(changed(good(), answers))


@pytest.mark.parametrize(
    "measure",
    [
        "fans that run without noise after 100 hours",
        "heart rate after the course",
        "market shares won",
        "enthusiastic owners who pay €50 in advance",
        "people who would recommend us and signed",
        "minutes until an answer",
        "name tags that came back",
        "letters of intent",
        "calls that end with a fixed date",
        "kilos sold a day",
        "visitors to the stand who leave a deposit",
        "owners who leave us their keys",
        "logs taken home against a signature",
        "owners who say it is fine and send us a date",
        "agreements in writing",
        "forms with an account number",
    ],
)
def test_what_costs_something_or_can_be_weighed(measure, good, found):
    answers = {MEASURE: measure, THRESHOLD: "15 or more"}
    assert "RE07" not in [rule for rule, _ in found(changed(good(), answers))]


def test_a_mark_that_says_yes_is_no_kind_word(good, found):
    answers = {MEASURE: "boards that warp", THRESHOLD: "2 says yes, over 5 says no"}
    assert "RE07" not in [rule for rule, _ in found(changed(good(), answers))]


def test_kind_words_in_the_mark_count_as_well(good, found):
    answers = {MEASURE: "owners of practices", THRESHOLD: "12 who would take part"}
    assert ("RE07", THRESHOLD) in found(changed(good(), answers))


@pytest.mark.parametrize(
    "change",
    [
        "Duly noted",
        "We wait and see",
        "Business as usual for the time being",
        "Good to know for next year",
        "We stick to our plan",
        "To be discussed later",
        "We keep the price",
        "Colleagues shook their heads",
        "Filed under experience",
    ],
)
def test_learned_and_passed_over(change, good, found):
    assert ("RE12", CHANGE) in found(laid_over(good(), learned(change)))


@pytest.mark.parametrize(
    "change",
    [
        "We keep the price, because nobody asked for less",
        "Onwards with 9 of them",
        "Smaller practices first",
        "Switch the printer",
        "No vets any more",
        "The vendor's user day",
        "The offer starts with one visit instead of a letter",
        "Wait until Mara has rung the clinics that were away",
    ],
)
def test_learned_and_changed(change, good, found):
    assert "RE12" not in [rule for rule, _ in found(laid_over(good(), learned(change)))]


DOING = "review.tests.k1.doing"


@pytest.mark.parametrize(
    ("doing", "measure"),
    [
        ("Send round a questionnaire", "replies"),
        ("Ask a few friends what they think", "people"),
        ("Poll at the school fair", "share of answers"),
        ("Show the mill to colleagues, would they use it?", "their opinion"),
        ("A coffee with five dentists to hear if they see the need", "number of people"),
        ("Call gym owners whether it interests them", "percentage positive"),
    ],
)
def test_answers_of_those_who_are_asked_what_they_think(doing, measure, good, found):
    answers = {DOING: doing, MEASURE: measure, THRESHOLD: "20 of 40"}
    assert ("RE07", MEASURE) in found(changed(good(), answers))


def test_a_poll_that_ends_in_deposits(good, found):
    for doing, measure in (
        ("Poll with a slip to order", "slips with a deposit"),
        ("Ask twelve farmers if they want the trial", "signed trials"),
        ("Ask 30 nurses whether they like the sole", "soles worn through"),
    ):
        answers = {DOING: doing, MEASURE: measure}
        assert "RE07" not in [rule for rule, _ in found(changed(good(), answers))]


def believed(text):
    return {"review": {"assumptions": [{"id": "b1", "statement": text, "importance": 3}]}}


@pytest.mark.parametrize(
    "text",
    [
        "Everybody will love it",
        "Children like our pencils",
        "Cooks will be thrilled by our salt",
        "People like shoe repair at the station",
        "Florists enjoy having the cold van in the yard",
        "Tenants are happy with a mobile laundry",
    ],
)
def test_a_belief_that_people_like_it(text, good, found):
    assert ("RE07", "review.assumptions.b1.statement") in found(laid_over(good(), believed(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Cooks like to order on Mondays",
        "Children love drawing more than writing",
        "Nobody likes our queue",
        "Shops like ours in Riga pay late",
        "Tenants are happy with their present caretaker",
        "Customers love fresh eggs and order them a week ahead",
        "Half of the cooks are happy with two deliveries",
    ],
)
def test_a_belief_that_can_be_weighed(text, good, found):
    assert "RE07" not in [rule for rule, _ in found(laid_over(good(), believed(text)))]


@pytest.mark.parametrize(
    ("saw", "praise"),
    [
        ("Everybody was very positive", True),
        ("They loved the idea", True),
        ("Lots of compliments", True),
        ("They liked it and did not order", False),
        ("9 of 40 were enthusiastic", False),
        ("Nobody came back", False),
    ],
)
def test_a_result_of_kind_words(saw, praise, good, found):
    card = learned("Price goes to €380")
    card["review"]["learnings"][0]["observation"] = saw
    hits = found(laid_over(good(), card))
    assert (("RE07", "review.learnings.l1.observation") in hits) == praise
