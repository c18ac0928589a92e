"""Corrections. Without a number they are about the selected block, else about the last one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from boardtui.errors import Refusal
from boardtui.model.acts import corrections
from boardtui.model.acts.base import Act
from boardtui.model.acts.text import Jot, Promote
from boardtui.model.daytime import as_meant
from boardtui.model.record import Block, Record
from boardtui.model.replay import record_behind
from boardtui.model.settle import settled, with_words_replaced
from boardtui.notation import people
from boardtui.notation.context import Context
from boardtui.notation.forms import Form, Wanting
from boardtui.notation.line import substitution_of
from boardtui.notation.moments import time_before, write_time_before
from boardtui.notation.names import MENTION, handle
from boardtui.notation.slots import closed, escape, unescape
from boardtui.notation.text import read_prose, write_prose

T = TypeVar("T", corrections.Strike, corrections.Undo, corrections.Redo)
_SEQ = re.compile(r"#?([0-9]{1,15})")
_NUMBERED = re.compile(r"#([0-9]{1,15})\s+")
_ANSWERED = re.compile(r"#([0-9]{1,15})(?::([a-z_]+))?\s+")
ReadLine = Callable[[str, Context], Act]
WriteLine = Callable[[Act, Context], str]


def _parts(context: Context) -> list[int]:
    """The seqs of the acts in the last block of the open minute."""
    record = context.record
    entry = record.entries.get(record.entry_key)
    blocks = [block for block in entry.blocks if not record.sub or block.sub == record.sub] if entry else []
    return blocks[-1].parts if blocks else []


def _last(context: Context) -> int:
    """The act that is meant without a number: the selected one, else the last in the last block."""
    if context.selected is not None:
        return context.selected
    parts = _parts(context)
    if not parts:
        raise Refusal("Nothing stands here that could be corrected.", "Open the item first: # 5.")
    return parts[-1]


def _target(rest: str, name: str, context: Context) -> int:
    if not rest:
        return _last(context)
    found = _SEQ.fullmatch(rest)
    if found is None:
        raise Wanting(f"{name} stands alone, or is followed by the number of an act.")
    return int(found[1])


class UndoForm(Form[T]):
    """`/undo`, `/redo`: the last act, or the one with that number."""

    def parse(self, rest: str, context: Context) -> Act:
        """Which act."""
        if rest:
            return self.shows(target=_target(rest, self.name, context))
        acts = context.record.undoable if self.name == "/undo" else context.record.undone
        if not acts:
            raise Refusal(f"There is nothing to {self.name[1:]}.", f"{self.name} 57 is about an act by its number.")
        return self.shows(target=acts[-1])

    def show(self, act: T, context: Context) -> str:
        """The number of the act: which one is last depends on when it is said."""
        return str(act.target)


class StrikeForm(Form[T]):
    """`/strike`."""

    def parse(self, rest: str, context: Context) -> Act:
        """Which act."""
        return self.shows(target=_target(rest, self.name, context))

    def show(self, act: T, context: Context) -> str:
        """The number of the act, if it isn't the one that is selected."""
        return _number(act.target, context)


def _number(target: int, context: Context) -> str:
    """Nothing for the act that would be meant anyway, else its number."""
    try:
        return "" if _last(context) == target else f"#{target}"
    except Refusal:
        return f"#{target}"


class ShiftForm(Form[corrections.Shift]):
    """`/up` and `/down`."""

    def __init__(self, name: str, *, down: bool) -> None:
        super().__init__(name, corrections.Shift)
        self.down = down

    def says(self, act: Act) -> bool:
        """A move this way."""
        return isinstance(act, corrections.Shift) and act.down == self.down

    def parse(self, rest: str, context: Context) -> Act:
        """Which act."""
        return corrections.Shift(target=_target(rest, self.name, context), down=self.down)

    def show(self, act: corrections.Shift, context: Context) -> str:
        """The number of the act, if it isn't the one that is selected."""
        return _number(act.target, context)


class PromoteForm(Form[Promote]):
    """`/promote`: the selected jot, else the last one."""

    def __init__(self) -> None:
        super().__init__("/promote", Promote)

    def parse(self, rest: str, context: Context) -> Act:
        """Which jot."""
        return Promote(target=_target(rest, self.name, context) if rest else _last_jot(context))

    def show(self, act: Promote, context: Context) -> str:
        """The number of the jot, if it isn't the one that would be meant anyway."""
        return self.surest(act, "", f"#{act.target}", context)


