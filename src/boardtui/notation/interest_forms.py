"""Interests: declared, dispensed with, and council tax in arrears."""

from __future__ import annotations

import re
from typing import Any

from boardtui.errors import Refusal
from boardtui.model.acts import interests
from boardtui.model.acts.base import Act
from boardtui.model.acts.interests import Conduct, Scope
from boardtui.model.acts.room import Leave
from boardtui.model.people import PersonKey
from boardtui.model.room import declares_now
from boardtui.notation import items, people
from boardtui.notation.context import Context
from boardtui.notation.forms import Bare, Form, Wanting
from boardtui.notation.line import plain_of
from boardtui.notation.slots import BRACKETED, QUOTED, bracket, closed, cut, escape, kept, quote, unescape
from boardtui.notation.text import read_prose, write_prose
from boardtui.rules.out_and_back import out_and_back

_ALL = re.compile(r"(?:all|everyone)(?=\s|;|$)", re.IGNORECASE)
_FOR = re.compile(r"for\s+(?=@|all\b|everyone\b)", re.IGNORECASE)
_WHOLE_MEETING = re.compile(r"(?:all|the whole meeting)(?=\s|$)", re.IGNORECASE)
_MOTION = re.compile(r"(?:motion|amendment)(?:\s+([0-9]{1,9}))?(?=\s|$)", re.IGNORECASE)
_SENSITIVE = re.compile(r"sensitive(?=\s|$)", re.IGNORECASE)
_UNTIL = re.compile(r"until\s+", re.IGNORECASE)

_CONDUCTS = {
    **{conduct.value: conduct for conduct in Conduct},
    "left the room": Conduct.LEFT,
    "left the meeting": Conduct.LEFT,
    "remained": Conduct.STAYED,
    "didn't vote": Conduct.DID_NOT_VOTE,
    "didn’t vote": Conduct.DID_NOT_VOTE,
}

Whose = tuple[tuple[PersonKey, ...], bool]


def _whose(text: str, context: Context) -> tuple[Whose, str]:
    """((people, is it everyone), the rest)."""
    if everyone := _ALL.match(text):
        return ((), True), text[everyone.end() :].lstrip()
    who, rest = people.leading(text, context)
    return (who, False), rest


def _write_whose(who: tuple[PersonKey, ...], everyone: bool, context: Context) -> str:
    return "all" if everyone else people.write_known(who, context)


def _read_scope(text: str, context: Context) -> tuple[Scope, str]:
    """What an interest bears on, and the rest. An item number that isn't on the agenda is refused."""
    if found := _WHOLE_MEETING.match(text):
        return Scope(whole_meeting=True), text[found.end() :].lstrip()
    if found := _MOTION.match(text):
        return Scope(motion=int(found[1] or 0)), text[found.end() :].lstrip()
    numbers = items.without_word(text)
    keys, rest = items.leading(numbers, context.record)
    if keys:
        return Scope(items=keys), rest
    if found := QUOTED.match(text):
        words = kept(found[1])
        return Scope(words=words.removeprefix("\\")), text[found.end() :].lstrip()
    if items.looks_like_number(numbers):
        items.item(numbers.split()[0], context.record, titles=False)
    return Scope(), text


def _item_after_kind(text: str, context: Context) -> tuple[Scope, str]:
    """The items said after the kind, and the rest. Only while interests are declared: elsewhere it may be `4 shares`."""
    if not declares_now(context.record):
        return Scope(), text
    before, colon, after = text.partition(":")
    keys, rest = items.leading(items.without_word(before), context.record)
    if not keys:
        return Scope(), text
    return Scope(items=keys), f"{rest}{colon}{after}" if rest else after.lstrip()


