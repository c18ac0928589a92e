"""Words with what changed in them marked, in rows: new ones `[+ so]`, those that are gone `[− so]`, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.clerk.widgets.pane import Row, Run
from boardtui.clerk.widgets.rows import Rows
from boardtui.model.text import literal
from boardtui.rules.differences import Change, Piece, signed

_STYLES = {Change.NEW: "accent", Change.GONE: "muted"}


def marked_rows(
    pieces: Iterable[Piece], width: int, style: str = "plain", *, first: str = "", rest: str = ""
) -> list[Row]:
    """The pieces as rows of at most width cells. style: of what was kept; first, rest: before the first row and the others."""
    plain = (Piece(literal(piece.text), piece.change) for piece in pieces)
    runs = [Run(piece.text, _STYLES.get(piece.change, style)) for piece in signed(plain)]
    text = "".join(run.text for run in runs)
    room = max(8, width - max(len(first), len(rest)))
    spans = Rows(text, room).spans
    return [
        Row((Run(rest if i else first, style), *_between(runs, start, end))) for i, (start, end) in enumerate(spans)
    ]


def _between(runs: list[Run], start: int, end: int) -> list[Run]:
    """What of the runs stands between two places of the whole text, without the space at its end."""
    found: list[Run] = []
    at = 0
    for run in runs:
        words = run.text[max(0, start - at) : max(0, end - at)]
        if words:
            found.append(Run(words, run.style))
        at += len(run.text)
    if found:
        found[-1] = Run(found[-1].text.rstrip(), found[-1].style)
    return found
