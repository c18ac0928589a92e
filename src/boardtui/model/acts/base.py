"""What every act is, and how one is filed: who recorded it, when, under which item, behind which one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, PlainSerializer, StringConstraints

from boardtui.errors import BookError
from boardtui.model.agenda import ItemKey
from boardtui.model.base import Frozen
from boardtui.model.people import Newcomer, PersonKey
from boardtui.model.prose import Prose
from boardtui.model.text import clean_line
from boardtui.model.times import ClockTime

_CLASSES: dict[str, type[Act]] = {}


class Act(Frozen):
    """One thing that happened or was corrected. Appended, never changed.

    kind: the word it is stored under; it never changes once a book holds one.
    """

    kind: ClassVar[str] = ""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Enter each kind of act in the vocabulary."""
        super().__pydantic_init_subclass__(**kwargs)
        if "kind" in cls.__dict__ and _CLASSES.setdefault(cls.kind, cls) is not cls:
            raise TypeError(f"two acts of the kind {cls.kind!r}")


def act_classes() -> dict[str, type[Act]]:
    """The whole vocabulary: kind -> class."""
    return dict(_CLASSES)


def act_class(kind: str) -> type[Act]:
    """The class of a kind of act. Raises BookError for one this boardtui doesn't know."""
    try:
        return _CLASSES[kind]
    except KeyError:
        raise BookError(
            f"The book holds an act of a kind this boardtui doesn't know: {kind!r}.", "Open it with a newer boardtui."
        ) from None


def _read_any(value: object) -> object:
    if isinstance(value, dict) and "kind" in value:
        fields = {name: part for name, part in value.items() if name != "kind"}
        return act_class(str(value["kind"])).model_validate_json(_dumped(fields))
    return value


def _dumped(fields: dict[str, Any]) -> str:
    import json

    return json.dumps(fields)


AnyAct = Annotated[
    InstanceOf[Act],
    BeforeValidator(_read_any),
    PlainSerializer(lambda act: {"kind": act.kind, **act.model_dump(mode="json")}),
]
"""An act inside another one."""

PersonRef = PersonKey | Newcomer
"""Somebody in a list of people: known already, or new with this act."""

Words = Annotated[
    str, StringConstraints(strip_whitespace=True), BeforeValidator(lambda v: clean_line(v) if isinstance(v, str) else v)
]
"""Plain words on one line, without mentions; '' when not given."""

GivenWords = Annotated[Words, Field(min_length=1)]
"""Words that the act is nothing without."""


def _trimmed(prose: Prose) -> Prose:
    """Without space at its ends, which no line of notation could say."""
    parts = list(prose.parts)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return prose if tuple(parts) == prose.parts else Prose(tuple(parts))


def _given(prose: Prose) -> Prose:
    if not prose:
        raise ValueError("there are no words")
    return prose


Line = Annotated[Prose, AfterValidator(_trimmed)]
"""Prose with no space at its ends; it may be nothing."""

Sentence = Annotated[Prose, AfterValidator(_trimmed), AfterValidator(_given)]
"""Prose that the act is nothing without."""

Figure = Annotated[int, Field(ge=0, le=999_999_999)]
"""How many there were, or which in a row."""

Seq = Annotated[int, Field(ge=0, lt=10**15)]
"""The place of an act in the book."""

People = Annotated[tuple[PersonRef, ...], Field(min_length=1)]
"""At least one person, some of whom may be new."""

Known = Annotated[tuple[PersonKey, ...], Field(min_length=1)]
"""At least one person, all of them known."""


@dataclass(frozen=True, slots=True)
class Filed:
    """An act as it stands in the book.

    seq: its place, from 1, over the whole book; token: made at the keypress, so that a retry files nothing twice;
    meeting: the meeting's name; wall: when it was filed, UTC, ISO 8601; at: when it happened by the meeting's clock,
    None for unknown; actor: who filed it; item: the first item then open, '' for none; restricted: it must not go out;
    behind: for what was put in later, the seq of the act it stands behind, else 0.
    """

    seq: int
    meeting: str
    wall: str
    at: ClockTime | None
    actor: str
    item: ItemKey
    restricted: bool
    act: Act
    token: str = ""
    behind: int = 0

    @property
    def place(self) -> int:
        """The seq that tells where it stands among the acts of one minute of the clock."""
        return self.behind or self.seq
