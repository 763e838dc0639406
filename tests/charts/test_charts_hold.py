"""Whatever a plan holds, every picture can be drawn, and none loses a name or a limit."""

import math
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.charts.cells import fit, plain, wrap
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
from coach.charts.scale import Scale
from coach.charts.svg import svg
from coach.charts.table import table
from coach.charts.terminal import STYLES, draw
from coach.pack.page import Picture
from coach.units import Unit

HOSTILE = (
    "</text><script>alert(1)</script>", "a\n```\n# b", '"]\n    bar [1]', "%%{init: {}}%%",
    "[red]x[/]", "& < > ' \"", "日本語の長い名前", "👩‍👩‍👧 🇦🇹 ❤️", "אבג", "z\u0351\u0352", "x" * 200,
    "word " * 40, "|a|b|", "", " \t ", "\x1b[31m", "e\u0301", "`x`", "--> 5", "𝌆☰",
)  # fmt: skip

labels = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
)
values = st.one_of(
    st.floats(-1e15, 1e15), st.integers(0, 10), st.sampled_from([0, 1e15, math.inf, -math.inf]),
    st.just(math.nan), st.floats(0, 5),
)  # fmt: skip
lines = st.one_of(st.none(), values)
units = st.sampled_from(list(Unit))
texts = st.builds(
    Picture,
    title=labels,
    x=labels,
    y=labels,
    note=labels,
    names=st.dictionaries(
        st.sampled_from(["line", "base", "low", "high", "reached", "upper_left", "ours"]), labels
    ),
)

bars = st.builds(
    Bars,
    key=labels,
    bars=st.lists(
        st.builds(Bar, labels, values, labels, st.booleans(), st.booleans()), max_size=8
    ).map(tuple),
    unit=units,
    most=lines,
    line=lines,
)
tornados = st.builds(
    Tornado,
    key=labels,
    base=values,
    swings=st.lists(st.builds(Swing, labels, values, values, values, values), max_size=6).map(
        tuple
    ),
    unit=units,
)
histograms = st.builds(
    Histogram,
    key=labels,
    edges=st.lists(st.one_of(st.floats(-1e15, 1e15), values), max_size=30).map(
        lambda edges: tuple(sorted(edges))
    ),
    counts=st.lists(st.integers(0, 5000), max_size=30).map(tuple),
    unit=units,
    line=lines,
)
levels = st.one_of(st.none(), st.integers(0, 5), values)
curves = st.builds(
    Curves,
    key=labels,
    factors=st.lists(labels, max_size=14).map(tuple),
    curves=st.lists(
        st.builds(
            Curve, labels, st.lists(levels, max_size=14).map(tuple), st.booleans(), st.booleans()
        ),
        max_size=7,
    ).map(tuple),
)
maps = st.builds(
    Map,
    key=labels,
    points=st.lists(
        st.builds(Point, labels, values, values, st.booleans(), st.booleans()), max_size=12
    ).map(tuple),
    x_most=values,
    y_most=values,
    x=labels,
    y=labels,
    split=st.one_of(st.none(), st.tuples(values, values)),
)
boards = st.builds(
    Board,
    key=labels,
    squares=st.dictionaries(
        st.tuples(st.integers(1, 5), st.integers(1, 5)), st.lists(labels, max_size=4).map(tuple)
    ),
)
charts = st.one_of(bars, tornados, histograms, curves, maps, boards)


def text(chart: Chart, picture: Picture, width: int = 60, height: int | None = None) -> str:
    drawn = draw(chart, picture, width, height, currency="€")
    return "\n".join("".join(part for part, _ in line) for line in drawn)


@given(charts, texts, st.integers(24, 130), st.one_of(st.none(), st.integers(1, 50)), labels)
def test_no_line_is_wider_than_there_is_room(
    chart: Chart, picture: Picture, width: int, height: int | None, currency: str
) -> None:
    for line in draw(chart, picture, width, height, currency=currency[:5]):
        said = "".join(part for part, _ in line)
        assert cell_len(said) <= width
        assert plain(said).split() == said.split(), "control characters"
        assert {style for _, style in line} <= set(STYLES)


def folded(said: str) -> str:
    """Without blanks and frames, so that wrapped words are found again."""
    return re.sub(r"[\s│|]+", "", said)


def names(chart: Chart) -> list[str]:
    match chart:
        case Bars():
            return [bar.label for bar in chart.bars if not bar.worded]
        case Curves():
            shown = any(
                level is not None and math.isfinite(level)
                for curve in chart.curves
                for level in curve.levels[: len(chart.factors)]
            )
            found = [curve.label for curve in chart.curves if not curve.worded]
            return [*found, *chart.factors] if shown else []
        case Map():
            return [point.label for point in chart.points if not point.worded]
        case Board():
            return [label for square in chart.squares.values() for label in square]
    return []


words = st.lists(st.from_regex(r"\A[A-Za-z]{1,9}\Z"), min_size=1, max_size=6).map(" ".join)


