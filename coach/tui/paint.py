"""Paint only what has changed and can be seen.

Textual paints the smallest rectangle around all that changed, with every widget that has a part
in it, the ones behind others included. A key in one field and a word in the heading are thus a
paint of the whole screen. Here a widget is asked only for lines of which something is both to be
painted and not covered by a widget in front of it.

It reaches into private names of Textual 8; ``tests/tui/test_paint.py`` holds it against
Textual's own painting.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from textual import screen
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

Span = tuple[int, int, int]
"""A part of a line that is to be painted: its row, its first column, the column after its last."""


class Ground(Screen[None]):
    """The screen under all others. It shows nothing, so nothing of it is painted under them.

    Textual paints what is in front anew each time the screen behind it is laid out.
    """

    @property
    def is_current(self) -> bool:
        """True while no other screen lies on it."""
        return self.app.screen_stack[-1:] == [self]


def paint_what_shows() -> None:
    """Let all screens paint sparingly.

    A screen is also painted whole each time the focus moves, although the two fields that are
    concerned paint themselves.
    """
    setattr(screen, "Compositor", SparingCompositor)  # noqa: B010 - what a new screen makes
    Screen.focused._repaint = False  # a flag of the reactive itself


class SparingCompositor(Compositor):
    """Knows where widgets are, and asks them for the lines that are needed."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last paint; None where nothing has."""
        whole = self.size.region
        regions = [region.intersection(whole) for region in self._dirty_regions]
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(region for region in regions if region))
        if not spans:
            return None
        ends = [cuts[1:] for cuts in self.cuts]
        return ChopsUpdate(self._paint(spans), spans, ends)

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        first, last = crop.column_span
        return self._paint((y, first, last) for y in crop.line_range if is_rendered_line(y))

    def _paint(self, spans: Iterable[Span]) -> Sequence[Mapping[int, Strip]]:
        """The pieces of each line between two cuts, by where they begin, as far as in ``spans``.

        A cut is where a widget begins or ends on that line. Pieces outside of ``spans`` are None,
        as Textual has it, although its types do not say so.
        """
        cuts = self.cuts
        pieces: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        bare: list[list[int]] = [[] for _ in cuts]  # the pieces that nothing has painted so far
        for y, x1, x2 in spans:
            line = cuts[y]
            bare[y] += [at for at, end in pairwise(line) if at < x2 and end > x1]
        for widget, (region, clip) in self.visible_widgets.items():  # the foremost first
            shown = region.intersection(clip)
            first, last = shown.column_span
            rows = [
                y for y in shown.line_range if bare[y] and any(first <= at < last for at in bare[y])
            ]
            if not rows:
                continue
            top, height = rows[0], rows[-1] + 1 - rows[0]
            strips = widget.render_lines(
                Region(shown.x - region.x, top - region.y, shown.width, height)
            )
            for y in rows:
                own = [at for at in cuts[y] if first <= at <= last]
                line_pieces, wanted = pieces[y], set(bare[y])
                parts = strips[y - top].divide([at - first for at in own[1:]])
                for at, part in zip(own, parts, strict=False):
                    if at in wanted:
                        line_pieces[at] = part
                bare[y] = [at for at in bare[y] if not first <= at < last]
        return cast("Sequence[Mapping[int, Strip]]", pieces)
