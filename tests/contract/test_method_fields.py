"""Everything that the method asks has its place: item by item, with the deepest depth it needs."""

import pytest

from coach import flow
from coach.questions import Depth, Field, Kind
from coach.steps.niche.cards import BEACHHEAD, SEGMENT_TESTS
from coach.steps.niche.model import FAMILIES, Variable

F, A = Depth.FUNDAMENTALS, Depth.ADVANCED

METHOD: dict[str, tuple[str, ...]] = {
    # Step 1
    "larger market": ("start.market",),
    "sector": ("start.sector",),
    "country or culture": ("start.country",),
    "founders' expertise, access, values": ("start.strengths", "start.access", "start.principles"),
    "solo, small, with team": ("start.team",),
    "candidates: name, who exactly": ("niche.candidates.name", "niche.candidates.who"),
    "segmentation variables used": ("niche.candidates.variables",),
    "unmet or emerging need, in their words": (
        "niche.candidates.need",
        "niche.candidates.need_kind",
    ),
    "situation and trigger": ("niche.situation", "niche.trigger"),
    "what they do today": ("value.alternatives.name",),
    "frequency, cost of the problem": ("value.pains.how_often", "value.pains.cost"),
    "user, payer, decider, influencer, blocker": (
        "niche.user",
        "niche.payer",
        "niche.payer_need",
        "niche.decider",
        "niche.influencer",
        "niche.blocker",
    ),
    "count, source and year": ("niche.count", "niche.count_claim.source", "niche.count_claim.date"),
    "reach, adoption, price, orders": (
        "niche.reach",
        "niche.adoption",
        "niche.price",
        "niche.orders",
    ),
    "variable cost, fixed cost": ("niche.unit_cost", "niche.fixed_cost"),
    "growth, customer life": ("niche.growth", "niche.life"),
    "low, likely, high of every input": (
        "niche.count_range",
        "niche.reach_range",
        "niche.adoption_range",
        "niche.price_range",
        "niche.orders_range",
        "niche.unit_cost_range",
        "niche.fixed_cost_range",
    ),
    "named channels, kind, people, cost": (
        "niche.channels.name",
        "niche.channels.kind",
        "niche.channels.people",
        "niche.channels.cost",
    ),
    "five segment tests with reasons": ("niche.ratings",),
    "seven beachhead questions with reasons": ("niche.ratings",),
    "three one-market conditions": ("niche.buys_alike", "niche.sells_alike", "niche.talks"),
    "interviews done, date, status per claim": (
        "niche.candidates.evidence.points",
        "niche.candidates.evidence.date",
        "niche.candidates.evidence.status",
    ),
    "who we will not serve": ("niche.exclusion",),
    "adjacent niches and what is shared": ("niche.neighbours", "niche.adjacent.shared"),
    "niche sentence": (
        "niche.sentence.who",
        "niche.sentence.situation",
        "niche.sentence.alternative",
        "niche.sentence.channel",
    ),
    "how far to narrow": ("niche.rung", "niche.how_far"),
    "four comparison rows": (
        "niche.scope",
        "niche.message_goal",
        "niche.customisation",
        "niche.research",
    ),
    "three deciding questions": (
        "niche.narrow_goals",
        "niche.narrow_resources",
        "niche.narrow_audience",
    ),
    "micro-segment: name, criterion, need, motivation, barrier, size": (
        "niche.segments.name",
        "niche.segments.criterion",
        "niche.segments.need",
        "niche.segments.motivation",
        "niche.segments.barrier",
        "niche.segments.size",
    ),
    "micro-segment: message, tone, offer, channel": (
        "niche.segments.message",
        "niche.segments.tone",
        "niche.segments.offer",
        "niche.segments.channel",
    ),
    "micro-segment: metric, baseline, target, budget, stop rule": (
        "niche.segments.metric",
        "niche.segments.baseline",
        "niche.segments.target",
        "niche.segments.budget",
        "niche.segments.stop",
    ),
    "micro-segment: result, next review, upkeep, extra margin": (
        "niche.segments.result",
        "niche.segments.review",
        "niche.segments.upkeep",
        "niche.segments.extra_margin",
    ),
    "what a campaign costs and whom it matches": ("niche.spend", "niche.audience", "niche.match"),
    "growth goal": ("niche.goal",),
    # Step 2
    "segment of the proposition": ("value.segment", "value.statement.audience"),
    "jobs by kind, situation, importance, satisfaction": (
        "value.job",
        "value.jobs.what",
        "value.jobs.kind",
        "value.jobs.situation",
        "value.jobs.importance",
        "value.jobs.satisfaction",
    ),
    "pains: what, how often, cost, severity": (
        "value.pains.what",
        "value.pains.how_often",
        "value.pains.cost",
        "value.pains.importance",
        "value.pains.satisfaction",
    ),
    "gains by kind": ("value.gain", "value.gains.what", "value.gains.kind"),
    "alternatives: cost, does well, fails": (
        "value.alternatives.cost",
        "value.alternatives.does_well",
        "value.alternatives.falls_short",
    ),
    "offer, linked to pain or gain": (
        "value.offers.name",
        "value.offers.how",
        "value.offers.pain",
        "value.offers.gain",
        "value.pains.relief",
    ),
    "unique attributes, so what, proof": (
        "value.attributes.name",
        "value.attributes.so_what",
        "value.attributes.proof",
    ),
    "parity, difference, contention": ("value.attributes.standing",),
    "four forces with strength": (
        "value.push",
        "value.push_strength",
        "value.pull",
        "value.pull_strength",
        "value.anxiety",
        "value.anxiety_strength",
        "value.habit",
        "value.habit_strength",
    ),
    "anxiety remover, habit breaker": ("value.anxiety_remover", "value.habit_breaker"),
    "quantified promise": (
        "value.promise",
        "value.metric",
        "value.baseline",
        "value.target",
        "value.metric_unit",
        "value.metric_time",
        "value.metric_whom",
    ),
    "reference price, differences in value, our price": (
        "value.reference_price",
        "value.effects.side",
        "value.effects.amount",
        "value.our_price",
    ),
    "frame: category, trend": ("value.statement.category", "value.trend"),
    "story in its parts": tuple(
        f"value.story_{part}"
        for part in (
            "wants",
            "outer",
            "inner",
            "unfair",
            "empathy",
            "authority",
            "plan",
            "call",
            "failure",
            "success",
        )
    ),
    "statement in one line, ten and thirty words, why us": (
        "value.statement",
        "value.ten_words",
        "value.thirty_words",
        "value.why_us",
    ),
    "rival swap": ("value.swap",),
    # Step 3
    "primary, supporting, how they reinforce, reason": (
        "differentiation.primary",
        "differentiation.supporting",
        "differentiation.reinforce",
        "differentiation.reason",
    ),
    "factors with importance, our level and theirs": (
        "differentiation.factors.name",
        "differentiation.factors.importance",
        "differentiation.factors.reason",
        "differentiation.levels",
    ),
    "eliminate, reduce, raise, create": ("differentiation.factors.move",),
    "Porter cell, where it shows": (
        "differentiation.scope",
        "differentiation.basis",
        "differentiation.shows",
    ),
    "value discipline, threshold, operating model": (
        "differentiation.discipline",
        "differentiation.threshold",
        "differentiation.operating_model",
    ),
    "resources with VRIN and defence": tuple(
        f"differentiation.resources.{key}"
        for key in (
            "name",
            "valuable",
            "rare",
            "costly",
            "organised",
            "reason",
            "defence",
            "months",
            "cost",
        )
    ),
    "months to pay back": ("differentiation.payback_months",),
    "signals before buying, named unprompted": (
        "differentiation.signal",
        "differentiation.signals",
        "differentiation.asked",
        "differentiation.named",
    ),
    "trade-offs": ("differentiation.trade_off",),
    "built into product, service, marketing, operations": (
        "differentiation.in_product",
        "differentiation.in_service",
        "differentiation.in_marketing",
        "differentiation.in_operations",
    ),
    "automation levers": (
        "differentiation.levers.kind",
        "differentiation.levers.step",
        "differentiation.levers.effect",
        "differentiation.levers.human",
    ),
    "sector notes, culture notes per market": (
        "differentiation.sector_notes",
        "differentiation.markets.name",
        "differentiation.markets.product",
        "differentiation.markets.communication",
        "differentiation.markets.service",
        "differentiation.markets.ethics",
    ),
    "expected result": (
        "differentiation.preference",
        "differentiation.resilience",
        "differentiation.prosperity",
    ),
    "fit of the five types": ("differentiation.fit",),
    "cost: its questions": (
        "differentiation.cost_source",
        "differentiation.cost_sources",
        "differentiation.cost_ours",
        "differentiation.cost_rival",
        "differentiation.cost_price",
        "differentiation.cost_change",
        "differentiation.cost_floor",
        "differentiation.cost_left_out",
        "differentiation.cost_lasts",
    ),
    "quality: its questions": (
        "differentiation.quality_measure",
        "differentiation.quality_control",
        "differentiation.defects",
        "differentiation.defects_rival",
        "differentiation.warranty",
        "differentiation.quality_cost",
        "differentiation.premium",
        "differentiation.quality_seen",
    ),
    "service: its questions": (
        "differentiation.service_promise",
        "differentiation.service_kinds",
        "differentiation.service_customers",
        "differentiation.contacts",
        "differentiation.contact_minutes",
        "differentiation.capacity",
        "differentiation.service_cost",
        "differentiation.service_broken",
        "differentiation.retention",
    ),
    "niche: its questions": (
        "differentiation.niche_knowledge",
        "differentiation.niche_facts",
        "differentiation.niche_standards",
        "differentiation.niche_share",
        "differentiation.niche_authority",
        "differentiation.niche_growth",
    ),
    "innovation: its questions": (
        "differentiation.innovation_step",
        "differentiation.innovation_whom",
        "differentiation.prior_art",
        "differentiation.adoption_barrier",
        "differentiation.protection",
        "differentiation.rhythm",
        "differentiation.innovation_budget",
        "differentiation.improvements",
        "differentiation.if_copied",
        "differentiation.lead_months",
    ),
    # Step 4
    "premortem, each alone, then merged": (
        "risk.premortem",
        "risk.reasons.what",
        "risk.reasons.who",
        "risk.reasons.risk",
        "risk.reasons.dismissed",
    ),
    "risk: category, cause, event, effect, assumption": (
        "risk.risks.category",
        "risk.risks.cause",
        "risk.risks.event",
        "risk.risks.effect",
        "risk.risks.assumption",
    ),
    "risk: probability and impact with ranges, how soon": (
        "risk.risks.probability",
        "risk.risks.probability_range",
        "risk.risks.impact",
        "risk.risks.impact_range",
        "risk.risks.soon",
    ),
    "risk: indicator, source, threshold, how often": (
        "risk.risks.trigger",
        "risk.risks.indicator",
        "risk.risks.source",
        "risk.risks.threshold",
        "risk.risks.rhythm",
    ),
    "risk: prevention, contingency, treatment": (
        "risk.risks.prevention",
        "risk.risks.contingency",
        "risk.risks.treatment",
    ),
    "risk: owner, due, cost, after, status, review": (
        "risk.risks.owner",
        "risk.risks.due",
        "risk.risks.cost",
        "risk.risks.probability_after",
        "risk.risks.impact_after",
        "risk.risks.status",
        "risk.risks.review",
    ),
    "concentration": ("risk.shares.name", "risk.shares.kind", "risk.shares.share"),
    "exit readiness": (
        "niche.adjacent.skill",
        "niche.adjacent.channel",
        "niche.adjacent.buyer",
        "niche.adjacent.technology",
    ),
    "kill criteria": (
        "risk.kill",
        "risk.kill_date",
        "risk.kill_act",
        "risk.kills.state",
        "risk.kills.by",
        "risk.kills.act",
    ),
    "cash": ("risk.reserve", "risk.burn"),
    # Step 5
    "assumptions: statement, step, importance, status": (
        "review.assumptions.statement",
        "review.assumptions.step",
        "review.assumptions.importance",
        "review.assumptions.evidence",
    ),
    "test cards": (
        "review.tests.belief",
        "review.tests.doing",
        "review.tests.measure",
        "review.tests.threshold",
        "review.tests.cost",
        "review.tests.days",
        "review.tests.owner",
        "review.tests.due",
        "review.tests.assumption",
        "review.day_rate",
    ),
    "learning cards": (
        "review.learnings.observation",
        "review.learnings.test",
        "review.learnings.insight",
        "review.learnings.change",
        "review.learnings.date",
    ),
    "actions": (
        "review.actions.what",
        "review.actions.owner",
        "review.actions.due",
        "review.actions.done_when",
        "review.actions.hours",
        "review.actions.done",
        "review.weekly_hours",
    ),
    "measures with baseline": (
        "review.measures.name",
        "review.measures.unit",
        "review.measures.baseline",
        "review.measures.target",
    ),
    "decision log": (
        "review.decisions.what",
        "review.decisions.date",
        "review.decisions.why",
        "review.decisions.would_change",
        "review.decisions.supersedes",
    ),
    "next review": ("review.next_review",),
    "forecasts with ranges": (
        "review.forecasts.what",
        "review.forecasts.low",
        "review.forecasts.high",
        "review.forecasts.chance",
        "review.forecasts.due",
        "review.forecasts.outcome",
    ),
    "facilitator's remark, what changed and why": ("review.remark", "review.changes"),
}
"""By item of the method, the field paths where it is asked, without the ids of records."""


