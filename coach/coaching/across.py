"""Rules that compare steps: what one step says must agree with another."""

from coach.coaching.rule import Rules

rules = Rules("niche", "value", "differentiation", "risk", "review")
