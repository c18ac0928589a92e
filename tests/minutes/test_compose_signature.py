"""The end of the minutes: lines to sign on and a place to initial, until it is known that they were signed."""

from __future__ import annotations

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.compose_signature import initials, signature
from boardtui.minutes.decision_note import note
from boardtui.minutes.declarations import declarations
from boardtui.minutes.formats import Source
from boardtui.minutes.house import House, house_names, load_house, read_house
from boardtui.model.approval import Approval
from boardtui.model.times import CalendarDay
from support.minutes import minuting

DAY = CalendarDay.read("9 November 2026")


def approved(*, signed_by: str = "") -> Approval:
    return Approval(9, 8, DAY, "the Council", DAY if signed_by else None, signed_by)


def house_with(initials: str) -> House:
    text = f'like = "full_council"\ntitle = "x"\n[frame]\ninitials = "{initials}"\n'
    return read_house(text, "x.toml")


def test_each_page_is_to_be_initialled_where_the_house_says_so() -> None:
    said = {name: compose(minuting(name).record, load_house(name)).initials for name in house_names()}
    assert {name: words for name, words in said.items() if words} == {
        "parish_council": "Initials ____", "cyngor_cymuned": "Blaenlythrennau / Initials ____",
    }  # fmt: skip
    record = minuting("full_council").record
    assert compose(record, house_with("{chair}’s initials ____")).initials == "Mayor’s initials ____"


@pytest.mark.parametrize(
    ("approval", "to_sign"), [(None, True), (approved(), True), (approved(signed_by="Cllr Brook"), False)]
)
def test_the_place_to_initial_goes_with_the_lines_to_sign(approval: Approval | None, to_sign: bool) -> None:
    house = load_house("parish_council")
    assert ("Date ____" in signature(approval, house)) is to_sign
    assert (initials(approval, house) != "") is to_sign


def test_no_other_paper_is_initialled() -> None:
    record, house = minuting("parish_council").record, load_house("parish_council")
    assert [note(Source(record, house)).initials, declarations(record, house).initials] == ["", ""]
