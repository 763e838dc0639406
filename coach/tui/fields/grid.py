"""Score matrices: arrows move from square to square, digits score."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from coach import flow, grids
from coach.coaching.finding import Finding
from coach.figures import amount
from coach.pack.page import Formula, Wording
from coach.questions import Field, Result
from coach.refusal import Refusal
from coach.session import Session
from coach.text import one_line
from coach.tui.fields.matrix import Matrix
from coach.tui.fields.row import Changed, Refused, Row
from coach.tui.fields.typed import TypedRow
from coach.tui.lines import Lines
from coach.tui.result import show_figure
from coach.tui.text import join
from coach.units import Unit, bounds

NARROWEST, WIDEST = 5, 14
"""Cells of a column at the least and at the most."""
NAME = 16
"""Cells that a row's name keeps at the least."""

SHOWN = {Unit.TRUE: {0: "no", 1: "yes"}}
"""How figures of a unit are shown where not as they are."""
TYPED = {Unit.TRUE: {"y": "1", "n": "0"}}
"""Keys that stand for a figure of a unit, besides the digits."""


LEAST = 4
"""Letters of a column's name below which its number stands for it."""


class View(NamedTuple):
    """The part of the matrix that is drawn: cells of the names and of a column, the columns."""

    name: int
    width: int
    first: int
    last: int