def _write_scope(scope: Scope, context: Context) -> str:
    if scope.whole_meeting:
        return "all"
    if scope.motion is not None:
        return f"motion {scope.motion}"
    if scope.items:
        return items.write_several(scope.items, context.record)
    if not scope.words:
        return ""
    keys, _ = items.leading(quote(scope.words), context.record)
    return quote(f"\\{scope.words}" if keys or scope.words.startswith("\\") else scope.words)


def _read_label(text: str, context: Context) -> tuple[str, str]:
    """The kind of interest, as one of the body's labels (the longest that fits) or in brackets, and the rest."""
    if found := BRACKETED.match(text):
        return kept(found[1]), text[found.end() :].lstrip()
    for label in sorted(context.kinds, key=len, reverse=True):
        if text[: len(label)].casefold() != label.casefold():
            continue
        rest = text[len(label) :]
        if not rest or rest[0].isspace() or (rest[0] in ",:" and (len(rest) == 1 or rest[1].isspace())):
            return label, rest[rest[:1] in (",", ":") :].lstrip()
    return "", text


def _read_kind(text: str, context: Context) -> tuple[bool, str, str]:
    """Is it sensitive, said before or after its label; the label; the rest."""
    sensitive, text = _sensitive(text)
    label, text = _read_label(text, context)
    also, text = _sensitive(text)
    return sensitive or also, label, text


def _write_label(label: str, context: Context) -> str:
    return label if not label or label in context.kinds else bracket(label)


def _read_conduct(text: str) -> tuple[str, tuple[Conduct, ...]]:
    """The text before the last semicolon and what they did, if that is what stands after it."""
    *before, last = cut(text)
    words = [part.strip().casefold() for part in re.split(r",|\band\b", last) if part.strip()]
    if not before or not words or not any(word in _CONDUCTS for word in words):
        return text, ()
    strange = next((word for word in words if word not in _CONDUCTS), "")
    if strange:
        raise Refusal(f"“{strange}” is nothing somebody with an interest does.", f"Write {', '.join(Conduct)}.")
    return _opened(text[: len(text) - len(last) - 1]), tuple(_CONDUCTS[word] for word in words)


