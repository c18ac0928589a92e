"""Members in Popolo, the JSON of open data about people in public office (popoloproject.com)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from boardtui.agendas.decoding import decode
from boardtui.agendas.member_rows import Row
from boardtui.errors import InputError
from boardtui.model.text import clean_json, clean_line

_HINT = "Give the file of one body, with `persons` and `memberships`."
_Things = list[dict[str, Any]]


def rows_of_popolo(data: bytes, name: str) -> Iterator[Row]:
    """Everybody in it who is a member still. Raises InputError for what isn't Popolo or is of several bodies."""
    text = decode(data, name)
    try:
        content = json.loads(clean_json(text))
    except json.JSONDecodeError as error:
        raise InputError(f"{name} line {error.lineno}: this is no JSON", "Save it again as it was published.") from None
    except (ValueError, RecursionError):
        raise InputError(f"{name}: this is no JSON of members", _HINT) from None
    return _Popolo(content, text, name).rows()


class _Popolo:
    """The people, bodies and memberships of one file, wherever in it they stand."""

    def __init__(self, content: object, text: str, name: str) -> None:
        self.text, self.name = text, name
        top = content if isinstance(content, dict) else {}
        self.people = _things(top.get("persons", top.get("people")))
        self.bodies = {_word(one.get("id")): one for one in _things(top.get("organizations"))}
        self.memberships = _things(top.get("memberships"))
        if isinstance(content, list):
            of_people = all("name" in one for one in _things(content))
            self.people, self.memberships = (_things(content), []) if of_people else ([], _things(content))
        for owner, key in [(one, "person") for one in self.people] + [
            (one, "organization") for one in self.bodies.values()
        ]:
            self.memberships += [{f"{key}_id": owner.get("id"), **one} for one in _things(owner.get("memberships"))]
        self.by_id = {_word(one.get("id")): one for one in self.people}

    def rows(self) -> Iterator[Row]:
        """Somebody for each who is a member, in the order of the file."""
        groups = {self._person_id(one): self._body(one) for one in self.memberships if self._is_of_party(one)}
        seats = [one for one in self.memberships if not self._is_of_party(one)]
        seats = [one for one in seats if not one.get("end_date")] or seats
        bodies = {self._body(one) for one in seats} - {""}
        if len(bodies) > 1:
            raise InputError(f"{self.name}: it lists the members of {len(bodies)} bodies", _HINT)
        told: set[str] = set()
        for seat in seats or [{"person_id": one.get("id"), "person": one} for one in self.people]:
            key = self._person_id(seat)
            if not key or key not in told:
                told.add(key)
                yield self._row(seat, groups.get(key, ""))

    def _row(self, seat: dict[str, Any], group: str) -> Row:
        person = self.by_id.get(self._person_id(seat)) or _thing(seat.get("person")) or {}
        name = _word(person.get("name")) or _word(seat.get("person_name"))
        behalf = _thing(seat.get("on_behalf_of")) or self.bodies.get(_word(seat.get("on_behalf_of_id"))) or {}
        of_party = _word(behalf.get("classification")).lower() == "party"
        title = _word(person.get("honorific_prefix"))
        return Row(
            self._line(name),
            name if name.startswith(title) else f"{title} {name}",
            role=_word(seat.get("role")) or _word(seat.get("label")),
            organisation="" if of_party else _word(behalf.get("name")),
            group=group or (_word(behalf.get("name")) if of_party else ""),
        )

    def _line(self, name: str) -> int:
        at = self.text.find(json.dumps(name, ensure_ascii=False)) if name else -1
        return self.text.count("\n", 0, at) + 1 if at > 0 else 1

    def _person_id(self, seat: dict[str, Any]) -> str:
        return _word(seat.get("person_id")) or _word((_thing(seat.get("person")) or {}).get("id"))

    def _organisation(self, seat: dict[str, Any]) -> dict[str, Any]:
        return _thing(seat.get("organization")) or self.bodies.get(_word(seat.get("organization_id"))) or {}

    def _body(self, seat: dict[str, Any]) -> str:
        return _word(self._organisation(seat).get("name")) or _word(seat.get("organization_id"))

    def _is_of_party(self, seat: dict[str, Any]) -> bool:
        return _word(self._organisation(seat).get("classification")).lower() in ("party", "political party")


def _things(value: object) -> _Things:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _thing(value: object) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None


def _word(value: object) -> str:
    return clean_line(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""
