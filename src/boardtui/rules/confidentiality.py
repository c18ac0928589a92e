"""What must not go out, and the record without it.

The public may be kept from exempt and confidential business (Local Government Act 1972, s.100A and Schedule 12A; for parishes
the Public Bodies (Admission to Meetings) Act 1960, s.1(2)), and the minutes that are open to inspection leave it out, with a
summary where they would otherwise not be a fair record (s.100C). Here it is removed and not hidden: everything that goes
out is made from `public_record`, in which the acts said in private don't exist.

What is said of the meeting itself stays: that an item was opened, who of those known came and went, that the public were
excluded and came back, the summary, the close. The reasons given for these in private go, and so do strangers named there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from boardtui.model.acts import Act, Filed, corrections, interests, meeting, room, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.agenda import Item, Section
from boardtui.model.folding import is_private
from boardtui.model.people import Newcomer, Person, PersonKey
from boardtui.model.prose import NOTHING, Mention
from boardtui.model.record import Entry, Record, Stage
from boardtui.model.replay import Replay, replay
from boardtui.model.settle import settled
from boardtui.model.text import fold

EXEMPT_BUSINESS = "Exempt business"
"""The title that business added in private session has in public."""

_STRUCTURE = (
    meeting.Summons, meeting.Start, meeting.Adjourn, meeting.Resume, meeting.Close, meeting.Exclude, meeting.Readmit,
    meeting.Restricted, meeting.Summary, meeting.Release, meeting.Extend, meeting.NextMeeting,
    text.OpenItem, text.AddItem, text.UrgentItem, text.MinuteNumber, text.Done,
    room.Present, room.Substitute, room.OtherMember, room.Officer, room.Public, room.Remote,
    room.Apologies, room.Late, room.Absent, room.Arrive, room.Leave, room.Return,
    room.TakeChair, room.Elect, room.Coopt, room.Resign, interests.DeclareNone, corrections.Rename,
)  # fmt: skip
"""The acts that are of the meeting and the register, and stay public when they are said in private."""

_PEOPLE_FIELDS = ("person", "by", "stands_for", "who", "movers", "owners", "people")


def is_restricted_now(record: Record, act: Act) -> bool:
    """Must this act, if it is said now, not go out? What the desk files with it.

    So it is in private session, in a minute that is restricted, and under an item the agenda calls exempt, before the
    meeting too, unless the meeting has said that it needn't or wouldn't exclude the public. A correction is like the act
    it corrects; one of a whole item goes wherever the words stood that it replaces.
    """
    if not record.entries:
        return False
    if isinstance(act, corrections.Correction):
        return _target_is_restricted(record, act.target)
    if isinstance(act, text.AddItem | text.UrgentItem):
        return record.exclusion is not None and not record.exclusion.items
    if isinstance(act, _STRUCTURE):
        return False
    entry = record.entry
    restricted = entry.restricted and not isinstance(act, text.MinuteHeading)
    return not entry.released and (restricted or is_private(record, entry) or _is_exempt(record, entry))


def _target_is_restricted(record: Record, target: int) -> bool:
    found = record.block(target)
    in_minute = found is not None and record.is_restricted(*found)
    return in_minute or any(filed.seq == target and filed.restricted for filed in record.filed)


def _is_exempt(record: Record, entry: Entry) -> bool:
    """Does the agenda call what is open exempt, and has the meeting not decided to take it in public?"""
    if record.exclusions and record.exclusions[-1][1].result is not ExclusionResult.RESOLVED:
        return False
    keys = (*entry.items, record.sub) if record.sub else entry.items
    return any(record.business[key].item.exempt is not None for key in keys if key in record.business)


def public_record(record: Record) -> Record:
    """The meeting with everything removed that must not go out."""
    public = replay(public_acts(record))
    for key, entry in public.entries.items():
        entry.withheld = key in record.entries and record.entries[key].withheld and not entry.released
    return public


def public_acts(record: Record) -> list[Filed]:
    """The acts that may go out, as they now read, in order: no earlier wording, no private jots, nothing said in private."""
    scenes = list(_scenes(record))
    known = _known(scenes)
    out = [filed for scene in scenes if (filed := _for_the_public(scene, record, known)) is not None]
    for edit in _confirmations(record, out):
        place = max(i for i, filed in enumerate(out) if filed.seq < edit.seq)
        out.insert(place + 1, edit)
    return out


@dataclass(frozen=True, slots=True)
class _Scene:
    """An act that stands. behind_doors: it was said in private; restricted: its minute must not go out;

    promoted: a jot that became a point; named: those it names, each with the name they then had.
    """

    filed: Filed
    behind_doors: bool
    restricted: bool
    promoted: bool
    named: dict[PersonKey, str]

    @property
    def is_public(self) -> bool:
        """Was it said in public, in a minute that may go out?"""
        return not self.behind_doors and not self.restricted


def _scenes(record: Record) -> Iterator[_Scene]:
    growing = Replay()
    acts = settled(record.filed)
    promoted = {filed.act.target for filed in acts if isinstance(filed.act, text.Promote)}
    for filed in acts:
        then = growing.file(filed)
        entry = record.entries.get(then.entry_key)
        hidden = entry is None or not entry.released
        behind_doors = filed.restricted or (then.stage is not Stage.CLOSED and is_private(then, then.entry))
        restricted = entry is not None and entry.restricted
        yield _Scene(
            filed, hidden and behind_doors, hidden and restricted, filed.seq in promoted, _named(then, filed.act)
        )


def _named(then: Record, act: Act) -> dict[PersonKey, str]:
    named = list(_named_in(act))
    new = {fold(one.name) for one in named if isinstance(one, Newcomer)}
    keys = [one for one in named if isinstance(one, str)]
    keys += [key for key, person in then.people.items() if fold(person.name) in new] if new else []
    return {key: then.people[key].name for key in keys if key in then.people}


def _named_in(value: object, field: str = "") -> Iterator[PersonKey | Newcomer]:
    """Everybody an act names: in a list, in a slot, in the text."""
    if isinstance(value, Person):
        yield value.key
    elif isinstance(value, Mention):
        yield value.person
    elif isinstance(value, Newcomer):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _named_in(part, field)
    elif isinstance(value, BaseModel):
        for name, part in value:
            yield from _named_in(part, name)
    elif isinstance(value, str) and field in _PEOPLE_FIELDS and value:
        yield value


def _known(scenes: Iterable[_Scene]) -> dict[PersonKey, str]:
    """Those of whom the public knows, with the name they first had: on the agenda, or named in what was said in public."""
    known: dict[PersonKey, str] = {}
    for scene in scenes:
        if scene.is_public:
            known = scene.named | known
    return known


def _for_the_public(scene: _Scene, record: Record, known: dict[PersonKey, str]) -> Filed | None:
    """The act as the public may have it; None for one that goes to nobody."""
    act: Act | None = scene.filed.act
    if isinstance(act, meeting.Summons):
        act = _published(act, record, known)
    elif scene.is_public:
        act = _said_in_public(scene)
    elif isinstance(act, text.MinuteHeading):
        act = None if scene.behind_doors else act
    elif isinstance(act, text.AddItem | text.UrgentItem):
        act = text.AddItem(title=EXEMPT_BUSINESS if scene.behind_doors else act.title)
    else:
        act = _without_strangers(act, known) if isinstance(act, _STRUCTURE) else None
    return None if act is None else replace(scene.filed, act=act, restricted=False)


def _said_in_public(scene: _Scene) -> Act | None:
    act = scene.filed.act
    if isinstance(act, text.Jot):
        return text.Point.model_construct(text=act.text, by="") if scene.promoted else None
    if isinstance(act, interests.Declare) and act.sensitive:
        return act.model_copy(update={"nature": NOTHING})  # Localism Act 2011 s.32: that there is one, and no more
    return None if isinstance(act, text.Promote) else act


def _without_strangers(act: Act, known: dict[PersonKey, str]) -> Act | None:
    """The act about those who are known in public, without a reason; None if it was about nobody else."""
    changes: dict[str, object] = {}
    if getattr(act, "reason", "") and not isinstance(act, meeting.Exclude):
        changes["reason"] = ""
    person = getattr(act, "person", None)
    if person is not None and person not in known:
        return None
    if getattr(act, "stands_for", "") not in ("", *known):
        changes["stands_for"] = ""
    who: tuple[object, ...] = getattr(act, "who", ())
    if who:
        changes["who"] = tuple(_excused(one) for one in who if _person_in(one) in known)
        if not changes["who"]:
            return None
    return act.model_copy(update=changes) if changes else act


def _person_in(one: object) -> object:
    return one.person if isinstance(one, room.Excused) else one


def _excused(one: object) -> object:
    return room.Excused(person=one.person) if isinstance(one, room.Excused) else one


def _published(summons: meeting.Summons, record: Record, known: dict[PersonKey, str]) -> meeting.Summons:
    """The summons as published: no prepared text, nothing that an exempt report says; and with those named in public."""
    called = {person.key for person in summons.people}
    more = tuple(Person(key=key, name=name) for key, name in known.items() if key not in called)
    released = {key for entry in record.entries.values() if entry.released for key in entry.items}
    body: list[Section | Item] = []
    for part in summons.agenda.body:
        key = str(1 + sum(isinstance(before, Item) for before in body))
        body.append(_published_item(part, released=key in released) if isinstance(part, Item) else part)
    agenda = summons.agenda.model_copy(update={"body": tuple(body)})
    return summons.model_copy(update={"agenda": agenda, "people": summons.people + more})


def _published_item(item: Item, *, released: bool, exempt: bool = False) -> Item:
    exempt = (exempt or item.exempt is not None) and not released
    below = tuple(_published_item(one, released=released, exempt=exempt) for one in item.subitems)
    changes: dict[str, object] = {"draft": (), "subitems": below}
    if exempt:
        changes |= {"recommendations": (), "motion": "", "moved_by": "", "seconded_by": "", "notes": (), "purpose": ""}
    return item.model_copy(update=changes)


def _confirmations(record: Record, public: Iterable[Filed]) -> Iterator[Filed]:
    """Prepared text that was edited in the meeting happened as edited: the edits, saying again what may go out."""
    ready = {
        filed.seq: filed.act
        for filed in public
        if filed.seq in record.touched and isinstance(filed.act, text.TextAct | text.TableRow)
    }
    for edit in reversed(record.filed):
        act = edit.act
        if (
            isinstance(act, corrections.Edit | corrections.Substitution)
            and act.target in ready
            and act.target < edit.seq
        ):
            yield replace(
                edit, restricted=False, act=corrections.Edit(target=act.target, revised=ready.pop(act.target))
            )
