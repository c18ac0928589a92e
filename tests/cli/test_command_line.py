"""The command line: what each command prints and leaves behind."""

from __future__ import annotations

import json
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from boardtui.cli import main
from boardtui.cli.parser import build_parser
from support.agenda_texts import BOARD

NOTES = "/present all\n/start 14:00\n# 3\n/prepared\n? Who would pay\n=\n/close 15:10\n"


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", str(tmp_path / "data" / "minutes.book"))
    (tmp_path / "a.agenda.md").write_text(BOARD, "utf-8")
    (tmp_path / "a.notes").write_text(NOTES, "utf-8")
    return tmp_path


def test_from_agenda_to_minutes(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "a.agenda.md", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"meeting": "2026-09-07-marrow-vale-health-board"}
    assert stat.S_IMODE((there / "data" / "minutes.book").stat().st_mode) == 0o600

    assert main(["take", "a.notes", "--json"]) == 0
    taken = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["line"] for one in taken] == [1, 2, 3, 4, 5, 6, 7]
    assert [one["seq"] for one in taken] == list(range(taken[0]["seq"], taken[0]["seq"] + 7))

    assert main(["show"]) == 0
    shown = capsys.readouterr().out
    assert "31. Roof [phase 2]" in shown
    assert "(2) The budget for the second phase be approved." in shown
    assert "(Meeting closed at 3.10 pm)" in shown

    assert main(["export", "--to", "txt,md,html,docx,json", "-o", "out"]) == 0
    names = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    stem = "2026-09-07-marrow-vale-health-board"
    assert names == [f"{stem}.{kind}" for kind in ("txt", "md", "html", "docx", "json")]
    assert (there / "out" / f"{stem}.txt").read_text("utf-8") == shown
    assert json.loads((there / "out" / f"{stem}.json").read_text("utf-8"))["committee"] == "Marrow Vale Health Board"
    assert main(["export", "--to", "md", "-o", "data", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"file": f"data/{stem}.md", "format": "md", "restricted": False}]


def test_a_name_said_in_private_and_typed_in_public_is_told_before_it_goes_out(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private = "/exclude 3\nThe tender of Larch was the best.\n/readmit\n# 5\n"
    (there / "a.notes").write_text(f"/present all\n/start 14:00\n# 4\n{private}Larch will begin.\n", "utf-8")
    assert main(["new", "a.agenda.md"]) == main(["take", "a.notes"]) == 0
    capsys.readouterr()
    assert main(["export", "--to", "txt", "-o", "out"]) == 0
    told = capsys.readouterr().err
    assert told.startswith(
        "Look at this before you publish: The name “Larch” was said in private, and is public under “"
    )
    assert "tender" not in told


def test_the_gaps_are_listed_after_taking(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "a.agenda.md"])
    (there / "b.notes").write_text("/start 14:00\n/present all; Rob Vale, Scouts\n", "utf-8")
    (there / "b.notes").write_text("/start 14:00\n/present all\n/present Rob Vale, Scouts\n", "utf-8")
    capsys.readouterr()
    assert main(["take", "b.notes"]) == 0
    assert "Rob Vale is present" in capsys.readouterr().out


def test_the_same_acts_give_the_same_bytes(there: Path) -> None:
    main(["new", "a.agenda.md"])
    main(["take", "a.notes"])
    for folder in ("one", "two"):
        assert main(["export", "--to", "txt,md,html,docx,json", "-o", folder]) == 0
    for first in (there / "one").iterdir():
        assert first.read_bytes() == (there / "two" / first.name).read_bytes()


def test_search_and_backup(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "a.agenda.md"])
    main(["take", "a.notes"])
    capsys.readouterr()
    assert main(["search", "second", "phase"]) == 0
    assert "Roof [phase 2]" in capsys.readouterr().out
    assert main(["backup", "copy.book"]) == 0
    capsys.readouterr()
    assert main(["--book", "copy.book", "check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_the_demo_prints_minutes_where_there_is_no_terminal(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    assert "Harbourne" in capsys.readouterr().out
    assert not (there / "data").exists()


def test_the_book_as_lines(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "a.agenda.md"])
    capsys.readouterr()
    assert main([]) == 0
    assert "2026-09-07-marrow-vale-health-board  Marrow Vale Health Board" in capsys.readouterr().out


def commands() -> list[str]:
    return sorted(next(action.choices for action in build_parser()._actions if action.choices))


@pytest.mark.parametrize("command", commands())
def test_help_shows_an_example_that_is_understood(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    example = capsys.readouterr().out.split("example:")[1].strip().splitlines()[0]
    words = shlex.split(example.split("|")[0])
    assert words[:2] == ["boardtui", command]
    build_parser().parse_args(words[1:])


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["show", "--help"]])
def test_a_word_from_the_program_loads_no_screen_and_no_model(words: list[str]) -> None:
    code = (
        "import sys\nfrom boardtui.cli import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit:\n    pass\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'textual', 'pydantic', 'sqlite_utils', 'docx'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_part_of_a_meetings_name_is_enough_if_only_one_has_it(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (there / "b.agenda.md").write_text(
        "---\ncommittee: Stoke Forum\ndate: 5 May 2026\nhouse: parish\n---\n1. A\n", "utf-8"
    )
    assert main(["new", "a.agenda.md"]) == 0
    capsys.readouterr()
    assert main(["new", "b.agenda.md"]) == 0
    made = capsys.readouterr().out
    assert "stoke-forum: 1 item. Open it" in made
    assert "There is no house style 'parish'" in made
    assert "There are: " in made
    assert main(["show", "stoke"]) == 0
    assert "STOKE FORUM" in capsys.readouterr().out.upper()
    assert main(["show", "2026-09"]) == 0
    capsys.readouterr()
    assert main(["show", "2026"]) != 0
    assert "'2026' could be several meetings. Which one?" in capsys.readouterr().err
    assert main(["show", "wexcombe"]) != 0
    said = capsys.readouterr().err
    assert "There is no meeting named 'wexcombe' in the book." in said
    assert "Write after the command, as in `boardtui open 2026-09-07-marrow-vale-health-board`" in said
    assert "A beginning that only one has will do: boardtui open 2026-09\n" in said
