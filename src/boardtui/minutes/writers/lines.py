"""Lines that the writers of typed text share: attendance with its label, clauses with theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.minutes.tree import AttendanceLine, Clause
from boardtui.minutes.writers.dressing import label_text


def attendance_lines(lines: Iterable[AttendanceLine]) -> list[str]:
    """Each line of the attendance, what runs in before it included."""
    return [" ".join(part for part in (label_text(line), line.text) if part) for line in lines]


def labelled(clause: Clause) -> str:
    """A clause with its number."""
    return f"{clause.label} {clause.text}" if clause.label else clause.text


def numbered(number: str, text: str) -> str:
    """A paragraph with its number within the minute, if it has one."""
    return f"{number} {text}" if number and text else text


def clause_lines(clauses: Iterable[Clause]) -> Iterator[str]:
    """Clauses and all that hangs from them, line by line."""
    for clause in clauses:
        yield labelled(clause)
        yield from clause_lines(clause.clauses)


def decision_blocks(sentence: str, clauses: tuple[Clause, ...], *, run_on: bool) -> Iterator[list[str]]:
    """A decision as blocks of lines. run_on: one clause stands in the sentence, so what hangs from it is one block;

    otherwise each clause is a block, and what hangs from it another.
    """
    yield [sentence]
    if run_on and clauses:
        yield list(clause_lines(clauses))
        return
    for clause in clauses:
        yield [labelled(clause)]
        if clause.clauses:
            yield list(clause_lines(clause.clauses))