class GridRow(Row):
    """The matrix, what its square means, and the reason for it."""

    DEFAULT_CSS = """
    GridRow > .square { height: auto; padding: 0 1; color: $muted; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        self._card = flow.place(path).card
        self._at = (0, 0)
        self._first = 0
        """The first column in view, where there is no room for all."""

    def compose(self) -> ComposeResult:
        """Matrix, square, reason."""
        self.matrix = Matrix("")
        yield self.matrix
        self.about = Lines("", classes="square")
        yield self.about
        self.why = Why(self.session, self._path("reasons"), flow.REASON)
        yield self.why

    def on_mount(self) -> None:
        """Draw the matrix."""
        self.load()

    def on_resize(self) -> None:
        """Columns are as wide as there is room."""
        self.draw()

    def load(self) -> None:
        """Draw what the session holds; rows or columns may have come or gone."""
        self._go(*self._at)

    def target(self, path: str) -> Widget | None:
        """The matrix with the square that ``path`` names in view, or the reason for it."""
        keys = path.removeprefix(f"{self.path}.").split(".")
        if len(keys) == 3 and keys[1] in self.rows and keys[2] in self.columns:
            self._go(self.rows.index(keys[1]), self.columns.index(keys[2]))
            if keys[0] == "reasons" and self.why.display:
                return self.why.target(path)
        return self.matrix

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """What is said of the square in view, or else the first that is said of any square."""
        said = {path: each for path, each in findings.items() if self.leads_to(path)}
        here = said.get(self._path("scores")) or next(iter(said.values()), None)
        super().show_notes({self.path: here} if here else {})

    def trouble(self) -> str:
        """What is wrong with text that came from elsewhere: the square in view, or the first."""
        drafts = [path for path in self.session.plan.drafts if self.leads_to(path)]
        here = self._path("scores")
        for path in sorted(drafts, key=lambda path: path != here):
            if told := self.session.problem(path):
                return f"{self.session.text(path)!r}: {told}"
        return ""

    # -- what there is -------------------------------------------------------------------

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows."""
        return grids.rows(self.field, self.session.plan)

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns."""
        return grids.columns(self.field, self.session.plan)

    def row_name(self, key: str) -> str:
        """What a row is called: by the founder where it is a record, else by the pack."""
        if self.field.down:
            return grids.record_name(self.session.plan, self.field.down, key) or "(no name yet)"
        return self._words(key).label

    def column_name(self, key: str) -> str:
        """What a column is called."""
        if key in self.field.columns:
            words = self.session.pack.topic(self._card.key).choices.get(self.field.key, {})
            return words[key].label if key in words else key.capitalize()
        return grids.record_name(self.session.plan, self.field.across, key) or "(no name yet)"

    def _words(self, row: str) -> Wording:
        return self.session.pack.wording(self._card.key, self.field.key, row)

    def _path(self, side: str) -> str:
        rows, columns = self.rows, self.columns
        if not rows or not columns:
            return self.path
        down, right = self._at
        return f"{self.path}.{side}.{rows[down]}.{columns[right]}"

    # -- moving and scoring --------------------------------------------------------------

    def on_matrix_moved(self, event: Matrix.Moved) -> None:
        """Go to the square beside this one; from the edge to the field before or after."""
        event.stop()
        down, right = self._at[0] + event.down, self._at[1] + event.right
        if down < 0:
            self.screen.focus_previous()
        elif down >= len(self.rows):
            self.screen.focus_next()
        else:
            self._go(down, right)

    def on_matrix_left(self, event: Matrix.Left) -> None:
        """Go to the next square, row by row."""
        event.stop()
        down, right = self._at
        if right + 1 < len(self.columns):
            self._go(down, right + 1)
        elif down + 1 < len(self.rows):
            self._go(down + 1, 0)
        # On the last square Enter stays: a digit that follows must not land in another field.

    def on_matrix_clicked(self, event: Matrix.Clicked) -> None:
        """Go to the square that was clicked."""
        event.stop()
        if not self.rows or not self.columns:
            return
        view = self._view()
        feet = len(list(self._foot(view)))
        down = len(self.rows) - 1 - (event.up - feet)
        right = (event.right - view.name) // view.width
        if 0 <= down < len(self.rows) and 0 <= right < view.last - view.first:
            self._go(down, view.first + right)

    def on_matrix_scored(self, event: Matrix.Scored) -> None:
        """Score the square in view."""
        event.stop()
        if not self.rows or not self.columns:
            return
        text = TYPED.get(self.field.unit, {}).get(event.text.lower(), event.text)
        least, most, _ = bounds(self.field.unit)
        if text and not (text.isdecimal() and least <= int(text) <= most):
            self.post_message(Refused(f"a digit from {least} to {most} scores; {text!r} does not"))
            return
        path = self._path("scores")
        try:
            self.session.edit(path, text)
        except Refusal as refusal:
            self.post_message(Refused(str(refusal)))
            return
        self.draw()
        self.post_message(Changed(path))

    def _go(self, down: int, right: int) -> None:
        self._at = (
            min(max(down, 0), max(len(self.rows) - 1, 0)),
            min(max(right, 0), max(len(self.columns) - 1, 0)),
        )
        filled = bool(self.rows and self.columns)
        self.why.display = filled
        if filled:
            self.why.rebind(self._path("reasons"))
        self.draw()

    # -- drawing -------------------------------------------------------------------------

    def draw(self) -> None:
        """Draw matrix and square."""
        self.matrix.show(self._drawn())
        self.about.show(self._about())

    def intro(self) -> Content:
        """What stands above the matrix, for the square in view; mostly nothing."""
        return Content("")

    def _view(self) -> View:
        """How wide names and columns are, and which columns are in view: the marked one is."""
        room = max(self.size.width - 3, NAME + NARROWEST)
        count = max(len(self.columns), 1)
        longest = max((len(self.row_name(key)) + 1 for key in self.rows), default=NAME)
        names = max(min(longest, room * 2 // 5), NAME)
        width = min(max((room - names) // count, NARROWEST), WIDEST)
        shown = min(count, (room - NAME) // width)
        at = self._at[1]
        self._first = max(min(self._first, at, count - shown), at - shown + 1, 0)
        return View(room - width * shown, width, self._first, self._first + shown)

    def _titles(self, view: View) -> Iterator[str]:
        """What stands above the columns in view; a number where a name has no room."""
        for index, key in enumerate(self.columns[view.first : view.last], view.first + 1):
            title = one_line(self.column_name(key), view.width - 2)
            short = view.width - 2 < LEAST and title.endswith("…")
            named = key in self.field.columns or not short
            yield f"{title if named else index - len(self.field.columns):>{view.width - 1}} "

    def _drawn(self) -> Content:
        rows, columns = self.rows, self.columns
        if not rows or not columns:
            return join((self._missing(), "$muted"))
        view = self._view()
        name, width = view.name, view.width
        intro = self.intro()
        lines = [intro, Content("")] if intro.plain else []
        part = view.last - view.first < len(columns)
        where = f"◂ {view.first + 1}–{view.last} of {len(columns)} ▸" if part else ""
        titles = ((title, "bold $primary") for title in self._titles(view))
        lines.append(join((where.ljust(name), "$muted"), *titles))
        grid = self.session.plan.get(self.path)
        for down, row in enumerate(rows):
            here = down == self._at[0]
            parts: list[tuple[str, str] | str] = [
                (one_line(self.row_name(row), name - 1).ljust(name), "bold" if here else "")
            ]
            for right, column in enumerate(columns[view.first : view.last], view.first):
                text = self._figure(row, column, grid.score(row, column)).rjust(width - 1)
                pad = len(text) - len(text.lstrip())
                shown = text.lstrip()
                if (down, right) == self._at:
                    parts += [text[:pad][:-1], (f"[{shown}]", "bold $accent")]
                else:
                    style = "$muted" if grid.score(row, column) is None else ""
                    parts += [text[:pad], (shown, style), " "]
            lines.append(join(*parts))
        lines += self._foot(view)
        return Content("\n").join(lines)

    def _foot(self, view: View) -> Iterator[Content]:
        """What the columns come to: the first figure of the card that there is one of for each."""
        topic, currency = self.session.pack.topic(self._card.key), self.session.plan.start.currency
        titles = [self.column_name(key) for key in self.columns]
        kinds: dict[str, dict[str, list[Result]]] = {}
        for result in self.session.results(self._card):
            kinds.setdefault(result.key, {}).setdefault(result.about, []).append(result)
        for key, figures in kinds.items():
            if figures.keys() <= set(titles):
                words = topic.results.get(key, Formula(key))
                # Two columns of the same name have their figures in the same order.
                shown = [
                    _short(figures[title].pop(0), currency) if figures.get(title) else ""
                    for title in titles
                ]
                cells = "".join(
                    f"{one_line(text, view.width - 1):>{view.width - 1}} "
                    for text in shown[view.first : view.last]
                )
                yield join(
                    (one_line(words.label, view.name - 1).ljust(view.name), "bold"),
                    (cells, "bold $accent"),
                )
                return

    def _figure(self, row: str, column: str, score: int | float | None) -> str:
        if score is None:
            typed = f"{self.path}.scores.{row}.{column}" in self.session.plan.drafts
            return "!" if typed else "·"
        return SHOWN.get(self.field.unit, {}).get(int(score), amount(score))

    def _missing(self) -> str:
        """What must be there before anything can be scored, and where it is asked."""
        paths = (self.field.down, "" if self.field.columns else self.field.across)
        for path in (each for each in paths if each and not self.session.plan.get(each)):
            title = self.session.pack.topic(flow.place(path).card.key).title
            return f"Nothing to score yet: add rows to “{title}” first (F8 jumps there)."
        return "Nothing to score yet."

    def _about(self) -> Content:
        rows, columns = self.rows, self.columns
        if not rows or not columns:
            return Content("")
        row, column = rows[self._at[0]], columns[self._at[1]]
        words = "" if self.field.down else self._words(row).help
        return join(
            (f"{self.column_name(column)}, {self.row_name(row)}", "bold $foreground"),
            (f"  {words}" if words else "", ""),
        )


def _short(result: Result, currency: str) -> str:
    """A figure under the scores: bare as they are, unless it is money or percent."""
    if result.unit in (Unit.OF_5, Unit.OF_10) and result.value is not None:
        return amount(result.value)
    return show_figure(result, currency)


class Why(TypedRow):
    """The reason for the square in view, beside its name."""

    DEFAULT_CSS = """
    Why { layout: grid; grid-size: 2; grid-columns: 8 1fr; grid-rows: auto; padding: 0 1; }
    """

    def label(self) -> Content:
        """The name alone."""
        return join((self.wording.label, "bold"))
