"""Meetings for tests: a small one to say things in, and strategies for acts and for whole meetings made of them."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from itertools import combinations
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import BaseModel

from boardtui.model.acts import Act, Filed, act_classes, business, corrections, interests, meeting, room
from boardtui.model.agenda import Agenda, Item, Numbering, Recommendation, Section
from boardtui.model.people import Newcomer, Person, PersonKey, Seat, SeatKind
from boardtui.model.prose import Mention, Part, Prose
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.model.settle import OF_THE_BOOK
from boardtui.model.times import CalendarDay, ClockTime, Days
from boardtui.rules.confidentiality import is_restricted_now

HALE, PELL, NAIR, ORME, MAPP, TULL = MEMBERS = ("hale", "pell", "nair", "orme", "mapp", "tull")
SUBSTITUTE, OFFICER, AUTHOR = "adams", "bright", "quill"
EVERYBODY = (*MEMBERS, SUBSTITUTE, OFFICER, AUTHOR)
NAMES = {
    HALE: "Councillor Dorothy Hale", PELL: "Councillor Edwin Pell", NAIR: "Councillor Sunil Nair",
    ORME: "Councillor Frank Orme", MAPP: "Councillor Lorna Mapp", TULL: "Susan Tull", SUBSTITUTE: "Gail Adams",
    OFFICER: "Mr Tom Bright", AUTHOR: "Dr Ann Quill",
}  # fmt: skip
GROUPS = {HALE: "Residents", PELL: "Residents", NAIR: "Alliance", ORME: "Alliance", MAPP: "Alliance"}
ITEMS = ("1", "2", "3", "4", "5", "6", "7", "8")


def small_agenda(**changes: Any) -> Agenda:
    """Eight items: 1 welcome, 2 minutes, 3 a report with recommendations, 4 with two sub-items, 5 a motion on notice,

    6 without a number, 7 exempt, 8 the last. changes: fields of the agenda that are to be others.
    """
    body = (
        Section(title="Public Business"),
        Item(number="1", title="Welcome"),
        Item(number="2", title="Minutes of the Previous Meeting"),
        Item(
            number="3", title="Library Hours", planned=ClockTime.read("14:10"), minutes=20,
            recommendations=(Recommendation(text="approve the new hours"), Recommendation(text="note the costs")),
        ),
        Item(number="4", title="Parks", minutes=10, subitems=(
            Item(number="(a)", title="The Pond"), Item(number="(b)", title="The Bandstand"),
        )),
        Item(number="5", title="Street Trees", motion="no tree be felled", moved_by="Councillor Dorothy Hale"),
        Item(number=None, title="A Question from the Public"),
        Section(title="Private Business"),
        Item(number="6", title="The Old Depot", exempt="3"),
        Item(number="7", title="Any Other Business", planned=ClockTime.read("15:00"), minutes=5),
    )  # fmt: skip
    fields = {
        "committee": "Harbour Committee", "date": CalendarDay.read("4 September 2026"), "time": ClockTime.read("14:00"),
        "numbering": Numbering.CONTINUING, "next_number": "13", "quorum": "3", "body": body,
    }  # fmt: skip
    return Agenda.model_validate(fields | changes)


def small_summons(**changes: Any) -> meeting.Summons:
    """The small agenda with its people: six members (Hale in the chair, Pell her deputy), a substitute, an officer."""
    people = tuple(Person(key=key, name=NAMES[key], group=GROUPS.get(key, "")) for key in EVERYBODY)
    roles = {HALE: "Chair", PELL: "Deputy Chair"}
    seats = [Seat(kind=SeatKind.MEMBER, person=key, role=roles.get(key, "")) for key in MEMBERS]
    seats.append(Seat(kind=SeatKind.SUBSTITUTE, person=SUBSTITUTE, stands_for=TULL))
    seats.append(Seat(kind=SeatKind.OFFICER, person=OFFICER))
    return meeting.Summons(agenda=small_agenda(**changes), people=people, seats=tuple(seats))


def prose(*parts: Part) -> Prose:
    """Words, as an act holds them."""
    return Prose.of(*parts)


def mention(person: PersonKey) -> Mention:
    """Somebody named in the words."""
    return Mention(person=person)


class Minuting:
    """Files acts one after the other, as the desk does: `m = Minuting(); m(Start(), at="14:00"); m.record`.

    restrict: says of each act whether it must not go out; never, unless something else is given.
    """

    def __init__(
        self, summons: meeting.Summons | None = None, *, restrict: Callable[[Record, Act], bool] | None = None
    ) -> None:
        self.filed: list[Filed] = []
        self._replay = Replay()
        self._restrict = restrict or (lambda _record, _act: False)
        self(summons or small_summons())

    @property
    def record(self) -> Record:
        """The meeting as it stands."""
        return self._replay.record

    def __call__(self, act: Act, at: str | None = None, *, restricted: bool = False) -> int:
        """File one act and give its seq. at: the time by the meeting's clock, None for unknown."""
        filed = Filed(
            seq=len(self.filed) + 1,
            meeting="small",
            wall="2026-09-04T13:00:00.000Z",
            at=ClockTime.read(at) if at else None,
            actor="clerk",
            item=_item_of(self.record, act),
            restricted=restricted or self._restrict(self.record, act),
            act=act,
        )
        self.filed.append(filed)
        self._replay.file(filed)
        return filed.seq

    def all(self, *acts: Act) -> int:
        """File several acts, without a time, and give the seq of the last."""
        return [self(act) for act in acts][-1]


