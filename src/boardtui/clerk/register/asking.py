"""What is asked on the register: a name, as what somebody is here, who sits for whom, why somebody isn't here."""

from __future__ import annotations

from functools import partial

from pydantic import ValidationError
from textual import events
from typing_extensions import override

from boardtui.clerk.register.rows import HOW_TO_NAME, NONE, called, legend, register_rows
from boardtui.clerk.register.steps import BACK, NOTHING, PLACE, Choosing, Keys, Outcome, Step
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.errors import Refusal
from boardtui.model.acts.base import PersonRef
from boardtui.model.people import PersonKey
from boardtui.model.text import clean_line
from boardtui.notation.context import Context
from boardtui.notation.people import several
from boardtui.rules.registering import Enrolled, Role, Section, entered, excused_with, roll, substituted

_WHY, _FOR = "why", "for"
_ROLES = (
    (Role.OFFICER, "an officer"),
    (Role.GUEST, "a guest, for the item that is open"),
    (Role.OTHER, "another member or representative, who doesn't count"),
    (Role.SUBSTITUTE, "a substitute for a member"),
    (Role.MEMBER, "a member (not on the agenda, and so listed as a gap)"),
)


class Naming(Step):
    """A name is typed. member: the one whom this person sits for, '' for none."""

    def __init__(self, text: str = "", member: PersonKey = "") -> None:
        super().__init__(text)
        self.member = member

    @override
    def keys(self, context: Context) -> Keys:
        return super().keys(context) | {"enter": partial(self._take, context)}

    def _take(self, context: Context) -> Outcome:
        if self.member:
            return Outcome(substituted(context.record, self.member, one_typed(self.line.text, context)), self.member)
        return Outcome(then=AsWhat(all_typed(self.line.text, context), self.line.text))

    @override
    def rows(self, context: Context, width: int, waits: frozenset[PersonKey] = NONE) -> tuple[list[Row], int | None]:
        who = f"Somebody new, who sits for {called(context.record, self.member)}" if self.member else "Somebody new"
        return [*wrapped(who, width, "strong"), Row(), *wrapped(HOW_TO_NAME, width, "muted")], None

    @override
    def prompt(self, context: Context) -> str:
        return "Name: "

    @override
    def legend(self) -> list[Row]:
        does = "records it" if self.member else "asks as what they are here"
        return [legend((("Enter", does), ("Esc", "back"))), Row()]

    @override
    def draft(self, context: Context) -> tuple[str, str]:
        return f"{PLACE} {_FOR} {self.member}" if self.member else PLACE, self.line.text


class AsWhat(Step):
    """As what somebody is here. who: known or new; text: what was typed of them."""

    def __init__(self, who: tuple[PersonRef, ...], text: str = "") -> None:
        super().__init__()
        self.who, self.text, self.at = who, text, 0

    @override
    def press(self, event: events.Key, context: Context) -> Outcome:
        does = self.keys(context).get(event.key)
        return does() if does is not None else NOTHING

    @override
    def keys(self, context: Context) -> Keys:
        return super().keys(context) | {
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            **dict.fromkeys(("enter", "space"), partial(self._take, context)),
            **{str(number + 1): partial(self.pick, number, context) for number in range(len(_ROLES))},
        }

    @override
    def pick(self, key: str | int, context: Context) -> Outcome:
        self.at = int(key)
        return self._take(context)

    def _move(self, by: int) -> Outcome:
        self.at = (self.at + by) % len(_ROLES)
        return NOTHING

    def _take(self, context: Context) -> Outcome:
        role = _ROLES[self.at][0]
        if role is not Role.SUBSTITUTE:
            return Outcome(entered(context.record, self.who, role), self.who[0])
        if len(self.who) > 1:
            raise Refusal("One person sits for one member.", "Esc, and name them one by one.")
        return Outcome(then=ForWhom(self.who[0]))

    @override
    def rows(self, context: Context, width: int, waits: frozenset[PersonKey] = NONE) -> tuple[list[Row], int | None]:
        who = self.text.strip() or called(context.record, self.who[0])
        rows = [*wrapped(f"{who}: here as", width, "strong"), Row()]
        first = len(rows)
        for number, (_, words) in enumerate(_ROLES):
            mark, style = ("▶", "here") if number == self.at else (" ", "plain")
            rows.append(row(f"{mark} {number + 1}  {words}", style, key=number))
        return rows, first + self.at

    @override
    def typed(self, context: Context, width: int) -> list[Run]:
        return [Run("As what?", "accent")]

    @override
    def legend(self) -> list[Row]:
        return [legend((("1", "to 5, or"), ("↑ ↓", "and"), ("Enter", "records it"), ("Esc", "back"))), Row()]

    @override
    def draft(self, context: Context) -> tuple[str, str]:
        return PLACE, self.text


