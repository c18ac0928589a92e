"""Whom a second screen is for."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """The chair, who is told all that helps to lead the meeting; the room, on a projector; the clerk, for a second look."""

    CHAIR = "chair"
    ROOM = "room"
    CLERK = "clerk"
