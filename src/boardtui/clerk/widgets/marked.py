"""Words with what changed in them marked, in rows: new ones `[+ so]`, those that are gone `[− so]`, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.clerk.widgets.pane import Row, Run
from boardtui.clerk.widgets.rows import Rows
from boardtui.model.text import literal
from boardtui.rules.differences import Change, Piece

_SIGNS = {Change.NEW: "[+ {}]", Change.GONE: "[− {}]"}
_STYLES = {Change.NEW: "accent", Change.GONE: "muted"}


def marked_rows(
    pieces: Iterable[Piece], width: int, style: str = "plain", *, first: str = "", rest: str = ""
) -> list[Row]:
    """The pieces as rows of at most width cells. style: of what was kept; first, rest: before the first row and the others."""
    runs = _apart([run for piece in pieces for run in _runs(piece, style)], style)
    text = "".join(run.text for run in runs)
    room = max(8, width - max(len(first), len(rest)))
    spans = Rows(text, room).spans
    return [
        Row((Run(rest if i else first, style), *_between(runs, start, end))) for i, (start, end) in enumerate(spans)
    ]


def _runs(piece: Piece, style: str) -> list[Run]:
    """A piece with its sign, the spaces round it outside."""
    words = literal(piece.text)
    core = words.strip()
    if not core or piece.change is Change.KEPT:
        return [Run(words, style)]
    at = words.index(core)
    signed = Run(_SIGNS[piece.change].format(core), _STYLES[piece.change])
    found = [Run(words[:at], style), signed, Run(words[at + len(core) :], style)]
    return [run for run in found if run.text]


def _apart(runs: list[Run], style: str) -> list[Run]:
    """With a space behind a signed run, where what follows would else be read as one with it."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].text.endswith("]") and (run.text[0] == "[" or run.text[0].isalnum()):
            found.append(Run(" ", style))
        found.append(run)
    return found


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
