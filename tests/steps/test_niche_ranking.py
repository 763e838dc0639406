"""Which candidate comes first: small tables worked by hand, and brute force."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.charts.chart import Bar
from coach.plan import Plan
from coach.questions import Depth
from coach.steps.niche import pictures, ranking
from coach.steps.niche.model import BEACHHEAD, SEGMENT_TESTS, Candidate, Niche
from coach.steps.niche.ranking import Comparison, Flip, Standing
from coach.values import Grid

DENTISTS, VETS, LABS = (
    Candidate(id="dent", name="Dentists"),
    Candidate(id="vets", name="Vets"),
    Candidate(id="labs", who="Labs without a name"),
)


def niche(weights: str, **rows: str) -> Niche:
    """Scores as digits in the order of the five tests; a dot was not scored."""
    scores: dict[str, dict[str, int]] = {}
    for column, digits in {"weight": weights, **rows}.items():
        for key, digit in zip(SEGMENT_TESTS, digits, strict=True):
            if digit != ".":
                scores.setdefault(key, {})[column] = int(digit)
    known = [each for each in (DENTISTS, VETS, LABS) if each.id in rows]
    return Niche(candidates=known, ratings=Grid(scores=scores))


def compared(weights: str, **rows: str) -> Comparison:
    return ranking.comparison(niche(weights, **rows), Depth.INTERMEDIATE)


def test_attractiveness_is_the_weighted_mean() -> None:
    # (2×5 + 1×4 + 1×3 + 1×3 + 0×1) ÷ 5 = 20 ÷ 5
    assert compared("2.110", dent="54331").values == {}  # the last test fails at any weight
    assert compared("2.110", dent="54332").values == {"dent": 4}


@pytest.mark.parametrize(("row", "value"), [("54332", 4.0), ("5433.", 4.0), ("54.32", 4.25)])
def test_what_is_not_scored_yet_does_not_count(row: str, value: float) -> None:
    table = compared("2.110", dent=row)
    assert ranking.attractiveness(table.counts, table.table["dent"]) == value


def test_a_criterion_that_one_candidate_lacks_compares_nobody() -> None:
    table = compared(".....", dent="55555", vets="3....")
    assert table.values == {"dent": 5, "vets": 3}
    assert compared(".....", dent="55555", vets=".....").values == {"dent": 5}, "not begun"


def test_without_any_weight_nothing_is_compared() -> None:
    assert compared("00000", dent="55555").values == {}


def test_at_advanced_depth_the_beachhead_questions_count_too() -> None:
    given_five = niche(".....", dent="44444")
    assert ranking.comparison(given_five, Depth.ADVANCED).values == {"dent": 4}, "not asked yet"
    for key in BEACHHEAD:
        given_five.ratings.put("scores", key, "dent", 1)
    advanced = ranking.comparison(given_five, Depth.ADVANCED).values
    assert advanced == {"dent": pytest.approx((5 * 4 + 7 * 1) / 12)}
    assert ranking.comparison(given_five, Depth.INTERMEDIATE).values == {"dent": 4}


def test_a_test_below_two_fails_whatever_the_rest() -> None:
    table = compared(".....", dent="55155", vets="22222")
    assert ranking.failed(table.table["dent"]) == ("accessible",)
    assert table.standing == Standing("vets", 2)


def test_two_that_are_even_leave_nobody_in_front() -> None:
    table = compared(".....", dent="54321", vets="22222", labs="33333")
    assert table.standing == Standing("labs", 1)
    assert compared(".....", vets="22222", labs="22222").standing == Standing()
    assert compared(".....", vets="22222", labs="22222").robustness() is None


def test_robustness_counts_the_changes_of_one_and_two_weights() -> None:
    # Ahead by (5−3) − (5−4) = 1 point of score with equal weights: any change of a quarter of two
    # weights takes away at most 0.25 × 2 + 0.25 × 1, so it always stays in front.
    assert compared(".....", dent="53333", vets="34333").robustness() == (50, 50)
    # Ahead by 3 − 2 in weights of 1; −25 % on the 3 and +25 % on the 2 leaves −0.25.
    close = compared(".....", dent="53222", vets="25222")
    assert close.robustness() == (49, 50)


def test_the_smallest_weight_that_flips_it() -> None:
    # Dentists lead by 3 × 1 − 2 × 1; with the second weight at 2 it is 3 − 4.
    close = compared(".....", dent="53222", vets="25222")
    assert close.weight_flip() == Flip("measurable", 1, 0, "vets")
    heavy = compared("3....", dent="53222", vets="25222")  # 9 − 2: the second has to be 5
    assert heavy.weight_flip() == Flip("measurable", 3, 0, "vets")
    assert compared(".....", dent="55555", vets="22222").weight_flip() is None


def test_one_point_that_flips_it_also_over_the_gate() -> None:
    assert compared(".....", dent="55552", vets="33333").score_flip() == Flip(
        "actionable", 2, 1, "vets", "dent"
    )
    # Vets would come first if they passed the last test.
    assert compared(".....", dent="33333", vets="55551").score_flip() == Flip(
        "actionable", 1, 2, "vets", "vets"
    )
    assert compared(".....", dent="55555", vets="33333").score_flip() is None


def test_what_the_card_shows() -> None:
    plan = Plan(
        depth="intermediate", niche=niche(".....", dent="53222", vets="25222", labs="11555")
    )
    results = ranking.ranking(plan)
    by_key = {(r.key, r.about): (r.value, r.verdict, r.figures) for r in results}
    sums = "(1 × 5 + 1 × 3 + 1 × 2 + 1 × 2 + 1 × 2) ÷ 5"
    assert by_key["attractiveness", "Dentists"] == (pytest.approx(2.8), "", sums)
    assert by_key["attractiveness", "Labs without a name"][0] == pytest.approx(3.4)
    assert by_key["gate", "Dentists"] == (2, "passes", "2 ≥ 2")
    assert by_key["winner", "Dentists"] == (pytest.approx(2.8), "ahead", "")
    assert by_key["lead", "Dentists"][0] == pytest.approx(0.2)
    assert by_key["robustness", "Dentists"] == (98, "", "49 ÷ 50")
    assert by_key["flip_weight", "Vets"] == (1, "measurable", "1 → 0")
    assert [r.verdict for r in results if r.about == "Labs without a name"] == [
        "",
        "measurable",
        "substantial",
    ]


def test_the_picture_has_the_first_on_top_and_those_that_fail_below() -> None:
    plan = Plan(
        depth="intermediate", niche=niche(".....", vets="25222", dent="53222", labs="11555")
    )
    chart = pictures.ranking(plan)
    assert chart is not None
    assert chart.bars == (
        Bar("Dentists", pytest.approx(2.8), "98 %", marked=True),
        Bar("Vets", pytest.approx(2.6)),
        Bar("Labs without a name", pytest.approx(3.4), "1 < 2"),
    )


KEYS = SEGMENT_TESTS
TABLES = st.dictionaries(
    st.sampled_from("abcd"),
    st.fixed_dictionaries({key: st.integers(1, 5) for key in KEYS}),
    min_size=1,
)
WEIGHTS = st.fixed_dictionaries({key: st.integers(0, 5) for key in KEYS})


@given(WEIGHTS, TABLES)
def test_robustness_is_what_ranking_again_for_each_change_gives(
    weights: dict[str, float], table: dict[str, dict[str, float]]
) -> None:
    found = Comparison(weights, table)
    counted = [key for key in KEYS if weights[key]]
    changes = [{key: f} for key, f in product(counted, (0.75, 1.25))]
    for one, other in combinations(counted, 2):
        changes += [{one: f, other: g} for f, g in product((0.75, 1.25), repeat=2)]
    again = [
        ranking.standing(
            found.ranked({key: weight * change.get(key, 1) for key, weight in weights.items()})
        ).winner
        for change in changes
    ]
    if not found.standing.winner:
        assert found.robustness() is None
    else:
        assert found.robustness() == (again.count(found.standing.winner), len(changes))


@given(WEIGHTS, TABLES)
def test_a_flip_does_flip_and_no_smaller_weight_does(
    weights: dict[str, float], table: dict[str, dict[str, float]]
) -> None:
    found = Comparison(weights, table)
    flip = found.weight_flip()
    flips = {
        (key, new): Comparison({**weights, key: new}, table).standing.winner
        for key in KEYS
        for new in range(6)
    }
    steps = [
        abs(new - weights[key])
        for (key, new), winner in flips.items()
        if winner not in ("", found.standing.winner)
    ]
    if flip is None:
        assert not steps
    else:
        assert flips[flip.criterion, flip.new] == flip.winner
        assert abs(flip.new - flip.old) == min(steps)
    point = found.score_flip()
    if point is not None:
        changed = {**table, point.of: {**table[point.of], point.criterion: point.new}}
        assert Comparison(weights, changed).standing.winner == point.winner
        assert abs(point.new - point.old) == 1


@given(WEIGHTS, TABLES)
def test_attractiveness_stays_on_the_scale(
    weights: dict[str, float], table: dict[str, dict[str, float]]
) -> None:
    for row in table.values():
        value = ranking.attractiveness(weights, row)
        counted = [row[key] for key in KEYS if weights[key]]
        if value is not None:
            assert min(counted) - 1e-9 <= value <= max(counted) + 1e-9
        else:
            assert not counted
