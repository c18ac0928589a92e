"""What the tables of the book look like: columns, keys, and what refers to what.

`act`, `erasure` and `draft` are the truth. The others are projected from it for a clerk or an auditor with any SQLite tool:
names as printed, times as HH:MM, days as YYYY-MM-DD, yes and no as 1 and 0, NULL for what isn't known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Literal

Value = str | int | None
Row = tuple[Value, ...]

_PERSON = ("person",), "person", ("key",)
_MEETING = ("meeting",), "meeting", ("name",)
_ENTRY = ("meeting", "entry"), "entry", ("meeting", "key")
_ACT = ("act",), "act", ("seq",)


@dataclass(frozen=True)
class Table:
    """One table.

    columns: name -> type; optional: the columns that may be NULL; refers: (columns, other table, its columns);
    lasting: it outlives meetings, and the newest meeting has the say over a `row` of it or over a `set` of rows.
    """

    name: str
    columns: dict[str, type]
    key: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    refers: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    lasting: Literal["", "row", "set"] = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(self.columns)

    @cached_property
    def key_of(self) -> Callable[[Row], Row]:
        """What gives the key of a row."""
        places = [self.names.index(part) for part in self.key]
        if len(places) == 1:
            return lambda row: (row[places[0]],)
        return itemgetter(*places)


def _columns(words: str) -> dict[str, type]:
    """`name number#`: a column is text, or a whole number with `#` behind it; `?` is for _optional."""
    plain = (word.rstrip("?") for word in words.split())
    return {word.rstrip("#"): int if word.endswith("#") else str for word in plain}


def _optional(words: str) -> frozenset[str]:
    return frozenset(word.rstrip("?").rstrip("#") for word in words.split() if word.endswith("?"))


def _table(
    name: str,
    key: str,
    words: str,
    *refers: tuple[tuple[str, ...], str, tuple[str, ...]],
    lasting: Literal["", "row", "set"] = "",
) -> Table:
    return Table(name, _columns(words), tuple(key.split()), _optional(words), refers, lasting)


FIRST_ACT = _table(
    "act", "seq", "seq# meeting wall at? actor kind item restricted# payload hash token",
)  # fmt: skip
"""How acts stood in the first form of the book."""
ACT = _table(
    "act", "seq", "seq# meeting wall at? actor kind item restricted# payload? salt? digest hash token",
)  # fmt: skip
ERASURE = _table("erasure", "act", "act# by# wall actor reason", _ACT, (("by",), "act", ("seq",)))
"""Which acts have lost their words: act is the erased one, by the act that says so."""
DRAFT = _table("draft", "meeting place", "meeting place text caret# checksum wall")

PROJECTED = (
    _table("body", "council name", "council name as_of summons#", lasting="row"),
    _table(
        "person", "key", "key name post organisation long_organisation political_group as_of summons#", lasting="row",
    ),
    _table(
        "seat", "council body place",
        "council body place# kind person? name role stands_for? label as_of summons#",
        (("council", "body"), "body", ("council", "name")), _PERSON, (("stands_for",), "person", ("key",)),
        lasting="set",
    ),
    _table(
        "meeting", "name",
        "name council? body? kind house day? day_text time? place stage public#? closed? next_meeting"
        " signed_on? signed_by? summons#?",
        (("council", "body"), "body", ("council", "name")), (("signed_by",), "person", ("key",)),
        (("summons",), "act", ("seq",)),
    ),
    _table(
        "item", "meeting key",
        "meeting key place# parent? number? title section pages planned? minutes#? state added# urgent# reason"
        " deferred_to exempt? restricted#",
        _MEETING,
    ),
    _table(
        "entry", "meeting key",
        "meeting key# place#? items number? heading? reference restricted# released# summary no_decision#"
        " opened? ended?",
        _MEETING,
    ),
    _table(
        "attendance", "meeting place",
        "meeting place# person? name post organisation capacity status remote# reason stands_for? newcomer# coopted#"
        " resigned# act#",
        _MEETING, _PERSON, (("stands_for",), "person", ("key",)), _ACT,
    ),
    _table(
        "movement", "meeting place",
        "meeting place# person? name direction entry# at? at_text reason span until_item act#",
        _ENTRY, _PERSON, _ACT,
    ),
    _table(
        "declaration", "meeting place",
        "meeting place# person? name declared_by? items motion#? whole_meeting# scope label nature sensitive# conduct"
        " entry# act#",
        _ENTRY, _PERSON, (("declared_by",), "person", ("key",)), _ACT,
    ),
    _table("sitting", "meeting place", "meeting place# day? opened? ended? reason resumes_day? resumes_time?", _MEETING),
    _table(
        "block", "act",
        "act# meeting entry# place# kind text said_by? at? restricted# prepared# private#",
        _ENTRY, _ACT, (("said_by",), "person", ("key",)),
    ),
    _table(
        "question", "act",
        "act# meeting entry# asked_by? asker text answered_by? answerer answer restricted#",
        _ENTRY, _ACT, (("asked_by",), "person", ("key",)), (("answered_by",), "person", ("key",)),
    ),
    _table(
        "motion", "act",
        "act# meeting entry# number# parent#? text original? movers seconders on_behalf_of on_notice# fate? restricted#",
        _ENTRY, _ACT, (("parent",), "motion", ("act",)),
    ),
    _table(
        "vote", "act",
        "act# meeting entry# motion#? counts in_favour#? against#? abstaining#? method needing recorded# casting_vote"
        " lots superseded restricted#",
        _ENTRY, _ACT, (("motion",), "motion", ("act",)),
    ),
    _table(
        "ballot", "vote place",
        "vote# place# meeting entry# person? name option own_wish#",
        (("vote",), "vote", ("act",)), _ENTRY, _PERSON,
    ),
    _table(
        "decision", "act",
        "act# meeting entry# kind verb addressed_to text reason reference recommended motion#? as_amended# restricted#",
        _ENTRY, _ACT, (("motion",), "motion", ("act",)),
    ),
    _table(
        "clause", "decision place",
        "decision# place# meeting entry# number text act#",
        (("decision",), "decision", ("act",)), _ENTRY, _ACT,
    ),
    _table(
        "action", "act", "act# meeting entry# owners text due? due_text restricted#", _ENTRY, _ACT,
    ),
)  # fmt: skip

TABLES = {table.name: table for table in PROJECTED}
OF_AN_ENTRY = ("block", "question", "motion", "vote", "ballot", "decision", "clause", "action")
"""The tables whose rows belong to one entry."""
OF_A_MEETING = ("meeting", "item", "attendance", "movement", "declaration", "sitting", "entry", *OF_AN_ENTRY)
"""The tables whose rows belong to one meeting."""
