"""Tables of a PDF, ruled or not: which words stand in which cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from boardtui.agendas.pdf_apart import Box, Grid, Page, Word
from boardtui.agendas.pdf_lines import Line
from boardtui.agendas.pdf_tables import Table, goes_on, joined, tables_of
from boardtui.agendas.pdf_unruled import with_tables
from support.pdf_words import RIGHT, laid, words

COLUMNS = (50.0, 90.0, 330.0, 530.0)


def grid(*tops: float, across: Sequence[int] = ()) -> Grid:
    """A table of three columns whose rows begin at these places, the last being where it ends; those across are one cell."""
    rows: list[tuple[Box | None, ...]] = []
    for place, (top, bottom) in enumerate(pairwise(tops)):
        if place in across:
            rows.append((Box(COLUMNS[0], top, COLUMNS[-1], bottom), None, None))
        else:
            rows.append(tuple(Box(x0, top, x1, bottom) for x0, x1 in pairwise(COLUMNS)))
    return tuple(rows)


def page(table: Grid, *several: list[Word], number: int = 1) -> Page:
    return Page(number, 595, 842, tuple(word for some in several for word in some), (table,))


def said(table: Table) -> list[list[str]]:
    return [[" / ".join(line.whole for line in cell.lines) for cell in row] for row in table.rows]


def row(y: float, *texts: str) -> list[Word]:
    """Words in the cells of a row, from left to right."""
    return [word for x, text in zip(COLUMNS, texts, strict=False) for word in words(text, x=x + 4, y=y)]


def test_words_stand_in_their_cells_and_the_others_around_the_table() -> None:
    above = words("Marrick Council", y=60)
    (table,), left = tables_of(
        page(grid(100, 120, 150), above, row(103, "Item", "Subject", "Lead"), row(123, "1.", "Budget"))
    )
    assert said(table) == [["Item", "Subject", "Lead"], ["1.", "Budget", ""]]
    assert [word.text for word in left] == ["Marrick", "Council"]


def test_lines_in_a_cell_end_at_its_edge_and_not_at_that_of_the_page() -> None:
    (table,), _ = tables_of(page(grid(100, 130), row(103, "1.", "Budget", "Chair"), row(115, "", "and precept")))
    assert [line.right for line in table.rows[0][1].lines] == [326.0, 326.0]
    assert said(table) == [["1.", "Budget / and precept", "Chair"]]


def test_a_cell_that_goes_across_says_over_how_many_columns() -> None:
    (table,), _ = tables_of(
        page(grid(100, 120, 150, across=[0]), row(103, "Public Business"), row(123, "1.", "Budget", "x"))
    )
    assert [cell.span for cell in table.rows[0]] == [3]


def test_a_cell_that_reaches_down_leaves_an_empty_one_below() -> None:
    first, second = grid(100, 120, 150)
    tall = Box(COLUMNS[0], 100, COLUMNS[1], 150)
    (table,), _ = tables_of(
        page(((tall, *first[1:]), (None, *second[1:])), row(130, "7."), row(103, "", "Care"), row(123, "", "b"))
    )
    assert said(table) == [["7.", "Care", ""], ["", "b", ""]]


def test_a_box_around_text_is_no_table() -> None:
    box: Grid = ((Box(50, 90, 540, 130),),)
    tables, left = tables_of(page(box, words("Note: please switch off")))
    assert (tables, len(left)) == ([], 4)


def test_a_table_without_words_is_none() -> None:
    assert tables_of(page(grid(100, 120), words("Agenda", y=60)))[0] == []


def two_pages(*first: list[Word], then: Sequence[list[Word]]) -> tuple[Table, Table]:
    (one,), _ = tables_of(page(grid(700, 750), *first))
    (other,), _ = tables_of(page(grid(60, 90), *then, number=2))
    return one, other


def test_a_table_goes_on_over_the_page_and_its_broken_row_is_whole_again() -> None:
    one, other = two_pages(row(703, "7.", "Care for Older People"), then=[row(63, "", "in the wards", "Chair")])
    assert goes_on(one, other)
    assert said(joined(one, other)) == [["7.", "Care for Older People / in the wards", "Chair"]]


def test_a_row_that_begins_a_sentence_is_a_row_of_its_own() -> None:
    one, other = two_pages(row(703, "7.", "Care"), then=[row(63, "", "In the wards", "Chair")])
    assert len(joined(one, other).rows) == 2


def test_a_table_with_other_columns_is_another() -> None:
    one, other = two_pages(row(703, "7.", "Care"), then=[row(63, "8.", "Budget", "Chair")])
    assert not goes_on(one, Table(2, 60, (50.0, 200.0, 330.0), other.rows))
    assert not goes_on(one, Table(2, 60, (50.0, 90.0), other.rows))


UNRULED = (100.0, 160.0, 400.0)


def unruled(*rows: Sequence[str]) -> list[Line]:
    """Lines in which these words stand below one another, without rules."""
    lines: list[Line] = []
    for place, cells in enumerate(rows):
        some = [
            word for x, text in zip(UNRULED, cells, strict=False) for word in words(text, x=x, y=100.0 + 12 * place)
        ]
        lines.append(Line(1, tuple(some)))
    return lines


def parts(lines: Sequence[Line]) -> list[list[str] | list[list[str]]]:
    return [
        said(part) if isinstance(part, Table) else [line.whole for line in part] for part in with_tables(lines, RIGHT)
    ]


HEAD = ("Item", "Subject", "Lead")


def test_a_table_without_rules_is_known_by_its_heads() -> None:
    lines = [
        *laid("Marrick Council", top=60),
        *unruled(HEAD, ("1.", "Budget", "Chair"), ("", "and precept"), ("2.", "Care", "A Grier")),
    ]
    assert parts(
        [*lines, *laid("Contact: L Knoll about all parts of it in the Guildhall of Marrick for ever", top=160)]
    ) == [
        ["Marrick Council"],
        [["Item", "Subject", "Lead"], ["1.", "Budget / and precept", "Chair"], ["2.", "Care", "A Grier"]],
        ["Contact: L Knoll about all parts of it in the Guildhall of Marrick for ever"],
    ]


def test_a_heading_across_its_columns_is_a_row_of_its_own() -> None:
    crossing = "Business for which the press and public are asked to leave the room"
    lines = unruled(HEAD, ("1.", "Budget", "Chair"), (crossing,), ("2.", "Care", "A Grier"))
    assert parts(lines)[1] == [
        ["Item", "Subject", "Lead"],
        ["1.", "Budget", "Chair"],
        [crossing],
        ["2.", "Care", "A Grier"],
    ]


def test_heads_with_no_rows_below_are_lines() -> None:
    lines = unruled(HEAD, ("1.", "Budget", "Chair"))
    assert parts(lines) == [["Item Subject Lead", "1. Budget Chair"]]
