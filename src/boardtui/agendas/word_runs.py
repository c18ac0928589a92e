"""The words of a paragraph of Word, line by line, as they are printed when every change in it is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from boardtui.agendas.word_parts import Element, W, child, local, switched, value
from boardtui.agendas.word_styles import Look, Styles, look_of


class LeftOut(StrEnum):
    """What of a file isn't read, as the clerk is told."""

    STRUCK = "Words that are marked as deleted in it were left out."
    HIDDEN = "Hidden words in it were left out."
    NOTES = "Footnotes in it were left out."
    COMMENTS = "Comments in it were left out."
    EMBEDDED = "A file that is embedded in it was left out."


@dataclass(slots=True)
class Words:
    """lines: each its pieces, with whether they are bold, a new one after each line break; boxes: the contents of its text

    boxes; joins: its end is marked as deleted, so that the next paragraph goes on from it; hidden: so is its end.
    """

    lines: list[list[tuple[str, bool]]] = field(default_factory=lambda: [[]])
    boxes: list[Element] = field(default_factory=list)
    joins: bool = False
    hidden: bool = False

    def go_on(self, others: Words) -> None:
        """Take in what goes on from these words."""
        self.lines[-1] += others.lines[0]
        self.lines += others.lines[1:]
        self.boxes += others.boxes
        self.joins, self.hidden = others.joins, others.hidden

    @property
    def is_empty(self) -> bool:
        """Is nothing in it to be seen?"""
        return not self.boxes and not any(text.strip() for line in self.lines for text, _ in line)


STRUCK = frozenset(("del", "moveFrom"))
"""Elements around what a tracked change took out."""
THROUGH = frozenset(
    (
        *("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdtContent"),
        *("oMath", "oMathPara", "ruby", "rubyBase"),
    )
)
"""Elements that say nothing of what is in them that matters here."""
_DRAWN = frozenset(("drawing", "pict", "object"))
_BULLETS = {"F0B7": "•", "F0A7": "▪", "F0FC": "✓", "F0FE": "☒", "F0A8": "☐"}
"""Signs of Word's sign fonts, where letters are the likeliest to know them by."""
_PRINTED = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n"}


def chosen(element: Element) -> Element | None:
    """Of an mc:AlternateContent, which says the same several times over, the one to be read."""
    return next((one for one in element if local(one) in ("Choice", "Fallback")), None)


def content_of(element: Element) -> Element | None:
    """What a w:sdt, a content control, holds; None where that is only what it asks the writer to type."""
    properties = child(element, "sdtPr")
    asks = None if properties is None else switched(child(properties, "showingPlcHdr"))
    return None if asks else child(element, "sdtContent")


def boxes_in(element: Element) -> Iterator[Element]:
    """The contents of the text boxes of a drawing."""
    for one in element:
        if local(one) == "txbxContent":
            yield one
        elif local(one) == "AlternateContent":
            if (choice := chosen(one)) is not None:
                yield from boxes_in(choice)
        else:
            yield from boxes_in(one)


class RunReader:
    """Reads the runs of one paragraph after the other. left_out: what it met and didn't read."""

    def __init__(self, styles: Styles) -> None:
        self.left_out: set[LeftOut] = set()
        self._styles = styles
        self._look = Look()
        self._words = Words()
        self._fields: list[bool] = []
        self._codes = 0

    def read(self, paragraph: Element, style: str) -> Words:
        """The words of a paragraph. style: the key of its style."""
        self._look = self._styles.paragraph(style).look
        self._words = Words()
        self._fields, self._codes = [], 0  # a field that never ends doesn't take the rest of the document with it
        properties = child(paragraph, "pPr")
        mark = None if properties is None else child(properties, "rPr")
        if mark is not None:
            self._words.joins = any(local(one) in STRUCK for one in mark)
            self._words.hidden = bool(self._printed_as(mark).hidden)
        self._inside(paragraph)
        return self._words

    def _inside(self, parent: Element) -> None:
        for one in parent:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name in THROUGH:
                self._inside(one)
            elif name == "sdt":
                if (content := content_of(one)) is not None:
                    self._inside(content)
            elif name == "AlternateContent":
                if (choice := chosen(one)) is not None:
                    self._inside(choice)
            elif name in STRUCK:
                self.left_out.add(LeftOut.STRUCK)

    def _run(self, run: Element) -> None:
        look = self._printed_as(child(run, "rPr"))
        for one in run:
            self._piece(one, look)

    def _piece(self, one: Element, look: Look) -> None:
        name = local(one)
        if name == "fldChar":
            self._field(value(one, "fldCharType"))
        elif name == "commentReference":
            self.left_out.add(LeftOut.COMMENTS)
        elif name in ("footnoteReference", "endnoteReference"):
            self.left_out.add(LeftOut.NOTES)
        elif name in _DRAWN:
            self._words.boxes += boxes_in(one)
        elif name == "AlternateContent":
            for piece in () if (choice := chosen(one)) is None else choice:
                self._piece(piece, look)
        elif text := _text_of(one, name):
            self._say(text, look)

    def _say(self, text: str, look: Look) -> None:
        if self._codes:
            return
        if look.hidden:
            self.left_out.add(LeftOut.HIDDEN)
        elif text == "\n":
            self._words.lines.append([])
        else:
            self._words.lines[-1].append((text, bool(look.bold)))

    def _field(self, kind: str) -> None:
        """Keep count of the fields that are open, and of those of them whose code is being read."""
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif self._fields and kind == "separate":
            self._codes -= self._fields[-1]
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._codes -= self._fields.pop()

    def _printed_as(self, properties: Element | None) -> Look:
        """How letters with these properties look: by themselves, else by their style, else by the paragraph's."""
        own = look_of(properties)
        styled = Look() if properties is None else self._styles.letters(value(child(properties, "rStyle")))
        bold = next((one for one in (own.bold, styled.bold) if one is not None), self._look.bold)
        hidden = next((one for one in (own.hidden, styled.hidden) if one is not None), self._look.hidden)
        return Look(bold, hidden)


def _text_of(element: Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "sym":
        return _BULLETS.get(str(element.get(f"{W}char", "")).upper(), "")
    return _PRINTED.get(name, "")
