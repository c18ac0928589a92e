"""A reading with all that was done to it, to be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.agendas.reading import Reading


@dataclass(frozen=True, slots=True)
class Stage:
    """A reading as it stood. at: the place that was marked in it; what: how it came to be so, '' for the one first read."""

    reading: Reading
    at: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """before: the stages that led here, the first one first; after: those that were undone, the nearest first."""

    now: Stage
    before: tuple[Stage, ...] = ()
    after: tuple[Stage, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> Revision:
        """A reading to which nothing has been done yet."""
        return cls(Stage(reading))

    @property
    def reading(self) -> Reading:
        """The reading as it stands."""
        return self.now.reading

    @property
    def is_changed(self) -> bool:
        """Is it another than the one first read?"""
        return bool(self.before) and self.before[0].reading.placed != self.reading.placed

    def marked(self, at: int) -> Revision:
        """With this place marked, so that it is marked again when what is done next is undone."""
        return Revision(Stage(self.reading, at, self.now.what), self.before, self.after)

    def revised(self, reading: Reading, at: int, what: str) -> Revision:
        """A step further; what was undone before can't be redone any more."""
        if reading.placed == self.reading.placed:
            return self.marked(at)
        return Revision(Stage(reading, at, what), (*self.before, self.now))

    def undone(self) -> Revision:
        """A step back; the same where there is none."""
        if not self.before:
            return self
        return Revision(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redone(self) -> Revision:
        """The step that was undone last once more; the same where there is none."""
        if not self.after:
            return self
        return Revision(self.after[0], (*self.before, self.now), self.after[1:])
