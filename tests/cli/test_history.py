"""history and show --at: what they print, and what they keep back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

NOTES = """/present all
/start 14:00
# 4
The plan was recieved.
s/recieved/received/
# 5
A zebra was seen.
"""


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> int:
    """A meeting with these notes. Gives the number of the act that first says `recieved`."""
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "minutes.book"))
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    (tmp_path / "a.notes").write_text(NOTES, "utf-8")
    assert main(["new", str(tmp_path / "a.agenda.md")]) == 0
    assert main(["take", str(tmp_path / "a.notes"), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    return int(lines[3]["seq"])


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def more(tmp_path: Path, text: str) -> None:
    (tmp_path / "more.notes").write_text(text, "utf-8")
    assert main(["take", str(tmp_path / "more.notes")]) == 0


def test_one_row_for_each_act(taken: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day, *rows = printed(capsys, "history").splitlines()
    assert day.split()[-1].isdecimal()
    assert len(rows) == taken + 3
    called = "the meeting was called: Marrow Vale Health Board, 7 September 2026, 5 items; from the file with SHA-256 "
    assert called in rows[0]
    assert rows[0].endswith(hashlib.sha256((tmp_path / "a.agenda.md").read_bytes()).hexdigest())
    assert rows[taken - 1].split(None, 3)[3] == f"4  The plan was recieved.  (reworded by {taken + 1})"


def test_the_acts_of_an_item(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert [row.split()[0] for row in printed(capsys, "history", "--item", "5").splitlines()[1:]] == [
        str(taken + 2),
        str(taken + 3),
    ]


def test_an_act_with_its_wordings(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    *_, first, then = printed(capsys, "history", "--act", str(taken)).splitlines()
    assert first.split(None, 2)[1:] == ["first", "The plan was recieved."]
    assert then.split(None, 3)[1:] == ["by", str(taken + 1), "The plan was received."]
    (row,) = json.loads(printed(capsys, "history", "--act", str(taken), "--json"))
    assert [one["line"] for one in row["wordings"]] == ["The plan was recieved.", "The plan was received."]
    assert row["became"] == [{"what": "reworded", "by": taken + 1}]


def test_the_minutes_as_they_stood(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert "The plan was recieved." in printed(capsys, "show", "--at", str(taken))
    now = printed(capsys, "show", "--at", f"#{taken + 3}")
    assert now == printed(capsys, "show")
    assert "zebra" not in json.dumps(json.loads(printed(capsys, "show", "--at", str(taken), "--json")))


def test_which_moment_is_shown_is_said_beside_the_minutes(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["show", "--at", str(taken)]) == 0
    told = capsys.readouterr()
    assert told.err.startswith(f"The draft minutes as they stood after act {taken}, filed at ")
    assert told.err.count("\n") == 1
    assert "as they stood" not in told.out


def test_what_is_restricted_now_is_in_neither(taken: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more(tmp_path, "/restricted\n")
    capsys.readouterr()
    at = ("show", "--at", str(taken + 3))
    assert "zebra" not in printed(capsys, *at)
    assert "zebra" in printed(capsys, *at, "--restricted")
    assert "zebra" not in printed(capsys, "history")
    assert "(restricted) paragraph" in printed(capsys, "history")
    assert "zebra" in printed(capsys, "history", "--restricted")
    rows = json.loads(printed(capsys, "history", "--json"))
    assert [row["line"] for row in rows if row["kind"] == "paragraph" and row["restricted"]] == [None]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["show", "--at", "tea time"], "“tea time” is no moment to look back to."),
        (["show", "--at", "999"], "There is no act 999 in this meeting."),
        (["show", "--at", "2001-01-01"], "Nothing had been filed in this meeting by 23:59 on 1 January 2001."),
        (["show", "--at", "#0"], "Act 0 was filed before this meeting was called."),
        (["history", "--act", "999"], "There is no act 999 in this meeting."),
        (["history", "--item", "77"], "Nothing was filed under item 77."),
    ],
)
def test_what_is_not_there_is_said(
    taken: int, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == message
    assert len(told) == 2
