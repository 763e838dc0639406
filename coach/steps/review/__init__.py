"""The review: what to find out next, and when to look again."""
