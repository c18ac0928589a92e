"""Hostile words on the command line, in file names and in files: a sentence, and never an order to the terminal."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from boardtui.cli import main
from boardtui.cli.printing import LiteralStream
from support.agenda_texts import BOARD
from support.hostile import FILES, TEXTS, forbidden
from support.sampling import every_third


def can_be_given(words: str) -> bool:
    """Can a shell hand this over? There is no NUL in a word, nor a surrogate that stands for no byte."""
    try:
        return "\0" not in words and len(os.fsencode(words)) < 10_000
    except UnicodeEncodeError:
        return False


NAMES = [name for name, words in TEXTS.items() if can_be_given(words)]
COMMANDS: dict[str, list[str]] = {
    "the book": ["--book", "{}", "check"],
    "the book of an export": ["--book", "{}", "export"],
    "a command": ["{}"],
    "an option": ["show", "--{}"],
    "a meeting to show": ["show", "--", "{}"],
    "a meeting to export": ["export", "--", "{}"],
    "a format": ["export", "--to", "{}", "-o", "out"],
    "a target": ["export", "--to", "txt", "-o", "out/{}/x"],
    "words to search": ["search", "--", "{}"],
    "words to search, for a program": ["search", "--json", "--restricted", "--", "{}"],
    "an agenda": ["new", "--", "{}"],
    "a source": ["agenda", "--", "{}"],
    "notes": ["take", "--", "{}"],
    "a line number": ["take", "a.notes", "--from", "{}"],
    "a sample": ["demo", "--", "{}"],
}
"""Where a word may stand."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a book in it, in which a meeting is minuted."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "a.agenda.md").write_text(BOARD, "utf-8")
    (folder / "a.notes").write_text("/present all\n/start 14:00\n# 4\nThe plan was received.\n", "utf-8")
    book = ["--book", str(folder / "minutes.book")]
    assert main([*book, "new", str(folder / "a.agenda.md")]) == 0
    assert main([*book, "take", str(folder / "a.notes")]) == 0
    return folder


@pytest.mark.parametrize("place", COMMANDS)
def test_a_word_of_any_kind_comes_to_a_result_or_a_sentence(
    folder: Path, place: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOARDTUI_BOOK", str(folder / "minutes.book"))
    monkeypatch.setenv("HOME", str(folder))
    capsys.readouterr()
    for name in every_third(NAMES, list(COMMANDS).index(place)):
        words = [word.replace("{}", TEXTS[name]) for word in COMMANDS[place]]
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        assert not forbidden(said.out + said.err), name
        assert code in (0, 1, 2, 3), name
        assert "Traceback" not in said.err
        if place != "the book":  # what check finds is its result, and stands on standard output
            assert code == 0 or 1 <= len(said.err.splitlines()) <= 2, f"{name}: {said.err}"
        assert (folder / "minutes.book").exists()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("command", ["new", "take", "agenda"])
def test_a_file_of_any_kind_comes_to_a_sentence(
    folder: Path, tmp_path: Path, command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file \x1b]0;title\x07"
    file.write_bytes(FILES[name])
    code = main(
        ["--book", str(folder / "minutes.book"), command, *(["--check"] if command == "take" else []), str(file)]
    )
    said = capsys.readouterr()
    assert not forbidden(said.out + said.err)
    assert code in (0, 1)
    assert code == 0 or 1 <= len(said.err.splitlines()) <= 2
    assert code == 0 or "file ␛]0;title␇" in said.err


def test_everything_printed_is_literal_whoever_prints_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def careless(_given: object) -> int:
        print("\x1b]0;title\x07 out", "\u202edrawkcab")
        print("\x9b31merror\ttab", file=sys.stderr)
        return 0

    monkeypatch.setattr("boardtui.cli.keeping.run_check", careless)
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == "␛]0;title␇ out \ufffddrawkcab\n"
    assert said.err == "\ufffd31merror\ttab\n"


def test_what_an_encoding_lacks_is_a_question_mark_and_no_fault() -> None:
    raw = io.BytesIO()
    stream = LiteralStream(io.TextIOWrapper(raw, encoding="latin-1"))
    assert stream.write("Café – \x1b[2J\n") == 12
    stream.flush()
    assert raw.getvalue() == "Café ? ?[2J\n".encode("latin-1")
