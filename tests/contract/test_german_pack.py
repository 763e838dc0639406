"""The German pack words all that can show at the first depth: there, language is data."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coach import flow
from coach.coaching.engine import RULES, STRENGTHS, Coach
from coach.coaching.rule import Rule
from coach.pack.check import faults
from coach.pack.check_rules import DAY
from coach.pack.check_text import SHARED
from coach.pack.pack import Pack, rule_file, topic_file
from coach.pack.page import RulePage, Topic
from coach.pack.read import read_page, sections, split_front_matter
from coach.plan import Plan
from coach.questions import Card, Depth

GERMAN = Path(__file__).parents[2] / "coach" / "packs" / "deutsch"
SECTIONS = ("Fundamentals", "Example", "Common mistake", "Facilitator")
CLAIM = next(card for card in SHARED if card.key == "claim")


@cache
def english() -> Pack:
    return Pack()


@cache
def german() -> Pack:
    return Pack.open(GERMAN)


@cache
def the_example(pack: Pack) -> Plan:
    """A pack's first example plan, at the first depth."""
    return Plan.model_validate({**tomllib.loads(pack.examples()[0].toml), "depth": "fundamentals"})


def cards() -> tuple[Card, ...]:
    """Every card that some plan is asked at the first depth, and the parts of a claim."""
    first = [f for f in flow.CARDS if any(q.depth is Depth.FUNDAMENTALS for q in f.fields)]
    return (*first, CLAIM)


def shown(card: Card) -> Iterator[str]:
    """The paths below the step of what is asked on ``card`` at the first depth."""
    for field in card.fields:
        if field.depth is Depth.FUNDAMENTALS:
            yield field.key
            yield from (f"{field.key}.{q.key}" for q in field.of if q.depth is Depth.FUNDAMENTALS)


def own(file: str) -> tuple[dict[str, Any], dict[str, str]]:
    """What a file of the German pack says itself: its front matter and its sections."""
    front, body = split_front_matter(read_page(GERMAN, file), GERMAN / file)
    return front.table, sections(body)


def worded(value: Any) -> set[str]:
    """The names of all wordings of ``value`` that are not empty."""
    return {name for name in value.__slots__ if getattr(value, name) and name != "key"}


def lacking(topic: Topic, card: Card) -> Iterator[str]:
    """What the default pack's page of ``card`` says, and the German page leaves to it."""
    table, texts = own(topic_file(card.key))
    for key in ("title", "question", "sentence"):
        if getattr(topic, key) and key not in table:
            yield key
    for path in shown(card):
        mine = table.get("fields", {}).get(path, {})
        yield from (f"{path}.{each}" for each in worded(topic.fields[path]) - set(mine))
        for option, its in topic.choices.get(path, {}).items():
            mine = table.get("choices", {}).get(path, {}).get(option, {})
            yield from (f"{path}.{option}.{each}" for each in worded(its) - set(mine))
    for kind, keys in (("results", computed(card)), ("pictures", drawn(card))):
        for key in keys:
            mine = table.get(kind, {}).get(key, {})
            yield from (f"{kind}.{key}.{e}" for e in worded(getattr(topic, kind)[key]) - set(mine))
    yield from (f"## {each}" for each in SECTIONS if each in topic.sections and each not in texts)


def plans() -> tuple[Plan, ...]:
    return (Plan(), the_example(english()), the_example(german()))


def computed(card: Card) -> set[str]:
    """The results that the card shows at the first depth."""
    found = [each for plan in plans() for each in (card.results(plan) if card.results else ())]
    return {each.key for each in found if each.depth is Depth.FUNDAMENTALS}


def drawn(card: Card) -> set[str]:
    return {each.key for plan in plans() for each in card.pictures if each.make(plan)}


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.key)
def test_no_english_word_of_a_card_is_left(card: Card) -> None:
    assert list(lacking(english().topic(card.key), card)) == []


def test_every_step_has_a_german_name() -> None:
    assert set(german().about.steps) == {step.key for step in flow.STEPS}


@cache
def heard_at_first() -> tuple[str, ...]:
    """The rules that have something to say at the first depth, by their own examples."""
    found = []
    for rule in (*RULES, *STRENGTHS):
        page = english().rule(rule.id)
        strength = rule in STRENGTHS
        part = page.good if strength else page.bad
        plan = Plan.model_validate({**part, "depth": "fundamentals"})
        coach = Coach(english(), DAY, None if strength else (rule,))
        told = coach.strengths(plan) if strength else coach.check(plan)
        if any(each.rule == rule.id for each in told):
            found.append(rule.id)
    return tuple(found)