def asked_at(path: str) -> Depth:
    """The depth at which the question at a path without record ids is put."""
    step, key, *rest = path.split(".")
    card = next(c for c in flow.CARDS for f in c.fields if c.path(f) == f"{step}.{key}")
    field = next(f for f in card.fields if f.key == key)
    depth = field.depth
    for part in rest:
        field = next(each for each in field.parts if each.key == part)
        depth = max(depth, field.depth)
    return depth


@pytest.mark.parametrize("item", METHOD)
def test_the_method_s_item_is_asked(item: str) -> None:
    for path in METHOD[item]:
        assert asked_at(path) <= Depth.ADVANCED


def test_every_question_belongs_to_an_item_of_the_method() -> None:
    listed = {path for paths in METHOD.values() for path in paths}
    ours = {"start.name", "start.offering", "start.currency", "niche.chosen"}
    asked: set[str] = set()
    for card in flow.CARDS:
        for field in card.fields:
            asked |= {card.path(field)} | {f"{card.path(field)}.{p.key}" for p in plain(field)}
    unlisted = {
        path
        for path in asked - listed - ours
        if not any(each.startswith(f"{path}.") for each in listed)
        and path.rpartition(".")[0] not in listed
    }
    assert unlisted - SPARE == set()


SPARE = {
    "value.attributes.proof",
    "value.promise_claim",
    "value.effects.name",
    "niche.segments",
    "niche.adjacent.name",
}
"""What an item needs beside itself: names of rows, the proof of the promise."""


def plain(field: Field) -> tuple[Field, ...]:
    return field.of if field.kind in (Kind.RECORDS, Kind.STATEMENT) else ()


def test_all_segmentation_variables_are_offered() -> None:
    assert set(flow.place("niche.candidates").field.of[-1].options) == set(Variable)
    assert {name: len(each) for name, each in FAMILIES.items()} == {
        "demographic": 6,
        "geographic": 4,
        "psychographic": 5,
        "behavioural": 4,
        "contextual": 1,
        "firmographic": 4,
    }
    assert [each for family in FAMILIES.values() for each in family] == list(Variable)


def test_the_segment_tests_and_the_beachhead_questions_are_rows_of_the_ratings() -> None:
    rows = {row.key: row.depth for row in flow.place("niche.ratings").field.of}
    assert rows == dict.fromkeys(SEGMENT_TESTS, F) | dict.fromkeys(BEACHHEAD, A)
    assert (len(SEGMENT_TESTS), len(BEACHHEAD)) == (5, 7)


def test_fundamentals_stay_short() -> None:
    questions = [f for c in flow.CARDS for f in c.fields if f.depth is F and not f.optional]
    always = [field for field in questions if field.when is None]
    assert len(always) + 1 <= 29  # and one of the five types' own
