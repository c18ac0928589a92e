"""What must not go out, and the record without it.

The public may be kept from exempt and confidential business (Local Government Act 1972, s.100A and Schedule 12A; for parishes
the Public Bodies (Admission to Meetings) Act 1960, s.1(2)), and the minutes that are open to inspection leave it out, with a
summary where they would otherwise not be a fair record (s.100C). Here it is removed and not hidden: everything that goes
out is made from `public_record`, in which the acts said in private don't exist.

What is said of the meeting itself stays: that an item was opened, who of those known came and went, that the public were
excluded and came back, the summary, the close. The reasons given for these in private go, and so do strangers named there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from boardtui.model.acts import Act, Filed, approval, corrections, interests, meeting, room, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.agenda import Item, ItemKey, Section
from boardtui.model.fold_business import has_no_words, is_exclusion
from boardtui.model.folding import is_private
from boardtui.model.people import Person, PersonKey
from boardtui.model.prose import NOTHING
from boardtui.model.record import Entry, Record
from boardtui.model.replay import record_behind, replay
from boardtui.model.settle import settled
from boardtui.rules.scenes import Scene, known_in, scenes_as_filed, scenes_of

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


def is_restricted_now(record: Record, act: Act) -> bool:
    """Must this act, if it is said now, not go out? What the desk files with it.

    So it is in private session, in a minute that is restricted, and under an item the agenda calls exempt, before the
    meeting too, unless the meeting has said that it needn't or wouldn't exclude the public. A correction is like the act
    it corrects; one of a whole item goes wherever the words stood that it replaces; what is put in is so, too, if it would
    have been where it stands.
    """
    if not record.entries or isinstance(act, approval.Approved):
        return False
    if isinstance(act, approval.Reopened):  # a reason may tell of anything
        return True
    if isinstance(act, corrections.Insert):
        return _target_is_restricted(record, act.target) or is_restricted_now(
            record_behind(record, act.target), act.said
        )
    if isinstance(act, corrections.Correction):
        return _target_is_restricted(record, act.target)
    if isinstance(act, corrections.Override) and act.target is not None and _target_is_restricted(record, act.target):
        return True
    if isinstance(act, text.AddItem | text.UrgentItem):
        return record.exclusion is not None and not record.exclusion.items
    if isinstance(act, _STRUCTURE) or _is_of_the_exclusion(record, act):
        return False
    entry = record.entry
    restricted = entry.restricted and not isinstance(act, text.MinuteHeading)
    return not entry.released and (restricted or is_private(record, entry) or _is_exempt(record, entry))


def _is_of_the_exclusion(record: Record, act: Act) -> bool:
    """Is this who moved that the public go out, or how the vote on it went? It was said before they went, and is public."""
    last = record.entry.blocks[-1] if record.entry.blocks else None
    return last is not None and is_exclusion(last) and has_no_words(act)


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


def public_record(record: Record, *, now: Record | None = None) -> Record:
    """The meeting with everything removed that must not go out.

    now: the meeting as it stands today, where record is how it stood at an earlier moment. What has come to be kept from
    the public since then is removed too: looking back gives nothing away.
    """
    scenes = scenes_of(record, now)
    public = replay(acts_for_the_public(record, scenes, now))
    public.approval = record.approval
    kept_since = {scene.entry for scene in scenes if scene.kept_since}
    for key in kept_since & public.entries.keys():
        public.entries[key].released = False
    tell_withheld(public, record, kept_since)
    return public


def tell_withheld(public: Record, record: Record, kept_since: Container[int] = ()) -> None:
    """Say in the public record of which minutes there is more than it has. kept_since: those that could once go out."""
    for key, entry in public.entries.items():
        withheld = key in kept_since or (key in record.entries and record.entries[key].withheld)
        entry.withheld = withheld and not entry.released


def public_acts(record: Record, *, now: Record | None = None) -> list[Filed]:
    """The acts that may go out, as they now read, in order: no earlier wording, no private jots, nothing said in private.

    now: as in `public_record`.
    """
    return acts_for_the_public(record, scenes_of(record, now), now)


def public_as_filed(record: Record) -> dict[int, Act]:
    """Each act, by its seq, worded as it was filed, as the public may have it by what is known now.

    For the trail, which also tells of what doesn't stand. Missing are those that must not go out at all. A correction is
    like the act it corrects, and what it makes of that must be able to go out too.
    """
    scenes = {scene.filed.seq: scene for scene in scenes_as_filed(record)}
    standing = {filed.seq for filed in settled(record.filed)}
    known = known_in(scene for seq, scene in scenes.items() if seq in standing)
    out: dict[int, Act] = {}
    told: dict[int, Scene] = {}
    for filed in record.filed:
        act, is_correction = filed.act, isinstance(filed.act, corrections.Correction)
        own = scenes.get(filed.seq)
        scene = told.get(act.target) if isinstance(act, corrections.Correction) and own is None else own
        if scene is None or (is_correction and filed.restricted) or _answers_what_is_kept(act, out):
            continue
        said = act.revised if isinstance(act, corrections.Edit) else scene.filed.act  # of what was put in, that
        public = for_the_public(replace(scene, filed=replace(filed, act=said)), known, record, record)
        if public is not None and public.act == said:
            out[filed.seq], told[filed.seq] = act, scene
        elif public is not None and not is_correction:
            out[filed.seq] = public.act
    return out


def _answers_what_is_kept(act: Act, public: dict[int, Act]) -> bool:
    """Is this the reason why something stands that must not go out?"""
    return isinstance(act, corrections.Override) and act.target is not None and act.target not in public


def acts_for_the_public(record: Record, scenes: Sequence[Scene], now: Record | None = None) -> list[Filed]:
    """The acts that may go out of those in these scenes, as the public may have them. now: as in `public_record`."""
    known = known_in(scenes)
    out = [filed for scene in scenes if (filed := for_the_public(scene, known, record, now or record)) is not None]
    for edit in _confirmations(record, out):
        place = max(i for i, filed in enumerate(out) if filed.seq < edit.seq)
        out.insert(place + 1, edit)
    return out


def for_the_public(scene: Scene, known: dict[PersonKey, str], record: Record, now: Record) -> Filed | None:
    """The act as the public may have it; None for one that goes to nobody. now: how the meeting stands today."""
    act: Act | None = scene.filed.act
    if isinstance(act, meeting.Summons):
        act = _published(act, known, _released(record) & _released(now))
    elif scene.is_public:
        act = _said_in_public(scene)
    elif isinstance(act, text.MinuteHeading):
        act = None if scene.behind_doors else act
    elif isinstance(act, text.AddItem | text.UrgentItem):
        act = text.AddItem(title=EXEMPT_BUSINESS if scene.behind_doors else act.title)
    else:
        act = _without_strangers(act, known) if isinstance(act, _STRUCTURE) else None
    return None if act is None else replace(scene.filed, act=act, restricted=False)


def _said_in_public(scene: Scene) -> Act | None:
    act = scene.filed.act
    if isinstance(act, text.Jot):
        return text.Point.model_construct(text=act.text, by="") if scene.promoted else None
    if isinstance(act, interests.Declare) and (act.sensitive or scene.sensitive):
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


def _released(record: Record) -> set[ItemKey]:
    """The items whose minutes were released for publication."""
    return {key for entry in record.entries.values() if entry.released for key in entry.items}


def _published(summons: meeting.Summons, known: dict[PersonKey, str], released: set[ItemKey]) -> meeting.Summons:
    """The summons as published: no prepared text, nothing that an exempt report says, no digest of the file that may hold it;

    and with those named in public.
    """
    called = {person.key for person in summons.people}
    more = tuple(Person(key=key, name=name) for key, name in known.items() if key not in called)
    body: list[Section | Item] = []
    for part in summons.agenda.body:
        key = str(1 + sum(isinstance(before, Item) for before in body))
        body.append(_published_item(part, released=key in released) if isinstance(part, Item) else part)
    agenda = summons.agenda.model_copy(update={"body": tuple(body)})
    return summons.model_copy(update={"agenda": agenda, "people": summons.people + more, "source": ""})


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
