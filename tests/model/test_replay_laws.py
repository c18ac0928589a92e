"""The laws of replay: pure, total, and the same act by act as all at once."""

from __future__ import annotations

import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardtui.model.acts import act_classes
from boardtui.model.erasing import forgotten
from boardtui.model.replay import Replay, replay
from support.acts import Minuting, Said, acts, begun_with, sequences


@settings(max_examples=80)
@given(sequences())
def test_any_acts_in_any_order_make_a_record(script: list[Said]) -> None:
    minuting = begun_with(script)
    assert [f.seq for f in minuting.record.filed] == [f.seq for f in minuting.filed]


@given(sequences())
def test_acts_said_before_the_meeting_is_called_or_begun_make_a_record(script: list[Said]) -> None:
    minuting = Minuting()
    for act, at in script:
        minuting(act, at)
    assert replay(minuting.filed[1:]).filed == forgotten(minuting.filed[1:])


@given(sequences())
def test_the_same_acts_give_an_equal_record_and_are_not_changed(script: list[Said]) -> None:
    filed = begun_with(script).filed
    before = copy.deepcopy(filed)
    assert replay(filed) == replay(filed)
    assert filed == before


@given(sequences())
def test_one_by_one_is_the_same_as_all_at_once(script: list[Said]) -> None:
    filed = begun_with(script).filed
    growing = Replay()
    for one in filed:
        growing.file(one)
    assert growing.record == replay(filed)


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_kind_of_act_can_be_said_in_a_test(data: st.DataObject) -> None:
    for kind in act_classes().values():
        assert data.draw(acts(kind)).kind == kind.kind
