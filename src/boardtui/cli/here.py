"""Who and when, as this computer knows it."""

from __future__ import annotations

import datetime as dt
import getpass


def who() -> str:
    """Who files the acts: the name the machine knows its user by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "clerk"


def moment_here(wall: str) -> str:
    """When an act was filed (UTC, ISO 8601), by the clock here: `04 September 2026 at 15:12`."""
    try:
        return f"{dt.datetime.fromisoformat(wall).astimezone():%d %B %Y at %H:%M}"
    except ValueError:
        return wall
