"""A filled worksheet (``coach.export.worksheet`` writes them) read back as a plan.

A worksheet is Markdown with a box an answer (:mod:`coach.store.boxes`). Each box says by its
field path where its answer belongs. A row goes by its id; a row that the plan does not have
yet by a number, in all its boxes and wherever it is chosen or scored. The last box,
``kept``, holds as TOML what no box before it has room for: the plan's id, depth and pack,
answers of deeper levels, findings that were set aside, figures that nobody could type.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from coach import answers, flow
from coach.plan import SCHEMA_VERSION, record_type
from coach.questions import CLAIM_PARTS, Field, Kind
from coach.refusal import Refusal
from coach.steps.start.model import Start
from coach.store import form, toml
from coach.store.boxes import Box, boxes, key_of
from coach.store.fs import MAX_FILE
from coach.store.left_out import not_in_tables, without_box
from coach.store.migrations import MIGRATIONS, Tree, migrate, version_of
from coach.store.table import Table, table
from coach.store.tree import KEPT, bare, fetch, store
from coach.text import MAX_ANSWER, clean_text, clean_tree, one_line
from coach.values import Status, new_id

ENDINGS = (".md", ".markdown", ".txt")
"""What the names of worksheets end in; plans end in ``.toml``."""

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_STATUS = CLAIM_PARTS[0]


def load(data: bytes, name: str) -> form.Loaded:
    """The plan in a worksheet's bytes. ``name`` is what messages call the file.

    What was written where a number or a day is expected, and is none, is kept as a draft,
    with a notice. Raises :class:`Refusal` in one line: file, line, what was expected.
    """
    if len(data) > MAX_FILE:
        raise Refusal(f"{name} is larger than {MAX_FILE / 1e6:g} MB, and no worksheet is")
    try:
        text = clean_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(
            f"{name}, line {line}: this is not UTF-8 text (byte {data[error.start]:#04x})",
            "save the file as UTF-8",
        ) from None
    found = list(boxes(text, name))
    if not found:
        raise Refusal(
            f"{name}: there are no answers in it",
            "make a worksheet with 'coach export PLAN --form worksheet'",
        )
    _refuse_twice(found, name)
    kept = next((box for box in found if box.path == KEPT), None)
    reader = _Reader(name, _tree(kept, name))
    if kept is None:
        reader.notices.append(f"the box {KEPT!r} is missing, so its depth is Fundamentals")
    tree = reader.read([box for box in found if box is not kept])
    loaded = form.load(toml.emit(tree).encode(), name)
    if form.is_blank(loaded.plan):
        reader.notices.append("nothing was filled in: this plan is empty")
    reader.notices += not_in_tables(loaded.plan, reader.tables, reader.new)
    reader.notices += without_box(loaded.plan, found)
    notices = (*loaded.notices, *reader.notices)
    return form.Loaded(loaded.plan, notices, loaded.version)


def _refuse_twice(found: Sequence[Box], name: str) -> None:
    lines: dict[str, int] = {}
    for box in found:
        if box.path in lines:
            raise Refusal(
                f"{name}, line {box.line}: {box.path} is on line {lines[box.path]} already",
                "give the boxes of a new row the next number, or take one of the two away",
            )
        lines[box.path] = box.line


def _tree(kept: Box | None, name: str) -> Tree:
    """What the last box holds; a bare plan where there is no such box."""
    if kept is None:
        return {"schema_version": SCHEMA_VERSION, "id": new_id()}
    where = f"{name}, box {KEPT} on line {kept.line}"
    given = toml.parse(kept.text.encode(), where)
    if version_of(given, where, SCHEMA_VERSION) > SCHEMA_VERSION:
        raise Refusal(
            f"{name} was written by a newer version of this program", "update the program"
        )
    tree: Tree = clean_tree(migrate(given, MIGRATIONS, SCHEMA_VERSION))
    tree.setdefault("id", new_id())
    return tree


@dataclass(frozen=True, slots=True)
class _Answer:
    """A box, the place it belongs to, and the keys that lead there, row numbers resolved."""

    box: Box
    part: Field
    keys: tuple[str, ...]

    @property
    def path(self) -> str:
        return ".".join(self.keys)

    @property
    def blank(self) -> bool:
        """True where nothing was written, or what a claim says before anything is written."""
        if self.part.kind is Kind.CHOICE:
            ticked = [key_of(line) for _, line in self.box.ticked()]
            return not ticked or (self.part is _STATUS and ticked == [Status.ASSUMED])
        if self.part.kind is Kind.GRID:
            return True
        return not self.box.answer


class _Reader:
    """Puts what is in the boxes over what the last box kept."""

    def __init__(self, name: str, tree: Tree) -> None:
        self.tree = tree
        self.notices: list[str] = []
        self.tables: dict[str, Table] = {}
        """By the path of a score matrix: its table."""
        self.new: set[str] = set()
        """The ids of the rows that the sheet adds."""
        self._name = name
        drafts = tree.get("drafts", {})
        self._drafts: dict[str, Any] = drafts if isinstance(drafts, dict) else {}
        self._currency = Start().currency
        self._rows: dict[str, dict[str, str]] = {}
        """By the path of a list: the id of each row by its id or number on the sheet."""
        self._squares: dict[str, int] = {}
        """The squares that have a box of their own: its line, by their field path."""

    def read(self, found: Sequence[Box]) -> Tree:
        """The plan's tree."""
        placed = [self._placed(box) for box in found]
        self._make_rows(placed)
        given = [each for each in (self._resolved(each) for each in placed) if each]
        order = sorted(given, key=lambda each: (bool(each.part.pick), each.part.kind is Kind.GRID))
        for each in order:
            if each.path == "start.currency":
                self._currency = each.box.answer
            if flow.place(each.path).field.kind is Kind.GRID:
                self._squares[each.path] = each.box.line
        for each in order:
            match each.part.kind:
                case Kind.GRID:
                    self._grid(each)
                case Kind.CHOICE:
                    self._choice(each)
                case _:
                    self._typed(each.keys, each.box.answer, each.box.line)
        if self._drafts:
            self.tree["drafts"] = self._drafts
        return self.tree

    # -- places and rows ---------------------------------------------------------------

    def _at(self, line: int) -> str:
        return f"{self._name}, line {line}"

    def _placed(self, box: Box) -> _Answer:
        try:
            place = flow.place(box.path)
        except Refusal as unknown:
            raise Refusal(f"{self._at(box.line)}: {unknown}") from None
        if place.part.kind is not Kind.GRID and place.part.parts:
            parts = ", ".join(part.key for part in place.part.parts)
            raise Refusal(f"{self._at(box.line)}: {box.path} has parts", f"one box each: {parts}")
        keys = tuple(box.path.split("."))
        in_row = place.field.kind is Kind.RECORDS and len(keys) > 2
        if in_row and not (place.record.isdecimal() or _ID.match(place.record)):
            raise Refusal(
                f"{self._at(box.line)}: {one_line(place.record, 30)!r} is no row",
                "a row goes by its id, a new one by its number",
            )
        return _Answer(box, place.part, keys)

    def _make_rows(self, placed: Sequence[_Answer]) -> None:
        """Make the rows of all lists, in the order of the sheet; an empty new one is none."""
        wanted = set(self._mentioned(placed))
        sheet: dict[str, dict[str, bool]] = {}
        for each in placed:
            place = flow.place(each.box.path)
            if place.record:
                path = place.card.path(place.field)
                rows = sheet.setdefault(path, {})
                known = not place.record.isdecimal() or (path, place.record) in wanted
                rows[place.record] = rows.get(place.record, False) or known or not each.blank
        for path, rows in sheet.items():
            step, key = path.split(".")
            table = self._table(step)
            kept = table.get(key)
            tables = [r for r in kept if isinstance(r, dict)] if isinstance(kept, list) else []
            before = {str(row.get("id")): row for row in tables}
            ids: dict[str, str] = {}
            for row, real in rows.items():
                if real and row.isdecimal():
                    ids[row] = _fresh({*before, *rows, *ids.values()})
                    self.new.add(ids[row])
                elif real:
                    ids[row] = row
            table[key] = [before.pop(row, {"id": row}) for row in ids.values()]
            self._rows[path] = ids
            for row in before:
                self.notices.append(
                    f"row {one_line(row, 20)} of {path} is no longer on the sheet: left out"
                )

    def _mentioned(self, placed: Sequence[_Answer]) -> Iterator[tuple[str, str]]:
        """The rows that are chosen or scored somewhere: list and number."""
        for each in placed:
            if each.part.pick:
                for _, line in each.box.ticked():
                    yield each.part.pick, key_of(line)
            elif each.part.kind is Kind.GRID:
                self.tables[each.path] = table(each.box, self._name)
                for _, row, column, cell in self.tables[each.path].squares():
                    if cell:
                        yield each.part.down, row
                        yield each.part.across, column

    def _table(self, step: str) -> dict[str, Any]:
        table = self.tree.setdefault(step, {})
        if not isinstance(table, dict):
            raise Refusal(f"{self._name}: {step} in the box {KEPT!r} must be a table")
        return table

    def _resolved(self, each: _Answer) -> _Answer | None:
        """``each`` with the row's id in its path; None for a box of a row that is none."""
        place = flow.place(each.box.path)
        keys = each.keys
        if place.record:
            ids = self._rows[place.card.path(place.field)]
            if place.record not in ids:
                return None
            keys = (*keys[:2], ids[place.record], *keys[3:])
        elif len(keys) == 5:
            row = self._line(place.field, "down", keys[3], each.box.line)
            keys = (*keys[:3], row, self._line(place.field, "across", keys[4], each.box.line))
        return _Answer(each.box, each.part, keys)

    # -- answers -------------------------------------------------------------------------

    def _typed(self, keys: tuple[str, ...], text: str, line: int) -> None:
        part = flow.place(".".join(keys)).part
        old = fetch(self.tree, keys)
        if old is not None and part.kind is not Kind.TEXT and answers.show(old) == text.strip():
            return
        path = ".".join(keys)
        try:
            value = answers.parse(part, text, self._currency)
        except answers.BadAnswer as bad:
            if part.kind is Kind.TEXT or len(text) > MAX_ANSWER:
                raise Refusal(f"{self._at(line)}: {path}: {bad}", "shorten it") from None
            value, self._drafts[path] = None, text
            self.notices.append(
                f"line {line}: {path}: {bad}; {one_line(text, 30)!r} is kept as it is"
            )
        store(self.tree, keys, value)

    def _choice(self, each: _Answer) -> None:
        chosen = []
        for line, text in each.box.ticked():
            known = self._picked(each, text) if each.part.pick else _option(each.part, text)
            if not known:
                raise Refusal(
                    f"{self._at(line)}: {each.path}: {one_line(text, 30)!r} is no choice",
                    f"expected {self._offered(each.part)}",
                )
            chosen.append(known)
        old = fetch(self.tree, each.keys)
        offered = list(self._names(each.part.pick)) if each.part.pick else each.part.options
        if old is not None and list(dict.fromkeys(chosen)) == _shown(old, offered):
            return
        try:
            value = answers.parse(each.part, answers.show(chosen))
        except answers.BadAnswer as bad:
            raise Refusal(f"{self._at(each.box.line)}: {each.path}: {bad}", "tick fewer") from None
        store(self.tree, each.keys, value)

    def _names(self, path: str) -> dict[str, str]:
        """The rows of the list at ``path``: what each is called, by its id."""
        rows = fetch(self.tree, tuple(path.split("."))) or []
        texts = {part.key for part in flow.place(path).field.of if part.kind is Kind.TEXT}
        kind = record_type(path)
        first = next((key for key in kind.model_fields if key in texts), "") if kind else ""
        return {
            str(row.get("id")): one_line(str(row.get(first, "")))
            for row in rows
            if isinstance(row, dict)
        }

    def _picked(self, each: _Answer, text: str) -> str:
        """The id of the row that a line means: by its id, number, place or name."""
        names = self._names(each.part.pick)
        ids = self._rows.get(each.part.pick, {})
        word = key_of(text)
        if word in ids or word in names:
            return ids.get(word, word)
        if word.isdecimal() and 1 <= int(word[:9]) <= len(names):
            return list(names)[int(word[:9]) - 1]
        wanted = one_line(text).casefold()
        return next((row for row, name in names.items() if name.casefold() == wanted), "")

    def _offered(self, part: Field) -> str:
        if not part.pick:
            return ", ".join(part.options)
        names = self._names(part.pick)
        return ", ".join(f"{row} {name}".strip() for row, name in names.items()) or "no row yet"

    # -- grids ---------------------------------------------------------------------------

    def _grid(self, each: _Answer) -> None:
        for line, row, column, cell in self.tables[each.path].squares():
            empty = not self._is_row(each.part, "down", row) or not self._is_row(
                each.part, "across", column
            )
            if empty and not cell:
                continue
            down = self._line(each.part, "down", row, line)
            across = self._line(each.part, "across", column, line)
            square = (*each.keys, "scores", down, across)
            if boxed := self._squares.get(".".join(square)):
                raise Refusal(
                    f"{self._at(line)}: {each.path}: {one_line(row, 30)}, {one_line(column, 30)} "
                    f"has a box of its own on line {boxed}",
                    "write it into the table, and take that box away",
                )
            self._typed(square, cell, line)

    def _is_row(self, grid: Field, side: str, key: str) -> bool:
        """False for a number of a row that has not been filled in anywhere."""
        path = grid.down if side == "down" else grid.across
        return not key.isdecimal() or key in self._rows.get(path, {})

    def _line(self, grid: Field, side: str, key: str, line: int) -> str:
        """The key of the grid's row or column that ``key`` means."""
        path = grid.down if side == "down" else grid.across
        fixed = [row.key for row in grid.of] if side == "down" else list(grid.columns)
        known = {**{each: each for each in fixed}}
        if path:
            known |= {row: row for row in self._names(path)} | self._rows.get(path, {})
        if key not in known:
            near = get_close_matches(key, fixed, 1, 0.5)  # ids are alike by chance only
            what = "row" if side == "down" else "column"
            gone = f"; if you took its section out, take the {what} out too" if path else ""
            raise Refusal(
                f"{self._at(line)}: there is no {what} {one_line(key, 30)!r}",
                f"did you mean {near[0]!r}?" if near else f"expected {', '.join(known)}{gone}",
            )
        return known[key]


def _fresh(taken: Collection[str]) -> str:
    """An id for a new row that is not taken: one in a million is drawn twice."""
    return next(each for each in iter(new_id, "") if each not in taken)


def _option(part: Field, text: str) -> str:
    """The option that a ticked line means: its first word, or all of it."""
    wanted = (key_of(text).casefold(), text.casefold())
    return next((option for option in part.options if option.casefold() in wanted), "")


def _shown(value: Any, offered: Sequence[str]) -> list[str]:
    """Which lines of a choice are ticked for ``value``."""
    values = value if isinstance(value, list) else [value]
    return [str(each) for each in dict.fromkeys(map(str, values)) if each in offered]


def plain(part: Field, value: Any, currency: str, offered: Sequence[str] = ()) -> bool:
    """True where ``value``, as a box shows it, is read back as exactly the same.

    ``offered`` are the options, or the ids of the rows, that the box lists.
    """
    if part.kind is Kind.TEXT:
        return len(value) <= MAX_ANSWER
    try:
        if part.kind is Kind.CHOICE:
            read = answers.parse(part, answers.show(_shown(value, offered)))
            return toml.same(bare(read), value)
        return toml.same(answers.parse(part, answers.show(value), currency), value)
    except answers.BadAnswer:
        return False
