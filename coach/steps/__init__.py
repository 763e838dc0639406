"""What the coach knows about each step of the walk: answers, questions, figures, rules."""
