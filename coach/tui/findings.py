"""The coach's findings as a list: each with its words, why it matters and how to mend it."""

from collections.abc import Callable, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from coach import flow
from coach.coaching.finding import Finding
from coach.coaching.rule import Level
from coach.coaching.strength import Strength
from coach.plan import name_of
from coach.refusal import Refusal
from coach.session import Session
from coach.text import one_line
from coach.tui.commands import bindings
from coach.tui.fields.row import Changed, Refused
from coach.tui.listing import Listing
from coach.tui.signs import STANDS, level_sign
from coach.tui.text import join

NAMED = 32
"""Characters of a row's name that are enough to know it again."""


class FindingList(Listing):
    """Findings as rows, open ones before those set aside. The same finding keeps its place."""

    BINDINGS = [Binding("enter", "select", "edit"), *bindings("findings")]

    DEFAULT_CSS = """
    FindingList { border: none; padding: 0 1; height: 1fr; background: $background; }
    FindingList:focus { border: none; }
    """

    def __init__(self, session: Session, empty: str, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self.session = session
        self._empty = empty
        self._shown: list[tuple[Finding | Strength, str]] | None = None
        """What is listed, and the names of the answers, which may change alone."""
        self.findings: dict[str, Finding] = {}
        self.strengths: dict[str, Strength] = {}

    @property
    def marked(self) -> Finding | None:
        """The finding that is marked; None on a strength."""
        return self.findings.get(self._marked)

    @property
    def place(self) -> str:
        """The path of the answer that the marked row is about; empty where none is marked."""
        found = self.marked or self.strengths.get(self._marked)
        return found.field if found else ""

    @property
    def rule(self) -> str:
        """The id of the rule that the marked row comes from; empty where none is marked."""
        found = self.marked or self.strengths.get(self._marked)
        return found.rule if found else ""

    @property
    def _marked(self) -> str:
        at = self.highlighted
        return "" if at is None else self.get_option_at_index(at).id or ""

    def show(
        self,
        findings: Sequence[Finding],
        by_step: bool = False,
        strengths: Sequence[Strength] = (),
    ) -> None:
        """Show these findings, then the strengths; the mark stays on the row it was on."""
        told: list[Finding | Strength] = [*findings, *strengths]
        shown = [(each, answer_name(self.session, each.field)) for each in told]
        if shown == self._shown:
            return
        self._shown = shown
        before = self._marked
        self.findings = {f"{f.rule} {f.field}": f for f in findings}
        self.strengths = {f"{each.rule} {each.field}": each for each in strengths}
        options: list[Option] = []
        step = ""
        for key, finding in self.findings.items():
            if by_step and finding.step != step:
                step = finding.step
                title = self.session.pack.step_title(step)
                options.append(Option(join((f"── {title} ", "bold $primary")), disabled=True))
            options.append(Option(self._describe(finding), id=key))
        if not options:
            options.append(Option(join((self._empty, "$muted")), disabled=True))
        if strengths:
            title = f"── What stands on evidence ({len(strengths)}) "
            options.append(Option(join((title, "bold $success")), disabled=True))
        options += [Option(self._evidence(each), id=key) for key, each in self.strengths.items()]
        self.set_options(options)
        rows = {**self.findings, **self.strengths}
        if rows:
            keys = [option.id for option in options]
            self.highlighted = keys.index(before if before in rows else next(iter(rows)))

    def follow(self, path: str) -> None:
        """Mark what is said of the answer at ``path``, or of its row, unless one reads here."""
        marked = self.marked
        if self.has_focus or marked is None:
            return
        row = ".".join(path.split(".")[:3])
        for told in (path, row):
            if f"{marked.field}.".startswith(f"{told}."):
                return  # it stays where it is, and so does what was scrolled to
            for key, finding in self.findings.items():
                if f"{finding.field}.".startswith(f"{told}."):
                    self.highlighted = self.get_option_index(key)
                    self.scroll_to_highlight(top=True)
                    return

    def action_set_aside(self) -> None:
        """Ask for the reason, then set the marked finding aside."""
        finding = self.marked
        if finding is None or finding.set_aside:
            return
        from coach.tui.dialogs import AskLine

        def answered(reason: str | None) -> None:
            if reason is not None:
                self._settle(lambda: self.session.set_aside(finding, reason), finding)

        text = (
            f"{answer_name(self.session, finding.field)}. {finding.message} "
            "Why does that not matter here? It returns when the answer changes."
        )
        self.app.push_screen(
            AskLine("Set aside", text, "A reason is expected: why does this not matter here?"),
            answered,
        )

    def action_take_up(self) -> None:
        """Open the marked finding again."""
        finding = self.marked
        if finding is not None and finding.set_aside:
            self._settle(lambda: self.session.take_up(finding), finding)

    def _settle(self, act: Callable[[], None], finding: Finding) -> None:
        try:
            act()
        except Refusal as refusal:
            self.post_message(Refused(str(refusal)))
            return
        self.post_message(Changed(finding.field))

    def _evidence(self, strength: Strength) -> Content:
        label = answer_name(self.session, strength.field)
        return join(
            (STANDS, "$success"),
            (f"  {label}", "bold"),
            f"\n{strength.message}",
            (f"\nWhy  {strength.why}", "$muted"),
            (f"\nKeep {strength.keep}", ""),
        )

    def _describe(self, finding: Finding) -> Content:
        label = answer_name(self.session, finding.field)
        if finding.set_aside:
            return join(
                ("– set aside  ", "$muted"),
                f"{label}: {finding.message}",
                (f"\n  because {finding.set_aside}", "italic $muted"),
            )
        return join(
            level_sign(finding.level),
            (f"  {label}", "bold"),
            f"\n{finding.message}",
            (f"\nWhy  {finding.why}", "$muted"),
            (f"\nMend {finding.fix}", ""),
            (f"\nAsk  {finding.question}" if finding.question else "", "italic"),
            "\n" if finding.level is Level.BLOCKER else "",
        )


def answer_name(session: Session, path: str) -> str:
    """What the answer at ``path`` is called; in a list, after the name of its row."""
    place = flow.place(path)
    label = session.pack.wording(*place.worded).label
    if not place.record:
        return label
    rows = session.plan.get(f"{place.card.step}.{place.field.key}")
    name = next((name_of(row) for row in rows if row.id == place.record), "")
    return f"{one_line(name, NAMED)}: {label}" if name else label


def by_field(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Of each field the open finding that is told first."""
    worst: dict[str, Finding] = {}
    for finding in findings:
        known = worst.get(finding.field)
        if finding.open and (known is None or finding.rank < known.rank):
            worst[finding.field] = finding
    return worst
