"""Which versions the minutes have: it follows from the acts that approved them and took them up again."""

from __future__ import annotations

from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.acts.corrections import Strike, Undo
from boardtui.model.acts.meeting import Close
from boardtui.model.approval import versions
from boardtui.model.times import CalendarDay
from boardtui.rules.confidentiality import public_record
from support.acts import Minuting, started


def approved(day: str) -> Approved:
    return Approved(draft=3, on=CalendarDay.read(day))


def closed() -> Minuting:
    minuting = started()
    minuting(Close(), "15:00")
    return minuting


def told(minuting: Minuting) -> list[tuple[str, int]]:
    return [(one.name, one.seq) for one in versions(minuting.filed)]


def test_a_draft_is_the_only_version_until_it_is_approved() -> None:
    minuting = closed()
    assert told(minuting) == [("draft", minuting.record.last_seq)]
    seq = minuting(approved("1 October 2026"))
    assert told(minuting) == [("draft", 3), ("approved", seq)]
    assert minuting.record.approval is not None
    assert public_record(minuting.record).approval == minuting.record.approval


def test_what_is_amended_is_a_version_more_and_a_mistake_is_none() -> None:
    minuting = closed()
    first = minuting(approved("1 October 2026"))
    minuting(Reopened(reason="resolved"))
    assert minuting.record.approval is None
    second = minuting(approved("1 December 2026"))
    minuting(Reopened(reason="the wrong day", mistaken=True))
    third, _, fourth = (
        minuting(approved("2 December 2026")),
        minuting(Reopened(reason="resolved again")),
        minuting(approved("1 March 2027")),
    )
    assert second < third
    assert told(minuting) == [("draft", 3), ("approved", first), ("amended", third), ("amended-2", fourth)]


def test_no_correction_is_about_an_approval() -> None:
    minuting = closed()
    seq = minuting(approved("1 October 2026"))
    for correction in (Undo(target=seq), Strike(target=seq)):
        minuting(correction)
        assert minuting.record.approval is not None
    assert seq not in minuting.record.undoable
