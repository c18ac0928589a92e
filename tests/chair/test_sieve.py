"""What the screen's process is told of a meeting: all that may be shown, at every moment, and nothing else."""

from __future__ import annotations

import io
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.chair.news import Heard
from boardtui.chair.sieve import BEAT, Sieve, tell
from boardtui.chair.sifting import Sifter
from boardtui.chair.sight import sight_of
from boardtui.model.acts import Act, Filed, meeting, text
from boardtui.model.acts.approval import Approved
from boardtui.model.replay import Replay
from boardtui.model.times import CalendarDay
from boardtui.rules.confidentiality import public_record
from boardtui.samples import samples
from support.acts import at_the_desk, prose
from support.chair_views import AFTERNOON, Still, panes, said, seen_by_the_room
from support.meetings import sample
from support.sayings import letters
from support.scripts import Script, scripts


@settings(max_examples=60)
@given(scripts, st.integers(0, 4), st.booleans())
def test_what_was_told_line_by_line_is_the_meeting_at_every_moment(script: Script, start_at: int, whole: bool) -> None:
    minuting, words, heard = at_the_desk(begun=False), (letters(n) for n in count()), Heard()
    still = Still(minuting.record)
    sieve = Sieve(Sifter(still, whole=whole))
    for number, (say, correct) in enumerate(script):
        if number == start_at:
            minuting(meeting.Start(), "14:00")
        minuting(say(next(words)))
        if correct is not None:
            minuting(correct[0](next(words), correct[1]))
        still.goes_on(minuting.record)
        heard.take_in(sieve.look())
        shown, record = heard.record, minuting.record if whole else public_record(minuting.record)
        assert shown is not None
        assert [one.act for one in shown.filed[1:]] == [one.act for one in record.filed[1:]]
        assert {key: (e.withheld, e.restricted, len(e.blocks)) for key, e in shown.entries.items()} == {
            key: (e.withheld, e.restricted, len(e.blocks)) for key, e in record.entries.items()
        }


def at_the_end_of(*acts: Act) -> Heard:
    minuting, heard = at_the_desk(), Heard()
    for act in acts:
        minuting(act)
    heard.take_in(Sieve(Sifter(Still(minuting.record))).look())
    return heard


def test_of_an_exempt_item_the_room_is_told_the_number_alone() -> None:
    minuting, heard = at_the_desk(), Heard()
    sieve = Sieve(Sifter(Still(minuting.record)))
    line = sieve.look()
    heard.take_in(line)
    assert heard.record is not None
    exempt = [one.item for one in minuting.record.business.values() if one.item.exempt is not None]
    assert exempt
    assert all(item.title not in line for item in exempt)
    assert [item.number for item in exempt] == [
        one.item.number for one in heard.record.business.values() if one.item.exempt is not None
    ]


def test_a_sub_item_in_which_it_becomes_private_is_still_the_one_that_is_open() -> None:
    minuting = at_the_desk()
    still, heard = Still(minuting.record), Heard()
    sieve = Sieve(Sifter(still))
    for act in (text.Paragraph(text=prose("All sat down.")), text.OpenItem(items=("4.1",)), meeting.Restricted()):
        minuting(act)
        still.goes_on(minuting.record)
        line = sieve.look()
        heard.take_in(line)
    assert heard.record is not None
    public = public_record(minuting.record)
    assert (heard.record.entry_key, heard.record.open_items) == (public.entry_key, ("4",))
    assert not heard.record.entries[0].restricted
    assert minuting.record.business["4"].item.subitems[0].title not in line


def test_nobody_is_told_who_filed_an_act() -> None:
    minuting = at_the_desk()
    assert {one.actor for one in minuting.filed} == {"clerk"}
    assert '"actor"' not in Sieve(Sifter(Still(minuting.record))).look()


def test_only_what_is_new_is_told() -> None:
    minuting = at_the_desk()
    still = Still(minuting.record)
    sieve = Sieve(Sifter(still))
    first = sieve.look()
    minuting(text.Paragraph(text=prose("The pond was dug.")))
    second = sieve.look()
    assert len(second) < len(first) / 5
    assert "The pond was dug." in second


def test_an_approval_is_told() -> None:
    heard = at_the_end_of(
        meeting.Close(), Approved(draft=3, on=CalendarDay.read("4 May 2028"), signed_by="Dorothy Hale")
    )
    assert heard.record is not None and heard.record.approval is not None
    assert (heard.record.approval.on.typed, heard.record.approval.signed_by) == ("4 May 2028", "Dorothy Hale")


@pytest.mark.parametrize("name", [one.name for one in samples()])
def test_twins_of_each_sample_are_alike_to_the_room_all_along(name: str) -> None:
    """Every word said in private is another one in the second of them."""
    one, other = Replay(), Replay()
    seen = 0
    for filed in sample(name).filed:
        one.file(filed)
        other.file(_otherwise(filed))
        if filed.seq % 5 == 0 or filed.restricted:
            assert panes(seen_by_the_room(one.record, AFTERNOON)) == panes(seen_by_the_room(other.record, AFTERNOON))
            seen += 1
    assert seen > 5


def _otherwise(filed: Filed) -> Filed:
    changed = {"text": prose("something else altogether")} if filed.restricted and hasattr(filed.act, "text") else {}
    return Filed(
        **{**{name: getattr(filed, name) for name in Filed.__slots__}, "act": filed.act.model_copy(update=changed)}
    )


def test_the_room_sees_no_more_than_was_said_aloud() -> None:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    room, chair = seen_by_the_room(minuting.record, AFTERNOON), sight_of(minuting.record, AFTERNOON)
    assert "approve the new hours" in said(panes(chair)[2])
    assert "approve the new hours" not in said(panes(room)[2])
    assert "TO SAY" in said(panes(chair)[2])
    assert "TO SAY" not in said(panes(room)[2])


class Ticking:
    """A clock that goes on with every rest, until nobody wants any more."""

    def __init__(self, rests: int, each: float) -> None:
        self.now, self._rests, self._each = 0.0, rests, each

    def rest(self, **_looked: bool) -> bool:
        self.now += self._each
        self._rests -= 1
        return self._rests > 0

    def clock(self) -> float:
        return self.now


class Quiet(Still):
    """Nothing happens in this meeting after the first look."""

    def __init__(self) -> None:
        super().__init__(at_the_desk().record)
        self._looked = False

    def look(self) -> bool:
        first, self._looked = not self._looked, True
        return first


def test_there_is_a_sign_of_life_now_and_then() -> None:
    out, ticking = io.StringIO(), Ticking(rests=10, each=BEAT / 2)
    tell(Sieve(Sifter(Quiet())), out, ticking.rest, ticking.clock)
    lines = out.getvalue().splitlines()
    assert [bool(line) for line in lines] == [True, False, False, False, False]


class Gone(io.StringIO):
    """Nobody reads it any more."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_it_ends_when_nobody_reads_any_more() -> None:
    ticking = Ticking(rests=10, each=1.0)
    tell(Sieve(Sifter(Quiet())), Gone(), ticking.rest, ticking.clock)
    assert ticking.now == 0.0
