"""Votes: by figures, recorded by name, casting, by lot, and one member's own."""

from __future__ import annotations

import re
from typing import Any

from boardtui.errors import Refusal
from boardtui.model.acts import business
from boardtui.model.acts.base import Act
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, Count, RollStep
from boardtui.model.divisions import WAYS, option
from boardtui.notation import people
from boardtui.notation.context import Context
from boardtui.notation.forms import HOW_ALL_AGREED, Form, Wanting, WordsForm, says_by_all
from boardtui.notation.names import MENTION
from boardtui.notation.slots import QUOTED, cut, escape, kept, quote, unescape

_DEFAULT = (FOR, AGAINST, ABSTAINED)
_SPOKEN = sorted(WAYS, key=len, reverse=True)
_FIGURE = r"[0-9]{1,9}|\?"
_NOBODY = ("none", "nil")
_BETWEEN = re.compile(r"\s*[-–]\s*|\s+to\s+|[\s,]+")
_FIGURES = re.compile(rf"((?:{_FIGURE})(?:(?:{_BETWEEN.pattern})(?:{_FIGURE})){{0,2}})(?=\s|$)")
_WORDED = re.compile(
    rf"({_FIGURE}|{'|'.join(_NOBODY)})\s+({'|'.join(_SPOKEN)})(?:\s*[,;]\s*|\s+and\s+|\s+|$)", re.IGNORECASE
)
_HOW = re.compile(r"(?:^|(?<=\s))(?=(?:by|needing)\s)")
_METHOD = re.compile(rf"by\s+({QUOTED.pattern}|.*?)(?=\s+needing\s|$)")
_NEEDING = re.compile(rf"needing\s+({QUOTED.pattern}|.*)$")
_NAMED = re.compile(rf"({QUOTED.pattern}|.+?)\s+([0-9]{{1,9}}|\?)$")
# `for 7, against 2` and `7 2 1 0` are not one option: a semicolon parts them, or there are too many figures.
_SEVERAL_FIGURES = re.compile(r"^(?!\").*[0-9?]\s*,|^[0-9?,\s–-]+$")
_BY_NAME = re.compile(r"@|(?:^|;)\s*(?:all|everyone)\s", re.IGNORECASE)
_EVERYONE = re.compile(r"(?:all|everyone)\s+", re.IGNORECASE)


def _number(word: str) -> int | None:
    return None if word == "?" else 0 if word.lower() in _NOBODY else int(word)


def _read_counts(text: str) -> tuple[Count, ...]:
    """`7 2 1`, `7-2`, `7 for, 2 against`, or `Proceed 8; Defer 8`. Figures missing at the end, or `?`, were not stated."""
    if found := _FIGURES.fullmatch(text):
        words = _BETWEEN.split(found[1])
        return tuple(Count(option=name, number=_number(word)) for name, word in zip(_DEFAULT, words, strict=False))
    if worded := _in_words(text):
        return worded
    return tuple(_read_count(part.strip()) for part in cut(text) if part.strip())


def _in_words(text: str) -> tuple[Count, ...]:
    """`7 for, 2 against and 1 abstention`; nothing for any other text, or where one is said twice."""
    counts: list[Count] = []
    place = 0
    while found := _WORDED.match(text, place):
        counts.append(Count(option=option(found[2]), number=_number(found[1])))
        place = found.end()
    once = len({count.option for count in counts}) == len(counts)
    return tuple(counts) if place == len(text) and once else ()


def _read_count(text: str) -> Count:
    found = _NAMED.fullmatch(text)
    if found is None or _SEVERAL_FIGURES.search(found[1]):
        raise Wanting(f"“{text}” is no option with its figure.")
    return Count(option=_unquoted(found[1]), number=_number(found[3]))


def _write_counts(counts: tuple[Count, ...]) -> str:
    if counts and tuple(count.option for count in counts) == _DEFAULT[: len(counts)]:
        return " ".join(_figure(count) for count in counts)
    return "; ".join(f"{_write_option(count)} {_figure(count)}" for count in counts)


def _write_option(count: Count) -> str:
    plain = escape(count.option, ";")
    try:
        sure = (
            _read_count(f"{plain} {_figure(count)}") == count and _HOW.search(f"{plain} ") is None and '"' not in plain
        )
    except Refusal:
        sure = False
    return plain if sure and not _FIGURES.match(plain) else quote(count.option)


