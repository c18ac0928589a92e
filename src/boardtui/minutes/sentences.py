"""The little language of a house's patterns, and what every sentence needs: joins, capitals, the closing stop.

`{slot}` is a value; `<…>` is left out, words and all, when a slot inside it is empty; `[one|many]` is one or the other by
the number of things the pattern is about. `The minutes of the meeting[|s] held on {dates} were< {unanimously}> signed.`
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_CLOSING = "\"'”’)]»"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class PatternError(ValueError):
    """A pattern that can't be read, and why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Words for one thing, and words for more than one."""

    one: tuple[Node, ...]
    many: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class IfSaid:
    """Words that stand only when every slot in them has a value."""

    parts: tuple[Node, ...]


Node = str | Slot | Choice | IfSaid


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, read. text: as written; nodes: taken apart; slots: the names of those in it."""

    text: str
    nodes: tuple[Node, ...]
    slots: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.text)

    def fill(self, values: Mapping[str, str], *, many: bool = False) -> str:
        """The words with the values in their places; a slot without a value is empty. Never raises."""
        return "".join(_said(node, values, many) for node in self.nodes)


@lru_cache(maxsize=1024)
def read_pattern(text: str) -> Pattern:
    """Take a pattern apart. Raises PatternError with one sentence where a bracket has no partner."""
    reader = _Reader(text)
    nodes = reader.until("")
    return Pattern(text, nodes, frozenset(reader.slots))


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.slots: set[str] = set()

    def until(self, closers: str) -> tuple[Node, ...]:
        """The nodes up to one of these characters, which is left to be read; '' is the end of the pattern."""
        nodes: list[Node] = []
        words = ""
        while self.at < len(self.text):
            char = self.text[self.at]
            if char and char in closers:
                return (*nodes, words) if words else tuple(nodes)
            self.at += 1
            if char not in "{<[>]}":
                words += char
                continue
            if words:
                nodes.append(words)
                words = ""
            nodes.append(self._opened(char))
        if closers:
            raise PatternError(f"{closers[-1]} is missing at the end of {self.text!r}")
        return (*nodes, words) if words else tuple(nodes)

    def _opened(self, char: str) -> Node:
        if char == "{":
            return self._slot()
        if char == "<":
            parts = self.until(">")
            self.at += 1
            return IfSaid(parts)
        if char == "[":
            return self._choice()
        raise PatternError(f"{char} in {self.text!r} has nothing to close")

    def _slot(self) -> Slot:
        end = self.text.find("}", self.at)
        if end < 0:
            raise PatternError(f"}} is missing at the end of {self.text!r}")
        name = self.text[self.at : end]
        self.at = end + 1
        self.slots.add(name)
        return Slot(name)

    def _choice(self) -> Choice:
        one = self.until("|]")
        if self.text[self.at] == "]":
            raise PatternError(f"| is missing between [ and ] in {self.text!r}")
        self.at += 1
        many = self.until("]")
        self.at += 1
        return Choice(one, many)


def _said(node: Node, values: Mapping[str, str], many: bool) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Slot):
        return values.get(node.name, "")
    if isinstance(node, Choice):
        return "".join(_said(part, values, many) for part in (node.many if many else node.one))
    if _lacks(node.parts, values, many):
        return ""
    return "".join(_said(part, values, many) for part in node.parts)


def _lacks(nodes: Sequence[Node], values: Mapping[str, str], many: bool) -> bool:
    """Is a slot among these empty? What is optional again inside them doesn't count."""
    return any(
        not values.get(node.name)
        if isinstance(node, Slot)
        else isinstance(node, Choice) and _lacks(node.many if many else node.one, values, many)
        for node in nodes
    )


def ends_in(text: str, marks: str) -> bool:
    """Does the text end in one of these marks, quotation marks and brackets after it not counted?"""
    core = text.rstrip().rstrip(_CLOSING)
    return bool(core) and core[-1] in marks


def stopped(text: str, stop: str, marks: str) -> str:
    """The text with a closing stop, unless it ends in one of the marks already."""
    text = text.rstrip()
    return text if ends_in(text, marks) else text + stop


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def words_of(text: str, leading: Sequence[str]) -> str:
    """A motion's or clause's words: without a leading `that` or `That,`, and without the closing stop."""
    text = text.strip()
    for word in leading:
        if text[: len(word) + 1].lower() in (f"{word} ", f"{word},"):
            text = text[len(word) + 1 :].lstrip()
            break
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text


def joined(parts: Sequence[str], between: str, last: str) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return parts[0] if len(parts) == 1 else between.join(parts[:-1]) + last + parts[-1] if parts else ""


def going_on(text: str, more: str) -> str:
    """Text that goes on: with a space, but none before a comma, semicolon, colon or stop."""
    return text + more if not text or more[:1] in (",", ";", ":", ".") else f"{text} {more}"


def letter(number: int) -> str:
    """1 is `a`, 26 `z`, 27 `aa`."""
    word = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def roman(number: int) -> str:
    """1 is `i`, 4 `iv`."""
    word = ""
    for value, sign in _ROMAN:
        while number >= value:
            word, number = word + sign, number - value
    return word
