"""Files brought to the desk: looked at before they are read, and never more of them than a limit."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.agendas.problems import AgendaError
from boardtui.desk.sources import read_source
from boardtui.desk.taking import check_notes
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_FILE, MOST_CELLS, MOST_ITEMS, MOST_LINES
from support.agenda_texts import BOARD
from support.desks import at_work


def refused(name: str) -> str:
    with pytest.raises(InputError) as refusal:
        read_source(name)
    return refusal.value.message


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.notes").write_bytes("Müller said so.\r\nAnd so on.".encode())
    assert read_source(str(tmp_path / "a.notes")) == "Müller said so.\nAnd so on."


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"/start 14:00")))
    assert read_source("-") == "/start 14:00"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"x" * (LARGEST_FILE + 1))))
    assert refused("-") == "standard input is larger than 4 MB, too large for an agenda or notes."


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert refused(str(tmp_path / "pipe")) == f"{tmp_path}/pipe is no file."
    assert refused(str(tmp_path / "zero")) == f"{tmp_path}/zero is no file."
    assert refused(str(tmp_path)) == f"{tmp_path} is a folder."
    assert refused(str(tmp_path / "nowhere")) == f"There is no file {tmp_path}/nowhere."
    assert "can't be read" in refused(str(tmp_path / ("x" * 300)))
    assert refused("nul\0.notes") == "nul\0.notes is no name of a file."


def test_a_file_too_large_is_refused_by_its_size_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(10**12)  # sparse: it takes no room, and reading it would take all there is
    assert refused(str(tmp_path / "huge")) == f"{tmp_path}/huge is larger than 4 MB, too large for an agenda or notes."


@pytest.mark.parametrize("data", [b"\x7fELF\x02\x01\x00", "1. Agenda".encode("utf-16-le"), b"a\0b", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    assert refused(str(tmp_path / "file")).startswith(f"{tmp_path}/file")


def test_more_items_than_any_agenda_has(tmp_path: Path) -> None:
    with pytest.raises(AgendaError, match="there are more than 1,000 items"):
        read_agenda(BOARD + "".join(f"{n}. Item\n" for n in range(6, MOST_ITEMS + 2)))
    assert len(read_agenda(BOARD + "".join(f"{n}. Item\n" for n in range(6, MOST_ITEMS + 1))).items) == MOST_ITEMS


def test_more_notes_than_any_meeting_has(tmp_path: Path) -> None:
    with at_work(tmp_path) as desk, pytest.raises(InputError, match="20,001 lines, and the most at once is 20,000"):
        check_notes(desk, "Said.\n" * (MOST_LINES + 1), "a.notes")


def test_a_line_too_long_is_refused_and_named(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00", "# 4") as desk:
        desk.say("x" * 20_000)
        with pytest.raises(InputError, match=r"a\.notes line 2: The line is 100,000 characters long"):
            check_notes(desk, "Said.\n" + "x" * 100_000, "a.notes")


def test_a_row_has_no_more_cells_than_word_can_hold(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00", "# 4") as desk:
        desk.say("|" + " a |" * MOST_CELLS)
        with pytest.raises(InputError, match="The row has 64 cells, and the most is 63"):
            desk.say("|" + " a |" * (MOST_CELLS + 1))