def _figure(count: Count) -> str:
    return "?" if count.number is None else str(count.number)


def _unquoted(text: str) -> str:
    text = text.strip()
    found = QUOTED.fullmatch(text)
    return kept(found[1]) if found else unescape(text)


def _write_words(words: str) -> str:
    """Words after `by` or `needing`, in quotes if they would be taken for more."""
    return quote(words) if re.search(r'["\\;]|\b(?:by|needing)\b', words) else words


def _how(text: str) -> tuple[str, str, str]:
    """(the figures, by what method, needing what)."""
    for place in _HOW.finditer(text):
        how = text[place.start() :]
        if _inside_quotes(text, place.start()):
            continue
        needing = _NEEDING.fullmatch(how)
        method = _METHOD.match(how)
        if needing or (method and (method.end() == len(how) or _NEEDING.fullmatch(how[method.end() :].strip()))):
            after = _NEEDING.fullmatch(how[method.end() :].strip()) if method else needing
            return (
                text[: place.start()].strip(),
                _unquoted(method[1]) if method else "",
                _unquoted(after[1]) if after else "",
            )
    return text, "", ""


def _inside_quotes(text: str, place: int) -> bool:
    return any(found.start() < place < found.end() for found in QUOTED.finditer(text))


class VoteForm(Form[business.Vote]):
    """`/vote 7 2 1`, `/vote Proceed 8; Defer 8 by ballot needing two thirds`."""

    def __init__(self) -> None:
        super().__init__("/vote", business.Vote)

    def parse(self, rest: str, context: Context) -> Act:
        """The figures, the method, the majority needed; whatever isn't given is not stated."""
        if says_by_all(rest):
            raise Refusal(f"“/vote {rest}” gives no figures.", HOW_ALL_AGREED)
        counts, method, needing = _how(rest)
        return business.Vote(counts=_read_counts(counts), method=method, needing=needing)

    def show(self, act: business.Vote, context: Context) -> str:
        """The figures, the method, the majority needed."""
        by = f"by {_write_words(act.method)}" if act.method else ""
        needing = f"needing {_write_words(act.needing)}" if act.needing else ""
        return " ".join(part for part in (_write_counts(act.counts), by, needing) if part)


class RecountForm(Form[business.Recount]):
    """`/recount 6 7 1`, or by name: `/recount all for; against @a`."""

    def __init__(self) -> None:
        super().__init__("/recount", business.Recount)

    def parse(self, rest: str, context: Context) -> Act:
        """The figures, else who voted how."""
        if not rest:
            raise Wanting("/recount is followed by the figures, or by who voted how.")
        try:
            return business.Recount(counts=_read_counts(rest))
        except Refusal as figures:
            try:
                return business.Recount(steps=_read_steps(rest, context))
            except Refusal as steps:
                raise (steps if _BY_NAME.search(rest) else figures) from None

    def show(self, act: business.Recount, context: Context) -> str:
        """The figures, or who voted how; in quotes where a group could be taken for a figure."""
        if act.counts:
            return _write_counts(act.counts)
        return "; ".join(_write_step(step, context, among_figures=True) for step in act.steps)


class RollForm(Form[business.Roll]):
    """`/roll all against; for @a @b; none @c`, `/roll Labour for; …`."""

    def __init__(self) -> None:
        super().__init__("/roll", business.Roll)

    def parse(self, rest: str, context: Context) -> Act:
        """Everyone, groups and people with how they voted, in order; the majority needed."""
        needing = ""
        for place in re.finditer(r"(?:^|\s)(?=needing\s)", rest):
            found = _NEEDING.fullmatch(rest[place.end() :])
            if found and not _inside_quotes(rest, place.end()):
                rest, needing = rest[: place.start()], _unquoted(found[1])
                break
        return business.Roll(steps=_read_steps(rest, context), needing=needing)

    def show(self, act: business.Roll, context: Context) -> str:
        """The steps, and the majority needed."""
        steps = "; ".join(_write_step(step, context) for step in act.steps)
        return f"{steps} needing {_write_words(act.needing)}".strip() if act.needing else steps


def _read_steps(text: str, context: Context) -> tuple[RollStep, ...]:
    """Steps, parted by semicolons."""
    return tuple(_read_step(part.strip(), context) for part in cut(text) if part.strip())


