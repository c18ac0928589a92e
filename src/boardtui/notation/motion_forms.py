"""Motions, amendments and how they end; also items and motions withdrawn."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from boardtui.errors import Refusal
from boardtui.model.acts import business, text
from boardtui.model.acts.base import Act
from boardtui.model.acts.business import Fate
from boardtui.model.agenda import Item
from boardtui.model.motions import is_further, tree
from boardtui.model.people import PersonKey, name_parts, same_person
from boardtui.model.prose import Prose
from boardtui.model.record import Record
from boardtui.notation import people
from boardtui.notation.context import Context
from boardtui.notation.forms import HOW_ALL_AGREED, Bare, Form, ProseForm, Wanting, says_by_all
from boardtui.notation.slots import COLON, closed, cut, escape, unescape
from boardtui.notation.text import read_prose, write_prose

P = TypeVar("P", business.Move, business.Amend)
_BEHALF = re.compile(r"for\s+", re.IGNORECASE)
_ON_NOTICE = re.compile(r"on notice(?=\s|:|$)", re.IGNORECASE)
_MOTION = re.compile(r"(?:amendment\s+)?([0-9]{1,9})(?:\.([0-9]{1,9}))?|(?:the\s+)?motion", re.IGNORECASE)
# `1 @a @b: words`, `1 for Group: words`, `1: words`, `1`: to the first amendment. Any other words may begin with a figure.
_TO = re.compile(r"([0-9]{1,9})(?=\s*(?:$|:|@)|\s+for\s[^:]*:)\s*", re.IGNORECASE)


class Moved:
    """The parts of `@a @b for Group: words`. words: None where nothing stands after the colon, or no colon."""

    def __init__(self, rest: str, context: Context) -> None:
        before, *after = cut(rest, COLON, most=1)
        if after and not _ends_movers(before, context):
            before, after = "", [rest]
        self.movers, tail = _movers_in(before if after else rest, context, colon=bool(after))
        self.behalf = ""
        if found := _BEHALF.match(tail):
            self.behalf, tail = unescape(tail[found.end() :].strip(), ":"), ""
        words = after[0].strip() if after else tail.strip()
        self.words: Prose | None = (read_prose(words, context) or None) if words else None


def _movers_in(text: str, context: Context, *, colon: bool) -> tuple[tuple[PersonKey, ...], str]:
    """The movers a line begins with, and what follows them. Before a colon the full names of people known will do."""
    if colon and (named := people.by_full_names(text, context)):
        return named, ""
    return people.leading(text, context)


def _ends_movers(before: str, context: Context) -> bool:
    """Is what stands before a colon nothing but movers and `for Group`?"""
    _, tail = _movers_in(before, context, colon=True)
    return not tail.strip() or _BEHALF.match(tail) is not None


class ProposalForm(Form[P]):
    """`/move` and `/amend`: who, for whom, and the words after the colon."""

    def parse(self, rest: str, context: Context) -> Act:
        """The movers, the group, the words."""
        said = Moved(rest, context)
        return self.shows(movers=said.movers, behalf=said.behalf, words=said.words)

    def show(self, act: P, context: Context) -> str:
        """The movers, the group, the words."""
        behalf = f"for {escape(act.behalf, ':')}" if act.behalf else ""
        before = f"{people.write_known(act.movers, context)} {behalf}".strip()
        if act.words is None:
            return before
        return f"{closed(before)}: {write_prose(act.words, context)}"


class MoveForm(ProposalForm[business.Move]):
    """`/move`, which alone takes the motion on notice from the agenda."""

    def __init__(self) -> None:
        super().__init__("/move", business.Move)

    def parse(self, rest: str, context: Context) -> Act:
        """A motion; or the motion on notice, whose movers and words the line may say otherwise."""
        found = _ON_NOTICE.match(rest)
        if rest and not found:
            return super().parse(rest, context)
        said = Moved(rest[found.end() :].strip(), context) if found else Moved("", context)
        if said.words is not None:
            return business.Move(movers=said.movers, behalf=said.behalf, words=said.words, on_notice=True)
        item = _with_motion(context.record)
        return business.Move(
            movers=said.movers or _movers(item, context.record),
            behalf=said.behalf,
            words=Prose.of(item.motion),
            on_notice=True,
        )

    def show(self, act: business.Move, context: Context) -> str:
        """Nothing for the motion on notice, else who and what."""
        said = super().show(act, context)
        if act.on_notice:
            return self.surest(
                act, "", f"on notice {said}" if not said.startswith(":") else f"on notice{said}", context
            )
        return self.surest(act, said, said if act.words is not None else ":", context)


def _with_motion(record: Record) -> Item:
    keys = (record.sub, *record.open_items) if record.sub else record.open_items
    for key in keys:
        if key in record.business and record.business[key].item.motion:
            return record.business[key].item
    raise Refusal(
        "No motion on notice stands under the open item.", "Write who moves what: /move @mover @seconder: that …"
    )


def _movers(item: Item, record: Record) -> tuple[PersonKey, ...]:
    """The mover and the seconder on the agenda, as far as the book knows them; without the mover, nobody."""
    mover, seconder = (_known_as(name, record) for name in (item.moved_by, item.seconded_by))
    return tuple(key for key in (mover, seconder) if key) if mover else ()


def _known_as(name: str, record: Record) -> PersonKey:
    wanted = name_parts(name)
    found = [p.key for p in record.people.values() if name and same_person(p.parts, wanted)]
    return found[0] if len(found) == 1 else ""


class AmendForm(ProposalForm[business.Amend]):
    """`/amend`, and `/amend 1` for an amendment to the first amendment."""

    def __init__(self) -> None:
        super().__init__("/amend", business.Amend)

    def parse(self, rest: str, context: Context) -> Act:
        """To which amendment, if to one; the movers, the group, the words."""
        found = _TO.match(rest)
        said = Moved(rest[found.end() :] if found else rest, context)
        to = int(found[1]) if found else 0
        return business.Amend(movers=said.movers, behalf=said.behalf, words=said.words, to=to)

    def show(self, act: business.Amend, context: Context) -> str:
        """To which amendment, if to one; the movers, the group, the words."""
        said = super().show(act, context)
        if not act.to:
            return said
        if said.startswith(":"):
            return f"{act.to}{said}"
        alone = act.words is None and act.behalf and not act.movers
        return f"{act.to} {closed(said)}:" if alone else f"{act.to} {said}".rstrip()


class SecondForm(Form[business.Second]):
    """`/second @b`."""

    def __init__(self) -> None:
        super().__init__("/second", business.Second)

    def parse(self, rest: str, context: Context) -> Act:
        """Who; nobody where it was seconded by somebody whose name wasn't taken."""
        return business.Second(who=people.known(rest, context))

    def show(self, act: business.Second, context: Context) -> str:
        """Who."""
        return people.write_known(act.who, context)


