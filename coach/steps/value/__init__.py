"""The value proposition: what the niche gets, and why that beats what it has today."""
