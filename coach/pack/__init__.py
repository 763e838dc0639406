"""Content packs: reading and checking the Markdown that words the whole walk."""