def _item_of(record: Record, act: Act) -> str:
    if isinstance(act, corrections.Correction):
        return next((f.item for f in reversed(record.filed) if f.seq == act.target), "")
    if act.kind == "open_item":
        return str(getattr(act, "items", ("",))[0])
    return record.sub or next(iter(record.open_items), "") if record.entries else ""


def started(*present: PersonKey, at: str | None = "14:00", **changes: Any) -> Minuting:
    """The small meeting, begun; by default all six members are here. changes: fields of the agenda."""
    minuting = Minuting(small_summons(**changes))
    minuting(room.Present(who=present) if present else room.Present(everyone=True))
    minuting(meeting.Start(), at)
    return minuting


def at_the_desk(*, begun: bool = True) -> Minuting:
    """The small meeting as the desk files it, each act marked as it is said. begun: everybody is here and it has started."""
    minuting = Minuting(restrict=is_restricted_now)
    if begun:
        minuting(room.Present(everyone=True))
        minuting(meeting.Start(), "14:00")
    return minuting


def counts(ayes: int | None, noes: int | None = None, abstained: int | None = None) -> tuple[business.Count, ...]:
    """The figures of an ordinary vote, those stated."""
    said = zip(("for", "against", "abstained"), (ayes, noes, abstained), strict=True)
    return tuple(business.Count(option=option, number=number) for option, number in said if number is not None)


# --- strategies

_WORDS = ("the report", "be noted", "costs", "Pond", "by March", "café", "a: b", "@nobody", "(x)", "…", "7", "that")
_TIMES = ("14:00", "14:20", "14.31", "2.45 pm", "15:10", "23:50", "00:10", "?", "soon")
_KEYS = (*EVERYBODY, "stranger")
_TARGETS = st.integers(0, 40)

people_keys: SearchStrategy[str] = st.sampled_from(_KEYS)
sentences: SearchStrategy[Prose] = (
    st.lists(st.sampled_from(_WORDS) | st.builds(Mention, person=people_keys, introduced=st.booleans()), min_size=1, max_size=4)
    .map(lambda parts: Prose(tuple(p if isinstance(p, Mention) else f"{p} " for p in parts)))
    .filter(lambda words: bool("".join(map(str, words.parts)).strip()))
)  # fmt: skip
plain_words: SearchStrategy[str] = st.sampled_from(_WORDS)
clock_times: SearchStrategy[ClockTime] = st.sampled_from(_TIMES).map(ClockTime.read)
days: SearchStrategy[CalendarDay] = st.sampled_from(("4 September 2026", "11 September 2026", "4 Dec")).map(
    CalendarDay.read
)
newcomers: SearchStrategy[Newcomer] = st.builds(
    Newcomer, name=st.sampled_from(("Jo Catterick", "Ann Hale", "Dr Ann Quill")), post=st.sampled_from(("", "Engineer"))
)
_OPTIONS = st.sampled_from(("for", "against", "abstained", "none", "abstain", "Proceed"))
_ITEM_KEYS = st.sampled_from((*ITEMS, "4.1", "4.2", "99"))

_BY_NAME: dict[str, SearchStrategy[Any]] = {
    "person": people_keys | newcomers,
    "by": people_keys | st.just(""),
    "stands_for": people_keys | st.just(""),
    "option": _OPTIONS,
    "group": st.sampled_from(("", "Residents", "Alliance", "Nobody")),
    "items": st.lists(_ITEM_KEYS, min_size=1, max_size=3).map(tuple),
    "until": _ITEM_KEYS | st.just("") | clock_times,
    "target": _TARGETS,
    "targets": st.lists(_TARGETS, min_size=1, max_size=3).map(tuple),
    "number": st.none() | st.integers(0, 9) | st.sampled_from(("7", "14", "14a", "13/26")),
    "needing": st.sampled_from(("", "", "two thirds", "5", "unanimity", "a miracle")),
    "office": st.sampled_from(("Chair", "Deputy Chair", "Treasurer")),
    "name": st.sampled_from(("Councillor Dot Hale", "Gail Adams")),
    "agenda": st.just(small_agenda()),
    "seats": st.just(small_summons().seats),
}
_PERSON_LISTS = ("who", "movers", "owners", "people")
_NEVER_PUT_IN = (corrections.Override, corrections.Rename)


