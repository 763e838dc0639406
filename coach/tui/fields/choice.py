"""Answers that are chosen from a few options, each with what it means."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Line

from coach import flow
from coach.pack.page import Option
from coach.plan import name_of
from coach.questions import Field
from coach.refusal import Refusal
from coach.session import Session
from coach.text import one_line
from coach.tui.fields.row import Changed, GoOn, Refused, Row
from coach.tui.lines import Lines
from coach.tui.listing import Listing
from coach.tui.text import join
from coach.values import Record


class Choices(Listing):
    """The options. Space or a digit chooses or takes back; Enter chooses and goes on."""

    @dataclass
    class Picked(Message):
        """The option at ``index`` was picked; ``go_on``: by Enter."""

        index: int
        go_on: bool = False

    BINDINGS = [
        Binding("space", "pick", "choose"),
        Binding("enter", "pick(True)", "choose, go on"),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(1, 10)),
    ]

    DEFAULT_CSS = """
    Choices {
        height: auto; min-height: 1; max-height: 14; border: none; padding: 0; background: $surface;
        border-left: outer $line;
    }
    Choices:focus { border: none; border-left: outer $accent; background: $surface-lighten-1; }
    """

    def on_focus(self) -> None:
        """A list that unfolds comes into view once it has its height."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_blur(self) -> None:
        """Show the chosen option again, not the one looked at last."""
        self.call_after_refresh(self.scroll_to_highlight)

    def action_pick(self, go_on: bool = False) -> None:
        """Pick the marked option."""
        if self.highlighted is not None:
            self.post_message(self.Picked(self.highlighted, go_on))

    def action_digit(self, digit: int) -> None:
        """Mark and pick the option with this number."""
        if digit <= self.option_count:
            self.highlighted = digit - 1
            self.action_pick()


class ChoiceRow(Row):
    """The options as rows; what the marked one means, fits and demands stands below."""

    DEFAULT_CSS = """
    ChoiceRow > .about { height: auto; padding: 0 2; color: $muted; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        place = flow.place(path)
        self._marked = ""
        """The option that the founder went to last; until then the chosen one is marked."""
        self._card = place.card
        self._key = path.partition(".")[2] if not place.record else f"{place.field.key}.{field.key}"

    def compose(self) -> ComposeResult:
        """The label, the options, and what the marked one means."""
        self.title = Lines("", classes="label")
        yield self.title
        self.list = Choices(*self._lines(), markup=False)
        yield self.list
        self.about = Lines("", classes="about")
        yield self.about

    def on_mount(self) -> None:
        """Mark the chosen option."""
        self.load()

    def load(self) -> None:
        """Draw the options anew; the mark stays where it was, or goes to the chosen one."""
        options, chosen = self._options(), self._chosen()
        values = [value for value, _ in options]
        marked = self._marked if self._marked in values else next(iter(chosen), "")
        self.list.set_options(self._lines())
        self.title.show(self.label())
        if options:
            self.list.highlighted = values.index(marked) if marked in values else 0
        if not options:
            self.about.show(join(self.wording.empty or "Nothing to choose from yet."))

    def label(self) -> Content:
        """The question, and in the form of a row, where the options fold away, the answer."""
        if not flow.place(self.path).record:
            return super().label()
        words = dict(self._options())
        chosen = ", ".join(words[each].label for each in self._chosen() if each in words)
        return join(super().label(), ("  ", ""), (chosen, "$accent") if chosen else ("–", "$muted"))

    def rebind(self, path: str) -> None:
        """Ask for the same choice of another record."""
        self.path = path
        self._marked = ""
        self.load()

    def target(self, path: str) -> Widget | None:
        """The list of options."""
        return self.list

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the marked option means."""
        event.stop()
        options = self._options()
        if event.option_index < len(options):
            if self.list.has_focus:
                self._marked = options[event.option_index][0]
            self.about.show(_about(options[event.option_index][1]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click picks."""
        event.stop()
        self.list.post_message(Choices.Picked(event.option_index))

    def on_descendant_blur(self) -> None:
        """What was chosen is marked again: a list that folds up shows the marked line."""
        chosen, values = self._chosen(), [value for value, _ in self._options()]
        if chosen and chosen[0] in values:
            self._marked = ""
            self.list.highlighted = values.index(chosen[0])

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Choose; Space takes a choice back, Enter never does."""
        event.stop()
        value, chosen = self._options()[event.index][0], self._chosen()
        several = self.field.most > 1
        if not event.go_on and value in chosen:
            chosen.remove(value)
        elif not several:
            chosen = [value]
        elif not event.go_on and len(chosen) == self.field.most:
            self.post_message(Refused(f"at most {self.field.most}: take one back first (Space)"))
        elif not event.go_on:
            chosen = [*chosen, value]
        if chosen != self._chosen():
            try:
                self.make_record()
                self.session.choose(self.path, chosen if several else next(iter(chosen), None))
            except Refusal as refusal:
                self.post_message(Refused(str(refusal)))
                return
            self.load()
            self.post_message(Changed(self.path, shape=True))
        if event.go_on:
            self.post_message(GoOn())

    def _chosen(self) -> list[str]:
        value = None if self.is_new else self.session.plan.get(self.path)
        return [str(each) for each in (value if isinstance(value, list) else [value]) if each]

    def _options(self) -> list[tuple[str, Option]]:
        if self.field.pick:
            rows = self.session.plan.get(self.field.pick)
            return [(row.id, Option(name_of(row) or "(no name yet)", _second(row))) for row in rows]
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


def _second(row: Record) -> str:
    """What tells a record from others of a like name: its second text, if it has one."""
    texts = [getattr(row, key) for key in type(row).model_fields if key != "id"]
    return one_line(next((text for text in texts[1:] if isinstance(text, str) and text), ""))
