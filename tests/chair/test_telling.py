"""The chair's view as lines: every act of a meeting is told, once, and never what must not go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from boardtui.chair.audience import Audience
from boardtui.chair.news import Heard
from boardtui.chair.sieve import Sieve
from boardtui.chair.sifting import Sifter
from boardtui.chair.sight import sight_of
from boardtui.chair.telling import changes, told_now
from boardtui.model.acts import Filed, business, meeting, text
from boardtui.model.record import Record, Stage
from boardtui.model.replay import Replay
from boardtui.rules.confidentiality import public_record
from boardtui.samples import samples
from support.acts import HALE, NAIR, at_the_desk, prose
from support.chair_views import AFTERNOON, Still
from support.meetings import sample


def expected(filed: Filed, public: Record, private: bool) -> str:
    """What has to stand on the view right behind an act; '' where it is of no concern to it."""
    act = filed.act
    if public.stage is Stage.CLOSED:
        return "The meeting is closed"
    if private:
        return "The meeting is in private session"
    if public.stage is not Stage.OPEN:
        return ""
    if isinstance(act, text.OpenItem) and public.open_items and "." not in act.items[0]:
        return public.business[public.open_items[0]].item.title
    if isinstance(act, business.Move | business.Amend) and act.words is not None:
        return "moved"
    if isinstance(act, business.Vote) and public.entry.motions and act.counts and act.counts[0].number is not None:
        return f"{act.counts[0].number} "
    return ""


@pytest.mark.parametrize("name", [one.name for one in samples()])
def test_every_act_of_each_sample_is_told_behind_it(name: str) -> None:
    replay, heard, still = Replay(), Heard(), Still(Replay().record)
    sieve = Sieve(Sifter(still))
    tried = 0
    for filed in sample(name).filed:
        still.goes_on(replay.file(filed))
        heard.take_in(sieve.look())
        shown = heard.record
        assert shown is not None
        told = "\n".join(told_now(sight_of(shown, AFTERNOON, public=shown, private=heard.private)))
        wanted = expected(filed, public_record(replay.record), heard.private)
        assert wanted in told, (filed.act, told)
        tried += bool(wanted)
    assert tried > 10


def telling(audience: Audience = Audience.CHAIR) -> tuple[Still, Callable[[], list[str]]]:
    """A meeting to go on with, and what is told of it since it was asked last."""
    still = Still(at_the_desk().record)
    sifter = Sifter(still)
    clock = [AFTERNOON]
    told = changes(sifter, lambda: clock[0], audience)

    def ask() -> list[str]:
        sifter.look()
        clock[0] += dt.timedelta(minutes=1)
        return [line[6:] for line in next(told).splitlines()]

    return still, ask


def test_only_what_is_new_is_told_and_the_passing_of_time_is_not() -> None:
    minuting = at_the_desk()
    still, ask = telling()
    assert "Harbour Committee 4 September 2026" in ask()
    assert ask() == []
    minuting(text.OpenItem(items=("3",)), "14:10")
    still.goes_on(minuting.record)
    assert "Library Hours" in ask()
    assert ask() == []
    minuting(business.Move(movers=(HALE, NAIR), words=prose("the gate be green")))
    still.goes_on(minuting.record)
    told = ask()
    assert "that the gate be green" in "\n".join(told).lower()
    assert not any("▀" in line or "█" in line for line in told)


def test_nothing_private_is_told() -> None:
    minuting = at_the_desk()
    still, ask = telling()
    ask()
    for act in (
        text.OpenItem(items=("8",)),
        meeting.Exclude(paragraphs=("3",)),
        text.Paragraph(text=prose("SECRETWORD")),
    ):
        minuting(act)
    still.goes_on(minuting.record)
    told = "\n".join(ask())
    assert "The meeting is in private session" in told
    assert "SECRETWORD" not in told
