"""The composer: the one line at the foot of the minutes where everything is typed.

It handles its keys itself. Textual runs bindings and inserts letters in different queues, so that at speed an Enter or
a Backspace bound the usual way overtakes the letters typed before it; here every key takes its turn.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from typing_extensions import override

from boardtui.clerk.widgets.hooks import ComposerHooks
from boardtui.clerk.widgets.line import Line, insertable, word_end
from boardtui.clerk.widgets.line_keys import EDITS, MOVES
from boardtui.clerk.widgets.line_view import LineView
from boardtui.clerk.widgets.offers import Offers
from boardtui.clerk.widgets.pasting import fitting, pasted_lines
from boardtui.errors import Refusal
from boardtui.notation.completion import Completion, Completions


class Composer(LineView):
    """Takes one logical line, offers what could stand there, and hands it on at Enter.

    hooks: what happens to what is typed; placeholder: what is shown while it is empty; kept_in_sight: how many rows above
    it offers must not lie over. A key that has nothing to do
    here (a function key, Ctrl+Z when no typing is left to undo) is passed on to the screen.
    """

    def __init__(
        self,
        hooks: ComposerHooks,
        *,
        placeholder: str = "",
        id: str | None = None,
        kept_in_sight: Callable[[], int] = lambda: 0,
    ) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self._hooks = hooks
        self._kept_in_sight = kept_in_sight
        self._offers = Offers(self._take_clicked)
        self._found = Completions()
        self._dismissed: int | None = None  # where the word begins whose offers were closed with Esc
        self._column: int | None = None  # the cell that Up and Down try to keep to
        self._dragging = False
        self._asked = ""  # the key whose second press copies what is restricted

    def on_mount(self) -> None:
        """Put the list of offers beside the composer, hidden."""
        self.screen.mount(self._offers, after=self)

    # What the owner may ask and do

    @property
    def text(self) -> str:
        """What is typed and not yet recorded."""
        return self.line.text

    @property
    def caret(self) -> int:
        """Where the caret stands, in code points from the start."""
        return self.line.caret

    @property
    def offered(self) -> Completions:
        """The offers on the screen now; empty when the list is closed."""
        return self._offers.found

    def load(self, text: str, caret: int) -> None:
        """Replace the text silently: a restored draft, a block to edit. What was there can't be undone."""
        self.line.load(insertable(text), caret)
        self.ghost = ""
        self._found = Completions()
        self.show()

    def insert_text(self, text: str) -> None:
        """Insert at the caret, as if typed. The focus stays where it is."""
        self._change(lambda line: line.insert(insertable(text)))

    def ask_again(self) -> None:
        """Ask the hooks what could follow here: after an edit, and when they may have come to know more."""
        text = self.line.text
        self._found = self._find_offers()
        self.ghost = insertable(self._hooks.ghost(text)) if not self._found else ""
        self.show()

    # After a change

    def _change(self, edit: Callable[[Line], object]) -> None:
        """Edit the line; hand the text on before it is painted; ask what could follow."""
        line = self.line
        before = line.revision
        edit(line)
        if line.revision == before:
            return
        self._column = None
        self._hooks.edited(line.text, line.caret)
        self.ask_again()

    def _move(self, move: Callable[[Line], object]) -> None:
        before = self.line.caret
        move(self.line)
        self._column = None
        if self.line.caret != before:
            self._hooks.edited(self.line.text, self.line.caret)
        if self._found:
            self._found = self._find_offers()
        self.show()

    def _find_offers(self) -> Completions:
        found = self._hooks.complete(self.line.text, self.line.caret)
        if found and found.start == self._dismissed:
            return Completions()
        self._dismissed = None
        return found

    @override
    def show(self) -> None:
        """Draw what changed, and the offers above it."""
        super().show()
        if self._found:
            bottom = self.top_edge - self._kept_in_sight()
            self._offers.show(self._found, self.content_region.x, bottom, self.content_size.width)
        else:
            self._offers.hide()

    # Keys

    @override
    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether the key is text, and so never a shortcut while the composer has the focus."""
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Do what the key says, in its turn; what is none of the composer's business goes on to the screen."""
        if event.key not in (*_COPY, *_CUT):
            self._asked = ""
        if self._dragging:
            self.on_mouse_up()  # whether it was let go or not: a mouse that moves on must not select what is typed now
        if self._hooks.elsewhere(event) or self._press(event) or self._hooks.other_key(event.key):
            event.stop()
            event.prevent_default()

    def _press(self, event: events.Key) -> bool:
        plain = event.key.replace("shift+", "")
        select = plain != event.key
        if event.key in _ACTS:
            return _ACTS[event.key](self)
        if plain in _STEPS:
            return self._step(_STEPS[plain], select)
        if plain in MOVES:
            self._move(lambda line: MOVES[plain](line, select))
            return True
        if plain in EDITS:
            self._change(EDITS[plain])
            return True
        return self._type(event)

    def _type(self, event: events.Key) -> bool:
        *modifiers, name = event.key.split("+")
        if "alt" in modifiers and len(name) == 1 and name.isalnum():
            return False  # a shortcut that nothing answers to: older terminals send its letter along
        if event.character is None or not event.is_printable:
            return False
        self.insert_text(event.character)
        return True

    def _enter(self) -> bool:
        if chosen := self._offers.chosen:
            self._take(chosen)
            return True
        before = self.line.revision
        taken = self._hooks.record(self.line.text)
        self._found = Completions()
        if self.line.revision != before:
            self.show()  # the owner has already put something else here
        elif taken:
            self._change(lambda line: line.load("", 0))
        else:
            self._move(Line.end)
        return True

    def _tab(self) -> bool:
        if self.offered:
            self._take(self._offers.chosen or self.offered.items[0])
        elif self.line.at_end:
            self._take_ghost(len(self.ghost))
        return True

    def _back_tab(self) -> bool:
        if self.offered:
            self._offers.move(-1)
        return True

    def _escape(self) -> bool:
        if not self.offered:
            self._hooks.escape()
            return True
        self._dismissed = self._found.start
        self._found = Completions()
        self.show()
        return True

    def _up(self) -> bool:
        if self.offered:
            self._offers.move(-1)
            return True
        if self.line.text:
            return self._step(-1, select=False)
        line = self._hooks.take_back()
        if line is None:
            return False
        self._change(lambda mine: mine.load(insertable(line), len(line)))
        return True

    def _down(self) -> bool:
        if self.offered:
            self._offers.move(1)
            return True
        return self._step(1, select=False)

    def _step(self, rows: int, select: bool) -> bool:
        """Up or down by rows; from the first or last, to the start or end; from there the key goes on."""
        line = self.line
        row = self.rows.row_of(line.caret) + rows
        column = self.rows.column_of(line.caret) if self._column is None else self._column
        inside = 0 <= row < len(self.rows)
        target = self.rows.position_at(row, column) if inside else max(0, rows * len(line.text))
        if target == line.caret and not inside:
            return False
        self._move(lambda line: line.move_to(target, select))
        self._column = column
        return True

    def _home(self, select: bool) -> bool:
        """To the start of the row; from there, of the text."""
        start = self.rows.start_of(self.rows.row_of(self.line.caret))
        self._move(lambda line: line.move_to(start if line.caret != start else 0, select))
        return True

    def _end(self, select: bool) -> bool:
        """To the end of the row; from there, of the text; from there, on through the ghost."""
        if self.line.at_end and not select:
            self._take_ghost(len(self.ghost))
            return True
        end = self.rows.end_of(self.rows.row_of(self.line.caret))
        self._move(lambda line: line.move_to(end if line.caret != end else len(line.text), select))
        return True

    def _right(self) -> bool:
        if self.line.at_end:
            self._take_ghost(len(self.ghost))
        else:
            self._move(Line.right)
        return True

    def _word_right(self) -> bool:
        if self.line.at_end:
            self._take_ghost(word_end(self.ghost))
        else:
            self._move(Line.word_right)
        return True

    def _take_ghost(self, length: int) -> None:
        self.insert_text(self.ghost[:length])

    # Offers

    def _take(self, offer: Completion) -> None:
        found = self.offered
        self._change(lambda line: line.replace(found.start, found.end, insertable(offer.insert)))

    def _take_clicked(self, offer: Completion) -> None:
        self._take(offer)
        self.focus()

    # Undo, and the clipboard

    def _undo(self) -> bool:
        return self._exchange(Line.undo)

    def _redo(self) -> bool:
        return self._exchange(Line.redo)

    def _exchange(self, step: Callable[[Line], bool]) -> bool:
        before = self.line.revision
        self._change(step)
        return self.line.revision != before

    def _copy(self) -> bool:
        if self._may_copy("Ctrl+C"):
            self.app.copy_to_clipboard(self.line.selected)
        return bool(self.line.selected)

    def _cut(self) -> bool:
        selected = self.line.selected
        if self._may_copy("Ctrl+X"):
            self.app.copy_to_clipboard(selected)
            self._change(Line.delete_left)
        return bool(selected)

    def _may_copy(self, key: str) -> bool:
        asked, self._asked = self._asked, key
        return bool(self.line.selected) and (asked == key or self._hooks.may_copy(key))

    def _paste_own(self) -> bool:
        self._paste(self.app.clipboard)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted; several lines go to the owner first, who may record them."""
        event.stop()
        event.prevent_default()
        self._paste(event.text)

    def _paste(self, text: str) -> None:
        try:
            lines = pasted_lines(text)
            line = self._hooks.lines_pasted(lines) if len(lines) > 1 else "".join(lines)
            self.insert_text(fitting(line, self.text))
        except Refusal as refusal:
            self._hooks.refused(refusal)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret there, and begin a selection.

        A press beside the line comes here too while a button is held, and a key that ends that may overtake it.
        """
        event.stop()
        if event.button != 1 or not self.outer_size.region.contains_point(event.offset):
            return
        self._asked = ""
        self._dragging = True
        self.capture_mouse()
        self._move(lambda line: line.move_to(self.position_of(event), select=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to there."""
        if self._dragging:
            self._move(lambda line: line.move_to(self.position_of(event), select=True))

    def on_mouse_up(self) -> None:
        """End the selection."""
        self._dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A double click selects the word, a triple click everything."""
        event.stop()
        if event.chain == 2:
            self._move(lambda line: line.select(*line.word_at(self.position_of(event))))
        elif event.chain == 3:
            self._move(lambda line: line.select(0, len(line.text)))


# What each key does. An act says whether there was anything to do; if not, the key goes on to the screen.
# Shift makes a step or a move select; on an edit it makes no difference.
_COPY, _CUT = ("ctrl+c", "super+c"), ("ctrl+x", "super+x")
_ACTS: dict[str, Callable[[Composer], bool]] = {
    **dict.fromkeys(("enter", "shift+enter", "ctrl+j"), Composer._enter),
    "tab": Composer._tab,
    "shift+tab": Composer._back_tab,
    "escape": Composer._escape,
    "up": Composer._up,
    "down": Composer._down,
    "right": Composer._right,
    **dict.fromkeys(("ctrl+right", "alt+right", "alt+f"), Composer._word_right),
    "home": lambda composer: composer._home(select=False),
    "shift+home": lambda composer: composer._home(select=True),
    **dict.fromkeys(("end", "ctrl+e"), lambda composer: composer._end(select=False)),
    "shift+end": lambda composer: composer._end(select=True),
    **dict.fromkeys(("ctrl+z", "super+z"), Composer._undo),
    **dict.fromkeys(("ctrl+y", "super+y", "ctrl+shift+z", "shift+super+z"), Composer._redo),
    **dict.fromkeys(_COPY, Composer._copy),
    **dict.fromkeys(_CUT, Composer._cut),
    "ctrl+v": Composer._paste_own,
}
_STEPS = {"up": -1, "down": 1}
