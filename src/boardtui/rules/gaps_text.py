"""What is missing of the text itself: names nobody has, marks without their space, actions without an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from boardtui.model.acts import business, meeting, text
from boardtui.model.acts.base import Act
from boardtui.model.prose import Prose
from boardtui.model.record import Block, Entry, Record
from boardtui.model.times import impossible_day
from boardtui.rules.gap import Gap, Lack, of

_OWN_S = re.compile(r"(?:['’]s?|-)+$")
_NAMED_AT = re.compile(r"(?<![\w@./])@[^\W\d_][\w’'-]*")
_UNSPACED = re.compile(r"(={1,3}|--?|##?|[?>!+~|])(?=[^\W\d_]|@)|(#)(?=[0-9])")
_MAKES = {
    "=": "makes it a resolution", "==": "makes it a sub-clause", "===": "makes it a sub-clause", "-": "makes it a bullet",
    "--": "makes it a bullet", "?": "makes it a member's point", ">": "makes it an answer", "!": "makes it an action",
    "+": "lets it go on in the paragraph above", "~": "makes it a private jot", "|": "makes it a row of a table",
    "##": "makes it a heading", "#": "opens the item",
}  # fmt: skip
"""The marks of the notation, and what each does to a line. Without a space after it a mark is text."""
_FEW = 3


def gaps_of_text(record: Record, entry: Entry) -> Iterator[Gap]:
    """Of the text of one minute, block by block."""
    waiting = [block for block in entry.blocks if block.prepared]
    if waiting:
        what = "its prepared text" if entry.items else "What was typed before the meeting began"
        yield of(record, entry, f"{what} is not confirmed.", waiting[0].seq, lack=Lack.PREPARED)
    for block in entry.blocks:
        if isinstance(block.act, text.Jot):
            continue
        for name in dict.fromkeys(_names_not_known(block)):
            sentence = f"{name} is nobody the meeting knows."
            yield of(record, entry, sentence, block.seq, lack=Lack.NAME, words=name)
        if isinstance(block.act, text.Paragraph):
            yield from _mark_without_space(record, entry, block, block.act)
        if isinstance(block.act, business.Action) and not block.people:
            yield of(record, entry, "an action has no owner.", block.seq, lack=Lack.OWNER)
        if no_day := impossible_day(_day_said(block.act)):
            yield of(record, entry, f"there is no {no_day}.", block.seq, lack=Lack.DAY)


def _day_said(act: Act) -> str:
    """The words that say when: by when an action is due, when the next meeting is."""
    if isinstance(act, business.Action):
        return act.due.typed if act.due is not None else ""
    return act.text if isinstance(act, meeting.NextMeeting) else ""


def _names_not_known(block: Block) -> Iterator[str]:
    """`@word` that is still text: nobody of that name was found when it was typed."""
    said = [*_prose_in(block.act), *block.added]
    if block.decision is not None:
        said += [clause.text for clause in block.decision.clauses]
    for prose in said:
        for part in prose.parts:
            if isinstance(part, str):
                yield from (_OWN_S.sub("", found) for found in _NAMED_AT.findall(part))


def _prose_in(value: object) -> Iterator[Prose]:
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _prose_in(part)
    elif isinstance(value, BaseModel):
        for _, part in value:
            yield from _prose_in(part)


def _mark_without_space(record: Record, entry: Entry, block: Block, act: text.Paragraph) -> Iterator[Gap]:
    """A line that begins with a mark and no space, unless the clerk said that it is text (`\\=the report`)."""
    words = act.text.said(lambda one: f"@{one.person}")
    found = None if act.plain else _UNSPACED.match(words)
    if found is None:
        return
    mark = found[1] or found[2]
    sentence = f"“{_beginning(words)}” was minuted as text: a space after {mark} {_MAKES[mark]}."
    yield of(record, entry, sentence, block.seq, lack=Lack.MARK, words=mark)


def _beginning(words: str) -> str:
    """Enough of a line to know it by."""
    said = words.split()
    return " ".join(said[:_FEW]) + (" …" if len(said) > _FEW else "")
