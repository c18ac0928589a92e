"""Calling a meeting: from an agenda to the first acts in the book."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.book import Book
from boardtui.desk.desk import Clock, Desk
from boardtui.desk.houses import house_called
from boardtui.desk.living import context_for
from boardtui.desk.naming import stem
from boardtui.errors import InputError, Refusal
from boardtui.minutes.first_number import numbered
from boardtui.minutes.house import House
from boardtui.model.acts import Filed
from boardtui.model.acts.meeting import Summons
from boardtui.model.acts.text import OpenItem
from boardtui.model.agenda import Agenda
from boardtui.model.register import register
from boardtui.model.replay import Replay
from boardtui.notation.parse import Said, parse
from boardtui.phrases import phrases_of
from boardtui.rules.procedure import check


def call_meeting(book: Book, agenda: Agenda, *, clock: Clock, actor: str, source: str = "") -> Desk:
    """Enter a new meeting in the book: its summons, and the text its agenda has prepared.

    source: the digest of the file that the agenda was read from, '' for none. People the book knows keep their place in it.
    Raises InputError where prepared text or the house style isn't understood, before anything is filed.
    """
    chosen = house_called(agenda)
    known = "" if agenda.next_number else book.next_minute_number(agenda.council, agenda.committee)
    agenda = _governed(numbered(agenda, chosen.house, known), chosen.house)
    found = register(agenda, book.people())
    summons = Summons(agenda=agenda, people=found.people, seats=found.seats, house_text=chosen.text, source=source)
    prepared = tuple(_prepared(summons, chosen.house))
    desk = Desk(book, _free_name(book, agenda), clock=clock, actor=actor, live=False)
    desk.do(summons)
    for said in prepared:
        desk.do(said.act, at=said.at)
    desk.wait()
    return desk


def _governed(agenda: Agenda, house: House) -> Agenda:
    """The agenda with the code and the law it goes by: its own, else those of its house style.

    They are written into the record, so that a meeting goes on under what it was called under.
    """
    law = house.law
    return agenda.model_copy(update={"code": agenda.code or law.interests, "law": agenda.law or law.meetings})


def _prepared(summons: Summons, house: House) -> Iterator[Said]:
    """What the text that an agenda has prepared comes to, each line read after those before it. Raises InputError."""
    trial = Replay()

    def tried(said: Said) -> Said:
        item = next(iter(trial.record.open_items), "") if trial.record.entries else ""
        trial.file(Filed(len(trial.record.filed) + 1, "", "", said.at, "", item, False, said.act))
        return said

    tried(Said(summons))
    phrases = phrases_of(house.phrases)
    for key, item, _ in summons.agenda.keyed():
        if item.draft:
            yield tried(Said(OpenItem(items=(key,))))
        for line in item.draft:
            try:
                said = parse(line, context_for(trial.record, house, phrases))
                check(trial.record, said.act)
            except Refusal as refusal:
                raise InputError(
                    f"The draft text under “{item.title}” is not understood: {line} ({refusal.message})", refusal.hint
                ) from None
            yield tried(said)


def _free_name(book: Book, agenda: Agenda) -> str:
    """A name for the meeting: its day and its body (`2017-09-04-health-and-well-being-board`), numbered if taken."""
    called = stem(agenda.date, agenda.committee)
    taken = {row.name for row in book.meetings()}
    name, number = called, 2
    while name in taken:
        name, number = f"{called}-{number}", number + 1
    return name
