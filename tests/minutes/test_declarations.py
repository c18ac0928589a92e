"""The interests declared, as a document of its own."""

from __future__ import annotations

import pytest

from boardtui.minutes.declarations import declarations, outputs
from boardtui.minutes.formats import Source
from boardtui.minutes.house import load_house
from boardtui.minutes.tree import Minute, Minutes, Paragraph, Table
from boardtui.model.record import Record
from boardtui.rules.confidentiality import public_record
from support.meetings import record_of

AGENDA = """---
council: Saltings Town Council
committee: Harbour Committee
house: full_council
date: 9 March 2027
time: 7.00 pm
quorum: 3
{more}member: Cllr Ida Marsh | Chairman
member: Cllr Ted Reeve
member: Cllr Zoë Wyllt
member: Cllr Sam Quill
member: Cllr Kit Penn
---
1. Declarations of Interest
2. The Slipway
3. Mooring Fees
4. The Contract (exempt 3)
"""
BEGUN = "/present all\n/start 19:00\n# 1\n"


def meeting(*lines: str, more: str = "") -> Record:
    return record_of(AGENDA.format(more=more), BEGUN + "".join(f"{line}\n" for line in lines))


def tree(record: Record) -> Minutes:
    return declarations(record, load_house("full_council"))


def tables(minutes: Minutes) -> list[list[tuple[str, ...]]]:
    """The rows of each table, without their heads."""
    parts = [part for one in minutes.body if isinstance(one, Minute) for part in one.parts]
    return [list(part.rows[1:]) for part in parts if isinstance(part, Table)]


def paragraphs(minutes: Minutes) -> list[str]:
    parts = [part for one in minutes.body if isinstance(one, Minute) for part in one.parts]
    return [part.text for part in parts if isinstance(part, Paragraph)]


def test_who_declared_what_and_what_they_did() -> None:
    listed, _ = tables(
        tree(
            meeting(
                "/declare @quill 3 dpi keeps a boat there; left",
                "/declare @reeve @marsh 2 3 nri friends of the builder; stayed, spoke",
                "/declare all all personal members of the club",
                "# 2",
                "/declare @wyllt ori trustee; did not vote",
            )
        )
    )
    assert listed == [
        (
            "Councillor Sam Quill", "3 Mooring Fees", "A disclosable pecuniary interest: keeps a boat there",
            "left the meeting for the discussion and vote", "",
        ),
        (
            "Councillor Ted Reeve", "2 The Slipway; 3 Mooring Fees", "A non-registrable interest: friends of the builder",
            "remained in the meeting and spoke", "",
        ),
        (
            "Councillor Ida Marsh", "2 The Slipway; 3 Mooring Fees", "A non-registrable interest: friends of the builder",
            "remained in the meeting and spoke", "",
        ),
        ("All members", "All items on the agenda", "A personal interest: members of the club", "", ""),
        ("Councillor Zoë Wyllt", "2 The Slipway", "An other registrable interest: trustee", "did not vote", ""),
    ]  # fmt: skip


def test_who_left_for_it_without_having_said_so_is_told_to_have_left() -> None:
    listed, _ = tables(tree(meeting("/declare @quill 3 dpi a boat", "# 3", "/leave @quill for item")))
    assert listed[0][3] == "left the meeting for the discussion and vote"


def test_a_dispensation_an_absent_member_and_council_tax() -> None:
    lines = (
        "/dispensation @quill 3 until 1 May 2028; to speak and vote", "/dispensation @quill 2",
        "/declare @quill 3 dpi a boat", "/declare @marsh for @penn 3 personal a cousin", "# 3", "/arrears @reeve",
    )  # fmt: skip
    listed, _ = tables(tree(meeting(*lines)))
    assert listed[0][4] == "granted, until 1 May 2028: to speak and vote"
    assert listed[1][0] == "Councillor Kit Penn (declared by Councillor Ida Marsh)"
    assert listed[2][0] == "Councillor Ted Reeve"
    assert listed[2][2:4] == ("section 106 of the Local Government Finance Act 1992 (council tax)", "did not vote")


def test_the_sheet_has_what_belongs_in_the_register_and_the_last_day() -> None:
    minutes = tree(meeting("/declare @quill 3 dpi a boat; left", "/declare @reeve 3 nri a friend"))
    _, notified = tables(minutes)
    assert notified == [
        ("Councillor Sam Quill", "3 Mooring Fees", "A disclosable pecuniary interest: a boat", "☐", "5 April 2027", "")
    ]
    assert (
        "28 days beginning with the day on which it was disclosed (Localism Act 2011, s.31(2) and (3)"
        in paragraphs(minutes)[0]
    )
    assert minutes.signature[0].startswith("Monitoring officer")


@pytest.mark.parametrize("lines", [(), ("/declare none",)])
def test_nobody_declared_anything(lines: tuple[str, ...]) -> None:
    minutes = tree(meeting(*lines))
    assert tables(minutes) == []
    assert paragraphs(minutes) == [
        "No interests were declared.",
        "No interest of a kind that belongs in the register was declared.",
    ]


def test_a_body_without_a_monitoring_officer_has_no_sheet() -> None:
    minutes = tree(meeting("/declare @quill 3 financial shares; left", more="code: nhs\n"))
    assert len(tables(minutes)) == 1
    assert minutes.signature == ()


def test_the_nature_of_what_is_sensitive_is_in_neither() -> None:
    record = meeting("/declare @quill 3 dpi sensitive lives with zebras; left")
    for seen in (record, public_record(record)):
        assert "zebras" not in repr(tree(seen))
        assert [rows[0][2] for rows in tables(tree(seen))] == [
            "A disclosable pecuniary interest: sensitive interest"
        ] * 2


def test_what_was_declared_in_private_is_only_in_the_restricted_one() -> None:
    record = meeting(
        "/declare @quill 3 dpi a boat", "# 4", "/exclude 3", "/declare @reeve dpi a director of Zebra Ltd; left"
    )
    public, whole = tree(public_record(record)), tree(record)
    assert "Zebra" not in repr(public) and "Reeve" not in repr(public)
    assert (public.draft, public.restricted) == ("", False)
    assert (whole.draft, whole.restricted) == ("NOT FOR PUBLICATION", True)
    assert [len(rows) for rows in tables(whole)] == [2, 2]
    assert tables(whole)[0][1][1] == "4 The Contract"


def test_it_is_written_in_each_of_its_formats_the_same_always() -> None:
    source = Source(meeting("/declare @quill 3 dpi a boat; left"), load_house("parish_council"))
    written = outputs(source)
    assert [one.ending for one in written] == ["-interests.docx", "-interests.html", "-interests.txt"]
    assert written == outputs(source)
    assert "keeps" not in written[2].data.decode() and "a boat" in written[2].data.decode()