@given(charts, st.integers(36, 120), st.data())
def test_every_name_is_in_the_picture_and_in_the_table(
    chart: Chart, width: int, data: st.DataObject
) -> None:
    picture = Picture("Title", names={})
    said = text(chart, picture, width)
    rows = folded(str(table(chart, picture)))
    drawn = "".join(ET.fromstring(svg(chart, picture)).itertext())
    for name in names(chart):
        name = plain(name)
        if re.fullmatch(r"[A-Za-z ]*", name):  # what frames and folding leave as it is
            assert pieces(name, said)
            assert pieces(name, drawn)
            assert folded(name) in rows


def pieces(name: str, said: str) -> bool:
    """Whether each word is there, whole or parted at a line's end."""
    whole = folded(said)
    return all(word in said or word in whole for word in name.split())


@given(charts, texts, labels)
def test_svg_is_well_formed_and_nothing_in_it_runs(
    chart: Chart, picture: Picture, currency: str
) -> None:
    drawn = svg(chart, picture, currency=currency[:5])
    tree = ET.fromstring(drawn)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    allowed = {"svg", "title", "desc", "defs", "pattern", "line", "rect", "path", "circle", "text"}
    assert tags <= allowed
    assert tree.get("role") == "img"
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or re.fullmatch(r"url\(#chart-[A-Za-z0-9-]+-hatch\)", value)
            assert "nan" not in value.split()
            assert "inf" not in value.split()


@given(charts, texts, labels)
def test_tables_are_rectangular_and_plain(chart: Chart, picture: Picture, currency: str) -> None:
    headers, rows = table(chart, picture, currency=currency[:5])
    assert all(len(row) == len(headers) for row in rows)
    assert all(cell == plain(cell) for row in (headers, *rows) for cell in row)


@given(charts, texts)
def test_mermaid_keeps_its_lines_whatever_the_words(chart: Chart, picture: Picture) -> None:
    drawn = mermaid(chart, picture, currency="€")
    plainly = mermaid(chart, Picture("t"), currency="€")
    assert bool(drawn) == bool(plainly)
    assert "`" not in drawn
    assert "%%" not in drawn
    assert "<" not in drawn
    assert ";" not in drawn
    quotes = re.compile(r'"[^"\n]*"')
    for line in drawn.splitlines():
        rest = quotes.sub("Q", line)
        assert '"' not in rest
        assert re.fullmatch(
            r"(xychart-beta( horizontal)?|quadrantChart|pie showData title [^\[\]{}:]+"
            r"|    (title ([^\[\]{}:]+)|[xy]-axis (Q( -?[\d.]+ --> -?[\d.]+)?|\[Q(, Q)*\])"
            r"|quadrant-[1-4] Q|(bar|line) \[-?[\d.]+(, -?[\d.]+)*\]"
            r"|Q: \[[\d.]+, [\d.]+\]|Q : [\d.]+))",
            rest,
        ), line


@pytest.mark.parametrize("width", [36, 50, 76, 120])
def test_ours_is_told_apart_without_colour(width: int) -> None:
    one, other = Curve("One", (3, 3, 3), ours=True), Curve("Other", (3, 3, 3))
    canvas = Curves("c", ("a", "b", "c"), (one, other))
    assert "● One" in text(canvas, Picture("t"), width)
    assert "A Other" in text(canvas, Picture("t"), width)
    assert text(canvas, Picture("t"), width).count("●A") == 3
    points = Map("m", (Point("One", 1, 1, ours=True), Point("Other", 1, 1)), 5, 5)
    assert "● One" in text(points, Picture("t"), width)
    assert "A Other" in text(points, Picture("t"), width)
    ranking = Bars("b", (Bar("One", 1, marked=True), Bar("Other", 1)))
    assert "▸ One" in text(ranking, Picture("t"), width)


EMPTY: list[Any] = [
    Bars("k", ()), Tornado("k", 1, ()), Histogram("k", (), ()), Histogram("k", (1, 2), (0,)),
    Curves("k", (), ()), Curves("k", ("a",), (Curve("x", (None,)),)), Map("k", (), 5, 5),
    Board("k", {}), Board("k", {(1, 1): ()}),
]  # fmt: skip


@pytest.mark.parametrize("chart", EMPTY)
def test_nothing_to_show_is_said(chart: Chart) -> None:
    assert text(chart, Picture("Title", note="Note")) == "Title\nNothing to show yet.\nNote"
    assert "Nothing to show yet." in svg(chart, Picture("Title"))
    assert mermaid(chart, Picture("Title")) == ""


@given(labels, st.integers(2, 40))
def test_text_is_cut_and_wrapped_to_its_cells(said: str, room: int) -> None:
    said = plain(said)
    assert cell_len(fit(said, room)) <= room
    parts = wrap(said, room)
    assert all(cell_len(part) <= room for part in parts)
    assert "".join("".join(parts).split()) == "".join(said.split())


@pytest.mark.parametrize("high", [5e-324, 1e-310, 0.0, -1.0])
def test_a_stretch_that_cannot_be_divided_is_widened(high: float) -> None:
    steps = Scale(0.0, high).steps(5)
    assert steps == sorted(set(steps))
    assert len(steps) > 1
