"""The agendas of the made-up board that readers are tried with: as they are written, and small."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from support.marrick import WORD_FILES
from support.marrick_web import WEB_FILES

FILES = Path(__file__).parent / "files"
LARGEST = 60_000


def parts(data: bytes) -> dict[str, bytes]:
    """What is packed in a Word file: how tightly is up to the machine that packed it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", WORD_FILES)
def test_the_word_files_are_as_they_are_written(name: str) -> None:
    again = "run `python tools/make_agenda_files.py`"
    assert parts((FILES / f"{name}.docx").read_bytes()) == parts(WORD_FILES[name]()), again
    assert (FILES / f"{name}.pdf").read_bytes().startswith(b"%PDF-"), again


@pytest.mark.parametrize("name", WEB_FILES)
def test_the_page_and_the_xml_are_as_they_are_written(name: str) -> None:
    assert (FILES / name).read_text("utf-8") == WEB_FILES[name](), "run `python tools/make_agenda_files.py`"


def test_what_they_say_is_an_agenda_of_nine_items() -> None:
    agenda = read_agenda((FILES / "marrick.agenda.md").read_text("utf-8"))
    assert [item.number for item in agenda.items] == [str(number) for number in range(1, 10)]
    assert sum(bool(item.pages) for item in agenda.items) == 5
    assert [len(item.subitems) for item in agenda.items if item.subitems] == [2, 5]
    assert len(agenda.people) == 20


def test_none_is_large() -> None:
    assert not [file.name for file in FILES.iterdir() if file.stat().st_size > LARGEST]
