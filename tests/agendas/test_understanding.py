"""Agendas as councils set them out, read as a clerk would read them; nothing is lost, nothing made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas.native_writer import write_agenda
from boardtui.agendas.opening import open_source
from boardtui.agendas.parts import DOUBTFUL, Part
from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Kind, Source, SourceLine
from boardtui.agendas.understanding import understand

PACK = """
Marrick Health and Wellbeing Board

Time and Date

2.00 pm on Monday, 11th September, 2028

Place

Committee Room 2 - Guildhall

Public Business

1. **Welcome and Apologies**
2. **Declarations of Interest**
3. **Minutes of Previous Meeting** (Pages 5 - 14)
 - (a) To agree the minutes of 10th July, 2028
 - (b) Matters Arising

Development Items

4. **Falls at Home** (Pages 15 - 16)

Report of Brona Hallett, Programme Director who will report at the meeting on:

- (a) Planned Care
- (b) Money

Information Item

5. **Inspection of Adult Social Care** (Pages 17 - 22)

Report from the Director of Adult Services

Private Business

Nil

Ottoline Strake, Director of Governance, Guildhall Marrick

Friday, 1 September 2028

Note: The person to contact about the agenda is Lis Knoll Tel: 01632 960 183 Email: lis.knoll@marrick.example

Membership: Cllr F Abney, S Barrow, Cllr K Tandy (Chair), A Carne-Pollard (Deputy Chair) and D Willard

Please note: a hearing loop is available

Lis Knoll
Telephone: 01632 960 183

This page is intentionally left blank

Marrick Borough Council
Minutes of the Meeting of Marrick Health and Wellbeing Board held on 10 July 2028

1. Declarations of Interest

There were none.

2. Ponds

RESOLVED that they be dug.

3. Gates

Report

To: Marrick Health and Wellbeing Board

Title: Falls at Home

1 Purpose

To tell of falls.

2 Recommendations

Members are asked to:

1. note the report
2. agree the plan

3 Information

Recommendation 2 of the inspectors was to sweep.
"""

PACK_READ = """---
committee: Marrick Health and Wellbeing Board
date: Monday, 11th September, 2028
time: 2.00 pm
place: Committee Room 2 - Guildhall
contact: Lis Knoll | 01632 960 183 | lis.knoll@marrick.example
issued: Ottoline Strake, Director of Governance, Guildhall Marrick | Friday, 1 September 2028
member: Cllr F Abney
member: S Barrow
member: Cllr K Tandy | Chair
member: A Carne-Pollard | Deputy Chair
member: D Willard
---
# Public Business
1. Welcome and Apologies
2. Declarations of Interest
3. Minutes of Previous Meeting (Pages 5 - 14)
   (a) To agree the minutes of 10th July, 2028
   (b) Matters Arising
## Development Items
4. Falls at Home (Pages 15 - 16)
   Report of: Brona Hallett, Programme Director
   Note: who will report at the meeting on:
   Recommendation: note the report
   Recommendation: agree the plan
   (a) Planned Care
   (b) Money
## Information Item
5. Inspection of Adult Social Care (Pages 17 - 22)
   Report of: Director of Adult Services
