"""The bench's data: clean plans, and the flaws that are planted in them.

``plans/<name>.toml`` is a plan as the program saves it. ``flaws/<RULE>.toml`` is a list of
``[[case]]`` tables: ``kind`` (of :data:`KINDS`), ``plan``, ``field`` (where a reader would expect
the remark; a list where two places are as good), ``set`` and ``fix`` (answers by field path).
An answer is text, a number, a day, a table (the parts of a statement, a claim, a range) or a
list of tables for a whole list of records; "" takes an answer away.

``unseen_plans/`` and ``unseen/`` are the same, made by people who had not seen the rules' code, and
never looked at by those who work on it: a set of their own. Its flaws may stand in the plans of
either folder.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coach import answers, depends, flow, grids
from coach.plan import STEP_KEYS, Plan, record_type
from coach.questions import Field, Kind
from coach.refusal import Refusal
from coach.store import form, toml
from coach.text import clean_text, one_line

FLAWS = ("minimal", "paraphrase", "split", "numeric")
NEAR_MISS = "near_miss"
KINDS = (*FLAWS, NEAR_MISS)

LOOKS = "RE13"
"""The rule that judges answers by what has changed since they were looked at last."""

TYPED = "RE24"
"""The rule that judges what was typed where a figure or a day is asked: its texts are kept so."""

_RULE = re.compile(r"(NI|VP|DI|RI|RE)\d\d")
_KEYS = ("kind", "plan", "field", "set", "fix")


@dataclass(frozen=True, slots=True)
class Case:
    """One planted flaw, or one near miss. ``number`` counts from 1 within the rule's file.

    ``unseen`` is true for a case of the folder ``unseen/``.
    """

    rule: str
    number: int
    kind: str
    plan: str
    fields: tuple[str, ...]
    set: Mapping[str, Any]
    fix: Mapping[str, Any] = field(default_factory=dict)
    unseen: bool = False

    @property
    def name(self) -> str:
        """As messages call it: ``NI01.toml, case 3``."""
        return f"{'unseen/' if self.unseen else ''}{self.rule}.toml, case {self.number}"

    @property
    def flaw(self) -> bool:
        """False for a near miss."""
        return self.kind != NEAR_MISS

    def flawed(self, clean: Plan) -> Plan:
        """A copy of the clean plan with the flaw in it."""
        plan = clean.model_copy(update={"looked": {}})
        if self.rule == LOOKS:
            plan.looked = depends.first_look(plan) or {}
        return changed(plan, self.set, self.rule == TYPED)

    def fixed(self, flawed: Plan) -> Plan:
        """A copy of the flawed plan in which was done what the finding says."""
        plan = changed(flawed, self.fix)
        questions = {depends.question_of(path) for path in self.fix if self.rule == LOOKS}
        for question in questions - {""}:  # what is rewritten has been read again
            plan.looked = depends.confirmed(plan, question)
        return plan


@dataclass(slots=True)
class Data:
    """Everything that can be measured, and a line for each plan or case that cannot.

    ``plans`` are the clean plans that are measured as such; ``others`` are further ones in which
    flaws are planted.
    """

    plans: dict[str, Plan] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    others: dict[str, Plan] = field(default_factory=dict)


def load(folder: Path, rules: tuple[str, ...] = (), unseen: bool = False) -> Data:
    """All plans, and all cases (those of ``rules`` where some are given), in a fixed order."""
    data = Data()
    if not unseen:
        data.plans = _plans(folder / "plans", data.broken)
        return _with_cases(data, folder / "flaws", rules, unseen)
    data.plans = _plans(folder / "unseen_plans", data.broken)
    data.others = _plans(folder / "plans", [])  # what is broken there is told by the other set
    for name in data.plans.keys() & data.others.keys():
        data.broken.append(f"unseen_plans/{name}.toml: a plan of this name is in plans/ as well")
        del data.others[name]
    return _with_cases(data, folder / "unseen", rules, unseen)


def _plans(folder: Path, broken: list[str]) -> dict[str, Plan]:
    """The plans of a folder by name; for each that cannot be read a line is added to ``broken``."""
    plans = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            plans[path.stem] = form.load(path.read_bytes(), path.name).plan
        except Refusal as refusal:
            broken.append(str(refusal))
    return plans


def _with_cases(data: Data, folder: Path, rules: tuple[str, ...], unseen: bool) -> Data:
    """``data`` with the cases of a folder of flaws."""
    plans = data.others | data.plans
    for path in sorted(folder.glob("*.toml")):
        if rules and path.stem not in rules:
            continue
        named = f"{'unseen/' if unseen else ''}{path.name}"
        try:
            tables = _tables(path)
        except Refusal as refusal:
            data.broken.append(str(refusal))
            continue
        for number, table in enumerate(tables, 1):
            try:
                data.cases.append(replace(_case(path.stem, number, table, plans), unseen=unseen))
            except Refusal as refusal:
                data.broken.append(f"{named}, case {number}: {one_line(str(refusal))}")
    return data


def _tables(path: Path) -> list[Any]:
    if not _RULE.fullmatch(path.stem):
        raise Refusal(f"{path.name}: the file's name must be a rule, such as NI01.toml")
    tree = toml.parse(path.read_bytes(), path.name)
    tables = tree.get("case")
    if not isinstance(tables, list) or tree.keys() != {"case"}:
        raise Refusal(f"{path.name}: a list of [[case]] tables is expected, and nothing else")
    return tables


def _case(rule: str, number: int, table: Any, plans: Mapping[str, Plan]) -> Case:
    """The case, proved to fit its plan; raises :class:`Refusal` where it does not."""
    if not isinstance(table, dict):
        raise Refusal("a table is expected")
    for key in table:
        if key not in _KEYS:
            raise Refusal(f"{key!r} is unknown", f"expected {', '.join(_KEYS)}")
    kind, plan, where = (table.get(key) for key in ("kind", "plan", "field"))
    if kind not in KINDS:
        raise Refusal(f"the kind {kind!r} is unknown", f"expected {', '.join(KINDS)}")
    if not isinstance(plan, str) or plan not in plans:
        raise Refusal(f"there is no plan {plan!r} in plans/")
    fields = where if isinstance(where, list) else [where]
    if not fields or not all(isinstance(each, str) for each in fields):
        raise Refusal("'field' must be a field path, or a list of field paths")
    for key in ("set", "fix"):
        if not isinstance(table.get(key, {}), dict):
            raise Refusal(f"'{key}' must be a table of answers by field path")
    clean, fix = plans[plan], table.get("fix", {})
    case = Case(rule, number, kind, plan, tuple(fields), table.get("set", {}), fix)
    if not case.set:
        raise Refusal("'set' is expected: the answers that make the flaw")
    if case.flaw and not fix:
        raise Refusal("'fix' is expected: the answers of somebody who did as the finding says")
    flawed = case.flawed(clean)
    if all(getattr(flawed, part) == getattr(clean, part) for part in (*STEP_KEYS, "drafts")):
        raise Refusal("'set' changes nothing: the plan has these answers already")
    for each in fields:
        _asked(each, flawed)
    if case.flaw:
        case.fixed(flawed)
    return case


def _asked(path: str, plan: Plan) -> None:
    """Raises :class:`Refusal` where no remark could ever stand at ``path``."""
    place = flow.place(path)
    plan.get(path)
    if place.part.depth > plan.level or place.field not in flow.asked(place.card, plan):
        raise Refusal(f"'field': {path} is not asked in this plan (its depth is {plan.depth})")


def changed(plan: Plan, given: Mapping[str, Any], kept: bool = False) -> Plan:
    """A copy of ``plan`` with other answers; raises :class:`Refusal` for what nobody could type.

    Whole lists are put in first, so that their rows can be named by the other paths. What can be
    typed but not be read as an answer is refused, too, unless it is to be ``kept`` as a draft.
    """
    touched = {path.partition(".")[0] for path in given} & set(STEP_KEYS)
    update = {step: getattr(plan, step).model_copy(deep=True) for step in touched}
    drafts = {path: text for path, text in plan.drafts.items() if path not in given}
    copy = plan.model_copy(update={**update, "drafts": drafts})
    for path in sorted(given, key=lambda path: path.count(".") > 1):
        try:
            _put(copy, path, given[path])
        except Refusal:
            if not kept or not isinstance(given[path], str):
                raise
            copy.drafts[path] = given[path]
            copy.put(path, None)
    for path, value in given.items():
        _check_picks(copy, path, value)
    return copy


def _put(plan: Plan, path: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _put(plan, f"{path}.{key}", inner)
        return
    place = flow.place(path)
    if place.part.kind is Kind.RECORDS and path.count(".") == 1:
        _put_rows(plan, path, value)
        return
    if place.field.kind is Kind.GRID:
        grids.named(place.field, plan, *path.split(".")[-2:])
    try:
        answer = _answer(place.part, value, plan.start.currency)
    except answers.BadAnswer as bad:
        raise Refusal(f"{path}: {bad}") from None
    if answer is None and place.worded[0] == Kind.CLAIM and place.part.options:
        answer = place.part.options[0]  # a claim is never without a status
    plan.put(path, answer)


def _put_rows(plan: Plan, path: str, rows: Any) -> None:
    """Put a whole list in; a row without an id is called ``row-`` and its position from 1."""
    kind = record_type(path)
    if kind is None or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Refusal(f"{path}: a list of tables is expected, one a row")
    keys = [row.get("id", f"row-{number}") for number, row in enumerate(rows, 1)]
    wrong = [key for key in keys if not isinstance(key, str) or not _ID.fullmatch(key)]
    if wrong or len(set(keys)) < len(keys):
        raise Refusal(f"{path}: each row needs an id of its own, such as k1a2b3")
    plan.put(path, [kind(id=key) for key in keys])
    for key, row in zip(keys, rows, strict=True):
        _put(plan, f"{path}.{key}", {part: value for part, value in row.items() if part != "id"})


_ID = re.compile(r"[a-z][a-z0-9-]*")


def _answer(part: Field, value: Any, currency: str) -> Any:
    """The answer that ``value`` gives to ``part``; raises ``BadAnswer`` where it gives none."""
    if isinstance(value, str):
        return answers.parse(part, value, currency)
    if part.kind is Kind.NUMBER and type(value) in (int, float):
        return answers.parse(part, answers.show(value))
    if part.kind is Kind.DATE and type(value) is dt.date:
        return value
    if part.kind is Kind.CHOICE and isinstance(value, list):
        return answers.parse(part, ", ".join(map(str, value)))
    raise answers.BadAnswer(f"{_EXPECTED[part.kind]} is expected, not {one_line(repr(value), 40)}")


_EXPECTED = {
    Kind.TEXT: "text in quotes",
    Kind.NUMBER: "a number",
    Kind.DATE: "a day such as 2027-01-31",
    Kind.CHOICE: "one of the options in quotes",
    Kind.CLAIM: "a table",
    Kind.RANGE: "a table",
    Kind.RECORDS: "a list of tables",
    Kind.STATEMENT: "a table",
    Kind.GRID: "a table",
}


def _check_picks(plan: Plan, path: str, value: Any) -> None:
    """Raises :class:`Refusal` where a row is chosen that is not there."""
    if isinstance(value, list) and any(isinstance(row, dict) for row in value):
        for number, row in enumerate(value, 1):
            _check_picks(plan, f"{path}.{row.get('id', f'row-{number}')}", row)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "id":
                _check_picks(plan, f"{path}.{key}", inner)
    elif value and (pick := flow.place(path).part.pick):
        known = [row.id for row in plan.get(pick)]
        for key in value if isinstance(value, list) else [clean_text(str(value))]:
            if key not in known:
                raise Refusal(f"{path}: {pick} has no row {key!r}", f"it has {', '.join(known)}")


def told(given: Mapping[str, Any]) -> Iterator[str]:
    """Answers by path as ``path: answer`` lines, rows and parts apart."""
    for path, value in given.items():
        if isinstance(value, dict):
            yield from told({f"{path}.{key}": inner for key, inner in value.items()})
        elif isinstance(value, list) and any(isinstance(row, dict) for row in value):
            for number, row in enumerate(value, 1):
                yield from told({f"{path}.{row.get('id', number)}.{k}": v for k, v in row.items()
                                 if k != "id"})  # fmt: skip
        else:
            yield f"{path}: {one_line(answers.show(value), 200) or 'empty'}"
