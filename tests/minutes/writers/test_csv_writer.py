from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.minutes.writers.csv import safe_cell, write
from boardtui.model.text import clean_line
from support.trees import HOSTILE


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_it_begins_with_the_mark_and_ends_lines_as_spreadsheets_want() -> None:
    assert write(("a", "b"), [("ŵ", 'say "x", then')]) == '\ufeffa,b\r\nŵ,"say ""x"", then"\r\n'.encode()


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44", "-5", "@SUM(A1)", "|calc", "  =1", "\t=1", "\r\n=1", "\x1b[0m=1", "＝1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{clean_line(cell)}"


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_text_is_one_cell_on_one_line(kind: str) -> None:
    typed, wanted = HOSTILE[kind]
    rows = read(write(("one", "two"), [(typed, "kept")]))
    assert rows == [["one", "two"], [" ".join(wanted.split("\n")).replace("\t", " "), "kept"]]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_as_many_cells_come_back_as_went_in(rows: list[list[str]]) -> None:
    back = read(write(("a", "b"), rows))
    assert back[1:] == [[safe_cell(cell) for cell in row] for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@", "|", "\t", "\r")) for row in back for cell in row)
