"""A tree of minutes with one part of every kind in it."""

from __future__ import annotations

from boardtui.minutes.tree import (
    AttendanceLine,
    AttendanceList,
    Bullet,
    BulletList,
    Clause,
    Decision,
    Minute,
    Minutes,
    Paragraph,
    Roll,
    SectionHeading,
    Table,
)

EVERYTHING = Minutes(
    house="x",
    council="Council",
    committee="Committee",
    title="Minutes",
    draft="DRAFT",
    attendance=(
        AttendanceList(heading="Present:", lines=(AttendanceLine(label="Members", text="A"), AttendanceLine(text="B"))),
        AttendanceList(heading="Members of the Public: 3"),
    ),
    body=(
        SectionHeading(text="Public", nil="Nil"),
        Minute(
            number="1",
            heading="One",
            heading_line="1. One",
            parts=(
                Paragraph(text="A paragraph:"),
                BulletList(bullets=(Bullet(text="a", bullets=(Bullet(text="b"),)), Bullet(text="c"))),
                Table(rows=(("x", "y"), ("1", ""))),
                Paragraph(text="CARRIED:"),
                Roll(lines=("For (1): A", "Against (1): B")),
                Decision(
                    lead="RESOLVED that:",
                    clauses=(
                        Clause(
                            label="(1)",
                            text="X:",
                            clauses=(Clause(label="(a)", text="y"), Clause(label="(b)", text="z")),
                        ),
                        Clause(label="(2)", text="W."),
                    ),
                ),
                Decision(text="RESOLVED that it be:", clauses=(Clause(label="(a)", text="so"),)),
                Roll(lines=("For (1): A",)),
                Paragraph(text="The end."),
            ),
        ),
    ),
    closing="Closed.",
    signature=("Signed", "Chair"),
    initials="Initials ____",
)
