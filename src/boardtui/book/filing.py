"""An act as a row of the book, and back. What another program may have written there is cleaned where it is read."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from boardtui.book.chain import Column, digest, fresh_salt, link
from boardtui.book.library import sqlite3
from boardtui.errors import BookError
from boardtui.model.text import clean_json, clean_line

if TYPE_CHECKING:
    from boardtui.model.acts.base import Act, Filed
    from boardtui.model.times import ClockTime

CHAINED = (
    "SELECT seq, meeting, wall, at, actor, kind, item, restricted, digest, payload, salt, hash FROM act ORDER BY seq"
)
"""The columns that the chain covers, in its order; what the digest was made of; and the hash."""

_SELECT = "SELECT seq, meeting, wall, at, actor, kind, item, restricted, payload, token FROM act"
INSERT = (
    "INSERT INTO act (seq, meeting, wall, at, actor, kind, item, restricted, payload, salt, digest, hash, token)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""A row as it stands. The book's own guards refuse anything but the next number and a new token."""
_TIME = re.compile(r"(\?|\d\d:\d\d(?::[\d.]+)?)(?: (.*))?", re.DOTALL)


def columns_of(filed: Filed) -> list[Column]:
    """Nine columns of an act: what it is and when, and last its payload, which is all of the act as JSON, so that no later

    default changes it.
    """
    return [
        filed.seq, filed.meeting, filed.wall, time_text(filed.at), filed.actor, filed.act.kind, filed.item,
        int(filed.restricted), filed.act.model_dump_json(),
    ]  # fmt: skip


def append(raw: sqlite3.Connection, before: str, filed: Filed) -> str:
    """Append an act, its words salted. before: the hash of the last one. The act's own hash.

    The book's own guards refuse anything but the next number and a new token.
    """
    *columns, payload = columns_of(filed)
    salt = fresh_salt()
    stands_for_it = digest(salt, str(payload))
    own = link(before, [*columns, stands_for_it])
    raw.execute(INSERT, [*columns, payload, salt, stands_for_it, own, filed.token])
    return own


def acts(raw: sqlite3.Connection, meeting: str, after: int = 0) -> list[Filed]:
    """The acts of a meeting behind that number, in order. Raises BookError that names an act this boardtui can't read."""
    found = raw.execute(f"{_SELECT} WHERE meeting = ? AND seq > ? ORDER BY seq", [meeting, after])
    return [_filed(row) for row in found]


def by_token(raw: sqlite3.Connection, token: str) -> Filed | None:
    """The act filed under this token, None if there is none yet."""
    row = raw.execute(f"{_SELECT} WHERE token = ?", [token]).fetchone()
    return _filed(row) if row else None


def _filed(row: tuple[int, str, str, str | None, str, str, str, int, str | None, str]) -> Filed:
    from boardtui.model.acts.base import Filed

    seq, meeting, wall, at, actor, kind, item, restricted, payload, token = row
    act = _act(seq, kind, payload)
    return Filed(seq, meeting, wall, time_read(at), clean_line(actor), item, bool(restricted), act, token)


def _act(seq: int, kind: str, payload: str | None) -> Act:
    from boardtui.model.acts.base import act_class
    from boardtui.model.acts.corrections import Erased

    if payload is None:
        return Erased(was=kind)
    try:
        return act_class(kind).model_validate_json(clean_json(payload))
    except ValueError:  # pydantic's own among them
        raise BookError(f"Act {seq} of the book can't be read.", "Run: boardtui check") from None


def time_text(time: ClockTime | None) -> str | None:
    """A time as the book keeps it: `14:20`, with the clerk's words behind it where they were others; `?` if unknown."""
    if time is None:
        return None
    understood = "?" if time.at is None else _clock(time.at)
    return understood if time.typed == understood else f"{understood} {time.typed}"


def time_read(text: str | None) -> ClockTime | None:
    """A time from what the book keeps of it."""
    from boardtui.model.times import ClockTime

    if text is None:
        return None
    found = _TIME.fullmatch(text)
    if found is None:
        return ClockTime(typed=text)
    at = None if found[1] == "?" else dt.time.fromisoformat(found[1])
    return ClockTime(typed=found[1] if found[2] is None else found[2], at=at)


def _clock(time: dt.time) -> str:
    return time.isoformat() if time.second or time.microsecond else f"{time:%H:%M}"
