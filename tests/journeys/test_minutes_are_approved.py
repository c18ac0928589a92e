"""A clerk's autumn: September's minutes go out as a draft, October approves them with a correction, and they are signed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.cli import main

Said = pytest.CaptureFixture[str]
SEPTEMBER, OCTOBER, MARCH = "2025-09-08", "2025-10-13", "2026-03-09"
AGENDA = """---
committee: Low Barrow Parish Council
house: parish_council
date: {date}
time: 7.30 pm
next minute number: {number}
member: Cllr Ada Brook | Chairman
member: Cllr Tom Dale
member: Cllr Eve Marsh
---
1. Minutes of the Previous Meeting
2. Footpaths
3. The Clerk's Pay (exempt 1)
"""
NOTES = {
    "september": """/present @brook @dale @marsh
/start 19:30
# 2
The Clerk reported that the stile in Mill Lane had broken.
/move @dale @brook: the stile be mended
/vote 2 0 1
# 3
/exclude
The Clerk asked for ten pounds an hour.
/close 20:10
""",
    "october": """/present @brook @dale @marsh
/start 19:30
# 1
/minutes 8 September 2025 approved; corrected minute 21/25: for "Mill Lane" read "Mill Road"
/move @dale @marsh
/unanimous
/signed 13 October 2025 @brook
/close 19:50
""",
}


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the two meetings' agendas and notes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    for name, date, number in (("september", "8 September 2025", "21/25"), ("october", "13 October 2025", "24/25")):
        Path(f"{name}.agenda.md").write_text(AGENDA.format(date=date, number=number), "utf-8")
        Path(f"{name}.notes").write_text(NOTES[name], "utf-8")


def does(capsys: Said, *words: str, code: int = 0) -> str:
    """What a command says, its standard error last."""
    capsys.readouterr()
    assert main(words) == code
    told = capsys.readouterr()
    return told.out + told.err


def minuted(capsys: Said, *names: str) -> None:
    for name in names:
        does(capsys, "new", f"{name}.agenda.md")
        does(capsys, "take", f"{name}.notes", {"september": SEPTEMBER, "october": OCTOBER}[name])


def test_a_clerks_autumn(capsys: Said) -> None:
    minuted(capsys, "september")
    does(capsys, "export", SEPTEMBER, "--to", "txt", "-o", "sent.txt")
    assert Path("sent.txt").read_text("utf-8").startswith("DRAFT\n")
    told = does(capsys, "approve", SEPTEMBER, code=1)
    assert "No later meeting of the body in this book has approved these minutes." in told
    assert "/minutes 8 September 2025 approved" in told

    minuted(capsys, "october")
    told = does(capsys, "approve", SEPTEMBER)
    assert "approved on 13 October 2025, by 2025-10-13-low-barrow-parish-council; signed by Cllr Brook on" in told
    assert 'made: minute 21/25: for "Mill Lane" read "Mill Road"' in told

    does(capsys, "export", SEPTEMBER, "--to", "txt,json", "-o", "signed/")
    signed = Path("signed/2025-09-08-low-barrow-parish-council.txt").read_text("utf-8")
    assert "DRAFT" not in signed
    assert "the stile in Mill Road had broken" in signed
    assert signed.endswith("Approved as a correct record on 13 October 2025\nSigned by Cllr Brook on 13 October 2025\n")
    data = json.loads(Path("signed/2025-09-08-low-barrow-parish-council.json").read_text("utf-8"))
    assert (data["draft"], data["approved"], data["signed_by"]) == ("", "2025-10-13", "Cllr Brook")

    told = does(capsys, "compare", SEPTEMBER)
    assert "21/25 Footpaths\n  The Clerk reported that the stile in Mill [− Lane] [+ Road] had broken." in told
    does(capsys, "export", SEPTEMBER, "--to", "txt", "--version", "draft", "-o", "signed/")
    draft = Path("signed/2025-09-08-low-barrow-parish-council-draft.txt").read_text("utf-8")
    assert draft == Path("sent.txt").read_text("utf-8")
    assert does(capsys, "show", SEPTEMBER, "--version", "draft").startswith("DRAFT\n")
    assert "These minutes were approved on 13 October 2025" in does(capsys, "check", SEPTEMBER, code=1)
    assert does(capsys, "check").endswith("all whole; the tables agree.\n")


def test_approved_minutes_do_not_change(capsys: Said) -> None:
    minuted(capsys, "september", "october")
    does(capsys, "approve", SEPTEMBER)
    before = does(capsys, "show", SEPTEMBER)
    for line in ("s/stile/gate/", "/rename @dale Cllr Thomas Dale", "More.", "/undo", "# 2"):
        Path("more.notes").write_text(line, "utf-8")
        told = does(capsys, "take", "more.notes", SEPTEMBER, code=1)
        assert "These minutes were approved on 13 October 2025, and are not changed any more." in told
        assert "--reopen" in told
    Path("more.notes").write_text("/rename @dale Cllr Thomas Dale", "utf-8")
    does(capsys, "take", "more.notes", OCTOBER)
    assert does(capsys, "show", SEPTEMBER) == before
    assert "approved on 13 October 2025 already" in does(capsys, "approve", SEPTEMBER, code=1)


def test_a_mistaken_approval_is_revoked_and_stays_in_the_trail(capsys: Said) -> None:
    minuted(capsys, "september", "october")
    does(capsys, "approve", SEPTEMBER)
    does(capsys, "approve", SEPTEMBER, "--revoke", "the wrong meeting")
    assert does(capsys, "show", SEPTEMBER).startswith("DRAFT\n")
    told = does(capsys, "history", SEPTEMBER, "--restricted")
    assert "the minutes were approved on 13 October 2025" in told
    assert "revoked: the wrong meeting" in told
    assert "revoked by" in told
    assert "There is: draft" not in does(capsys, "show", SEPTEMBER, "--version", "approved", code=1)
    told = does(capsys, "approve", SEPTEMBER)
    assert "made before: minute 21/25" in told
    assert "DRAFT" not in does(capsys, "show", SEPTEMBER)


def test_minutes_amended_by_a_third_meeting_keep_what_was_approved(capsys: Said) -> None:
    minuted(capsys, "september", "october")
    does(capsys, "approve", SEPTEMBER)
    does(capsys, "approve", SEPTEMBER, "--reopen", "resolved on 9 March 2026")
    amended = ("--on", MARCH, "--correct", 'minute 21/25: for "broken" read "fallen"')
    told = does(capsys, "approve", SEPTEMBER, *amended)
    assert "approved on 9 March 2026." in told
    assert "had broken" in does(capsys, "show", SEPTEMBER, "--version", "approved")
    assert "had fallen" in does(capsys, "show", SEPTEMBER)
    told = does(capsys, "compare", SEPTEMBER, "--from", "approved", "--to", "amended")
    assert "had [− broken] [+ fallen]." in told
    assert "Mill Lane" in does(capsys, "show", SEPTEMBER, "--version", "draft")


def test_what_it_can_not_make_is_left_to_the_clerk(capsys: Said) -> None:
    minuted(capsys, "september")
    plain = ("approve", SEPTEMBER, "--on", OCTOBER, "--correct", "the spelling of Cllr Marsh")
    told = does(capsys, *plain, "--correct", 'minute 21/25: for "the" read "a"', code=1)
    assert "by hand: the spelling of Cllr Marsh" in told
    assert "“the” stands 2 times in minute 21/25." in told
    assert "2 corrections can't be made without you, and nothing was recorded." in told
    assert does(capsys, "show", SEPTEMBER).startswith("DRAFT\n")
    assert "approved on 13 October 2025." in does(capsys, *plain, "--as-it-stands")


def test_a_correction_of_private_minutes_is_in_no_public_file(capsys: Said) -> None:
    minuted(capsys, "september")
    words = ("--correct", 'minute 22/25: for "ten" read "twelve"')
    told = does(capsys, "approve", SEPTEMBER, "--on", OCTOBER, *words)
    assert "twelve" not in told
    assert "made: (restricted)" in told
    assert "twelve" in does(capsys, "show", SEPTEMBER, "--restricted")
    for public in (("show",), ("history",), ("compare",)):
        told = does(capsys, public[0], SEPTEMBER)
        assert "twelve" not in told
        assert "ten pounds" not in told
    assert "[− ten] [+ twelve]" in does(capsys, "compare", SEPTEMBER, "--restricted")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--on", "2025-09-08"), "8 September 2025 is not later than the meeting itself"),
        (("--on", "soon"), "“soon” is no day."),
        (("--by", SEPTEMBER), "A meeting doesn't approve its own minutes."),
        (("--revoke", "no"), "These minutes have not been approved."),
    ],
)
def test_what_can_not_be_is_refused(words: tuple[str, ...], message: str, capsys: Said) -> None:
    minuted(capsys, "september")
    assert message in does(capsys, "approve", SEPTEMBER, *words, code=1)


def test_a_meeting_that_is_not_closed_is_not_approved(capsys: Said) -> None:
    does(capsys, "new", "september.agenda.md")
    assert "The meeting is not closed" in does(capsys, "approve", SEPTEMBER, "--on", OCTOBER, code=1)


def test_asked_first_it_records_nothing(capsys: Said) -> None:
    minuted(capsys, "september", "october")
    told = does(capsys, "approve", SEPTEMBER, "--check")
    assert "to be approved on 13 October 2025" in told
    assert "to be made: minute 21/25" in told
    assert does(capsys, "show", SEPTEMBER).startswith("DRAFT\n")
    data = json.loads(does(capsys, "approve", SEPTEMBER, "--json"))
    assert (data["on"], data["signed_by"], data["corrections"][0]["state"]) == ("2025-10-13", "Cllr Brook", "made")
    assert data["draft"] < data["approved"]


def test_two_meetings_minutes_approved_at_once_have_each_their_own_corrections(capsys: Said) -> None:
    minuted(capsys, "september", "october")
    name, date = "november", "10 November 2025"
    Path("november.agenda.md").write_text(AGENDA.format(date=date, number="27/25"), "utf-8")
    Path("november.notes").write_text(
        "/present all\n/start 19:30\n# 1\n/minutes 8 September and 13 October 2025 signed; corrected minute 21/25: for "
        '"Mill Lane" read "Mill Row"; minute 24/25: for "of the meeting" read "of that meeting"\n/close 20:00',
        "utf-8",
    )
    does(capsys, "new", f"{name}.agenda.md")
    does(capsys, "take", f"{name}.notes", "2025-11-10")
    told = does(capsys, "approve", SEPTEMBER, "--by", "2025-11-10")
    assert 'made: minute 21/25: for "Mill Lane" read "Mill Row"' in told
    assert "24/25" not in told
    told = does(capsys, "approve", OCTOBER, "--as-it-stands")
    assert "by hand: minute 24/25" in told
    assert "21/25" not in told
    assert "signed on 10 November 2025" in told
