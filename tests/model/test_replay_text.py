"""Text and items, as they stand in the record."""

from __future__ import annotations

import pytest

from boardtui.model.acts import business, corrections, meeting, text
from boardtui.model.prose import Prose
from boardtui.model.record import OPENING, Entry, ItemState, Record
from support.acts import HALE, NAIR, Minuting, prose, started


def words(entry: Entry) -> list[str]:
    blocks = (block.act for block in entry.blocks)
    return [act.text.said(str) if isinstance(act, text.TextAct) else act.kind for act in blocks]


def paragraph(sentence: str) -> text.Paragraph:
    return text.Paragraph(text=prose(sentence))


def opened(minuting: Minuting, *items: str) -> int:
    return minuting(text.OpenItem(items=items))


def order(record: Record) -> list[tuple[str, ...]]:
    taken = [entry for entry in record.entries.values() if entry.taken is not None and entry.key != OPENING]
    return [entry.items for entry in sorted(taken, key=lambda entry: entry.taken or 0)]


# --- items


def test_what_is_said_before_any_item_stands_in_the_opening() -> None:
    minuting = started()
    minuting(paragraph("Welcome."))
    assert words(minuting.record.entries[OPENING]) == ["Welcome."]
    assert minuting.record.open_items == ()


def test_an_item_opened_again_is_the_same_minute_and_the_order_is_that_of_the_first_time() -> None:
    minuting = started()
    opened(minuting, "4")
    minuting(paragraph("One."))
    opened(minuting, "3")
    opened(minuting, "4")
    minuting(paragraph("Two."))
    assert order(minuting.record) == [("4",), ("3",)]
    assert words(minuting.record.entry) == ["One.", "Two."]


def test_items_taken_together_are_one_minute_and_another_than_each_alone() -> None:
    minuting = started()
    opened(minuting, "5", "8")
    opened(minuting, "5")
    assert order(minuting.record) == [("5", "8"), ("5",)]


def test_the_state_of_items_follows_the_meeting() -> None:
    minuting = started()
    opened(minuting, "3")
    assert minuting.record.business["3"].state is ItemState.OPEN
    opened(minuting, "4")
    minuting(text.Done())
    opened(minuting, "5")
    minuting(text.DeferItem(to="April", reason="late"))
    opened(minuting, "8")
    minuting(text.WithdrawItem(reason="moot"))
    minuting(meeting.Close())
    states = {key: one.state for key, one in minuting.record.business.items() if key in "123458"}
    assert states == {
        "1": ItemState.WAITING, "2": ItemState.WAITING, "3": ItemState.TAKEN, "4": ItemState.DONE,
        "5": ItemState.DEFERRED, "8": ItemState.WITHDRAWN,
    }  # fmt: skip
    assert (minuting.record.business["5"].to, minuting.record.business["5"].reason) == ("April", "late")


def test_a_sub_item_is_a_heading_in_the_minute_of_its_item_and_its_text_stands_under_it() -> None:
    minuting = started()
    opened(minuting, "4.1")
    minuting(paragraph("The pond."))
    opened(minuting, "4.2")
    minuting(paragraph("The bandstand."))
    opened(minuting, "4.1")
    minuting(paragraph("The pond again."))
    entry = minuting.record.entry
    assert entry.items == ("4",)
    assert words(entry) == ["open_item", "The pond.", "The pond again.", "open_item", "The bandstand."]
    assert [block.sub for block in entry.blocks] == ["4.1", "4.1", "4.1", "4.2", "4.2"]


def test_an_item_that_is_not_on_the_agenda_cannot_be_opened() -> None:
    minuting = started()
    seq = opened(minuting, "99")
    assert minuting.record.oddities == [(seq, "The item that was opened is not on the agenda.")]
    assert minuting.record.open_items == ()


def test_business_can_be_added_and_is_opened_at_once() -> None:
    minuting = started()
    added = minuting(text.AddItem(title="A Vote of Thanks"))
    urgent = minuting(text.UrgentItem(title="Flooding", reason="the river rises"))
    assert minuting.record.open_items == (f"s{urgent}",)
    one, other = minuting.record.business[f"s{added}"], minuting.record.business[f"s{urgent}"]
    assert (one.item.title, one.added, one.urgent) == ("A Vote of Thanks", True, False)
    assert (other.item.title, other.urgent, other.reason) == ("Flooding", True, "the river rises")
    assert words(minuting.record.entry) == ["urgent_item"]


def test_number_and_heading_are_of_the_open_minute() -> None:
    minuting = started()
    opened(minuting, "3")
    minuting.all(text.MinuteNumber(number="66A"), text.MinuteHeading(text=None))
    entry = minuting.record.entry
    assert (entry.number, entry.number_said, entry.heading, entry.heading_said) == ("66A", True, None, True)


def test_an_item_looked_at_after_the_close_was_not_taken_until_something_is_written_in_it() -> None:
    minuting = started()
    minuting(meeting.Close())
    opened(minuting, "3")
    assert order(minuting.record) == []
    minuting(paragraph("Written up later."))
    assert order(minuting.record) == [("3",)]


