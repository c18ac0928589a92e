"""The trail in rows: the list of acts, and one act with what undoing it would change. Pure functions, widths in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.clerk.widgets.rows import Rows, crop

if TYPE_CHECKING:
    from boardtui.desk.consequences import Consequences, Hunk, Words
    from boardtui.desk.history import HistoryRow, Wording

WIDE = 96
"""From so many cells on there is room for who and for the seconds."""
_ITEM, _ITEM_WIDE, _WHO, _FATE = 6, 14, 10, 0.4


def found(rows: Iterable[HistoryRow], words: str) -> list[HistoryRow]:
    """The acts that hold all of these words: in what was said, who, when, under which item, or what became of it."""
    wanted = words.casefold().split()
    return [one for one in rows if all(word in _spoken(one) for word in wanted)]


def _spoken(one: HistoryRow) -> str:
    item = f"item {one.item}" if one.item else ""
    return f"{one.seq} {one.filed:%H:%M:%S} {one.who} {item} {one.said} {one.fate}".casefold()


def act_rows(rows: Sequence[HistoryRow], at: int, width: int) -> tuple[list[Row], int]:
    """The acts under the days on which they were filed, the newest last. at: which of them is marked.

    Returns the rows, and which of them is the marked one.
    """
    shown: list[Row] = []
    focus = 0
    days = groupby(enumerate(rows), lambda numbered: numbered[1].filed.date())
    for day, several in days:
        shown.append(row(f"{day:%A} {day.day} {day:%B %Y}", "muted"))
        for number, one in several:
            if number == at:
                focus = len(shown)
            shown.append(_act(one, width, here=number == at))
    return shown, focus


def _act(one: HistoryRow, width: int, *, here: bool) -> Row:
    style = "here" if here else "plain" if one.stands else "muted"
    fate = crop(one.fate, int(width * _FATE))
    runs = [Run("▶ " if here else "  ", style), Run(f"{one.seq:>4}  {_place(one, width)}  ", style)]
    if one.restricted:
        runs.append(Run("private ", "warning"))
    return Row(
        (*runs, Run(one.said, style)), Run(fate, "accent" if one.stands else "warning") if fate else None, one.seq
    )


def _place(one: HistoryRow, width: int) -> str:
    """When, and under which item; where there is room, also who."""
    if width < WIDE:
        return f"{one.filed:%H:%M}  {crop(one.item, _ITEM):<{_ITEM}}"
    return f"{one.filed:%H:%M:%S}  {crop(one.who, _WHO):<{_WHO}}  {crop(one.item, _ITEM_WIDE):<{_ITEM_WIDE}}"


def consequence_rows(one: HistoryRow, worded: Sequence[Wording], changes: Consequences | None, width: int) -> list[Row]:
    """An act: what was said, how it read before, and what undoing it, or redoing it, would change; None: not known yet."""
    item = f" · item {one.item}" if one.item else ""
    return [
        row(f"Act {one.seq} · {one.filed:%H:%M:%S} · {one.who}{item}", "muted"),
        *wrapped(one.said, width, "strong"),
        *(wrapped(f"{one.fate[0].upper()}{one.fate[1:]}.", width, "accent") if one.fate else ()),
        *_wordings(worded, width),
        Row(),
        *(_would(changes, width) if changes is not None else ()),
    ]


def _wordings(worded: Sequence[Wording], width: int) -> Iterator[Row]:
    if len(worded) < 2:
        return
    yield Row()
    yield row("HOW IT READ", "accent")
    for one in worded:
        by = f"{one.filed:%H:%M:%S}  {f'by {one.by}' if one.by else 'first':<8}"
        yield from wrapped(one.line or "(did not stand)", width, first=f"{by}  ", rest=" " * (len(by) + 2))


def _would(changes: Consequences, width: int) -> Iterator[Row]:
    """What would follow, the room and the gaps before the lines of the draft."""
    turned = f"IF ACT {changes.act} IS UNDONE" if changes.undoes else f"IF ACT {changes.act} STANDS AGAIN"
    if changes.refused is not None:
        yield from wrapped(changes.refused.message, width, "bad", first="✗ ", rest="  ")
        yield from wrapped(changes.refused.hint, width, first="  ", rest="  ")
        return
    yield row(turned, "accent")
    if changes.with_it:
        numbers = ", ".join(str(seq) for seq in changes.with_it)
        yield from wrapped(f"What corrects it goes with it: {numbers}.", width, first="• ", rest="  ")
    for sentence in changes.sentences:
        yield from wrapped(sentence, width, first="• ", rest="  ")
    for hunk in changes.hunks:
        yield Row()
        yield from _hunk(hunk, width)
    if changes.nothing:
        yield row("The draft minutes would read as they do.", "good")


def _hunk(hunk: Hunk, width: int) -> Iterator[Row]:
    """The lines that go and those that come; of a line that is reworded, the words that change stand out."""
    from boardtui.desk.consequences import word_difference

    minus, plus = [[line for line in lines if line] for lines in (hunk.minus, hunk.plus)]
    pairs = [word_difference(a, b) if a and b else None for a, b in zip_longest(minus, plus)]
    for lines, side, mark, style in ((minus, 0, "− ", "bad"), (plus, 1, "+ ", "good")):
        for number, line in enumerate(lines):
            pair = pairs[number]
            words = pair[side] if pair is not None else ((line, False),)
            yield from _marked(words, width, Run(mark, style))


def _marked(words: Words, width: int, gutter: Run) -> Iterator[Row]:
    """A line in rows, with the words that changed in the colour of its mark, and the others plain."""
    text = "".join(part for part, _ in words)
    for number, (start, end) in enumerate(Rows(text, max(8, width - 2)).spans):
        runs = [Run(part, gutter.style if changed else "plain") for part, changed in _cut(words, start, end)]
        yield Row((gutter if number == 0 else Run("  "), *runs))


def _cut(words: Words, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The pieces that lie between two places of the line, cut there."""
    at = 0
    for part, changed in words:
        piece = part[max(0, start - at) : max(0, end - at)]
        if piece:
            yield piece, changed
        at += len(part)
