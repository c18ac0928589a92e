"""The next meeting of a body in the book: its agenda to begin with, to be written to a file or reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.agendas.membership import with_members
from boardtui.agendas.placing import kept_from, reading_of
from boardtui.agendas.reading import Reading
from boardtui.agendas.source import Progress, unseen
from boardtui.book import Book, MeetingRow
from boardtui.errors import InputError
from boardtui.model.agenda import Agenda, Listed
from boardtui.model.replay import replay
from boardtui.model.text import fold
from boardtui.rules.next_agenda import next_agenda


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """agenda: to begin with; last: the name of the meeting that it comes from; members: the membership given beside it."""

    agenda: Agenda
    last: str
    members: tuple[Listed, ...] = ()

    @property
    def name(self) -> str:
        """As it is called in messages."""
        return f"next after {self.last}"

    @property
    def digest(self) -> str:
        """None: it was read from no file."""
        return ""

    def reading(self, progress: Progress = unseen) -> Reading:
        """The agenda as a reading."""
        progress(1.0, self.last)
        return reading_of(self.agenda, self.name)

    def agenda_of(self, reading: Reading) -> Agenda:
        """The agenda that comes of the reading, with the house, the numbering and the law of the last one."""
        return kept_from(self.agenda, reading)


def next_meeting(book: Book, body: str | None, members: tuple[Listed, ...] = (), house: str = "") -> NextMeeting:
    """The next meeting of a body. body: its name, or a part that only one has; None for the only one of the book; members,

    house: those to take, instead of the last meeting's.

    Raises InputError where the book has none, or several could be meant.
    """
    rows = _of_body(book, body)
    last = replay(book.acts(rows[-1].name))
    if last.agenda is None:
        raise InputError(f"The meeting {rows[-1].name} has no agenda.", "Make one with: boardtui new AGENDA")
    before = replay(book.acts(rows[-2].name)).agenda if len(rows) > 1 else None
    number = book.next_minute_number(last.agenda.council, last.agenda.committee)
    agenda = with_members(next_agenda(last, before, number), members)
    return NextMeeting(agenda.model_copy(update={"house": house or agenda.house}), rows[-1].name, members)


def _of_body(book: Book, body: str | None) -> Sequence[MeetingRow]:
    """The meetings of the body meant, the latest last; those without a day don't count where one has a day."""
    rows = book.meetings()
    bodies = list(dict.fromkeys((row.council, row.body) for row in rows))
    if not bodies:
        raise InputError(f"There is no meeting in {book.path} from which another could follow.", "Give its agenda.")
    meant = _meant(bodies, body)
    if len(meant) != 1:
        names = "; ".join(name for _, name in (meant or bodies))
        which = f"No body of the book is called “{body}”." if not meant else "The book has several bodies. Which one?"
        raise InputError(which, f"Name one with --body: {names}")
    found = [row for row in rows if (row.council, row.body) == meant[0]]
    return [row for row in found if row.day] or found


def _meant(bodies: Sequence[tuple[str, str]], body: str | None) -> Sequence[tuple[str, str]]:
    """Those with this very name, else those with this in their name or their council's."""
    if body is None:
        return bodies
    wanted = " ".join(body.casefold().split())
    same = [one for one in bodies if one[1].casefold() == wanted]
    return same or [one for one in bodies if wanted in f"{one[0]} {one[1]}".casefold()]


_OF_THE_BODY = ("house", "numbering", "ends_by", "code", "law", "interests")
"""What is the body's own, and stands on no agenda that is sent out."""


def like_the_last(book: Book, agenda: Agenda) -> Agenda:
    """An agenda that was read from a file, with the house style, the numbering and the law of the body's last meeting in the

    book, where it doesn't say them; as it is where the book knows no meeting of the body.
    """
    same = [row for row in book.meetings() if _is_of(row, agenda)]
    last = replay(book.acts(same[-1].name)).agenda if same else None
    if last is None:
        return agenda
    said = agenda.model_fields_set
    return agenda.model_copy(
        update={name: getattr(last, name) for name in _OF_THE_BODY if name not in said or not getattr(agenda, name)}
    )


def _is_of(row: MeetingRow, agenda: Agenda) -> bool:
    """Is this a meeting of the agenda's body, as far as both say whose it is?"""
    council = fold(agenda.council)
    return fold(row.body) == fold(agenda.committee) and (not council or not row.council or fold(row.council) == council)
