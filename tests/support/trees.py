"""Trees of minutes to write out: one with everything in it, one with nothing, one of hostile text. All of it made up."""

from __future__ import annotations

from boardtui.minutes.tree import (
    Action,
    AttendanceLine,
    AttendanceList,
    Bullet,
    BulletList,
    Clause,
    Decision,
    Minute,
    Minutes,
    Paragraph,
    Part,
    Quotation,
    Roll,
    SectionHeading,
    Subheading,
    Table,
)

HOSTILE = {
    "control": ("bell\x07 and null\x00", "bell and null"),
    "escape": ("\x1b[31mred\x1b[0m", "red"),
    "surrogate": ("half \ud800 a pair", "half \ufffd a pair"),
    "entities": ('Smith & Sons < 5 > 3 ]]> &amp; "it\'s"', 'Smith & Sons < 5 > 3 ]]> &amp; "it\'s"'),
    "braces": ("{{ committee }} {% if %} {page}", "{{ committee }} {% if %} {page}"),
    "typesetting": ("# $x$ * _em_ @ref <b> `code` \\n", "# $x$ * _em_ @ref <b> `code` \\n"),
    "long word": ("x" * 400, "x" * 400),
    "emoji": ("👩‍👩‍👧 ✔ H₂O 🏳️‍🌈", "👩‍👩‍👧 ✔ H₂O 🏳️‍🌈"),
    "right to left": ("שלום \u202eevil\u202c مرحبا", "שלום evil مرحبا"),
    "Welsh": ("Cyngor Sir Ŵyllt, tŷ, ŵy, â ï", "Cyngor Sir Ŵyllt, tŷ, ŵy, â ï"),
    "markup": (
        "<script>alert(1)</script></style><!-- --> <a href='http://evil.example'>x</a>",
        "<script>alert(1)</script></style><!-- --> <a href='http://evil.example'>x</a>",
    ),
    "line ends": ("one\r\ntwo\x0bthree\u2028four\tfive", "one\ntwo\nthree\nfour\tfive"),
}
"""By kind: a text as it may be typed or pasted, and as every writer must print it."""


def clauses(*texts: str, labels: str = "123456789") -> tuple[Clause, ...]:
    """Clauses (1), (2) …; labels: what stands in the brackets."""
    return tuple(Clause(label=f"({label})", text=text) for label, text in zip(labels, texts, strict=False))


def minute(*parts: Part, heading: str = "1. Business") -> Minutes:
    """Minutes of a single minute."""
    return Minutes(
        house="full_council",
        committee="Planning Committee",
        date="2026-11-05",
        title="Minutes of the Planning Committee",
        body=(Minute(heading_line=heading, parts=parts),),
    )


EMPTY = Minutes(house="full_council", committee="Planning Committee", title="Minutes of the Planning Committee")
"""Minutes of a meeting of which nothing is known yet."""


def hostile(text: str) -> Minutes:
    """Minutes with this text in every place that has one."""
    words = Clause(label=text, text=text, clauses=(Clause(label="(a)", text=text),))
    parts = (
        Paragraph(text=text),
        Subheading(text=text),
        Quotation(text=text),
        BulletList(bullets=(Bullet(text=text, bullets=(Bullet(text=text),)),)),
        Table(rows=((text, text), (text,)), headed=True),
        Decision(lead=text, text=text, clauses=(words,)),
        Roll(lines=(text,)),
        Action(text=text),
    )
    return Minutes(
        language=text,
        house=text,
        council=text,
        committee=text,
        date=text,
        title=text,
        draft=text,
        attendance=(AttendanceList(heading=text, lines=(AttendanceLine(label=text, text=text),)),),
        body=(
            SectionHeading(text=text, nil=text),
            Minute(number=text, heading=text, heading_line=text, parts=parts),
        ),
        closing=text,
        signature=(text,),
        page=text,
        initials=text,
    )


HOSTILE_PLACES = 26
"""How often the text of `hostile` is printed in a document, page furniture aside: draft, council, title, …"""

_ATTENDANCE = (
    AttendanceList(
        heading="Present:",
        lines=(
            AttendanceLine(label="Board Members", text="Councillor Maureen Thistlewood (Chair)"),
            AttendanceLine(text="Councillor Idris Pugh-Llewellyn (Deputy Chair)"),
            AttendanceLine(text="Councillor Abena Owusu"),
            AttendanceLine(
                text="Dr Fenella Marchbanks-Ogilvie, Wexmouth and Estuary Integrated Care Board "
                "(substitute for Professor Alasdair Kincaid)"
            ),
            AttendanceLine(label="Co-opted Members", text="Gail Munro, Wexmouth Police"),
            AttendanceLine(text="Owen Fairlie, Chamber of Trade (remote)"),
        ),
    ),
    AttendanceList(
        heading="Officers:",
        lines=(
            AttendanceLine(text="Farida Haidari, Monitoring Officer"),
            AttendanceLine(text="Lynn Bostock, Democratic Services Manager"),
        ),
    ),
    AttendanceList(heading="Apologies for absence:", lines=(AttendanceLine(text="Councillor Caroline Rudd (unwell)"),)),
    AttendanceList(heading="Members of the public: 34"),
)

