"""All that the clerk should look at, in rows, by its sort. Widths in cells."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.agendas.troubles import Sort, Trouble
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.model.text import counted

_HEADINGS = {
    Sort.DOUBT: "DOUBTFUL",
    Sort.UNHEEDED: "WITHOUT EFFECT",
    Sort.LEFTOVER: "LEFT OVER",
    Sort.FLAG: "ODD OR MISSING",
}


def by_sort(troubles: Sequence[Trouble]) -> list[Trouble]:
    """In the order of the list: each sort together."""
    order = list(_HEADINGS)
    return sorted(troubles, key=lambda one: order.index(one.sort))


def trouble_rows(troubles: Sequence[Trouble], at: int, width: int) -> tuple[list[Row], int]:
    """The list. at: which of them is marked. Returns the rows, and the last one of what is marked."""
    rows: list[Row] = []
    focus = 0
    before: Sort | None = None
    for place, one in enumerate(troubles):
        if one.sort is not before:
            rows += [*([Row()] if rows else []), row(_HEADINGS[one.sort], "muted")]
            before = one.sort
        here = place == at
        style = "here" if here else "plain"
        rows += wrapped(one.sentence, width, style, first="▶ " if here else "  ", rest="  ", key=place)
        if here and one.adds is not None:
            rows += wrapped(f"Enter adds it: {one.adds}", width, "accent", first="  ", rest="  ", key=place)
        focus = len(rows) - 1 if here else focus
    return rows or [row("Nothing is doubtful, left over or missing.", "good")], focus


def count_runs(troubles: Sequence[Trouble]) -> list[Run]:
    """How many there are, for the heading."""
    doubts = sum(1 for one in troubles if one.sort in (Sort.DOUBT, Sort.UNHEEDED))
    left = sum(1 for one in troubles if one.sort is Sort.LEFTOVER)
    flags = sum(1 for one in troubles if one.sort is Sort.FLAG)
    said = [counted(doubts, "doubt")] if doubts else []
    said += [f"{left} left over"] if left else []
    said += [counted(flags, "flag")] if flags else []
    return [Run(" · " + " · ".join(said), "warning")] if said else [Run(" · nothing is doubtful", "good")]
