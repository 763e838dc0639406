"""What was measured, as tables in Markdown, as a list of misses, as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases import FLAWS, NEAR_MISS, Data, told
from detect import Remark
from measure import TARGETS, Measured, Outcome, by_rule, enough, figures, lead, ratio, share

from coach.export.escape import inline
from coach.refusal import Refusal
from coach.text import one_line

COACH, UNSEEN = "coach", "unseen"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
"""Between these lines of the document stands what ``--write`` puts there."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured. ``measured`` has the coach first, then the plain ways, by name.

    ``rules`` are those that exist; ``speed`` is plans a second, None where it was not measured.
    ``unseen`` is the same for the unseen flaws, of the coach alone; None where they were left out.
    """

    data: Data
    rules: Sequence[str]
    measured: Mapping[str, Measured]
    speed: float | None = None
    unseen: "Report | None" = None

    @property
    def broken(self) -> list[str]:
        """What could not be read, of both sets; a plan that both use is told once."""
        more = self.unseen.data.broken if self.unseen else []
        return list(dict.fromkeys([*self.data.broken, *more]))

    @property
    def ours(self) -> Measured:
        """What the coach did."""
        return self.measured[COACH]

    def figures(self) -> dict[str, dict[str, float | None]]:
        """By detector, the figures by the keys of :data:`measure.TARGETS`."""
        found = {name: figures(each) for name, each in self.measured.items()}
        plain = [each.recall() for name, each in self.measured.items() if name != COACH]
        found[COACH]["plans"] = len(self.data.plans)
        found[COACH]["enough"] = share(
            enough([case for case in self.data.cases if case.rule == rule]) for rule in self.rules
        )
        found[COACH]["beats"] = lead(self.ours.recall(), plain)
        found[COACH]["speed"] = self.speed
        return found

    def verdicts(self) -> dict[str, str]:
        """By line, how the coach meets its target; lines without a target are left out."""
        ours = self.figures()[COACH]
        return {
            key: verdict
            for key, target in TARGETS.items()
            if (verdict := target.verdict(ours.get(key)))
        }

    @property
    def unmeasured(self) -> list[str]:
        """The rules without a single planted flaw."""
        planted = {each.rule for each in self.data.cases if each.flaw}
        return [rule for rule in self.rules if rule not in planted]

    @property
    def missed(self) -> bool:
        """True where a target is missed or a part of the data is broken.

        The targets are not asked of the unseen flaws: those only tell how far to trust the others.
        """
        return "MISSED" in self.verdicts().values() or bool(self.broken)


def summary(report: Report) -> str:
    """How much was measured, in one sentence, and what was not."""
    text = _measured(report)
    if report.unmeasured:
        text += f" Without a flaw: {', '.join(report.unmeasured)}."
    if report.unseen:
        new = len(report.unseen.data.plans)
        text += f" {UNSEEN.capitalize()}: {_measured(report.unseen)[:-1]}, {new} of them new."
    return text


def _measured(report: Report) -> str:
    flaws = sum(each.flaw for each in report.data.cases)
    near = len(report.data.cases) - flaws
    planted = len(report.rules) - len(report.unmeasured)
    text = f"{flaws} planted flaws and {near} near misses for {planted} of {len(report.rules)} "
    return text + f"rules, in {len(report.data.plans | report.data.others)} clean plans."


def main_table(report: Report) -> str:
    """The measures, one a line: the coach, its target and verdict, then the plain ways.

    What the coach does with the unseen flaws stands beside what it does with the others.
    """
    found, verdicts = report.figures(), report.verdicts()
    others = [name for name in found if name != COACH]
    new = report.unseen.figures()[COACH] if report.unseen else {}
    new.pop("enough", None)  # asked of the set that is worked with
    lines = [
        (
            target.what,
            target.show(found[COACH].get(key)),
            *([target.show(new.get(key))] if report.unseen else []),
            target.goal,
            verdicts.get(key, ""),
            *(target.show(found[name].get(key)) for name in others),
        )
        for key, target in TARGETS.items()
    ]
    columns = [UNSEEN] if report.unseen else []
    head = ("what", COACH, *columns, "target", "verdict", *others)
    return table(head, lines, f"-r{'r' * len(columns)}r-{'r' * len(others)}")


def rule_table(report: Report) -> str:
    """By rule, what the coach found of each kind of flaw, and the near misses it left alone."""
    kinds = ("all", *FLAWS, NEAR_MISS)
    planted = [rule for rule in report.rules if rule not in report.unmeasured]
    head = ["rule", *(kind.replace("_", " ") for kind in kinds)]
    new: dict[str, dict[str, list[int]]] = {}
    if report.unseen:
        new = dict(by_rule(report.unseen.ours, report.rules))
        planted = [rule for rule in report.rules if rule in planted or any(new[rule]["all"])]
        head += [UNSEEN, f"{UNSEEN} near miss"]
    lines = []
    for rule, counts in by_rule(report.ours, planted):
        cells = [counts[kind] for kind in kinds]
        cells += [new[rule][kind] for kind in ("all", NEAR_MISS) if rule in new]
        lines.append((rule, *(f"{right}/{all_}" if all_ else "–" for right, all_ in cells)))
    return table(head, lines, "-" + "r" * (len(head) - 1))


def table(head: Sequence[str], lines: Iterable[Sequence[str]], sides: str) -> str:
    """Lines as a Markdown table; ``sides`` has an ``r`` for each column that stands right."""
    rule = ["---:" if side == "r" else "---" for side in sides]
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, rule, *lines))


def misses(measured: Measured) -> Iterator[tuple[str, str, list[str]]]:
    """Everything that went wrong: a heading, what it is about, and its lines, text literal."""
    for each in measured.outcomes:
        case = each.case
        title = f"{case.name} ({case.kind.replace('_', ' ')}, {case.plan})"
        if not case.flaw:
            if each.found:
                yield "A near miss taken for a flaw", title, [*told(case.set), *_said(each.hits)]
        elif not each.found:
            near = [other for other in each.also if _near(other, each)]
            expected = f"expected at {' or '.join(case.fields)}"
            yield "A flaw not found", title, [*told(case.set), expected, *_said(near)]
        else:
            if not each.placed:
                expected = f"expected at {' or '.join(case.fields)}"
                yield "Told at another place", title, [expected, *_said(each.hits)]
            if not each.mended:
                rest = _said((*each.left, *each.raised))
                yield "Not settled by the fix", title, [*told(case.fix), *rest]
    for name, remark in measured.unwanted:
        yield "Not wanted on a clean plan", name, list(_said([remark]))


def _near(remark: Remark, outcome: Outcome) -> bool:
    """True where a remark of another rule stands in one of the answers that were changed."""
    return any(f"{remark.field}.".startswith(f"{path}.") for path in outcome.case.set)


def _said(remarks: Iterable[Remark]) -> Iterator[str]:
    for each in remarks:
        yield f"{each.rule or 'said'} at {each.field}: {one_line(each.text, 240)}"


def misses_text(report: Report) -> str:
    """The misses for a terminal; those of the unseen flaws stay unseen."""
    return "\n".join(
        f"{what}: {title}\n" + "\n".join(f"    {line}" for line in lines)
        for what, title, lines in misses(report.ours)
    )


def document(report: Report) -> str:
    """What stands between the marks of the document: both tables, and every miss."""
    parts = [summary(report), main_table(report), "### By rule", rule_table(report)]
    parts += ["### Every miss", *_listed(report.ours)]
    if report.unseen:
        parts += ["### Every miss among the unseen", *_listed(report.unseen.ours)]
    return "\n\n".join(parts)


def _listed(measured: Measured) -> list[str]:
    """Every miss as a list, one a kind of miss."""
    listed: dict[str, list[str]] = {}
    for what, title, lines in misses(measured):
        text = "; ".join(inline(line) for line in lines)
        listed.setdefault(what, []).append(f"- {inline(title)}: {text}")
    return [f"{what}:\n\n" + "\n".join(lines) for what, lines in listed.items()] or ["None."]


def written(text: str, report: Report) -> str:
    """The document's ``text`` with what stands between its marks made anew.

    Raises :class:`Refusal` for a text without the marks.
    """
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise Refusal(f"the lines {BEGIN} and {END} are expected in the document")
    return f"{head}{BEGIN}\n\n{document(report)}\n\n{END}{tail}"


def as_json(report: Report) -> dict[str, Any]:
    """Everything, for scripts. Shares are from 0 to 1; None is what was not measured."""
    verdicts = report.verdicts()
    return {
        "plans": len(report.data.plans),
        "cases": len(report.data.cases),
        "broken": report.broken,
        "unmeasured": report.unmeasured,
        "targets": {
            key: {"goal": TARGETS[key].goal, "verdict": verdict}
            for key, verdict in verdicts.items()
        },
        **_as_json(report),
        "unseen": report.unseen
        and {
            "plans": len(report.unseen.data.plans),
            "cases": len(report.unseen.data.cases),
            **_as_json(report.unseen),
        },
    }


def _as_json(report: Report) -> dict[str, Any]:
    """What is told of either set."""
    return {
        "figures": report.figures(),
        "rules": {
            rule: {
                kind: {"right": right, "of": all_, "share": ratio(right, all_)}
                for kind, (right, all_) in counts.items()
            }
            for rule, counts in by_rule(report.ours, report.rules)
        },
        "misses": [
            {"what": what, "case": title, "lines": lines}
            for what, title, lines in misses(report.ours)
        ],
    }
