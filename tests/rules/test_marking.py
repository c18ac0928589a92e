"""The sheet on which a recorded vote is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.rules.marking import Sheet, Whom, sheet_for
from boardtui.rules.rollcall import roll_call
from support.awkward import BODIES
from support.meetings import called, lines_in

AGENDA = BODIES["council"] + "6. Close\n"
MORE = ("Councillor Sunil ap Rhys | | | Green", "Councillor Ann Smith", "Councillor Bob Smith", "Councillor Siân O’Brien",
        "Councillor Walter de la Mare", "Councillor A. [/] Smythe")  # fmt: skip


def sheet(*lines: str, more: tuple[str, ...] = ()) -> Sheet:
    """The sheet of the council's second item: everyone, three parties, the rest, seven voters."""
    agenda = AGENDA.replace("officer:", "".join(f"member: {line}\n" for line in more) + "officer:")
    taking = called(agenda)
    record = lines_in(taking, ("/present all", "/start 19:00", "# 2", *lines))
    return sheet_for(record, roll_call(record), {})


def keys(sheet: Sheet, typed: str) -> Sheet:
    """Letters and figures, as they are typed."""
    ways = {"1": "for", "2": "against", "3": "abstained", "4": "none", "0": ""}
    for key in typed:
        sheet = sheet.marked(ways[key]) if key in ways else sheet.typed(key)
    return sheet


def test_the_sheet_begins_with_everyone_then_the_parties_and_the_rest() -> None:
    lines = sheet("/arrears @tallis").lines
    assert [line.name for line in lines] == [
        "Everyone", "Labour", "Green", "The rest", "Ferrers J", "Garrod L", "Quint N", "Bowyer I", "Saleh O", "Yarrow B",
        "Tallis H",
    ]  # fmt: skip
    assert [line.whom for line in lines].count(Whom.BARRED) == 1
    assert lines[-1].why.startswith("council tax arrears")


def test_one_key_is_everyone_and_letters_and_a_key_an_exception() -> None:
    marked = keys(sheet(), "1sal2yar3")
    assert marked.unsaid == ()
    assert marked.ways == {
        "ferrers": "for", "garrod": "for", "quint": "for", "tallis": "for", "bowyer": "for", "saleh": "against",
        "yarrow": "abstained",
    }  # fmt: skip


def test_a_party_at_once_by_its_letters_or_by_moving_there() -> None:
    by_letters = keys(sheet(), "lab1con2")
    by_moving = keys(keys(sheet().moved(1), "1"), "2")
    assert by_letters.ways == by_moving.ways
    assert by_letters.unsaid == ("saleh", "yarrow")


def test_the_rest_are_those_not_heard_yet() -> None:
    marked = keys(sheet(), "sal2").to(4)
    assert (marked.here.whom, len(marked.people_of(marked.here))) == (Whom.REST, 6)
    assert marked.marked("for").ways["ferrers"] == "for"
    assert marked.marked("for").ways["saleh"] == "against"


def test_names_called_one_by_one_take_one_key_each() -> None:
    marked = keys(sheet().at_next_unsaid(), "1121311")
    assert list(marked.ways.values()) == ["for", "for", "against", "for", "abstained", "for", "for"]


def test_a_slip_is_corrected_by_the_next_key_and_taken_back_by_undo() -> None:
    slip = keys(sheet(), "1sal2")
    assert slip.here.name == "Saleh O"
    corrected = keys(slip, "3")
    assert corrected.ways["saleh"] == "abstained"
    assert corrected.undone().ways["saleh"] == "against"
    assert corrected.undone().undone().undone().ways == {}
    assert sheet().undone() == sheet()


def test_clearing_somebody() -> None:
    assert keys(sheet(), "1sal0").unsaid == ("saleh",)


def test_letters_with_which_nobody_begins_mark_nobody() -> None:
    missed = sheet().typed("p").typed("e")
    assert missed.misses
    assert missed.marked("against").ways == {}
    assert missed.marked("against").letters == ""
    assert keys(missed.shortened().shortened(), "sal2").ways == {"saleh": "against"}


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("sm", "Smith A"), ("smithb", "Smith B"), ("rhy", "ap Rhys S"), ("ap", "ap Rhys S"), ("obr", "O’Brien S"),
        ("mar", "de la Mare W"), ("del", "de la Mare W"), ("siân", "O’Brien S"), ("smy", "Smythe"), ("gr", "Green"),
        ("lab", "Labour"), ("OBR", "O’Brien S"), ("o'b", "O’Brien S"), ("bs", "Smith B"), ("wdlm", "de la Mare W"),
        ("wd", "de la Mare W"), ("by", "Yarrow B"),
    ],
)  # fmt: skip
def test_letters_find_a_surname_its_later_words_a_forename_initials_or_a_party(letters: str, name: str) -> None:
    found = sheet(more=MORE)
    for letter in letters:
        found = found.typed(letter)
    assert not found.misses
    assert found.here.name.startswith(name)


def test_the_next_of_several_found() -> None:
    first = sheet(more=MORE).typed("s").typed("m").typed("i")
    assert (first.here.name, first.moved(1).here.name, first.moved(1).moved(1).here.name) == (
        "Smith A", "Smith B", "Smith A",
    )  # fmt: skip
    assert first.moved(-1).here.name == "Smith B"


def test_only_those_here_keep_their_marks() -> None:
    taking = called(AGENDA)
    record = lines_in(taking, ("/present all", "/start 19:00", "# 2", "/leave @saleh 19:10"))
    found = sheet_for(record, roll_call(record), {"saleh": "for", "quint": "for", "nobody": "for"})
    assert found.ways == {"quint": "for"}


SEVEN = sheet()


@given(st.text(alphabet="01234abelqstyz-'", max_size=25), st.integers(-3, 9))
def test_whatever_is_typed_the_sheet_holds_together(typed: str, step: int) -> None:
    marked = keys(SEVEN, typed).moved(step)
    assert 0 <= marked.at < len(marked.lines)
    voters = {person for line in marked.lines for person in line.people}
    assert set(marked.ways) <= voters
    assert len(marked.unsaid) + len(marked.ways) == len(voters)
    while marked.before:
        marked = marked.undone()
    assert marked.ways == {}
