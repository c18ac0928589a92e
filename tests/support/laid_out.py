"""Minutes laid out in every way a house may ask for: names in columns and in a table, paragraphs with numbers."""

from __future__ import annotations

from boardtui.minutes.tree import (
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
            ),
        ),
    ),
    closing="The meeting closed.",
    signature=("Signed ____", "Chair"),
    initials="Initials ____",
)
