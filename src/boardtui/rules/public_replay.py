"""The public record of a meeting that goes on: act by act, and anew only where an act changes what others may say in public."""

from __future__ import annotations

from boardtui.model.acts import Filed, corrections, text
from boardtui.model.people import PersonKey
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.model.settle import OF_THE_BOOK, settled
from boardtui.rules.confidentiality import acts_for_the_public, for_the_public, tell_withheld
from boardtui.rules.scenes import known_in, promoted_in, scene_of

_CHANGES_OTHERS = (corrections.Correction, text.Promote, *OF_THE_BOOK)
"""Acts after which others read, or are judged, otherwise than before."""


class PublicReplay:
    """Keeps the public record of one meeting up to date. It equals `public_record` of the same meeting at every moment.

    acts: those that may go out, as the public may have them, in order.
    """

    def __init__(self) -> None:
        self.acts: list[Filed] = []
        self._public = Replay()
        self._growing = Replay()
        self._known: dict[PersonKey, str] = {}
        self._promoted: set[int] = set()
        self._flags: dict[int, tuple[bool, bool]] = {}
        self._last: Filed | None = None
        self._count = 0

    def of(self, record: Record) -> Record:
        """The public record of a meeting as it stands. record: the whole; at the next call the same meeting, gone on.

        What it returned before changes with it.
        """
        if not self._goes_on(record) or not all(self._take_in(filed, record) for filed in record.filed[self._count :]):
            self._anew(record)
        self._flags = _flags(record)
        self._count, self._last = len(record.filed), record.filed[-1] if record.filed else None
        public = self._public.record
        public.approval = record.approval
        tell_withheld(public, record)
        return public

    def _goes_on(self, record: Record) -> bool:
        """Is everything said before still said, in minutes that are as public as they were?"""
        if self._last is None or len(record.filed) < self._count or record.filed[self._count - 1] is not self._last:
            return False
        now = _flags(record)
        return all(now.get(key) == flags for key, flags in self._flags.items())

    def _take_in(self, filed: Filed, record: Record) -> bool:
        """Take in one more act. False where that can't be done by itself."""
        if filed.behind or isinstance(filed.act, _CHANGES_OTHERS):
            return False
        scene = scene_of(filed, self._growing.file(filed), record, self._promoted, stands=True)
        if scene.is_public and scene.named.keys() - self._known.keys():
            return False  # whoever is known from now on is known in all that was said of them
        public = for_the_public(scene, self._known, record, record)
        if public is not None:
            self.acts.append(public)
            self._public.file(public)
        return True

    def _anew(self, record: Record) -> None:
        standing = settled(record.filed)
        self._promoted = promoted_in(standing)
        self._growing = Replay()
        scenes = [scene_of(one, self._growing.file(one), record, self._promoted, stands=True) for one in standing]
        self._known = known_in(scenes)
        self.acts = acts_for_the_public(record, scenes)
        self._public = Replay(self.acts)


def _flags(record: Record) -> dict[int, tuple[bool, bool]]:
    return {key: (entry.released, entry.restricted) for key, entry in record.entries.items()}