def _last_jot(context: Context) -> int:
    if context.selected is not None:
        return context.selected
    entry = context.record.entries.get(context.record.entry_key)
    jots = [block.seq for block in (entry.blocks if entry else []) if isinstance(block.act, Jot)]
    if not jots:
        raise Refusal("There is no private jot here.", "Write one with ~ first.")
    return jots[-1]


_AS_TEXT = "To minute it as text, put \\ before it."
_WRITTEN = f"Write s/old/new/, or s/old/new/g for the whole item. {_AS_TEXT}"


class SubstitutionForm(Form[corrections.Substitution]):
    """`s/old/new/` (the last slash can be left out), `s/old/new/g`; `/replace #57 s/old/new/` for another block than the one

    that is selected.
    """

    def __init__(self) -> None:
        super().__init__("/replace", corrections.Substitution)

    def parse(self, rest: str, context: Context) -> Act:
        """Which words of which act, and what instead."""
        numbered = _NUMBERED.match(rest)
        found = substitution_of(rest[numbered.end() :] if numbered else rest)
        if found is None:
            raise Wanting("Old and new words stand between three slashes.")
        behind = found[2]
        if behind not in (None, "", "g"):
            raise Refusal(f"Behind the last slash stands “{behind}”, and only g can.", _WRITTEN)
        old, new = (read_prose(words, context, "/") for words in found[:2])
        if not old:
            raise Wanting("Nothing stands between the first two slashes.")
        if not new and behind is None:
            raise Refusal("What is to stand there instead is not said.", f"{_WRITTEN} s/old// takes words out.")
        change = corrections.Substitution(target=0, old=old, new=new, whole_item=behind == "g")
        if numbered:
            return change.model_copy(update={"target": int(numbered[1])})
        try:
            return change.model_copy(update={"target": _holding(change, context)})
        except Refusal as refused:
            if behind is not None:
                raise
            raise Refusal(refused.message, f"{refused.hint} {_AS_TEXT}") from refused

    def show(self, act: corrections.Substitution, context: Context) -> str:
        """The words, after the number of the act where it would not be meant anyway."""
        old, new = (closed(write_prose(words, context, "/")) for words in (act.old, act.new))
        words = f"s/{old}/{new}/{'g' if act.whole_item else ''}"
        return self.surest(act, words, f"#{act.target} {words}", context)

    def line(self, act: corrections.Substitution, context: Context) -> str:
        """`s/old/new/` by itself where it can be."""
        words = self.show(act, context)
        return words if words.startswith("s/") else f"{self.name} {words}"


def _holding(change: corrections.Substitution, context: Context) -> int:
    """The last act that holds the words: of the selected block, else of the last one; with `/g`, of the whole item.

    Raises Refusal, saying where else in the item they stand.
    """
    last = _last(context)
    record = context.record
    found = record.block(last)
    if found is None:
        return last
    holding = {f.seq for f in settled(record.filed) if with_words_replaced(f.act, change) is not f.act}
    entry, meant = found
    elsewhere = [block for block in reversed(entry.blocks) if block is not meant]
    for block in (meant, *elsewhere) if change.whole_item else (meant,):
        if seq := next((seq for seq in _worded_by(block) if seq in holding), None):
            return seq
    there = next((seq for block in elsewhere for seq in _worded_by(block) if seq in holding), None)
    words = change.old.said(lambda one: f"@{handle(one.person, record)}")
    place = "this item" if change.whole_item else "the last block" if context.selected is None else "the selected block"
    raise Refusal(f"“{words}” is not in {place}.", _where(words, there, record))


def _worded_by(block: Block) -> list[int]:
    """The acts whose words a block prints, the last one first; those of the motion it ends come after its own."""
    motion = block.motion
    return [*reversed(block.parts), *((motion.worded_at, motion.seq) if motion is not None else ())]


def _where(words: str, there: int | None, record: Record) -> str:
    """What to do about words that don't stand in the block that is meant. there: the act of the item that holds them."""
    if there is not None:
        return f"It stands in an earlier one: select that, or write /replace #{there} s/old/new/."
    named = next((p for p in record.people.values() if words.casefold() in p.name.casefold()), None)
    if named is not None:
        return f"If it is part of a name: /rename @{handle(named.key, record)} New Name puts that right everywhere."
    return "Write the words as they stand on the screen."


