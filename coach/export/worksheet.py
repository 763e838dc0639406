"""The worksheet: a plan's questions as Markdown, to be filled in anywhere and read back.

``coach.store.worksheet`` reads what this writes: the same plan comes out again.
"""

import copy
from collections.abc import Iterator, Sequence

from coach import answers, flow, grids
from coach.export.escape import inline
from coach.export.wording import Words, plainly
from coach.pack.pack import Pack
from coach.pack.page import Wording
from coach.plan import Plan, name_of
from coach.questions import CLAIM_PARTS, Card, Field, Kind, Unit
from coach.store import toml
from coach.store.boxes import written
from coach.store.form import tree_of
from coach.store.tree import KEPT, fetch, store
from coach.store.worksheet import plain
from coach.text import MAX_ANSWER, clean_text, one_line
from coach.units import WORDS

LONG = 60
"""Characters of a name in a heading, or beside the box that is ticked for it."""
_WIDE = 24
"""Characters of a name in a table."""

_ABOUT = """\
> Write each answer into its box: between the two lines of backticks, as many lines as you like.
> Leave a box empty where you have no answer yet. Choose by putting an x between the brackets.
>
> A list has a section for each row. For one row more, copy an empty section and give all its
> boxes the next number. To take a row away, take out its whole section, and what tables say of it.
>
> `coach import` and the name of this file make a plan of it."""
_CONDITIONAL = "Leave this empty unless it fits what you chose before."
_KEPT = "What the boxes above have no room for. Leave it as it is."


def worksheet(plan: Plan, pack: Pack, blank: bool = False) -> str:
    """The plan as a worksheet at its depth; ``blank`` asks the same without any answer."""
    if blank:
        empty = Plan(
            depth=plan.depth, pack=plan.pack, pack_version=plan.pack_version, walk=plan.walk
        )
        empty.start.currency = plan.start.currency
        plan = empty
    return _Sheet(plan, pack, blank).text()