# Private Business
Nil
"""


def read(text: str) -> Reading:
    return understand(open_source(text.encode(), "agenda.txt"))


def written(text: str) -> str:
    lines = write_agenda(read(text).agenda).splitlines()
    return "\n".join(line for line in lines if not line.startswith("numbering:")) + "\n"


def test_a_pack_with_minutes_and_reports_behind_the_front_sheet() -> None:
    assert written(PACK) == PACK_READ


def test_what_was_not_understood_is_left_over_and_the_reports_are_not() -> None:
    reading = read(PACK)
    assert [line.text for line in reading.leftovers] == ["Please note: a hearing loop is available"]
    assert "There were none." not in [line.text for line in reading.leftovers]


def body(text: str) -> list[str]:
    return written(text).split("---\n", 2)[2].splitlines()


FRONT = "Marrick Parish Council\nMeeting on Monday 11 September 2028 at 7.30 pm in the Village Hall\n\n"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1 Apologies\n2 Minutes\n3 Finance", ["1. Apologies", "2. Minutes", "3. Finance"]),
        ("1) Apologies\n2) Minutes", ["1. Apologies", "2. Minutes"]),
        ("43/19 Apologies\n44/19 Minutes", ["43/19. Apologies", "44/19. Minutes"]),
        ("(49) Apologies\n(50) Minutes", ["(49) Apologies", "(50) Minutes"]),
        ("FGB 38/2021 Apologies\nFGB 39/2021 Minutes", ["FGB 38/2021. Apologies", "FGB 39/2021. Minutes"]),
        ("28.\n\nApologies\n\n29.\n\nMinutes pdf icon PDF 79 KB", ["28. Apologies", "29. Minutes"]),
        ("Item 1: Apologies\nItem 2: Minutes", ["1. Apologies", "2. Minutes"]),
        ("7. Roads\n7a. Lanes\n8. Ponds", ["7. Roads", "7a. Lanes", "8. Ponds"]),
        ("**1.** **Apologies**\n**2.** **Minutes**", ["1. Apologies", "2. Minutes"]),
        ("1\\. Apologies\n2\\. Minutes", ["1. Apologies", "2. Minutes"]),
    ],
)  # fmt: skip
def test_numbers_of_every_shape(text: str, items: list[str]) -> None:
    assert body(FRONT + text) == items


@pytest.mark.parametrize(
    ("below", "read_as"),
    [
        ("Report of the Clerk", "Report of: Clerk"),
        ("Briefing note from Ann Dyer, Surveyor", "Report of: Ann Dyer, Surveyor"),
        ("Presented by Ann Dyer", "Presented by: Ann Dyer"),
        ("Presenter: Ann Dyer", "Presented by: Ann Dyer"),
        ("Lead officer: Ann Dyer", "Lead: Ann Dyer"),
        ("(Pages 3 - 8)", None),
        ("For decision", "Purpose: For decision"),
        ("(report enclosed)", "Papers: report enclosed"),
        ("7.45 pm", "Time: 7.45 pm"),
        ("(10 mins)", "Minutes: 10"),
        ("Recommendation: that it be noted", "Recommendation: that it be noted"),
        ("Recommendations:\n(1) the report be noted\n(2) the plan be agreed",
         "Recommendation: the report be noted|Recommendation: the plan be agreed"),
        ("The Council is asked to:\n1. note the report", "Recommendation: note the report"),
        ("This report contains exempt information as defined in paragraph 3 of Schedule 12A", None),
        ("a) the hedge\nb) the gate", "a) the hedge|b) the gate"),
        ("2.1 The hedge\n2.2 The gate", "2.1. The hedge|2.2. The gate"),
        ("(i) the hedge\n(ii) the gate", "(i) the hedge|(ii) the gate"),
        ("(a) the hedge\n(i) its height\n(b) the gate", "(a) the hedge|   (i) its height|(b) the gate"),
        ("which is to be cut, as was agreed.", "Note: which is to be cut, as was agreed."),
        ("(b) provision of a new gate", "Note: (b) provision of a new gate"),
    ],
)  # fmt: skip
def test_what_stands_below_an_item(below: str, read_as: str | None) -> None:
    found = body(f"{FRONT}1. Apologies\n\n2. The hedge in Mill Lane\n\n{below}\n\n3. Next meeting")
    under = [line[3:] for line in found[2:-1]]
    if read_as is not None:
        assert under == read_as.split("|")
        return
    assert under == []
    assert found[1] in ("2. The hedge in Mill Lane (Pages 3 - 8)", "2. The hedge in Mill Lane (exempt 3)")


def test_a_long_line_that_was_broken_is_one_again() -> None:
    found = body(
        f"{FRONT}   1. To approve the minutes of the last meeting of the council held on the\n      6th March 2028\n"
        "   2. Finance"
    )
    assert found == [
        "1. To approve the minutes of the last meeting of the council held on the 6th March 2028",
        "2. Finance",
    ]


def test_a_text_in_which_every_line_stands_apart() -> None:
    text = "\n\n".join(
        (
            "You are requested to attend a Meeting of the Metropolitan District of Marrick to be held in the",
            "Council Chamber, Guildhall, on Monday, 15th",
            "September, 2028 at 9.30 a.m. The business is set out below.",
            "AGENDA",
            "**1.**",
            "**Minutes**",
            "To adopt the minutes of the special meeting of the District that was held",
            "on 21st July, 2028.",
            "**2.**",
            "**Roads**",
            "To consider closing the road.",
        )
    )
    agenda = read(text).agenda
    assert (agenda.committee, agenda.place) == ("Metropolitan District of Marrick", "the Council Chamber, Guildhall")
    assert (agenda.date.typed, agenda.time and agenda.time.typed) == ("Monday, 15th September, 2028", "9.30 am")
    assert body(text) == [
        "1. Minutes",
        "   Note: To adopt the minutes of the special meeting of the District that was held on 21st July, 2028.",
        "2. Roads",
        "   Note: To consider closing the road.",
    ]


def test_two_meetings_on_one_sheet_count_anew_under_their_headings() -> None:
    found = body(
        f"{FRONT}Annual Meeting Agenda\n1. Report\n2. Voices\n\nOrdinary Meeting Agenda\n1. Chair\n2. Apologies\n3. Ponds"
    )
    assert found == [
        "# Annual Meeting Agenda", "1. Report", "2. Voices", "# Ordinary Meeting Agenda", "1. Chair", "2. Apologies",
        "3. Ponds",
    ]  # fmt: skip
    assert "Number 1 is used twice." in read(FRONT + "A Agenda\n1. R\n2. V\n\nB Agenda\n1. C\n2. A\n3. P").flags


def test_minutes_written_behind_their_headings_are_parted_from_them() -> None:
    found = body(
        f"{FRONT}1. PUBLIC FORUM The club was congratulated on its fete.\n2. PLAY AREA REPAIRS A quotation had come in."
    )
    assert found == [
        "1. PUBLIC FORUM", "   Note: The club was congratulated on its fete.",
        "2. PLAY AREA REPAIRS", "   Note: A quotation had come in.",
    ]  # fmt: skip


def test_the_minutes_on_a_page_are_not_taken_for_its_agenda() -> None:
    text = f"{FRONT}1.\n\nPonds PDF 12 KB\n\nReport of the Clerk\n\nMinutes:\n\nThe Council heard of the ponds.\n\n2.\n\nGates"
    assert body(text) == ["1. Ponds", "   Report of: Clerk", "2. Gates"]
    assert read(text).leftovers == ()


TABLE = (
    "Marrick Partnership Board 17 January 2028 4.30pm - 6.00pm Room 5 at the Guildhall\n\n"
    "Agenda Item # Item and discussion points Lead Papers Timing 1 Preliminary business Welcome Dr Ann Dyer (chair) Paper A"
    " minutes 4.00pm 2 A new clinic for the town Kit Fell Pages 3 to 8 4.40pm 3 Any other business Dr Ann Dyer None 5.25pm 2\n"
)


def test_a_table_that_ran_together_is_doubtful_and_its_contradiction_is_flagged() -> None:
    reading = read(TABLE)
    items = [(one.number, one.title, one.lead, one.planned and one.planned.typed) for one in reading.agenda.items]
    assert items == [
        ("1", "Preliminary business Welcome", "Dr Ann Dyer (chair)", "4.00pm"),
        ("2", "A new clinic for the town", "Kit Fell", "4.40pm"),
        ("3", "Any other business", "Dr Ann Dyer", "5.25pm"),
    ]
    assert "Item 1 is planned for 4.00pm, before the meeting begins at 4.30pm." in reading.flags
    assert all(one.sure == DOUBTFUL for one in reading.placed if one.part is Part.ITEM)
    assert len(reading.doubts) >= 3


@pytest.mark.parametrize(
    "text", ["Skip to content\n\nThe weather was fine.", "1. Alone", "£12,000\n\n12 May 2028", "."]
)
def test_what_is_no_agenda_is_none(text: str) -> None:
    assert not read(text).is_agenda


def test_what_the_file_says_itself_is_certain() -> None:
    lines = (
        SourceLine(1, "Marrick Board", part=Part.COMMITTEE),
        SourceLine(2, "11 September 2028", part=Part.DATE),
        SourceLine(3, "Ponds", marker="7.", part=Part.ITEM),
        SourceLine(4, "Ann Dyer", part=Part.LEAD),
        SourceLine(5, "the north pond", marker="(a)", part=Part.SUBITEM),
        SourceLine(6, "8. Gates", part=Part.ITEM),
        SourceLine(7, "Cllr Jo Abbot | Chair", part=Part.MEMBER),
    )
    reading = understand(Source("board.docx", Kind.WORD, "0" * 64, lines))
    assert [(one.number, one.title, one.lead) for one in reading.agenda.items] == [
        ("7", "Ponds", "Ann Dyer"),
        ("8", "Gates", ""),
    ]
    assert [one.number for one in reading.agenda.items[0].subitems] == ["(a)"]
    assert [(one.name, one.role) for one in reading.agenda.people] == [("Cllr Jo Abbot", "Chair")]
    assert reading.doubts == ()


def test_the_foot_of_a_page_in_a_report_is_not_recommended() -> None:
    lines = (
        SourceLine(1, "1. Falls at Home"), SourceLine(2, "2. Gates"), SourceLine(3, "Report"),
        SourceLine(4, "Title: Falls at Home"), SourceLine(5, "2 Recommendations"),
        SourceLine(6, "Members are asked to:"), SourceLine(7, "(a) note the report"),
        SourceLine(8, "Page 2", part=Part.ASIDE), SourceLine(9, "(b) agree the plan"), SourceLine(10, "3 Information"),
    )  # fmt: skip
    asked = understand(Source("pack.pdf", Kind.PDF, "0" * 64, lines)).agenda.items[0].recommendations
    assert [one.text for one in asked] == ["note the report", "agree the plan"]


_WORDS = st.sampled_from(
    ("1.", "2. Minutes", "3", "(a) one", "b)", "Report of", "Nil", "Private Business", "AGENDA", "Members:", "10.", "11. x",
     "4 May 2028", "7 pm", "Marrick Council", "Recommendation:", "the", "**bold**", "# Head", "| a | b |", "Title: Ponds",
     "Tel: 01632 960", "(Pages 3 - 8)", "This page is intentionally left blank", "Report", "To: all", "é", "“x”", "\\", "- ",
     "Cllr A Bee, B Cee", "")
)  # fmt: skip


@given(st.lists(st.lists(_WORDS, max_size=4).map(" ".join), max_size=40).map("\n".join))
def test_every_line_is_placed_and_nothing_raises(text: str) -> None:
    if not text.strip():
        return
    reading = read(text)
    placed = {number for one in reading.placed for number in one.lines}
    assert {line.number for line in reading.source.lines} == placed
    assert reading.agenda.committee
    assert all(0 <= one.sure <= 1 for one in reading.placed)
