"""Hypothesis strategies for agendas: every agenda that the native file can hold, with text that is meant to confuse it."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from boardtui.model.agenda import Agenda, Credit, Item, Listed, Numbering, Recommendation, Section
from boardtui.model.credits import read_credit
from boardtui.model.law import AccessLaw, Code, Consequence, OwnKind
from boardtui.model.people import SeatKind, can_be_name
from boardtui.model.text import clean_line, fold
from boardtui.model.times import CalendarDay, ClockTime

# What the file's own marks are made of, and what word processors and other scripts put beside them.
CONFUSING = (
    "---", "#", "##", "*.", "1.", "(a)", "(Pages 5 - 14)", "(exempt 3)", "(exempt)", "\\", "|", ";", ":", "==", "===", "=", "@",
    "Nil", "Note:", "Recommendation:", "date:", "for ", "Chair", " ", "  ", "\t", "\n", "\r\n", "\u2028", "\u00a0", "\u200b",
    "\ufeff", "\x1b[2J", "—", "é", "e\u0301", "Siân", "会议", "👩‍👧", "(", ")", "x", "Report of:", "7a. Title", "\ud800",
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn, max_size: int = 40) -> str:
    """Any text as it may come from a keyboard or a file: readable, confusing or hostile."""
    pieces = st.sampled_from(CONFUSING) | st.text(max_size=6)
    plain = st.text("abcdefgh ijKLMNo,.-'’0123456789", max_size=max_size)
    return draw(plain | st.lists(pieces, max_size=6).map("".join))


def perhaps() -> SearchStrategy[str]:
    """Often nothing, as most fields are empty in most agendas."""
    return st.just("") | texts()


def words(max_size: int = 40) -> SearchStrategy[str]:
    """Text that says something when it is cleaned."""
    return texts(max_size).filter(lambda text: bool(clean_line(text)))


def names() -> SearchStrategy[str]:
    """People's names, as front sheets have them and as they needn't."""
    titles = st.sampled_from(["", "", "Cllr ", "Councillor ", "Dr ", "Mr ", "Chief Superintendent "])
    forenames = st.sampled_from(["", "K ", "J.P. ", "Adrian ", "Siân ", "Mary Ann "])
    surnames = st.sampled_from(
        ["Shah", "Canale-Rossi", "O’Brien", "de la Mare", "Łukasz", "Green", "Green (J)", "Li MBE"]
    )
    usual = st.builds("{}{}{}".format, titles, forenames, surnames)
    return usual | words().map(clean_line).filter(can_be_name)


def slots() -> SearchStrategy[str]:
    """Posts, organisations and groups: anything but the marks that part a list."""
    return texts().map(lambda text: text.replace("|", "").replace(";", ""))


def numbers() -> SearchStrategy[str | None]:
    """Item numbers: those real agendas have, and any other text a number can be."""
    usual = st.sampled_from(
        ["1", "7a", "43/19", "FGB 38/2021", "18.05.1", "iv", "(a)", "(ii)", "3.1", "(49)", "66/E", "B", "a)"]
    )
    return st.none() | usual | texts(12).filter(lambda text: not re.search(r"\.\s", clean_line(text).rstrip(". ")))


def days() -> SearchStrategy[CalendarDay]:
    """Days that are understood, and words that aren't."""
    known = st.dates().map(lambda day: f"{day.day} {day:%B} {day.year:04}")
    return (known | words()).map(CalendarDay.read)


def times() -> SearchStrategy[ClockTime]:
    """Times that are understood, and words that aren't."""
    return (st.times().map(lambda time: f"{time:%H.%M}") | st.sampled_from(["2.00 pm", "noon", "?"]) | words()).map(
        ClockTime.read
    )


def credits_() -> SearchStrategy[Credit]:
    """Report authors in any of the forms they are written in."""
    forms = ("{}, {}", "{} | {}", "{} | | {}", "{} ({})", "{} - {}")
    known = st.builds(lambda form, name, post: form.format(name, post), st.sampled_from(forms), names(), words())
    posts = st.sampled_from(["Deputy Chief Executive (People)", "the Director of Public Health", "Clerk"])
    return (known | posts | words()).map(read_credit)


def listed() -> SearchStrategy[Listed]:
    """People and vacancies of a front sheet."""
    roles = st.sampled_from(["", "Chair", "Vice-Chair"]) | slots()
    return st.builds(
        Listed,
        kind=st.sampled_from(SeatKind),
        name=names(),
        role=roles,
        post=roles,
        organisation=slots(),
        group=slots(),
        stands_for=st.just("") | slots(),
    )


def own_kinds() -> SearchStrategy[tuple[OwnKind, ...]]:
    """Kinds of interest of a body's own, each once."""
    labels = texts().map(lambda text: clean_line(re.sub(r'[@;|"\[\]\\]', "", text))).filter(fold)
    kinds = st.builds(OwnKind, label=labels, consequence=st.sampled_from(Consequence))
    return st.lists(kinds, max_size=2, unique_by=lambda kind: kind.label.lower()).map(tuple)


def items(depth: int = 2) -> SearchStrategy[Item]:
    """Items with any of their fields. depth: how many levels of sub-items they may have."""
    several = st.lists(texts(), max_size=3).map(tuple)
    return st.builds(
        Item,
        number=numbers(),
        title=texts(),
        pages=st.sampled_from(["", "5 - 14", "5"]) | perhaps(),
        report_of=st.lists(credits_(), max_size=2).map(tuple),
        presented_by=st.lists(credits_(), max_size=1).map(tuple),
        lead=perhaps(),
        papers=perhaps(),
        planned=st.none() | times(),
        minutes=st.none() | st.integers(0, 9999),
        purpose=perhaps(),
        notes=several,
        recommendations=st.lists(st.builds(Recommendation, text=texts(), clauses=several), max_size=2).map(tuple),
        motion=perhaps(),
        moved_by=perhaps(),
        seconded_by=perhaps(),
        exempt=st.none() | st.sampled_from(["", "3", "paragraphs 1 and 3", "no"]) | texts(),
        recorded_vote=st.booleans(),
        draft=several,
        subitems=st.lists(items(depth - 1), max_size=2).map(tuple) if depth else st.just(()),
    )


def sections() -> SearchStrategy[Section]:
    """Headings over items, with something under them or nothing."""
    return st.builds(Section, title=words(), level=st.integers(1, 6), nil=st.booleans())


def agendas() -> SearchStrategy[Agenda]:
    """Whole agendas, with at least one item."""
    parts = st.lists(sections() | items(1), max_size=2)
    return st.builds(
        Agenda,
        committee=words(),
        date=days(),
        council=perhaps(),
        kind=st.sampled_from(["", "ordinary", "extraordinary"]) | texts(),
        house=perhaps(),
        numbering=st.sampled_from(Numbering),
        time=st.none() | times(),
        ends_by=st.none() | times(),
        place=perhaps(),
        next_number=perhaps(),
        quorum=perhaps(),
        code=st.none() | st.sampled_from(Code),
        law=st.none() | st.sampled_from(AccessLaw),
        interests=own_kinds(),
        contact=perhaps(),
        issued=perhaps(),
        people=st.lists(listed(), max_size=4).map(tuple),
        body=st.builds(lambda before, item, after: (*before, item, *after), parts, items(), parts),
    )
