"""What is missing, in rows: each gap with what mends it, and each reason given with what it answers. Widths in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from boardtui.clerk.widgets.pane import Row, row, wrapped

if TYPE_CHECKING:
    from boardtui.desk.missing import Answered, Missing, Told

_MARGIN = "     "


def listed(told: Told, words: str) -> list[Missing | Answered]:
    """What holds all of these words, in what is missing, in the line that mends it, or in a reason; the reasons last."""
    wanted = words.casefold().split()
    both: list[Missing | Answered] = [*told.missing, *told.answered]
    return [one for one in both if all(word in _spoken(one) for word in wanted)]


def _spoken(one: Missing | Answered) -> str:
    item = f"item {one.item}" if one.item else ""
    return f"{item} {' '.join(_sentences(one))} {_typed(one)}".casefold()


def _sentences(one: Missing | Answered) -> tuple[str, ...]:
    from boardtui.desk.missing import Missing

    return (one.sentence,) if isinstance(one, Missing) else (*one.sentences, one.reason, one.who)


def _typed(one: Missing | Answered) -> str:
    from boardtui.desk.missing import Missing

    return one.mends.told if isinstance(one, Missing) else one.undoes.told


def gap_rows(found: Sequence[Missing | Answered], at: int, width: int) -> tuple[list[Row], int]:
    """What is missing, by its numbers, and the reasons under a heading of their own. at: which of them is marked.

    Returns the rows, and the last one of what is marked.
    """
    rows: list[Row] = []
    focus = 0
    for place, one in enumerate(found):
        if _begins_the_reasons(found, place):
            rows += [*([Row()] if rows else []), row("ANSWERED WITH A REASON", "muted")]
        rows += _rows(one, width, here=place == at, key=place)
        focus = len(rows) - 1 if place == at else focus
    return rows, focus


def _begins_the_reasons(found: Sequence[Missing | Answered], place: int) -> bool:
    from boardtui.desk.missing import Missing

    is_reason = not isinstance(found[place], Missing)
    return is_reason and (place == 0 or isinstance(found[place - 1], Missing))


def _rows(one: Missing | Answered, width: int, *, here: bool, key: int) -> Iterable[Row]:
    from boardtui.desk.missing import Missing

    mark, style = ("▶ ", "here") if here else ("  ", "plain")
    if isinstance(one, Missing):
        yield from wrapped(one.sentence, width, style, first=f"{mark}{one.number:>2} ", rest=_MARGIN, key=key)
    else:
        yield from _reason(one, width, mark, style, key)
    if here and (typed := _typed(one)):
        yield from wrapped(typed, width, "accent", first=_MARGIN, rest=_MARGIN, key=key)


def _reason(one: Answered, width: int, mark: str, style: str, key: int) -> Iterator[Row]:
    """The reason, what it answers, and who gave it when."""
    reason = f"“{one.reason}”" if one.reason else "without a reason"
    yield from wrapped(reason, width, style, first=f"{mark}   ", rest=_MARGIN, key=key)
    for sentence in one.sentences or ("Nothing is amiss with what it was about.",):
        yield from wrapped(sentence, width, "muted", first=_MARGIN, rest=_MARGIN, key=key)
    who = f"act {one.kept.override.seq} · {one.filed:%H:%M} · {one.who}"
    yield from wrapped(who, width, "muted", first=_MARGIN, rest=_MARGIN, key=key)
