"""`boardtui check --head`: the book, and the paper that somebody kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.book import head_words
from boardtui.book.check import check
from boardtui.cli import main
from support.agenda_texts import BOARD

Said = pytest.CaptureFixture[str]


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> str:
    """What was written down of a book's three acts; two came after."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    Path("a.agenda.md").write_text(BOARD, "utf-8")
    Path("a.notes").write_text("/start 14:00\n# 3\n", "utf-8")
    main(["new", "a.agenda.md"])
    found = check(Path("minutes.book"))
    main(["take", "a.notes"])
    capsys.readouterr()
    return head_words(found.acts, found.head)


def test_it_agrees(paper: str, capsys: Said) -> None:
    assert main(["check", "--head", paper]) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("Act 3 and all before it are as they stand on the paper. 2 acts came after it, from ")


def test_the_newest_head_has_nothing_after_it(paper: str, capsys: Said) -> None:
    found = check(Path("minutes.book"))
    assert main(["check", "--head", head_words(found.acts, found.head)]) == 0
    assert capsys.readouterr().out.endswith("Nothing came after it.\n")


def test_it_differs(paper: str, capsys: Said) -> None:
    assert main(["check", "--head", "3 0000 0000 0000"]) == 3
    assert "Act 3 has another head than the paper: " + paper.split(", ")[1] in capsys.readouterr().out


def test_it_isnt_there(paper: str, capsys: Said) -> None:
    assert main(["check", "--head", "9 0000 0000 0000"]) == 3
    assert "Act 9 isn't in the book" in capsys.readouterr().out


def test_one_problem_is_no_several(paper: str, capsys: Said) -> None:
    assert main(["check"]) == 0
    assert (
        capsys.readouterr().out
        == f"minutes.book: {check(Path('minutes.book')).acts} acts, all whole; the tables agree.\n"
    )
    Path("minutes.book").write_bytes(b"")
    assert main(["check"]) == 3
    assert capsys.readouterr().out.startswith("minutes.book: 1 problem in 0 acts.\n")


def test_where_the_book_is_damaged_nothing_can_be_compared(paper: str, capsys: Said) -> None:
    Path("minutes.book").write_bytes(b"")
    assert main(["check", "--head", paper]) == 3
    assert "can't be compared with the paper" in capsys.readouterr().out


def test_for_a_program(paper: str, capsys: Said) -> None:
    assert main(["check", "--json", "--head", paper]) == 0
    found = json.loads(capsys.readouterr().out)["paper"]
    digits = "".join(paper.split()[2:])
    assert (found["act"], found["written"], found["agrees"], found["after"]) == (3, digits, True, 2)
    assert found["head"].startswith(digits)


def test_what_is_no_head(paper: str, capsys: Said) -> None:
    assert main(["check", "--head", "nonsense"]) == 1
    assert '"173 3f2a 91bc 07de"' in capsys.readouterr().err
