"""The two looks of the program."""

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#8fb8de",
    secondary="#8fc1a9",
    accent="#e6b566",
    warning="#e0a458",
    error="#ef7d7d",
    success="#8fc18f",
    foreground="#e4e2dc",
    background="#15171c",
    surface="#1d2026",
    panel="#23272f",
    dark=True,
    variables={"muted": "#8d939e", "line": "#31363f"},
)

LIGHT = Theme(
    name="coach-light",
    primary="#1f5a8c",
    secondary="#2c6e57",
    accent="#9a5a00",
    warning="#8a5300",
    error="#a8261f",
    success="#2f6b2f",
    foreground="#23211d",
    background="#fbf9f4",
    surface="#f1ede4",
    panel="#e6e0d4",
    dark=False,
    variables={"muted": "#6d675c", "line": "#d2cabb"},
)
