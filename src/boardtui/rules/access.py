"""Access: by which law a body may keep the public out, and what that law asks of the resolution.

Tables in Python, as those of the codes are: rules read nothing from a disk. The words that print are in the house styles
(`[exclusion.wales]` …); here is what has to be there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.model.law import AccessLaw
from boardtui.model.record import Record

_ABOUT = (
    "an individual",
    "what would reveal an individual",
    "financial or business affairs",
    "labour relations",
    "legal professional privilege",
    "a notice, order or direction",
    "crime: preventing, investigating, prosecuting it",
)
"""What the paragraphs are about, in their order, in all three schedules."""


@dataclass(frozen=True, slots=True)
class Access:
    """A law on keeping the public out. source: the law; unresolved: what is said of an exempt item that is taken without

    the resolution, after its number, '' where the law asks for none; schedule: where its paragraphs stand, '' where it has
    none; first: the number of the first of its paragraphs.
    """

    source: str
    unresolved: str = ""
    schedule: str = ""
    first: int = 0

    @property
    def needs_paragraphs(self) -> bool:
        """Must the resolution name the paragraphs under which the information is exempt?"""
        return bool(self.schedule)

    @property
    def about(self) -> Mapping[str, str]:
        """What each paragraph is about, by its number."""
        return {str(self.first + place): words for place, words in enumerate(_ABOUT)} if self.schedule else {}

    @property
    def numbers(self) -> str:
        """Which paragraphs there are: `1 to 7`."""
        return f"{self.first} to {self.first + len(_ABOUT) - 1}"

    def has(self, paragraph: str) -> bool:
        """Is this one of its paragraphs, or a part of one or one put in behind it (`3(a)`, `18A`)?"""
        found = re.match(r"\d+", paragraph)
        return found is not None and found[0] in self.about


_OPEN = "is exempt, and the public have not been excluded"

ACCESS: dict[AccessLaw, Access] = {
    AccessLaw.ENGLAND: Access(
        "Local Government Act 1972, s.100A(4) and Sch.12A Part 1",
        f"{_OPEN} under section 100A(4) of the Local Government Act 1972",
        "Part 1 of Schedule 12A to the Local Government Act 1972",
        1,
    ),
    AccessLaw.WALES: Access(
        "Local Government Act 1972, s.100A(4) and Sch.12A Part 4",
        f"{_OPEN} under section 100A(4) of the Local Government Act 1972",
        "Part 4 of Schedule 12A to the Local Government Act 1972",
        12,
    ),
    AccessLaw.NORTHERN_IRELAND: Access(
        "Local Government Act (Northern Ireland) 2014, s.42(4) and (5) and Sch.6 Part 1",
        f"{_OPEN} under section 42(4) of the Local Government Act (Northern Ireland) 2014",
        "Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014",
        1,
    ),
    AccessLaw.PARISH: Access(
        "Public Bodies (Admission to Meetings) Act 1960, s.1(2)",
        f"{_OPEN} under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960",
    ),
    AccessLaw.NHS: Access(
        "Public Bodies (Admission to Meetings) Act 1960, s.1(2)",
        f"{_OPEN} under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960",
    ),
    AccessLaw.GOVERNORS: Access(
        "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013, reg.15(3)",
        "is confidential, and the governors have not resolved that it should remain so (regulation 15(3) of 2013)",
    ),
    AccessLaw.NONE: Access(""),
}
BEFORE = Access("", _OPEN)
"""For a meeting called before agendas named their law: no paragraphs are asked for."""


def access_of(record: Record) -> Access:
    """The law by which this meeting may keep the public out."""
    law = record.agenda.law if record.agenda else None
    return ACCESS[law] if law is not None else BEFORE
