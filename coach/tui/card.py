"""One card: its question, its fields, and what is computed from them."""

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach import flow
from coach.coaching.finding import Finding
from coach.pack.page import Formula
from coach.pictures import drawings, drawn
from coach.questions import Card, Field, Result, Unit
from coach.session import Session
from coach.tui.fields import build
from coach.tui.fields.records import RecordsRow
from coach.tui.fields.row import Row
from coach.tui.lines import Lines
from coach.tui.picture import picture
from coach.tui.result import show_result
from coach.tui.text import join


class CardView(VerticalScroll, can_focus=False):
    """The card as a form. It draws the session and keeps nothing."""

    DEFAULT_CSS = """
    CardView { padding: 0 1; }
    CardView > .question { height: auto; margin-bottom: 1; }
    CardView > Row { margin-bottom: 1; }
    CardView > .pictures { height: auto; padding: 0 1; margin: 0 0 1 0; }
    CardView > .results { height: auto; margin: 0 0 1 0; padding: 0 1; background: $boost; }
    CardView .-hidden { display: none; }
    """

    def __init__(self, session: Session, card: Card) -> None:
        super().__init__()
        self.session = session
        self.card = card
        self.fields: tuple[Field, ...] = flow.questions(card, session.plan)
        self._drawn = session.revision
        self._depth = session.plan.level
        self._currency = session.plan.start.currency
        self._noted: object = None
        self._pictured: object = None
        """What the pictures were drawn from: the revision and the width."""

    def compose(self) -> ComposeResult:
        """The question, a row a field, the results."""
        topic = self.session.pack.topic(self.card.key)
        yield Static(join((topic.question or topic.title, "bold $primary")), classes="question")
        for field in self.fields:
            yield build(self.session, self.card.path(field), field)
        if self.card.results:
            yield Lines("", classes="results")
        if drawings(self.card):
            self.pictures = Lines("", classes="pictures")
            self.pictures.display = False
            yield self.pictures

    def on_mount(self) -> None:
        """Draw the results."""
        self.draw_results()

    @property
    def stale(self) -> bool:
        """True where other questions are asked now than when the card was made, or in other money.

        The currency stands in the names of its questions.
        """
        plan = self.session.plan
        deeper = plan.level is not self._depth and any(field.of for field in self.fields)
        other = plan.start.currency != self._currency and any(map(_of_money, self.fields))
        return deeper or other or flow.questions(self.card, plan) != self.fields

    def rows(self) -> Iterator[Row]:
        """Every row on the card, those inside records included."""
        yield from self.query(Row)

    def load(self) -> None:
        """Draw what the session holds, if it has changed since it was drawn."""
        if self._drawn == self.session.revision:
            return
        self._drawn = self.session.revision
        for row in self.query_children(Row):
            row.load()
        self.draw_results()

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """Say under each field what is wrong there, if that is not what it says already."""
        if (findings, self.session.plan.drafts) == self._noted:
            return
        self._noted = findings, dict(self.session.plan.drafts)
        for row in self.rows():
            row.show_notes(findings)
        self.draw_results()

    def widget_for(self, path: str) -> Widget | None:
        """The widget to focus for a field path; the card's first if the path is not here."""
        rows = list(self.query_children(Row))
        wanted = [row for row in rows if row.leads_to(path)] or rows[:1]
        return wanted[0].target(path) if wanted else None

    def row_of(self, widget: Widget | None) -> Row | None:
        """The row that a focused widget belongs to; None if it is none of this card."""
        for node in widget.ancestors_with_self if widget else ():
            if isinstance(node, Row):
                return node
        return None

    def show_below(self, row: Row) -> None:
        """Scroll to what stands below ``row``, as far as the row itself stays in view."""
        self.scroll_to_widget(row, top=True, animate=False)

    def draw_results(self) -> None:
        """Show the computed figures with their formulas, for the record in view if there is one."""
        if not self.card.results:
            return
        records = self.query_children(RecordsRow)
        here = records.first().record if records else ""
        shown = [r for r in self.session.results(self.card) if r.record in ("", here)]
        kinds: dict[str, list[Result]] = {}
        for result in shown:
            kinds.setdefault(result.key, []).append(result)
        lines = [line for key, group in kinds.items() for line in self._results(key, group)]
        self.query_one(".results", Lines).show(Content("\n").join(lines))

    def draw_pictures(self) -> None:
        """Draw what the card can show of the plan, if that has changed."""
        if not drawings(self.card) or not self.is_mounted or not self.display:
            return
        state = self.session.revision, self.size.width
        if state == self._pictured:
            return
        self._pictured = state
        plan, pack = self.session.plan, self.session.pack
        width = self.size.width - 6
        charts = [picture(plan, pack, card, chart, width) for card, chart in drawn(plan, self.card)]
        self.pictures.display = bool(charts)
        self.pictures.show(Content("\n\n").join(charts))

    def _results(self, key: str, group: list[Result]) -> Iterator[Content]:
        """One line a figure; where there are several of a kind the formula stands above them."""
        given = self.session.pack.topic(self.card.key).results.get(key)
        words = given or Formula(key.replace("_", " ").capitalize())
        formula = (f"  ({words.formula})" if words.formula else "", "$muted")
        several = len(group) > 1 or any(result.about for result in group)
        if several:
            yield join((words.label, "bold"), formula)
        for result in group:
            value = show_result(result, self.session.plan.start.currency, words)
            yield join(
                (f"  {result.about}  " if several else f"{words.label}  ", "bold"),
                (value, "bold $accent"),
                (f"  {result.working}" if result.value is not None else "", "$muted"),
                "" if several else formula,
            )


def _of_money(field: Field) -> bool:
    return field.unit is Unit.MONEY or any(map(_of_money, field.parts))
