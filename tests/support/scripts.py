"""Meetings of any kind, for laws that hold of all: what is said, who moves where, what is corrected."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from boardtui.model.acts import Act, business, corrections, meeting, text
from boardtui.model.acts.meeting import ExclusionResult
from support.acts import prose
from support.sayings import SAYERS, Sayer

MOVES: tuple[Sayer, ...] = (
    lambda _: text.OpenItem(items=("3",)),
    lambda _: text.OpenItem(items=("4.1",)),
    lambda _: text.OpenItem(items=("7",)),
    lambda _: text.OpenItem(items=("8",)),
    lambda _: meeting.Exclude(paragraphs=("3",), items=("7",)),
    lambda _: meeting.Exclude(),
    lambda _: meeting.Exclude(result=ExclusionResult.NOT_RESOLVED),
    lambda _: meeting.Readmit(),
    lambda _: meeting.Restricted(),
    lambda _: meeting.Close(),
    lambda _: text.Prepared(),
)
CORRECTIONS: tuple[Callable[[str, int], Act], ...] = (
    lambda w, target: corrections.Edit(target=target, revised=text.Paragraph(text=prose(w))),
    lambda w, target: corrections.Edit(target=target, revised=business.Resolve(text=prose(w))),
    lambda w, target: corrections.Substitution(target=target, old=prose("b"), new=prose(w)),
    lambda w, target: corrections.Substitution(target=target, old=prose("a"), new=prose(w), whole_item=True),
    lambda _, target: corrections.Undo(target=target),
    lambda _, target: corrections.Redo(target=target),
    lambda _, target: corrections.Strike(target=target),
    lambda _, target: corrections.Shift(target=target),
)
Corrected = tuple[Callable[[str, int], Act], int]
Script = list[tuple[Sayer, Corrected | None]]
corrected = st.tuples(st.sampled_from(CORRECTIONS), st.integers(2, 20))
scripts = st.lists(
    st.tuples(st.sampled_from((*SAYERS, *SAYERS, *MOVES)), st.none() | corrected), min_size=6, max_size=24
)
