"""The screen: draws a session and holds no truth of its own."""