def unsaid(rule: str) -> Iterator[str]:
    """What the German page of a rule lacks, or should leave to the default pack."""
    page: RulePage = english().rule(rule)
    if not (GERMAN / rule_file(rule)).exists():
        yield rule_file(rule)
        return
    table, texts = own(rule_file(rule))
    worded_in = ("title", "message", "blank", "question", "source")
    yield from (key for key in worded_in if getattr(page, key) and key not in table)
    yield from (f"messages.{key}" for key in page.messages if key not in table.get("messages", {}))
    wanted = ("Why", "Keep it" if page.keep else "How to fix")
    yield from (f"## {each}" for each in wanted if each not in texts)
    # How much it matters, and from which figure on, is no matter of language.
    yield from (f"{key} is not to be there" for key in ("level", "limits") if key in table)


def test_every_rule_that_speaks_at_the_first_depth_speaks_german() -> None:
    assert len(heard_at_first()) > 50, "or this test proves nothing"
    lacking = {rule: list(unsaid(rule)) for rule in heard_at_first()}
    assert {rule: each for rule, each in lacking.items() if each} == {}


def lists_read(rule: Rule) -> set[str]:
    """The word lists that a rule asks for, by its own examples and the first example plan."""
    fresh, page = Pack(), english().rule(rule.id)
    reads = Coach(fresh, DAY, () if rule in STRENGTHS else (rule,))
    own_plans = [
        Plan.model_validate({**part, "depth": "fundamentals"}) for part in (page.bad, page.good)
    ]
    for plan in (*own_plans, the_example(english())):
        reads.strengths(plan) if rule in STRENGTHS else reads.check(plan)
    return set(fresh.words_read)


def test_what_decides_at_the_first_depth_is_read_in_german() -> None:
    """Every list that such a rule asks for has German words, or is left empty on purpose."""
    mine = {path.stem for path in (GERMAN / "words").glob("*.toml")}
    first = [rule for rule in (*RULES, *STRENGTHS) if rule.id in heard_at_first()]
    lacking = {rule.id: sorted(lists_read(rule) - mine) for rule in first}
    assert {rule: lists for rule, lists in lacking.items() if lists} == {}


def test_the_german_pack_is_sound() -> None:
    assert faults(german()) == []


def test_the_german_example_gives_the_coach_nothing_to_say() -> None:
    plan = the_example(german())
    assert flow.progress(plan).share == 1
    assert Coach(german(), dt.date(2026, 11, 20)).check(plan) == ()


WEAK = [
    ("NI01", "niche.candidates", {"who": "Kleine und mittlere Betriebe"}),
    ("NI01", "niche.candidates", {"who": "Menschen, die Qualität lieben"}),
    ("NI01", "niche.candidates", {"who": "Alle, die Zeit sparen wollen"}),
    ("NI03", "niche.candidates", {"need": "Ihnen fehlt eine App"}),
    ("NI08", "niche.channels", {"name": "Instagram und Mundpropaganda"}),
    ("NI15", "niche", {"exclusion": "Wir schließen niemanden aus"}),
    ("NI12", "value.alternatives", {"name": "Gibt es noch keine"}),
    ("VP02", "value", {"promise": "Hochwertige Lösungen zu fairen Preisen"}),
    ("VP02", "value", {"promise": "Der beste Service aus einer Hand"}),
    ("VP02", "value", {"promise": "Wir sparen Ihnen Zeit und Geld"}),
    ("VP07", "value.pains", {"what": "Stress", "how_often": "oft", "cost": "viel"}),
    ("DI07", "differentiation", {"service_promise": "Wir sind immer für Sie da"}),
    ("DI05", "differentiation", {"quality_measure": "Liebe zum Detail"}),
    ("RI02", "risk.risks", {"event": "Neue Wettbewerber"}),
    ("RI03", "risk.risks", {"event": "Der Vermieter hat bereits gekündigt"}),
    ("RI04", "risk.risks", {"prevention": "Den Markt im Auge behalten"}),
    ("RI04", "risk.risks", {"prevention": "Hoffen und abwarten"}),
    ("RI05", "risk.risks", {"event": "Ein Brand", "owner": "Wir alle"}),
    ("RE07", "review.tests", {"doing": "Likes auf Instagram zählen"}),
    ("RE08", "review.tests", {"doing": "Sichtbarkeit erhöhen"}),
    ("NI15", "niche", {"exclusion": "Wir nehmen jeden Auftrag an"}),
    ("VP08", "value.pains", {"what": "Der Käse verdirbt", "relief": "Er verdirbt nicht mehr"}),
    ("VP18", "value", {"job": "Unsere App nutzen"}),
    ("DI02", "differentiation", {"cost_source": "Wir sind mit weniger Gewinn zufrieden"}),
    ("DI09", "differentiation", {"niche_knowledge": "Wir lieben diese Szene und ihre Leute"}),
    ("DI11", "differentiation", {"innovation_step": "Alle werden es lieben"}),
    ("RI03", "risk.risks", {"event": "Der Vermieter hat gekündigt"}),
    ("RI04", "risk.risks", {"prevention": "Ruhe bewahren, Augen offen halten"}),
    ("RI05", "risk.risks", {"event": "Ein Brand", "owner": "wer gerade Zeit hat"}),
    ("RI06", "risk.risks", {"event": "Ein Brand", "trigger": "Die Stimmung wird schlechter"}),
    ("RI15", "risk", {"kill": "Wenn es keinen Spaß mehr macht"}),
    ("RE06", "review.tests", {"doing": "Umfrage", "threshold": "Entscheiden wir danach"}),
    ("RE07", "review.tests", {"doing": "Umfrage", "measure": "Leute finden es toll"}),
]
"""What founders write, and the rule that asks back."""

