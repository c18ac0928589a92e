"""Presence at a moment is the same whether what happened in the room was typed at once, or later with its time."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.model.acts import Act, meeting, room, text
from boardtui.model.acts.room import Span
from boardtui.model.people import Newcomer
from boardtui.model.times import CalendarDay
from boardtui.rules.presence import Presence, contradictions, here, presence_at
from support.acts import HALE, MEMBERS, NAIR, OFFICER, PELL, SUBSTITUTE, TULL, Minuting, prose, small_summons
from support.sampling import SOAK

ITEMS = st.sampled_from(("3", "4"))
PEOPLE = st.sampled_from(((HALE,), (PELL,), (TULL,), (HALE, SUBSTITUTE)))
THERE = MEMBERS[:4]
"""Those of whom the register speaks from the start; marking others present completes it, and brings nobody back."""
SPANS = st.sampled_from((Span.ITEM, Span.OPEN, Span.GOOD))
SEARCH = settings(max_examples=2000 if SOAK else 120)
IN_ORDER: st.SearchStrategy[Act] = st.one_of(
    st.builds(text.OpenItem, items=ITEMS.map(lambda key: (key,))),
    st.just(text.Paragraph(text=prose("So it was."))),
)
"""What is never typed late here: the items, and the moments that are looked back at."""
IN_THE_ROOM: st.SearchStrategy[Act] = st.one_of(
    st.builds(room.Arrive, who=PEOPLE),
    st.builds(room.Leave, who=PEOPLE, span=SPANS),
    st.builds(room.Leave, who=PEOPLE, span=st.just(Span.UNTIL), until=ITEMS),
    st.builds(room.Return, who=PEOPLE),
    st.builds(room.Present, who=st.sampled_from(((HALE,), (PELL,)))),
    st.builds(room.TakeChair, person=st.sampled_from((HALE, PELL, NAIR, OFFICER))),
    st.builds(room.Resign, person=st.sampled_from((PELL, NAIR))),
    st.just(room.Coopt(person=Newcomer(name="Nerys Hallam"))),
)


@dataclass(frozen=True)
class Happening:
    """Something that happened. minute: of the day; delay: behind how many others it is typed when it is typed late."""

    act: Act
    minute: int
    delay: int


@st.composite
def afternoons(draw: st.DrawFn) -> list[Happening]:
    """An afternoon from two o'clock, nothing in one minute with anything else."""
    drawn = draw(
        st.lists(st.tuples(IN_ORDER | IN_THE_ROOM, st.integers(1, 12), st.integers(0, 5)), min_size=5, max_size=16)
    )
    minute, found = 14 * 60, []
    for act, later, delay in drawn:
        minute += later
        late = delay if isinstance(act, (room.Arrive, room.Leave, room.Return, room.TakeChair, room.Resign)) else 0
        found.append(Happening(act, minute, late))
    return found


def minuted(afternoon: list[Happening], *, late: bool) -> tuple[Minuting, dict[int, int]]:
    """The meeting, and for each happening the seq of its act. late: typed so much later, each with its time."""
    minuting = Minuting(small_summons())
    minuting(room.Present(who=THERE))
    minuting(room.Substitute(person=SUBSTITUTE, stands_for=TULL))
    minuting(room.Officer(who=(OFFICER,)))
    minuting(meeting.Start(), "14:00")
    order = sorted(range(len(afternoon)), key=lambda i: (i + afternoon[i].delay + 0.5 if late else i, i))
    seqs = {i: minuting(afternoon[i].act, f"{afternoon[i].minute // 60}:{afternoon[i].minute % 60:02}") for i in order}
    return minuting, seqs


def told(presence: Presence) -> tuple[set[str], set[str], str]:
    return set(presence.here), set(presence.counting), presence.presiding


@SEARCH
@given(afternoons())
def test_what_is_typed_late_changes_what_was_true_then(afternoon: list[Happening]) -> None:
    at_once, seqs = minuted(afternoon, late=False)
    later, late_seqs = minuted(afternoon, late=True)
    for i, one in enumerate(afternoon):
        if not one.delay:
            then = [told(presence_at(m.record, s[i])) for m, s in ((at_once, seqs), (later, late_seqs))]
            assert then[0] == then[1], one
    assert told(here(at_once.record)) == told(here(later.record))
    odd = [{one.sentence for one in contradictions(minuting.record)} for minuting in (at_once, later)]
    assert odd[0] == odd[1]


@given(afternoons())
def test_what_happens_on_another_day_changes_nothing_of_the_first(afternoon: list[Happening]) -> None:
    minuting, seqs = minuted(afternoon, late=False)
    before = {seq: told(presence_at(minuting.record, seq)) for seq in seqs.values()}
    minuting(meeting.Adjourn(to_day=CalendarDay.read("11 September 2026")), "18:30")
    minuting(meeting.Resume(), "14:00")
    minuting(room.Apologies(who=tuple(room.Excused(person=person) for person in MEMBERS[:2])), "14:00")
    minuting(room.Arrive(who=(MEMBERS[5],)), "14:05")
    minuting(room.Present(everyone=True), "14:06")
    minuting(room.Absent(who=(room.Excused(person=OFFICER),)), "14:07")
    assert {seq: told(presence_at(minuting.record, seq)) for seq in before} == before
