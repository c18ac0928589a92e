"""The list of what could be typed here, just above the composer. It never has the focus, and costs nothing while hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override

from boardtui.clerk.widgets.rows import crop
from boardtui.model.text import literal
from boardtui.notation.completion import Completion, Completions

MOST_ROWS = 8
_GAP = "  "
_MARK, _NO_MARK = "› ", "  "
_MORE_ABOVE, _MORE_BELOW, _NO_MORE = " ▴", " ▾", "  "


class Offers(Widget, can_focus=False):
    """Offers drawn by line: a mark, the label, and a few words of help, all of it literal.

    take: called with the offer that was clicked.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--label", "offers--help", "offers--highlight"}
    DEFAULT_CSS = """
    Offers {
        overlay: screen;
        display: none;
        width: auto;
        height: auto;
        background: $panel;
        color: $foreground;
    }
    Offers .offers--label { color: $foreground; }
    Offers .offers--help { color: $text-muted; }
    Offers .offers--highlight {
        color: $foreground;
        background: $panel;
        text-style: bold reverse;
    }
    """

    def __init__(self, take: Callable[[Completion], None]) -> None:
        super().__init__()
        self._take = take
        self._found = Completions()
        self._rows: list[tuple[str, str]] = []
        self._room = 0  # the width the offers were laid out for
        self._width = 0  # the width they need
        self._place = Region()
        self._top = 0
        self.highlighted: int | None = None

    # What is offered

    @property
    def found(self) -> Completions:
        """The offers shown now, and the span of text they would replace; empty when the list is hidden."""
        return self._found

    @property
    def chosen(self) -> Completion | None:
        """The offer that the clerk has moved to; None as long as none was."""
        return None if self.highlighted is None else self._found.items[self.highlighted]

    def show(self, found: Completions, left: int, bottom: int, width: int) -> None:
        """Show these offers, the first row nearest the top, none highlighted yet.

        left, bottom: the screen cell where the list starts and the row below its last; width: the most it may take.
        """
        height = min(len(found.items), MOST_ROWS, bottom)
        if height <= 0:
            self.hide()
            return
        if found != self._found:
            self._found = found
            self._top, self.highlighted, self._room = 0, None, 0
        if width != self._room:
            self._lay_out(width)
        self._put(Region(left, bottom - height, self._width, height))

    def hide(self) -> None:
        """Take the list off the screen."""
        if not self._found:
            return
        self._found = Completions()
        self._rows, self.highlighted = [], None
        self.display = False

    def move(self, step: int) -> None:
        """Highlight the next offer (1) or the one before (-1), going round at the ends."""
        count = len(self._found.items)
        if self.highlighted is None:
            self.highlighted = 0 if step > 0 else count - 1
        else:
            self.highlighted = (self.highlighted + step) % count
        self._top = max(self.highlighted - self._place.height + 1, min(self._top, self.highlighted))
        self.refresh()

    # How it is drawn

    def _lay_out(self, width: int) -> None:
        texts = [(literal(item.label), literal(item.help)) for item in self._found.items]
        self._room = width
        frame = len(_MARK) + len(_GAP) + len(_NO_MORE)
        room = max(1, width - frame)
        labels = min(room, max(cell_len(label) for label, _ in texts))
        helps = min(room - labels, max(cell_len(text) for _, text in texts))
        self._rows = [
            (set_cell_size(crop(label, labels), labels) + _GAP, set_cell_size(crop(text, helps), helps))
            for label, text in texts
        ]
        self._width = frame + labels + helps

    def _put(self, place: Region) -> None:
        if self.display and place == self._place:
            self.refresh()
            return
        self._place = place
        self.absolute_offset = Offset(place.x, place.y)
        self.display = True
        self.refresh(layout=True)

    @override
    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Cells needed for the widest offer."""
        return self._place.width

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows needed, at most eight."""
        return self._place.height

    @override
    def render_line(self, y: int) -> Strip:
        """One offer, padded to the width of the list."""
        index = self._top + y
        if index >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        label, text = self._rows[index]
        here = index == self.highlighted
        names = ("offers--highlight",) * 2 if here else ("offers--label", "offers--help")
        label_style, help_style = (self.get_component_rich_style(name) for name in names)
        segments = [
            Segment((_MARK if here else _NO_MARK) + label, label_style),
            Segment(text + self._more(y), help_style),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, help_style)

    def _more(self, y: int) -> str:
        if y == 0 and self._top > 0:
            return _MORE_ABOVE
        last = y == self._place.height - 1
        return _MORE_BELOW if last and self._top + y < len(self._rows) - 1 else _NO_MORE

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Take the offer that was clicked."""
        event.stop()
        index = self._top + event.y
        if index < len(self._found.items):
            self._take(self._found.items[index])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the highlight."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the highlight."""
        event.stop()
        self.move(-1)
