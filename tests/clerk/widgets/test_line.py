"""The line that is typed, without a screen: edits, stops, words, undo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.clerk.widgets.line import Line, insertable, is_stop, stop_after, stop_before

FAMILY = "👨\u200d👩\u200d👧"
FLAGS = "🇬🇧🇫🇷"
ACCENT = "x\u0302"


def line(text: str) -> Line:
    """A line from a picture: `|` is the caret, `[` the anchor if there is a selection."""
    made = Line()
    bare = text.replace("|", "").replace("[", "")
    made.load(bare, 0)
    anchor = text.replace("|", "").find("[")
    caret = text.replace("[", "").index("|")
    made.move_to(anchor if anchor >= 0 else caret)
    made.move_to(caret, select=True)
    return made


def picture(made: Line) -> str:
    """The other way round."""
    marks = sorted([(made.caret, "|")] + ([(made.anchor, "[")] if made.anchor != made.caret else []), reverse=True)
    text = made.text
    for position, mark in marks:
        text = text[:position] + mark + text[position:]
    return text


EDITS = [
    ("res|olved", "delete_left", "re|olved"),
    ("|resolved", "delete_left", "|resolved"),
    ("res|olved", "delete_right", "res|lved"),
    ("resolved|", "delete_right", "resolved|"),
    ("[the rep|ort", "delete_left", "|ort"),
    ("the report be noted|", "delete_word_left", "the report be |"),
    ("the report be |noted", "delete_word_left", "the report |noted"),
    ("the |report be", "delete_word_right", "the | be"),
    ("be noted| now", "delete_to_start", "| now"),
    ("be noted| now", "delete_to_end", "be noted|"),
    (f"a{FAMILY}|b", "delete_left", "a|b"),
    (f"{FLAGS}|", "delete_left", "🇬🇧|"),
    (f"a|{ACCENT}b", "delete_right", "a|b"),
]
MOVES = [
    ("no|ted", "left", "n|oted"),
    ("no|ted", "right", "not|ed"),
    ("[no|ted", "left", "|noted"),
    ("[no|ted", "right", "no|ted"),
    ("a|" + FAMILY, "right", f"a{FAMILY}|"),
    (f"{FLAGS}|", "left", "🇬🇧|🇫🇷"),
    ("be noted, and| so", "word_left", "be noted, |and so"),
    ("be noted|, and so", "word_right", "be noted, and| so"),
    ("Cllr O'Brien| moved", "word_left", "Cllr |O'Brien moved"),
    ("Cllr| O’Brien's motion", "word_right", "Cllr O’Brien's| motion"),
    ("that 'the| report'", "word_left", "that '|the report'"),
    ("be n|oted", "start", "|be noted"),
    ("be n|oted", "end", "be noted|"),
]


@pytest.mark.parametrize(("before", "edit", "after"), EDITS + MOVES)
def test_edits_and_moves_do_what_every_editor_does(before: str, edit: str, after: str) -> None:
    made = line(before)
    getattr(made, edit)()
    assert picture(made) == after


def test_typing_over_a_selection_replaces_it() -> None:
    made = line("be [noted| today")
    made.insert("agreed")
    assert picture(made) == "be agreed| today"


def test_undo_takes_typing_back_a_word_at_a_time_and_redo_brings_it_again() -> None:
    made = Line()
    for letter in "the report be":
        made.insert(letter)
    made.undo()
    assert picture(made) == "the report |"
    made.undo()
    assert picture(made) == "the |"
    made.redo()
    made.redo()
    assert picture(made) == "the report be|"
    assert not made.redo()


def test_undo_puts_back_what_was_deleted_or_pasted_over_in_one_step() -> None:
    made = line("[the report| be noted")
    made.insert("the minutes of 4 September")
    made.delete_word_left()
    made.undo()
    made.undo()
    assert made.text == "the report be noted"


def test_what_was_loaded_cannot_be_undone() -> None:
    made = Line()
    made.insert("x")
    made.load("another item's draft", 7)
    assert not made.undo()
    assert picture(made) == "another| item's draft"


@pytest.mark.parametrize(("position", "word"), [(0, "be"), (1, "be"), (2, " "), (4, "noted"), (9, ""), (8, ".")])
def test_the_word_at_a_position(position: int, word: str) -> None:
    made = line("be noted.|")
    start, end = made.word_at(position)
    assert made.text[start:end] == word


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("one\r\ntwo\tthree", "one two three"),
        ("\x1b]52;c;aGVsbG8=\x07quiet", "quiet"),
        ("red \x1b[31malert\x1b[0m", "red alert"),
        ("a\x9b2Jb\x00\x07", "ab"),
        ("pay \u202e001£\u202c now", "pay 001£ now"),
        ("“Smith’s” naïve café £5 – yes…", "“Smith’s” naïve café £5 – yes…"),
        (f"{FAMILY} see [/] [red]", f"{FAMILY} see [/] [red]"),
    ],
)
def test_only_plain_text_on_one_line_can_be_inserted(pasted: str, kept: str) -> None:
    assert insertable(pasted) == kept


WORDS = st.text(alphabet="aZ é0_-.'’漢😀🇬🇧\u0302\u200d👩🏽", max_size=30)


@given(WORDS, st.integers(0, 30))
def test_stops_lie_left_and_right_of_each_other(text: str, position: int) -> None:
    position = min(position, len(text))
    assert is_stop(text, stop_before(text, position))
    assert is_stop(text, stop_after(text, position))
    if is_stop(text, position) and position < len(text):
        assert stop_before(text, stop_after(text, position)) == position


@given(WORDS, st.lists(st.sampled_from([name for _, name, _ in EDITS + MOVES] + ["undo", "redo"]), max_size=20))
def test_no_sequence_of_edits_leaves_the_caret_outside_the_text_or_inside_a_character(
    text: str, names: list[str]
) -> None:
    made = Line()
    made.insert(text)
    for name in names:
        getattr(made, name)()
        assert 0 <= made.caret <= len(made.text)
        assert is_stop(made.text, made.caret)
    while made.undo():
        pass
    assert made.text == ""
