"""Decisions: clauses, recommendations, reasons and actions."""

from __future__ import annotations

import re
from typing import Any

from boardtui.model.acts import business
from boardtui.model.acts.base import Act, PersonRef
from boardtui.model.times import CalendarDay, reads_as_day
from boardtui.notation import people
from boardtui.notation.context import Context
from boardtui.notation.forms import Form, OneWord, ProseForm, Wanting, WordsForm
from boardtui.notation.line import plain_of
from boardtui.notation.names import MENTION, by_post
from boardtui.notation.names import person as whom
from boardtui.notation.recommended import clauses_of
from boardtui.notation.slots import BRACKETED, COLON, QUOTED, bracket, closed, cut, escape, kept, unescape
from boardtui.notation.text import read_prose, write_prose

_DUE_KEPT = re.compile(rf"(?:^|\s)by\s+{BRACKETED.pattern}$")
_DUE = re.compile(r"(?:^|\s)by\s+")
_CLERK = re.compile(r"(?:the\s+)?((?:[^\W\d_]+\s+){0,2}clerk)", re.IGNORECASE)
_CLERK_TO = re.compile(rf"{_CLERK.pattern}(?=\s+to\s)", re.IGNORECASE)
_LEVEL = re.compile(r"(={2,3})\s+")


class ResolveForm(ProseForm[business.Resolve]):
    """`=`, whose text is a clause; alone it is the report's recommendations."""

    def __init__(self) -> None:
        super().__init__("=", business.Resolve, level=1)

    def parse(self, rest: str, context: Context) -> Act:
        """A clause, or the recommendations of what is open."""
        if not rest:
            return business.ResolveRecommendations(clauses=clauses_of(context.record))
        return super().parse(rest, context)


class AsRecommendedForm(Form[business.ResolveRecommendations]):
    """A bare `=` with its clauses written out: `/resolve clause; clause; == sub-clause`."""

    def __init__(self) -> None:
        super().__init__("/resolve", business.ResolveRecommendations)

    def parse(self, rest: str, context: Context) -> Act:
        """The clauses; none for the recommendations of what is open."""
        if not rest:
            return business.ResolveRecommendations(clauses=clauses_of(context.record))
        return business.ResolveRecommendations(
            clauses=tuple(_read_clause(part.strip(), context) for part in cut(rest) if part.strip())
        )

    def show(self, act: business.ResolveRecommendations, context: Context) -> str:
        """Nothing where the open item asks for just this, else the clauses."""
        written = [_write_clause(clause, context) for clause in act.clauses]
        return self.surest(act, "", "; ".join([*(closed(one) for one in written[:-1]), written[-1]]), context)

    def line(self, act: business.ResolveRecommendations, context: Context) -> str:
        """A bare `=` where the open item asks for just this."""
        return super().line(act, context) if self.show(act, context) else "="


def _read_clause(text: str, context: Context) -> business.Clause:
    level = _LEVEL.match(text)
    text = text[level.end() :] if level else text
    plain = plain_of(text)
    prose = read_prose(text if plain is None else plain, context)
    if not prose:
        raise Wanting("A clause has words.")
    return business.Clause(text=prose, level=1 if not level else 2 if len(level[1]) == 2 else 3)


def _write_clause(clause: business.Clause, context: Context) -> str:
    text = write_prose(clause.text, context, ";")
    if plain_of(text) is not None or _LEVEL.match(text):
        text = f"\\{text}"
    return f"{'=' * clause.level} {text}" if clause.level > 1 else text


class RecommendForm(Form[business.Recommend]):
    """`/recommend Cabinet: text`."""

    def __init__(self) -> None:
        super().__init__("/recommend", business.Recommend)

    def parse(self, rest: str, context: Context) -> Act:
        """To whom, and what; without a colon to whom is not said."""
        to, *text = cut(rest, COLON, most=1)
        to, words = (to, text[0]) if text else ("", rest)
        if not words.strip():
            raise Wanting("/recommend is followed by whom to, a colon, and what.")
        return business.Recommend(to=unescape(to.strip(), ":"), text=read_prose(words.strip(), context))

    def show(self, act: business.Recommend, context: Context) -> str:
        """To whom: what."""
        text = write_prose(act.text, context)
        to = escape(act.to, ":")
        certain = f"{closed(to)}: {text}"
        return certain if act.to else self.surest(act, text, certain, context)


