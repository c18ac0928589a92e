"""What a line is read against: the meeting as it stands, and what stock phrases are filled with at this moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from boardtui.minutes.dates import spoken_date
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.model.record import Record
from boardtui.model.room import presiding
from boardtui.notation.context import Context
from boardtui.rules.forecast import Turn
from boardtui.rules.numbering import next_number


def context_for(
    record: Record, house: House, phrases: Mapping[str, str], selected: int | None = None, turn: Turn | None = None
) -> Context:
    """What a line is read against. phrases: those of the house; selected: the seq of the block the clerk has selected;

    turn: what became of the quorum with what was said last.
    """
    return Context(
        record=record,
        selected=selected,
        phrases=phrases,
        labels=house.interest_labels,
        due_words=house.due_words,
        live=LiveValues(record, house),
        turn=turn,
    )


class LiveValues(Mapping[str, str]):
    """`{body} {author} {title} {chair} {date} {next number}`, as the house prints them; '' for what isn't known.

    Each is worked out when it is asked for: a context is made at every keypress, and few lines have a stock phrase.
    """

    def __init__(self, record: Record, house: House) -> None:
        self._record, self._house = record, house

    def __getitem__(self, name: str) -> str:
        return _VALUES[name](self._record, self._house)

    def __iter__(self) -> Iterator[str]:
        return iter(_VALUES)

    def __len__(self) -> int:
        return len(_VALUES)


def _author(record: Record, _house: House) -> str:
    report_of = next((record.business[key].item.report_of for key in record.open_items if key in record.business), ())
    return report_of[0].printed if report_of else ""


def _title(record: Record, _house: House) -> str:
    return next((record.business[key].item.title for key in record.open_items if key in record.business), "")


def _chair(record: Record, house: House) -> str:
    chair = presiding(record)
    return Names(record, house).text(chair) if chair else ""


_VALUES: dict[str, Callable[[Record, House], str]] = {
    "body": lambda _record, house: house.words.body,
    "author": _author,
    "title": _title,
    "chair": _chair,
    "date": lambda record, house: spoken_date(record.date, house) if record.date else "",
    "next number": lambda record, _house: next_number(record),
}
