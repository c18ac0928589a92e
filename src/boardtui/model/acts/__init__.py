"""Every act, one class each: the vocabulary of the product."""

from boardtui.model.acts import base, business, corrections, interests, meeting, room, text
from boardtui.model.acts.base import Act, AnyAct, Filed, PersonRef, act_class, act_classes

__all__ = [
    "Act", "AnyAct", "Filed", "PersonRef", "act_class", "act_classes",
    "base", "business", "corrections", "interests", "meeting", "room", "text",
]  # fmt: skip
