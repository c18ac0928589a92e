"""A reading of a source: what each of its lines was taken to say, and the agenda that comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.agendas.assembling import assemble
from boardtui.agendas.gaps import agenda_gaps
from boardtui.agendas.parts import SILENT, Part, Placed
from boardtui.agendas.source import Source, SourceLine
from boardtui.model.agenda import Agenda

DOUBTED = 0.7
"""What is less sure than this is shown to the clerk as a doubt."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood. placed: in the order of the source; every line of the source is in at least one of them."""

    source: Source
    placed: tuple[Placed, ...]

    @property
    def agenda(self) -> Agenda:
        """The agenda that comes of it; a committee or date that isn't known is a `?`."""
        return assemble(self.placed)

    @property
    def leftovers(self) -> tuple[SourceLine, ...]:
        """The lines that nothing was made of and that may matter."""
        left = {number for one in self.placed if one.part is Part.LEFT for number in one.lines}
        return tuple(line for line in self.source.lines if line.number in left)

    @property
    def doubts(self) -> tuple[Placed, ...]:
        """What isn't sure, in the order of the source."""
        return tuple(one for one in self.placed if one.part not in SILENT and (one.doubt or one.sure < DOUBTED))

    @property
    def flags(self) -> tuple[str, ...]:
        """What is odd or missing in the agenda, a sentence each: nothing of it is mended silently."""
        return agenda_gaps(self.agenda)

    @property
    def is_agenda(self) -> bool:
        """Was an agenda found: has it an item?"""
        return any(one.part is Part.ITEM for one in self.placed)
