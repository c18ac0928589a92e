"""A house style whose every printed word is somebody's: those of `support.hostile_words` before its own."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import BaseModel

from boardtui.minutes.house import House
from boardtui.minutes.sentences import Pattern
from boardtui.model.text import clean
from support.hostile_words import Dealt

NOT_PRINTED = {
    "House": ("name", "title", "language", "law", "numbers", "word", "phrases"),
    "Words": ("leading", "stop", "stops", "before_clauses"),
    "FrameForms": ("unprinted_kinds",),
    "NameForms": ("councillor_titles", "whole_titles", "offices"),
    "ListForm": ("who", "form", "cells"),
    "ParagraphForms": ("numbered",),
    "InterestForms": ("layout", "vowels", "headings"),
    "DecisionForms": ("action_leading", "due_words", "lead_many"),
    "AttendanceForms": ("members_first",),
    "ItemForms": ("order",),
    "ActionForms": ("placement", "at"),
    "NoteForms": ("lists",),
}
"""What a house says that is looked at, chosen from or put behind words, and isn't printed as words of its own."""


def hostile_house(house: House, word: Dealt) -> House:
    """The house with a word before each pattern and each text that it prints; what it leaves out stays left out.

    Clean, as whatever `read_house` reads.
    """
    return _of_model(house, word)


def _of_model(model: Any, word: Dealt) -> Any:
    name = type(model).__name__
    fields = [key for key in type(model).model_fields if key not in NOT_PRINTED.get(name, ())]
    return model.model_copy(update={key: _of(getattr(model, key), word, f"{name}.{key}") for key in fields})


def _of(value: Any, word: Dealt, place: str) -> Any:
    if isinstance(value, BaseModel):
        return _of_model(value, word)
    if isinstance(value, Pattern):
        said = f"{clean(word(place))} " if value else ""
        return Pattern(value.text, (said, *value.nodes), value.slots) if value else value
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{clean(word(place))} {value}" if value.strip() else value
    if isinstance(value, tuple):
        return tuple(_of(one, word, place) for one in value)
    if isinstance(value, dict):
        return {key: _of(one, word, place) for key, one in value.items()}
    return value
