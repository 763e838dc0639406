"""Differentiation: the one way in which the business is different, and what that costs."""