def _opened(text: str) -> str:
    """What `closed` was given."""
    bare = text.rstrip("\\")
    return bare + "\\" * ((len(text) - len(bare)) // 2)


class DeclareForm(Form[Any]):
    """`/declare @abbott 5 dpi owns a flat in the road; left`, `/declare none`."""

    def __init__(self) -> None:
        super().__init__("/declare", interests.Declare)

    def says(self, act: Act) -> bool:
        """An interest, or that there was none."""
        return isinstance(act, interests.Declare | interests.DeclareNone)

    def parse(self, rest: str, context: Context) -> Act:
        """Whose, on what, of what kind, what it is; what they did."""
        if rest.casefold() == "none":
            return interests.DeclareNone()
        told, conduct = _read_conduct(rest)
        (who, everyone), told = _whose(told, context)
        by = ""
        if not everyone and (found := _FOR.match(told)):
            if len(who) != 1:
                raise Wanting("One person declares for somebody who is absent.")
            by = who[0]
            (who, everyone), told = _whose(told[found.end() :], context)
        if not who and not everyone:
            raise Wanting("/declare is followed by @names, by all, or by none.")
        scope, told = _read_scope(told, context)
        sensitive, label, told = _read_kind(told, context)
        if scope == Scope() and (label or sensitive):
            scope, told = _item_after_kind(told, context)
        plain = plain_of(told)
        return interests.Declare(
            who=who,
            everyone=everyone,
            by=by,
            scope=scope,
            label=label,
            nature=read_prose(told if plain is None else plain, context),
            sensitive=sensitive,
            conduct=conduct,
        )

    def show(self, act: Any, context: Context) -> str:
        """Whose, on what, of what kind, what it is; what they did."""
        if isinstance(act, interests.DeclareNone):
            return "none"
        whose = _write_whose(act.who, act.everyone, context)
        if act.by:
            whose = f"{people.write_known((act.by,), context)} for {whose}"
        sensitive = "sensitive" if act.sensitive else ""
        scope = _write_scope(act.scope, context)
        plainly, certainly = (
            " ".join(part for part in (whose, scope, label, sensitive) if part)
            for label in (_write_label(act.label, context), bracket(act.label) if act.label else "")
        )
        did = f"; {', '.join(act.conduct)}" if act.conduct else ""
        nature = write_prose(act.nature, context)
        plain = f"{plainly} {closed(nature) if did else nature}".rstrip() + did
        apart = self.surest(
            act, _kept_apart(plainly, act, did, context), _kept_apart(certainly, act, did, context), context
        )
        if act.scope == Scope() and nature[:1].isdigit():  # read under another item it could be the number of one
            plain, apart = apart, plain
        return self.surest(act, plain, apart, context)


def _kept_apart(before: str, act: interests.Declare, did: str, context: Context) -> str:
    """The nature kept from being read as a scope, a kind, or what they did."""
    nature = write_prose(act.nature, context, "" if did else ";")
    nature = f"\\ {nature}" if nature[:1] in ("@", ";", "\\") else f"\\{nature}"
    return f"{before} {closed(nature) if did else nature}{did}"


def _sensitive(text: str) -> tuple[bool, str]:
    found = _SENSITIVE.match(text)
    return found is not None, text[found.end() :].lstrip() if found else text


class DispensationForm(Form[interests.Dispensation]):
    """`/dispensation @a 5 until 2027; text`."""

    def __init__(self) -> None:
        super().__init__("/dispensation", interests.Dispensation)

    def parse(self, rest: str, context: Context) -> Act:
        """Whose, on what, until when; in what words."""
        told, *text = cut(rest, most=1)
        (who, everyone), told = _whose(told.strip(), context)
        if not who and not everyone:
            raise Wanting("/dispensation is followed by @names, or by all.")
        scope, told = _read_scope(told, context)
        until = _UNTIL.match(told)
        if told and not until:
            raise Wanting(f"“{told}” says neither on what nor until when.")
        return interests.Dispensation(
            who=who,
            everyone=everyone,
            scope=scope,
            until=unescape(told[until.end() :].strip()) if until else "",
            text=unescape("".join(text).strip()),
        )

    def show(self, act: interests.Dispensation, context: Context) -> str:
        """Whose, on what, until when; in what words."""
        until = f"until {escape(act.until, ';')}" if act.until else ""
        parts = (_write_whose(act.who, act.everyone, context), _write_scope(act.scope, context), until)
        told = " ".join(part for part in parts if part)
        return f"{closed(told)}; {escape(act.text)}" if act.text else told


class ArrearsForm(Form[interests.Arrears]):
    """`/arrears @a`."""

    def __init__(self) -> None:
        super().__init__("/arrears", interests.Arrears)

    def parse(self, rest: str, context: Context) -> Act:
        """Whose."""
        if not rest:
            raise Wanting("/arrears is followed by one or more @names.")
        return interests.Arrears(who=people.known(rest, context))

    def show(self, act: interests.Arrears, context: Context) -> str:
        """Whose."""
        return people.write_known(act.who, context)


class OutForm(Form[Leave]):
    """`/out`: who must leave goes out, or comes back; shown as the `/leave` or `/return` it comes to."""

    def __init__(self) -> None:
        super().__init__("/out", Leave)

    def parse(self, rest: str, context: Context) -> Act:
        """Those whom the interests in what is open send out, or let come back."""
        return Bare(self.name, out_and_back(context.record)).parse(rest, context)

    def says(self, act: Act) -> bool:
        """Never: whom it sends out depends on when it is said."""
        return False

    def show(self, act: Leave, context: Context) -> str:
        """Nothing."""
        return ""


FORMS: tuple[Form[Any], ...] = (DeclareForm(), OutForm(), DispensationForm(), ArrearsForm())
"""The commands about interests."""
