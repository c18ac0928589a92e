"""The sample meetings, from agenda to files, through the commands a clerk runs."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.cli import main
from boardtui.notation.commands import COMMANDS, Command
from boardtui.samples import samples
from support.meetings import SAMPLE_NAMES, SAMPLES
from support.minutes import differences
from support.written import WebPage, WordFile

FORMATS = ("txt", "md", "html", "docx", "json")
FRAME = ("DRAFT", "Signed ____")
"""How the blocks begin that a house prints round its minutes; its council's name is the other."""

SECRETS = {
    "harbourne_health_board": ("Tolliver", "Lugger Terrace", "wheelchair", "delivered within the week"),
    "upper_wexcombe_parish": (
        "Hollin and Daughter", "£4,310", "£4,745", "complaints made of that firm", "inform the three firms",
    ),
    "ashmere_council": (
        "Larkmead", "2.31 million", "2.05 million", "64 dwellings", "Harrowmead", "40,000", "exceed the sum claimed",
        "1.4 million", "a fifth of the cost",
    ),
}  # fmt: skip
"""What was said in private, and must not go out."""


def test_these_are_the_samples() -> None:
    assert tuple(sorted(one.name for one in samples())) == SAMPLE_NAMES == tuple(sorted(SECRETS))


@dataclass(frozen=True)
class Written:
    """What the commands made of a sample. said: what each printed; again: the files of a second export."""

    said: dict[str, str]
    files: dict[str, bytes]
    again: dict[str, bytes]

    def of(self, format: str, *, restricted: bool) -> bytes:
        """One file: the public minutes, or those that must not go out."""
        (name,) = (n for n in self.files if n.endswith(f".{format}") and ("-restricted." in n) is restricted)
        return self.files[name]


@pytest.fixture(scope="module", params=SAMPLE_NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def written(name: str, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The sample entered, read, taken, proved and exported twice."""
    folder = tmp_path_factory.mktemp(name)
    book, notes = ["--book", str(folder / "minutes.book")], str(SAMPLES / f"{name}.notes")
    steps = {
        "new": ["new", str(SAMPLES / f"{name}.agenda.md")],
        "read": ["take", "--check", notes],
        "take": ["take", notes],
        "check": ["check", "--json"],
        "show": ["show"],
        "export": ["export", "--to", ",".join(FORMATS), "-o", str(folder / "minutes")],
        "again": ["export", "--to", ",".join(FORMATS), "-o", str(folder / "again")],
    }
    said = {step: _run([*book, *arguments]) for step, arguments in steps.items()}
    return Written(said, _files(folder / "minutes"), _files(folder / "again"))


def _run(arguments: list[str]) -> str:
    """What a command prints. Its exit code is 0, and it complains of nothing."""
    out, errors = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", errors)
        code = main(arguments)
    assert (code, errors.getvalue()) == (0, ""), arguments
    return out.getvalue()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- the minutes


def test_the_minutes_are_those_written_by_hand(name: str, written: Written) -> None:
    agenda = read_agenda(SAMPLES.joinpath(f"{name}.agenda.md").read_text("utf-8"))
    text = written.of("txt", restricted=False).decode()
    blocks = [block for block in text.split("\n\n") if not block.startswith((*FRAME, f"{agenda.council}\n"))]
    printed = "\n\n".join(block for block in blocks if block != agenda.council)
    assert differences(SAMPLES.joinpath(f"{name}.minutes.txt").read_text("utf-8"), printed) == ""


def test_show_prints_what_export_writes(written: Written) -> None:
    assert written.said["show"] == written.of("txt", restricted=False).decode()


def test_every_line_of_the_notes_is_understood_and_recorded(name: str, written: Written) -> None:
    count = len(_lines(name))
    assert written.said["read"] == f"{count} lines, all understood. Nothing was recorded.\n"
    assert written.said["take"].startswith(f"{count} lines recorded in ")


def test_the_book_proves_whole(written: Written) -> None:
    proof = json.loads(written.said["check"])
    assert proof["problems"] == []
    assert proof["acts"] > 100


def test_exporting_twice_gives_the_same_bytes(written: Written) -> None:
    assert len(written.files) == 2 * len(FORMATS)
    assert written.files == written.again


# --- what must not go out


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_said_in_private_is_in_the_public_file(name: str, written: Written, format: str) -> None:
    assert [words for words in SECRETS[name] if words in _all_text(written.of(format, restricted=False))] == []


@pytest.mark.parametrize("format", FORMATS)
def test_all_of_it_is_in_the_restricted_file(name: str, written: Written, format: str) -> None:
    words = _all_text(written.of(format, restricted=True))
    assert [secret for secret in SECRETS[name] if secret not in words] == []


def _all_text(data: bytes) -> str:
    """Every word in a file: as stored, as it reads, and for a Word file in every part of it."""
    if not data.startswith(b"PK"):
        text = data.decode()
        return f"{text}\n{WebPage(data).text()}" if "<html" in text else text
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        stored = "\n".join(parts.read(part).decode("utf-8", "replace") for part in parts.namelist())
    return f"{stored}\n{WordFile(data).text()}"


# --- what they show


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = SAMPLES.joinpath(f"{name}.notes").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip())


IN_FILES = [command for command in COMMANDS if command.name != "/down"]
"""All but the one that needs a block selected: in a file it is about the last block, which can't go further down."""


@pytest.mark.parametrize("command", IN_FILES, ids=lambda command: command.name)
def test_the_samples_use_every_command(command: Command) -> None:
    lines = [line for name in SAMPLE_NAMES for line in _lines(name)]
    assert any(_says(command, line) for line in lines), f"no sample says {command.name}"


def _says(command: Command, line: str) -> bool:
    line = re.sub(r"^\[[^]]*\] ", "", line)
    if command.typed in ("s/", "\\"):
        return line.startswith(command.typed)
    return any(line == name or line.startswith(f"{name} ") for name in (command.name, *command.aliases))


def _used(patterns: Iterable[str]) -> list[str]:
    text = "\n".join(line for name in SAMPLE_NAMES for line in _lines(name))
    return [pattern for pattern in patterns if not re.search(pattern, text, re.MULTILINE)]


def test_the_samples_use_every_way_to_name_somebody_and_to_say_when() -> None:
    assert _used((r"@\w", "@@", '@"', r"@\w+\.\w", r"@\w+'s", r"\\@", r"^\\", r"^\[\d", " [?]( |$)", "^;")) == []
