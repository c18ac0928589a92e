"""What the desk says of interests: one line over the minutes, and more in the room."""

from __future__ import annotations

import pytest

from boardtui.clerk.interests import ahead_rows, duty_line, told_after
from support.awkward import BODIES
from support.meetings import called

BEGUN = ("/present all", "/start 19:30")


def line(*lines: str, width: int = 90) -> str:
    """The line over the minutes, after these lines."""
    taking = called(BODIES["parish"])
    for one in (*BEGUN, *lines):
        taking.line(one)
    rows = duty_line(taking.record, width)
    assert len(rows) <= 1
    return "".join(run.text for row in rows for run in row.runs)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("# 3",), ""),
        (("/declare @pell 4 dpi a plot", "# 3"), ""),
        (
            ("/declare @pell 3 dpi the van", "# 3"),
            "✗ Cllr Joe Pell must leave: disclosable pecuniary interest · Ctrl+L: out",
        ),
        (("/declare @pell 3 dpi; left", "# 3"), "✓ Cllr Joe Pell has left: disclosable pecuniary interest"),
        (
            ("/declare @pell 3 dpi", "/dispensation @pell 3", "# 3"),
            "✓ Cllr Joe Pell has a dispensation: disclosable pecuniary interest",
        ),
        (
            ("/declare @hill 3 nri", "/declare @pell 3 dpi", "# 3"),
            "✗ Cllr Joe Pell must leave: disclosable pecuniary interest (+1: F3) · Ctrl+L: out",
        ),
        (
            ("/declare @pell 3 dpi; left", "/declare @hill 3 nri", "# 3"),
            "! Cllr Grace Hill has a non-registrable interest: the clerk advises (+1: F3)",
        ),
        (("/declare all 3 dpi", "# 3"), "✗ All members must leave: disclosable pecuniary interest · Ctrl+L: out"),
    ],
)
def test_one_line_says_who_must_do_what(lines: tuple[str, ...], said: str) -> None:
    assert line(*lines) == said


def test_the_line_is_cut_where_the_screen_is_narrow_and_still_counts_the_others() -> None:
    shown = line("/declare @hill 3 nri", "/declare @pell 3 dpi", "# 3", width=40)
    assert shown.startswith("✗ Cllr Joe Pell must leave:")
    assert shown.endswith("(+1: F3)")
    assert len(shown) <= 40


FOUR = "/declare @brook @dale @hill @lunn 5 6 dpi live there"


def test_the_room_and_the_echo_tell_of_items_ahead_without_a_quorum() -> None:
    taking = called(BODIES["parish"])
    for one in (*BEGUN, FOUR):
        taking.line(one)
    rows = ["".join(run.text for run in row.runs) for row in ahead_rows(taking.record, 60)]
    assert rows == ["", "AHEAD", *(f"! Item {n} will be inquorate: 2 of 3 after interests." for n in "56")]
    assert told_after(taking.record) == "Item 5 will be inquorate: 2 of 3 after interests. (+1: F4)"
    taking.line("The Chairman asked for a dispensation.")
    assert told_after(taking.record) == ""
    assert told_after(called(BODIES["parish"]).record) == ""
