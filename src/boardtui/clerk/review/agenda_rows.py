"""The agenda as it will be, in rows, each of them what is placed somewhere in the reading. Widths in cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardtui.agendas.parts import FRONT_SHEET, SILENT, Part, Placed
from boardtui.agendas.reading import DOUBTED
from boardtui.agendas.revising import said
from boardtui.clerk.review.lines import ASIDE, DOUBT, LEFTOVER
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped

IDLE, SURE = "✗", " "
_INDENT = 3
_LABEL_WIDTH = 11
_BARE = frozenset((Part.ITEM, Part.SUBITEM, Part.SECTION, Part.NIL))
"""What needs no name before it: it shows."""


def agenda_rows(
    placed: Sequence[Placed], shown: Sequence[int], idle: Mapping[int, str], at: int, width: int, *, led: bool
) -> tuple[list[Row], int]:
    """What goes into the agenda, and what is marked, if it doesn't. shown: the places of what does; idle: why some of it adds

    nothing, by its place; at: the place that is marked; led: do the keys go here?

    Returns the rows, and the last one of what is marked, or of what stands before it.
    """
    rows: list[Row] = []
    focus = depth = 0
    marked = {at} if at < len(placed) else set()
    for place in sorted(marked.union(shown)):
        one = placed[place]
        if one.part in SILENT:
            rows += _silent(one, place, width, led=led)
            focus = len(rows) - 1
            continue
        depth = _depth(one, depth)
        style = ("here" if led else "selected") if place == at else ""
        rows += _rows(one, place, depth, idle.get(place, ""), style, width)
        if place <= at:
            focus = len(rows) - 1
    return rows or [row("Nothing of it is in the agenda yet.", "muted")], focus


def _depth(one: Placed, before: int) -> int:
    """How deep it stands: what belongs to an item as deep as that."""
    if one.part in (Part.SECTION, Part.ITEM, Part.NIL) or one.part in FRONT_SHEET:
        return 0
    return one.level if one.part is Part.SUBITEM else before


def _rows(one: Placed, place: int, depth: int, why_idle: str, style: str, width: int) -> list[Row]:
    mark = IDLE if why_idle else DOUBT if one.doubt or one.sure < DOUBTED else SURE
    arrow = "▶" if style else " "
    text = f"{_words(one)} ({why_idle})" if why_idle else _words(one)
    if one.part in FRONT_SHEET:
        first = f"{one.part.value:<{_LABEL_WIDTH}} "
    else:
        first = " " * _INDENT * (depth + (one.part not in _BARE) + (one.part is Part.CLAUSE))
    gutter = Run(f"{arrow}{mark} ", style or ("accent" if mark != SURE else "plain"))
    return wrapped(
        text, width, style or _style(one, mark), first=first, rest=" " * len(first), gutter=gutter, key=place
    )


def _silent(one: Placed, place: int, width: int, *, led: bool) -> list[Row]:
    """What is marked and in no part of the agenda, where it would stand."""
    style = "here" if led else "selected"
    gutter = Run(f"▶{LEFTOVER if one.part is Part.LEFT else ASIDE} ", style)
    return wrapped(f"{one.text} ({one.part})", width, style, rest="  ", gutter=gutter, key=place)


def _words(one: Placed) -> str:
    if one.part is Part.SECTION:
        return f"{'#' * one.level} {one.text}"
    if one.part in (Part.ITEM, Part.SUBITEM):
        return said(one) if one.number is not None else f"*. {one.text}".strip()
    if one.part in FRONT_SHEET or one.part is Part.NIL:
        return one.text
    return f"{one.part}: {said(one)}"


def _style(one: Placed, mark: str) -> str:
    if mark != SURE:
        return "accent" if mark == DOUBT else "muted"
    return "strong" if one.part in (Part.SECTION, Part.ITEM) else "plain"
