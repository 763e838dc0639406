"""The command line: thin commands over the session, the exports and the library."""
