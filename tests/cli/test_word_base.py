"""`boardtui export --base`: the minutes in Word over a file of the office's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD
from support.word_bases import letterhead
from support.written import WordFile

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> Path:
    """A folder with a meeting in its book, a letterhead, and a folder for styles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    monkeypatch.setenv("BOARDTUI_HOUSES", str(tmp_path / "houses"))
    Path("houses").mkdir()
    Path("a.agenda.md").write_text(BOARD, "utf-8")
    assert main(("new", "a.agenda.md")) == 0
    capsys.readouterr()
    Path("letterhead.docx").write_bytes(letterhead("Our own paper", "{minutes}"))
    return tmp_path


def export(*words: str) -> int:
    return main(("export", "-o", "out", *words))


def first_lines() -> list[str]:
    """The first paragraph of each file written."""
    return [WordFile(path.read_bytes()).document.paragraphs[0].text for path in sorted(Path("out").glob("*.docx"))]


def test_the_minutes_are_written_over_it() -> None:
    assert export("--base", "letterhead.docx") == 0
    assert first_lines() == ["Our own paper"]


@pytest.mark.parametrize("name", ["partnership_board", "our_town"])
def test_one_that_lies_beside_the_styles_is_always_used(name: str) -> None:
    Path("houses/our_town.toml").write_text('like = "partnership_board"\n', "utf-8")
    Path(f"houses/{name}.docx").write_bytes(letterhead("As always", "{minutes}"))
    assert export("--house", name) == 0
    assert first_lines() == ["As always"]
    assert export("--house", name, "--force", "--base", "letterhead.docx") == 0
    assert first_lines() == ["Our own paper"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--base", "nowhere.docx"), "There is no file nowhere.docx."),
        (("--base", "minutes.doc"), "minutes.doc is a .doc file, and a .docx is wanted."),
        (("--base", "macros.DOCM"), "macros.DOCM is a .docm file, and a .docx is wanted."),
        (("--base", "a.agenda.md"), "a.agenda.md is no Word file."),
        (("--base", "bare.docx"), "bare.docx doesn't say where the minutes go."),
        (("--base", "houses"), "houses is a folder."),
        (("--to", "txt", "--base", "letterhead.docx"), "--base is for the minutes in Word."),
    ],
)
def test_what_can_not_be_one_is_said_and_nothing_is_written(words: tuple[str, ...], says: str, capsys: Said) -> None:
    Path("bare.docx").write_bytes(letterhead("Nothing"))
    assert export("--to", "txt,docx", *words) == 1
    message, hint = capsys.readouterr().err.splitlines()
    assert message == says and hint
    assert not Path("out").exists()


def test_one_beside_a_style_is_tried_when_the_style_is_checked(capsys: Said) -> None:
    style, word = Path("houses/our_town.toml"), Path("houses/our_town.docx")
    style.write_text('like = "partnership_board"\n', "utf-8")
    word.write_bytes(letterhead("{place}", "{minutes}"))
    assert main(("house", "check", "our_town")) == main(("house", "check", str(style))) == 0
    style.write_text('like = "partnership_board"\n[word]\naction = "To do"\n', "utf-8")
    capsys.readouterr()
    assert main(("house", "check", "our_town")) == 1
    message, hint, count = capsys.readouterr().out.splitlines()
    assert message.endswith("our_town.docx doesn't have the style: “To do” (action).")
    assert "[word]" in hint and count == "1 thing to put right."
    word.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert main(("house", "check", "our_town", "--json")) == 1
    assert "is a .doc of an older Word" in capsys.readouterr().out


def test_one_that_is_too_large_is_not_read(capsys: Said) -> None:
    with Path("large.docx").open("wb") as file:
        file.truncate(20_000_001)
    assert export("--base", "large.docx") == 1
    assert "large.docx is larger than 20 MB, too large for a Word file" in capsys.readouterr().err
