"""What a house style says of how minutes and their paragraphs are numbered, and where actions stand: tables of its file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from boardtui.minutes.sentences import Pattern, read_pattern
from boardtui.minutes.slots import Slots
from boardtui.model.agenda import Numbering
from boardtui.model.base import Frozen


class NumberForms(Frozen):
    """Minute numbers of a body whose agenda doesn't say: where they come from, and the first one of a year.

    year_begins: the month of the annual meeting; annual: words in the kind of a meeting that begins a year.
    """

    numbering: Numbering
    first: Annotated[Pattern, Slots("year", "next_year", "full_year")]
    year_begins: Annotated[int, Field(ge=1, le=12, strict=True)]
    annual: tuple[str, ...]


class ParagraphForms(Frozen):
    """How paragraphs are numbered within their minute, "" for not at all; numbered: what is: what was written, decisions."""

    number: Annotated[Pattern, Slots("number", "place", "letter", "roman")] = read_pattern("")
    numbered: tuple[Literal["text", "decisions"], ...] = ("text", "decisions")


class ActionForms(Frozen):
    """Where actions stand: each in a line where it was agreed, in a column beside it, all in a table, or only exported.

    column: the heads over what was said and over the actions beside it; beside: what the column says of one.
    """

    placement: Literal["line", "column", "table", "list"]
    column: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)] = ("", "")
    beside: Annotated[Pattern, Slots("owners", "text", "due")] = read_pattern("")
    at: Literal["front", "end"]
    heading: str
    columns: Annotated[tuple[str, ...], Field(min_length=4, max_length=4)]
    minute: Annotated[Pattern, Slots("number", "title")]


class WordForms(Frozen):
    """The styles of the office's own Word file, by the names Word shows them under; "" for what it then has by default."""

    draft: str = ""
    council: str = ""
    title: str = ""
    attendance_heading: str = ""
    attendance: str = ""
    attendance_labelled: str = ""
    section: str = ""
    sub_section: str = ""
    heading: str = ""
    subheading: str = ""
    text: str = ""
    bullet: str = ""
    sub_bullet: str = ""
    quotation: str = ""
    decision: str = ""
    clause: str = ""
    sub_clause: str = ""
    sub_sub_clause: str = ""
    vote: str = ""
    action: str = ""
    table: str = ""
    table_heading: str = ""
    table_text: str = ""
    action_column: str = ""
    action_heading: str = ""
    action_beside: str = ""
    closing: str = ""
    signature: str = ""
