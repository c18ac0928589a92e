"""What the composer asks of whoever it works for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events

from boardtui.errors import BoardError
from boardtui.notation.completion import Completions


@dataclass(frozen=True)
class ComposerHooks:
    """What the composer asks of its owner. Each is called at once, within the key; none may raise.

    record: Enter. True when the line was taken, and the composer empties; False leaves it, the caret at its end.
    edited: text and caret after every edit and every move of the caret, for the draft (not after `load`).
    complete: what may be offered at this caret; pure and fast.
    ghost: the rest of the sentence that text may be the beginning of, '' for none.
    take_back: Up in an empty composer; the line to edit again, None for nothing.
    escape: Esc when no offers are open.
    lines_pasted: a paste of several lines; returns the text to insert, after recording what it likes.
    may_copy: may what is selected go to the clipboard, which other programs read? Given the key for it, to be pressed again
    where the answer is no and the owner has asked: pressed twice, it goes.
    refused: a paste that is too much, and why; nothing of it was inserted.
    other_key: a key that means nothing here, by Textual's name for it; True when it was dealt with. Bound in the screen
    such a key would overtake what is typed behind it.
    elsewhere: asked first, of every key; True when it belongs to a screen that the line before it has asked for.
    """

    record: Callable[[str], bool]
    edited: Callable[[str, int], None]
    complete: Callable[[str, int], Completions]
    ghost: Callable[[str], str]
    take_back: Callable[[], str | None]
    escape: Callable[[], None]
    lines_pasted: Callable[[list[str]], str]
    other_key: Callable[[str], bool] = lambda _key: False
    refused: Callable[[BoardError], None] = lambda _why: None
    may_copy: Callable[[str], bool] = lambda _key: True
    elsewhere: Callable[[events.Key], bool] = lambda _key: False
