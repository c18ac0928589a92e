"""The composer: the one line at the foot of the minutes where everything is typed.

It handles its keys itself. Textual runs bindings and inserts letters in different queues, so that at speed an Enter or
a Backspace bound the usual way overtakes the letters typed before it; here every key takes its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events

from boardtui.clerk.widgets.line import Line, insertable
from boardtui.clerk.widgets.line_view import LineView
from boardtui.clerk.widgets.offers import Offers
from boardtui.model.text import clean
from boardtui.notation.completion import Completion, Completions


@dataclass(frozen=True)
class ComposerHooks:
    """What the composer asks of its owner. Each is called at once, within the key; none may raise.

    record: Enter. True when the line was taken, and the composer empties; False leaves it, the caret at its end.
    edited: text and caret after every edit, for the draft (not after `load`, nor when only the caret moved).
    complete: what may be offered at this caret; pure and fast.
    ghost: the rest of the sentence that text may be the beginning of, '' for none.
    take_back: Up in an empty composer; the line to edit again, None for nothing.
    escape: Esc when no offers are open.
    lines_pasted: a paste of several lines; returns the text to insert, after recording what it likes.
    """

    record: Callable[[str], bool]
    edited: Callable[[str, int], None]
    complete: Callable[[str, int], Completions]
    ghost: Callable[[str], str]
    take_back: Callable[[], str | None]
    escape: Callable[[], None]
    lines_pasted: Callable[[list[str]], str]


class Composer(LineView):
    """Takes one logical line, offers what could stand there, and hands it on at Enter.

    hooks: what happens to what is typed; placeholder: what is shown while it is empty. A key that has nothing to do
    here (a function key, Ctrl+Z when no typing is left to undo) is passed on to the screen.
    """

    def __init__(self, hooks: ComposerHooks, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self._hooks = hooks
        self._offers = Offers(self._clicked)
        self._dismissed: int | None = None  # where the word begins whose offers were closed with Esc
        self._column: int | None = None  # the cell that Up and Down try to keep to

    def on_mount(self) -> None:
        """Put the list of offers beside the composer, hidden."""
        if self.parent is not None:
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
        self._offers.hide()
        self.show()

    def insert_text(self, text: str) -> None:
        """Insert at the caret, as if typed. The focus stays where it is."""
        self.line.insert(insertable(text))
        self._edited()

    # After a change

    def _edited(self) -> None:
        """Hand the text on, before it is painted, and ask what could follow."""
        line = self.line
        self._column = None
        self._hooks.edited(line.text, line.caret)
        self._offer()
        self.ghost = insertable(self._hooks.ghost(line.text)) if line.text and not self.offered else ""
        self.show()
        self._place_offers()

    def _moved(self) -> None:
        self._column = None
        if self.offered:
            self._offer()
        self.show()

    ...
