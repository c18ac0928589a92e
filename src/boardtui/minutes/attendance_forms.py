"""What a house style says of the attendance: the shape of that table of its file, and of each list in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from boardtui.minutes.sentences import Pattern
from boardtui.minutes.slots import Fixed, Slots, Who
from boardtui.model.base import Frozen


class Listing(StrEnum):
    """Who stands in a list of the attendance. The membership: members and those in their place, whether they came or not."""

    MEMBERS = "members"
    MEMBERSHIP = "membership"
    OTHERS = "others"
    OFFICERS = "officers"
    APOLOGIES = "apologies"
    LATE = "late"
    ABSENT = "absent"
    PUBLIC = "public"


Cell = Literal["name", "role", "status"]


class ListForm(Frozen):
    """One list of the attendance. form: names in lines, in several columns (`across`), or in a table of these cells under

    these heads. label: runs in before the first name; by_organisation: each name under the label of its organisation;
    initials: initial and surname only; post: the post, or else the organisation, after the name; run_on: all names in one line.
    """

    who: Listing
    heading: Annotated[Pattern, Slots("number")]
    form: Literal["lines", "columns", "table"] = "lines"
    across: Annotated[int, Field(ge=2, le=4, strict=True)] = 2
    cells: Annotated[tuple[Cell, ...], Field(min_length=1)] = ("name", "role", "status")
    heads: tuple[str, ...] = ()
    label: str = ""
    by_organisation: bool = False
    initials: bool = False
    post: bool = True
    run_on: bool = False

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if self.who is Listing.MEMBERSHIP and (self.form != "table" or "status" not in self.cells):
            raise PydanticCustomError(
                "form", 'of the membership must have form = "table" and a cell "status": who came'
            )
        if self.form != "lines" and (self.label or self.by_organisation or self.run_on):
            raise PydanticCustomError("form", 'has label, by_organisation or run_on, which are for form = "lines"')
        if self.heads and len(self.heads) != len(self.cells):
            raise PydanticCustomError("heads", "should have as many heads as cells")
        return self


class StatusForms(Frozen):
    """What the cell of a table says of somebody: whether they were there."""

    present: str = ""
    apologies: str = ""
    late: str = ""
    absent: str = ""


class AttendanceForms(Frozen):
    """The attendance: its lists in order, the order of members in them, and what may follow a name."""

    members_first: Literal["councillors", "offices", "surname"]
    substitute: Who
    office: Annotated[Pattern, Slots("office")]
    in_the_chair: str
    coopted: Fixed
    resigned: Fixed
    reason: Annotated[Pattern, Slots("reason")]
    remote: Fixed
    arrived: Annotated[Pattern, Slots("time")]
    left: Annotated[Pattern, Slots("time")]
    another_day: Annotated[Pattern, Slots("date")]
    status: StatusForms = StatusForms()
    lists: tuple[ListForm, ...]
