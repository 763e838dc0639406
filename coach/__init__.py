"""A strategy coach for founders, in the terminal. See ``coach/flow.py`` for the whole walk."""

__version__ = "0.1.0"
