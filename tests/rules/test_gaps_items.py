"""Items of the agenda that were never reached, and those of which nothing is minuted."""

from __future__ import annotations

from boardtui.model.acts import Act, corrections, interests, meeting, room, text
from boardtui.model.times import ClockTime
from boardtui.rules.closing import missing_when_closed
from boardtui.rules.gap import Lack
from boardtui.rules.gaps import gaps
from boardtui.rules.numbering import order_taken
from support.acts import Minuting, prose, small_summons, started

CLOSE = meeting.Close(at=ClockTime.read("16:00"))
SAID = text.Paragraph(text=prose("Much was said."))
OF_ITEMS = (Lack.NOT_TAKEN, Lack.EMPTY, Lack.PREPARED)


def opened(*items: str) -> text.OpenItem:
    return text.OpenItem(items=items)


def taken(*items: str) -> list[Act]:
    """Each of these items opened, with something minuted under it."""
    return [act for item in items for act in (opened(item), SAID)]


def of_items(minuting: Minuting) -> list[str]:
    return [gap.sentence for gap in gaps(minuting.record) if gap.lack in OF_ITEMS]


def prepared_in_three() -> Minuting:
    """Text was prepared under item 3, and then everything else was taken."""
    minuting = Minuting(small_summons())
    minuting.all(opened("3"), SAID, room.Present(everyone=True))
    minuting(meeting.Start(), "14:00")
    minuting.all(*taken("1", "2", "4", "5", "6", "7", "8"))
    return minuting


def test_an_item_that_was_passed_over_is_missed_when_the_meeting_is_closed_and_not_before() -> None:
    minuting = started()
    minuting.all(*taken("1", "2", "3", "5", "7"))
    assert of_items(minuting) == []
    asked = missing_when_closed(minuting.record, CLOSE, ClockTime.read("16:00")).gaps
    minuting(CLOSE)
    told = ["Item 4 was not taken.", "“A Question from the Public” was not taken.", "Item 7 was not taken."]
    assert of_items(minuting) == [gap.sentence for gap in asked if gap.lack in OF_ITEMS] == told


def test_an_item_put_off_withdrawn_or_done_is_neither_missed_nor_empty() -> None:
    minuting = started()
    minuting.all(*taken("1", "2", "3"), opened("4"), text.DeferItem(), opened("5"), text.WithdrawItem(), opened("6"))
    minuting.all(text.Done(), *taken("7", "8"), CLOSE)
    assert of_items(minuting) == []


def test_an_item_under_which_nothing_is_minuted_is_missed_in_the_end() -> None:
    minuting = started()
    minuting.all(*taken("1", "2", "3", "4", "5", "6"), opened("7"), text.Jot(text=prose("who?")), opened("8"))
    assert of_items(minuting) == []
    minuting(CLOSE)
    assert of_items(minuting) == ["Item 6: nothing is minuted.", "Item 7: nothing is minuted."]
    found = next(gap for gap in gaps(minuting.record) if gap.lack is Lack.EMPTY)
    minuting(corrections.Override(reason="only thanks", target=found.seq, lack="empty"))
    assert of_items(minuting) == ["Item 7: nothing is minuted."]


def test_a_parent_with_its_sub_items_and_items_taken_together_are_not_empty() -> None:
    minuting = started()
    minuting.all(*taken("1", "2", "3"), opened("4.1"), SAID, *taken("5"), opened("6", "7", "8"), SAID, CLOSE)
    assert of_items(minuting) == []


def test_what_the_list_of_those_present_or_the_end_says_needs_nothing_under_its_item() -> None:
    agenda = small_summons().agenda
    titles = {
        "Welcome": "Apologies for Absence",
        "Street Trees": "Declarations of Interest",
        "Any Other Business": "Closing",
    }
    body = tuple(part.model_copy(update={"title": titles.get(part.title, part.title)}) for part in agenda.body)
    minuting = started(body=body)
    minuting.all(interests.DeclareNone(), opened("1"), *taken("2", "3", "4"), opened("5"), *taken("6", "7"), CLOSE)
    assert of_items(minuting) == []


def test_prepared_text_of_an_item_never_taken_is_missed_until_it_is_confirmed() -> None:
    minuting = prepared_in_three()
    assert of_items(minuting) == []
    minuting(CLOSE)
    assert of_items(minuting) == ["Item 3 was not taken; what was prepared for it will not print."]
    minuting(opened("3"))
    assert of_items(minuting) == ["Item 3: its prepared text is not confirmed."]
    minuting(opened("8"))
    assert of_items(minuting) == ["Item 3 was not taken; what was prepared for it will not print."]
    minuting.all(opened("3"), text.Prepared())
    assert of_items(minuting) == []
    record = minuting.record
    assert [record.entries[key].items for key in order_taken(record)][-1] == ("3",)


def test_an_item_opened_only_after_the_close_is_empty_until_something_is_minuted() -> None:
    minuting = started()
    minuting.all(*taken("1", "2", "3", "4", "5", "6", "7"), CLOSE, opened("8"))
    assert of_items(minuting) == ["Item 7: nothing is minuted."]
    minuting(SAID)
    assert of_items(minuting) == []
