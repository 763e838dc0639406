"""What stands on evidence comes after the findings, in the full plan only, as it stands."""

from coach.coaching.strength import Strength
from coach.export.documents import build, render

STRENGTH = Strength(
    rule="ST03",
    step="value",
    field="value.promise",
    quote="Back in 15 minutes",
    message="“Back in *15* minutes” <b>: seen in 22 cases (pilot log).",
    why="Because.",
    keep="Go on.",
)


def markdown(form, plan, pack, today, strengths):
    return render(build(form, plan, pack, (), today, strengths), "markdown")


def test_it_stands_under_a_heading_of_its_own(dental, shipped, today):
    text = markdown("plan", dental, shipped, today, [STRENGTH])
    _, _, after = text.partition("## What stands on evidence")
    assert "seen in 22 cases (pilot log)." in after
    assert "What the coach says" not in text


def test_the_words_are_text_and_no_markup(dental, shipped, today):
    text = markdown("plan", dental, shipped, today, [STRENGTH])
    assert "\\<b>" in text
    assert "in \\*15\\*" in text


def test_other_forms_have_no_room_and_without_strengths_there_is_no_heading(dental, shipped, today):
    assert "What stands" not in markdown("brief", dental, shipped, today, [STRENGTH])
    assert "What stands" not in markdown("plan", dental, shipped, today, [])