class EditForm(Form[corrections.Edit]):
    """`/edit the new line`: the block reads so instead. read, write: the whole language, for the line after it."""

    def __init__(self, read: ReadLine, write: WriteLine) -> None:
        super().__init__("/edit", corrections.Edit)
        self.read, self.write = read, write

    def parse(self, rest: str, context: Context) -> Act:
        """Which act, and the line in its place."""
        numbered = _NUMBERED.match(rest)
        line = rest[numbered.end() :] if numbered else rest
        if not line:
            raise Refusal("/edit by itself takes a block back into the composer.", "Here, write the new line after it.")
        if time_before(line)[0] is not None:
            raise Refusal("An edited block keeps its time.", "Write the new line without it.")
        target = int(numbered[1]) if numbered else _last(context)
        return corrections.Edit(target=target, revised=self.read(line, context))

    def show(self, act: corrections.Edit, context: Context) -> str:
        """The number of the act, if it isn't the one that is selected, and the new line."""
        line = self.write(act.revised, context)
        number = _number(act.target, context)
        if not number and _NUMBERED.match(line):
            number = f"#{act.target}"
        return f"{number} {line}".strip()


class InsertForm(Form[corrections.Insert]):
    """`/insert #57 /second @pell`: the line as if it had been said right behind that act. read, write: the whole language."""

    def __init__(self, read: ReadLine, write: WriteLine) -> None:
        super().__init__("/insert", corrections.Insert)
        self.read, self.write = read, write

    def parse(self, rest: str, context: Context) -> Act:
        """Behind which act, when, and what; read as it would have been there."""
        numbered = _NUMBERED.match(rest)
        target = int(numbered[1]) if numbered else _last(context)
        there = _context_behind(context, target)
        at, line = time_before(rest[numbered.end() :] if numbered else rest)
        if not line:
            raise Wanting("/insert is followed by what was left out.")
        at = as_meant(at, there.record) if at is not None else None
        return corrections.Insert(target=target, at=at, said=self.read(line, there))

    def show(self, act: corrections.Insert, context: Context) -> str:
        """The number of the act, if it isn't the one that would be meant anyway; the time; and the line."""
        there = _context_behind(context, act.target)
        line = self.write(act.said, there)
        at = write_time_before(act.at, there) if act.at is not None else ""
        return self.surest(act, f"{at}{line}", f"#{act.target} {at}{line}", context)


def _context_behind(context: Context, target: int) -> Context:
    """The meeting as it stood there, with the people and the items that are known now."""
    now = context.record
    there = replace(record_behind(now, target), people=now.people, business=now.business)
    return replace(context, record=there, selected=None)


class OverrideForm(Form[corrections.Override]):
    """`/override reason`: of what was said last; with a block selected, or after `#57`, of that; after `#57:seconder` of that

    gap alone. `#0` is what was said last, whatever is selected.
    """

    def __init__(self) -> None:
        super().__init__("/override", corrections.Override)

    def parse(self, rest: str, context: Context) -> Act:
        """Which act, and why it stands."""
        numbered = _ANSWERED.match(f"{rest} ")
        reason = unescape(rest[numbered.end() :] if numbered else rest)
        target = (int(numbered[1]) if numbered else context.selected) or None
        return corrections.Override(reason=reason, target=target, lack=(numbered[2] or "") if numbered else "")

    def show(self, act: corrections.Override, context: Context) -> str:
        """The number of the act where it isn't the one that would be meant anyway, and why it stands."""
        reason = escape(act.reason)
        lack = f":{act.lack}" if act.lack else ""
        return self.surest(act, reason, f"#{act.target or 0}{lack} {reason}".strip(), context)


class RenameForm(Form[corrections.Rename]):
    """`/rename @caan Councillor Kamran Caan`."""

    def __init__(self) -> None:
        super().__init__("/rename", corrections.Rename)

    def parse(self, rest: str, context: Context) -> Act:
        """Whose name, and how it is spelt."""
        found = MENTION.match(rest)
        if found is None or not rest[found.end() :].strip():
            raise Wanting("/rename is followed by an @name, and the name as it should be.")
        return corrections.Rename(person=people.one(found[0], context), name=unescape(rest[found.end() :].strip()))

    def show(self, act: corrections.Rename, context: Context) -> str:
        """Whose name, and how it is spelt."""
        return f"{people.write_known((act.person,), context)} {escape(act.name)}"


def forms(read: ReadLine, write: WriteLine) -> tuple[Form[Any], ...]:
    """The commands of correcting. read, write: the whole language."""
    return (
        UndoForm("/undo", corrections.Undo),
        UndoForm("/redo", corrections.Redo),
        SubstitutionForm(),
        StrikeForm("/strike", corrections.Strike),
        EditForm(read, write),
        InsertForm(read, write),
        ShiftForm("/up", down=False),
        ShiftForm("/down", down=True),
        PromoteForm(),
        OverrideForm(),
        RenameForm(),
    )
