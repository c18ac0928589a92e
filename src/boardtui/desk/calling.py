"""Calling a meeting: from an agenda to the first acts in the book."""

from __future__ import annotations

import re

from boardtui.book import Book
from boardtui.desk.desk import Clock, Desk
from boardtui.errors import InputError, Refusal
from boardtui.model.acts.meeting import Summons
from boardtui.model.acts.text import OpenItem
from boardtui.model.agenda import Agenda, Numbering
from boardtui.model.register import register
from boardtui.model.text import fold


def call_meeting(book: Book, agenda: Agenda, *, clock: Clock, actor: str) -> Desk:
    """Enter a new meeting in the book: its summons, and the text its agenda has prepared.

    People the book knows keep their place in it. Raises InputError where prepared text isn't understood, before anything
    is filed.
    """
    if not agenda.next_number and agenda.numbering is Numbering.CONTINUING:
        agenda = agenda.model_copy(update={"next_number": book.next_minute_number(agenda.council, agenda.committee)})
    found = register(agenda, book.people())
    name = _free_name(book, agenda)
    desk = Desk(book, name, clock=clock, actor=actor, live=False)
    desk.do(Summons(agenda=agenda, people=found.people, seats=found.seats))
    for key, item, _ in agenda.keyed():
        if item.draft:
            desk.do(OpenItem(items=(key,)))
        for line in item.draft:
            _prepare(desk, item.title, line)
    desk.wait()
    return desk


def _prepare(desk: Desk, title: str, line: str) -> None:
    try:
        desk.say(line)
    except Refusal as refusal:
        raise InputError(
            f"The draft text under “{title}” is not understood: {line} ({refusal.message})", refusal.hint
        ) from None


def _free_name(book: Book, agenda: Agenda) -> str:
    """A name for the meeting: its day and its body (`2017-09-04-health-and-well-being-board`), numbered if taken."""
    words = re.sub(r"-+", "-", "-".join(fold(word) for word in agenda.committee.split())).strip("-") or "meeting"
    stem = f"{agenda.date.on.isoformat()}-{words}" if agenda.date.on else words
    taken = {row.name for row in book.meetings()}
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
