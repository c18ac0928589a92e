"""The agenda below the header: sections at `#`, items at the left edge, and what belongs to an item indented under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from boardtui.agendas.headings import Heading, read_heading
from boardtui.agendas.native_header import NAMES as HEADER_NAMES
from boardtui.agendas.native_header import NumberedLine, field_in
from boardtui.agendas.problems import Problems, nearest, shortened
from boardtui.model.agenda import Item, Recommendation, Section
from boardtui.model.credits import read_credit
from boardtui.model.times import ClockTime

DEEPEST = 8
_SECTION = re.compile(r"(#{1,6})\s*(.*)")
_CLAUSE = re.compile(r"==(?!=)\s*(.*)")
_LENGTH = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE)
_UNSTOPPED = re.compile(r"(\S*\d\S*)\s+(.*)")

# Single lines of words, and what the item calls them.
WORDS = {
    "lead": "lead",
    "papers": "papers",
    "purpose": "purpose",
    "pages": "pages",
    "motion": "motion",
    "moved by": "moved_by",
    "seconded by": "seconded_by",
}


@dataclass
class _Open:
    """An item being read. indent: of its own line, in columns; asked: its recommendations, each text and clauses."""

    indent: int
    values: dict[str, object]
    asked: list[tuple[str, list[str]]] = field(default_factory=list)
    gathered: dict[str, list[object]] = field(default_factory=dict)
    below: list[_Open] = field(default_factory=list)

    def gather(self, name: str, value: object) -> None:
        """One more value of a field that may stand several times."""
        self.gathered.setdefault(name, []).append(value)

    def item(self) -> Item:
        """The item as read."""
        return Item.model_validate(
            {
                **self.values,
                **{name: tuple(values) for name, values in self.gathered.items()},
                "recommendations": tuple(Recommendation(text=text, clauses=tuple(below)) for text, below in self.asked),
                "subitems": tuple(item.item() for item in self.below),
            }
        )


def read_body(lines: Iterable[NumberedLine], end: int, problems: Problems) -> tuple[Section | Item, ...]:
    """Sections and items in order. end: the number of the last line; an agenda without an item is a problem."""
    body = _Body(problems)
    for number, line in lines:
        body.read(number, line)
    if not any(isinstance(part, _Open) for part in body.parts) and not problems.found:
        problems.add(
            end, "the agenda has no items", "Write them below the header, one a line: `1. Declarations of Interest`."
        )
    return tuple(part.item() if isinstance(part, _Open) else part for part in body.parts)


class _Body:
    """Reads line after line. It keeps the items that are open, outermost first, and what a line may go on from."""

    def __init__(self, problems: Problems) -> None:
        self.parts: list[Section | _Open] = []
        self._problems = problems
        self._open: list[_Open] = []
        self._clauses: list[str] | None = None
        self._note_at: int | None = None

    def read(self, number: int, line: str) -> None:
        """Take in one line that isn't blank."""
        text = line.strip()
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if indent < 2 or (_is_nil(text) and not self._open):  # one stray space doesn't count
            self._read_at_edge(number, text)
        elif not self._open:
            self._problems.add(
                number, "this is indented, but under no item", "Begin the item's own line at the left edge."
            )
        else:
            self._read_below(number, indent, text)

    def _read_at_edge(self, number: int, text: str) -> None:
        self._clauses = self._note_at = None
        if section := _SECTION.fullmatch(text):
            self._open_section(number, len(section[1]), section[2])
        elif _is_nil(text):
            self._close_section(number)
        elif heading := read_heading(text):
            item = _opened(heading, 0)
            self._open = [item]
            self.parts.append(item)
        else:
            self._problems.add(number, *_misplaced(text, bool(self._open)))

    def _open_section(self, number: int, level: int, title: str) -> None:
        self._open = []
        if title:
            self.parts.append(Section(title=title, level=level))
        else:
            self._problems.add(number, "this section has no words", "Write them after the mark: `# Public Business`.")

    def _close_section(self, number: int) -> None:
        last = self.parts[-1] if self.parts else None
        if isinstance(last, Section):
            self.parts[-1] = last.model_copy(update={"nil": True})
        else:
            self._problems.add(
                number, "`Nil` stands under no section", "Put it right below a section: `# Private Business`."
            )

    def _read_below(self, number: int, indent: int, text: str) -> None:
        if self._clauses is not None and (clause := _CLAUSE.fullmatch(text)):
            self._clauses.append(clause[1])
            return
        while len(self._open) > 1 and self._open[-1].indent >= indent:
            self._open.pop()
        item = self._open[-1]
        named = field_in(text)
        if named and named[0] in _FIELDS:
            self._clauses = self._note_at = None
            self._field(number, indent, item, *named)
        elif heading := read_heading(text):
            self._clauses = self._note_at = None
            self._open_subitem(number, indent, item, heading)
        elif self._note_at is not None and indent > self._note_at:
            item.gather("notes", text)
        else:
            self._problems.add(number, *_not_understood(text))

    def _open_subitem(self, number: int, indent: int, item: _Open, heading: Heading) -> None:
        if len(self._open) == DEEPEST:
            self._problems.add(number, f"items don't go deeper than {DEEPEST}", "Indent it less.")
            return
        below = _opened(heading, indent)
        item.below.append(below)
        self._open.append(below)

    def _field(self, number: int, indent: int, item: _Open, name: str, value: str) -> None:
        if name == "recommendation":
            self._clauses = []
            item.asked.append((value, self._clauses))
        elif name in _GATHERED:
            self._note_at = indent if name == "note" else None
            if value:
                key, read = _GATHERED[name]
                item.gather(key, read(value))
        elif not value and name != "exempt":  # `Exempt:` alone is no blank: what may be private is private
            return
        elif _ONCE[name] in item.values:
            self._problems.add(
                number, f"`{name.capitalize()}:` stands twice under one item", "Leave one of the two out."
            )
        else:
            self._set_once(number, item, name, value)

    def _set_once(self, number: int, item: _Open, name: str, value: str) -> None:
        try:
            item.values[_ONCE[name]] = _READ.get(name, str)(value)
        except _Unreadable as reason:
            self._problems.add(number, reason.what, reason.hint)


