"""Text made literal in Markdown, and left alone where it already is.

Ordinary prose passes unchanged. A backslash goes before a character only where CommonMark,
or one of the common extensions (tables, strike-through, bare links), would take it for
structure. The text given must be a whole line: what stands beside a character decides. It
may hold :data:`OPEN` and :data:`CLOSE`, which no cleaned text does, around strong words.
"""

import re

OPEN, CLOSE = "\x01", "\x02"

_PUNCTUATION = r"!-/:-@\[-`{-~"
_INLINE = re.compile(
    rf"""
    \\(?=[{_PUNCTUATION}{OPEN}{CLOSE}]|$)       # a backslash that would hide or break something
    | [`\[\]]                                  # code, links
    | (?<!\s)\*+|\*+(?!\s)                     # emphasis; a star between spaces is a star
    | (?<![^\W_])_+|_+(?![^\W_])               # emphasis; snake_case is not
    | <(?=[A-Za-z/!?])                         # a tag
    | &(?=\#?[A-Za-z0-9]+;)                    # an entity
    | (?<!\s)~+|~~+|~(?!\d)                    # strike-through; ~50 is about fifty
    | (?<=[A-Za-z]):(?=//)                     # https://
    | (?<=\bwww)\.                             # www.
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIRST = re.compile(
    r"""
    (?:[#>]                                   # heading, quotation
    | [-+*](?=\s|$)                            # list
    | \d{1,9}(?=[.)](?:\s|$))                  # numbered list
    | [-=_*](?=[-=_*\s]*$)                     # rule, underline of a heading
    | [-:|](?=[-:|\s]*$))                      # second row of a table, which makes it one
    """,
    re.VERBOSE,
)


def inline(line: str) -> str:
    """``line`` with every character literal that would be more than itself inside a line."""
    return _INLINE.sub(lambda found: "".join("\\" + sign for sign in found[0]), line)


def first(line: str) -> str:
    """An escaped ``line`` whose beginning opens no block: no heading, list, rule or table."""
    line = line.lstrip(" \t")
    found = _FIRST.match(line)
    if not found:
        return line
    if found[0][0].isdigit():
        return f"{found[0]}\\{line[found.end() :]}"
    return "\\" + line


def cell(line: str) -> str:
    """An escaped ``line`` that stays inside one cell of a table."""
    return line.replace("|", "\\|")
