"""Saying that an answer still holds after something below it has changed."""

from typing import TYPE_CHECKING

from coach import flow
from coach.depends import needs_look, question_of
from coach.refusal import Refusal
from coach.session import Session

if TYPE_CHECKING:
    from coach.tui.app import CoachApp


def still_holds(app: "CoachApp", session: Session, path: str) -> bool:
    """Hold the answer at ``path`` to fit what it rests on; True where it was worth another look.

    What came of it is said in passing.
    """
    question = question_of(path)
    if question not in {look.path for look in needs_look(session.plan)}:
        app.say("Nothing that this answer rests on has changed.")
        return False
    try:
        session.confirm(question)
    except Refusal as refusal:
        app.say(str(refusal), "warning")
        return False
    app.touched()
    label = session.pack.wording(*flow.place(question).worded).label
    app.say(f"“{label}” still holds.")
    return True