SOUND = [
    ("NI01", "niche.candidates", {"who": "Betriebe mit eigener Käserei im Allgäu"}),
    ("NI01", "niche.candidates", {"who": "Eltern, die zwei Kinder mit dem Rad fahren"}),
    ("NI08", "niche.channels", {"name": "Stammtisch der Imker in Kassel", "people": 40}),
    ("NI12", "value.alternatives", {"name": "Keine Software, alles auf Papier"}),
    ("NI12", "value.alternatives", {"name": "Nichts tun"}),
    ("VP02", "value", {"promise": "Gute Lösungen binnen einer Woche statt in 30 Tagen"}),
    ("DI07", "differentiation", {"service_promise": "Wir rufen am selben Tag zurück"}),
    ("DI05", "differentiation", {"quality_measure": "Beste Qualität, geprüft vom TÜV"}),
    ("RI03", "risk.risks", {"event": "Wer bereits gekündigt hat, könnte andere mitziehen"}),
    ("RI02", "risk.risks", {"event": "Die Pacht wird gekündigt"}),
    ("RI04", "risk.risks", {"prevention": "Einen zweiten Lieferanten anlernen"}),
    ("RE07", "review.tests", {"doing": "Feedback holen", "measure": "Verträge"}),
    ("NI08", "niche.channels", {"name": "Imkerstammtisch Oberland", "people": 30}),
    ("DI02", "differentiation", {"cost_source": "Wir mieten keinen Laden, der Rivale zahlt Miete"}),
    (
        "DI09",
        "differentiation",
        {"niche_knowledge": "Die Lake muss warm sein, sonst reißt der Käse"},
    ),
    ("DI11", "differentiation", {"innovation_step": "Bisher auf Papier; Reeder fürchten Ärger"}),
    ("RI02", "risk.risks", {"event": "Der Vermieter legt die Pacht neu fest", "impact": 50}),
    ("RI06", "risk.risks", {"event": "Ein Brand", "trigger": "Ein Brief vom Vermieter"}),
    ("RI15", "risk", {"kill": "Sobald die Behörde den Antrag ablehnt, schließen wir"}),
]
"""What is fine as it is: German nouns have capitals, and are no names for that."""


def heard(where: str, said: dict[str, Any], rule: str) -> list[str]:
    """What a rule says of a plan with these answers in a step, or in a row of a list."""
    step, _, rows = where.partition(".")
    part: dict[str, Any] = {rows: [{"id": "k1", **said}]} if rows else dict(said)
    if step == "differentiation":
        part["primary"] = next(iter(said)).partition("_")[0]
    plan = Plan.model_validate({"depth": "fundamentals", step: part})
    return [each.message for each in Coach(german(), DAY).check(plan) if each.rule == rule]


@pytest.mark.parametrize(("rule", "where", "said"), WEAK)
def test_a_weak_german_answer_is_found_and_told_in_german(
    rule: str, where: str, said: dict[str, Any]
) -> None:
    told = heard(where, said, rule)
    assert told
    page, _ = own(rule_file(rule))
    texts = [page["message"], page.get("blank", ""), *page.get("messages", {}).values()]
    tails = [text.rpartition("}")[2] for text in texts if text]
    assert all(any(message.endswith(tail) for tail in tails) for message in told)


@pytest.mark.parametrize(("rule", "where", "said"), SOUND)
def test_a_sound_german_answer_is_left_alone(rule: str, where: str, said: dict[str, Any]) -> None:
    assert heard(where, said, rule) == []
