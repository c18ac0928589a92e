"""The minutes as a small tree: what every writer walks. All words stand in it; a writer only dresses them.

The tree is also the archive format: `Minutes` writes itself as JSON and publishes the schema of it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from boardtui.model.base import Frozen

FORMAT = "boardtui-minutes"
VERSION = 1

Source = Annotated[tuple[int, ...], Field(exclude=True, repr=False)]
"""The seqs of the acts a part comes from: for the desk, to jump from a line to its block. Never written out."""


class Paragraph(Frozen):
    """A paragraph. paragraph: its number within the minute as printed, `4.1`, '' for none."""

    kind: Literal["paragraph"] = "paragraph"
    paragraph: str = ""
    text: str
    source: Source = ()
    prepared: Annotated[bool, Field(exclude=True)] = False


class Subheading(Frozen):
    """A heading inside a minute."""

    kind: Literal["subheading"] = "subheading"
    text: str
    source: Source = ()
    prepared: Annotated[bool, Field(exclude=True)] = False


class Quotation(Frozen):
    """Words minuted as said, with the house's quotation marks in them."""

    kind: Literal["quotation"] = "quotation"
    text: str
    source: Source = ()
    prepared: Annotated[bool, Field(exclude=True)] = False


class Bullet(Frozen):
    """A bullet with those below it."""

    text: str
    bullets: tuple[Bullet, ...] = ()
    source: Source = ()
    prepared: Annotated[bool, Field(exclude=True)] = False


class BulletList(Frozen):
    """A run of bullets."""

    kind: Literal["bullets"] = "bullets"
    bullets: tuple[Bullet, ...]
    source: Source = ()


class Table(Frozen):
    """A table, row by row; its first row is not a heading unless `headed`."""

    kind: Literal["table"] = "table"
    rows: tuple[tuple[str, ...], ...]
    headed: bool = False
    source: Source = ()
    prepared: Annotated[bool, Field(exclude=True)] = False


class Clause(Frozen):
    """A clause of a decision. label: its number as typed in text forms, `(1)`, `a)`, '' where it has none."""

    label: str
    text: str
    clauses: tuple[Clause, ...] = ()
    source: Source = ()


class Decision(Frozen):
    """A decision. lead: the words before the clauses, up to and with the colon where several follow.

    One clause runs on from the lead: then `text` is the whole sentence, `clauses` holds only what hangs from it, and
    lead is ''. Several: text is '', clauses are those numbered. paragraph: its number within the minute, '' for none.
    """

    kind: Literal["decision"] = "decision"
    paragraph: str = ""
    lead: str = ""
    text: str = ""
    clauses: tuple[Clause, ...] = ()
    source: Source = ()


class Roll(Frozen):
    """How members voted, one line an option: `For (7): Councillors …`."""

    kind: Literal["roll"] = "roll"
    lines: tuple[str, ...]
    source: Source = ()


class Action(Frozen):
    """Who does what by when, as the house words it. beside: how it reads in a column beside what was said, '' for not there."""

    kind: Literal["action"] = "action"
    text: str
    beside: str = ""
    owners: tuple[str, ...] = ()
    due: str = ""
    source: Source = ()


Part = Annotated[
    Paragraph | Subheading | Quotation | BulletList | Table | Decision | Roll | Action, Field(discriminator="kind")
]


class SectionHeading(Frozen):
    """A heading over minutes. level 1 is the highest; nil: the house's word for nothing under it, '' where something is."""

    kind: Literal["section"] = "section"
    text: str
    level: int = 1
    nil: str = ""


class Minute(Frozen):
    """One minute. number: as printed, '' for none; heading: '' for none; items: the agenda numbers it covers;

    withheld: some or all of it is kept out of this output.
    """

    kind: Literal["minute"] = "minute"
    number: str = ""
    heading: str = ""
    heading_line: str = ""
    items: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    withheld: bool = False
    source: Source = ()


class AttendanceLine(Frozen):
    """One line of the attendance block. label: what runs in before it (`Place`), '' for none."""

    text: str
    label: str = ""


class AttendanceList(Frozen):
    """A heading of the attendance block with those under it; a heading may stand alone over the lists that follow.

    across: in how many columns the lines stand; table: in their place, where they stand in one.
    """

    heading: str
    lines: tuple[AttendanceLine, ...] = ()
    across: int = 1
    table: Table | None = None

    @property
    def stands_alone(self) -> bool:
        """Is this a heading with nothing under it?"""
        return not self.lines and self.table is None


class Minutes(Frozen):
    """The minutes of a meeting, whole.

    draft: the marks printed on them (a draft; not for publication), '' for none; date: ISO, '' if unknown; approved: the day
    of the meeting that approved them, ISO, '' for a draft; signed, signed_by: when they were signed, ISO, and by whom, '' for
    unknown; action_column: the heads over what was said and over the actions beside it, none in minutes without such a column;

    page: the foot of a page; initials: the place beside it for whoever signs to initial, '' for none.
    """

    format: Literal["boardtui-minutes"] = "boardtui-minutes"
    version: Literal[1] = 1
    language: str = "en-GB"
    house: str
    council: str = ""
    committee: str
    date: str = ""
    title: str
    draft: str = ""
    approved: str = ""
    signed: str = ""
    signed_by: str = ""
    restricted: bool = False
    attendance: tuple[AttendanceList, ...] = ()
    body: tuple[Annotated[SectionHeading | Minute, Field(discriminator="kind")], ...] = ()
    closing: str = ""
    signature: tuple[str, ...] = ()
    action_column: tuple[()] | tuple[str, str] = ()
    page: str = "Page {page} of {pages}"
    initials: str = ""
