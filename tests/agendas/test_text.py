"""Text and Markdown as sources: its lines without marks, each with its number and what the marks said."""

from __future__ import annotations

import pytest

from boardtui.agendas.opening import open_source
from boardtui.agendas.parts import Part
from boardtui.agendas.source import Kind
from boardtui.agendas.text import MOST_LINES, read_text
from boardtui.errors import InputError


def lines(text: str) -> list[str]:
    return [line.text for line in read_text(text.encode(), "a.txt").lines]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**3.** **Minutes** (Pages 5 - 14)", "3. Minutes (Pages 5 - 14)"),
        ("__Roads__", "Roads"),
        (r"1\. PUBLIC FORUM", "1. PUBLIC FORUM"),
        ("Minutes pdf icon PDF 79 KB", "Minutes"),
        ("[The agenda](https://example.org/a.pdf)", "The agenda"),
        ("> quoted words", "quoted words"),
        ("<td>Roads</td> <!-- no -->", "Roads"),
        ("the sum of 3 < 4", "the sum of 3 < 4"),
        ("to be cut\\", "to be cut"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a\u200bb\u00a0c  d", "ab c d"),
    ],
)
def test_marks_that_only_make_it_look_nice_go(line: str, text: str) -> None:
    assert lines(line) == [text]


@pytest.mark.parametrize("line", ["---", "*****", "· · ·", "|", "<!-- -->", "   ", "****"])
def test_lines_that_say_nothing_are_none(line: str) -> None:
    assert lines(f"1. Ponds\n{line}\n2. Gates") == ["1. Ponds", "2. Gates"]


def test_what_the_marks_said_is_kept() -> None:
    text = "## Part One\n\n**1.** **Ponds**\n   - (a) north\n- south\n\n\nlast"
    found = [(one.number, one.text, one.indent, one.marker, one.bold, one.heading, one.apart) for one in
             read_text(text.encode(), "a.txt").lines]  # fmt: skip
    assert found == [
        (1, "Part One", 0, "", False, 2, False),
        (3, "1. Ponds", 0, "", True, 0, True),
        (4, "(a) north", 3, "•", False, 0, False),
        (5, "south", 0, "•", False, 0, False),
        (8, "last", 0, "", False, 0, True),
    ]


def test_what_the_maker_of_a_page_wrote_over_it_says_nothing() -> None:
    source = read_text(b'---\ntitle: "Ponds"\ntags:\n  - water\n---\n\n1. Ponds\n', "a.md")
    assert [(one.text, one.part) for one in source.lines if one.part is None] == [("1. Ponds", None)]
    assert {one.part for one in source.lines} == {None, Part.ASIDE}


def test_lines_between_rules_are_no_such_thing() -> None:
    assert all(one.part is None for one in read_text(b"---\n1. Ponds\n2. Gates\n---\n", "a.md").lines)


def test_a_source_is_known_again_by_its_digest() -> None:
    one, other = open_source(b"1. Ponds", "a.txt"), open_source(b"1. Ponds", "b.txt")
    assert (one.kind, one.name, len(one.digest)) == (Kind.TEXT, "a.txt", 64)
    assert one.digest == other.digest != open_source(b"1. Gates", "a.txt").digest


def test_a_long_file_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[float] = []
    read_text(b"1. Ponds\n" * 12_000, "a.txt", lambda share, _what: told.append(share))
    assert told == sorted(told)
    assert len(told) == 2

    def stop(_share: float, _what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_text(b"1. Ponds\n" * 12_000, "a.txt", stop)


def test_more_lines_than_are_read_are_said() -> None:
    source = read_text(b"x\n" * (MOST_LINES + 5), "a.txt")
    assert len(source.lines) == MOST_LINES
    assert source.remarks == ("Only its first 100,000 lines were read.",)


def test_a_line_of_ten_million_characters_is_read_as_far_as_a_line_goes() -> None:
    assert [len(one.text) for one in read_text(b"x" * 10_000_000, "a.txt").lines] == [20_000]


@pytest.mark.parametrize("data", [b"", b"  \n ", b"\x00\x01\x02 x\x00"])
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        open_source(data, "a.txt")
    assert "a.txt" in refused.value.message
    assert refused.value.hint


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    class Huge(bytes):
        def __len__(self) -> int:
            return 60_000_001

    with pytest.raises(InputError, match="60,000,001 bytes"):
        open_source(Huge(b"x"), "pack.pdf")
