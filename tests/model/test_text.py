"""What text may contain, and how names are compared."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.model.text import clean, clean_json, clean_line, counted, fold, literal, literal_lines

anything = st.text() | st.lists(
    st.sampled_from(["\x1b[31m", "\x1b]0;t\x07", "\r", "\n", "\u2028", "e\u0301", "\u202e", "x"])
).map("".join)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("The Board’s – “plan”", "The Board’s – “plan”"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]0;never ended, so the sentence stays", "]0;never ended, so the sentence stays"),
        ("\x9b31mred", "red"),
        ("null\x00 bell\x07 delete\x7f", "null bell delete"),
        ("zero\u200bwidth soft\u00adhyphen \ufeffmark", "zerowidth softhyphen mark"),
        ("abc\u202edef\u2066ghi", "abcdefghi"),
        ("cafe\u0301", "café"),
        ("no\u00a0break", "no\u00a0break"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("lone \ud800 \uffff \ufdd0 \U0001fffe", "lone \ufffd \ufffd \ufffd \ufffd"),
    ],
)
def test_clean_keeps_what_is_written_and_drops_what_only_a_machine_sees(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(anything)
def test_clean_text_is_stable_storable_and_free_of_controls(raw: str) -> None:
    cleaned = clean(raw)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in cleaned)


@given(anything)
def test_a_clean_line_is_one_line_without_space_around_it(raw: str) -> None:
    line = clean_line(raw)
    assert "\n" not in line
    assert "\t" not in line
    assert line == line.strip()
    assert clean_line(line) == line


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("The Board’s – “plan”", "The Board’s – “plan”"),
        ("  spaces stay  ", "  spaces stay  "),
        ("\x1b[31mred\x1b]52;c;eA==\x07", "␛[31mred␛]52;c;eA==␇"),
        ("\x9b31m nul\x00 delete\x7f", "\ufffd31m nul␀ delete␡"),
        ("one\r\ntwo\tthree\n\nfour", "one two three four"),
        ("approved\u202e7 rof\u202c Sm\u200bith", "approved\ufffd7 rof\ufffd Sm\ufffdith"),
        ("lone \udcff \uffff", "lone \ufffd \ufffd"),
        ("👩\u200d👧 क्षि", "👩\u200d👧 क्षि"),
        ("Z" + "\u0301" * 300 + "a", "Z" + "\u0301" * 8 + "a"),
    ],
)
def test_literal_text_shows_what_orders_and_what_hides(raw: str, shown: str) -> None:
    assert literal(raw) == shown


@given(anything)
def test_literal_text_is_one_row_as_wide_as_it_is_counted(raw: str) -> None:
    shown = literal(raw)
    assert literal(shown) == shown
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert clean_line(shown) == unicodedata.normalize("NFC", shown.strip())


@given(anything)
def test_clean_text_is_literal_but_for_its_lines(raw: str) -> None:
    cleaned = clean(raw)
    assert literal_lines(cleaned) == cleaned


def test_printed_lines_stay_lines_and_keep_every_accent() -> None:
    tower = "Z" + "\u0301" * 300
    assert literal_lines(f"one\ttab\r\ntwo\rthree {tower}") == f"one\ttab\ntwo\nthree {tower}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Brien", "O’Brien"),
        ("O\u02bcBrien", "obrien"),
        ("Siân", "sian"),
        ("Søren", "Soren"),
        ("Łukasz", "lukasz"),
        ("Weiß", "weiss"),
        ("Canale-Rossi", "canale\u2011rossi"),
        ("Canale-Rossi", "Canale–Rossi"),
        ("Canale-Rossi", "CANALE\u2010ROSSI"),
        ("J. P.", "jp"),
    ],
)
def test_names_are_alike_without_accents_apostrophes_and_kinds_of_hyphen(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_hyphen_counts() -> None:
    assert fold("Canale-Rossi") != fold("Canale Rossi")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | anything,
        lambda inner: st.lists(inner) | st.dictionaries(anything, inner),
    )
)
def test_json_is_cleaned_in_all_its_texts(value: object) -> None:
    for as_ascii in (True, False):
        cleaned = clean_json(json.dumps(value, ensure_ascii=as_ascii))
        assert clean_json(cleaned) == cleaned
        assert literal_lines(cleaned) == cleaned
        assert type(json.loads(cleaned)) is type(value)


def test_json_that_is_clean_is_given_back_as_it_is() -> None:
    text = '{"text":["The Board’s “plan”",{"person":"caan"}],"by":""}'
    assert clean_json(text) is text
    assert clean_json('{"text":"\\u001b[31mred \\ud800 \\u202e"}') == '{"text": "red \ufffd "}'


@pytest.mark.parametrize("text", ['{"a": "\\u001b', "[" * 100_000 + '"\\u001b'])
def test_what_is_no_json_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError):
        clean_json(text)


def test_one_is_no_plural() -> None:
    assert [counted(number, "act") for number in (0, 1, 2)] == ["0 acts", "1 act", "2 acts"]
