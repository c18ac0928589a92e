"""Pages, XML and lists that were damaged, or made to do harm: a sentence or what is left, soon, in little memory."""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.harmful_markup import HARMFUL, attempt, understood
from support.marrick_web import WEB_FILES

LONGEST = 20.0
"""Seconds of the processor, far more than any takes, and far less than what grows with the square of a length."""
MOST_MEMORY = 300
"""Megabytes, of a process that has the file as well."""
SMALL = 60_000
"""Bytes of what is made to do harm: what grows with the square of a length shows in it."""
LISTS = {
    "members.csv": "Name,Role,Party,Substitute for\n" + 'Cllr A Grey,Chair,Labour,\n"B Foy CBE, JP",,,A Grey\n' * 9,
    "members.json": '{"persons":[{"id":"a","name":"A Grey"}],"organizations":[{"id":"b","name":"Dale Panel"}],\n'
    '"memberships":[{"person_id":"a","organization_id":"b","role":"Chair"}]}',
    "page.mhtml": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
    "<p>1. Roads</p>\n--x--",
}
GOOD = {name: made().encode() for name, made in WEB_FILES.items()} | {
    name: text.encode() for name, text in LISTS.items()
}
PIECES = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b"&#x0;", b"&#1114112;", b"&lt;", b'"', b"'", b"=", b"\x00",
    b"\xff", b"\r", b"\n\n", b",", b";", b"\t", b"<table>", b"</table>", b"<td>", b"</tr>", b"<p>", b"<script>", b"<br>",
    b"<agendaitem>", b"</agendatext>", b"<meeting>", b"<div class=mgItemTable>", b'<p class="mgAiTitleTxt">', b"{", b"}", b"[",
    b"]", b"null", b"99999999999999999999", "\u202e\u200b\x1b[2J".encode(), b"\xef\xbb\xbf", b"\xff\xfe",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def memory_of_others_is_passed_over() -> Iterator[None]:
    """Python doesn't look through what other tests left in this process while it is measured how long something takes."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_made_to_do_harm_is_refused_or_read_soon(name: str) -> None:
    data = HARMFUL[name]()[:SMALL]
    start = time.process_time()
    attempt(data)
    assert time.process_time() - start < LONGEST / 10


@pytest.mark.soak
@pytest.mark.parametrize("name", HARMFUL)
def test_at_its_largest_it_takes_little_time_and_memory_too(name: str) -> None:
    program = [sys.executable, "-m", "support.harmful_markup", name]
    tests = Path(__file__).parent.parent
    done = subprocess.run(program, cwd=tests, capture_output=True, text=True, check=True, timeout=100)
    taken, memory = done.stdout.removeprefix(f"{name:36}").split()[0:3:2]
    assert float(taken) < LONGEST, done.stdout
    assert int(memory) < MOST_MEMORY, done.stdout


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with some of it changed, lost, doubled, moved, or filled with marks and noise."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, length = chance.randrange(len(changed) + 1), chance.choice((1, 1, 4, 40, 400))
        kind = chance.randrange(7)
        if kind == 0:
            changed[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del changed[at : at + length]
        elif kind == 2:
            changed[at:at] = changed[max(0, at - length) : at] * chance.choice((1, 2, 50))
        elif kind == 3:
            moved = changed[at : at + length]
            del changed[at : at + length]
            to = chance.randrange(len(changed) + 1)
            changed[to:to] = moved
        elif kind == 4:
            changed[at : at + 1] = bytes(
                [changed[min(at, len(changed) - 1)] ^ (1 << chance.randrange(8))] if changed else [0]
            )
        elif kind == 5 and chance.random() < 0.2:
            del changed[at:]
        else:
            changed[at:at] = chance.choice(PIECES) * chance.choice((1, 1, 1, 3, 300))
    return bytes(changed)


def mutate(rounds: int, seed: int) -> None:
    names = sorted(GOOD)
    for place in range(rounds):
        chance = random.Random(seed + place)
        data = mutated(GOOD[names[place % len(names)]], chance)
        start = time.process_time()
        attempt(data)
        understood(data)
        assert time.process_time() - start < LONGEST, f"seed {seed + place}"


def test_damaged_files_end_in_lines_or_in_a_sentence() -> None:
    mutate(100, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
def test_ten_thousand_damaged_files_do_too(part: int) -> None:
    mutate(1_000, seed=10_000 * (part + 1))


@given(st.binary(max_size=300))
def test_noise_ends_in_lines_or_in_a_sentence(data: bytes) -> None:
    attempt(data)
    attempt(b"<html>" + data)
    attempt(b"<meeting><agendaitem>" + data)
    attempt(b"name,role\n" + data)
    attempt(b'{"persons":[{"name":"' + data)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_marks_in_any_order_end_in_lines_or_in_a_sentence(pieces: list[bytes]) -> None:
    for before in (b"", b"<html>", b"<meeting><agendaitem><agendaitemtitle>a</agendaitemtitle>", b"name\n"):
        data = before + b"a".join(pieces)
        attempt(data)
        understood(data)
