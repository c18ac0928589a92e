"""One minute, to be pasted into the editor of another system, such as modern.gov: what survives there, and nothing more.

Numbers are typed, because those an editor makes are lost. The heading is left out: such systems hold the minutes item by item
and print the title of the item themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from boardtui.minutes.tree import Bullet, Minute, Part
from boardtui.minutes.writers.dressing import label_place, sentences, verb_place
from boardtui.minutes.writers.lines import clause_lines, numbered
from boardtui.minutes.writers.text import part_blocks
from boardtui.model.text import clean_line, on_one_line

BETWEEN_CELLS = " | "


def text(minute: Minute, mark: str = "") -> str:
    """The minute as plain text, a blank line between blocks. mark: what stands above it, '' for nothing."""
    blocks = [clean_line(mark)] if mark else []
    return "\n\n".join([*blocks, *part_blocks(minute.parts)])


def write_text(minute: Minute, mark: str = "") -> bytes:
    """The same as a file in UTF-8, lines ended by CRLF."""
    return f"{text(minute, mark)}\n".replace("\n", "\r\n").encode()


def write_page(minute: Minute, mark: str = "") -> bytes:
    """The minute as HTML of paragraphs, bold words and bullets only, in ASCII, so that no editor can mistake its letters."""
    lines = [_paragraph(mark, (0, len(mark)))] if mark else []
    lines += (line for part in minute.parts for line in _part(part))
    return "".join(f"{line}\n" for line in lines if line).encode("ascii", "xmlcharrefreplace")


def _part(part: Part) -> Iterator[str]:
    match part.kind:
        case "bullets":
            yield _bullets(part.bullets)
        case "table":
            for place, row in enumerate(part.rows):
                cells = BETWEEN_CELLS.join(clean_line(cell) for cell in row)
                yield _paragraph(cells, (0, len(cells) if part.headed and place == 0 else 0))
        case "decision":
            for number, words, _ in sentences(part):
                yield _paragraph(numbered(number, words), _moved(verb_place(words), f"{number} " if number else ""))
            yield from map(_paragraph, clause_lines(part.clauses))
        case "roll":
            yield from (_paragraph(line, label_place(line)) for line in part.lines)
        case "action":
            yield _paragraph(part.text, label_place(part.text))
        case "subheading":
            yield _paragraph(part.text, (0, len(part.text)))
        case "paragraph":
            yield _paragraph(numbered(part.paragraph, part.text))
        case _:
            yield _paragraph(part.text)


def _paragraph(words: str, bold: tuple[int, int] = (0, 0)) -> str:
    """A paragraph, '' for none. bold: from where to where it is set in bold."""
    if not words.strip():
        return ""
    start, end = bold
    within = f"<b>{_escaped(words[start:end])}</b>" if end > start else ""
    return f"<p>{_escaped(words[:start])}{within}{_escaped(words[max(start, end) :])}</p>"


def _moved(place: tuple[int, int], before: str) -> tuple[int, int]:
    """A place in a text behind what stands before it."""
    start, end = place
    return (start + len(before), end + len(before)) if end > start else place


def _escaped(words: str) -> str:
    return escape(on_one_line(words))


def _bullets(bullets: Iterable[Bullet]) -> str:
    items = "".join(f"<li>{_escaped(one.text)}{_bullets(one.bullets)}</li>" for one in bullets)
    return f"<ul>{items}</ul>" if items else ""