def _read_step(text: str, context: Context) -> RollStep:
    """`all against`, `for @a @b` (or `@a @b for`), `Labour for` (or `for Labour`), or both quoted: `"Group" "Option"`."""
    quoted = QUOTED.match(text)
    if quoted is None and (everyone := _EVERYONE.match(text)):
        return RollStep(option=_option(text[everyone.end() :]), everyone=True)
    place = _first_name(text, quoted.end() if quoted else 0)
    if place is not None:
        keys, after = people.leading(text[place:], context)
        option = text[:place].strip() or after
        if not keys or not option or (text[:place].strip() and after):
            raise Wanting(f"“{text}” doesn't say how they voted.")
        return RollStep(option=_option(option), people=keys)
    if quoted is not None and (option := text[quoted.end() :].strip()):
        return RollStep(group=kept(quoted[1]), option=_option(option))
    for way in _SPOKEN:
        if text.casefold().endswith(f" {way}"):
            return RollStep(group=unescape(text[: -len(way)].strip()), option=text[-len(way) :])
        if text.casefold().startswith(f"{way} "):
            return RollStep(group=unescape(text[len(way) :].strip()), option=text[: len(way)])
    raise Wanting(f"“{text}” doesn't say who voted how.")


def _option(text: str) -> str:
    """How they voted. A comma or a name in it means that steps were not parted."""
    if not QUOTED.fullmatch(text.strip()) and re.search("[,@]", text):
        raise Wanting(f"“{text}” is no one way to vote: part the steps with ;.")
    return _unquoted(text)


def _first_name(text: str, start: int) -> int | None:
    """Where the first @name stands, that isn't part of a word."""
    for found in MENTION.finditer(text, start):
        place = found.start()
        if (place == 0 or text[place - 1].isspace()) and not _inside_quotes(text, place):
            return place
    return None


def _write_step(step: RollStep, context: Context, *, among_figures: bool = False) -> str:
    """A step, in quotes where it could be read otherwise. among_figures: it stands where figures may stand, too."""
    option = step.option if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", step.option) else quote(step.option)
    if step.people:
        plain, certain = (f"{o} {people.write_known(step.people, context)}" for o in (option, quote(step.option)))
    elif step.everyone:
        plain, certain = f"all {option}", f"all {quote(step.option)}"
    else:
        plain, certain = f"{step.group} {option}", f"{quote(step.group)} {quote(step.option)}"
    try:
        sure = _read_step(plain, context) == step and not re.search(r'[;"]|\bneeding\b', plain)
        sure = sure and not (among_figures and re.search(r"\d|\?|\bn(?:one|il)\b", plain) and not step.people)
    except Refusal:
        sure = False
    return plain if sure else certain


class LotsForm(Form[business.Lots]):
    """`/lots @a`, `/lots words`."""

    def __init__(self) -> None:
        super().__init__("/lots", business.Lots)

    def parse(self, rest: str, context: Context) -> Act:
        """Who was drawn, or what; nothing where it isn't known yet."""
        if MENTION.fullmatch(rest):
            return business.Lots(person=people.one(rest, context))
        return business.Lots(words=unescape(rest))

    def show(self, act: business.Lots, context: Context) -> str:
        """Who or what."""
        if act.person:
            return people.write_known((act.person,), context)
        return escape(act.words, at=lambda place: place == 0)


class MyVoteForm(Form[business.MyVote]):
    """`/myvote @a against`."""

    def __init__(self) -> None:
        super().__init__("/myvote", business.MyVote)

    def parse(self, rest: str, context: Context) -> Act:
        """Who, and how."""
        found = MENTION.match(rest)
        if found is None or not rest[found.end() :].strip():
            raise Wanting("/myvote is followed by an @name and how they voted.")
        return business.MyVote(person=people.one(found[0], context), option=unescape(rest[found.end() :].strip()))

    def show(self, act: business.MyVote, context: Context) -> str:
        """Who, and how."""
        return f"{people.write_known((act.person,), context)} {escape(act.option)}"


FORMS: tuple[Form[Any], ...] = (
    VoteForm(),
    RollForm(),
    WordsForm("/casting", business.CastingVote, "option", wants="for or against"),
    LotsForm(),
    MyVoteForm(),
    RecountForm(),
)
"""The commands about votes."""
