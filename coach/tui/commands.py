"""Everything a person can do by a key, declared once.

From this table come the bindings, the key bar, the palette and the help screen.
"""

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    ``where`` is the screen it belongs to (``app`` for everywhere); ``keys`` are Textual's
    names, the first one is shown; ``bar`` is its word in the key bar, empty to leave it out;
    ``help`` says what it does, in the palette and in the help screen.
    """

    where: str
    action: str
    keys: str
    bar: str
    help: str


COMMANDS: tuple[Command, ...] = (
    # Everywhere
    Command("app", "help", "f1", "help", "Show the keys that work here, and what the signs mean"),
    Command("app", "command_palette", "ctrl+p", "find", "Find any command, card or plan by name"),
    Command("app", "quit", "ctrl+q", "", "Leave; everything is saved"),
    Command("app", "theme", "ctrl+t", "", "Switch between dark and light"),
    # Library
    Command("library", "open", "enter", "", "Open the plan where you left it"),
    Command("library", "new", "n", "new", "Start a plan"),
    Command("library", "examples", "e", "examples", "Open an example as a plan of your own"),
    Command("library", "playbook", "f10", "playbook", "Read the playbook"),
    Command("library", "import", "i", "import", "Bring in a plan from a file"),
    Command("library", "export", "x", "export", "Write the plan to a file for others"),
    Command("library", "delete", "d,delete", "delete", "Move the plan to the trash"),
    Command("library", "undo", "u", "undo", "Bring back the plan that was deleted last"),
    Command("library", "filter", "slash", "filter", "Show only plans whose name holds some words"),
    Command("library", "workshop", "w", "", "Show facilitator notes and minutes on every card"),
    # Walk
    Command("walk", "next", "ctrl+n,alt+right", "next", "Go to the next card"),
    Command("walk", "back", "ctrl+b,alt+left", "back", "Go to the card before"),
    Command("walk", "guide", "f2", "guide", "Show or hide the guide for this card"),
    Command("walk", "coach", "f3", "coach", "Show what the coach says about this card"),
    Command("walk", "review", "f5", "review", "See everything the coach found"),
    Command("walk", "brief", "f4", "brief", "See the plan on one page"),
    Command(
        "walk", "fill", "f9", "example", "Fill the empty field from an earlier answer or example"
    ),
    Command("walk", "rail", "f8", "jump", "Jump to any card"),
    Command("walk", "playbook", "f10", "playbook", "Read about this card in the playbook"),
    Command("walk", "pictures", "f6", "pictures", "See the plan's figures as pictures"),
    Command("walk", "confirm", "ctrl+r", "", "Say that the answer still holds after a change"),
    Command("walk", "confirm_card", "", "", "Say that everything on this card still holds"),
    Command("walk", "timebox", "", "", "Count down this card's minutes, or stop counting"),
    Command("walk", "undo", "ctrl+z", "", "Take back the last change"),
    Command("walk", "redo", "ctrl+y", "", "Make the change again that was taken back"),
    Command("walk", "export", "ctrl+o", "", "Write the plan to a file for others"),
    Command("walk", "depth", "f7", "", "Ask more or fewer questions"),
    Command("walk", "library", "ctrl+l", "plans", "Go back to all plans"),
    # A list of rows, while it has the focus
    Command("records", "ask('add')", "a,insert", "add", "Add a row"),
    Command("records", "ask('copy')", "c", "copy", "Copy the marked row"),
    Command("records", "ask('remove')", "d,delete", "delete", "Delete the marked row"),
    Command("records", "ask('up')", "shift+up,k", "up", "Move the marked row up"),
    Command("records", "ask('down')", "shift+down,j", "down", "Move the marked row down"),
    # Pictures, brief and review
    Command("pictures", "turn(1)", "right,space,n", "next", "Show the next picture"),
    Command("pictures", "turn(-1)", "left,p", "before", "Show the picture before"),
    Command("pictures", "jump", "enter", "to its card", "Go to the card it belongs to"),
    Command("pictures", "close", "escape,f6", "back", "Go back to the card"),
    Command("brief", "close", "escape,f4", "back", "Go back to the card"),
    Command("brief", "jump", "enter", "", "Go to the card this part comes from"),
    Command("brief", "export", "x", "export", "Write the brief to a file"),
    Command("review", "close", "escape,f5", "back", "Go back to the card"),
    Command("review", "jump", "enter", "", "Go to the answer; F5 brings you back here"),
    Command(
        "review", "confirm", "ctrl+r", "holds", "Say that the answer still holds after a change"
    ),
    Command("review", "playbook", "f10", "playbook", "Read about the rule in the playbook"),
    # The playbook, and any page that is read
    Command("playbook", "close", "escape,f10", "leave", "Go back to where you came from"),
    Command("playbook", "search", "slash", "search", "Find pages by any words in them"),
    Command("playbook", "contents", "c", "contents", "Show the contents, or the page again"),
    Command("playbook", "turn(-1)", "b,backspace", "back", "Go back to the page before"),
    Command(
        "playbook", "turn(1)", "f", "forward", "Go forward to the page that you came back from"
    ),
    Command("reader", "link(1)", "tab,right", "next link", "Mark the next link or term"),
    Command("reader", "link(-1)", "shift+tab,left", "", "Mark the link or term before"),
    Command("reader", "follow", "enter", "open", "Open what is marked; a term in place"),
    Command("findings", "set_aside", "s", "set aside", "Set the finding aside, with your reason"),
    Command("findings", "take_up", "t", "take up", "Open a finding again that was set aside"),
)


def bindings(where: str) -> list[BindingType]:
    """The bindings of a screen, for its ``BINDINGS``."""
    return [
        Binding(
            command.keys,
            command.action,
            command.bar or command.help,
            show=bool(command.bar),
            id=f"{where}.{command.action}",
            # These must work in a text field too, which has keys of the same name.
            priority=command.action in ("quit", "next", "back", "depth", "pictures"),
        )
        for command in COMMANDS
        if command.where == where and command.keys
    ]


def commands(*where: str) -> list[Command]:
    """The commands of some screens, in the order they are declared."""
    return [command for place in where for command in COMMANDS if command.where == place]
