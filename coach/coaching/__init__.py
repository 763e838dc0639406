"""The coach: rules, findings, and the engine that runs the one to get the other."""
