"""What is wrong with an agenda file, line by line, and the error that says so."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from boardtui.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One line that can't be read. line: from 1; what: what is wrong; hint: what to do."""

    line: int
    what: str
    hint: str


class AgendaError(InputError):
    """An agenda that can't be read. problems: all of them, in order of line; the message is about the first."""

    def __init__(self, source: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        first, others = self.problems[0], len({problem.line for problem in self.problems}) - 1
        more = f" (and {others} more {'line' if others == 1 else 'lines'})" if others else ""
        super().__init__(f"{source} line {first.line}: {first.what}{more}", first.hint)


@dataclass
class Problems:
    """The problems found so far in one file. source: what the file is called in messages."""

    source: str
    found: list[Problem] = field(default_factory=list)

    def add(self, line: int, what: str, hint: str) -> None:
        """Note a problem and read on."""
        self.found.append(Problem(line, what, hint))

    def raise_if_any(self) -> None:
        """Raises AgendaError if there are any."""
        if self.found:
            raise AgendaError(self.source, self.found)


def nearest(word: str, names: Iterable[str]) -> str:
    """The known name most like the word, '' if none is like it."""
    close = difflib.get_close_matches(" ".join(word.lower().split())[:80], list(names), n=1)
    return close[0] if close else ""


def shortened(text: str) -> str:
    """A line as it may stand in a message: its beginning."""
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
