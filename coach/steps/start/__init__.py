"""The start: the business in one line, and the market it begins from."""
