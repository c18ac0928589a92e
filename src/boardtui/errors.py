"""What can go wrong, said to the clerk: one line what and where, one line what to do."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar


class BoardError(Exception):
    """Anything boardtui refuses or cannot do.

    message: one line, what is wrong and where; hint: one line, what to do about it ('' when there is nothing to do).
    exit_code: what the command line ends with.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class InputError(BoardError):
    """The input is wrong: an agenda, a line of notes, a house style, a target that exists (exit code 1)."""

    exit_code = 1


class UsageError(BoardError):
    """The command was not given what it needs (exit code 2)."""

    exit_code = 2


class BookError(BoardError):
    """The minute book refuses: foreign, newer, damaged, held by somebody else, not writable (exit code 3)."""

    exit_code = 3


class Refusal(InputError):
    """A line that was not recorded. It stays where it was typed, with this reason beside it."""


class Hesitation(Refusal):
    """A line that is recorded when it is said once more: what there is to be known first."""


class Fault(BoardError):
    """A fault of our own, of which nobody foresaw that it could happen: told by its kind and its place, and no more.

    Never by its message, a variable or a line of a traceback: they may hold what is exempt.
    """

    def __init__(self, error: BaseException, who: str, after: str) -> None:
        """error: the fault; who: what stopped; after: what has become of the minutes, and what to do."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f" at {PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        super().__init__(f"{who} stopped on a fault of its own: {type(error).__name__}{where}.", after)
