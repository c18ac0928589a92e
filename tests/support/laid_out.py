"""Minutes laid out in every way a house may ask for: names in columns and in a table, numbered paragraphs, a column."""

from __future__ import annotations

from boardtui.minutes.tree import (
    Action,
    AttendanceLine,
    AttendanceList,
    Decision,
    Minute,
    Minutes,
    Paragraph,
    SectionHeading,
    Table,
)
from support.trees import clauses

NAMES = ("Cllr Alder", "Cllr Birch", "Cllr Cedar", "Cllr Dogwood", "Cllr Elm")
ROWS = (("Name", "Role", "There"), ("Ann Alder", "Chair", "Present"), ("Ben Birch", "", "Apologies"))

LAID_OUT = Minutes(
    house="x",
    committee="Harbour Committee",
    date="2026-11-05",
    title="Minutes of the Harbour Committee",
    attendance=(
        AttendanceList(heading="Attendance:", table=Table(rows=ROWS, headed=True)),
        AttendanceList(heading="Also present:", lines=tuple(AttendanceLine(text=name) for name in NAMES), across=2),
    ),
    body=(
        SectionHeading(text="Public Business"),
        Minute(
            number="4",
            heading="The Pond",
            heading_line="4. The Pond",
            parts=(
                Paragraph(text="The pond was deep.", paragraph="4.1"),
                Decision(lead="RESOLVED that:", clauses=clauses("One.", "Two."), paragraph="4.2"),
                Action(text="Action: Eve Elm to dig.", beside="Eve Elm: dig"),
                Action(text="Action: the Clerk to tell the band.", beside="The Clerk: tell the band"),
                Paragraph(text="It was late.", paragraph="4.3"),
            ),
        ),
        Minute(
            number="5",
            heading="The Pier",
            heading_line="5. The Pier",
            parts=(Paragraph(text="Nothing was done.", paragraph="5.1"), Table(rows=(("a", "b"),))),
        ),
    ),
    closing="The meeting closed.",
    signature=("Signed ____", "Chair"),
    initials="Initials ____",
    action_column=("Discussion", "Action"),
)

ATTENDED = LAID_OUT.model_copy(update={"action_column": (), "body": LAID_OUT.body[:2]})
"""The same without a column."""
