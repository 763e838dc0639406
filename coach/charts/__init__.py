"""Pictures of a plan's figures: described once, drawn in the terminal, as SVG, as a table.

The terminal's drawing is our own. The plotting library that was tried (plotext 6.1) takes 0.11 s
to load, needs a compiled kernel for each platform, keeps one figure for the whole process, and
writes labels over each other and curves as runs of letters that cannot be told apart without
colour.
"""
