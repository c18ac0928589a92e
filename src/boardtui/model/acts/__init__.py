"""Every act, one class each: the vocabulary of the product."""

from boardtui.model.acts import approval, base, business, corrections, interests, meeting, room, text
from boardtui.model.acts.base import Act, AnyAct, Filed, PersonRef, act_class, act_classes

__all__ = [
    "Act", "AnyAct", "Filed", "PersonRef", "act_class", "act_classes",
    "approval", "base", "business", "corrections", "interests", "meeting", "room", "text",
]  # fmt: skip
