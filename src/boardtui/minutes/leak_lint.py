"""The leak lint: what was said in private and stands in the public minutes too, typed there by hand.

The public minutes are made from a record that never had anything restricted. What the clerk typed under an open item is public,
whatever it tells: names, amounts and rare phrases of the restricted text are looked for in it, to be looked at before they go
out. What the agenda, the register or the house says is known to everybody, and no leak.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from boardtui.minutes.compose import compose
from boardtui.minutes.house import House
from boardtui.minutes.lines import lines
from boardtui.minutes.sentences import Pattern
from boardtui.model.record import Record

PHRASE = 6
"""Words in a row that are a phrase."""
TELLING = 3
"""How many of them have to be telling: long, and not the house's own."""
LONG = 6
"""Letters of a long word."""
_LOOSE = {
    "board", "chair", "clerk", "committee", "company", "council", "councillor", "councillors", "director", "drive", "for",
    "lane", "limited", "ltd", "manager", "member", "members", "miss", "mrs", "officer", "plc", "road", "street", "that", "the",
    "trust",
}  # fmt: skip
"""Words with a capital that are nobody's name."""
_MONEY = re.compile(r"[£€$]\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|thousand|million|billion)?\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\d£€$.,/])\d{1,3}(?:,\d{3})+(?![\d/])|(?<![\d£€$.,/])\d{5,}(?![\d/])")
_SCALE = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n")
_OWNERS_S = re.compile(r"[’']s?$")


class Telling(StrEnum):
    """What may have got out."""

    NAME = "name"
    AMOUNT = "amount"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Leak:
    """Something of the restricted text that stands in the public minutes. words: as it stands there; where: the minute, as its

    heading prints, '' outside of any.
    """

    kind: Telling
    words: str
    where: str

    @property
    def sentence(self) -> str:
        """It in a sentence, for whoever is about to publish."""
        place = f" under “{self.where}”" if self.where else ""
        return f"The {self.kind} “{self.words}” was said in private, and is public{place}."


def leaks(record: Record, public: Record, house: House) -> tuple[Leak, ...]:
    """What may have got out, in the order of the public minutes, each once.

    record: the whole meeting; public: the same without anything restricted; house: whose words are nobody's secret.
    """
    open_lines = list(lines(compose(public, house)))
    seen = Counter(line.text for line in open_lines)
    secret = [line.text for line in lines(compose(record, house)) if not _taken_off(seen, line.text)]
    known = _Known(public, house)
    secrets = _Secrets(secret, known)
    found = [
        Leak(kind, words, line.minute.heading if line.minute else "")
        for line in open_lines
        for kind, words in secrets.told_by(line.text)
    ]
    once = {(leak.kind, leak.words.casefold()): leak for leak in reversed(found)}
    return tuple(leak for leak in found if once.get((leak.kind, leak.words.casefold())) is leak)


class _Known:
    """What everybody knows: the words of the agenda, of the register, of the house."""

    def __init__(self, public: Record, house: House) -> None:
        people = [
            word
            for person in public.people.values()
            for word in (person.name, person.post, person.organisation)
            if word
        ]
        agenda = [*(one.item.title for one in public.business.values()), *_strings(public.agenda)]
        self._text = "\n".join([*agenda, *people, *_strings(house)])
        self.words = {_plain(word) for word in _WORD.findall(self._text)}
        self.house_words = {_plain(word) for text in _strings(house) for word in _WORD.findall(text)}
        self.amounts = set(_amounts(self._text))
        self._phrases = {phrase for text in agenda for phrase, _ in _phrases(text)}

    def says(self, phrase: tuple[str, ...]) -> bool:
        """Does the agenda say these words?"""
        return phrase in self._phrases


class _Secrets:
    """The names, amounts and rare phrases of the restricted text that nobody else could know."""

    def __init__(self, texts: Iterable[str], known: _Known) -> None:
        self._names: set[str] = set()
        self._amounts: set[Decimal] = set()
        self._phrases: set[tuple[str, ...]] = set()
        for text in texts:
            self._names |= {_plain(name) for name in _names(text)} - known.words - _LOOSE
            self._amounts |= set(_amounts(text)) - known.amounts
            self._phrases |= {
                phrase for phrase, _ in _phrases(text) if _is_rare(phrase, known) and not known.says(phrase)
            }

    def told_by(self, text: str) -> Iterator[tuple[Telling, str]]:
        """What of them stands in this text, and in which words."""
        for name in _runs(text, self._names):
            yield Telling.NAME, name
        for amount, words in _amounts(text).items():
            if amount in self._amounts:
                yield Telling.AMOUNT, words
        told_to = 0
        for phrase, (start, end) in _phrases(text):
            if phrase in self._phrases and start >= told_to:
                told_to = end
                yield Telling.PHRASE, text[start:end]


def _strings(value: Any) -> Iterator[str]:
    """All the words in a model, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Pattern):
        yield value.text
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "kind":
                yield from _strings(getattr(value, name))
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _strings(one)


def _taken_off(seen: Counter[str], text: str) -> bool:
    if not seen[text]:
        return False
    seen[text] -= 1
    return True


def _plain(word: str) -> str:
    return _OWNERS_S.sub("", word).casefold()


def _names(text: str) -> Iterator[str]:
    """Words with a capital that no sentence begins with."""
    for sentence in _SENTENCE.split(text):
        for place, found in enumerate(_WORD.finditer(sentence)):
            if place and _is_capital(found.group()):
                yield found.group()


def _is_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 2


def _runs(text: str, names: Set[str]) -> Iterator[str]:
    """Those of the names that stand in the text, each with those that stand right behind it."""
    start = end = 0
    for found in _WORD.finditer(text):
        if not (_is_capital(found.group()) and _plain(found.group()) in names):
            continue
        if end and text[end : found.start()] == " ":
            end = found.end()
            continue
        if end:
            yield _OWNERS_S.sub("", text[start:end])
        start, end = found.span()
    if end:
        yield _OWNERS_S.sub("", text[start:end])


def _amounts(text: str) -> dict[Decimal, str]:
    """Sums of money and long numbers, by their value: £42k is £42,000."""
    found: dict[Decimal, str] = {}
    for one in _MONEY.finditer(text):
        value = Decimal(one[1].replace(",", "")).scaleb(_SCALE.get((one[2] or "").casefold(), 0))
        found.setdefault(value, one.group())
    for one in _LONG_NUMBER.finditer(text):
        found.setdefault(Decimal(one.group().replace(",", "")), one.group())
    return found


def _phrases(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Each run of so many words, with where it stands."""
    words = list(_WORD.finditer(text))
    for i in range(len(words) - PHRASE + 1):
        run = words[i : i + PHRASE]
        yield tuple(_plain(one.group()) for one in run), (run[0].start(), run[-1].end())


def _is_rare(phrase: tuple[str, ...], known: _Known) -> bool:
    return sum(len(word) >= LONG and word not in known.house_words for word in phrase) >= TELLING
