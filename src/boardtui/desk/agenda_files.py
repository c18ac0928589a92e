"""Agendas brought as files of any kind: what a file is, what is understood of it, and the agenda that becomes a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from boardtui.agendas.decoding import decode
from boardtui.agendas.members import read_members
from boardtui.agendas.membership import with_members, with_membership
from boardtui.agendas.native import is_native, read_agenda
from boardtui.agendas.opening import open_source
from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Progress, digest_of, unseen
from boardtui.agendas.understanding import understand
from boardtui.desk.sources import STANDARD_INPUT, read_bytes
from boardtui.errors import InputError
from boardtui.model.agenda import Agenda, Listed
from boardtui.model.limits import LARGEST_FILE, MOST_ITEMS, figure
from boardtui.model.people import SeatKind

NATIVE_ENDING = ".agenda.md"
_BEGINNING = 16_384
"""Bytes in which the header of a native file is looked for."""


class Brought(Protocol):
    """An agenda that is brought to be reviewed."""

    @property
    def name(self) -> str:
        """As it is called in messages."""

    @property
    def members(self) -> tuple[Listed, ...]:
        """The membership given with it."""

    @property
    def digest(self) -> str:
        """Of the file it is read from, '' for none."""

    def reading(self, progress: Progress = unseen) -> Reading:
        """What is understood of it. Raises InputError, and whatever `progress` raises."""

    def agenda_of(self, reading: Reading) -> Agenda:
        """The agenda that comes of a reading of it. Raises InputError for one that no meeting could be held with."""


@dataclass(frozen=True, slots=True)
class AgendaFile:
    """name: as it is called in messages; members: the membership that was given with it, none to take the file's own; house:

    the style that is to print it, '' to take what it says itself.
    """

    name: str
    data: bytes
    members: tuple[Listed, ...] = ()
    house: str = ""

    @property
    def is_native(self) -> bool:
        """Is it an agenda file of our own, by its name or by its header?"""
        if self.name.lower().endswith(NATIVE_ENDING):
            return True
        beginning = self.data[:_BEGINNING]
        whole_lines = beginning[: beginning.rfind(b"\n") + 1] if len(self.data) > _BEGINNING else beginning
        try:
            return is_native(decode(whole_lines, self.name))
        except InputError:
            return False

    @property
    def digest(self) -> str:
        """The digest by which the file is known again."""
        return digest_of(self.data)

    def agenda(self) -> Agenda:
        """The agenda of a native file. Raises InputError, for each line that can't be read."""
        if len(self.data) > LARGEST_FILE:
            raise InputError(
                f"{self.name} is larger than {figure(LARGEST_FILE // 1_000_000)} MB, too large for an agenda or notes.",
                "Is it the right file?",
            )
        return self._in_its_house(with_members(read_agenda(decode(self.data, self.name), self.name), self.members))

    def _in_its_house(self, agenda: Agenda) -> Agenda:
        return agenda.model_copy(update={"house": self.house}) if self.house else agenda

    def reading(self, progress: Progress = unseen) -> Reading:
        """What is understood of a file of any other kind. Raises InputError, and whatever `progress` raises."""
        source = open_source(self.data, self.name, progress)
        progress(1.0, "what it says")
        return with_membership(understand(source), self.members)

    def agenda_of(self, reading: Reading) -> Agenda:
        """The agenda that comes of a reading of it. Raises InputError for one that no meeting could be held with."""
        if not reading.is_agenda:
            raise InputError(f"No agenda was found in {self.name}: it has no item.", "Is it the right file?")
        agenda = self._in_its_house(reading.agenda)
        vacancies = tuple(one for one in self.members if one.kind is SeatKind.VACANCY)
        agenda = agenda.model_copy(update={"people": (*agenda.people, *vacancies)})
        if sum(1 for _ in agenda.keyed()) > MOST_ITEMS:
            raise InputError(f"{self.name} has more than {figure(MOST_ITEMS)} items.", "Is it the right file?")
        return agenda


def agenda_file(name: str, members: str | None = None, house: str = "") -> AgendaFile:
    """The file of this name, `-` for standard input, with the membership in another one, None for none. house: see there.

    Raises InputError for what can't be read or is empty.
    """
    data = read_bytes(name)
    called = "standard input" if name == STANDARD_INPUT else name
    if not data.strip():
        raise InputError(f"{called}: the file is empty", "Give a file with an agenda in it.")
    return AgendaFile(called, data, members_in(members), house)


def members_in(name: str | None) -> tuple[Listed, ...]:
    """Those listed in a file of members, none where none is named. Raises InputError."""
    return () if name is None else read_members(read_bytes(name), name)
