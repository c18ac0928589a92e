"""PDF files made to do harm, damaged ones and noise: a sentence, soon, in little memory; and never a traceback."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from boardtui.agendas import pdf_apart
from boardtui.agendas.pdf import read_pdf
from boardtui.agendas.source import Source
from boardtui.errors import InputError
from support import pdfs

FILES = Path(__file__).parent / "files"
MOST_MEMORY = 300_000
"""Kilobytes."""
ALLOWED = 30.0
"""Seconds of the processor that the worst may take, with a second for each page."""


def tried(data: bytes) -> Source | str:
    """What is read of these bytes, or the sentence that refuses them."""
    try:
        return read_pdf(data, "agenda.pdf")
    except InputError as error:
        assert error.message.startswith("agenda.pdf: ") and error.message.endswith(".") and error.hint
        return error.message


APART = """
import resource, sys
from boardtui.agendas import pdf_apart
from support import pdfs
from test_pdf_harm import tried
pdf_apart.SECONDS = 1
tried(pdfs.HARMFUL[sys.argv[1]]())
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Tries one in a small process: what a process has that is begun is counted as its beginner's size, at the least."""


@pytest.mark.parametrize("name", pdfs.HARMFUL)
def test_what_is_made_to_do_harm_ends_soon_and_in_little_memory(name: str) -> None:
    here = Path(__file__).parent
    paths = os.pathsep.join(map(str, (here, here.parent, *filter(None, [os.environ.get("PYTHONPATH")]))))
    done = subprocess.run(
        [sys.executable, "-c", APART, name],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory = done.stdout.split()
    assert float(seconds) < ALLOWED
    assert int(memory) <= MOST_MEMORY


def test_a_page_that_takes_too_long_doesnt_take_the_others_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "SECONDS", 1)
    source = tried(pdfs.drawn_without_end())
    assert isinstance(source, Source)
    assert [line.text for line in source.lines] == ["After the plan"]
    assert source.remarks == ("Page 1 could not be read.",)


def test_a_file_of_pages_that_take_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "SECONDS", 0.1)
    assert tried(pdfs.forms_in_forms(pages=8)) == "agenda.pdf: this PDF takes too long to read."


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with some of it changed, lost, doubled or filled with noise."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed))
        length = chance.choice((1, 1, 4, 40, 400))
        kind = chance.randrange(6)
        if kind == 0:
            changed[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del changed[at : at + length]
        elif kind == 2:
            changed[at:at] = changed[max(0, at - length) : at]
        elif kind == 3:
            changed[at : at + 1] = b"%d" % chance.choice((0, 1, -1, 65_536, 2**31, 10**12))
        elif kind == 4:
            changed[at:at] = chance.choice(
                (b"<<", b">>", b"[", b"]", b"(", b")", b" 0 R ", b"endobj", b"stream", b"/Kids")
            )
        else:
            del changed[chance.randrange(len(changed) // 2, len(changed)) :]
        changed = changed or bytearray(b"%PDF-")
    return bytes(changed)


def originals() -> list[bytes]:
    """Files to change: of LibreOffice, packed, and by hand, where a change meets the structure itself."""
    shown = pdfs.page_of(["**Agenda", "1. Apologies", "2. Minutes"])
    plain = pdfs.pages_of(pdfs.stream(shown), pdfs.stream(shown))
    return [plain, plain, (FILES / "marrick_table.pdf").read_bytes(), (FILES / "sealed.pdf").read_bytes()]


def tried_mutated(seeds: range) -> None:
    several = originals()
    for seed in seeds:
        begun = time.monotonic()
        tried(mutated(several[seed % len(several)], random.Random(seed)))
        assert time.monotonic() - begun < 120, seed


def test_damaged_files_are_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "SECONDS", 1)
    tried_mutated(range(24))


@pytest.mark.soak
def test_many_damaged_files_are_read_or_refused() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    tried_mutated(range(24, 10_000))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= max(before, MOST_MEMORY)


@pytest.mark.parametrize("size", [0, 1, 100, 10_000])
def test_noise_is_refused(size: int) -> None:
    noise = random.Random(size).randbytes(size)
    assert tried(b"%PDF-1.7\n" + noise) == "agenda.pdf: this PDF is damaged, and can't be read."
    assert tried(noise) == "agenda.pdf: this is no PDF."
