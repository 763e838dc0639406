"""What pictures look like and say, in examples that a reader can check by eye."""

import subprocess
import sys
from textwrap import dedent

import pytest

from coach.charts.chart import (
    Bar,
    Bars,
    Board,
    Chart,
    Curve,
    Curves,
    Histogram,
    Map,
    Point,
    Swing,
    Tornado,
)
from coach.charts.mermaid import mermaid
from coach.charts.svg import svg
from coach.charts.table import table
from coach.charts.terminal import draw
from coach.pack.page import Picture
from coach.units import Unit


def text(chart: Chart, picture: Picture, width: int, height: int | None = None) -> str:
    drawn = draw(chart, picture, width, height, currency="€")
    return "\n".join("".join(part for part, _ in line) for line in drawn)


def block(said: str) -> str:
    return dedent(said).strip("\n")


SHARES = Bars(
    "shares", (Bar("Vendor", 60, marked=True), Bar("Clubs", 40)), Unit.PERCENT, most=100, line=50
)
SHARES_WORDS = Picture("Sales", note="Note.", names={"line": "Too much from"})


def test_bars_begin_at_zero_and_show_the_limit() -> None:
    assert text(SHARES, SHARES_WORDS, 40) == block("""
        Sales
        ▸ Vendor │████████████┊██           60 %
          Clubs  │██████████  ┊             40 %
                 0 %                  100 %
           Too much from 50 % ┘
        Note.
        """)


def test_forces_part_at_zero() -> None:
    forces = Bars("forces", (Bar("pull", 4, worded=True), Bar("habit", -2, worded=True)))
    picture = Picture("Forces", names={"pull": "Pull of the new", "habit": "Habit"})
    assert text(forces, picture, 44) == block("""
        Forces
        Pull of the new         │████████████████  4
        Habit           ████████│                 −2
                        −2      0               4
        """)
    styles = {style for line in draw(forces, picture, 44) for part, style in line if "█" in part}
    assert styles == {"good", "bad"}


FIELDS = {"churn": "Customers lost"}


def test_tornado_tells_low_from_high_and_gives_the_inputs_values() -> None:
    chart = Tornado("t", 100, (Swing("price", 50, 150, 9, 12), Swing("churn", 120, 90, 1, 4)))
    picture = Picture("What moves it", names={"price": "Price"})
    said = draw(chart, picture, 40, currency="€", field=FIELDS.__getitem__)
    assert "\n".join("".join(part for part, _ in line) for line in said) == block("""
        What moves it
        Price 9 – 12
        €50 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│███████████████ €150
        Customers lost 1 – 4
        €90             ███│▒▒▒▒▒▒          €120
                           └ As likely €100
        ▒ low   █ high
        """)


def test_histogram_shows_the_line_and_the_share_beyond_it() -> None:
    chart = Histogram("h", (0, 10, 20, 30, 40), (1, 2, 4, 1), Unit.NONE, line=20)
    said = text(chart, Picture("Outcome", names={"line": "Needed", "reached": "Reaching it"}), 40)
    assert "┏ Needed 20" in said
    assert "Reaching it: 62 %" in said
    _, rows = table(chart, Picture("Outcome"))
    assert rows[2] == ("20", "30", "50 %")
    assert rows[-1] == ("Limit 20", "at or above it", "62 %")


@pytest.mark.parametrize(("line", "share"), [(15, "75 %"), (-5, "100 %"), (99, "0 %")])
def test_share_beyond_the_line(line: float, share: str) -> None:
    chart = Histogram("h", (0, 10, 20, 30, 40), (1, 2, 4, 1), line=line)
    assert f"at or above it: {share}" in text(chart, Picture("Outcome"), 40)


CANVAS = Curves(
    "canvas",
    ("Price", "Speed", "Range"),
    (
        Curve("ours", (3, 5, 1), ours=True, worded=True),
        Curve("Dealer", (1, None, 4)),
        Curve("nothing", (5, 0, 0), worded=True),
    ),
)
CANVAS_WORDS = Picture("Canvas", names={"ours": "We", "nothing": "Do nothing"})


def test_canvas_has_ours_heavy_rivals_lettered_and_no_choice_dotted() -> None:
    assert text(CANVAS, CANVAS_WORDS, 36, 12) == block("""
        Canvas
        5┤     ○┄┄┄┄┏━━━━━●━━━━┓
        4┤          ┃ ┆        ┃     A
        3┤     ●━━━━┛ ┆        ┃
        2┤            ┆        ┃
        1┤     A      ┆        ┗━━━━━●
        0┤            ╰┄┄┄○┄┄┄┄┄┄┄┄┄┄○
             Price      Speed      Range
        ● We   A Dealer   ○ Do nothing
        """)


