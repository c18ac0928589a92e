"""The sample meetings give the minutes written for them by hand, block by block."""

from __future__ import annotations

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.rules.confidentiality import public_record
from support.meetings import SAMPLE_NAMES, SAMPLES, sample
from support.minutes import differences, text_of, without_frame


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_a_sample_meeting_gives_its_minutes(name: str) -> None:
    record = sample(name)
    assert record.agenda
    minutes = compose(public_record(record), load_house(record.agenda.house))
    expected = SAMPLES.joinpath(f"{name}.minutes.txt").read_text("utf-8")
    assert differences(expected, text_of(without_frame(minutes))) == ""


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_nothing_in_a_sample_meeting_fits_nowhere(name: str) -> None:
    assert [sentence for _, sentence in sample(name).oddities if "next" in sentence] == []
