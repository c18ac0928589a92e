"""What each line of a native agenda file means."""

from __future__ import annotations

import pytest

from boardtui.agendas.native import is_native, read_agenda
from boardtui.agendas.native_writer import write_agenda
from boardtui.model.agenda import Agenda, Item, Listed, Numbering, Recommendation, Section
from boardtui.model.law import AccessLaw, Code, Consequence
from boardtui.model.people import SeatKind

WHOLE = """---
council: Northbrook City Council
committee: Northbrook Health and Wellbeing Board
kind: ordinary
house: partnership_board
numbering: restarting
date: Monday, 4th September, 2017
time: 2.00 pm
place: Committee Room 3 - Council House
next minute number: 13
quorum: 7, of which 1 councillor and 1 NHS
code: nhs
law: england
interest: loyalty | no vote
interest: Close Associate | leave
contact: Liz Marsh | 024 7600 0000 | liz.marsh@northbrook.example
issued: Martin Field, Executive Director, Place | 25 August 2017
member: Cllr K Shah | Chair | | Labour
member: A Canale-Rossi | Deputy Chair | Northbrook CCG
member: Liz Gould | Acting Director of Public Health
substitute: S Banks | | Northbrook University | for G Daly
officer: L Marsh | Governance Services Officer | Place
vacancy: NHS Area Team
---
# Public Business
3. Minutes of Previous Meeting (Pages 5 - 14)
   (a) To agree the minutes of the meeting held on 10th July, 2017
   (b) Matters Arising
      Note: none were notified
## Development Items
7. Out of Hospital (Pages 23 - 42)
   Report of: Anna Grey, Northbrook Clinical Commissioning Group
   Presented by: Gail Quill | Deputy Chief Executive (People)
   Lead: Cllr K Shah
   Papers: to follow
   Purpose: decision
   Motion: that the Board write to the Minister
   Moved by: Cllr K Shah
   Seconded by: Cllr Abel
   Time: 2.30 pm
   Minutes: 20 minutes
   Recorded vote: yes
   Note: The Chair will report
      at the meeting
   Recommendation: receive the report for information
   Recommendation: ask officers to
   == write to the Trust
   == report back in March
   Draft: The Board considered a report of @@grey.
   Draft: ? The links with the family hubs
*. Question from a member of the public
# Private Business
8. Commercial property (exempt 3)
# Any other business
Nil
"""


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return read_agenda(WHOLE)


def test_the_front_sheet_is_kept_as_typed_beside_what_it_means(agenda: Agenda) -> None:
    assert agenda.council == "Northbrook City Council"
    assert agenda.committee == "Northbrook Health and Wellbeing Board"
    assert (agenda.kind, agenda.house, agenda.numbering) == ("ordinary", "partnership_board", Numbering.RESTARTING)
    assert (agenda.date.typed, str(agenda.date.on)) == ("Monday, 4th September, 2017", "2017-09-04")
    assert agenda.time is not None
    assert (agenda.time.typed, agenda.time.minutes) == ("2.00 pm", 14 * 60)
    assert agenda.place == "Committee Room 3 - Council House"
    assert (agenda.next_number, agenda.quorum) == ("13", "7, of which 1 councillor and 1 NHS")
    assert (agenda.code, agenda.law) == (Code.NHS, AccessLaw.ENGLAND)
    assert [(kind.label, kind.consequence) for kind in agenda.interests] == [
        ("loyalty", Consequence.NO_VOTE), ("Close Associate", Consequence.LEAVE),
    ]  # fmt: skip
    assert agenda.contact == "Liz Marsh | 024 7600 0000 | liz.marsh@northbrook.example"
    assert agenda.issued == "Martin Field, Executive Director, Place | 25 August 2017"


def test_people_have_a_role_of_the_body_or_a_post_outside_it(agenda: Agenda) -> None:
    assert agenda.people == (
        Listed(kind=SeatKind.MEMBER, name="Cllr K Shah", role="Chair", group="Labour"),
        Listed(kind=SeatKind.MEMBER, name="A Canale-Rossi", role="Deputy Chair", organisation="Northbrook CCG"),
        Listed(kind=SeatKind.MEMBER, name="Liz Gould", post="Acting Director of Public Health"),
        Listed(kind=SeatKind.SUBSTITUTE, name="S Banks", organisation="Northbrook University", stands_for="G Daly"),
        Listed(kind=SeatKind.OFFICER, name="L Marsh", post="Governance Services Officer", organisation="Place"),
        Listed(kind=SeatKind.VACANCY, name="NHS Area Team"),
    )


