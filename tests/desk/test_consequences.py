"""What an undo would change is told before it is done, and it is what then changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.desk import Desk
from boardtui.desk.consequences import Consequences, applied, consequences, difference, draft_lines, word_difference
from boardtui.minutes.house import load_house
from boardtui.model.acts.corrections import Redo, Undo
from boardtui.model.record import Record
from boardtui.model.replay import replay
from support.acts import Minuting, meetings
from support.desks import at_work

HOUSE = load_house("partnership_board")
BEGUN = ("/present all", "/start 14:00", "# 4")


def of_undoing(desk: Desk, line: str) -> Consequences:
    """What undoing the act said by this line would change."""
    seq = next(one.seq for one in reversed(desk.record.filed) if said_by(desk, one.act) == line)
    return consequences(desk.record.filed, desk.house, Undo(target=seq))


def said_by(desk: Desk, act: object) -> str:
    from boardtui.model.acts import Act, meeting

    assert isinstance(act, Act)
    return "" if isinstance(act, meeting.Summons) else desk.show(act)


def lines(found: Consequences) -> list[str]:
    return [
        f"{mark}{line}" for hunk in found.hunks for mark, side in (("-", hunk.minus), ("+", hunk.plus)) for line in side
    ]


@pytest.mark.parametrize(
    ("said", "line", "sentence"),
    [
        (("/leave @quill 14:10",), "/leave @quill 14:10", "Cllr Mary Quill would be present."),
        (("/leave @quill @okafor @penrose 14:10",), None, "There would be a quorum again."),
        (("/chair @quill",), "/chair @quill", "Cllr Ida Penrose would be in the chair."),
        (
            ("/move @quill @okafor: it be so", "/vote 4 1"),
            "/vote 4 1",
            "The vote under item 4 (4 for, 1 against) would not have been taken.",
        ),
        (("/restricted",), "/restricted", "Item 4 would no longer be kept from the public."),
        (("Said.", "/close 15:00"), "/close 15:00", "The meeting would be open."),
        (("# 5",), "# 5", "Item 4 would be open instead."),
    ],
)  # fmt: skip
def test_what_follows_is_told_in_sentences(
    tmp_path: Path, said: tuple[str, ...], line: str | None, sentence: str
) -> None:
    with at_work(tmp_path, *BEGUN, *(("A plan.",) if "/restricted" in said else ()), *said) as desk:
        found = (
            of_undoing(desk, line) if line
            else consequences(desk.record.filed, desk.house, Undo(target=desk.record.last_seq))
        )  # fmt: skip
        assert sentence in found.sentences


def test_undoing_the_register_tells_who_would_not_be_here(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        found = of_undoing(desk, "/present all")
    assert "Cllr Ben Okafor would no longer be present." in found.sentences
    assert any(one.startswith("There would be no quorum: 0 here, 3 more members needed") for one in found.sentences)
    assert any("gap" in one for one in found.sentences)


def test_the_lines_that_go_and_come(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "The plan was recieved.", "s/recieved/received/") as desk:
        seq = desk.record.last_seq
        found = consequences(desk.record.filed, desk.house, Undo(target=seq))
        assert lines(found) == ["-The plan was received.", "+The plan was recieved."]
        assert consequences(desk.record.filed, desk.house, Undo(target=seq - 1)).with_it == (seq,)


def test_a_redo_is_told_as_an_undo_is(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "The plan was received.", "/undo") as desk:
        found = consequences(desk.record.filed, desk.house, Redo(target=desk.record.last_seq - 1))
    assert not found.undoes
    assert "+The plan was received." in lines(found)


@pytest.mark.parametrize(("seq", "message"), [(1, "The summons can't be undone"), (999, "There is no act 999")])
def test_what_can_not_be_undone_says_why(tmp_path: Path, seq: int, message: str) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        found = consequences(desk.record.filed, desk.house, Undo(target=seq))
    assert found.refused is not None
    assert found.refused.message.startswith(message)
    assert found.nothing


def test_words_that_changed_are_marked_in_their_lines() -> None:
    assert word_difference("The plan was recieved.", "The plan was received.") == (
        (("The plan was ", False), ("recieved.", True)),
        (("The plan was ", False), ("received.", True)),
    )
    assert word_difference("The plan was received.", "(Meeting closed at 3 pm)") is None


# --- laws


def undo_of(minuting: Minuting, data: st.DataObject) -> Undo:
    return Undo(target=data.draw(st.integers(1, len(minuting.filed) + 1)))


@given(meetings(), st.data())
def test_the_lines_that_go_and_come_make_the_draft_of_after(minuting: Minuting, data: st.DataObject) -> None:
    undo = undo_of(minuting, data)
    found = consequences(minuting.filed, HOUSE, undo)
    before = draft_lines(minuting.record, HOUSE)
    minuting(undo)
    after = draft_lines(minuting.record, HOUSE)
    assert found.refused is not None or applied(before, found.hunks) == after


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_a_difference_applied_gives_the_other(before: list[str], after: list[str]) -> None:
    assert applied(before, difference(before, after)) == after


@given(st.text("ab c", max_size=30), st.text("ab c", max_size=30))
def test_a_word_difference_holds_both_lines_whole(minus: str, plus: str) -> None:
    found = word_difference(minus, plus)
    if found is not None:
        assert tuple("".join(words for words, _ in side) for side in found) == (minus, plus)


def meeting_only(record: Record) -> Record:
    """The record without the list of acts it came from, the places in it, and what became of the minutes as a paper."""
    return replace(record, filed=[], undone=[], undoable=[], last_seq=0, approval=None)


@given(meetings())
def test_everything_undone_is_the_start(minuting: Minuting) -> None:
    while minuting.record.undoable:
        minuting(Undo(target=minuting.record.undoable[-1]))
    start = replay(minuting.filed[:1])
    assert meeting_only(minuting.record) == meeting_only(start)


@given(meetings(), st.data())
def test_an_undo_and_a_redo_leave_the_record_as_it_was(minuting: Minuting, data: st.DataObject) -> None:
    before = minuting.record
    standing = before.undoable
    if not standing:
        return
    target = data.draw(st.sampled_from(standing))
    minuting.all(Undo(target=target), Redo(target=target))
    assert meeting_only(minuting.record) == meeting_only(before)
