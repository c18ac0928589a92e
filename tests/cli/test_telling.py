"""What commands tell: broken between words on a terminal, whole in a pipe."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.cli.telling import cut, in_lines, tell

SENTENCE = "/home/ann/minutes.book: 2 problems in 173 acts."


class Terminal(io.StringIO):
    """A terminal of 30 columns."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def thirty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")


def test_a_terminal_gets_lines_and_a_pipe_the_sentence() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    tell(SENTENCE, terminal)
    tell(SENTENCE, pipe)
    assert terminal.getvalue() == "/home/ann/minutes.book: 2\nproblems in 173 acts.\n"
    assert pipe.getvalue() == f"{SENTENCE}\n"


def test_a_path_stays_whole() -> None:
    path = "/home/ann/a-long-way-down-there/minutes.book"
    assert in_lines(f"It lies in {path} now.", 20) == f"It lies in\n{path}\nnow."


def test_what_is_set_in_stays_so() -> None:
    assert in_lines("  act 13: nothing is left of it.", 20) == "  act 13: nothing is\n  left of it."


def test_a_command_is_not_broken() -> None:
    said = "Look for another with: boardtui backup --list"
    assert in_lines(said, 44) == "Look for another with:\nboardtui backup --list"
    assert in_lines(f"There is none. {said}", 45) == "There is none. Look for another with:\nboardtui backup --list"
    assert in_lines(f"No sound one is in this folder. {said}", 46) == (
        "No sound one is in this folder. Look for\nanother with: boardtui backup --list"
    )


@given(st.text(st.sampled_from("ab-/: \n"), max_size=80), st.integers(1, 30))
def test_no_word_is_lost_or_broken(text: str, width: int) -> None:
    assert in_lines(text, width).split() == text.split()


def test_a_line_is_cut_to_its_columns() -> None:
    assert cut("The plan was received.", 10) == "The plan…"
    assert cut("議事録議事録", 7) == "議事録…"
    assert cut("cafe\u0301s and bars", 6) == "cafe\u0301s…"
    assert cut("", 5) == ""
    assert cut("The plan was received.", 22) == "The plan was received."
    assert cut("The plan was received.", 0) == "The plan was received."
