"""One layout a change instead of two.

After each layout Textual tells every widget how large its contents are, and a new size asks for
another layout of the whole screen: for scrollbars that may have to come or go. Those ask by
themselves when they do, so the second layout finds nothing to do and costs as much as the first.
"""

from textual.widget import Widget


def lay_out_once() -> None:
    """Let the size of a widget's contents ask for no layout."""
    Widget.virtual_size._layout = False  # a flag of the reactive itself
