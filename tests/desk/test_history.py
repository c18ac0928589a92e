"""The history: one row for each act, in words, with what became of it; and nothing restricted in it unless asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hypothesis import given

from boardtui.desk import Desk
from boardtui.desk.history import RESTRICTED, HistoryRow, history, wordings
from boardtui.minutes.house import load_house
from boardtui.model.acts import business, corrections, interests, meeting, text
from boardtui.model.record import Record
from boardtui.model.replay import replay
from support.acts import NAIR, Minuting, at_the_desk, meetings, prose
from support.clock import LONDON
from support.desks import at_work

HOUSE = load_house("partnership_board")
BEGUN = ("/present all", "/start 14:00", "# 4")


def rows_of(record: Record, *, restricted: bool = True) -> dict[int, HistoryRow]:
    return {row.seq: row for row in history(record, HOUSE, restricted=restricted, zone=LONDON)}


def told(desk: Desk, **asked: bool) -> list[tuple[str, str]]:
    """What was said and what became of it, of the acts after `# 4`."""
    rows = history(desk.record, desk.house, restricted=asked.get("restricted", True), zone=LONDON)
    begun = next(i for i, row in enumerate(rows) if row.line == "# 4")
    return [(row.said, row.fate) for row in rows[begun + 1 :]]


def test_each_act_says_when_who_what_and_under_which_item(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "[14:20] /leave @quill", live=True) as desk:
        row = history(desk.record, desk.house, restricted=True, zone=LONDON)[-1]
    assert (row.who, row.kind, row.item, row.said) == ("clerk", "leave", "4", "[14:20] /leave @quill")
    assert row.filed == dt.datetime(2026, 9, 7, 14, 32, 7, tzinfo=LONDON)
    assert (row.stands, row.fate, row.restricted) == (True, "", False)


def test_the_meetings_time_is_told_only_where_it_is_another(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "/leave @quill", live=True) as desk:
        assert told(desk) == [("/leave @quill", "")]


def test_the_call_of_the_meeting_is_told_in_words(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk:
        for restricted in (True, False):
            first = history(desk.record, desk.house, restricted=restricted)[0]
            assert first.said == "the meeting was called: Marrow Vale Health Board, 7 September 2026, 5 items"


def test_what_became_of_an_act_is_told(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        seq = desk.record.last_seq + 1
        lines = ("One.", "s/One/Won/", "/edit Two.", "/strike", f"/undo {seq + 3}", f"/undo {seq}", f"/redo {seq}")
        for line in lines:
            desk.say(line)
        desk.wait()
        assert told(desk) == [
            ("One.", f"reworded by {seq + 1}, edited by {seq + 2}, undone by {seq + 5}, redone by {seq + 6}"),
            (f"/replace #{seq} s/One/Won/", ""),
            (f"/edit #{seq} Two.", ""),
            (f"/strike #{seq}: One.", f"undone by {seq + 4}"),
            (f"/undo {seq + 3}: /strike #{seq}", ""),
            (f"/undo {seq}: One.", f"taken back by {seq + 6}"),
            (f"/redo {seq}: One.", ""),
        ]


def test_a_count_taken_again_a_jot_promoted_and_words_replaced_in_an_item() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    jot = minuting(text.Jot(text=prose("A pear tree.")))
    promoted = minuting(text.Promote(target=jot))
    other = minuting(text.Paragraph(text=prose("Another pear tree.")))
    replaced = minuting(corrections.Substitution(target=other, old=prose("pear"), new=prose("pair"), whole_item=True))
    vote = minuting(business.Vote(counts=(business.Count(option="for", number=3),)))
    recount = minuting(business.Recount(counts=(business.Count(option="for", number=4),)))
    rows = rows_of(minuting.record)
    assert rows[jot].fate == f"made a point by {promoted}, reworded by {replaced}"
    assert rows[other].fate == f"reworded by {replaced}"
    assert rows[vote].fate == f"superseded by {recount}"


def test_a_correction_that_changed_nothing_says_so() -> None:
    minuting = at_the_desk()
    seqs = [minuting(corrections.Undo(target=999)), minuting(corrections.Strike(target=998))]
    assert [rows_of(minuting.record)[seq].fate for seq in seqs] == ["changed nothing"] * 2


def test_a_line_is_about_the_meeting_as_it_was_then(tmp_path: Path) -> None:
    """Two people of one name are told apart only from when there are two."""
    with at_work(tmp_path, *BEGUN, "@quill spoke.", "/officer Tom Quill | Engineer", "@quill.m went.") as desk:
        assert [said for said, _ in told(desk)] == ["@quill spoke.", "/officer Tom Quill | Engineer", "@quill.m went."]


def test_a_name_taken_back_at_once_is_not_in_the_way(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "/officer Tom Quill | Engineer", "/undo", "@quill spoke.") as desk:
        assert told(desk)[-1] == ("@quill spoke.", "")


def test_what_was_put_in_is_a_line_about_where_it_stands(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "One.", "# 5", "/insert #7 [14:20] Two.") as desk:
        seq = desk.record.last_seq
        assert told(desk) == [
            ("One.", f"added to by {seq}"),
            ("# 5", ""),
            (f"/insert #{seq - 2} [14:20] Two.", ""),
        ]


def test_what_was_erased_says_by_which_act_and_why() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    one = minuting(text.Paragraph(text=prose("Zebra.")))
    edit = minuting(corrections.Edit(target=one, revised=text.Paragraph(text=prose("Zebras."))))
    erase = minuting(corrections.Erase(targets=(one, edit), reason="said in error"))
    for restricted in (True, False):
        rows = rows_of(minuting.record, restricted=restricted)
        assert rows[one].said == f"(erased by act {erase}: said in error)"
        assert (rows[one].kind, rows[one].stands) == ("paragraph", False)
        assert (rows[erase].said, rows[erase].stands) == (f"erased acts {one}, {edit}: said in error", True)
        assert "Zebra" not in repr(rows)
    assert wordings(minuting.record, HOUSE, one, restricted=True) == []


def test_what_was_lost_says_which_act_says_so() -> None:
    minuting = at_the_desk()
    lost = minuting(corrections.Erased(was="lost"))
    salvage = minuting(corrections.Salvage(targets=(lost,), source="september.book"))
    for restricted in (True, False):
        rows = rows_of(minuting.record, restricted=restricted)
        assert rows[lost].said == f"(lost with a damaged book, says act {salvage})"
        assert (rows[salvage].said, rows[salvage].stands) == (f"salvaged from september.book; lost: act {lost}", True)


def test_a_line_told_before_it_was_erased_is_not_told_again() -> None:
    minuting = at_the_desk()
    one = minuting(text.Paragraph(text=prose("Zebra.")))
    known: dict[int, str] = {}
    history(minuting.record, HOUSE, restricted=True, known=known)
    minuting(corrections.Erase(targets=(one,), reason="said in error"))
    assert "Zebra" not in repr(history(minuting.record, HOUSE, restricted=True, known=known))
    assert "Zebra" not in repr(known)


# --- what must not go out


def test_restricted_acts_tell_only_their_kind(tmp_path: Path) -> None:
    lines = (*BEGUN, "Said in public.", "~ a jot", "/exclude 3", "Zebra.", "/edit Zebras.", "/undo", "/readmit")
    with at_work(tmp_path, *lines) as desk:
        assert [said for said, _ in told(desk, restricted=False)] == [
            "Said in public.",
            "(restricted) jot",
            "/exclude 3",
            "(restricted) paragraph",
            "(restricted) edit",
            "(restricted) undo",
            "/readmit",
        ]
        assert "Zebra." in [said for said, _ in told(desk)]


def test_an_act_restricted_since_is_kept_back_with_what_corrects_it() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    one = minuting(text.Paragraph(text=prose("Zebra.")))
    gone = minuting(text.Paragraph(text=prose("Zebra.")))
    undo = minuting(corrections.Undo(target=gone))
    edit = minuting(corrections.Edit(target=one, revised=text.Paragraph(text=prose("Zebras."))))
    assert not any(rows_of(minuting.record, restricted=False)[seq].withheld for seq in (one, gone, undo, edit))
    minuting(meeting.Restricted())
    rows = rows_of(minuting.record, restricted=False)
    assert [rows[seq].line for seq in (one, gone, undo, edit)] == [RESTRICTED] * 4
    assert "Zebra" not in repr(rows)


def test_what_an_edit_makes_private_is_kept_back() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    declared = interests.Declare(who=(NAIR,), scope=interests.Scope(items=("3",)))
    seq = minuting(declared)
    sensitive = declared.model_copy(update={"nature": prose("zebras"), "sensitive": True})
    minuting(corrections.Edit(target=seq, revised=sensitive))
    other = minuting(text.Paragraph(text=prose("One.")))
    minuting(corrections.Edit(target=other, revised=text.Jot(text=prose("zebras"))))
    assert "zebras" not in repr(rows_of(minuting.record, restricted=False))
    assert "zebras" in repr(rows_of(minuting.record))


@given(meetings())
def test_the_public_history_does_not_depend_on_what_it_keeps_back(minuting: Minuting) -> None:
    """The twin: other words in every paragraph that is kept back."""
    record = minuting.record
    kept = {row.seq for row in rows_of(record, restricted=False).values() if row.withheld}
    twin = [
        replace(one, act=type(one.act)(text=prose("something else")))
        if one.seq in kept and isinstance(one.act, text.Paragraph | text.Jot)
        else one
        for one in record.filed
    ]
    assert rows_of(replay(twin), restricted=False) == rows_of(record, restricted=False)


@given(meetings())
def test_any_meeting_has_a_history(minuting: Minuting) -> None:
    for restricted in (True, False):
        rows = rows_of(minuting.record, restricted=restricted)
        assert list(rows) == [filed.seq for filed in minuting.filed]
        assert all(row.line for row in rows.values())


@given(meetings())
def test_lines_known_already_change_nothing(minuting: Minuting) -> None:
    known: dict[int, str] = {}
    half = replay(minuting.filed[: len(minuting.filed) // 2 + 1])
    history(half, HOUSE, restricted=True, zone=LONDON, known=known)
    again = history(minuting.record, HOUSE, restricted=True, zone=LONDON, known=known)
    assert again == history(minuting.record, HOUSE, restricted=True, zone=LONDON)


# --- wordings


def test_the_wordings_of_an_act_follow_one_another(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "One.", "s/One/Won/", "/strike", "/undo", "/edit Two.") as desk:
        seq = next(f.seq for f in desk.record.filed if isinstance(f.act, text.Paragraph) and f.item == "4")
        found = wordings(desk.record, desk.house, seq, restricted=True, zone=LONDON)
    assert [(one.by, one.line) for one in found] == [
        (0, "One."),
        (seq + 1, "Won."),
        (seq + 2, ""),
        (seq + 3, "Won."),
        (seq + 4, "Two."),
    ]


def test_the_wordings_of_what_is_restricted_are_kept_back(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "Zebra.", "/edit Zebras.", "/restricted") as desk:
        seq = next(f.seq for f in desk.record.filed if isinstance(f.act, text.Paragraph) and f.item == "4")
        assert {one.line for one in wordings(desk.record, desk.house, seq, restricted=False)} == {RESTRICTED}


def test_a_correction_has_no_wordings(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "One.", "/undo") as desk:
        assert wordings(desk.record, desk.house, desk.record.last_seq, restricted=True) == []