class ActionForm(Form[business.Action]):
    """`! @a do this by 4 Dec`, `! @a @b: do this`."""

    def __init__(self) -> None:
        super().__init__("!", business.Action)

    def parse(self, rest: str, context: Context) -> Act:
        """Who is to do what by when."""
        owners, text = _owners(rest, context)
        text, due = _take_due(text, context)
        if not text:
            raise Wanting("! is followed by what is to be done.")
        return business.Action(owners=owners, text=read_prose(text, context), due=due)

    def show(self, act: business.Action, context: Context) -> str:
        """Who, what, by when."""
        text = write_prose(act.text, context)
        if act.due is not None:
            due = act.due.typed if _reads_as_due(act.due.typed, context) else bracket(act.due.typed)
            text = f"{text} by {due}"
        owners = people.write_several(act.owners, context, ":", quoted=True)
        certain = f"{closed(owners)}: {text}"
        if act.due is None and _take_due(text, context) != (text, None):
            certain = f"{certain} by []"
        return self.surest(act, f"{owners} {text}".strip() if len(act.owners) < 2 else certain, certain, context)


def _owners(text: str, context: Context) -> tuple[tuple[PersonRef, ...], str]:
    """Who an action is for, and the rest: people before a colon, else one @name."""
    before, *after = cut(text, COLON, most=1)
    if after and _are_people(before):
        return tuple(one.person for one in people.several(before, context)), after[0].strip()
    if after and (clerk := _the_clerk(before, context)):
        return clerk, after[0].strip()
    if (to := _CLERK_TO.match(text)) and (clerk := _the_clerk(to[0], context)):
        return clerk, text[to.end() :].strip()
    found = MENTION.match(text)
    if found is not None and text[found.end() : found.end() + 1].isspace():
        return (whom(found, context.record),), text[found.end() :].strip()
    return (), text


def _the_clerk(words: str, context: Context) -> tuple[PersonRef, ...]:
    """The one officer these words name by the post of clerk: `the Clerk`, `Clerk`, `the Town Clerk`; else nobody."""
    found = _CLERK.fullmatch(words.strip())
    return tuple(by_post(found[1], context.record)) if found else ()


def _are_people(text: str) -> bool:
    """Is every part a name with an @ or in quotes? `! Report back: …` is no list of people."""
    parts = [part.strip() for part in cut(text)]
    return parts == [""] or all(_is_person(part) for part in parts)


def _is_person(part: str) -> bool:
    if found := QUOTED.match(part):
        return part[found.end() :].strip()[:1] in ("", ",", "|")
    found, rest = MENTION.match(part), part
    while found is not None:
        rest = rest[found.end() :].lstrip(" ,")
        found = MENTION.match(rest.removeprefix("and "))
        rest = rest.removeprefix("and ") if found else rest
    return rest == "" and part != ""


def _take_due(text: str, context: Context) -> tuple[str, CalendarDay | None]:
    """The text before a last `by …`, and the day; None where what follows `by` is no day, or is `[]`."""
    if found := _DUE_KEPT.search(text):
        return text[: found.start()].rstrip(), CalendarDay.read(kept(found[1])) if found[1] else None
    places = list(_DUE.finditer(text))
    if not places:
        return text, None
    words = text[places[-1].end() :]
    before = text[: places[-1].start()].rstrip()
    return (before, CalendarDay.read(words)) if _reads_as_due(words, context) else (text, None)


def _reads_as_due(words: str, context: Context) -> bool:
    return reads_as_day(words) or words.casefold() in (word.casefold() for word in context.due_words)


FORMS: tuple[Form[Any], ...] = (
    ResolveForm(),
    ProseForm("==", business.Resolve, wants="a sub-clause", level=2),
    ProseForm("===", business.Resolve, wants="a sub-clause", level=3),
    AsRecommendedForm(),
    RecommendForm(),
    ProseForm("/note", business.Note, wants="what was noted"),
    WordsForm("/verb", business.Verb, "word", wants="a verb"),
    ProseForm("/reason", business.Reason, wants="the reasons"),
    ActionForm(),
    OneWord("/no", "decision", business.NoDecision()),
)
"""The commands of deciding."""
