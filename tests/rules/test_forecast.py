"""Which items will have no quorum once those with an interest have left; when one is lost, and regained."""

from __future__ import annotations

import pytest
from hypothesis import given

from boardtui.rules.forecast import Turn, forecast, forecast_after, sitting_state, turn
from boardtui.rules.gap import Lack
from boardtui.rules.gaps import gaps
from support.acts import Said, begun_with, sequences
from support.awkward import BODIES
from support.meetings import Taking, called

PARISH, BOARD = BODIES["parish"], BODIES["board"]
BEGUN = ("/present all", "/start 19:30", "# 2")
"""Six members, of whom three are a quorum."""


def taken(*lines: str, agenda: str = PARISH, quorum: str = "3") -> Taking:
    taking = called(agenda.replace("quorum: 3", f"quorum: {quorum}") if quorum else agenda.replace("quorum: 3\n", ""))
    for line in lines:
        taking.line(line)
    return taking


def ahead(*lines: str, agenda: str = PARISH, quorum: str = "3") -> list[str]:
    return [one.sentence for one in forecast(taken(*lines, agenda=agenda, quorum=quorum).record)]


FOUR = "/declare @brook @dale @hill @lunn 5 dpi live there"
CASES: list[tuple[str, tuple[str, ...], str, list[str]]] = [
    ("enough are left", (*BEGUN, "/declare @brook @dale @hill 5 dpi live there"), "3", []),
    ("too few are left", (*BEGUN, FOUR), "3", ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("a larger quorum", (*BEGUN, "/declare @brook 5 ori"), "6", ["Item 5 will be inquorate: 5 of 6 after interests."]),
    ("a share", (*BEGUN, FOUR), "one half", ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("no quorum is known", (*BEGUN, FOUR), "", []),
    ("a quorum that isn't understood", (*BEGUN, FOUR), "as in standing orders", []),
    ("several items", (*BEGUN, "/declare @brook @dale @hill @lunn 3 6 dpi x"), "3",
     ["Item 3 will be inquorate: 2 of 3 after interests.", "Item 6 will be inquorate: 2 of 3 after interests."]),
    ("a sub-item", (*BEGUN, "/declare @brook @dale @hill @lunn 4b dpi plots"), "3",
     ["Item 4(b) will be inquorate: 2 of 3 after interests."]),
    ("the whole meeting", (*BEGUN, "/declare @brook @dale @hill @lunn all dpi x"), "3",
     [f"Item {n} will be inquorate: 2 of 3 after interests." for n in "13456"]),
    ("words tell of no item", (*BEGUN, '/declare @brook @dale @hill @lunn "the green" dpi x'), "3", []),
    ("two are dispensed", (*BEGUN, FOUR, "/dispensation @brook @dale 5"), "3", []),
    ("all are dispensed", (*BEGUN, "/declare all 5 dpi the precept", "/dispensation all 5"), "3", []),
    ("all have an interest", (*BEGUN, "/declare all 5 dpi the precept"), "3",
     ["Item 5 will be inquorate: 0 of 3 after interests."]),
    ("the clerk advises", (*BEGUN, "/declare @brook @dale @hill @lunn 5 nri near"), "3", []),
    ("left though the code leaves it open", (*BEGUN, "/declare @brook @dale @hill @lunn 5 nri near; left"), "3",
     ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("left as declared", (*BEGUN, f"{FOUR}; left"), "3", ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("who has gone home counts no longer", (*BEGUN, "/declare @brook @dale 5 dpi x", "/leave @hill @lunn for good"), "3",
     ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("who is out for this item counts", (*BEGUN, "/declare @brook @dale @hill 5 dpi x", "/leave @lunn for item"), "3", []),
    ("who is out until then counts", (*BEGUN, "/declare @brook @dale @hill 5 dpi x", "/leave @lunn until 5"), "3", []),
    ("who is out until later does not", (*BEGUN, "/declare @brook @dale @hill 5 dpi x", "/leave @lunn until 6"), "3",
     ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("taken already", (*BEGUN, FOUR, "# 5"), "3", []),
    ("deferred", (*BEGUN, FOUR, "# 5", "/defer to July", "# 3"), "3", []),
    ("before the meeting", ("# 2", FOUR), "3", ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("before the meeting, with apologies", ("/apologies @marsh", "/absent @pell", "# 2", "/declare @brook @dale 5 dpi x"), "3",
     ["Item 5 will be inquorate: 2 of 3 after interests."]),
    ("before the meeting, late ones come", ("/late @marsh @pell", "# 2", "/declare @brook @dale @hill 5 dpi x"), "3", []),
    ("before the meeting, a substitute comes",
     ("/apologies @marsh @pell @lunn", "/sub Gail Moss for @lunn", "# 2", "/declare @brook 5 dpi x"), "3", []),
    ("too many apologies", ("/apologies @marsh @pell @lunn @hill",), "3",
     ["The meeting will be inquorate: 2 of 3 after apologies."]),
    ("closed", (*BEGUN, FOUR, "/close 20:00"), "3", []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "quorum", "said"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_what_is_ahead(lines: tuple[str, ...], quorum: str, said: list[str]) -> None:
    assert ahead(*lines, quorum=quorum) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/declare @farrow @oduya 3 dpi x", []),
        ("/declare @merton @ashby 3 dpi x", ["Item 3 will be inquorate after interests: 1 NHS needed."]),
        ("/declare @rudge @nair @merton @ashby 3 dpi x",
         ["Item 3 will be inquorate: 3 of 4 after interests, and 1 councillor and 1 NHS needed."]),
    ],
)  # fmt: skip
def test_a_quorum_of_some_of_each_kind(line: str, said: list[str]) -> None:
    assert ahead("/present all", "/start 14:00", "# 1", line, agenda=BOARD) == said


def test_it_is_listed_while_it_is_ahead_and_a_reason_answers_it() -> None:
    taking = taken(*BEGUN, FOUR)

    def listed() -> list[str]:
        return [gap.sentence for gap in gaps(taking.record) if gap.lack is Lack.FORECAST]

    assert listed() == ["Item 5 will be inquorate: 2 of 3 after interests."]
    taking.line("/override a dispensation was asked for")
    assert listed() == []
    taking.line("/undo")
    taking.line("# 5")
    assert listed() == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((*BEGUN, FOUR), ["5"]),
        ((*BEGUN, FOUR, "Nothing else was declared."), []),
        ((*BEGUN, FOUR, "/declare @pell 6 dpi x"), []),
        ((*BEGUN, "/declare @brook @dale @hill 5 dpi x", "/leave @pell for good"), ["5"]),
        ((*BEGUN, FOUR, "/dispensation @brook 5"), []),
        (("# 2", FOUR, "/apologies @pell"), ["5"]),
    ],
)
def test_after_what_changes_it_only_what_it_is_about_is_said(lines: tuple[str, ...], said: list[str]) -> None:
    assert sorted(one.item for one in forecast_after(taken(*lines).record)) == sorted(said)


ENOUGH, TOO_FEW = ("/present all", "/start 19:30"), ("/present @brook @dale", "/start 19:30")


@pytest.mark.parametrize(
    ("lines", "line", "expected"),
    [
        (ENOUGH, "/leave @brook @dale @hill @lunn", Turn.LOST),
        ((*ENOUGH, "/leave @brook @dale @hill @lunn"), "/leave @pell", None),
        ((*ENOUGH, "/leave @brook @dale @hill @lunn"), "/return @brook", Turn.REGAINED),
        ((*ENOUGH, "# 3", "/leave @brook @dale @hill @lunn for item"), "# 4", Turn.REGAINED),
        ((*ENOUGH, f"{FOUR}; left"), "# 5", Turn.LOST),
        (TOO_FEW[:1], "/start 19:30", Turn.LOST),
        (TOO_FEW, "/arrive @pell 19:40", Turn.REGAINED),
        (TOO_FEW, "/present @pell", None),
        ((), "/start 19:30", None),
        ((*ENOUGH, "/adjourn"), "/leave @brook @dale @hill @lunn", None),
        (ENOUGH, "/leave @brook", None),
    ],
)
def test_a_quorum_is_lost_and_regained(lines: tuple[str, ...], line: str, expected: Turn | None) -> None:
    taking = taken(*lines)
    before = sitting_state(taking.record)
    taking.line(line)
    assert turn(before, taking.record) is expected


def test_without_a_known_quorum_nothing_is_lost() -> None:
    taking = taken(*ENOUGH, quorum="")
    before = sitting_state(taking.record)
    taking.line("/leave @brook @dale @hill @lunn")
    assert turn(before, taking.record) is None


@given(sequences())
def test_any_meeting_has_a_forecast_and_looking_ahead_changes_nothing(script: list[Said]) -> None:
    record = begun_with(script).record
    there = repr(record)
    for one in forecast(record):
        assert one.state.lost
        assert one.sentence.endswith(".")
    assert repr(record) == there
