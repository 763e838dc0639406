"""Rules without code: what each kind finds, when it keeps quiet, and that it never stumbles."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import plans

from coach import flow
from coach.coaching.declared import KINDS, MOST_FIGURE, Unfit, declared
from coach.coaching.engine import fill
from coach.coaching.language import Reader
from coach.coaching.rule import Context
from coach.pack.pack import Pack
from coach.pack.page import RulePage, When
from coach.plan import Plan
from coach.questions import Depth, Kind

PACK = Pack()
READER = Reader(PACK.words)
TODAY = dt.date(2026, 11, 1)
LISTS = PACK.word_lists


def page(message="Look here.", question="", **when):
    return RulePage("SAT01", "A rule", "gap", message, question=question, when=When(**when))


def hits(made, plan, depth=Depth.ADVANCED):
    """The fields that a declared rule remarks on, with the quoted words."""
    rule = declared(made, LISTS)
    context = Context(rule.id, READER, {}, TODAY, depth=depth, label=lambda path: path)
    return {hit.field: hit for hit in rule.check(getattr(plan, rule.reads[0]), context)}


def quotes(made, plan):
    return {field: hit.quote for field, hit in hits(made, plan).items()}


def plan_of(depth="advanced", **steps):
    return Plan.model_validate({"depth": depth, **steps})


def niche(**answers):
    return plan_of(niche=answers)


# -- required ----------------------------------------------------------------------------


def test_a_missing_answer_is_remarked_on_once_the_step_is_under_way():
    made = page(field="niche.exclusion", kind="required")
    assert hits(made, Plan()) == {}
    assert hits(made, niche(count=40)) == {}
    assert list(hits(made, niche(count=40, price=9))) == ["niche.exclusion"]
    assert hits(made, niche(count=40, price=9, exclusion="Hospitals")) == {}


@pytest.mark.parametrize("text", ["", "  \n", "-", "…", "?!"])
def test_signs_without_a_word_are_no_answer(text):
    made = page(field="niche.exclusion", kind="required")
    assert list(hits(made, niche(count=40, price=9, exclusion=text))) == ["niche.exclusion"]


def test_a_missing_part_of_a_row_is_remarked_on_once_the_row_is_under_way():
    made = page(field="risk.risks.owner", kind="required")
    rows = [
        {"id": "k1", "event": "The oven fails"},
        {"id": "k2", "event": "The oven fails", "cause": "Age"},
        {"id": "k3", "event": "The oven fails", "cause": "Age", "owner": "Ada"},
    ]
    assert list(hits(made, plan_of(risk={"risks": rows}))) == ["risk.risks.k2.owner"]


def test_what_is_chosen_beforehand_is_no_answer_of_the_founder():
    made = page(field="start.name", kind="required")
    assert hits(made, plan_of(start={"market": "Bread"})) == {}
    assert list(hits(made, plan_of(start={"market": "Bread", "offering": "Rye"}))) == ["start.name"]


BEGUN = {"niche": {"price": 9, "exclusion": "Hospitals"}}
BEGUN["value"] = {"job": "Bake", "promise": "Bread by six"}
BEGUN["differentiation"] = {"reason": "Speed", "trade_off": "Late hours"}
BEGUN["review"] = {"tests": [{"belief": "They pay"}], "actions": [{"what": "Call Ada"}]}


@pytest.mark.parametrize(
    ("field", "missing", "answer"),
    [
        ("niche.candidates", [{"id": "k1"}], [{"id": "k1", "who": "Bakers"}]),
        ("niche.count", None, 0),
        ("niche.count_claim", {"points": 3}, {"source": "Register"}),
        ("niche.count_claim.source", {"status": "desk", "points": 3}, {"source": "Register"}),
        ("value.statement", {"audience": ""}, {"audience": "Bakers"}),
        ("value.statement.audience", {"need": "Bread", "benefit": "Warm"}, {"audience": "Bakers"}),
        ("differentiation.primary", None, "cost"),
        ("review.next_review", None, dt.date(2027, 1, 1)),
    ],
)
def test_every_kind_of_answer_can_be_required(field, missing, answer):
    step, key, *_ = field.split(".")
    made = page(field=field, kind="required")
    without, whole = (plan_of(**{step: {**BEGUN[step], key: value}}) for value in (missing, answer))
    assert list(hits(made, without)) == [field]
    assert hits(made, whole) == {}


# -- count -------------------------------------------------------------------------------


def rows(count):
    return [{"id": f"k{at}", "who": "Bakers"} for at in range(1, count + 1)]


@pytest.mark.parametrize(("count", "found"), [(1, True), (2, False), (3, False), (4, True)])
def test_rows_are_counted(count, found):
    made = page(field="niche.candidates", kind="count", fewest=2, most=3)
    plan = niche(candidates=rows(count), count=40, price=9)
    assert bool(hits(made, plan)) is found
    if found:
        hit = hits(made, plan)["niche.candidates"]
        assert fill("{count} of {fewest} to {most}", hit) == f"{count} of 2 to 3"


def test_empty_rows_do_not_count_and_a_beginner_is_left_alone():
    few = page(field="niche.candidates", kind="count", fewest=2)
    many = page(field="niche.candidates", kind="count", most=2)
    assert hits(few, niche(candidates=rows(1), count=40)) == {}
    blank = [*rows(2), {"id": "k7"}]
    assert hits(many, niche(candidates=blank)) == {}
    assert list(hits(many, niche(candidates=rows(3)))) == ["niche.candidates"]


# -- words -------------------------------------------------------------------------------


def who(*texts):
    return niche(candidates=[{"id": f"k{at}", "who": text} for at, text in enumerate(texts, 1)])


def test_a_word_of_the_list_is_found_quoted_and_named():
    made = page("{quote}: {word}", field="niche.candidates.who", kind="words", has="everyone")
    found = hits(made, who("Everybody who bakes", "Bakers in Ghent"))
    assert [(hit.field, hit.quote, hit.values["word"]) for hit in found.values()] == [
        ("niche.candidates.k1.who", "Everybody who bakes", "Everybody")
    ]


def test_a_text_that_lacks_all_words_of_the_list_is_found_and_no_text_is_not():
    made = page("{quote}", field="niche.candidates.who", kind="words", lacks="everyone")
    assert quotes(made, who("Everybody", "Bakers in Ghent", "", "-")) == {
        "niche.candidates.k2.who": "Bakers in Ghent"
    }


def test_another_list_a_figure_or_a_name_lets_go():
    given = {"field": "niche.candidates.who", "kind": "words", "has": "everyone"}
    plan = who("Everybody", "Everybody of the 40 bakers", "Everybody who bakes in Ghent")
    assert len(hits(page(**given), plan)) == 3
    assert list(hits(page(**given, concrete=True), plan)) == ["niche.candidates.k1.who"]
    assert hits(page(**given, unless=("nothing", "everyone")), plan) == {}


def test_a_slot_and_the_source_of_a_row_can_be_read():
    slot = page(field="value.statement.audience", kind="words", has="everyone")
    plan = plan_of(value={"statement": {"audience": "Everyone"}})
    assert quotes(slot, plan) == {"value.statement.audience": "Everyone"}
    source = page(field="niche.candidates.evidence.source", kind="words", has="everyone")
    plan = niche(candidates=[{"id": "k1", "evidence": {"source": "Everyone says so"}}])
    assert quotes(source, plan) == {"niche.candidates.k1.evidence.source": "Everyone says so"}


# -- length, date ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [("", False), ("-", False), ("one", True), ("one two", False), ("one two three four", True)],
)
def test_words_are_counted(text, found):
    made = page("{quote} has {count}", field="niche.exclusion", kind="length", fewest=2, most=3)
    assert bool(hits(made, niche(exclusion=text))) is found


@pytest.mark.parametrize(
    ("days", "within", "gone"),
    [(-31, True, True), (-30, False, True), (0, False, False), (30, False, False), (31, True, 0)],
)
def test_days_are_compared_with_today(days, within, gone):
    plan = plan_of(review={"next_review": TODAY + dt.timedelta(days)})
    near = page("{quote} {within}", field="review.next_review", kind="date", within=30)
    ahead = page(field="review.next_review", kind="date", past=False)
    assert bool(hits(near, plan)) is within
    assert bool(hits(ahead, plan)) is bool(gone)
    assert hits(near, Plan()) == hits(ahead, Plan()) == {}


def test_a_date_that_was_set_aside_is_not_new_on_the_next_day():
    plan = plan_of(review={"next_review": dt.date(2025, 1, 1)})
    made = page("{quote}", field="review.next_review", kind="date", within=30)
    rule = declared(made, LISTS)
    one, other = (
        list(rule.check(plan.review, Context("SAT01", READER, {}, day)))
        for day in (TODAY, TODAY + dt.timedelta(1))
    )
    assert one == other != []


# -- depth -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["niche.candidates.evidence.source", "start.country"])
def test_nothing_is_said_of_what_is_not_asked_at_this_depth(path):
    chain = [flow.place(".".join(path.split(".")[:2])).field]
    for key in path.split(".")[2:]:
        chain.append(next(part for part in chain[-1].parts if part.key == key))
    deepest = max(part.depth for part in chain)
    made = page(field=path, kind="length", fewest=9)
    plan = plan_of(
        start={"country": "Belgium"},
        niche={"candidates": [{"id": "k1", "evidence": {"source": "A call"}}]},
    )
    for depth in Depth:
        assert bool(hits(made, plan, depth)) is (depth >= deepest)


# -- refused -----------------------------------------------------------------------------

EXCLUSION = {"field": "niche.exclusion"}


@pytest.mark.parametrize(
    ("when", "key", "told"),
    [
        ({"field": "niche.exclusoin", "kind": "required"}, "field", "'niche.exclusion'?"),
        ({"field": "risk.risks.ownr", "kind": "required"}, "field", "'risk.risks.owner'?"),
        ({"field": "", "kind": "required"}, "field", "there is no field ''; expected one like"),
        ({"field": "niche", "kind": "required"}, "field", "there is no field 'niche'"),
        ({"field": "niche.__class__", "kind": "required"}, "field", "there is no field"),
        ({"field": "niche.candidates.k1.who", "kind": "required"}, "field", "candidates.who'?"),
        ({"field": "niche.ratings.scores", "kind": "required"}, "field", "niche.ratings'?"),
        ({**EXCLUSION, "kind": "requird"}, "kind", "there is no kind 'requird'; did you mean"),
        ({**EXCLUSION, "kind": "regex"}, "kind", "expected required, count, words, length, date"),
        ({**EXCLUSION, "kind": "count", "most": 3}, "kind", "that kind is for lists and choices"),
        ({**EXCLUSION, "kind": "date", "within": 3}, "kind", "that kind is for days"),
        ({"field": "niche.count", "kind": "length", "most": 3}, "kind", "that kind is for text"),
        ({**EXCLUSION, "kind": "required", "most": 3}, "most", "it takes no more keys"),
        ({**EXCLUSION, "kind": "length", "has": "x"}, "has", "it takes fewest, most"),
        ({**EXCLUSION, "kind": "length"}, "when", "needs 'fewest' or 'most'"),
        ({**EXCLUSION, "kind": "words"}, "when", "needs 'has' or 'lacks'"),
        ({**EXCLUSION, "kind": "words", "concrete": True}, "when", "needs 'has' or 'lacks'"),
        ({"field": "review.next_review", "kind": "date"}, "when", "needs 'within' or 'past'"),
        ({**EXCLUSION, "kind": "length", "most": -1}, "most", "from 1 to 10,000"),
        ({**EXCLUSION, "kind": "length", "most": MOST_FIGURE + 1}, "most", "from 1 to 10,000"),
        ({**EXCLUSION, "kind": "length", "most": 16**5000}, "most", "from 1 to 10,000"),
        ({**EXCLUSION, "kind": "length", "fewest": 4, "most": 3}, "fewest", "more than 'most'"),
        ({**EXCLUSION, "kind": "words", "has": "evryone"}, "has", "did you mean 'everyone'?"),
        ({**EXCLUSION, "kind": "words", "lacks": "../../x"}, "lacks", "there is no word list"),
        (
            {**EXCLUSION, "kind": "words", "has": "everyone", "lacks": "broad"},
            "lacks",
            "either 'has' or 'lacks' is expected",
        ),
        (
            {**EXCLUSION, "kind": "words", "has": "everyone", "unless": ("",)},
            "unless",
            "there is no word list ''",
        ),
        (
            {**EXCLUSION, "kind": "words", "has": "everyone", "unless": ("broad",) * 11},
            "unless",
            "more than 10 word lists",
        ),
    ],
)
def test_what_makes_no_rule_is_refused_with_key_and_hint(when, key, told):
    with pytest.raises(Unfit) as refused:
        declared(page(**when), LISTS)
    assert refused.value.keys[-1] == key
    assert told in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("changed", "key", "told"),
    [
        ({"message": "{qoute}"}, "message", "did you mean 'quote'?"),
        ({"message": "{within}"}, "message", "expected label, quote, count, fewest, most"),
        ({"blank": "Nothing."}, "blank", "is for the rules of the program"),
        ({"messages": {"few": "Few."}}, "messages", "is for the rules of the program"),
        ({"limits": {"most": 3}}, "limits", "its figures in [when]"),
        ({"title": "x" * 81}, "title", "'title' has 81 characters; at most 80 fit"),
        ({"message": "x" * 9_000}, "message", "'message' has 9,000 characters; at most 300 fit"),
        ({"question": "x" * 101}, "question", "'question' has 101 characters; at most 100 fit"),
    ],
)
def test_what_only_rules_with_code_use_is_refused(changed, key, told):
    given = {"id": "SAT01", "title": "T", "level": "gap", "message": "M"}
    given["when"] = When("niche.exclusion", "length", fewest=3)
    with pytest.raises(Unfit) as refused:
        declared(RulePage(**{**given, **changed}), LISTS)
    assert refused.value.keys == (key,)
    assert told in str(refused.value)


def test_a_question_without_words_to_quote_is_refused():
    made = page("M", "Why {quote}?", field="niche.exclusion", kind="required")
    with pytest.raises(Unfit, match="nothing to put in"):
        declared(made, LISTS)


def test_what_lacks_a_word_cannot_name_it():
    made = page("{word}", field="niche.exclusion", kind="words", lacks="everyone")
    with pytest.raises(Unfit, match="there is no value 'word'"):
        declared(made, LISTS)


# -- never stumbles ----------------------------------------------------------------------


def every_rule():
    """A rule of every kind for every question and part of one that it can be about."""
    given = {
        "required": {},
        "count": {"fewest": 2, "most": 2},
        "words": {"has": "everyone", "concrete": True},
        "length": {"fewest": 2, "most": 2},
        "date": {"within": 1, "past": False},
    }
    made = []
    for card in flow.CARDS:
        for field in card.fields:
            made += _rules(card.path(field), field, given)
    return made


def _rules(path, field, given):
    for kind, keys in given.items():
        if KINDS[kind].fits(field):
            yield declared(page(field=path, kind=kind, **keys), LISTS)
    for part in () if field.kind is Kind.GRID else field.parts:
        yield from _rules(f"{path}.{part.key}", part, given)


EVERY = every_rule()


def run(plan, depth):
    context = Context("SAT01", READER, {}, TODAY, depth=depth)
    return [hit for rule in EVERY for hit in rule.check(getattr(plan, rule.reads[0]), context)]


def test_every_question_can_have_a_rule_and_an_empty_plan_hears_none():
    assert len(EVERY) > 200
    for depth in Depth:
        assert run(Plan(), depth) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(plans(), st.sampled_from(Depth))
def test_a_declared_rule_never_stumbles_and_points_at_an_answer(plan, depth):
    for hit in run(plan, depth):
        flow.place(hit.field)
        value = plan.get(hit.field)
        assert not hit.quote or hit.quote in str(value)
        assert all(isinstance(each, str) for each in hit.values.values())
