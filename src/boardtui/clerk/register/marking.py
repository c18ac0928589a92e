"""The register itself: everybody, and the keys that say what is so of them."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from boardtui.clerk.register.asking import AsWhat, ForWhom, Naming, Reason, WhoSits, all_typed
from boardtui.clerk.register.rows import legend_rows, typed_runs, would_runs
from boardtui.clerk.register.steps import NOTHING, Choosing, Keys, Outcome
from boardtui.clerk.widgets.pane import Row, Run
from boardtui.errors import Refusal
from boardtui.model.people import PersonKey
from boardtui.notation.context import Context
from boardtui.rules.registering import (
    Asked,
    Enrolled,
    Mark,
    Section,
    Whereabouts,
    asks,
    enrolled,
    everyone,
    excused_with,
    is_on,
    marked,
    roll,
)

_MARKS = {
    "1": Mark.HERE, "2": Mark.APOLOGIES, "3": Mark.LATE, "4": Mark.ABSENT, "6": Mark.REMOTE, "7": Mark.MOVES,
}  # fmt: skip
HOW = "Letters and ↑ ↓ choose somebody, a figure says what is so of them. Esc closes the register."


class Marking(Choosing):
    """Letters, or ↑ and ↓, say who; a figure says what. A figure pressed twice changes nothing more."""

    @override
    def places(self, context: Context) -> list[Enrolled]:
        return roll(context.record)

    @override
    def keys(self, context: Context) -> Keys:
        keys = super().keys(context)
        if not self.chosen(context):
            return keys  # a figure or a bracket belongs to the name of somebody new
        keys |= {key: partial(self._mark, context, mark) for key, mark in _MARKS.items()}
        keys |= {
            "5": partial(self._substitute, context),
            "(": partial(self._reason, context),
            "*": lambda: Outcome(everyone(context.record), self.chosen(context)),
        }
        return keys if self.line.text else keys | {"space": partial(self._mark, context, Mark.TURNED)}

    @override
    def take(self, context: Context) -> Outcome:
        """Enter says nothing of anybody: it is what is pressed to have done, and would be pressed too often."""
        if not self.line.text:
            return Outcome(told=HOW)
        if not self.chosen(context):
            return Outcome(then=AsWhat(all_typed(self.line.text, context), self.line.text))
        self._settle(context)
        return NOTHING

    def _settle(self, context: Context) -> PersonKey:
        """Stay with whom the letters have found, and be ready for others. Returns who it is."""
        self.person = self.chosen(context)
        self.line.load("", 0)
        return self.person

    @override
    def pick(self, key: str | int, context: Context) -> Outcome:
        again = self.chosen(context) == key
        self.person = str(key)
        return self._mark(context, Mark.TURNED) if again else NOTHING

    @override
    def name(self, context: Context) -> Outcome:
        return Outcome(then=Naming(self.line.text.strip()))

    def _mark(self, context: Context, mark: Mark) -> Outcome:
        person = self._settle(context)
        asked = asks(context.record, person, mark)
        if asked is Asked.ROLE:
            return Outcome(then=AsWhat((person,)))
        if asked is Asked.FOR_WHOM:
            return Outcome(then=ForWhom(person))
        return Outcome(marked(context.record, person, mark), person)

    def _substitute(self, context: Context) -> Outcome:
        person = self._settle(context)
        is_member = enrolled(context.record, person).section is Section.MEMBERS
        return Outcome(then=WhoSits(person) if is_member else ForWhom(person))

    def _reason(self, context: Context) -> Outcome:
        person = self._settle(context)
        excused_with(context.record, person, "")
        said = context.record.attendance_of(person)
        return Outcome(then=Reason(person, said.reason if said is not None else ""))

    @override
    def typed(self, context: Context, width: int) -> list[Run]:
        if not self.line.text:
            return [Run(" ", "selected"), Run("Letters find somebody", "muted"), *self._would(context)]
        return [*typed_runs("", self.line, width // 2), *self._would(context)]

    def _would(self, context: Context) -> list[Run]:
        """What the key would say that is right for most: that they are here, or have gone."""
        record, person = context.record, self.chosen(context)
        if not person:
            return []
        if enrolled(record, person).whereabouts is not Whereabouts.HERE:
            key, mark = "1", Mark.HERE
        elif is_on(record):
            key, mark = "7", Mark.MOVES
        elif not self.line.text:
            key, mark = "Space", Mark.TURNED
        else:
            return []
        try:
            acts = () if asks(record, person, mark) else marked(record, person, mark)
        except Refusal:
            return []
        return would_runs(record, key, person, acts)

    @override
    def legend(self) -> list[Row]:
        return legend_rows()
