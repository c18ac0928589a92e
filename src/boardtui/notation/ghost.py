"""The rest of the sentence, as a guess: shown dim after what is typed, taken with one key, and never recorded by itself."""

from __future__ import annotations

import re

from boardtui.errors import Refusal
from boardtui.model.acts import business
from boardtui.model.agenda import Item
from boardtui.model.divisions import verdict
from boardtui.model.record import Record
from boardtui.notation.commands import BY_NAME, COMMANDS
from boardtui.notation.context import Context
from boardtui.notation.exclusion_forms import read_paragraphs
from boardtui.notation.line import fill, lacking
from boardtui.notation.recommended import clauses_of
from boardtui.notation.substantive import alteration_due, wording
from boardtui.rules.access import BEFORE, access_of
from boardtui.rules.forecast import Turn

_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r",?\s+\d{4}",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"/minutes\s+(.*\d{4})( ?)")
_BARE = re.compile(r"(/[a-z]+) ")


def ghost(line: str, context: Context) -> str:
    """What would stand after the line, to be taken or typed over; '' when there is nothing to suggest."""
    if not line:
        return _after_a_vote(context.record) or alteration_due(context) or _of_the_quorum(context)
    if line.startswith("/alter "):
        return _rest(line[len("/alter ") :], wording(context))
    if line.startswith("= "):
        return _as_recommended(line[2:], context.record)
    if found := _MINUTES.fullmatch(line):
        return "signed" if found[2] else " signed"
    if found := _BARE.fullmatch(line):
        return _first_words(found[1], context)
    return _rest_of_name(line) if line.startswith("/") and len(line) > 2 else ""


def _after_a_vote(record: Record) -> str:
    """A tie waits for the casting vote, a vote without its figures for the word that ends it; others have ended."""
    just = record.filed[-1] if record.filed else None
    if just is None or not isinstance(just.act, business.Vote | business.Roll | business.Recount):
        return ""
    found = record.block(just.seq)
    if found is None or found[1].division is None or found[1].fate is not None or verdict(found[1].division):
        return ""
    division = found[1].division
    ayes, noes = division.number(business.FOR), division.number(business.AGAINST)
    if ayes is not None and noes is not None:
        return "/casting " if ayes == noes else ""
    options = {count.option for count in division.counts}
    return "/carried" if options <= {business.FOR, business.AGAINST, business.ABSTAINED} else ""


_QUORUM = {Turn.LOST: "inquorate", Turn.REGAINED: "quorate"}
"""The stock phrases for a quorum that was lost or regained."""


def _of_the_quorum(context: Context) -> str:
    """The house's sentence for a quorum that was lost or regained with what was said last, if it has one."""
    phrase = context.phrases.get(_QUORUM[context.turn], "") if context.turn is not None else ""
    return "" if lacking(phrase, context) else fill(phrase, context)


def _as_recommended(typed: str, record: Record) -> str:
    """The rest of what the open item recommends, as it would be resolved."""
    try:
        clause = clauses_of(record)[0].text
    except Refusal:
        return ""
    return _rest(typed, clause.said(lambda mention: f"@{mention.person}"))


def _rest(typed: str, words: str) -> str:
    """What of the words stands behind those typed, if they begin so."""
    return words[len(typed) :] if words[: len(typed)].casefold() == typed.casefold() else ""


def _first_words(name: str, context: Context) -> str:
    """What most likely follows a command: a fact that the agenda holds, else how the command is written."""
    record = context.record
    if name == "/minutes":
        return next(iter(_days_of_earlier_meetings(record)), "")
    if name == "/start" and record.agenda is not None and record.agenda.time is not None:
        return record.agenda.time.typed
    if name == "/exclude":
        return (
            ""
            if not _names_paragraphs(record)
            else next(
                (item.exempt for item in _open(record) if item.exempt and _are_paragraphs(item.exempt, record)), ""
            )
        )
    command = BY_NAME.get(name)
    usage = command.usage.partition(",")[0] if command is not None else ""
    return usage.removeprefix(f"{name} ") if usage.startswith(f"{name} @") else ""


def _names_paragraphs(record: Record) -> bool:
    """Does the law of the body ask for paragraphs, or isn't it known?"""
    law = access_of(record)
    return law.needs_paragraphs or law is BEFORE


def _are_paragraphs(exempt: str, record: Record) -> bool:
    """Are the agenda's words for why an item is exempt what `/exclude` can take?"""
    try:
        return bool(read_paragraphs(exempt, record))
    except Refusal:
        return False


def _days_of_earlier_meetings(record: Record) -> list[str]:
    """The days named in the titles of the open item and what is under it."""
    titles = [
        title
        for item in _open(record)
        for title in (item.title, *(below.title for below in item.subitems), *item.notes)
    ]
    return [found[0] for title in titles for found in _DAY.finditer(title)]


def _open(record: Record) -> list[Item]:
    return [record.business[key].item for key in record.open_items if key in record.business]


def _rest_of_name(line: str) -> str:
    """The end of the one command that begins so; a frequent one if there are several."""
    begun = [command for command in COMMANDS if command.name.startswith(line) and command.name != line]
    sure = begun if len(begun) == 1 else [command for command in begun if command.frequent]
    return sure[0].name[len(line) :] if len(sure) == 1 else ""
