"""Bytes from a terminal: no byte ends the app, none is typed that wasn't, and none costs another."""

from __future__ import annotations

import select
import threading
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import _parser, constants, events
from textual.geometry import Size
from textual.message import Message

from boardtui.clerk.driver import LOOK, PASTE_SILENCE, SETTLED, Bell, Keyboard

NOW = 100.0
WINDOW = (120, 40)


def keyboard() -> Keyboard:
    return Keyboard(lambda: WINDOW)


def typed(messages: Iterable[Message]) -> str:
    """What the keys among these messages type, Enter as a line end."""
    keys = [message for message in messages if isinstance(message, events.Key)]
    return "".join("\n" if key.key == "enter" else key.character or "" for key in keys)


def key_names(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


def pasted(messages: Iterable[Message]) -> list[str]:
    return [message.text for message in messages if isinstance(message, events.Paste)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë spoke of £3\r".encode(), "Zoë spoke of £3\n"),
        (b"a\xffb", "a\ufffdb"),
        ("café".encode("latin-1") + b" au lait", "caf\ufffd au lait"),
        (b"\xe2\x82next", "\ufffdnext"),
        (b"\xc0\x80x", "\ufffd\ufffdx"),
        (b"\x1b[99999999;1uafter", "after"),
        (b"\x1b[" + b"9" * 40 + b";1uafter", "after"),
        (b"\x1b[" + b"1;" * 10000 + b"mafter", "after"),
    ],
    ids=["words", "0xFF", "Latin-1", "cut short", "overlong NUL", "beyond Unicode", "beyond all", "10,000 parameters"],
)
def test_whatever_comes_typing_goes_on(data: bytes, text: str) -> None:
    assert typed(keyboard().feed(data, NOW)) == text


def test_a_letter_cut_in_two_by_the_line_is_one_letter() -> None:
    board = keyboard()
    first, second = "é".encode()[:1], "é".encode()[1:]
    assert typed(board.feed(first, NOW)) == ""
    assert typed(board.feed(second, NOW)) == "é"


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_key_cut_in_two_by_the_line_is_one_key(cut: int) -> None:
    board = keyboard()
    data = b"\x1b[1;5A"
    names = key_names(board.feed(data[:cut], NOW)) + key_names(board.feed(data[cut:], NOW))
    assert names == ["ctrl+up"]


def test_esc_by_itself_is_a_key_after_a_moment() -> None:
    board = keyboard()
    assert key_names(board.feed(b"\x1b", NOW)) == []
    assert key_names(board.tick(NOW + constants.ESCAPE_DELAY / 2)) == []
    assert key_names(board.tick(NOW + 2 * constants.ESCAPE_DELAY)) == ["escape"]
    assert typed(board.feed(b"x", NOW + 1)) == "x"


def test_a_paste_is_one_message_however_it_comes() -> None:
    board = keyboard()
    data = "before\x1b[200~A line.\rAnother – with an accent: é\x1b[201~after".encode()
    messages = [message for byte in data for message in board.feed(bytes([byte]), NOW)]
    assert pasted(messages) == ["A line.\rAnother – with an accent: é"]
    assert typed(messages) == "beforeafter"


def test_an_escape_in_a_paste_belongs_to_the_paste() -> None:
    messages = list(keyboard().feed(b"\x1b[200~one \x1b[31m two \x1b]52;c;aGk=\x07\x1b[201~", NOW))
    assert pasted(messages) == ["one \x1b[31m two \x1b]52;c;aGk=\x07"]
    assert key_names(messages) == []


def test_a_paste_that_never_ends_is_over_after_a_silence() -> None:
    board = keyboard()
    assert list(board.feed(b"\x1b[200~pasted text", NOW)) == []
    assert list(board.tick(NOW + PASTE_SILENCE / 2)) == []
    assert pasted(board.tick(NOW + PASTE_SILENCE)) == ["pasted text"]
    assert typed(board.feed(b"typed\r", NOW + 2)) == "typed\n"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 6, 7, 4096])
def test_a_long_paste_is_whole_however_it_is_cut(size: int) -> None:
    words = "A line of the report.\r" * 400
    data = f"a\x1b[200~{words}\x1b[201~b".encode()
    board = keyboard()
    messages = [message for at in range(0, len(data), size) for message in board.feed(data[at : at + size], NOW)]
    assert (pasted(messages), typed(messages)) == ([words], "ab")