class PutForm(Form[business.Put]):
    """`/put 2`, `/put motion`."""

    def __init__(self) -> None:
        super().__init__("/put", business.Put)

    def parse(self, rest: str, context: Context) -> Act:
        """Which amendment, or the motion; by itself the last one moved and undecided."""
        if not rest:
            return _last_undecided(context.record)
        found = _MOTION.fullmatch(rest)
        if found is None:
            raise Wanting("/put is followed by motion, or by the number of an amendment.")
        return business.Put(target=int(found[1] or 0), below=int(found[2] or 0))

    def show(self, act: business.Put, context: Context) -> str:
        """The number of the amendment, with a second one for an amendment to it; or motion."""
        if act.below:
            return f"{act.target}.{act.below}"
        return str(act.target) if act.target else "motion"


def _last_undecided(record: Record) -> business.Put:
    entry = record.entries.get(record.entry_key)
    waiting = [one for motion in (entry.motions if entry else []) for one in tree(motion) if one.fate is None]
    if not waiting:
        raise Refusal("No motion is waiting to be decided.", "Move one first: /move @mover @seconder: that …")
    last = max(waiting, key=lambda motion: motion.seq)
    if last.parent is not None and is_further(last):
        return business.Put(target=last.parent.number, below=last.number)
    return business.Put(target=last.number)


class OutcomeForm(Bare[business.Outcome]):
    """`/carried` and the others: how it ended."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(f"/{fate}", business.Outcome(fate=fate))

    def parse(self, rest: str, context: Context) -> Act:
        """The outcome, which stands alone; of `/carried unanimously` the hint tells what to write."""
        if says_by_all(rest):
            hint = "Take the rest away." if self.name == "/unanimous" else HOW_ALL_AGREED
            raise Refusal(f"{self.name} stands alone.", hint)
        return super().parse(rest, context)


class WithdrawForm(Form[Any]):
    """`/withdraw motion`, `/withdraw item; reason`."""

    def __init__(self) -> None:
        super().__init__("/withdraw", text.WithdrawItem)

    def parse(self, rest: str, context: Context) -> Act:
        """The motion, or the item with the reason."""
        what, *reason = (part.strip() for part in cut(rest, most=1))
        if what.casefold() in ("motion", "the motion") and not reason:
            return business.Outcome(fate=Fate.WITHDRAWN)
        if what.casefold() not in ("item", "the item"):
            raise Wanting("What is withdrawn: the motion, or the item?")
        return text.WithdrawItem(reason=unescape("".join(reason)))

    def says(self, act: Act) -> bool:
        """Both."""
        return isinstance(act, text.WithdrawItem) or act == business.Outcome(fate=Fate.WITHDRAWN)

    def show(self, act: Any, context: Context) -> str:
        """The motion, or the item with the reason."""
        if isinstance(act, business.Outcome):
            return "motion"
        return f"item; {escape(act.reason)}" if act.reason else "item"


FORMS: tuple[Form[Any], ...] = (
    MoveForm(),
    AmendForm(),
    SecondForm(),
    PutForm(),
    ProseForm("/alter", business.Alter, "words", wants="the words of the motion as altered"),
    WithdrawForm(),
    *(OutcomeForm(fate) for fate in Fate if fate is not Fate.WITHDRAWN),
)
"""The commands about motions."""
