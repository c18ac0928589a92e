"""The interests declared at a meeting as a document of its own: a list, and the sheet for the monitoring officer.

A tree like that of the minutes, so that the same writers print it. What is sensitive is said to be, and its nature isn't
printed in either (Localism Act 2011, s.32).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.minutes.compose import paper_about
from boardtui.minutes.compose_room import kind_words, scope_words
from boardtui.minutes.dates import said_day, spoken_date
from boardtui.minutes.formats import Output, Source
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.scribe import Scribe
from boardtui.minutes.tree import Minute, Minutes, Paragraph, Part, SectionHeading, Table
from boardtui.model.acts import interests
from boardtui.model.agenda import ItemKey
from boardtui.model.people import PersonKey
from boardtui.model.record import Block, Declaration, Direction, Record
from boardtui.model.times import CalendarDay
from boardtui.rules.notification import duty_to_notify, notices

WRITTEN = ("docx", "html", "txt")
"""The formats that the document is written in."""
Row = tuple[str, ...]


def outputs(source: Source) -> tuple[Output, ...]:
    """The document, in each of its formats."""
    from boardtui.minutes.writers import writer

    tree = declarations(source.record, source.house)
    return tuple(Output(f"-interests.{name}", writer(name)(tree)) for name in WRITTEN)


def declarations(record: Record, house: House) -> Minutes:
    """The list of declarations of a meeting and, where its code has interests notified, the sheet for that.

    record: whole, or with everything restricted removed.
    """
    forms, agenda = house.declarations, record.agenda
    teller = _Teller(record, house, Names(record, house))
    restricted = any(block.restricted for block in map(teller.block, record.declarations) if block is not None)
    committee = agenda.committee if agenda else ""
    day = said_day(agenda.date, house.dates.sentence, house) if agenda else ""
    sheet = tuple(teller.sheet())
    return paper_about(record, house, forms.title.fill({"committee": committee, "date": day})).model_copy(
        update={
            "draft": house.frame.restricted if restricted else "",
            "restricted": restricted,
            "body": (SectionHeading(text=forms.heading), Minute(parts=(teller.list(),)), *sheet),
            "signature": forms.receipt if sheet else (),
        }
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the interests of a record in the words of a house."""

    record: Record
    house: House
    names: Names

    def list(self) -> Part:
        """Who declared what, and what they did; and whose council tax was in arrears."""
        rows = [row for one in self.record.declarations for row in self._declared(one)]
        rows += list(self._arrears())
        forms = self.house.declarations
        return Table(rows=(forms.columns, *rows), headed=True) if rows else Paragraph(text=forms.none)

    def sheet(self) -> Iterator[SectionHeading | Minute]:
        """What is to be notified, if it isn't in the register; nothing for a body without a monitoring officer."""
        forms, duty = self.house.declarations, duty_to_notify(self.record)
        if duty is None:
            return
        rows = [
            row
            for notice in notices(self.record)
            for row in self._to_notify(notice.declaration, self._last(notice.last))
        ]
        yield SectionHeading(text=forms.notification)
        told = Paragraph(text=forms.duty.fill({"source": duty.source}))
        if rows:
            yield Minute(parts=(told, Table(rows=(forms.notify_columns, *rows), headed=True)))
        else:
            yield Minute(parts=(Paragraph(text=forms.nothing),))

    # --- rows

    def _declared(self, one: Declaration) -> Iterator[Row]:
        for person, who in self._whose(one):
            yield who, self._item(one), self._interest(one), self._did(one, person), self._dispensed(one, person)

    def _to_notify(self, one: Declaration, last: str) -> Iterator[Row]:
        tick = self.house.declarations.tick
        for _, who in self._whose(one):
            yield who, self._item(one), self._interest(one), tick, last, ""

    def _arrears(self) -> Iterator[Row]:
        forms, did = self.house.declarations, self.house.interests.conduct
        for entry, block in self.record.blocks():
            if isinstance(block.act, interests.Arrears):
                item = self._items(entry.items)
                for person in block.act.who:
                    yield self.names.listed(person), item, forms.arrears, did["did not vote"], ""

    # --- cells

    def block(self, one: Declaration) -> Block | None:
        """The block that an interest was declared in, None where it stands in none."""
        found = self.record.block(one.seq)
        return found[1] if found else None

    def _whose(self, one: Declaration) -> Iterator[tuple[PersonKey, str]]:
        """Each of those who have it, as the list calls them; '' and the house's word for all members."""
        act = one.act
        people = [(person, self.names.listed(person)) for person in act.who] or [("", self.house.interests.all_members)]
        for person, who in people:
            by = self.names.listed(act.by) if act.by else ""
            yield person, self.house.declarations.declared_for.fill({"who": who, "by": by}) if by else _capital(who)

    def _item(self, one: Declaration) -> str:
        """The items it bears on, by number and title; in words where it is a motion, the whole meeting or something else."""
        if one.act.scope.items:
            return self._items(one.act.scope.items)
        block, entry = self.block(one), self.record.entries.get(one.entry)
        if block is None or entry is None:
            return one.act.scope.words
        words = scope_words(Scribe(self.record, self.house, self.names, entry), block, one.act.scope)
        said = one.act.scope != interests.Scope() or words == self.house.scopes.unsaid
        return _capital(words) if said else self._items((block.sub,) if block.sub else entry.items)

    def _items(self, keys: tuple[ItemKey, ...]) -> str:
        scribe = Scribe(self.record, self.house, self.names, self.record.entry)
        form = self.house.declarations.item
        business = [
            (scribe.number(key), self.record.business[key].item.title) for key in keys if key in self.record.business
        ]
        return self.house.words.proposals.join(
            form.fill({"number": number, "title": title}) for number, title in business
        )

    def _interest(self, one: Declaration) -> str:
        """Its kind and its nature, of a sensitive one only that it is."""
        kind = kind_words(Scribe(self.record, self.house, self.names, self.record.entry), one.act.label)
        nature = self.house.interests.sensitive if one.act.sensitive else self.names.said(one.act.nature).strip()
        return self.house.declarations.interest.fill({"kind": _capital(kind), "nature": nature})

    def _did(self, one: Declaration, person: PersonKey) -> str:
        """What they said they would do; else that they left, if they went out for what it bears on."""
        conduct = self.house.interests.conduct
        if one.act.conduct:
            return self.names.joined([conduct.get(did, did) for did in one.act.conduct])
        items = self._bears_on(one)
        moves = (move for move in self.record.movements if move.person == person and move.direction is Direction.LEAVE)
        return conduct["left"] if any(items & set(self._entry_items(move.entry)) for move in moves) else ""

    def _bears_on(self, one: Declaration) -> set[ItemKey]:
        """The items it is said to bear on, else those it was declared under."""
        return set(one.act.scope.items) or set(self._entry_items(one.entry))

    def _entry_items(self, entry: int) -> tuple[ItemKey, ...]:
        return self.record.entries[entry].items if entry in self.record.entries else ()

    def _dispensed(self, one: Declaration, person: PersonKey) -> str:
        """The dispensations that cover it (Localism Act 2011, s.33)."""
        form, items = self.house.declarations.granted, self._bears_on(one)
        found = [
            form.fill({"until": self._until(act.until), "text": act.text})
            for _, act in self.record.dispensations
            if (act.everyone or person in act.who)
            and (not act.scope.items or not items or items & set(act.scope.items))
        ]
        return self.house.words.proposals.join(found)

    def _until(self, words: str) -> str:
        return said_day(CalendarDay.read(words), self.house.dates.sentence, self.house) if words else ""

    def _last(self, last: dt.date | None) -> str:
        return spoken_date(last, self.house) if last is not None else self.house.declarations.within


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
