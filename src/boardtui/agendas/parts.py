"""What a line of an agenda can say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a line, or a stretch of one, says. The value is how a clerk calls it."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    MEETING_KIND = "kind of meeting"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    QUORUM = "quorum"
    CONTACT = "contact"
    ISSUED = "issued by"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OFFICER = "officer"
    SECTION = "heading"
    NIL = "nil"
    ITEM = "item"
    SUBITEM = "sub-item"
    NOTE = "note"
    REPORT_OF = "report of"
    PRESENTED_BY = "presented by"
    LEAD = "lead"
    PAPERS = "papers"
    PAGES = "pages"
    PLANNED = "planned time"
    MINUTES = "planned length"
    PURPOSE = "purpose"
    RECOMMENDATION = "recommendation"
    CLAUSE = "sub-clause"
    EXEMPT = "exempt"
    MORE = "more of the line above"
    ASIDE = "nothing to keep"
    REPORT = "a report"
    LEFT = "left over"


FRONT_SHEET = frozenset(
    (
        Part.COUNCIL, Part.COMMITTEE, Part.MEETING_KIND, Part.DATE, Part.TIME, Part.PLACE, Part.QUORUM, Part.CONTACT,
        Part.ISSUED, Part.MEMBER, Part.SUBSTITUTE, Part.OFFICER,
    )
)  # fmt: skip
"""What is said of the whole meeting."""
SEVERAL = frozenset((Part.MEMBER, Part.SUBSTITUTE, Part.OFFICER))
"""Of these there may be several on a front sheet."""
SILENT = frozenset((Part.ASIDE, Part.REPORT, Part.LEFT))
"""These add nothing to the agenda. An aside says nothing (`AGENDA`, a page number); what is left the clerk looks at."""

CERTAIN, LIKELY, DOUBTFUL = 1.0, 0.8, 0.4
"""How sure a reading is: of what the file says itself, of what agendas commonly mean by it, and of what could be otherwise."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Some words of the source, and what they were taken to say.

    text: as it goes into the agenda, a title verbatim with its `(Pages 5 - 14)`, a person as `name | role | organisation |
    group`; lines: the numbers of the source lines it was read from; number: of an item, sub-item or clause as printed, None
    without one; level: of a section (1, 2 …), or how deep a sub-item stands (1, 2 …); sure: from 0 to 1; doubt: why it isn't
    sure, a sentence for the clerk, '' where there is nothing to say.
    """

    part: Part
    text: str
    lines: tuple[int, ...]
    number: str | None = None
    level: int = 1
    sure: float = LIKELY
    doubt: str = ""
