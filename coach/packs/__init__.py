"""Content packs that ship beside the default one: folders of data, found by entry points."""
