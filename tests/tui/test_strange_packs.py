"""A pack of a stranger words the walk, and reaches nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.founder import full_plan

from coach.pack.pack import Pack
from coach.places import Places
from coach.tui.app import CoachApp

HEAD = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'


async def test_the_sentence_of_a_pack_reaches_the_slots_only(
    tmp_path: Path, places: Places, open_app: Callable[..., Any], put: Callable[..., Path]
) -> None:
    page = tmp_path / "pack" / "value" / "statement.md"
    page.parent.mkdir(parents=True)
    (tmp_path / "pack" / "pack.toml").write_text(HEAD, encoding="utf-8")
    slots = "{audience} {__class__} {model_dump} {foo}"
    page.write_text(f'+++\ntitle = "Statement"\nsentence = "{slots}"\n+++\n', encoding="utf-8")
    app = CoachApp(places, Pack.open(tmp_path / "pack"), put(full_plan()))
    async with open_app(app=app, size=(120, 40)) as me:
        await me.walk.go_to("value.statement")
        await me.until(lambda: "{__class__} {model_dump} {foo}" in me.seen_words, "the sentence")