# --- prepared text


@pytest.fixture
def prepared() -> Minuting:
    """Two paragraphs were prepared for the library's item, and the meeting has begun."""
    minuting = Minuting()
    opened(minuting, "3")
    minuting.all(paragraph("The report set out much."), paragraph("It cost little."))
    minuting(meeting.Start(), "14:00")
    return minuting


def waiting(minuting: Minuting) -> list[bool]:
    entry = next(entry for entry in minuting.record.entries.values() if entry.items == ("3",))
    return [block.prepared for block in entry.blocks]


def test_what_is_written_before_the_meeting_is_prepared_and_its_item_not_taken(prepared: Minuting) -> None:
    assert waiting(prepared) == [True, True]
    assert order(prepared.record) == []
    assert prepared.record.open_items == ()


def test_prepared_text_is_confirmed_with_one_word(prepared: Minuting) -> None:
    opened(prepared, "3")
    prepared.all(paragraph("They agreed."), text.Prepared())
    assert waiting(prepared) == [False, False, False]


def test_prepared_text_that_is_edited_in_the_meeting_happened_as_edited(prepared: Minuting) -> None:
    edit = prepared(corrections.Edit(target=3, revised=paragraph("The report set out everything.")))
    assert waiting(prepared) == [False, True]
    prepared(corrections.Undo(target=edit))
    assert waiting(prepared) == [True, True]


def test_prepared_text_edited_before_the_meeting_is_still_prepared() -> None:
    minuting = Minuting()
    opened(minuting, "3")
    said = minuting(paragraph("The report."))
    minuting(corrections.Edit(target=said, revised=paragraph("The whole report.")))
    minuting(meeting.Start(), "14:00")
    assert waiting(minuting) == [True]


def test_there_is_nothing_to_confirm_where_nothing_was_prepared(prepared: Minuting) -> None:
    opened(prepared, "4")
    prepared(text.Prepared())
    assert [sentence for _, sentence in prepared.record.oddities] == ["No prepared text was waiting in this item."]


# --- blocks


def test_a_continuation_goes_on_in_the_block_above_and_else_is_a_paragraph() -> None:
    minuting = started()
    opened(minuting, "3")
    minuting.all(text.Continuation(text=prose("First of all.")), text.Continuation(text=prose("And then.")))
    (block,) = minuting.record.entry.blocks
    assert block.act == text.Continuation(text=prose("First of all."))
    assert block.added == [prose("And then.")]
    assert len(block.parts) == 2


def test_a_continuation_of_a_decision_is_in_its_last_clause() -> None:
    minuting = started()
    minuting.all(business.Resolve(text=prose("it be done")), text.Continuation(text=prose(", and soon")))
    assert minuting.record.entry.decisions[0].clauses[0].text == prose("it be done, and soon")


def test_a_table_row_takes_no_continuation() -> None:
    minuting = started()
    minuting.all(text.TableRow(cells=(prose("a"),)), text.Continuation(text=prose("More.")))
    assert words(minuting.record.entry) == ["row", "More."]


def test_a_jot_becomes_a_point_in_its_place() -> None:
    minuting = started()
    jot = minuting(text.Jot(text=prose("Ask about the pond")))
    minuting.all(paragraph("Two."), text.Promote(target=jot))
    assert [type(block.act) for block in minuting.record.entry.blocks] == [text.Point, text.Paragraph]


def test_only_a_jot_can_be_promoted() -> None:
    minuting = started()
    said = minuting(paragraph("One."))
    minuting(text.Promote(target=said))
    assert words(minuting.record.entry) == ["One."]
    assert len(minuting.record.oddities) == 1


def test_points_keep_who_made_them() -> None:
    minuting = started()
    minuting.all(text.Point(text=prose("the cost"), by=NAIR), text.Answer(text=prose("little"), by=HALE))
    assert [block.act for block in minuting.record.entry.blocks] == [
        text.Point(text=prose("the cost"), by=NAIR),
        text.Answer(text=prose("little"), by=HALE),
    ]


def test_a_block_is_found_by_any_of_its_acts() -> None:
    minuting = started()
    opened(minuting, "3")
    said = minuting(paragraph("One."))
    more = minuting(text.Continuation(text=Prose.of("Two.")))
    assert minuting.record.block(more) == minuting.record.block(said)
    assert minuting.record.block(more) is not None
    assert minuting.record.block(999) is None


def test_the_time_in_an_item_is_kept_where_it_is_known() -> None:
    minuting = started(at="14:00")
    minuting(text.OpenItem(items=("3",)), "14:10")
    minuting(text.OpenItem(items=("4",)), "14:30")
    minuting(text.OpenItem(items=("5",)))
    spans = [entry.spans for entry in minuting.record.entries.values() if entry.items]
    assert spans == [[(850, 870)], [(870, None)], []]