def test_items_stand_in_order_under_their_sections_with_their_parts(agenda: Agenda) -> None:
    keyed = {key: (item.number, [section.title for section in sections]) for key, item, sections in agenda.keyed()}
    assert keyed == {
        "1": ("3", ["Public Business"]),
        "1.1": ("(a)", ["Public Business"]),
        "1.2": ("(b)", ["Public Business"]),
        "2": ("7", ["Public Business", "Development Items"]),
        "3": (None, ["Public Business", "Development Items"]),
        "4": ("8", ["Private Business"]),
    }
    assert agenda.body[-1] == Section(title="Any other business", nil=True)


def test_titles_are_verbatim_without_pages_and_exemption(agenda: Agenda) -> None:
    minutes, hospital, question, property_ = agenda.items
    assert (minutes.title, minutes.pages, minutes.exempt) == ("Minutes of Previous Meeting", "5 - 14", None)
    assert minutes.subitems[0].title == "To agree the minutes of the meeting held on 10th July, 2017"
    assert minutes.subitems[1].notes == ("none were notified",)
    assert (hospital.title, hospital.pages) == ("Out of Hospital", "23 - 42")
    assert question.title == "Question from a member of the public"
    assert (property_.title, property_.exempt) == ("Commercial property", "3")


def test_every_field_of_an_item_is_read(agenda: Agenda) -> None:
    item = agenda.items[1]
    assert (item.report_of[0].name, item.report_of[0].organisation) == (
        "Anna Grey",
        "Northbrook Clinical Commissioning Group",
    )
    assert (item.presented_by[0].name, item.presented_by[0].post) == ("Gail Quill", "Deputy Chief Executive (People)")
    assert (item.lead, item.papers, item.purpose) == ("Cllr K Shah", "to follow", "decision")
    assert (item.motion, item.moved_by, item.seconded_by) == (
        "that the Board write to the Minister",
        "Cllr K Shah",
        "Cllr Abel",
    )
    assert item.planned is not None
    assert (item.planned.minutes, item.minutes, item.recorded_vote) == (14 * 60 + 30, 20, True)
    assert item.notes == ("The Chair will report", "at the meeting")
    assert item.recommendations == (
        Recommendation(text="receive the report for information"),
        Recommendation(text="ask officers to", clauses=("write to the Trust", "report back in March")),
    )
    assert item.draft == ("The Board considered a report of @@grey.", "? The links with the family hubs")


def test_it_is_written_as_a_clerk_writes_it(agenda: Agenda) -> None:
    usual = WHOLE.replace("\n      at the meeting", "\n   Note: at the meeting").replace("20 minutes", "20")
    assert sorted(write_agenda(agenda).splitlines()) == sorted(usual.splitlines())


def only_item(lines: str) -> Item:
    return read_agenda(f"---\ncommittee: X\ndate: ?\n---\n{lines}").items[0]


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("28. Budget", "28", "Budget"),
        ("7a. Budget", "7a", "Budget"),
        ("43/19. Budget", "43/19", "Budget"),
        ("FGB 38/2021. Budget", "FGB 38/2021", "Budget"),
        ("PLA146/14. Budget", "PLA146/14", "Budget"),
        ("23-24/FRA/1. Budget", "23-24/FRA/1", "Budget"),
        ("18.05.1. Budget", "18.05.1", "Budget"),
        ("66/E. Budget", "66/E", "Budget"),
        ("7*. Budget", "7*", "Budget"),
        ("IV. Budget", "IV", "Budget"),
        ("xii. Budget", "xii", "Budget"),
        ("B. Budget", "B", "Budget"),
        ("(49) Budget", "(49)", "Budget"),
        ("(a) Budget", "(a)", "Budget"),
        ("a) Budget", "a)", "Budget"),
        ("*. Budget", None, "Budget"),
        ("7.", "7", ""),
        ("*.", None, ""),
        ("7. 2017. A year in review", "7", "2017. A year in review"),
        ("7. Health: an update", "7", "Health: an update"),
        ("7. # and *bold* | @home", "7", "# and *bold* | @home"),
        (r"\Extra item. Budget", "Extra item", "Budget"),
        (" 7. One stray space", "7", "One stray space"),
    ],
)
def test_numbers_are_text_as_typed(line: str, number: str | None, title: str) -> None:
    item = only_item(line)
    assert (item.number, item.title) == (number, title)


