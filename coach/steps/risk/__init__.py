"""Risk: what can go wrong, what it would cost, and when to stop."""
