"""The one way in which something is refused."""


class Refusal(Exception):
    """Bad input, told in one line: what, where, what was expected, what to do.

    Every face shows ``str(refusal)`` as it is; no traceback ever accompanies it.
    """

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(" ".join(f"{what}; {do}".split()) if do else " ".join(what.split()))
