"""The line being typed, apart from any screen: its text, the caret, the selection, and undo.

Positions are code points, and only ever stand between what a reader sees as characters: an accent, a flag or a
joined emoji is stepped over and deleted as one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from boardtui.model.text import on_one_line

_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_JOINER = "\u200d"
# An apostrophe inside a word belongs to it: O'Brien is one word.
_GAP_AND_WORD = re.compile(r"\W*(?:\w|(?<=\w)['’](?=\w))*")
_GAP_OR_WORD = re.compile(r"\w+(?:['’]\w+)*|\W+")
_UNDO_STEPS = 500


def insertable(text: str) -> str:
    """Text as it may stand in the composer: clean, and on one line (line ends and tabs become spaces)."""
    return on_one_line(text)


def is_stop(text: str, position: int) -> bool:
    """Whether the caret may stand here: not before an accent, nor inside a flag or a joined emoji."""
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    if before < "\u0300" and after < "\u0300":
        return True
    if unicodedata.category(after) in ("Mn", "Me") or after == _JOINER or ord(after) in _SKIN_TONES:
        return False
    if before == _JOINER:
        return after.isalnum()  # in scripts that join letters, each is still a letter of its own
    return not (ord(after) in _FLAG_LETTERS and _flag_letters_before(text, position) % 2)


def _flag_letters_before(text: str, position: int) -> int:
    start = position
    while start and ord(text[start - 1]) in _FLAG_LETTERS:
        start -= 1
    return position - start


def stop_before(text: str, position: int) -> int:
    """The nearest stop to the left; 0 at the start."""
    position = max(0, position - 1)
    while not is_stop(text, position):
        position -= 1
    return position


def stop_after(text: str, position: int) -> int:
    """The nearest stop to the right; the length at the end."""
    position = min(len(text), position + 1)
    while not is_stop(text, position):
        position += 1
    return position


def nearest_stop(text: str, position: int) -> int:
    """The position itself, held within the text, or the stop to its left."""
    position = max(0, min(position, len(text)))
    return position if is_stop(text, position) else stop_before(text, position)


def word_end(text: str, position: int = 0) -> int:
    """The end of the next word to the right."""
    found = _GAP_AND_WORD.match(text, position)
    end = found.end() if found else len(text)
    return end if is_stop(text, end) else stop_after(text, end)


class _State(NamedTuple):
    text: str
    caret: int


class Line:
    """One line of text with a caret, edited the way every editor does it.

    text: what was typed; caret: where the next letter goes; anchor: the other end of the selection, equal to the caret
    when nothing is selected; revision: a number that grows with every change of the text.
    """

    def __init__(self) -> None:
        self.text = ""
        self.caret = 0
        self.anchor = 0
        self.revision = 0
        self._undo: list[_State] = []
        self._redo: list[_State] = []
        self._burst = ""  # the kind of edit that the next one may continue, as one step of undo

    def load(self, text: str, caret: int) -> None:
        """Put another line in place of this one. Nothing before it can be undone."""
        self._become(_State(text, nearest_stop(text, caret)))
        self._undo.clear()
        self._redo.clear()

    def _become(self, state: _State) -> None:
        self.text, self.caret = state
        self.anchor = self.caret
        self.revision += 1
        self._burst = ""

    # What is selected

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected; both are the caret when nothing is."""
        return (self.anchor, self.caret) if self.anchor <= self.caret else (self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text, '' for none."""
        start, end = self.selection
        return self.text[start:end]

    @property
    def at_end(self) -> bool:
        """Whether the caret stands at the end of the text, with nothing selected."""
        return self.caret == self.anchor == len(self.text)

    # Edits

    def replace(self, start: int, end: int, text: str, *, burst: str = "") -> None:
        """Put text in place of what stands between start and end; the caret goes behind it.

        burst: edits of the same burst are one step of undo; '' stands alone.
        """
        if start == end and not text:
            return
        if not burst or burst != self._burst:
            self._undo.append(_State(self.text, self.caret))
            del self._undo[:-_UNDO_STEPS]
        self._redo.clear()
        changed = self.text[:start] + text + self.text[end:]
        caret = start + len(text)
        # What is left on both sides may have become one character, two halves of a flag for instance.
        self._become(_State(changed, caret if changed.isascii() else nearest_stop(changed, caret)))
        self._burst = burst

    def insert(self, text: str) -> None:
        """Put text in place of the selection, or at the caret. Undo takes typing back a word at a time."""
        start, end = self.selection
        typing = start == end and len(text) == 1
        if typing and not text.isspace() and self.text[:start].endswith(" "):
            self._burst = ""
        self.replace(start, end, text, burst="typing" if typing else "")

    def _delete_to(self, position: int, burst: str = "") -> None:
        start, end = self.selection
        if start == end:
            start, end = min(position, self.caret), max(position, self.caret)
            self.replace(start, end, "", burst=burst)
        else:
            self.replace(start, end, "")

    def delete_left(self) -> None:
        """Delete the selection, or the character left of the caret."""
        self._delete_to(stop_before(self.text, self.caret), "deleting left")

    def delete_right(self) -> None:
        """Delete the selection, or the character right of the caret."""
        self._delete_to(stop_after(self.text, self.caret), "deleting right")

    def delete_word_left(self) -> None:
        """Delete the selection, or back to the start of the word."""
        self._delete_to(self._word_left())

    def delete_word_right(self) -> None:
        """Delete the selection, or on to the end of the word."""
        self._delete_to(self._word_right())

    def delete_to_start(self) -> None:
        """Delete the selection, or all that stands left of the caret."""
        self._delete_to(0)

    def delete_to_end(self) -> None:
        """Delete the selection, or all that stands right of the caret."""
        self._delete_to(len(self.text))

    def undo(self) -> bool:
        """Take the last step back. False when there is none."""
        return self._exchange(self._undo, self._redo)

    def redo(self) -> bool:
        """Take the last undo back. False when there is none."""
        return self._exchange(self._redo, self._undo)

    def _exchange(self, source: list[_State], target: list[_State]) -> bool:
        if not source:
            return False
        target.append(_State(self.text, self.caret))
        self._become(source.pop())
        return True

    # Moves

    def move_to(self, position: int, select: bool = False) -> None:
        """Move the caret; with select, the anchor stays and what lies between is selected."""
        self.caret = nearest_stop(self.text, position)
        if not select:
            self.anchor = self.caret
        self._burst = ""

    def left(self, select: bool = False) -> None:
        """One character to the left, or to the start of the selection."""
        start, end = self.selection
        self.move_to(start if start != end and not select else stop_before(self.text, self.caret), select)

    def right(self, select: bool = False) -> None:
        """One character to the right, or to the end of the selection."""
        start, end = self.selection
        self.move_to(end if start != end and not select else stop_after(self.text, self.caret), select)

    def word_left(self, select: bool = False) -> None:
        """To the start of the word on the left."""
        self.move_to(self._word_left(), select)

    def word_right(self, select: bool = False) -> None:
        """To the end of the word on the right."""
        self.move_to(self._word_right(), select)

    def start(self, select: bool = False) -> None:
        """To the start of the text."""
        self.move_to(0, select)

    def end(self, select: bool = False) -> None:
        """To the end of the text."""
        self.move_to(len(self.text), select)

    def select(self, start: int, end: int) -> None:
        """Select what stands between start and end, the caret at the end."""
        self.move_to(start)
        self.move_to(end, select=True)

    def word_at(self, position: int) -> tuple[int, int]:
        """Start and end of the word, or of the gap between words, that holds this position."""
        for found in _GAP_OR_WORD.finditer(self.text):
            if found.start() <= position < found.end():
                return found.span()
        return len(self.text), len(self.text)

    def _word_left(self) -> int:
        # Matched on the text reversed: a pattern anchored at the end would try every start, at the cost of the square.
        found = _GAP_AND_WORD.match(self.text[: self.caret][::-1])
        return nearest_stop(self.text, self.caret - found.end() if found else 0)

    def _word_right(self) -> int:
        return word_end(self.text, self.caret)
