"""A step of taking the register: it takes keys, says what comes of them, and draws itself in rows.

It decides nothing that is a rule, and knows no screen and no book.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual import events
from typing_extensions import override

from boardtui.clerk.register.rows import HOW_TO_NAME, NONE, found, legend, nearest, register_rows, typed_runs
from boardtui.clerk.widgets.line import Line
from boardtui.clerk.widgets.line_keys import pressed
from boardtui.clerk.widgets.pane import Row, Run, wrapped
from boardtui.model.acts import Act
from boardtui.model.acts.base import PersonRef
from boardtui.model.people import PersonKey
from boardtui.notation.context import Context
from boardtui.rules.registering import Enrolled

PLACE = "register"
"""Where what is half typed here is kept: a name; with more words, what it is for."""
FAR = 9999


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a key. acts: to be said, after which the register is shown whole again, with `about` marked;

    then: a step to go on to; back: this one is over; told: a sentence for the clerk.
    """

    acts: tuple[Act, ...] = ()
    about: PersonRef = ""
    then: Step | None = None
    back: bool = False
    told: str = ""


NOTHING = Outcome()
BACK = Outcome(back=True)
Keys = dict[str, Callable[[], Outcome]]


class Step(ABC):
    """line: what is being typed; page: how many rows a page down is."""

    def __init__(self, text: str = "") -> None:
        self.line = Line()
        self.line.load(text, len(text))
        self.page = 10

    def press(self, event: events.Key, context: Context) -> Outcome:
        """Do what the key says. Raises Refusal with why it says nothing."""
        keys = self.keys(context)
        does = keys.get(event.key) or keys.get(event.character or "")
        if does is not None:
            return does()
        pressed(self.line, event)
        return NOTHING

    def keys(self, context: Context) -> Keys:
        """What the keys do that don't type: by Textual's names, or the character they type."""
        return {"escape": lambda: BACK}

    def pick(self, key: str | int, context: Context) -> Outcome:
        """Do what a click on the row with this key says."""
        return NOTHING

    @abstractmethod
    def rows(self, context: Context, width: int, waits: frozenset[PersonKey] = NONE) -> tuple[list[Row], int | None]:
        """What is shown, and the row to keep in sight. waits: those of whom something said is not in the book yet."""

    def prompt(self, context: Context) -> str:
        """What stands before the line that is being typed."""
        return ""

    def typed(self, context: Context, width: int) -> list[Run]:
        """What is being typed."""
        return typed_runs(self.prompt(context), self.line, width)

    def legend(self) -> list[Row]:
        """The keys, in two rows."""
        return [legend((("Enter", "takes it"), ("Esc", "back"))), Row()]

    def draft(self, context: Context) -> tuple[str, str]:
        """The place and the text of what is half typed and must not be lost; '' for nothing."""
        return PLACE, self.line.text


class Choosing(Step):
    """Somebody is chosen, with ↑ and ↓, or by letters that narrow the list. person: who is marked."""

    def __init__(self, text: str = "", person: PersonKey = "") -> None:
        super().__init__(text)
        self.person = person

    @abstractmethod
    def places(self, context: Context) -> list[Enrolled]:
        """Those to choose from."""

    @abstractmethod
    def take(self, context: Context) -> Outcome:
        """Enter."""

    @abstractmethod
    def name(self, context: Context) -> Outcome:
        """Somebody is meant who isn't in the list."""

    def found(self, context: Context) -> list[Enrolled]:
        """Those whom the letters leave."""
        return found(context.record, self.places(context), self.line.text)

    def chosen(self, context: Context) -> PersonKey:
        """Who is marked: who was, if they are still there, else whom the letters mean first; '' for nobody."""
        people = [one.person for one in self.found(context)]
        return self.person if self.person in people else nearest(context.record, people, self.line.text)

    @override
    def press(self, event: events.Key, context: Context) -> Outcome:
        before, chosen = self.line.text, self.chosen(context)
        outcome = super().press(event, context)
        if self.line.text != before:
            self.person = "" if self.line.text else self.person or chosen
        return outcome

    @override
    def keys(self, context: Context) -> Keys:
        steps = {"up": -1, "down": 1, "pageup": -self.page, "pagedown": self.page, "home": -FAR, "end": FAR}
        return {
            "escape": self._widen,
            "enter": partial(self.take, context),
            "+": partial(self.name, context),
            **{key: partial(self._move, context, by) for key, by in steps.items()},
        }

    def _widen(self) -> Outcome:
        if not self.line.text:
            return BACK
        self.line.load("", 0)
        return NOTHING

    def _move(self, context: Context, by: int) -> Outcome:
        people = [one.person for one in self.found(context)]
        if people:
            at = people.index(self.chosen(context))
            self.person = people[max(0, min(at + by, len(people) - 1))]
        return NOTHING

    @override
    def pick(self, key: str | int, context: Context) -> Outcome:
        again = self.chosen(context) == key
        self.person = str(key)
        return self.take(context) if again else NOTHING

    @override
    def rows(self, context: Context, width: int, waits: frozenset[PersonKey] = NONE) -> tuple[list[Row], int | None]:
        places = self.found(context)
        if places:
            return register_rows(context.record, places, self.chosen(context), width, waits=waits)
        return self.nobody(width), None

    def nobody(self, width: int) -> list[Row]:
        """What is shown where the letters leave nobody."""
        words = f"Nobody whom the meeting knows is called “{self.line.text.strip()}”."
        new = f"Enter puts them down as somebody new. {HOW_TO_NAME}"
        return [*wrapped(words, width), Row(), *wrapped(new, width, "muted")]

    @override
    def draft(self, context: Context) -> tuple[str, str]:
        return PLACE, "" if self.found(context) else self.line.text
