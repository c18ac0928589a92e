"""A pane of rows, drawn line by line: the one way lists and minutes are shown. Text in it is literal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override

from boardtui.clerk.widgets.rows import Rows, crop
from boardtui.model.text import literal

STYLES = ("plain", "strong", "muted", "good", "warning", "bad", "accent", "prepared", "selected", "here")

SHOWN_BEFORE = 2048
"""How many texts are not wrapped anew: at each act most of a minute is as it was."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one style, one of STYLES. Whatever it is made of, its text is literal: no widget need see to that."""

    text: str
    style: str = "plain"

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", literal(self.text))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a pane. right: a run set at the right edge; key: what a click on the row is about, None for nothing."""

    runs: tuple[Run, ...] = ()
    right: Run | None = None
    key: str | int | None = None


def row(text: str, style: str = "plain", *, right: str = "", key: str | int | None = None) -> Row:
    """A row of one run."""
    return Row((Run(text, style),), Run(right, "muted") if right else None, key)


def wrapped(
    text: str,
    width: int,
    style: str = "plain",
    *,
    first: str = "",
    rest: str = "",
    gutter: Run | None = None,
    key: str | int | None = None,
) -> list[Row]:
    """A text as rows of at most width cells. first, rest: what stands before the first row and the others;

    gutter: a mark of its own style before each of them.
    """
    return list(_wrapped(text, width, style, first, rest, gutter, key))


@lru_cache(SHOWN_BEFORE)
def _wrapped(
    text: str, width: int, style: str, first: str, rest: str, gutter: Run | None, key: str | int | None
) -> tuple[Row, ...]:
    margin = (gutter,) if gutter else ()
    room = max(8, width - max(cell_len(first), cell_len(rest)) - (cell_len(gutter.text) if gutter else 0))
    text = literal(text)
    spans = Rows(text, room).spans
    lines = [text[start:end].rstrip() for start, end in spans] or [""]
    return tuple(Row((*margin, Run((rest if i else first) + line, style)), key=key) for i, line in enumerate(lines))


class Pane(Widget, can_focus=False):
    """Shows rows, scrolled to the end, to a row, or by the wheel. picked: called with the key of a row that is clicked."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"pane--{style}" for style in STYLES}
    DEFAULT_CSS = """
    Pane { background: $surface; color: $foreground; height: 1fr; }
    Pane .pane--plain { color: $foreground; }
    Pane .pane--strong { color: $foreground; text-style: bold; }
    Pane .pane--muted { color: $text-muted; }
    Pane .pane--good { color: $text-success; }
    Pane .pane--warning { color: $text-warning; text-style: bold; }
    Pane .pane--bad { color: $text-error; text-style: bold; }
    Pane .pane--accent { color: $text-accent; text-style: bold; }
    Pane .pane--prepared { color: $text-secondary; text-style: italic; }
    Pane .pane--selected { color: $foreground; text-style: reverse; }
    Pane .pane--here { color: $foreground; text-style: bold reverse; }
    """

    def __init__(self, *, id: str, picked: Callable[[str | int], None] | None = None) -> None:
        super().__init__(id=id)
        self._picked = picked
        self._rows: Sequence[Row] = ()
        self._top = 0
        self._follow = False
        self._at_end = False
        self._focus: int | None = None
        self._styles: dict[str, Style] = {}
        self._ground: Style | None = None

    def show(self, rows: Sequence[Row], *, focus: int | None = None, follow: bool = False) -> None:
        """Show these rows. focus: a row to keep in sight; follow: stay at the end. Only rows that changed are painted."""
        before, top = self._rows, self._top
        self._rows, self._focus, self._follow = rows, focus, follow
        self._settle()
        if self._top != top or not before:
            self.refresh()
            return
        height = self.size.height
        old, new = before[top : top + height], rows[top : top + height]
        changed = [y for y in range(height) if (old[y] if y < len(old) else None) != (new[y] if y < len(new) else None)]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown, also those out of sight."""
        return self._rows

    @property
    def _last(self) -> int:
        return max(0, len(self._rows) - self.size.height)

    def _settle(self) -> None:
        # A pane left at its end stays there when it gets smaller: it does not matter whether that or a focus comes first,
        # nor whether it was taken to its end or a focus drew it there.
        top = self._last if self._follow or self._at_end else self._top
        if self._focus is not None:
            lowest = self._focus - self.size.height + 2
            self._at_end = self._at_end or lowest >= self._last
            top = max(lowest, min(top, self._focus - 1))
        self._go(top)

    def _go(self, top: int) -> None:
        self._top = max(0, min(top, self._last))
        self._at_end = (self._follow or self._at_end) and self._top == self._last

    def on_resize(self, _event: events.Resize) -> None:
        """Keep in sight what was; the first rows may have been put here before there was any height."""
        top = self._top
        self._settle()
        if self._top != top:
            self.refresh()

    @override
    def notify_style_update(self) -> None:
        """Forget the styles: the theme changed."""
        self._styles, self._ground = {}, None
        super().notify_style_update()

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"pane--{name}")
        return self._styles[name]

    @property
    def _empty(self) -> Style:
        # Textual works it out anew each time it is asked, through all that stands behind the pane.
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    @override
    def render_line(self, y: int) -> Strip:
        """One row, cropped to the width."""
        width = self.size.width
        index = self._top + y
        ground = self._empty
        if index >= len(self._rows):
            return Strip.blank(width, ground)
        shown = self._rows[index]
        right = shown.right.text if shown.right else ""
        room = width - (cell_len(right) + 1 if right else 0)
        segments: list[Segment] = []
        used = 0
        for run in shown.runs:
            text = crop(run.text, room - used)
            used += cell_len(text)
            segments.append(Segment(text, self._style(run.style)))
        if shown.right is not None:
            segments.append(Segment(" " * (width - used - cell_len(right)), ground))
            segments.append(Segment(right, self._style(shown.right.style)))
        return Strip(segments).adjust_cell_length(width, ground)

    def on_click(self, event: events.Click) -> None:
        """Hand on what the row is about."""
        index = self._top + event.y - self.gutter.top
        key = self._rows[index].key if 0 <= index < len(self._rows) else None
        if key is not None and self._picked is not None:
            self._picked(key)

    def scroll_rows(self, by: int) -> None:
        """Scroll by so many rows, down when positive."""
        self._go(self._top + by)
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.scroll_rows(-3)


class FittingPane(Pane):
    """A pane whose rows are made for its width. resized: called when there is another one, the first included."""

    def __init__(
        self, *, id: str, resized: Callable[[], None], picked: Callable[[str | int], None] | None = None
    ) -> None:
        super().__init__(id=id, picked=picked)
        self._resized = resized

    @override
    def on_resize(self, event: events.Resize) -> None:
        """Make the rows anew."""
        super().on_resize(event)
        self._resized()
