"""The minutes as a Word file: ours, or over one of the office's own."""

from __future__ import annotations

from boardtui.minutes.compose import frame_values
from boardtui.minutes.formats import Output, Source, WordBase
from boardtui.minutes.house import House
from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers import writer
from boardtui.minutes.writers.dressing import LONG_ENOUGH_TO_INITIAL, with_long_rules
from boardtui.model.record import Record


def outputs(source: Source) -> tuple[Output, ...]:
    """The file. Raises InputError where the one of the office's own can't be a base."""
    if source.base is None:
        return (Output(".docx", writer("docx")(source.minutes)),)
    return (
        Output(
            ".docx",
            _over(source.base, source.minutes, source.house, values(source.record, source.minutes, source.house)),
        ),
    )


def check_base(base: WordBase, house: House) -> None:
    """Raises InputError where minutes in this house can't be written over this file."""
    nobody = Minutes(house=house.name, committee="", title="")
    _over(base, nobody, house, values(Record(), nobody, house))


def values(record: Record, minutes: Minutes, house: House) -> dict[str, str]:
    """What the tokens of a Word file stand for: each in the forms of the house, '' where it isn't known."""
    return {
        "council": minutes.council or minutes.committee,
        **frame_values(record, house),
        "title": minutes.title,
        "status": minutes.draft,
        "initials": with_long_rules(minutes.initials, LONG_ENOUGH_TO_INITIAL),
    }


def _over(base: WordBase, minutes: Minutes, house: House, said: dict[str, str]) -> bytes:
    from boardtui.minutes.writers.docx_over import write_over

    return write_over(minutes, base.data, base.name, values=said, styles=house.word.model_dump())
