"""What holds of each act of a meeting for who may know of it: where and when it was said, in public or not, whom it names."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from boardtui.model.acts import Act, Filed, corrections, interests, text
from boardtui.model.agenda import ItemKey
from boardtui.model.fold_business import has_no_words, is_exclusion
from boardtui.model.folding import is_private
from boardtui.model.people import Newcomer, Person, PersonKey
from boardtui.model.prose import Mention
from boardtui.model.record import Entry, Record, Stage
from boardtui.model.replay import Replay
from boardtui.model.settle import put_in, settled
from boardtui.model.text import fold

_PEOPLE_FIELDS = ("person", "by", "stands_for", "who", "movers", "owners", "people")


@dataclass(frozen=True, slots=True)
class Scene:
    """An act, and what holds of it. entry: the minute it is in; behind_doors: it was said in private; restricted: its minute

    must not go out; promoted: a jot that became a point; sensitive: it declares an interest that is; named: those it
    names, each with the name they then had; kept_since: it could go out at the moment that is shown, and no longer can.
    """

    filed: Filed
    entry: int
    behind_doors: bool
    restricted: bool
    promoted: bool
    sensitive: bool
    named: dict[PersonKey, str]
    kept_since: bool = False

    @property
    def is_public(self) -> bool:
        """Was it said in public, in a minute that may go out?"""
        return not self.behind_doors and not self.restricted


def scenes_of(record: Record, now: Record | None) -> list[Scene]:
    """The acts that stand in a record; what is known of each now holds as well as what was known then."""
    scenes = list(each_scene(record))
    if now is None:
        return scenes
    today = {scene.filed.seq: scene for scene in scenes_as_filed(now)}
    return [_by_both(scene, today[scene.filed.seq]) for scene in scenes]


def _by_both(then: Scene, now: Scene) -> Scene:
    return replace(
        then,
        behind_doors=then.behind_doors or now.behind_doors,
        restricted=then.restricted or now.restricted,
        promoted=then.promoted and now.promoted,
        sensitive=then.sensitive or now.sensitive,
        kept_since=then.is_public and not now.is_public,
    )


def scenes_as_filed(record: Record) -> list[Scene]:
    """All acts but corrections, worded as they were filed, and what those put in; those that don't stand are judged where they

    were said.
    """
    as_filed = {
        filed.seq: filed for filed in map(_as_said, record.filed) if not isinstance(filed.act, corrections.Correction)
    }
    standing = {filed.seq for filed in settled(record.filed)}
    gone = sorted((filed for seq, filed in as_filed.items() if seq not in standing), key=lambda filed: filed.place)
    return [replace(scene, filed=as_filed[scene.filed.seq]) for scene in each_scene(record, gone)]


def _as_said(filed: Filed) -> Filed:
    """An act as it was filed; what was put in behind another, as it was said there."""
    return put_in(filed, filed.act) if isinstance(filed.act, corrections.Insert) else filed


def each_scene(record: Record, gone: Iterable[Filed] = ()) -> Iterator[Scene]:
    """The acts that stand, in order. gone: others, in order, to be told of among them: they change nothing."""
    growing = Replay()
    acts = settled(record.filed)
    promoted = promoted_in(acts)
    waiting = deque(gone)
    for filed in acts:
        while waiting and waiting[0].place < filed.place:
            yield scene_of(waiting.popleft(), growing.record, record, promoted, stands=False)
        yield scene_of(filed, growing.file(filed), record, promoted, stands=True)
    for filed in waiting:
        yield scene_of(filed, growing.record, record, promoted, stands=False)


def promoted_in(acts: Iterable[Filed]) -> set[int]:
    """The private jots that were made points."""
    return {filed.act.target for filed in acts if isinstance(filed.act, text.Promote)}


def scene_of(filed: Filed, then: Record, record: Record, promoted: set[int], *, stands: bool) -> Scene:
    """What holds of an act. then: the record at that moment; stands: it is in that record, so in the minute that was open."""
    own = None if stands else _minute_of(filed.item, then)
    entry = own or then.entry
    last = record.entries.get(entry.key)
    hidden = last is None or not last.released
    private = then.stage is not Stage.CLOSED and is_private(then, entry) and not _was_of_the_exclusion(then, filed)
    behind_doors = filed.restricted or private
    return Scene(
        filed=filed,
        entry=entry.key,
        behind_doors=hidden and behind_doors,
        restricted=hidden and last is not None and last.restricted,
        promoted=filed.seq in promoted,
        sensitive=isinstance(filed.act, interests.Declare) and filed.act.sensitive,
        named=_named(then, filed.act),
    )


def _was_of_the_exclusion(then: Record, filed: Filed) -> bool:
    found = then.block(filed.seq) if has_no_words(filed.act) else None
    return found is not None and is_exclusion(found[1])


def _minute_of(item: ItemKey, record: Record) -> Entry | None:
    """The minute of an item, the last one if there are several; None if it was never opened."""
    key = item.split(".")[0]
    return next((entry for entry in reversed(record.entries.values()) if key and key in entry.items), None)


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


def known_in(scenes: Iterable[Scene]) -> dict[PersonKey, str]:
    """Those of whom the public knows, in the order in which it came to, with the name they first had.

    They are on the agenda, or were named in what was said in public.
    """
    known: dict[PersonKey, str] = {}
    for scene in scenes:
        if scene.is_public:
            known |= {key: name for key, name in scene.named.items() if key not in known}
    return known
