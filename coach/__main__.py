"""``python -m coach``: the same as the ``coach`` command."""

from coach.cli.main import main

if __name__ == "__main__":
    main()