def test_canvas_as_table_leaves_what_was_not_rated_open() -> None:
    headers, rows = table(CANVAS, CANVAS_WORDS)
    assert headers == ("Factor", "We", "Dealer", "Do nothing")
    assert rows[1] == ("Speed", "5", "–", "0")
    assert mermaid(CANVAS, CANVAS_WORDS) == ""


def test_marks_that_hide_each_other_are_given_in_figures() -> None:
    rivals = tuple(Curve(f"Rival {n}", (2,) * 12) for n in range(5))
    chart = Curves("c", tuple(f"Factor {n}" for n in range(12)), rivals)
    said = text(chart, Picture("Canvas"), 36)
    assert "+ several" in said
    assert " ".join(said.split()).count("A 2, B 2, C 2, D 2, E 2") == 12


def test_map_names_points_in_place_or_by_a_key() -> None:
    apart = Map("m", (Point("Us", 4, 4, ours=True), Point("Them", 1, 1)), 5, 5, "Speed", "Care")
    said = text(apart, Picture("Map"), 50)
    assert "● Us" in said
    assert "○ Them" in said
    crowd = Map("m", tuple(Point(f"Point {n}", 3, 3) for n in range(40)), 5, 5, "Speed", "Care")
    said = text(crowd, Picture("Map"), 50)
    assert all(f" Point {n} (3, 3)" in said for n in range(40))
    assert table(apart, Picture("Map"))[0] == ("Name", "Speed", "Care")


def test_board_lists_every_risk_with_its_letter() -> None:
    chart = Board("b", {(4, 5): ("Vendor leaves",), (2, 3): ("Theft", "Fire")})
    said = text(chart, Picture("Risks"), 40)
    assert "▒ A ▒" in said
    assert " B C " in said
    assert said.endswith("A Vendor leaves\nB Theft\nC Fire")
    assert table(chart, Picture("Risks", "Likelihood", "Impact"))[1][0] == (
        "Vendor leaves", "4", "5",
    )  # fmt: skip


def test_forty_bars_and_long_labels_are_all_there() -> None:
    chart = Bars("b", tuple(Bar(f"{'word ' * 40}{n}", n) for n in range(40)))
    said = text(chart, Picture("Many"), 36, 12)
    assert all(f"word {n}\n" in said or f"\n{n}\n" in said for n in range(40))


def test_mermaid_draws_rankings_shares_histograms_and_maps() -> None:
    assert mermaid(SHARES, SHARES_WORDS) == block("""
        xychart-beta horizontal
            title "Sales"
            x-axis ["Vendor", "Clubs"]
            y-axis "Figure, Too much from 50 %" 0 --> 100
            bar [60, 40]
            line [50, 50]
        """)
    parts = Bars("b", (Bar("A", 60), Bar("B", 40)), Unit.PERCENT)
    assert mermaid(parts, Picture("Parts")) == block("""
        pie showData title Parts
            "A" : 60
            "B" : 40
        """)
    chart = Map("m", (Point('U"s]', 4, 5),), 5, 5, "Speed", "Care", split=(2.5, 2.5))
    assert mermaid(chart, Picture("Map")) == block("""
        quadrantChart
            title Map
            x-axis "Speed"
            y-axis "Care"
            "U s": [0.8, 1]
        """)
    aside = Map("m", (Point("Us", 4, 5),), 5, 5, split=(1, 4))
    assert mermaid(aside, Picture("Map")) == "", "Mermaid would draw the cross in the middle"
    loss = Bars("b", (Bar("A", -1), Bar("B", 2)))
    assert mermaid(loss, Picture("Forces")) == "", "Mermaid would draw both from the left"


def test_svg_escapes_words_and_says_what_it_is() -> None:
    drawn = svg(Bars("b", (Bar("<b>&", 1),)), Picture("A <i>", note="Note"))
    assert "&lt;b&gt;&amp;" in drawn
    assert "<title>A &lt;i&gt;</title>" in drawn
    assert "<desc>Note</desc>" in drawn


def test_drawing_loads_neither_the_screen_nor_the_page_maker() -> None:
    code = (
        "import sys, coach.charts.terminal, coach.charts.svg, coach.charts.table, "
        "coach.charts.mermaid; "
        "print({m.partition('.')[0] for m in sys.modules} & {'textual', 'rich', 'jinja2', 'click'})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
