"""The public excluded: under which paragraphs of the Act, for which items."""

from __future__ import annotations

import re

from boardtui.errors import Refusal
from boardtui.model.acts import meeting
from boardtui.model.acts.base import Act
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.record import Record
from boardtui.notation import items
from boardtui.notation.context import Context
from boardtui.notation.forms import Form
from boardtui.notation.slots import QUOTED, escape, kept, parted, quote, unescape
from boardtui.rules.access import access_of

_BY_REASON = re.compile(r"(?:^|\s)by reason of\s+", re.IGNORECASE)
_ITEMS = re.compile(r"(?:^|\s)(?:for\s+(?:items?\s+)?|items?\s+)", re.IGNORECASE)
_WORD = re.compile(rf"{QUOTED.pattern}|[^\s,]+")
_FILLING = frozenset(("and", "&", "paragraph", "paragraphs", "para", "paras", "para.", "paras."))
# LGA 1972 Sch 12A: paragraphs 1 to 7 for England (Part 1), 12 to 18 for Wales (Part 4), with letters put in since (18A).
_PARAGRAPH = re.compile(r"(?:[1-7]|1[2-8])(?![0-9])[\w()./-]*")


class ExcludeForm(Form[meeting.Exclude]):
    """`/exclude 3 for 9 10`, `/exclude item 10`, `/exclude by reason of …`, `/exclude not needed`."""

    def __init__(self) -> None:
        super().__init__("/exclude", meeting.Exclude)

    def parse(self, rest: str, context: Context) -> Act:
        """Under which paragraphs, for which items, by reason of what; or that it wasn't needed or resolved."""
        told, reason = parted(rest, _BY_REASON)
        result = ExclusionResult.RESOLVED
        for other in (ExclusionResult.NOT_NEEDED, ExclusionResult.NOT_RESOLVED):
            if re.match(rf"{other}(?=\s|$)", told, re.IGNORECASE):
                result, told = other, told[len(other) :].strip()
        before, covered = parted(told, _ITEMS)
        return meeting.Exclude(
            result=result,
            paragraphs=read_paragraphs(before, context.record),
            items=items.several(covered, context.record) if covered else (),
            reason=unescape(reason),
        )

    def show(self, act: meeting.Exclude, context: Context) -> str:
        """Whatever of it there is, in that order."""
        result = "" if act.result is ExclusionResult.RESOLVED else act.result.value
        paragraphs = " ".join(_write_paragraph(one) for one in act.paragraphs)
        covered = f"for {items.write_several(act.items, context.record)}" if act.items else ""
        reason = f"by reason of {escape(act.reason)}" if act.reason else ""
        return " ".join(part for part in (result, paragraphs, covered, reason) if part)


def read_paragraphs(text: str, record: Record) -> tuple[str, ...]:
    """The paragraphs a slot names: `3`, `1, 2 and 3`, `paragraph 3`. Raises Refusal for what can't be one."""
    words = [found[0] for found in _WORD.finditer(text)]
    return tuple(_read_paragraph(word, record) for word in words if word.casefold() not in _FILLING)


def _read_paragraph(word: str, record: Record) -> str:
    """A paragraph's number; in quotes it may be anything."""
    if QUOTED.fullmatch(word):
        return kept(word[1:-1])
    if _PARAGRAPH.fullmatch(word):
        return word
    if items.by_number(word, record):
        hint = f"Paragraphs come first, items after “for”: /exclude 3 for {word}."
        raise Refusal(f"“{word}” is an item, and no paragraph of the Act.", hint)
    law = access_of(record)
    if law.needs_paragraphs:
        said = f"“{word}” is no paragraph of {law.schedule}: they are {law.numbers}."
    else:
        said = f"“{word}” is no paragraph of the Act: they are 1 to 7, in Wales 12 to 18."
    raise Refusal(said, f"Write /exclude {law.first or 1} for 9 10, or /exclude by reason of … in words.")


def _write_paragraph(words: str) -> str:
    return words if _PARAGRAPH.fullmatch(words) else quote(words)