@pytest.mark.parametrize(
    ("line", "title", "pages", "exempt"),
    [
        ("1. Budget (Pages 5 - 14)", "Budget", "5 - 14", None),
        ("1. Budget (Page 5)", "Budget", "5", None),
        ("1. Budget (pp 23–42)", "Budget", "23–42", None),
        ("1. Budget (Pages 5 - 14) (exempt 3)", "Budget", "5 - 14", "3"),
        ("1. Budget (exempt 3) (Pages 5 - 14)", "Budget", "5 - 14", "3"),
        ("1. Budget (exempt)", "Budget", "", ""),
        ("1. Budget (Exempt: paragraphs 1 and 3)", "Budget", "", "paragraphs 1 and 3"),
        ("1. Budget (To Follow)", "Budget (To Follow)", "", None),
        ("1. Services (People)", "Services (People)", "", None),
        ("1. Exemptions (exempted)", "Exemptions (exempted)", "", None),
        ("1. Errata (Pages 5 - 14)\\", "Errata (Pages 5 - 14)", "", None),
        ("1. Budget\n   Exempt: yes", "Budget", "", ""),
        ("1. Budget\n   Exempt:", "Budget", "", ""),
        ("1. Budget\n   Exempt: 3 (business affairs)", "Budget", "", "3 (business affairs)"),
        ("1. Budget\n   Pages: to follow", "Budget", "to follow", None),
    ],
)
def test_pages_and_exemption_follow_the_title(line: str, title: str, pages: str, exempt: str | None) -> None:
    item = only_item(line)
    assert (item.title, item.pages, item.exempt) == (title, pages, exempt)


def test_indentation_says_what_belongs_to_what() -> None:
    item = only_item(
        "3. Finance\n   3.1. Budget\n      Report of: Jo Ward\n      (i) Capital\n         Note: deepest\n"
        "      (ii) Revenue\n   3.2. Audit\n   Note: of the item itself\n\tPurpose: by a tab"
    )
    budget, audit = item.subitems
    assert (budget.number, audit.number) == ("3.1", "3.2")
    assert budget.report_of[0].name == "Jo Ward"
    assert [below.number for below in budget.subitems] == ["(i)", "(ii)"]
    assert budget.subitems[0].notes == ("deepest",)
    assert item.notes == ("of the item itself",)
    assert item.purpose == "by a tab"


def test_empty_fields_are_missing_ones() -> None:
    header = "---\ncommittee: X\ndate: ?\ntime:\nplace:\nmember:\n---\n"
    agenda = read_agenda(f"{header}1. A\n   Note:\n   Draft:\n   Recommendation:\n   Report of:\n")
    assert agenda.time is None
    assert agenda.people == ()
    assert agenda.items[0] == Item(number="1", title="A")


@pytest.mark.parametrize("fence", ["---", "-----", "—", "–--", " --- "])
def test_the_header_stands_between_hyphens_or_what_a_word_processor_made_of_them(fence: str) -> None:
    assert read_agenda(f"\n{fence}\nCommittee : X\n\nDATE: 4 May 2017\n{fence}\n\n1. A\n").committee == "X"


def test_line_ends_marks_and_invisible_characters_do_not_matter() -> None:
    text = "\ufeff---\r\ncommittee: X\r\ndate: 4\u00a0May 2017\r\n---\r\n1. A\u200bB\r\n"
    agenda = read_agenda(text)
    assert str(agenda.date.on) == "2017-05-04"
    assert agenda.items[0].title == "AB"


def test_a_person_may_have_a_role_and_a_post() -> None:
    people = "member: Jo Ward | Chair; Head of Planning | Place\nofficer: Al Poe | Secretary"
    ward, poe = read_agenda(f"---\ncommittee: X\ndate: ?\n{people}\n---\n1. A").people
    assert (ward.role, ward.post, ward.organisation) == ("Chair", "Head of Planning", "Place")
    assert (poe.role, poe.post) == ("", "Secretary")


def test_what_governs_the_body_is_read_in_any_case_and_left_open_where_it_is_not_said() -> None:
    agenda = read_agenda("---\ncommittee: X\ndate: ?\ncode: Model  Code\nlaw: Northern Ireland\ninterest:\n---\n1. A")
    assert (agenda.code, agenda.law, agenda.interests) == (Code.MODEL, AccessLaw.NORTHERN_IRELAND, ())
    bare = read_agenda("---\ncommittee: X\ndate: ?\n---\n1. A")
    assert (bare.code, bare.law) == (None, None)


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("---\ncommittee: A Board\ndate: 1 June 2027\n---\n1. Budget\n", True),
        ("\n\n---\nmember: Jo\n---\n1. Budget\n", True),
        ("—-\nquorum: 3\n—\n", True),
        ("---\ntitle: Agenda\ndate: 2027-06-01\nlayout: post\n---\n1. Budget\n", False),
        ("---\ntitle: Agenda\n---\ncommittee: A Board\n", False),
        ("1. Budget\n", False),
        ("---\n", False),
        ("", False),
    ],
)
def test_a_native_file_is_known_by_its_header(text: str, native: bool) -> None:
    assert is_native(text) is native