def test_an_endless_paste_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardtui.clerk.driver.MOST_PIECES", 10)
    board = keyboard()
    for _ in range(100):
        assert list(board.feed(b"x" * 1000, NOW) if _ else board.feed(b"\x1b[200~", NOW)) == []
    (text,) = pasted(board.tick(NOW + PASTE_SILENCE))
    assert 9_000 <= len(text) <= 11_000
    assert typed(board.feed(b"typed\r", NOW + 2)) == "typed\n"


def test_a_second_end_of_a_paste_is_nothing() -> None:
    messages = list(keyboard().feed(b"\x1b[200~a\x1b[201~\x1b[201~b", NOW))
    assert (pasted(messages), typed(messages)) == (["a"], "b")


@pytest.mark.parametrize("report", [b"\x1b[48;100000;100000;1;1t", b"\x1b[48;0;0;0;0t"])
def test_an_absurd_size_is_not_believed(report: bytes) -> None:
    board = keyboard()
    sizes = [message.size for message in board.feed(report, NOW) if isinstance(message, events.Resize)]
    assert sizes == [Size(*WINDOW)]
    clicks = [message for message in board.feed(b"\x1b[<0;20;6M", NOW) if isinstance(message, events.MouseDown)]
    assert [(click.x, click.y) for click in clicks] == [(19, 5)]


def test_a_size_is_believed_and_pixels_are_cells_in_it() -> None:
    board = keyboard()
    sizes = [
        message.size for message in board.feed(b"\x1b[48;50;100;1000;1000t", NOW) if isinstance(message, events.Resize)
    ]
    assert sizes == [Size(100, 50)]
    clicks = [message for message in board.feed(b"\x1b[<0;201;101M", NOW) if isinstance(message, events.MouseDown)]
    assert [(click.x, click.y) for click in clicks] == [(20, 5)]


def test_a_size_without_pixels_leaves_the_mouse_in_cells() -> None:
    board = keyboard()
    list(board.feed(b"\x1b[48;50;100;0;0t", NOW))
    clicks = [message for message in board.feed(b"\x1b[<0;20;6M", NOW) if isinstance(message, events.MouseDown)]
    assert [(click.x, click.y) for click in clicks] == [(19, 5)]


def test_a_fault_does_not_forget_the_size() -> None:
    board = keyboard()
    list(board.feed(b"\x1b[48;50;100;1000;1000t", NOW))
    list(board.feed(b"\x1b[99999999;1u", NOW))
    clicks = [message for message in board.feed(b"\x1b[<0;201;101M", NOW) if isinstance(message, events.MouseDown)]
    assert [(click.x, click.y) for click in clicks] == [(20, 5)]


@given(
    st.lists(st.one_of(st.binary(max_size=40), st.sampled_from([b"\x1b[200~", b"\x1b[201~", b"\x1b[", b"\x1b[48;"])))
)
def test_no_bytes_end_it(chunks: list[bytes]) -> None:
    board = keyboard()
    now = NOW
    for chunk in chunks:
        list(board.feed(chunk, now))
        now += 0.05
        list(board.tick(now))
    for _ in range(3):  # a clerk who sees nothing happen waits a moment
        now += PASTE_SILENCE
        list(board.tick(now))
    assert typed(board.feed(b"\x1b[Zstill here\r", now)).endswith("still here\n")


def test_whether_the_window_has_the_focus_is_no_work_for_the_screen() -> None:
    messages = list(keyboard().feed(b"a" + b"\x1b[I\x1b[O" * 100 + b"b", NOW))
    assert typed(messages) == "ab"
    assert len(messages) == 2


@pytest.mark.parametrize("data", [b"\x1b", b"\x1b[1;", b"\x1b[200~half a paste", b"a"])
def test_while_something_may_be_half_come_silence_is_looked_at_and_then_not_any_more(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = NOW
    monkeypatch.setattr(_parser, "get_time", lambda: now)
    board = keyboard()
    assert board.patience(now) is None  # nothing has come at all
    list(board.feed(data, now))
    while (wait := board.patience(now)) is not None:
        assert wait == LOOK
        now += wait
        list(board.tick(now))
    assert now - NOW == pytest.approx(SETTLED, abs=2 * LOOK)
    assert typed(board.feed(b"and then\r", now + 60)) == "and then\n"  # nothing was still held


def test_whoever_waits_for_the_terminal_hears_the_bell_at_once() -> None:
    bell = Bell()
    heard = threading.Event()

    def wait() -> None:
        select.select([bell], [], [])
        heard.set()

    threading.Thread(target=wait, daemon=True).start()
    assert not heard.wait(0.05)
    bell.set()
    assert heard.wait(5)
    bell.set()
    bell.clear()
    assert not bell.is_set()
    assert select.select([bell], [], [], 0)[0] == []
    bell.clear()  # which waits for nothing
