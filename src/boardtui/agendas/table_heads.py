"""What the words at the head of a column say is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from boardtui.agendas.parts import Part


class Role(StrEnum):
    """What a column holds. NUMBER_OR_TITLE: `Item`, which is the one beside a title and else the other."""

    NUMBER = "number"
    TITLE = "title"
    NUMBER_OR_TITLE = "item"
    TIME = "time"
    LENGTH = "length"
    LEAD = "lead"
    PRESENTER = "presenter"
    REPORT_OF = "report of"
    PAPERS = "papers"
    PAGES = "pages"
    PURPOSE = "purpose"
    OTHER = "other"


PARTS = {
    Role.LEAD: Part.LEAD,
    Role.PRESENTER: Part.PRESENTED_BY,
    Role.REPORT_OF: Part.REPORT_OF,
    Role.PAPERS: Part.PAPERS,
    Role.PAGES: Part.PAGES,
    Role.PURPOSE: Part.PURPOSE,
}
"""What a cell says by the column it is in."""
_NUMBER = r"(?:nos?|nr|numbers?|refs?|reference)"
_TITLES = r"(?:titles?|subjects?|topics?|headings?|descriptions?|business|matters?|details?)"
_PERSON = r"(?:officer|member|person|director|councillor)s?"
_WORDS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (Role.NUMBER, (rf"(?:agenda )?(?:items? )?{_NUMBER}", rf"items? {_NUMBER} {_NUMBER}", "(?:agenda )?(?:items? )?#")),
    (Role.NUMBER_OR_TITLE, ("(?:agenda )?items?", "agenda")),
    (
        Role.TITLE,
        (
            rf"(?:agenda |items? |report )?{_TITLES}(?: (?:of|for|and) .*)?",
            r"(?:agenda )?items? (?:and|for|of|to) .*",
            r"(?:agenda )?items? discussion.*",
            r"discussion(?: points?| items?| topics?)?",
            r"(?:topic|subject) items?",
        ),
    ),
    (
        Role.LENGTH,
        (
            r"mins?|minutes|durations?|lengths?|allocated time|time mins?",
            r"(?:time|minutes) (?:allocated|allowed|allocation|minutes)",
        ),
    ),
    (Role.TIME, (r"(?:(?:start|approx|approximate|indicative|planned) )?(?:timings?|times?)(?: approx)?", "start")),
    (Role.REPORT_OF, (r"reports? (?:of|by|from|authors?)|authors?",)),
    (
        Role.PRESENTER,
        (rf"(?:to be )?present(?:ers?|ed by|ing|ation by|ing {_PERSON})", r"speakers?|introduced by"),
    ),
    (
        Role.LEAD,
        (
            rf"(?:items? )?leads?(?: by| owner| presenter| {_PERSON})?|led by",
            rf"owners?|sponsors?|who|by(?: whom)?|{_PERSON}|responsible(?: {_PERSON})?",
        ),
    ),
    (
        Role.PAPERS,
        (
            rf"(?:supporting |meeting )?(?:papers?|encs?|enclosures?)(?: {_NUMBER})?(?: (?:or )?verbal)?",
            r"enclosed|attachments?|attached|documents?|verbal papers?|reports?|appendix|appendices|format",
        ),
    ),
    (Role.PAGES, (rf"pages?(?: {_NUMBER})?|pp|pgs?",)),
    (
        Role.PURPOSE,
        (
            r"purpose(?: .*)?|for|actions?|actions? (?:required|requested)|(?:required|recommended) action|type|ask",
            r"(?:decision|outcome) required|(?:for )?(?:decision|information|noting|discussion|approval|assurance) .*",
            r"for (?:decision|information|noting|discussion|approval|assurance)",
        ),
    ),
)
_ROLES = tuple((role, re.compile("|".join(words))) for role, words in _WORDS)
_OF_ANOTHER_TABLE = re.compile(
    r"(?:.* )?(?:due|deadline|rag|progress|status|completed?|cost|amount|risks?|target|dates?|meeting|update|score|vote"
    r"|apologies|attendance|present|organisation|e ?mail|telephone|net|vat|total|payee|ward|applicant|location|version)(?: .*)?"
)
"""Columns of action logs, work programmes, payments, registers: their rows are no items."""
_PLURALS = re.compile(r"\((?:s|es)\)")
_NOT_SPOKEN = re.compile(r"[^#a-z0-9]+")
_LONGEST = 60


def roles_of(heads: Sequence[str]) -> tuple[Role, ...] | None:
    """What each column holds, by the words at its head; None where these are no heads of an agenda's columns.

    `Pages` alone, over the last one, is enough: agendas are often printed so.
    """
    if len(heads) < 2 or max(map(len, heads)) > _LONGEST:
        return None
    words = [_NOT_SPOKEN.sub(" ", _PLURALS.sub(lambda found: found[0][1:-1], head.lower())).strip() for head in heads]
    roles = [_role(one) for one in words]
    if any(role is Role.OTHER and _OF_ANOTHER_TABLE.fullmatch(one) for role, one in zip(roles, words, strict=True)):
        return None
    if not any(words[:-1]) and roles[-1] is Role.PAGES:
        return (*(Role.NUMBER for _ in words[:-2]), Role.TITLE, Role.PAGES)
    known = [role for role in roles if role is not Role.OTHER]
    if len(known) < 2 or len(known) * 2 < sum(bool(one) for one in words):
        return None
    return _settled(roles, words)


def _role(words: str) -> Role:
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), Role.OTHER)


def _settled(roles: list[Role], words: list[str]) -> tuple[Role, ...] | None:
    """Which column has the titles, and which the numbers; None where none has titles."""
    either = [place for place, role in enumerate(roles) if role is Role.NUMBER_OR_TITLE]
    if Role.TITLE in roles:
        for place in either:
            roles[place] = Role.OTHER if Role.NUMBER in roles else Role.NUMBER
    elif either:
        title = either[-1]
        roles[title] = Role.TITLE
        for place in either[:-1]:
            roles[place] = Role.NUMBER
    if Role.TITLE not in roles:
        return None
    title = roles.index(Role.TITLE)
    if Role.NUMBER not in roles and title > 0 and not words[title - 1]:
        roles[title - 1] = Role.NUMBER
    return tuple(roles)
