"""What every command is made of: its line read into an act, and the act written as a line, side by side."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from pydantic import ValidationError

from boardtui.errors import Refusal
from boardtui.model.acts.base import Act
from boardtui.model.times import ClockTime
from boardtui.notation.context import Context
from boardtui.notation.moments import HOW_A_TIME_IS_WRITTEN, read_time, write_time
from boardtui.notation.slots import escape, unescape
from boardtui.notation.text import read_prose, write_prose

A = TypeVar("A", bound=Act)


HOW_ALL_AGREED = "Write /unanimous where all were in favour, /vote 7 0 0 where they were counted."
_BY_ALL = re.compile(
    r"(?:(?:carried|agreed|passed|approved)\s+)?(?:by\s+)?"
    r"(?:(?:all|everyone|everybody)(?:\s+(?:in\s+favou?r|for|agreed|present|members))*"
    r"|unanimous(?:ly)?(?:\s+in\s+favou?r)?|nem\.?\s*con)",
    re.IGNORECASE,
)


def says_by_all(words: str) -> bool:
    """Do these words say in plain English what `/unanimous` says: `all in favour`, `carried unanimously`?"""
    return _BY_ALL.fullmatch(words.rstrip(".! ")) is not None


class Form(ABC, Generic[A]):
    """How one kind of act is said. name: the mark, or the command with its slash; shows: the kind of act it can write."""

    def __init__(self, name: str, shows: type[A]) -> None:
        self.name = name
        self.shows = shows

    @abstractmethod
    def parse(self, rest: str, context: Context) -> Act:
        """The act that is said by what follows the name. Raises Refusal."""

    @abstractmethod
    def show(self, act: A, context: Context) -> str:
        """What follows the name in the line that says the act; '' for nothing."""

    def line(self, act: A, context: Context) -> str:
        """The whole line that says the act."""
        return f"{self.name} {self.show(act, context)}".strip()

    def says(self, act: Act) -> bool:
        """Is this the form to write the act with?"""
        return type(act) is self.shows

    def surest(self, act: A, plain: str, certain: str, context: Context) -> str:
        """The plain way to write the act if it reads back as the act, else the certain way."""
        try:
            return plain if self.parse(plain, context) == act else certain
        except (Refusal, ValidationError):
            return certain


class Wanting(Refusal):
    """A command lacks what it can't do without. The reader of the line adds how the command is written."""


class Bare(Form[A]):
    """A command that says all by itself."""

    def __init__(self, name: str, act: A) -> None:
        super().__init__(name, type(act))
        self.act = act

    def parse(self, rest: str, context: Context) -> Act:
        """The act; nothing may follow."""
        if rest:
            raise Refusal(f"{self.name} stands alone.", f"Take “{rest}” away, or put it on a line of its own.")
        return self.act

    def says(self, act: Act) -> bool:
        """Only this very act."""
        return act == self.act

    def show(self, act: A, context: Context) -> str:
        """Nothing."""
        return ""


class OneWord(Bare[A]):
    """A command with one fixed word after it: `/matters none`."""

    def __init__(self, name: str, word: str, act: A) -> None:
        super().__init__(name, act)
        self.word = word

    def parse(self, rest: str, context: Context) -> Act:
        """The act, if the word is there."""
        if rest.casefold() != self.word:
            raise Wanting(f"{self.name} is followed by “{self.word}”.")
        return self.act

    def show(self, act: A, context: Context) -> str:
        """The word."""
        return self.word


class ProseForm(Form[A]):
    """A command or mark followed by text. fixed: fields that the mark itself says (`--` is a bullet of the second level)."""

    def __init__(self, name: str, shows: type[A], field: str = "text", wants: str = "text", **fixed: int) -> None:
        super().__init__(name, shows)
        self.field, self.wants, self.fixed = field, wants, fixed

    def parse(self, rest: str, context: Context) -> Act:
        """The act with its text."""
        if not rest:
            raise Wanting(f"{self.name} is followed by {self.wants}.")
        return self.shows(**{self.field: read_prose(rest, context)}, **self.fixed)

    def says(self, act: Act) -> bool:
        """An act of this kind, with what the mark says of it."""
        return type(act) is self.shows and all(getattr(act, name) == value for name, value in self.fixed.items())

    def show(self, act: A, context: Context) -> str:
        """The text."""
        return write_prose(getattr(act, self.field), context)


class WordsForm(Form[A]):
    """A command followed by plain words. needed: it says nothing without them."""

    def __init__(self, name: str, shows: type[A], field: str, *, wants: str = "words", needed: bool = True) -> None:
        super().__init__(name, shows)
        self.field, self.wants, self.needed = field, wants, needed

    def parse(self, rest: str, context: Context) -> Act:
        """The act with its words."""
        if self.needed and not rest:
            raise Wanting(f"{self.name} is followed by {self.wants}.")
        return self.shows(**{self.field: unescape(rest)})

    def show(self, act: A, context: Context) -> str:
        """The words."""
        return escape(getattr(act, self.field))


class ClockForm(Form[A]):
    """A command followed by a time, which may be left out. hint: what to write where the words are no time."""

    def __init__(
        self, name: str, shows: type[A], field: str = "at", *, needed: bool = False, hint: str = HOW_A_TIME_IS_WRITTEN
    ) -> None:
        super().__init__(name, shows)
        self.field, self.needed, self.hint = field, needed, hint

    def parse(self, rest: str, context: Context) -> Act:
        """The act with its time."""
        time = read_time(rest, context, self.hint)
        if time is None and self.needed:
            raise Wanting(f"{self.name} is followed by a time.")
        return self.shows(**{self.field: time})

    def show(self, act: A, context: Context) -> str:
        """The time."""
        time: ClockTime | None = getattr(act, self.field)
        return write_time(time, context)
