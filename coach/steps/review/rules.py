"""What the coach flags in this step."""

from coach.coaching.rule import Rules

rules = Rules("review")
