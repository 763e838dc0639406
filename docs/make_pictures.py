"""Takes the README's pictures from the real screens: ``make pictures``.

Each picture is a person's way to a screen: keys pressed in an example plan.
"""

import asyncio
import re
import tempfile
from pathlib import Path

from textual.widgets import Input

from coach.pack.pack import Pack
from coach.places import Places
from coach.store.files import PlanFile
from coach.store.rebase import plan_from_example
from coach.tui.app import CoachApp
from coach.tui.themes import LIGHT

HERE = Path(__file__).parent / "pictures"
WIDE, SMALL = (118, 34), (80, 24)

SHOTS: tuple[tuple[str, tuple[int, int], str, tuple[str, ...]], ...] = (
    ("library", SMALL, "", ()),
    ("walk", WIDE, "niche.candidates", ()),
    ("coach", SMALL, "niche.candidates", ("WEAKEN", "f3")),
    ("size", SMALL, "niche.count", ()),
    ("compare", SMALL, "niche.ratings", ("MOLAR",)),
    ("spread", SMALL, "niche.count_range", ("MOLAR", "f6")),
    ("curves", SMALL, "differentiation.levels", ("MOLAR", "f6")),
    ("board", SMALL, "risk.risks", ("MOLAR", "f6", "right")),
    ("type", WIDE, "differentiation.primary", ()),
    ("statement", SMALL, "value.statement", ()),
    ("brief", SMALL, "start.name", ("f4",)),
    ("review", WIDE, "niche.candidates", ("WEAKEN", "f5")),
    ("export", SMALL, "start.name", ("ctrl+o", "PATH")),
    ("playbook", WIDE, "niche.candidates", ("ctrl+g", "tab")),
    ("help", SMALL, "start.name", ("f1",)),
    ("palette", SMALL, "start.name", ("ctrl+p", "r", "i", "s", "k")),
    ("light", SMALL, "value.pains", ("LIGHT",)),
)


async def take(
    places: Places, name: str, size: tuple[int, int], path: str, keys: tuple[str, ...]
) -> None:
    """Take one picture."""
    pack = Pack()
    example = "molar" if "MOLAR" in keys else "rind"
    plan_path = next(places.plans.glob(f"{example}-*.toml")) if path else None
    app = CoachApp(places, pack, plan_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if app.session is not None:
            await app.screen.go_to(path)  # type: ignore[attr-defined]  # a walk is open
        for key in keys:
            if key == "WEAKEN":
                assert app.session is not None
                chosen = app.session.plan.niche.chosen
                app.session.edit(f"niche.candidates.{chosen}.who", "Every shop that sells food")
                app.session.edit(f"niche.candidates.{chosen}.need", "They need our app")
                app.screen.view.load()  # type: ignore[attr-defined]
                app.session.check()
                app.screen.show_findings()  # type: ignore[attr-defined]
            elif key == "PATH":  # no folder of this machine in a picture
                await pilot.pause()
                field = app.screen.query_one("#path", Input)
                field.value = f"~/{Path(field.value).name}"
            elif key == "LIGHT":
                app.theme = LIGHT.name
            elif key == "MOLAR":  # the example that is told at the deepest depth
                await pilot.pause(0.5)
            else:
                await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        picture = app.export_screenshot(title="coach")
    # No fonts from elsewhere: a picture asks nothing of the network.
    picture = re.sub(r"@font-face\s*{[^}]*}", "", picture)
    picture = picture.replace("<text ", '<text xml:space="preserve" ')
    (HERE / f"{name}.svg").write_text(picture, "utf-8")


def main() -> None:
    """Take all pictures, each in plans of its own."""
    HERE.mkdir(exist_ok=True)
    for name, size, path, keys in SHOTS:
        with tempfile.TemporaryDirectory() as folder:
            places = Places(Path(folder) / "plans", Path(folder) / "state")
            for example in Pack().examples():
                PlanFile.create(plan_from_example(example), places).close()
            asyncio.run(take(places, name, size, path, keys))


if __name__ == "__main__":
    main()
