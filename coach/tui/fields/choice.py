"""Answers that are chosen from a few options, each with what it means."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from coach import flow
from coach.pack.page import Option
from coach.questions import Field
from coach.refusal import Refusal
from coach.session import Session
from coach.text import one_line
from coach.tui.fields.row import Changed, Refused, Row
from coach.tui.text import join


class Choices(OptionList):
    """The options; Space or Enter chooses the marked one, a digit chooses by position."""

    BINDINGS = [Binding("space", "select", "choose", show=False)]

    DEFAULT_CSS = """
    Choices {
        height: auto; max-height: 14; border: none; padding: 0; background: $surface;
        border-left: outer $line;
    }
    Choices:focus { border: none; border-left: outer $accent; background: $surface-lighten-1; }
    """

    def key_digit(self, digit: int) -> None:
        """Choose the option with this number."""
        if 0 < digit <= self.option_count:
            self.highlighted = digit - 1
            self.action_select()

    def on_key(self, event: object) -> None:
        """Take digits as positions."""
        key = getattr(event, "key", "")
        if key.isdecimal():
            self.key_digit(int(key))


class ChoiceRow(Row):
    """The options as rows; what the marked one means, fits and demands stands below."""

    DEFAULT_CSS = """
    ChoiceRow > .about { height: auto; padding: 0 2; color: $muted; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        place = flow.place(path)
        self._card = place.card
        self._key = path.partition(".")[2] if not place.record else f"{place.field.key}.{field.key}"

    def compose(self) -> ComposeResult:
        """The label, the options, and what the marked one means."""
        yield self.label()
        self.list = Choices(*self._lines(), markup=False)
        yield self.list
        self.about = Static("", classes="about")
        yield self.about

    def on_mount(self) -> None:
        """Mark the chosen option."""
        self.load()

    def load(self) -> None:
        """Draw the options anew; the mark stays where it was, or goes to the chosen one."""
        options, chosen = self._options(), self._chosen()
        marked = self.list.highlighted
        if marked is None and options:
            values = [value for value, _ in options]
            marked = values.index(chosen[0]) if chosen and chosen[0] in values else 0
        self.list.set_options(self._lines())
        if marked is not None and options:
            self.list.highlighted = min(marked, len(options) - 1)
        if not options:
            self.about.update(join(self.wording.empty or "Nothing to choose from yet."))

    def rebind(self, path: str) -> None:
        """Ask for the same choice of another record."""
        self.path = path
        self.list.highlighted = None
        self.load()

    def target(self, path: str) -> Widget | None:
        """The list of options."""
        return self.list

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the marked option means."""
        event.stop()
        options = self._options()
        if event.option_index < len(options):
            self.about.update(_about(options[event.option_index][1]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose, or take the choice back."""
        event.stop()
        value, chosen = self._options()[event.option_index][0], self._chosen()
        if value in chosen:
            chosen.remove(value)
        elif self.field.most == 1:
            chosen = [value]
        else:
            chosen = [*chosen, value][-self.field.most :]
        try:
            self.make_record()
            if self.field.most > 1:
                self.session.choose(self.path, chosen)
            else:
                self.session.choose(self.path, chosen[0] if chosen else None)
        except Refusal as refusal:
            self.post_message(Refused(str(refusal)))
            return
        self.load()
        self.post_message(Changed(self.path, shape=True))

    def _chosen(self) -> list[str]:
        value = None if self.is_new else self.session.plan.get(self.path)
        return [str(each) for each in (value if isinstance(value, list) else [value]) if each]

    def _options(self) -> list[tuple[str, Option]]:
        if self.field.pick:
            rows = self.session.plan.get(f"{self._card.step}.{self.field.pick}")
            return [
                (row.id, Option(one_line(row.name) or "(no name yet)", one_line(row.who)))
                for row in rows
            ]
        topic = self.session.pack.topic(self._card.key)
        words = topic.choices.get(self._key, {})
        return [
            (str(value), words.get(str(value), Option(str(value).capitalize())))
            for value in self.field.options
        ]

    def _lines(self) -> list[Line]:
        chosen = self._chosen()
        on, off = ("[x]", "[ ]") if self.field.most > 1 else ("(•)", "( )")
        lines = []
        for value, option in self._options():
            style = "bold $accent" if value in chosen else ""
            lines.append(
                Line(
                    join(
                        (f"{on if value in chosen else off} ", style),
                        (option.label, style or "bold"),
                        ("  " + option.meaning, "$muted"),
                    )
                )
            )
        return lines


def _about(option: Option) -> Content:
    parts: list[tuple[str, str] | str] = []
    for word, text in (
        ("Fits when ", option.fits),
        ("Demands ", option.demands),
        ("Example ", option.example),
    ):
        if text:
            parts += [("\n" if parts else "", ""), (word, "bold"), text]
    return join(*parts)
