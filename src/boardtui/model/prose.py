"""Text that prints, in which people are people and not letters: a corrected name is right wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from pydantic import RootModel, model_validator

from boardtui.model.base import Frozen
from boardtui.model.text import on_one_line


class Mention(Frozen):
    """A person named in the text. person: their key; introduced: as introduced in the item (`@@name`), with their post."""

    person: str
    introduced: bool = False


class AtSign(Frozen):
    """An at sign that was written as one before what is nobody's name (`\\@poole_parish`): nobody is missing there."""

    sign: Literal["@"]


Part = str | Mention | AtSign
"""A piece of prose."""


class Prose(RootModel[tuple[Part, ...]]):
    """A run of text and mentions, in order. Text is clean and on one line; there is never an empty or a divided run of it."""

    model_config = {"frozen": True, "defer_build": True}

    @model_validator(mode="after")
    def _tidy(self) -> Prose:
        object.__setattr__(self, "root", tuple(_joined(self.root)))
        return self

    @classmethod
    def of(cls, *parts: Part) -> Prose:
        """From its parts: `Prose.of("The Chair, ", Mention(person="caan"), " thanked them.")`."""
        return cls(parts)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The runs of text and the mentions, in order."""
        return self.root

    @property
    def people(self) -> tuple[str, ...]:
        """The keys of those mentioned, in order, each as often as they are."""
        return tuple(part.person for part in self.root if isinstance(part, Mention))

    def __bool__(self) -> bool:
        return bool(self.root)

    def __add__(self, other: Prose | str) -> Prose:
        return Prose((*self.root, *(other.root if isinstance(other, Prose) else (other,))))

    def said(self, name: Callable[[Mention], str]) -> str:
        """As plain text, with each mention as `name` puts it."""
        return "".join(name(part) if isinstance(part, Mention) else _letter(part) for part in self.root)

    def count(self, old: Prose) -> int:
        """How often `old` stands in this text."""
        return len(_places(_letters(self), _letters(old)))

    def replaced(self, old: Prose, new: Prose, *, every: bool) -> Prose:
        """The text with `new` for `old`: the first time it stands there, or every time."""
        whole, there = _letters(self), _letters(old)
        out: list[Part] = []
        done = 0
        for place in _places(whole, there)[: None if every else 1]:
            out += [*whole[done:place], *new.root]
            done = place + len(there)
        return Prose((*out, *whole[done:]))


def _letter(part: str | AtSign) -> str:
    return part if isinstance(part, str) else part.sign


def _letters(prose: Prose) -> list[Part]:
    """Letter by letter, a mention counting as one, so that words and names can be searched for alike."""
    return [letter for part in prose.root for letter in (part if isinstance(part, str) else (part,))]


def _places(whole: list[Part], there: list[Part]) -> list[int]:
    """Where `there` stands in `whole`, without overlaps."""
    places: list[int] = []
    at = 0
    while there and at + len(there) <= len(whole):
        if whole[at : at + len(there)] == there:
            places.append(at)
            at += len(there)
        else:
            at += 1
    return places


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Neighbouring runs of text made one, cleaned, empty ones left out."""
    out: list[Part] = []
    for part in parts:
        last = out[-1] if out else None
        if isinstance(part, str) and isinstance(last, str):
            out[-1] = last + part
        elif not isinstance(part, str) or part:
            out.append(part)
    cleaned = [on_one_line(part) if isinstance(part, str) else part for part in out]
    return [part for part in cleaned if part != ""]


def going_on(text: Prose, more: Prose) -> Prose:
    """Text that goes on: with a space, but none before a comma, semicolon, colon or stop."""
    first = more.parts[0] if more else ""
    tight = not text or (isinstance(first, str) and first[:1] in (",", ";", ":", "."))
    return text + more if tight else text + " " + more


NOTHING = Prose(())
"""No words."""
