"""No text of a founder or of a pack ever reaches the screen as markup."""

import ast
from pathlib import Path

import pytest

import coach.tui

FILES = sorted(Path(coach.tui.__file__).parent.rglob("*.py"))

TAKES_MARKUP = {
    "Button",
    "Checkbox",
    "Collapsible",
    "Label",
    "Option",
    "Placeholder",
    "RadioButton",
    "Selection",
    "Static",
    "Tab",
    "TabPane",
    "from_markup",
}
"""Calls whose text Textual reads as markup."""

LITERAL = {"classes", "id", "name"}
"""Arguments that are never drawn."""

MARKUP_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}


def name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def off(call: ast.Call) -> bool:
    """True where the call says ``markup=False``."""
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def built(value: ast.expr) -> bool:
    """True for text that is put together: an f-string, ``+``, ``%``, ``.format``, ``str()``."""
    match value:
        case ast.JoinedStr():
            return True
        case ast.BinOp(left=left, right=right):
            return any(
                built(side) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
                for side in (left, right)
            )
        case ast.Call(func=ast.Attribute(attr="format" | "join", value=ast.Constant())):
            return True
        case ast.Call(func=ast.Name(id="str")):
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return built(body) or built(orelse)
    return False


def offences(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if name(node) == "notify" and not off(node):
                found.append(f"{node.lineno}: notify without markup=False")
            if name(node) in TAKES_MARKUP and not off(node):
                values = [
                    *node.args,
                    *(word.value for word in node.keywords if word.arg not in LITERAL),
                ]
                if any(built(value) for value in values):
                    found.append(f"{node.lineno}: {name(node)} is given built text")
        if isinstance(node, ast.Assign):
            targets = [t.attr for t in node.targets if isinstance(t, ast.Attribute)]
            if MARKUP_ATTRIBUTES & set(targets) and not isinstance(node.value, ast.Call):
                found.append(f"{node.lineno}: {targets[0]} is given plain text")
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_built_text_never_reaches_markup(file: Path) -> None:
    assert offences(file.read_text(encoding="utf-8")) == []


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 10


@pytest.mark.parametrize(
    "source",
    [
        'self.notify("x")',
        "self.notify(text, markup=True)",
        'Static(f"Hello {who}")',
        'Label("Hello " + who)',
        'widgets.Button("Hello %s" % who)',
        'Option("{}".format(who))',
        'Static(str(who), id="x")',
        'Static("" if quiet else f"{who}")',
        'Content.from_markup(f"[b]{who}[/b]")',
        'self.border_title = f"{who}"',
        "self.tooltip = who",
    ],
)
def test_what_would_be_an_offence(source: str) -> None:
    assert offences(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "self.notify(text, markup=False)",
        "Static(safe(text))",
        'Static("fixed words")',
        'Static(f"{who}", markup=False)',
        "self.border_title = safe(who)",
        'Content.from_markup("[b]$who[/b]", who=who)',
    ],
)
def test_what_would_be_none(source: str) -> None:
    assert offences(source) == []