class WhoSits(Choosing):
    """Who sits for a member: somebody known, or a name."""

    def __init__(self, member: PersonKey, text: str = "") -> None:
        super().__init__(text)
        self.member = member

    @override
    def places(self, context: Context) -> list[Enrolled]:
        """All but the members; first those who may sit for this one."""
        others = [one for one in roll(context.record) if one.section is not Section.MEMBERS]
        return sorted(
            others, key=lambda one: (one.section.value, one.seat is None or one.seat.stands_for != self.member)
        )

    @override
    def take(self, context: Context) -> Outcome:
        sits = self.chosen(context) or one_typed(self.line.text, context)
        return Outcome(substituted(context.record, self.member, sits), self.member)

    @override
    def name(self, context: Context) -> Outcome:
        return Outcome(then=Naming(self.line.text.strip(), self.member))

    @override
    def prompt(self, context: Context) -> str:
        return f"Who sits for {called(context.record, self.member)}? "

    @override
    def legend(self) -> list[Row]:
        keys = (("Letters", "find them, or name somebody new"), ("Enter", "records it"), ("Esc", "back"))
        return [legend(keys), legend((("+", "somebody new whose name begins like one that is known"),))]

    @override
    def draft(self, context: Context) -> tuple[str, str]:
        return f"{PLACE} {_FOR} {self.member}", super().draft(context)[1]


class ForWhom(Choosing):
    """For which member somebody sits. sits: who, known or new."""

    def __init__(self, sits: PersonRef) -> None:
        super().__init__()
        self.sits = sits

    @override
    def places(self, context: Context) -> list[Enrolled]:
        return [one for one in roll(context.record) if one.section is Section.MEMBERS and one.person != self.sits]

    @override
    def take(self, context: Context) -> Outcome:
        if not self.found(context):
            raise Refusal(f"No member is called “{self.line.text.strip()}”.", "Backspace takes the letters away.")
        return self._sit(context, self.chosen(context))

    @override
    def name(self, context: Context) -> Outcome:
        return self._sit(context, "")

    def _sit(self, context: Context, member: PersonKey) -> Outcome:
        return Outcome(substituted(context.record, member, self.sits), self.sits)

    @override
    def nobody(self, width: int) -> list[Row]:
        return wrapped(f"No member is called “{self.line.text.strip()}”.", width)

    @override
    def prompt(self, context: Context) -> str:
        return f"For whom does {called(context.record, self.sits)} sit? "

    @override
    def legend(self) -> list[Row]:
        keys = (("Letters", "find the member"), ("Enter", "records it"), ("Esc", "back"))
        return [legend(keys), legend((("+", "for whom is not known yet"),))]

    @override
    def draft(self, context: Context) -> tuple[str, str]:
        return PLACE, "" if isinstance(self.sits, str) else self.sits.name


class Reason(Step):
    """Why somebody isn't here."""

    def __init__(self, person: PersonKey, text: str) -> None:
        super().__init__(text)
        self.person = person

    @override
    def keys(self, context: Context) -> Keys:
        return super().keys(context) | {"enter": partial(self._take, context)}

    def _take(self, context: Context) -> Outcome:
        acts = excused_with(context.record, self.person, clean_line(self.line.text))
        return Outcome(acts, self.person) if acts else BACK

    @override
    def rows(self, context: Context, width: int, waits: frozenset[PersonKey] = NONE) -> tuple[list[Row], int | None]:
        return register_rows(context.record, roll(context.record), self.person, width, waits=waits)

    @override
    def prompt(self, context: Context) -> str:
        return f"Why is {called(context.record, self.person)} not here? "

    @override
    def legend(self) -> list[Row]:
        return [legend((("Enter", "records the reason"), ("Esc", "leaves it out"))), Row()]

    @override
    def draft(self, context: Context) -> tuple[str, str]:
        return f"{PLACE} {_WHY} {self.person}", self.line.text


def all_typed(text: str, context: Context) -> tuple[PersonRef, ...]:
    """Those whom a typed name means. Raises Refusal where it is none."""
    try:
        who = several(text, context)
    except ValidationError:
        raise Refusal(f"“{text.strip()}” is no name.", HOW_TO_NAME) from None
    if not who:
        raise Refusal("A name is wanted here.", HOW_TO_NAME)
    return tuple(one.person for one in who)


def one_typed(text: str, context: Context) -> PersonRef:
    """The one whom a typed name means. Raises Refusal where it is none, or several."""
    who = all_typed(text, context)
    if len(who) > 1:
        raise Refusal("One person is wanted here.", HOW_TO_NAME)
    return who[0]


def half_typed(place: str, text: str) -> Step | None:
    """The step in which this was being typed when the desk was left, None where it wasn't on the register."""
    first, *about = place.split(" ", 2)
    if first != PLACE or not text:
        return None
    if about[:1] == [_WHY]:
        return Reason(about[-1], text)
    return Naming(text, about[-1] if about[:1] == [_FOR] else "")
