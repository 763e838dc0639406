"""Plans on disk: safe saving, history, trash, versions of the format."""
