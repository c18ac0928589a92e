"""The room: who is here, who comes and goes, who presides, who waits to speak."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from boardtui.errors import Refusal
from boardtui.model.acts import room
from boardtui.model.acts.base import Act
from boardtui.model.acts.room import Excused, Span
from boardtui.model.people import PersonKey
from boardtui.notation import items, people
from boardtui.notation.context import Context
from boardtui.notation.forms import Form, Wanting
from boardtui.notation.moments import take_time, write_kept_time, write_last_time
from boardtui.notation.names import MENTION
from boardtui.notation.people import Listed
from boardtui.notation.slots import (
    BRACKETED,
    closed,
    cut,
    escape,
    reason_in_brackets,
    unescape,
    with_reason,
)  # fmt: skip

W = TypeVar("W", room.OtherMember, room.Officer, room.Guest, room.Remote)
N = TypeVar("N", room.TakeChair, room.Coopt)
E = TypeVar("E", room.Apologies, room.Late, room.Absent)
_FOR_SOMEBODY = re.compile(r"\s+for\s+(?=@)")
_FOR_NAMED = re.compile(r"\s+for\s+(?!@)", re.IGNORECASE)
_SPAN = re.compile(r"(?:^|\s)for\s+(?:(?:the|this)\s+)?(item|good)(?=\s|$)", re.IGNORECASE)
_UNTIL = re.compile(r'(?:^|\s)until\s+(?:item\s+)?("(?:[^"\\]|\\.)*"|\S+)', re.IGNORECASE)
_TERM = re.compile(r"\d|\b(?:year|term|meeting|session|item|evening|day)\b", re.IGNORECASE)
_ALL_BUT = re.compile(r"(?:all|everyone)\s+(?:but|except|bar|without|apart from)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]{1,9}")


class PeopleForm(Form[W]):
    """A command followed by people, known or new."""

    def parse(self, rest: str, context: Context) -> Act:
        """The act with its people."""
        who = people.several(rest, context)
        if not who:
            raise Wanting(f"{self.name} is followed by one or more people.")
        return self.shows(who=tuple(one.person for one in who))

    def show(self, act: W, context: Context) -> str:
        """The people."""
        return people.write_several(act.who, context)


class AnyoneForm(Form[N]):
    """A command followed by one person, known or new."""

    def parse(self, rest: str, context: Context) -> Act:
        """The act with its person."""
        if not rest:
            raise Wanting(f"{self.name} is followed by a person.")
        return self.shows(person=people.anyone(rest, context))

    def show(self, act: N, context: Context) -> str:
        """The person."""
        return people.write_anyone(act.person, context)


class ResignForm(Form[room.Resign]):
    """`/resign @a`."""

    def __init__(self) -> None:
        super().__init__("/resign", room.Resign)

    def parse(self, rest: str, context: Context) -> Act:
        """Who."""
        if not rest:
            raise Wanting("/resign is followed by an @name.")
        return room.Resign(person=people.one(rest, context))

    def show(self, act: room.Resign, context: Context) -> str:
        """Who."""
        return people.write_known((act.person,), context)


class PresentForm(Form[room.Present]):
    """`/present @a @b`, `/present all`."""

    def __init__(self) -> None:
        super().__init__("/present", room.Present)

    def parse(self, rest: str, context: Context) -> Act:
        """Those present, or all."""
        if rest.casefold() in ("all", "everyone"):
            return room.Present(everyone=True)
        if found := _ALL_BUT.match(rest):
            absent = rest[found.end() :].strip() or "@a"
            raise Refusal("/present all takes everybody.", f"Write /present all, then /apologies {absent}.")
        who = people.several(rest, context)
        if not who:
            raise Wanting("/present is followed by one or more people, or all.")
        return room.Present(who=tuple(one.person for one in who))

    def show(self, act: room.Present, context: Context) -> str:
        """The people, or all."""
        if act.everyone:
            return "all"
        plain, certain = (people.write_several(act.who, context, quoted=quoted) for quoted in (False, True))
        return self.surest(act, plain, certain, context)


class SubstituteForm(Form[room.Substitute]):
    """`/sub Sarah Baxter, University for @daly`."""

    def __init__(self) -> None:
        super().__init__("/sub", room.Substitute)

    def parse(self, rest: str, context: Context) -> Act:
        """Who sits in whose place."""
        if not rest:
            raise Wanting("/sub is followed by a person.")
        found = list(_FOR_SOMEBODY.finditer(rest))
        if not found:
            who, stands_for = _for_full_name(rest, context)
            return room.Substitute(person=people.anyone(who, context), stands_for=stands_for)
        last = found[-1]
        return room.Substitute(
            person=people.anyone(rest[: last.start()], context), stands_for=people.one(rest[last.end() :], context)
        )

    def show(self, act: room.Substitute, context: Context) -> str:
        """Who, and for whom."""
        person = people.write_anyone(act.person, context)
        if act.stands_for:
            return f"{person} for {people.write_known((act.stands_for,), context)}"
        return self.surest(act, person, people.write_anyone(act.person, context, quoted=True, barred=True), context)


def _for_full_name(text: str, context: Context) -> tuple[str, PersonKey]:
    """Who sits, and for whom, where that is the full name of somebody known; '' where none is, in quotes and after bars."""
    last = next(reversed(list(_FOR_NAMED.finditer(text))), None)
    if last is None or "|" in text[: last.start()] or text.endswith('"'):
        return text, ""
    keys = people.by_full_names(text[last.end() :], context)
    return (text[: last.start()], keys[0]) if len(keys) == 1 else (text, "")


class PublicForm(Form[room.Public]):
    """`/public 11`."""

    def __init__(self) -> None:
        super().__init__("/public", room.Public)

    def parse(self, rest: str, context: Context) -> Act:
        """How many."""
        if not _FIGURE.fullmatch(rest):
            raise Wanting("/public is followed by a figure.")
        return room.Public(number=int(rest))

    def show(self, act: room.Public, context: Context) -> str:
        """The figure."""
        return str(act.number)


class ExcusedForm(Form[E]):
    """`/apologies`, `/late`, `/absent`: people, with reasons in brackets."""

    def parse(self, rest: str, context: Context) -> Act:
        """The people and their reasons."""
        if people.is_nobody(rest):
            raise Refusal(
                f"“{self.name} {rest}” puts nobody down.",
                "Leave the line out: nobody is put down who isn't named. Or minute it as a sentence.",
            )
        who = people.several(rest, context, reasons=True)
        if not who:
            raise Wanting(f"{self.name} is followed by one or more people.")
        return self.shows(who=tuple(Excused(person=one.person, reason=one.reason) for one in who))

    def show(self, act: E, context: Context) -> str:
        """The people and their reasons."""
        return people.write_listed([Listed(one.person, one.reason) for one in act.who], context, "()")


class ArriveForm(Form[room.Arrive]):
    """`/arrive @a 14:20 (train)`."""

    def __init__(self) -> None:
        super().__init__("/arrive", room.Arrive)

    def parse(self, rest: str, context: Context) -> Act:
        """Who, when, and why only then."""
        before, reason = reason_in_brackets(rest)
        before, at = take_time(before, context)
        who = people.several(before, context)
        if not who:
            raise Wanting("/arrive is followed by one or more people.")
        return room.Arrive(who=tuple(one.person for one in who), at=at, reason=reason or "")

    def show(self, act: room.Arrive, context: Context) -> str:
        """Who, when, and why."""
        who = people.write_several(act.who, context, "()[]")
        plain = with_reason(f"{who} {write_last_time(act.at, context)}".strip(), act.reason)
        certain = with_reason(f"{who} {write_kept_time(act.at, context)}", act.reason)
        return self.surest(act, plain, certain, context)


class LeaveForm(Form[room.Leave]):
    """`/leave @a @b 14:50 (work)`, with `for item`, `until 9`, `for good`."""

    def __init__(self) -> None:
        super().__init__("/leave", room.Leave)

    def parse(self, rest: str, context: Context) -> Act:
        """Who, when, why and for how long; what follows the names stands in any order."""
        who, tail = people.leading(rest, context)
        if not who:
            raise Wanting("/leave is followed by one or more @names.")
        tail, reason = reason_in_brackets(tail)
        aside, tail = _without(BRACKETED, tail)
        until, tail = _without(_UNTIL, tail)
        span, tail = _without(_SPAN, tail)
        if reason is None:
            tail, reason = reason_in_brackets(tail.strip())
        over, at = take_time(aside[0] if aside else tail.strip(), context)
        if over or (aside and tail.strip()):
            raise Wanting(f"“{over or tail.strip()}” is no time.")
        return room.Leave(
            who=who,
            at=at,
            reason=reason or "",
            span=Span.UNTIL if until else Span(f"for {span[1].lower()}") if span else Span.OPEN,
            until=items.several(until[1], context.record)[0] if until else "",
        )

    def show(self, act: room.Leave, context: Context) -> str:
        """Who, when, for how long, and why."""
        until = f"until {items.handle(act.until, context.record)}" if act.until else act.span.value
        parts = (people.write_known(act.who, context), write_last_time(act.at, context), until)
        return with_reason(" ".join(part for part in parts if part), act.reason)


def _without(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """Where the pattern stands in the text, and the text without it."""
    found = pattern.search(text)
    return found, text if found is None else text[: found.start()] + text[found.end() :]


class ReturnForm(Form[room.Return]):
    """`/return @a 14:55`."""

    def __init__(self) -> None:
        super().__init__("/return", room.Return)

    def parse(self, rest: str, context: Context) -> Act:
        """Who, and when."""
        who, tail = people.leading(rest, context)
        if not who:
            raise Wanting("/return is followed by one or more @names.")
        over, at = take_time(tail, context)
        if over:
            raise Wanting(f"“{over}” is no time.")
        return room.Return(who=who, at=at)

    def show(self, act: room.Return, context: Context) -> str:
        """Who, and when."""
        return f"{people.write_known(act.who, context)} {write_last_time(act.at, context)}".strip()


class ElectForm(Form[room.Elect]):
    """`/elect @a Deputy Chair for 2017/18`. A semicolon parts office and term where `for` might not."""

    def __init__(self) -> None:
        super().__init__("/elect", room.Elect)

    def parse(self, rest: str, context: Context) -> Act:
        """Who, to what office, for how long."""
        found = MENTION.match(rest)
        if found is None:
            raise Wanting("/elect is followed by an @name.")
        person = people.one(found[0], context)
        office, *term = (part.strip() for part in cut(rest[found.end() :], most=1))
        if not term:
            before, joined, after = office.rpartition(" for ")
            if joined and _TERM.search(after):
                office, term = before.strip(), [after.strip()]
        return room.Elect(person=person, office=unescape(office), term=unescape("".join(term)))

    def show(self, act: room.Elect, context: Context) -> str:
        """Who, the office, and the term."""
        who = people.write_known((act.person,), context)
        office, term = escape(act.office, ";"), escape(act.term)
        plain = f"{who} {office}" + (f" for {term}" if term else "")
        return self.surest(act, plain.strip(), f"{who} {closed(office)}; {term}", context)


class SpeakForm(Form[Any]):
    """`/speak @a @b`, `/speak`, `/speak done`."""

    def __init__(self) -> None:
        super().__init__("/speak", room.WaitToSpeak)

    def parse(self, rest: str, context: Context) -> Act:
        """Who waits; the next one is called; nobody waits."""
        if not rest:
            return room.CallSpeaker()
        if rest.casefold() == "done":
            return room.SpeakersDone()
        return room.WaitToSpeak(who=people.known(rest, context))

    def says(self, act: Act) -> bool:
        """All three."""
        return isinstance(act, room.WaitToSpeak | room.CallSpeaker | room.SpeakersDone)

    def show(self, act: Any, context: Context) -> str:
        """Who waits, nothing, or done."""
        if isinstance(act, room.WaitToSpeak):
            return people.write_known(act.who, context)
        return "done" if isinstance(act, room.SpeakersDone) else ""


FORMS: tuple[Form[Any], ...] = (
    PresentForm(),
    SubstituteForm(),
    PeopleForm("/other", room.OtherMember),
    PeopleForm("/officer", room.Officer),
    PeopleForm("/guest", room.Guest),
    PublicForm(),
    PeopleForm("/remote", room.Remote),
    ExcusedForm("/apologies", room.Apologies),
    ExcusedForm("/late", room.Late),
    ExcusedForm("/absent", room.Absent),
    ArriveForm(),
    LeaveForm(),
    ReturnForm(),
    AnyoneForm("/chair", room.TakeChair),
    ElectForm(),
    AnyoneForm("/coopt", room.Coopt),
    ResignForm(),
    SpeakForm(),
)
"""The commands about the room."""
