"""The native agenda, `NAME.agenda.md`: plain text that a clerk can read, mail and mend."""

from __future__ import annotations

from itertools import takewhile

from boardtui.agendas.native_header import NumberedLine, field_in, is_fence, read_header
from boardtui.agendas.native_items import read_body
from boardtui.agendas.problems import AgendaError, Problem, Problems
from boardtui.model.agenda import Agenda
from boardtui.model.limits import MOST_ITEMS, figure
from boardtui.model.text import clean

_ONLY_IN_A_NATIVE_HEADER = frozenset(
    ("committee", "council", "house", "numbering", "next minute number", "quorum", "member")
)
_LOOKED_AT = 60
"""Lines among which the header is looked for."""


def is_native(text: str) -> bool:
    """Is this a native agenda file, by its header? A web page's maker writes one, too, with other names in it."""
    lines = [line for line in clean(text).split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    if not lines or not is_fence(lines[0]):
        return False
    header = takewhile(lambda line: not is_fence(line), lines[1:])
    return any(field[0] in _ONLY_IN_A_NATIVE_HEADER for line in header if (field := field_in(line)))


def read_agenda(text: str, source: str = "agenda") -> Agenda:
    """The agenda in the text of a native agenda file.

    source: what the file is called in messages. Raises AgendaError with every line that can't be read; nothing is guessed.
    """
    lines = [(number, line) for number, line in enumerate(clean(text).split("\n"), start=1) if line.strip()]
    end = _end_of_header(lines, source)
    problems = Problems(source)
    header = read_header(lines[1:end], lines[end][0], problems)
    body = read_body(lines[end + 1 :], lines[-1][0], problems)
    problems.raise_if_any()
    agenda = Agenda.model_validate({**header, "body": body})
    if sum(1 for _ in agenda.keyed()) > MOST_ITEMS:
        too_many = Problem(lines[-1][0], f"there are more than {figure(MOST_ITEMS)} items", "Is it the right file?")
        raise AgendaError(source, [too_many])
    return agenda


def _end_of_header(lines: list[NumberedLine], source: str) -> int:
    """Which of the lines closes the header. Raises AgendaError where there is no header, or no end to it."""
    if not lines:
        hint = "It begins with a header between two lines of ---, with `committee:` and `date:`; the items follow."
        raise AgendaError(source, [Problem(1, "there is nothing in the file", hint)])
    first = lines[0][0]
    if not is_fence(lines[0][1]):
        hint = "Put a line of --- before and after `committee:`, `date:` and the rest of the header."
        raise AgendaError(source, [Problem(first, "the header doesn't begin with ---", hint)])
    end = next((place for place, (_, line) in enumerate(lines[1:], start=1) if is_fence(line)), None)
    if end is None:
        hint = "Put a second line of --- after its last line, above the first item."
        raise AgendaError(source, [Problem(first, "the header has no end", hint)])
    return end
