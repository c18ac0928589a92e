"""Pages, XML and tables made to do harm: each near the most that is taken, so that it is read and not just refused.

Run as a program it has those that are named read in a process of its own, and prints how long each took, and how much memory
was in use at the most by then.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable

from boardtui.agendas.members import read_members
from boardtui.agendas.understanding import understand
from boardtui.agendas.web_page import read_page
from boardtui.agendas.web_service import read_service
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_FILE

TAGS, BYTES = 98_000, 7_900_000


def _filled(piece: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """So many of one piece that neither tags nor bytes are too many."""
    return before + piece * min(BYTES // len(piece), TAGS // max(1, piece.count(b"<"))) + after


_MAIL = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
_ROW = b"<tr><td>1.<td><p class=mgAiTitleTxt>a"
_TABLE = b"<table class=mgItemTable>"
HARMFUL: dict[str, Callable[[], bytes]] = {
    "elements in one another": lambda: _filled(b"<b>a"),
    "paragraphs": lambda: _filled(b"<p>a"),
    "lists in one another": lambda: _filled(b"<ul><li>a"),
    "entries below much that is open": lambda: _filled(b"<li>a</li>", b"<ul>" + b"<b>" * 99),
    "ends that end nothing": lambda: _filled(b"</div>", b"<div><table><tr><td>" + b"<b>" * 90),
    "tables in one another": lambda: _filled(b"<table><tr><td>a"),
    "rows": lambda: _filled(b"<tr><td>a", b"<table>"),
    "cells": lambda: _filled(b"<td>a", b"<table><tr>"),
    "attributes": lambda: b"<a " + b"".join(b"a%d=1 " % number for number in range(BYTES // 50)) + b">",
    "quotes that never end": lambda: _filled(b'<a b="', after=b">"),
    "ends of tags in quotes": lambda: _filled(b'<a b=">" ', after=b">"),
    "quotes within quotes": lambda: _filled(b"<a =\"'>"),
    "one line of 8 MB": lambda: _filled(b"word "),
    "one word of 8 MB": lambda: b"<p>" + b"a" * BYTES,
    "spaces": lambda: b"<p>" + b" " * BYTES + b"a",
    "ampersands": lambda: b"<p>" + b"&" * BYTES,
    "entities of its own": lambda: _filled(b"&lol;", b"<p>"),
    "entities that never end": lambda: _filled(b"&#", b"<p>"),
    "an entity of 8 MB": lambda: b"<p>&" + b"a" * BYTES,
    "comments that never end": lambda: _filled(b"<!--"),
    "comments": lambda: _filled(b"<!-- -->"),
    "scripts": lambda: _filled(b"<script>a</script>"),
    "styles": lambda: b"<p style='margin:" + b"1 " * 3_500_000 + b"'>a" + b"<p style='margin:1 1 1'>" * 9_000,
    "heads of a mail": lambda: _filled(b"A: b\r\n"),
    "heads of a mail that go on": lambda: b"A: " + _filled(b"\r\n "),
    "parts of a mail": lambda: _filled(b"--x\r\n", _MAIL),
    "items": lambda: _filled(_ROW, _TABLE),
    "titles in one item": lambda: _filled(b"<p class=mgAiTitleTxt>a", _TABLE + _ROW),
    "items in items": lambda: _filled(_TABLE + b"<tr><td>", after=_ROW),
    "days in a heading": lambda: b"<h2 class=mgSubTitleTxt>" + b"1st May, " * 800_000 + b"</h2>" + _TABLE + _ROW,
    "dashes in a heading": lambda: b"<h2 class=mgSubTitleTxt>" + b" - " * 2_500_000 + b"</h2>" + _TABLE + _ROW,
    "sizes in a title": lambda: _TABLE + _ROW + b" PDF 1" * 1_300_000,
    "labels": lambda: b"<h2 class=mgSubTitleTxt>a</h2>" + b"<p>Contact: " + b"Tel " * 1_900_000 + _TABLE + _ROW,
    "items of a service": lambda: _filled(
        b"<agendaitem><agendaitemtitle>a</agendaitemtitle></agendaitem>", b"<meeting>"
    ),
    "items of a service in one another": lambda: _filled(b"<agendaitem><agendaitemtitle>a", b"<meeting>"),
    "meetings in one another": lambda: _filled(b"<meeting>", after=b"<agendaitem>"),
    "texts of a service": lambda: b"<meeting><agendaitem><agendatext>" + b"&lt;p&gt;a" * 90_000,
    "people": lambda: _filled(b"<councillor name='a b'/>"),
    "a quoted cell of 8 MB": lambda: b'name,role\n"' + b"a" * BYTES,
    "doubled quotes": lambda: b'name,role\n"' + b'""' * (BYTES // 2),
    "cells of a table": lambda: b"name,role\n" + b"," * BYTES,
    "honours": lambda: b"name,role\nA Grey" + b",JP" * (BYTES // 3),
    "lines": lambda: b"\n" * BYTES + b"a",
    "names of 8 MB": lambda: b"name\n" + b"a " * (BYTES // 2),
    "lists of JSON in one another": lambda: b"[" * BYTES,
    "objects of JSON in one another": lambda: b'{"a":' * (BYTES // 5),
    "a number of JSON": lambda: b"[" + b"1" * BYTES + b"]",
    "people of JSON": lambda: b"[" + b",".join(b'{"name":"a b","id":%d}' % number for number in range(100_000)) + b"]",
    "noise": lambda: random.Random(1).randbytes(BYTES),
    "noise in a page": lambda: b"<html>" + random.Random(2).randbytes(BYTES),
    "text of four bytes a letter": lambda: "😀".encode() * (BYTES // 4),
}
READERS = (read_page, read_service, read_members)


def attempt(data: bytes) -> list[str]:
    """What each reader says of it: how many lines or people, or the sentence that refuses it."""
    said = []
    for reader in READERS:
        try:
            read = reader(data, "file")
            said.append(f"{len(read)} people" if isinstance(read, tuple) else f"{len(read.lines)} lines")
        except InputError as error:
            assert error.message.startswith("file")
            assert error.hint
            assert len(str(error)) < 500
            said.append(error.message)
    return said


def understood(data: bytes) -> None:
    """Have what is read of it understood too."""
    for reader in (read_page, read_service):
        try:
            assert understand(reader(data, "file")).agenda is not None
        except InputError as error:
            assert error.hint


def main() -> None:
    """Read all of them, or those that are named."""
    for name in sys.argv[1:] or HARMFUL:
        data = HARMFUL[name]()
        assert len(data) < 8_000_000, name
        start = time.process_time()
        said = attempt(data)
        if len(data) > LARGEST_FILE:
            said.append(attempt(data[:LARGEST_FILE])[-1])
        taken = time.process_time() - start
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:36}{taken:7.2f} s {most:5} MB  {'; '.join(one[:40] for one in said)}")


if __name__ == "__main__":
    main()
