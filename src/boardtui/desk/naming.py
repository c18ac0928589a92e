"""What meetings and exports are called: after the day and the body, and after nothing else, so that a name can tell no more."""

from __future__ import annotations

import re

from boardtui.model.text import fold
from boardtui.model.times import CalendarDay

LONGEST = 120
"""Bytes, with the day: a file system takes 255, of which the format, a number and the name of a part need some."""
_NO_NAMES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""What Windows takes for a device, whatever its suffix."""


def stem(day: CalendarDay | None, body: str) -> str:
    """`2017-09-04-health-and-well-being-board`: small letters, digits and hyphens; without the day where it isn't known."""
    words = re.sub(r"-+", "-", "-".join(fold(word) for word in body.split())).strip("-") or "meeting"
    if day is None or day.on is None:
        return _cut(f"the-{words}" if _NO_NAMES.fullmatch(words) else words)
    return _cut(f"{day.on.isoformat()}-{words}")


def _cut(name: str) -> str:
    return name.encode()[:LONGEST].decode(errors="ignore").rstrip("-")
