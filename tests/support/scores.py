"""How much of an agenda was understood: against what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boardtui.model.agenda import Agenda, Section


def _items(agenda: Agenda) -> list[object]:
    return [item.number for item in agenda.items]


def _titles(agenda: Agenda) -> list[object]:
    return [item.title for item in agenda.items]


def _pages(agenda: Agenda) -> list[object]:
    return [(item.number, item.pages) for item in agenda.items if item.pages]


def _subitems(agenda: Agenda) -> list[object]:
    return [(item.number, below.number, below.title) for item in agenda.items for below in item.subitems]


def _sections(agenda: Agenda) -> list[object]:
    return [(part.title, part.level, part.nil) for part in agenda.body if isinstance(part, Section)]


def _members(agenda: Agenda) -> list[object]:
    return list(agenda.people)


def _contact(agenda: Agenda) -> list[object]:
    return [agenda.contact] if agenda.contact else []


KINDS: dict[str, Callable[[Agenda], list[object]]] = {
    "items": _items,
    "titles": _titles,
    "pages": _pages,
    "sub-items": _subitems,
    "sections": _sections,
    "members": _members,
    "contact": _contact,
}


def scores(found: Agenda, said: Agenda) -> dict[str, tuple[int, int]]:
    """Of each kind of thing: how many were found, of how many. What was found and isn't said takes one away each."""
    return {kind: _score(take(found), take(said)) for kind, take in KINDS.items()}


def _score(found: Iterable[object], said: Iterable[object]) -> tuple[int, int]:
    left = list(said)
    most, wrong = len(left), 0
    for one in found:
        if one in left:
            left.remove(one)
        else:
            wrong += 1
    return most - max(len(left), wrong), most
