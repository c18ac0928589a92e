"""Writing: paragraphs, bullets, points and answers, quotations, tables, headings and jots."""

from __future__ import annotations

from typing import Any, TypeVar

from boardtui.errors import Refusal
from boardtui.model.acts import text
from boardtui.model.acts.base import Act
from boardtui.model.limits import MOST_CELLS, figure
from boardtui.notation.context import Context
from boardtui.notation.forms import Form, ProseForm, Wanting
from boardtui.notation.line import command_of, mark_of, plain_of, substitution_of
from boardtui.notation.moments import time_before
from boardtui.notation.names import MENTION, handle, matches, which
from boardtui.notation.slots import cut
from boardtui.notation.text import read_prose, write_prose

S = TypeVar("S", bound=text.Spoken)
_BAR = r"\|"


class ParagraphForm(Form[text.Paragraph]):
    """A plain line, with a backslash first if it would be read as more than text."""

    def __init__(self) -> None:
        super().__init__("", text.Paragraph)

    def parse(self, rest: str, context: Context) -> Act:
        """The whole line."""
        plain = plain_of(rest)
        said = read_prose(rest if plain is None else plain, context)
        if plain is not None and not plain.strip():
            raise Refusal("There is nothing after the backslash.", "Write the text that is to stand as it is.")
        return text.Paragraph(text=said, plain=plain is not None and not _reads_as_more(plain))

    def show(self, act: text.Paragraph, context: Context) -> str:
        """The whole line."""
        line = write_prose(act.text, context)
        return f"\\{line}" if act.plain or _reads_as_more(line) else line


def _reads_as_more(line: str) -> bool:
    if plain_of(line) is not None or substitution_of(line) is not None or time_before(line)[0] is not None:
        return True
    return mark_of(line) is not None or command_of(line) is not None


class SpokenForm(Form[S]):
    """`?` and `>`: a name with a space after it is who said it."""

    def parse(self, rest: str, context: Context) -> Act:
        """What was said, and by whom if that is there."""
        if not rest:
            raise Wanting(f"{self.name} is followed by what was said.")
        found = MENTION.match(rest)
        if found is not None and rest[found.end() : found.end() + 1].isspace():
            keys = matches(found, context.record)
            if len(keys) > 1:
                raise which(found, keys, context.record)
            if keys:
                return self.shows(text=read_prose(rest[found.end() :].strip(), context), by=keys[0])
        return self.shows(text=read_prose(rest, context))

    def show(self, act: S, context: Context) -> str:
        """Who said it, and what."""
        by = f"@{handle(act.by, context.record)} " if act.by else ""
        return by + write_prose(act.text, context)


class RowForm(Form[text.TableRow]):
    """`| a | b |`."""

    def __init__(self) -> None:
        super().__init__("|", text.TableRow)

    def parse(self, rest: str, context: Context) -> Act:
        """The cells; the last bar may be left out."""
        if not rest:
            raise Wanting("| is followed by the cells of a row.")
        cells = cut(rest, _BAR)
        if len(cells) > 1 and not cells[-1].strip():
            del cells[-1]
        if len(cells) > MOST_CELLS:
            raise Refusal(
                f"The row has {figure(len(cells))} cells, and the most is {MOST_CELLS}.",
                "Word can hold no more columns: make a list of it, or two tables.",
            )
        return text.TableRow(cells=tuple(read_prose(cell.strip(), context, "|") for cell in cells))

    def show(self, act: text.TableRow, context: Context) -> str:
        """The cells, and a bar after the last."""
        return " | ".join(write_prose(cell, context, "|") for cell in act.cells) + " |"


FORMS: tuple[Form[Any], ...] = (
    ProseForm("-", text.Bullet, wants="a point of the list", level=1),
    ProseForm("--", text.Bullet, wants="a point of the list", level=2),
    SpokenForm("?", text.Point),
    SpokenForm(">", text.Answer),
    ProseForm("+", text.Continuation),
    ProseForm('"', text.Quotation),
    RowForm(),
    ProseForm("##", text.Subheading, wants="a heading"),
    ProseForm("~", text.Jot),
)
"""The marks of writing; a plain paragraph has none."""
