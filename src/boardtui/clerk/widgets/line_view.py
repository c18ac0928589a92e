"""A line of text on the screen: wrapped, growing, with a caret, and repainted only where it changed."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override

from boardtui.clerk.widgets.line import Line, insertable, stop_after
from boardtui.clerk.widgets.rows import Rows, crop
from boardtui.model.text import literal

MOST_ROWS = 8
_CARET_CELL = 1  # kept free at the right, so that the caret has room behind a full row
_ABOVE, _BELOW = "▴", "▾"


class _Row(NamedTuple):
    """One row as it is to be drawn. Rows that are equal look the same, and are not painted again.

    caret: index in text, -1 when it is elsewhere; start, end: what is selected; hint: dim text behind; edge: the mark
    at the right that says there is more above or below.
    """

    text: str
    caret: int
    start: int
    end: int
    hint: str = ""
    edge: str = ""


class _Look(NamedTuple):
    text: Style
    caret: Style
    selection: Style
    hint: Style


class LineView(Widget, can_focus=True):
    """Draws a `Line`, one to eight rows high; with more rows than that it scrolls to the caret.

    placeholder: shown, dim, while the line is empty and there is no ghost. After a change of `line` or `ghost`, call `show`.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--caret", "line--selection", "line--hint"}
    DEFAULT_CSS = """
    LineView {
        height: auto;
        min-height: 1;
        max-height: 50vh;
        padding: 0 1;
        background: $surface;
        color: $foreground;
        pointer: text;
    }
    LineView .line--caret { color: $foreground; background: $surface; text-style: reverse; }
    LineView .line--selection {
        color: $input-selection-foreground;
        background: $input-selection-background;
        text-style: underline;
    }
    LineView .line--hint { color: $text-disabled; text-style: italic; }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.line = Line()
        self.ghost = ""
        self.rows = Rows("", 0)
        self._placeholder = insertable(placeholder)
        self._wanted = 1  # rows asked of the layout
        self._height = 1  # rows there are
        self._top = 0  # the first row shown
        self._drawn: list[_Row] = []
        self._look: _Look | None = None

    # When to paint what

    def show(self) -> None:
        """Draw what changed since the last time; lay the screen out again only when the number of rows changed."""
        self.rows = Rows(self.line.text, self._wrap_width)
        wanted = min(len(self.rows), MOST_ROWS)
        grown = wanted != self._wanted
        if grown:
            self._wanted = self._height = wanted
        row = self.rows.row_of(self.line.caret)
        self._top = max(row - self._height + 1, min(self._top, row, len(self.rows) - self._height), 0)
        before, self._drawn = self._drawn, self._visible_rows()
        if grown:
            self.refresh(layout=True)
            self.call_after_refresh(self._fit)
        else:
            self._repaint(before)
        if self.has_focus:
            self.app.cursor_position = self._caret_cell

    def _repaint(self, before: list[_Row]) -> None:
        if len(before) != len(self._drawn):
            self.refresh()
            return
        width = self._wrap_width + _CARET_CELL
        changed = [Region(0, y, width, 1) for y, row in enumerate(self._drawn) if row != before[y]]
        if changed:
            self.refresh(*changed)

    def _fit(self) -> None:
        """Make do with the height the layout gave, which may be less than was asked."""
        height = self.content_size.height
        if height and height != self._height:
            self._height = height
            self.show()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap to the new width."""
        self._height = self.content_size.height or 1
        self.show()

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows the line takes at this width (cells), at most eight."""
        return min(len(Rows(self.line.text, width - _CARET_CELL)), MOST_ROWS)

    @override
    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the caret only where typing would go."""
        super().watch_has_focus(has_focus)
        self.show()

    @override
    def notify_style_update(self) -> None:
        """Forget the styles: the theme changed, or the app turned dark or light."""
        self._look = None
        super().notify_style_update()

    # Where things are

    @property
    def _wrap_width(self) -> int:
        return self.content_size.width - _CARET_CELL

    @property
    def _caret_cell(self) -> Offset:
        """Where on the screen the caret is; an input method opens its window there."""
        x, y, _, _ = self.content_region
        row = self.rows.row_of(self.line.caret)
        return Offset(x + self.rows.column_of(self.line.caret), y + row - self._top)

    @property
    def top_edge(self) -> int:
        """The screen row of the view's upper edge, as it will be once a pending layout is done."""
        return self.region.bottom - self._height - self.gutter.height

    def position_of(self, event: events.MouseEvent) -> int:
        """The position in the text under the mouse."""
        cell = Offset(event.x, event.y) - Offset(self.gutter.left, self.gutter.top)
        return self.rows.position_at(cell.y + self._top, max(0, cell.x))

    # How a row looks

    def _visible_rows(self) -> list[_Row]:
        if not self.line.text:
            return [_Row("", 0 if self.has_focus else -1, 0, 0, self.ghost or self._placeholder)]
        last = min(self._top + self._height, len(self.rows)) - 1
        rows = [self._row(index) for index in range(self._top, last + 1)]
        if self._top > 0:
            rows[0] = rows[0]._replace(edge=_ABOVE)
        if last < len(self.rows) - 1:
            rows[-1] = rows[-1]._replace(edge=_BELOW)
        return rows

    def _row(self, index: int) -> _Row:
        first, last = self.rows.spans[index]
        line = self.line
        start, end = (max(first, min(position, last)) - first for position in line.selection)
        here = self.rows.row_of(line.caret) == index
        caret = line.caret - first if here and self.has_focus else -1
        hint = self.ghost if caret >= 0 and line.at_end else ""
        return _Row(line.text[first:last], caret, start, end, hint)

    @override
    def render_line(self, y: int) -> Strip:
        """One row, as wide as the view."""
        look = self._look = self._look or self._find_look()
        width = self.content_size.width
        if y >= len(self._drawn):
            return Strip.blank(width, look.text)
        row = self._drawn[y]
        strip = Strip(_segments(row, look, width))
        if not row.edge or strip.cell_length >= width:
            return strip.adjust_cell_length(width, look.text)
        return Strip([*strip.adjust_cell_length(width - 1, look.text), Segment(row.edge, look.hint)], width)

    def _find_look(self) -> _Look:
        find = self.get_component_rich_style
        return _Look(self.rich_style, find("line--caret"), find("line--selection"), find("line--hint"))


def _segments(row: _Row, look: _Look, width: int) -> list[Segment]:
    """The row cut where its style changes: selected, under the caret, the hint behind."""
    text, hint = row.text, row.hint
    if row.caret == len(text):
        # Behind the text the caret stands on the first letter of the hint, or on a space of its own.
        first = stop_after(hint, 0)
        text, hint = text + (hint[:first] or " "), hint[first:]
    caret = {row.caret, stop_after(text, row.caret)} if row.caret >= 0 else set()
    cuts = sorted({0, len(text), row.start, row.end} | caret)
    # Cut first, drawn literally then: positions are those of the text as it is kept.
    segments = [Segment(literal(text[start:end]), _style_at(row, look, start)) for start, end in pairwise(cuts)]
    hint = crop(literal(hint), width - cell_len(text))
    return [*segments, Segment(hint, look.hint)] if hint else segments


def _style_at(row: _Row, look: _Look, index: int) -> Style:
    if index == row.caret:
        return look.caret
    return look.selection if row.start <= index < row.end else look.text
