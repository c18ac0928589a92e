"""Members in a table: CSV, with commas, semicolons or tabulators, as spreadsheets and council systems write it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from boardtui.agendas.decoding import decode
from boardtui.agendas.member_rows import Row
from boardtui.agendas.problems import AgendaError, Problem, shortened
from boardtui.model.people import TITLES, name_parts
from boardtui.model.text import clean, fold

_COLUMNS = {
    "name": (
        "name", "names", "full name", "display name", "councillor", "councillors", "councillor name", "name of councillor",
        "cllr", "member", "members", "member name", "name of member", "committee member", "board member", "person",
        "attendee", "representative", "full user name",
    ),
    "title": ("title", "salutation", "honorific", "honorific prefix", "prefix"),
    "forename": ("forename", "forenames", "first name", "first names", "given name", "given names", "christian name"),
    "surname": ("surname", "last name", "family name"),
    "role": (
        "role", "roles", "position", "office", "committee role", "role on committee", "role on board", "role description",
        "position on committee", "role or post", "position held",
    ),
    "post": ("post", "job title", "job", "occupation", "designation"),
    "organisation": (
        "organisation", "organization", "representing", "body", "agency", "employer", "organisation represented",
        "on behalf of", "representative of", "nominated by", "directorate", "sector",
    ),
    "group": ("group", "party", "political group", "political party", "party group", "party or group", "group or party"),
    "stands_for": ("substitute for", "substituting for", "for", "stands for", "standing in for", "deputy for", "reserve for"),
    "kind": ("kind", "type", "member type", "type of member", "capacity", "status", "membership type", "category", "seat"),
}  # fmt: skip
"""What a column holds -> what it may be called."""
_COLUMN_OF = {fold(name): column for column, names in _COLUMNS.items() for name in names}
_TITLES = frozenset(map(fold, TITLES))
_DELIMITERS = (",", ";", "\t")
_HEAD_WITHIN = 10
"""Lines within which the names of the columns are looked for: some tables have a title above."""
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_MOST_HONOURS = 6
"""Cells that may be one person's honours."""
_HINT = "Give the first line the names of its columns: name, role, organisation, group, substitute for."

_Cells = tuple[int, list[str]]


def rows_of_csv(data: bytes, name: str) -> Iterator[Row]:
    """The rows of a table. Raises InputError for what is no text, AgendaError where no column has names in it."""
    lines = clean(decode(data, name)).split("\n")
    at, columns, delimiter = _head(lines, name)
    for line, cells in _records(lines[at:], delimiter, at, name):
        if not any(cell.strip() for cell in cells):
            continue
        yield _row(line, _fitted(line, cells, columns, name), columns)


def _head(lines: Sequence[str], name: str) -> tuple[int, list[str], str]:
    """How many lines the head ends with, what each column holds ('' for what isn't asked for), and the delimiter."""
    first = 1
    for at, line in enumerate(lines[: _HEAD_WITHIN * 2]):
        if not line.strip() or _SEPARATOR_LINE.fullmatch(line):
            continue
        first = at + 1
        found = [(columns, delimiter) for delimiter in _DELIMITERS if (columns := _columns(line, delimiter))]
        if found:
            columns, delimiter = max(found, key=lambda one: sum(map(bool, one[0])))
            return at + 1, columns, delimiter
    raise AgendaError(name, [Problem(first, "no column here is called `name`", _HINT)])


def _columns(line: str, delimiter: str) -> list[str]:
    """What each column holds by this line; empty where no column has names."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
    columns = [_COLUMN_OF.get(fold(cell), "") for cell in cells]
    for place, column in enumerate(columns):
        if column in columns[:place]:
            columns[place] = ""
    return columns if "name" in columns or "surname" in columns else []


def _records(lines: Sequence[str], delimiter: str, before: int, name: str) -> Iterator[_Cells]:
    """Each record with the line it begins on. before: how many lines stand above."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            yield before + begins, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error:
        hint = "Look for a double quote that has no end, and save it again as CSV."
        raise AgendaError(name, [Problem(before + begins, "from here on the table can't be read", hint)]) from None


def _fitted(line: int, cells: list[str], columns: list[str], name: str) -> list[str]:
    """The cells, one a column: `David Kershaw CBE, JP` is one name, whether or not the table has quotes round it."""
    if len(columns) == 1:
        return [", ".join(cells)]
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    place = next((at for at, column in enumerate(columns) if column in ("name", "surname")), 0)
    beyond = len(cells) - len(columns)
    for _ in range(beyond):
        words = ", ".join(cells[place : place + 2])
        if beyond > _MOST_HONOURS or not name_parts(words).honours.endswith(cells[place + 1]) or not cells[place + 1]:
            hint = "Put double quotes round each cell that has a comma in it."
            said = shortened(", ".join(islice(filter(None, cells), 6)))
            raise AgendaError(name, [Problem(line, f"there are more cells than columns: {said}", hint)])
        cells[place : place + 2] = [words]
    return cells


def _row(line: int, cells: Sequence[str], columns: Sequence[str]) -> Row:
    said = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    title, forename, surname = (said.pop(part, "") for part in ("title", "forename", "surname"))
    name = said.pop("name", "") or f"{forename} {surname}".strip()
    if fold(title) in _TITLES and not name_parts(name).title and name:
        name = f"{title} {name}"
    return Row(line, name, **said)
