"""Another name for the school grade of a text, by which the bench still asks for it."""

from coach.coaching.readability import grade

__all__ = ["grade"]
