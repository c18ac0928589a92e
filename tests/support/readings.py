"""Readings for tests: an agenda pasted as text, and what it was taken to say."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from boardtui.agendas.parts import DOUBTFUL, LIKELY, Part, Placed
from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Kind, Source, SourceLine, digest_of
from support.agendas import texts

Said = tuple[Part, str] | tuple[Part, str, str]


def reading(*said: Said | Placed, remarks: tuple[str, ...] = ()) -> Reading:
    """A reading with a source line for each: its part, its words, and its number if it has one."""
    placed = tuple(one if isinstance(one, Placed) else _placed(one, line) for line, one in enumerate(said, start=1))
    return Reading(source(_lines(placed), remarks), placed)


def _placed(said: Said, line: int) -> Placed:
    part, text, *number = said
    return Placed(part, text, (line,), number[0] if number else None)


def _lines(placed: Iterable[Placed]) -> dict[int, str]:
    lines: dict[int, str] = {}
    for one in placed:
        for number in one.lines:
            lines[number] = " ".join((lines.get(number, ""), f"{one.number}." if one.number else "", one.text)).strip()
    return lines


def source(lines: dict[int, str], remarks: tuple[str, ...] = ()) -> Source:
    """A source with these lines, by their numbers."""
    text = "\n".join(lines[number] for number in sorted(lines))
    read = tuple(SourceLine(number, lines[number]) for number in sorted(lines))
    return Source("june.txt", Kind.TEXT, digest_of(text.encode("utf-8", "replace")), read, remarks)


def mailed() -> Reading:
    """An agenda from a mail, with two things misread: a title that goes on, and a heading taken for an item."""
    return reading(
        (Part.COMMITTEE, "Nether [/] Poole Parish Council"),
        (Part.DATE, "1 June 2027"),
        (Part.TIME, "7.30 pm"),
        (Part.PLACE, "the Village Hall"),
        (Part.MEMBER, "Cllr Ada Brook | Chairman"),
        (Part.MEMBER, "Cllr Tom Dale"),
        Placed(Part.MEMBER, "Cllr Eve Marsh", (7,), sure=DOUBTFUL, doubt="“Cllr Eve Marsh” may be no member."),
        (Part.ASIDE, "AGENDA"),
        (Part.ITEM, "Apologies for Absence", "1"),
        (Part.ITEM, "Declarations of Interest", "2"),
        (Part.ITEM, "Street lights in Mill Lane and on the", "3"),
        (Part.LEFT, "path to the Village Green [phase 2]"),
        (Part.SUBITEM, "Quotations", "(a)"),
        Placed(Part.ITEM, "Items for Information", (14,), sure=DOUBTFUL, doubt="It has no number: is it a heading?"),
        (Part.ITEM, "Library Van (Pages 3 - 8)", "4"),
        (Part.REPORT_OF, "Mrs Ruth Venn, Clerk"),
        (Part.LEFT, "Mobile phones should be switched off."),
    )


def parts() -> SearchStrategy[Part]:
    """Any part, those of an agenda's body most often."""
    return st.sampled_from([Part.ITEM, Part.SUBITEM, Part.SECTION, Part.NOTE, Part.LEFT]) | st.sampled_from(list(Part))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading of which an agenda comes: lines that say one thing or two, and things said by several lines."""
    said: list[Placed] = []
    line = 0
    for _ in range(draw(st.integers(1, 8))):
        line += draw(st.integers(0 if said else 1, 2))
        numbers = tuple(range(max(1, line - draw(st.integers(0, 1))), line + 1))
        part = draw(parts())
        number = draw(st.sampled_from([None, "1", "7a", "(a)", "43/19", "*"]))
        text = draw(st.sampled_from(["Budget", "7. Roof", "Cllr Jo Abbot | Chair", "2.00 pm", "Nil"]) | texts(12))
        said.append(
            Placed(part, text, numbers, number, draw(st.integers(1, 4)), draw(st.sampled_from([DOUBTFUL, LIKELY])))
        )
    sound = [one for one in said if _is_sound(one)] or [Placed(Part.ITEM, "Budget", (1,), "1")]
    lines = {number: "x" for one in sound for number in one.lines}
    return Reading(source(lines), tuple(sound))


def _is_sound(one: Placed) -> bool:
    from boardtui.agendas.assembling import assemble

    try:
        assemble([Placed(Part.ITEM, "", ()), one])
    except ValueError:
        return False
    return True
