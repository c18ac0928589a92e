"""Items of business: opened, added, numbered, put off."""

from __future__ import annotations

import re
from typing import Any

from boardtui.model.acts import text
from boardtui.model.acts.base import Act
from boardtui.model.times import reads_as_day
from boardtui.notation import items
from boardtui.notation.context import Context
from boardtui.notation.forms import Bare, Form, Wanting, WordsForm
from boardtui.notation.slots import closed, cut, escape, unescape

_UNTIL = re.compile(r"(?:to|until)\s+", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:the\s+)?next\s|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!\s+[a-z])",
    re.IGNORECASE,
)


class OpenForm(Form[text.OpenItem]):
    """`# 5`, `# 7 8`, `# roof`."""

    def __init__(self) -> None:
        super().__init__("#", text.OpenItem)

    def parse(self, rest: str, context: Context) -> Act:
        """The items opened."""
        return text.OpenItem(items=items.several(rest, context.record))

    def show(self, act: text.OpenItem, context: Context) -> str:
        """Their numbers, or what else tells them apart."""
        return items.write_several(act.items, context.record)


class BesideForm(Form[text.OpenItem]):
    """`/next` and `/prev`: shown as the item they open."""

    def __init__(self, name: str, step: int) -> None:
        super().__init__(name, text.OpenItem)
        self.step = step

    def parse(self, rest: str, context: Context) -> Act:
        """The item beside the open one."""
        return Bare(self.name, text.OpenItem(items=(items.beside(context.record, self.step),))).parse(rest, context)

    def says(self, act: Act) -> bool:
        """Never: which item is next depends on when it is said."""
        return False

    def show(self, act: text.OpenItem, context: Context) -> str:
        """Nothing."""
        return ""


class UrgentForm(Form[text.UrgentItem]):
    """`/urgent Title; reason`."""

    def __init__(self) -> None:
        super().__init__("/urgent", text.UrgentItem)

    def parse(self, rest: str, context: Context) -> Act:
        """The title, and the reason after the semicolon."""
        title, *reason = cut(rest, most=1)
        if not title.strip():
            raise Wanting("An urgent item has a title.")
        return text.UrgentItem(title=unescape(title.strip()), reason=unescape("".join(reason).strip()))

    def show(self, act: text.UrgentItem, context: Context) -> str:
        """The title; the reason."""
        title = escape(act.title, ";")
        return f"{closed(title)}; {escape(act.reason)}" if act.reason else title


class UnlessForm(Form[Any]):
    """`/number 31`, `/number none`: words, or the lack of them."""

    def __init__(self, name: str, shows: type[Act], field: str) -> None:
        super().__init__(name, shows)
        self.field = field

    def parse(self, rest: str, context: Context) -> Act:
        """The words, None for `none`."""
        if not rest:
            raise Wanting(f"{self.name} is followed by words, or by none.")
        words = None if rest.casefold() == "none" else unescape(rest)
        act: Act = self.shows(**{self.field: words})
        return act

    def show(self, act: Any, context: Context) -> str:
        """The words, or none."""
        words: str | None = getattr(act, self.field)
        return "none" if words is None else escape(words)


class DeferForm(Form[text.DeferItem]):
    """`/defer to April; reason`."""

    def __init__(self) -> None:
        super().__init__("/defer", text.DeferItem)

    def parse(self, rest: str, context: Context) -> Act:
        """Until when, if it begins with `to` or reads as a day; else the reason, as after the semicolon."""
        first, *reason = (part.strip() for part in cut(rest, most=1))
        until = _UNTIL.match(first)
        if until is not None:
            return text.DeferItem(to=unescape(first[until.end() :]), reason=unescape("".join(reason)))
        if reason or _NEXT.match(first) or reads_as_day(first):
            return text.DeferItem(to=unescape(first), reason=unescape("".join(reason)))
        return text.DeferItem(reason=unescape(first))

    def show(self, act: text.DeferItem, context: Context) -> str:
        """To when; the reason."""
        to = f"to {escape(act.to, ';')}" if act.to else ""
        return f"{closed(to)}; {escape(act.reason)}" if act.reason else to


FORMS: tuple[Form[Any], ...] = (
    OpenForm(),
    BesideForm("/next", 1),
    BesideForm("/prev", -1),
    WordsForm("/item", text.AddItem, "title", wants="a title"),
    UrgentForm(),
    UnlessForm("/number", text.MinuteNumber, "number"),
    UnlessForm("/heading", text.MinuteHeading, "text"),
    WordsForm("/ref", text.Reference, "text", wants="a reference"),
    DeferForm(),
    Bare("/prepared", text.Prepared()),
    Bare("/done", text.Done()),
)
"""The commands about items. `/withdraw` is among the motions, because it is also what is done with one."""
