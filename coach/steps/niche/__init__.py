"""The niche: candidates, the chosen one, its size and its parts."""