def acts(*kinds: type[Act], corrected: bool = True) -> SearchStrategy[Act]:
    """Any act that can be said, or any of these kinds. corrected: corrections, erasures and salvages are among them."""
    wanted = kinds or tuple(c for c in act_classes().values() if c is not meeting.Summons)
    chosen = [c for c in wanted if corrected or not issubclass(c, (corrections.Correction, *OF_THE_BOOK))]
    return st.sampled_from(chosen).flatmap(_instances)


@cache
def _instances(model: type[BaseModel]) -> SearchStrategy[Any]:
    """Instances of a model: each field drawn by its name or type; what its rules forbid is drawn again."""
    hints = typing.get_type_hints(model, include_extras=True)
    drawn = {name: _values(model, name, hints[name]) for name in model.model_fields}
    needed = {name: drawn.pop(name) for name, field in model.model_fields.items() if field.is_required()}
    made = st.fixed_dictionaries(needed, optional=drawn).map(lambda values: _made(model, values))
    return made.filter(lambda one: one is not None)


def _made(model: type[BaseModel], values: dict[str, Any]) -> BaseModel | None:
    """The instance; where two of the fields can't both be given, without one or two of those that needn't be."""
    spare = [name for name in values if not model.model_fields[name].is_required()]
    for dropped in ((), *combinations(spare, 1), *combinations(spare, 2)):
        try:
            return model.model_validate({name: value for name, value in values.items() if name not in dropped})
        except ValueError:
            continue
    return None


def _values(model: type[BaseModel], name: str, hint: Any) -> SearchStrategy[Any]:
    if (model is corrections.Edit and name == "revised") or (model is corrections.Insert and name == "said"):
        return st.deferred(lambda: acts(corrected=False)).filter(lambda act: not isinstance(act, _NEVER_PUT_IN))
    if model is corrections.Erase and name == "reason":
        return plain_words
    if model is meeting.Summons and name == "people":
        return st.just(small_summons().people)
    if name in _PERSON_LISTS and _holds(hint, room.Excused):
        return st.lists(_instances(room.Excused), min_size=1, max_size=3).map(tuple)
    if name in _PERSON_LISTS:
        anybody = people_keys | newcomers if _holds(hint, Newcomer) else people_keys
        return st.lists(anybody, min_size=1, max_size=3).map(tuple)
    if name == "person" and not _holds(hint, Newcomer):
        return people_keys | st.just("")
    if model is business.Count and name == "number":
        return st.none() | st.integers(0, 9)
    if model is room.Public and name == "number":
        return st.integers(0, 99)
    return _BY_NAME[name] if name in _BY_NAME else _by_type(hint)


def _holds(hint: Any, wanted: type) -> bool:
    return hint is wanted or any(_holds(part, wanted) for part in get_args(hint) if part is not Ellipsis)


def _by_type(hint: Any) -> SearchStrategy[Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _by_type(parts[0])
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(_by_type(parts[0]), min_size=1, max_size=3).map(tuple)
    if origin in (Union, types.UnionType):
        return st.one_of([_by_type(part) for part in parts])
    return _by_class(hint)


def _by_class(hint: Any) -> SearchStrategy[Any]:
    simple: dict[Any, SearchStrategy[Any]] = {
        Prose: sentences, str: plain_words | st.just(""), bool: st.booleans(), int: st.integers(0, 9),
        type(None): st.none(), ClockTime: clock_times, CalendarDay: days, Newcomer: newcomers,
        Days: st.just(Days.read("10 and 24 July 2026")), interests.Scope: st.deferred(lambda: _scopes),
    }  # fmt: skip
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return _instances(hint)


_scopes: SearchStrategy[interests.Scope] = st.one_of(
    st.just(interests.Scope()),
    st.just(interests.Scope(whole_meeting=True)),
    st.builds(interests.Scope, items=st.lists(_ITEM_KEYS, min_size=1, max_size=2).map(tuple)),
    st.builds(interests.Scope, motion=st.integers(0, 3)),
    st.builds(interests.Scope, words=plain_words),
)

Said = tuple[Act, str | None]
"""An act and the time it is filed at."""


def said(corrected: bool = True) -> SearchStrategy[Said]:
    """An act with a time, which may be unknown."""
    return st.tuples(
        acts(corrected=corrected), st.none() | st.sampled_from(("14:05", "14:20", "14:40", "15:00", "00:05"))
    )


def sequences(max_size: int = 25, *, corrected: bool = True) -> SearchStrategy[list[Said]]:
    """Acts in any order, sensible or not, with targets that may not be there."""
    return st.lists(said(corrected), min_size=min(8, max_size), max_size=max_size)


def meetings(max_size: int = 25, *, corrected: bool = True) -> SearchStrategy[Minuting]:
    """Whole small meetings: called, attended and begun, then whatever comes."""
    return sequences(max_size, corrected=corrected).map(begun_with)


def begun_with(script: Iterable[Said]) -> Minuting:
    """The small meeting, begun, with these acts said in it."""
    minuting = started()
    for act, at in script:
        minuting(act, at)
    return minuting
