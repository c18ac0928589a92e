"""The sample meetings: where they are, and which."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardtui.errors import InputError

DEFAULT_SAMPLE = "harbourne_health_board"
_ABOUT = {
    "harbourne_health_board": "a health and wellbeing board: organisations, matters raised, nested resolutions",
    "upper_wexcombe_parish": "a parish council: movers, votes, an interest, public participation, an exempt item",
    "ashmere_council": "a full council: amendments, a recorded vote, a casting vote, an adjournment to another day",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A complete meeting: its agenda, the notes of it, and in a sentence what it shows."""

    name: str
    agenda: Path
    notes: Path
    about: str


def folder() -> Path:
    """Where the samples are: inside the installed package, or beside `src` in a checkout."""
    here = Path(__file__).parent / "sample_meetings"
    return here if here.is_dir() else Path(__file__).parents[2] / "sample_meetings"


def samples() -> tuple[Sample, ...]:
    """All of them."""
    there = folder()
    return tuple(
        Sample(name, there / f"{name}.agenda.md", there / f"{name}.notes", about) for name, about in _ABOUT.items()
    )


def sample(name: str) -> Sample:
    """One of them by name, or by any beginning of it. Raises InputError, listing those there are."""
    found = [one for one in samples() if one.name.startswith(name)]
    if len(found) != 1:
        raise InputError(f"There is no sample meeting {name!r}.", f"Name one of: {', '.join(_ABOUT)}")
    return found[0]
