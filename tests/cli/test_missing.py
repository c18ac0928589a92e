"""`boardtui check MEETING`: what is missing, how it is mended, what was answered; and what is kept back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

Said = pytest.CaptureFixture[str]


@pytest.fixture
def meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> str:
    """The name of a meeting with nothing minuted."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    Path("a.agenda.md").write_text(BOARD, "utf-8")
    assert main(["new", "a.agenda.md", "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)["meeting"])


def take(notes: str, capsys: Said) -> None:
    Path("a.notes").write_text(notes, "utf-8")
    assert main(["take", "a.notes"]) == 0
    capsys.readouterr()


def checked(meeting: str, capsys: Said, *words: str) -> tuple[int, str]:
    code = main(["check", meeting, *words])
    return code, capsys.readouterr().out


def test_nothing_is_missing(meeting: str, capsys: Said) -> None:
    assert checked(meeting, capsys) == (0, f"{meeting}: nothing is missing.\n")


def test_each_gap_is_numbered_with_what_mends_it(meeting: str, capsys: Said) -> None:
    take("/present all\n/start 14:00\n# 4\n/move @quill: the plan be agreed\n/vote 2 1\n# 5\n", capsys)
    code, out = checked(meeting, capsys)
    assert code == 1
    lines = out.splitlines()
    assert lines[0].startswith(f"{meeting}: ") and lines[0].endswith("missing.")
    at = next(i for i, line in enumerate(lines) if line.endswith("Item 4: the motion has no seconder."))
    assert lines[at][0].isdecimal()
    assert lines[at + 1].endswith("/second …")


def test_a_reason_is_told_with_what_it_answers(meeting: str, capsys: Said) -> None:
    take(
        "/start 14:00\n/present all\n# 4\n/move @quill: the plan be agreed\n/override so it was\n/carried\n# 5\n",
        capsys,
    )
    _, out = checked(meeting, capsys)
    _, _, answered = out.partition("Answered with a reason:\n")
    reason, gap = answered.splitlines()
    assert reason.endswith(": so it was") and reason.startswith("   act ")
    assert gap == "      Item 4: the motion has no seconder."


def test_what_must_not_go_out_is_kept_back_unless_it_is_asked_for(meeting: str, capsys: Said) -> None:
    take("/present all\n/start 14:00\n# 5\n@zebra spoke.\n/move @quill: it be bought\n/restricted\n/carried\n", capsys)
    said = "/exclude 1\n/item Dismissal of Mr Zebra\n=the zebra be sold\n/override a zebra said so\n/readmit\n# 4\n"
    take(said, capsys)
    code, out = checked(meeting, capsys)
    assert code == 1 and "zebra" not in out.lower() and "Item 5: (restricted)" in out
    _, data = checked(meeting, capsys, "--json")
    assert "zebra" not in data.lower()
    assert [one["sentence"] for one in json.loads(data)["missing"] if one["item"] == "5"].count(None) == 2
    _, whole = checked(meeting, capsys, "--restricted")
    assert "@zebra is nobody the meeting knows." in whole and "a zebra said so" in whole


def test_for_a_program(meeting: str, capsys: Said) -> None:
    take("/present all\n/start 14:00\n# 4\n/move @quill: the plan be agreed\n/carried\n# 5\n", capsys)
    data = json.loads(checked(meeting, capsys, "--json")[1])
    assert data["meeting"] == meeting and data["overrides"] == []
    one = next(row for row in data["missing"] if row["lack"] == "seconder")
    assert (one["item"], one["sentence"]) == ("4", "Item 4: the motion has no seconder.")
    assert one["mends"] == f"/insert #{one['act']} /second …"


def test_the_book_is_checked_without_a_meeting(meeting: str, capsys: Said) -> None:
    assert main(["check"]) == 0
    assert "3 acts, all whole" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["check", "--restricted"], ["check", "MEETING", "--head", "3 0000 0000 0000"]])
def test_what_goes_with_the_other_is_told(meeting: str, capsys: Said, words: list[str]) -> None:
    assert main([meeting if word == "MEETING" else word for word in words]) == 2
    assert "boardtui check" in capsys.readouterr().err


def test_a_meeting_that_is_not_in_the_book(meeting: str, capsys: Said) -> None:
    assert main(["check", "nonesuch"]) == 1
    assert meeting in capsys.readouterr().err