_OPENING = (
    SectionHeading(text="Public Business"),
    Minute(
        number="61",
        heading="Declarations of Interest",
        heading_line="61. Declarations of Interest",
        parts=(
            Paragraph(
                text="Councillor Owusu declared a personal interest in agenda item 4, Winter Opening of the Lido "
                "(treasurer of the Friends of the Lido), and remained in the meeting and did not vote."
            ),
            Paragraph(text="There were no other declarations."),
        ),
    ),
    Minute(
        number="62",
        heading="Minutes",
        heading_line="62. Minutes of the Meeting held on 10 September 2026",
        parts=(Decision(text="RESOLVED that the minutes of 10 September 2026 be signed as a correct record."),),
    ),
)

_WINTER = Minute(
    number="63",
    heading="Winter Readiness and Hospital Discharge",
    heading_line="63. Winter Readiness and Hospital Discharge",
    parts=(
        Paragraph(
            text="The Board considered a report of the Director of Public Health, which set out how the partners would "
            "prepare for the winter, what had been learnt from the last, and where the money would come from. The report "
            "indicated that one bed in nine had been taken by a person who was well enough to go home."
        ),
        Subheading(text="Discharge to assess"),
        Paragraph(text="Members raised a number of issues, including:"),
        BulletList(
            bullets=(
                Bullet(text="The links with the existing family hubs, and whether they would be open on Saturdays"),
                Bullet(
                    text="How a family would know whom to telephone",
                    bullets=(
                        Bullet(text="Response: One number would be printed on every discharge letter"),
                        Bullet(text="Response: Calls after hours would go to the district nurses"),
                    ),
                ),
                Bullet(text="The cost of taxis, which had doubled in two years."),
            )
        ),
        Quotation(text="“I would rather open one ward that is staffed than announce two that are not.”"),
        Table(
            headed=True,
            rows=(
                ("Scheme", "Partner", "2025/26", "2026/27"),
                ("Discharge lounge", "Wexmouth University Hospitals", "£112,400.00", "£140,000.00"),
                ("Night sitting service", "Voluntary Action Wexmouth", "£38,750.50", "£41,000.00"),
                ("Warm rooms in libraries", "The Council", "–", "£9,600.00"),
            ),
        ),
        Decision(
            lead="RESOLVED that:",
            clauses=(
                Clause(label="(1)", text="The winter plan be approved, subject to the following:"),
                Clause(
                    label="(2)",
                    text="The Director of Public Health be authorised, after consultation with the Chair, to:",
                    clauses=(
                        Clause(label="(a)", text="spend up to £50,000 from the winter reserve;"),
                        Clause(
                            label="(b)",
                            text="agree with the hospitals a date for the opening of the lounge:",
                            clauses=(
                                Clause(label="(i)", text="before 1 December, if staff can be found; or"),
                                Clause(label="(ii)", text="failing that, before 15 January; and"),
                            ),
                        ),
                        Clause(label="(c)", text="report upon the use of both."),
                    ),
                ),
                Clause(label="(3)", text="A report upon the plan be brought to the meeting in April 2027."),
            ),
        ),
        Action(text="Action: Priya Raman to print the number on every discharge letter by 1 December 2026."),
    ),
)

_LIDO = Minute(
    number="64",
    heading="Winter Opening of the Lido",
    heading_line="64. Winter Opening of the Lido",
    parts=(
        Paragraph(
            text="Moved by Councillor Thistlewood, seconded by Councillor Pugh-Llewellyn: That the Lido be opened every "
            "day from October to March."
        ),
        Paragraph(text="On a recorded vote the motion was CARRIED (4 for, 1 against, 1 abstention):"),
        Roll(
            lines=(
                "For (4): Councillors Pugh-Llewellyn and Thistlewood, Dr Marchbanks-Ogilvie and Gail Munro",
                "Against (1): Owen Fairlie",
                "Abstained (1): Councillor Owusu",
            )
        ),
        Decision(
            text="It was moved by Councillor Thistlewood, seconded by Councillor Pugh-Llewellyn and RESOLVED that the "
            "Lido be opened every day from October to March, on condition that:",
            clauses=(
                Clause(label="(a)", text="the water be tested daily; and"),
                Clause(label="(b)", text="a flask be kept."),
            ),
        ),
        Decision(
            lead="RECOMMENDED to the Council that:", clauses=clauses("The fee be £4.", "Children swim free of charge.")
        ),
        Decision(text="NOTED the thanks of the Friends of the Lido."),
    ),
)

_PRIVATE = (
    SectionHeading(text="Urgent Business", nil="Nil"),
    SectionHeading(text="Private Business"),
    Minute(
        number="65/E",
        heading="Claim by a Former Contractor",
        heading_line="65/E Claim by a Former Contractor",
        withheld=True,
        parts=(Paragraph(text="The minute of this item is exempt from publication."),),
    ),
)

RICH = Minutes(
    house="partnership_board",
    council="Wexmouth City Council",
    committee="Wexmouth Health and Wellbeing Board",
    date="2026-11-05",
    title="Minutes of the Meeting of Wexmouth Health and Wellbeing Board held at 2.00 pm on Thursday, 5 November 2026",
    draft="DRAFT",
    attendance=_ATTENDANCE,
    body=(*_OPENING, _WINTER, _LIDO, *_PRIVATE),
    closing="(Meeting closed at 3.55 pm)",
    signature=("Signed ____", "Chair", "Date ____"),
)
"""Minutes with every kind of part in them."""
