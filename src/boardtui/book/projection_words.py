"""How what the model holds reads in a table: names, times, days, text. Plain words; the minutes are written elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.book.layout import Value
from boardtui.model.acts.business import Count
from boardtui.model.people import PersonKey
from boardtui.model.prose import Mention, Prose
from boardtui.model.record import Clause, Record
from boardtui.model.times import CalendarDay, ClockTime


def known(record: Record, person: PersonKey) -> Value:
    """The key of somebody the record knows, else None."""
    return person if person in record.people else None


def name(record: Record, person: PersonKey) -> str:
    """The name of somebody, `@key` where the record doesn't know them, '' for nobody."""
    if person in record.people:
        return record.people[person].name
    return f"@{person}" if person else ""


def names(record: Record, people: Iterable[PersonKey]) -> str:
    """Several names: `Cllr Caan; Dr Green`."""
    return "; ".join(name(record, person) for person in people)


def said(record: Record, prose: Prose | None) -> str:
    """Text, with names for mentions."""

    def spoken(mention: Mention) -> str:
        return name(record, mention.person)

    return prose.said(spoken) if prose is not None else ""


def clock(time: ClockTime | None) -> Value:
    """A time as HH:MM, None where it isn't known."""
    return None if time is None or time.at is None else f"{time.at:%H:%M}"


def typed(time: ClockTime | None) -> str:
    """A time in the clerk's words."""
    return time.typed if time is not None else ""


def day(when: CalendarDay | None) -> Value:
    """A day as YYYY-MM-DD, None where it isn't known."""
    return None if when is None or when.on is None else when.on.isoformat()


def minutes_of_day(minutes: int | None) -> Value:
    """Minutes since midnight as HH:MM."""
    return None if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def figures(counts: Iterable[Count]) -> str:
    """The figures of a vote: `for 7; against 2; abstained`, an option alone where no number was stated."""
    return "; ".join(c.option if c.number is None else f"{c.option} {c.number}" for c in counts)


def clause_rows(clauses: list[Clause], above: str = "") -> Iterable[tuple[str, Clause]]:
    """Every clause with its number: 1, 1.1, 1.2, 2."""
    for place, clause in enumerate(clauses, start=1):
        number = f"{above}{place}"
        yield number, clause
        yield from clause_rows(clause.clauses, f"{number}.")