class _Sheet:
    """One worksheet in the making: what is shown is taken out of what will be kept."""

    def __init__(self, plan: Plan, pack: Pack, blank: bool) -> None:
        self.plan = plan
        self.pack = pack
        self.words = Words(pack)
        self.kept = copy.deepcopy(tree_of(plan))
        del self.kept["changed"]
        if blank:
            del self.kept["id"], self.kept["created"]
        self.currency = plan.start.currency

    def text(self) -> str:
        """The whole sheet."""
        parts = [f"# Worksheet: {self._name(self.plan.title)}", _ABOUT]
        for step in flow.steps(self.plan):
            cards = [card for card in step.cards if self._asked(card)]
            if cards:
                parts.append(f"## {self._name(self.words.step(step.key))}")
            for card in cards:
                parts += self._card(card)
        parts += ["## For the program", f"> {_KEPT}"]
        parts.append(written(KEPT, toml.emit(self.kept).strip("\n")))
        return "\n\n".join(parts) + "\n"

    def _asked(self, card: Card) -> list[Field]:
        """The card's questions; those for one choice all of them until it has been made."""
        asked = flow.asked(card, self.plan)
        level = self.plan.level
        given = getattr(self.plan, card.step)
        conditional = [
            f.when for c in flow.CARDS if c.step == card.step for f in c.fields if f.when
        ]
        if any(when(given) for when in conditional):
            return list(asked)
        return [f for f in card.fields if f.depth <= level and (f.when or f in asked)]

    def _card(self, card: Card) -> Iterator[str]:
        topic = self.words.topic(card.key)
        yield f"### {self._name(topic.title)}"
        if topic.question:
            yield self._quoted(topic.question)
        for field in self._asked(card):
            path = card.path(field)
            wording = self._wording(path)
            heading = f"#### {self._name(wording.label)}"
            match field.kind:
                case Kind.RECORDS:
                    yield heading
                    yield from self._help(wording, field)
                    yield from self._rows(path, field, wording.label)
                case Kind.GRID:
                    yield heading
                    yield from self._help(wording, field)
                    yield self._grid(path, field)
                    yield from self._reasons(path, field)
                case Kind.TEXT | Kind.NUMBER | Kind.DATE | Kind.CHOICE:
                    yield from self._question(path, field, 4)
                case _:
                    yield heading
                    yield from self._help(wording, field)
                    for part in flow.parts(field, self.plan.level):
                        yield from self._question(f"{path}.{part.key}", part, 5)

    # -- rows ----------------------------------------------------------------------------

    def _new(self, path: str) -> list[str]:
        """The numbers of the empty rows that a list ends with."""
        field = flow.place(path).field
        have = len(self.plan.get(path))
        return [str(have + 1 + n) for n in range(max(field.fewest - have, 1))]

    def _rows(self, path: str, field: Field, label: str) -> Iterator[str]:
        rows = [(row.id, name_of(row)) for row in self.plan.get(path)]
        rows += [(number, "") for number in self._new(path)]
        for number, (row, name) in enumerate(rows, 1):
            about = f": {self._name(name)}" if name else ""
            yield f"#### {self._name(label)}, row {number}{about}"
            for part in flow.parts(field, self.plan.level):
                below = f"{path}.{row}.{part.key}"
                if not part.parts:
                    yield from self._question(below, part, 5, brief=number > 1)
                    continue
                label_of = self._wording(below).label
                for inner in flow.parts(part, self.plan.level):
                    yield from self._question(
                        f"{below}.{inner.key}", inner, 5, f"{label_of}: ", brief=number > 1
                    )
        step, key = path.split(".")
        left = [row for row in fetch(self.kept, (step, key)) or [] if row.keys() - {"id"}]
        store(self.kept, (step, key), left or None)

    # -- answers -------------------------------------------------------------------------

    def _question(
        self, path: str, part: Field, level: int, before: str = "", brief: bool = False
    ) -> Iterator[str]:
        """A question with its box; ``brief`` leaves out the help, which the row above has."""
        wording = self._wording(path)
        yield f"{'#' * level} {self._name(before + wording.label)}"
        if not brief:
            yield from self._help(wording, part)
        if part.kind is Kind.CHOICE:
            yield written(path, self._choice(path, part))
        else:
            yield written(path, self._typed(path, part), max(part.lines, 1))

    def _typed(self, path: str, part: Field, one_line_only: bool = False) -> str:
        """What the box at ``path`` says; out of what is kept if that says it exactly."""
        keys = path.split(".")
        value = fetch(self.kept, keys)
        draft = self.plan.drafts.get(path)
        if draft is not None and value is None and self._draft_shows(part, draft, one_line_only):
            store(self.kept, ("drafts",), self._drafts_without(path))
            return draft
        if path == "start.currency":
            value = self.plan.start.currency
        if value is None:
            return ""
        if plain(part, value, self.currency):
            store(self.kept, keys, None)
        return answers.show(value)

    def _draft_shows(self, part: Field, draft: str, one_line_only: bool) -> bool:
        """True where the draft in a box, or in a table's cell, is read back as the same draft."""
        if part.kind is Kind.TEXT or (one_line_only and _in_table(draft, 0) != draft):
            return False
        try:
            answers.parse(part, draft, self.currency)
        except answers.BadAnswer:
            return len(draft) <= MAX_ANSWER
        return False

    def _drafts_without(self, path: str) -> dict[str, str] | None:
        drafts: dict[str, str] = self.kept["drafts"]
        return {key: text for key, text in drafts.items() if key != path} or None

    def _choice(self, path: str, part: Field) -> str:
        offered = self._offered(path, part)
        keys = path.split(".")
        value = fetch(self.kept, keys)
        if part is CLAIM_PARTS[0] and not flow.place(path).record.isdecimal():
            value = str(self.plan.get(path))  # what a claim says before anything is written
        if value is not None and plain(part, value, self.currency, list(offered)):
            store(self.kept, keys, None)
        values = value if isinstance(value, list) else [value]
        ticked = [each for each in dict.fromkeys(map(str, values)) if each in offered]
        rest = [each for each in offered if each not in ticked]
        lines = [f"[x] {offered[each]}" for each in ticked] + [f"[ ] {offered[e]}" for e in rest]
        return "\n".join(lines)

    def _offered(self, path: str, part: Field) -> dict[str, str]:
        """The lines of a choice by what they mean; each begins with its key."""
        if part.pick:
            rows = {
                row.id: f"{row.id} {one_line(clean_text(name_of(row)), LONG)}".strip()
                for row in self.plan.get(part.pick)
            }
            return rows | {number: number for number in self._new(part.pick)}
        topic, *keys = flow.place(path).worded
        labels = {
            str(each): self.words.option(topic, ".".join(keys), each) for each in part.options
        }
        return {
            key: key if label.casefold() == key.casefold() else f"{key}: {label}"
            for key, label in labels.items()
        }

    # -- grids ---------------------------------------------------------------------------

    def _grid(self, path: str, field: Field) -> str:
        rows = self._titles(path, field, "down", grids.rows(field, self.plan))
        columns = self._titles(path, field, "across", grids.columns(field, self.plan))
        table = [["", *columns.values()]]
        for row, title in rows.items():
            table.append([title, *(self._square(path, field, row, col) for col in columns)])
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        lines = [
            "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
            for line in table
        ]
        lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
        return written(path, "\n".join(lines))

    def _titles(self, path: str, field: Field, side: str, keys: Sequence[str]) -> dict[str, str]:
        """What the rows or columns are called, each beginning with its key."""
        records = field.down if side == "down" else field.across
        card = flow.place(path).card
        titles = {}
        for key in keys:
            name = grids.record_name(self.plan, records, key) if records else ""
            if not name and key in field.columns and side == "across":
                name = self.words.option(card.key, field.key, key)
            elif not name and side == "down" and not records:
                name = self._wording(f"{path}.{key}", field.key, key).label
            titles[key] = f"{key} {_in_table(name)}".strip()
        return titles | ({number: number for number in self._new(records)} if records else {})

    def _square(self, path: str, field: Field, row: str, column: str) -> str:
        if row.isdecimal() or column.isdecimal():
            return ""
        square = f"{path}.scores.{row}.{column}"
        return self._typed(square, grids.square(field, row), one_line_only=True)

    def _reasons(self, path: str, field: Field) -> Iterator[str]:
        """A box for each reason that was given for a square that is asked."""
        part = flow.REASON
        for row, column in grids.squares(field, self.plan):
            below = f"{path}.reasons.{row}.{column}"
            if fetch(self.kept, below.split(".")):
                label = self._wording(below).label
                names = [
                    self._titles(path, field, side, (key,))[key].partition(" ")[2] or key
                    for side, key in (("down", row), ("across", column))
                ]
                yield f"##### {self._name(f'{label}: {names[0]}, {names[1]}')}"
                yield written(below, self._typed(below, part))

    # -- words ---------------------------------------------------------------------------

    def _wording(self, path: str, *keys: str) -> Wording:
        """How the question at ``path`` is worded, or ``keys`` below the card's page."""
        place = flow.place(".".join(path.split(".")[:2]) if keys else path)
        topic, *below = (place.card.key, *keys) if keys else place.worded
        found = self.words.topic(topic).fields.get(".".join(below))
        return found or Wording(plainly(below[-1]))

    def _help(self, wording: Wording, part: Field) -> Iterator[str]:
        unit = one_line(self.currency, 8) if part.unit is Unit.MONEY else WORDS.get(part.unit, "")
        lines = [wording.help, f"({unit})" if unit else ""]
        if part.kind is Kind.DATE:
            lines.append("A day, such as 2027-01-31.")
        if part.most > 1:
            lines.append(f"Up to {part.most}.")
        if part.when:
            lines.append(_CONDITIONAL)
        said = " ".join(line for line in lines if line)
        if said:
            yield self._quoted(said)

    def _name(self, text: str) -> str:
        return inline(one_line(clean_text(text), LONG))

    def _quoted(self, text: str) -> str:
        return f"> {inline(one_line(clean_text(text)))}"


def _in_table(name: str, limit: int = _WIDE) -> str:
    """``name`` as it can stand in a table's cell."""
    return one_line(name.replace("|", "/"), limit)
