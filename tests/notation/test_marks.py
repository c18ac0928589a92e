"""Two of one surname whom a letter in brackets tells apart, as some councils' lists have it, and sub-items of sub-items."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.minutes.compose import compose
from boardtui.notation.complete import complete
from boardtui.notation.context import Context
from boardtui.notation.names import handle
from support.meetings import Taking, called
from support.minutes import text_of

AGENDA = """---
committee: Ashmere Borough Council
house: full_council
date: 14 July 2027
member: Councillor Doyle (M) | Mayor
member: Councillor Doyle (B)
member: Councillor Doyle (J)
member: Councillor Siún Ní Bhriain
---
1. Disposals
   (a) Land
   (b) Reports
      (i) Housing
      (ii) Roads
2. Housing
"""


@pytest.fixture
def taking() -> Taking:
    taking = called(AGENDA)
    for line in ("/present all", "/start 19:00", "# 1"):
        taking.line(line)
    return taking


def printed(taking: Taking) -> str:
    return text_of(compose(taking.record, taking.house))


def test_the_letter_in_brackets_is_written_after_a_dot(taking: Taking) -> None:
    taking.line("@doyle.j thanked @doyle.b.")
    assert "Councillor Doyle (J) thanked Councillor Doyle (B)." in printed(taking)
    keys = {person.name: key for key, person in taking.record.people.items()}
    assert handle(keys["Councillor Doyle (J)"], taking.record) == "doyle.j"
    with pytest.raises(Refusal, match=r"Councillor Doyle \(M\) \(@doyle.m\)"):
        taking.line("@doyle spoke.")
    offers = complete("@doyle", 6, Context(record=taking.record)).items
    assert [offer.insert for offer in offers] == ["@doyle.m", "@doyle.b", "@doyle.j"]


def test_a_roll_has_them_in_the_order_of_their_letters(taking: Taking) -> None:
    for line in ("/move @doyle.b @doyle.j: the land be sold", "/roll all for; against @ní"):
        taking.line(line)
    assert "For (3): Councillors Doyle (B), Doyle (J) and Doyle (M)" in printed(taking)


def test_an_irish_surname_is_whole(taking: Taking) -> None:
    taking.line("@níbhriain agreed.")
    assert "Councillor Ní Bhriain agreed." in printed(taking)


@pytest.mark.parametrize("number", ["1bi", "1(b)(i)", "bi"])
def test_a_sub_item_of_a_sub_item_is_found_by_all_its_numbers(taking: Taking, number: str) -> None:
    taking.line(f"# {number}")
    assert taking.record.sub == "1.2.1"


def test_it_stands_under_the_headings_above_it_each_of_them_once(taking: Taking) -> None:
    for line in ("# 1bi", "Noted.", "# 1bii", "Noted too."):
        taking.line(line)
    assert [line for line in printed(taking).splitlines() if line][7:] == [
        "Disposals", "(b) Reports", "(i) Housing", "Noted.", "(ii) Roads", "Noted too.",
        "Signed ____", "Mayor", "Date ____",
    ]  # fmt: skip