class _Unreadable(Exception):
    """A value that its field can't hold."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def _length(value: str) -> int:
    if found := _LENGTH.fullmatch(value):
        return int(found[1])
    raise _Unreadable(
        f"`Minutes: {shortened(value)}` is no length in minutes", "Give the planned length as a number: `Minutes: 20`."
    )


def _yes_or_no(value: str) -> bool:
    if value.lower() in ("yes", "no"):
        return value.lower() == "yes"
    raise _Unreadable(f"`Recorded vote: {shortened(value)}` says neither yes nor no", "Write `Recorded vote: yes`.")


def _exempt(value: str) -> str:
    if value.lower() in ("no", "none", "not exempt"):
        hint = "Leave the line out: an item without `Exempt:` is public."
        raise _Unreadable(f"`Exempt: {value}` would make the item exempt", hint)
    return "" if value.lower() == "yes" else value


_READ: dict[str, Callable[[str], object]] = {
    "time": ClockTime.read,
    "minutes": _length,
    "recorded vote": _yes_or_no,
    "exempt": _exempt,
}
_GATHERED: dict[str, tuple[str, Callable[[str], object]]] = {
    "report of": ("report_of", read_credit),
    "presented by": ("presented_by", read_credit),
    "note": ("notes", str),
    "draft": ("draft", str),
}
_ONCE = {**WORDS, "time": "planned", "minutes": "minutes", "recorded vote": "recorded_vote", "exempt": "exempt"}
_FIELDS = ("recommendation", *_GATHERED, *_ONCE)


def _is_nil(text: str) -> bool:
    return text.lower().rstrip(".") == "nil"


def _opened(heading: Heading, indent: int) -> _Open:
    values: dict[str, object] = {"number": heading.number, "title": heading.title}
    if heading.pages:
        values["pages"] = heading.pages
    if heading.exempt is not None:
        values["exempt"] = heading.exempt
    return _Open(indent, values)


def _misplaced(text: str, under_item: bool) -> tuple[str, str]:
    """What is wrong with a line at the left edge that is no item, and what to do."""
    name = (field_in(text) or ("", ""))[0]
    if name in _FIELDS:
        hint = "Indent it under its item." if under_item else "Write the item above it: `1. Title`."
        return f"`{name.capitalize()}:` stands under no item", hint
    if name in HEADER_NAMES:
        return f"`{name}:` stands below the header", "Move it up, between the two lines of ---."
    if found := _UNSTOPPED.fullmatch(text):
        return (
            f"this is no item: {shortened(text)}",
            f"Put a full stop after the number: `{shortened(f'{found[1]}. {found[2]}')}`.",
        )
    return (
        f"this is no item: {shortened(text)}",
        "Begin an item with its number and a full stop, or with `*.` if it has none.",
    )


def _not_understood(text: str) -> tuple[str, str]:
    """What is wrong with an indented line that is no field and no sub-item, and what to do."""
    if text.startswith("="):
        return f"this is no sub-clause: {shortened(text)}", "Write `== text` on the lines below a `Recommendation:`."
    name = (field_in(text) or ("", ""))[0]
    if name and (close := nearest(name, _FIELDS)):
        return f"an item has no field `{shortened(name)}:`", f"Did you mean `{close.capitalize()}:`?"
    hint = "Join it to the line above, or begin it with a name: `Note:`."
    return f"this is neither a field nor a sub-item: {shortened(text)}", hint
